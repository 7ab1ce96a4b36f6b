# SPDX-License-Identifier: Apache-2.0
"""Listings as CSV (RFC 4180), one row a finding, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tocsin.records.ids import Json

_HEAD = ("finding", "state", "certainty", "source", "document", "title", "issued", "start", "end", "quote", "by")

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "asks": (
        *_HEAD,
        *("askers", "addressees", "force", "explicit", "reported", "voice", "category", "asks_for", "status"),
        *("by_when", "condition", "law"),
    ),
    "warnings": (*_HEAD, "harm", "group", "places", "horizon", "condition", "speakers"),
    "timeline": (*_HEAD, "act", "when", "actors", "targets", "places", "speakers", "mode", "quantities"),
    "law": (*_HEAD, "instrument", "pinpoint", "date"),
    "sources": (
        *("document", "certainty", "source", "genre", "title", "issued", "issued_basis", "issuers", "carriers"),
        *("addressees", "signatories", "language"),
    ),
}
"""The columns of each listing; new ones may join at the end."""

_NUMBER = re.compile(r"-?\d+")

_FORMULA = "=+-@\t\r\n|%＝＋－＠"
"""What a formula begins with."""


def csv_lines(kind: str, rows: Iterable[Mapping[str, Json]]) -> Iterator[str]:
    r"""Write a listing, a header first, lines ended by CR LF.

    >>> row = {"document": "sha256:0", "title": "=cmd()", "issuers": [{"id": "veltria", "name": "Veltria"}]}
    >>> list(csv_lines("sources", [row]))[1]
    "sha256:0,,,,'=cmd(),,,veltria (Veltria),,,,\r\n"
    """
    yield from lines(COLUMNS[kind], rows)


def lines(columns: Sequence[str], rows: Iterable[Mapping[str, Json]]) -> Iterator[str]:
    """Write rows under columns of any name, a header first."""
    yield row_of(columns)
    for row in rows:
        yield row_of([row.get(column) for column in columns])


def row_of(values: Iterable[Json], *, as_is: bool = False) -> str:
    """Write one row; `as_is` leaves out the guard against formulas, for hashtags and the like of our own."""
    buffer = io.StringIO()
    csv.writer(buffer).writerow([words(value) if as_is else _cell(value) for value in values])
    return buffer.getvalue()


def _cell(value: Json) -> str:
    """Write a value: parties as `id (name)`, several with `; ` between, nothing for none.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.

    Source: OWASP, CSV Injection.
    """
    text = words(value)
    begins = text.lstrip(" ")[:1]
    return f"'{text}" if begins and begins in _FORMULA and not _NUMBER.fullmatch(text) else text


def words(value: Json) -> str:
    """Write a value in words: parties as `id (name)`, several with `; ` between, nothing for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str | int):
        return str(value)
    if isinstance(value, Mapping):
        return _member(value)
    return "; ".join(words(item) for item in value)


def _member(value: Mapping[str, Json]) -> str:
    if set(value) == {"id", "name"}:
        return f"{value['id']} ({value['name']})"
    return " ".join(str(part) for part in value.values() if part is not None)
