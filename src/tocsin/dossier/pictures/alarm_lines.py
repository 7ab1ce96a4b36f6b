# SPDX-License-Identifier: Apache-2.0
"""Alarm lines: when each alarm rang and until when, row by row over the days, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tocsin.dossier.pictures.drawing import FAINT, Fill, box, key, line, svg, text
from tocsin.watch.alarms import Ring

FILLS = (
    Fill(name="rang", colour="#0072b2", pattern="plain", letter=""),
    Fill(name="the first day known within bounds only", colour="#56b4e9", pattern="rising", letter="?"),
)
"""How a ring is filled; colours told apart by the colour-blind, patterns where there is no colour."""

_LEFT, _WIDE, _TOP, _ROW = 230.0, 640.0, 84.0, 26.0


def alarm_line(rings: Sequence[Ring], first: int, last: int, *, picture: str = "alarms") -> str:
    """Draw rings between two days (day numbers, both within), one row an alarm and subject."""
    scale = _WIDE / max(1, last - first)
    rows = sorted(rings, key=lambda ring: (ring.day.earliest, ring.alarm, ring.subject))
    height = _TOP + _ROW * len(rows) + 44
    title = f"Alarms, {_day(first)} to {_day(last)}"
    parts = [text(10, 24, title, size=15, bold=True)]
    parts.append(
        text(10, 42, "A bar runs from the day an alarm rang until what it rang for ended, or to the end.", size=10)
    )
    parts.append(key(10, 52, FILLS, picture=picture, step=170))
    for number, ring in enumerate(rows):
        top = _TOP + _ROW * number
        begun = max(first, ring.day.earliest)
        ended = min(last, ring.until.latest) if ring.until is not None else last
        sure = ring.day.earliest == ring.day.latest
        wide = max(6.0, (ended - begun) * scale)
        left = min(_LEFT + (begun - first) * scale, _LEFT + _WIDE - 6)
        parts.append(text(10, top + 14, _cut(f"{ring.alarm}: {ring.subject}"), size=10.5))
        parts.append(box(left, top + 2, wide, 16, FILLS[0 if sure else 1], picture=picture, tip=_said(ring)))
        parts.append(line(10, top + _ROW - 3, _LEFT + _WIDE, top + _ROW - 3, colour=FAINT, width=0.4))
    for mark in range(5):
        at = first + (last - first) * mark // 4
        anchor = "end" if mark == 4 else "start"
        parts.append(text(_LEFT + (at - first) * scale, height - 18, _day(at), size=9.5, anchor=anchor))
    size = _LEFT + _WIDE + 20, height
    return svg(picture, parts, size=size, title=title, says=says(rows), fills=FILLS)


def says(rings: Sequence[Ring]) -> str:
    """Say in words what the picture shows."""
    return "; ".join(map(_said, rings)) or "No alarm rang."


def _said(ring: Ring) -> str:
    about = "" if ring.day.earliest == ring.day.latest else f" to {_day(ring.day.latest)}"
    until = f", until {_day(ring.until.latest)}" if ring.until is not None else ""
    return f"{_day(ring.day.earliest)}{about}{until}: {ring.alarm}, {ring.subject}"


def _day(number: int) -> str:
    return date.fromordinal(number).isoformat() if 1 <= number < date.max.toordinal() else "a time not known"


def _cut(words: str) -> str:
    return words if len(words) <= 40 else words[:39] + "…"
