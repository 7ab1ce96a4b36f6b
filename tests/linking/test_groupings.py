# SPDX-License-Identifier: Apache-2.0
"""Asks in groups: of one addressee or its organ, alike on average, the same whatever order they come in."""

from __future__ import annotations

import random

import pytest

from tests.conftest import EXAMPLES
from tocsin.catalogue.catalogue import load
from tocsin.linking.groupings import asked, groups
from tocsin.linking.matters import Matters
from tocsin.records.ids import Digest

MATTERS = Matters(load([EXAMPLES / "pack"])[0])
ABOVE = {
    "northern-union": frozenset({"northern-union"}),
    "northern-union-council": frozenset({"northern-union-council", "northern-union"}),
    "ardesh": frozenset({"ardesh"}),
}


def ask(name, words, *to, document="one"):
    above = {actor: ABOVE[actor] for actor in to}
    roots = frozenset(root for actor in to for root in ABOVE[actor] if ABOVE[root] == {root})
    return asked(Digest(name), MATTERS.of_words(words), document, above, roots)


def grouped(*items):
    return {frozenset(group) for group in groups(items)}


def test_the_same_asked_of_a_body_and_of_its_organ_is_one():
    one = ask("a", "to send monitors to the Tamar corridor", "northern-union")
    other = ask("b", "the deployment of monitors along the Tamar corridor", "northern-union-council", document="two")
    assert grouped(one, other) == {frozenset("ab")}


def test_the_same_asked_of_another_is_another():
    one = ask("a", "to reopen the Tamar corridor", "northern-union")
    other = ask("b", "to reopen the Tamar corridor", "ardesh")
    assert grouped(one, other) == {frozenset("a"), frozenset("b")}


def test_asks_of_nobody_named_are_one_only_in_one_paper_or_about_one_place():
    here = ask("a", "to reopen the schools", document="one")
    there = ask("b", "to reopen the schools", document="two")
    again = ask("c", "to reopen the schools", document="one")
    assert grouped(here, there, again) == {frozenset("ac"), frozenset("b")}
    named = ask("d", "to reopen the schools of Karsk", document="three")
    twice = ask("e", "the reopening of schools in Karsk", document="four")
    assert grouped(named, twice) == {frozenset("de")}


def test_small_steps_do_not_chain_what_differs():
    words = (
        "to reopen the Tamar corridor to food and fuel",
        "to reopen the Tamar corridor and withdraw troops from Dolen",
        "to withdraw troops from Dolen and release the captives",
        "to release the captives and pay the teachers of Lumara",
    )
    found = grouped(*(ask(str(number), said, "ardesh") for number, said in enumerate(words)))
    assert not any({"0", "3"} <= group for group in found)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_asks_does_not_matter(seed):
    words = (
        "to reopen the Tamar corridor",
        "the immediate reopening of the Tamar corridor",
        "to release the captives",
        "the release of all captives without delay",
        "to investigate the shelling of Karsk",
    )
    items = [ask(str(number), said, "ardesh") for number, said in enumerate(words)]
    mixed = items[:]
    random.Random(seed).shuffle(mixed)
    assert grouped(*items) == grouped(*mixed)
