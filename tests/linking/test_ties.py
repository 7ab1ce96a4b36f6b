# SPDX-License-Identifier: Apache-2.0
"""People's words on what is the same outweigh what a machine suggests, and can be undone."""

from __future__ import annotations

import pytest

from tests.ledger.contract import Clock
from tests.linking.shelves import claim, shelve
from tocsin.ledger import recording
from tocsin.ledger.failures import UnknownFinding
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking import ties
from tocsin.records.ids import Digest

TEXT = "Veltria closed the road. Veltria closed the bridge. The road was sealed."


@pytest.fixture
def ledger() -> MemoryLedger:
    ledger = MemoryLedger(clock=Clock())
    told = ("closed the road", "closed the bridge", "sealed")
    shelve(ledger, TEXT, *(claim(TEXT, words, "blockade") for words in told), issuer="ardesh")
    return ledger


def claims(ledger: MemoryLedger) -> list[Digest]:
    return [row.finding for row in ledger.rows(Query(kinds=("claim",)))]


def test_a_person_joins_what_no_machine_joined(ledger: MemoryLedger) -> None:
    one, other, third = claims(ledger)[:3]
    ties.record(ledger, one, other, same=True, handle="lia", reason="one closure, told twice")
    assert ties.ties(ledger).groups([one, other, third], []) == ((one, other), (third,))


def test_a_person_parts_one_from_a_group_and_the_others_stay_together(ledger: MemoryLedger) -> None:
    one, other, third = claims(ledger)[:3]
    suggested = [(one, other), (other, third), (one, third)]
    ties.record(ledger, third, one, same=False, handle="lia", reason="another road")
    assert ties.ties(ledger).groups([one, other, third], suggested) == ((one, other), (third,))


def test_the_last_word_about_a_pair_holds_and_undoing_it_brings_the_one_before_back(ledger: MemoryLedger) -> None:
    one, other = claims(ledger)[:2]
    ties.record(ledger, one, other, same=True, handle="lia", reason="the same")
    second = ties.record(ledger, other, one, same=False, handle="tam", reason="not at all")
    assert ties.ties(ledger).groups([one, other], [(one, other)]) == ((one,), (other,))
    recording.retract(ledger, second.id, handle="tam", reason="mistaken")
    assert ties.ties(ledger).groups([one, other], []) == ((one, other),)


def test_a_word_that_was_not_yet_recorded_does_not_count_in_the_past(ledger: MemoryLedger) -> None:
    one, other = claims(ledger)[:2]
    before = ledger.head().recorded_at
    ties.record(ledger, one, other, same=True, handle="lia", reason="the same")
    assert ties.ties(ledger, recorded_by=before).by_pair == {}


def test_a_finding_is_not_put_beside_itself_nor_beside_what_no_ledger_holds(ledger: MemoryLedger) -> None:
    one = claims(ledger)[0]
    with pytest.raises(ties.OneThing):
        ties.record(ledger, one, one, same=True, handle="lia", reason="x")
    with pytest.raises(UnknownFinding):
        ties.record(ledger, one, Digest("sha256:" + "0" * 64), same=True, handle="lia", reason="x")


def test_a_word_about_a_finding_follows_it_through_a_correction(ledger: MemoryLedger) -> None:
    one, other = claims(ledger)[:2]
    ties.record(ledger, one, other, same=True, handle="lia", reason="the same")
    by = recording.Judging(handle="lia", reason="the whole of it")
    changed = claim(TEXT, "closed the road", "checkpoint")
    recording.judge(ledger, one, "correct", by, replacement=changed)
    instead = ledger.state(one).replaced_by
    assert instead is not None
    assert ties.ties(ledger).groups([other, instead], []) == ((other, instead),)
    again = claim(TEXT, "closed the road", "restriction")
    recording.judge(ledger, instead, "correct", by, replacement=again)
    last = ledger.state(instead).replaced_by
    assert last is not None
    assert ties.ties(ledger).groups([other, last], []) == ((other, last),)
    judged = ledger.state(instead).judged
    assert judged is not None
    recording.retract(ledger, judged.id, handle="lia", reason="it was right before")
    assert ties.ties(ledger).groups([other, instead], []) == ((other, instead),)
