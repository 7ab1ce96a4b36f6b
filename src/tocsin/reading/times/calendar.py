# SPDX-License-Identifier: Apache-2.0
"""Dates with a month's name: days, runs and lists of days, months, whole or without a year."""

from __future__ import annotations

import re
from dataclasses import replace

from tocsin.reading.numbers import ONES
from tocsin.reading.patterns import late
from tocsin.reading.times import runs
from tocsin.reading.times.mentions import MONTHS, Fixed, Partial, Reading, days
from tocsin.reading.times.years import PART, labelled, narrowed, part

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Sept|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?![^\W\d_])"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_SHORT_WEEKDAY = r"(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)"
_CALENDAR_SHAPE = rf"""(?<![\w./$€£])(?:
    (?P<night>(?:the\s+)?(?:early\s+|late\s+)?(?:night|morning|evening|afternoon|dawn|eve)\s+of\s+)?
    (?:(?:{_WEEKDAY}|{_SHORT_WEEKDAY}\.?),?\s+(?:the\s+)?)?
    (?:
      (?:the\s+)?(?P<d1>{_DAY})(?:st|nd|rd|th|(?<=[^\n]{{3}})\.(?=\s{_MONTH}\.?\s\d{{4}}))?(?:\s+day)?
      (?:(?P<j1>\s*[-–—/]\s*|\s+(?:to|and|until|till|through)\s+)(?:the\s+)?(?P<d2>{_DAY})(?:st|nd|rd|th)?)?
      [\s-]*(?:of\s+)?(?P<m1>{_MONTH})\.?
      (?:(?:[\s,.]+(?:(?:of|in)\s+)?|-)(?P<y1>\d{{4}})(?![\d%])
      |[\s-]*(?P<yy>'\d\d|(?<=[A-Z]{{3}}[ ])\d\d)(?!\d|[.,:/]\d|[ ][a-z]))?
    |
      (?P<m2>{_MONTH})\.?[\s-]*(?:the\s+)?(?P<d3>{_DAY})(?:st|nd|rd|th)?(?![\d%]|:\d|[.,]\d)
      (?:(?P<j2>\s*[-–—]\s*|\s+(?:to|and|until|till|through)\s+)(?:the\s+)?(?P<d4>{_DAY})(?:st|nd|rd|th)?
         (?![\d:%]|[.,]\d|\s+(?:of\s+)?{_MONTH}|\s+(?!and\b|in\b|at\b|to\b|by\b|of\b)[a-z]))?
      (?:(?:\s*,\s*|\s+(?:(?:of|in)\s+)?)(?P<y2>\d{{4}})(?![\d%]))?
    |
      (?P<d5>{_DAY})(?:st|nd|rd|th)?\s+(?P<m3>{_MONTH})\s*[-–—]\s*(?P<d6>{_DAY})(?:st|nd|rd|th)?\s+(?P<m4>{_MONTH})
      (?:,?\s+(?P<y3>\d{{4}})(?![\d%]))?
    )
    |
    {PART}(?P<m5>{_MONTH})\.?(?:\s*[-–—/]\s*(?P<m6>{_MONTH}))?(?:(?:[\s,]+(?:of\s+)?|-)(?P<y4>\d{{4}})(?![\d%]))?
    )(?:(?<=\d)|(?<=\d[a-z]{{2}})|(?<=[^\W\d_])|(?<=\.)(?=\s+\d|\s+(?-i:[a-z])|,))
    """
_CALENDAR = late(_CALENDAR_SHAPE, re.VERBOSE | re.IGNORECASE)
# "28 June – 3 July 2023" must be tried before "28 June".
_ACROSS = late(
    rf"""(?<![\w./$€£])(?:
      (?P<d1>{_DAY})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH})\s*[-–—]\s*(?P<d2>{_DAY})(?:st|nd|rd|th)?\s+(?P<m2>{_MONTH})
    | (?P<m3>{_MONTH})\s+(?P<d3>{_DAY})(?:st|nd|rd|th)?\s*[-–—]\s*(?P<m4>{_MONTH})\s+(?P<d4>{_DAY})(?:st|nd|rd|th)?
    )(?:,?\s+(?P<y>\d{{4}})(?![\d%]))?""",
    re.VERBOSE | re.IGNORECASE,
)
_YEAR_FIRST = late(r"(?<![\w./,-])(?P<year>(?:19|20)\d\d),?[ -]$")
_ROW = late(
    rf"(?P<days>(?:,\s+{_DAY}(?:st|nd|rd|th)?)+,?\s+(?:and|or|&)\s+{_DAY}(?:st|nd|rd|th)?)(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
    r"(?![\d%:]|[.,]\d|\s+(?!(?:and|in|at|to|by|of|the|on|we|he|she|they|it|was|were|when|as|for|from)\b)[a-z])"
)
"""More days behind "June 3": ", 5 and 9"."""
_A_DAY = late(rf"{_DAY}(?:st|nd|rd|th)?")
_NAMED_PLACE = late(
    r"\s+(?:Street|Avenue|Square|Bridge|Road|Boulevard|Stadium|Hospital|School|University|Brigade|Movement|Revolution"
    r"|Hall|Barracks|Camp|Park|Market|Club|Foundation)\b"
)
"""What a day is the name of: "the 17 October Street office"."""
_WHOLE_OF = late(r"\b(?:the\s+(?:whole|entirety)|all)\s+of\s+$", re.IGNORECASE)
_NIGHTS = late(
    rf"""night\s+of\s+(?:the\s+)?(?P<d1>{_DAY})(?:st|nd|rd|th)?\s+(?P<m1>{_MONTH})\s+(?:to|and)\s+(?:the\s+)?
    (?P<d2>{_DAY})(?:st|nd|rd|th)?\s+(?P<m2>{_MONTH})(?:,?\s+(?P<y>\d{{4}})(?![\d%]))?""",
    re.VERBOSE | re.IGNORECASE,
)
_PREPOSED = late(
    r"\b(in|since|until|till|by|from|to|of|during|through|between|before|after|and|last|next|this|past|every|each)\s+$",
    re.IGNORECASE,
)
_OF_YEAR = late(
    r",?\s+(?:(?:of\s+)?(?P<turn>last|this|next)|(?:of|in)\s+(?P<told>that(?:\s+same)?|the\s+(?:same|following|next|previous)))\s+year\b",
    re.IGNORECASE,
)
_TURNS = {"last": -1, "this": 0, "next": 1, "that": 0, "same": 0, "following": 1, "previous": -1}
_MONTH_BEFORE = late(rf"{_MONTH}\s+and\s+$")
_NAMED = late(r"[A-Z][a-z]+\s+$")
_VERBLIKE = frozenset({3, 5})
_NAMELIKE = frozenset({3, 4, 5, 6, 8})
_LISTED = late(rf"(?<![\w.,/$€£-])(?P<day>{_DAY})(?:st|nd|rd|th)?(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+or\s+)$")
_DASH = late("[-–—/]")
_NUMBER_BEFORE = late(r"\d\)?(?:\s*(?:[,;:|]|[-–—])|\s+/)\s*$")
_NTHS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
)
_NTH = {word: n for n, word in enumerate(_NTHS.split(), 1)}
_NTH |= {f"{word}th": n for n, word in enumerate(ONES) if 15 < n < 20}
_NTH |= {"eighteenth": 18, "twentieth": 20, "thirtieth": 30}
_SMALL = {word: n for n, word in enumerate(ONES)} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70}
_SMALL |= {"twenty": 20, "eighty": 80, "ninety": 90}
_NTH_DAY = late(
    rf"\b(?:this|the)\s+(?:(?P<word>(?:twenty|thirty)[-\s](?:{'|'.join(list(_NTH)[:9])})|{'|'.join(_NTH)})"
    r"(?:\s+day)?|(?P<figure>\d{1,2})(?:st|nd|rd|th)\s+day)\s+of\s+(?:the\s+month\s+of\s+)?$",
    re.IGNORECASE,
)
_IN_THE_YEAR = late(
    r",?\s+(?:in\s+the\s+year\s+(?:of\s+our\s+Lord\s+)?|of\s+the\s+year\s+|in\s+)?(?:(?P<figures>(?:1[89]|20)\d\d)\b"
    rf"|two\s+thousand(?:\s+and)?(?:\s+(?P<words>(?:{'|'.join(_SMALL)})(?:[-\s](?:{'|'.join(ONES[1:10])}))?))?\b)",
    re.IGNORECASE,
)
_OF_DATES = runs.words(_CALENDAR_SHAPE) | {
    f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
}
"""Words of which dates are made, in small letters."""
_LEFT = 34
_RIGHT = 40


def month(word: str) -> int:
    """Number a month by its name or its short form.

    >>> month("SEPT"), month("may")
    (9, 5)
    """
    return _MONTH_NUMBERS[word[:3].lower()]


_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS, 1)}


def solemn(content: str, cue: tuple[int, int], low: int, high: int) -> list[Reading]:
    """Read a date as a deed writes it: "this seventh day of June in the year two thousand and twenty-four"."""
    before = _NTH_DAY.search(content, max(low, cue[0] - 44), cue[0])
    if before is None:
        return []
    year, end = None, cue[1]
    after = _IN_THE_YEAR.match(content, end, min(high + 40, end + 90))
    if after:
        year, end = after["figures"] or str(2000 + (spelt(after["words"]) if after["words"] else 0)), after.end()
    day = int(before["figure"]) if before["figure"] else ordinal_of(before["word"])
    value = days((month(content[cue[0] : cue[1]]), day), None, year)
    return [(before.start(), end, "time.day" if year else "time.day-without-year", value)] if value else []


def spelt(words: str) -> int:
    """Number words below a hundred: "twenty-four"."""
    return sum(_SMALL.get(word, 0) for word in re.split(r"[\s-]+", words.lower()))


def ordinal_of(words: str) -> int:
    """Number a day in words: "twenty-first"."""
    tens, _, ones = words.lower().replace(" ", "-").rpartition("-")
    return _SMALL.get(tens, 0) + _NTH.get(ones, 0)


def calendar(content: str, cue: tuple[int, int], low: int, high: int) -> list[Reading]:
    """Read the date around a month's name: (start, end, construction, value), more than one for a list of days."""
    start, end = cue
    solemnly = content[max(0, start - 8) : start].rstrip().endswith(" of")
    told = solemn(content, cue, low, high) if solemnly else _nights(content, cue)
    if told:
        return told
    low, high = max(low, start - _LEFT), min(high, end + _RIGHT)
    begin = runs.begun(content, low, start, _OF_DATES)
    across = _covering(_ACROSS, content, begin, high, start) if _DASH.search(content, start, high) else None
    if across:
        ends = [(month(across[f"m{i}"]), int(across[f"d{i}"])) for i in ((1, 2) if across["m1"] else (3, 4))]
        value = days(ends[0], ends[1], across["y"])
        return [(across.start(), across.end(), "time.day-range", value)] if value else []
    match = _covering(_CALENDAR, content, begin, high, start)
    if match is None or _NAMED_PLACE.match(content, match.end()):
        return []
    if match["m5"]:
        return _turned(content, _month_only(content, match))
    fresh = "\n" in content[max(0, match.start() - 2) : match.start()]  # "Order", and the date on the line below
    if content[match.start()].isdigit() and not fresh and labelled(content, match.start(), 0, 30):
        return _past_label(content, match)
    return _turned(content, _day_month(content, match, low))


def beside_month(content: str, cue: tuple[int, int], low: int, high: int) -> list[Reading]:
    """Read the date around a weekday or a time of day, which has a month's name beside it, or there is none."""
    near = content[max(low, cue[0] - _LEFT) : min(high, cue[1] + _RIGHT)].lower()
    return calendar(content, cue, low, high) if any(map(near.__contains__, _MONTH_NUMBERS)) else []


def _nights(content: str, cue: tuple[int, int]) -> list[Reading]:
    """Read "the night of 30 November to 1 December"."""
    found = _NIGHTS.match(content, cue[0]) if cue[1] - cue[0] == len("night") else None
    if found is None:
        return []
    value = days((month(found["m1"]), int(found["d1"])), (month(found["m2"]), int(found["d2"])), found["y"])
    return [(found.start("d1"), found.end(), "time.day-range", value)] if value else []


def _past_label(content: str, match: re.Match[str]) -> list[Reading]:
    """Read the day behind a numbered label: "Update 1 – 9 June 2023", "Issue 41, 3 May"; none in "paragraph 9 May"."""
    number, year = month(match["m1"] or match["m2"]), match["y1"] or match["y2"]
    name = "time.day" if year else "time.day-without-year"
    apart = match["d2"] and _DASH.search(match["j1"] or "")
    if not apart and _NUMBER_BEFORE.search(content, max(0, match.start() - 8), match.start()) is None:
        return []
    day, start = (match["d2"], match.start("d2")) if apart else (match["d1"], match.start())
    value = days((number, int(day)), None, year) if day else None
    return [(start, match.end(), name, value)] if value else []


def _turned(content: str, found: list[Reading]) -> list[Reading]:
    """Take "of last year" into the last date found, where it has no year of its own."""
    if not found or not isinstance(found[-1][3], Partial) or found[-1][3].shift is not None:
        return found
    start, end, by, value = found[-1]
    match = _OF_YEAR.match(content, end)
    if match is None or not isinstance(value, Partial):
        return found
    turn = _TURNS[(match["turn"] or match["told"]).lower().split()[-1]]
    return [*found[:-1], (start, match.end(), by, replace(value, turn=turn, told=match["told"] is not None))]


def _covering(pattern: re.Pattern[str], content: str, begin: int, high: int, at: int) -> re.Match[str] | None:
    return next((match for match in runs.matches(pattern, content, begin, at, high) if match.end() > at), None)


def _day_month(content: str, match: re.Match[str], low: int) -> list[Reading]:
    number = month(match["m1"] or match["m2"])
    first, second = match["d1"] or match["d3"], match["d2"] or match["d4"]
    year = match["y1"] or match["y2"] or _century(match["yy"])
    start, end = match.span()
    if match["m2"] and year is None and not second:
        led = _YEAR_FIRST.search(content, max(low, start - 7), start)
        start, year = (led.start(), led["year"]) if led else (start, None)
    joined = (match["j1"] or match["j2"] or "").strip()
    row = _ROW.match(content, end) if match["m2"] and not second and not year else None
    if row:
        return _in_a_row(content, match, row, number)
    if not second:
        value = days((number, int(first)), None, year)
        found: list[Reading] = []
        if match["d1"] and not match["night"]:
            found = _listed(content, match.start(), low, number, year)
        name = "time.day" if year else "time.day-without-year"
        return [*found, (start, end, name, value)] if value else []
    between = joined == "and" and not re.search(r"\b[Bb]etween\s+(?:the\s+)?$", content[max(0, start - 14) : start])
    if between and int(second) != int(first) + 1:
        one, other = days((number, int(first)), None, year), days((number, int(second)), None, year)
        name = "time.listed-day" if year else "time.day-without-year"
        if one and other:
            cut, next_one = (
                (match.end("d1"), match.start("d2")) if match["d1"] else (match.end("d3"), match.start("d4"))
            )
            more = _listed(content, start, low, number, year, sure=True) if match["d1"] else []
            return [*more, (start, cut, "time.listed-day", one), (next_one, end, name, other)]
        return []
    value = days((number, int(first)), (number, int(second)), year)
    return [(start, end, "time.day-range", value)] if value else []


def _in_a_row(content: str, match: re.Match[str], row: re.Match[str], number: int) -> list[Reading]:
    """Read "June 3, 5 and 9": each day for itself."""
    spans = [(match.start(), match.end("d3"), match["d3"])]
    spans += [(*one.span(), one.group()) for one in _A_DAY.finditer(content, *row.span("days"))]
    name, found = "time.listed-day" if row["year"] else "time.day-without-year", list[Reading]()
    for place, (start, end, day) in enumerate(spans):
        value = days((number, int(re.sub(r"\D", "", day))), None, row["year"])
        last = place == len(spans) - 1
        if value is None:
            return []
        found.append((start, row.end() if last else end, name if last else "time.listed-day", value))
    return found


def _century(short: str | None) -> str | None:
    if not short:
        return None
    number = int(short.lstrip("'"))
    return str(number + (2000 if number < 50 else 1900))


def _listed(content: str, at: int, low: int, number: int, year: str | None, *, sure: bool = False) -> list[Reading]:
    found: list[Reading] = []
    while before := _LISTED.search(content, max(low, at - 16), at):
        if (
            not found and not sure and before.group().rstrip().endswith(",")
        ):  # "Update 14, 18 June": only "and" ends a list
            break
        value = days((number, int(before["day"])), None, year)
        if value is None or labelled(content, before.start(), 0, 30):
            break
        found.insert(0, (before.start("day"), before.end("day"), "time.listed-day", value))
        at = before.start()
    return found


def _month_only(content: str, match: re.Match[str]) -> list[Reading]:  # noqa: PLR0911 - one return a rule, in order
    start, end = match.span()
    number, stretch = month(match["m5"]), part(match["part"])
    last = month(match["m6"]) if match["m6"] else None
    if match["y4"]:
        year = int(match["y4"])
        if not 1400 <= year < 2200:
            return []
        text = f"{year}-{number:02}" if not last else f"{year}-{number:02}/{year}-{last:02}"
        value: Fixed | Partial = Fixed(narrowed(year, number, stretch)) if stretch else Fixed(text)
        return [(start, end, "time.month", value)] if not last or number < last else []
    lead = _PREPOSED.search(content, max(0, start - 12), start)
    word = lead[1].lower() if lead else ""
    after = content[end : end + 24]
    if word in ("every", "each"):
        return []
    titled = re.match(r"\s+[A-Z][a-z]", after) is not None
    short = len(match["m5"]) < 5 and match["m5"].lower() not in ("may", "june", "july")
    if (
        word == "and"
        and titled
        and number in _NAMELIKE
        and not _MONTH_BEFORE.search(content, max(0, start - 20), start)
    ):
        return []  # "and June Karsk": a name
    verb = word == "to" and number in _VERBLIKE and match["m5"].isupper()  # "TO MARCH FOR PEACE"
    if (match["m5"].islower() and not word) or verb:
        return []
    if not stretch and (
        not word or (word in ("and", "by", "to", "of", "after", "before") and number in _VERBLIKE and titled)
    ):
        if number in _NAMELIKE or short or titled or last is not None:
            return []
        if match["m5"].isupper() or _NAMED.search(content, max(0, start - 24), start):
            return []
    if word in ("last", "next", "this", "past") and lead:
        start = lead.start(1)
        shift = {"last": -1, "past": -1, "next": 1, "this": 0}[word]
        return [(start, end, "time.month-without-year", Partial(number, shift=shift))]
    whole = _WHOLE_OF.search(content, max(0, start - 18), start) if word == "of" else None
    start = whole.start() if whole else start
    return [(start, end, "time.month-without-year", Partial(number, last_month=last, part=stretch))]
