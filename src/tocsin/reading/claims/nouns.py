# SPDX-License-Identifier: Apache-2.0
"""Noun phrases around an act's noun: where they begin and end, with who did it, to whom and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tocsin.reading.claims import tellings
from tocsin.reading.claims.acts import Cue
from tocsin.reading.claims.starts import FINITE_VERB, noun_start
from tocsin.reading.clauses import Segment, opened
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

_ONTO = late(r"\s+(?:on|against|upon|of|targeting|by(?!\s+\w+ing\b))\s", re.IGNORECASE)
LOOSE = late(
    r"(?:\s+(?:and|but|or|in|on|at|by|of|to|with|the|for|from|that|after|before|as|since|because|when))+$",
    re.IGNORECASE,
)


def _before_verb(content: str, start: int, end: int, times: Sequence[tuple[int, int]]) -> int:
    """Give where the first finite verb of a stretch begins, else its end; the May of a date is no modal."""
    for match in FINITE_VERB.finditer(lowered(content), start, end):
        if not any(low <= match.start() < high for low, high in times):
            return match.start()
    return end


def by_whom(
    content: str,
    segments: Sequence[Segment],
    found: Sequence[Sequence[Cue]],
    index: int,
    times: Sequence[tuple[int, int]],
) -> int | None:
    """Give where "by" ends behind what tells who the victim was: "the murder of Venn, a judge, by two gunmen"."""
    if index + 1 >= len(segments) or found[index + 1]:
        return None
    done = segments[index + 1]
    if done.kind in ("soft", "bare") and _DONE_BY_WHOM.match(lowered(content), done.start):
        return _before_verb(content, done.start, done.end, times)
    if index + 2 >= len(segments) or found[index + 2]:
        return None
    aside, by = segments[index + 1 : index + 3]
    short = aside.kind == "soft" and by.kind in ("soft", "gerund") and aside.end - aside.start <= FAR
    if not short or content[by.start : by.start + 3].lower() != "by ":
        return None
    if FINITE_VERB.search(lowered(content), aside.start, aside.end):
        return None
    return _before_verb(content, by.start, by.end, times)


_DONE_BY_WHOM = late(
    r"(?:sponsored|supported|backed|carried\s+out|ordered|perpetrated|committed|organi[sz]ed|orchestrated|led|directed|instigated|inspired)\s+by\s+(?!\w+ing\b)"
)
"""How a participle behind a comma tells who did what a noun tells; on the lowered view."""
FAR = 60
"""Code points that what tells who somebody was has at most."""


def extent(
    content: str,
    segment: Segment,
    cue: Cue,
    times: Sequence[tuple[int, int]],
    index: int,
    segments: Sequence[Segment] = (),
    found: Sequence[Sequence[Cue]] = (),
) -> tuple[int, int]:
    """Give where the noun phrase around an act's noun begins and ends; `segments`, to look beyond its own."""
    own = opened(content, segment)
    start = noun_start(content, own, cue)
    end = _before_verb(content, cue.end, segment.end, times)
    if end == segment.end and segments:
        end = by_whom(content, segments, found, index, times) or end
        for number in range(index + 1, len(segments)):
            later = segments[number]
            timed = any(later.start <= low < later.end for low, _ in times)
            dated = later.kind in ("bare", "soft") or (later.kind == "rel" and later.word == "which")
            if not timed or found[number] or not dated or later.end - later.start > 90:
                break
            if tellings.trails(content, later.start, later.end):
                break
            end = later.end
    inside = [high for low, high in times if cue.end <= low and high <= end]
    if inside and end - inside[-1] > 25 and not _ONTO.match(content, inside[-1], end):
        end = inside[-1]
    while end > cue.end and (content[end - 1].isspace() or content[end - 1] in ",;"):
        end -= 1
    loose = LOOSE.search(content, cue.end, end)
    end = loose.start() if loose else end
    return start, end
