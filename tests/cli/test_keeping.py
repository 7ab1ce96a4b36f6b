# SPDX-License-Identifier: Apache-2.0
"""`verify`, `export`, `import`, `backup`, `restore`: what is kept can be checked, carried away and brought back."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import zipfile

import pytest

from tocsin.ledger.postgres import open_postgres
from tocsin.ledger.postgres_connections import address


def test_a_sound_ledger_verifies(reader_of_a_letter):
    reader_of_a_letter.run("verify")
    assert reader_of_a_letter.code == 0
    assert "every promise holds" in reader_of_a_letter.err


def test_a_changed_original_is_a_broken_promise(reader_of_a_letter):
    original = next(path for path in (reader_of_a_letter.folder / "tocsin.vault").rglob("*") if path.is_file())
    original.chmod(0o644)
    original.write_bytes(b"something else")
    reader_of_a_letter.run("verify")
    assert reader_of_a_letter.code == 3
    assert "these bytes are not" in reader_of_a_letter.err


def test_an_original_that_is_absent_is_not_held_and_no_broken_promise(reader_of_a_letter):
    for path in (reader_of_a_letter.folder / "tocsin.vault").rglob("*"):
        if path.is_file():
            path.unlink()
    reader_of_a_letter.run("verify")
    assert reader_of_a_letter.code == 0
    assert "1 not held" in reader_of_a_letter.err


def test_a_file_that_is_no_ledger_is_a_bad_request(person):
    person.write("tocsin.db", b"not a database, but long enough to be taken for one " * 20)
    person.run("verify")
    assert person.code == 2
    assert "no Tocsin ledger" in person.err


def test_a_newer_ledger_is_a_bad_request(reader_of_a_letter):
    with sqlite3.connect("tocsin.db") as database:
        database.execute("PRAGMA user_version = 999")
    database.close()
    reader_of_a_letter.run("verify")
    assert reader_of_a_letter.code == 2
    assert "newer" in reader_of_a_letter.err


# ---- export, import


def test_a_ledger_goes_out_and_comes_back_byte_for_byte(reader_of_a_letter):
    person = reader_of_a_letter
    person.run("export", "--format", "jsonl", "-o", "a.jsonl")
    person.run("import", "a.jsonl", "--ledger", "new.db")
    assert (person.code, "entries imported" in person.err) == (0, True)
    person.run("export", "--format", "jsonl", "-o", "b.jsonl", "--ledger", "new.db")
    assert (person.folder / "a.jsonl").read_bytes() == (person.folder / "b.jsonl").read_bytes()
    person.run("verify", "--ledger", "new.db")
    assert person.code == 0


def test_a_broken_chain_is_refused_and_no_ledger_begun(reader_of_a_letter):
    person = reader_of_a_letter
    whole = person.run("export", "--format", "jsonl")
    person.write("broken.jsonl", whole.replace("assessment", "assassment"))
    person.run("import", "broken.jsonl", "--ledger", "new.db")
    assert person.code == 3
    assert "broken.jsonl" in person.err
    assert not (person.folder / "new.db").exists()


def test_what_cannot_be_imported_is_a_bad_request(reader_of_a_letter):
    person = reader_of_a_letter
    for words in (("import", "letter.txt"), ("import", "none.jsonl")):
        person.run(*words)
        assert (person.code, len(person.err.splitlines())) == (2, 1)
    person.run("export", "--format", "jsonl", "-o", "a.jsonl")
    person.write("other.txt", "Open letter of the Orsava Assembly to Ardesh\n\n1 May 2025\n\nWe urge Ardesh to talk.\n")
    person.run("read", "other.txt", "--ledger", "other.db")
    person.run("import", "a.jsonl", "--ledger", "other.db")
    assert person.code == 2
    assert "is not entry" in person.err


@pytest.mark.parametrize("kind", ["asks", "warnings", "timeline", "law", "sources"])
def test_every_listing_goes_out_as_a_table(reader_of_a_letter, kind):
    rows = list(csv.DictReader(reader_of_a_letter.run("export", "--format", "csv", "--kind", kind).splitlines()))
    assert reader_of_a_letter.code == 0
    assert rows
    assert all(row["document"].startswith("sha256:") for row in rows)


def test_a_table_takes_the_clocks(reader_of_a_letter):
    told = reader_of_a_letter.run("export", "--format", "csv", "--kind", "asks", "--published-by", "2020-01-01")
    assert len(told.splitlines()) == 1


def test_findings_go_out_as_web_annotations(reader_of_a_letter):
    made = json.loads(reader_of_a_letter.run("export", "--format", "jsonld"))
    assert {one["body"]["type"] for one in made} >= {"Ask", "Warning", "Claim"}
    (first, *_) = json.loads(reader_of_a_letter.run("export", "--format", "jsonld", "--kind", "asks"))
    assert first["body"]["type"] == "Ask"
    none = reader_of_a_letter.run("export", "--format", "jsonld", "--published-by", "1900-01-01")
    assert json.loads(none) == []


def test_findings_go_out_as_entities_and_tagged_tables(reader_of_a_letter):
    entities = [json.loads(line) for line in reader_of_a_letter.run("export", "--format", "ftm").splitlines()]
    assert {entity["schema"] for entity in entities} >= {"Document", "Documentation", "Event", "PublicBody"}
    assert len({entity["id"] for entity in entities}) == len(entities)
    header, tags, *rows = csv.reader(reader_of_a_letter.run("export", "--format", "hxl").splitlines())
    assert len(header) == len(tags) == len(rows[0])
    assert all(tag.startswith("#") for tag in tags)


def test_a_listing_goes_out_as_parquet(reader_of_a_letter):
    reader_of_a_letter.run("export", "--format", "parquet", "--kind", "sources", "-o", "sources.parquet")
    assert reader_of_a_letter.code == 0
    assert (reader_of_a_letter.folder / "sources.parquet").read_bytes().startswith(b"PAR1")


@pytest.mark.parametrize(
    "words",
    [
        ("csv",),
        ("parquet",),
        ("hxl", "--kind", "sources"),
        ("jsonl", "--kind", "asks"),
        ("jsonl", "--published-by", "2025-01-01"),
        ("csv", "--kind", "x"),
    ],
)
def test_an_export_that_makes_no_sense_is_a_bad_request(reader_of_a_letter, words):
    reader_of_a_letter.run("export", "--format", *words)
    assert reader_of_a_letter.code == 2


# ---- backup, restore


def test_a_backup_is_restored_and_nothing_overwritten(reader_of_a_letter):
    person = reader_of_a_letter
    before = person.run("export", "--format", "jsonl")
    person.run("backup", "kept.zip")
    assert (person.code, "1 original, 0 not held" in person.err) == (0, True)
    person.run("restore", "kept.zip")
    assert person.code == 2
    assert "not overwritten" in person.err
    person.run("restore", "kept.zip", "--ledger", "again.db")
    assert person.code == 0
    assert person.run("export", "--format", "jsonl", "--ledger", "again.db") == before
    person.run("verify", "--ledger", "again.db")
    assert "1 original hashed again, 0 not held" in person.err
    (person.folder / "again.vault").rename(person.folder / "elsewhere")
    person.run("restore", "kept.zip", "--ledger", "again.db")
    assert person.code == 2
    assert sorted(path.name for path in person.folder.iterdir() if path.name.startswith(".tocsin")) == []


def test_equal_ledgers_give_equal_backups_and_an_old_one_is_replaced(reader_of_a_letter):
    person = reader_of_a_letter
    person.run("backup", "a.zip")
    first = (person.folder / "a.zip").read_bytes()
    person.run("backup", "a.zip")
    assert (person.folder / "a.zip").read_bytes() == first


def test_a_ledger_that_does_not_hold_is_not_backed_up(reader_of_a_letter):
    person = reader_of_a_letter
    original = next(path for path in (person.folder / "tocsin.vault").rglob("*") if path.is_file())
    original.write_bytes(b"something else")
    person.run("backup", "kept.zip")
    assert person.code == 3
    assert not (person.folder / "kept.zip").exists()


def members(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("ledger.jsonl", None, 3),
        ("manifest.json", None, 2),
        ("manifest.json", b"no json", 3),
        ("manifest.json", b'{"format":"tocsin-backup/9"}', 2),
        ("manifest.json", b'{"format":"tocsin-backup/1","head":"sha256:0","entries":1,"originals":[]}', 3),
        ("originals", None, 3),
        ("originals", b"something else", 3),
    ],
)
def test_a_damaged_backup_restores_nothing(reader_of_a_letter, name, data, code):
    person = reader_of_a_letter
    person.run("backup", "kept.zip")
    held = members("kept.zip")
    with zipfile.ZipFile("damaged.zip", "w") as archive:
        for member, content in held.items():
            if not member.startswith(name):
                archive.writestr(member, content)
            elif data is not None:
                archive.writestr(member, data)
    person.run("restore", "damaged.zip", "--ledger", "again.db")
    assert person.code == code, person.err
    assert len(person.err.splitlines()) == 1
    assert not (person.folder / "again.db").exists()
    assert not (person.folder / "again.vault").exists()


def test_what_is_no_backup_or_cannot_be_written_is_a_bad_request(reader_of_a_letter):
    person = reader_of_a_letter
    words = (
        ("restore", "letter.txt", "--ledger", "again.db"),
        ("restore", "none.zip", "--ledger", "again.db"),
        ("backup", "none/kept.zip"),
    )
    for word in words:
        person.run(*word)
        assert (person.code, len(person.err.splitlines())) == (2, 1), person.err
    person.run("backup", "kept.zip")
    person.run("restore", "kept.zip", "--ledger", "none/again.db")
    assert person.code == 2


# ---- a ledger in PostgreSQL


@pytest.mark.postgres
def test_the_same_verbs_serve_a_ledger_in_postgresql(reader_of_a_letter, postgres):
    person, url = reader_of_a_letter, f"{postgres}?schema=test_keeping_{os.getpid()}"
    try:
        person.run("asks", "--ledger", url)
        assert person.code == 2
        assert address(url).password not in person.err
        before = person.run("export", "--format", "jsonl")
        person.run("backup", "kept.zip")
        (person.folder / "tocsin.vault").rename(person.folder / "elsewhere")
        person.run("restore", "kept.zip", "--ledger", url)
        assert person.code == 0, person.err
        assert person.run("export", "--format", "jsonl", "--ledger", url) == before
        assert person.run("asks", "--ledger", url) == person.run("asks")
        person.run("read", "letter.txt", "--ledger", url)
        assert "1 already there" in person.err
        (person.folder / "tocsin.vault").rename(person.folder / "again")
        person.run("restore", "kept.zip", "--ledger", url)
        assert person.code == 2
    finally:
        with open_postgres(url) as ledger:
            ledger._db.execute(f'DROP SCHEMA "{address(url).schema}" CASCADE')


def test_no_server_is_a_bad_request_that_shows_no_password(person):
    person.run("asks", "--ledger", "postgresql://anna:hush@127.0.0.1:1/none")
    assert person.code == 2
    assert "hush" not in person.err
