# SPDX-License-Identifier: Apache-2.0
"""The slider over the published clock: a range of days in a form of its own, so that it moves without a script too.

The form sends a day's number; the answer to that is the same address with the date in its place, so that an address
always says its clocks in words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tocsin.ledger.queries import UNDATED, Query
from tocsin.web.rooms import Visit

DAY, CLOCK = "day", "published-by"
"""The field of the slider; the field of the clock that it sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slider:
    """A range of days, by number; `last` is one past the last day and means no clock at all, undated texts too."""

    first: int
    last: int
    value: int
    says: str
    path: str
    others: tuple[tuple[str, str], ...]
    ticks: tuple[tuple[int, int], ...]


def slider(at: Visit) -> Slider | None:
    """Make the slider of a page; None where no document has a date, or all are of one day."""
    known = Query(recorded_by=at.clocks.recorded_by)
    days = [item.published.earliest for item in at.shelf_at(known).values() if item.published]
    days = [day for day in days if 1 <= day < UNDATED]
    if not days or min(days) == max(days):
        return None
    first, last = min(days), min(max(days) + 1, date.max.toordinal())
    by = at.clocks.published_by
    value = last if by is None else max(first, min(by, last))
    return Slider(
        first=first,
        last=last,
        value=value,
        says="any day" if by is None else date.fromordinal(by).isoformat(),
        path=at.request.url.path,
        others=kept(at, {DAY, CLOCK, "page"}),
        ticks=_ticks(days, first, last),
    )


def kept(at: Visit, without: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Give the address's fields that stay when some of them change."""
    gone = set(without)
    return tuple((name, value) for name, value in at.asked.items() if name not in gone)


def moved(request: Request) -> Response | None:
    """Answer a slider that was moved: the same address, its clock written as a date."""
    given = request.query_params.get(DAY)
    if given is None:
        return None
    pairs = [(name, value) for name, value in request.query_params.multi_items() if name not in {DAY, CLOCK} and value]
    last = request.query_params.get("day-last", "")
    pairs = [(name, value) for name, value in pairs if name != "day-last"]
    if given.isascii() and given.isdigit() and 1 <= len(given) <= 7 and given != last:
        number = int(given)
        if 1 <= number <= date.max.toordinal():
            pairs.append((CLOCK, date.fromordinal(number).isoformat()))
    return RedirectResponse(f"{request.url.path}?{urlencode(pairs)}", status_code=303)


_PLACES, _TALL = 60, 24


def _ticks(days: Iterable[int], first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Give how many documents were published, in sixty equal parts of the range: place and height of each bar."""
    counts = [0] * _PLACES
    for day in days:
        counts[min(_PLACES - 1, (day - first) * _PLACES // (last - first))] += 1
    most = max(counts)
    return tuple((place, max(2, round(_TALL * count / most))) for place, count in enumerate(counts) if count)
