# SPDX-License-Identifier: Apache-2.0
"""How likely two asks are one: by what was learnt where asks speak of issues, by rule alone elsewhere."""

from __future__ import annotations

import pytest

from tests.conftest import EXAMPLES
from tocsin.catalogue.catalogue import load
from tocsin.linking.groupings import LIST, apart, asked, compared, listed
from tocsin.linking.issues import both
from tocsin.linking.likelihoods import learnable, likely, pieces, table
from tocsin.linking.likeness import profile, score
from tocsin.linking.matters import Matters
from tocsin.records.ids import Digest

MATTERS = Matters(load([EXAMPLES / "pack"])[0])


def told(words):
    return profile(MATTERS.of_words(words))


def test_every_piece_that_weighs_is_a_piece_that_is_told():
    one, other = told("train judges on torture"), told("improve the conditions in prisons")
    said = pieces(one, other, score(one, other), 100)
    assert {name for name in table() if not name.startswith(("<", "means: "))} <= said.keys()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("withdraw troops from Karsk", "withdraw troops from Dolen"),
        ("repair the bridge", "close the ferry"),
        ("ratify the Convention on the Rights of the Child", "sign the Convention on the Rights of the Child"),
    ],
)
def test_what_the_pieces_were_not_learnt_from_is_weighed_by_rule(one, other):
    assert not learnable(told(one), told(other))


def test_an_ask_and_its_contrary_are_not_one_whatever_they_share():
    one = told("abolish the death penalty in law and in practice")
    other = told("keep the death penalty in law and in practice")
    assert learnable(one, other)
    assert likely(one, other) == 0


def test_asks_that_stand_together_in_one_list_are_likelier_one():
    one, other = told("protect victims of trafficking"), told("combat trafficking in persons")
    assert likely(one, other, 100) > likely(one, other, 20_000)


def test_only_a_long_list_tells_how_far_asks_stand_apart():
    def asks(count):
        where = {"ardesh": frozenset({"ardesh"})}, frozenset({"ardesh"})
        matter = MATTERS.of_words("combat trafficking in persons")
        return listed([asked(Digest(str(at)), matter, "one", *where, start=100 * at) for at in range(count)])

    assert apart(*asks(LIST)[:2]) == 100
    assert apart(*asks(LIST - 1)[:2]) is None


def test_the_issue_that_both_speak_of_is_a_reason():
    one, other = told("combat trafficking in persons"), told("punish human trafficking without delay")
    assert both(one.told, other.told) == "Trafficking"
    where = {"ardesh": frozenset({"ardesh"})}, frozenset({"ardesh"})
    first, second = (
        asked(Digest(name), MATTERS.of_words(words), "one", *where)
        for name, words in (("a", "combat trafficking in persons"), ("b", "punish human trafficking without delay"))
    )
    assert "both speak of the issue “Trafficking”" in compared(first, second).reasons
