# SPDX-License-Identifier: Apache-2.0
"""`timeline --together`, `obligations` and `why`: listed, told apart by people, walked down to quotes."""

from __future__ import annotations

import json

import pytest

STATEMENT = """\
Statement by the Ministry of Foreign Affairs of Veltria

20 March 2025

On 9 December 2024 Ardesh closed the Tamar corridor, in breach of paragraph 4 of the Issel Agreement of 6 May 2019.
The witness Mira Tolan was abducted by Ardeshi soldiers in Karsk on 3 March 2025.
"""


@pytest.fixture
def told(reader_of_a_letter):
    person = reader_of_a_letter
    person.write("statement.txt", STATEMENT)
    person.run("read", "statement.txt")
    assert person.code == 0, person.err
    return person


def test_claims_of_one_event_stand_together_with_the_rule(told):
    out = told.run("timeline", "--together")
    assert told.code == 0, told.err
    assert "2024-12-09 · blockade at Tamar corridor – 2 speakers (2 documents, 2 claims)" in out
    assert "corroborated (that it happened and who did it) by 2 voices" in " ".join(out.split())
    assert "Corroborated means: told as done by at least 2 voices" in out
    (row,) = json.loads(told.run("timeline", "--together", "--json"))
    assert (row["voices"], row["corroborated"], row["when"]) == (2, True, "2024-12-09")
    assert told.run("timeline", "--together", "--ids").split() == [row["cluster"]]


def test_an_event_is_found_by_place_and_act_and_by_no_other(told):
    assert "blockade" in told.run("timeline", "--together", "--place", "Tamar corridor", "--act", "blockade")
    assert told.run("timeline", "--together", "--act", "detention") == ""
    assert "No two claims meet among the 2 documents of this ledger" in told.err


def test_what_the_world_could_not_know_yet_does_not_meet(told):
    assert told.run("timeline", "--together", "--published-by", "2025-03-05") == ""


def test_who_judges_an_event_is_told_which_findings_to_judge(told):
    (row,) = json.loads(told.run("timeline", "--together", "--json"))
    first, second = (claim["finding"] for account in row["accounts"] for claim in account["claims"])
    told.run("judge", "reject", row["cluster"][7:19], "--by", "lia", "--why", "wrong")
    assert told.code == 2
    assert f"judge these: {first[7:19]}, {second[7:19]}" in told.err
    assert "timeline --different" in told.err


def test_a_person_parts_two_claims_and_undoes_it(told):
    (row,) = json.loads(told.run("timeline", "--together", "--json"))
    first, second = (claim["finding"] for account in row["accounts"] for claim in account["claims"])
    told.run("timeline", "--different", first[7:19], second[7:19])
    assert told.code == 2
    told.run("timeline", "--different", first[7:19], second[7:19], "--by", "lia", "--why", "two closures")
    assert told.code == 0, told.err
    entry = told.err.split("judge undo ")[1].split("`")[0]
    assert told.run("timeline", "--together") == ""
    told.run("judge", "undo", entry, "--by", "lia", "--why", "one after all")
    assert "blockade" in told.run("timeline", "--together")


def test_an_event_is_walked_down_to_the_words(told):
    (row,) = json.loads(told.run("timeline", "--together", "--json"))
    out = told.run("why", row["cluster"][7:15])
    assert told.code == 0, told.err
    assert "corroborated that it happened and who did it: 2 voices counted" in " ".join(out.split())
    assert "joined by act blockade, place Tamar corridor, day" in out
    assert "statement.txt [" in out
    (step,) = json.loads(told.run("why", row["cluster"], "--json"))
    assert {quote["source"] for quote in step["rests_on"]} == {"letter.txt", "statement.txt"}


def test_obligations_say_whose_word_a_breach_is(told):
    out = told.run("obligations", "--on", "Ardesh")
    assert told.code == 0, told.err
    assert "Issel Agreement, para. 4 · borne by Ardesh" in out
    assert "breached according to 1 voice" in out
    assert "“in breach of” of Ardesh" in out
    rows = json.loads(told.run("obligations", "--instrument", "the Issel Agreement", "--json"))
    assert {row["state"] for row in rows} == {"breached", "in force"}
    breached = next(row for row in rows if row["state"] == "breached")
    assert "laid by a row of the catalogue" in told.run("why", breached["obligation"][7:17])


def test_an_instrument_without_obligations_here_is_told_with_those_that_have(told):
    told.run("obligations", "--instrument", "the Karsk Accord")
    assert told.code == 2
    assert "issel-agreement-2019-05-06" in told.err


def test_names_at_risk_are_withheld(told):
    told.write("again.txt", STATEMENT.replace("20 March", "21 March").replace("Veltria\n", "Lumara\n"))
    told.run("read", "again.txt")
    for words in (("timeline", "--together"), ("timeline", "--together", "--json"), ("obligations", "--json")):
        assert "Tolan" not in told.run(*words)
    assert "Tolan" in told.run("timeline", "--together", "--show-names")


def test_an_id_of_nothing_is_told(told):
    told.run("why", "ffffffff")
    assert told.code == 2


def test_a_receipt_gives_the_words_of_a_finding_once(told):
    event = json.loads(told.run("timeline", "--together", "--json"))[0]
    out = told.run("why", event["cluster"])
    name = event["accounts"][0]["claims"][0]["finding"].removeprefix("sha256:")[:12]
    assert " ".join(out.split()).count(f"· {name}") == 1
    assert "of those above: " in out
