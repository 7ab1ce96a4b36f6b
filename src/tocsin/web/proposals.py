# SPDX-License-Identifier: Apache-2.0
"""The page of proposals: what nobody judged yet, most used first, to be judged one by one or together."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from tocsin.dossier.proposals import Proposal, uses
from tocsin.dossier.proposals import proposals as in_order
from tocsin.ledger.queries import Query
from tocsin.records.plurals import counted
from tocsin.web.listings import FindingRow, row_of
from tocsin.web.pages import Page, answer
from tocsin.web.paging import Paging, page_number, paging
from tocsin.web.rooms import Visit, visit

PER_PAGE = 25
KINDS = ("ask", "warning", "claim", "citation")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """A proposal and why it comes where it does."""

    row: FindingRow
    used: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalsPage(Page):
    """Proposals in the order of their use."""

    template: ClassVar[str] = "proposals.html"
    section: ClassVar[str] = "proposals"
    rows: tuple[ProposalRow, ...]
    kind: str
    kinds: tuple[str, ...]
    unconfirmed: int
    total: int
    held: int
    why: str
    here: str
    paging: Paging


def proposals(request: Request) -> Response:
    """List what nobody judged yet."""
    with visit(request) as at:
        kind = at.asked.get("kind", "")
        kinds = (kind,) if kind in KINDS else KINDS
        counts = at.view(("counts", kinds), lambda view: view.ledger.counts(Query(kinds=kinds)), lately=True)
        first = (page_number(request) - 1) * PER_PAGE
        used = at.view("uses", lambda view: uses(view.ledger, recorded_by=view.clocks.recorded_by), lately=True)
        ordered = in_order(at.ledger, at.clocks, held=at.shelf, kinds=kinds, used=used)
        found = list(islice(ordered, first, first + PER_PAGE + 1))
        page = ProposalsPage(
            title="To decide",
            rows=tuple(_row(at, one) for one in found[:PER_PAGE]),
            kind=kind if kind in KINDS else "",
            kinds=KINDS,
            unconfirmed=counts.unconfirmed,
            total=counts.total,
            held=at.among,
            why=at.session.why,
            here=str(request.url.path) + (f"?{request.url.query}" if request.url.query else ""),
            paging=paging(request, total=None, per_page=PER_PAGE, more=len(found) > PER_PAGE),
        )
    return answer(request, page)


def _row(at: Visit, one: Proposal) -> ProposalRow:
    used = (
        f"{one.role} {one.value}: {counted(one.shared, 'finding')} {'has' if one.shared == 1 else 'have'} it"
        if one.shared
        else "no listing has it yet"
    )
    return ProposalRow(row=row_of(at, one.listed), used=used)
