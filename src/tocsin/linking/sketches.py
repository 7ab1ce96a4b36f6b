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
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from tocsin.linking.lookups import FEWEST, LOWEST, Lookup
from tocsin.records.ids import Digest

SKETCH = 48
"""Shingles in a sketch, the smallest of a text; a shorter text is its own sketch."""

MEETING = 0.18
"""The share of a sketch that another text must hold to be worth measuring: a copy at the least that counts has more."""

WORTH = 0.25
"""The share of the shorter text's marks that both must hold to be worth measuring."""

FEW = 25
"""Shingles that only one of two texts has, up to which they are one print: about five changed words."""

CLOSEST = 16
"""Texts that a text is measured against, those that share most with it."""

_MARKS = 64
"""Small shingles of a text by which it is compared with another: so many at least, less than twice as many."""

_SLACK = 10
"""Marks that may differ beyond what is expected of one print, before all shingles of both are compared."""

_SETS = 4096
"""Texts of which marks are held ready."""


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
    """A text as it is looked for: its shingles in order, how many of them are `distinct`, the smallest by size.

    Its `smallest` are its marks, and its sketch at least.
    """

    shingles: array[int] = field(repr=False)
    distinct: int
    smallest: array[int] = field(repr=False)

    @property
    def sketch(self) -> array[int]:
        """Its smallest shingles, in order of size."""
        return self.smallest[:SKETCH]

    @property
    def scale(self) -> int:
        """Its marks are the shingles of which there is one among two to the power of this."""
        return _scale(self.distinct)

    def marks(self, scale: int) -> frozenset[int]:
        """Give its shingles of which there is one among two to the power of this."""
        if not scale:
            return frozenset(self.shingles.tolist())
        bound = _bound(scale)
        if scale >= self.scale:
            return frozenset(self.smallest[: bisect_left(self.smallest, bound)])
        return frozenset([shingle for shingle in self.shingles.tolist() if shingle < bound])


def _scale(distinct: int) -> int:
    return max(0, (distinct // _MARKS).bit_length() - 1)


def _bound(scale: int) -> int:
    """Give the number below which is one shingle among two to the power of a scale."""
    return LOWEST + (1 << 64 - scale)


def least(sketch: Sequence[int]) -> int:
    """Say how much of a sketch another text must hold to be worth measuring."""
    return max(FEWEST, round(MEETING * len(sketch)))


def outlined(shingles: Iterable[int]) -> Outline:
    """Sketch a text by its shingles in order."""
    held = [*shingles]
    distinct = set(held)
    bound = _bound(_scale(len(distinct)))
    smallest = sorted([shingle for shingle in distinct if shingle < bound])
    if len(smallest) < SKETCH:
        smallest = sorted(distinct)[:SKETCH]
    return Outline(shingles=array("q", held), distinct=len(distinct), smallest=array("q", smallest))


Estimate = tuple[int, int, float, int]
"""Two texts by their numbers, the share of the shorter's shingles that both hold, how many only one of them has."""


Elsewhere = Callable[
    [Sequence["array[int]"], Sequence[Outline]], Callable[[], tuple[Iterable[tuple[int, int]], Iterable[Estimate]]]
]
"""Begins to find what the last texts meet, by the sketches of those before and their outlines; gives what waits."""


def meeting_last(
    sketches: Sequence[array[int]], last: Sequence[Outline]
) -> tuple[list[tuple[int, int]], list[Estimate]]:
    """Give the pairs of the last texts with any, by the sketches of those before them, and measure them by themselves.

    What a text meets before the last ones is for whoever has its outline to measure.
    """
    index = Lookup()
    every = [*sketches, *(made.sketch for made in last)]
    for number, sketch in enumerate(every):
        index.enter(number, sketch)
    fewest = [*map(least, every)]
    found: set[tuple[int, int]] = set()
    for number, made in enumerate(last, len(sketches)):
        found.update(index.met(number, made.shingles, fewest))
    before = len(sketches)
    told = estimated(last, ((first - before, second - before) for first, second in sorted(found) if first >= before))
    return list(found), [(first + before, second + before, share, differ) for first, second, share, differ in told]


def estimated(outlines: Sequence[Outline], pairs: Iterable[tuple[int, int]]) -> Iterator[Estimate]:
    """Estimate what pairs have in common, and give those that are worth measuring."""

    @lru_cache(maxsize=_SETS)
    def marks(number: int, scale: int) -> frozenset[int]:
        return outlines[number].marks(scale)

    for first, second in pairs:
        scale = min(outlines[first].scale, outlines[second].scale)
        one, other = marks(first, scale), marks(second, scale)
        common = len(one & other)
        differ = len(one) + len(other) - 2 * common
        if scale and differ <= (FEW >> scale) + _SLACK:
            scale, one, other = 0, marks(first, 0), marks(second, 0)
            common = len(one & other)
            differ = len(one) + len(other) - 2 * common
        share = common / max(1, min(len(one), len(other)))
        if share >= WORTH:
            yield first, second, share, differ << scale


_Met = tuple[float, int, int, Meeting]
"""What a text meets, as it is put in order: by share, difference, place."""


@dataclass(slots=True)
class Sketches:
    """Texts in order, which of them meet, and what they have in common; texts are added at the end."""

    names: list[Digest] = field(default_factory=list)
    outlines: list[Outline] = field(default_factory=list)
    _index: Lookup = field(default_factory=Lookup)
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
            others = elsewhere([made.sketch for made in self.outlines[:here]], self.outlines[here:])
        for number in range(before, here):
            found.update(self._index.met(number, self.outlines[number].shingles, self._least))
        for number in range(before):
            if fresh.holds(self.outlines[number].shingles):
                found.update(fresh.met(number, self.outlines[number].shingles, self._least))
        self._tell(estimated(self.outlines, sorted(found - self._found)))
        self._found |= found
        if here < len(self.names):
            there, told = others()
            self._tell(told)
            far = {(first, second) for first, second in there}
            self._tell(estimated(self.outlines, sorted(pair for pair in far - found if pair[0] < here)))
            self._found |= far

    def _sketched(self, outlines: Mapping[Digest, Outline]) -> Lookup:
        """Enter sketches into the index; give the new entries by themselves, where others stood before."""
        fresh = Lookup()
        anew = bool(self.names)
        for name, made in outlines.items():
            number = len(self.names)
            self.names.append(name)
            self.outlines.append(made)
            sketch = made.sketch
            self._least.append(least(sketch))
            self._of.append([])
            entered = self._index.enter(number, sketch)
            if anew:
                fresh.enter(number, entered)
        return fresh

    def _tell(self, told: Iterable[Estimate]) -> None:
        for first, second, share, differ in told:
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
