# SPDX-License-Identifier: Apache-2.0
"""Spans of days between days that are known only within bounds: least and most, never a single guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tocsin.ledger.queries import Certainty
from tocsin.records.bounds import FIRST, LAST, Bounds
from tocsin.records.dates import dated
from tocsin.records.ids import Json
from tocsin.records.plurals import counted
from tocsin.records.times import spell


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """How many days: `low` at least, `high` at most; `high` None where nobody knows."""

    low: int
    high: int | None

    def __str__(self) -> str:
        """Say it: `12 days`, `3–33 days`, `at least 3 days`."""
        if self.high is None:
            return f"at least {counted(self.low, 'day')}"
        if self.low == self.high:
            return f"{self.low} day{'' if self.low == 1 else 's'}"
        return f"{self.low}–{self.high} days"

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {"low": self.low, "high": self.high}


def between(since: Bounds, until: Bounds) -> Days:
    """Count the days from one day to another, both known within bounds; none is below nought.

    >>> str(between(Bounds(earliest=100, latest=110), Bounds(earliest=130, latest=130)))
    '20–30 days'
    """
    low = 0 if since.latest >= LAST else max(0, until.earliest - since.latest)
    high = None if since.earliest <= FIRST or until.latest >= LAST else max(0, until.latest - since.earliest)
    return Days(low=low, high=high)


def on(day: date) -> Bounds:
    """Give one day's bounds."""
    return Bounds(earliest=day.toordinal(), latest=day.toordinal())


def first(days: Iterable[Bounds | None]) -> Bounds | None:
    """Give the bounds of the first of several days; None where none is known.

    >>> first([Bounds(earliest=5, latest=30), None, Bounds(earliest=10, latest=12)])
    Bounds(earliest=5, latest=12)
    """
    known = [day for day in days if day is not None]
    if not known:
        return None
    return Bounds(earliest=min(day.earliest for day in known), latest=min(day.latest for day in known))


def last(days: Iterable[Bounds | None]) -> Bounds | None:
    """Give the bounds of the last of several days; None where none is known."""
    known = [day for day in days if day is not None]
    if not known:
        return None
    return Bounds(earliest=max(day.earliest for day in known), latest=max(day.latest for day in known))


def edtf(day: Bounds | None) -> str | None:
    """Write bounds as EDTF; None where nothing is known.

    >>> edtf(Bounds(earliest=date(2023, 7, 1).toordinal(), latest=date(2023, 7, 31).toordinal()))
    '2023-07'
    """
    if day is None or day.earliest <= FIRST:
        return None
    end = None if day.latest >= LAST else date.fromordinal(day.latest)
    return spell(date.fromordinal(day.earliest), end)


def in_words(day: Bounds | None, *, none: str = "undated") -> str:
    """Write bounds for people: a day as it is, anything less exact in words.

    >>> in_words(Bounds(earliest=date(2023, 7, 1).toordinal(), latest=date(2023, 7, 31).toordinal())), in_words(None)
    ('July 2023', 'undated')
    """
    return dated(edtf(day), none=none)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """A count of what is certain by the clocks, and of what is possible beside it; the two are never added up."""

    certain: int
    possible: int = 0

    def __str__(self) -> str:
        """Say it: `3`, `3, possibly 2 more`, `possibly 2`."""
        if not self.possible:
            return str(self.certain)
        return f"{self.certain}, possibly {self.possible} more" if self.certain else f"possibly {self.possible}"

    def of(self, noun: str, plural: str | None = None) -> str:
        """Say it with what is counted.

        >>> Tally(certain=1, possible=2).of("text"), Tally(certain=0, possible=1).of("voice")
        ('1 text and possibly 2 more', 'possibly 1 voice')
        """
        count = self.certain or self.possible
        named = f"{count} {noun if count == 1 else plural or noun + 's'}"
        if self.certain:
            return f"{named} and possibly {self.possible} more" if self.possible else named
        return f"possibly {named}" if self.possible else named

    def __bool__(self) -> bool:
        """Say whether there is anything, certain or possible."""
        return bool(self.certain or self.possible)

    @property
    def most(self) -> int:
        """How many there are at most."""
        return self.certain + self.possible

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {"certain": self.certain, "possible": self.possible}


def tally(sure: Iterable[Certainty]) -> Tally:
    """Count what is certain and what is possible."""
    counts = Counter(sure)
    return Tally(certain=counts["certain"], possible=counts["possible"])
