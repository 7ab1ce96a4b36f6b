# SPDX-License-Identifier: Apache-2.0
"""The page of needs: people, days and minimum standards against recorded supplies, every number with its words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from markupsafe import Markup

from tocsin.desk.periods import whole_period
from tocsin.dossier.pictures.needs_bars import needs_bars
from tocsin.ledger.listed import Listed
from tocsin.linking import named_places
from tocsin.watch.amounts import Amount
from tocsin.watch.needs import Need, Needs
from tocsin.watch.needs import needs as reckoned
from tocsin.watch.populations import Population
from tocsin.watch.reckonings import Report
from tocsin.web.listings import FindingRow, row_of
from tocsin.web.pages import Page
from tocsin.web.rooms import Visit
from tocsin.web.seeing import Asking, asking, field, seen

DAYS = "Say for which days, from the first to the last: needs are people times days."
"""What the form asks for where a place is named and no days are."""

QUOTES = 20
"""Sentences that a number opens to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A number as a source tells it, and what it is worth in the standard's unit."""

    says: str
    row: FindingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """How many people, by how many voices, and the sentences that it rests on."""

    of: str
    amount: str
    voices: int
    rows: tuple[FindingRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    """One standard: the minimum, what is needed, supplied and lacking, and the sentences behind the supplies."""

    need: str
    name: str
    minimum: str
    source: str
    needed: str
    supplied: str
    lacking: str
    supplies: tuple[Told, ...]
    rates: tuple[Told, ...]
    short_a_day: str
    unweighed: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsPage(Page):
    """Needs of a place over some days."""

    template: ClassVar[str] = "needs.html"
    section: ClassVar[str] = "watch"
    asking: Asking
    picture: Markup
    name: str
    days: str
    people: tuple[People, ...]
    rows: tuple[NeedRow, ...]
    searched: str


def _page(at: Visit, problem: str) -> NeedsPage:
    asked = not problem and "place" in at.asked
    days = asked and at.clocks.happened_from is not None and at.clocks.happened_to is not None
    missing = DAYS if asked and not days else ""
    form = asking(at, problem or missing, field(at, "place", "Where the people live"), happened=True)
    found = _found(at) if days else None
    return NeedsPage(
        title="Needs",
        asking=form,
        picture=Markup(needs_bars(found)) if found else Markup(),  # noqa: S704 - drawn here, its words escaped
        name=found.place.name if found else "",
        days=f"{_day(found.first)} to {_day(found.last)}, {found.days} days" if found else "",
        people=(_people(at, "people", found.population), _people(at, "of them children", found.children))
        if found
        else (),
        rows=tuple(_row(at, line) for line in found.lines) if found else (),
        searched=str(found.searched) if found else "",
    )


def _found(at: Visit) -> Needs:
    whole_period("needs", at.clocks)
    row = named_places.place(at.ledger, at.catalogue, at.asked["place"])
    return at.view(
        ("needs", row.id),
        lambda view: reckoned(view.ledger, view.catalogue, row, view.clocks, veil=view.withholding),
        happened=True,
    )


def _day(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _people(at: Visit, of: str, held: Population) -> People:
    return People(
        of=of,
        amount="unknown" if held.amount is None else str(held.amount),
        voices=held.voices,
        rows=_rows(at, (one.item for one in held.basis)),
    )


def _rows(at: Visit, items: Iterable[Listed]) -> tuple[FindingRow, ...]:
    return tuple(row_of(at, item) for item in list(items)[:QUOTES])


def _row(at: Visit, line: Need) -> NeedRow:
    standard, unit = line.standard, line.standard.unit
    amount = standard.low if standard.low == standard.high else f"{standard.low}–{standard.high}"
    people = "a person" if standard.people == 1 else f"for {standard.people:,} people"
    days = {0: "", 1: " a day"}.get(standard.days, f" for {standard.days} days")
    return NeedRow(
        need=standard.need,
        name=standard.name,
        minimum=f"{amount} {unit} {people}{days}",
        source=f"{standard.edition}: {standard.section}",
        needed=_or(line.need, unit),
        supplied=_or(line.supplied, unit),
        lacking=_or(line.lacking, unit),
        supplies=_told(at, line.supplies.reports),
        rates=tuple(
            Told(says=f"{rate.amount} {unit} a person and day", row=row_of(at, rate.item))
            for rate in line.rates[:QUOTES]
        ),
        short_a_day=f"{line.short_a_day} {unit} a person and day below the minimum" if line.rates else "",
        unweighed=_told(at, line.unweighed),
    )


def _or(value: Amount | None, unit: str) -> str:
    return "unknown" if value is None else f"{value} {unit}"


def _told(at: Visit, reports: Iterable[Report]) -> tuple[Told, ...]:
    return tuple(
        Told(
            says=f"{one.count.value:,} {one.count.of}" + ("" if one.worth is None else f" = {one.worth}"),
            row=row_of(at, one.item),
        )
        for one in list(reports)[:QUOTES]
    )


needs = seen(_page)
