# SPDX-License-Identifier: Apache-2.0
"""Listings: findings as they stood by the clocks asked for, each with its document."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier.shelf import Shelved, shelf
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import UNDATED, Query, Row
from tocsin.records.bounds import bounds
from tocsin.records.findings import Citation, Claim, Finding
from tocsin.records.ids import Digest, Json
from tocsin.records.lines import from_json, to_json

_BUILT_ON = re.compile(r"\{([\w.-]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A finding, how it stood, and the document it stands in."""

    row: Row
    finding: Finding
    shelved: Shelved

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row: the listing's own members first, then the finding's."""
        return {
            "finding": self.row.finding,
            "state": self.row.state.standing,
            "certainty": self.row.certainty,
            "source": self.shelved.source,
            "document": self.shelved.document,
            "title": self.shelved.title,
            "issued": self.shelved.card.issued,
            **to_json(self.finding),
        }


def listed(ledger: Ledger, query: Query, *, any_of: Mapping[str, Collection[str]] | None = None) -> Iterator[Listed]:
    """List findings in order of publication, document and place.

    `any_of` gives, by role, values of which a finding must have one each: the ids of actors that are one.
    """
    shelved = shelf(ledger, query)
    for row in rows_of(ledger, query, any_of or {}):
        document = row.entry.document
        if document is None or row.entry.payload is None or document not in shelved:
            continue
        finding = from_json(row.entry.payload)
        if isinstance(finding, Finding):
            yield Listed(row=row, finding=finding, shelved=shelved[document])


def rows_of(ledger: Ledger, query: Query, any_of: Mapping[str, Collection[str]]) -> Iterable[Row]:
    """Ask once for each combination of values; a finding found twice is given once, all in the one order."""
    asked = [
        tuple(zip(any_of, values, strict=True)) for values in itertools.product(*(sorted(v) for v in any_of.values()))
    ]
    if len(asked) == 1:
        return ledger.rows(replace(query, keys=(*query.keys, *asked[0])))
    found = {
        row.finding: row
        for keys in asked
        for row in ledger.rows(replace(query, keys=(*query.keys, *keys), limit=None, offset=0))
    }
    ordered = sorted(found.values(), key=_order)
    return ordered[query.offset : None if query.limit is None else query.offset + query.limit]


def _order(row: Row) -> tuple[int, str, int, int, str]:
    payload = row.entry.payload or {}
    start, end = payload.get("start", 0), payload.get("end", 0)
    assert isinstance(start, int)
    assert isinstance(end, int)
    published = UNDATED if row.published is None else row.published.earliest
    return published, row.entry.document or "", start, end, row.finding


def timeline(rows: Iterable[Listed]) -> list[Listed]:
    """Put claims that have a date in the order in which they happened; ties keep the order of publication."""

    def happened(item: Listed) -> tuple[int, int]:
        when = bounds(item.finding.when if isinstance(item.finding, Claim) else None)
        return (when.earliest, when.latest) if when else (0, 0)

    return sorted((row for row in rows if isinstance(row.finding, Claim) and row.finding.when), key=happened)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """An instrument, the pinpoints at which it is cited, and every citation of it in order of publication."""

    instrument: str
    name: str
    pinpoints: tuple[str, ...]
    citations: tuple[Listed, ...]

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        return {
            "instrument": self.instrument,
            "name": self.name,
            "pinpoints": list(self.pinpoints),
            "citations": [item.to_json() for item in self.citations],
        }


def instrument_names(catalogue: Catalogue) -> dict[str, str]:
    """Give each instrument's name; a name that is built on another's (`{id}`) is written out."""
    rows = catalogue.instruments
    return {
        row.id: _BUILT_ON.sub(lambda found: rows[found[1]].name if found[1] in rows else found[1], row.name)
        for row in rows.values()
    }


def law(rows: Iterable[Listed], names: Mapping[str, str]) -> tuple[Cited, ...]:
    """Group citations by instrument, most cited first; those of no known instrument go by their own words."""
    groups: dict[str, list[Listed]] = {}
    for row in rows:
        if isinstance(row.finding, Citation):
            groups.setdefault(row.finding.instrument or row.finding.quote, []).append(row)
    cited = []
    for instrument, items in groups.items():
        pinpoints = {item.finding.pinpoint for item in items if isinstance(item.finding, Citation)}
        cited.append(
            Cited(
                instrument=instrument,
                name=names.get(instrument, instrument),
                pinpoints=tuple(sorted(point for point in pinpoints if point)),
                citations=tuple(items),
            )
        )
    return tuple(sorted(cited, key=lambda group: (-len(group.citations), group.instrument)))


def card_json(item: Shelved) -> dict[str, Json]:
    """Write a document's row as JSON."""
    return {"source": item.source, "document": item.document, "certainty": item.certainty, **to_json(item.card)}


def documents_to(ledger: Ledger, query: Query, whom: frozenset[str]) -> frozenset[Digest]:
    """Give the documents that a body was told by: its card or one of its asks names the body."""
    found = {
        item.document
        for item in shelf(ledger, query).values()
        if any(party.id in whom for party in item.card.addressees)
    }
    for actor in sorted(whom):
        asked = Query(
            kinds=("ask",),
            keys=(("addressee", actor),),
            published_by=query.published_by,
            recorded_by=query.recorded_by,
        )
        found |= {row.entry.document for row in ledger.rows(asked) if row.entry.document is not None}
    return frozenset(found)
