# SPDX-License-Identifier: Apache-2.0
"""Voices at the command line: documents to voices, copies with reasons, a diff, a person's word and its undoing."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import LETTER

ARTICLE = f"""\
Orsava Assembly turns to the United Nations

ARDAN, March 19, EASTERN HERALD. Karsk Press published a letter of the Orsava Assembly. The letter reads as follows:

{LETTER.replace("9 December", "10 December")}
Subscribe to our newsletter
"""
OTHER = """\
Statement of the Government of Ardesh

4 March 2025

The Government of Ardesh states that the road is open to all who have papers, and invites the Northern Union to see.
"""


@pytest.fixture
def reader_of_copies(reader_of_a_letter):
    person = reader_of_a_letter
    person.write("article.txt", ARTICLE)
    person.write("other.txt", OTHER)
    person.run("read", "article.txt", "other.txt")
    assert person.code == 0, person.err
    return person


def rows(person, *more):
    return json.loads(person.run("voices", "--json", *more))


def test_documents_are_told_as_voices_with_their_copies(reader_of_copies):
    out = reader_of_copies.run("voices")
    assert out.startswith("3 documents → 2 voices\n")
    assert "letter.txt · 2 documents" in out
    assert "% of the earliest text's words stand in it" in " ".join(out.split())
    assert "other.txt" in out
    assert "other.txt" not in reader_of_copies.run("voices", "--copied")


def test_voices_as_json_name_the_kind_of_each_copy(reader_of_copies):
    first, second = rows(reader_of_copies)
    assert [copy["source"] for copy in first["copies"]] == ["letter.txt", "article.txt"]
    assert first["copies"][1]["reasons"]
    assert first["copies"][1]["text_percent"] >= 80
    assert second["documents"] == 1


def test_the_clock_leaves_out_what_was_not_published_yet(reader_of_copies):
    assert [row["documents"] for row in rows(reader_of_copies, "--published-by", "2025-03-03")] == [1]


def test_a_diff_shows_the_words_that_differ(reader_of_copies):
    out = reader_of_copies.run("voices", "--diff", "letter.txt", "article.txt")
    assert "- 9 [" in out
    assert "+ 10 [" in out
    changes = json.loads(reader_of_copies.run("voices", "--diff", "letter.txt", "article.txt", "--json"))
    assert {"kind": "changed", "first": "9", "second": "10"}.items() <= next(
        change for change in changes if change["kind"] == "changed" and change["first"] == "9"
    ).items()
    for change in changes:
        if change["first"]:
            quote = LETTER[slice(*change["in_first"])]
            assert " ".join(quote.split()) == change["first"]


def test_a_person_parts_and_joins_and_undoes(reader_of_copies):
    person = reader_of_copies
    person.run("voices", "--different", "article.txt", "letter.txt", "--by", "lia", "--why", "another letter")
    assert person.code == 0, person.err
    assert "two voices" in person.err
    entry = person.err.split("undo ")[1].split("`")[0]
    assert len(rows(person)) == 3
    person.run("judge", "undo", entry, "--by", "lia", "--why", "a slip")
    assert person.code == 0, person.err
    assert len(rows(person)) == 2
    person.run("voices", "--same", "other.txt", "letter.txt", "--by", "lia", "--why", "for the test")
    (row,) = rows(person)
    assert any("lia" in reason for copy in row["copies"] for reason in copy["reasons"])


def test_a_word_without_a_person_or_a_reason_and_an_unknown_document_are_bad_requests(reader_of_copies):
    person = reader_of_copies
    person.run("voices", "--same", "other.txt", "letter.txt")
    assert person.code == 2
    assert "--why" in person.err
    person.run("voices", "--diff", "nowhere.txt", "letter.txt")
    assert person.code == 2
    assert "not in the ledger" in person.err
    person.run("voices", "--diff", "other.txt", "letter.txt", "--published-by", "2025-03-03")
    assert person.code == 2


def test_an_empty_result_says_among_how_many_documents(reader_of_copies):
    assert reader_of_copies.run("voices", "--published-by", "1999") == ""
    assert "among the 0 documents of this ledger" in reader_of_copies.err


def test_why_explains_a_voice_with_its_texts_and_a_persons_word(reader_of_copies):
    voice = next(row for row in rows(reader_of_copies) if row["documents"] == 2)
    out = " ".join(reader_of_copies.run("why", voice["voice"]).split())
    assert out.startswith("one voice in 2 documents")
    assert "letter.txt" in out
    assert "article.txt" in out
    words = ("--different", "article.txt", "letter.txt", "--by", "lia", "--why", "rewritten")
    reader_of_copies.run("voices", *words)
    entry = reader_of_copies.err.split("`tocsin judge undo ")[1].split("`")[0]
    out = reader_of_copies.run("why", entry)
    assert out.startswith("two documents held for different")
    assert "stated by lia" in out
    assert "rewritten" in out
