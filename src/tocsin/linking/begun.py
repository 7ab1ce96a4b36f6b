# SPDX-License-Identifier: Apache-2.0
"""Begun: the days on which an act may have begun, by its date as told, and how two such stretches of days meet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tocsin.records.times import BadTime, parse

PRECISE_DAYS = 3
"""A claim whose act began within so many days is precise."""

TOLERANCE_DAYS = 1
"""How far apart two precise dates may lie."""

NEXT_DAY = "one day and the next"
"""How two precise dates meet that do not overlap, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days on which an act may have begun, and whether it was still going on when it was told."""

    first: int
    last: int
    ongoing: bool

    @property
    def days(self) -> int:
        """How many days it spans."""
        return self.last - self.first + 1


@lru_cache(maxsize=4096)
def span(edtf: str | None) -> Span | None:
    """Give the days on which an act may have begun; None where no day is told.

    >>> span("2022-12-12/..").days, span("2022-12-12/..").ongoing, span("2023").days
    (1, True, 365)
    """
    try:
        interval = parse(edtf) if edtf else None
    except BadTime:
        return None
    if interval is None or interval.start_earliest is None:
        return None
    first, ongoing = interval.start_earliest.toordinal(), interval.end_latest is None
    last = interval.start_latest if ongoing or interval.uncertain else interval.end_latest
    return Span(first=first, last=max(first, last.toordinal()) if last else first, ongoing=ongoing)


def overlap(one: Span | None, other: Span | None) -> str | None:
    """Say how two times meet; None where they do not."""
    if one is None or other is None:
        return "no date in one of them" if one or other else "no date in either"
    slack = TOLERANCE_DAYS if one.days <= PRECISE_DAYS and other.days <= PRECISE_DAYS else 0
    if one.first > other.last + slack or other.first > one.last + slack:
        return None
    if one.first > other.last or other.first > one.last:
        return NEXT_DAY
    return "day" if one.first == other.first and one.last == other.last else "days that overlap"
