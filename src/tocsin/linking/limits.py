# SPDX-License-Identifier: Apache-2.0
"""Limits: where words that accept grant less than was asked – until when, by when, how many, to whom, if what.

1. "Until 15 May" grants nothing of what is asked for "beyond 15 May": that is something else than was asked.
2. An earlier end, a later day than asked by, a smaller number of the same, an exception or a condition that the ask did
   not name make a part of what was asked.
3. Days are those that were read in both papers; only words beside them say what they bound.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from tocsin.linking.stems import stem
from tocsin.records.bounds import FIRST, LAST, Bounds, bounds

Grants = Literal["part", "else"]
"""What words grant that do not grant all: a part of what was asked, or something else."""

_LEAD = re.compile(
    r"\b(?:(?P<beyond>beyond|past|longer\s+than|(?<!not\s)(?<!or\s)after)"
    r"|(?P<by>by|before|(?:no|not)\s+later\s+than|within)"
    r"|(?P<until>until|till|through|up\s+(?:to|until)|(?:to|at)\s+the\s+end\s+of|for\s+(?:only\s+)?(?:the\s+next\s+)?)"
    r"|(?P<since>from|as\s+of|starting|on|in))\s+(?:the\s+)?(?:end\s+of\s+)?$",
    re.IGNORECASE,
)
_INSIDE = re.compile(r"(?:[a-z]+\s+){1,4}(?=[\dA-Z])")
_CONDITION = re.compile(
    r"\b(?:provided\s+that|providing\s+that|on\s+(?:the\s+)?condition\s+that|subject\s+to|(?:as|so)\s+long\s+as|only\s+if"
    r"|only\s+when|if\s+and\s+when|if|unless|once|as\s+soon\s+as)\b"
    r"(?!\s+(?:necessary|needed|required|possible|appropriate|feasible|practicable|any|requested)\b)",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"\b(?:except(?:\s+for)?|with\s+the\s+exception\s+of|apart\s+from|other\s+than|excluding|but\s+not"
    r"|only\s+(?:for|to|in|on|at|from)|limited\s+to|restricted\s+to)\b",
    re.IGNORECASE,
)
_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBER = (
    rf"\d{{1,3}}(?:[ ,]\d{{3}})+|\d+|(?i:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_WORDS[:9])}))?)|(?i:{'|'.join(_WORDS)})"
)
_COUNT = re.compile(
    r"(?<!paragraph )(?<!paragraphs )(?<!article )(?<!resolution )(?<!protocol )"
    rf"(?<![\w.,/-])({_NUMBER})(?![\w/-]|[.,]\d)\s+(?:of\s+(?:the|those|them|its|our|their)\s+)?((?:[^\W\d_]+\s+)?[^\W\d_]+)"
)
_FIGURES = re.compile(rf"(?<![\w.,/-])(?:{_NUMBER.replace('[ ,]', ',')})(?![\w/-]|[.,]\d)")
_OF_MORE = re.compile(
    rf"\b(?:some|part|parts|most|many|half|several|a\s+few|(?P<some>{_NUMBER}))\s+(?:[^\W\d_]+\s+){{0,3}}?(?:out\s+)?of\s+"
    rf"(?:(?:the|its|their|our|these|those|them|his|her)\b\s*)?(?P<all>{_NUMBER})?",
    re.IGNORECASE,
)
"""Tells of some out of more: "in seven of its nine communes", "some of the"."""
_THOSE = re.compile(
    r"^(?:(?:some|part|parts|most|many|half|several|a\s+few)\s+of\s+(?:the|its|their|our|these|those|them)|.*\bof\s+(?:these|those|them))$",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"\b(?:below|under|at\s+most|(?:no|not)\s+more\s+than|fewer\s+than|less\s+than|limit\w*\s+(?:\w+\s+){1,4}to|(?:cut|reduce|lower)\w*\s+(?:\w+\s+){1,6}to"
    r"|not\s+exceed\w*|a\s+maximum\s+of|up\s+to)\s+(?=\d)",
    re.IGNORECASE,
)
_MONTHS = frozenset(month.casefold() for month in calendar.month_name[1:])
_LONGEST = 2
"""Words after a number among which both must say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """Days in words: where they stand among the words about them, and the EDTF that was read."""

    start: int
    end: int
    edtf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Falling:
    """How words fall short of an ask, with the reason told to a reader."""

    grants: Grants
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bound:
    kind: str
    words: str
    days: Bounds


def falling_short(
    asked: str, asked_days: Iterable[Day], said: str, said_days: Iterable[Day], *, promised: bool = True
) -> Falling | None:
    """Say how words that grant fall short of an ask; None where nothing tells that they do.

    `promised`: they promise; of what is told as done, a later day than asked makes no part.

    >>> ask, reply = "to keep the crossing open beyond 15 May", "will keep the crossing open until 15 May"
    >>> days = [[Day(start=len(words) - 6, end=len(words), edtf="2025-05-15")] for words in (ask, reply)]
    >>> falling_short(ask, days[0], reply, days[1]).reason
    'it grants “until 15 May”, asked was “beyond 15 May”'
    """
    wanted, granted = [*_bounds(asked, asked_days)], [*_bounds(said, said_days)]
    for offer in granted:
        for want in wanted:
            found = _shorter(want, offer, promised=promised)
            if found is not None:
                return found
    if not wanted:
        for offer in granted:
            if offer.kind == "until":
                return Falling(grants="part", reason=f"it grants “{offer.words}”, asked was without an end")
    return _fewer(asked, said) or _above(asked, said) or _some(said) or (_qualified(asked, said) if promised else None)


def _bounds(text: str, days: Iterable[Day]) -> Iterator[_Bound]:
    for day in days:
        within = _INSIDE.match(
            text, day.start, day.end
        )  # the words that were read as days may begin with what bounds them
        lead = _LEAD.search(text, 0, day.start) or (_LEAD.search(text, 0, within.end()) if within else None)
        held = _closed(bounds(day.edtf))
        if lead is not None and lead.lastgroup is not None and held is not None:
            words = text[min(lead.start(), day.start) : day.end]
            yield _Bound(kind=lead.lastgroup, words=" ".join(words.split()), days=held)


def _closed(days: Bounds | None) -> Bounds | None:
    """Give the day at which open days begin or end."""
    if days is None or (days.earliest == FIRST and days.latest == LAST):
        return None
    if days.latest == LAST:
        return Bounds(earliest=days.earliest, latest=days.earliest)
    return Bounds(earliest=days.latest, latest=days.latest) if days.earliest == FIRST else days


def _shorter(want: _Bound, offer: _Bound, *, promised: bool) -> Falling | None:
    told = f"it grants “{offer.words}”, asked was “{want.words}”"
    if offer.kind == "until" and want.kind == "beyond" and offer.days.latest <= want.days.latest:
        return Falling(grants="else", reason=told)
    if offer.kind == "until" and want.kind == "until" and offer.days.latest < want.days.earliest:
        return Falling(grants="part", reason=told)
    if promised and offer.kind in {"by", "since"} and want.kind == "by" and offer.days.earliest > want.days.latest:
        return Falling(grants="part", reason=told)
    return None


def _fewer(asked: str, said: str) -> Falling | None:
    """Compare numbers of the same: a number that is no less tells nothing."""
    wanted = [*_counts(asked)]
    for number, words, stems in _counts(said):
        for most, told, others in wanted:
            if number < most and stems & others:
                return Falling(grants="part", reason=f"it grants “{words}”, asked was “{told}”")
    return None


def _above(asked: str, said: str) -> Falling | None:
    """Compare what is granted with a number that was to be the most: "below 9,000", "11,000"."""
    if _AT_MOST.search(asked) is None:
        return None
    for number, words, stems in _counts(said):
        for most, told, others in _counts(asked):
            if number > most and stems & others:
                return Falling(grants="part", reason=f"it grants “{words}”, asked was at most “{told}”")
    return None


def _counts(text: str) -> Iterator[tuple[int, str, frozenset[str]]]:
    for match in _COUNT.finditer(text):
        number = _number(match[1])
        if match[2].split()[0].casefold() in _MONTHS:
            continue
        yield number, " ".join(match[0].split()), frozenset(map(stem, match[2].split()[:_LONGEST]))


def _some(said: str) -> Falling | None:
    """Find words that tell of some out of more: both numbers stand there, or "some of them"."""
    for match in _OF_MORE.finditer(said):
        told = " ".join(match[0].split())
        some, whole = match["some"], match["all"]
        if (some and whole and _number(some) < _number(whole)) or (_THOSE.search(told) and not whole):
            return Falling(grants="part", reason=f"it speaks of “{told}”")
    return None


def figures_in(text: str) -> frozenset[int]:
    """Give the numbers above one that a text tells, in figures or words.

    >>> sorted(figures_in("Nine of the sixteen left; 1,200 stay."))
    [9, 16, 1200]
    """
    return frozenset(number for match in _FIGURES.finditer(text) if (number := _number(match[0])) > 1)


def _number(words: str) -> int:
    low = words.casefold()
    tens, _, units = low.partition("-")
    if tens in _TENS:
        return (_TENS.index(tens) + 2) * 10 + (_WORDS.index(units) + 1 if units in _WORDS else 0)
    return _WORDS.index(low) + 1 if low in _WORDS else int(re.sub(r"[ ,]", "", words))


def _qualified(asked: str, said: str) -> Falling | None:
    for pattern, says in ((_CONDITION, "it names a condition"), (_EXCEPTION, "it makes an exception")):
        match = pattern.search(said)
        if match is not None and match[0].casefold() not in asked.casefold():
            words = " ".join(said[match.start() :].split()[:_SHOWN])
            return Falling(grants="part", reason=f"{says}: “{words.rstrip('.,;')}”")
    return None


_SHOWN = 8
"""Words of a condition that a reason shows."""
