# SPDX-License-Identifier: Apache-2.0
"""Answers and sendings: entered by people, in the answer's own words, listed by the clocks, withdrawn by an entry."""

from __future__ import annotations

import json

import pytest

from tocsin.ledger.sqlite import open_ledger

REPLY = """\
Statement of the United Nations

20 March 2025

The Secretariat will send a mission to Orsava in May.
"""
WORDS = "will send a mission to Orsava in May"


@pytest.fixture
def correspondence(reader_of_a_letter):
    person = reader_of_a_letter
    person.write("reply.txt", REPLY)
    person.run("read", "reply.txt")
    person.ask = json.loads(person.run("asks", "--to", "United Nations", "--json"))[0]["finding"]
    return person


def add(person, *more):
    start = REPLY.index(WORDS)
    place = f"{start}:{start + len(WORDS)}"
    return person.run("add", "reply.txt", "--at", place, "--kind", "answer", "--by", "lia", *more)


def answers(person, *more):
    return json.loads(person.run("answers", "--entered", "--json", *more))


def proposed(person, *more):
    return json.loads(person.run("answers", "--proposed", "--json", *more))


def test_a_proposed_answer_tells_its_words_and_reasons_and_is_no_answer_yet(correspondence):
    (row,) = proposed(correspondence, "--to", "United Nations")
    assert WORDS in row["quote"]
    assert REPLY[row["start"] : row["end"]] == row["quote"]
    assert (row["state"], row["reply"], row["response"], row["entry"]) == ("proposed", "accepted", "pledged", None)
    assert "United Nations speaks itself" in row["reasons"]
    assert answers(correspondence) == []
    out = correspondence.run("answers")
    assert "proposed · pledged (pending): United Nations" in out
    assert "why: United Nations speaks itself" in out
    assert "0 entered or confirmed, 1 proposed among the 2 documents" in correspondence.err


def test_a_confirmed_proposal_is_an_answer_and_may_be_undone(correspondence):
    (row,) = proposed(correspondence)
    correspondence.run("judge", "confirm", row["id"], "--by", "lia", "--why", "read both")
    assert correspondence.code == 0, correspondence.err
    assert "confirmed as an answer" in correspondence.err
    (held,) = answers(correspondence)
    assert (held["state"], held["ask"], held["by"]) == ("confirmed", correspondence.ask, "person:lia")
    assert proposed(correspondence) == []
    correspondence.run("verify")
    assert correspondence.code == 0
    correspondence.run("judge", "undo", held["id"], "--by", "lia", "--why", "too soon")
    assert [item["id"] for item in proposed(correspondence)] == [row["id"]]


def test_a_refused_proposal_is_not_shown_again_unless_that_is_undone(correspondence):
    (row,) = proposed(correspondence)
    short = row["id"].removeprefix("sha256:")[:12]
    correspondence.run("judge", "reject", short, "--by", "lia", "--why", "another mission")
    assert "refused as an answer" in correspondence.err
    assert proposed(correspondence) == []
    assert answers(correspondence) == []
    with open_ledger(correspondence.folder / "tocsin.db") as ledger:
        (entry,) = ledger.entries(kind="link")
    correspondence.run("judge", "undo", entry.id, "--by", "lia", "--why", "it is the mission after all")
    assert correspondence.code == 0, correspondence.err
    assert len(proposed(correspondence)) == 1


def test_proposals_are_decided_many_at_once(correspondence):
    ids = correspondence.run("answers", "--proposed", "--ids")
    correspondence.write("ids.csv", f"finding,verdict,why\n{ids.strip()},confirm,read both\n")
    correspondence.run("judge", "confirm", "--from", "ids.csv", "--by", "lia")
    assert correspondence.code == 0, correspondence.err
    assert len(answers(correspondence)) == 1


def test_the_same_answer_is_entered_once_by_a_person_and_again_once_it_is_withdrawn(correspondence):
    add(correspondence, "--ask", correspondence.ask, "--response", "pledged")
    entry = answers(correspondence)[0]["entry"]
    add(correspondence, "--ask", correspondence.ask, "--response", "refused")
    assert correspondence.code == 2
    assert "there already as your answer to this ask (pledged" in correspondence.err
    assert len(answers(correspondence)) == 1
    correspondence.run("judge", "undo", entry, "--by", "lia", "--why", "it refuses")
    add(correspondence, "--ask", correspondence.ask, "--response", "refused")
    assert [row["response"] for row in answers(correspondence, "--response", "refused")] == ["countered"]


def test_an_unknown_response_is_told_with_what_each_word_means(correspondence):
    add(correspondence, "--ask", correspondence.ask, "--response", "nay")
    assert correspondence.code == 2
    assert "countered (response meant to counter the intervention; also: contested, refused)" in correspondence.err


def test_an_answer_is_listed_with_its_words_and_its_ask(correspondence):
    add(
        correspondence, "--ask", correspondence.ask, "--response", "pledged", "--status", "pending", "--impact", "minor"
    )
    assert correspondence.code == 0, correspondence.err
    (row,) = answers(correspondence)
    assert row["state"] == "entered"
    assert (row["quote"], row["response"], row["status"], row["impact"]) == (WORDS, "pledged", "pending", "minor")
    assert row["ask"] == correspondence.ask
    assert row["answerer"]["name"] == "United Nations"
    out = correspondence.run("answers", "--to", "United Nations")
    assert WORDS in out
    assert "pledged (pending, impact minor): United Nations" in out
    correspondence.run("verify")
    assert correspondence.code == 0


def test_asks_without_an_answer_are_told_among_how_many_documents(correspondence):
    assert len(json.loads(correspondence.run("asks", "--unanswered", "--json"))) == 2
    assert "2 asks: no confirmed answer to them among the 2 documents of this ledger; 1 proposed" in correspondence.err
    (row,) = json.loads(correspondence.run("answers", "--proposed", "--json"))
    correspondence.run("judge", "reject", row["id"], "--by", "lia", "--why", "of another mission")
    correspondence.run("asks", "--unanswered")
    assert "2 asks: no answer to them is recorded among the 2 documents of this ledger" in correspondence.err
    add(correspondence, "--ask", correspondence.ask, "--response", "pledged")
    rows = json.loads(correspondence.run("asks", "--unanswered", "--json"))
    assert correspondence.ask not in [row["finding"] for row in rows]


def test_no_response_recorded_is_no_answer(correspondence):
    add(correspondence, "--ask", correspondence.ask, "--response", "none")
    assert len(json.loads(correspondence.run("asks", "--unanswered", "--json"))) == 2


def test_an_answer_is_known_from_the_day_its_document_was_published(correspondence):
    add(correspondence, "--ask", correspondence.ask, "--response", "pledged")
    assert answers(correspondence, "--published-by", "2025-03-19") == []
    assert len(answers(correspondence, "--published-by", "2025-03-20")) == 1
    assert answers(correspondence, "--recorded-by", "2020-01-01") == []
    unanswered = json.loads(correspondence.run("asks", "--unanswered", "--published-by", "2025-03-19", "--json"))
    assert correspondence.ask in [row["finding"] for row in unanswered]


def test_a_withdrawn_answer_is_gone(correspondence):
    add(correspondence, "--ask", correspondence.ask, "--response", "pledged")
    entry = answers(correspondence)[0]["entry"]
    correspondence.run("judge", "undo", entry, "--by", "lia", "--why", "of another ask")
    assert correspondence.code == 0, correspondence.err
    assert answers(correspondence) == []
    correspondence.run("answers", "--entered")
    assert "No answer among the 2 documents" in correspondence.err


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (("--response", "perhaps"), "none of favourable (responded with favourable results"),
        ((), "needs --ask"),
        (("--response", "pledged", "--when", "soon"), "--when soon"),
        (("--response", "pledged", "--status", "well"), "significant-continuing"),
        (("--response", "pledged", "--impact", "well"), "strong-positive"),
    ],
)
def test_an_answer_at_fault_is_a_bad_request(correspondence, flags, told):
    add(correspondence, "--ask", correspondence.ask, *flags)
    assert correspondence.code == 2
    assert told in correspondence.err


def test_only_asks_are_answered(correspondence):
    claim = json.loads(correspondence.run("timeline", "--json"))[0]["finding"]
    add(correspondence, "--ask", claim, "--response", "pledged")
    assert "only asks are answered" in correspondence.err
    correspondence.run("add", "reply.txt", "--at", "0:9", "--kind", "ask", "--response", "pledged", "--by", "lia")
    assert "only with --kind answer" in correspondence.err


def test_a_sending_is_listed_with_its_proof(correspondence):
    correspondence.write("receipt.txt", "registered, 3 March 2025")
    flags = ["--to", "United Nations", "--on", "2025-03-03", "--how", "by hand", "--by", "lia"]
    correspondence.run("sent", "letter.txt", *flags, "--proof", "receipt.txt")
    assert correspondence.code == 0, correspondence.err
    correspondence.run("sent", correspondence.ask, *flags)
    assert correspondence.code == 0, correspondence.err
    first, second = json.loads(correspondence.run("sent", "--to", "United Nations", "--json"))
    assert (first["when"], first["how"], first["proof"]["name"]) == ("2025-03-03", "by hand", "receipt.txt")
    assert (second["sent"], second["proof"]) == (correspondence.ask, None)
    assert json.loads(correspondence.run("sent", "--published-by", "2025-03-02", "--json")) == []
    assert [row["certainty"] for row in json.loads(correspondence.run("sent", "--json"))] == ["certain", "certain"]
    assert json.loads(correspondence.run("verify", "--json"))[0]["originals"] == 3
    out = correspondence.run("sent")
    assert "proof receipt.txt sha256:" in out
    assert "no proof held" in out
    correspondence.run("judge", "undo", first["entry"], "--by", "lia", "--why", "returned")
    assert len(json.loads(correspondence.run("sent", "--json"))) == 1


def test_a_sending_at_fault_is_a_bad_request(correspondence):
    correspondence.run("sent", "letter.txt", "--to", "United Nations")
    assert "a sending needs" in correspondence.err
    flags = ["--to", "United Nations", "--how", "by hand", "--by", "lia"]
    correspondence.run("sent", "letter.txt", *flags, "--on", "soon")
    assert "--on soon" in correspondence.err
    correspondence.run("sent", "letter.txt", *flags, "--on", "2025", "--proof", "none.pdf")
    assert "--proof none.pdf" in correspondence.err
    correspondence.run("sent", "tocsin.toml", *flags, "--on", "2025")
    assert "is not in the ledger" in correspondence.err
    correspondence.run("sent", "--to", "United Nations")
    assert "No sending is recorded" in correspondence.err


RECEIPT = """\
Letter of the United Nations to the Orsava Assembly

9 March 2025

We have received your letter of 2 March 2025 and will revert to it.
"""


def test_words_of_receipt_are_proposed_and_become_a_sending_with_that_paper_as_proof(reader_of_a_letter):
    person = reader_of_a_letter
    person.write("receipt.txt", RECEIPT)
    person.run("read", "receipt.txt")
    (row,) = json.loads(person.run("sent", "--proposed", "--json"))
    assert row["to"]["id"] == "united-nations"
    assert "received your letter" in row["quote"]
    assert RECEIPT[row["start"] : row["end"]] == row["quote"]
    assert "proposed" in person.run("sent", "--proposed")
    assert json.loads(person.run("sent", "--json")) == []
    person.run("judge", "confirm", row["id"], "--by", "lia", "--why", "their own words")
    assert person.code == 0, person.err
    (held,) = json.loads(person.run("sent", "--json"))
    assert (held["to"]["id"], held["when"]) == ("united-nations", "2025-03-09")
    assert "acknowledged by the addressee" in held["how"]
    assert held["proof"]["document"] == row["document"]
    assert json.loads(person.run("sent", "--proposed", "--json")) == []
    person.run("sent", "--proposed")
    assert "No acknowledgement is proposed among the 2 documents" in person.err


def test_why_explains_an_answer_and_a_sending_that_people_entered(correspondence):
    add(correspondence, "--ask", correspondence.ask, "--response", "pledged", "--why", "read both")
    entry = answers(correspondence)[0]["entry"]
    out = " ".join(correspondence.run("why", entry[7:19]).split())
    assert "an answer" in out
    assert WORDS in out
    assert "stated by lia" in out
    assert "read both" in out
    assert "to send an assessment mission" in out
    assert "reply.txt" in out
    (receipt,) = json.loads(correspondence.run("why", entry, "--json"))
    assert receipt["rests_on"][0]["finding"] == correspondence.ask


def test_an_answer_follows_its_ask_through_a_correction(correspondence):
    add(correspondence, "--ask", correspondence.ask, "--response", "pledged")
    correspondence.run("judge", "correct", correspondence.ask, "--set", "force=call", "--by", "lia", "--why", "calls")
    now = json.loads(correspondence.run("asks", "--to", "United Nations", "--json"))[0]["finding"]
    assert now != correspondence.ask
    assert [row["ask"] for row in answers(correspondence)] == [now]
    unanswered = json.loads(correspondence.run("asks", "--unanswered", "--json"))
    assert now not in [row["finding"] for row in unanswered]
