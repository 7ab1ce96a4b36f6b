# SPDX-License-Identifier: Apache-2.0
"""`dossier --bundle` and `verify BUNDLE`: what is handed over can be checked by whoever gets it."""

from __future__ import annotations

import gzip
import json
import zipfile

from tests.cli.test_withheld_exports import LETTER


def test_a_bundle_is_checked_where_there_is_no_ledger(reader_of_a_letter):
    person = reader_of_a_letter
    person.run("dossier", "--to", "United Nations", "-o", "un.html", "--bundle", "un.zip")
    assert (person.code, (person.folder / "un.html").exists()) == (0, True)
    (person.folder / "tocsin.db").unlink()
    (told,) = json.loads(person.run("verify", "un.zip", "--json"))
    assert (person.code, told["originals"], told["not_enclosed"]) == (0, 1, 0)
    assert told["notes"] > 0
    changed = bytearray((person.folder / "un.zip").read_bytes())
    changed[len(changed) // 2] ^= 1
    person.write("changed.zip", bytes(changed))
    person.run("verify", "changed.zip")
    assert person.code == 3
    assert person.err.startswith("tocsin: changed.zip: ")


def test_a_bundle_tells_no_name_at_risk_anywhere(person):
    person.write("letter.txt", LETTER)
    person.run("read", "letter.txt")
    person.run("dossier", "--to", "Ardesh", "--bundle", "b.zip")
    assert person.code == 0
    assert "1 document by digest alone" in person.err
    with zipfile.ZipFile(person.folder / "b.zip") as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["entries.jsonl.gz"] = gzip.decompress(files["entries.jsonl.gz"])
    assert not [name for name, data in files.items() if b"Varo" in data]
    person.run("verify", "b.zip")
    assert person.code == 0
    person.run("dossier", "--to", "Ardesh", "--bundle", "all.zip", "--show-names")
    assert b"Varo" in (person.folder / "all.zip").read_bytes()


def test_what_is_no_bundle_is_a_bad_request(person):
    person.write("letter.txt", LETTER)
    person.run("verify", "letter.txt")
    assert (person.code, "no bundle" in person.err) == (2, True)


def test_a_dossier_that_cites_a_suggestion_is_bundled_too(person):
    person.run("demo", "--into", "demo")
    for whom in ("ardesh", "northern-union", "veltria"):
        person.run("dossier", "--ledger", "demo/tocsin.db", "--pack", "demo/pack", "--to", whom, "--bundle", "b.zip")
        assert person.code == 0, person.err
        person.run("verify", "b.zip")
        assert person.code == 0, person.err


def test_a_dossier_has_a_form_that_there_is(reader_of_a_letter):
    reader_of_a_letter.run("dossier", "--to", "United Nations", "-o", "un.xyz")
    assert (reader_of_a_letter.code, ".pdf" in reader_of_a_letter.err) == (2, True)
    assert not (reader_of_a_letter.folder / "un.xyz").exists()
    reader_of_a_letter.run("dossier", "--to", "Veltria", "-o", "v.md")
    assert "Nothing in this ledger" in reader_of_a_letter.err
