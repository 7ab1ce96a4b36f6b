# SPDX-License-Identifier: Apache-2.0
"""Times by the day of speaking or of the tale: weekdays, yesterday, last week, the next day, seasons, centuries."""

from __future__ import annotations

import re

from tocsin.reading.numbers import ONES, ORDINALS
from tocsin.reading.patterns import late
from tocsin.reading.times import runs
from tocsin.reading.times.lengths import unit
from tocsin.reading.times.mentions import (
    MONTHS,
    SEASONS,
    WEEKDAYS,
    Day,
    Fixed,
    Lasting,
    Reading,
    Then,
    Turn,
    Weekday,
    days,
)
from tocsin.reading.times.years import part

_SHIFT = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "same": 0, "next": 1, "following": 1}
_SHIFT |= {"coming": 1}
_WEEKDAY = late(
    rf"(?:\b(?P<turn>last|next|this|the\s+(?:following|previous))\s+)?(?P<day>{'|'.join(WEEKDAYS)})"
    r"(?:\s+(?:morning|night|evening|afternoon))?\b",
    re.IGNORECASE,
)
_NAMED = late(r"\b(?:Bloody|Black|Good|Palm|Easter|Holy|Super|Cyber|Ash|Red|Maundy|Whit)\s+$", re.IGNORECASE)
_DAY_OF = late(r"\b(?:on|by|until|till|since|from|before|after|to|and|of)\s+(?P<the>the\s+)$", re.IGNORECASE)
_NO_NOUN = late(
    r"\s*(?:[.,;:)?!\"]|$|\s(?:and|but|or|at|when|while|as|in|that|the|he|she|they|we|it|to|after|before|for|with|was|were|both|all|we|I|you|there|no|until)\b)"
)
_OF_THAT_MONTH = late(r"\s+of\s+(?:the\s+same|that|this)\s+month\b", re.IGNORECASE)
_FEAST = late(r"\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth) $")  # "the Third Sunday of Advent"
_TURNED = late(
    r"\b(?P<the>the\s+)?(?P<turn>this\s+past|this\s+coming|last|next|this|previous|following|past|coming)\s+$",
    re.IGNORECASE,
)
_OF_A_WEEK = late(r"(?:,?\s+of)?\s+(?P<turn>last|this|next)\s+week\b", re.IGNORECASE)
_TITLE = late(r"\b(?:Mr|Mrs|Ms|Dr|Rev|Fr|Sr|St)\.?\s+$")
_EVERY = late(r"\b(?:every|each)\s+(?P<other>other\s+|second\s+)?$", re.IGNORECASE)
_LED = late(
    r"\b(?:on|by|until|till|since|from|before|after|to|and|of|last|next|this|late|early|between|through|for|or)\s+$",
    re.IGNORECASE,
)
_NAME_AFTER = late(rf"\s+(?!(?:{'|'.join(MONTHS)})\b)[A-Z][a-z]+(?:\s+[A-Z][a-z]+)*")
_VERB_AFTER = late(r"\s+(?:is|was|has|had|said|says|co-founded|joined|lives)\b|,\s+\d\d\b")
_PAPER = late(
    r"\s+(?:Times|Mail|Telegraph|Express|Post|Mirror|Herald|Agreement|Group|School|Mass|[Pp]rayers?|[Ss]ermons?)\b"
)
_TURN_SHAPE = (
    r"\b(?:(?P<part>early|earlier|mid|late|later"
    r"|(?:the\s+)?(?:very\s+)?(?:beginning|start|middle|end|(?:first|second|third|fourth|last)\s+(?:half|quarter))\s+of)[\s-]+)?(?:(?P<the>the|that|those)\s+(?:very\s+)?)?"
    r"(?:(?P<turn>this|last|next|following|previous|preceding|same)\s+)?"
    r"(?P<unit>day|week|month|year|decade|century|weekend|night|morning|evening|afternoon|spring|summer|autumn|fall|winter)"
    r"(?:(?P<tail>\s+(?:before|after|earlier|later)(?=\s*(?:[.,;:)]|$)))|(?P<close>'s\s+end|-end)\b)?(?![\w-])"
)
_TURN = late(_TURN_SHAPE, re.IGNORECASE)
_TURNING = runs.words(_TURN_SHAPE)
"""Words of which a turn is made."""
_SEASON = late(
    rf"(?:\bthe\s+)?(?:\b(?:early|mid|late)[-\s]+)?\b(?P<season>{'|'.join(SEASONS)})(?:\s*[-–/]\s*(?:spring|summer|autumn|winter))?"
    r"(?:,?\s+(?:of\s+)?)(?P<year>(?:1[89]|20)\d\d)(?:[-/–](?P<to>\d\d(?:\d\d)?))?(?![\w%]|[.,]\d)",
    re.IGNORECASE,
)
_CENTURY = late(
    r"(?:\bthe\s+)?(?:\b(?:early|mid|late)[-\s]+)?\b(?:(?P<figure>\d{1,2})(?:st|nd|rd|th)"
    rf"|(?P<word>(?:twenty-first|{'|'.join(ORDINALS)})))[-\s]+century\b",
    re.IGNORECASE,
)
_SPOKEN = late(
    r"(?:\b(?:said|says|told|announced|reported|issued|adopted|released|published|confirmed|warned|[a-z]{3,}ed)\s+$)"
    r"|\b(?:earlier|later)\s+$",
    re.IGNORECASE,
)
_PERFECT = late(r"\b(?:has|have|was|were)\s+$")
_DONE = late(r"\s+(?:been\b|\w+ed\b|sent\b|written\b|made\b|given\b|begun\b|taken\b|shut\b)")
_AN_AGE = late(
    r"\b(?:of|even|until|till|here|world|society|times|than|still|and|or|not|is|are|remains?|stands?|lives?|faces?|suffers?|exists?"
    r"|ever|as|like)\s+$",
    re.IGNORECASE,
)
_STILL = late(r"(?:['’]s|-|\s+(?:more\s+than\s+ever|still|is|are|remains?|as\s+(?:in|it|ever|yesterday)|than)\b)")
_TOLD_TODAY = late(
    r",?\s(?:(?!is\b|are\b|remains?\b|stands?\b|lives?\b)[(\"]?\w[\w'’.-]*[),\"]?\s){0,12}?"
    r"(?:has|have|had|was|were|will|said|sent|told|held|came|met|saw|took|gave|made|left|began|went|wrote|spoke|struck|hit"
    r"|shot|brought|fled|[a-z]{3,}ed|we|I)\b"
    r"|,?\s(?:\w[\w'-]*\s){0,4}?(?:is|are|it's)\s(?:now\s|exactly\s|just\s|our\s|the\s)*"
    rf"(?:\d|(?:{'|'.join((*ORDINALS, *ONES[1:]))})\b|\w+ty\b|(?:\w+\s)?(?:anniversary|day)\b)"
    r"|,?\s(?:\w+\s){0,3}?marks\b"
)
"""What tells of that day after a "Today" that opens a sentence."""
_BEYOND = late(r"\bthe\s+day\s+(?P<way>before|after)\s+$", re.IGNORECASE)
_WEEKENDS = late(r"\b(?:over|at|during|since|on|after|(?P<ahead>by|to|until|till|before|into))\s+$", re.IGNORECASE)
_OFF = {"before": -1, "earlier": -1, "after": 1, "later": 1}
_FEASTS = {"christmas day": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1), "new year's eve": (12, 31)}
_YEAR_AFTER = late(r",?\s+(?:of\s+|in\s+)?((?:19|20)\d\d)\b")
_LEFT = 40
_OF_DAYS = late(r"\s+of\s+(?:the\s+)?(?:\d|[A-Z][a-z]+\s+\d)")
_OF_A_MONTH = late(rf"\s+of\s+(?:{'|'.join(MONTHS)})\b")
_TOLD = ("following", "previous", "preceding", "same")


def weekday(content: str, cue: tuple[int, int], low: int, high: int) -> list[Reading]:
    """Read a weekday alone; "Friday, 3 May" is the calendar's."""
    match = _WEEKDAY.match(content, max(low, cue[0]), high)
    if (
        match is None
        or _PAPER.match(content, match.end())
        or _FEAST.search(content, max(low, cue[0] - 12), cue[0])
        or _NAMED.search(content, max(low, cue[0] - 10), cue[0])
    ):
        return []
    if _TITLE.search(content, max(0, cue[0] - 6), cue[0]):
        return []
    every = _EVERY.search(content, max(low, cue[0] - 14), cue[0])
    if every:
        return [(every.start(), match.end(), "time.every", Lasting("P2W" if every["other"] else "P1W", "exact"))]
    led = _LED.search(content, max(0, cue[0] - 14), cue[0])
    if led is None and match.end() == cue[1] and (named := _NAME_AFTER.match(content, match.end())):
        starts = not content[max(low, cue[0] - 3) : cue[0]].strip()[-1:].isalnum()
        if not starts or _VERB_AFTER.match(content, named.end()):
            return []  # "the Sunday Runners", "Friday Karsk is their treasurer"
    before = _TURNED.search(content, max(low, cue[0] - 18), cue[0])
    day = _numbered(match["day"])
    if before is None:
        week = _OF_A_WEEK.match(content, match.end(), high)
        end, of = (week.end(), _SHIFT[week["turn"].lower()]) if week else (match.end(), None)
        return [(cue[0], end, "time.weekday", Weekday(day, week=of))]
    word = before["turn"].lower().split()[-1]
    value = Weekday(day, _SHIFT[word], told=word in _TOLD or (before["the"] is not None and word == "next"))
    return [(before.start(), match.end(), "time.weekday", value)]


def _numbered(name: str) -> int:
    return next(number for number, known in enumerate(WEEKDAYS) if known.lower() == name.lower())


def ordinal(content: str, cue: tuple[int, int], low: int, high: int) -> list[Reading]:
    """Read "on the 15th": a preposition before, no noun behind that it could count."""
    start, end = cue
    day = int(content[start : end - 2])
    before = _DAY_OF.search(content, max(low, start - 20), start)
    same = _OF_THAT_MONTH.match(content, end, high) if before else None
    end = same.end() if same else end
    of_this = same is not None and " this " in same.group().lower()
    if before is None or not 1 <= day <= 31 or not _NO_NOUN.match(content, end, high):
        return []
    return [(before.start("the"), end, "time.day-of-month", Day(day, of_this=of_this))]


def deictic(content: str, cue: tuple[int, int], low: int) -> list[Reading]:
    """Read yesterday, tomorrow, last night, and the "today" of somebody who spoke that day."""
    start, end = cue
    word = " ".join(content[start:end].lower().split())
    if word == "since then":
        return [(end - 4, end, "time.since-then", Then())]
    if word in _FEASTS:
        year = _YEAR_AFTER.match(content, end)
        value = days(_FEASTS[word], None, year[1] if year else None)
        return (
            [(start, year.end() if year else end, "time.day" if year else "time.day-without-year", value)]
            if value
            else []
        )
    shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(word, 0)
    beyond = _BEYOND.search(content, max(low, start - 16), start) if shift else None
    if beyond and (word, beyond["way"].lower()) in (("yesterday", "before"), ("tomorrow", "after")):
        return [(beyond.start(), end, "time.by-the-issue", Turn("D", 2 * shift))]
    if word == "today" and not _is_this_day(content, start, end, low):
        return []
    follow = re.match(r"\s+(?:morning|evening|night|afternoon)\b", content[end : end + 12])
    if follow and word in ("yesterday", "tomorrow"):
        end += follow.end()
    return [(start, end, "time.by-the-issue", Turn("D", shift))]


def _is_this_day(content: str, start: int, end: int, low: int) -> bool:
    """Tell the day of speaking from the age we live in: "the world of today", "Today Karsk is a test"."""
    if _SPOKEN.search(content, max(low, start - 20), start):
        return True
    if _AN_AGE.search(content, max(low, start - 24), start) or _STILL.match(content, end):
        return _PERFECT.search(content, max(low, start - 10), start) is not None and bool(_DONE.match(content, end))
    return content[start].islower() or content[start:end].isupper() or _TOLD_TODAY.match(content, end) is not None


def turn(content: str, cue: tuple[int, int], low: int, high: int) -> list[Reading]:
    """Read this, last, next, the following week, month, year, weekend, season."""
    begin = runs.begun(content, max(low, cue[0] - _LEFT), cue[0], _TURNING)
    for match in runs.matches(_TURN, content, begin, cue[0], min(high, cue[1] + 12)):
        if match.start("unit") != cue[0]:
            continue
        return _turned(match)
    return []


def _turned(match: re.Match[str]) -> list[Reading]:
    word, the = (match["turn"] or "").lower(), (match["the"] or "").lower()
    if not word:
        return _pointed(match, the)
    told = word in _TOLD or (the in ("the", "that") and word == "next")
    letter = _letter(match["unit"].lower(), told=told)
    of_month = letter == "W" and _OF_A_MONTH.match(match.string, match.end()) is not None
    if told != bool(the) or letter is None or of_month:
        return []
    end = match.start("tail") if match["tail"] else match.end()
    stretch = part(match["part"])
    start = match.start()
    if stretch in ("earlier", "later"):  # some time in it, on one side of now: no stretch of its own
        start, stretch = match.start("turn"), ""
    by = "time.by-the-tale" if told else "time.by-the-issue"
    return [(start, end, by, Turn(letter, _SHIFT[word], told=told, part=stretch))]


def _pointed(match: re.Match[str], the: str) -> list[Reading]:
    """Read "that day", "the week before", "over the weekend"."""
    name, tail = match["unit"].lower(), (match["tail"] or "").strip().lower()
    stretch = "end" if match["close"] else part(match["part"]) if (match["part"] or "").endswith("of") else ""
    if stretch and name in ("week", "month", "year") and not tail and (the == "the" or (match["close"] and not the)):
        value = Turn(unit(name), 0, part=stretch, told=None)
        return [(match.start(), match.end(), "time.by-the-issue", value)]
    dated = _OF_DAYS.match(match.string, match.end()) is not None  # "the weekend of 21–22 July" is the calendar's
    if name == "weekend" and the == "the" and not tail and not match["part"] and not dated:
        led = _WEEKENDS.search(match.string, max(0, match.start() - 10), match.start())
        shift = 0 if led and led["ahead"] else -1
        return [(match.start("the"), match.end(), "time.by-the-issue", Turn("E", shift))] if led else []
    if name == "week" and not the and tail and match.string[match.start() - 1 : match.start()] == "(":
        return [(match.start(), match.end(), "time.by-the-tale", Turn("W", _OFF[tail], told=True))]
    if name not in ("day", "week", "month", "year") or (the, bool(tail)) not in (("that", False), ("the", True)):
        return []
    shift = _OFF.get(tail, 0)
    return [(match.start("the"), match.end(), "time.by-the-tale", Turn(unit(name), shift, told=True))]


def _letter(name: str, *, told: bool) -> str | None:
    """Give a turn's unit; None where the words have no value ("this night", "this decade")."""
    if name in SEASONS:
        return f"S{SEASONS[name]}"
    if name in ("night", "morning", "evening", "afternoon", "day"):
        return "D" if told else None
    if name in ("decade", "century"):
        return None
    return "E" if name == "weekend" else unit(name)


def season(content: str, cue: tuple[int, int], low: int, high: int) -> list[Reading]:
    """Read a season with its year: "the summer of 2014", "winter 2022-23"."""
    for match in _SEASON.finditer(content, max(low, cue[0] - 14), min(high, cue[1] + 20)):
        if match.start("season") == cue[0]:
            year, code = int(match["year"]), SEASONS[match["season"].lower()]
            return [(match.start(), match.end(), "time.season", Fixed(f"{year}-{code}"))]
    return []


def century(content: str, cue: tuple[int, int], low: int) -> list[Reading]:
    """Read a century by its number."""
    for match in _CENTURY.finditer(content, max(low, cue[0] - 34), cue[1]):
        if match.end() == cue[1]:
            word = (match["word"] or "").lower()
            count = int(match["figure"] or (21 if word == "twenty-first" else ORDINALS.index(word) + 1))
            if 10 <= count <= 22:
                return [(match.start(), match.end(), "time.century", Fixed(f"{count - 1}XX"))]
    return []
