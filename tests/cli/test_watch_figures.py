# SPDX-License-Identifier: Apache-2.0
"""`access`, `needs`, `people`: as text, as JSON, as tables and pictures, and what they say where nobody tells."""

from __future__ import annotations

import json

import pytest

REPORT = """\
Relief Coordination Office

Situation Report No. 3

31 March 2025

Some 86,000 people live in Orsava. On 5 March 2025 three farmers were killed in Karsk.
The Tamar corridor has been closed since 9 December 2024.
"""
ROWS = "Date,Crossing,Status,Trucks\n2025-04-01,Tamar corridor,restricted,12\n2025-04-02,Tamar corridor,open,30\n"


@pytest.fixture
def desk(person):
    person.write("report.txt", REPORT)
    person.write("rows.csv", ROWS)
    person.run("read", "report.txt", "rows.csv")
    assert person.code == 0, person.err
    return person


def test_access_lists_the_days_with_their_claims(desk):
    out = desk.run("access", "--place", "Tamar corridor")
    assert "2024-12-09 to 2025-03-31 closed · 113 days · 1 voice: closed [1]" in out
    assert "2025-04-02 open" in out
    assert "trucks: at least 42 (1 voice)" in out
    assert "trucks: 42 (1 voice)" in desk.run("access", "--place", "Tamar corridor", "--from", "2025-04-01")
    assert "searched: 2 documents" in desk.err


def test_access_as_json_gives_each_stretch_with_its_evidence(desk):
    rows = json.loads(desk.run("access", "--place", "tamar-corridor", "--from", "2025-03-30", "--json"))
    assert [(row["from"], row["to"], row["state"]) for row in rows] == [
        ("2025-03-30", "2025-03-31", "closed"),
        ("2025-04-01", "2025-04-01", "restricted"),
        ("2025-04-02", "2025-04-02", "open"),
    ]
    assert rows[1]["evidence"][0]["quote"] == "2025-04-01,Tamar corridor,restricted,12"


def test_access_is_drawn_and_tabled(desk):
    desk.run("access", "--place", "tamar-corridor", "--svg", "a.svg", "--csv", "a.csv")
    assert (desk.folder / "a.svg").read_text().startswith("<svg")
    assert len((desk.folder / "a.csv").read_text().splitlines()) == 2 + 115
    assert desk.run("access", "--place", "tamar-corridor", "--svg", "-").startswith("<svg")


def test_access_of_which_nobody_tells_says_among_how_many_documents(desk):
    assert desk.run("access", "--place", "Issel bridge") == ""
    assert "Nobody tells of Issel bridge among the 2 documents" in desk.err
    assert json.loads(desk.run("access", "--place", "Issel bridge", "--json")) == []


@pytest.mark.parametrize("verb", ["access", "needs", "people"])
def test_an_unknown_place_is_a_bad_request_with_the_nearest(desk, verb):
    desk.run(verb, "--place", "Tamar coridor", "--from", "2025-01", "--to", "2025-02")
    assert desk.code == 2
    assert "tamar-corridor" in desk.err


def test_needs_are_told_with_their_standards_and_what_is_unknown(desk):
    out = desk.run("needs", "--place", "Orsava", "--from", "2025-03-01", "--to", "2025-03-10")
    assert "people: 85,500–86,500 (1 voice)" in out
    assert "Sphere Handbook, 4th edition, 2018" in " ".join(out.split())
    assert "needed    12,825,000–12,975,000 litres" in out
    assert "lacking   unknown" in out


def test_needs_as_json_and_as_hxl(desk):
    asked = ("needs", "--place", "Orsava", "--from", "2025-03-01", "--to", "2025-03-10")
    rows = json.loads(desk.run(*asked, "--json"))
    assert rows[0]["needed"] == {"low": 12825000, "high": 12975000}
    assert rows[0]["population"]["statements"][0]["quote"] == "Some 86,000 people"
    assert "#population+min" in desk.run(*asked, "--hxl", "-")


def test_needs_must_be_told_for_which_days(desk):
    desk.run("needs", "--place", "Orsava", "--from", "2025-03-01")
    assert desk.code == 2
    assert "say for which days, with --from and --to" in desk.err


def test_people_are_listed_by_kind_with_their_sources(desk):
    out = desk.run("people", "--place", "Karsk")
    assert "killed: at least 3 (1 voice, 1 number)" in out
    assert "in the sum" in out
    (row,) = json.loads(desk.run("people", "--place", "Karsk", "--json"))
    assert (row["kind"], row["children"], row["low"], row["high"]) == ("killed", False, 3, None)


def test_no_people_harmed_says_among_how_many_documents(desk):
    desk.run("people", "--place", "Dolen")
    assert "No number of people harmed among the 2 documents" in desk.err
