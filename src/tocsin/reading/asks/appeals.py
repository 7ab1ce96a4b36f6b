# SPDX-License-Identifier: Apache-2.0
"""Appeals: what follows verbs that turn to somebody – call, urge, implore, plead, appeal."""
# ruff: noqa: C901, PLR0911, SIM905 - one return a shape; a word list reads best as words

from __future__ import annotations

from dataclasses import replace

from tocsin.reading.asks import frames, phrases, pleas
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence


def call(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "call on X to do Y", "call for Y", "call to do Y"."""
    word = sentence.word(after)
    if word in {"on", "upon"}:
        return _called_on(sentence, trigger, after + 1)
    if word == "for":
        return frames.noun_after_for(sentence, trigger, after + 1)
    if sentence.is_infinitive(after) and (trigger.first or trigger.form == "ing"):
        return Complement(by="ask.bare-infinitive", action=after)
    act = after + (word in _WHEN)
    done = trigger.subject is not None and sentence.word(trigger.index - 1) in {"has", "have"}
    if done and sentence.is_infinitive(act) and sentence.word(act + 1) not in _PHONED:
        return Complement(by="ask.bare-infinitive", action=act)  # "The Office has called today to free the detained"
    return _called(sentence, trigger, after)


_PHONED = frozenset(
    "report say tell ask help complain inform discuss apologise apologize express offer testify claim warn announce "
    "deny threaten accept admit say congratulate thank speak talk wish".split()
)
_WHEN = frozenset("today yesterday again repeatedly".split())
"""What may stand between "has called" and what for."""


def _called(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "call the Union to act", "calls the authorities to …", where "on" is left out."""
    if sentence.word(after) in {"it", "him", "her", "them", "this", "that", "a", "an"}:
        return None  # "called it an operation to …"
    found = frames.person_infinitive(sentence, trigger, after)
    if found is None or found.to is None or found.action is None or found.by != "ask.infinitive":
        return None
    if any(sentence.word(at) in {"a", "an"} for at in range(after + 2, found.action)):
        return None  # "called the clashes a raid to …"
    known = frames.is_known(sentence, *found.to) or (trigger.bare and phrases.names_somebody(sentence, *found.to))
    if sentence.word(found.action + 1) in _PHONED or not known:
        return None
    return found


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


def urge(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "urge X to do Y", "urge that", "urge Y", "urge you: …"."""
    word = sentence.word(after)
    if word == "nothing" and sentence.word(after + 1) in {"of", "", ".", ","}:
        return None
    if word == "for":
        return frames.noun_after_for(sentence, trigger, after + 1)
    if word == "that":
        return frames.clause(sentence, trigger, after + 1)
    if word == "against":
        return Complement(by="ask.noun", action=after)
    if word in {"on", "upon"} and trigger.first:
        return _urged_upon(sentence, after + 1)
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


def press(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "press X to do Y", "press for Y", "press X for Y"."""
    found = urge(sentence, trigger, after)
    if found is not None:
        return found
    for at in range(after + 1, min(after + _PRESSED, len(sentence.tokens) - 1)):
        if sentence.word(at) == "for" and phrases.names_somebody(sentence, after, at - 1):
            return Complement(by="ask.for-noun", to=(after, at - 1), action=at + 1)
    return None


_PRESSED = 10
"""Tokens that whom somebody presses may have, and one."""


def _urged_upon(sentence: Sentence, first: int) -> Complement | None:
    """Read "urge upon the Council the need to meet", "urge upon both sides an early truce"."""
    found = frames.from_somebody(sentence, first)
    if found is None or found.action is None:
        return found
    action = sentence.infinitive(found.action)
    needed = sentence.word(found.action + 1) in {"need", "necessity", "duty", "urgency"}
    return replace(found, by="ask.infinitive", action=action) if needed and action is not None else found


def plead(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "plead with X to do Y", "plead with X that …", "plead for Y", "plead that …"."""
    if sentence.word(after) == "with":
        return frames.person_infinitive(sentence, trigger, after + 1) or frames.somebody_that(
            sentence, trigger, after + 1
        )
    if sentence.word(after) == "that":
        return frames.clause(sentence, trigger, after + 1)
    if sentence.word(after) == "for" and trigger.lemma == "plead":
        return frames.noun_after_for(sentence, trigger, after + 1)
    return None


def appeal(sentence: Sentence, trigger: Trigger, after: int) -> Complement | None:
    """Read "appeal to X to do Y", "appeal to X for Y", "appeal for Y"."""
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
