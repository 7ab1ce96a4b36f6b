# SPDX-License-Identifier: Apache-2.0
"""Copies: how much of one text stands in another, word by word.

1. A pair of texts that is worth comparing (sketches.py) is measured exactly: the share of each text's words that stand
   in the other in runs of ten words or more that go on together in both; a changed word or two does not end a run.
2. What is shared is kept in words of each text; where they stand is worked out where it is asked for.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from operator import attrgetter, ne
from typing import Any

from tocsin.linking.shingles import LENGTH, Shingled

Run = tuple[int, int]
"""Words that go on together, half-open."""

RUN = 10
"""Words that must stand together to count as shared; shorter runs are formulae."""

BRIDGED = 2
"""Words between two runs that are counted with them: a corrected word or number."""

_PORTION = 64
"""Shingles of two texts that are held against each other at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two texts share.

    `of_first` is the share of the first's words that stand in the second, `of_second` the other way round; `longest` is
    the longest run in words, `changed` how many words within the runs differ; `in_first`, `in_second` are the shared
    stretches of each in words (half-open): `Body.stretch` tells where they stand.
    """

    of_first: float
    of_second: float
    words: int
    longest: int
    changed: int
    in_first: tuple[Run, ...]
    in_second: tuple[Run, ...]

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

    def row(self) -> tuple[object, ...]:
        """Give it as plain values, in the order of its members."""
        return _ROW(self)


def shared(first: Shingled, second: Shingled) -> Shared:
    """Measure what two texts share, word by word.

    >>> from tocsin.linking.shingles import body
    >>> letter = "one two three four five six seven eight nine ten"
    >>> held = shared(body(letter), body("Someone wrote: " + letter))
    >>> held.of_first, round(held.of_second, 2), held.in_second
    (1.0, 0.83, ((2, 12),))
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
        in_first=tuple(ours),
        in_second=tuple(theirs),
    )


_ROW: Callable[[Shared], tuple[object, ...]] = attrgetter(*(member.name for member in fields(Shared)))


def of_row(row: Sequence[Any]) -> Shared:
    """Make it again of its plain values."""
    return Shared(**{member.name: value for member, value in zip(fields(Shared), row, strict=True)})


@dataclass(slots=True)
class _Run:
    """Words that go on together in both texts: from `start` to `end` here, and so much further on there."""

    start: int
    end: int
    ahead: int
    ahead_at_end: int
    changed: int = 0


def _runs(body: Shingled, other: Shingled) -> Iterator[_Run]:
    places, again = other.places, other.again
    ours, theirs = body.shingles, other.shingles
    run: _Run | None = None
    end = ahead = at = 0
    while at < len(ours):
        there = places.get(ours[at])
        if there is None:
            at += 1
            continue
        # A changed word may move what follows a little.
        near = _near(again.get(ours[at], (there,)), at + ahead) if run is not None and at <= end + BRIDGED else None
        if run is not None and near is not None:
            run.changed += max(0, at - end)
            ahead = near - at
        else:
            if run is not None:
                run.end, run.ahead_at_end = end, ahead
                yield run
            ahead = there - at
            run = _Run(at, at, ahead, ahead)
        at += _alike(ours, at, theirs, at + ahead)
        end = at - 1 + LENGTH
    if run is not None:
        run.end, run.ahead_at_end = end, ahead
        yield run


def _alike(ours: array[int], at: int, theirs: array[int], there: int) -> int:
    """Count the shingles that are the same one by one from two places on: portion by portion, then each."""
    alike, most = 1, min(len(ours) - at, len(theirs) - there)
    while alike < most:
        portion = ours[at + alike : min(at + alike + _PORTION, at + most)]
        beside = theirs[there + alike : there + alike + len(portion)]
        if portion != beside:
            return alike + next(number for number, pair in enumerate(zip(portion, beside, strict=True)) if ne(*pair))
        alike += len(portion)
    return alike


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
