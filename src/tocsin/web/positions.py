# SPDX-License-Identifier: Apache-2.0
"""The page of positions: on a topic, what each party asks, accepts and rejects, with the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tocsin.desk import topics
from tocsin.dossier.listings import instrument_names
from tocsin.ledger.shelf import spoken
from tocsin.linking.positions import Line, Position
from tocsin.linking.positions import positions as found_positions
from tocsin.records.ids import Digest
from tocsin.web.pages import Page
from tocsin.web.paging import Paging, page_number, paging
from tocsin.web.rooms import Visit
from tocsin.web.seeing import Asking, asking, field, seen

PER_PAGE, LINES = 20, 12
"""Parties that a page shows, and lines of each stance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRow:
    """One thing that a party asks, accepts or rejects, in its words."""

    issued: str
    possible: bool
    how: str
    of: str
    told_by: str
    quote: str
    law: str
    finding: Digest
    document: Digest
    start: int
    end: int
    title: str
    standing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceRow:
    """A stance of a party: how many voices and lines, and the lines."""

    stance: str
    voices: int
    lines: int
    rows: tuple[LineRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRow:
    """A party with its stances."""

    id: str
    name: str
    stances: tuple[StanceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionsPage(Page):
    """Positions on a topic, in order of the parties' ids."""

    template: ClassVar[str] = "positions.html"
    section: ClassVar[str] = "asks"
    asking: Asking
    asked: bool
    rows: tuple[PartyRow, ...]
    paging: Paging


def _page(at: Visit, problem: str) -> PositionsPage:
    form = asking(at, problem, field(at, "topic", "Topic"), field(at, "place", "Place"), happened=True)
    asked = bool({"topic", "place"} & set(at.asked))
    found = _found(at) if asked and not problem else ()
    pages = paging(at.request, total=len(found), per_page=PER_PAGE)
    first = (min(page_number(at.request), pages.pages or 1) - 1) * PER_PAGE
    names = instrument_names(at.catalogue)
    shown = found[first : first + PER_PAGE]
    if at.withholding is not None:
        shown = topics.withheld(shown, at.withholding)
    return PositionsPage(
        title="Positions",
        asking=form,
        asked=asked,
        rows=tuple(_party(item, names) for item in shown),
        paging=pages,
    )


def _found(at: Visit) -> tuple[Position, ...]:
    words, place = at.asked.get("topic"), at.asked.get("place")
    topic = topics.topic(at.ledger, at.catalogue, words, place)
    return at.view(
        ("positions", words, place),
        lambda view: found_positions(view.ledger, view.catalogue, view.clocks, topic),
        masked=False,
        happened=True,
    )


def _party(item: Position, names: dict[str, str]) -> PartyRow:
    return PartyRow(
        id=item.party.id,
        name=item.party.name,
        stances=tuple(
            StanceRow(
                stance=stance,
                voices=voices,
                lines=count,
                rows=tuple(_line(line, names) for line in item.lines if line.stance == stance)[:LINES],
            )
            for stance, voices, count in item.counts
        ),
    )


def _line(line: Line, names: dict[str, str]) -> LineRow:
    return LineRow(
        issued=line.shelved.issued,
        possible=line.certainty == "possible",
        how=line.how,
        of=spoken(line.of),
        told_by=spoken(line.told_by),
        quote=" ".join(line.quote.split()),
        law=", ".join(names.get(one, one) for one in line.law),
        finding=line.finding,
        document=line.shelved.document,
        start=line.start,
        end=line.end,
        title=line.shelved.title,
        standing=line.standing,
    )


positions = seen(_page)
