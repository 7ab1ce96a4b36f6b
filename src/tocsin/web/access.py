# SPDX-License-Identifier: Apache-2.0
"""The page of access: the calendar of a corridor or crossing, each stretch of days with who tells it in which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from markupsafe import Markup

from tocsin.dossier.pictures.access_calendars import access_calendar
from tocsin.linking import named_places
from tocsin.watch.access_logs import AccessLog, access_log
from tocsin.watch.accesses import Told
from tocsin.watch.calendars import Stretch
from tocsin.web.listings import FindingRow, row_of
from tocsin.web.pages import Page
from tocsin.web.rooms import Visit
from tocsin.web.seeing import Asking, asking, field, seen, with_

QUOTES, PLACES = 12, 24
"""Quotes that a stretch opens to, places that are offered."""

_SCOPES = {"here": "", "part": "of a point of it", "goes-on": "going on from before", "around": "of the land around it"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something that can be chosen: its words, its address, how many claims or cells it has, whether it is chosen."""

    words: str
    address: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A claim beside what it tells of the way."""

    row: FindingRow
    tells: str
    scope: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchRow:
    """Days in a row of one state, told by the same voices."""

    anchor: str
    days: str
    count: int
    state: str
    certain: bool
    voices: str
    quotes: tuple[Quote, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessPage(Page):
    """The log of a way: its picture, the days of each state, what passed, what hindered, each stretch."""

    template: ClassVar[str] = "access.html"
    section: ClassVar[str] = "watch"
    asking: Asking
    places: tuple[Choice, ...]
    picture: Markup
    name: str
    spent: tuple[tuple[str, str], ...]
    passed: tuple[tuple[str, str, str], ...]
    constraints: tuple[tuple[str, str, int], ...]
    stretches: tuple[StretchRow, ...]
    searched: str


def _page(at: Visit, problem: str) -> AccessPage:
    form = asking(at, problem, field(at, "place", "Way or place"), happened=True)
    places = () if problem else ways(at)
    log = None if problem else _log(at, places)
    return AccessPage(
        title="Access",
        asking=form,
        places=places,
        picture=_picture(log) if log and log.stretches else Markup(),
        name=log.place.name if log else "",
        spent=tuple((one.state, str(one.days)) for one in log.spent if one.days.high) if log else (),
        passed=tuple(_passed(log)) if log else (),
        constraints=tuple(
            (f"{one.term.code}. {one.term.name}", _days(one.days, one.possible), one.voices) for one in log.constraints
        )
        if log
        else (),
        stretches=tuple(_stretch(at, one) for one in log.stretches if one.state != "unknown" or one.voices)
        if log
        else (),
        searched=str(log.searched) if log else "",
    )


def ways(at: Visit) -> tuple[Choice, ...]:
    """Give the roads, crossings and corridors that claims name, those named most often first."""
    kinds = frozenset(at.catalogue.list("access.ways"))
    held = [
        (name, count)
        for name, count in at.ledger.values("place", recorded_by=at.clocks.recorded_by)
        if name in at.catalogue.places and at.catalogue.places[name].kind in kinds
    ][:PLACES]
    return tuple(
        Choice(
            words=at.catalogue.places[name].name,
            address=with_(at, place=name),
            count=count,
            chosen=at.asked.get("place", held[0][0]) in {name, at.catalogue.places[name].name},
        )
        for name, count in held
    )


def _log(at: Visit, places: tuple[Choice, ...]) -> AccessLog | None:
    named = at.asked.get("place") or (places[0].words if places else "")
    if not named:
        return None
    row = named_places.place(at.ledger, at.catalogue, named)
    return at.view(
        ("access", row.id),
        lambda view: access_log(view.ledger, view.catalogue, row, view.clocks, veil=view.withholding),
        happened=True,
    )


def _picture(log: AccessLog) -> Markup:
    return Markup(access_calendar(log, link=lambda one: f"#{_anchor(one)}"))  # noqa: S704 - drawn here, words escaped


def _anchor(one: Stretch) -> str:
    return f"d-{date.fromordinal(one.first).isoformat()}" if one.state != "unknown" or one.voices else "main"


def _passed(log: AccessLog) -> Iterator[tuple[str, str, str]]:
    for one in log.passed:
        voices = f"{one.count.voices} voice{'' if one.count.voices == 1 else 's'}"
        yield one.of, str(one.count.amount), voices + ("; the sources disagree" if one.count.disagree else "")


def _days(low: int, high: int) -> str:
    return str(low) if low == high else f"{low}–{high}"


def _stretch(at: Visit, one: Stretch) -> StretchRow:
    first, last = date.fromordinal(one.first).isoformat(), date.fromordinal(one.last).isoformat()
    return StretchRow(
        anchor=_anchor(one),
        days=first if first == last else f"{first} to {last}",
        count=one.days,
        state=one.state,
        certain=one.certain,
        voices=", ".join(f"{count} voice{'' if count == 1 else 's'}: {name}" for name, count in one.voices),
        quotes=tuple(_quote(at, told) for told in one.evidence[:QUOTES]),
        left_out=max(0, len(one.evidence) - QUOTES),
    )


def _quote(at: Visit, told: Told) -> Quote:
    return Quote(
        row=row_of(at, told.item),
        tells="denies" if told.denied else told.state or "hinders",
        scope=_SCOPES.get(told.scope, ""),
    )


access = seen(_page)
