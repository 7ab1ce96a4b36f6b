# SPDX-License-Identifier: Apache-2.0
"""The facts that packs tell: every one whole, checked or said to be unchecked, from more sides than one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocsin.catalogue.catalogue import load
from tocsin.desk.facts import wrong

PACKS = Path(__file__).parents[2] / "packs"
CRISES = ("south-caucasus", "ethiopia", "ukraine")


@pytest.mark.parametrize("name", CRISES)
def test_every_fact_is_whole_and_says_how_it_was_checked(name):
    catalogue, problems = load([PACKS / name])
    assert not problems
    assert catalogue.facts
    for fact in catalogue.facts.values():
        assert wrong(fact, catalogue) is None
        assert fact.source.startswith(("verified: ", "from memory, unverified"))
        assert fact.note
        assert fact.at


def test_at_least_twenty_answers_of_three_crises_and_several_sides():
    told = [fact for name in CRISES for fact in load([PACKS / name])[0].facts.values()]
    assert len(told) >= 20
    sides = {fact.who for fact in told}
    assert {"azerbaijan", "artsakh", "armenia", "russia", "ukraine", "ethiopia", "tplf", "eritrea"} <= sides
    assert {"favourable", "pledged", "countered", "other", "none"} <= {fact.response for fact in told}
