# SPDX-License-Identifier: Apache-2.0
"""Asides: what stands in commas between whom somebody asks and what: "of it, today, on the day of the press, a …"."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

from tocsin.reading.asks import phrases
from tocsin.reading.asks.sentences import Sentence

_ASIDES = frozenset(
    "today now once again on in at for before after with without as first yet here therefore finally above even too "
    "likewise also not whatever however if when who which whose where through during since until this".split()
)
"""Words with which an aside begins between whom somebody asks and what."""


def past(sentence: Sentence, first: int) -> tuple[int, int] | None:
    """Give the comma that opens asides, and the token past them: "of it, today, on the day of the press, a meeting"."""
    comma = next((at for at in range(first + 1, first + _WHOM) if sentence.word(at) in _BREAKS), None)
    if comma is None or sentence.word(comma) != "," or sentence.word(comma + 1) not in _ASIDES:
        return None
    at = comma
    while sentence.word(at) == "," and sentence.word(at + 1) in _ASIDES:
        after = next((i for i in range(at + 1, at + _ASIDE) if sentence.word(i) in _BREAKS), None)
        if after is None or sentence.word(after) != ",":
            return None
        at = after
    somebody = first == comma - 1 or phrases.names_somebody(sentence, first, comma - 1)
    return (comma, at + 1) if somebody and at + 1 < len(sentence.tokens) else None


_BREAKS = frozenset(", ; : . ! ?".split())
_WHOM = 12
"""Tokens within which whom somebody asks ends at a comma."""
_ASIDE = 16
"""Tokens that an aside may have."""
