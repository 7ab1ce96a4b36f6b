# SPDX-License-Identifier: Apache-2.0
"""Times held against each other: a length against its dates, a weekday against its day, a past day against now."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from tocsin.reading.dating.inference import Ongoing, ongoing
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.reading.times.mentions import WEEKDAYS
from tocsin.reading.times.resolution import Resolved
from tocsin.records.problems import Problem
from tocsin.records.times import BadTime, parse

_SINCE = late(
    r"\b(?:since|from|started\s+on|began\s+on|starting\s+(?:from|on)|beginning\s+(?:from|on))\s+$", re.IGNORECASE
)
_SAID_DAY = late(rf"({'|'.join(WEEKDAYS)}),?\s+", re.IGNORECASE)
_LOOSE = 0.15
"""Writers round: a length may miss by this share of itself before it is called a contradiction."""


def contradictions(draft: Draft, told: Sequence[Resolved], issued: str | None) -> list[Problem]:
    """List what the times of a draft say against each other, in order; `where` is the span of the text.

    A length that goes on is held against a start named in its own sentence and the day of issue; a weekday against the
    date it stands by; a day told as past against the day of issue. Nothing is decided: each is a note for a person.
    """
    day = _day(issued)
    found = [*_weekdays(draft, told)]
    if day:
        found += [*_lengths(draft, told, day), *_later(draft, told, day)]
    return [problem for _, problem in sorted(found, key=lambda pair: pair[0])]


def _day(issued: str | None) -> date | None:
    if issued is None:
        return None
    try:
        interval = parse(issued)
    except BadTime:
        return None
    exact = interval.start_earliest == interval.end_latest and not interval.uncertain
    return interval.start_earliest if exact else None


def _lengths(draft: Draft, told: Sequence[Resolved], issued: date) -> Iterator[tuple[int, Problem]]:
    for length in ongoing(draft, told):
        begins = _starts(draft, told, length)
        passed = [(issued - begin).days for begin in begins]
        low, high = length.low * (1 - _LOOSE) - 1, length.high * (1 + _LOOSE) + 1
        if begins and not any(low <= count <= high for count in passed):
            words, since = draft.content[length.start : length.end], begins[0].isoformat()
            message = f"{words!r} since {since}, but {passed[0]} days had passed by {issued.isoformat()}; check both"
            yield length.start, _problem(draft, length.start, length.end, "duration-contradicts-date", message)


def _starts(draft: Draft, told: Sequence[Resolved], length: Ongoing) -> list[date]:
    """Give the days of a length's own sentence that something is said to run from, the nearest first."""
    if length.block is None:
        return []
    held = next((s for s in draft.sentences(length.block) if s[0] <= length.start < s[1]), None)
    if held is None:
        return []
    found = [
        (abs(resolved.mention.start - length.start), resolved.first)
        for resolved in told
        if held[0] <= resolved.mention.start < held[1] and len(resolved.edtf) == 10 and resolved.first
        if _SINCE.search(draft.content, max(held[0], resolved.mention.start - 24), resolved.mention.start)
    ]
    return [first for _, first in sorted(found)]


def _weekdays(draft: Draft, told: Sequence[Resolved]) -> Iterator[tuple[int, Problem]]:
    for resolved in told:
        mention = resolved.mention
        said = _SAID_DAY.match(draft.content, mention.start, mention.end)
        if said and mention.by == "time.day" and resolved.first:
            was = WEEKDAYS[resolved.first.weekday()]
            if was.lower() != said[1].lower():
                message = f"{resolved.edtf} was a {was}, not a {said[1].title()}; check the date"
                yield mention.start, _problem(draft, mention.start, mention.end, "weekday-contradicts-date", message)


def _later(draft: Draft, told: Sequence[Resolved], issued: date) -> Iterator[tuple[int, Problem]]:
    for resolved in told:
        mention = resolved.mention
        if resolved.first and resolved.first > issued and not resolved.ahead and mention.by == "time.day":
            message = f"{resolved.edtf} is told as past, but lies after the issue, {issued.isoformat()}; check both"
            yield mention.start, _problem(draft, mention.start, mention.end, "date-after-issue", message)


def _problem(draft: Draft, start: int, end: int, code: str, message: str) -> Problem:
    where = f"[{draft.view.place(start)}:{draft.view.place(end)}]"
    return Problem(where=where, code=code, message=message)
