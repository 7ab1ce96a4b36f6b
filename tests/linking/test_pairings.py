# SPDX-License-Identifier: Apache-2.0
"""Pairings: each thing that is asked gets what answers it best, all together; on bare numbers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from tocsin.linking.pairings import Pair, assigned
from tocsin.linking.reactions import Reaction
from tocsin.linking.weighing import Said, Weighed
from tocsin.linking.word_senses import nearness, rareness


def pair(start, ask, score, part=0):
    return Pair(
        one=Said(start=start, quote=""),
        asked=cast("Any", SimpleNamespace(finding=ask)),
        weighed=Weighed(score=score, says=(), part=part),
        reaction=Reaction(reply=cast("Any", None), words=""),
    )


def answers(*pairs):
    return {held.slot: held.one.start for held in assigned(pairs)}


def test_a_sentence_answers_first_what_it_answers_best():
    assert answers(pair(0, "a", 0.9), pair(0, "b", 0.5), pair(9, "b", 0.4)) == {("a", 0): 0, ("b", 0): 9}


def test_sentences_exchange_where_all_are_answered_better_then():
    told = pair(0, "a", 0.9), pair(0, "b", 0.8), pair(9, "a", 0.7), pair(9, "b", 0.3)
    assert answers(*told) == {("a", 0): 9, ("b", 0): 0}


def test_a_sentence_gives_way_where_it_may_answer_something_else():
    assert answers(pair(0, "a", 0.9), pair(0, "b", 0.4), pair(9, "a", 0.5)) == {("a", 0): 9, ("b", 0): 0}


def test_a_sentence_answers_a_second_ask_only_where_nearly_as_much_speaks_for_it():
    assert answers(pair(0, "a", 0.9), pair(0, "b", 0.8)) == {("a", 0): 0, ("b", 0): 0}
    assert answers(pair(0, "a", 0.9), pair(0, "b", 0.5)) == {("a", 0): 0}


def test_the_things_that_one_ask_is_for_are_answered_each_for_itself():
    assert answers(pair(0, "a", 0.6), pair(9, "a", 0.5, part=1)) == {("a", 0): 0, ("a", 1): 9}


def test_words_used_alike_are_near_and_others_are_not():
    assert nearness("ambassador", "envoy") > 0.7
    assert nearness("famine", "hardship") > 0.5
    assert nearness("medal", "reservoir") < 0.3
    assert nearness("Orsava", "river") == 0.0
    assert rareness("people") < rareness("catamaran") <= 1.0
