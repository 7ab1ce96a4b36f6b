# SPDX-License-Identifier: Apache-2.0
"""Lengths: how a day goes on by an ISO 8601 length of years, months, weeks, days and hours."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tocsin.records.bounds import FIRST, LAST, Bounds
from tocsin.records.times import add

_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:\d+M)?(?:\d+S)?)?")


def after(begun: Bounds | None, lasts: str) -> Bounds | None:
    """Go a length on from a day; None where either is not known.

    >>> from tocsin.records.bounds import bounds
    >>> after(bounds("2025-08-09"), "P60D") == bounds("2025-10-08")
    True
    """
    if begun is None or begun.latest >= LAST or _LENGTH.fullmatch(lasts) is None:
        return None
    return Bounds(earliest=later(begun.earliest, lasts), latest=later(begun.latest, lasts))


def later(day: int, lasts: str) -> int:
    """Go a length on from a day number; months end with the month, a day that is not known stays, hours end their day.

    >>> begun = date(2025, 3, 12).toordinal()
    >>> [str(date.fromordinal(later(begun, lasts))) for lasts in ("PT48H", "PT36H", "P1M")]
    ['2025-03-14', '2025-03-14', '2025-04-12']
    """
    match = _LENGTH.fullmatch(lasts)
    if match is None or day <= FIRST or day >= LAST:
        return day
    years, months, weeks, days, hours = (int(part or 0) for part in match.groups())
    whole = timedelta(7 * weeks + days - -hours // 24)
    return (add(date.fromordinal(day), months=12 * years + months) + whole).toordinal()
