# SPDX-License-Identifier: Apache-2.0
"""Givers: from whom something is requested, and "for" inside the name of a body that is asked."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

from tocsin.reading.asks import frames, phrases
from tocsin.reading.asks.sentences import Sentence


def from_later(sentence: Sentence, after: int) -> tuple[int, int] | None:
    """Give from whom something is requested: "requested more pumps from Sorland"."""
    if sentence.word(phrases.head(sentence, after, len(sentence.tokens) - 1)) in _TOLD_PRESS:
        return None
    for at in range(after + 1, min(after + 14, len(sentence.tokens) - 1)):
        if sentence.word(at) in {".", ";", ":", "that", "who", "which"}:
            return None
        if sentence.word(at) == "from":
            last = frames.phrase_end(sentence, at + 1)
            return (at + 1, last) if phrases.names_somebody(sentence, at + 1, last) else None
    return None


_TOLD_PRESS = frozenset("comment comments response reply interview statement clarification permission asylum".split())


def is_named_for(sentence: Sentence, at: int) -> bool:
    """Say whether "for" stands inside a body's name that an infinitive follows: "the Mission for X (MX) to do Y"."""
    if sentence.word(at - 1) not in _BODIES or not sentence.tokens[at - 1].capital:
        return False
    after = at + 2 if sentence.word(at + 1) == "the" else at + 1
    return sentence.tokens[min(after, len(sentence.tokens) - 1)].capital and sentence.infinitive(at + 1) is not None


_BODIES = frozenset(
    "mission office agency centre center council commission committee fund programme department ministry "
    "representative envoy coordinator institute secretary minister commissioner organisation organization alliance "
    "campaign movement party network group team force authority bureau directorate forum coalition".split()
)
