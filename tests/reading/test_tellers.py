# SPDX-License-Identifier: Apache-2.0
"""Who tells: the subject just before for "it said", the last charity for "the charity said", the accused who deny."""

import pytest

from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.findings import Claim
from tocsin.records.findings import Warning as Warned
from tocsin.records.ids import digest
from tocsin.records.texts import Text

NEWS = (
    "The Tamar Herald\n\nNews from the valley\n\n7 July 2021\n\nMinister Lena Vesk said the army had shelled Karsk.\n\n"
)
FRONT = "RIVERINE FRONT\n\nCommuniqué\n\nKarsk, 12 July 2021\n\n"


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(load([])[0])


def told(reader: Reader, content: str) -> list[Claim | Warned]:
    text = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
    return [one for one in reader.read(text).findings if isinstance(one, Claim | Warned)]


def last(reader: Reader, content: str) -> Claim | Warned:
    return told(reader, content)[-1]


@pytest.mark.parametrize(
    ("words", "teller"),
    [
        ("The Riverine Front confirmed the raid. It said nine soldiers had been killed.", "Riverine Front"),
        ("The Free Valley Movement disagreed. It said 14 villagers had been killed.", "Free Valley Movement"),
        ("The hospital, whose roof was hit, appealed for blood. It warned that the wounded would die.", "hospital"),
        ("The rebels denied the raid. They said nine soldiers had been killed by the army.", "rebels"),
        (
            "The Riverine Front said it was so. It added that it had counted. It said two had been killed.",
            "Riverine Front",
        ),
    ],
)
def test_it_said_is_the_subject_of_the_sentence_before(reader, words, teller):
    assert last(reader, NEWS + words).speakers[-1].name == teller


@pytest.mark.parametrize(
    "words",
    [
        "The bridge reopened on Monday. It said nine soldiers had been killed.",
        "Minister Lena Vesk went home. It said nine soldiers had been killed.",
    ],
)
def test_it_said_is_nobody_where_the_subject_before_cannot_say_it(reader, words):
    assert [party.name for party in last(reader, NEWS + words).speakers] == ["Tamar Herald"]


def test_the_charity_is_the_one_named_last_and_never_a_front(reader):
    words = (
        "A convoy hired by Kestrel Relief Without Delay was stopped by fighters of the Riverine Front and its three "
        "drivers were beaten, the charity said."
    )
    assert last(reader, NEWS + words).speakers[-1].name == "Kestrel Relief Without Delay"


def test_what_a_person_was_doing_is_nobody_who_speaks(reader):
    words = (
        "Orel Tam, meeting her Ardeshi counterpart in Velt City, asked for help.\n\n"
        "The governor accused the Riverine Front of taking 30 hostages."
    )
    assert [party.name for party in last(reader, NEWS + words).speakers][-1] == "governor"


@pytest.mark.parametrize(
    "words",
    [
        "The regime in Ardan says that we mined the wells of Karsk. We deny it.",
        "The government says that we have taken 20 civilians hostage. It is a lie.",
        "The army claims that our fighters shelled Karsk on 3 July 2021, which is false.",
    ],
)
def test_what_the_accused_deny_is_denied_by_them(reader, words):
    claim = last(reader, FRONT + words)
    assert isinstance(claim, Claim)
    assert claim.mode == "denied"
    assert [party.id for party in claim.actors] == [party.id for party in claim.speakers] == ["riverine-front"]


def test_what_others_say_that_we_did_is_told_by_them(reader):
    claim = last(reader, FRONT + "The Northern Contact Group says that we kidnapped twelve ferrymen in April 2021.")
    assert isinstance(claim, Claim)
    assert claim.mode == "reported"
    assert [party.id for party in claim.actors] == ["riverine-front"]
    assert [party.name for party in claim.speakers] == ["Northern Contact Group"]


@pytest.mark.parametrize(
    "words",
    [
        "Our forces did not use a single shell on Friday.",
        "No hospital has been struck.",
        "Not one house was damaged.",
        "We have never laid a mine on the road.",
        "At no time did our forces shell the market of Karsk.",
        "Our men killed no civilians on 6 July 2021.",
        "Our forces did not attack any bus station.",
        "Our forces did not attack any clinic in Karsk on 6 July 2021.",
    ],
)
def test_what_was_not_done_is_denied(reader, words):
    assert [one.mode for one in told(reader, FRONT + words) if isinstance(one, Claim)] == ["denied"]


def test_fewer_than_nine_is_no_denial(reader):
    claim = last(reader, FRONT + "No fewer than nine ferrymen were killed on 8 July 2021.")
    assert isinstance(claim, Claim)
    assert claim.mode == "asserted"


def test_what_nobody_could_find_out_is_reported_at_most(reader):
    claim = last(reader, FRONT + "We could not establish who struck the clinic of Karsk.")
    assert isinstance(claim, Claim)
    assert (claim.mode, claim.actors) == ("reported", ())


def test_people_left_without_food_are_not_displaced(reader):
    found = told(reader, FRONT + "The closure of the road has left around 9,000 people without regular food.")
    assert "displacement" not in [one.act for one in found if isinstance(one, Claim)]


def test_an_attack_in_preparation_is_no_attack(reader):
    found = told(
        reader, NEWS + "Governor Orel warned that the Riverine Front was preparing an attack on Karsk airfield."
    )
    assert [type(one) for one in found][1:] == [Warned]


def test_a_verb_is_no_part_of_the_name_of_its_object(reader):
    claim = last(reader, "Statement\n\nWe praise the nurses who protested in Karsk on 21 June 2021.\n")
    assert isinstance(claim, Claim)
    assert [party.name for party in claim.actors] == ["nurses"]


@pytest.mark.parametrize(
    ("words", "teller"),
    [
        (
            "Soldiers of Ghana shelled the port of Karsk on Monday, injuring 48 people, dock workers said.",
            "dock workers",
        ),
        ("Gunmen abducted six men, two of them teachers, in Karsk on 6 July, aid workers said.", "aid workers"),
        ("Soldiers of Ghana burned the market on 3 July, killing nine, the Ferry Union said.", "Ferry Union"),
    ],
)
def test_several_told_of_by_a_noun_alone_tell_behind_what_they_tell(reader: Reader, words: str, teller: str) -> None:
    assert last(reader, f"{NEWS}{words}\n").speakers[-1].name == teller


@pytest.mark.parametrize("denial", ["denied the attack", "has denied any such shelling", "denies it"])
def test_the_deed_is_denied_by_its_noun_and_the_story_goes_on_behind_the_denial(reader: Reader, denial: str) -> None:
    shelled = "Soldiers of Ghana shelled the quay of Karsk on 5 July 2021, the union said."
    behind = f"The Government of Ghana {denial}. Nine people were wounded, doctors said."
    first, second, third = (one for one in told(reader, f"{FRONT}{shelled} {behind}\n") if isinstance(one, Claim))
    assert (first.mode, second.mode, third.mode) == ("reported", "denied", "reported")
    assert [party.id for party in second.actors] == ["ghana"]
    assert first.when == second.when == third.when == "2021-07-05"
