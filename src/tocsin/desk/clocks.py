# SPDX-License-Identifier: Apache-2.0
"""The clocks as typed, the same on every listing, made into a query."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from tocsin.errors import BadRequest
from tocsin.ledger.queries import Query
from tocsin.records.bounds import bounds

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T.+")


class NoDate(BadRequest):
    """A flag's date is none."""

    def __init__(self, flag: str, given: str) -> None:
        super().__init__(f"{flag} {given}: this is no date; write 2023-08-31, 2023-08 or 2023")
        self.flags = (flag,)


class Backwards(BadRequest):
    """The last day asked for lies before the first."""

    flags = ("--happened-from", "--happened-to")

    def __init__(self, first: str | None, last: str | None) -> None:
        super().__init__(f"--happened-from {first} --happened-to {last}: these days end before they begin")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """What the flags say, as typed."""

    happened_from: str | None = None
    happened_to: str | None = None
    published_by: str | None = None
    recorded_by: str | None = None

    def query(self) -> Query:
        """Make a query with these clocks and nothing else.

        Raises:
            NoDate: One of them is no date.
            Backwards: The days end before they begin.
        """
        first = _day("--happened-from", self.happened_from, last=False)
        last = _day("--happened-to", self.happened_to, last=True)
        if first is not None and last is not None and last < first:
            raise Backwards(self.happened_from, self.happened_to)
        return Query(
            happened_from=first,
            happened_to=last,
            published_by=_day("--published-by", self.published_by, last=True),
            recorded_by=moment(self.recorded_by),
        )


def _day(flag: str, given: str | None, *, last: bool) -> int | None:
    if given is None:
        return None
    days = bounds(given)
    if days is None or "/" in given:
        raise NoDate(flag, given)
    return days.latest if last else days.earliest


def moment(given: str | None) -> str | None:
    """Read a moment of recording: a day, month or year means its last moment, in UTC.

    >>> moment("2025-01-31")
    '2025-01-31T23:59:59.999999Z'

    Raises:
        NoDate: It is neither a day nor a moment.
    """
    if given is None:
        return None
    try:
        if _MOMENT.fullmatch(given):
            at = datetime.fromisoformat(given)
            at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
        else:
            day = _day("--recorded-by", given, last=True)
            assert day is not None
            at = datetime.combine(date.fromordinal(day), time.max, tzinfo=UTC)
    except ValueError:
        raise NoDate("--recorded-by", given) from None
    return at.isoformat(timespec="microseconds").replace("+00:00", "Z")
