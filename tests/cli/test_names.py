# SPDX-License-Identifier: Apache-2.0
"""Names of persons at risk are withheld in listings and dossiers unless asked for; who holds public office is named."""

from __future__ import annotations

import json

import pytest

STATEMENT = """\
Statement of the Orsava Assembly to the United Nations

4 March 2025

On 2 March 2025 the security forces of Ardesh detained Arin Velo, a teacher from Karsk. Velo is held in Ardan.
The witness Mira Tolan was heard on 3 March 2025. On 3 March 2025 Ardesh arrested President Toma Rell.
We call on the United Nations to demand the release of Arin Velo and of President Toma Rell.
"""
AT_RISK = ("Arin", "Velo", "Mira", "Tolan", "arin-velo")


@pytest.fixture
def person_with_names(person):
    person.write("statement.txt", STATEMENT)
    person.run("read", "statement.txt")
    assert person.code == 0, person.err
    return person


@pytest.mark.parametrize(
    "words",
    [
        ("asks",),
        ("asks", "--json"),
        ("timeline",),
        ("timeline", "--json"),
        ("search", "Ardan OR witness OR release"),
        ("search", "Ardan OR witness OR release", "--json"),
        ("sources",),
        ("dossier", "--to", "United Nations"),
    ],
)
def test_names_at_risk_are_withheld_unless_asked_for(person_with_names, words):
    out = person_with_names.run(*words)
    assert person_with_names.code == 0, person_with_names.err
    assert not [name for name in AT_RISK if name in out]
    if words[0] != "sources":
        assert "[name withheld]" in out
        assert "Velo" in person_with_names.run(*words, "--show-names")


def test_who_holds_public_office_is_named(person_with_names):
    assert "Toma Rell" in person_with_names.run("asks")
    assert "Toma Rell" in person_with_names.run("timeline")


def test_a_withheld_party_has_no_telling_id(person_with_names):
    rows = json.loads(person_with_names.run("timeline", "--json"))
    targets = [party for row in rows for party in row["targets"]]
    assert {"id": "name-withheld", "name": "[name withheld]"} in targets


def test_why_withholds_too(person_with_names):
    name = json.loads(person_with_names.run("timeline", "--json"))[0]["finding"]
    assert "Velo" not in person_with_names.run("why", name)
    assert "Velo" in person_with_names.run("why", name, "--show-names")


def test_nothing_recorded_is_changed_by_withholding(person_with_names):
    rows = json.loads(person_with_names.run("timeline", "--json", "--show-names"))
    assert all(STATEMENT[row["start"] : row["end"]] == row["quote"] for row in rows)


def test_suggestions_and_differences_withhold_too(person_with_names):
    assert "Velo" not in person_with_names.run("catalogue", "suggest")
    assert "Velo" in person_with_names.run("catalogue", "suggest", "--show-names")
    rows = '[[actor]]\nid = "forces"\nkind = "organisation"\nname = "security forces of Ardesh"\nsource = "x"\n'
    person_with_names.write("pack/rows.toml", rows)
    out = person_with_names.run("reread", "--dry-run", "--pack", "pack")
    assert "[name withheld]" in out
    assert "Velo" not in out
    name = json.loads(person_with_names.run("timeline", "--json"))[0]["finding"]
    assert "Velo" not in person_with_names.run("why", name, "--json")


LAW = """\
Statement of the Orsava Assembly to the United Nations

4 March 2025

On 2 March 2025 the security forces of Ardesh closed the Tamar corridor, as the witness Arin Persons and the
prisoner Lia Palestinian told on 3 March 2025. Ardesh opened fire near Dolen on 3 March 2025, Persons said.
Ardesh is bound by the Geneva Convention relative to the Protection of Civilian Persons in Time of War.
We call on the United Nations to protect the civilian Persons and to visit the Occupied Palestinian Territories.
"""


def test_names_of_instruments_and_places_are_never_masked(person):
    person.write("statement.txt", LAW)
    person.run("read", "statement.txt")
    assert "Protection of Civilian Persons in Time of War" in " ".join(person.run("law").split())
    asked = " ".join(person.run("asks").split())
    assert "Occupied Palestinian Territories" in asked
    found = person.run("search", "witness OR prisoner OR fire")
    assert not [name for name in ("Arin", "Persons", "Lia", "Palestinian") if name in found]
    assert "Arin Persons" in " ".join(person.run("search", "witness", "--show-names").split())
