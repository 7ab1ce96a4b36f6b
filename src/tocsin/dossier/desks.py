# SPDX-License-Identifier: Apache-2.0
"""The desk of a dossier: what every part of it is written from, laid out once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier.first_mentions import FirstMentions
from tocsin.dossier.notes import Notes
from tocsin.dossier.party_names import PartyNames
from tocsin.dossier.withholding import Withholding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed, sure
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.linking.fact_sheets import texts_held
from tocsin.linking.lineages import told_by
from tocsin.linking.voices import Voices, voices
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted

KINDS = ("claim", "warning", "ask", "citation")
"""Kinds of findings that dossiers tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The ledger at its clocks, the catalogue's names, the notes, the voices, the documents held by then.

    `hidden` withholds the names of persons at risk; None shows all. What `held` gives is fit to be shown. `scope` is
    what of the documents is looked at ("in what is told of Karsk"), empty where it is all of them.
    """

    ledger: Ledger
    catalogue: Catalogue
    query: Query
    notes: Notes
    voices: Voices
    held: Mapping[Digest, Shelved]
    places: FirstMentions
    names: PartyNames
    hidden: Withholding | None = None
    scope: str = ""

    @property
    def documents(self) -> int:
        """How many documents the ledger has at these clocks; fact sheets are none."""
        return texts_held(self.held)

    @property
    def clocks(self) -> Query:
        """The published and the recorded clock alone."""
        return Query(published_by=self.query.published_by, recorded_by=self.query.recorded_by)

    def voiced(self, rows: Iterable[Listed]) -> str:
        """Count rows by voice, with the raw count beside it."""
        held = list(rows)
        voices = {self.voices.of_finding(row) for row in held}
        return f"{counted(len(voices), 'voice')} in {counted(len(held), 'passage')}"

    def among(self) -> str:
        """Say which documents an absence holds for."""
        return f"among the {counted(self.documents, 'document')} of this ledger"

    def here(self) -> str:
        """Say in what of which documents something is absent."""
        return f"{self.scope}, {self.among()}" if self.scope else self.among()

    def shown(self, rows: Iterable[Listed]) -> Iterable[Listed]:
        """Make rows fit to be shown, in their number and order."""
        return rows if self.hidden is None else self.hidden.rows(rows)

    def masked(self, document: Digest, words: str) -> str:
        """Make words of a document fit to be shown."""
        return words if self.hidden is None else self.hidden.masked(document, words)

    def found(self, query: Query | None = None) -> Mapping[str, list[Listed]]:
        """Give all findings that dossiers tell, by kind, fit to be shown."""
        rows: dict[str, list[Listed]] = {kind: [] for kind in KINDS}
        for row in self.shown(sure(listed(self.ledger, replace(query or self.clocks, kinds=KINDS)))):
            rows[row.finding.kind].append(row)
        return rows

    def issuer(self, row: Listed) -> str:
        """Name who speaks in a row's document."""
        return self.names.issuers(row.shelved) or "an issuer not named"

    def speaker(self, row: Listed) -> str:
        """Name who says a thing: whom the document quotes last, else who speaks in it."""
        return self.names.all(told_by(row.finding, row.shelved.card.issuers)) or self.issuer(row)


def desk(ledger: Ledger, catalogue: Catalogue, query: Query, hidden: Withholding | None) -> Desk:
    """Lay out what dossiers at a query's clocks are written from."""
    held = shelf(ledger, query)
    if hidden is not None:
        hidden.together(held.keys())
        held = {name: hidden.shelved(item) for name, item in held.items()}
    names = PartyNames(catalogue)
    return Desk(
        ledger=ledger,
        catalogue=catalogue,
        query=query,
        notes=Notes(ledger, names),
        voices=voices(ledger, query, catalogue),
        held=held,
        places=FirstMentions(catalogue),
        names=names,
        hidden=hidden,
    )
