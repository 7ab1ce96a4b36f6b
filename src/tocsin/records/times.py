# SPDX-License-Identifier: Apache-2.0
"""Times as intervals of days: EDTF read and written, so that what is certain is told from what is possible."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
"""First and last month of a season code; 13 and 14 are the next year's. EDTF names no hemisphere: northern here."""
_PARTS = {
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    37: (1, 4),
    38: (5, 8),
    39: (9, 12),
    40: (1, 6),
    41: (7, 12),
}
_POINT = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<flags>[~?%]?)")
_DURATION = re.compile(
    r"P(?=[\dT])(?:(\d+(?:\.\d+)?)Y)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?"
    r"(?:T(?=\d)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?"
)
_DAYS = (365.2425, 30.436875, 7.0, 1.0, 1 / 24, 1 / 1440, 1 / 86400)


class BadTime(ValueError):  # noqa: N818 - named for what is wrong, as every error here
    """Not EDTF as this program writes it."""

    def __init__(self, given: str) -> None:
        super().__init__(f"{given!r} is no EDTF date or interval; write 2023-07-21, 2023-07, 2022-12-12/.. or 2023-08~")


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """When something was, as bounds on the day it began and the day it ended; None is unbounded.

    A date is an interval that begins and ends somewhere inside itself. `approximate` (`~`) has already widened the
    bounds by one unit of the date's own precision on each side; `uncertain` (`?`) bounds nothing: the source doubts.
    """

    edtf: str
    start_earliest: date | None
    start_latest: date | None
    end_earliest: date | None
    end_latest: date | None
    approximate: bool = False
    uncertain: bool = False

    @property
    def earliest(self) -> date | None:
        """The first day that the words allow."""
        return self.start_earliest

    @property
    def latest(self) -> date | None:
        """The last day that the words allow; None where it goes on or nobody says."""
        return self.end_latest

    def certain(self, day: date) -> bool:
        """Say whether all of it was over by a day's end.

        >>> parse("2022-12").certain(date(2022, 12, 31)), parse("2022-12?").certain(date(2023, 1, 31))
        (True, False)
        """
        return not self.uncertain and self.end_latest is not None and self.end_latest <= day

    def possible(self, day: date) -> bool:
        """Say whether it may have begun by a day's end, without being certain; never both.

        >>> parse("2022-12").possible(date(2022, 12, 5)), parse("2022-12").possible(date(2022, 12, 31))
        (True, False)
        """
        return not self.certain(day) and (self.start_earliest is None or self.start_earliest <= day)


@dataclass(frozen=True, slots=True)
class _Point:
    first: date
    last: date
    approximate: bool
    uncertain: bool


def parse(text: str) -> Interval:
    """Read EDTF: a day, month, year, season, decade (`199X`), century (`19XX`), or an interval of two, open or not.

    >>> parse("2022-12-12/..").start_latest, parse("2022-12-12/..").latest
    (datetime.date(2022, 12, 12), None)
    >>> parse("199X").latest
    datetime.date(1999, 12, 31)

    Raises:
        BadTime: The text is none of these, or names a day that never was.

    Source: ISO 8601-2:2019, annex A (EDTF levels 0 and 1; quarters and halves of level 2).
    """
    begin, slash, end = text.partition("/")
    if not slash:
        point = _point(begin, text)
        return Interval(
            edtf=text,
            start_earliest=point.first,
            start_latest=point.last,
            end_earliest=point.first,
            end_latest=point.last,
            approximate=point.approximate,
            uncertain=point.uncertain,
        )
    if begin in ("", "..") and end in ("", ".."):
        raise BadTime(text)
    first = None if begin in ("", "..") else _point(begin, text)
    last = None if end in ("", "..") else _point(end, text)
    if first and last and first.first > last.last:
        raise BadTime(text)
    both = [point for point in (first, last) if point]
    return Interval(
        edtf=text,
        start_earliest=first.first if first else None,
        start_latest=first.last if first else last.last if last else None,
        end_earliest=last.first if last else first.first if first else None,
        end_latest=last.last if last else None,
        approximate=any(point.approximate for point in both),
        uncertain=any(point.uncertain for point in both),
    )


def _point(text: str, whole: str) -> _Point:
    match = _POINT.fullmatch(text)
    if match is None:
        raise BadTime(whole)
    flags = match["flags"]
    try:
        first, last = _span(match["year"], match["month"], match["day"])
        if flags in ("~", "%"):
            before, after = first - timedelta(1), last + timedelta(1)
            first, last = (
                (_widened(before, first, last), _widened(after, first, last)) if first != last else (before, after)
            )
    except (ValueError, OverflowError):
        raise BadTime(whole) from None
    return _Point(first, last, flags in ("~", "%"), flags in ("?", "%"))


def _widened(edge: date, first: date, last: date) -> date:
    """Go as far beyond an edge as the whole is long: a month by a month, a year by a year."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if edge < first:
        return add(first, months=-months)
    return add(last + timedelta(1), months=months) - timedelta(1)


def _span(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if re.search(r"X\d", year) or (low != high and month):
        raise ValueError(year)
    if month is None or month == "XX":
        return date(max(low, 1), 1, 1), date(high, 12, 31)
    code = int(month)
    if code in _SEASONS or code in _PARTS:
        if day:
            raise ValueError(day)
        begin, end = _SEASONS.get(code) or _PARTS[code]
        return date(low, begin, 1), month_end(low + (end > 12), (end - 1) % 12 + 1)
    if day is None or day == "XX":
        return date(low, code, 1), month_end(low, code)
    exact = date(low, code, int(day))
    return exact, exact


def month_end(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def add(day: date, *, months: int) -> date:
    """Go some months on (or back), to the same day of the month or its last.

    >>> add(date(2023, 1, 31), months=1), add(date(2022, 12, 12), months=-13)
    (datetime.date(2023, 2, 28), datetime.date(2021, 11, 12))
    """
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def spell(first: date, last: date | None, flag: str = "") -> str:
    """Write the days from `first` to `last` as EDTF, the shortest that says exactly them; None is open.

    >>> spell(date(2023, 6, 1), date(2023, 6, 30)), spell(date(2023, 9, 18), date(2023, 9, 24))
    ('2023-06', '2023-09-18/2023-09-24')
    >>> spell(date(2022, 12, 12), None), spell(date(2023, 1, 1), date(2023, 12, 31), "~")
    ('2022-12-12/..', '2023~')
    """
    if last is None:
        return f"{first.isoformat()}{flag}/.."
    if first == last:
        return first.isoformat() + flag
    if first.day == 1 and last == month_end(last.year, last.month):
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.year:04}-{first.month:02}{flag}"
        if first.month == 1 and last.month == 12:
            return (
                f"{first.year:04}{flag}" if first.year == last.year else f"{first.year:04}{flag}/{last.year:04}{flag}"
            )
        return f"{first.year:04}-{first.month:02}{flag}/{last.year:04}-{last.month:02}{flag}"
    return f"{first.isoformat()}{flag}/{last.isoformat()}{flag}"


def days(duration: str) -> float:
    """Give the length of an ISO 8601 duration in days, by mean months and years.

    >>> days("P2W"), round(days("P8M"))
    (14.0, 243)

    Raises:
        BadTime: The text is no ISO 8601 duration.
    """
    match = _DURATION.fullmatch(duration)
    if match is None or not any(match.groups()):
        raise BadTime(duration)
    return sum(float(part) * length for part, length in zip(match.groups(), _DAYS, strict=True) if part)
