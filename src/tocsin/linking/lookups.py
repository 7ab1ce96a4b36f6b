# SPDX-License-Identifier: Apache-2.0
"""Lookups: in which texts' sketches a shingle stands, kept so that a look costs little however many texts there are.

1. Most shingles of sketches stand in one text alone: that text's number is kept by itself, and a list only of further
   ones.
2. A sketch holds a text's smallest shingles. Small ones are kept apart from large ones, which only short texts have in
   their sketches: most shingles of a text are large, and are looked for among few.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

MOST = 16
"""Texts that one shingle of a sketch is looked up in."""

LOWEST = -(2**63)
"""The smallest number that a shingle can be."""

FEWEST = 3
"""Shingles of a sketch that must be held, however short the text."""

_SMALL = LOWEST + (1 << 62)
"""Below it is one shingle in four."""


class Lookup:
    """The first texts, by their numbers, in whose sketch each shingle stands."""

    __slots__ = ("_first", "_large", "_more")

    def __init__(self) -> None:
        self._first: dict[int, int] = {}
        self._large: set[int] = set()
        self._more: dict[int, list[int]] = {}

    def enter(self, number: int, sketch: Iterable[int]) -> list[int]:
        """Enter a text's sketch; give the shingles under which it stands now."""
        first, entered = self._first, []
        for shingle in sketch:
            if first.setdefault(shingle, number) != number:
                more = self._more.setdefault(shingle, [])
                if len(more) >= MOST - 1:
                    continue
                more.append(number)
            entered.append(shingle)
        self._large.update(shingle for shingle in entered if shingle >= _SMALL)
        return entered

    def holds(self, shingles: Collection[int]) -> bool:
        """Say whether any of a text's shingles stands in a sketch."""
        return not self._first.keys().isdisjoint(shingles)

    def met(self, number: int, shingles: array[int], fewest: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Give the pairs of a text with those of whose sketch it holds enough; `fewest` says for each what is."""
        first, large = self._first, self._large
        near = [shingle for shingle in shingles.tolist() if shingle < _SMALL or shingle in large]
        held = first.keys() & set(near)
        further = filter(None, map(self._more.get, held))
        counts = Counter(chain(map(first.__getitem__, held), chain.from_iterable(further)))
        for other, count in counts.items():
            if count >= FEWEST and count >= fewest[other] and other != number:
                yield (number, other) if number < other else (other, number)
