# SPDX-License-Identifier: Apache-2.0
"""Intervals of days: what an EDTF date allows, earliest to latest, as day numbers."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_DAY = re.compile(r"(\d{4})(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?(?:T.*)?")
_DECADE = re.compile(r"(\d{3})X|(\d{2})XX")
_YEAR_PART = re.compile(r"(\d{4})-(2[1-4]|3[2-9]|4[01])")
# Months that a season, a quarter or a half of a year begins and ends with (ISO 8601-2, 4.8; seasons as in the north,
# and wide: the codes 21-24 name no hemisphere, so the whole year is allowed).
_PARTS = {21: (1, 12), 22: (1, 12), 23: (1, 12), 24: (1, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)} | {
    37: (1, 4),
    38: (5, 8),
    39: (9, 12),
    40: (1, 6),
    41: (7, 12),
}
FIRST, LAST = date.min.toordinal(), date.max.toordinal()
"""What an open end is written as: before every day, after every day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Days from `earliest` to `latest`, both within, as proleptic Gregorian day numbers (`date.toordinal`)."""

    earliest: int
    latest: int


@lru_cache(maxsize=4096)
def interval(edtf: str | None) -> Interval | None:
    """Give the days that an EDTF value allows; None where it has none (a duration, no value, no EDTF).

    >>> interval("2023-02") == Interval(earliest=date(2023, 2, 1).toordinal(), latest=date(2023, 2, 28).toordinal())
    True
    >>> interval("2022-12-12/..").latest == LAST
    True
    >>> interval("P3D") is None
    True
    """
    if not edtf:
        return None
    first, slash, second = edtf.partition("/")
    low = _edge(first, last=False)
    high = _edge(second if slash else first, last=True)
    if low is None or high is None or low > high:
        return None
    return Interval(earliest=low, latest=high)


def _edge(value: str, *, last: bool) -> int | None:
    value = re.sub(r"[~?%]", "", value)
    if value in {"", ".."}:
        return LAST if last else FIRST
    months = (1, 12)
    if match := _YEAR_PART.fullmatch(value):
        year = int(match[1])
        months = _PARTS.get(int(match[2]), months)
    elif match := _DECADE.fullmatch(value):
        year = int((match[1] or match[2]).ljust(4, "9" if last else "0"))
    elif match := _DAY.fullmatch(value):
        year = int(match[1])
        if match[2] not in {None, "XX"}:
            months = (int(match[2]), int(match[2]))
            if match[3] not in {None, "XX"}:
                return _ordinal(year, months[0], int(match[3]))
    else:
        return None
    month = months[1] if last else months[0]
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        return None
    return _ordinal(year, month, calendar.monthrange(year, month)[1] if last else 1)


def _ordinal(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None
