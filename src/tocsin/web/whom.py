# SPDX-License-Identifier: Apache-2.0
"""The page of who asks whom: addressees by askers, in each cell how many voices ask and how often, open to its asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from tocsin.catalogue.bodies import with_organs
from tocsin.desk.bodies import bodies
from tocsin.linking.petitions import NOBODY, Petitions, Table, petitions
from tocsin.web.listings import FindingRow, row_of
from tocsin.web.pages import Page
from tocsin.web.paging import Paging, page_number, paging
from tocsin.web.rooms import Visit
from tocsin.web.seeing import Asking, asking, field, seen, with_

ROWS, COLUMNS, PER_PAGE = 30, 12, 20
"""Addressees and askers that one table shows, asks of a cell that one page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A cell: how many voices, asks and documents, what it says in words, and the address that opens it."""

    voices: int
    asks: int
    says: str
    address: str
    opened: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """An addressee's row: its cells in the order of the columns, None where nobody of a column asks it."""

    name: str
    all: Count
    cells: tuple[Count | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhomPage(Page):
    """Who asks whom; where a cell is open, its asks."""

    template: ClassVar[str] = "whom.html"
    section: ClassVar[str] = "asks"
    asking: Asking
    columns: tuple[Count, ...]
    names: tuple[str, ...]
    lines: tuple[Line, ...]
    more: str
    opened: str
    close: str
    rows: tuple[FindingRow, ...]
    paging: Paging


def _page(at: Visit, problem: str) -> WhomPage:
    fields = field(at, "to", "Asked of"), field(at, "by", "Asked by")
    form = asking(at, problem, *fields)
    empty = paging(at.request, total=0, per_page=PER_PAGE)
    page = WhomPage(
        title="Who asks whom",
        asking=form,
        columns=(),
        names=(),
        lines=(),
        more="",
        opened="",
        close="",
        rows=(),
        paging=empty,
    )
    return page if problem else _filled(at, form)


def _filled(at: Visit, form: Asking) -> WhomPage:
    held = at.view("petitions", lambda view: petitions(view.ledger, at.catalogue, view.clocks), masked=False)
    to, by = _chosen(at, "to", held.to), _chosen(at, "by", held.by)
    cell = at.asked.get("cell", "")
    open_to, _, open_by = cell.partition("~")
    called = _Names(at, held)
    columns = tuple(
        _count(at, f"~{actor or '-'}", held.by[actor], f"asked by {called.of(actor, 'asker')}") for actor in by
    )
    lines = tuple(
        Line(
            name=called.of(actor, "addressee"),
            all=_count(at, f"{actor or '-'}~", held.to[actor], f"asked of {called.of(actor, 'addressee')}"),
            cells=tuple(_cell(at, held, called, actor, other) for other in by),
        )
        for actor in to
    )
    opened = _opened(held, open_to, open_by) if cell else None
    asks = opened.asks if opened else ()
    pages = paging(at.request, total=len(asks), per_page=PER_PAGE)
    first = (min(page_number(at.request), pages.pages or 1) - 1) * PER_PAGE
    return WhomPage(
        title="Who asks whom",
        asking=form,
        columns=columns,
        names=tuple(called.of(actor, "asker") for actor in by),
        lines=lines,
        more=_more(held, to, by),
        opened=_says(opened, called.cell(open_to, open_by)) if opened else "",
        close=with_(at, cell=None),
        rows=tuple(row_of(at, row) for row in asks[first : first + PER_PAGE]),
        paging=pages,
    )


def _chosen(at: Visit, name: str, held: Mapping[str, Petitions]) -> tuple[str, ...]:
    """Give the rows, or the columns, to show: those asked for, with their organs, else those of most voices."""
    most = ROWS if name == "to" else COLUMNS
    if name not in at.asked:
        return tuple(held)[:most]
    named = bodies(at.ledger, at.catalogue, at.asked[name], at.clocks)
    wanted = frozenset().union(*(with_organs(at.catalogue, body) for body in named))
    return tuple(actor for actor in held if actor in wanted)[:most]


class _Names:
    """What actors are called, as it may be shown: the catalogue's name, else the texts' own with names at risk out."""

    def __init__(self, at: Visit, held: Table) -> None:
        self._at, self._held = at, held

    def of(self, actor: str, role: str) -> str:
        if actor == NOBODY:
            return f"{role} not named"
        row = self._at.catalogue.actors.get(actor)
        if row is not None:
            return row.name
        name = self._held.names.get(actor, actor)
        asks = (self._held.to.get(actor) or self._held.by[actor]).asks
        hidden = self._at.withholding
        return name if hidden is None else hidden.masked(asks[0].shelved.document, name)

    def cell(self, to: str, by: str) -> str:
        parts = [f"asked of {self.of(_actor(to), 'addressee')}"] if to else []
        return ", ".join([*parts, *([f"asked by {self.of(_actor(by), 'asker')}"] if by else [])])


def _actor(given: str) -> str:
    return NOBODY if given == "-" else given


def _opened(held: Table, to: str, by: str) -> Petitions | None:
    if to and by:
        return held.cells.get((_actor(to), _actor(by)))
    return held.to.get(_actor(to)) if to else held.by.get(_actor(by))


def _cell(at: Visit, held: Table, called: _Names, to: str, by: str) -> Count | None:
    found = held.cells.get((to, by))
    if found is None:
        return None
    return _count(at, f"{to or '-'}~{by or '-'}", found, called.cell(to or "-", by or "-"))


def _count(at: Visit, cell: str, found: Petitions, of: str) -> Count:
    return Count(
        voices=found.voices,
        asks=len(found.asks),
        says=_says(found, of),
        address=with_(at, cell=cell) + "#open",
        opened=at.asked.get("cell") == cell,
    )


def _says(found: Petitions, of: str) -> str:
    asks, documents = len(found.asks), found.documents
    return (
        f"{found.voices} voice{'' if found.voices == 1 else 's'}, {asks} ask{'' if asks == 1 else 's'} in "
        f"{documents} document{'' if documents == 1 else 's'}, {of}"
    )


def _more(held: Table, to: Iterable[str], by: Iterable[str]) -> str:
    rest = len(held.to) - len(tuple(to)), len(held.by) - len(tuple(by))
    told = [f"{count} more {what}" for count, what in zip(rest, ("addressees", "askers"), strict=True) if count > 0]
    return f"{' and '.join(told)} are not shown; name one above to see it." if told else ""


whom = seen(_page)
