# SPDX-License-Identifier: Apache-2.0
"""Needs as bars: for each standard how much of the need the recorded supplies meet, at least and at most."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from tocsin.dossier.pictures.drawing import FAINT, GREEN, PAPER, SKY, VERMILION, Fill, box, key, line, svg, text
from tocsin.records.plurals import counted
from tocsin.watch.needs import Need, Needs

MET = Fill(name="on record, at least", colour=GREEN)
MAYBE = Fill(name="on record, at most", colour=SKY, pattern="rising")
LACKING = Fill(name="not on record", colour=VERMILION, pattern="level")
UNKNOWN = Fill(name="unknown", colour=PAPER, pattern="dotted")
FILLS = (MET, MAYBE, LACKING, UNKNOWN)

_LEFT, _WIDE, _TOP, _ROW = 220, 400, 86, 46


def needs_bars(found: Needs, *, picture: str = "needs") -> str:
    """Draw needs as SVG: one bar a standard, its whole length the need at most.

    `picture` is a name that no other picture of the same page has.
    """
    title = f"Needs and recorded supplies, {found.place.name}"
    height = _TOP + _ROW * len(found.lines) + 26
    people = "an unknown number of" if found.population.amount is None else str(found.population.amount)
    parts = [
        text(10, 24, title, size=15, bold=True),
        text(10, 42, f"{_span(found)}, {people} people", size=10),
        key(10, 52, FILLS, picture=picture, step=150),
    ]
    for place, held in enumerate(found.lines):
        parts += _bar(held, _TOP + _ROW * place, picture)
    parts.append(line(10, height - 20, _LEFT + _WIDE + 120, height - 20, colour=FAINT, width=0.5))
    parts.append(
        text(
            10,
            height - 6,
            f"Recorded among {counted(found.searched.documents, 'document')}; "
            "stocks that none tells of are in no number.",
            size=9,
        )
    )
    return svg(picture, parts, size=(_LEFT + _WIDE + 130, height), title=title, says=says(found), fills=FILLS)


def says(found: Needs) -> str:
    """Say in words what the picture shows."""
    told = "; ".join(
        f"{held.standard.name}: needed {_or(held.need)} {held.standard.unit}, supplied {_or(held.supplied)}, "
        f"lacking {_or(held.lacking)}"
        for held in found.lines
    )
    return f"{_span(found)}. {told}."


def _or(value: object) -> str:
    return "unknown" if value is None else str(value)


def _span(found: Needs) -> str:
    first, last = date.fromordinal(found.first).isoformat(), date.fromordinal(found.last).isoformat()
    return f"{first} to {last}, {counted(found.days, 'day')}"


def _bar(held: Need, top: float, picture: str) -> Iterator[str]:
    yield text(10, top + 14, held.standard.name, size=10.5)
    yield text(10, top + 28, _or(held.need) + f" {held.standard.unit}", size=9)
    if held.need is None or held.supplied is None or not held.need.high:
        yield box(_LEFT, top, _WIDE, 20, UNKNOWN, picture=picture, tip=f"{held.standard.name}: unknown")
        yield text(_LEFT + _WIDE + 8, top + 14, "unknown", size=10)
        return
    least = _share(held.supplied.low, held.need.high)
    most = Fraction(1) if held.supplied.high is None or not held.need.low else _share(held.supplied.high, held.need.low)
    edge = float(_LEFT)
    for share, fill in ((least, MET), (most - least, MAYBE), (1 - most, LACKING)):
        if share > 0:
            width = float(share) * _WIDE
            yield box(edge, top, width, 20, fill, picture=picture, tip=f"{held.standard.name}: {fill.name}")
            edge += width
    low, high = f"{float(least) * 100:.0f}", f"{float(most) * 100:.0f}"
    yield text(
        _LEFT + _WIDE + 8, top + 14, f"{low} % on record" if low == high else f"{low}–{high} % on record", size=10
    )


def _share(part: Fraction, whole: Fraction) -> Fraction:
    return min(Fraction(1), part / whole) if whole else Fraction(1)
