# SPDX-License-Identifier: Apache-2.0
"""Lengths of time and what is reckoned by them: "almost eight months", "44-day", "two weeks ago", "a week later"."""

from __future__ import annotations

import re

from tocsin.reading.numbers import ONES
from tocsin.reading.patterns import late
from tocsin.reading.times import runs
from tocsin.reading.times.mentions import UNITS, Fixed, Lasting, Partial, Reading, Shifted

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {word: number for number, word in enumerate(ONES)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_BELOW_HUNDRED = (
    rf"(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(ONES[1:10])}))?|{'|'.join(sorted(ONES[1:], key=len, reverse=True))}"
)
_NUMBER = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?"
    rf"|(?:an?|{'|'.join(ONES[1:10])})\s+hundred\s+(?:and\s+)?"
    rf"(?:{_BELOW_HUNDRED})(?=[-\s])|(?:{'|'.join(ONES[2:10])})\s+hundred|{_BELOW_HUNDRED}"
    r"|another|half\s+an?|half|an?\s+couple\s+of|a\s+couple|a\s+dozen|a\s+hundred|one\s+hundred|an?)"
)
_COMPOUND = rf"(?:{'|'.join(_TENS)})[-\s](?:{'|'.join(ONES[1:10])})\b"
_UNIT = r"(?:minute|hour|day|week|fortnight|month|year|decade|centur(?:y|ie))s?(?![^\W\d_])"
_COMPARE = (
    r"(?:almost|nearly|about|around|approximately|roughly|over|(?:no\s+)?more\s+than|(?:no\s+)?less\s+than"
    r"|(?:no\s+)?fewer\s+than|at\s+least|at\s+most|under|up\s+to|just\s+over|just\s+under|well\s+over|close\s+to|some"
    r"|as\s+(?:many|long|much)\s+as)"
)
_SPAN = r"(?:the|these|this)\s+(?:past|last|first|next|coming|previous|preceding|final|following|initial)"
_LENGTH = rf"""(?<![\w.,/$€£-])(?:(?P<every>every|each)\s+(?:(?P<rate>{_NUMBER})[-\s]+)?(?P<period>{_UNIT})
    |(?:(?P<compare>{_COMPARE})\s+(?!the\b|this\b))?(?:(?P<span>{_SPAN}|past|last|next)\s+)?(?:(?P<compare2>{_COMPARE})\s+)?
    (?:(?:(?!{_COMPOUND})(?P<low>{_NUMBER})(?:\s*[-–]\s*|\s+(?:to|or)\s+))?(?P<number>{_NUMBER})(?P<half>\s+and\s+a\s+half)?(?:\s*\(\d{{1,3}}\))?
    (?:[-\s]+)(?:(?P<whole>more|further|additional|full|whole|entire|consecutive|straight|calendar|working|long|successive)\s+)?)?
    (?P<unit>{_UNIT})(?P<long>-long)?(?P<half2>\s+and\s+a\s+half)?
    (?:(?:,\s*|\s+and\s+|\s+)(?P<more>\d{{1,2}}|{"|".join(ONES[1:])})\s+(?P<smaller>{_UNIT}))?
    (?P<tail>\s+(?:(?:ago|later|earlier|hence|from\s+now|afterwards?|beforehand|prior(?!\s+to\b))\b|(?:after|before)(?=[,.;])))?)"""
LENGTH = late(_LENGTH, re.VERBOSE | re.IGNORECASE)
_LEADING = runs.words(_LENGTH) | {f"{name}s" for name in UNITS} | {"century", "centuries", "afterward"}
"""The words that a length is written with; it begins no farther from its unit than these and figures go on."""
_AGE = late(r"[-\s]*(?:old\b|of\s+age\b)", re.IGNORECASE)
_AGED = late(
    r"\b(?:aged?|age\s+of|old|(?:children|girls|boys|infants|women|men|people|those|persons)(?=\s+$))\s+(?:of\s+)?$",
    re.IGNORECASE,
)
_LASTS = late(
    r"\b(?:for|in|within|after|over|under|lasted|lasts|lasting|takes?|took|than|least|almost|nearly|about|only|just|every"
    r"|sentenced\s+to|during|another|to|of|into|up\s+to|and|but|by)\s+$",
    re.IGNORECASE,
)
_RATE = late(r"\b(?:once|twice|thrice|times|tim\s+es|meals?|litres?|liters?|hours?|[a-z]+s)\s+$", re.IGNORECASE)
_TO_THE_DAY = late(r"\s+(?:today|to\s+the\s+day|on\s+this(?:\s+very)?\s+day)\b")
_ENDURES = late(
    r"(?:\b(?:would|will|could|can|may|might|must|should|shall|to|did|does|do|not|never|only)|n't|'d|'ll)\s+$",
    re.IGNORECASE,
)
"""What makes "last" the verb: "it would last two weeks"."""
_WITHIN = late(r"\b[Ww]ithin\s+$")
_DAILY = ("D", "TH", "TM")
_OF_THE_YEAR = late(
    r"\s+of\s+(?:(?:the|this)\s+(?:current\s+)?year\b(?!\s+\d)|(?P<year>(?:19|20)\d\d)\b)", re.IGNORECASE
)
_ORDER = ("C", "T", "Y", "M", "F", "W", "D", "TH", "TM")
_BOUNDS = {
    "almost": "almost",
    "nearly": "almost",
    "close": "almost",
    "under": "almost",
    "less": "almost",
    "fewer": "almost",
}
_BOUNDS |= {"over": "more", "more": "more", "least": "more", "well": "more", "about": "about", "around": "about"}
_BOUNDS |= {"approximately": "about", "roughly": "about", "some": "about", "up": "almost", "no": "exact"}
_LEFT = 70
_RIGHT = 44


def number(words: str) -> float | None:
    """Read a number in figures or words.

    >>> number("twenty-one"), number("a couple of"), number("half a"), number("1,000")
    (21.0, 2.0, 0.5, 1000.0)
    """
    text = " ".join(words.lower().replace("-", " ").split())
    if text[:1].isdigit():
        return float(text.replace(",", ""))
    if text.startswith("half"):
        return 0.5
    if "couple" in text:
        return 2.0
    fixed = {"a": 1, "an": 1, "another": 1, "a dozen": 12, "a hundred": 100, "one hundred": 100}
    if text in fixed:
        return float(fixed[text])
    total = 0
    for word in text.replace(" and ", " ").split(" "):
        if word == "hundred":
            total *= 100
        elif word in _WORDS:
            total += _WORDS[word]
        elif word in ("a", "an"):
            total = 1
        else:
            return None
    return float(total)


def unit(word: str) -> str:
    """Give a unit's letter: D, W, M, Y, TH, TM; F is a fortnight, T a decade, C a century."""
    plain = word.lower()
    return UNITS["century" if plain.startswith("centur") else plain.removesuffix("s")]


def iso(count: float, letter: str) -> str:
    """Write a length as an ISO 8601 duration.

    >>> iso(3, "T"), iso(2.5, "Y"), iso(0.5, "Y"), iso(48, "TH")
    ('P30Y', 'P2Y6M', 'P6M', 'PT48H')
    """
    times, base = {"T": (10, "Y"), "C": (100, "Y"), "F": (2, "W")}.get(letter, (1, letter))
    count *= times
    if base == "Y" and count % 1 == 0.5:
        return f"P{int(count)}Y6M" if count > 1 else "P6M"
    if base == "TH" and count == 0.5:
        return "PT30M"
    time, last = ("T", base[1]) if base[0] == "T" else ("", base)
    return f"P{time}{count:g}{last}"


def lengths(content: str, cue: tuple[int, int], low: int, high: int) -> list[Reading]:
    """Read the length around a unit's name; none where it is an age, a rate or has no number."""
    start, end = cue
    low, high = max(low, start - _LEFT), min(high, end + _RIGHT)
    for match in runs.matches(LENGTH, content, runs.begun(content, low, start, _LEADING), start, high):
        if match.start("unit" if match["unit"] else "period") == start or match.end() > end:
            return _length(content, match, low)
    return []


def _length(content: str, match: re.Match[str], low: int) -> list[Reading]:
    start, end = match.span()
    if match["every"]:
        if not match["rate"] and (match["every"].lower() == "each" or unit(match["period"]) in _DAILY):
            return []  # "every day" tells what is done daily, and dates nothing
        count = number(match["rate"]) if match["rate"] else 1.0
        return [(start, end, "time.every", Lasting(iso(count, unit(match["period"])), "exact"))] if count else []
    if _AGE.match(content, end) or _aged(content, match, low):
        return []
    letter = unit(match["unit"])
    return _unnumbered(match, letter) if match["number"] is None else _numbered(content, match, letter, low)


def _numbered(content: str, match: re.Match[str], letter: str, low: int) -> list[Reading]:
    start, end = match.span()
    if (match["span"] or "").lower() == "last" and _ENDURES.search(content, max(low, start - 14), match.start("span")):
        start = match.start("compare2") if match["compare2"] else match.start("low" if match["low"] else "number")
    count = number(match["number"])
    if not count or (match["low"] and match["low"].lower() in ("a", "an")):
        return []
    count += 0.5 * bool(match["half"] or match["half2"])
    lone = ("a", "an", "one", "another") if letter == "D" else ("a", "an", "one")  # "another day of silence"
    single = match["number"].lower() in lone and not match["half"]
    if single and not _single(content, match, letter, low):
        return []
    if single and match["long"]:  # the article is the noun's: "a month-long curfew"
        start = match.start("unit")
    months = (
        _OF_THE_YEAR.match(content, end) if letter == "M" and (match["span"] or "").lower() == "the first" else None
    )
    if months and 1 < count < 12 and count % 1 == 0:
        first: Fixed | Partial = Partial(1, last_month=int(count))
        if months["year"]:
            first = Fixed(f"{months['year']}-01/{months['year']}-{int(count):02}")
        return [(start, months.end(), "time.month", first)]
    value = iso(count, letter)
    if match["more"]:
        value, end = _compound(match, value, letter, end)
    if match["tail"] and not match["span"]:
        return [_shifted(match, start, end, count, letter)]
    return [(start, match.start("tail") if match["tail"] else end, "time.length", Lasting(value, _bound(match)))]


def _shifted(match: re.Match[str], start: int, end: int, count: float, letter: str) -> Reading:
    tail = match["tail"].split()[0].lower()
    told = tail not in ("ago", "hence", "from")
    sign = -1 if tail in ("ago", "earlier", "before", "beforehand", "prior") else 1
    day = _TO_THE_DAY.match(match.string, end) if tail == "ago" and letter in "YM" and count % 1 == 0 else None
    value = Shifted(
        count, letter, sign, told, _bound(match) != "exact", match.start("tail"), to_the_day=day is not None
    )
    return start, day.end() if day else end, "time.so-long-after" if told else "time.so-long-ago", value


def _aged(content: str, match: re.Match[str], low: int) -> bool:
    """Say whether an age stands before: "aged 70 years", "children under five years"; not "women six months later"."""
    before = _AGED.search(content, max(low, match.start() - 12), match.start())
    named = before is not None and not before.group().lower().startswith(("age", "old"))
    return before is not None and (not named or (match["compare"] or "").lower() in ("under", "over"))


def _unnumbered(match: re.Match[str], letter: str) -> list[Reading]:
    plural = match["unit"].lower().endswith("s")
    if match["long"] and not match["span"]:
        if plural:  # "months-long" has no number
            return []
        return [(match.start("unit"), match.end("long"), "time.length", Lasting(iso(1, letter), "exact"))]
    words = (match["span"] or "").lower().split()
    if not plural and len(words) == 2 and words[0] == "the" and words[1] in ("past", "last", "coming"):
        return [(match.start("span"), match.end("unit"), "time.length", Lasting(iso(1, letter), "exact"))]
    return []


def _single(content: str, match: re.Match[str], letter: str, low: int) -> bool:
    """Say whether "a day" is a length: compared, whole, before "ago" or after "for"; "twice a day" is a rate."""
    if match["tail"] or match["compare"] or match["compare2"] or match["whole"] or match["half2"] or match["long"]:
        return True
    word = match["number"].lower()
    if word == "one" and letter not in _DAILY and not re.match(r"\s+of\b", content[match.end() : match.end() + 4]):
        return True
    if word == "one" and "-" in content[match.end("number") : match.end("number") + 1]:
        return True
    before = content[max(low, match.start() - 14) : match.start()]
    if word == "one" and _WITHIN.search(before):
        return True
    if re.match(r"\s+(?:before|after|into|prior)\b", content[match.end() : match.end() + 8]):
        return not _RATE.search(before)
    return bool(_LASTS.search(before)) and not re.match(r"\s+of\s+(?!\d)", content[match.end() : match.end() + 6])


def _compound(match: re.Match[str], value: str, letter: str, end: int) -> tuple[str, int]:
    more, smaller = number(match["more"]), unit(match["smaller"])
    if more is None or _ORDER.index(smaller) <= _ORDER.index(letter) or "T" in letter + smaller:
        stop = match.end("half2") if match["half2"] else match.end("long") if match["long"] else match.end("unit")
        return value, stop
    return value + iso(more, smaller)[1:], end


def _bound(match: re.Match[str]) -> str:
    words = (match["compare"] or match["compare2"] or "").lower().split()
    for word in words:
        if word in _BOUNDS:
            return _BOUNDS[word]
    return "exact"
