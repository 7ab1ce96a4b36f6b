# SPDX-License-Identifier: Apache-2.0
"""Lengths: how a day goes on by an ISO 8601 length of years, months, weeks and days."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tocsin.records.bounds import LAST, Bounds
from tocsin.records.times import add

_LENGTH = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")


def after(begun: Bounds | None, lasts: str) -> Bounds | None:
    """Go a length on from a day; None where either is not known.

    >>> from tocsin.records.bounds import bounds
    >>> after(bounds("2025-08-09"), "P60D") == bounds("2025-10-08")
    True
    """
    match = _LENGTH.fullmatch(lasts)
    if begun is None or match is None or begun.latest >= LAST:
        return None
    years, months, weeks, days = (int(part or 0) for part in match.groups())

    def later(day: int) -> int:
        return (add(date.fromordinal(day), months=12 * years + months) + timedelta(7 * weeks + days)).toordinal()

    return Bounds(earliest=later(begun.earliest), latest=later(begun.latest))
