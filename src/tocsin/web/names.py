# SPDX-License-Identifier: Apache-2.0
"""The page of names that the catalogue does not know: each can be made one more name of somebody it knows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tocsin.catalogue import aliases
from tocsin.catalogue.packs import folders
from tocsin.desk.desks import Desk
from tocsin.desk.names import Unknown, unknown
from tocsin.errors import BadRequest
from tocsin.web.errors import NotAForm, status
from tocsin.web.pages import Page, answer
from tocsin.web.rooms import Visit, visit
from tocsin.web.sessions import Told

LIMIT = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesPage(Page):
    """Names that the catalogue does not know, most frequent first; packs that can learn them."""

    template: ClassVar[str] = "names.html"
    section: ClassVar[str] = "names"
    rows: tuple[Unknown, ...]
    packs: tuple[str, ...]
    problem: str
    held: int


def names(request: Request) -> Response:
    """List the names that the catalogue does not know."""
    with visit(request) as at:
        return answer(request, _page(at))


def alias(request: Request) -> Response:
    """Give somebody or something that the catalogue knows one more name, in a pack."""
    with visit(request) as at:
        try:
            pack = _pack(at, at.form.get("pack", ""))
            path = aliases.add(
                at.catalogue,
                at.form.get("name", ""),
                at.form.get("row", ""),
                pack,
                source=at.form.get("source") or None,
            )
        except BadRequest as error:
            return answer(request, _page(at, problem=str(error)), status=max(status(error), 400))
        renew(at)
        name = " ".join(at.form.get("name", "").split())
        words = f"“{name}” was added to {path.name}. Read the texts again to record what changes."
        at.session.told = Told(words=words)
        return RedirectResponse("/names", status_code=303)


def reread(request: Request) -> Response:
    """Have all texts read again with the catalogue as it is now; the page of what is brought in shows how it goes."""
    with visit(request) as at:
        at.room.takings.reread(by=at.session.handle or None)
        at.session.told = Told(words="All stored texts are being read again with the catalogue as it is now.")
        return RedirectResponse("/bring-in", status_code=303)


def renew(at: Visit) -> None:
    """Let the room take up the catalogue as it is on the disk now."""
    old = at.room.at
    new = Desk(ledger_path=old.ledger_path, packs=old.packs, address=old.address, tell=old.tell)
    _ = new.catalogue
    at.room.at = new
    at.room.memory.forget()


def _packs(at: Visit) -> tuple[Path, ...]:
    return folders(at.room.at.packs)


def _pack(at: Visit, given: str) -> Path:
    """Give the pack of this room that a form names: no other folder is ever written."""
    for pack in _packs(at):
        if str(pack) == given:
            return pack
    raise NotAForm("name one of the packs that this room was opened with")


def unknown_names(at: Visit) -> tuple[Unknown, ...]:
    """Give the names that the catalogue does not know."""

    def made(view: Visit) -> tuple[Unknown, ...]:
        return unknown(view.ledger, view.catalogue, view.clocks, hidden=view.withholding, limit=LIMIT)

    return at.view("unknown", made, happened=True)


def _page(at: Visit, *, problem: str = "") -> NamesPage:
    return NamesPage(
        title="Names",
        rows=unknown_names(at),
        packs=tuple(str(pack) for pack in _packs(at)),
        problem=problem,
        held=len(at.shelf),
    )
