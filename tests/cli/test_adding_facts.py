# SPDX-License-Identifier: Apache-2.0
"""Answers told as facts by a pack: each becomes a sheet with its source, and an answer that points into it."""

from __future__ import annotations

import json
import re

import pytest

from tests.cli.conftest import LETTER
from tests.facts import FACT
from tocsin.records.ids import digest


def pack(person, *, document=None, response="pledged", id_="note"):
    start = LETTER.index("to send an assessment")
    name = document or digest(LETTER.encode())
    person.write(
        "packs/facts/answers.toml", FACT.format(id=id_, asks=f'["{name}:{start}:{start + 30}"]', response=response)
    )
    return "packs/facts"


def entered(person):
    return json.loads(person.run("answers", "--entered", "--json"))


def test_a_fact_answers_the_ask_that_it_names_in_words_of_its_own_sheet(reader_of_a_letter):
    person = reader_of_a_letter
    ask = json.loads(person.run("asks", "--to", "United Nations", "--json"))[0]["finding"]
    person.run("add", "--from-pack", pack(person), "--by", "lia")
    assert person.code == 0, person.err
    assert "note: answers 1 ask of documents here" in person.err
    (row,) = entered(person)
    assert (row["ask"], row["quote"]) == (ask, "a mission of six was announced for May")
    assert (row["when"], row["response"], row["by"]) == ("2025-03-20", "pledged", "person:lia")
    assert row["source"] == "fact note"
    person.run("verify")
    assert person.code == 0
    person.run("judge", "undo", row["id"], "--by", "lia", "--why", "another mission")
    assert entered(person) == []


def test_a_fact_about_no_document_here_brings_its_own_ask_told_again(reader_of_a_letter):
    person = reader_of_a_letter
    person.run("add", "--from-pack", pack(person, document="sha256:" + "0" * 64), "--by", "lia")
    assert "with its own ask: no document here asks it" in person.err
    (row,) = entered(person)
    assert row["ask_quote"] == "send an assessment mission"
    assert [party["id"] for party in row["addressees"]] == ["united-nations"]
    told = json.loads(person.run("asks", "--reported", "--json"))
    assert row["ask"] in [item["finding"] for item in told]
    assert row["ask"] not in [item["finding"] for item in json.loads(person.run("asks", "--json"))]


def test_a_pack_entered_twice_says_nothing_new(reader_of_a_letter):
    person = reader_of_a_letter
    for _ in range(2):
        person.run("add", "--from-pack", pack(person), "--by", "lia")
    assert "1 fact: 0 entered, 1 already there, 0 passed over" in person.err
    assert len(entered(person)) == 1


def test_rereading_finds_nothing_in_a_sheet(reader_of_a_letter):
    person = reader_of_a_letter
    person.run("add", "--from-pack", pack(person), "--by", "lia")
    before = json.loads(person.run("asks", "--reported", "--implied", "--json"))
    person.write("packs/more/actors.toml", '[[actor]]\nid = "six"\nkind = "ngo"\nname = "The Six"\nsource = "a test"\n')
    person.run("reread", "--pack", "packs/more")
    assert len(json.loads(person.run("asks", "--reported", "--implied", "--json"))) == len(before)


def test_a_sheet_is_counted_in_no_receipt_and_no_notice(reader_of_a_letter):
    person = reader_of_a_letter

    def counted():
        (notice,) = json.loads(person.run("notice", "--to", "United Nations", "--on", "2025-06-30", "--json"))
        standing = json.loads(person.run("standing", "--once", "--json"))
        person.run("dossier", "--search", "mission", "-o", "search.md")
        dossier = (person.folder / "search.md").read_text(encoding="utf-8")
        return (
            [notice[name] for name in ("documents", "voices", "asked")],
            [step["basis"] for step in notice["steps"] if step["basis"] == "addressed"],
            notice["searched"]["documents"],
            {row["among_documents"] for row in standing},
            re.findall(r"Documents of this ledger \|\s*(\d+)", dossier),
            (person.run("warnings", "--harm", "genocide"), person.err),
        )

    before = counted()
    person.run("add", "--from-pack", pack(person), "--by", "lia")
    assert len(entered(person)) == 1
    assert counted() == before
    assert before[2:5] == (1, {1}, ["1"])


@pytest.mark.parametrize("wrong", ["perhaps"])
def test_a_fact_at_fault_is_named_and_passed_over(reader_of_a_letter, wrong):
    person = reader_of_a_letter
    person.run("add", "--from-pack", pack(person, response=wrong), "--by", "lia")
    assert person.code == 1
    assert "[[fact]] note: response 'perhaps' is no term" in person.err
    assert entered(person) == []


def test_a_pack_without_facts_is_a_bad_request(reader_of_a_letter):
    person = reader_of_a_letter
    person.write("packs/none/actors.toml", "")
    person.run("add", "--from-pack", "packs/none", "--by", "lia")
    assert person.code == 2
    assert "no [[fact]]" in person.err
    person.run("add", "letter.txt", "--by", "lia")
    assert "or name a pack" in person.err
