# SPDX-License-Identifier: Apache-2.0
"""Windows: one page of a listing, read from where it begins; where pages begin is kept until the next entry.

1. A listing leaves out rows that no index tells, so where its tenth page begins is known by having read nine.
2. What is known is where a page begins among all rows of the query; a page that nobody asked for before is reached
   from the nearest before it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from tocsin.ledger.listed import Listed, rows_of
from tocsin.ledger.queries import Query
from tocsin.records.findings import Finding
from tocsin.records.lines import from_json
from tocsin.web.rooms import Visit

_CHUNK = 200
"""Rows that are read at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What is listed: a query, by role values of which a row must have one each, and which rows are wanted.

    `name` says what `wanted` depends on.
    """

    query: Query
    any_of: Mapping[str, Collection[str]]
    wanted: Callable[[Listed], bool]
    name: tuple[object, ...] = ()


def window(at: Visit, listing: Listing, number: int, per_page: int) -> list[Listed]:
    """Give the rows of a page (counted from 1), and one more where another page follows."""
    of = tuple((role, *sorted(values)) for role, values in sorted(listing.any_of.items()))
    begins: dict[int, int] = at.room.memory.whole(at.ledger, ("begins", listing.query, of, listing.name), dict)
    begins.setdefault(1, 0)
    page = max(known for known in list(begins) if known <= number)
    passed, found = 0, list[Listed]()
    for place, row in _numbered(at, listing, begins[page]):
        if not listing.wanted(row):
            continue
        if passed % per_page == 0:
            begins[page + passed // per_page] = place
        passed += 1
        if passed > (number - page) * per_page:
            found.append(row)
        if len(found) > per_page:
            break
    return found


def _numbered(at: Visit, listing: Listing, begin: int) -> Iterator[tuple[int, Listed]]:
    """Give rows with their places among all of the query, from a place on."""
    several = math.prod(map(len, listing.any_of.values())) > 1  # then all are put together anyway
    while True:
        query = replace(listing.query, offset=begin, limit=None if several else _CHUNK)
        rows = list(rows_of(at.ledger, query, listing.any_of))
        for place, row in enumerate(rows, begin):
            document, payload = row.entry.document, row.entry.payload
            if document is None or payload is None or document not in at.shelf:
                continue
            finding = from_json(payload)
            if isinstance(finding, Finding):
                yield place, Listed(row=row, finding=finding, shelved=at.shelf[document])
        if several or len(rows) < _CHUNK:
            return
        begin += _CHUNK
