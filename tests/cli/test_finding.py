# SPDX-License-Identifier: Apache-2.0
"""Search: by words and fields, with places and reasons, the same for a past moment whenever it is asked."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import LETTER


def search(person, *words):
    return json.loads(person.run("search", "--json", *words))


def test_words_are_found_with_their_places_and_why(reader_of_a_letter):
    (row,) = search(reader_of_a_letter, 'mission "Orsava"')
    assert [LETTER[start:end] for start, end in row["marks"]] == ["mission", "Orsava"]
    assert row["why"][0] == "“mission” stands in the passage"
    assert row["kind"] == "passage"
    out = reader_of_a_letter.run("search", "mission")
    assert "⟦mission⟧" in out
    assert "matched: “mission” stands in the passage" in out


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("kind:ask", 2),
        ("kind:ask to:ardesh", 1),
        ('kind:ask to:"United Nations" NOT mission', 0),
        ("kind:ask (mission OR reopen)", 2),
        ("harm:famine", 1),
        ("force:URGE", 1),
        ("law:un-charter", 2),
        ('law:"Charter of the United Nations"', 2),
        ("place:orsava kind:claim famine", 0),
        ("kind:ask kind:claim", 0),
        ("corridor NOT kind:ask", 1),
        ("by:ardesh", 0),
        ("act:blockade OR harm:famine", 2),
    ],
)
def test_fields_look_at_findings(reader_of_a_letter, query, count):
    rows = search(reader_of_a_letter, query)
    assert reader_of_a_letter.code == 0, reader_of_a_letter.err
    assert len(rows) == count


def test_a_finding_is_given_with_its_own_words(reader_of_a_letter):
    (row,) = search(reader_of_a_letter, "kind:ask mission")
    assert row["quote"] == "to send an assessment mission to Orsava."
    assert "kind is ask" in row["why"]
    assert "to send an assessment ⟦mission⟧ to Orsava." in reader_of_a_letter.run("search", "kind:ask mission")


def test_a_search_minds_the_clocks(reader_of_a_letter):
    assert search(reader_of_a_letter, "mission", "--published-by", "2025-03-01") == []
    assert search(reader_of_a_letter, "mission", "--recorded-by", "2020-01-01") == []
    assert search(reader_of_a_letter, "kind:claim", "--from", "2025-01") == []
    assert [row["certainty"] for row in search(reader_of_a_letter, "kind:claim", "--to", "2024-12")] == ["certain"]
    assert len(search(reader_of_a_letter, "kind:ask OR mission", "--limit", "1")) == 1


def test_a_bad_search_is_a_bad_request_with_its_place(reader_of_a_letter):
    reader_of_a_letter.run("search", "kind:ask (mission")
    assert reader_of_a_letter.code == 2
    assert "    kind:ask (mission\n             ^\n" in reader_of_a_letter.err


def test_nothing_found_says_among_what(reader_of_a_letter):
    reader_of_a_letter.run("search", "elephants")
    assert "among the 1 document of this ledger" in reader_of_a_letter.err
