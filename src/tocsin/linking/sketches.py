# SPDX-License-Identifier: Apache-2.0
"""Sketches: which texts are worth comparing word by word, found by the smallest shingles of each (MinHash).

1. A sketch is the smallest shingles of a text. Every text's shingles are looked up among all sketches, so that a short
   text is found inside a long one, which texts compared as wholes (Jaccard) would hide.
2. What two texts have in common is estimated by the smaller shingles of each, their marks; of two that seem to be one
   print, all are compared.
3. A shingle that many texts hold is looked up in the first of them only: a letter reprinted a thousand times costs a
   thousand comparisons, not half a million.
4. What a further text meets is found by itself; all others stand, and are the same as if all had come at once.

Source: Broder, "On the resemblance and containment of documents" (1997), for sketches and containment.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from tocsin.records.ids import Digest

SKETCH = 48
"""Shingles in a sketch, the smallest of a text; a shorter text is its own sketch."""

MEETING = 0.18
"""The share of a sketch that another text must hold to be worth measuring: a copy at the least that counts has more."""

WORTH = 0.25
"""The share of the shorter text's marks that both must hold to be worth measuring."""

FEW = 25
"""Shingles that only one of two texts has, up to which they are one print: about five changed words."""

FEWEST = 3
"""Shingles of a sketch that must be held, however short the text."""

MOST = 16
"""Texts that one shingle of a sketch is looked up in."""

CLOSEST = 16
"""Texts that a text is measured against, those that share most with it."""

_MARKS = 64
"""Small shingles of a text by which it is compared with another: so many at least, less than twice as many."""

_SLACK = 10
"""Marks that may differ beyond what is expected of one print, before all shingles of both are compared."""

_SETS = 4096
"""Texts of which marks are held ready."""

_LOWEST = -(2**63)
"""The smallest number that a shingle can be."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Meeting:
    """Two texts that hold shingles of one another: `share` of the shorter's, `differ` how many only one of them has.

    Each is itself alone, so that what is told of several can be kept by them.
    """

    first: Digest
    second: Digest
    share: float
    differ: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outline:
    """A text as it is looked for: its shingles in order, how many of them are `distinct`, the smallest in its `sketch`.

    A sketch is in order of size.
    """

    shingles: array[int] = field(repr=False)
    distinct: int
    sketch: array[int] = field(repr=False)

    @property
    def scale(self) -> int:
        """Its marks are the shingles of which there is one among two to the power of this."""
        return max(0, (self.distinct // _MARKS).bit_length() - 1)

    def marks(self, scale: int) -> frozenset[int]:
        """Give its shingles of which there is one among two to the power of this."""
        if not scale:
            return frozenset(self.shingles)
        bound = _LOWEST + (1 << 64 - scale)
        return frozenset([shingle for shingle in self.shingles if shingle < bound])


def least(sketch: Sequence[int]) -> int:
    """Say how much of a sketch another text must hold to be worth measuring."""
    return max(FEWEST, round(MEETING * len(sketch)))


def outlined(shingles: Iterable[int]) -> Outline:
    """Sketch a text by its shingles in order."""
    held = array("q", shingles)
    distinct = sorted(set(held))
    return Outline(shingles=held, distinct=len(distinct), sketch=array("q", distinct[:SKETCH]))


Index = dict[int, list[int]]
"""The places of the texts whose sketch holds a shingle."""


Elsewhere = Callable[[Sequence["array[int]"], Sequence["array[int]"]], Callable[[], Iterable[tuple[int, int]]]]
"""Begins to find what the last texts meet, by the sketches of all and the shingles of the last; gives what waits."""


def _enter(index: Index, number: int, sketch: Iterable[int]) -> list[int]:
    """Enter a text's sketch into an index; give the shingles under which it stands now."""
    entered = []
    for shingle in sketch:
        if len(held := index.setdefault(shingle, [])) < MOST:
            held.append(number)
            entered.append(shingle)
    return entered


def _met(number: int, shingles: Iterable[int], index: Index, fewest: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Give the pairs of a text with those of whose sketch it holds enough."""
    met = index.keys() & set(shingles)
    for other, count in Counter(chain.from_iterable(map(index.__getitem__, met))).items():
        if count >= fewest[other] and other != number:
            yield (number, other) if number < other else (other, number)


def meeting_last(sketches: Sequence[array[int]], last: Sequence[array[int]]) -> Iterator[tuple[int, int]]:
    """Give the pairs of the last texts with any, by the sketches of all and the shingles of the last."""
    index: Index = {}
    for number, sketch in enumerate(sketches):
        _enter(index, number, sketch)
    fewest = [*map(least, sketches)]
    for number, shingles in enumerate(last, len(sketches) - len(last)):
        yield from _met(number, shingles, index, fewest)


_Met = tuple[float, int, int, Meeting]
"""What a text meets, as it is put in order: by share, difference, place."""


@dataclass(slots=True)
class Sketches:
    """Texts in order, which of them meet, and what they have in common; texts are added at the end."""

    names: list[Digest] = field(default_factory=list)
    outlines: list[Outline] = field(default_factory=list)
    _index: Index = field(default_factory=dict)
    _least: list[int] = field(default_factory=list)
    _found: set[tuple[int, int]] = field(default_factory=set)
    _of: list[list[_Met]] = field(default_factory=list)

    def add(self, outlines: Mapping[Digest, Outline], elsewhere: Elsewhere | None = None) -> None:
        """Add texts, and find what they meet; of the first that come, `elsewhere` finds half where it is given."""
        before = len(self.names)
        fresh = self._sketched(outlines)
        found: set[tuple[int, int]] = set()
        here = len(self.names)
        if elsewhere is not None and not before:
            here = here // 2
            others = elsewhere(
                [made.sketch for made in self.outlines], [made.shingles for made in self.outlines[here:]]
            )
        for number in range(before, here):
            found.update(_met(number, self.outlines[number].shingles, self._index, self._least))
        if here < len(self.names):
            found.update((first, second) for first, second in others())
        for number in range(before):
            if not fresh.keys().isdisjoint(self.outlines[number].shingles):
                found.update(_met(number, self.outlines[number].shingles, fresh, self._least))
        self._measure(sorted(found - self._found))
        self._found |= found

    def _sketched(self, outlines: Mapping[Digest, Outline]) -> Index:
        """Enter sketches into the index; give the new entries by themselves, where others stood before."""
        fresh: Index = {}
        anew = bool(self.names)
        for name, made in outlines.items():
            number = len(self.names)
            self.names.append(name)
            self.outlines.append(made)
            self._least.append(least(made.sketch))
            self._of.append([])
            entered = _enter(self._index, number, made.sketch)
            if anew:
                for shingle in entered:
                    fresh.setdefault(shingle, []).append(number)
        return fresh

    def _measure(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Estimate what pairs have in common: the share of the shorter's, and how much only one of them has."""

        @lru_cache(maxsize=_SETS)
        def marks(number: int, scale: int) -> frozenset[int]:
            return self.outlines[number].marks(scale)

        for first, second in pairs:
            scale = min(self.outlines[first].scale, self.outlines[second].scale)
            one, other = marks(first, scale), marks(second, scale)
            common = len(one & other)
            differ = len(one) + len(other) - 2 * common
            if scale and differ <= (FEW >> scale) + _SLACK:
                scale, one, other = 0, marks(first, 0), marks(second, 0)
                common = len(one & other)
                differ = len(one) + len(other) - 2 * common
            share = common / max(1, min(len(one), len(other)))
            if share >= WORTH:
                differ <<= scale
                met = Meeting(first=self.names[first], second=self.names[second], share=share, differ=differ)
                self._of[first].append((-share, differ, second, met))
                self._of[second].append((-share, differ, first, met))

    def meetings(self) -> list[Meeting]:
        """Give the pairs of texts that are worth measuring, each pair once, in the order of the texts."""
        closest = (sorted(met)[:CLOSEST] for met in self._of if met)
        return list(dict.fromkeys(one[-1] for met in closest for one in met))


def meeting(outlines: Mapping[Digest, Outline]) -> list[Meeting]:
    """Give the pairs of texts that are worth measuring, of texts that come all at once.

    >>> texts = {"a": range(9), "b": range(20, 40), "c": range(5, 30)}
    >>> found = meeting({Digest(name): outlined(text) for name, text in texts.items()})
    >>> [(met.first, met.second, met.differ) for met in found]
    [('a', 'c', 26), ('b', 'c', 25)]
    """
    held = Sketches()
    held.add(outlines)
    return held.meetings()
