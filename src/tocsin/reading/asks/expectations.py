# SPDX-License-Identifier: Apache-2.0
"""Expectations: what follows expect, hope, remind."""
# ruff: noqa: PLR0911, SIM905 - one return a shape; a word list reads best as words

from __future__ import annotations

from dataclasses import replace

from tocsin.reading.asks import frames, phrases, wishes
from tocsin.reading.asks.askings import Trigger, subject_of
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence

_ANSWERS = frozenset("answer apology explanation investigation inquiry enquiry probe accounting response".split())
_WILL = frozenset("will would can may shall could finds takes".split())
_FORECAST = frozenset(
    "be win lose grow rise fall reach remain return start begin become increase decrease meet continue "
    "announce sign".split()
)
_SAYING = frozenset(
    "said says saying added adding adds stated stating told telling stressed stressing insisted noted noting "
    "replied declared explained repeated made clear that".split()
)


def expect(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "expect X to do Y", "from X we expect Y"."""
    if sentence.word(after) in {"from", "of"}:
        clause = frames.somebody_that(sentence, trigger, after + 1)
        return clause or frames.from_somebody(sentence, after + 1)
    before = _from_before(sentence, trigger)
    if before and (trigger.first or sentence.word(len(sentence.tokens) - 1) == ":"):
        if sentence.word(len(sentence.tokens) - 1) == ":":
            return Complement(by="ask.list", to=before)
        return Complement(by="ask.noun", to=before, action=after)
    if sentence.word(after - 1) == "than" and trigger.first:
        return Complement(by="ask.noun", action=after)  # "we expect no less than the return of …"
    noun = sentence.word(phrases.head(sentence, after, len(sentence.tokens) - 1))
    if trigger.first and sentence.word(after) in {"a", "an", "the"} and noun in sentence.grammar.ends | _ANSWERS:
        return frames.person_infinitive(sentence, trigger, after) or Complement(by="ask.noun", action=after)
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
    if action is None or _forecasts(sentence, action + 1) or sentence.word(action + 1) not in sentence.grammar.verbs:
        return False
    first, last = trigger.subject
    if trigger.form == "past":
        told = _is_told(sentence, first) or sentence.word(last) in {"he", "she", "they", "it"}
        return told and phrases.names_somebody(sentence, after, action - 1)
    if sentence.word(last) in {"he", "she"}:
        return phrases.names_somebody(sentence, after, action - 1)
    own = sentence.draft.blocks[sentence.block].voice == "issuer"
    if own and sentence.word(last) == "it" and sentence.word(after) in {"them", "both", "the", "all"}:
        return sentence.word(after) == "them" or phrases.names_somebody(sentence, after, action - 1)
    return frames.is_known(sentence, first, last) and frames.is_known(sentence, after, action - 1)


def _forecasts(sentence: Sentence, at: int) -> bool:
    """Say whether a verb tells what will come, not what is to be done: "to be released" is to be done."""
    done = sentence.word(at) == "be" and sentence.is_done(at + 1)
    return sentence.word(at) in _FORECAST and not done


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


def hope(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "hope that X will do Y"."""
    if not trigger.first and not trigger.bare and not _hopes_for_itself(sentence, trigger):
        return None
    if trigger.first and sentence.word(after) == "for":
        owed = sentence.word(after + 1) in {"your", "an", "a"} and wishes.is_owed(sentence, after + 1)
        return Complement(by="ask.hope", action=after + 1) if owed else None  # "we hope for your reply"
    if trigger.first and sentence.word(after) == "to":
        return _to_hear(sentence, after + 1)
    first = after + 1 if sentence.word(after) == "that" else after
    for at in range(first + 1, min(first + 25, len(sentence.tokens))):
        if sentence.word(at) in _WILL:
            if not phrases.names_somebody(sentence, first, at - 1) or sentence.word(first) == "it":
                return None
            if not trigger.first and not _may_act(sentence, first, at - 1):
                return None
            return Complement(by="ask.hope", to=(first, at - 1), action=at)
        if sentence.word(at) in {".", ";", ":"}:
            break
    return None


def _to_hear(sentence: Sentence, verb: int) -> Complement | None:
    """Read "I hope to have an answer from both by Thursday": what others are to give."""
    given = sentence.word(verb) in {"have", "get", "receive", "hear"} and sentence.word(verb + 1) in {"an", "a", "your"}
    return Complement(by="ask.hope", action=verb + 1) if given and wishes.is_owed(sentence, verb + 1) else None


def _may_act(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether a phrase names a party that can act, not merely something with a name."""
    head = sentence.word(phrases.head(sentence, first, last))
    return head in sentence.grammar.agents or frames.is_known(sentence, first, last)


def _hopes_for_itself(sentence: Sentence, trigger: Trigger) -> bool:
    """Say whether a known body hopes in a text of its own: "Sorland hopes that the parties will …"."""
    if trigger.subject is not None and sentence.word(trigger.subject[1]) in {"it", "he", "she", "they"}:
        return (
            trigger.subject[1] > 1 and sentence.word(trigger.subject[1] - 1) in _SAYING
        )  # "said it hoped both would …"
    if trigger.form != "s" or trigger.subject is None:
        return False
    last = trigger.subject[1]
    office = sentence.word(last) in sentence.grammar.agents or sentence.word(last) in {"former", "latter"}
    return office or frames.is_known(sentence, *trigger.subject)


_VOICING = frozenset(
    "voice voices voiced voicing express expresses expressed expressing convey conveys conveyed state stated "
    "share shares shared repeat repeated reiterate reiterated reiterates renewed".split()
)
_VOICED = 5
"""Tokens before a noun of hoping within which somebody voices it."""


def voiced(sentence: Sentence, index: int) -> tuple[Trigger, Complement] | None:
    """Read "voiced hope on Friday that Ardesh would …", "expressed the wish that herders be given …"."""
    verb = next((at for at in range(index - 1, max(-1, index - _VOICED), -1) if sentence.word(at) in _VOICING), None)
    if verb is None and sentence.word(index - 1) in {"our", "my"} and sentence.word(index) != "expectation":
        verb = index  # "with it comes our hope that …"
    if verb is None or sentence.word(verb - 1) in {"not", "to", "without"}:
        return None
    that = next((at for at in range(index + 1, index + _VOICED) if sentence.word(at) == "that"), None)
    if that is None or any(sentence.word(at) in {",", ".", ";"} for at in range(index, that)):
        return None
    first = verb == index or any(sentence.word(at) in {"we", "i"} for at in range(max(0, verb - 4), verb))
    force = "expect" if sentence.word(index) == "expectation" else "hope"
    trigger = Trigger(
        index=index,
        lemma="hope",
        force=force,
        form="noun",
        first=first,
        subject=None if verb == index else subject_of(sentence, verb - 1),
    )
    asked = frames.clause(sentence, trigger, that + 1)
    if asked is None or not _is_of_others(sentence, asked, that + 1):
        return None
    return trigger, replace(asked, by="ask.hope")


def _is_of_others(sentence: Sentence, asked: Complement, first: int) -> bool:
    """Say whether those who can act are hoped of, or something is to be done: no "it will rain"."""
    if asked.to is not None:
        capital = sentence.tokens[phrases.head(sentence, *asked.to)].capital
        return (capital or _may_act(sentence, *asked.to)) and not _forecasts(sentence, asked.action or first)
    return any(sentence.word(at) == "be" and sentence.is_done(at + 1) for at in range(first, first + _WHOM))


_WHOM = 10
"""Tokens that whom somebody reminds of a duty may have."""
_OWED = frozenset(
    "pledge pledges promise promises commitment commitments duty duties obligation obligations undertaking "
    "undertakings responsibility responsibilities word vow need".split()
)
_OWING = 4
"""Tokens from "of" within which the duty is named."""


def pledged(sentence: Sentence, of: int) -> int | None:
    """Give where the action begins in "of its pledge not to let anybody pass", "of their duty to open"."""
    for at in range(of + 1, of + 1 + _OWING):
        if sentence.word(at) in _OWED:
            negated = sentence.word(at + 1) == "not"
            return at + 1 if sentence.is_infinitive(at + 1 + negated) else None
    return None


def remind(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "remind X to do Y", "remind that …"; the latter is implicit."""
    if trigger.first and sentence.word(after) == "that":
        return Complement(by="ask.reminder", action=after + 1, explicit=False)
    of = next((at for at in range(after, min(after + _WHOM, len(sentence.tokens))) if sentence.word(at) == "of"), None)
    owed = pledged(sentence, of) if of is not None else None
    if of is not None and owed is not None and of > after and phrases.names_somebody(sentence, after, of - 1):
        return Complement(by="ask.infinitive", to=(after, of - 1), action=owed)
    found = frames.person_infinitive(sentence, trigger, after)
    if found and found.action is not None and found.action - after < 8:
        words = {sentence.word(at) for at in range(after, found.action)}
        return None if words & {"of", "that"} else found
    return None
