# SPDX-License-Identifier: Apache-2.0
"""Reading again: the difference is told, old findings and judgements are kept, nothing new is a no-op."""

from __future__ import annotations

import json

import pytest


@pytest.fixture
def with_pack(reader_of_a_letter):
    """A letter was read; since then the pack of the working folder has learned a name."""
    person = reader_of_a_letter
    rows = '[[actor]]\nid = "orsava-assembly"\nkind = "parliament"\nname = "the Assembly of Orsava"\n'
    person.write("pack/more.toml", f'{rows}aliases = ["Orsava Assembly"]\nsource = "invented"\n')
    rows = '[[actor]]\nid = "ardesh"\ndemonyms = ["Ardeshite"]\nsource = "invented"\n'
    person.write("pack/rows.toml", rows)
    return person


def heads(person):
    return json.loads(person.run("verify", "--json"))[0]["head"]


def test_rereading_when_nothing_changed_records_nothing(reader_of_a_letter):
    before = heads(reader_of_a_letter)
    reader_of_a_letter.run("reread")
    assert reader_of_a_letter.code == 0
    assert "nothing to record" in reader_of_a_letter.err
    assert heads(reader_of_a_letter) == before


def test_a_dry_run_tells_and_records_nothing(with_pack):
    before = heads(with_pack)
    with_pack.run("reread", "--dry-run", "--pack", "pack")
    assert "would be read again" in with_pack.err
    assert heads(with_pack) == before


def test_a_new_catalogue_changes_what_parties_are_called(with_pack):
    with_pack.run("judge", "confirm", first(with_pack)["finding"], "--by", "lia", "--why", "read it")
    with_pack.run("reread", "--pack", "pack", "--by", "lia")
    assert with_pack.code == 0, with_pack.err
    assert "1 of 1 document read again" in with_pack.err
    assert "1 judged finding stands as judged" in with_pack.err
    assert first(with_pack)["state"] == "confirmed"
    with_pack.run("reread", "--pack", "pack")
    assert "nothing to record" in with_pack.err
    with_pack.run("verify")
    assert with_pack.code == 0


def test_what_was_judged_under_an_id_of_before_is_found_under_the_rows(with_pack):
    person = with_pack
    person.write(
        "asked.txt", "Open letter\n\n3 March 2025\n\nWe call on the Harbour Board of Karsk to open the quay.\n"
    )
    person.run("read", "asked.txt")
    (found,) = json.loads(person.run("asks", "--to", "Harbour Board of Karsk", "--json"))
    person.run("judge", "confirm", found["finding"], "--by", "lia", "--why", "read it")
    rows = (
        '[[actor]]\nid = "karsk-quays"\nkind = "organisation"\nname = "Harbour Board of Karsk"\nsource = "invented"\n'
    )
    person.write("pack/boards.toml", rows)
    person.run("reread", "--pack", "pack", "--by", "lia")
    for whom in ("karsk-quays", "Harbour Board of Karsk", "harbour-board-of-karsk"):
        assert "“to open the quay" in person.run("asks", "--to", whom, "--pack", "pack")
        assert "“to open the quay" in person.run("notice", "--to", whom, "--pack", "pack")
    person.run("dossier", "--to", "karsk-quays", "--pack", "pack", "-o", "d.md")
    assert "to open the quay" in (person.folder / "d.md").read_text(encoding="utf-8")


def test_going_back_to_an_earlier_catalogue_is_the_newest_reading_again(with_pack):
    before = with_pack.run("asks", "--json")
    with_pack.run("reread", "--pack", "pack")
    with_pack.run("reread")
    assert "1 of 1 document read again" in with_pack.err
    assert with_pack.run("asks", "--json") == before
    with_pack.run("reread")
    assert "nothing to record" in with_pack.err


def test_the_difference_names_document_change_and_finding(reader_of_a_letter):
    person = reader_of_a_letter
    person.write(
        "pack/rows.toml",
        '[[actor]]\nid = "the-council"\nkind = "organisation"\nname = "Government of Ardesh"\nsource = "x"\n',
    )
    rows = json.loads(person.run("reread", "--dry-run", "--pack", "pack", "--json"))
    asks = [row for row in rows if row["after"] and row["after"]["kind"] == "ask"]
    assert [(row["change"], row["after"]["addressees"][0]["id"]) for row in asks] == [("changed", "the-council")]
    out = person.run("reread", "--pack", "pack")
    assert "letter.txt: 0 new, 0 gone, " in out
    assert "addressees: ardesh → the-council" in out


def first(person):
    return json.loads(person.run("asks", "--to", "United Nations", "--json"))[0]
