# SPDX-License-Identifier: Apache-2.0
"""The page of the risk matrix: factor by month at a place, each cell open to the words that speak to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from markupsafe import Markup

from tocsin.dossier.pictures.risk_matrices import columns, mark, risk_matrix, said
from tocsin.linking import named_places
from tocsin.watch.indicators import Evidence
from tocsin.watch.matrices import TWO_VOICES, Cell, Window, matrix, outermost, verified
from tocsin.watch.sides import Sides
from tocsin.web.access import Choice
from tocsin.web.listings import FindingRow, row_of
from tocsin.web.pages import Page
from tocsin.web.rooms import Visit
from tocsin.web.seeing import Asking, asking, field, seen, with_

QUOTES, PLACES = 60, 24
"""Quotes that a cell opens to, places that are offered."""

FRAMEWORK = "Risk factors and indicators: UN Framework of Analysis for Atrocity Crimes (2014), A/70/741–S/2016/71"


@dataclass(frozen=True, slots=True, kw_only=True)
class CellRow:
    """A cell: its sign, whether it is lit, what it says, the address that opens it."""

    mark: str
    lit: str
    says: str
    address: str
    opened: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorRow:
    """A factor's row: its number and name, its cells in the order of the months."""

    number: int
    name: str
    cells: tuple[CellRow | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One piece of evidence: who, how, in which words, for which indicators, by which signs."""

    row: FindingRow
    name: str
    stance: str
    denied_by: str
    sure: bool
    indicators: str
    signs: str
    placed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open cell."""

    says: str
    voices: str
    sides: str
    rows: tuple[Words, ...]
    left_out: int
    indicators: tuple[tuple[str, str, bool], ...]
    close: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskPage(Page):
    """The matrix of one place; beside it the other places of which something is stated."""

    template: ClassVar[str] = "risk.html"
    section: ClassVar[str] = "watch"
    asking: Asking
    places: tuple[Choice, ...]
    name: str
    picture: Markup
    months: tuple[str, ...]
    rows: tuple[FactorRow, ...]
    opened: Opened | None
    rule: str
    framework: str


def _page(at: Visit, problem: str) -> RiskPage:
    form = asking(at, problem, field(at, "place", "Place"), happened=True)
    if problem:
        found: Sequence[Cell] = ()
        places: tuple[Choice, ...] = ()
    else:
        places, found = _found(at)
    months = columns(found)
    return RiskPage(
        title="Risk",
        asking=form,
        places=places,
        name=found[0].named if found else "",
        picture=_picture(at, found),
        months=months,
        rows=tuple(_rows(at, found, months)),
        opened=_opened(at, found),
        rule=TWO_VOICES,
        framework=FRAMEWORK,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Everywhere:
    """All cells by place, how many of each place are lit, and the places that lie within no other."""

    cells: Mapping[str, Sequence[Cell]]
    lit: Mapping[str, int]
    outer: frozenset[str]


def _everywhere(view: Visit, found: Sequence[Cell]) -> Everywhere:
    cells: dict[str, list[Cell]] = {}
    for cell in found:
        cells.setdefault(cell.place, []).append(cell)
    return Everywhere(
        cells=cells,
        lit={place: sum(cell.lit != "dark" for cell in held) for place, held in cells.items()},
        outer=frozenset(outermost(found, view.catalogue)),
    )


def _found(at: Visit) -> tuple[tuple[Choice, ...], Sequence[Cell]]:
    """Give the places, and the cells of the one that is asked for, else of the one with most lit cells."""
    wanted = named_places.place(at.ledger, at.catalogue, at.asked["place"]).id if "place" in at.asked else None
    first, last = (_month(day) for day in (at.clocks.happened_from, at.clocks.happened_to))

    def made(view: Visit, place: str | None = None) -> tuple[Cell, ...]:
        window = Window(place=place, first=first, last=last)
        return matrix(view.ledger, view.catalogue, view.clocks, window, veil=view.withholding)

    held = at.view(("risk", None), lambda view: _everywhere(view, made(view)), happened=True)
    lit = {place: number for place, number in held.lit.items() if place in held.outer or place == wanted}
    order = sorted((place for place in lit if lit[place] or place == wanted), key=lambda place: (-lit[place], place))
    order = (order or sorted(lit))[:PLACES]
    chosen = wanted or (order[0] if order else None)
    cells = held.cells.get(chosen or "", ())
    if wanted is not None:
        cells = at.view(("risk", wanted), lambda view: made(view, wanted), happened=True)
    places = tuple(
        Choice(
            words=held.cells[one][0].named,
            address=with_(at, place=one, cell=None),
            count=lit[one],
            chosen=one == chosen,
        )
        for one in order
        if one in at.catalogue.places or one in at.catalogue.actors
    )
    return places, cells


def _month(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()[:7]


def _key(cell: Cell) -> str:
    return f"{cell.factor} {cell.month}"


def _address(at: Visit, cell: Cell) -> str:
    return with_(at, place=cell.place, cell=_key(cell)) + "#open"


def _picture(at: Visit, found: Sequence[Cell]) -> Markup:
    if not found:
        return Markup()
    short = {int(name): row.short for name, row in at.catalogue.factors.items()}
    return Markup(risk_matrix(found, short, link=lambda cell: _address(at, cell)))  # noqa: S704 - its words are escaped


def _rows(at: Visit, found: Sequence[Cell], months: Sequence[str]) -> list[FactorRow]:
    by_key = {(cell.factor, cell.month): cell for cell in found}
    return [
        FactorRow(
            number=number,
            name=at.catalogue.factors[str(number)].short,
            cells=tuple(_cell(at, by_key.get((number, month))) for month in months),
        )
        for number in sorted({cell.factor for cell in found if cell.month in months})
    ]


def _cell(at: Visit, cell: Cell | None) -> CellRow | None:
    if cell is None:
        return None
    return CellRow(
        mark=mark(cell),
        lit=cell.lit,
        says=said(cell),
        address=_address(at, cell),
        opened=at.asked.get("cell") == _key(cell),
    )


def _opened(at: Visit, found: Sequence[Cell]) -> Opened | None:
    cell = next((cell for cell in found if _key(cell) == at.asked.get("cell")), None)
    if cell is None:
        return None
    sides = Sides(at.catalogue)
    told = sorted(
        {one for item in cell.evidence for one in item.indicators}, key=lambda one: [*map(int, one.split("."))]
    )
    return Opened(
        says=f"{at.catalogue.factors[str(cell.factor)].name} – {said(cell)}",
        voices="; ".join(cell.voices),
        sides=sides.told(cell.sides, unplaced=cell.unplaced),
        rows=tuple(_words(at, item, cell.month) for item in cell.evidence[:QUOTES]),
        left_out=max(0, len(cell.evidence) - QUOTES),
        indicators=tuple(
            (one, (at.catalogue.indicators.get(one) or at.catalogue.factors[one]).name, verified(at.catalogue, one))
            for one in told
        ),
        close=with_(at, cell=None),
    )


def _words(at: Visit, item: Evidence, month: str) -> Words:
    return Words(
        row=row_of(at, item.row),
        name=item.name,
        stance=item.stance,
        denied_by=", ".join(item.denied_by),
        sure=item.sure(month),
        indicators=", ".join(item.indicators),
        signs=", ".join(item.signs),
        placed="" if item.placed == "named" else "the place being its document’s",
    )


risk = seen(_page)
