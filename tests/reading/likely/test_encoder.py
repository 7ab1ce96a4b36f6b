# SPDX-License-Identifier: Apache-2.0
"""The encoder: what sentences it takes for asks and warnings, that names weigh nothing, what it is made of."""

import re

import pytest

from tocsin.reading.likely.encoder import ASKS, KINDS, MODEL, PIECES, PLAIN, WARNS, encoder


def told(content):
    held = encoder()
    return held.told(held.read(content, 0, len(content))[0])


SIDES = [("Veltria", "Ardesh", "Karsk"), ("Ardesh", "Veltria", "Ardan"), ("Orsava", "Horzan", "Tamar")]


@pytest.mark.parametrize(
    "content",
    [
        "{0} is waiting. The least we expect of {1} is that {0} lets the doctors of {2} pass.",
        "{1}: the next winter in {2} may be the last for the people of {0}.",
        "{0} has taken note of what {1} wrote about the 12 boats at {2}.",
    ],
)
def test_whoever_speaks_and_is_spoken_to_what_is_told_is_the_same(content):
    found = [told(content.format(*side)) for side in SIDES]
    assert found[0] == found[1] == found[2]


def test_a_figure_weighs_nothing():
    assert told("Send 12 boats by 3 May.") == told("Send 40 boats by 9 May.")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("Is it too much to ask that the Governor hand back the nets before the season opens?", ASKS),
        ("The very least the harbour office can do is to tell the widows where the boats were last seen.", ASKS),
        ("The next flood may well be the one from which this valley does not come back.", WARNS),
        ("Typhus, so far kept to one barrack, will not stop at its door.", WARNS),
    ],
)
def test_a_sentence_is_of_its_kind_and_not_of_the_other(content, kind):
    (other,) = {ASKS, WARNS} - {kind}
    likely = told(content).likelihoods
    assert likely[kind] > 0.7
    assert likely[other] < 0.3


@pytest.mark.parametrize(
    "content",
    [
        "The ferry was built in Karsk and sold to a company of Ardan.",
        "The ministry thanked the crews and closed the meeting at noon.",
        "The price of salt rose by a tenth.",
    ],
)
def test_what_only_tells_neither_asks_nor_warns(content):
    likely = told(content).likelihoods
    assert max(likely[ASKS], likely[WARNS]) < 0.2


def test_the_words_of_what_is_asked_are_marked():
    content = "It is surely not too much to ask that the Governor hand back the nets before the season opens."
    found, _spans = encoder().read(content, 0, len(content))
    marked = [word for word, inside in zip(found, told(content).action, strict=True) if inside]
    assert {"hand", "back", "nets"} <= set(marked)
    assert "surely" not in marked


def test_what_is_longer_than_it_reads_is_cut_and_told():
    content = "Open the road, " * 200 + "now."
    held = encoder()
    found, _spans = held.read(content, 0, len(content))
    assert len(held.told(found).action) == len(found)


def test_nothing_is_told_of_nothing():
    assert set(encoder().told([]).likelihoods) == set(KINDS)


def test_the_weights_are_what_leaving_a_word_out_takes_away_the_heaviest_first():
    held = encoder()
    found, _spans = held.read("Please open the road.", 0, 21)
    weights = held.weights(found, ASKS)
    assert [abs(one.weight) for one in weights] == sorted((abs(one.weight) for one in weights), reverse=True)
    assert {one.feature for one in weights} == set(found)


def test_the_model_is_small_and_knows_words_in_small_letters_alone():
    assert MODEL.stat().st_size < 16_000_000
    for path in (PIECES, PLAIN):
        known = path.read_text(encoding="utf-8").splitlines()
        assert len(known) == len(set(known))
    assert not [word for word in PLAIN.read_text(encoding="utf-8").splitlines() if re.search(r"[A-Z]", word)]
