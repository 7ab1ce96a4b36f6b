# SPDX-License-Identifier: Apache-2.0
"""Paging: which part of a listing a page shows, and the addresses of the parts before and after."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request

_LAST = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """`first` counts rows from 0; `total` is None where nobody counted; an address is empty where there is no part."""

    number: int
    first: int
    total: int | None
    before: str
    after: str
    pages: int | None


def paging(request: Request, *, total: int | None, per_page: int, more: bool = False) -> Paging:
    """Read the page's number off the address; where the total is not known, `more` says that another page follows."""
    number = page_number(request)
    pages = None if total is None else max(1, -(-total // per_page))
    if pages is not None:
        number = min(number, pages)
        more = number < pages
    return Paging(
        number=number,
        first=(number - 1) * per_page,
        total=total,
        before=_address(request, number - 1) if number > 1 else "",
        after=_address(request, number + 1) if more else "",
        pages=pages,
    )


def page_number(request: Request) -> int:
    """Give the number of the page asked for, 1 where none is or it is no number."""
    given = request.query_params.get("page", "1")
    return max(1, min(_LAST, int(given))) if given.isascii() and given.isdigit() and len(given) < 8 else 1


def _address(request: Request, number: int) -> str:
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "page" and value]
    return f"{request.url.path}?{urlencode([*kept, ('page', str(number))])}"
