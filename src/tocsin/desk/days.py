# SPDX-License-Identifier: Apache-2.0
"""The day that a clock is read on: as typed, else that of `--published-by`, else today."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tocsin.desk.clocks import NoDate
from tocsin.ledger.queries import Query
from tocsin.records.bounds import bounds


def on_day(given: str | None, query: Query, *, today: date) -> tuple[date, Query]:
    """Give the day, and the query with nothing that was published after it where a day was asked for.

    >>> from tocsin.records.bounds import bounds
    >>> on_day("2025-04", Query(), today=date(2026, 1, 1))[0]
    datetime.date(2025, 4, 30)

    Raises:
        NoDate: What was typed is no date.
    """
    if given is None:
        return (today if query.published_by is None else date.fromordinal(query.published_by)), query
    days = bounds(given)
    if days is None or "/" in given:
        raise NoDate("--on", given)
    by = days.latest if query.published_by is None else min(days.latest, query.published_by)
    return date.fromordinal(days.latest), replace(query, published_by=by)
