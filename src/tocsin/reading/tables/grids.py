# SPDX-License-Identifier: Apache-2.0
"""A grid: the cells of a table in rows, and which column of the catalogue each stands in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.catalogue.rows import Column
from tocsin.records.findings import Passage
from tocsin.records.texts import Text

_CELL = re.compile(r"(?P<column>[A-Z]+)(?P<row>\d+)")
_TAG = re.compile(r"\s*#\s*(?P<tag>[A-Za-z]\w*)(?P<attributes>(?:\s*\+\s*[A-Za-z]\w*)*)\s*")
_NUMBER_OF = re.compile(r"^(?:(?:total |the )?(?:number|no\.?|nr\.?|#) of |total |count of )", re.IGNORECASE)
_TABLES = {"text/csv", "application/json"}
_LOOKED_AT = 25
"""Rows among which the hashtags or the headings stand.

Source: HXL standard 1.1: the hashtag row is within the first 25 rows.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What stands in a cell; `start`/`end` are the text's, `words` are free of doubled quotation marks."""

    column: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """`columns` by letter; `heads` are the rows of headings and hashtags, `rows` those of data, each never empty."""

    columns: Mapping[str, Column]
    heads: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]


def grid(text: Text, catalogue: Catalogue) -> Grid | None:
    """Lay a table out; None where its columns say neither what was when or where, nor what is recommended to whom.

    Hashtags outweigh headings: where a row of them stands, the headings above are not read.
    """
    if text.media_type not in _TABLES:
        return None
    rows = _rows(text)
    for number, row in enumerate(rows[:_LOOKED_AT]):
        if sum(cell.words.startswith("#") for cell in row) * 2 > len(row):
            return _laid_out(_tagged(row, catalogue), rows, number)
    headings = {folded(heading): held for held in catalogue.columns.values() for heading in held.headings}
    for number, row in enumerate(rows[:_LOOKED_AT]):
        found = {cell.column: held for cell in row if (held := headings.get(heading(cell.words)))}
        if len(found) > 1:
            return _laid_out(found, rows, number)
    return None


def heading(words: str) -> str:
    """Fold a heading as the catalogue's rows have it.

    >>> heading("Number of Trucks")
    'trucks'
    """
    return folded(_NUMBER_OF.sub("", words.replace("_", " ").strip()))


def passage(cells: Sequence[Cell], text: Text, role: str) -> Passage:
    """Make a row a passage of a role."""
    start, end = cells[0].start, cells[-1].end
    return Passage(start=start, end=end, quote=text.content[start:end], by=f"passage.{role}", role=role)


def _laid_out(columns: Mapping[str, Column], rows: Sequence[tuple[Cell, ...]], number: int) -> Grid | None:
    fields = {held.field for held in columns.values()}
    if {"recommendation", "addressee"} <= fields:
        return Grid(columns=columns, heads=tuple(rows[: number + 1]), rows=tuple(rows[number + 1 :]))
    if not fields & {"date", "from", "to"} or not fields - {"date", "from", "to", "reported", "note", "source"}:
        return None
    return Grid(columns=columns, heads=tuple(rows[: number + 1]), rows=tuple(rows[number + 1 :]))


def _rows(text: Text) -> list[tuple[Cell, ...]]:
    rows: dict[int, list[Cell]] = {}
    for origin in text.origins:
        match = _CELL.fullmatch(origin.part or "")
        if match is not None:
            words = text.content[origin.start : origin.end].replace('""', '"')
            rows.setdefault(int(match["row"]), []).append(
                Cell(column=match["column"], start=origin.start, end=origin.end, words=words)
            )
    return [tuple(cells) for _number, cells in sorted(rows.items())]


def _tagged(row: Sequence[Cell], catalogue: Catalogue) -> dict[str, Column]:
    """Find each hashtag's column: the one whose own hashtag has most of its attributes and no other."""
    known = [(*parts, held) for held in catalogue.columns.values() for tag in held.tags if (parts := _parts(tag))]
    found: dict[str, Column] = {}
    for cell in row:
        parts = _parts(cell.words)
        if parts is None:
            continue
        tag, attributes = parts
        fitting = [(len(theirs), held) for name, theirs, held in known if name == tag and theirs <= attributes]
        if fitting:
            found[cell.column] = max(fitting, key=lambda item: (item[0], item[1].id))[1]
    return found


def _parts(hashtag: str) -> tuple[str, frozenset[str]] | None:
    match = _TAG.fullmatch(hashtag)
    if match is None:
        return None
    names = (name.strip().lower() for name in match["attributes"].split("+"))
    return match["tag"].lower(), frozenset(name for name in names if name)
