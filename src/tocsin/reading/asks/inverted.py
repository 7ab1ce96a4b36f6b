# SPDX-License-Identifier: Apache-2.0
"""Inverted asks: what is asked for stands before the verb – "the release of the crew was demanded by the union"."""

from __future__ import annotations

from tocsin.reading.asks import phrases
from tocsin.reading.asks.askings import BE, DAYS, HAVE, MODAL, NEGATIVE, Trigger, subject_of
from tocsin.reading.asks.frames import Complement, phrase_end
from tocsin.reading.asks.sentences import Sentence

_SOUGHT = frozenset({"demanded", "requested", "urged", "proposed", "recommended", "sought", "suggested", "insisted"})
_FOR = frozenset({"called", "asked", "appealed", "pleaded", "pressed"})
"""Participles that have "for" behind them: "was called for by the unions"."""
_LEAST = 3
"""Tokens that what is asked for has at least."""
_FAR = 7
"""Tokens from the participle within which "by" names who asks."""


def find(sentence: Sentence, index: int, force: str) -> tuple[Trigger, Complement] | None:
    """Read the participle at a token with what is asked for before it and who asks behind "by"; None elsewhere."""
    word = sentence.word(index)
    by = index + 1
    if word in _FOR and sentence.word(by) in {"for", "on"}:
        by += 1
    elif word not in _SOUGHT:
        return None
    last = _before(sentence, index)
    between = {sentence.word(at) for at in range(last + 1, index)}
    if BE.isdisjoint(between) or not NEGATIVE.isdisjoint(between) or last < _LEAST - 1:
        return None
    while by < index + _FAR and (
        sentence.word(by) in DAYS | {"on", "in", "a", "statement", "again", "yesterday", "today"}
    ):
        by += 1
    who = by + 1, _agent_end(sentence, by + 1)
    subject = subject_of(sentence, last) if sentence.word(by) == "by" else None
    if subject is None or not phrases.names_somebody(sentence, *who):
        return None
    first = subject[0]
    if not phrases.names_thing(sentence, first) or phrases.names_somebody(sentence, first, last):
        return None
    trigger = Trigger(index=index, lemma="inverted", force=force, form="past", subject=who)
    return trigger, Complement(by="ask.inverted", action=first)


def _agent_end(sentence: Sentence, first: int) -> int:
    """Give the last token of who asks: up to the mark or the day that ends the clause."""
    last = phrase_end(sentence, first)
    while last > first and sentence.word(last) in DAYS | {"and", "but"}:
        last -= 1
    return last


def end(sentence: Sentence, trigger: Trigger) -> int:
    """Give where what is asked for ends: before the verb's auxiliaries."""
    return sentence.tokens[_before(sentence, trigger.index)].end


def _before(sentence: Sentence, index: int) -> int:
    """Give the token before a verb's auxiliaries and adverbs."""
    at = index - 1
    while sentence.grammar.is_adverb(sentence.word(at)) or sentence.word(at) in BE | HAVE | MODAL | NEGATIVE:
        at -= 1
    return at
