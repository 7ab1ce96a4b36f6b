# SPDX-License-Identifier: Apache-2.0
"""A past moment, asked for today and after more was recorded, gives the same bytes in every listing."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import LETTER

LISTINGS = (
    ("asks",),
    ("asks", "--to", "United Nations"),
    ("asks", "--unanswered"),
    ("asks", "--implied", "--reported"),
    ("warnings",),
    ("timeline",),
    ("law",),
    ("sources",),
    ("answers",),
    ("sent",),
    ("search", "corridor OR mission"),
    ("search", "kind:ask corridor"),
    ("dossier", "--to", "United Nations"),
    ("catalogue", "suggest"),
)


@pytest.fixture
def moment(reader_of_a_letter):
    person = reader_of_a_letter
    first = json.loads(person.run("asks", "--json"))[0]["finding"]
    person.run("judge", "confirm", first, "--by", "lia", "--why", "read it")
    person.run(
        "add", "letter.txt", "--at", "0:11", "--kind", "answer", "--ask", first, "--response", "token", "--by", "l"
    )
    person.run("sent", first, "--to", "United Nations", "--on", "2025-03-03", "--how", "by hand", "--by", "lia")
    entries = json.loads(person.run("why", first, "--json"))
    sent = json.loads(person.run("sent", "--json"))
    return max(entries[-1]["recorded_at"], sent[-1]["recorded_at"])


def told(person, moment):
    found = {}
    for words in LISTINGS:
        for form in ((), ("--json",)) if words[0] != "dossier" else ((),):
            person.run(*words, *form, "--recorded-by", moment)
            assert person.code == 0, (words, person.err)
            found[words, form] = (person.out, person.err)
    return found


def test_listings_of_a_past_moment_stay_byte_for_byte(reader_of_a_letter, moment):
    person = reader_of_a_letter
    before = told(person, moment)
    again = LETTER.replace("2 March", "1 February").replace(
        "Tamar corridor", "Tamar corridor, the corridor of corridors"
    )
    person.write("second.txt", again)
    person.run("read", "second.txt")
    for row in json.loads(person.run("asks", "--json")):
        person.run("judge", "reject", row["finding"], "--by", "tam", "--why", "not an ask")
    entry = json.loads(person.run("answers", "--json"))[0]["entry"]
    person.run("judge", "undo", entry, "--by", "tam", "--why", "none")
    person.run("catalogue", "same", "United Nations", "Ardesh", "--by", "tam", "--why", "for the test")
    rows = '[[actor]]\nid = "the-council"\nkind = "organisation"\nname = "Government of Ardesh"\nsource = "x"\n'
    person.write("pack/rows.toml", rows)
    person.run("reread", "--pack", "pack")
    assert person.code == 0, person.err
    after = told(person, moment)
    for place, words in before.items():
        assert after[place] == words, place
    assert person.run("asks", "--json") != before[("asks",), ("--json",)][0]


def test_every_listing_takes_the_clocks(reader_of_a_letter):
    for words in LISTINGS:
        reader_of_a_letter.run(*words, "--published-by", "2025-12-31", "--recorded-by", "2099-01-01")
        assert reader_of_a_letter.code == 0, (words, reader_of_a_letter.err)
