# SPDX-License-Identifier: Apache-2.0
"""Words destroyed for a person's safety: gone from every listing and the vault, while the chain holds."""

from __future__ import annotations

import json


def asks(person):
    return json.loads(person.run("asks", "--json"))


def expunge(person, what, *more):
    return person.run("expunge", what, "--by", "lia", "--why", "a person at risk", *more)


def test_without_a_yes_nothing_is_destroyed(reader_of_a_letter):
    expunge(reader_of_a_letter, "letter.txt")
    assert reader_of_a_letter.code == 2
    assert "1 original in the vault" in reader_of_a_letter.err
    assert "say --yes" in reader_of_a_letter.err
    assert len(asks(reader_of_a_letter)) == 2


def test_a_document_goes_with_its_text_findings_and_original(reader_of_a_letter):
    person = reader_of_a_letter
    moment = json.loads(person.run("why", asks(person)[0]["finding"], "--json"))[0]["recorded_at"]
    expunge(person, "letter.txt", "--yes")
    assert person.code == 0, person.err
    assert asks(person) == []
    assert json.loads(person.run("asks", "--json", "--recorded-by", moment)) == []
    assert json.loads(person.run("search", "mission", "--json")) == []
    counts = json.loads(person.run("verify", "--json"))[0]
    assert person.code == 0, person.err
    assert (counts["originals"], counts["not_held"], counts["texts"]) == (0, 1, 0)
    files = [path for path in person.folder.rglob("*") if path.is_file() and path.name != "letter.txt"]
    assert not any(b"assessment mission" in path.read_bytes() for path in files)
    person.run("read", "letter.txt")
    assert "it is not read again" in person.err
    person.run("reread")
    assert person.code == 0


def test_a_document_read_from_a_folder_goes_by_its_file_name(person):
    person.write("case/letter.txt", "Open letter\n\n3 March 2025\n\nWe urge Ardesh to open the road.\n")
    person.run("read", "case")
    expunge(person, "letter.txt", "--yes")
    assert person.code == 0, person.err
    assert asks(person) == []


def test_expunging_twice_ends_what_a_crash_left(reader_of_a_letter):
    person = reader_of_a_letter
    kept = {path: path.read_bytes() for path in (person.folder / "tocsin.vault").rglob("*") if path.is_file()}
    expunge(person, "letter.txt", "--yes")
    for path, data in kept.items():
        path.write_bytes(data)
    expunge(person, "letter.txt", "--yes")
    assert "destroyed what was left in the vault" in person.err
    assert not any(path.exists() for path in kept)


def test_a_finding_goes_and_no_reading_brings_it_back(reader_of_a_letter):
    person = reader_of_a_letter
    first, second = asks(person)
    expunge(person, first["finding"], "--yes")
    assert "the words still stand in the text of" in person.err
    assert [row["finding"] for row in asks(person)] == [second["finding"]]
    rows = '[[actor]]\nid = "the-council"\nkind = "organisation"\nname = "Government of Ardesh"\nsource = "x"\n'
    person.write("pack/rows.toml", rows)
    person.run("reread", "--pack", "pack")
    assert [row["finding"] for row in asks(person)] == [second["finding"]]
    person.run("read", "letter.txt", "--issued", "2025-03-02")
    assert [row["finding"] for row in asks(person)] == [second["finding"]]
    person.run("verify")
    assert person.code == 0


def test_the_proof_of_a_sending_goes_with_its_entry(reader_of_a_letter):
    person = reader_of_a_letter
    person.write("receipt.txt", "signed by a person")
    flags = ["--to", "United Nations", "--on", "2025-03-03", "--how", "by hand", "--by", "lia"]
    person.run("sent", "letter.txt", *flags, "--proof", "receipt.txt")
    entry = json.loads(person.run("sent", "--json"))[0]["entry"]
    expunge(person, entry, "--yes")
    assert person.code == 0, person.err
    assert json.loads(person.run("sent", "--json")) == []
    assert len(asks(person)) == 2


def test_a_name_of_nothing_is_a_bad_request(reader_of_a_letter):
    expunge(reader_of_a_letter, "nothing", "--yes")
    assert reader_of_a_letter.code == 2
    assert "nothing was destroyed" in reader_of_a_letter.err
