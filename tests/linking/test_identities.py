# SPDX-License-Identifier: Apache-2.0
"""Two actors held for one: found from either, through others, undone by a further entry, the past as it was."""

from __future__ import annotations

import pytest

from tests.ledger.contract import Clock
from tocsin.ledger import recording
from tocsin.ledger.memory import MemoryLedger
from tocsin.linking import identities


@pytest.fixture
def ledger():
    return MemoryLedger(clock=Clock())


def say(ledger, first, second, *, same=True):
    return identities.record(ledger, first, second, same=same, handle="lia", reason="the letter says so")


def test_nobody_is_one_with_another_unless_somebody_says_so(ledger):
    assert identities.one_with(ledger, "veltria") == {"veltria"}


def test_merged_actors_are_found_from_each_through_however_many_pairs(ledger):
    say(ledger, "orsava-council", "council-of-orsava")
    say(ledger, "horzan-council", "council-of-orsava")
    for actor in ("orsava-council", "horzan-council", "council-of-orsava"):
        assert len(identities.one_with(ledger, actor)) == 3


def test_the_last_word_about_a_pair_stands(ledger):
    say(ledger, "a", "b")
    moment = ledger.head().recorded_at
    say(ledger, "b", "a", same=False)
    assert identities.one_with(ledger, "a") == {"a"}
    assert identities.one_with(ledger, "a", recorded_by=moment) == {"a", "b"}
    say(ledger, "a", "b")
    assert identities.one_with(ledger, "b") == {"a", "b"}


def test_a_withdrawn_word_counts_as_never_said(ledger):
    for entry in say(ledger, "a", "b"):
        recording.retract(ledger, entry.id, handle="lia", reason="a slip")
    assert identities.one_with(ledger, "a") == {"a"}


def test_an_actor_is_not_put_beside_itself(ledger):
    with pytest.raises(identities.OneActor, match="name two"):
        say(ledger, "a", "a")
