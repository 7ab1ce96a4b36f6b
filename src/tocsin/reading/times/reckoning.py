# SPDX-License-Identifier: Apache-2.0
"""Reckoning: days, weeks, seasons and lengths counted from a day that is known."""

from __future__ import annotations

from datetime import date, timedelta

from tocsin.reading.times.mentions import Shifted, Weekday
from tocsin.records.times import add, days, month_end, spell


def week(day: date, *, weekend: bool = False) -> str:
    """Give the week, Monday to Sunday, in which a day lies, or its weekend.

    >>> week(date(2023, 3, 8)), week(date(2023, 3, 8), weekend=True)
    ('2023-03-06/2023-03-12', '2023-03-11/2023-03-12')
    """
    monday = day - timedelta(day.weekday())
    return spell(monday + timedelta(5 if weekend else 0), monday + timedelta(6))


def in_month(base: date, day: int, months: int) -> str | None:
    """Give the day of that number so many months on, None where the month has none."""
    moved = add(base.replace(day=1), months=months)
    return moved.replace(day=day).isoformat() if day <= month_end(moved.year, moved.month).day else None


def season(code: int, base: date, shift: int) -> str:
    """Give this, the last or the next season by its code."""
    begins = {21: 3, 22: 6, 23: 9, 24: 12}[code]
    year = base.year
    if shift == -1:
        year -= begins + 2 >= base.month if begins < 12 else 1
    elif shift == 1:
        year += begins <= base.month
    elif code == 24 and base.month < 3:
        year -= 1
    return f"{year}-{code}"


def moved(value: Shifted, base: date, length: str) -> str:
    """Move by a length, no finer than its unit: years to a year, months to a month, weeks and days to a day."""
    letter = value.unit
    if value.to_the_day:
        return add(base, months=round(value.sign * value.count * (12 if letter == "Y" else 1))).isoformat()
    if letter in ("Y", "T", "C"):
        years = value.count * {"Y": 1, "T": 10, "C": 100}[letter]
        if years % 1 or value.told:
            return add(base, months=round(value.sign * years * 12)).isoformat()[:7]
        return date(base.year + value.sign * int(years), 1, 1).isoformat()[:4]  # refuses what lies before year 1
    if letter == "M":
        return add(base, months=round(value.sign * value.count)).isoformat()[:7]
    return (base + timedelta(value.sign * int(days(length)))).isoformat()


def days_to(value: Weekday, now: int, *, ahead: bool) -> int:
    """Count the days from a weekday to the one that is meant."""
    if value.week is not None or value.shift == 0:
        return value.day - now + 7 * (value.week or 0)
    back = (now - value.day) % 7
    if value.shift == -1:
        return -(back or 7)
    return 7 - back if value.shift == 1 or ahead else -back
