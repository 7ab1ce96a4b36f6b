# SPDX-License-Identifier: Apache-2.0
"""`tocsin read`: one outcome a file, the batch goes on, nothing is lost or read twice."""

from __future__ import annotations

import json
import os
import sys
import zipfile

import pytest

from tests.cli.conftest import LETTER
from tests.conftest import EXAMPLES


def test_a_letter_is_read_and_a_second_reading_is_a_no_op(person):
    person.write("letter.txt", LETTER)
    person.run("read", "letter.txt")
    assert person.code == 0
    assert "letter.txt: read, " in person.err
    assert "1 document: 1 read, 0 already there, 0 rejected, 0 skipped" in person.err
    person.run("read", "letter.txt")
    assert person.code == 0
    assert "1 document: 0 read, 1 already there, 0 rejected, 0 skipped" in person.err


def test_all_examples_are_read_in_their_six_formats(person):
    rows = json.loads(person.run("read", EXAMPLES / "documents", "--json"))
    assert person.code == 0, person.err
    assert {row["status"] for row in rows} == {"read"}
    assert {os.path.splitext(row["source"])[1] for row in rows} == {".txt", ".md", ".html", ".pdf", ".docx", ".eml"}  # noqa: PTH122


def test_findings_lines_do_not_depend_on_the_order_of_files(person):
    person.write("b.txt", LETTER)
    person.write("a.txt", LETTER.replace("urge", "call on"))
    first = person.run("read", "--findings", "-", "a.txt", "b.txt")
    second = person.run("read", "--findings", "-", "b.txt", "a.txt")
    assert first == second
    assert not (person.folder / "tocsin.db").exists()
    lines = [json.loads(line) for line in first.splitlines()]
    assert [line["source"] for line in lines] == sorted(line["source"] for line in lines)
    assert {line["kind"] for line in lines} >= {"document", "passage", "ask", "time"}
    for line in lines:
        if line["kind"] != "document":
            assert (
                LETTER.replace("urge", "call on")[line["start"] : line["end"]] == line["quote"]
                or line["source"] == "b.txt"
            )


def test_times_that_contradict_each_other_are_noted_and_are_no_fault(person):
    person.write(
        "letter.txt", "Karsk, 5 March 2025\n\nThe bridge was shelled on Monday, 4 March 2025, says the mayor.\n"
    )
    person.run("read", "letter.txt")
    assert person.code == 0
    assert "  note: [47:67]: 2025-03-04 was a Tuesday, not a Monday; check the date" in person.err


def test_the_date_a_person_gives_outweighs_the_text(person):
    person.write("letter.txt", LETTER)
    lines = person.run("read", "--findings", "-", "--issued", "2025-03-05", "letter.txt").splitlines()
    card = json.loads(lines[0])
    assert (card["issued"], card["issued_basis"]) == ("2025-03-05", "given")


def test_a_date_that_is_none_is_a_bad_request(person):
    person.write("letter.txt", LETTER)
    person.run("read", "--issued", "yesterday", "letter.txt")
    assert person.code == 2
    assert "--issued yesterday: this is no date" in person.err


def broken_files(person):
    with zipfile.ZipFile(person.folder / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", b"0" * 300_000_000)
    return {
        "empty.txt": b"",
        "binary.txt": bytes(range(256)) * 40,
        "cut.pdf": b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
        "script.html": b"<html><head><script>alert(1)</script></head><body><script>x()</script></body></html>",
        "empty.eml": b"From: a@b.example\nTo: c@d.example\nSubject: x\n\n",
        "picture.pdf": b"\x89PNG\r\n\x1a\n",
        "bomb.docx": None,
    }


def test_what_cannot_be_read_is_named_with_what_to_do_and_the_rest_is_read(person):
    for name, content in broken_files(person).items():
        if content is not None:
            person.write(f"in/{name}", content)
    (person.folder / "bomb.docx").rename(person.folder / "in" / "bomb.docx")
    person.write("in/letter.txt", LETTER)
    rows = json.loads(person.run("read", "in", "missing.txt", "--json"))
    assert person.code == 1
    by_name = {row["source"].removeprefix("in" + os.sep): row for row in rows}
    assert by_name["letter.txt"]["status"] == "read"
    rejected = {name for name, row in by_name.items() if row["status"] == "rejected"}
    assert rejected == {*broken_files(person), "missing.txt"}
    for name in rejected:
        assert by_name[name]["problems"][0]["message"].startswith((f"in{os.sep}{name}", name))
    read, known, rejects, skipped = 1, 0, len(rejected), 0
    assert (
        f"{len(rows)} documents: {read} read, {known} already there, {rejects} rejected, {skipped} skipped"
        in person.err
    )


@pytest.mark.parametrize(
    ("encoding", "words"),
    [("utf-16", "Orsava"), ("cp1251", "Армения призывает"), ("latin-1", "Conseil européen à Genève")],
)
def test_other_encodings_are_read_or_refused_never_garbled_in_silence(person, encoding, words):
    person.write("letter.txt", (words + ", " + words + ". ").encode(encoding) * 20)
    person.run("read", "letter.txt")
    if person.code == 0:
        assert words in person.run("text", "letter.txt")
    else:
        assert person.code == 1


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a user without permission")
def test_a_file_without_permission_is_named(person):
    person.write("letter.txt", LETTER).chmod(0)
    person.run("read", "letter.txt")
    assert person.code == 1
    assert "no permission to read it" in person.err


def test_a_folder_with_nothing_in_it_is_a_bad_request(person):
    (person.folder / "empty").mkdir()
    person.run("read", "empty")
    assert person.code == 2
    assert "there is no file to read here" in person.err


def test_text_prints_what_anchors_count_in(person):
    person.write("letter.txt", LETTER)
    assert person.run("text", "letter.txt") == LETTER + "\n"


def test_the_main_text_leaves_out_what_the_site_added(person):
    person.write("letter.txt", LETTER + "\n\nLeave a Reply\n\nYour email address will not be published.\n")
    main = person.run("text", "--main", "letter.txt")
    assert "We urge the United Nations" in main
    assert "Leave a Reply" not in main


def test_the_main_text_of_a_page_leaves_out_what_the_site_set_into_the_article(person):
    paragraphs = "".join(f"<p>{line}</p>" for line in LETTER.splitlines() if line)
    page = f"<article><h1>Appeal</h1>{paragraphs}<p>Subscribe to our newsletter</p>{paragraphs}</article>"
    person.write("letter.html", f"<html><body>{page}</body></html>")
    main = person.run("text", "--main", "letter.html")
    assert main.count("We urge the United Nations") == 2
    assert "Subscribe" not in main


def test_of_a_language_that_is_not_read_is_said_so(person):
    letter = (
        "Lettre ouverte au maire\n\nNous vous demandons de rouvrir la route de Karsk avant la fin du mois de mars.\n"
    )
    person.write("lettre.txt", letter)
    person.run("read", "lettre.txt")
    assert "note: language fr: only the card and the passages are read" in person.err
    assert "language fr: only the card" in person.run("sources")


def test_no_ledger_is_begun_for_what_is_not_there(person):
    person.run("read", "nowhere")
    assert person.code == 1
    assert "nowhere: no such file or folder" in person.err
    assert not (person.folder / "tocsin.db").exists()
