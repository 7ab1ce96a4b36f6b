# SPDX-License-Identifier: Apache-2.0
"""The risk matrix as a picture: a row a factor, a column a month, in each cell how many voices state something."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from tocsin.dossier.pictures.drawing import (
    FAINT,
    ORANGE,
    PAPER,
    YELLOW,
    Fill,
    box,
    key,
    lettered,
    line,
    linked,
    svg,
    text,
)
from tocsin.watch.matrices import TWO_VOICES, Cell

FILLS = (
    Fill(name="lit", colour=ORANGE, pattern="rising"),
    Fill(name="possibly lit", colour=YELLOW, pattern="dotted"),
    Fill(name="not lit", colour=PAPER),
)
"""What a cell may be. Its number is that of the voices that state something, "−" beside it that somebody denies."""

_OF = {"lit": FILLS[0], "possibly": FILLS[1], "dark": FILLS[2]}
_LEFT, _TOP, _WIDE, _ROW = 262, 104, 40, 26
MOST_MONTHS = 36
"""Months that one picture shows; of more, the last."""


def columns(found: Sequence[Cell]) -> tuple[str, ...]:
    """Give the months of cells in order, those between them too, the last of them where there are many."""
    held = {cell.month for cell in found}
    months = sorted(month for month in held if len(month) > len("2023"))
    if months:
        first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (months[0], months[-1]))
        held |= {f"{number // 12:04}-{number % 12 + 1:02}" for number in range(first, last + 1)}
    return tuple(sorted(held))[-MOST_MONTHS:]


def risk_matrix(
    found: Sequence[Cell],
    factors: Mapping[int, str],
    *,
    picture: str = "risk",
    link: Callable[[Cell], str] | None = None,
) -> str:
    """Draw the cells of one place as SVG; `factors` are the factors' short names by number.

    `picture` is a name that no other picture of the same page has; `link` makes cells links.
    """
    months = columns(found)
    shown = [cell for cell in found if cell.month in months]
    rows = sorted({cell.factor for cell in shown})
    place = found[0].named if found else "no place"
    title = f"What voices state that speaks to risk factors: {place}"
    width, height = max(640, _LEFT + _WIDE * len(months) + 20), _TOP + _ROW * len(rows) + 40
    parts = [text(10, 24, title, size=15, bold=True)]
    parts.append(text(10, 42, "In each cell, how many voices state something; − where somebody denies.", size=10))
    parts.append(key(10, 52, FILLS, picture=picture, step=120))
    parts += _months(months)
    for number, factor in enumerate(rows):
        top = _TOP + _ROW * number
        parts.append(text(10, top + 16, f"{factor} {factors.get(factor, '')}", size=10.5))
        parts.append(line(10, top + _ROW - 1, width - 10, top + _ROW - 1, colour=FAINT, width=0.4))
        for cell in shown:
            if cell.factor == factor:
                drawn = "".join(_cell(cell, _LEFT + _WIDE * months.index(cell.month), top, picture))
                parts.append(drawn if link is None else linked(drawn, link(cell), says=said(cell)))
    parts.append(text(10, height - 12, "Lit: at least two voices, in more than one text, state something.", size=9))
    role = "img" if link is None else "group"
    return svg(picture, parts, size=(width, height), title=title, says=says(shown), fills=FILLS, role=role)


def says(found: Sequence[Cell]) -> str:
    """Say in words what the picture shows."""
    told = "; ".join(said(cell) for cell in found if cell.lit != "dark") or "no cell is lit"
    return f"The rule: {TWO_VOICES}. {told}."


def said(cell: Cell) -> str:
    """Say what a cell holds, never that it is so."""
    count = len(cell.voices)
    lit = {"lit": "lit", "possibly": "possibly lit", "dark": "not lit"}[cell.lit]
    denied = f", denied by {'; '.join(cell.by('denies'))}" if cell.by("denies") else ""
    states = "voice states" if count == 1 else "voices state"
    texts = f"{len(cell.documents)} text{'' if len(cell.documents) == 1 else 's'}"
    return f"factor {cell.factor}, {cell.month}: {lit}, {count or 'no'} {states} ({texts}){denied}"


def mark(cell: Cell) -> str:
    """Give the sign of a cell: how many voices state, and whether somebody denies."""
    return f"{len(cell.voices)}{'−' if cell.by('denies') else ''}"


def _cell(cell: Cell, left: float, top: float, picture: str) -> Iterator[str]:
    yield box(left + 1, top, _WIDE - 2, _ROW - 3, _OF[cell.lit], picture=picture, tip=said(cell))
    yield lettered(left + _WIDE / 2, top + 16, mark(cell), size=11)


def _months(months: Sequence[str]) -> Iterator[str]:
    """Name the columns: each month, its year where it begins."""
    year = ""
    for number, month in enumerate(months):
        left = _LEFT + _WIDE * number
        if month[:4] != year:
            year = month[:4]
            yield text(left + 2, _TOP - 20, year, size=10, bold=True)
        yield text(left + _WIDE / 2, _TOP - 6, month[5:] or "year", size=9.5, anchor="middle")
