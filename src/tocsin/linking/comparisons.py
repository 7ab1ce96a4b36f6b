# SPDX-License-Identifier: Apache-2.0
"""Comparisons: numbers told for another time, beside which those of these days are held."""

from __future__ import annotations

import re

_BEFORE = re.compile(
    r"\b(?:compared\s+(?:with|to)|in\s+comparison\s+(?:with|to)|as\s+against|against|(?:down|up|fallen|risen|dropped)\s+from"
    r"|instead\s+of|rather\s+than|than|normally|usually|previously|formerly|before\s+the\s+\w+(?:\s+\w+){0,3}?,?)"
    r"\s+(?:some|about|around|the|an?\s+average\s+of|usual|normal|previous|only|nearly|almost|more\s+than|over|\s)*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[^.;,]{0,40}?\b(?:(?:in|for|during|over)\s+(?:the\s+same\s+(?:period|month|week|days)|the\s+(?:year|month|week)\s+before"
    r"|the\s+previous\s+(?:year|month|week))|a\s+year\s+(?:earlier|before|ago)|last\s+year|the\s+year\s+before"
    r"|before\s+the\s+(?:\w+\s+)?(?:war|blockade|siege|closure|conflict|crisis|fighting))\b",
    re.IGNORECASE,
)


def compared(words: str, number: str) -> bool:
    """Say whether words tell a number for another time, to compare with.

    >>> told = "41 trucks came, compared with 310 trucks in the same period of 2019"
    >>> compared(told, "310"), compared(told, "41")
    (True, False)
    """
    at = words.find(number)
    if at < 0:
        return False
    return bool(_BEFORE.search(words[:at]) or _AFTER.search(words[at + len(number) :]))
