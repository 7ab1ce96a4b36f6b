# SPDX-License-Identifier: Apache-2.0
"""Times held against each other."""

from __future__ import annotations

import pytest

from tests.reading.test_times import draft
from tocsin.reading.dating.checks import contradictions
from tocsin.reading.times import finder as times


def notes(content: str, issued: str | None) -> list[str]:
    laid = draft(content)
    return [
        problem.code for problem in contradictions(laid, times.resolved(laid, times.mentions(laid), issued), issued)
    ]


@pytest.mark.parametrize(
    ("content", "issued", "codes"),
    [
        ("It has lasted for almost 7 months, starting from 12 December 2022.", "2023-07-10", []),
        (
            "It has lasted for almost 4 months, starting from 12 December 2022.",
            "2023-07-10",
            ["duration-contradicts-date"],
        ),
        ("Since 3 March 2021 it has been shut for three weeks.", "2021-03-24", []),
        ("Since 3 March 2021 it has been shut for three weeks.", "2021-06-24", ["duration-contradicts-date"]),
        ("Since 3 March 2021 it has been shut for three weeks.", None, []),
        ("Since 3 March 2021 it has been shut for three weeks.", "2021-06~", []),
        ("It was shut on Friday, 5 March 2021.", "2021-06-24", []),
        ("It was shut on Monday, 5 March 2021.", "2021-06-24", ["weekday-contradicts-date"]),
        ("It was shut on 5 March 2021.", "2021-01-24", ["date-after-issue"]),
        ("It will be shut on 5 March 2021.", "2021-01-24", []),
    ],
)
def test_a_contradiction_is_told(content, issued, codes):
    assert notes(content, issued) == codes
