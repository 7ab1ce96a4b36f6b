# SPDX-License-Identifier: Apache-2.0
"""Copies: which texts hold stretches of one another, found by MinHash sketches and then measured word by word.

1. A sketch is the smallest shingles of a text. Every text's shingles are looked up among all sketches, so that a short
   text is found inside a long one, which texts compared as wholes (Jaccard) would hide.
2. A pair that meets so is measured exactly: the share of each text's words that stand in the other in runs of ten words
   or more that go on together in both; a changed word or two does not end a run.
3. A shingle that many texts hold is looked up in the first of them only: a letter reprinted a thousand times costs a
   thousand comparisons, not half a million.

Source: Broder, "On the resemblance and containment of documents" (1997), for sketches and containment.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from operator import itemgetter

from tocsin.linking.shingles import LENGTH, Body
from tocsin.records.ids import Digest

SKETCH = 48
"""Shingles in a sketch, the smallest of a text; a shorter text is its own sketch."""

MEETING = 0.18
"""The share of a sketch that another text must hold to be worth measuring: a copy at the least that counts has more."""

WORTH = 0.28
"""The share of the shorter text's shingles that both must hold to be worth measuring."""

FEWEST = 3
"""Shingles of a sketch that must be held, however short the text."""

MOST = 16
"""Texts that one shingle of a sketch is looked up in."""

CLOSEST = 16
"""Texts that a text is measured against, those that share most with it."""

RUN = 10
"""Words that must stand together to count as shared; shorter runs are formulae."""

BRIDGED = 2
"""Words between two runs that are counted with them: a corrected word or number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two texts share.

    `of_first` is the share of the first's words that stand in the second, `of_second` the other way round; `longest` is
    the longest run in words, `changed` how many words within the runs differ; the spans are the shared stretches of
    each (code points, half-open).
    """

    of_first: float
    of_second: float
    words: int
    longest: int
    changed: int
    in_first: tuple[tuple[int, int], ...]
    in_second: tuple[tuple[int, int], ...]

    def turned(self) -> Shared:
        """Give the same with first and second changed about."""
        return Shared(
            of_first=self.of_second,
            of_second=self.of_first,
            words=self.words,
            longest=self.longest,
            changed=self.changed,
            in_first=self.in_second,
            in_second=self.in_first,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Two texts that hold shingles of one another: `share` of the shorter's, `differ` how many only one of them has."""

    first: Digest
    second: Digest
    share: float
    differ: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outline:
    """A text as it is looked for: its `shingles` in order, and the smallest of them, which are its `sketch`."""

    shingles: Sequence[int] = field(repr=False)
    sketch: Sequence[int] = field(repr=False)

    @property
    def least(self) -> int:
        """How much of its sketch another text must hold to be worth measuring."""
        return max(FEWEST, round(MEETING * len(self.sketch)))


def outlined(shingles: Sequence[int]) -> Outline:
    """Sketch a text."""
    return Outline(shingles=shingles, sketch=array("q", sorted(set(shingles))[:SKETCH]))


Measured = dict[tuple[Outline, Outline], tuple[int, int, int]]
"""How many shingles two texts have in common, and how many each has: kept by whoever compares the same texts again."""


def meeting(outlines: Mapping[Digest, Outline], measured: Measured | None = None) -> list[Meeting]:
    """Give the pairs of texts that are worth measuring, each pair once, in the order of the texts.

    >>> texts = {"a": range(9), "b": range(20, 40), "c": range(5, 30)}
    >>> found = meeting({Digest(name): outlined(text) for name, text in texts.items()})
    >>> [(met.first, met.second, met.differ) for met in found]
    [('a', 'c', 26), ('b', 'c', 25)]
    """
    keys = list(outlines)
    index: dict[int, list[int]] = {}
    least: list[int] = []
    for number, made in enumerate(outlines.values()):
        least.append(made.least)
        for shingle in made.sketch:
            if len(held := index.setdefault(shingle, [])) < MOST:
                held.append(number)
    found: set[tuple[int, int]] = set()
    for number, made in enumerate(outlines.values()):
        met = index.keys() & set(made.shingles)
        hits = Counter(chain.from_iterable(map(index.__getitem__, met)))
        if len(hits) > 1:
            found.update(
                (min(number, other), max(number, other))
                for other, count in hits.items()
                if count >= least[other] and other != number
            )
    known = {} if measured is None else measured
    return list(_worth(outlines, [(keys[first], keys[second]) for first, second in sorted(found)], known))


def _worth(
    outlines: Mapping[Digest, Outline], pairs: Sequence[tuple[Digest, Digest]], measured: Measured
) -> Iterable[Meeting]:
    sets: dict[Digest, frozenset[int]] = {}

    def held(name: Digest) -> frozenset[int]:
        if name not in sets:
            sets[name] = frozenset(outlines[name].shingles)
        return sets[name]

    of: dict[Digest, list[tuple[float, int, Meeting]]] = {}
    for first, second in pairs:
        pair = outlines[first], outlines[second]
        if pair not in measured:
            one, other = held(first), held(second)
            measured[pair] = len(one & other), len(one), len(other)
        common, ours, theirs = measured[pair]
        least = min(ours, theirs)
        if common >= WORTH * least:
            share, differ = common / least, ours + theirs - 2 * common
            made = Meeting(first=first, second=second, share=share, differ=differ)
            of.setdefault(first, []).append((-share, differ, made))
            of.setdefault(second, []).append((-share, differ, made))
    closest = (sorted(met, key=itemgetter(0, 1))[:CLOSEST] for met in of.values())
    return dict.fromkeys(made for met in closest for _, _, made in met)


@lru_cache(maxsize=65536)
def shared(first: Body, second: Body) -> Shared:
    """Measure what two texts share, word by word.

    >>> from tocsin.linking.shingles import body
    >>> letter = "one two three four five six seven eight nine ten"
    >>> held = shared(body(letter), body("Someone wrote: " + letter))
    >>> held.of_first, round(held.of_second, 2), held.in_second
    (1.0, 0.83, ((15, 63),))
    """
    if len(first) > len(second):
        return shared(second, first).turned()
    runs = [run for run in _runs(first, second) if run.end - run.start >= RUN]
    ours = [(run.start, run.end) for run in runs]
    theirs = _joined(sorted((run.start + run.ahead, run.end + run.ahead_at_end) for run in runs))
    return Shared(
        of_first=_share(ours, len(first)),
        of_second=_share(theirs, len(second)),
        words=min(sum(end - start for start, end in held) for held in (ours, theirs)),
        longest=max((end - start for start, end in ours), default=0),
        changed=sum(run.changed for run in runs),
        in_first=_spans(ours, first),
        in_second=_spans(theirs, second),
    )


@dataclass(slots=True)
class _Run:
    """Words that go on together in both texts: from `start` to `end` here, and so much further on there."""

    start: int
    end: int
    ahead: int
    ahead_at_end: int
    changed: int = 0


def _runs(body: Body, other: Body) -> Iterable[_Run]:
    places, again = other.places, other.again
    run: _Run | None = None
    end = ahead = 0
    for at, shingle in enumerate(body.shingles):
        there = places.get(shingle)
        if there is None:
            continue
        if run is not None and there - at == ahead and at <= end:  # as nearly always
            end = at + LENGTH
            continue
        # A changed word may move what follows a little.
        near = _near(again.get(shingle, (there,)), at + ahead) if run is not None and at <= end + BRIDGED else None
        if run is not None and near is not None:
            run.changed += max(0, at - end)
            ahead = near - at
        else:
            if run is not None:
                run.end, run.ahead_at_end = end, ahead
                yield run
            ahead = there - at
            run = _Run(at, at, ahead, ahead)
        end = at + LENGTH
    if run is not None:
        run.end, run.ahead_at_end = end, ahead
        yield run


def _near(places: Sequence[int], expected: int) -> int | None:
    """Give the place that comes nearest to where a run would go on, None where none is near."""
    found = min(places, key=lambda place: abs(place - expected))
    return found if abs(found - expected) <= BRIDGED else None


def _joined(runs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join stretches that overlap, given in order."""
    found: list[tuple[int, int]] = []
    for start, end in runs:
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


def _share(runs: Sequence[tuple[int, int]], size: int) -> float:
    return sum(end - start for start, end in runs) / size if size else 0.0


def _spans(runs: Sequence[tuple[int, int]], body: Body) -> tuple[tuple[int, int], ...]:
    return tuple((body.spans[start][0], body.spans[end - 1][1]) for start, end in runs)
