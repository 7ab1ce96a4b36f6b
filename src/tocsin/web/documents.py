# SPDX-License-Identifier: Apache-2.0
"""The page of documents: what this ledger holds, all or those looked for, with how much was found in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from tocsin.catalogue.bodies import with_organs
from tocsin.desk.bodies import bodies
from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Counts
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, spoken
from tocsin.records.ids import Digest
from tocsin.web.listings import Field, clock_fields
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
    fields: tuple[Field, ...]
    words: str
    newest: bool
    narrowed: bool
    total: int
    problem: str
    paging: Paging


def documents(request: Request) -> Response:
    """List the documents at the clocks in the address, all or those asked for."""
    with visit(request) as at:
        problem, names = "", list[Digest]()
        try:
            names = _chosen(at)
        except BadRequest as error:
            problem = str(error)
        pages = paging(request, total=len(names), per_page=PER_PAGE)
        genres = (("", "any genre"), *((name, name.replace("-", " ")) for name in _genres(at))) if not problem else ()
        fields = (
            Field(name="by", label="Of whom, or to whom", value=at.asked.get("by", "")),
            Field(name="genre", label="Genre", value=at.asked.get("genre", ""), options=genres),
            *clock_fields(at)[:2],
        )
        page = DocumentsPage(
            title="Documents",
            rows=tuple(row(at, name) for name in names[pages.first : pages.first + PER_PAGE]),
            held=0 if problem else len(at.shelf),
            fields=fields,
            words=at.asked.get("words", ""),
            newest=at.asked.get("order") == "newest",
            narrowed=bool({"words", "by", "genre"} & set(at.asked)),
            total=len(names),
            problem=problem,
            paging=pages,
        )
    return answer(request, page, status=422 if problem else 200)


def _chosen(at: Visit) -> list[Digest]:
    """Give the documents asked for, in order of publication or the newest first.

    Raises:
        BadRequest: A clock is none, or nobody is called so.
    """
    shelf, asked = at.shelf, at.asked
    names = list(shelf)
    if "by" in asked:
        body = bodies(at.ledger, at.catalogue, asked["by"], at.clocks)
        told = frozenset().union(*(with_organs(at.catalogue, one) for one in body))
        names = [name for name in names if _parties(shelf[name]) & told]
    if "genre" in asked:
        names = [name for name in names if shelf[name].card.genre == asked["genre"]]
    for word in asked.get("words", "").casefold().split():
        names = [name for name in names if word in _spelled(at, shelf[name])]
    return names[::-1] if asked.get("order") == "newest" else names


def _parties(item: Shelved) -> set[str]:
    card = item.card
    return {party.id for party in (*card.issuers, *card.carriers, *card.addressees)}


def _spelled(at: Visit, item: Shelved) -> str:
    """Give the words that a document is looked for by, as they may be shown: what is withheld is not found."""
    shown = at.shown(item)
    return f"{shown.title} {shown.name} {shown.issuers} {shown.carriers}".casefold()


def _genres(at: Visit) -> tuple[str, ...]:
    def made() -> tuple[str, ...]:
        return tuple(sorted({item.card.genre for item in at.shelf.values()}))

    return at.room.memory.whole(at.ledger, ("genres", at.clocks), made)


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
