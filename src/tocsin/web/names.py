# SPDX-License-Identifier: Apache-2.0
"""The page of names that the catalogue does not know: each can be made one more name of somebody it knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tocsin.catalogue import aliases
from tocsin.catalogue.packs import folders
from tocsin.desk.desks import Desk
from tocsin.desk.names import Unknown, suggested
from tocsin.errors import BadRequest
from tocsin.ledger.projections import PARTIES
from tocsin.linking import identities
from tocsin.linking.namesakes import Namesake
from tocsin.web.decisions import why_of
from tocsin.web.errors import NotAForm, status
from tocsin.web.links import told
from tocsin.web.pages import Page, answer
from tocsin.web.rooms import Visit, visit
from tocsin.web.sessions import Told

LIMIT, PERHAPS = 100, 3
"""Names that are shown, and whom each may be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """A name that the catalogue does not know, with whom it may be; `known` where that is a row of the catalogue."""

    name: str
    id: str
    count: int
    perhaps: tuple[tuple[Namesake, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesPage(Page):
    """Names that the catalogue does not know, most frequent first; packs that can learn them."""

    template: ClassVar[str] = "names.html"
    section: ClassVar[str] = "names"
    rows: tuple[NameRow, ...]
    packs: tuple[str, ...]
    known: tuple[str, ...]
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


def same(request: Request) -> Response:
    """Record that two actors are one, of whom the catalogue knows one at most."""
    with visit(request) as at:
        first, second = at.form.get("first", ""), at.form.get("second", "")
        held = {value for role in PARTIES.values() for value, _ in at.ledger.values(role)}
        if not {first, second} <= {*held, *at.catalogue.actors, *at.catalogue.places}:
            raise NotAForm("first and second are ids of actors that this ledger or the catalogue knows")
        entries = identities.record(at.ledger, first, second, same=True, handle=at.handle, reason=why_of(at))
        return told(at, "The two are held for one, it is recorded.", *entries)


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


def unknown_names(at: Visit) -> tuple[tuple[Unknown, tuple[Namesake, ...]], ...]:
    """Give the names that the catalogue does not know, each with whom it may be."""

    def made(view: Visit) -> tuple[tuple[Unknown, tuple[Namesake, ...]], ...]:
        return suggested(view.ledger, view.catalogue, view.clocks, hidden=view.withholding, limit=LIMIT)

    return at.view("unknown", made, happened=True)


def _page(at: Visit, *, problem: str = "") -> NamesPage:
    return NamesPage(
        title="Names",
        rows=tuple(_row(at, row, perhaps) for row, perhaps in unknown_names(at)),
        packs=tuple(str(pack) for pack in _packs(at)),
        known=tuple(sorted(set(_called(at).values()))),
        problem=problem,
        held=at.among,
    )


def _called(at: Visit) -> dict[str, str]:
    """Give what the catalogue calls each actor and place, by id."""
    actors = {row.id: row.name for row in at.catalogue.actors.values()}
    return {row.id: row.name for row in at.catalogue.places.values()} | actors


def _row(at: Visit, row: Unknown, perhaps: tuple[Namesake, ...]) -> NameRow:
    called = _called(at) if perhaps else {}
    return NameRow(
        name=row.name,
        id=row.id,
        count=row.count,
        perhaps=tuple((replace(one, name=called.get(one.id, one.name)), one.id in called) for one in perhaps[:PERHAPS]),
    )
