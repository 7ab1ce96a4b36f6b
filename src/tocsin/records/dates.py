# SPDX-License-Identifier: Apache-2.0
"""Dates in words: an EDTF time as a person would write it, with what it leaves open."""

from __future__ import annotations

import calendar
import re

from tocsin.records.plurals import counted

_POINT = re.compile(r"([0-9X]{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([~?%]?)")
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_PARTS = {33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter"}
_PARTS |= {37: "first third", 38: "second third", 39: "last third", 40: "first half", 41: "second half"}
_FLAGS = {"~": "about {}", "?": "{} (doubtful)", "%": "about {} (doubtful)", "": "{}"}


def worded(edtf: str | None, *, none: str = "no date") -> str:
    """Write an EDTF time in words; what is no EDTF date comes back as it is, nothing as `none`.

    >>> worded("2024-12-09/.."), worded("2025-02"), worded("2023-08~"), worded("199X")
    ('since 9 December 2024', 'February 2025', 'about August 2023', 'the 1990s')
    >>> worded("2025-06-01/2025-06-11"), worded("../2025"), worded("2025-22"), worded(None)
    ('1 June 2025 to 11 June 2025', 'until 2025', 'summer 2025', 'no date')
    """
    if not edtf:
        return none
    begin, slash, end = edtf.partition("/")
    if not slash:
        return _point(begin)
    if end in ("", ".."):
        return f"since {_point(begin)}"
    if begin in ("", ".."):
        return f"until {_point(end)}"
    return f"{_point(begin)} to {_point(end)}"


_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def dated(edtf: str | None, *, none: str = "no date") -> str:
    """Give a day as it is, anything less exact in words: what stands in a row, where days are compared.

    >>> dated("2025-03-02"), dated("2025-06~"), dated("2025-03~/.."), dated(None)
    ('2025-03-02', 'about June 2025', 'since about March 2025', 'no date')
    """
    return edtf if edtf and _DAY.fullmatch(edtf) else worded(edtf, none=none)


_LENGTH = re.compile(
    r"P(?=[\dT])(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?"
)
_UNITS = ("year", "month", "week", "day", "hour", "minute", "second")


def lasting(length: str) -> str:
    """Write an ISO 8601 duration in words; what is none comes back as it is.

    >>> lasting("P14D"), lasting("P1M"), lasting("P1Y6M"), lasting("PT48H")
    ('14 days', '1 month', '1 year and 6 months', '48 hours')
    """
    match = _LENGTH.fullmatch(length)
    if match is None:
        return length
    parts = [counted(int(number), unit) for number, unit in zip(match.groups(), _UNITS, strict=True) if number]
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def due(by_when: str, *, plain: bool = False) -> str:
    """Say by when something is asked for: by a day, or within so long; `plain` leaves a day in figures.

    >>> due("2025-03-31"), due("P14D"), due("2025-03-31", plain=True)
    ('by 31 March 2025', 'within 14 days', 'by 2025-03-31')
    """
    if by_when.startswith("P"):
        return f"within {lasting(by_when)}"
    return f"by {dated(by_when) if plain else worded(by_when)}"


def _point(text: str) -> str:
    match = _POINT.fullmatch(text)
    if match is None:
        return text
    year, month, day, flag = match[1], match[2] or "XX", match[3] or "XX", match[4]
    return _FLAGS[flag].format(_plain(year, month, day))


def _plain(year: str, month: str, day: str) -> str:
    if "X" in year:
        return _around(year)
    if month == "XX":
        return year
    number = int(month)
    if number in _SEASONS:
        return f"{_SEASONS[number]} {year}"
    if number in _PARTS:
        return f"the {_PARTS[number]} of {year}"
    named = f"{calendar.month_name[number]} {year}" if number <= 12 else f"{year}-{month}"
    return named if day == "XX" else f"{int(day)} {named}"


def _around(year: str) -> str:
    if year.startswith("X"):
        return "a time not known"
    return f"the {year[:2]}00s" if year.endswith("XX") else f"the {year[:3]}0s"
