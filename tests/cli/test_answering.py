# SPDX-License-Identifier: Apache-2.0
"""Answers and sendings: entered by people, in the answer's own words, listed by the clocks, withdrawn by an entry."""

from __future__ import annotations

import json

import pytest

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
    return json.loads(person.run("answers", "--json", *more))


def test_an_answer_is_listed_with_its_words_and_its_ask(correspondence):
    add(
        correspondence, "--ask", correspondence.ask, "--response", "pledged", "--status", "pending", "--impact", "minor"
    )
    assert correspondence.code == 0, correspondence.err
    (row,) = answers(correspondence)
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
    correspondence.run("answers")
    assert "No answer among the 2 documents" in correspondence.err


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (("--response", "perhaps"), "none of favourable, pledged, countered"),
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
