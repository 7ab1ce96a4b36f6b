# SPDX-License-Identifier: Apache-2.0
"""The page of search: words, phrases and fields as docs/search.md says, what was found marked where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import ClassVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from tocsin.desk.bodies import values
from tocsin.dossier.searches import Found, search
from tocsin.errors import BadRequest
from tocsin.records.ids import Digest
from tocsin.web import facets
from tocsin.web.listings import Field, clock_fields
from tocsin.web.pages import Page, answer
from tocsin.web.paging import Paging, page_number, paging
from tocsin.web.rooms import CLOCKS, HAPPENED, Visit, visit
from tocsin.web.saved import Saved, called, current, saved
from tocsin.web.seeing import with_

PER_PAGE = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some of the words of what was found; `hit` where they are words that were searched for."""

    words: str
    hit: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """What was found: its words in pieces, where they stand, and why they answer."""

    finding: Digest
    kind: str
    document: Digest
    title: str
    issued: str
    issuers: str
    start: int
    end: int
    pieces: tuple[Piece, ...]
    why: str
    possible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage(Page):
    """A search and what answers it."""

    template: ClassVar[str] = "search.html"
    section: ClassVar[str] = "search"
    words: str
    fields: tuple[Field, ...]
    rows: tuple[FoundRow, ...]
    held: int
    problem: str
    paging: Paging
    facets: str
    narrowed: bool
    others: tuple[tuple[str, str], ...]
    query: str
    saved: tuple[Saved, ...]
    name: str
    as_table: bool
    table: str
    take_out: str


def searching(request: Request) -> Response:
    """Search at the clocks in the address."""
    with visit(request) as at:
        words = at.asked.get("q", "")
        first = (page_number(request) - 1) * PER_PAGE
        rows: list[Found] = []
        problem, held = "", 0
        try:
            held = at.among
            rows = found(at, first, first + PER_PAGE + 1)
        except BadRequest as error:
            problem = str(error)
        query, kept = current(at.asked), saved(at.room)
        page = SearchPage(
            title=f"Search: {words}" if words else "Search",
            words=words,
            fields=clock_fields(at),
            rows=tuple(_row(at, one) for one in rows[:PER_PAGE]),
            held=held,
            problem=problem,
            paging=paging(request, total=None, per_page=PER_PAGE, more=len(rows) > PER_PAGE),
            facets=f"/search/facets?{query}" if words and not problem else "",
            narrowed=bool(facets.asked(at)),
            others=tuple(facets.asked(at).items()),
            query=query,
            saved=kept,
            name=called(kept, query),
            as_table="table" in at.asked,
            table=with_(at, table=None if "table" in at.asked else "yes"),
            take_out=f"/take-out?{urlencode({'of': 'search', 'named': words} | _clocks(at))}",
        )
    return answer(request, page, status=422 if problem else 200)


def _clocks(at: Visit) -> dict[str, str]:
    return {name: at.asked[name] for name in (*CLOCKS, *HAPPENED) if name in at.asked}


def found(at: Visit, first: int, last: int) -> list[Found]:
    """Give what answers the search in the address, narrowed by its facets, from one place (counted from 0) to another.

    Raises:
        BadSearch: The search cannot be read.
        Working: It takes longer than a page may.
    """
    words = at.asked.get("q", "")
    if not words:
        return []
    if facets.asked(at):
        held = facets.narrowed(facets.matched(at)[: facets.COUNTED], facets.asked(at))
        return [one.found for one in held][first:last]
    return at.view(("search", words, first, last), lambda view: here(view, first, last), masked=False, happened=True)


def here(view: Visit, first: int, last: int) -> list[Found]:
    """Give the same at once, for whoever waits already.

    Raises:
        BadSearch: The search cannot be read.
    """
    words = view.asked.get("q", "")
    if facets.asked(view):
        held = facets.narrowed(facets.matched_here(view, words)[: facets.COUNTED], facets.asked(view))
        return [one.found for one in held][first:last]
    of = values(view.ledger, view.catalogue, view.clocks)
    return list(islice(search(view.ledger, words, view.clocks, of, limit=last, held=view.shelf), first, None))


def _row(at: Visit, one: Found) -> FoundRow:
    shown = one if at.withholding is None else one.withheld(at.withholding)
    item, anchor = shown.shelved, shown.anchor
    return FoundRow(
        finding=shown.finding,
        kind=shown.kind,
        document=item.document,
        title=item.title,
        issued=item.issued,
        issuers=item.issuers,
        start=anchor.start,
        end=anchor.end,
        pieces=tuple(pieces(shown)),
        why="; ".join(shown.why),
        possible=shown.certainty == "possible",
    )


def pieces(found: Found) -> list[Piece]:
    """Cut the words of what was found where the words searched for begin and end."""
    start, quote = found.anchor.start, found.anchor.quote
    if len(quote) != found.anchor.end - start:  # names are withheld, so that the places are others
        return [Piece(words=quote, hit=False)]
    cut: list[Piece] = []
    last = 0
    for begin, end in found.marks:
        if begin - start >= last and end - start <= len(quote):
            cut += [
                Piece(words=quote[last : begin - start], hit=False),
                Piece(words=quote[begin - start : end - start], hit=True),
            ]
            last = end - start
    return [*cut, Piece(words=quote[last:], hit=False)]
