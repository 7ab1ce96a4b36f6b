# SPDX-License-Identifier: Apache-2.0
"""Tables: a CSV file's own text to the character, each cell an origin that goes by its name in a spreadsheet (B12)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from tocsin.records.problems import Problem
from tocsin.records.texts import Origin
from tocsin.sources import plain
from tocsin.sources.extracts import Extract

_DELIMITERS = ",;\t|"
_LOOKED_AT = 20
"""Lines by which the delimiter is told."""

MOST_CELLS = 2_000_000
"""Cells of one file beyond which it is refused: its origins would no longer fit in memory."""


def read(data: bytes, where: str = "table.csv") -> Extract | Problem:
    r"""Read a table; a cell's origin covers what stands in it, without its quotation marks.

    >>> extract = read(b'date,status\n2025-03-01,"closed, again"\n')
    >>> assert isinstance(extract, Extract)
    >>> [(cell.part, extract.text.content[cell.start : cell.end]) for cell in extract.text.origins]
    [('A1', 'date'), ('B1', 'status'), ('A2', '2025-03-01'), ('B2', 'closed, again')]
    """
    extract = plain.read(data, where)
    if isinstance(extract, Problem):
        return extract
    content = extract.text.content
    origins: list[Origin] = []
    for number, cells in enumerate(_rows(content, delimiter(content)), 1):
        held = [
            Origin(start=start, end=end, offset=start, part=f"{column(place)}{number}")
            for place, (start, end) in enumerate(cells)
            if start < end
        ]
        origins += held
        if len(origins) > MOST_CELLS:
            message = f"more than {MOST_CELLS:,} cells; split it by years or places"
            return Problem(where=where, code="too-many-cells", message=message)
    text = replace(extract.text, version="csv/1", media_type="text/csv", origins=tuple(origins))
    return replace(extract, text=text)


def delimiter(content: str) -> str:
    r"""Tell what stands between cells: the sign that most of the first lines have, equally often.

    >>> delimiter("datum;stand\n1,5;zu\n"), delimiter("one column")
    (';', ',')
    """
    lines = [line for line in content.splitlines()[: 4 * _LOOKED_AT] if line.strip()][:_LOOKED_AT]
    found = {}
    for sign in _DELIMITERS:
        counts = Counter(re.sub(r'"[^"]*"', "", line).count(sign) for line in lines)
        number, lines_with = max(counts.items(), key=lambda item: (item[0] > 0, item[1], item[0]), default=(0, 0))
        found[sign] = (lines_with if number else 0, number)
    best = max(_DELIMITERS, key=lambda sign: (found[sign], -_DELIMITERS.index(sign)))
    return best if found[best][0] else ","


def column(place: int) -> str:
    """Name a column as spreadsheets do, from 0.

    >>> column(0), column(25), column(26), column(701), column(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    name = ""
    place += 1
    while place:
        place, letter = divmod(place - 1, 26)
        name = chr(65 + letter) + name
    return name


def _rows(content: str, sign: str) -> Iterator[list[tuple[int, int]]]:
    """Give the spans of each row's cells; a cell in quotation marks may hold the delimiter and line ends."""
    cell = re.compile(
        rf'[ ]*"(?P<quoted>[^"]*(?:""[^"]*)*)"[^\r\n{re.escape(sign)}]*|(?P<bare>[^\r\n{re.escape(sign)}]*)'
    )
    at = 1 if content.startswith("\ufeff") else 0
    row: list[tuple[int, int]] = []
    while at <= len(content):
        match = cell.match(content, at)
        assert match is not None  # the bare form matches nothing at all
        start, end = match.span("quoted" if match["quoted"] is not None else "bare")
        row.append(_trimmed(content, start, end))
        at = match.end()
        if at < len(content) and content[at] == sign:
            at += 1
            continue
        yield row
        row = []
        if at >= len(content):
            return
        at += 2 if content.startswith("\r\n", at) else 1
        if at == len(content):
            return


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    piece = content[start:end]
    kept = piece.strip()
    if not kept:
        return start, start
    begins = start + len(piece) - len(piece.lstrip())
    return begins, begins + len(kept)
