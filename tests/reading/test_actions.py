# SPDX-License-Identifier: Apache-2.0
"""The action category, by the definition's own examples and principles."""

from __future__ import annotations

import pytest

from tocsin.reading import action_category, explain_action
from tocsin.reading.actions import WEIGHTS, features, parse


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Seek technical assistance from the international community", 1),
        ("Share its experience of mine clearance with other States", 1),
        ("Continue its efforts to keep the Tamar corridor open", 2),
        ("Maintain its policy of free schooling in Orsava", 2),
        ("Consider ratifying the Ottawa Convention", 3),
        ("Examine the possibility of abolishing the death penalty", 3),
        ("Ensure the protection of journalists in Karsk", 4),
        ("Strengthen measures to combat discrimination", 4),
        ("Take steps towards equality of women and men", 4),
        ("Ratify the Convention on the Rights of the Child", 5),
        ("Abolish the death penalty", 5),
        ("Amend the penal code", 5),
        ("Establish a national human rights institution", 5),
    ],
)
def test_the_first_verb_shows_how_much_is_asked(text, category):
    assert action_category(text) == category


def test_of_two_verbs_at_the_beginning_the_second_counts():
    assert action_category("Continue and strengthen its efforts to protect children") == 4


def test_a_general_action_with_a_specific_means_is_specific():
    assert action_category("Improve the situation of women by amending the family code") == 5


def test_case_and_a_leading_to_make_no_difference():
    assert action_category("TO RATIFY THE OTTAWA CONVENTION") == action_category("ratify the Ottawa Convention") == 5


@pytest.mark.parametrize("text", ["", "…", "42", "وقف إطلاق النار"])
def test_a_text_without_words_still_has_a_category(text):
    assert action_category(text) in (1, 2, 3, 4, 5)


def test_the_explanation_adds_up_to_the_score():
    text = "Continue to cooperate with the Northern Contact Group by sharing its maps"
    model = parse(WEIGHTS.read_text(encoding="utf-8"))
    weights = explain_action(text)
    category = action_category(text)
    total = sum(weight.weight for weight in weights) + model.bias[category - 1]
    assert total == pytest.approx(model.scores(text)[category - 1])
    assert weights[0].feature in set.union(*features(text))


def test_the_table_is_small_and_holds_no_text():
    lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    assert WEIGHTS.stat().st_size < 1_000_000
    assert max(len(line.split("\t")[0].split()) for line in lines if not line.startswith("#")) <= 2
