# SPDX-License-Identifier: Apache-2.0
"""Reckonings: counts of one thing by several sources brought together without counting anybody twice.

1. Counts whose days overlap are never added up: they may be of the same people or goods. So the least is the best sum
   of counts whose days lie apart; it holds if what those sources tell is so.
2. A most is known only where one document's counts cover every day asked for without overlap (a toll of the whole
   period, a table with a row for each day). Of several documents that do, the lowest most stands.
3. Where the least of some and the most of others exclude each other, they disagree, and both stand.
4. A count of those who are in a state on a day (held, missing) may be of the same people as any count before that day.
5. Where another voice tells less of the same days, the sum is contested: `least` is what it comes to by the lowest.
6. A count of which nobody says when is shown, and is part of no sum.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tocsin.ledger.listed import Listed
from tocsin.records.bounds import FIRST
from tocsin.records.findings import Count, Quantity
from tocsin.records.ids import Digest, Json
from tocsin.watch.amounts import Amount, plain, spelled, stated


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One source's count: `days` are the first and last day on which what it counts may have happened, None unknown.

    `covers` are the days that it certainly covers whole: a toll of a period. None for a single incident.
    `within`: it may be of people whom a count of days before has already counted.
    `dated` are the days that it gives itself, where it is of one toll with another that gives other days.
    """

    item: Listed
    count: Count | Quantity
    voice: Digest
    days: tuple[int, int] | None
    covers: tuple[int, int] | None = None
    worth: Amount | None = None
    within: bool = False
    dated: tuple[int, int] | None = None

    @property
    def amount(self) -> Amount:
        """What its number allows, in the unit of what it is worth where that is another."""
        return stated(self.count) if self.worth is None else self.worth

    @property
    def told_of(self) -> str:
        """The days that it tells of, in words."""
        if self.days is None:
            until = self.covers[1] if self.covers is not None and self.covers[0] <= FIRST else None
            return "no date" if until is None else f"up to {_day(until)}"
        first, last = self.dated or self.days
        return _day(first) if first == last else f"{_day(first)} to {_day(last)}"

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON: the count, then the finding it stands in."""
        return {
            "counted": self.count.of,
            "value": self.count.value,
            "comparator": self.count.comparator,
            **self.amount.to_json(),
            "voice": self.voice,
            **self.item.to_json(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoned:
    """What the reports allow for the days asked for: `basis` are those that make up the least.

    `high` None: nobody tells a most. `disagree`: some tell at least more than others tell at most.
    `least` is the sum by whoever tells least of the same days.
    """

    low: Fraction
    high: Fraction | None
    basis: tuple[Report, ...]
    reports: tuple[Report, ...]
    disagree: bool = False
    least: Fraction | None = None

    @property
    def contested(self) -> bool:
        """Whether another voice tells less of the same days than the sum holds."""
        return self.least is not None and self.least < self.low

    @property
    def told(self) -> str:
        """What voices allow, in words: where they differ, from the lowest least to the greatest."""
        if not self.contested or self.disagree or self.least is None:
            return str(self.amount)
        return f"contested, at least {spelled(self.least)} to {self.amount}"

    @property
    def amount(self) -> Amount:
        """The bounds, the wider way round where they disagree."""
        if self.high is not None and self.disagree:
            return Amount(low=self.high, high=self.low)
        return Amount(low=self.low, high=self.high)

    @property
    def voices(self) -> int:
        """How many voices report."""
        return len({report.voice for report in self.reports})

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON, with every report in full."""
        return {
            "low": plain(self.amount.low),
            "high": None if self.amount.high is None else plain(self.amount.high),
            "disagree": self.disagree,
            "contested": self.contested,
            "least": None if self.least is None else plain(self.least),
            "voices": self.voices,
            "documents": len({report.item.shelved.document for report in self.reports}),
            "basis": [report.item.row.finding for report in self.basis],
            "reports": [report.to_json() for report in self.reports],
        }


def reckoned(reports: Iterable[Report], first: int, last: int) -> Reckoned:
    """Bring reports together for the days from `first` to `last`; of others only those that reach into them count."""
    held = tuple(report for report in reports if report.days is None or _meets(report.days, first, last))
    inside = [report for report in held if report.days and first <= report.days[0] and report.days[1] <= last]
    low, basis = _apart(inside)
    high = _most(held, first, last)
    least = _least(basis, inside)
    disagree = high is not None and low > high
    return Reckoned(low=low, high=high, basis=basis, reports=held, disagree=disagree, least=least)


def _least(basis: Iterable[Report], reports: Iterable[Report]) -> Fraction:
    """Sum the least that any voice tells of the days of each report: of one voice's numbers, some are of a part."""
    told: dict[tuple[int, int], dict[Digest, Fraction]] = {}
    for report in reports:
        if report.days is not None:
            by = told.setdefault(report.days, {})
            by[report.voice] = max(by.get(report.voice, Fraction(0)), report.amount.low)
    longer = [days for days in told if days[0] < days[1]]
    total = Fraction(0)
    for taken in basis:
        assert taken.days is not None
        first, last = taken.days
        spans = {taken.days, *(days for days in longer if days[0] <= first and last <= days[1])}
        lows = {taken.voice: taken.amount.low}
        for span in spans:
            for voice, low in told.get(span, {}).items():
                lows[voice] = max(lows.get(voice, Fraction(0)), low)
        total += min(lows.values())
    return total


def _meets(days: tuple[int, int], first: int, last: int) -> bool:
    return days[0] <= last and days[1] >= first


def _apart(reports: Sequence[Report]) -> tuple[Fraction, tuple[Report, ...]]:
    """Find the reports with days apart from each other whose least make the greatest sum (weighted intervals)."""
    ordered = sorted(reports, key=lambda report: (_end(report), -report.amount.low))
    ends = [_end(report) for report in ordered]
    best: list[tuple[Fraction, int, int]] = [(Fraction(0), -1, 0)]  # sum, the report taken last, what stood before it
    for number, report in enumerate(ordered):
        assert report.days is not None
        before = 0 if report.within else bisect_left(ends, report.days[0], 0, number)
        with_it = best[before][0] + report.amount.low
        best.append((with_it, number, before) if with_it > best[-1][0] else (best[-1][0], -1, len(best) - 1))
    taken: list[Report] = []
    at = len(best) - 1
    while at > 0:
        _sum, number, before = best[at]
        if number >= 0:
            taken.append(ordered[number])
        at = before
    return best[-1][0], tuple(reversed(taken))


def _end(report: Report) -> int:
    assert report.days is not None
    return report.days[1]


def _most(reports: Iterable[Report], first: int, last: int) -> Fraction | None:
    """Find the lowest most that one document's counts of all days allow."""
    by: dict[Digest, list[Report]] = {}
    for report in reports:
        if report.covers is not None:
            by.setdefault(report.item.shelved.document, []).append(report)
    found: list[Fraction] = []
    for held in by.values():
        whole = [report.amount.high for report in held if report.covers and _whole(report.covers, first, last)]
        found += [high for high in whole if high is not None]
        tiled = _tiled(held, first, last)
        if tiled is not None:
            found.append(tiled)
    return min(found, default=None)


def _whole(covers: tuple[int, int], first: int, last: int) -> bool:
    return covers[0] <= first and last <= covers[1]


def _tiled(reports: Sequence[Report], first: int, last: int) -> Fraction | None:
    """Sum the mosts of reports that follow each other without a gap or an overlap over all the days."""
    total = Fraction(0)
    at: int | None = None
    for report in sorted(reports, key=lambda report: report.covers or (0, 0)):
        assert report.covers is not None
        if report.covers[1] < first or report.covers[0] > last:
            continue
        high = report.amount.high
        if high is None or (at is None and report.covers[0] > first) or (at is not None and report.covers[0] != at + 1):
            return None
        total += high
        at = report.covers[1]
    return total if at is not None and at >= last else None


def _day(day: int) -> str:
    return date.fromordinal(day).isoformat()
