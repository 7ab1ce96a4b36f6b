# SPDX-License-Identifier: Apache-2.0
"""Periods: verbs that reckon over days need to be told which."""

from __future__ import annotations

from tocsin.errors import BadRequest
from tocsin.ledger.queries import Query


class NoPeriod(BadRequest):
    """A first or a last day is missing, or the last lies before the first."""

    def __init__(self, verb: str) -> None:
        super().__init__(f"{verb}: say for which days, with --from and --to, the first not after the last")


def whole_period(verb: str, query: Query) -> Query:
    """Give a query back that has both days.

    Raises:
        NoPeriod: It has not.
    """
    first, last = query.happened_from, query.happened_to
    if first is None or last is None or first > last:
        raise NoPeriod(verb)
    return query
