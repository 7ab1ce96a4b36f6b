# SPDX-License-Identifier: Apache-2.0
"""Counts: the numbers that several voices give of one thing, as intervals: what all allow, what is told in all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.records.findings import Count
from tocsin.records.ids import Digest, Json

_ROUGH = 10
"""A number that a source calls approximate is taken to allow a tenth of it more or less, where it says no bounds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A number as one voice gives it; `low`, `high` are the whole numbers that its words allow, None where open."""

    voice: str
    finding: Digest
    count: Count
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """The numbers of one thing: `shared` is the interval that all of them allow, None where they exclude each other.

    `whole` reaches from the least to the most that any allows; None is an open end.
    """

    of: str
    told: tuple[Told, ...]
    shared: tuple[int | None, int | None] | None
    whole: tuple[int | None, int | None]

    @property
    def voices(self) -> int:
        """How many voices give a number."""
        return len({told.voice for told in self.told})

    @property
    def differ(self) -> bool:
        """Whether no number is allowed by all."""
        return self.shared is None

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {
            "of": self.of,
            "voices": self.voices,
            "shared": None if self.shared is None else list(self.shared),
            "whole": list(self.whole),
            "told": [
                {"voice": t.voice, "finding": t.finding, "value": t.count.value, "low": t.low, "high": t.high}
                for t in self.told
            ],
        }


def interval(count: Count) -> tuple[int | None, int | None]:
    """Give the whole numbers that a number's words allow.

    >>> interval(Count(value=4, of="killed")), interval(Count(value=100, of="prisoners", comparator=">"))
    ((4, 4), (101, None))
    >>> interval(Count(value=200, of="homes", comparator="~"))
    (180, 220)
    """
    if count.low is not None or count.high is not None:
        return count.low, count.high
    match count.comparator:
        case ">":
            return count.value + 1, None
        case "<":
            return None, count.value - 1
        case "~":
            return count.value - count.value // _ROUGH, count.value + count.value // _ROUGH
        case _:
            return count.value, count.value


def reconcile(told: Iterable[tuple[str, Digest, Count]]) -> tuple[Reconciled, ...]:
    """Put numbers of one thing beside each other, by what they count; the most often given first."""
    by_thing: dict[str, list[Told]] = {}
    for voice, finding, count in told:
        low, high = interval(count)
        by_thing.setdefault(count.of, []).append(Told(voice=voice, finding=finding, count=count, low=low, high=high))
    found = [_reconciled(of, tuple(items)) for of, items in by_thing.items()]
    return tuple(sorted(found, key=lambda item: (-item.voices, item.of)))


def _reconciled(of: str, told: tuple[Told, ...]) -> Reconciled:
    lows = [item.low for item in told if item.low is not None]
    highs = [item.high for item in told if item.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    meets = low is None or high is None or low <= high
    whole = (
        min(lows) if len(lows) == len(told) else None,
        max(highs) if len(highs) == len(told) else None,
    )
    return Reconciled(of=of, told=told, shared=(low, high) if meets else None, whole=whole)


def spelled(bounds: tuple[int | None, int | None]) -> str:
    """Write an interval in words.

    >>> spelled((4, 4)), spelled((4, 6)), spelled((101, None)), spelled((None, 5))
    ('4', '4 to 6', '101 or more', '5 or fewer')
    """
    low, high = bounds
    if low == high:
        return "any number" if low is None else f"{low:,}"
    if low is None:
        return f"{high:,} or fewer"
    return f"{low:,} or more" if high is None else f"{low:,} to {high:,}"
