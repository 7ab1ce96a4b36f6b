# SPDX-License-Identifier: Apache-2.0
"""Dates in figures: numeric days, years, runs of years, decades; and what only looks like a year."""

from __future__ import annotations

import re
from datetime import date

from tocsin.reading.patterns import late
from tocsin.reading.times.mentions import MONTHS, Fixed, Reading, days
from tocsin.records.times import month_end, spell

PART = (
    r"(?:(?:the\s+)?(?:very\s+)?(?P<part>early|mid|late|beginning\s+of|start\s+of|middle\s+of|end\s+of|"
    r"(?:first|second|third|fourth|last)\s+(?:half|quarter|week)\s+of)(?:\s+|-)(?:the\s+month\s+of\s+)?)?"
)
DIGITS = late(
    r"(?<![\w./$€£:])(?:(?<!-)|(?<=mid-)|(?<=arly-)|(?<=late-))(?:(?P<iso>\d{4}([-/.])\d{1,2}\2\d{1,2})(?![\w/-]*\d)|(?P<dmy>\d{1,2}([./-])\d{1,2}\4\d{4}|\d{1,2}/\d{1,2}/\d\d|(?<![^\n])\d{1,2}\.\d{1,2}\.\d\d(?=[^\S\n]*(?:\n|\Z)))(?![\w/-])"
    r"|(?P<year>(?:1[4-9]|20|21)\d\d)(?P<tens>'?[sS]\b)?(?P<to>\s?[-–—/]\s?(?:(?:1[4-9]|20|21)\d\d|\d\d))?(?![\w/%]|[.,]\d|-\d))"
)
ROMAN = late(
    r"(?<![\w./$€£:-])(?P<roman>(?P<day>\d{1,2})([./-])(?P<month>I{1,3}|IV|VI{0,3}|IX|XI{0,2})\3(?P<whole>(?:1[4-9]|20)\d\d))(?![\w/-])"
)
"""A day whose month is a Roman figure: "16-VI-2031"."""
DOTTED = late(r"(?<![\w./])(?P<dotted>(?P<day>\d\d)\.(?P<month>0\d|1[0-2])\.)(?=[\s;,)]|$)")
_DOTTED_WHOLE = late(r"\d\d\.\d\d\.(?:19|20)\d\d")
_MONTH_NEXT = late(
    rf",?[ -](?:{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in MONTHS)})\.?[ -]\d{{1,2}}(?!\d|,? \d{{4}})"
    r"|[ /-][QH][1-4]\b"
)
"""What makes a year the first part of a date: "2031 May 4"."""
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_PART_ENDS = ("early", "mid", "late", "of")
_YEAR_PART = late(PART + r"$", re.IGNORECASE)
_LABELS = (  # noqa: SIM905 - read as lines of words
    "resolutions? decisions? decrees? laws? nos? numbers? paragraphs? paras? articles? arts? chapters? pages? pp? "
    "sections? cases? acts? documents? doc rules? annex figures? fig tables? regulations? directives? rooms? box "
    "orders? protocols? principles? points? items? updates? reports? bulletins? issue volume vol"
).split()
_LABEL = late(
    r"(?:\b(?:" + "|".join(_LABELS) + r")\.?(?:\s+(?:no|nos|number)\.?)?|[#§№])\s*"
    r"(?:\(?\d[\d/.]*\)?(?:\s*\(\d+\))?(?:\s+of\s+\d{4})?\s*(?:,|;|and|or|to|-|–|,\s+and)\s*)*$",
    re.IGNORECASE,
)
_LABEL_WORDS = frozenset(word.replace("?", "") for word in _LABELS) | frozenset(
    word.replace("s?", "") for word in _LABELS
)
_LABEL_WORDS |= {"and", "or", "to"}


def labelled(content: str, start: int, low: int, reach: int) -> bool:
    """Say whether a label and perhaps other numbers stand just before: "resolutions 853 and", "para.", "No."."""
    before = content[max(low, start - 16) : start].rstrip(" \n,;(-–.")
    word = before.rsplit(" ", 1)[-1].rsplit("\n", 1)[-1].lower()
    if word.isalpha() and word not in _LABEL_WORDS:  # most dates end here, without a search
        return False
    return _LABEL.search(content, max(low, start - reach), start) is not None


_LEADS = late(
    r"(?<!\w)(in|since|of|by|until|till|from|to|during|before|after|through|throughout|between|and|year|years|early|late|mid"
    r"|around|circa|back|dated|for|elections?|spring|summer|autumn|fall|winter|ending|than|on|or|the|an?|as|across|through|our|their|its|his|her|your|\w's|\ws')[\s-]+$",
    re.IGNORECASE,
)
_SURE = frozenset(
    {"in", "since", "during", "until", "till", "year", "early", "late", "mid", "before", "after", "circa"}
)
_SURE |= {"through", "throughout", "spring", "summer", "autumn", "fall", "winter", "back", "ending", "election"}
_COUNTED = late(r"[\s-]+(?:of\s+the\s+)?(?P<word>[a-z]+)")
_MEASURES = frozenset(
    [
        "people",
        "persons",
        "men",
        "women",
        "children",
        "km",
        "kilometres",
        "kilometers",
        "metres",
        "meters",
        "tons",
        "tonnes",
        "metre",
        "meter",
        "mile",
        "miles",
        "kilometre",
        "kilometer",
        "square",
        "strong",
        "page",
        "foot",
        "feet",
        "hectares",
        "seats",
        "beds",
        "homes",
        "houses",
        "families",
        "households",
        "villages",
        "prisoners",
        "detainees",
        "refugees",
        "workers",
        "pupils",
        "students",
        "soldiers",
        "residents",
        "tents",
        "dollars",
        "euros",
        "rounds",
        "percent",
        "per",
        "cent",
        "million",
        "thousand",
        "hundred",
        "other",
        "displaced",
        "civilian",
        "armed",
        "new",
        "more",
        "additional",
        "wounded",
        "injured",
        "and",
    ]
)
_ALSO_AFTER_YEARS = frozenset({"and", "new", "more", "hundred"})
_QUARTER_OF = late(r",?[\s/-]{1,2}(?:of\s+)?(?P<year>20\d\d)\b(?![\w/-])")
_OF_QUARTER = late(r"\b(?P<year>20\d\d)[\s/-]$")
_LISTED = late(r"\b(?:19|20)\d\d(?:,|,?\s+(?:and|or))\s+$")
_BRACKET = late(r"(.?)\s*\(\s*$")
_FROM = late(r"\b(?:from|years)\b[^.;]{0,40}$")
_FEW_PLURALS = frozenset(
    {"was", "is", "has", "as", "its", "this", "thus", "us", "does", "sees", "hundreds", "thousands"}
)


def part(found: str | None) -> str:
    """Name a stretch by the words before it: "start of" is beginning, "first half of" first half, none ""."""
    words = " ".join((found or "").lower().split()).removesuffix(" of").removeprefix("the ").removeprefix("very ")
    return {"start": "beginning", "middle": "mid"}.get(words, words)


def digits(content: str, match: re.Match[str], low: int) -> Reading | None:
    """Read a match of `DIGITS`: a numeric date, a year, a run of years or a decade; None where it only counts."""
    start, end = match.span()
    if match.re.groupindex.keys() & {"roman", "dotted"}:
        return _other_figures(match)
    if match["iso"] or match["dmy"]:
        value = _numeric(match["iso"], match["dmy"])
        return (start, end, "time.numeric-day", value) if value else None
    return None if _MONTH_NEXT.match(content, end) else _of_years(content, match, low)


def _of_years(content: str, match: re.Match[str], low: int) -> Reading | None:
    """Read a year, a run of years or a decade."""
    start, end = match.span()
    year = int(match["year"])
    led = content[max(low, start - 28) : start].rstrip().rstrip("-").lower().endswith(_PART_ENDS)
    before = _YEAR_PART.search(content, max(low, start - 28), start) if led else None
    stretch = part(before["part"]) if before else ""
    if stretch and before:
        start = before.start()
    if match["tens"]:
        if year % 10:
            return None
        the = re.search(r"\bthe\s+$", content[max(low, start - 6) : start], re.IGNORECASE)
        if the:
            start -= the.end() - the.start()
        return start, end, "time.decade", _decade(year, stretch) if stretch else Fixed(f"{year // 10}X")
    if not (stretch or _is_year(content, match, low)):
        return None
    if match["to"]:
        other = re.sub(r"\D", "", match["to"])
        last = int(other) if len(other) == 4 else year - year % 100 + int(other)
        if last <= year or (len(other) == 2 and last - year > 40):
            return None
        return start, end, "time.year-range", Fixed(f"{year}/{last}")
    return start, end, "time.year", Fixed(narrowed(year, 0, stretch)) if stretch else Fixed(str(year))


def _other_figures(match: re.Match[str]) -> Reading | None:
    """Read "16-VI-2031" and "20.06."."""
    start, end = match.span()
    if "dotted" in match.re.groupindex:
        short = days((int(match["month"]), int(match["day"])), None, None)
        return (start, end, "time.day-without-year", short) if short else None
    value = days((_ROMANS.index(match["month"]) + 1, int(match["day"])), None, match["whole"])
    return (start, end, "time.numeric-day", value) if value else None


def writes_dotted(content: str) -> bool:
    """Say whether a text writes days as "05.06.2031", so that "20.06." is one too."""
    return _DOTTED_WHOLE.search(content) is not None


def quarter(content: str, cue: tuple[int, int]) -> list[Reading]:
    """Read "Q2 2031", "Q2 of 2031", "2031 Q2" and halves likewise, each as its months."""
    start, end = cue
    after = _QUARTER_OF.match(content, end)
    before = None if after else _OF_QUARTER.search(content, max(0, start - 8), start)
    found = after or before
    if found is None:
        return []
    number, size = int(content[start + 1]), 3 if content[start] == "Q" else 6
    year, last = int(found["year"]), number * size
    value = Fixed(f"{year}-{last - size + 1:02}/{year}-{last:02}")
    return [(before.start() if before else start, after.end() if after else end, "time.year", value)]


def _decade(year: int, part: str) -> Fixed:
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(part, (0, 9))
    return Fixed(f"{year + low}~/{year + high}~")


_STRETCHES = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "first half": (1, 6), "second half": (7, 12)}
_STRETCHES |= {"first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9), "fourth quarter": (10, 12)}
_STRETCHES |= {"last quarter": (10, 12), "last half": (7, 12), "beginning": (1, 1), "end": (12, 12)}


_WEEKS = ("first", "second", "third", "fourth")


def narrowed(year: int, month: int, stretch: str) -> str:
    """Write the early, mid or late stretch of a year (month 0) or of a month; approximate but for halves and quarters.

    >>> narrowed(2023, 0, "early"), narrowed(2023, 3, "late"), narrowed(2023, 0, "first half")
    ('2023-01~/2023-04~', '2023-03-21~/2023-03-31~', '2023-01/2023-06')
    """
    if stretch.endswith("week") and month:
        end = month_end(year, month)
        low = end.day - 6 if stretch == "last week" else 7 * _WEEKS.index(stretch.removesuffix(" week")) + 1
        return spell(date(year, month, low), date(year, month, low + 6))
    if month == 0:
        first, last = _STRETCHES.get(stretch, (1, 12))
        flag = "" if " " in stretch else "~"
        return spell(date(year, first, 1), month_end(year, last), flag)
    end = month_end(year, month)
    low, high = {"early": (1, 10), "beginning": (1, 10), "mid": (11, 20), "first half": (1, 15)}.get(
        stretch, (21, end.day)
    )
    if stretch == "second half":
        low = 16
    return spell(date(year, month, low), date(year, month, high), "~")


def _numeric(iso: str | None, dmy: str | None) -> Fixed | None:
    numbers = [int(number) for number in re.split(r"[-/.]", iso or dmy or "")]
    doubt = ""
    if iso:
        year, number, day = numbers
    else:
        day, number, year = numbers
        if number > 12:
            day, number = number, day
        elif day <= 12 and day != number and "/" in (dmy or ""):
            doubt = "?"
        if year < 100:
            year += 2000 if year < 50 else 1900
    if not (1400 <= year < 2200 and 1 <= number <= 12):
        return None
    found = days((number, day), None, f"{year:04}")
    return Fixed(found.edtf + doubt) if isinstance(found, Fixed) else None


def _is_year(content: str, match: re.Match[str], low: int) -> bool:  # noqa: PLR0911 - one return a rule, in order
    """Tell a year from a count, a label or a page: by the word before it and the word after it."""
    start, end = match.span()
    if _labelled(content, start, end, low):
        return False
    year = int(match["year"])
    if match["to"] and 1800 <= year < 2050:
        return True
    bracket = _BRACKET.search(content, max(low, start - 14), start)
    if bracket:
        # 822 (1993): the year is part of a name
        return bracket[1] not in tuple("0123456789])") and 1800 <= year < 2100
    if 1900 <= year < 2050 and _LISTED.search(content, max(low, start - 14), start):  # "of 1956, 1968 or 2008"
        return (counted := _COUNTED.match(content, end)) is None or counted["word"] not in _MEASURES - _ALSO_AFTER_YEARS
    lead = _LEADS.search(content, max(low, start - 14), start)
    word = lead[1].lower() if lead else ""
    counted = _COUNTED.match(content, end)
    noun = counted["word"] if counted else ""
    if word in _SURE:
        return noun not in _MEASURES - _ALSO_AFTER_YEARS or word in ("in", "since")
    if not 1900 <= year < 2050 or _counts(noun, word):
        return word in ("of", "by", "from", "between", "and", "dated") and 1800 <= year < 2100 and not noun
    if word in ("than", "or", "around", "to", "for", "on"):
        runs = word == "to" and _FROM.search(content, max(low, start - 50), start)
        return bool(runs) or (word in ("or", "around", "for") and not noun)
    return bool(word) or _stands_free(content, start, end, low, noun)


def _labelled(content: str, start: int, end: int, low: int) -> bool:
    """Say whether figures number something: a resolution before them, a year in brackets behind, "at" an hour."""
    return (
        labelled(content, start, low, 60)
        or re.match(r"\s?\(\d", content[end : end + 4]) is not None
        or re.search(r"\bat\s+$", content[max(low, start - 5) : start], re.IGNORECASE) is not None
    )


def _counts(noun: str, word: str) -> bool:
    """Say whether figures count the noun after them."""
    return noun in _MEASURES - _ALSO_AFTER_YEARS - {"other", "displaced", "armed"} or (
        noun.endswith("s") and noun not in _FEW_PLURALS and word not in ("the", *_SURE)
    )


def _stands_free(content: str, start: int, end: int, low: int, noun: str) -> bool:
    """Say whether figures with no preposition stand as a year does: after a name or a mark, before a mark."""
    marked = content[end : end + 1] in (",", ".", ")", ":", ";", "", "\n")
    previous = content[max(low, start - 24) : start].rstrip()
    if not previous or previous[-1] in "-–—:;\"'" or start == low:
        return marked or bool(noun)
    word = re.search(r"([^\W\d_]+),?$", previous)
    return bool(word and word[1][0].isupper() and marked)
