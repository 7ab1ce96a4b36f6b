# SPDX-License-Identifier: Apache-2.0
"""The page of one document: its text with its findings as marks, each with a note beside its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from tocsin.desk.people import NotInLedger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, spoken
from tocsin.records.ids import Digest
from tocsin.web.cards import Choices, choices, terms
from tocsin.web.pages import Page, answer, frame_of, markup
from tocsin.web.rooms import Visit, visit
from tocsin.web.sheets import KINDS, Cut, Sheet, cuts, sheet, sheet_at

_HEX = re.compile(r"[0-9a-f]{64}")
SHOWN = ("ask", "warning", "claim", "citation")
"""Kinds that are marked when a document is opened; times and quantities are one key away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A sheet as it stands in a page before it is loaded."""

    number: int
    start: int
    end: int
    loaded: Sheet | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPage(Page):
    """A document: its card, its text in sheets of which one is loaded, what can be added to it."""

    template: ClassVar[str] = "reading.html"
    section: ClassVar[str] = "documents"
    document: Digest
    issued: str
    issued_basis: str
    possible: bool
    genre: str
    issuers: str
    carriers: str
    addressees: str
    signatories: int | None
    language: str
    source: str
    card_finding: Digest
    version: str
    kinds: tuple[tuple[str, int, bool], ...]
    sheets: tuple[Outline, ...]
    choices: Choices
    responses: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, str], ...]
    impacts: tuple[tuple[str, str], ...]
    recorded_by: str
    names_withheld: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPage(Page):
    """One sheet of a document, to be put where its outline stands."""

    template: ClassVar[str] = "sheet.html"
    section: ClassVar[str] = "documents"
    document: Digest
    sheet: Outline
    recorded_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A document opened: what it is, which text is read, how it is cut into sheets, what is marked and withheld."""

    shelved: Shelved
    version: str
    content: str
    cuts: tuple[Cut, ...]
    counts: tuple[tuple[str, int], ...]
    withheld: tuple[tuple[int, int], ...]


def named(given: str) -> Digest:
    """Read a document's digest off an address.

    Raises:
        NotInLedger: It is none.
    """
    if not _HEX.fullmatch(given):
        raise NotInLedger(given[:80])
    return Digest(f"sha256:{given}")


def opened(at: Visit, name: Digest) -> Opened:
    """Open a document at the clocks in the address.

    Raises:
        NotInLedger: These clocks know no such document, or its text was expunged.
        Working: It is so long that it takes longer than a page may.
    """
    if name not in at.shelf or not at.ledger.versions(name):
        raise NotInLedger(name)
    newest = at.room.memory.newest(at.ledger, name)
    return at.view(("opened", name), lambda view: _opened(view, name), lately=True, seq=newest)


def _opened(at: Visit, name: Digest) -> Opened:
    version = at.ledger.versions(name)[-1]
    content = at.ledger.text(name, version).content
    asked = Query(document=name, recorded_by=at.clocks.recorded_by)
    passages = (
        (row.finding.start, row.finding.end, str(getattr(row.finding, "role", "body")))
        for row in _rows(at, replace(asked, kinds=("passage",)), version)
    )
    return Opened(
        shelved=at.shelf[name],
        version=version,
        content=content,
        cuts=cuts(content, passages),
        counts=tuple((kind, at.ledger.counts(replace(asked, kinds=(kind,))).total) for kind in KINDS),
        withheld=() if at.withholding is None else at.withholding.spans(name, content),
    )


def _rows(at: Visit, query: Query, version: str) -> Iterator[Listed]:
    name = query.document
    assert name is not None
    held = {name: replace(at.shelf[name], certainty="certain")}
    for row in listed(at.ledger, query, held=held):
        if (row.row.entry.payload or {}).get("version") == version:
            yield row


def laid(at: Visit, name: Digest, held: Opened, number: int) -> Sheet:
    """Lay a sheet of a document out; one that is long is never laid out whole."""
    cut = held.cuts[number]

    def made() -> Sheet:
        within = (cut.start if number else 0, cut.until)
        query = Query(document=name, recorded_by=at.clocks.recorded_by, kinds=KINDS, within=within)
        rows: Iterable[Listed] = _rows(at, query, held.version)
        if at.withholding is not None:
            rows = at.withholding.rows(rows)
        return sheet(held.content, cut, rows, held.withheld)

    key = ("sheet", number, at.clocks.recorded_by, at.session.names_shown)
    return at.room.memory.about(at.ledger, name, key, made)


def reading(request: Request) -> Response:
    """Show a document; `at` in the address says which place of the text is loaded first."""
    with visit(request) as at:
        name = named(request.path_params["document"])
        held = opened(at, name)
        first = sheet_at(held.cuts, _place(at.asked.get("at", "0")))
        shown = laid(at, name, held, first)
        item = at.shown(at.shelf[name])
        card = item.card
        page = ReadingPage(
            title=item.title,
            document=name,
            issued=item.issued,
            issued_basis=card.issued_basis or "",
            possible=item.certainty == "possible",
            genre=card.genre,
            issuers=item.issuers,
            carriers=item.carriers,
            addressees=spoken(card.addressees),
            signatories=card.signatories,
            language=card.language or "",
            source=item.source,
            card_finding=item.card_finding,
            version=held.version,
            kinds=tuple((kind, count, kind in SHOWN) for kind, count in held.counts),
            sheets=tuple(_outline(cut, shown if cut.number == first else None) for cut in held.cuts),
            choices=choices(at.catalogue),
            responses=terms(at.catalogue, "response"),
            statuses=terms(at.catalogue, "answer-status"),
            impacts=terms(at.catalogue, "impact"),
            recorded_by=at.asked.get("recorded-by", ""),
            names_withheld=len(held.withheld),
        )
    return answer(request, page)


def one_sheet(request: Request) -> Response:
    """Give one sheet of a document."""
    with visit(request) as at:
        name = named(request.path_params["document"])
        held = opened(at, name)
        number = min(_place(request.path_params["number"]), len(held.cuts) - 1)
        page = SheetPage(
            title=at.shown(held.shelved).title,
            document=name,
            sheet=_outline(held.cuts[number], laid(at, name, held, number)),
            recorded_by=at.asked.get("recorded-by", ""),
        )
    return HTMLResponse(markup(page, frame_of(request)))


def original(request: Request) -> Response:
    """Give the bytes of a document as they came in, to be saved and never shown here."""
    with visit(request) as at:
        name = named(request.path_params["document"])
        if name not in at.shelf:
            raise NotInLedger(name)
        data = at.room.at.vault.read(name)
    return download(data, f"{name.removeprefix('sha256:')}.bin", "application/octet-stream")


def download(data: bytes, name: str, media_type: str, extra: Mapping[str, str] | None = None) -> Response:
    """Answer with a file to be saved."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"', **(extra or {})}
    return Response(data, media_type=media_type, headers=headers)


def _place(given: str) -> int:
    digits = given.partition("-")[0]
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 12 else 0


def _outline(cut: Cut, loaded: Sheet | None) -> Outline:
    return Outline(number=cut.number, start=cut.start, end=cut.end, loaded=loaded)
