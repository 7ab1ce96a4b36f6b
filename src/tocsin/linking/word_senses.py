# SPDX-License-Identifier: Apache-2.0
"""Word senses: how near two English words are in use, by a fixed table – "trawler" and "vessel", "fares" and "travel".

1. The table is a part of GloVe 6B, 50 dimensions (Pennington, Socher and Manning 2014, PDDL 1.0), made by
   `scripts/pack_word_vectors.py`: nothing is fetched, and the same words are always as near.
2. It is read once, when words are first compared, and each word's row when it is first met.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Iterable
from functools import lru_cache
from operator import mul
from pathlib import Path

WORDS = Path(__file__).with_name("word_vectors.txt")
ROWS = Path(__file__).with_name("word_vectors.bin")
WIDTH = 50
_ENDINGS = ("'s", "’s", "s", "es")


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, int], bytes]:
    words = WORDS.read_text(encoding="utf-8").split()
    return {word: place for place, word in enumerate(words)}, ROWS.read_bytes()


def _place(word: str) -> int | None:
    places = _table()[0]
    if word in places:
        return places[word]
    cut = (word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending))
    return next((places[short] for short in cut if short in places), None)


@lru_cache(maxsize=32768)
def _row(place: int) -> tuple[tuple[int, ...], float]:
    row = struct.unpack_from(f"{WIDTH}b", _table()[1], place * WIDTH)
    return row, math.sqrt(sum(map(mul, row, row)))


@lru_cache(maxsize=262144)
def nearness(one: str, other: str) -> float:
    """Say how near two words are, -1 to 1; 0 where the table does not know one of them.

    >>> nearness("vessel", "trawler") > 0.5 > nearness("vessel", "medal")
    True
    """
    first, second = _place(one), _place(other)
    if first is None or second is None:
        return 0.0
    (mine, long), (theirs, wide) = _row(first), _row(second)
    return float(sum(map(mul, mine, theirs)) / (long * wide))


@lru_cache(maxsize=32768)
def rareness(word: str) -> float:
    """Say how much a word tells by how seldom it is used, 0 for the commonest to 1; an unknown one somewhat less.

    >>> rareness("people") < rareness("trawler"), rareness("xyzzy")
    (True, 0.85)
    """
    place = _place(word)
    return _UNKNOWN if place is None else min(1.0, math.log1p(place / _COMMON) / math.log1p(_RARE / _COMMON))


_UNKNOWN = 0.85
_COMMON, _RARE = 100, 20_000
"""Places in the table, the most used words first: up to which they are the commonest, beyond which all are rare."""

Sense = tuple[float, ...]
"""The direction in which some words point together, of length one; all nought where the table knows none of them."""


def sense(words: Iterable[tuple[str, float]]) -> Sense:
    """Give the sense of some words, each with how much it weighs.

    >>> boats, ships = sense([("trawlers", 1.0), ("crew", 0.5)]), sense([("vessel", 1.0), ("sailors", 0.5)])
    >>> likeness(boats, ships) > 0.5 > likeness(boats, sense([("medal", 1.0)]))
    True
    """
    total = [0.0] * WIDTH
    for word, weight in words:
        place = _place(word)
        if place is not None:
            row, length = _row(place)
            scale = weight / length
            total = [before + scale * value for before, value in zip(total, row, strict=True)]
    length = math.sqrt(sum(map(mul, total, total)))
    return tuple([value / length for value in total]) if length else tuple(total)


def likeness(one: Sense, other: Sense) -> float:
    """Say how alike two senses are, -1 to 1."""
    return math.fsum(map(mul, one, other))
