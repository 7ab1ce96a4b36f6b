# SPDX-License-Identifier: Apache-2.0
"""Datelines inside a text: "KARSK, 3 March (Agency) –" at the head of a report, and the agency it names."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tocsin.reading.patterns import late

_MONTH = (
    r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[A-Za-z]{0,6}\.?"
)
_YEAR = r"(?:,? \d{4}| '?\d{2}(?= ?[(\[/,–—-]))?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}{_YEAR}|\d{{1,2}} {_MONTH}{_YEAR})"
_CITY = r"[A-ZÀ-Þ][\w.'’-]*(?:[ /-][A-ZÀ-Þa-z][\w.'’-]*){0,3}(?:, [A-ZÀ-Þ][\w.'’ -]{1,24})?"
_AGENCY = r"[A-Z][\w.&/'-]*(?:(?: -)? [A-Z&][\w.&/'-]*){0,3}(?: (?:online|news|press))?"
_COMMAS = late(rf"{_CITY}, {_DAY},? ?(?:/|\(|-|– ?|— ?)? ?(?P<agency>{_AGENCY})(?:/|\))?(?:\.|:|/\.| ?[-–—]+)\s")
_BRACKETS = late(
    rf"(?:{_CITY}(?:, {_DAY})?,? )?[(\[](?P<agency>{_AGENCY})[)\]] ?(?:[-–—:.]+ ?|(?:{_DAY},? ?[-–—:.]+ ?))"
)
_PLACED = late(rf"\((?P<city>{_CITY})(?:,? {_DAY})?\) ?[-–—]+ ?")
"""Where an organisation writes from, in brackets: "(Karsk, May 3, 2021) –"; an agency there is all capitals."""
_MEDIUM = late(r"\b(?:News|Press|Agency|Times|Post|Reuters|Wire|Radio|TV|Media|Herald|Online|Daily|Tribune)\b")
_AFTER_DAY = late(rf"{_CITY}(?:,? ?(?:[-–—] ?)?{_DAY})? ?[(\[](?P<agency>{_AGENCY})[)\]](?= ?(?:[-–—:.]|\n))[ .:–—-]*")
_BEFORE_DAY = late(rf"{_CITY}, (?P<agency>{_AGENCY}) ?(?:[-–—,]|[-–—]{{2}}) ?{_DAY}\s*(?:[-–—.:]+\s|\n|$)")
_SLASHED = late(rf"(?:{_CITY}(?:, {_DAY})?\.? ?)?/(?P<agency>{_AGENCY})/[.:]? ?(?:[-–—]+ )?")
_COLON = late(
    r"(?P<agency>(?:[A-Z][\w&'-]* ){1,3}(?:Mirror|News|Times|Post|Press|Agency|Herald|Tribune|Gazette|Radio|TV"
    r"|Observer|Monitor"
    r"|Chronicle|Journal|Today|Wire|Courier|Dispatch|Telegraph|Voice|Online)): (?=[\dA-ZÀ-Þ\"])"
)
"""The medium itself before a colon, as some put above every report of theirs."""
_PLAIN = late(
    rf"{_CITY},? \(?{_DAY}\)?(?:[.:]| ?[-–—]+)\s"
    rf"|[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{{2,30}}(?:, [A-ZÀ-Þ][\w.'’-]{{2,24}})? ?[–—-]{{1,2}} "
)
_SIGN = late(r"[—–(/\[]|--| - |[A-ZÀ-Þ]{3,},|[a-zV]: ")
"""What every dateline holds: a dash, a bracket, a stroke, or a city in capitals before a comma."""


_ASKED = ("QUESTION", "Question", "Q (", "Q:", "ANSWER", "Answer")
"""How a turn in a transcript begins, whose brackets name who asks."""


class Dateline(NamedTuple):
    """Where a dateline ends and where its agency's name stands (an empty span where it names none)."""

    end: int
    agency_start: int
    agency_end: int


def find(content: str, start: int) -> Dateline | None:
    """Read the dateline at the head of a block.

    >>> text = "KARSK, JANUARY 3, ISSELPRESS. Forty organisations wrote."
    >>> found = find(text, 0)
    >>> text[found.agency_start:found.agency_end], text[found.end:found.end + 5]
    ('ISSELPRESS', 'Forty')
    """
    found = _in_window(content[start : start + 130])
    return Dateline(start + found.end, start + found.agency_start, start + found.agency_end) if found else None


@lru_cache(maxsize=256)
def _in_window(window: str) -> Dateline | None:
    """Read the dateline that opens a window; several layers ask it of the same few blocks."""
    if window.startswith(_ASKED):
        return None
    if (not window[:1].isupper() and window[:1] not in "(/[") or not _SIGN.search(window, 0, 100):
        return None
    placed = _PLACED.match(window)
    if placed and not placed["city"].isupper() and not _MEDIUM.search(placed["city"]):
        return Dateline(placed.end(), 0, 0)
    for shape in (_COMMAS, _BRACKETS, _AFTER_DAY, _BEFORE_DAY, _SLASHED, _COLON):
        found = shape.match(window)
        if found:
            return Dateline(found.end(), found.start("agency"), found.end("agency"))
    found = _PLAIN.match(window)
    return Dateline(found.end(), 0, 0) if found else None
