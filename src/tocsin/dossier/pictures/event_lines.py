# SPDX-License-Identifier: Apache-2.0
"""The line of events: each where its day stands, with its number of voices; of very many, how many in a period."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tocsin.dossier.pictures.drawing import (
    BLUE,
    PURPLE,
    SKY,
    Fill,
    box,
    key,
    lettered,
    line,
    linked,
    svg,
    text,
)
from tocsin.linking.clusters import Cluster, said
from tocsin.records.bounds import FIRST, LAST, bounds
from tocsin.records.dates import worded

FILLS = (
    Fill(name="corroborated that it happened", colour=BLUE),
    Fill(name="not corroborated", colour=SKY, pattern="rising"),
    Fill(name="somebody denies it, or part of it", colour=PURPLE, pattern="crossed", letter="D"),
)
"""What an event may be; the number in a mark is that of the speakers who tell of it."""

Link = Callable[[str], str]
"""Gives the address of an event by its id, or of a period (`2023`, `2023-06`)."""

_WIDTH, _LEFT, _TOP, _ROW, _MARK = 960, 14, 84, 24, 26
_MOST, _DEEPEST = 120, 40
"""Events drawn one by one, and rows of them; of more, periods are drawn."""
_LONG_YEARS, _LONG_MONTHS = 2200, 62
"""Days of a window beyond which years, and months, are its periods."""
_TALL = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days that a picture shows, by number, both within."""

    first: int
    last: int

    @property
    def days(self) -> int:
        """How many days it holds."""
        return self.last - self.first + 1

    def at(self, day: int) -> float:
        """Give where a day begins."""
        return _LEFT + (_WIDTH - 2 * _LEFT) * (day - self.first) / self.days


def spread(event: Cluster) -> tuple[int, int] | None:
    """Give the first and last day on which an event may have been; an open end is left as one day."""
    days = bounds(event.when)
    if days is None or (days.earliest <= FIRST and days.latest >= LAST):
        return None
    first = days.latest if days.earliest <= FIRST else days.earliest
    return first, (first if days.latest >= LAST else days.latest)


def window(events: Iterable[Cluster]) -> Window | None:
    """Give the days that hold all dated events; None where none has a date."""
    spans = [span for event in events if (span := spread(event)) is not None]
    return Window(first=min(span[0] for span in spans), last=max(span[1] for span in spans)) if spans else None


def fill_of(event: Cluster) -> Fill:
    """Give the fill of an event."""
    if event.disputed_by:
        return FILLS[2]
    return FILLS[0] if event.corroborated else FILLS[1]


def periods(days: Window) -> tuple[str, ...]:
    """Give the periods of a window, in order: years, months or days, by how long it is.

    >>> periods(Window(first=date(2023, 11, 20).toordinal(), last=date(2024, 2, 1).toordinal()))
    ('2023-11', '2023-12', '2024-01', '2024-02')
    """
    first, last = date.fromordinal(days.first), date.fromordinal(days.last)
    if days.days > _LONG_YEARS:
        return tuple(f"{year:04}" for year in range(first.year, last.year + 1))
    if days.days > _LONG_MONTHS:
        start, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
        return tuple(f"{number // 12:04}-{number % 12 + 1:02}" for number in range(start, end + 1))
    return tuple((first + timedelta(days=number)).isoformat() for number in range(days.days))


def event_line(events: Sequence[Cluster], days: Window, *, picture: str = "events", link: Link | None = None) -> str:
    """Draw the dated events of a window as SVG.

    `picture` is a name that no other picture of the same page has; `link` makes marks and periods links.
    """
    shown = [(span, event) for event in events if (span := spread(event)) and _within(span, days)]
    shown.sort(key=lambda item: (item[0][0], item[0][1], item[1].id))
    if len(shown) > _MOST:
        parts, height = _bars([event for _span, event in shown], days, picture, link)
    else:
        parts, height = _marks(shown, days, picture, link)
    first, last = date.fromordinal(days.first).isoformat(), date.fromordinal(days.last).isoformat()
    title = f"Events told of, {worded(first)} to {worded(last)}"
    marks = "" if len(shown) > _MOST else " A mark's number is that of the speakers; pale: the day is not known."
    told = _counted(event for _, event in shown) + marks
    head = [text(_LEFT, 24, title, size=15, bold=True), text(_LEFT, 42, told, size=10)]
    head.append(key(_LEFT, 52, FILLS, picture=picture, step=170))
    return svg(
        picture,
        [*head, *parts],
        size=(_WIDTH, height),
        title=title,
        says=says(events, days),
        fills=FILLS,
        role="img" if link is None else "group",
    )


def says(events: Iterable[Cluster], days: Window) -> str:
    """Say in words what the picture shows."""
    held = [event for event in events if (span := spread(event)) and _within(span, days)]
    told = "; ".join(said(event) for event in held[:_MOST])
    more = f"; and {len(held) - _MOST} more" if len(held) > _MOST else ""
    return f"{_counted(held)} {told}{more}."


def _counted(events: Iterable[Cluster]) -> str:
    held = list(events)
    denied = sum(bool(event.disputed_by) for event in held)
    corroborated = sum(event.corroborated for event in held)
    told = f"{len(held)} event{'' if len(held) == 1 else 's'}; {corroborated} corroborated"
    return f"{told}, {denied} denied by somebody, in whole or in part."


def _within(span: tuple[int, int], days: Window) -> bool:
    return span[0] <= days.last and span[1] >= days.first


def _marks(
    shown: Sequence[tuple[tuple[int, int], Cluster]], days: Window, picture: str, link: Link | None
) -> tuple[list[str], float]:
    """Draw each event in the first row that has room for it."""
    ends: list[float] = []
    parts: list[str] = []
    for (first, last), event in shown:
        left = days.at(max(first, days.first))
        wide = max(float(_MARK), days.at(min(last, days.last) + 1) - left)
        left = min(left, _WIDTH - _LEFT - wide)
        row = next((number for number, end in enumerate(ends) if end + 2 <= left), len(ends))
        if row >= _DEEPEST:
            continue
        ends[row : row + 1] = [left + wide]
        parts.append(_mark(event, left, _TOP + _ROW * row, wide, picture, link, vague=last > first))
    foot = _TOP + _ROW * max(1, len(ends)) + 6
    return [*_axis(days, foot, link), *parts], foot + 30


def _mark(event: Cluster, left: float, top: float, wide: float, picture: str, link: Link | None, *, vague: bool) -> str:
    fill = fill_of(event)
    told = said(event) + (f"; denied by {', '.join(event.denied_by)}" if event.denied_by else "")
    told += f"; denied in part by {', '.join(event.denied_in_part_by)}" if event.denied_in_part_by else ""
    drawn = box(left, top, wide, 19, fill, picture=picture, tip=told, faint=vague)
    letter = f"{len(event.accounts)}{fill.letter}"
    drawn += lettered(left + min(wide, 60) / 2, top + 13.5, letter, size=10)
    return drawn if link is None else linked(drawn, link(event.id), says=told)


def _axis(days: Window, foot: float, link: Link | None) -> Iterator[str]:
    yield line(_LEFT, foot, _WIDTH - _LEFT, foot)
    named = periods(days)
    every = max(1, -(-len(named) * 52 // (_WIDTH - 2 * _LEFT)))
    for number, period in enumerate(named):
        held = bounds(period)
        assert held is not None
        left = days.at(max(held.earliest, days.first))
        yield line(left, foot, left, foot + 5)
        if number % every == 0:
            words = text(left + 2, foot + 17, _short(period), size=9.5)
            yield words if link is None else linked(words, link(period), says=f"only {worded(period)}")


def _bars(events: Sequence[Cluster], days: Window, picture: str, link: Link | None) -> tuple[list[str], float]:
    """Draw how many events begin in each period, by what they are."""
    named = periods(days)
    starts = [bounds(period) for period in named]
    counts = [[0, 0, 0] for _ in named]
    for event in events:
        span = spread(event)
        assert span is not None
        day = max(span[0], days.first)
        for number, period_days in enumerate(starts):
            if period_days is not None and period_days.earliest <= day <= period_days.latest:
                counts[number][FILLS.index(fill_of(event))] += 1
    foot = _TOP + _TALL + 18.0
    most = max(map(sum, counts))
    parts = list(_axis(days, foot, link))
    for number, (period, held) in enumerate(zip(named, counts, strict=True)):
        span_ = starts[number]
        if sum(held) and span_ is not None:
            left = days.at(max(span_.earliest, days.first))
            right = days.at(min(span_.latest, days.last) + 1)
            drawn = "".join(_stack(held, left, right, foot, most, picture))
            told = f"{worded(period)}: {sum(held)} events; " + ", ".join(
                f"{fill.name} {count}" for fill, count in zip(FILLS, held, strict=True) if count
            )
            parts.append(drawn if link is None else linked(drawn, link(period), says=told))
    return parts, foot + 30


def _stack(held: Sequence[int], left: float, right: float, foot: float, most: int, picture: str) -> Iterator[str]:
    top = foot
    wide = max(2.0, (right - left) * 0.86)
    for fill, count in zip(FILLS, held, strict=True):
        if count:
            tall = max(1.5, _TALL * count / most)
            top -= tall
            yield box(left + 1, top, wide, tall, fill, picture=picture, tip=f"{fill.name}: {count}")
    if wide > 14:
        yield text(left + 1 + wide / 2, top - 3, str(sum(held)), size=9, anchor="middle")


def _short(period: str) -> str:
    if len(period) == len("2023"):
        return period
    held = date.fromisoformat(period if len(period) > len("2023-06") else f"{period}-01")
    return f"{held:%b} {held:%Y}" if len(period) == len("2023-06") else f"{held.day} {held:%b}"
