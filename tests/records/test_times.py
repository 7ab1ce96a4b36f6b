# SPDX-License-Identifier: Apache-2.0
"""EDTF read and written, certain told from possible."""

from __future__ import annotations

import warnings
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.records.times import BadTime, days, parse, spell

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import edtf

DATES = st.dates(date(1800, 1, 1), date(2100, 12, 31))
POINTS = st.one_of(
    DATES.map(date.isoformat),
    DATES.map(lambda day: day.isoformat()[:7]),
    DATES.map(lambda day: day.isoformat()[:4]),
    DATES.map(lambda day: day.isoformat()[:3] + "X"),
)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-07-21", "2023-07-21", "2023-07-21"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1988", "1988-01-01", "1988-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2014-22", "2014-06-01", "2014-08-31"),
        ("2014-24", "2014-12-01", "2015-02-28"),
        ("2023-33", "2023-01-01", "2023-03-31"),
        ("2023-41", "2023-07-01", "2023-12-31"),
        ("2023-06-13/2023-06-15", "2023-06-13", "2023-06-15"),
        ("2022-12-12/..", "2022-12-12", None),
        ("../2020", None, "2020-12-31"),
        ("2023-08~", "2023-07-01", "2023-09-30"),
        ("2023-08-10~", "2023-08-09", "2023-08-11"),
        ("2019~", "2018-01-01", "2020-12-31"),
        ("2023-08?", "2023-08-01", "2023-08-31"),
        ("2023-06-XX", "2023-06-01", "2023-06-30"),
    ],
)
def test_a_value_allows_the_days_between_its_bounds(text, first, last):
    read = parse(text)
    assert (read.earliest and read.earliest.isoformat(), read.latest and read.latest.isoformat()) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "..", "/", "../..", "2023-13", "2023-02-30", "2023-7-1", "last year", "P7M", "19X3", "199X-05", "2023/2022"],
)
def test_what_is_no_edtf_is_refused_with_what_was_given(text):
    with pytest.raises(BadTime, match="is no EDTF"):
        parse(text)


def test_flags_are_told_apart():
    assert (parse("2023~").approximate, parse("2023~").uncertain) == (True, False)
    assert (parse("2023?").approximate, parse("2023?").uncertain) == (False, True)
    assert (parse("2023%/..").approximate, parse("2023%/..").uncertain) == (True, True)


@given(POINTS)
def test_bounds_agree_with_the_edtf_library(text):
    theirs = edtf.parse_edtf(text)
    first, last = (getattr(theirs, name)() for name in ("lower_strict", "upper_strict"))
    assert parse(text).earliest == date(*first[:3])
    assert parse(text).latest == date(*last[:3])


@given(DATES, DATES, st.sampled_from(["", "?"]))
def test_what_is_spelled_is_read_back(one, other, flag):
    first, last = sorted((one, other))
    read = parse(spell(first, last, flag))
    assert (read.earliest, read.latest, read.uncertain) == (first, last, flag == "?")


@given(POINTS | DATES.map(lambda day: spell(day, None)), st.sampled_from(["", "~", "?", "%"]), DATES)
def test_nothing_is_both_certain_and_possible_and_certain_stays_so(text, flag, day):
    read = parse(text if "/" in text else text + flag)
    assert not (read.certain(day) and read.possible(day))
    if read.certain(day):
        assert read.certain(date(2200, 1, 1))
    if read.earliest is not None and day < read.earliest:
        assert not read.certain(day)
        assert not read.possible(day)


@pytest.mark.parametrize(
    ("text", "length"), [("P44D", 44), ("PT48H", 2), ("P2W", 14), ("P1Y", 365), ("P2Y6M", 913), ("P0.5D", 0.5)]
)
def test_a_duration_has_a_length_in_days(text, length):
    assert days(text) == pytest.approx(length, abs=0.5)


@pytest.mark.parametrize("text", ["P", "PT", "7M", "P7", "PXM", ""])
def test_what_is_no_duration_is_refused(text):
    with pytest.raises(BadTime):
        days(text)
