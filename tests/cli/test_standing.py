# SPDX-License-Identifier: Apache-2.0
"""`standing` and `positions`: listed, told, chosen, linked by people, with the names at risk withheld."""

from __future__ import annotations

import json

import pytest

SECOND = """\
Statement by the Ministry of Foreign Affairs of Veltria

20 March 2025

Veltria demands that the United Nations send a mission to Orsava to assess the needs.
The jailed journalist Mira Tolan was detained in Karsk on 3 March 2025.
Veltria calls on the Government of Ardesh to release the journalist Mira Tolan.
"""


@pytest.fixture
def asked(reader_of_a_letter):
    person = reader_of_a_letter
    person.write("statement.txt", SECOND)
    person.run("read", "statement.txt")
    assert person.code == 0, person.err
    return person


def test_what_is_asked_twice_is_listed_with_how_often_and_since_when(asked):
    out = asked.run("standing")
    assert asked.code == 0, asked.err
    assert "first 2025-03-02, last 2025-03-20 · asked 2 times, in 2 documents, 2 voices" in out
    assert "force: urge (2025-03-02) → demand (2025-03-20)" in out
    assert "no answer is recorded among the 2 documents of this ledger" in out
    (row,) = json.loads(asked.run("standing", "--json"))
    assert row["made"] == row["voices"] == 2
    assert len(json.loads(asked.run("standing", "--once", "--json"))) == 3


def test_the_story_shows_every_making_and_why(asked):
    (row,) = json.loads(asked.run("standing", "--json"))
    out = asked.run("standing", row["standing"][7:15])
    assert "with the others because both" in out
    assert "letter.txt [" in out
    assert "statement.txt [" in out
    assert asked.run("standing", row["makings"][0]["finding"]) == out
    assert asked.run("standing", "--story") == out


def test_it_is_chosen_by_whom_by_clock_and_by_answer(asked):
    assert json.loads(asked.run("standing", "--to", "Ardesh", "--json")) == []
    assert len(json.loads(asked.run("standing", "--to", "United Nations", "--by", "Veltria", "--json"))) == 1
    assert len(json.loads(asked.run("standing", "--unanswered", "--json"))) == 1
    asked.run("standing", "--published-by", "2025-03-10")
    assert "Nothing is asked more than once among the 1 document of this ledger" in asked.err
    asked.run("standing", "--to", "nobody such")
    assert asked.code == 2


def test_people_part_and_join_asks(asked):
    (row,) = json.loads(asked.run("standing", "--json"))
    first, second = (making["finding"] for making in row["makings"])
    asked.run("standing", "--different", second, first)
    assert asked.code == 2
    assert "--as HANDLE" in asked.err
    asked.run("standing", "--different", second, first, "--as", "lia", "--why", "another mission")
    assert asked.code == 0, asked.err
    assert json.loads(asked.run("standing", "--json")) == []
    asked.run("standing", "--same", first, second, "--as", "tam", "--why", "one mission")
    assert len(json.loads(asked.run("standing", "--json"))) == 1
    assert "tam says that it is the same: one mission" in asked.run("standing", "--story")


def test_an_id_that_begins_nothing_or_several_is_a_bad_request(asked):
    asked.run("standing", "zzzz")
    assert (asked.code, "no standing ask" in asked.err) == (2, True)
    asked.run("standing", "sha256:")
    assert (asked.code, "begin so" in asked.err) == (2, True)


def test_names_at_risk_are_withheld_unless_asked_for(asked):
    for verb in (("standing", "--once", "--story"), ("positions",)):
        assert "Tolan" not in asked.run(*verb), verb
        assert "[name withheld]" in asked.out
        assert "Tolan" in asked.run(*verb, "--show-names"), verb


def test_positions_stand_party_by_party_with_the_law_beside(asked):
    out = asked.run("positions", "--topic", "reopening of the Tamar corridor")
    assert asked.code == 0, asked.err
    assert out.startswith("Orsava Assembly (orsava-assembly)")
    assert "law cited: Charter of the United Nations" in out
    assert "asks · 1 line, 1 voice" in out
    rows = json.loads(asked.run("positions", "--topic", "release", "--json"))
    assert [row["party"]["id"] for row in rows] == ["veltria"]
    assert json.loads(asked.run("positions", "--place", "Tamar corridor", "--json"))
    asked.run("positions", "--topic", "vaccination")
    assert "Nothing is asked, accepted or rejected on it among the 2 documents" in asked.err
    asked.run("positions", "--place", "nowhere such")
    assert asked.code == 2
