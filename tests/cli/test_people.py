# SPDX-License-Identifier: Apache-2.0
"""People decide: confirm, correct, reject, add, undo; nothing is lost."""

from __future__ import annotations

import json


def ask(person, to="United Nations"):
    return json.loads(person.run("asks", "--to", to, "--json"))[0]


def test_a_confirmed_finding_says_so(reader_of_a_letter):
    name = ask(reader_of_a_letter)["finding"]
    reader_of_a_letter.run("judge", "confirm", name, "--by", "lia", "--why", "read it")
    assert ask(reader_of_a_letter)["state"] == "confirmed"


def test_a_rejected_finding_leaves_the_listing_and_undo_brings_it_back(reader_of_a_letter):
    name = ask(reader_of_a_letter)["finding"]
    short = name.removeprefix("sha256:")[:10]
    reader_of_a_letter.run("judge", "reject", short, "--by", "lia", "--why", "a quotation")
    assert json.loads(reader_of_a_letter.run("asks", "--to", "United Nations", "--json")) == []
    reader_of_a_letter.run("judge", "undo", short, "--by", "lia", "--why", "it is none")
    assert ask(reader_of_a_letter)["state"] == "proposed"


def test_a_correction_stands_in_place_of_the_proposal(reader_of_a_letter):
    name = ask(reader_of_a_letter)["finding"]
    reader_of_a_letter.run(
        "judge", "correct", name, "--set", "force=call", "--by", "lia", "--why", "as in the original"
    )
    assert reader_of_a_letter.code == 0, reader_of_a_letter.err
    row = ask(reader_of_a_letter)
    assert (row["force"], row["state"]) == ("call", "added")


def test_an_edit_of_what_moved_meanwhile_is_refused(reader_of_a_letter):
    name = ask(reader_of_a_letter)["finding"]
    reader_of_a_letter.run("judge", "confirm", name, "--by", "lia", "--why", "read it")
    reader_of_a_letter.run("judge", "reject", name, "--seen", "1", "--by", "tam", "--why", "not an ask")
    assert reader_of_a_letter.code == 2
    assert "look again" in reader_of_a_letter.err


def test_a_person_adds_what_the_reader_missed(person):
    person.write("letter.txt", "Мы призываем Европейский союз ввести санкции.")
    person.run("read", "letter.txt")
    person.run(
        "add",
        "letter.txt",
        "--at",
        "13:44",
        "--kind",
        "ask",
        "--set",
        "force=call",
        "--set",
        "addressees=European Union",
        "--by",
        "lia",
    )
    assert person.code == 0, person.err
    row = ask(person, "EU")
    assert (row["state"], row["quote"]) == ("added", "Европейский союз ввести санкции")


def test_a_span_that_is_none_is_a_bad_request(reader_of_a_letter):
    reader_of_a_letter.run("add", "letter.txt", "--at", "5:99999", "--kind", "ask", "--by", "lia")
    assert reader_of_a_letter.code == 2
    assert "code points of a text of" in reader_of_a_letter.err


def test_a_member_that_a_kind_lacks_is_a_bad_request(reader_of_a_letter):
    reader_of_a_letter.run("add", "letter.txt", "--at", "0:4", "--kind", "ask", "--set", "colour=red", "--by", "lia")
    assert reader_of_a_letter.code == 2
    assert "colour" in reader_of_a_letter.err


def test_why_walks_down_to_the_words(reader_of_a_letter):
    name = ask(reader_of_a_letter)["finding"]
    out = reader_of_a_letter.run("why", name)
    assert "to send an assessment mission to Orsava." in out
    assert "found by" in out
    assert "entry" in out


def test_undoing_a_correction_takes_back_what_it_put_in_place(reader_of_a_letter):
    name = ask(reader_of_a_letter)["finding"]
    for named in ("old", "new"):
        reader_of_a_letter.run("judge", "correct", name, "--set", "force=call", "--by", "lia", "--why", "the original")
        corrected = ask(reader_of_a_letter)["finding"]
        reader_of_a_letter.run(
            "judge", "undo", name if named == "old" else corrected, "--by", "lia", "--why", "it says urge"
        )
        rows = json.loads(reader_of_a_letter.run("asks", "--to", "United Nations", "--json"))
        assert [(row["finding"], row["force"], row["state"]) for row in rows] == [(name, "urge", "proposed")]


def test_a_term_that_is_none_is_a_bad_request_with_the_nearest(reader_of_a_letter):
    name = ask(reader_of_a_letter)["finding"]
    reader_of_a_letter.run("judge", "correct", name, "--set", "force=banana", "--by", "lia", "--why", "a slip")
    assert reader_of_a_letter.code == 2
    assert "no such term; the nearest are" in reader_of_a_letter.err
    reader_of_a_letter.run("warnings", "--harm", "famin")
    assert reader_of_a_letter.code == 2
    assert "famine" in reader_of_a_letter.err


def test_why_tells_the_verdict_and_what_stands_instead(reader_of_a_letter):
    name = ask(reader_of_a_letter)["finding"]
    reader_of_a_letter.run("judge", "correct", name, "--set", "force=call", "--by", "lia", "--why", "the original")
    corrected = ask(reader_of_a_letter)["finding"].removeprefix("sha256:")[:12]
    assert f"judgement correct, by {corrected}" in reader_of_a_letter.run("why", name)
