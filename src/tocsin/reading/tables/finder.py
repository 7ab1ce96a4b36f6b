# SPDX-License-Identifier: Apache-2.0
"""What rows of a table say: a state of a way, counts of people and goods, each anchored at its row and its cells.

1. A row without a date that can be read says nothing that can be used: it is a note, never a guess.
2. A period (a month, a run of days) with a state says that the state held on every day of it.
3. A cell of a count that is empty or no whole number is unknown, never nought.
4. Who says it is the row's own source; where it names none, whoever issued the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.tables import dates, recommendations
from tocsin.reading.tables.grids import Cell, Grid, passage
from tocsin.reading.tables.vocabularies import Vocabulary
from tocsin.records.bounds import bounds
from tocsin.records.findings import Card, Claim, Count, Finding, Party, Quantity, Time
from tocsin.records.problems import Problem
from tocsin.records.texts import Text

_NUMBER = re.compile(r"(?P<bound>>=?|≥|<=?|≤|~|c\.|about |at least |up to )?\s*(?P<number>\d[\d,  ']*)(?P<open>\+)?")
_NOTES_SHOWN = 20
"""Rows that are named one by one when they cannot be read; of more only the number is told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A table's card, its findings in order of place, and what could not be read."""

    card: Card
    findings: tuple[Finding, ...]
    notes: tuple[Problem, ...] = ()


def read(text: Text, grid: Grid, catalogue: Catalogue, given: str | None) -> Read:
    """Read a table's rows; `given` is the date (EDTF) that a person says it was issued.

    A table that nobody dates is of the latest day on which its rows say they were reported; where they say none, of the
    latest day that they tell of, about: it cannot be older.
    """
    if recommendations.is_one(grid):
        card, asked = recommendations.read(text, grid, catalogue, given)
        return Read(card=card, findings=asked)
    words = Vocabulary(catalogue)
    first = dates.day_first(cell.words for row in grid.rows for cell in row if _field(grid, cell) in _DATES)
    findings: list[Finding] = [passage(cells, text, "heading") for cells in grid.heads]
    notes: list[Problem] = []
    latest: _Latest | None = None
    reported: _Latest | None = None
    speakers: list[Party] = []
    for cells in grid.rows:
        findings.append(passage(cells, text, "list-item"))
        row = _row(grid, cells, words, first)
        if row.when is None:
            notes.append(_note(cells, row))
            continue
        speakers += row.speakers
        findings += _findings(row, cells, text)
        for cell, told in row.dated:
            latest = _later(latest, cell, told)
            if _field(grid, cell) == "reported":
                reported = _later(reported, cell, told)
    card = _card(grid, given, latest, reported, speakers)
    found = sorted(findings, key=lambda finding: (finding.start, finding.end, finding.kind, finding.by))
    return Read(card=card, findings=tuple(found), notes=tuple(_shortened(notes)))


_DATES = {"date", "from", "to", "reported"}

_Latest = tuple[int, Cell, str]
"""A day number, the cell that tells it, and its EDTF."""


def _later(held: _Latest | None, cell: Cell, told: str) -> _Latest | None:
    days = bounds(told)
    if days is None or (held is not None and days.earliest <= held[0]):
        return held
    return days.earliest, cell, told


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """What a row's cells say, before it is findings; `dated` are its cells of dates with their EDTF."""

    when: str | None
    unread: str | None
    dated: tuple[tuple[Cell, str], ...]
    state: str | None
    places: tuple[Party, ...]
    speakers: tuple[Party, ...]
    counts: tuple[tuple[Cell, str, Count], ...]


def _field(grid: Grid, cell: Cell) -> str | None:
    held = grid.columns.get(cell.column)
    return held.field if held else None


def _row(grid: Grid, cells: Sequence[Cell], words: Vocabulary, days_first: bool | None) -> _Row:
    by: dict[str, list[Cell]] = {}
    for cell in cells:
        by.setdefault(_field(grid, cell) or "", []).append(cell)
    told = {cell: dates.edtf(cell.words, days_first=days_first) for name in _DATES for cell in by.get(name, ())}
    when = _when(by, told)
    named = by.get("place") or by.get("area", [])[-1:]
    states = [state for cell in by.get("state", ()) if (state := words.state(cell.words))]
    return _Row(
        when=when,
        unread=next((cell.words for cell, read in told.items() if read is None), None),
        dated=tuple((cell, read) for cell, read in told.items() if read is not None),
        state=states[0] if states else None,
        places=tuple(words.place(cell.words) for cell in named),
        speakers=tuple(words.actor(cell.words) for cell in by.get("source", ())[:1]),
        counts=(*_counts(grid, by.get("count", ())), *_goods(by)),
    )


def _when(by: Mapping[str, Sequence[Cell]], told: Mapping[Cell, str | None]) -> str | None:
    def first(name: str) -> str | None:
        return next((told[cell] for cell in by.get(name, ())), None)

    if by.get("from") or by.get("to"):
        return dates.spanned(first("from") or first("date"), first("to"))
    return first("date")


def _counts(grid: Grid, cells: Iterable[Cell]) -> Iterator[tuple[Cell, str, Count]]:
    for cell in cells:
        held = grid.columns[cell.column]
        count = counted(cell.words, held.of or held.id)
        if count is not None:
            yield cell, held.act or "statement", count


def _goods(by: Mapping[str, Sequence[Cell]]) -> Iterator[tuple[Cell, str, Count]]:
    """Read an amount beside its unit and what it is of: 40, tonnes, wheat flour."""
    unit = by["unit"][0].words if by.get("unit") else ""
    item = by["item"][0].words if by.get("item") else ""
    of = " of ".join(part.strip().lower() for part in (unit, item) if part.strip())
    for cell in by.get("amount", ())[:1]:
        count = counted(cell.words, of) if of else None
        if count is not None:
            yield cell, "relief", count


def counted(words: str, of: str) -> Count | None:
    """Read a cell of a count; None where it is no whole number.

    >>> counted("1,400", "killed")
    Count(value=1400, of='killed', comparator='=', low=1400, high=1400)
    >>> counted(">= 12", "killed").low, counted("30+", "killed").high, counted("n/a", "killed")
    (12, None, None)
    """
    match = _NUMBER.fullmatch(words.strip())
    if match is None:
        return None
    value = int(re.sub(r"\D", "", match["number"]))
    bound = "at least" if match["open"] else (match["bound"] or "").strip()
    if bound not in _BOUNDS:
        return Count(value=value, of=of, comparator="~", low=None, high=None)
    comparator, below, above = _BOUNDS[bound]
    low = None if below is None else value + below
    high = None if above is None else max(value + above, 0)
    return Count(value=value, of=of, comparator=comparator, low=low, high=high)


_BOUNDS: Mapping[str, tuple[str, int | None, int | None]] = {
    "": ("=", 0, 0),
    ">": (">", 1, None),
    ">=": (">", 0, None),
    "≥": (">", 0, None),
    "at least": (">", 0, None),
    "<": ("<", None, -1),
    "<=": ("<", None, 0),
    "≤": ("<", None, 0),
    "up to": ("<", None, 0),
}
"""Signs before a count: the comparator, and how far the bounds lie from the number; None is open."""


def _findings(row: _Row, cells: Sequence[Cell], text: Text) -> Iterator[Finding]:
    for cell, told in row.dated:
        yield Time(
            start=cell.start, end=cell.end, quote=text.content[cell.start : cell.end], by="table.date", edtf=told
        )
    for cell, _act, count in row.counts:
        yield Quantity(
            start=cell.start,
            end=cell.end,
            quote=text.content[cell.start : cell.end],
            by="table.count",
            value=count.value,
            of=count.of,
            comparator=count.comparator,
            low=count.low,
            high=count.high,
        )
    acts: dict[str, list[Count]] = {f"access-{row.state}": []} if row.state else {}
    for _cell, act, count in row.counts:
        # What passed a way on a day is told of the way's state that day; people harmed are another matter.
        passed = row.state is not None and act in {"relief", "evacuation"}
        acts.setdefault(f"access-{row.state}" if passed else act, []).append(count)
    start, end = cells[0].start, cells[-1].end
    for act, counts in acts.items():
        yield Claim(
            start=start,
            end=end,
            quote=text.content[start:end],
            by="table.row",
            act=act,
            when=row.when,
            places=row.places,
            speakers=row.speakers,
            quantities=tuple(counts),
        )


def _card(
    grid: Grid, given: str | None, latest: _Latest | None, reported: _Latest | None, speakers: Sequence[Party]
) -> Card:
    issuers = tuple(dict.fromkeys(speakers))
    title = grid.heads[0][0].words if len(grid.heads[0]) == 1 else None
    card = Card(genre="situation-report", title=title, issuers=issuers if len(issuers) == 1 else ())
    if given is not None:
        return replace(card, issued=given, issued_basis="given")
    if reported is not None:
        _day, cell, told = reported
        return replace(card, issued=told, issued_basis="stated", evidence=((cell.start, cell.end),))
    if latest is None:
        return card
    _day, cell, told = latest
    # The latest day told of is the earliest on which the table can have been made.
    about = f"{told.split('/')[-1].strip('~?%')}~"
    issued = about if bounds(about) else told
    return replace(card, issued=issued, issued_basis="inferred", evidence=((cell.start, cell.end),))


def _note(cells: Sequence[Cell], row: _Row) -> Problem:
    what = f"{row.unread!r} is no date that says itself which day it is" if row.unread else "it has no date"
    where = f"[{cells[0].start}:{cells[-1].end}]"
    return Problem(where=where, code="row-without-date", message=f"{what}; the row is kept as text, not as a claim")


def _shortened(notes: Sequence[Problem]) -> Iterator[Problem]:
    yield from notes[:_NOTES_SHOWN]
    if len(notes) > _NOTES_SHOWN:
        more = len(notes) - _NOTES_SHOWN
        yield Problem(where=notes[-1].where, code="row-without-date", message=f"and {more} rows more like these")
