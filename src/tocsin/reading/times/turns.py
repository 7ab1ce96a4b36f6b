# SPDX-License-Identifier: Apache-2.0
"""Times by the day of speaking or of the tale: weekdays, yesterday, last week, the next day, seasons, centuries."""

from __future__ import annotations

import re

from tocsin.reading.numbers import ORDINALS
from tocsin.reading.patterns import late
from tocsin.reading.times.lengths import unit
from tocsin.reading.times.mentions import SEASONS, WEEKDAYS, Day, Fixed, Reading, Then, Turn, Weekday

_SHIFT = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "same": 0, "next": 1, "following": 1}
_WEEKDAY = late(
    rf"(?:\b(?P<turn>last|next|this|the\s+(?:following|previous))\s+)?(?P<day>{'|'.join(WEEKDAYS)})"
    r"(?:\s+(?:morning|night|evening|afternoon))?\b",
    re.IGNORECASE,
)
_NAMED = late(r"\b(?:Bloody|Black|Good|Palm|Easter|Holy|Super|Cyber|Ash|Red|Maundy|Whit)\s+$", re.IGNORECASE)
_DAY_OF = late(r"\b(?:on|by|until|till|since|from|before|after|to|and|of)\s+(?P<the>the\s+)$", re.IGNORECASE)
_NO_NOUN = late(
    r"\s*(?:[.,;:)?!\"]|$|\s(?:and|but|or|at|when|while|as|in|that|the|he|she|they|we|it|to|after|before|for|with|was|were)\b)"
)
_OF_THAT_MONTH = late(r"\s+of\s+(?:the\s+same|that|this)\s+month\b", re.IGNORECASE)
_FEAST = late(r"\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth) $")  # "the Third Sunday of Advent"
_PAPER = late(
    r"\s+(?:Times|Mail|Telegraph|Express|Post|Mirror|Herald|Agreement|Group|School|Mass|[Pp]rayers?|[Ss]ermons?)\b"
)
_TURN = late(
    r"\b(?:(?P<part>early|earlier|mid|late|later)[\s-]+)?(?:(?P<the>the|that|those)\s+(?:very\s+)?)?"
    r"(?:(?P<turn>this|last|next|following|previous|preceding|same)\s+)?"
    r"(?P<unit>day|week|month|year|decade|century|weekend|night|morning|evening|afternoon|spring|summer|autumn|fall|winter)"
    r"(?P<tail>\s+(?:before|after|earlier|later)(?=\s*(?:[.,;:)]|$)))?(?![\w-])",
    re.IGNORECASE,
)
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
    r",?\s(?:(?!is\b|are\b|remains?\b|stands?\b|lives?\b)\w[\w'-]*\s){0,7}?"
    r"(?:has|have|had|was|were|will|said|sent|told|held|[a-z]{3,}ed|we|I)\b"
)
"""What tells of that day after a "Today" that opens a sentence."""
_BEYOND = late(r"\bthe\s+day\s+(?P<way>before|after)\s+$", re.IGNORECASE)
_WEEKENDS = late(r"\b(?:over|at|during|since|on|after)\s+$", re.IGNORECASE)
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
    before = re.search(
        r"\b(?:the\s+)?(this\s+past|last|next|this|previous|following|past)\s+$",
        content[max(low, cue[0] - 14) : cue[0]],
    )
    start = cue[0]
    shift: int | None = None
    if before and before[1].lower() in ("every", "each"):
        return []
    if before:
        start -= len(before.group())
        shift = _SHIFT[before[1].lower().split()[-1]]
    day = next(number for number, name in enumerate(WEEKDAYS) if name.lower() == match["day"].lower())
    return [(start, match.end(), "time.weekday", Weekday(day, shift))]


def ordinal(content: str, cue: tuple[int, int], low: int, high: int) -> list[Reading]:
    """Read "on the 15th": a preposition before, no noun behind that it could count."""
    start, end = cue
    day = int(content[start : end - 2])
    before = _DAY_OF.search(content, max(low, start - 20), start)
    same = _OF_THAT_MONTH.match(content, end, high) if before else None
    end = same.end() if same else end
    if before is None or not 1 <= day <= 31 or not _NO_NOUN.match(content, end, high):
        return []
    return [(before.start("the"), end, "time.day-of-month", Day(day))]


def deictic(content: str, cue: tuple[int, int], low: int) -> list[Reading]:
    """Read yesterday, tomorrow, last night, and the "today" of somebody who spoke that day."""
    start, end = cue
    word = " ".join(content[start:end].lower().split())
    if word == "since then":
        return [(end - 4, end, "time.since-then", Then())]
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
    for match in _TURN.finditer(content, max(low, cue[0] - 28), min(high, cue[1] + 12)):
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
    if told != bool(the) or letter is None:
        return []
    end = match.start("tail") if match["tail"] else match.end()
    stretch = (match["part"] or "").lower()
    start = match.start()
    if stretch in ("earlier", "later"):  # some time in it, on one side of now: no stretch of its own
        start, stretch = match.start("turn"), ""
    by = "time.by-the-tale" if told else "time.by-the-issue"
    return [(start, end, by, Turn(letter, _SHIFT[word], told=told, part=stretch))]


def _pointed(match: re.Match[str], the: str) -> list[Reading]:
    """Read "that day", "the week before", "over the weekend"."""
    name, tail = match["unit"].lower(), (match["tail"] or "").strip().lower()
    if name == "weekend" and the == "the" and not tail and not match["part"]:
        past = _WEEKENDS.search(match.string, max(0, match.start() - 10), match.start())
        return [(match.start("the"), match.end(), "time.by-the-issue", Turn("E", -1))] if past else []
    if name not in ("day", "week", "month", "year") or (the, bool(tail)) not in (("that", False), ("the", True)):
        return []
    shift = {"before": -1, "earlier": -1, "after": 1, "later": 1}.get(tail, 0)
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
