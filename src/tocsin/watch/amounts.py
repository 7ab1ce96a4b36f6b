# SPDX-License-Identifier: Apache-2.0
"""Amounts: numbers known within bounds, reckoned with as intervals, so that no doubt is lost on the way.

1. A result holds every value that its parts allow, and no rounding widens or narrows it: the arithmetic is exact.
2. "About 30,000" allows half a unit of its last digit that is not nought, either way: 25,000 to 35,000
   (docs/decisions/0010-a-state-is-not-carried-on.md). Words of bound ("more than", "at least", "up to") say their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from tocsin.records.findings import Count, Quantity
from tocsin.records.ids import Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """At least `low`, at most `high`; `high` None where nobody tells a most. Nothing here is below nought."""

    low: Fraction
    high: Fraction | None

    def __add__(self, other: Amount) -> Amount:
        """Add two amounts that are of different things."""
        high = None if self.high is None or other.high is None else self.high + other.high
        return Amount(low=self.low + other.low, high=high)

    def __mul__(self, other: Amount) -> Amount:
        """Multiply two amounts."""
        none = {self.high, other.high} & {Fraction(0)}
        if self.high is None or other.high is None:
            return Amount(low=self.low * other.low, high=Fraction(0) if none else None)
        return Amount(low=self.low * other.low, high=self.high * other.high)

    def less(self, other: Amount) -> Amount:
        """Take another amount away: what is left is never below nought.

        >>> str(amount(100, 120).less(amount(30, 50)))
        '50–90'
        """
        low = Fraction(0) if other.high is None else max(Fraction(0), self.low - other.high)
        return Amount(low=low, high=None if self.high is None else max(Fraction(0), self.high - other.low))

    def hull(self, other: Amount) -> Amount:
        """Give the amount that allows whatever either allows."""
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Amount(low=min(self.low, other.low), high=high)

    @property
    def bounded(self) -> bool:
        """Say whether a most is told."""
        return self.high is not None

    def __str__(self) -> str:
        """Say it: `120,000`, `25,000–35,000`, `at least 40`."""
        low = spelled(self.low)
        if self.high is None:
            return f"at least {low}"
        high = spelled(self.high)
        return low if low == high else f"{low}–{high}"

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON: whole numbers as they are, others as decimal strings, an open end as null."""
        return {"low": plain(self.low), "high": None if self.high is None else plain(self.high)}


def plain(value: Fraction) -> Json:
    """Write a number: whole as a number, else as a decimal string of at most four places."""
    return value.numerator if value.denominator == 1 else f"{float(value):.4f}".rstrip("0").rstrip(".")


def spelled(value: Fraction) -> str:
    """Write a number for people: thousands apart, at most two decimals.

    >>> spelled(Fraction(1234567)), spelled(Fraction(1, 3))
    ('1,234,567', '0.33')
    """
    if value.denominator == 1:
        return f"{value.numerator:,}"
    return f"{float(value):,.2f}".rstrip("0").rstrip(".")


def amount(low: int | str, high: int | str | None = None) -> Amount:
    """Make an amount of whole numbers or decimals; without a most it is exact."""
    return Amount(low=Fraction(low), high=Fraction(low if high is None else high))


def stated(count: Count | Quantity) -> Amount:
    """Give what a source's number allows.

    >>> str(stated(Count(value=30000, of="children", comparator="~")))
    '25,000–35,000'
    >>> str(stated(Count(value=40, of="killed", comparator=">", low=41)))
    'at least 41'
    """
    if count.low is None and count.high is None:
        half = Fraction(_place(count.value), 2)
        return Amount(low=max(Fraction(0), count.value - half), high=count.value + half)
    return Amount(
        low=Fraction(0 if count.low is None else count.low), high=None if count.high is None else Fraction(count.high)
    )


def _place(value: int) -> int:
    """Give the place of a number's last digit that is not nought: 30,000 gives 10,000."""
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    return place
