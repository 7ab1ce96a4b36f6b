# SPDX-License-Identifier: Apache-2.0
"""Months: under which months what a source tells is put, by the date's own words.

1. A date goes under the month that it names, about a month ("2022-12~") under it, possibly; a year under itself.
2. What goes on goes under every month from its beginning to the day on which it was told, at most two years of them:
   nobody can tell of a later day.
3. What has no date goes under the month in which it was told.
"""

from __future__ import annotations

import re

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-\d\d)?([~?%]?)")
_OPEN = frozenset({"", ".."})
_YEAR_LONG = len("2023")
_LONGEST = 24


def months(edtf: str | None, told: str | None) -> dict[str, bool]:
    """Give the months of a date, first to last, each with whether it is sure; `told` is the date of telling (EDTF).

    >>> months("2022-12-12/..", "2023-02-01")
    {'2022-12': True, '2023-01': True, '2023-02': True}
    >>> months("2022-12~/..", "2023-03-09")
    {'2022-12': False, '2023-01': False, '2023-02': True, '2023-03': True}
    >>> months("2020", None), months(None, "2023-08~")
    ({'2020': True}, {'2023-08': False})
    """
    if not edtf or edtf.startswith("P"):
        return months(told, None) if told else {}
    begin, slash, end = edtf.partition("/")
    first, last = _point(begin), _point(begin)
    if slash:
        last = _point(told or begin) if end in _OPEN else _point(end)
    if begin in _OPEN or first is None:
        return {} if last is None else {last[0]: False}
    if last is None or len(first[0]) == _YEAR_LONG or len(last[0]) == _YEAR_LONG or not slash:
        return {first[0]: first[1]}
    return _run(first, last)


def _point(edtf: str) -> tuple[str, bool] | None:
    """Give the month, or the year, that a date names, and whether it is sure."""
    match = _DATE.fullmatch(edtf)
    if match is None:
        return None
    return match[1] + (f"-{match[2]}" if match[2] else ""), not match[3]


def _run(first: tuple[str, bool], last: tuple[str, bool]) -> dict[str, bool]:
    """Give the months from one to another; next to an end that is in doubt, its neighbour within is in doubt too."""
    start, stop = _number(first[0]), _number(last[0])
    numbers = list(range(start, stop + 1)) or [start]
    if len(numbers) > _LONGEST:
        numbers = [start, *numbers[-_LONGEST + 1 :]]
    begun, ended = start + (0 if first[1] else 2), stop - (0 if last[1] else 2)
    return {f"{number // 12:04}-{number % 12 + 1:02}": begun <= number <= ended for number in numbers}


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def before(month: str) -> str | None:
    """Give the month before a month; None for a year.

    >>> before("2023-01"), before("2023")
    ('2022-12', None)
    """
    if len(month) == _YEAR_LONG:
        return None
    number = _number(month) - 1
    return f"{number // 12:04}-{number % 12 + 1:02}"


def follows(month: str, earlier: str) -> bool:
    """Say whether a month comes right after another.

    >>> follows("2023-01", "2022-12"), follows("2023-03", "2023-01"), follows("2023-01", "2022")
    (True, False, False)
    """
    return before(month) == earlier
