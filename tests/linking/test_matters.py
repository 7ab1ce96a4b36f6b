# SPDX-License-Identifier: Apache-2.0
"""What words are about: actions, things and names, the same for the same words; contraries kept apart."""

from __future__ import annotations

import pytest

from tests.conftest import EXAMPLES
from tocsin.catalogue.catalogue import load
from tocsin.linking.likeness import likeness
from tocsin.linking.matters import Matters, parts
from tocsin.linking.stems import stem


@pytest.fixture(scope="module")
def matters():
    return Matters(load([EXAMPLES / "pack"])[0])


@pytest.mark.parametrize(
    ("words", "sort", "name"),
    [
        ("to ratify the Rome Statute", "action", "join"),
        ("the immediate reopening of the Tamar corridor", "action", "open"),
        ("free and safe passage along the road", "action", "open"),
        ("the release of all captives", "action", "release"),
        ("to send a fact-finding mission to Orsava", "thing", "fact-finding"),
        ("abolish capital punishment", "thing", "death-penalty"),
        ("sign the CRPD", "instrument", "crpd"),
        ("to reopen the Tamar corridor", "place", "tamar-corridor"),
    ],
)
def test_words_are_about_what_they_name(matters, words, sort, name):
    assert name in matters.of_words(words).named(sort)


@pytest.mark.parametrize(
    ("one", "other"),
    [("let the water flow", "let the bread pass"), ("let the water flow", "to let them go"), ("get help", "get out")],
)
def test_a_verb_that_says_nothing_of_the_matter_makes_no_two_asks_alike(matters, one, other):
    assert likeness(matters.of_words(one), matters.of_words(other)).score == 0.0


def test_a_name_in_capitals_is_taken_only_in_capitals(matters):
    assert "convention-against-torture" in matters.of_words("accede to the CAT").named("instrument")
    assert "convention-against-torture" not in matters.of_words("look after the cat").named("instrument")


def test_forms_of_a_word_have_one_stem():
    assert len({stem(word) for word in ("investigate", "investigates", "investigating", "investigation")}) == 1
    assert stem("access") != stem("accession")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("to reopen the Tamar corridor without delay", "the immediate reopening of the Tamar corridor"),
        ("abolish the death penalty", "the abolition of capital punishment"),
        ("send observers to the Issel bridge", "the deployment of monitors at the Issel bridge"),
        ("investigate the deaths at Karsk", "an inquiry into the deaths at Karsk"),
    ],
)
def test_the_same_thing_in_other_words_is_alike_and_says_why(matters, one, other):
    found = likeness(matters.of_words(one), matters.of_words(other))
    assert found.score >= 0.5
    assert all(reason.startswith("both ") for reason in found.reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("to recognise the Orsava Assembly", "not to recognise the Orsava Assembly"),
        ("to open the Issel bridge", "to close the Issel bridge"),
        ("abolish the death penalty", "continue to use the death penalty"),
        ("ratify the CRPD", "ratify the CEDAW"),
        ("send food to Karsk", "arrest the mayor of Dolen"),
        ("action in Orsava", "an inquiry in Orsava"),
    ],
)
def test_a_contrary_another_treaty_and_a_place_alone_are_not_alike(matters, one, other):
    assert likeness(matters.of_words(one), matters.of_words(other)).score < 0.3


def test_likeness_does_not_depend_on_which_comes_first(matters):
    one, other = matters.of_words("reopen the Tamar corridor"), matters.of_words("open the corridor to relief")
    assert likeness(one, other).score == likeness(other, one).score


def test_an_ask_for_other_means_is_less_alike(matters):
    forbid, fight, train = map(
        matters.of_words, ("prohibit torture by law", "prevent torture", "train guards on the prohibition of torture")
    )
    assert likeness(forbid, fight).score > likeness(forbid, train).score


def test_what_comes_after_in_particular_tells_less(matters):
    first = matters.of_words("end domestic violence, in particular in Karsk")
    assert [item.tail for item in first.features] == [False, False, True]


def test_an_ask_for_several_treaties_has_a_part_for_each(matters):
    held = parts(matters.of_words("abolish the death penalty and ratify the ICCPR-OP2, the CRPD and the CED"))
    assert [sorted(part.named("instrument")) for part in held] == [
        [],
        ["iccpr-op2"],
        ["crpd"],
        ["convention-on-enforced-disappearance"],
    ]
    assert parts(matters.of_words("reopen the corridor")) == (matters.of_words("reopen the corridor"),)


@pytest.mark.parametrize(
    ("words", "instruments"),
    [
        (
            "ratify the Convention on the Protection of All Persons from Enforced Disappearances",
            ["convention-on-enforced-disappearance"],
        ),
        ("accede to the CRPD and its Optional Protocol", ["crpd", "crpd-op"]),
        (
            "become a party to the Convention against Torture and the Optional Protocol thereto",
            ["convention-against-torture", "opcat"],
        ),
        ("sign ILO Convention No. 169", ["ilo-convention-169"]),
    ],
)
def test_treaties_are_known_by_the_telling_words_of_their_names(catalogue, words, instruments):
    assert sorted(Matters(catalogue).of_words(words).named("instrument")) == instruments


def test_what_is_to_be_joined_may_stand_after_in_particular(catalogue):
    joined = parts(Matters(catalogue).of_words("ratify the outstanding treaties, in particular the CRPD and the CEDAW"))
    assert [sorted(part.named("instrument")) for part in joined] == [["crpd"], ["cedaw"]]


def test_minorities_are_no_minors_and_the_nation_no_citizenship(catalogue):
    found = Matters(catalogue).of_words("adopt a national plan for ethnic minorities")
    assert not {"children", "citizenship"} & {feature.name for feature in found.features}


def test_a_name_may_be_taken_apart_by_words_that_tell_little(matters):
    whole = matters.of_words("adopt a law to prevent and punish all forms of discrimination")
    assert whole.named("thing") == {"discrimination-laws"}
    assert "discrimination-laws" not in matters.of_words("adopt a law on taxes and discrimination").named("thing")


def test_who_else_recommended_it_is_no_part_of_what_is_asked(matters):
    told = matters.of_words("to reopen the road, as recommended by the Committee against Torture, before the winter")
    assert told.named("actor") == frozenset()
    assert "torture" not in told.named("thing")


def test_a_treaty_to_be_joined_after_something_else_is_an_ask_of_its_own(matters):
    whole = matters.of_words("abolish the death penalty in all circumstances and accede to the CRPD")
    assert [sorted(part.named("instrument")) for part in parts(whole)] == [[], ["crpd"]]


def test_words_that_end_alike_are_not_one_thing(matters):
    assert matters.of_words("the State of Veltria and its executive").named("thing") == frozenset()


def test_what_stands_before_anything_is_asked_is_no_tail(matters):
    found = matters.of_words("implement, in cooperation with donors, programmes aimed at combating trafficking")
    assert [feature.name for feature in found.features if not feature.tail and feature.sort == "thing"] == [
        "trafficking"
    ]
    later = matters.of_words("combat trafficking, in cooperation with those who protect journalists")
    assert [feature.name for feature in later.features if feature.tail and feature.sort == "thing"] == ["journalists"]
