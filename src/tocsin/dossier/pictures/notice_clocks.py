# SPDX-License-Identifier: Apache-2.0
"""Notice clocks: for each body, or each ask, the days from the first ask to the first answer, or to the day."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.dossier.pictures.drawing import FAINT, GREEN, ORANGE, SKY, Fill, box, key, line, linked, svg, text
from tocsin.records.bounds import FIRST, LAST, Bounds
from tocsin.watch.notices import Notice

WAITING = Fill(name="no answer recorded", colour=ORANGE, pattern="rising")
ANSWERED = Fill(name="until the first answer", colour=GREEN)
NOT_ASKED = Fill(name="addressed, asked nothing", colour=SKY, pattern="dotted")
FILLS = (WAITING, ANSWERED, NOT_ASKED)

_LEFT, _WIDE, _TOP, _ROW, _RIGHT = 250, 540, 86, 26, 170
_LABEL = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One row: from when to when, whether an answer ended it, the days in words, the days of the texts beside it.

    `asked` is false of a body that texts address and ask nothing: it has nothing to answer.
    """

    label: str
    since: Bounds | None
    until: Bounds | None
    answered: bool
    days: str
    marks: tuple[int, ...] = ()
    address: str = ""
    asked: bool = True


def runs(notices: Sequence[Notice], address: Callable[[Notice], str] | None = None) -> tuple[Run, ...]:
    """Make a row of each body: from the first ask, or the first text, to the first answer, or the day."""
    return tuple(_of_body(notice, address(notice) if address else "") for notice in notices)


def ask_runs(notice: Notice, address: Callable[[str], str] | None = None) -> tuple[Run, ...]:
    """Make a row of each ask of one body."""
    day = notice.on.toordinal()
    return tuple(
        Run(
            label=clock.row.finding.quote,
            since=clock.since,
            until=clock.answer.day if clock.answer else Bounds(earliest=day, latest=day),
            answered=clock.answer is not None,
            days=str(clock.days or "a time not known"),
            address=address(clock.row.row.finding) if address else "",
        )
        for clock in notice.asks
    )


def _of_body(notice: Notice, address: str) -> Run:
    asked = [clock.since for clock in notice.asks if clock.since is not None]
    since = min(asked, key=lambda day: day.earliest, default=notice.first)
    answers = [clock.answer.day for clock in notice.asks if clock.answer is not None and clock.answer.day is not None]
    day = notice.on.toordinal()
    until = min(answers, key=lambda held: held.earliest, default=Bounds(earliest=day, latest=day))
    marks = {step.day.earliest for step in notice.steps if step.day is not None and step.day.earliest > FIRST}
    return Run(
        label=notice.whom.name,
        since=since,
        until=until,
        answered=bool(answers),
        days=str(notice.days or "a time not known"),
        marks=tuple(sorted(marks)),
        address=address,
        asked=bool(notice.asks),
    )


def notice_clock(rows: Sequence[Run], *, title: str, on: date, picture: str = "notice") -> str:
    """Draw rows as SVG up to a day; a row whose days are known only within bounds is pale where they are not.

    `picture` is a name that no other picture of the same page has.
    """
    known = [row.since.earliest for row in rows if row.since and row.since.earliest > FIRST]
    first, last = min(known, default=on.toordinal()), on.toordinal()
    axis = _Axis(first=first, last=max(last, first + 1))
    height = _TOP + _ROW * len(rows) + 40
    parts = [text(10, 24, title, size=15, bold=True)]
    parts.append(text(10, 42, f"To {on.isoformat()}; a small stroke is a text that addresses the body.", size=10))
    parts.append(key(10, 52, FILLS, picture=picture, step=170))
    for place, row in enumerate(rows):
        drawn = "".join(_row(row, axis, _TOP + _ROW * place, picture))
        parts.append(linked(drawn, row.address, says=_said(row)) if row.address else drawn)
    parts += _scale(axis, height - 30)
    role = "group" if any(row.address for row in rows) else "img"
    size = _LEFT + _WIDE + _RIGHT, height
    return svg(picture, parts, size=size, title=title, says=says(rows, on=on), fills=FILLS, role=role)


def says(rows: Sequence[Run], *, on: date) -> str:
    """Say in words what the picture shows."""
    return f"To {on.isoformat()}. {'; '.join(map(_said, rows)) or 'Nobody is addressed'}."


def _said(row: Run) -> str:
    if not row.asked:
        return f"{_cut(row.label, 90)}: asked nothing; addressed first {row.days} ago"
    return f"{_cut(row.label, 90)}: {'answered after' if row.answered else 'no answer recorded for'} {row.days}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    first: int
    last: int

    def at(self, day: int) -> float:
        held = min(max(day, self.first), self.last)
        return _LEFT + _WIDE * (held - self.first) / (self.last - self.first)


def _row(row: Run, axis: _Axis, top: float, picture: str) -> Iterator[str]:
    yield text(10, top + 13, _cut(row.label, _LABEL), size=10.5)
    right = _LEFT + _WIDE + 8
    if row.since is None or row.until is None or row.since.latest >= LAST:
        yield text(right, top + 13, row.days, size=10)
        return
    fill = ANSWERED if row.answered else WAITING if row.asked else NOT_ASKED
    begun, sure = axis.at(row.since.earliest), axis.at(row.since.latest)
    ended, most = axis.at(row.until.earliest), axis.at(row.until.latest)
    tip = _said(row)
    if sure - begun > 1:
        yield box(begun, top, sure - begun, 16, fill, picture=picture, tip=f"{tip} (begun at latest here)", faint=True)
    yield box(sure, top, max(2.0, ended - sure), 16, fill, picture=picture, tip=tip)
    if most - ended > 1:
        yield box(ended, top, most - ended, 16, fill, picture=picture, tip=f"{tip} (at most)", faint=True)
    for mark in row.marks:
        if axis.first <= mark <= axis.last:
            yield line(axis.at(mark), top - 3, axis.at(mark), top + 19, width=1.2)
    yield text(right, top + 13, row.days, size=10)


def _scale(axis: _Axis, foot: float) -> Iterator[str]:
    yield line(_LEFT, foot, _LEFT + _WIDE, foot, colour=FAINT)
    for part in range(5):
        day = axis.first + (axis.last - axis.first) * part // 4
        anchor = "end" if part == 4 else "start" if part == 0 else "middle"
        yield line(axis.at(day), foot, axis.at(day), foot + 5)
        yield text(axis.at(day), foot + 18, date.fromordinal(day).isoformat(), size=9, anchor=anchor)


def _cut(words: str, most: int) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"
