# SPDX-License-Identifier: Apache-2.0
"""Numerals: numbers in figures and words read at a place, whole numbers as they are meant."""

from __future__ import annotations

import re
from typing import NamedTuple

from tocsin.reading.numbers import ONES
from tocsin.reading.patterns import late

GAP = r"(?: {1,2}| *\n *)"

_UNITS = {word: value for value, word in enumerate(ONES)}
_TENS = {
    word: value * 10
    for value, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1000,
    "lakh": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "billion": 10**9,
}
_LOOSE = {"hundreds": 100, "thousands": 1000, "millions": 10**6, "dozens": 12, "scores": 20, "tens": 10}
WORDS = (*tuple(_UNITS)[1:], *_TENS, *_SCALES, *_LOOSE, "half", "third", "thirds", "quarter", "quarters", "couple")
"""Every word that a number may begin with or hold, in lower case."""

_SCALE = r"(?:hundred|thousand|lakh|million|crore|billion|mln|bn|k)"
_PARTED = late(r"\d{1,3}(?:([, .])\d{3})(?:\1\d{3})*")
"""A whole number whose figures are parted three by three."""
_FIGURES = late(
    rf"(?P<n>\d{{1,3}}(?:,\d{{3}})+|\d{{1,3}}(?:[ .]\d{{3}})+(?![\d,])|\d+(?:[.,]\d{{1,2}}(?!\d))?)"
    rf"(?:(?:-|{GAP})?(?P<scale>{_SCALE})\b)?",
    re.IGNORECASE,
)
_SHORT = late(r"\d{1,4}(?![\d,.]| ?-?(?:[0-9hHtTmMbBkK]|[lL]akh|[cC]rore))")
_WORD = "(?:" + "|".join(sorted((*_UNITS, *_TENS, *_SCALES), key=len, reverse=True)) + r")\b"
_SPELT = late(
    rf"(?P<a>an?{GAP}(?=hundred|thousand|million|dozen|billion)|half{GAP}a{GAP}(?=million|dozen|billion)|"
    rf"(?:several|a{GAP}few|a{GAP}couple(?:{GAP}of)?){GAP}(?=hundred|thousand|dozen|million))?"
    rf"(?P<words>{_WORD}(?:(?:-|{GAP}|(?:(?<=hundred)|(?<=thousand)|(?<=million)){GAP}and{GAP}){_WORD})*)"
    r"(?!-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b)",
    re.IGNORECASE,
)
_MANY = late(
    rf"(?P<words>(?:tens|dozens|hundreds|thousands|millions|scores)(?:{GAP}of{GAP}(?:hundreds|thousands|millions))?)\b(?:{GAP}of\b)?",
    re.IGNORECASE,
)


class Numeral(NamedTuple):
    """A number as it stands: its end, its value, and whether the words leave it open upwards ("hundreds")."""

    end: int
    value: int
    open: bool = False
    plain: bool = False


def numeral(content: str, start: int) -> Numeral | None:
    """Read a number that starts here.

    >>> numeral("4 lakh people", 0).value, numeral("4 lorries", 0).value
    (400000, 4)
    >>> numeral("1.2 million people", 0).value, numeral("two hundred and fifty tents", 0).value
    (1200000, 250)
    >>> numeral("tens of thousands of people", 0)
    Numeral(end=20, value=10000, open=True, plain=False)
    """
    found = _figures(content, start) if content[start].isdigit() else _worded(content, start)
    return found if found is None or found.value < _MOST else None


_MOST = 2**53
"""What no number reaches that is said of anything here, and from which on a number has no one form in JSON."""


def _worded(content: str, start: int) -> Numeral | None:
    many = _MANY.match(content, start)
    if many:
        value = 1
        for word in re.split(r"\W+of\W+", many.group("words").lower()):
            value *= _LOOSE[word]
        return Numeral(many.end(), value, open=True)
    return _spelt(content, start)


def _figures(content: str, start: int) -> Numeral | None:
    short = _SHORT.match(content, start)
    if short is not None:
        return Numeral(short.end(), int(short.group()), plain=True)
    match = _FIGURES.match(content, start)
    if match is None:
        return None
    scale = (match.group("scale") or "").lower()
    times = {"k": 1000, "mln": 10**6, "bn": 10**9}.get(scale) or _SCALES.get(scale, 1)
    written = match.group("n")
    whole = written.isdecimal() or _PARTED.fullmatch(written) is not None
    if whole:
        value = int(written if written.isdecimal() else re.sub(r"\D", "", written)) * times
        if "." in written and scale:
            value = round(float(written) * times)
    else:
        exact = float(written.replace(",", ".")) * times
        if exact != int(exact) and times == 1:
            return None
        value = round(exact)
    return Numeral(match.end(), value, plain=whole and not scale and written.isdigit())


def _spelt(content: str, start: int) -> Numeral | None:
    match = _SPELT.match(content, start)
    if match is None:
        return None
    total = part = 0
    opening = (match.group("a") or "").lower()
    for word in re.findall(r"[a-z]+", match.group("words").lower()):
        if word == "and":
            continue
        if word in _SCALES:
            scale = _SCALES[word]
            if scale >= 1000:
                total += (part or 1) * scale
                part = 0
            else:
                part = (part or 1) * scale
        else:
            part += _UNITS.get(word, 0) or _TENS.get(word, 0)
    value = total + part
    if opening.startswith("half"):
        value //= 2
    return Numeral(match.end(), value, open=opening.startswith(("several", "a few", "a couple")))
