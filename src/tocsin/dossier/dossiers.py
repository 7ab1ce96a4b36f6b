# SPDX-License-Identifier: Apache-2.0
"""A dossier: what a body was told, warned of and asked, on which law, every line cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier.listings import documents_to, instrument_names, law, timeline
from tocsin.dossier.withholding import Withholding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, shelf, spoken
from tocsin.linking.responses import answered
from tocsin.records.entries import Head
from tocsin.records.findings import Ask, Claim, Finding, Party, Warning  # noqa: A004 - the house's word
from tocsin.records.ids import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line of a dossier and its note: who says what, in the source's words, and where they stand."""

    note: int
    finding: Digest
    when: str
    certainty: str
    label: str
    speaker: str
    quote: str
    state: str
    title: str
    issued: str
    start: int
    end: int
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskGroup:
    """What one document asks of the body, in its own order."""

    when: str
    certainty: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRow:
    """An instrument that the documents cite."""

    name: str
    pinpoints: tuple[str, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """A document that the dossier rests on."""

    issued: str
    title: str
    issuers: str
    carriers: str
    name: str
    document: Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything a page needs, already in words; templates put it in order and decide nothing."""

    title: str
    whom: str
    clocks: str
    answers: str
    documents_held: int
    unconfirmed: int
    claims: tuple[Item, ...]
    warnings: tuple[Item, ...]
    asks: tuple[AskGroup, ...]
    law: tuple[LawRow, ...]
    sources: tuple[SourceRow, ...]
    notes: tuple[Item, ...]
    head_seq: int
    head_chain: Digest
    made_with: str


class _Notes:
    """Numbers the lines of a dossier in the order they are first said."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self.items: list[Item] = []
        self._held: dict[Digest, Item] = {}

    def item(self, row: Listed) -> Item:
        held = self._held.get(row.row.finding)
        if held is None:
            finding = row.finding
            held = Item(
                note=len(self.items) + 1,
                finding=row.row.finding,
                when=_when(row),
                certainty=row.row.certainty,
                label=_label(finding, self._catalogue),
                speaker=_speaker(finding, row.shelved),
                quote=" ".join(finding.quote.split()),
                state=row.row.state.standing,
                title=row.shelved.title,
                issued=row.shelved.issued,
                start=finding.start,
                end=finding.end,
                by=finding.by,
            )
            self._held[row.row.finding] = held
            self.items.append(held)
        return held

    def all(self, rows: Iterable[Listed]) -> tuple[Item, ...]:
        return tuple(self.item(row) for row in rows)


def _when(row: Listed) -> str:
    if isinstance(row.finding, Claim):
        return row.finding.when or "no date"
    return row.shelved.issued


def _label(finding: Finding, catalogue: Catalogue) -> str:
    if isinstance(finding, Claim):
        act = catalogue.acts.get(finding.act)
        named = act.name if act else finding.act
        return f"{named} ({finding.mode})"
    if isinstance(finding, Warning):
        harm = catalogue.harms.get(finding.harm)
        named = harm.name if harm else finding.harm
        return f"{named}, {finding.horizon}" if finding.horizon else named
    if isinstance(finding, Ask):
        force = finding.force or "implied"
        return f"{force} (told again)" if finding.reported else force
    return finding.kind


def _speaker(finding: Finding, shelved: Shelved) -> str:
    parties: tuple[Party, ...] = ()
    if isinstance(finding, Claim | Warning):
        parties = finding.speakers[-1:]
    elif isinstance(finding, Ask):
        parties = finding.askers
    return spoken(parties) or shelved.issuers


def gather(
    ledger: Ledger,
    catalogue: Catalogue,
    whom: frozenset[str],
    query: Query,
    *,
    named: str,
    made_with: str,
    withholding: Withholding | None = None,
) -> Dossier:
    """Gather the dossier for a body: `whom` are its id and its organs', `named` its name, `query` the clocks.

    `withholding` withholds the names of persons at risk; None shows all.
    """
    held = shelf(ledger, query)
    told = documents_to(ledger, query, whom)
    rows: Mapping[str, list[Listed]] = {
        kind: [row for row in listed(ledger, replace(query, kinds=(kind,))) if row.shelved.document in told]
        for kind in ("claim", "warning", "ask", "citation")
    }
    if withholding is not None:
        rows = {kind: list(withholding.rows(found)) for kind, found in rows.items()}
        held = {name: withholding.shelved(item) if name in told else item for name, item in held.items()}
    notes = _Notes(catalogue)
    claims = notes.all(timeline(rows["claim"]))
    warnings = notes.all(rows["warning"])
    asks = _asked(rows["ask"], whom, notes)
    cited = tuple(
        LawRow(name=group.name, pinpoints=group.pinpoints, items=notes.all(group.citations))
        for group in law(rows["citation"], instrument_names(catalogue))
    )
    head = _head(ledger, query.recorded_by)
    return Dossier(
        title=f"{named}: told, warned, asked",
        whom=named,
        clocks=_clocks(query, len(held)),
        answers=_answers(ledger, query, rows["ask"], whom, len(held)),
        documents_held=len(held),
        unconfirmed=sum(item.state == "proposed" for item in notes.items),
        claims=claims,
        warnings=warnings,
        asks=asks,
        law=cited,
        sources=tuple(_source(item) for item in held.values() if item.document in told),
        notes=tuple(notes.items),
        head_seq=head.seq,
        head_chain=head.chain,
        made_with=made_with,
    )


def _head(ledger: Ledger, recorded_by: str | None) -> Head:
    """Give the ledger's head as it was by a moment, so that a dossier of the past is the same whenever it is made."""
    if recorded_by is None:
        return ledger.head()
    seq = ledger.seq_at(recorded_by)
    for last in ledger.entries(after=seq - 1, until=seq):
        return Head(seq=last.seq, chain=last.chain, recorded_at=last.recorded_at)
    return Head()


def _asked(rows: Iterable[Listed], whom: frozenset[str], notes: _Notes) -> tuple[AskGroup, ...]:
    by_document: dict[Digest, list[Listed]] = {}
    for row in rows:
        if isinstance(row.finding, Ask) and any(party.id in whom for party in row.finding.addressees):
            by_document.setdefault(row.shelved.document, []).append(row)
    return tuple(
        AskGroup(
            when=items[0].shelved.issued,
            certainty=items[0].row.certainty,
            title=items[0].shelved.title,
            items=notes.all(items),
        )
        for items in by_document.values()
    )


def _answers(ledger: Ledger, query: Query, rows: Iterable[Listed], whom: frozenset[str], documents: int) -> str:
    asks = {
        row.row.finding
        for row in rows
        if isinstance(row.finding, Ask) and any(party.id in whom for party in row.finding.addressees)
    }
    to_these = answered(ledger, query) & asks
    if not asks:
        return f"No ask to answer among the {documents} documents of this ledger."
    if not to_these:
        return f"No answer to these {len(asks)} asks is recorded among the {documents} documents of this ledger."
    return (
        f"An answer is recorded to {len(to_these)} of these {len(asks)} asks "
        f"among the {documents} documents of this ledger."
    )


def _source(item: Shelved) -> SourceRow:
    return SourceRow(
        issued=item.issued,
        title=item.title,
        issuers=item.issuers,
        carriers=item.carriers,
        name=item.source,
        document=item.document,
    )


def _clocks(query: Query, documents: int) -> str:

    told = [f"From the {documents} documents of this ledger"]
    if query.published_by is not None:
        told.append(f"published by {date.fromordinal(query.published_by).isoformat()}")
    if query.recorded_by is not None:
        told.append(f"recorded by {query.recorded_by}")
    return ", ".join(told) + "."
