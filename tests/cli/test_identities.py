# SPDX-License-Identifier: Apache-2.0
"""Names in daily use: actors held for one and parted again, aliases added to a pack."""

from __future__ import annotations

import json


def asks(person, to, *more):
    return json.loads(person.run("asks", "--to", to, "--json", *more))


def test_actors_held_for_one_are_listed_together_and_parted_again(reader_of_a_letter):
    person = reader_of_a_letter
    assert [len(asks(person, "Ardesh")), len(asks(person, "United Nations"))] == [1, 1]
    person.run("catalogue", "same", "Ardesh", "United Nations", "--by", "lia", "--why", "for the test")
    assert person.code == 0, person.err
    assert [len(asks(person, "Ardesh")), len(asks(person, "United Nations"))] == [2, 2]
    rows = asks(person, "Ardesh")
    assert [row["start"] for row in rows] == sorted(row["start"] for row in rows)
    person.run("dossier", "--to", "Ardesh", "--alone", "-o", "d.html")
    assert "to send an assessment mission" in (person.folder / "d.html").read_text(encoding="utf-8")
    person.run("catalogue", "differ", "United Nations", "Ardesh", "--by", "lia", "--why", "they are two")
    assert len(asks(person, "Ardesh")) == 1


def test_an_actor_is_not_held_for_one_with_itself(reader_of_a_letter):
    reader_of_a_letter.run("catalogue", "same", "Ardesh", "ardesh", "--by", "lia", "--why", "well")
    assert reader_of_a_letter.code == 2


def test_an_alias_is_added_to_the_packs_own_file_and_the_change_is_told(reader_of_a_letter):
    person = reader_of_a_letter
    rows = '# kept\n[[actor]]\nid = "relief-body"\nkind = "ngo"\nname = "Relief Body"\nsource = "x"'
    path = person.write("pack/actors.toml", rows)
    person.run("catalogue", "alias", "Orsava Relief", "Relief Body", "--pack", "pack")
    assert person.code == 0, person.err
    assert path.read_text(encoding="utf-8").startswith(rows)
    assert 'aliases = ["Orsava Relief"]' in path.read_text(encoding="utf-8")
    assert "relief-body" not in person.run("catalogue", "check", "--pack", "pack")
    person.run("catalogue", "alias", "orsava relief", "relief-body", "--pack", "pack")
    assert person.code == 2
    assert "already" in person.err


def test_an_alias_of_a_row_of_the_package_goes_to_a_file_read_last(reader_of_a_letter):
    person = reader_of_a_letter
    out = person.run("catalogue", "alias", "the Kingdom beyond Issel", "ardesh", "--pack", "mine")
    assert person.code == 0, person.err
    text = (person.folder / "mine" / "zz-aliases.toml").read_text(encoding="utf-8")
    assert '[[actor]]\nid = "ardesh"\naliases = ["the Kingdom beyond Issel"]\nsource = ' in text
    assert "0 documents" in person.err
    assert out == ""
    person.run("asks", "--to", "kingdom beyond issel", "--pack", "mine")
    assert person.code == 0, person.err


def test_an_alias_that_a_document_holds_shows_what_would_change(reader_of_a_letter):
    person = reader_of_a_letter
    out = person.run("catalogue", "alias", "an assessment mission", "United Nations", "--pack", "mine")
    assert person.code == 0, person.err
    assert "would be read otherwise" in person.err
    assert out == "" or "letter.txt" in out


def test_a_name_of_another_or_none_is_a_bad_request(reader_of_a_letter):
    person = reader_of_a_letter
    person.run("catalogue", "alias", "Veltria", "ardesh", "--pack", "mine")
    assert "a name of veltria, so it cannot be one of ardesh too" in person.err
    person.run("catalogue", "alias", "…", "ardesh", "--pack", "mine")
    assert "is no name" in person.err
    person.run("catalogue", "alias", "New Name", "nobody-at-all", "--pack", "mine")
    assert person.code == 2
    assert not (person.folder / "mine").exists()
