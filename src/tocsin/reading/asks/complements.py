# SPDX-License-Identifier: Apache-2.0
"""Complements: what follows a trigger – who is asked, and the action asked for."""
# ruff: noqa: C901, PLR0911, SIM905 - one return a shape; a word list reads best as words

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from tocsin.reading.asks import frames, givers, phrases, pleas, wishes
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence

_ASKED_ABOUT = frozenset({"whether", "why", "what", "how", "if", "where", "when", "who", "about"})
_WILL = frozenset("will would can may shall could finds takes".split())
_FORECAST = frozenset(
    "be win lose grow rise fall reach remain return start begin become increase decrease meet continue "
    "announce sign".split()
)
_BARE = 6
"""Words that a line may have that ends in its verb of asking: "We therefore demand"."""
_CLAUSED = frozenset("insist demand ask request propose urge recommend".split())
_ASIDES = frozenset("through via in at during after on yesterday , under".split())
"""What may stand between a verb and its that-clause: "insisted through its envoy that …"."""
_SAYING = frozenset(
    "said says saying added adding adds stated stating told telling stressed stressing insisted noted noting "
    "replied declared explained repeated made clear that".split()
)
_MEASURES = frozenset(
    "money ransom tax taxes payment payments sentence sentences verdict conviction bail bribe bribes cash fee fees "
    "rent explanation".split()
)


def find(sentence: Sentence, trigger: Trigger) -> Complement | None:
    """Read what follows a trigger; None where it asks nothing."""
    after = trigger.index + 1
    while sentence.grammar.is_adverb(sentence.word(after)) and sentence.word(after) not in {
        "not",
        "all",
        "both",
        "each",
        "no",
        "more",
        "once",
    }:
        after += 1
    if trigger.passive:
        return _passive(sentence, trigger, after)
    if after >= len(sentence.tokens) and trigger.first and len(sentence.tokens) <= _BARE:
        return Complement(by="ask.list")
    last = len(sentence.tokens) - 1
    if (
        trigger.first
        and sentence.word(last) == ":"
        and sentence.word(after) in {"is", "are", "for"}
        and last - after < _BARE
    ):
        return Complement(by="ask.list")
    if sentence.word(after) in _ASKED_ABOUT and trigger.lemma != "grateful":
        return None
    if sentence.word(after) == ":" and trigger.form != "past":
        return Complement(by="ask.list") if after == len(sentence.tokens) - 1 else frames.spoken(sentence, after)
    if trigger.lemma in _CLAUSED and sentence.word(after) in _ASIDES:
        after = next(
            (at for at in range(after, min(after + 14, len(sentence.tokens))) if sentence.word(at) == "that"), after
        )
    if trigger.lemma in _ORDERED and sentence.word(after) == "that":
        return frames.clause(sentence, trigger, after + 1)
    found = _FRAMES[trigger.lemma](sentence, trigger, after) if trigger.lemma in _FRAMES else None
    return found or _turned_to(sentence, trigger, after)


_ORDERED = frozenset({"order", "direct", "decide", "instruct"})
_TURNED = frozenset({"ask", "demand", "request", "expect", "urge", "recommend", "propose", "beg", "want"})


def _turned_to(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "To the buyers, we ask patience", "Of the banks we demand …": whom stands first, what after the verb."""
    if trigger.lemma not in _TURNED or not trigger.first or sentence.word(trigger.index - 1) not in {"we", "i"}:
        return None
    last = trigger.index - 2
    first = next((at for at in range(last, max(-1, last - 14), -1) if sentence.word(at) in {"to", "of", "from"}), None)
    if first is None or (first and sentence.word(first - 1) not in {":", ",", ";", "and", "."}):
        return None
    last -= sentence.word(last) == ","
    if last <= first or not phrases.names_somebody(sentence, first + 1, last) or after >= len(sentence.tokens):
        return None
    if sentence.word(after) in _ASKED_ABOUT | {".", ",", ";", "you", "them", "him", "her", "it"}:
        return None
    return Complement(by="ask.noun", to=(first + 1, last), action=after)


def _passive(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if sentence.word(after) in {"on", "upon"}:
        after += 1
    action = sentence.infinitive(after)
    if (
        action is None
        or trigger.subject is None
        or (action != after and sentence.word(after) not in {"by", ",", "to", "in"})
    ):
        return None
    first = trigger.subject[0]
    if not phrases.names_somebody(sentence, first, trigger.subject[1]) and not _ends_in_agent(
        sentence, trigger.subject
    ):
        return None
    if trigger.lemma in wishes.ORDERS and not wishes.is_ordered(sentence, *trigger.subject):
        return None
    return Complement(by="ask.passive", to=trigger.subject, action=action)


def _ends_in_agent(sentence: Sentence, span: tuple[int, int]) -> bool:
    return any(sentence.word(at) in sentence.grammar.agents for at in range(span[0], span[1] + 1))


def _call(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    word = sentence.word(after)
    if word in {"on", "upon"}:
        return _called_on(sentence, trigger, after + 1)
    if word == "for":
        return frames.noun_after_for(sentence, trigger, after + 1)
    if sentence.is_infinitive(after) and (trigger.first or trigger.form == "ing"):
        return Complement(by="ask.bare-infinitive", action=after)
    return None


def _called_on(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    if sentence.word(first + 2) == "hand":
        return None
    found = frames.person_infinitive(sentence, trigger, first)
    if found:
        return found
    for at in range(first + 1, min(first + 25, len(sentence.tokens))):
        if sentence.word(at) == "for":
            return Complement(by="ask.for-noun", to=(first, at - 1), action=at + 1)
        if sentence.word(at) in {".", ";", ":"}:
            break
    return frames.listed(sentence, first)


def _urge(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    word = sentence.word(after)
    if word == "for":
        return frames.noun_after_for(sentence, trigger, after + 1)
    if word == "that":
        return frames.clause(sentence, trigger, after + 1)
    if word == "against":
        return Complement(by="ask.noun", action=after)
    if word in {"on", "upon"} or after >= len(sentence.tokens):
        return None
    if sentence.word(after) in {"you", "them", "all"} and sentence.word(after + 1) == ":":
        return Complement(
            by="ask.colon", to=(after, after), action=after + 2 if after + 2 < len(sentence.tokens) else None
        )
    if sentence.word(after) in {"you", "them", "him", "her"} and sentence.word(after + 1) == ",":
        plea = pleas.find(sentence, after + 2)
        if plea is not None and not plea.called:
            return Complement(by="ask.colon", to=(after, after), action=plea.action)
    found = frames.person_infinitive(sentence, trigger, after)
    if found and not (
        phrases.names_thing(sentence, after)
        and not phrases.names_somebody(sentence, after, found.to[1] if found.to else after)
    ):
        return found
    if trigger.lemma in {"urge", "implore"} and phrases.names_thing(sentence, after):
        return Complement(by="ask.noun", to=frames.addressee_in_noun(sentence, after), action=after)
    if sentence.word(len(sentence.tokens) - 1) in {":", "to", ","} and phrases.names_somebody(
        sentence, after, len(sentence.tokens) - 2
    ):
        return frames.listed(sentence, after)
    return None


def _plead(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if sentence.word(after) == "with":
        return frames.person_infinitive(sentence, trigger, after + 1)
    if sentence.word(after) == "for" and trigger.lemma == "plead":
        return frames.noun_after_for(sentence, trigger, after + 1)
    return None


def _appeal(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    word = sentence.word(after)
    if word == "for":
        return frames.noun_after_for(sentence, trigger, after + 1)
    if word != "to" or sentence.word(after + 1) == "":
        return None
    first = after + 1
    action = sentence.infinitive(first)
    if action is not None:
        court = sentence.word(phrases.head(sentence, first, action - 1)) in sentence.grammar.courts
        return (
            None
            if court and not trigger.first
            else Complement(by="ask.infinitive", to=(first, action - 1), action=action)
        )
    for at in range(first + 1, min(first + 25, len(sentence.tokens))):
        if sentence.word(at) == "for":
            return Complement(by="ask.for-noun", to=(first, at - 1), action=at + 1)
        if sentence.word(at) == "that":
            return (
                replace(frames.clause(sentence, trigger, at + 1) or Complement(by=""), to=(first, at - 1))
                if at
                else None
            )
        if sentence.word(at) == ":" and at < len(sentence.tokens) - 1:
            return frames.spoken(sentence, at, first)
        if sentence.word(at) in {".", ";", ":"}:
            break
    return frames.listed(sentence, first) if sentence.word(len(sentence.tokens) - 1) in {":", ","} else None


def _demand(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    word = sentence.word(after)
    if word == "that":
        return frames.clause(sentence, trigger, after + 1)
    if word in {"from", "of"}:
        first = after + 1
        clause = frames.somebody_that(sentence, trigger, first)
        if clause is not None:
            return clause
        action = sentence.infinitive(first)
        if action is not None:
            return Complement(by="ask.infinitive", to=(first, action - 1), action=action)
        return frames.from_somebody(sentence, first)
    if sentence.is_infinitive(after):
        return None if sentence.word(after + 1) == "know" else Complement(by="ask.bare-infinitive", action=after)
    return _demanded_noun(sentence, trigger, after)


def _demanded_noun(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if after >= len(sentence.tokens) or sentence.word(after) in {".", ","}:
        return None
    whom = givers.from_later(sentence, after) if sentence.word(after) == '"' else None
    if whom is not None:
        return Complement(by="ask.noun", to=whom, action=after)
    if sentence.word(after) in {":", "the"} and sentence.word(after + 1) in {"", "following"}:
        return frames.listed(sentence, len(sentence.tokens) - 1)
    noun = sentence.word(phrases.head(sentence, after, len(sentence.tokens) - 1))
    if (
        noun in _MEASURES
        or sentence.word(after)[:1].isdigit()
        or not (trigger.first or sentence.grammar.is_thing(noun))
    ):
        return None
    ends_open = sentence.word(len(sentence.tokens) - 1) == ":"
    for at in range(len(sentence.tokens) - 1, after, -1):
        if sentence.word(at) == "from" and ends_open:
            return frames.listed(sentence, at + 1)
        if sentence.word(at) == "from" and noun in {
            "action",
            "actions",
            "answers",
            "steps",
            "help",
            "response",
            "apology",
            "explanation",
            "compensation",
        }:
            return Complement(by="ask.noun", to=(at + 1, frames.phrase_end(sentence, at + 1)), action=after)
    if ends_open and len(sentence.tokens) - after < 9:
        return frames.listed(sentence, len(sentence.tokens) - 1)
    return Complement(by="ask.noun", to=frames.addressee_in_noun(sentence, after), action=after)


def _request(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    word = sentence.word(after)
    if word == "that":
        return frames.clause(sentence, trigger, after + 1)
    if word == "for":
        return frames.noun_after_for(sentence, trigger, after + 1) if trigger.lemma != "request" else None
    if word == "of":
        return (
            frames.person_infinitive(sentence, trigger, after + 1)
            or frames.somebody_that(sentence, trigger, after + 1)
            or frames.from_somebody(sentence, after + 1)
        )
    if word == "from":
        return frames.from_somebody(sentence, after + 1)
    if sentence.is_infinitive(after):
        return Complement(by="ask.bare-infinitive", action=after) if trigger.first else None
    for_noun = _asked_for(sentence, trigger, after)
    found = for_noun or frames.person_infinitive(sentence, trigger, after)
    if found:
        return found
    if after >= len(sentence.tokens):
        return None
    last = len(sentence.tokens) - 1
    if sentence.word(last) in {":", "to", ","}:
        return frames.listed(sentence, after) if phrases.names_somebody(sentence, after, last - 1) else None
    spoken = _asked_aloud(sentence, trigger, after)
    if spoken is not None:
        return spoken
    if trigger.lemma == "request":
        whom = givers.from_later(sentence, after)
        if whom is not None or phrases.names_thing(sentence, after):
            return Complement(by="ask.noun", to=whom, action=after)
    return None


def _asked_aloud(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "I am asking the Union, send fuel at once": whom, a comma, and what is said to them."""
    if not trigger.first or trigger.lemma not in {"ask", "request"}:
        return None
    comma = next((at for at in range(after + 1, min(after + 10, len(sentence.tokens))) if sentence.word(at) == ","), 0)
    if not comma or not phrases.names_somebody(sentence, after, comma - 1):
        return None
    plea = pleas.find(sentence, comma + 1)
    if plea is None or plea.called:
        return None
    return Complement(by="ask.colon", to=(after, comma - 1), action=plea.action)


def _asked_for(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "ask X for Y": the "for" comes before any infinitive."""
    if trigger.lemma == "request":
        return None
    for at in range(after + 1, min(after + 12, len(sentence.tokens) - 1)):
        word = sentence.word(at)
        if word in {",", ".", ";", ":", "that"} or sentence.is_infinitive(at):
            return None
        if word == "for":
            if givers.is_named_for(sentence, at):
                continue  # "the Assistance Mission for Orsava": part of a name
            somebody = phrases.names_somebody(sentence, after, at - 1) and sentence.word(after) not in {
                "him",
                "her",
                "me",
            }
            return Complement(by="ask.for-noun", to=(after, at - 1), action=at + 1) if somebody else None
    return None


def _recommend(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    word = sentence.word(after)
    if word == "that":
        return frames.clause(sentence, trigger, after + 1)
    if word == "to":
        at = after + 1
        while at < len(sentence.tokens) and sentence.word(at) not in {"that", ".", ";"} and at < after + 12:
            at += 1
        found = frames.clause(sentence, trigger, at + 1) if sentence.word(at) == "that" else None
        return replace(found, to=(after + 1, at - 1)) if found else _offered(sentence, trigger, after + 1)
    if word.endswith("ing") and len(word) > 4 and (trigger.first or trigger.lemma in {"recommend", "propose"}):
        return Complement(by="ask.gerund", action=after)
    if trigger.lemma in {"recommend", "advise", "encourage", "invite"}:
        found = frames.person_infinitive(sentence, trigger, after)
        if found:
            return found
    if trigger.lemma in {"recommend", "propose", "encourage"} and phrases.names_thing(sentence, after):
        return Complement(by="ask.noun", action=after) if trigger.first or trigger.lemma != "encourage" else None
    return None


def _offered(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    """Read "propose to the Minister a meeting": whom, up to the determiner of what is proposed."""
    if trigger.lemma not in {"propose", "suggest", "recommend"} or not (trigger.first or trigger.form == "s"):
        return None
    for at in range(first + 1, min(first + 12, len(sentence.tokens))):
        if sentence.word(at) in {".", ";", ":", "and", "or"}:
            return None
        if sentence.word(at) in {"a", "an", "the"} and sentence.word(at - 1) not in {"of", "for", "and", ","}:
            somebody = phrases.names_somebody(sentence, first, at - 1)
            return Complement(by="ask.noun", to=(first, at - 1), action=at) if somebody else None
    return None


def _expect(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if sentence.word(after) in {"from", "of"}:
        clause = frames.somebody_that(sentence, trigger, after + 1)
        return clause or frames.from_somebody(sentence, after + 1)
    before = _from_before(sentence, trigger)
    if before and (trigger.first or sentence.word(len(sentence.tokens) - 1) == ":"):
        if sentence.word(len(sentence.tokens) - 1) == ":":
            return Complement(by="ask.list", to=before)
        return Complement(by="ask.noun", to=before, action=after)
    if not trigger.first and not _expects_of(sentence, trigger, after):
        return None
    if sentence.word(after) == "that":
        return frames.clause(sentence, trigger, after + 1)
    return frames.person_infinitive(sentence, trigger, after)


def _expects_of(sentence: Sentence, trigger: Trigger, after: int) -> bool:
    """Say whether a named body expects something of a named body ("Sorland expects Ardesh to …"): no forecast."""
    if trigger.subject is None or sentence.word(after) == "that":
        return False
    action = sentence.infinitive(after)
    if (
        action is None
        or (sentence.word(action + 1) in _FORECAST and not _is_done(sentence, action + 1))
        or sentence.word(action + 1) not in sentence.grammar.verbs
    ):
        return False
    first, last = trigger.subject
    if trigger.form == "past":
        told = _is_told(sentence, first) or sentence.word(last) in {"he", "she", "they", "it"}
        return told and phrases.names_somebody(sentence, after, action - 1)
    if sentence.word(last) in {"he", "she"}:
        return phrases.names_somebody(sentence, after, action - 1)
    return frames.is_known(sentence, first, last) and frames.is_known(sentence, after, action - 1)


def _is_done(sentence: Sentence, at: int) -> bool:
    """Say whether "be" is followed by what is to be done: "to be held to account", "to be released"."""
    done = sentence.word(at + 1)
    return sentence.word(at) == "be" and (done.endswith("ed") or done in {"held", "brought", "given", "made", "kept"})


def _is_told(sentence: Sentence, first: int) -> bool:
    """Say whether a clause stands in reported speech: "said (that) the ministry expected …"."""
    return any(sentence.word(at) in _SAYING for at in range(max(0, first - 3), first + 1))


def _from_before(sentence: Sentence, trigger: Trigger) -> tuple[int, int] | None:
    """Give the phrase of "from our compatriots, we expect …"."""
    if sentence.word(0) != "from":
        return None
    last = trigger.index - 1
    while last > 0 and (sentence.word(last) in {"we", "i", ","} or sentence.grammar.is_adverb(sentence.word(last))):
        last -= 1
    return (1, last) if last >= 1 else None


def _hope(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if not trigger.first:
        return None
    first = after + 1 if sentence.word(after) == "that" else after
    for at in range(first + 1, min(first + 25, len(sentence.tokens))):
        if sentence.word(at) in _WILL:
            if not phrases.names_somebody(sentence, first, at - 1) or sentence.word(first) == "it":
                return None
            return Complement(by="ask.hope", to=(first, at - 1), action=at)
        if sentence.word(at) in {".", ";", ":"}:
            break
    return None


def _insist(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if sentence.word(after) in {"on", "upon"} and (trigger.first or phrases.names_thing(sentence, after + 1)):
        return (
            Complement(by="ask.for-noun", action=after + 1)
            if after + 1 < len(sentence.tokens) and trigger.first
            else None
        )
    if sentence.word(after) == "that":
        return frames.clause(sentence, trigger, after + 1)
    for at in range(after + 1, min(after + 10, len(sentence.tokens))):
        if sentence.word(at) in {".", ",", ";", ":", "is", "are", "was", "were", "will", '"'}:
            break
        if (
            sentence.word(at) in {"cease", "stop", "end", "halt"}
            and sentence.word(at - 1) not in sentence.grammar.nouners
        ):
            return Complement(by="ask.clause", action=after)  # "insist attacks on the ferry cease"
    return None


def _remind(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if trigger.first and sentence.word(after) == "that":
        return Complement(by="ask.reminder", action=after + 1, explicit=False)
    found = frames.person_infinitive(sentence, trigger, after)
    if found and found.action is not None and found.action - after < 8:
        words = {sentence.word(at) for at in range(after, found.action)}
        return None if words & {"of", "that"} else found
    return None


_FRAMES: Mapping[str, Callable[[Sentence, Trigger, int], Complement | None]] = {
    "call": _call,
    "urge": _urge,
    "exhort": _urge,
    "press": _urge,
    "implore": _urge,
    "beg": _urge,
    "beseech": _urge,
    "entreat": _urge,
    "plead": _plead,
    "appeal": _appeal,
    "demand": _demand,
    "request": _request,
    "ask": _request,
    "petition": _request,
    "recommend": _recommend,
    "advise": _recommend,
    "propose": _recommend,
    "suggest": _recommend,
    "encourage": _recommend,
    "invite": _recommend,
    "expect": _expect,
    "hope": _hope,
    "insist": _insist,
    "remind": _remind,
    **wishes.FRAMES,
}
