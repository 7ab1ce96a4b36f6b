# SPDX-License-Identifier: Apache-2.0
"""The page on which findings are taken out: dossiers and bundles, listings and searches as tables, the ledger."""

from __future__ import annotations

import contextlib
import json
import queue
import tempfile
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from tocsin.desk import dossiers
from tocsin.desk.dossiers import Subject
from tocsin.dossier import annexes
from tocsin.dossier.listings import card_json
from tocsin.dossier.listings import timeline as in_order
from tocsin.errors import BadRequest
from tocsin.exchange import ledgers, tables, web_annotations
from tocsin.ledger.listed import Listed, listed
from tocsin.records.ids import Json
from tocsin.records.plurals import counted
from tocsin.web import searching
from tocsin.web.errors import NoSuchPage, NotAForm
from tocsin.web.listings import Field, clock_fields
from tocsin.web.pages import Page, answer
from tocsin.web.reading import download
from tocsin.web.rooms import CLOCKS, HAPPENED, Room, Visit, visit
from tocsin.web.seeing import waiting
from tocsin.web.views import Working

FORMATS: Mapping[str, tuple[str, str, str]] = {
    "html": ("HTML, a page", "html", "text/html; charset=utf-8"),
    "pdf": ("PDF", "pdf", "application/pdf"),
    "docx": ("DOCX", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "md": ("Markdown", "md", "text/markdown; charset=utf-8"),
    "csv": ("A table of every statement and passage", "csv", "text/csv; charset=utf-8; header=present"),
    "bundle": ("A bundle: all of these, with what they rest on", "zip", "application/zip"),
}
"""What a dossier is written as: its words, the ending of the file and its media type."""

SUBJECTS: Mapping[str, tuple[str, str]] = {
    "to": ("What a body was told, warned of and asked", "the body’s name or id"),
    "place": ("What is told of a place and its days", "the place’s name or id"),
    "standing": ("A standing ask with its story", "its id, or that of an ask that makes it"),
    "obligation": ("An obligation", "its id"),
    "search": ("What answers a search", "the search"),
}
"""What a dossier is of: in words, and what names it."""

_AHEAD = 200
"""Lines of the whole ledger that are written before they are drawn."""

MOST = 10_000
"""Rows at most of a search's table."""

FOUND = (
    *("finding", "kind", "certainty", "source", "document", "title", "issued", "issuers", "start", "end", "quote"),
    "why",
)
"""Columns of a search's table."""

KINDS: Mapping[str, str] = {"asks": "ask", "warnings": "warning", "timeline": "claim", "law": "citation"}
"""Listings that are rows of findings, and the kind of finding they list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOutPage(Page):
    """What can be taken out, at which clocks; `known` are names that most findings have, to be chosen from."""

    template: ClassVar[str] = "take-out.html"
    section: ClassVar[str] = "take-out"
    of: str
    subjects: tuple[tuple[str, str, str], ...]
    named: str
    known: tuple[tuple[str, str], ...]
    fields: tuple[Field, ...]
    formats: tuple[tuple[str, str], ...]
    listings: tuple[tuple[str, str], ...]
    held: int
    problem: str


def take_out(request: Request) -> Response:
    """Show what can be taken out."""
    with visit(request) as at:
        return _page(at, "")


def _page(at: Visit, problem: str) -> Response:
    try:
        held = at.among
    except BadRequest as error:  # a clock that is none
        problem, held = problem or str(error), 0
    clocked = urlencode({name: at.asked[name] for name in (*CLOCKS, *HAPPENED) if name in at.asked})
    of = at.asked.get("of", "to")
    page = TakeOutPage(
        title="Take out",
        of=of if of in SUBJECTS else "to",
        subjects=tuple((name, *words) for name, words in SUBJECTS.items()),
        named=at.asked.get("named", ""),
        known=tuple(_known(at)),
        fields=clock_fields(at),
        formats=tuple((name, words) for name, (words, _, _) in FORMATS.items()),
        listings=tuple((name, f"?{clocked}" if clocked else "") for name in tables.COLUMNS),
        held=held,
        problem=problem,
    )
    return answer(at.request, page, status=422 if problem else 200)


def _known(at: Visit) -> Iterator[tuple[str, str]]:
    """Give the bodies that most asks name and the places that most findings name: name, and how many."""
    for role, rows, what in (("addressee", at.catalogue.actors, "ask"), ("place", at.catalogue.places, "finding")):
        values = at.view(("values", role), lambda view, role=role: view.ledger.values(role)[:40], lately=True)  # type: ignore[misc]
        for name, count in values:
            if name in rows:
                yield rows[name].name, counted(count, what)


def dossier(request: Request) -> Response:
    """Give a dossier as a file to be saved; it is made in the background, and whoever waits is told so."""
    with visit(request) as at:
        form = at.asked.get("as", "html")
        if form not in FORMATS:
            raise NotAForm(f"as {form[:20]!r} is none of {', '.join(FORMATS)}")
        of, named = at.asked.get("of", "to"), at.asked.get("named", "")
        try:
            if of not in SUBJECTS or not named:
                raise NotAForm(f"name what the dossier is of: {SUBJECTS.get(of, SUBJECTS['to'])[1]}")
            subject = Subject(kind=of, given=named, alone="alone" in at.asked)  # type: ignore[arg-type]
            made = at.view(("dossier", subject, form), lambda view: _made(view, subject, form), happened=True)
        except Working as wait:
            return waiting(request, wait, file=True)
        except BadRequest as error:
            return _page(at, str(error))
        if at.fragment:  # a page that waits asks whether it is ready, and then has it saved
            return Response(status_code=204)
        at.forget(("dossier", subject, form), happened=True)
    _, ending, media_type = FORMATS[form]
    letters = (letter if letter.isascii() and letter.isalnum() else "-" for letter in named.lower())
    name = "".join(letters)[:80].strip("-")
    stem = "bundle" if form == "bundle" else "dossier"
    return download(made, f"{stem}-{name or of}.{ending}", media_type)


def _made(view: Visit, subject: Subject, form: str) -> bytes:
    most = 0 if form == "csv" else annexes.MOST
    gathered = dossiers.gathered(view.ledger, view.catalogue, view.clocks, subject, view.withholding, most=most)
    if form != "bundle":
        return dossiers.rendered(gathered, form)
    with tempfile.TemporaryDirectory(prefix="tocsin-bundle-") as folder:
        path = Path(folder) / "bundle.zip"
        dossiers.bundle(view.ledger, view.room.at.vault, path, gathered, view.withholding)
        return path.read_bytes()


def export(request: Request) -> Response:
    """Give a listing as CSV or Web Annotations, or the whole ledger as JSON Lines, to be saved."""
    name = request.path_params["name"]
    stem, _, form = name.rpartition(".")
    makers: Mapping[str, tuple[str, Callable[[Visit, str], Iterable[bytes]]]] = {
        "csv": ("text/csv; charset=utf-8; header=present", _csv),
        "jsonld": ("application/ld+json", _annotations),
        "jsonl": ("application/x-ndjson", lambda _view, _stem: ()),
    }
    stems: Mapping[str, Collection[str]] = {
        "csv": (*tables.COLUMNS, "search"),
        "jsonld": (*KINDS, "ledger"),
        "jsonl": ("ledger",),
    }
    if stem not in stems.get(form, ()):
        raise NoSuchPage(request.url.path[:200])
    media_type, made = makers[form]
    with visit(request) as at:
        if form == "jsonl":
            disposition = {"Content-Disposition": f'attachment; filename="{stem}.{form}"'}
            return StreamingResponse(_streamed(at.room), media_type=media_type, headers=disposition)
        key = ("export", name, *sorted(at.asked.items()))
        try:
            data = at.view(key, lambda view: b"".join(made(view, stem)), happened=True)
        except Working as wait:
            return waiting(request, wait, file=True)
        if at.fragment:
            return Response(status_code=204)
        at.forget(key, happened=True)
    return download(data, f"{stem}.{form}", media_type)


def _streamed(room: Room) -> Iterator[bytes]:
    """Give the ledger while it is written, by a thread of its own: it serves one thread, an answer is drawn by many."""
    chunks: queue.Queue[bytes | None] = queue.Queue(maxsize=_AHEAD)
    gone = threading.Event()

    def write() -> None:
        try:
            with room.at.open() as ledger:
                for line in ledgers.lines(ledger):
                    while not gone.is_set():
                        with contextlib.suppress(queue.Full):
                            chunks.put(line, timeout=1)
                            break
                    if gone.is_set():  # whoever asked for it stopped listening
                        return
        finally:
            with contextlib.suppress(queue.Full):
                chunks.put(None, timeout=1)

    threading.Thread(target=write, name="export", daemon=True).start()
    try:
        while (chunk := chunks.get()) is not None:
            yield chunk
    finally:
        gone.set()


def _csv(at: Visit, kind: str) -> Iterable[bytes]:
    made = tables.lines(FOUND, _found(at)) if kind == "search" else tables.csv_lines(kind, _rows(at, kind))
    return (line.encode() for line in made)


def _found(at: Visit) -> Iterator[Mapping[str, Json]]:
    """Give what answers the search in the address, narrowed as the page narrows it; at most `MOST` rows."""
    for one in searching.here(at, 0, MOST):
        shown = one if at.withholding is None else one.withheld(at.withholding)
        item = shown.shelved
        row = {"title": item.title, "issued": item.card.issued, "issuers": item.issuers}
        yield {**shown.to_json(), **row, "why": "; ".join(shown.why)}


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
