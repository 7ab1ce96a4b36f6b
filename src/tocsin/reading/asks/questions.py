# SPDX-License-Identifier: Apache-2.0
"""Polite questions and biddings: "Would the Governor please answer?", "School heads will kindly read this"."""

from __future__ import annotations

from tocsin.reading.asks import phrases
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.sentences import Sentence

_MODALS = frozenset({"would", "could", "will", "can", "may", "might"})
_POLITE = frozenset({"please", "kindly"})
_FARTHEST = 16


def find(sentence: Sentence, at: int) -> tuple[Trigger, Complement] | None:
    """Read the question or bidding whose "please" or "kindly" is the token `at`; None where it is none."""
    if sentence.word(at) not in _POLITE:
        return None
    verb = at + 1
    if not sentence.grammar.is_verb(sentence.word(verb)) or sentence.word(verb) in _MODALS:
        return None
    if sentence.word(at - 1) in {"will", "shall"}:
        span = 0, at - 2
    else:
        modal = next((i for i in range(at - 1, max(-1, at - _FARTHEST), -1) if sentence.word(i) in _MODALS), None)
        if modal is None or (modal > 0 and sentence.word(modal - 1) not in {",", '"', "and", ":", "so"}):
            return None
        span = modal + 1, at - 1
    if span[1] < span[0]:
        return None
    you = sentence.word(span[0]) == "you"
    if not you and not phrases.names_somebody(sentence, *span):
        return None
    trigger = Trigger(index=at, lemma="plea", force="request", form="base", first=True)
    return trigger, Complement(by="ask.question", to=span, action=verb)
