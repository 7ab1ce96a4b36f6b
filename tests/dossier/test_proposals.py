# SPDX-License-Identifier: Apache-2.0
"""Proposals in the order of their use."""

from __future__ import annotations

import pytest

from tests.conftest import EXAMPLES
from tocsin import pipeline
from tocsin.dossier.proposals import proposals, uses
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.ledger.recording import Judging, judge
from tocsin.sources import intake
from tocsin.sources.vault import beside


@pytest.fixture(scope="module")
def ledger(reader, tmp_path_factory):
    made = MemoryLedger()
    vault = beside(tmp_path_factory.mktemp("vault") / "tocsin.db")
    items = intake.listing(
        [EXAMPLES / "documents" / name for name in ("01-orsava-assembly-appeal.txt", "04-reprint.txt")]
    )
    assert all(outcome.status == "read" for outcome in pipeline.read(items, made, vault, reader, pipeline.Intake()))
    return made


def test_what_many_listings_rest_on_comes_first_and_says_why(ledger):
    found = list(proposals(ledger, Query()))
    shared = [one.shared for one in found]
    assert shared == sorted(shared, reverse=True)
    assert found[0].shared == -uses(ledger)[0].shared
    assert (found[0].role, found[0].value) == (uses(ledger)[0].role, uses(ledger)[0].value)


def test_each_proposal_comes_once_and_none_is_left_out(ledger):
    found = [one.listed.row.finding for one in proposals(ledger, Query())]
    kinds = ("ask", "warning", "claim", "citation")
    assert len(found) == len(set(found))
    assert set(found) == {row.finding for row in ledger.rows(Query(kinds=kinds, states=("proposed",)))}


def test_what_was_judged_is_no_proposal_any_more(ledger):
    first = next(iter(proposals(ledger, Query(), kinds=("ask",))))
    judge(ledger, first.listed.row.finding, "confirm", Judging(handle="lia", reason="read"))
    assert first.listed.row.finding not in {one.listed.row.finding for one in proposals(ledger, Query())}
