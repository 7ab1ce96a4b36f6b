# SPDX-License-Identifier: Apache-2.0
"""Complements: what follows a trigger – who is asked, and the action asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from tocsin.reading import names
from tocsin.reading.asks import phrases
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.asks.verbs import Trigger

_ASKED_ABOUT = frozenset({"whether", "why", "what", "how", "if", "where", "when", "who", "about"})
_FINITE = frozenset("should must shall will would may can could ought needs need has have be not".split())
_WILL = frozenset("will would can may shall could finds takes".split())
_TELLING = frozenset({"advise", "remind", "ask", "request"})
_FORECAST = frozenset(
    "be win lose grow rise fall reach remain return start begin become increase decrease meet continue announce sign".split()
)
_INDICATIVE = frozenset("are is was were do did had know knew".split())
_SINGULAR = frozenset({"him", "her", "me", "us"})
_MEASURES = frozenset("money ransom tax taxes payment payments bribe bribes cash fee fees rent explanation".split())
_SURE = frozenset(
    {
        "urge",
        "implore",
        "beg",
        "beseech",
        "entreat",
        "exhort",
        "plead",
        "call",
        "appeal",
        "demand",
        "request",
        "ask",
        "petition",
        "press",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Complement:
    """Token spans: `to` (first, last) of the addressee's noun phrase, `action` the first token of what is asked for.

    `action` is None where the action stands in what follows: a list, or headings. `by` names the construction.
    """

    by: str
    to: tuple[int, int] | None = None
    action: int | None = None
    explicit: bool = True
    through: int | None = None


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
    if sentence.word(after) in _ASKED_ABOUT:
        return None
    if sentence.word(after) == ":" and trigger.form != "past":
        return Complement(by="ask.list") if after == len(sentence.tokens) - 1 else _spoken(sentence, after)
    return _FRAMES[trigger.lemma](sentence, trigger, after) if trigger.lemma in _FRAMES else None


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
    return Complement(by="ask.passive", to=trigger.subject, action=action)


def _ends_in_agent(sentence: Sentence, span: tuple[int, int]) -> bool:
    return any(sentence.word(at) in sentence.grammar.agents for at in range(span[0], span[1] + 1))


def _spoken(sentence: Sentence, colon: int, first: int | None = None) -> Complement | None:
    """Read "we ask you: open the bridge": the words after a colon are the action if they begin with a verb."""
    at = colon + 1
    while sentence.word(at) in {'"', "'", "please"}:
        at += 1
    if sentence.word(at) not in sentence.grammar.verbs | {"do", "don't"}:
        return None
    return Complement(by="ask.colon", to=None if first is None else (first, colon - 1), action=at)


def _person_infinitive(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    """Read "the Government of Veltria (not) to reopen …" from token `first`."""
    if first >= len(sentence.tokens):
        return None
    action = sentence.infinitive(first)
    last = (action if action is not None else _clause_end(sentence, first)) - 1
    if last < first:
        return None
    if action is not None:
        if any(sentence.word(at) in _ASKED_ABOUT for at in range(first, last + 1)):
            return None
        if trigger.lemma in _TELLING and any(sentence.word(at) == "that" for at in range(first, last + 1)):
            return None
        if not _may_be_asked(sentence, trigger, first, last):
            return None
        return Complement(by="ask.infinitive", to=(first, last), action=action)
    colon = last + 1
    if sentence.word(colon) == ":" and trigger.first and phrases.names_somebody(sentence, first, last):
        return _spoken(sentence, colon, first)
    return None


def _may_be_asked(sentence: Sentence, trigger: Trigger, first: int, last: int) -> bool:
    at = phrases.head(sentence, first, last)
    if sentence.word(at) in sentence.grammar.courts and trigger.lemma in {"ask", "request", "petition"}:
        return False
    if not trigger.first and trigger.lemma in {"ask", "beg", "invite"} and sentence.word(first) in _SINGULAR:
        return False
    if trigger.first and trigger.lemma != "expect":
        return not phrases.names_thing(sentence, first) or phrases.names_somebody(sentence, first, last)
    if trigger.lemma in _SURE:
        return phrases.names_somebody(sentence, first, last) or not phrases.names_thing(sentence, first)
    return phrases.names_somebody(sentence, first, last)


def _clause_end(sentence: Sentence, first: int) -> int:
    at = first
    while at < len(sentence.tokens) and sentence.word(at) not in {".", ";", ":", "?", "!", '"'}:
        at += 1
    return at


def _listed(sentence: Sentence, first: int, by: str = "ask.list") -> Complement | None:
    """Take the phrase from `first` as the addressee of a list that follows: "the Council:", "the Council to:"."""
    last = len(sentence.tokens) - 1
    while last >= first and sentence.word(last) in {":", "to", "the", "following"}:
        last -= 1
    ends = sentence.word(len(sentence.tokens) - 1)
    if ends in {".", ";", "?", "!"}:
        return None
    if last < first:
        return Complement(by=by)
    return Complement(by=by, to=(first, last))


def _call(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    word = sentence.word(after)
    if word in {"on", "upon"}:
        return _called_on(sentence, trigger, after + 1)
    if word == "for":
        return noun_after_for(sentence, trigger, after + 1)
    if sentence.is_infinitive(after) and (trigger.first or trigger.form == "ing"):
        return Complement(by="ask.bare-infinitive", action=after)
    return None


def _called_on(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    if sentence.word(first + 2) == "hand":
        return None
    found = _person_infinitive(sentence, trigger, first)
    if found:
        return found
    for at in range(first + 1, min(first + 25, len(sentence.tokens))):
        if sentence.word(at) == "for":
            return Complement(by="ask.for-noun", to=(first, at - 1), action=at + 1)
        if sentence.word(at) in {".", ";", ":"}:
            break
    return _listed(sentence, first)


def noun_after_for(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    if first >= len(sentence.tokens) or sentence.word(first) in {",", ".", ";", "?", "!", ")", "by"}:
        return None
    if sentence.word(len(sentence.tokens) - 1) == ":" and len(sentence.tokens) - first < 9:
        return _listed(sentence, len(sentence.tokens) - 1)
    action = sentence.infinitive(first)
    if action is not None and action - first < 12 and sentence.word(action + 1) != "be":
        last = action - 1
        if phrases.names_somebody(sentence, first, last) and not phrases.names_thing(sentence, first):
            return Complement(by="ask.for-somebody", to=(first, last), action=action)
    if not trigger.first and sentence.word(first) in {"help", "backup"} and sentence.word(first + 1) in {"", "."}:
        return None
    return Complement(by="ask.for-noun", to=_addressee_in_noun(sentence, first), action=first)


def _addressee_in_noun(sentence: Sentence, first: int) -> tuple[int, int] | None:
    """Give who is named in "UN action" or "action by the UN": the party just before or after the action's noun."""
    last = len(sentence.tokens) - 1
    at = phrases.head(sentence, first, last)
    noun = sentence.word(at)
    if noun in {
        "action",
        "actions",
        "intervention",
        "response",
        "support",
        "steps",
        "measures",
        "help",
        "inquiry",
        "involvement",
    }:
        if sentence.word(at + 1) in {"by", "from"}:
            return at + 2, _phrase_end(sentence, at + 2)
        if at > first and _is_known(sentence, first, at - 1):
            return first, at - 1
    return None


def _is_known(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether the catalogue knows somebody named between two tokens."""
    found = names.parties(sentence.draft, sentence.tokens[first].start, sentence.tokens[last].end)
    return any(party.id in sentence.draft.catalogue.actors for party in found)


def _phrase_end(sentence: Sentence, first: int) -> int:
    at = first
    while at + 1 < len(sentence.tokens) and sentence.word(at + 1) not in {
        ",",
        ".",
        ";",
        ":",
        "to",
        "in",
        "for",
        "against",
        "after",
        "before",
        "over",
        "on",
    }:
        at += 1
    return at


def _urge(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    word = sentence.word(after)
    if word == "for":
        return noun_after_for(sentence, trigger, after + 1)
    if word == "that":
        return clause(sentence, trigger, after + 1)
    if word == "against" and sentence.word(after + 1).endswith("ing"):
        return Complement(by="ask.gerund", action=after)
    if word in {"on", "upon"} or after >= len(sentence.tokens):
        return None
    if sentence.word(after) in {"you", "them", "all"} and sentence.word(after + 1) == ":":
        return Complement(
            by="ask.colon", to=(after, after), action=after + 2 if after + 2 < len(sentence.tokens) else None
        )
    found = _person_infinitive(sentence, trigger, after)
    if found and not (
        phrases.names_thing(sentence, after)
        and not phrases.names_somebody(sentence, after, found.to[1] if found.to else after)
    ):
        return found
    if trigger.lemma in {"urge", "implore"} and phrases.names_thing(sentence, after):
        return Complement(by="ask.noun", to=_addressee_in_noun(sentence, after), action=after)
    if sentence.word(len(sentence.tokens) - 1) in {":", "to"} and phrases.names_somebody(
        sentence, after, len(sentence.tokens) - 2
    ):
        return _listed(sentence, after)
    return None


def _plead(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if sentence.word(after) == "with":
        return _person_infinitive(sentence, trigger, after + 1)
    if sentence.word(after) == "for" and trigger.lemma == "plead":
        return noun_after_for(sentence, trigger, after + 1)
    return None


def _appeal(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    word = sentence.word(after)
    if word == "for":
        return noun_after_for(sentence, trigger, after + 1)
    if word != "to" or sentence.word(after + 1) == "":
        return None
    first = after + 1
    action = sentence.infinitive(first)
    if action is not None:
        return Complement(by="ask.infinitive", to=(first, action - 1), action=action)
    for at in range(first + 1, min(first + 25, len(sentence.tokens))):
        if sentence.word(at) == "for":
            return Complement(by="ask.for-noun", to=(first, at - 1), action=at + 1)
        if sentence.word(at) == "that":
            return replace(clause(sentence, trigger, at + 1) or Complement(by=""), to=(first, at - 1)) if at else None
        if sentence.word(at) == ":" and at < len(sentence.tokens) - 1:
            return _spoken(sentence, at, first)
        if sentence.word(at) in {".", ";", ":"}:
            break
    return _listed(sentence, first) if sentence.word(len(sentence.tokens) - 1) == ":" else None


def _demand(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    word = sentence.word(after)
    if word == "that":
        return clause(sentence, trigger, after + 1)
    if word in {"from", "of"}:
        first = after + 1
        action = sentence.infinitive(first)
        if action is not None:
            return Complement(by="ask.infinitive", to=(first, action - 1), action=action)
        return _from(sentence, first)
    if sentence.is_infinitive(after):
        return Complement(by="ask.bare-infinitive", action=after)
    return _demanded_noun(sentence, trigger, after)


def _demanded_noun(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if after >= len(sentence.tokens) or sentence.word(after) in {".", ","}:
        return None
    if sentence.word(after) in {":", "the"} and sentence.word(after + 1) in {"", "following"}:
        return _listed(sentence, len(sentence.tokens) - 1)
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
            return _listed(sentence, at + 1)
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
            return Complement(by="ask.noun", to=(at + 1, _phrase_end(sentence, at + 1)), action=after)
    if ends_open and len(sentence.tokens) - after < 9:
        return _listed(sentence, len(sentence.tokens) - 1)
    return Complement(by="ask.noun", to=_addressee_in_noun(sentence, after), action=after)


def _from(sentence: Sentence, first: int) -> Complement | None:
    """Read "from these structures the creation of …": the addressee runs to the determiner of the action."""
    for at in range(first + 1, min(first + 20, len(sentence.tokens))):
        if sentence.word(at) in {"the", "a", "an", "that", "immediate", "urgent"} or (
            sentence.word(at).isalpha() and at == first + 2 and sentence.grammar.is_thing(sentence.word(at))
        ):
            before = sentence.word(at - 1)
            if before in {"of", "and", "for", "in", "to", "from", ","} and not sentence.grammar.is_thing(
                sentence.word(at + 1)
            ):
                continue
            return Complement(by="ask.noun", to=(first, at - 1), action=at)
        if sentence.word(at)[:1].isdigit() or sentence.word(at) in {"two", "three", "more", "four", "ten"}:
            return Complement(by="ask.noun", to=(first, at - 1), action=at)
    return _listed(sentence, first) if sentence.word(len(sentence.tokens) - 1) == ":" else None


def _request(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    word = sentence.word(after)
    if word == "that":
        return clause(sentence, trigger, after + 1)
    if word == "for":
        return noun_after_for(sentence, trigger, after + 1) if trigger.lemma != "request" else None
    if word == "of":
        return _person_infinitive(sentence, trigger, after + 1)
    if word == "from":
        return _from(sentence, after + 1)
    if sentence.is_infinitive(after):
        return Complement(by="ask.bare-infinitive", action=after) if trigger.first else None
    for_noun = _asked_for(sentence, trigger, after)
    found = for_noun or _person_infinitive(sentence, trigger, after)
    if found:
        return found
    if after >= len(sentence.tokens):
        return None
    last = len(sentence.tokens) - 1
    if sentence.word(last) in {":", "to"}:
        return _listed(sentence, after) if phrases.names_somebody(sentence, after, last - 1) else None
    if trigger.lemma == "request" and phrases.names_thing(sentence, after):
        return Complement(by="ask.noun", action=after)
    return None


def _asked_for(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "ask X for Y": the "for" comes before any infinitive."""
    if trigger.lemma == "request":
        return None
    for at in range(after + 1, min(after + 12, len(sentence.tokens) - 1)):
        word = sentence.word(at)
        if word in {",", ".", ";", ":", "that"} or sentence.is_infinitive(at):
            return None
        if word == "for":
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
        return clause(sentence, trigger, after + 1)
    if word == "to":
        at = after + 1
        while at < len(sentence.tokens) and sentence.word(at) not in {"that", ".", ";"} and at < after + 12:
            at += 1
        found = clause(sentence, trigger, at + 1) if sentence.word(at) == "that" else None
        return replace(found, to=(after + 1, at - 1)) if found else None
    if word.endswith("ing") and len(word) > 4 and (trigger.first or trigger.lemma in {"recommend", "propose"}):
        return Complement(by="ask.gerund", action=after)
    if trigger.lemma in {"recommend", "advise", "encourage", "invite"}:
        found = _person_infinitive(sentence, trigger, after)
        if found:
            return found
    if trigger.lemma in {"recommend", "propose", "encourage"} and phrases.names_thing(sentence, after):
        return Complement(by="ask.noun", action=after) if trigger.first or trigger.lemma != "encourage" else None
    return None


def _expect(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if sentence.word(after) == "from":
        return _from(sentence, after + 1)
    before = _from_before(sentence, trigger)
    if before and (trigger.first or sentence.word(len(sentence.tokens) - 1) == ":"):
        if sentence.word(len(sentence.tokens) - 1) == ":":
            return Complement(by="ask.list", to=before)
        return Complement(by="ask.noun", to=before, action=after)
    if not trigger.first and not _expects_of(sentence, trigger, after):
        return None
    if sentence.word(after) == "that":
        return clause(sentence, trigger, after + 1)
    return _person_infinitive(sentence, trigger, after)


def _expects_of(sentence: Sentence, trigger: Trigger, after: int) -> bool:
    """Say whether a named body expects something of a named body ("Sorland expects Ardesh to …"): no forecast."""
    if trigger.form == "past" or trigger.subject is None or sentence.word(after) == "that":
        return False
    action = sentence.infinitive(after)
    if (
        action is None
        or sentence.word(action + 1) in _FORECAST
        or sentence.word(action + 1) not in sentence.grammar.verbs
    ):
        return False
    return _is_known(sentence, *trigger.subject) and _is_known(sentence, after, action - 1)


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
        return clause(sentence, trigger, after + 1)
    return None


def _remind(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    if trigger.first and sentence.word(after) == "that":
        return Complement(by="ask.reminder", action=after + 1, explicit=False)
    found = _person_infinitive(sentence, trigger, after)
    if found and found.action is not None and found.action - after < 8:
        words = {sentence.word(at) for at in range(after, found.action)}
        return None if words & {"of", "that"} else found
    return None


def clause(sentence: Sentence, trigger: Trigger, first: int) -> Complement | None:
    """Read the clause after "that": "X (should) do Y", "Y be done"; a fact in the indicative asks nothing."""
    for at in range(first, min(first + 30, len(sentence.tokens))):
        word = sentence.word(at)
        if word in {"is", "are", "was", "were", "has", "had", "does", "did"} and at > first:
            return None
        if at == first:
            if (
                word in {"you", "they", "he", "she"}
                and sentence.word(at + 1).isalpha()
                and sentence.word(at + 1) not in _FINITE | _INDICATIVE
            ):
                return Complement(by="ask.clause", to=(first, first), action=at + 1)
            continue
        if word in {"will", "would", "may", "can", "could"} and trigger.lemma not in {
            "expect",
            "hope",
            "request",
            "ask",
        }:
            return None
        if word in {"should", "must", "shall", "will", "may", "would", "ought", "be", "not"}:
            return _clause_with(sentence, first, at)
        if (
            sentence.grammar.is_verb(word)
            and word in sentence.grammar.verbs
            and not sentence.tokens[at].capital
            and _verbal(sentence, first, at)
        ):
            return _clause_with(sentence, first, at)
        if word in {".", ";", "?", "!"}:
            return None
    if sentence.word(len(sentence.tokens) - 1) in {":"}:
        return Complement(
            by="ask.list", to=(first, len(sentence.tokens) - 2) if first < len(sentence.tokens) - 1 else None
        )
    return None


def _verbal(sentence: Sentence, first: int, at: int) -> bool:
    """Say whether the word at `at` is the clause's verb, not a noun of the same letters."""
    before = sentence.word(at - 1)
    if before in sentence.grammar.nouners - {"all", "more", "most", "few", "several", "these", "those"} or before in {
        "and",
        "or",
    }:
        return False
    after = sentence.word(at + 1)
    if after in {"of", "by", "is", "are"} and sentence.word(at) not in {"dispose"}:
        return False
    return (
        phrases.names_somebody(sentence, first, at - 1)
        or after
        in {"the", "a", "an", "its", "their", "all", "to", "from", "any", "this", "his", "her", "our", "on", "with"}
        or after.endswith("ly")
    )


def _clause_with(sentence: Sentence, first: int, verb: int) -> Complement:
    after = verb
    while (
        sentence.word(after) in _FINITE
        or sentence.grammar.is_adverb(sentence.word(after))
        or sentence.word(after) == "to"
    ):
        if sentence.word(after) == "be":
            return Complement(by="ask.clause", to=None, action=first)
        after += 1
    if phrases.names_somebody(sentence, first, verb - 1):
        action = verb + 1 if sentence.word(verb) in {"should", "must", "shall", "will", "may", "would"} else verb
        return Complement(by="ask.clause", to=(first, verb - 1), action=action)
    return Complement(by="ask.clause", action=first)


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
}
