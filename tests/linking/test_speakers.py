# SPDX-License-Identifier: Apache-2.0
"""Speakers: whose paper it is, and for whom it speaks, by the words of names; on invented bodies."""

from __future__ import annotations

import pytest

from tocsin.catalogue.catalogue import load
from tocsin.linking.speakers import Speakers


@pytest.fixture(scope="module")
def speakers():
    return Speakers(load()[0])


def speaks(speakers, lines, asked, *, known=(), own=(), near=False):
    known, own = (frozenset(map(speakers.key, names)) for names in (known, own))
    return speakers.speaks(speakers.head(lines, ()), speakers.named(asked), known, own, near=near)


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (["Accident Board of Veltria"], "the Accident Board"),
        (["Ministry of Education of Veltria", "Speech by the Minister"], "Minister of Education of Veltria"),
        (["Assembly of Ardesh", "The Speaker"], "Speaker of the Assembly of Ardesh"),
        (["State Border Service of Ardesh"], "Ardesh"),
        (["Prime Minister's Office, Ardesh"], "the Government of Ardesh"),
        (["Interview of President Timur Odel of Ardesh with Channel One"], "Ardesh"),
        (["Nordline AS", "Statement of the chief executive"], "the shipping company Nordline"),
    ],
)
def test_a_paper_speaks_for_whom_its_head_names_in_other_words(speakers, lines, asked):
    assert speaks(speakers, lines, asked)


@pytest.mark.parametrize(
    ("lines", "asked"),
    [
        (["Union of Miners of Ardesh"], "Ardesh"),
        (["Bishops' Conference of Veltria"], "the Government of Veltria"),
        (["Ministry of Health of Lumara"], "Ministry of Health of Veltria"),
        (["Letter to the Ministry of Health of Veltria", "Karsk Hospital"], "Ministry of Health of Veltria"),
        (["Ardesh Tomorrow"], "Ardesh"),
    ],
)
def test_who_is_of_a_land_or_writes_to_an_office_does_not_speak_for_it(speakers, lines, asked):
    assert not speaks(speakers, lines, asked)


def test_an_office_without_a_land_is_that_of_a_land_that_the_asking_paper_names(speakers):
    lines = ["Ministry of Health of Veltria"]
    assert speaks(speakers, lines, "the Ministry of Health", known=["Veltria"])
    assert not speaks(speakers, lines, "the Ministry of Health", known=["Lumara"])


def test_an_organ_of_who_asks_speaks_though_its_name_is_that_of_a_league(speakers):
    lines = ["Note of the Secretariat of the League of the Northern Coast"]
    assert speaks(speakers, lines, "Secretary-General", known=["Northern", "Coast"], own=["League"])


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("“The guns stay,” General Maro told reporters.", "General Maro"),
        ("General Maro: The guns stay.", "General Maro"),
        ("The guns stay, said the spokesman of the General Staff.", "the spokesman of the General Staff"),
        ("The guns stay where they are.", None),
    ],
)
def test_a_sentence_says_whose_words_it_brings(speakers, sentence, who):
    assert speakers.who_said(sentence) == who


def test_whom_groups_come_from_says_nothing_and_an_officer_beside_a_land_does() -> None:
    assert Speakers.who_said("Groups from Veltria, Ardesh and Lumara wrote to the Council.") is None
    assert Speakers.who_said("The mayor of Karsk, Ana Reni said: The road stays shut.") is not None
