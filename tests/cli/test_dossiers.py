# SPDX-License-Identifier: Apache-2.0
"""`dossier` of a body, a place, an obligation, a standing ask: one of them, in the form that the file's name says."""

from __future__ import annotations

import csv
import io
import json
import zipfile

import pytest


@pytest.fixture
def crisis(person):
    person.run("demo", "--into", "demo")
    assert person.code == 0, person.err
    return person


@pytest.fixture
def demo(crisis, monkeypatch):
    monkeypatch.setenv("TOCSIN_LEDGER", "demo/tocsin.db")
    return crisis


def table(path):
    return list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))


def test_one_thing_is_to_be_named(crisis):
    crisis.run("dossier", "--ledger", "demo/tocsin.db")
    assert crisis.code == 2
    assert "name one of --to, --place, --obligation, --standing, --search; none was given" in crisis.err
    crisis.run("dossier", "--ledger", "demo/tocsin.db", "--to", "Ardesh", "--standing", "3fb1c2")
    assert crisis.code == 2
    assert "--to and --standing were given" in crisis.err


def test_a_place_and_its_days_are_named_as_in_every_verb(crisis):
    days = ("--from", "2025-03-01", "--to", "2025-04-30")
    said = crisis.run("dossier", "--ledger", "demo/tocsin.db", "--place", "Tamar corridor", *days, "--format", "md")
    assert crisis.code == 0, crisis.err
    assert "on what happened from 1 March 2025 to 30 April 2025" in said
    longer = ("--happened-from", "2025-03-01", "--happened-to", "2025-04-30", "--format", "md")
    assert crisis.run("dossier", "--ledger", "demo/tocsin.db", "--place", "Tamar corridor", *longer) == said


def test_an_unknown_place_is_answered_with_the_nearest(crisis):
    crisis.run("dossier", "--ledger", "demo/tocsin.db", "--place", "Tamar corido")
    assert crisis.code == 2
    assert "the nearest are" in crisis.err


@pytest.mark.parametrize(("listing", "key"), [("obligations", "obligation"), ("standing", "standing")])
def test_the_ids_that_listings_show_name_a_dossier(crisis, listing, key):
    rows = json.loads(crisis.run(listing, "--ledger", "demo/tocsin.db", "--json"))
    said = crisis.run("dossier", "--ledger", "demo/tocsin.db", f"--{key}", rows[0][key][:20], "--format", "md")
    assert crisis.code == 0, crisis.err
    assert "[^1]:" in said


def test_a_form_is_filled_and_what_is_missing_is_told(crisis):
    crisis.write("us.toml", 'submitter = "Karsk Watch"')
    frame = ("--frame", "special-procedures", "--fill", "us.toml", "--format", "md")
    said = crisis.run("dossier", "--ledger", "demo/tocsin.db", "--place", "Orsava", *frame)
    assert crisis.code == 0, crisis.err
    assert "Karsk Watch" in said
    assert "missing: Mandates that it is sent to" in crisis.err
    assert "missing: Who submits" not in crisis.err


class TestAnnex:
    """A paper that shows part of a record, and the table beside it that holds all."""

    def test_what_a_paper_leaves_out_stands_in_a_table_beside_it(self, demo):
        demo.run("dossier", "--to", "Northern Union", "--most", "8", "-o", "brief.html")
        page = (demo.folder / "brief.html").read_text(encoding="utf-8")
        rows = table(demo.folder / "brief.annex.csv")
        assert "This paper shows 8 of " in page
        assert "brief.annex.csv: the annex" in demo.err
        assert {row["in_paper"] for row in rows} == {"yes", "no", ""}
        assert all(row["quote"] and row["document"] for row in rows if row["note"])

    def test_nothing_stands_beside_a_paper_that_shows_all(self, demo):
        demo.run("dossier", "--to", "Northern Union", "-o", "brief.html")
        assert not (demo.folder / "brief.annex.csv").exists()

    def test_on_standard_output_it_is_said_that_the_annex_needs_a_file(self, demo):
        demo.run("dossier", "--to", "Northern Union", "--most", "8")
        assert "name a file with -o to have the annex" in demo.err

    def test_a_dossier_as_a_table_is_whole_whatever_fits_a_paper(self, demo):
        demo.run("dossier", "--to", "Northern Union", "--most", "8", "-o", "brief.csv")
        rows = table(demo.folder / "brief.csv")
        assert {row["in_paper"] for row in rows} == {"yes", ""}

    def test_a_bundle_of_a_paper_that_shows_a_part_holds_the_annex_and_verifies(self, demo):
        demo.run("dossier", "--to", "Northern Union", "--most", "8", "--bundle", "brief.zip")
        assert demo.code == 0, demo.err
        demo.run("verify", "brief.zip")
        assert demo.code == 0, demo.err
        with zipfile.ZipFile(demo.folder / "brief.zip") as archive:
            numbers = [note["note"] for note in json.loads(archive.read("notes.json"))]
            told = list(csv.DictReader(io.StringIO(archive.read("dossier.csv").decode())))
        assert numbers == list(range(1, len(numbers) + 1))
        assert {int(row["note"]) for row in told if row["note"]} <= set(numbers)


def test_a_dossier_of_somebody_whom_nobody_addressed_says_so_and_names_who_is(crisis):
    said = crisis.run("dossier", "--ledger", "demo/tocsin.db", "--to", "Brazil", "--format", "md")
    for words in (said, crisis.err):
        assert "No document addresses Brazil and no ask goes to it" in words
        assert "Addressed most: " in words
        assert "Ardesh" in words


BOARD = """\
Harbour Board of Karsk

4 March 2025

The Harbour Board of Karsk closed the quay in early March 2025. Eleven pilots have been detained since 2 March 2025.
"""

ASKED = """\
Open letter of the Union of Pilots

3 March 2025

We call on the Harbour Board of Karsk to open the quay within 48 hours.
We call on the Harbour Board of Karsk to pay the crews.
We urge the Harbour Board of Karsk to light the mole.
"""


@pytest.fixture
def of_a_board(person):
    person.write("board.txt", BOARD)
    person.write("asked.txt", ASKED)
    person.run("read", "board.txt", "asked.txt")
    return person


def record_of(person, whom):
    person.run("dossier", "--to", whom, "-o", "d.md")
    assert person.code == 0, person.err
    return (person.folder / "d.md").read_text(encoding="utf-8")


def test_a_dossier_says_of_each_finding_which_part_a_person_has_in_it(of_a_board):
    person = of_a_board
    one, two, three = (row["finding"] for row in json.loads(person.run("asks", "--json")))
    by = ("--by", "lia", "--why", "read it")
    person.run("judge", "confirm", one, *by)
    person.run("judge", "correct", two, "--set", "force=urge", *by)
    text = person.folder.joinpath("asked.txt").read_text(encoding="utf-8")
    at = text.index("light the mole")
    person.run("judge", "reject", three, *by)
    place = ("asked.txt", "--at", f"{at}:{at + len('light the mole')}")
    person.run("add", *place, "--kind", "ask", "--set", "addressees=Harbour Board of Karsk", "--by", "lia")
    assert person.code == 0, person.err
    told = record_of(person, "Harbour Board of Karsk")
    assert "within 48 hours.” (confirmed by a person)" in told
    assert "to pay the crews.” (corrected by a person)" in told
    assert "light the mole” (added by a person)" in told


def test_a_dossier_of_a_body_tells_what_the_body_itself_said(of_a_board):
    own = record_of(of_a_board, "Harbour Board of Karsk").partition("itself said\n")[2].partition("\n## ")[0]
    assert "4 March 2025" in own
    assert "closed the quay" in own
    assert "No words of " in record_of(of_a_board, "Union of Pilots").partition("itself said\n")[2]


def test_lengths_and_dates_are_told_to_people_in_words_and_kept_in_data(of_a_board):
    person = of_a_board
    assert "within 48 hours" in person.run("asks")
    assert "due 2025-03-05" in person.run("notice", "--to", "Harbour Board of Karsk")
    assert json.loads(person.run("asks", "--json"))[0]["by_when"] == "PT48H"
    whens = {row["when"] for row in json.loads(person.run("timeline", "--json"))}
    said = person.run("timeline") + person.run("timeline", "--together")
    assert any("/.." in when for when in whens if when)
    assert "/.." not in said
    assert "since 2 March 2025 · detention" in said
