# SPDX-License-Identifier: Apache-2.0
"""The dossier of a standing ask: how often, by whom, with which force it was asked, and what was answered."""

from __future__ import annotations

from collections.abc import Iterator

from tocsin.dossier import asks, figures, parts, replies, unknowns
from tocsin.dossier.compositions import Block, Composition, Items, Run, Section, Sentence, Table, cells, own, paragraph
from tocsin.dossier.desks import Desk
from tocsin.dossier.parts import cited
from tocsin.linking.standing_asks import StandingAsk
from tocsin.records.dates import worded
from tocsin.records.findings import Ask, Citation, Warning  # noqa: A004 - the house's word
from tocsin.records.plurals import counted


def dossier(desk: Desk, item: StandingAsk, *, made_with: str) -> Composition:
    """Write the dossier of a standing ask; `item` is as the ledger tells it, names at risk are withheld here."""
    rows = {row.row.finding: row for row in desk.shown([making.row for making in item.makings])}
    documents = {row.shelved.document for row in rows.values()}
    held = {kind: [one for one in found if one.shelved.document in documents] for kind, found in desk.found().items()}
    given, offered = replies.entered(desk, rows.keys()), replies.proposed(desk, rows.keys())
    answered = {ask for reply in given if not reply.no_response for ask in reply.asks}
    first = next(iter(rows.values()))
    assert isinstance(first.finding, Ask)
    law = {name for row in rows.values() if isinstance(row.finding, Ask) for name in row.finding.law}
    lanes = figures.lanes_of((), (), rows.values(), given)
    summary: tuple[Block, ...] = (
        asks.quoted(desk, [first], "First asked, "),
        parts.counts(
            (
                ("Documents of this ledger", str(desk.documents)),
                ("Asked", desk.voiced(rows.values())),
                ("In", counted(len(documents), "document")),
                ("First", worded(first.shelved.card.issued)),
                ("Last", worded(list(rows.values())[-1].shelved.card.issued)),
                ("With an entered answer", f"{len(answered)} of {len(rows)}"),
            )
        ),
        *figures.timeline(lanes, "This ask: by month"),
    )
    body = (
        Section(key="whom", title="Of whom", blocks=(_whom(desk, item),)),
        Section(
            key="asked",
            title="How it was asked",
            sections=(asks.story(desk, item, rows, answered=answered, key="story"),),
        ),
        Section(key="why", title="Why these stand together", blocks=tuple(_why(desk, item))),
        replies.answered(desk, rows, given, offered),
        parts.warned(
            desk,
            [row for row in held["warning"] if isinstance(row.finding, Warning)],
            "What the same documents warn of",
        ),
        parts.on_law(
            desk,
            [row for row in held["citation"] if isinstance(row.finding, Citation) and row.finding.instrument in law],
        ),
        unknowns.section(desk, tuple(_open(desk, len(rows) - len(answered)))),
    )
    return parts.composed(
        desk,
        title=f"A standing ask: {counted(len(rows), 'time')}, {counted(item.voices, 'voice')}",
        summary=summary,
        body=body,
        documents=(),
        made_with=made_with,
        said=("Which asks are one standing ask is a suggestion of the reader, outweighed by what people say of it.",),
    )


def _whom(desk: Desk, item: StandingAsk) -> Table:
    rows = []
    for party in item.addressees:
        told = [
            row
            for row in desk.shown([making.row for making in item.makings])
            if isinstance(row.finding, Ask) and any(one.id == party.id for one in row.finding.addressees)
        ]
        named = Sentence(runs=(Run(desk.names.named(party) if told else "", "who"),), notes=cited(desk, told))
        rows.append(cells(named, counted(len(told), "time")))
    return Table(columns=("Addressee", "Asked"), rows=tuple(rows) or (cells("no addressee is named", ""),))


def _why(desk: Desk, item: StandingAsk) -> Iterator[Block]:
    lines = [
        Sentence(
            runs=(
                Run(f"{worded(making.row.shelved.card.issued)}: "),
                Run(desk.masked(making.row.shelved.document, "; ".join(making.why)), "who"),
            )
        )
        for making in item.makings
        if making.why
    ]
    yield paragraph("What each shares with those before it:") if lines else paragraph("It was asked once.")
    if lines:
        yield Items(items=tuple(lines))


def _open(desk: Desk, waiting: int) -> Iterator[Sentence]:
    if waiting:
        yield own(f"Whether {replies.these(waiting)} had an answer elsewhere: none is entered {desk.among()}.")
    yield from unknowns.of_documents(desk)
