# SPDX-License-Identifier: Apache-2.0
"""Bounds of a time as day numbers: what listings compare, and what an index can hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tocsin.records.times import BadTime, parse

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
"""What an open end is written as: before every day, after every day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Days from `earliest` to `latest`, both within, as day numbers (`date.toordinal`)."""

    earliest: int
    latest: int


@lru_cache(maxsize=4096)
def bounds(edtf: str | None) -> Bounds | None:
    """Give the days that an EDTF value allows; None where it has none (a duration, no value, no EDTF).

    A date that the source doubts (`?`) has no latest day: nothing about it is certain.

    >>> bounds("2023-02") == Bounds(earliest=date(2023, 2, 1).toordinal(), latest=date(2023, 2, 28).toordinal())
    True
    >>> bounds("2022-12-12/..").latest == bounds("2022-12-12?").latest == LAST
    True
    >>> bounds("P3D") is None
    True
    """
    if not edtf:
        return None
    try:
        interval = parse(edtf)
    except BadTime:
        return None
    earliest, latest = interval.earliest, interval.latest
    return Bounds(
        earliest=FIRST if earliest is None else earliest.toordinal(),
        latest=LAST if latest is None or interval.uncertain else latest.toordinal(),
    )
