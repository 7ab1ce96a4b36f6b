# SPDX-License-Identifier: Apache-2.0
"""Tables of recommendations, as UPR Info and the Universal Human Rights Index give them: an ask a row.

1. The ask is the action in the row's own cell, without its number and without the bracket that names who makes it.
2. Who asks is named by the row's column of States, else by that bracket, else by the body that recommends.
3. A row whose type says that it is no recommendation (a concern, an observation) is kept as text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.reading.actions import action_category
from tocsin.reading.asks.states import States, states
from tocsin.reading.tables import dates
from tocsin.reading.tables.grids import Cell, Grid, passage
from tocsin.reading.tables.vocabularies import Vocabulary
from tocsin.records.bounds import bounds
from tocsin.records.findings import Ask, Card, Finding, Party
from tocsin.records.texts import Text

BY = "table.recommendation"
"""The construction that a row's ask is found by."""

_NUMBER = re.compile(r"(?:[A-Z]\s*[-–.]\s*)?(?:\d{1,3}(?:\.\s?\d{1,3})*[.)]?\s+)?")
_MADE_BY = re.compile(r"\s*(?P<bracket>\((?P<states>[A-Z][^()]*(?:\([^()]*\)[^()]*)*)\)\s*)+[;.,\d*]*\s*$")
_ITEM = re.compile(r"^\s*[-–•]\s*")
_SERIAL = re.compile(r"[34]\d{4}")
_FIRST_DAY = date(1899, 12, 30)
"""Day nought of the serial numbers that spreadsheets give for dates."""


def is_one(grid: Grid) -> bool:
    """Say whether a table is of recommendations: a column of them, and one of whom they are made to."""
    return {"recommendation", "addressee"} <= {held.field for held in grid.columns.values()}


def read(text: Text, grid: Grid, catalogue: Catalogue, given: str | None) -> tuple[Card, tuple[Finding, ...]]:
    """Read the rows of a table of recommendations; its card is of the latest day on which one was published."""
    reader = _Rows(catalogue, text)
    findings: list[Finding] = [passage(cells, text, "heading") for cells in grid.heads]
    days_first = dates.day_first(cell.words for row in grid.rows for cell in row if _field(grid, cell) == "issued")
    latest: tuple[int, Cell, str] | None = None
    for cells in grid.rows:
        findings.append(passage(cells, text, "list-item"))
        by: dict[str, Cell] = {}
        for cell in cells:
            by.setdefault(_field(grid, cell), cell)
        findings += reader.ask(by)
        told = _day(by["issued"].words, days_first=days_first) if "issued" in by else None
        days = bounds(told)
        if told is not None and days is not None and (latest is None or days.earliest > latest[0]):
            latest = days.earliest, by["issued"], told
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.kind))
    title = grid.heads[0][0].words if len(grid.heads[0]) == 1 else None
    if given is not None:
        return Card(genre="review-report", title=title, issued=given, issued_basis="given"), tuple(findings)
    if latest is None:
        return Card(genre="review-report", title=title), tuple(findings)
    _number, cell, told = latest
    evidence = ((cell.start, cell.end),)
    card = Card(genre="review-report", title=title, issued=told, issued_basis="stated", evidence=evidence)
    return card, tuple(findings)


def _field(grid: Grid, cell: Cell) -> str:
    held = grid.columns.get(cell.column)
    return held.field if held else ""


def _day(words: str, *, days_first: bool | None) -> str | None:
    """Read a cell of a date, as spreadsheets number days too.

    >>> _day("42262", days_first=None)
    '2015-09-15'
    """
    if _SERIAL.fullmatch(words.strip()):
        return (_FIRST_DAY + timedelta(days=int(words))).isoformat()
    return dates.edtf(words, days_first=days_first)


class _Rows:
    """Reads rows; a name is looked up once."""

    def __init__(self, catalogue: Catalogue, text: Text) -> None:
        pairs = (pair.partition("=") for pair in catalogue.list("recommendation.response"))
        self._responses = {folded(name): status for name, _, status in pairs}
        self._states: States = states(catalogue)
        self._words = Vocabulary(catalogue)
        self._content = text.content
        self._named: dict[str, tuple[Party, ...]] = {}

    def ask(self, by: Mapping[str, Cell]) -> Iterator[Ask]:
        """Give the ask of a row; none where it says nothing, or that it is something else."""
        cell = by.get("recommendation")
        if cell is None or ("type" in by and "recommend" not in by["type"].words.casefold()):
            return
        start, end, bracket = _action(self._content, cell)
        if not any(char.isalpha() for char in self._content[start:end]):
            return
        askers = self._parties(by, "asker") or self._states.listed(bracket) or self._parties(by, "body")
        yield Ask(
            start=start,
            end=end,
            quote=self._content[start:end],
            by=BY,
            askers=askers,
            addressees=self._parties(by, "addressee"),
            force="recommend",
            status=self._responses.get(folded(_bare(by["response"].words))) if "response" in by else None,
            category=action_category(self._content[start:end]),
        )

    def _parties(self, by: Mapping[str, Cell], field: str) -> tuple[Party, ...]:
        cell = by.get(field)
        if cell is None:
            return ()
        if cell.words not in self._named:
            held = {party.id: party for piece in _pieces(cell.words) for party in self._one(piece)}
            self._named[cell.words] = tuple(held.values())
        return self._named[cell.words]

    def _one(self, piece: str) -> tuple[Party, ...]:
        """Read a name, or a list of States in one line; "Iran, Islamic Republic of" is one."""
        found = self._states.find(piece)
        if found is not None:
            return (Party(id=found, name=piece),)
        return self._states.listed(piece) or (self._words.actor(piece),)


def _pieces(words: str) -> Iterable[str]:
    """Give what stands in a cell line by line, or between semicolons, without dashes before it.

    >>> list(_pieces("- Veltria; - Ardesh"))
    ['Veltria', 'Ardesh']
    """
    return (bare for piece in re.split(r"[\n;]", words) if (bare := _bare(piece)))


def _bare(words: str) -> str:
    return _ITEM.sub("", words).strip()


def _action(content: str, cell: Cell) -> tuple[int, int, str]:
    """Give where the action stands in a cell, and the States that a bracket at its end names."""
    words = content[cell.start : cell.end]
    number = _NUMBER.match(words)
    first = number.end() if number else 0
    made = _MADE_BY.search(words, first)
    last = made.start() if made else len(words.rstrip(" \n;"))
    return cell.start + first, cell.start + max(first, last), made["states"] if made else ""
