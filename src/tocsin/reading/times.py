# SPDX-License-Identifier: Apache-2.0
"""Times: calendar dates, partial and relative ones, durations and sets, as EDTF.

Mentions are found once (`mentions`), the day of issue is found from them (issued.py), and `find` resolves them by it.
An age ("a 12-year-old") is no time here: it measures a person and dates nothing. Neither is what has no value ("now",
"in recent years"), a year inside the name of a resolution, or anything in boilerplate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from heapq import merge

from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.times_calendar import calendar
from tocsin.reading.times_lengths import lengths
from tocsin.reading.times_mentions import Mention, Reading, patterns
from tocsin.reading.times_resolution import Resolved, resolve
from tocsin.reading.times_turns import century, deictic, season, turn, weekday
from tocsin.reading.times_years import DIGITS, digits
from tocsin.records.findings import Time

__all__ = ["CONSTRUCTIONS", "find", "mentions", "patterns", "resolved"]

_ATTRIBUTIVE = re.compile(r"\b(?:of|dated)\s+$")

# Begins with a plain class of characters, so that the search skips to the next figure.
_FIGURE = re.compile(r"[0-9][0-9./-]{3,}")

CONSTRUCTIONS: tuple[Construction, ...] = ()


def mentions(draft: Draft) -> tuple[Mention, ...]:
    """Find every mention of time in a draft, in order, none inside another, boilerplate with the rest."""
    content = draft.content
    found: list[Mention] = []
    free = 0
    for start, end, tag, match in _cues(draft):
        if start < free:
            continue
        block = draft.block_at(start)
        low, high = (draft.blocks[block].start, draft.blocks[block].end) if block is not None else (start, end)
        if match is not None:
            one = digits(content, match, low)
            read = [one] if one else []
        else:
            read = _read(content, (start, end), tag, max(low, free), high)
        for begin, stop, by, value in read:
            if begin >= free:
                attributive = _ATTRIBUTIVE.search(content, max(0, begin - 8), begin) is not None
                found.append(Mention(begin, stop, by, block, value, attributive))
                free = stop
    return tuple(found)


def _cues(draft: Draft) -> Iterator[tuple[int, int, str, re.Match[str] | None]]:
    words = ((hit.start, hit.end, hit.tag, None) for hit in draft.hits.get("time", ()))
    return merge(words, _figures(draft.content), key=lambda cue: cue[0])


def _figures(content: str) -> Iterator[tuple[int, int, str, re.Match[str] | None]]:
    for figure in _FIGURE.finditer(content):
        match = DIGITS.match(content, figure.start())
        if match:
            yield match.start(), match.end(), "digits", match


def _read(content: str, cue: tuple[int, int], tag: str, low: int, high: int) -> list[Reading]:
    family = tag.partition(".")[0]
    if family == "month":
        return calendar(content, cue, low, high)
    if family == "weekday":
        return calendar(content, cue, low, high) or weekday(content, cue, low, high)
    if family == "deictic":
        return deictic(content, cue, low)
    if family == "season":
        return season(content, cue, low, high) or turn(content, cue, low, high)
    if family == "turn":
        return calendar(content, cue, low, high) or turn(content, cue, low, high)
    return lengths(content, cue, low, high) or turn(content, cue, low, high) or century(content, cue, low)


def resolved(draft: Draft, found: Sequence[Mention], issued: str | None) -> list[Resolved]:
    """Resolve the mentions that are no boilerplate; `issued` (EDTF) is the date that partial and relative ones go by."""
    kept = [m for m in found if m.block is None or draft.blocks[m.block].role != "boilerplate"]
    return resolve(draft.content, kept, issued)


def find(draft: Draft, issued: str | None, found: Sequence[Mention] | None = None) -> list[Time]:
    """Find the times of a draft, in order; `found` are its mentions where they are known already."""
    read = resolved(draft, mentions(draft) if found is None else found, issued)
    return [Time(start=r.mention.start, end=r.mention.end, quote="", by=r.mention.by, edtf=r.edtf) for r in read]
