# SPDX-License-Identifier: Apache-2.0
"""The page on which findings are taken out: a dossier for a body, listings as tables, the whole ledger."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from tocsin.catalogue.bodies import with_organs
from tocsin.desk import bodies
from tocsin.dossier import dossiers, markdown, pages
from tocsin.dossier.compositions import Composition
from tocsin.dossier.listings import card_json
from tocsin.dossier.listings import timeline as in_order
from tocsin.errors import BadRequest
from tocsin.exchange import ledgers, tables, web_annotations
from tocsin.ledger.listed import Listed, listed
from tocsin.linking.identities import one_with
from tocsin.records.ids import Json
from tocsin.web.errors import NoSuchPage, NotAForm
from tocsin.web.listings import Field, clock_fields
from tocsin.web.pages import Page, answer
from tocsin.web.reading import download
from tocsin.web.rooms import Visit, visit

FORMATS: Mapping[str, str] = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}
"""What a dossier is written as, and the media type of each."""

KINDS: Mapping[str, str] = {"asks": "ask", "warnings": "warning", "timeline": "claim", "law": "citation"}
"""Listings that are rows of findings, and the kind of finding they list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOutPage(Page):
    """What can be taken out, at which clocks; `addressees` are the bodies that most asks of this ledger name."""

    template: ClassVar[str] = "take-out.html"
    section: ClassVar[str] = "take-out"
    whom: str
    addressees: tuple[tuple[str, str, int], ...]
    fields: tuple[Field, ...]
    formats: tuple[str, ...]
    listings: tuple[str, ...]
    held: int
    problem: str


def take_out(request: Request) -> Response:
    """Show what can be taken out."""
    with visit(request) as at:
        return _page(at, "")


def _page(at: Visit, problem: str) -> Response:
    actors = at.catalogue.actors
    found = at.ledger.values("addressee")[:40]
    page = TakeOutPage(
        title="Take out",
        whom=at.asked.get("to", ""),
        addressees=tuple((name, actors[name].name if name in actors else name, count) for name, count in found if name),
        fields=clock_fields(at),
        formats=tuple(FORMATS),
        listings=tuple(tables.COLUMNS),
        held=0 if problem else len(at.shelf),
        problem=problem,
    )
    return answer(at.request, page, status=422 if problem else 200)


def dossier(request: Request) -> Response:
    """Give the dossier for a body as one HTML file, to be saved."""
    with visit(request) as at:
        try:
            given = at.asked.get("to", "")
            body = bodies.whom(at.ledger, at.catalogue, given, recorded_by=at.clocks.recorded_by)
        except BadRequest as error:
            return _page(at, str(error))
        same = one_with(at.ledger, body, recorded_by=at.clocks.recorded_by)
        told = same if "alone" in at.asked else frozenset().union(*(with_organs(at.catalogue, one) for one in same))
        row = at.catalogue.actors.get(body)
        gathered = dossiers.gather(
            at.ledger,
            at.catalogue,
            told,
            at.clocks,
            named=row.name if row else given,
            made_with=version("tocsin"),
            withholding=at.withholding,
        )
    name = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in body)[:80]
    form = at.asked.get("as", "html")
    if form not in FORMATS:
        raise NotAForm(f"as {form[:20]!r} is none of {', '.join(FORMATS)}")
    return download(_rendered(gathered, form), f"dossier-{name}.{form}", FORMATS[form])


def _rendered(dossier_: Composition, form: str) -> bytes:
    """Write a dossier; what writes PDF and DOCX takes long to load, so it is loaded where it is asked for."""
    if form == "pdf":
        from tocsin.dossier.pdf import pdf  # noqa: PLC0415

        return pdf(dossier_)
    if form == "docx":
        from tocsin.dossier.docx import docx_bytes  # noqa: PLC0415

        return docx_bytes(dossier_)
    return (markdown.markdown if form == "md" else pages.html)(dossier_).encode()


def export(request: Request) -> Response:
    """Give a listing as CSV or Web Annotations, or the whole ledger as JSON Lines, to be saved."""
    name = request.path_params["name"]
    stem, _, form = name.rpartition(".")
    makers: Mapping[str, tuple[str, Callable[[Visit, str], Iterator[bytes]]]] = {
        "csv": ("text/csv; charset=utf-8; header=present", _csv),
        "jsonld": ("application/ld+json", _annotations),
        "jsonl": ("application/x-ndjson", _whole),
    }
    known = form in makers and (stem in tables.COLUMNS or (stem == "ledger" and form != "csv"))
    if not known or (form == "jsonl" and stem != "ledger"):
        raise NoSuchPage(request.url.path)
    media_type, made = makers[form]

    def chunks() -> Iterator[bytes]:
        with visit(request) as at:
            yield from made(at, stem)

    with visit(request) as at:
        _ = at.clocks  # a date that is none is told before the file begins
    return StreamingResponse(
        _in_one_thread(chunks()),
        media_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{stem}.{form}"'},
    )


def _in_one_thread(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Give all at once: a ledger serves one thread, and a streamed answer would be drawn from several."""
    yield b"".join(chunks)


def _csv(at: Visit, kind: str) -> Iterator[bytes]:
    return (line.encode() for line in tables.csv_lines(kind, _rows(at, kind)))


def _rows(at: Visit, kind: str) -> Iterable[Mapping[str, Json]]:
    if kind == "sources":
        return (card_json(at.shown(item)) for item in at.shelf.values())
    rows: Iterable[Listed] = listed(at.ledger, replace(at.clocks, kinds=(KINDS[kind],)), held=at.shelf)
    if at.withholding is not None:
        rows = at.withholding.rows(rows)
    return (row.to_json() for row in (in_order(rows) if kind == "timeline" else rows))


def _annotations(at: Visit, kind: str) -> Iterator[bytes]:
    kinds = (KINDS[kind],) if kind in KINDS else tuple(KINDS.values())
    hide = at.withholding.value if at.withholding else None
    rows = web_annotations.annotated(at.ledger, at.ledger.rows(replace(at.clocks, kinds=kinds)), hide)
    yield b"["
    for number, row in enumerate(rows):
        yield (b",\n" if number else b"\n") + json.dumps(row, ensure_ascii=False).encode()
    yield b"\n]\n"


def _whole(at: Visit, _kind: str) -> Iterator[bytes]:
    return ledgers.lines(at.ledger)
