# SPDX-License-Identifier: Apache-2.0
"""The access calendar: a row a month, a box a day, each state with its own pattern and letter, beside what it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from tocsin.dossier.pictures.drawing import (
    FAINT,
    GREEN,
    ORANGE,
    PAPER,
    PURPLE,
    VERMILION,
    Fill,
    box,
    key,
    lettered,
    line,
    linked,
    svg,
    text,
)
from tocsin.records.plurals import counted
from tocsin.records.times import month_end
from tocsin.watch.access_logs import AccessLog
from tocsin.watch.calendars import Stretch

FILLS = (
    Fill(name="open", colour=GREEN, letter="O"),
    Fill(name="restricted", colour=ORANGE, pattern="rising", letter="R"),
    Fill(name="contested", colour=PURPLE, pattern="crossed", letter="?"),
    Fill(name="closed", colour=VERMILION, pattern="level", letter="C"),
    Fill(name="unknown", colour=PAPER, pattern="dotted", letter=""),
)
"""Every state and how it is drawn; of a possible day the letter is small."""

_CELL, _LEFT, _TOP, _ROW = 20, 82, 92, 26
_NAMED = (1, 5, 10, 15, 20, 25, 30)
"""Days of the month that are named above the boxes."""

_MOST_MONTHS = 240
"""Months that one picture shows; a longer log is drawn from its last."""


def access_calendar(log: AccessLog, *, picture: str = "access", link: Callable[[Stretch], str] | None = None) -> str:
    """Draw a log as SVG; where it has no day, the picture says so.

    `picture` is a name that no other picture of the same page has; `link` makes the days of stretches links.
    """
    title = f"Access to {log.place.name}, day by day"
    months = _months(log)[-_MOST_MONTHS:]
    height = _TOP + _ROW * len(months) + 34
    width = _LEFT + _CELL * 31 + 14
    parts = [text(10, 24, title, size=15, bold=True), text(10, 42, _span(log), size=10)]
    parts.append(key(10, 50, FILLS, picture=picture, step=112))
    parts += [text(_LEFT + _CELL * (day - 0.5), _TOP - 5, str(day), size=9, anchor="middle") for day in _NAMED]
    for row, (year, month) in enumerate(months):
        parts += _month(log, (year, month), _TOP + _ROW * row, picture, link)
    parts.append(line(10, height - 24, width - 14, height - 24, colour=FAINT, width=0.5))
    parts.append(
        text(10, height - 9, f"Large letter on full colour: certain; small on pale: possible. {_among(log)}", size=9)
    )
    role = "img" if link is None else "group"
    return svg(picture, parts, size=(width, height), title=title, says=says(log), fills=FILLS, role=role)


def says(log: AccessLog) -> str:
    """Say in words what the picture shows: the days of each state, then every stretch in order.

    A stretch that differs from the one before it only in who tells it is not named again.
    """
    if not log.stretches:
        return f"Nobody among the {counted(log.searched.documents, 'document')} tells of {log.place.name}."
    counts = ", ".join(f"{one.state} {one.days}" for one in log.spent if one.days.high)
    runs = "; ".join(
        f"{_day(first)} to {_day(last)} {state}" if first != last else f"{_day(first)} {state}"
        for first, last, state in _runs(log)
    )
    return f"{_span(log)}. Days: {counts}. In order: {runs}. {_among(log)}"


def _among(log: AccessLog) -> str:
    return f"Told among {counted(log.searched.documents, 'document')}; a day of which none tells is unknown."


def _span(log: AccessLog) -> str:
    if log.first is None or log.last is None:
        return "no day is told of"
    return f"{_day(log.first)} to {_day(log.last)}, {counted(log.days, 'day')}"


def _day(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _runs(log: AccessLog) -> Iterator[tuple[int, int, str]]:
    run: tuple[int, int, str] | None = None
    for one in log.stretches:
        state = one.state if one.certain or one.state == "unknown" else f"possibly {one.state}"
        if run is not None and run[2] == state:
            run = run[0], one.last, state
        else:
            if run is not None:
                yield run
            run = one.first, one.last, state
    if run is not None:
        yield run


def _months(log: AccessLog) -> list[tuple[int, int]]:
    if log.first is None or log.last is None:
        return []
    first, last = date.fromordinal(log.first), date.fromordinal(log.last)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return [divmod(first.year * 12 + first.month - 1 + number, 12) for number in range(count)]


def _month(
    log: AccessLog, of: tuple[int, int], top: float, picture: str, link: Callable[[Stretch], str] | None
) -> Iterator[str]:
    year, month = of
    yield text(10, top + 14, f"{date(year, month + 1, 1):%b %Y}", size=11)
    first, last = date(year, month + 1, 1).toordinal(), month_end(year, month + 1).toordinal()
    for one in log.stretches:
        within = range(max(one.first, first), min(one.last, last) + 1)
        drawn = "".join(part for day in within for part in _box(one, day, _LEFT + _CELL * (day - first), top, picture))
        if drawn:
            yield drawn if link is None else linked(drawn, link(one), says=_tip(one, within[0]))


def _box(one: Stretch, day: int, left: float, top: float, picture: str) -> Iterator[str]:
    fill = next(fill for fill in FILLS if fill.name == one.state)
    yield box(left, top, _CELL, _CELL, fill, picture=picture, tip=_tip(one, day), faint=not one.certain)
    if fill.letter:
        size = 11 if one.certain else 7.5
        yield lettered(left + _CELL / 2, top + _CELL / 2 + size * 0.36, fill.letter, size=size)


def _tip(one: Stretch, day: int) -> str:
    told = ", ".join(f"{count} voice{'' if count == 1 else 's'}: {name}" for name, count in one.voices)
    return f"{_day(day)}: {one.state}" + (f" ({told})" if told else "")
