# SPDX-License-Identifier: Apache-2.0
"""Hours: the hour by the clock that a date is told with stands in its mention; the value stays the day's."""

from __future__ import annotations

import re

from tocsin.reading.patterns import late
from tocsin.reading.times.mentions import Day, Fixed, Partial, Turn, Value, Weekday, WeekOf

_CLOCK = r"(?:local\s+time|(?-i:GMT|UTC|[A-Z]{1,3}T)\b)(?:[+-]\d{1,2})?"
_ZONE = rf"(?:\s+(?:{_CLOCK}|(?-i:[A-Z][a-z]+)\s+time)|Z)?(?:\s?\({_CLOCK}\))?"
_HOUR = (
    r"(?:\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\.?(?![a-z])|\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?(?:hours|hrs|h))?|[0-2]\d[0-5]\d\s?(?:hours|hrs|h|GMT|UTC)"
    r"|\d{1,2}\s?h(?:\s?\d\d)?"
    r"|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o'clock)"
    r"(?:\s+in\s+the\s+(?:morning|afternoon|evening)|\s+at\s+night)?" + _ZONE
)
_BEFORE = late(
    rf"(?<![\w.:,/-]){_HOUR},?\s+(?:on\s+(?:the\s+)?(?:(?:morning|night|evening|afternoon)\s+of\s+)?)?$", re.IGNORECASE
)
_AFTER = late(rf",?\s+at\s+(?:about\s+|around\s+|exactly\s+)?{_HOUR}(?![\w:])", re.IGNORECASE)
_PART = late(
    r"\b(?:the\s+)?(?:(?:very\s+)?(?:early|late)\s+)?(?:night|morning|evening|afternoon|eve)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_WEEK = late(r"\bthe\s+(?P<what>week|weekend)\s+(?:of|beginning|starting)\s+(?:on\s+)?(?:the\s+)?$", re.IGNORECASE)
_LEFT = 48
_ENDS = ("on", "the", "m", "m.", "time", "of", "time)", "beginning", "starting")
_DATED = 10
"""How long the EDTF of a day is."""


def around(content: str, span: tuple[int, int], value: Value, low: int) -> tuple[int, int, Value]:
    """Widen the mention of a day by its hour, its part of the day or its week, where the words have one."""
    start, end = span
    if not _is_day(value):
        return start, end, value
    after = (
        _AFTER.match(content, end, end + 50) if content[end : end + 5].lstrip(",").lower().startswith(" at ") else None
    )
    end = after.end() if after else end
    near = content[max(low, start - 12) : start].rstrip()
    last = near[max(near.rfind(" "), near.rfind("\n")) + 1 :]
    if not (last.lower().rstrip(",") in _ENDS or last[-1:].isdigit() or last.isupper()):
        return start, end, value
    low = max(low, start - _LEFT)
    week = _WEEK.search(content, low, start)
    if week:
        kept = (
            value
            if not isinstance(value, Fixed | Partial)
            else WeekOf(value, weekend=week["what"].lower() == "weekend")
        )
        return week.start(), end, kept
    told = _BEFORE.search(content, low, start)
    if told is None and not _in_a_row(value):
        told = _PART.search(content, low, start)
    return told.start() if told else start, end, value


def _in_a_row(value: Value) -> bool:
    return (isinstance(value, Fixed) and "/" in value.edtf) or (
        isinstance(value, Partial) and value.last_day is not None
    )


def _is_day(value: Value) -> bool:
    """Say whether a value is one day's, or days' in a row."""
    match value:
        case Fixed():
            return len(value.edtf) == _DATED or (value.edtf.count("-") == 4 and "~" not in value.edtf)
        case Partial():
            return value.day is not None
        case Turn():
            return value.unit == "D"
        case Weekday() | Day():
            return True
    return False
