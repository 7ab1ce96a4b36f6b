# SPDX-License-Identifier: Apache-2.0
"""Dates in cells: as EDTF where they say it outright; by day and month only where the column tells which is which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from tocsin.reading.numbers import MONTHS
from tocsin.records.times import BadTime, parse, spell

_ISO = re.compile(r"(?P<date>\d{4}(?:-\d\d(?:-\d\d)?)?)(?:[T ]\d\d:\d\d.*)?")
_NUMERIC = re.compile(r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-](?P<year>\d{4})")
_WRITTEN = re.compile(
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[ -])?(?P<month>[A-Za-z]{3,9})\.?[ -]"
    r"(?:(?P<late>\d{1,2})(?:st|nd|rd|th)?,? )?(?P<year>\d{4})"
)


def day_first(cells: Iterable[str]) -> bool | None:
    """Tell from a whole column whether 3/4/2025 begins with the day; None where no cell decides or two disagree.

    >>> day_first(["03/04/2025", "25/04/2025"]), day_first(["03/04/2025"])
    (True, None)
    """
    said = set()
    for cell in cells:
        match = _NUMERIC.fullmatch(cell.strip())
        if match and (int(match["first"]) > 12) != (int(match["second"]) > 12):
            said.add(int(match["first"]) > 12)
    return said.pop() if len(said) == 1 else None


def edtf(cell: str, *, days_first: bool | None = None) -> str | None:
    """Read a cell as EDTF; None where it is no date or could be two.

    >>> edtf("2025-03-01 00:00"), edtf("3 March 2025"), edtf("Mar 2025"), edtf("03/04/2025")
    ('2025-03-01', '2025-03-03', '2025-03', None)
    >>> edtf("03/04/2025", days_first=True), edtf("2024-12-09/..")
    ('2025-04-03', '2024-12-09/..')
    """
    words = cell.strip()
    iso = _ISO.fullmatch(words)
    if iso is not None:
        return _checked(iso["date"])
    numeric = _NUMERIC.fullmatch(words)
    if numeric is not None:
        return _numeric(int(numeric["first"]), int(numeric["second"]), int(numeric["year"]), days_first)
    written = _WRITTEN.fullmatch(words)
    if written is not None and written["month"].lower() in MONTHS:
        day = written["day"] or written["late"]
        month = f"{written['year']}-{MONTHS[written['month'].lower()]:02}"
        return _checked(f"{month}-{int(day):02}" if day else month)
    return _checked(words)


def _numeric(first: int, second: int, year: int, days_first: bool | None) -> str | None:
    if first == second or days_first is not None:
        day, month = (first, second) if days_first else (second, first)
    elif first > 12:
        day, month = first, second
    elif second > 12:
        day, month = second, first
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _checked(words: str) -> str | None:
    try:
        parse(words)
    except BadTime:
        return None
    return words


def spanned(start: str | None, end: str | None) -> str | None:
    """Put a beginning and an end together; one alone stands for itself, a beginning without an end stays open.

    >>> spanned("2025-03-01", "2025-03-03"), spanned("2025-03-01", None), spanned("2025-03", "2025-03")
    ('2025-03-01/2025-03-03', '2025-03-01/..', '2025-03')
    """
    if start is None or start == end:
        return end
    if end is None:
        return f"{start}/.."
    first, last = parse(start).earliest, parse(end).latest
    if first is None or last is None or first > last:
        return None
    return spell(first, last)
