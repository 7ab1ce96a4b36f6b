# SPDX-License-Identifier: Apache-2.0
"""Two actors held for one: found from either, through others, undone by a further entry, the past as it was."""

from __future__ import annotations

import pytest

from tests.ledger.contract import Clock
from tocsin.catalogue.catalogue import load
from tocsin.ledger import recording
from tocsin.ledger.memory import MemoryLedger
from tocsin.linking import identities
from tocsin.linking.families import Families
from tocsin.linking.former_ids import row_of

ROWS = """\
[[actor]]
id = "dolen-harbour"
kind = "organisation"
name = "Dolen Harbour Board"
aliases = ["the Harbour Board of Dolen", "Quay Board"]
source = "invented"

[[actor]]
id = "karsk-quays"
kind = "organisation"
name = "Quay Board"
source = "invented"
"""


@pytest.fixture
def ledger():
    return MemoryLedger(clock=Clock())


@pytest.fixture
def boards(tmp_path):
    (tmp_path / "rows.toml").write_text(ROWS, encoding="utf-8")
    return load([tmp_path])[0]


def say(ledger, first, second, *, same=True):
    return identities.record(ledger, first, second, same=same, handle="lia", reason="the letter says so")


def test_nobody_is_one_with_another_unless_somebody_says_so(ledger):
    assert identities.one_with(ledger, None, "veltria") == {"veltria"}


def test_merged_actors_are_found_from_each_through_however_many_pairs(ledger):
    say(ledger, "orsava-council", "council-of-orsava")
    say(ledger, "horzan-council", "council-of-orsava")
    for actor in ("orsava-council", "horzan-council", "council-of-orsava"):
        assert len(identities.one_with(ledger, None, actor)) == 3


def test_the_last_word_about_a_pair_stands(ledger):
    say(ledger, "a", "b")
    moment = ledger.head().recorded_at
    say(ledger, "b", "a", same=False)
    assert identities.one_with(ledger, None, "a") == {"a"}
    assert identities.one_with(ledger, None, "a", recorded_by=moment) == {"a", "b"}
    say(ledger, "a", "b")
    assert identities.one_with(ledger, None, "b") == {"a", "b"}


def test_a_withdrawn_word_counts_as_never_said(ledger):
    for entry in say(ledger, "a", "b"):
        recording.retract(ledger, entry.id, handle="lia", reason="a slip")
    assert identities.one_with(ledger, None, "a") == {"a"}


def test_an_actor_is_not_put_beside_itself(ledger):
    with pytest.raises(identities.OneActor, match="name two"):
        say(ledger, "a", "a")


def test_an_id_made_of_a_name_leads_to_the_row_that_has_the_name_by_now(ledger, boards):
    former = {"harbour-board-of-dolen", "dolen-harbour-board", "dolen-harbour"}
    for actor in former:
        assert identities.one_with(ledger, boards, actor) == former
        assert identities.together(ledger, boards)[actor] == "dolen-harbour"
    assert row_of(boards, "harbour-board-of-dolen") == "dolen-harbour"


def test_a_name_that_two_rows_have_leads_to_neither(ledger, boards):
    assert identities.one_with(ledger, boards, "quay-board") == {"quay-board"}


def test_a_person_says_that_an_id_is_not_the_rows(ledger, boards):
    say(ledger, "harbour-board-of-dolen", "dolen-harbour", same=False)
    assert "harbour-board-of-dolen" not in identities.one_with(ledger, boards, "dolen-harbour")
    assert "harbour-board-of-dolen" not in identities.together(ledger, boards)


def test_what_people_hold_for_one_with_a_row_goes_by_the_rows_id(ledger, boards):
    say(ledger, "a-board-of-ardesh", "harbour-board-of-dolen")
    assert identities.together(ledger, boards)["a-board-of-ardesh"] == "dolen-harbour"
    assert "a-board-of-ardesh" in identities.one_with(ledger, boards, "dolen-harbour")


def test_whoever_answers_for_a_body_answers_for_it_under_its_former_ids(boards):
    assert "dolen-harbour" in Families(boards).answering("harbour-board-of-dolen")
    assert "harbour-board-of-dolen" in Families(boards).answering("dolen-harbour")
