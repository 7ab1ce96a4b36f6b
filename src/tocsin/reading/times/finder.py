# SPDX-License-Identifier: Apache-2.0
"""Times: calendar dates, partial and relative ones, durations and sets, as EDTF.

Mentions are found once (`mentions`), the day of issue is found from them (issued.py), and `find` resolves them by it.
An age ("a 12-year-old") is no time here: it measures a person and dates nothing. Neither is what has no value ("now",
"in recent years"), a year inside the name of a resolution, or anything in boilerplate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.reading.times.calendar import beside_month, calendar
from tocsin.reading.times.foreign import foreign
from tocsin.reading.times.foreign import patterns as _others
from tocsin.reading.times.hours import around
from tocsin.reading.times.lengths import lengths
from tocsin.reading.times.mentions import Mention, Reading
from tocsin.reading.times.mentions import patterns as _english
from tocsin.reading.times.resolution import Resolved, resolve
from tocsin.reading.times.turns import century, deictic, ordinal, season, turn, weekday
from tocsin.reading.times.years import DIGITS, DOTTED, ROMAN, digits, quarter, writes_dotted
from tocsin.records.findings import Time

__all__ = ["CONSTRUCTIONS", "find", "listed", "mentions", "patterns", "resolved"]


_ATTRIBUTIVE = late(
    r"(?:\bdated|(?:\b[A-Z][\w'’-]*|\)|resolutions?|statements?|orders?|judgments?|decisions?|agreements?|accords?|letters?"
    r"|reports?|declarations?|laws?|decrees?|treaty|protocols?|communiqu[eé]s?|pact|ruling)\s+of)\s+$"
)
_GAP = late(r"\n\s*\n|$")
# Begins with a plain class of characters, so that the search skips to the next figure.
_FIGURE = late(r"[0-9](?:[0-9./-]{3,}|[0-9]?(?:st|nd|rd|th)\b|[0-9]?[./-][IVX]{1,4}[./-][12][0-9]{3}\b)")

CONSTRUCTIONS: tuple[Construction, ...] = (
    Construction(
        name="time.day",
        says="A day with its month by name and its year, in any order, with its weekday or the night of it.",
        example="Ardesh closed the Tamar corridor on ⟦12 December 2022⟧.",
    ),
    Construction(
        name="time.day-without-year",
        says="A day and month; the year is that of the date told before it or joined to it, or goes by the issue.",
        example="A post was set up on April 23, 2023. On ⟦June 15⟧, Ardesh sealed the road.",
    ),
    Construction(
        name="time.day-range",
        says="Days in a row under one month, or from one month to the next with a dash.",
        example="The mission worked in Karsk on ⟦13–15 June 2023⟧.",
    ),
    Construction(
        name="time.listed-day",
        says="A day in a list whose month and year come with the last of it.",
        example="The clashes of ⟦3⟧ and 17 May 2021 left eleven dead.",
    ),
    Construction(
        name="time.numeric-day",
        says="A day in figures; where day and month could change places, day first and uncertain.",
        example="The bridge was blocked on ⟦23.04.2023⟧.",
    ),
    Construction(
        name="time.month",
        says="A month and year, or the early, middle or late part of it.",
        example="No convoy has come since ⟦late June 2023⟧.",
    ),
    Construction(
        name="time.month-without-year",
        says="A month after a preposition or with early, mid, late, last, next; its year as for a day without one.",
        example="Rations were halved in May 2023 and again in ⟦July⟧.",
    ),
    Construction(
        name="time.year",
        says="A year, told from counts, labels and the names of resolutions by the words beside it.",
        example="The war of ⟦2020⟧ left 2020 families in Karsk without a roof.",
    ),
    Construction(
        name="time.year-range",
        says="Years in a row, with a dash or a stroke.",
        example="The Northern Contact Group met during ⟦2014–2016⟧.",
    ),
    Construction(
        name="time.decade",
        says="A decade, or the early, middle or late years of it.",
        example="The people of Orsava fled in ⟦the 1990s⟧.",
    ),
    Construction(
        name="time.century",
        says="A century by its number.",
        example="The monasteries of ⟦the 12th century⟧ stand on the Issel.",
    ),
    Construction(
        name="time.season",
        says="A season with its year, by EDTF's codes.",
        example="The wells ran dry in ⟦the summer of 2014⟧.",
    ),
    Construction(
        name="time.weekday",
        says="A weekday: the last before the issue, the next where the words look ahead, or that of a date beside it.",
        example="Karsk, 29 September 2023\n\nTwo drivers were held on ⟦Wednesday⟧.",
    ),
    Construction(
        name="time.day-of-month",
        says="A day by its number alone, in the month of the issue or of the date told last.",
        example="Karsk, 29 September 2023\n\nThe post was shelled on ⟦the 15th⟧.",
    ),
    Construction(
        name="time.by-the-issue",
        says="Yesterday, last week, this year and their like, reckoned from the issue; a week is Monday to Sunday.",
        example="Karsk, 29 September 2023\n\nVeltria took the valley ⟦last week⟧.",
    ),
    Construction(
        name="time.by-the-tale",
        says="The next day, the following week, that year and their like, reckoned from the date told last.",
        example="Shells fell on 15 June 2023; ⟦the next day⟧ the road was shut.",
    ),
    Construction(
        name="time.since-then",
        says="The then of since then: the date told last.",
        example="The road was shut on 15 June 2023 and since ⟦then⟧ nothing has come in.",
    ),
    Construction(
        name="time.so-long-ago",
        says="A length before the issue, as exact as its unit.",
        example="Karsk, 29 September 2023\n\nThe clinic closed ⟦three days ago⟧.",
    ),
    Construction(
        name="time.so-long-after",
        says="A length before or after the date told last, or the date that the text sets beside it.",
        example="It was shut on 15 June 2023. ⟦A week later⟧ walls were raised.",
    ),
    Construction(
        name="time.length",
        says="A length of time with its bound; ages and rates are none.",
        example="For ⟦almost eight months⟧ now no fuel has come in.",
    ),
    Construction(
        name="time.every",
        says="How often: a unit after every or each, as the length between.",
        example="Water comes ⟦every three days⟧.",
    ),
)


_Cue = tuple[int, int, str, re.Match[str] | None]
"""Where a word or a figure of times stands, what it is, and the figures' match."""


def patterns() -> Iterator[tuple[str, str]]:
    """Give every word that a time is looked for around, with its family, for the lexicon's `time` layer."""
    yield from _others()
    yield from _english()


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
            if high - end < 12 and tag.startswith("month"):  # a year may have been wrapped into a block of its own
                gap = _GAP.search(content, end, end + 12)
                high = gap.start() if gap else min(len(content), end + 12)
            read = _read(content, (start, end), tag, max(low, free), high)
        for at, to, by, plain in read:
            begin, stop, value = around(content, (at, to), plain, max(low, free))
            if begin >= free:
                near = content[max(0, begin - 32) : begin].rstrip().endswith(("of", "dated"))
                attributive = near and _ATTRIBUTIVE.search(content, max(0, begin - 32), begin) is not None
                found.append(Mention(begin, stop, by, block, value, attributive))
                free = stop
    return tuple(found)


def _cues(draft: Draft) -> list[_Cue]:
    words: list[_Cue] = [(*hit, None) for hit in draft.hits.get("time", ())]
    return sorted((*words, *_figures(draft.content)), key=itemgetter(0))


def _figures(content: str) -> Iterator[_Cue]:
    short: bool | None = None
    for figure in _FIGURE.finditer(content):
        if content[figure.end() - 1].isalpha():
            yield figure.start(), figure.end(), "ordinal", None
            continue
        at = figure.start()
        match = DIGITS.match(content, at)
        if match is None:
            match = ROMAN.match(content, at) or DOTTED.match(content, at)
            if match and match.re.groupindex.keys() & {"dotted"}:
                short = writes_dotted(content) if short is None else short
                match = match if short else None
        if match:
            yield match.start(), match.end(), "digits", match


def _read(content: str, cue: tuple[int, int], tag: str, low: int, high: int) -> list[Reading]:
    family = tag.partition(".")[0]
    if family == "month":
        return calendar(content, cue, low, high)
    if family == "ordinal":
        return ordinal(content, cue, low, high)
    return _worded(content, cue, family, low, high)


def _worded(  # noqa: PLR0911 - one return a family
    content: str, cue: tuple[int, int], family: str, low: int, high: int
) -> list[Reading]:
    """Read what no month and no figure leads to."""
    if family == "weekday":
        return beside_month(content, cue, low, high) or weekday(content, cue, low, high)
    if family == "foreign":
        return foreign(content, cue, low, high)
    if family == "quarter":
        return quarter(content, cue)
    if family == "deictic":
        return deictic(content, cue, low)
    if family == "season":
        return season(content, cue, low, high) or turn(content, cue, low, high)
    if family == "turn":
        return beside_month(content, cue, low, high) or turn(content, cue, low, high)
    return lengths(content, cue, low, high) or turn(content, cue, low, high) or century(content, cue, low)


def resolved(draft: Draft, found: Sequence[Mention], issued: str | None) -> list[Resolved]:
    """Resolve the mentions that are no boilerplate; `issued` (EDTF) is the date that others go by."""
    kept = [m for m in found if m.block is None or draft.blocks[m.block].role != "boilerplate"]
    return resolve(draft.content, kept, issued)


def find(draft: Draft, issued: str | None, found: Sequence[Mention] | None = None) -> list[Time]:
    """Find the times of a draft, in order; `found` are its mentions where they are known already."""
    return listed(resolved(draft, mentions(draft) if found is None else found, issued))


def listed(told: Sequence[Resolved]) -> list[Time]:
    """Give the findings of times that are resolved."""
    return [Time(start=r.mention.start, end=r.mention.end, quote="", by=r.mention.by, edtf=r.edtf) for r in told]
