# SPDX-License-Identifier: Apache-2.0
"""Timelines: how much was told, warned, asked and answered, month by month, a lane for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil

from tocsin.dossier.pictures.drawing import BLUE, FAINT, GREEN, ORANGE, VERMILION, Fill, box, line, svg, text
from tocsin.records.dates import worded

FILLS = (
    Fill(name="told of", colour=BLUE),
    Fill(name="warned", colour=VERMILION, pattern="rising"),
    Fill(name="asked", colour=ORANGE, pattern="level"),
    Fill(name="answered", colour=GREEN, pattern="crossed"),
)
"""The lanes of a timeline, in order."""

_LEFT, _WIDE, _TOP, _LANE = 96, 620, 44, 62
_LABEL = 44
"""What the name of a month takes under the lanes."""
_MOST = 48
"""Months that are drawn one by one; of a longer time the years are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """Counts by period (`2023-06`, or `2023` where the time is long), of every lane, in order of time."""

    periods: tuple[str, ...]
    counts: Mapping[str, tuple[int, ...]]
    undated: Mapping[str, int]

    @property
    def rows(self) -> Iterable[tuple[str, tuple[int, ...]]]:
        """The periods in which anything is, each with its counts in the order of the lanes."""
        for number, period in enumerate(self.periods):
            held = tuple(self.counts[fill.name][number] for fill in FILLS)
            if any(held):
                yield period, held


def lanes(days: Mapping[str, Iterable[str | None]], *, since: str = "") -> Lanes:
    """Count EDTF dates by lane and month; what is dated to a year alone is counted in its first month.

    What began before the month `since` is counted in that month, so that one old date does not press all else together.

    >>> lanes({"asked": ("2023-06-01", "2023-06~", None)}).counts["asked"]
    (2,)
    """
    held: dict[str, Counter[str]] = {}
    undated = {}
    for fill in FILLS:
        months = [month and max(month, since) for month in (_month(day) for day in days.get(fill.name, ()))]
        held[fill.name] = Counter(month for month in months if month)
        undated[fill.name] = months.count("")
    known = sorted({month for counts in held.values() for month in counts})
    if not known:
        return Lanes(periods=(), counts={fill.name: () for fill in FILLS}, undated=undated)
    periods = _between(known[0], known[-1])
    width = 7
    if len(periods) > _MOST:
        periods, width = tuple(str(year) for year in range(int(known[0][:4]), int(known[-1][:4]) + 1)), 4
    counts = {}
    for name, found in held.items():
        cut: Counter[str] = Counter()
        for month, number in found.items():
            cut[month[:width]] += number
        counts[name] = tuple(cut[period] for period in periods)
    return Lanes(periods=periods, counts=counts, undated=undated)


def _month(edtf: str | None) -> str:
    told = edtf or ""
    begin, _, end = told.partition("/")
    point = (begin if begin not in ("", "..") else end).rstrip("~?%")
    if not point[:4].isdigit():
        return ""
    month = point[5:7]
    return f"{point[:4]}-{month if month.isdigit() and 1 <= int(month) <= 12 else '01'}"


def _between(first: str, last: str) -> tuple[str, ...]:
    start, end = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (first, last))
    return tuple(f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end + 1))


def timeline(held: Lanes, *, title: str, picture: str = "timeline") -> str:
    """Draw counts as SVG: a bar a period in every lane, its number above it."""
    height = _TOP + _LANE * len(FILLS) + 46
    step = _WIDE / max(1, len(held.periods))
    parts = [text(10, 22, title, size=14, bold=True)]
    for place, fill in enumerate(FILLS):
        parts += _lane(fill, held, _TOP + _LANE * (place + 1), step, picture)
    foot = _TOP + _LANE * len(FILLS)
    every = max(1, ceil(_LABEL / step))
    for number, period in enumerate(held.periods):
        if number % every == 0:
            left = _LEFT + step * number
            parts.append(line(left, foot, left, foot + 5, colour=FAINT))
            parts.append(text(left + 2, foot + 17, _short(period), size=9.5))
    parts.append(
        text(
            10,
            height - 8,
            "Each lane has its own scale; the numbers count events, passages that warn, and asks.",
            size=9,
        )
    )
    return svg(picture, parts, size=(_LEFT + _WIDE + 14, height), title=title, says=says(held), fills=FILLS)


def _lane(fill: Fill, held: Lanes, foot: float, step: float, picture: str) -> Iterable[str]:
    counts, undated = held.counts[fill.name], held.undated.get(fill.name, 0)
    yield text(10, foot - 20, fill.name, size=11, bold=True)
    yield text(10, foot - 6, f"{sum(counts):,}{f' + {undated:,} undated' if undated else ''}", size=10)
    yield line(_LEFT, foot, _LEFT + _WIDE, foot, colour=FAINT, width=0.7)
    most = max(counts, default=0)
    for number, count in enumerate(counts):
        if count:
            tall = max(3.0, 34 * count / most)
            left, wide = _LEFT + step * number + step * 0.12, step * 0.76
            yield box(left, foot - tall, wide, tall, fill, picture=picture, tip=f"{fill.name}: {count}")
            yield text(left + wide / 2, foot - tall - 3, str(count), size=9, anchor="middle")


def _short(period: str) -> str:
    return period if len(period) == len("2023") else f"{worded(period)[:3]} ’{period[2:4]}"


def says(held: Lanes) -> str:
    """Say in words what the picture shows."""
    told = "; ".join(
        f"{worded(period)}: "
        + ", ".join(f"{fill.name} {count}" for fill, count in zip(FILLS, counts, strict=True) if count)
        for period, counts in held.rows
    )
    undated = ", ".join(f"{name} {count}" for name, count in held.undated.items() if count)
    return f"{told or 'Nothing with a date'}." + (f" Without a date: {undated}." if undated else "")
