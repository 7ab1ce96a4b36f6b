# SPDX-License-Identifier: Apache-2.0
"""When a claimed act was done: by the clause's own time, the sentence's, a duration counted back, or the story's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from tocsin.reading.claims import tellings
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.records.findings import Time

_DAY = late(r"\d{4}(?:-\d{2}){0,2}[~?%]?$")
_SINCE = late(r"\b(?:since|starting|beginning|started|began|ongoing\s+since)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_BETWEEN = late(r"\bbetween\s+$", re.IGNORECASE)
_FROM = late(r"\bfrom\s+$", re.IGNORECASE)
_TILL = frozenset({"to", "till", "until", "through"})
_HAS_BEEN = late(r"\b(?:has|have)\b[^,;]{0,30}$", re.IGNORECASE)
_SINCE_THAT = late(r"\bsince\s+[^,;.]{3,90}?\b(?:on|in)\s+$", re.IGNORECASE)
_OPEN = late(
    r"\b(?:has|have)\s+(?:\w+\s+)?been\b|\b(?:continues|continuing|ongoing|still|lasts|to\s+this\s+day|remains?)\b",
    re.IGNORECASE,
)
_NOW = late(r"\bfor\b[^.;]{0,25}$", re.IGNORECASE)
_LATELY = late(r"\b(?:in|over|during|within|for)\s+the\s+(?:past|last)\s+(?:\w+\s+)?$", re.IGNORECASE)
_WITHIN = late(r"\b(?:in|over|within)\s+(?:(?:just|only|less\s+than|about)\s+)?$", re.IGNORECASE)
_PERFECT = late(r"\b(?:has|have)\s", re.IGNORECASE)
_WHOLE = late(r"\d{4}-\d{2}-\d{2}")
_SEASON = late(r"(\d{4})-(2[1-9]|3[0-9]|4[01])([~?%]?)")
_MONTHS = {  # ISO 8601-2 divisions of a year, with their first and last month; a winter ends in the next year
    **{str(21 + part): (3 + 3 * part, 5 + 3 * part) for part in range(4)},
    **{str(25 + part): (3 + 3 * part, 5 + 3 * part) for part in range(4)},
    **{str(29 + part): ((9 + 3 * part - 1) % 12 + 1, (9 + 3 * part - 1) % 12 + 3) for part in range(4)},
    **{str(33 + part): (1 + 3 * part, 3 + 3 * part) for part in range(4)},
    **{str(37 + part): (1 + 4 * part, 4 + 4 * part) for part in range(3)},
    **{str(40 + part): (1 + 6 * part, 6 + 6 * part) for part in range(2)},
}
_DURATION = late(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$")
_ANOTHERS = late(
    r"\b(?:(?:since|until|till|before|after|than|of|from|following|dated|under|through),?\s+(?:[\w'-]+\s+){0,3}|by\s+(?:(?!\w+ed\b)[\w'-]+\s+){0,3})$",
    re.IGNORECASE,
)
_PAST = late(r"\b(?:was|were|had|did)\b", re.IGNORECASE)


_HEAD = 50
"""Code points of a dateline's place before its date."""
_ENTERS = late(r"\s*(?:[–—:]|-{1,2})\s(?!present\b|now\b|today\b|ongoing\b|\d|[A-Z][a-z]{2,8}\.?\s\d)")
_LEADS = late(r"(?:on\s+)?(?:\w+day,?\s+)?", re.IGNORECASE)
_THEN = late(r"[;.]\s|\b(?:who|which|after|since|held|detained)\b")
_DASH = late(r"[^\w]?(?:\s*\([^()]{2,40}\))?\s*(?:–|—|--|- |: )")
_SINCE_CLAUSE = late(r"\b(?P<word>since|until|till|before)\s+(?:[\w'’-]+\s+){2,12}$", re.IGNORECASE)
_TELLS = (
    r"(?:accus|condemn|denounc|deplor|announc|report|warn|alleg|claim|den(?:y|i)|reject|confirm|declar|stress|add|stat|protest|deplor)(?:ed|es|ing|s)?"
    r"|said|says?|told|tells"
)
_TOLD = late(rf"\b(?:{_TELLS})\s+(?:[\w'’-]+\s+){{0,6}}?(?:(?:on|in|at|late|early|by)\s+)*$")
_OF_WHAT = late(r",?\s+(?:that\b|of\s+\w+ing\b|for\s+\w+ing\b)")
_THEN_TOLD = late(rf"\s+(?:\w+ly\s+|again\s+|also\s+|has\s+|had\s+)*(?:{_TELLS})\b")


def of_deeds(content: str, sentence: int, start: int, times: Sequence[Time]) -> Sequence[Time]:
    """Leave out the times at which was told what stands from `start` on: what was told on Sunday was not done then."""
    return [time for time in times if not of_telling(content, sentence, start, time)]


def of_telling(content: str, sentence: int, start: int, time: Time) -> bool:
    """Say whether a time says when it was told what the act's word from `start` on tells: "accused on Sunday of"."""
    if time.end > start:
        return tellings.dates(content, start, time)
    if tellings.dated(content, sentence, time):
        return True
    if _OF_WHAT.match(content, time.end):
        return _TOLD.search(content, max(sentence, time.start - 90), time.start) is not None
    lead = content[sentence : time.start].split()
    return len(lead) > 1 and "," not in lead[-1] and _THEN_TOLD.match(content, time.end) is not None


_OF_WHOM = late(r"Of\s+(?:the|its|their|our|these|those|all)\s[^,;.]{3,110},\s+")
"""Of whom it is told what befell some of them: "Of the men arrested on 26 February, two have died"."""


def of_rest(content: str, sentence: int, start: int, times: Sequence[Time]) -> Sequence[Time]:
    """Leave out the times that tell only when those were first held of whom a later deed, from `start` on, is told."""
    whole = _OF_WHOM.match(content, sentence)
    return [time for time in times if time.start >= whole.end()] if whole and whole.end() <= start + 1 else times


def dated(times: Sequence[Time]) -> list[Time]:
    """Keep the times that have a place in the calendar."""
    return [time for time in times if not time.edtf.startswith(("P", "R", "T"))]


def own(content: str, start: int, end: int, cue: int, times: Sequence[Time], issued: str | None) -> str | None:
    """Give the time that stands in a clause [start, end) of the view, nearest to its act's word."""
    inside = [time for time in times if start <= time.start < end]
    best = min(dated(inside), key=lambda time: abs(time.start - cue), default=None)
    if best is not None:
        finer = [time for time in dated(inside) if time.edtf.startswith(f"{best.edtf}-")]
        best = finer[0] if len(finer) == 1 else best  # "thirty years ago, on 6 May 1992"
        return _ranged(content, best, inside) or _since_then(content, start, cue, best) or opened(content, start, best)
    for time in inside:
        found = counted_back(content, start, end, time, issued)
        if found:
            return found
    return None


def _ranged(content: str, time: Time, inside: Sequence[Time]) -> str | None:
    """Give the range that two times are the ends of: "between 2019 and 2021", "from May to July"."""
    for first, last in pairwise(dated(inside)):
        ends = time in (first, last) and "/" not in first.edtf + last.edtf and first.edtf < last.edtf
        joined = content[first.end : last.start].strip()
        opens = _BETWEEN if joined == "and" else _FROM if joined in _TILL else None
        if ends and opens and opens.search(content, max(0, first.start - 10), first.start):
            return f"{first.edtf}/{last.edtf}"
    return None


def _since_then(content: str, start: int, cue: int, time: Time) -> str | None:
    """Leave the end open of what has lasted since something that is dated: "has been shut since it was hit on"."""
    if "/" in time.edtf or time.start < cue or not _HAS_BEEN.search(content, start, cue + len("have")):
        return None
    since = _SINCE_THAT.search(content, cue, time.start)
    return f"{time.edtf}/.." if since else None


def opened(content: str, start: int, time: Time) -> str:
    """Leave the end open where the words say "since" or "beginning"."""
    if "/" not in time.edtf and _SINCE.search(content, max(0, start - 40), time.start):
        return f"{time.edtf}/.."
    return time.edtf


def counted_back(
    content: str, start: int, end: int, time: Time, issued: str | None, *, lead: bool = False
) -> str | None:
    """Count "for more than seven months" back from the day the document was issued; open unless the past is over."""
    match = _DURATION.match(time.edtf)
    first = _first(match, issued) if match and issued and _DAY.match(issued) else None
    if first is None or issued is None:
        return None
    running = lead or _OPEN.search(content, start, end) is not None
    before = content[max(0, start - 30, time.start - 30) : time.start]
    if content.startswith(" of ", time.end):
        return f"{first}/.."  # "seventeen days of roadblocks"
    if _NOW.search(before):
        if not (running or "now" in content[time.end : time.end + 8].lower()):
            return None
        over = _PAST.search(content, start, end) and not _OPEN.search(content, start, end)
        return f"{first}/{issued.rstrip('~?%')[:7]}~" if over else f"{first}/.."
    if _LATELY.search(before) or (_WITHIN.search(before) and _PERFECT.search(content, start, time.start)):
        return f"{first}/{issued}"
    return None


def _first(match: re.Match[str], issued: str) -> str | None:
    """Give the day, or else the month, at which a length of time began that ends when the document was issued."""
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    if not years and not months and _WHOLE.fullmatch(issued):
        return f"{date.fromisoformat(issued) - timedelta(days=7 * weeks + days)}~"
    last = issued.rstrip("~?%")[:7]
    if len(last) < len("2000-01"):
        return None
    span = 12 * years + months + round((7 * weeks + days) / 30)
    year, month = divmod(int(last[:4]) * 12 + int(last[5:7]) - 1 - span, 12)
    return f"{year:04d}-{month + 1:02d}~" if year >= 1 else None


def _after_mark(content: str, sentence: int, place: int) -> int:
    """Give where the part of a sentence begins, after a colon, a semicolon or a dash, in which a place stands."""
    return max(sentence, *(content.rfind(mark, sentence, place) + len(mark) for mark in (": ", "; ", " – ", " — ")))


def headed(content: str, sentence: int, times: Sequence[Time]) -> Sequence[Time]:
    """Leave out the date of a dateline that opens a sentence with another date: "KARSK, 11 March – On Saturday"."""
    ranged = len(times) > 1 and times[1].start - times[0].end < len(" – on ")  # "14 May 2011 – 3 June 2013"
    if len(times) > 1 and not ranged and 3 < times[0].start - sentence < _HEAD and _DASH.match(content, times[0].end):
        return times[1:] if dated(times[1:]) else times
    return times


_RECORD = late(
    r"\b(?:(?!(?:arrest|protest|request|interest|forest|harvest|priest|guest|unrest|conquest|contest|invest|modest|honest|latest|\w*west|rest|test)\b)"
    r"\w{3,}est|most|first|only|never|unseen)\b[^,;.]{0,60}?\bsince\s+(?:\w+\s+){0,5}?$",
    re.IGNORECASE,
)
"""What was never so before, up to the time that it is held against: "the deadliest attack since 2014"."""


def compared(content: str, sentence: int, times: Sequence[Time]) -> list[Time]:
    """Leave out the times that a deed is only held against: "the worst in the land since 1945"."""
    return [
        time
        for time in times
        if content.find("since", max(sentence, time.start - 60), time.start) < 0
        or not _RECORD.search(content, max(sentence, time.start - 130), time.start)
    ]


def entered(content: str, sentence: int, cue: int, times: Sequence[Time]) -> str | None:
    """Give the date of a line of a chronology for its first deed: "18 June – they free those held since May"."""
    first = times[0] if times else None
    if first is None or not _LEADS.fullmatch(content, sentence, first.start) or not dated((first,)):
        return None
    if not _ENTERS.match(content, first.end) or _THEN.search(content, first.end, cue):
        return None
    return first.edtf


def later(content: str, start: int, times: Sequence[Time]) -> bool:
    """Say whether a clause that starts at an offset is not the first behind the date that opens its sentence."""
    return bool(times) and len(content[times[0].end : start].split()) > _FIRST_CLAUSE


_FIRST_CLAUSE = 4
"""Words and marks behind a date within which the clause begins that it dates first of all."""
_IN_WHICH = late(r",?\s+(?:(?:in|during|by|at)\s+which|when|where)\b")
"""Opens what was done then and there: "the raid on Sunday in which two were killed"."""
_IN_WHICH_NEAR = 20


def fronted(content: str, sentence: int, start: int, times: Sequence[Time], issued: str | None) -> str | None:
    """Give the time before a clause that opens its sentence: "On 3 May, …", "Since 15 June, having …, X has …"."""
    before = [time for time in times if time.end <= start]
    last = before[-1] if before else None
    if last and dated((last,)) and start - last.end < _IN_WHICH_NEAR and _IN_WHICH.match(content, last.end):
        return last.edtf
    for time in dated(before):
        lead = content[_after_mark(content, sentence, time.start) : time.start]
        if len(lead) <= 45 and "," not in lead.replace(", on ", " on "):
            if lead.startswith("Since ") and "/" not in time.edtf:
                return f"{time.edtf}/.."
            return opened(content, sentence, time)
    for time in before:
        found = counted_back(content, sentence, start + 60, time, issued, lead=True)
        if found and time.start - sentence <= 30:
            return found
    return None


_GOES_ON = late(r",?\s+(?:which|that|lasting|starting|beginning)\b")


def after(content: str, end: int, limit: int, times: Sequence[Time], issued: str | None) -> str | None:
    """Give the time of a relative clause that follows at once: ", which has been ongoing since 12 December"."""
    if not _GOES_ON.match(content, end, end + 20):
        return None
    stop = content.find(",", end + 2)
    stop = limit if stop < 0 else min(limit, stop + 40)
    return own(content, end, min(stop, end + 120), end, times, issued)


def only(content: str, sentence: int, dates: Sequence[Time], told: int) -> str | None:
    """Give the one date of a sentence where nothing says that it is another event's ("after", "since the", "of").

    What was done since another deed, told after `told`, began with that: "were killed since they shut the road".
    """
    if len({time.edtf for time in dates}) != 1:
        return None
    time = dates[0]
    if told < time.start and (clause := _SINCE_CLAUSE.search(content, told, time.start)):
        return f"{time.edtf}/.." if clause["word"].lower() == "since" and "/" not in time.edtf else None
    if _ANOTHERS.search(content, max(sentence, time.start - 40), time.start):
        return None
    return opened(content, sentence, time)


_WHERE = late(r"(?:^|\s)(?:where|which|who|whose)\b")
_HAS = late(r"\b(?:has|have)\s+(?:\w+ly\s+|already\s+|also\s+|since\s+)*(?:been\s+)?$", re.IGNORECASE)


def lasting(content: str, start: int, cue: int, dates: Sequence[Time]) -> bool:
    """Say whether a relative clause tells what has been done up to now, not on the day that its sentence names.

    "On Monday the land declared a famine in a province where thousands have died."
    """
    if not dates or not all(_WHOLE.fullmatch(time.edtf) for time in dates):
        return False
    return _WHERE.search(content, max(0, start - 8), min(cue, start + 8)) is not None and (
        _HAS.search(content, start, cue) is not None or content.startswith(("have ", "has "), cue)
    )


def under(content: str, told: int, dates: Sequence[Time]) -> bool:
    """Say whether all times date what came after the deed: "were held before a judge freed them on"."""
    return all(
        time.start > told
        and (clause := _SINCE_CLAUSE.search(content, told, time.start)) is not None
        and clause["word"].lower() in ("before", "until", "till")
        for time in dates
    )


def widened(edtf: str | None) -> str | None:
    """Give a season, quarter or half of a year as the months from its first to its last.

    >>> widened("2014-22"), widened("2014-24"), widened("2014-33/.."), widened("2014-05")
    ('2014-06/2014-08', '2014-12/2015-02', '2014-01/..', '2014-05')
    """
    if edtf is None:
        return None
    first, _, last = edtf.partition("/")
    opening, closing = _SEASON.fullmatch(first), _SEASON.fullmatch(last or first)
    if opening is None and closing is None:
        return edtf
    low = f"{opening[1]}-{_MONTHS[opening[2]][0]:02d}{opening[3]}" if opening else first
    high = last
    if closing:
        month = _MONTHS[closing[2]][1]
        high = f"{int(closing[1]) + month // 13:04d}-{(month - 1) % 12 + 1:02d}{closing[3]}"
    return f"{low}/{high}"


_ENTERS = late(r"(?: ?[–—|:]|\.? ?-{1,2})\s+(?=\S+ \S)")
"""What stands behind the date of a chronicle's entry."""


def entries(draft: Draft, times: Sequence[Time]) -> dict[int, str]:
    """Give by its block the date of each entry of a chronicle: "2003: The army arrests nine. Hundreds flee."."""
    found: dict[int, str] = {}
    for time in times:
        number = draft.block_at(time.start)
        if number is None or draft.blocks[number].start != time.start or time.edtf is None:
            continue
        if _DAY_OR_YEAR.fullmatch(time.edtf) and _ENTERS.match(draft.content, time.end):
            found[number] = time.edtf
    return found


_DAY_OR_YEAR = late(r"\d{4}(?:-\d\d){0,2}")
