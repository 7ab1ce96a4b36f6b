# SPDX-License-Identifier: Apache-2.0
"""Mentions resolved: each given its value by its own words, the text before it and the day of issue.

Rules, in the order they are tried for a date without a year: the date it is joined to ("28 June to 3 July 2023"); the
last date told just before it; the day of issue (nearest before it, or after it where the words look ahead); any date
told earlier; the first date told later. A mention that none of these resolves is left out: it has no value.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from tocsin.reading.patterns import late
from tocsin.reading.times.ahead import WAS, looks_ahead
from tocsin.reading.times.lengths import iso
from tocsin.reading.times.mentions import (
    Day,
    Fixed,
    Lasting,
    Mention,
    Partial,
    Shifted,
    Then,
    Turn,
    Value,
    Weekday,
    WeekOf,
)
from tocsin.reading.times.reckoning import days_to, in_month, moved, season, week
from tocsin.reading.times.years import narrowed
from tocsin.records.times import BadTime, add, month_end, parse, spell

_PAST = late(r"\b(?:was|were|had|did|[a-z]{3,}ed|came|left|fell|told|met|held|took|shot|went|said)\b")
_AT_HAND = 7
"""Days by which a day told by its number alone lies sooner ahead than a month back."""
_JOINED = late(r"\s*(?:,|and|to|until|till|through|or|&|[-–—])\s*(?:on\s+|in\s+|the\s+)?(?:and\s+)?$", re.IGNORECASE)
_MEANT = late(r"\bto\s+\w+(?:\s+on|\s+by|\s+until)?\s*$")
_NUMBERED = late(r"\((\d{4})\)\s+of\s+$")
_LONG = 10
"""How long the EDTF of a day is."""
_NEAR = 220
"""Code points within which a date told before outweighs the day of issue."""
_OPENING = 24
"""Code points from a line's start to a date that opens its paragraph, or to that date's end."""
_FAR = timedelta(days=550)
_YEAR = 364
_SOON = timedelta(days=31)


class Resolved(NamedTuple):
    """A mention with its EDTF or ISO duration; `told` is the day it puts the tale at, None where it puts it nowhere.

    `ahead`: the words look forward, so it need not lie before the issue. `sure`: the year is not a mere guess.
    """

    mention: Mention
    edtf: str
    first: date | None
    last: date | None
    ahead: bool
    sure: bool = True


@dataclass(slots=True)
class _State:
    issue: date | None
    rough: bool
    """Whether the issue is known to the month or worse."""
    bound: date | None = None
    """The day before which the text was not issued, where no more is known of the issue."""
    told: date | None = None
    told_last: date | None = None
    """The last day of what was told: a tale goes on from there."""
    told_at: int = -1
    told_block: int | None = None
    told_loosely: bool = False
    """Whether the date told last is only so many weeks or more ago, from which no single day is reckoned back."""
    anchor: date | None = None
    anchor_at: int = -1
    anchor_block: int | None = None
    anchor_exact: bool = False
    anchor_whole: bool = False
    year: int | None = None
    year_at: int = -1
    any_year: int | None = None
    guessed: bool = False


def resolve(content: str, mentions: Sequence[Mention], issued: str | None) -> list[Resolved]:
    """Resolve the mentions of a view, in order; `issued` is EDTF or None where nobody knows."""
    state = _start(issued, mentions)
    found: list[Resolved] = []
    for index, mention in enumerate(mentions):
        ahead = looks_ahead(content, mention)
        state.guessed = False
        edtf = _value(content, mentions, index, state, ahead=ahead)
        if edtf is None:
            continue
        if state.guessed and edtf[-1:].isdecimal() and "/" not in edtf:
            edtf += "?"
        resolved = Resolved(mention, edtf, *_bounds(edtf), ahead, not state.guessed)
        found.append(resolved)
        if not state.guessed:
            _tell(state, resolved)
    return found


def _start(issued: str | None, mentions: Sequence[Mention]) -> _State:
    issue: date | None = None
    bound: date | None = None
    rough = False
    if issued:
        interval = parse(issued)
        bound = interval.start_earliest if interval.end_latest is None else None
        rough = interval.approximate or interval.start_earliest != interval.end_latest
        if rough and interval.end_latest and interval.start_earliest:
            issue = interval.start_earliest + (interval.end_latest - interval.start_earliest) / 2
        elif not rough:
            issue = interval.start_earliest
    state = _State(issue, rough, bound)
    for mention in mentions:
        if isinstance(mention.value, Fixed) and mention.by != "time.decade":
            state.any_year = int(re.sub("X", "0", mention.value.edtf[:4]))
            break
    return state


def _bounds(edtf: str) -> tuple[date | None, date | None]:
    if edtf.startswith("P"):
        return None, None
    if len(edtf) == 10 and edtf.isascii() and edtf[:4].isdigit() and "/" not in edtf:
        day = date.fromisoformat(edtf)
        return day, day
    if len(edtf) == 4 and edtf.isdecimal():
        return date(int(edtf), 1, 1), date(int(edtf), 12, 31)
    plain = re.sub("[~?%]", "", edtf)
    try:
        interval = parse(plain)
    except BadTime:
        return None, None
    return interval.earliest, interval.latest


def _tell(state: _State, resolved: Resolved) -> None:
    mention, first, last = resolved.mention, resolved.first, resolved.last
    if first is None or last is None or mention.by in ("time.decade", "time.century"):
        return
    span = last - first
    if span.days < 367 and not mention.attributive:
        state.year, state.year_at = first.year, mention.end
    exact = span.days < 32
    stale = state.anchor is None or not state.anchor_exact or mention.start - state.anchor_at > 2 * _NEAR
    named = mention.attributive and state.anchor is not None and state.anchor_block == mention.block
    if isinstance(mention.value, Fixed | Partial) and (exact or stale) and not named:
        state.anchor, state.anchor_at, state.anchor_block = first, mention.end, mention.block
        state.anchor_exact, state.anchor_whole = span.days == 0, span.days >= _YEAR
    if span.days < 32 and not mention.attributive and not resolved.ahead:
        state.told, state.told_at, state.told_block = first, mention.end, mention.block
        state.told_last = last if mention.by == "time.day-range" else first
        state.told_loosely = isinstance(mention.value, Shifted) and not mention.value.told and mention.value.unit != "D"


def _value(  # noqa: PLR0911 - one return a kind
    content: str, mentions: Sequence[Mention], index: int, state: _State, *, ahead: bool
) -> str | None:
    value: Value = mentions[index].value
    match value:
        case Fixed():
            return value.edtf
        case Lasting():
            return value.iso
        case Partial():
            return _partial(content, mentions, index, value, state, ahead=ahead)
        case WeekOf():
            return _week_of(content, mentions, index, value, state, ahead=ahead)
        case Weekday():
            return _weekday(content, mentions, index, value, state, ahead=ahead)
        case Day():
            return _day(content, value, state, mentions[index], ahead=ahead or _meant(content, mentions[index]))
        case Turn():
            return _turn(value, state, mentions[index])
        case Shifted():
            return _apposed(content, mentions, index, state) or _shifted(value, state, mentions[index])
        case Then():
            near = state.told is not None and state.told_block == mentions[index].block
            return state.told.isoformat() if near and state.told else None


def _partial(
    content: str, mentions: Sequence[Mention], index: int, value: Partial, state: _State, *, ahead: bool
) -> str | None:
    year = _joined_year(content, mentions, index, value)
    numbered = _NUMBERED.search(content, max(0, mentions[index].start - 14), mentions[index].start)
    if numbered:  # "resolution 423 (1978) of 14 March"
        year = int(numbered[1])
    year = _of_turned_year(value, state) or year
    if year is None and value.shift is not None and state.issue:
        year = _turned_year(value, state.issue)
    if year is None:
        year = _year(content, mentions[index], value, state, ahead=ahead)
    if year is None:
        return None
    month = value.month
    try:
        if value.day is None:
            if value.part:
                return narrowed(year, month, value.part)
            return f"{year:04}-{month:02}" + (f"/{year:04}-{value.last_month:02}" if value.last_month else "")
        first = date(year, month, value.day)
        if value.last_month and value.last_day:
            return spell(first, date(year + (value.last_month < month), value.last_month, value.last_day))
        return first.isoformat()
    except ValueError:
        return None


def _week_of(  # the week in which a day lies: "the week of 6 March"
    content: str, mentions: Sequence[Mention], index: int, value: WeekOf, state: _State, *, ahead: bool
) -> str | None:
    inner = value.day
    told = inner.edtf if isinstance(inner, Fixed) else _partial(content, mentions, index, inner, state, ahead=ahead)
    if told is None or len(told) != _LONG:
        return told
    return week(date.fromisoformat(told), weekend=value.weekend)


def _joined_year(content: str, mentions: Sequence[Mention], index: int, value: Partial) -> int | None:
    """Take the year of the date that this one runs to: "from 28 June to 3 July 2023"."""
    here = mentions[index]
    for other in mentions[index + 1 : index + 4]:
        if not _JOINED.fullmatch(content, here.end, other.start):
            return None
        if isinstance(other.value, Fixed) and re.match(r"\d{4}-\d\d", other.value.edtf):
            year, month = int(other.value.edtf[:4]), int(other.value.edtf[5:7])
            return year - 1 if value.month > month and month <= 12 else year
        if not isinstance(other.value, Partial):
            return None
        here = other
    return None


def _of_turned_year(value: Partial, state: _State) -> int | None:
    """Give the year of "3 May of last year" by the issue, that of "3 May of that year" by the year told last."""
    base = state.year if value.told else state.issue.year if state.issue else None
    return base + value.turn if value.turn is not None and base is not None else None


def _turned_year(value: Partial, issue: date) -> int:
    """Date "last March", "next May", "this June" by the issue."""
    passed = value.month < issue.month
    if value.shift == -1:
        return issue.year if passed else issue.year - 1
    if value.shift == 1:
        return issue.year + 1 if passed or value.month == issue.month else issue.year
    return issue.year


def _year(content: str, mention: Mention, value: Partial, state: _State, *, ahead: bool) -> int | None:
    anchor, issue = state.anchor, state.issue
    near = anchor is not None and state.anchor_block == mention.block and mention.start - state.anchor_at < 4 * _NEAR
    if anchor and issue and anchor > issue and not ahead and WAS.match(content, mention.end):
        return _by_issue(value, issue, ahead=False)  # a tale that looks back again from what is to come
    if anchor and near:
        known = issue is not None and not state.rough
        recent = issue is not None and state.anchor_exact and abs(issue - anchor) < _FAR
        joined = _same_sentence(content, mention, state)
        at_hand = known and issue is not None and abs(_date(issue.year, value) - issue) <= _SOON
        joined = joined and (state.anchor_exact or not at_hand)
        loose = state.bound is not None and not state.anchor_exact
        if joined or (not known and not loose) or (recent and not ahead and not at_hand):
            return _after_anchor(value, anchor, issue or state.bound, ahead=ahead, whole=state.anchor_whole)
    if issue and not state.rough:
        return _by_issue(value, issue, ahead=ahead)
    if state.bound and not (state.anchor_exact and _opens(content, mention.start) and _opens(content, state.anchor_at)):
        return _by_issue(value, state.bound, ahead=ahead)
    if anchor:
        return _after_anchor(value, anchor, issue, ahead=ahead)
    state.guessed = issue is None
    return issue.year if issue else state.any_year


def _opens(content: str, place: int) -> bool:
    """Say whether a date opens its paragraph, as those of a chronicle do."""
    return place - content.rfind("\n", 0, place) <= _OPENING


def _same_sentence(content: str, mention: Mention, state: _State) -> bool:
    return re.search(r"[.;!?]\s", content[state.anchor_at : mention.start]) is None


def _after_anchor(value: Partial, anchor: date, issue: date | None, *, ahead: bool, whole: bool = False) -> int:
    """Go on from a date told: a tale runs forward, so December is followed by the next year's January.

    `whole`: what was told is a year or more.
    """
    back = anchor.month - value.month
    if ahead and issue and anchor <= issue and (value.month, value.day) == (anchor.month, anchor.day):
        return _by_issue(value, issue, ahead=True)  # "the accord of 4 August 2019 expires on 4 August"
    if ahead and issue and whole and anchor.year < issue.year and _date(anchor.year, value) < issue:
        return _by_issue(value, issue, ahead=True)  # "the 2023/24 school year ends on 28 June"
    if ahead and issue and anchor <= issue and _date(anchor.year, value) < anchor.replace(day=1):
        return anchor.year + 1  # "shut since December 2024, it must be open by 15 May"
    if back > (4 if issue is None else 2) and (issue is None or _date(anchor.year + 1, value) <= issue):
        return anchor.year + 1
    if issue and not ahead and _date(anchor.year, value) > issue and anchor <= issue:
        return anchor.year - 1
    return anchor.year


def _by_issue(value: Partial, issue: date, *, ahead: bool) -> int:
    """Take the nearest such day before the issue, or after it where the words look ahead or it is at hand."""
    this = _date(issue.year, value)
    if ahead:
        return issue.year if this >= issue.replace(day=1) else issue.year + 1
    if this <= issue or this - issue <= _SOON:
        return issue.year
    return issue.year - 1


def _date(year: int, value: Partial) -> date:
    return date(year, value.month, min(value.day or 1, month_end(year, value.month).day))


def _weekday(
    content: str, mentions: Sequence[Mention], index: int, value: Weekday, state: _State, *, ahead: bool
) -> str | None:
    apposed = _apposed(content, mentions, index, state)
    if apposed:
        return apposed
    base = state.told if value.told and mentions[index].start - state.told_at < 4 * _NEAR else None
    base = base or (None if state.rough else state.issue)
    return (base + timedelta(days_to(value, base.weekday(), ahead=ahead))).isoformat() if base else None


def _day(content: str, value: Day, state: _State, mention: Mention, *, ahead: bool) -> str | None:
    """Date "the 15th": in the month told just before, else the last such day before the issue, or the next ahead."""
    if state.told and not value.of_this and mention.start - state.told_at < 4 * _NEAR:
        base, ahead = state.told, value.day >= state.told.day
        if (
            state.issue is None
            or (base.replace(day=1) < state.issue.replace(day=1))
            or state.told_block == mention.block
        ):
            return in_month(base, value.day, 0 if ahead else 1)
    if state.issue is None or state.rough:
        return None
    if value.of_this:
        return in_month(state.issue, value.day, 0)
    at_hand = 0 < value.day - state.issue.day <= _AT_HAND and not _PAST.search(content, *_around(content, mention))
    if ahead or at_hand:
        return in_month(state.issue, value.day, int(value.day < state.issue.day))
    return in_month(state.issue, value.day, -int(value.day > state.issue.day))


def _around(content: str, mention: Mention) -> tuple[int, int]:
    """Give the sentence around a mention, at most so far."""
    low, high = max(0, mention.start - 120), mention.end + 120
    cut = max(content.rfind(". ", low, mention.start), content.rfind("\n\n", low, mention.start), low)
    stop = content.find(". ", mention.end, high)
    return cut, high if stop < 0 else stop


def _meant(content: str, mention: Mention) -> bool:
    """Say whether an infinitive leads to a day: "to vote on the 15th"."""
    return _MEANT.search(content, max(0, mention.start - 30), mention.start) is not None


def _reckoned_from(value: Turn, state: _State, mention: Mention) -> date | None:
    """Give the day that a turn goes by: the issue, or the date told last, of a run its last day."""
    if value.told and value.unit == "Y" and state.year is not None and mention.start - state.year_at < 4 * _NEAR:
        base: date | None = date(state.year, 1, 1)
    elif value.told:
        base = state.told if state.told_block == mention.block or mention.start - state.told_at < 4 * _NEAR else None
        if value.shift > 0 and value.unit == "D" and base is not None:
            base = state.told_last or base
        if state.told_loosely and value.unit == "D" and value.shift < 0:
            base = None if state.rough else state.issue
    elif (
        value.told is None
        and state.told
        and state.told_block == mention.block
        and mention.start - state.told_at < _NEAR
    ):
        base = state.told
    else:
        base = state.issue
    return base


def _turn(value: Turn, state: _State, mention: Mention) -> str | None:  # noqa: PLR0911 - one return a unit
    base = _reckoned_from(value, state, mention)
    if base is None:
        return None
    if value.unit == "Y":
        year = base.year + value.shift
        return narrowed(year, 0, value.part) if value.part else f"{year:04}"
    if value.unit.startswith("S"):
        return season(int(value.unit[1:]), base, value.shift)
    if state.rough and not value.told:
        return None if value.unit != "M" else f"{add(base, months=value.shift).isoformat()[:7]}~"
    if value.unit == "M":
        moved = add(base.replace(day=1), months=value.shift)
        return narrowed(moved.year, moved.month, value.part) if value.part else moved.isoformat()[:7]
    if value.unit == "D":
        return (base + timedelta(value.shift)).isoformat()
    monday = base - timedelta(base.weekday()) + timedelta(7 * value.shift)
    return spell(monday + timedelta(5 if value.unit == "E" else 0), monday + timedelta(6))


_APPOSED = late(r"\s*,?\s*(?:\(|on\s+(?:the\s+)?|in\s+)?", re.IGNORECASE)


def _apposed(content: str, mentions: Sequence[Mention], index: int, state: _State) -> str | None:
    """Take the value of the date that says the same: "A week later, on 22 June 2023"."""
    after = mentions[index + 1] if index + 1 < len(mentions) else None
    if after is None or not isinstance(after.value, Fixed | Partial) or after.block != mentions[index].block:
        return None
    if not _APPOSED.fullmatch(content, mentions[index].end, after.start):
        return None
    edtf = _value(content, mentions, index + 1, state, ahead=False)
    return edtf if edtf and len(edtf) == 10 else None


def _shifted(value: Shifted, state: _State, mention: Mention) -> str | None:
    if value.told and value.unit in ("Y", "T") and value.count % 1 == 0 and state.year is not None:
        near = mention.start - state.year_at < 2 * _NEAR
        years = int(value.count) * (10 if value.unit == "T" else 1)
        year = state.year + value.sign * years
        within = near and MINYEAR <= year <= MAXYEAR
        return f"{year:04}{'~' * value.about}" if within else iso(value.count, value.unit)
    base = state.told if value.told else state.issue
    stale = value.told and state.told_block != mention.block and mention.start - state.told_at > 4 * _NEAR
    length = iso(value.count, value.unit)
    if base is None or stale:
        return length
    flag = "~" if value.about or (state.rough and not value.told) else ""
    try:
        return moved(value, base, length) + flag
    except (ValueError, OverflowError):
        return None
