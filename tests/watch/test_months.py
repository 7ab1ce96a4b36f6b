# SPDX-License-Identifier: Apache-2.0
"""Under which months what a source tells is put."""

from __future__ import annotations

import pytest

from tocsin.watch.months import months


@pytest.mark.parametrize(
    ("when", "told", "expected"),
    [
        ("2025-02-21", "2025-03-10", ["2025-02"]),
        ("2025-02", "2025-03-10", ["2025-02"]),
        ("2020", "2025-03-10", ["2020"]),
        ("2024-12-09/..", "2025-02-10", ["2024-12", "2025-01", "2025-02"]),
        ("2024-12-09/2025-01-02", "2025-06-10", ["2024-12", "2025-01"]),
        ("../2025-01", "2025-06-10", ["2025-01?"]),
        ("2025-05/..", "2025-02-10", ["2025-05?"]),
        ("2024/..", "2025-02-10", ["2024"]),
        ("2024-12~/..", "2025-03-10", ["2024-12?", "2025-01?", "2025-02", "2025-03"]),
        ("2024-12/..", "2025-03~", ["2024-12", "2025-01", "2025-02?", "2025-03?"]),
        (None, "2025-03-10", ["2025-03"]),
        ("P3D", "2025-03-10", ["2025-03"]),
        (None, "2025-03~", ["2025-03?"]),
        ("202X", None, []),
        (None, None, []),
    ],
)
def test_a_date_goes_under_the_months_that_its_words_name(when: str, told: str, expected: list[str]) -> None:
    assert [month + ("" if sure else "?") for month, sure in months(when, told).items()] == expected


def test_what_goes_on_for_long_goes_under_its_first_month_and_the_last_two_years() -> None:
    found = list(months("2001-05/..", "2025-03-10"))
    assert (len(found), found[0], found[1], found[-1]) == (24, "2001-05", "2023-05", "2025-03")
