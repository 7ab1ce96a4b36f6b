# SPDX-License-Identifier: Apache-2.0
"""The shelf: the documents of a ledger as they were known, with their cards and where they came from."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.parts import Parts
from tocsin.ledger.queries import UNDATED, Certainty, Query, Row, certainty
from tocsin.ledger.recollections import Recollections
from tocsin.records.bounds import Bounds
from tocsin.records.dates import dated
from tocsin.records.findings import Card, Party
from tocsin.records.ids import Digest
from tocsin.records.lines import from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A document: its card as it stands, the source it came in by, its date, and how sure the clocks asked for are.

    `taken` is the moment at which it was first recorded; `card_state` says how its card stands: a card that a person
    entered stands in the place of one that was read, so it is `corrected`. `version` is the text that it is of.
    """

    document: Digest
    source: str
    card: Card
    card_finding: Digest
    published: Bounds | None
    certainty: Certainty = "certain"
    taken: str = ""
    card_state: str = "proposed"
    version: str = ""

    @property
    def name(self) -> str:
        """The last part of the source: the file's name, without the folders it was read from."""
        return self.source.rstrip("/").rpartition("/")[2] or self.source

    @property
    def title(self) -> str:
        """The document's title, or where it has none the name of its file."""
        return self.card.title or self.name

    @property
    def issued(self) -> str:
        """The document's date for people: a day as it is, anything less exact in words; `undated` where it has none."""
        return dated(self.card.issued, none="undated")

    @property
    def issuers(self) -> str:
        """Who speaks, in words."""
        return spoken(self.card.issuers) or "an issuer not named"

    @property
    def carriers(self) -> str:
        """Who published it for another, in words; empty where nobody did."""
        return spoken(self.card.carriers)


def spoken(parties: tuple[Party, ...]) -> str:
    """Name parties in a row, by their sources' own names.

    >>> spoken((Party(id="veltria", name="Veltria"), Party(id="ardesh", name="Ardesh")))
    'Veltria, Ardesh'
    """
    return ", ".join(party.name for party in parties)


_SHELVED: Parts[Shelved] = Parts(8)
_SHELVES: Recollections[Mapping[Digest, Shelved]] = Recollections(16)


def shelf(ledger: Ledger, query: Query) -> Mapping[Digest, Shelved]:
    """Give the documents that a query's published and recorded clocks allow, by digest, in order of publication.

    Where the query names a document, that one alone. What is given is kept for others who ask, so nobody changes it.
    """
    if query.document is not None:
        found = _shelved(ledger, query.recorded_by, (query.document,))
        return MappingProxyType(dict(_at(query, found)))
    clocks = Query(published_by=query.published_by, recorded_by=query.recorded_by)
    return _SHELVES.get(ledger, clocks, lambda: _shelf(ledger, clocks))


def _shelf(ledger: Ledger, clocks: Query) -> Mapping[Digest, Shelved]:
    if clocks.published_by is not None:
        return MappingProxyType(dict(_at(clocks, shelf(ledger, replace(clocks, published_by=None)))))
    moment = clocks.recorded_by
    found = _SHELVED.get(ledger, moment, lambda documents: _shelved(ledger, moment, documents))
    ordered = sorted(found.items(), key=lambda pair: _order(pair[1]))
    return MappingProxyType(dict(ordered))


def _order(item: Shelved) -> tuple[int, str]:
    return UNDATED if item.published is None else item.published.earliest, item.document


def _at(clocks: Query, found: Mapping[Digest, Shelved]) -> Iterator[tuple[Digest, Shelved]]:
    """Give what was published by a day, as sure as that is."""
    asked = Query(published_by=clocks.published_by)
    for name, item in found.items():
        sure = certainty(asked, item.published, None)
        if sure is not None:
            yield name, item if sure == item.certainty else replace(item, certainty=sure)


def _shelved(ledger: Ledger, recorded_by: str | None, documents: Collection[Digest] | None) -> Mapping[Digest, Shelved]:
    """Make the rows of some documents, or of all (None)."""
    shelved: dict[Digest, Shelved] = {}
    for document in (None,) if documents is None else documents:
        sources: dict[Digest, tuple[str, str]] = {}
        for entry in ledger.entries(kind="document", document=document, recorded_by=recorded_by):
            if entry.document is not None and entry.payload is not None:
                source = str(entry.payload.get("source", entry.document))
                sources.setdefault(entry.document, (source, entry.recorded_at))
        for row in ledger.rows(Query(kinds=("document",), document=document, recorded_by=recorded_by)):
            item = _item(row, sources)
            if item is not None:
                shelved[item.document] = item
    return shelved


def _item(row: Row, sources: Mapping[Digest, tuple[str, str]]) -> Shelved | None:
    document = row.entry.document
    card = None if row.entry.payload is None else from_json(row.entry.payload)
    if document is None or not isinstance(card, Card):
        return None
    source, taken = sources.get(document, (document, ""))
    return Shelved(
        document=document,
        source=source,
        card=card,
        card_finding=row.finding,
        published=row.published,
        certainty=row.certainty,
        taken=taken,
        card_state="corrected" if row.state.standing == "added" else row.state.standing,
        version=str((row.entry.payload or {}).get("version", "")),
    )
