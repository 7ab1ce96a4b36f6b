# SPDX-License-Identifier: Apache-2.0
"""Lineages: who tells a finding, alone or with others."""

from dataclasses import replace

from tocsin.desk.sayings import says
from tocsin.linking.lineages import told_by
from tocsin.records.findings import Claim, Party

UNION = Party(id="ferry-union", name="Ferry Union")
CLINIC = Party(id="karsk-clinic", name="Karsk Clinic")
MINISTRY = Party(id="ardesh-ministry", name="Ministry of Ardesh")


def claim(*speakers: Party) -> Claim:
    return Claim(start=0, end=9, quote="the siege", by="test", act="blockade", speakers=speakers)


def test_what_one_of_those_who_issued_a_letter_together_tells_all_of_them_tell():
    assert told_by(claim(UNION, CLINIC), (UNION, CLINIC)) == (UNION, CLINIC)
    assert says(claim(UNION, CLINIC), (UNION, CLINIC)).endswith("Ferry Union, Karsk Clinic state")


def test_whom_a_letter_quotes_tells_alone():
    assert told_by(claim(UNION, CLINIC, MINISTRY), (UNION, CLINIC)) == (MINISTRY,)
    told = "Ministry of Ardesh, as told by Ferry Union, Karsk Clinic, states"
    assert says(claim(UNION, CLINIC, MINISTRY), (UNION, CLINIC)).endswith(told)


def test_a_body_is_itself_by_its_name_without_the_place_that_it_is_of():
    board = Party(id="harbour-board-of-karsk", name="Harbour Board of Karsk")
    short, other = (Party(id=name.lower().replace(" ", "-"), name=name) for name in ("Harbour Board", "Karsk"))
    assert told_by(claim(board, short), (board,)) == (board,)
    assert told_by(claim(board, other), (board,)) == (other,)


def test_whoever_is_quoted_is_named_with_whose_paper_it_is_and_denies_what_it_denies():
    quoted = claim(UNION, MINISTRY)
    assert says(quoted, (UNION,)).endswith("Ministry of Ardesh, as told by Ferry Union, states")
    denied = replace(quoted, mode="denied", quote="it had closed the bridge")
    assert says(denied, (UNION,)).endswith("Ministry of Ardesh, as told by Ferry Union, denies")
    assert says(replace(denied, speakers=(UNION,)), (UNION,)).endswith(": Ferry Union denies")
