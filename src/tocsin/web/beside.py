# SPDX-License-Identifier: Apache-2.0
"""What stands beside a text or an ask: the other prints of one voice, the standing ask; asked for after the page shows.

Both are worked out of the whole ledger and kept until its next entry, so a page never waits for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from tocsin.desk.people import NotInLedger
from tocsin.linking import standing_asks
from tocsin.linking.standing_asks import Making, StandingAsk
from tocsin.linking.voices import voices
from tocsin.records.ids import Digest
from tocsin.web import cards
from tocsin.web.pages import Page, answer
from tocsin.web.reading import named
from tocsin.web.rooms import Visit, visit

MAKINGS = 40
"""How many makings of a standing ask are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintRow:
    """A document that is of one voice with another."""

    document: Digest
    title: str
    issued: str
    carriers: str
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintsPage(Page):
    """The documents of one voice, the earliest first."""

    template: ClassVar[str] = "prints.html"
    section: ClassVar[str] = "documents"
    document: Digest
    rows: tuple[PrintRow, ...]
    held: int
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MakingRow:
    """One time that an ask was made, with what it shares with those before."""

    finding: Digest
    document: Digest
    start: int
    end: int
    issued: str
    issuers: str
    force: str
    why: str
    answered: bool
    here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingRow:
    """A standing ask: how often it was made, by how many voices, each making."""

    made: int
    voices: int
    documents: int
    answered: int
    unconfirmed: int
    makings: tuple[MakingRow, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage(Page):
    """The standing asks that an ask makes."""

    template: ClassVar[str] = "standing.html"
    section: ClassVar[str] = "asks"
    finding: Digest
    rows: tuple[StandingRow, ...]
    held: int
    alone: bool


def prints(request: Request) -> Response:
    """Show which documents are of one voice with a document."""
    with visit(request) as at:
        name = named(request.path_params["document"])
        if name not in at.shelf:
            raise NotInLedger(name)
        found = at.view("prints", lambda view: voices(view.ledger, view.clocks), masked=False)
        members = found.groups.get(found.of(name), ())
        rows = tuple(
            PrintRow(
                document=item.document,
                title=at.shown(item).title,
                issued=item.issued,
                carriers=at.shown(item).carriers,
                first=number == 0,
            )
            for number, item in enumerate(members)
        )
        page = PrintsPage(title="One voice", document=name, rows=rows, held=at.among, alone=not at.fragment)
    return answer(request, page)


def standing(request: Request) -> Response:
    """Show the standing asks that an ask makes."""
    with visit(request) as at:
        name = cards.finding_in(request.path_params["finding"])
        card = cards.made(at, name)
        found = at.view("standing-of", _standing, masked=False)
        page = StandingPage(
            title=f"Standing ask: {card.says}",
            finding=name,
            rows=tuple(_row(at, one, name) for one in found.get(name, ())),
            held=at.among,
            alone=not at.fragment,
        )
    return answer(request, page)


def _standing(view: Visit) -> Mapping[Digest, tuple[StandingAsk, ...]]:
    choice = standing_asks.Choice(reported=True, implied=True)
    return standing_asks.by_finding(standing_asks.standing_asks(view.ledger, view.catalogue, view.clocks, choice))


def _row(at: Visit, one: StandingAsk, name: Digest) -> StandingRow:
    return StandingRow(
        made=one.made,
        voices=one.voices,
        documents=one.documents,
        answered=one.answered,
        unconfirmed=one.unconfirmed,
        makings=tuple(_making(at, making, name) for making in one.makings[:MAKINGS]),
        left_out=max(0, len(one.makings) - MAKINGS),
    )


def _making(at: Visit, making: Making, name: Digest) -> MakingRow:
    shown = making.row if at.withholding is None else next(at.withholding.rows([making.row]))
    why = "; ".join(making.why)
    return MakingRow(
        finding=shown.row.finding,
        document=shown.shelved.document,
        start=shown.finding.start,
        end=shown.finding.end,
        issued=shown.shelved.issued,
        issuers=shown.shelved.issuers,
        force=making.ask.force or "implied",
        why=why if at.withholding is None else at.withholding.masked(shown.shelved.document, why),
        answered=making.answered,
        here=shown.row.finding == name,
    )
