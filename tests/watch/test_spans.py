# SPDX-License-Identifier: Apache-2.0
"""Days between dates that are known within bounds."""

from __future__ import annotations

from tocsin.records.bounds import LAST, Bounds
from tocsin.watch.spans import Days, Tally, between, edtf, first, last


def test_an_open_end_gives_the_least_number_of_days_only() -> None:
    assert str(between(Bounds(earliest=10, latest=20), Bounds(earliest=50, latest=LAST))) == "at least 30 days"


def test_days_are_never_below_nought() -> None:
    assert between(Bounds(earliest=10, latest=20), Bounds(earliest=5, latest=15)) == Days(low=0, high=5)


def test_one_day_is_said_so() -> None:
    assert str(Days(low=1, high=1)) == "1 day"


def test_nothing_known_has_no_first_no_last_and_no_edtf() -> None:
    assert (first([None]), last([None]), edtf(None)) == (None, None, None)


def test_a_tally_keeps_certain_and_possible_apart() -> None:
    assert [str(Tally(certain=c, possible=p)) for c, p in ((2, 0), (2, 1), (0, 1))] == [
        "2",
        "2, possibly 1 more",
        "possibly 1",
    ]
    assert not Tally(certain=0)
    assert Tally(certain=0, possible=2).most == 2
    assert Tally(certain=0).of("text") == "0 texts"
