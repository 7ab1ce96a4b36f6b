# SPDX-License-Identifier: Apache-2.0
"""Amounts and reckonings: no doubt is lost on the way, and nobody is counted twice."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tocsin.records.findings import Count
from tocsin.watch.amounts import Amount, amount, stated
from tocsin.watch.reckonings import Report, reckoned

NUMBERS = st.integers(0, 200)
AMOUNTS = st.builds(lambda low, more: amount(low, low + more), NUMBERS, NUMBERS)


@dataclass(frozen=True)
class Item:
    """A finding's row as far as a reckoning looks at it."""

    document: str
    row: Any = field(default=None)

    @property
    def shelved(self):
        return SimpleNamespace(document=self.document)


def report(
    value: int, first: int | None, last: int | None = None, *, document: str = "a", whole: bool = False
) -> Report:
    count = Count(value=value, of="killed", low=value, high=value)
    days = None if first is None else (first, first if last is None else last)
    return Report(item=Item(document), count=count, voice=document, days=days, covers=days if whole else None)  # type: ignore[arg-type]


def within(amount: Amount, value: int) -> bool:
    return amount.low <= value and (amount.high is None or value <= amount.high)


@given(AMOUNTS, AMOUNTS, st.data())
def test_a_result_holds_every_value_that_its_parts_allow(one, other, data):
    first = data.draw(st.integers(int(one.low), int(one.high or 0)))
    second = data.draw(st.integers(int(other.low), int(other.high or 0)))
    assert within(one + other, first + second)
    assert within(one * other, first * second)
    assert within(one.less(other), max(0, first - second))
    assert within(one.hull(other), first)
    assert within(one.hull(other), second)


def test_nought_times_an_open_most_is_nought_at_most():
    assert (amount(0) * Amount(low=Fraction(1), high=None)).high == 0


def test_about_allows_half_a_unit_of_the_last_digit_that_is_not_nought():
    assert str(stated(Count(value=86000, of="population", comparator="~"))) == "85,500–86,500"
    assert str(stated(Count(value=7, of="killed", comparator="~"))) == "6.5–7.5"


def test_words_of_bound_say_their_own():
    assert str(stated(Count(value=100, of="killed", comparator=">", low=100))) == "at least 100"
    assert str(stated(Count(value=100, of="killed", comparator="<", high=100))) == "0–100"


def test_counts_of_days_that_overlap_are_never_added_up():
    assert reckoned([report(40, 1, 10), report(3, 5)], 1, 10).low == 40


def test_counts_of_days_apart_are_added_up_whoever_tells():
    held = reckoned([report(3, 1), report(4, 2, document="b")], 1, 10)
    assert (int(held.low), held.high, len(held.basis)) == (7, None, 2)


def test_a_toll_of_all_days_gives_the_most_and_the_lowest_stands():
    tolls = [report(40, 1, 10, whole=True), report(38, 1, 10, document="b", whole=True)]
    held = reckoned(tolls, 1, 10)
    assert held.disagree
    assert str(held.amount) == "38–40"


def test_a_row_for_each_day_makes_a_most_and_a_missing_row_leaves_it_open():
    rows = [report(2, day, whole=True) for day in range(1, 6)]
    assert reckoned(rows, 1, 5).amount == amount(10)
    assert reckoned(rows[:2] + rows[3:], 1, 5).high is None


def test_a_count_of_which_nobody_says_when_is_shown_and_in_no_sum():
    held = reckoned([report(100, None), report(3, 2)], 1, 10)
    assert (int(held.low), len(held.reports)) == (3, 2)


REPORTS = st.lists(
    st.builds(
        lambda value, first, length: report(value, first, first + length), NUMBERS, st.integers(0, 9), st.integers(0, 4)
    ),
    max_size=6,
)


@given(REPORTS)
def test_the_least_is_the_best_sum_of_counts_with_days_apart(reports):
    def apart(chosen):
        return all(a.days[1] < b.days[0] or b.days[1] < a.days[0] for a, b in combinations(chosen, 2))

    best = max(
        sum(one.count.value for one in chosen)
        for size in range(len(reports) + 1)
        for chosen in combinations(reports, size)
        if apart(chosen)
    )
    held = reckoned(reports, 0, 20)
    assert held.low == best
    assert apart(held.basis)
