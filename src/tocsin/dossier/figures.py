# SPDX-License-Identifier: Apache-2.0
"""Figures of dossiers: pictures with what they show in words and the data beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tocsin.dossier.compositions import Figure, Run, Sentence, Table, cells
from tocsin.dossier.desks import Desk
from tocsin.dossier.events import Event
from tocsin.dossier.pictures import access_calendars, needs_bars, notice_clocks, timelines
from tocsin.dossier.pictures.timelines import FILLS, Lanes, lanes
from tocsin.dossier.replies import Reply
from tocsin.dossier.wordings import shortened
from tocsin.ledger.listed import Listed
from tocsin.records.dates import worded
from tocsin.records.ids import Digest
from tocsin.watch.access_logs import AccessLog
from tocsin.watch.calendars import Stretch
from tocsin.watch.needs import Needs
from tocsin.watch.notices import Notice
from tocsin.watch.spans import edtf


def lanes_of(
    events: Iterable[Event],
    warnings: Iterable[Listed],
    asks: Iterable[Listed],
    given: Iterable[Reply],
    since: int | None = None,
) -> Lanes:
    """Count what a dossier tells by month, from the day `since` on, else from a year before the first publication."""
    warned, asked = list(warnings), list(asks)
    days = [row.shelved.published.earliest for row in (*warned, *asked) if row.shelved.published]
    begun = since if since is not None else min(days, default=366) - 365
    return lanes(
        {
            "told of": [event.when for event in events],
            "warned": [row.shelved.card.issued for row in warned],
            "asked": [row.shelved.card.issued for row in asked],
            "answered": _answered(given),
        },
        since=date.fromordinal(max(1, begun)).isoformat()[:7],
    )


def _answered(given: Iterable[Reply]) -> list[str | None]:
    """Give the day of the first answer to each ask that has one, so that asks are counted and no answer twice."""
    first: dict[Digest, str | None] = {}
    for reply in given:  # in order of their day
        for ask in () if reply.no_response else reply.asks:
            first[ask] = first.get(ask) or reply.when
    return list(first.values())


def timeline(held: Lanes, title: str) -> tuple[Figure, ...]:
    """Draw a timeline where there is more than one period; a picture of one month shows nothing."""
    if len(held.periods) < 2:
        return ()
    data = Table(
        columns=("Period", *(fill.name for fill in FILLS)),
        rows=tuple(cells(worded(period), *counts) for period, counts in held.rows),
        numbers=frozenset({1, 2, 3, 4}),
    )
    return (
        Figure(
            svg=timelines.timeline(held, title=title),
            alternative=f"{title}. {timelines.says(held)}",
            caption="Events by the day on which they are told to have begun, warnings and asks by the day of their "
            "text, asks answered by the day of the first answer; what began before the first month is counted in it.",
            data=data,
        ),
    )


def access(log: AccessLog) -> tuple[Figure, ...]:
    """Draw the days of a way with their states, where any day is told of."""
    if not log.stretches:
        return ()
    data = Table(
        columns=("Days", "State", "Certain", "Told by"),
        rows=tuple(
            cells(
                _span(first, last),
                stretch.state,
                "yes" if stretch.certain else "possible",
                ", ".join(f"{count} {name}" for name, count in stretch.voices) or "nobody",
            )
            for first, last, stretch in runs(log.stretches)
        ),
    )
    return (
        Figure(
            svg=access_calendars.access_calendar(log),
            alternative=access_calendars.says(log),
            caption=f"Access to {log.place.name} by day: the most shut state that voices tell of for certain.",
            data=data,
        ),
    )


def runs(stretches: Sequence[Stretch]) -> Iterable[tuple[int, int, Stretch]]:
    """Put days of one state and certainty that follow each other together; who tells it may change between them."""
    held: list[tuple[int, int, Stretch]] = []
    for one in stretches:
        if held and (held[-1][2].state, held[-1][2].certain) == (one.state, one.certain):
            first, _last, before = held[-1]
            held[-1] = (first, one.last, max(before, one, key=lambda it: sum(count for _, count in it.voices)))
        else:
            held.append((one.first, one.last, one))
    return held


def _span(first: int, last: int) -> str:
    begun, ended = (worded(date.fromordinal(day).isoformat()) for day in (first, last))
    return begun if first == last else f"{begun} to {ended}"


_CLOCKS = 24
"""Asks whose clocks one picture shows."""


def notice(desk: Desk, found: Notice, named: str) -> tuple[Figure, ...]:
    """Draw for how many days each ask of a body has waited, or waited until its first answer."""
    drawn = notice_clocks.ask_runs(found)[:_CLOCKS]
    if not drawn:
        return ()
    more = f"; of {len(found.asks):,} asks the first {_CLOCKS} are drawn" if len(found.asks) > _CLOCKS else ""
    rows = (
        cells(
            Sentence(
                runs=(Run(desk.speaker(clock.row), "who"), Run(": "), Run(shortened(run.label), "quote")),
                notes=(desk.notes.of(clock.row),),
            ),
            worded(edtf(run.since)),
            run.days,
            "entered" if run.answered else "none entered",
        )
        for run, clock in zip(drawn, found.asks, strict=False)
    )
    return (
        Figure(
            svg=notice_clocks.notice_clock(drawn, title=f"Asked of {named}", on=found.on),
            alternative=notice_clocks.says(drawn, on=found.on),
            caption=f"Days from each ask put in so many words to its first entered answer, else to the day{more}.",
            data=Table(columns=("Ask", "Put on", "Days", "Answer"), rows=tuple(rows)),
        ),
    )


def needs(found: Needs) -> tuple[Figure, ...]:
    """Draw needs against recorded supplies, where the number of people is told."""
    if found.population.amount is None or not any(line.supplied is not None for line in found.lines):
        return ()
    return (
        Figure(
            svg=needs_bars.needs_bars(found),
            alternative=needs_bars.says(found),
            caption=f"Needs at {found.place.name} by minimum standards, and the supplies that sources tell of.",
            data=needs_table(found),
        ),
    )


def needs_table(found: Needs) -> Table:
    """Write needs as rows; where nobody tells of any supply, the needs alone."""
    told = any(line.supplied is not None for line in found.lines)
    rows = []
    for line in found.lines:
        numbers = (line.need, line.supplied, line.lacking) if told else (line.need,)
        amounts = ["unknown" if value is None else str(value) for value in numbers]
        rows.append(cells(line.standard.name, *amounts, line.standard.unit, line.standard.edition))
    columns = ("Needed", "On record", "Not on record") if told else ("Needed",)
    return Table(
        columns=("Need", *columns, "Unit", "Standard"),
        rows=tuple(rows),
        numbers=frozenset(range(1, len(columns) + 1)),
    )
