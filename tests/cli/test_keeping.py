# SPDX-License-Identifier: Apache-2.0
"""`tocsin verify`: everything is hashed again, the first broken promise is named, exit 3."""

from __future__ import annotations

import sqlite3


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
