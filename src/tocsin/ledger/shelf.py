# SPDX-License-Identifier: Apache-2.0
"""The shelf: the documents of a ledger as they were known, with their cards and where they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Certainty, Query
from tocsin.records.bounds import Bounds
from tocsin.records.findings import Card, Party
from tocsin.records.ids import Digest
from tocsin.records.lines import from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A document: its card as it stands, the source it came in by, its date, and how sure the clocks asked for are.

    `taken` is the moment at which it was first recorded; `card_state` says how its card stands: a card that a person
    entered stands in the place of one that was read, so it is `corrected`.
    """

    document: Digest
    source: str
    card: Card
    card_finding: Digest
    published: Bounds | None
    certainty: Certainty = "certain"
    taken: str = ""
    card_state: str = "proposed"

    @property
    def name(self) -> str:
        """The last part of the source: the file's name, without the folders it was read from."""
        return self.source.rstrip("/").rpartition("/")[2] or self.source

    @property
    def title(self) -> str:
        """The document's title, or where it has none the name it came in by."""
        return self.card.title or self.source

    @property
    def issued(self) -> str:
        """The document's date as the card has it; `undated` where it has none."""
        return self.card.issued or "undated"

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


def shelf(ledger: Ledger, query: Query) -> Mapping[Digest, Shelved]:
    """Give the documents that a query's published and recorded clocks allow, by digest, in order of publication.

    Where the query names a document, that one alone.
    """
    sources: dict[Digest, tuple[str, str]] = {}
    for entry in ledger.entries(kind="document", document=query.document, recorded_by=query.recorded_by):
        if entry.document is not None and entry.payload is not None:
            sources.setdefault(entry.document, (str(entry.payload.get("source", entry.document)), entry.recorded_at))
    asked = Query(
        kinds=("document",),
        document=query.document,
        published_by=query.published_by,
        recorded_by=query.recorded_by,
    )
    shelved: dict[Digest, Shelved] = {}
    for row in ledger.rows(asked):
        document = row.entry.document
        if document is None or row.entry.payload is None:
            continue
        card = from_json(row.entry.payload)
        if isinstance(card, Card):
            source, taken = sources.get(document, (document, ""))
            shelved[document] = Shelved(
                document=document,
                source=source,
                card=card,
                card_finding=row.finding,
                published=row.published,
                certainty=row.certainty,
                taken=taken,
                card_state="corrected" if row.state.standing == "added" else row.state.standing,
            )
    return shelved
