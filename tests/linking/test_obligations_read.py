# SPDX-License-Identifier: Apache-2.0
"""Duties that papers of the ledger lay, as they are read, and what other papers say of them, however they cite them."""

from __future__ import annotations

import pytest

from tests.linking.shelves import shelf_read
from tocsin.ledger.queries import Query
from tocsin.linking.obligations import obligations

AGREEMENT = """Agreement between Veltria and Ardesh on the Mill Canal

Signed at Karsk on 4 March 2024

The Government of Veltria and the Government of Ardesh have agreed as follows:

Article 1
Veltria shall release forty cubic metres of water a second into the Mill Canal until 31 October 2024.

Article 2
Ardesh shall withdraw its guards from the lock of Karsk within thirty days.

Article 3
The Parties shall exchange all detained fishermen by 1 May 2024.

Article 4
This Agreement shall remain in force until 31 December 2025.
"""
RESOLUTION = """United Nations S/RES/2790 (2024)
Security Council
Resolution 2790 (2024)
Adopted by the Security Council at its 9700th meeting, on 12 September 2024

The Security Council,

1. Demands that Ardesh withdraw all its forces from the lock of Karsk within fourteen days;

2. Decides that Veltria shall allow convoys to cross the Tamar corridor without hindrance;
"""


def statement(text: str, day: str = "25 June 2024") -> str:
    return f"Statement of the Ministry of Foreign Affairs of Veltria\nVelt City, {day}\n\n{text}\n"


@pytest.fixture
def told(reader, catalogue):
    def give(*papers: str) -> dict[str, object]:
        found = obligations(shelf_read(reader, *papers), catalogue, Query())
        return {", ".join(one.laid.pinpoints) or "whole": one for one in found}

    return give


def test_articles_of_an_agreement_lay_duties_on_its_parties_with_term_and_deadline(told):
    found = told(AGREEMENT)
    assert {point: one.bearer for point, one in found.items()} == {
        "art. 1": "Veltria",
        "art. 2": "Ardesh",
        "art. 3": "Veltria, Ardesh",
    }
    assert (found["art. 1"].laid.until, found["art. 1"].laid.deadline) == ("2024-10-31", None)
    assert found["art. 2"].laid.until == found["art. 3"].laid.until == "2025-12-31"
    assert found["art. 3"].overdue is False


def test_an_agreement_cited_by_name_by_day_and_by_both_is_one(told):
    found = told(
        AGREEMENT,
        statement("Ardesh has failed to implement article 2 of the Agreement on the Mill Canal."),
        statement("Ardesh has complied with article 2 of the Agreement of 4 March 2024.", "26 June 2024"),
        statement("Article 3 of the Agreement on the Mill Canal has been implemented.", "27 June 2024"),
    )
    assert set(found) == {"art. 1", "art. 2", "art. 3"}
    assert (found["art. 2"].state, found["art. 3"].state) == ("contested", "met")


def test_paragraphs_of_a_resolution_are_known_by_its_number(told):
    said = "Ardesh has not complied with paragraph 1 of Security Council resolution 2790 (2024)."
    report = f"Report of the Secretary-General\n10 November 2024\n\n1. {said}\n"
    found = told(RESOLUTION, report)
    assert {one.laid.instrument for one in found.values()} == {"S/RES/2790(2024)"}
    assert (found["para. 1"].state, found["para. 2"].state) == ("breached", "in force")


def test_what_lapsed_says_so_beside_what_was_said_of_it(told):
    broken = statement("Ardesh has violated article 2 of the Agreement on the Mill Canal.")
    ended = statement("The Agreement on the Mill Canal was terminated.", "3 July 2024")
    found = told(AGREEMENT, broken, ended)
    assert found["art. 2"].state == "lapsed"
    assert "breached according to 1 voice" in found["art. 2"].words


def test_an_answer_that_names_another_provision_is_none_of_this_duty(told):
    named = "paragraph 1 of Security Council resolution 2790 (2024)"
    said = f"Ardesh withdrew its guards from the lock of Karsk, in compliance with {named}."
    found = told(AGREEMENT, RESOLUTION, statement(said, "12 October 2024"))
    assert found["art. 2"].kept == ()
