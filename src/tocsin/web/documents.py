# SPDX-License-Identifier: Apache-2.0
"""The page of documents: what this ledger holds, newest last, with how much was found in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from tocsin.ledger.ledger import Counts
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import spoken
from tocsin.records.ids import Digest
from tocsin.web.pages import Page, answer
from tocsin.web.paging import Paging, paging
from tocsin.web.rooms import Visit, visit

FOUND = ("ask", "warning", "claim", "citation")
PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document: who speaks, to whom, carried by whom, when; how much was found and how much nobody confirmed."""

    document: Digest
    title: str
    issued: str
    possible: bool
    genre: str
    issuers: str
    carriers: str
    addressees: str
    source: str
    language: str
    counts: tuple[tuple[str, int], ...]
    unconfirmed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsPage(Page):
    """Documents in order of publication, a page at a time."""

    template: ClassVar[str] = "documents.html"
    section: ClassVar[str] = "documents"
    rows: tuple[DocumentRow, ...]
    held: int
    clocks: Mapping[str, str]
    paging: Paging


def documents(request: Request) -> Response:
    """List the documents at the clocks in the address."""
    with visit(request) as at:
        shelf = at.shelf
        pages = paging(request, total=len(shelf), per_page=PER_PAGE)
        names = list(shelf)[pages.first : pages.first + PER_PAGE]
        page = DocumentsPage(
            title="Documents",
            rows=tuple(row(at, name) for name in names),
            held=len(shelf),
            clocks=at.asked,
            paging=pages,
        )
    return answer(request, page)


def row(at: Visit, name: Digest) -> DocumentRow:
    """Make a document's row."""
    item = at.shown(at.shelf[name])
    found = counted(at, name)
    return DocumentRow(
        document=name,
        title=item.title,
        issued=item.issued,
        possible=item.certainty == "possible",
        genre=item.card.genre,
        issuers=item.issuers,
        carriers=item.carriers,
        addressees=spoken(item.card.addressees),
        source=item.source.rpartition("/")[2],
        language=item.card.language or "",
        counts=tuple((kind, found[kind].total) for kind in FOUND),
        unconfirmed=sum(found[kind].unconfirmed for kind in FOUND),
    )


def counted(at: Visit, name: Digest) -> Mapping[str, Counts]:
    """Count a document's findings by kind."""

    def made() -> Mapping[str, Counts]:
        return {
            kind: at.ledger.counts(Query(kinds=(kind,), document=name, recorded_by=at.clocks.recorded_by))
            for kind in FOUND
        }

    return at.room.memory.about(at.ledger, name, ("counts", at.clocks.recorded_by), made)
