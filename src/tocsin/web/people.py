# SPDX-License-Identifier: Apache-2.0
"""The page of people: killed, injured, detained, missing, displaced, by period and source, never counted twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from tocsin.linking import named_places
from tocsin.watch.reckonings import Report
from tocsin.watch.tolls import Toll, Tolls, tolls
from tocsin.web.listings import FindingRow, row_of
from tocsin.web.pages import Page
from tocsin.web.rooms import Visit
from tocsin.web.seeing import Asking, asking, field, seen

NUMBERS = 60
"""Numbers of one kind that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberRow:
    """One number with its days, whether it is in the sum, and its words."""

    days: str
    amount: str
    standing: str
    row: FindingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class TollRow:
    """One kind of harm: what the sources allow, by how many voices and numbers, and every number."""

    kind: str
    amount: str
    known: bool
    voices: int
    numbers: int
    disagree: bool
    rows: tuple[NumberRow, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PeoplePage(Page):
    """Tolls at a place, or anywhere, over some days."""

    template: ClassVar[str] = "people.html"
    section: ClassVar[str] = "watch"
    asking: Asking
    where: str
    days: str
    rows: tuple[TollRow, ...]
    searched: str


def _page(at: Visit, problem: str) -> PeoplePage:
    form = asking(at, problem, field(at, "place", "Place"), happened=True)
    found = None if problem else _found(at)
    days = ""
    if found and found.first is not None and found.last is not None:
        days = f"{_day(found.first)} to {_day(found.last)}"
    return PeoplePage(
        title="People",
        asking=form,
        where=found.place.name if found and found.place else "Everywhere",
        days=days,
        rows=tuple(_toll(at, line) for line in found.lines) if found else (),
        searched=str(found.searched) if found else "",
    )


def _found(at: Visit) -> Tolls:
    row = named_places.place(at.ledger, at.catalogue, at.asked["place"]) if "place" in at.asked else None
    return at.view(
        ("people", row.id if row else None),
        lambda view: tolls(view.ledger, view.catalogue, row, view.clocks, veil=view.withholding),
        happened=True,
    )


def _toll(at: Visit, toll: Toll) -> TollRow:
    count = toll.count
    known = bool(count.basis) or count.high is not None
    told = "; ".join(dict.fromkeys(str(report.amount) for report in count.reports)) or "only denied"
    held = [(report, "in the sum" if report in count.basis else "not added") for report in count.reports]
    held += [(report, "denied") for report in toll.denied]
    return TollRow(
        kind=f"{toll.kind}, children" if toll.children else toll.kind,
        amount=count.told if known else told,
        known=known,
        voices=count.voices,
        numbers=len(count.reports),
        disagree=count.disagree,
        rows=tuple(_number(at, report, standing) for report, standing in held[:NUMBERS]),
        left_out=max(0, len(held) - NUMBERS),
    )


def _number(at: Visit, report: Report, standing: str) -> NumberRow:
    return NumberRow(days=report.told_of, amount=str(report.amount), standing=standing, row=row_of(at, report.item))


def _day(day: int) -> str:
    return date.fromordinal(day).isoformat()


people = seen(_page)
