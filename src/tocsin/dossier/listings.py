# SPDX-License-Identifier: Apache-2.0
"""Listings: claims in the order in which they happened, law by instrument, documents by whom they were for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tocsin.catalogue.bodies import by_seat
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import UNDATED, Query
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.records.bounds import bounds
from tocsin.records.findings import Citation, Claim
from tocsin.records.ids import Digest, Json
from tocsin.records.lines import to_json

_BUILT_ON = re.compile(r"\{([\w.-]+)\}")


def timeline(rows: Iterable[Listed]) -> list[Listed]:
    """Put claims in the order in which they happened, those without a date last; ties keep the order of publication."""

    def happened(item: Listed) -> tuple[int, int]:
        when = bounds(item.finding.when if isinstance(item.finding, Claim) else None)
        return (when.earliest, when.latest) if when else (UNDATED, UNDATED)

    return sorted((row for row in rows if isinstance(row.finding, Claim)), key=happened)


def dated(item: Listed) -> bool:
    """Say whether a claim tells when it happened, so that a timeline has a place for it."""
    return isinstance(item.finding, Claim) and bounds(item.finding.when) is not None


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
    return {
        "source": item.source,
        "document": item.document,
        "card": item.card_finding,
        "state": item.card_state,
        "certainty": item.certainty,
        "taken": item.taken,
        **to_json(item.card),
    }


def versions(items: Iterable[Shelved]) -> dict[Digest, Shelved]:
    """Give, by document, the one that came in before it under the same source: a file that was edited, read again."""
    last: dict[str, Shelved] = {}
    found: dict[Digest, Shelved] = {}
    for item in sorted(items, key=lambda item: item.taken):
        if item.source in last and item.source != "-":
            found[item.document] = last[item.source]
        last[item.source] = item
    return found


def documents_to(ledger: Ledger, catalogue: Catalogue, query: Query, whom: frozenset[str]) -> frozenset[Digest]:
    """Give the documents that a body was told by: a card names it, not only the town of an address, or an ask does."""
    found = {
        item.document
        for item in shelf(ledger, query).values()
        if any(party.id in whom and not by_seat(catalogue, party) for party in item.card.addressees)
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
