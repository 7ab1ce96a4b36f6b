# SPDX-License-Identifier: Apache-2.0
"""Windows: one page of a listing, read from where it begins; where pages begin is kept until the next entry.

1. A listing leaves out rows that no index tells, so where its tenth page begins is known by having read nine.
2. What is known is where a page begins among all rows of the query; a page that nobody asked for before is reached
   from the nearest before it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from tocsin.ledger.listed import Listed, rows_of
from tocsin.ledger.queries import Query, Row
from tocsin.ledger.shelf import Shelved
from tocsin.records.findings import Finding
from tocsin.records.lines import from_json
from tocsin.web.rooms import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What is listed: a query, by role values of which a row must have one each, and which rows are wanted, None all.

    `name` says what `wanted` depends on.
    """

    query: Query
    any_of: Mapping[str, Collection[str]]
    wanted: Callable[[Row, Shelved], bool] | None = None
    name: tuple[object, ...] = ()


def window(at: Visit, listing: Listing, number: int, per_page: int) -> list[Listed]:
    """Give the rows of a page (counted from 1), and one more where another page follows."""
    if listing.wanted is None:
        first = (number - 1) * per_page
        return list(islice(_listed(_numbered(at, listing, first)), per_page + 1))
    of = tuple((role, *sorted(values)) for role, values in sorted(listing.any_of.items()))
    begins: dict[int, int] = at.room.memory.whole(at.ledger, ("begins", listing.query, of, listing.name), dict)
    begins.setdefault(1, 0)
    page = max(known for known in list(begins) if known <= number)
    passed, found = 0, list[tuple[int, Row, Shelved]]()
    for place, row, shelved in _numbered(at, listing, begins[page]):
        if not listing.wanted(row, shelved):
            continue
        if passed % per_page == 0:
            begins[page + passed // per_page] = place
        passed += 1
        if passed > (number - page) * per_page:
            found.append((place, row, shelved))
        if len(found) > per_page:
            break
    return list(_listed(found))


def _listed(rows: Iterable[tuple[int, Row, Shelved]]) -> Iterator[Listed]:
    for _, row, shelved in rows:
        finding = from_json(row.entry.payload or {})
        if isinstance(finding, Finding):
            yield Listed(row=row, finding=finding, shelved=shelved)


def _numbered(at: Visit, listing: Listing, begin: int) -> Iterator[tuple[int, Row, Shelved]]:
    """Give rows with their places among all of the query, from a place on, those of documents of these clocks."""
    shelf = at.shelf
    for place, row in enumerate(rows_of(at.ledger, replace(listing.query, offset=begin), listing.any_of), begin):
        document = row.entry.document
        if document is not None and document in shelf and row.entry.payload is not None:
            yield place, row, shelf[document]
