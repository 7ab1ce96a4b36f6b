# SPDX-License-Identifier: Apache-2.0
"""Which clauses are claims of their own: under another, joined to one, told by a common verb and its complement."""

from __future__ import annotations

import pytest

from tests.reading.test_claims import PACK, claims
from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader


@pytest.fixture(scope="module")
def orsava() -> Reader:
    return Reader(load([PACK])[0])


def told(reader: Reader, marked: str) -> list[tuple[str, str]]:
    content = marked.replace("⟦", "").replace("⟧", "")
    return [(claim.act, content[claim.start : claim.end]) for claim in claims(reader, content)]


@pytest.mark.parametrize(
    ("acts", "marked"),
    [
        ("riot arrest", "Boys pelted the Ardeshi consulate on Monday and ⟦police picked up a dozen of them⟧."),
        ("killing injury", "Twelve people were killed in Karsk and ⟦another 25 were wounded⟧."),
        ("bombardment displacement", "The clinic of Karsk was shelled and ⟦its two nurses fled⟧."),
        ("killing bombardment", "⟦Eleven Veltrian herders were killed when shells fell on the market of Karsk⟧."),
        ("detention release", "The two drivers spent 33 days in custody before ⟦being released on bail⟧."),
        ("arrest detention", "⟦Two Ardeshi drivers were arrested in Karsk⟧, held for two days and sent home."),
    ],
)
def test_each_clause_with_a_verb_of_an_act_is_a_claim_with_words_of_its_own(orsava, acts, marked):
    found = told(orsava, marked)
    assert [act for act, _ in found] == acts.split()
    assert marked[marked.index("⟦") + 1 : marked.index("⟧")] in [words for _, words in found]


@pytest.mark.parametrize(
    ("act", "content"),
    [
        ("killing", "Nineteen miners are known to have died in the Veltrian pit."),
        ("killing", "Four boys are said to have been shot near the well of Karsk."),
        ("killing", "87 deaths have been confirmed."),
        ("detention", "The teacher spent two years in a military prison."),
        ("detention", "Ms Orlan was kept in a punishment cell for 38 days."),
        ("injury", "Guards searched the houses, breaking the arm of a boy of 16."),
        ("injury", "An Ardeshi ranger lost his right foot in Karsk."),
        ("deportation", "Some 27,000 people were returned across the Veltrian border."),
        ("deportation", "Two hundred of the families were sent back."),
        ("order", "The Government of Ardesh dissolved the Orsava Teachers' Fund."),
        ("order", "The governor ordered all production at the mine to be halted."),
        ("sanction", "Their practising certificates had been suspended."),
        ("denial-of-relief", "In June the learning centres were closed for want of funds."),
        ("relief", "The mission launched an oral vaccination campaign on 8 March."),
        ("displacement", "96,500 of them are in accommodation centres."),
        ("displacement", "Some 640 villagers slept in a school."),
        ("displacement", "Some 1,160 families ran from five villages along the Issel."),
        ("abduction", "The men were taken off at a checkpoint near Karsk."),
        ("abduction", "Gunmen took away two teachers."),
        ("abduction", "The Front came for one child from each house in 2008."),
        ("armed-attack", "The forces of Orsava repelled a column of the Ardeshi army."),
        ("armed-attack", "Ardeshi troops entered Veltrian territory to a depth of 180 metres."),
        ("armed-attack", "Three grenades were fired from the Veltrian side."),
        ("ceasefire-violation", "The ceasefire signed in Ardan collapsed within three days."),
        ("deployment", "Veltria increased patrols along the Issel in May."),
    ],
)
def test_a_common_verb_tells_of_a_deed_by_what_it_stands_beside(orsava, act, content):
    assert act in [claim.act for claim in claims(orsava, content)]


@pytest.mark.parametrize(
    "content",
    [
        "The Council spent three years in the courts of Ardan.",
        "The party broke the silence of its arm in Karsk and lost a game of cards.",
        "The Ardeshi company launched a campaign and opened a programme for its staff.",
        "The firm spent 40 million dinars in Orsava and returned the machines across the yard.",
        "The bridge collapsed within three days of the flood warning's end, wrote nobody.",
        "He came for tea in Karsk and took away the cups.",
    ],
)
def test_the_same_verbs_beside_anything_else_tell_of_no_deed(orsava, content):
    harms = {"detention", "injury", "relief", "deportation", "armed-attack", "abduction", "ceasefire-violation"}
    assert not harms & {claim.act for claim in claims(orsava, content)}


def test_what_only_tells_how_it_came_about_stays_with_its_clause(orsava):
    assert ("injury", "Stones were thrown and three officers were hurt") in told(
        orsava, "Stones were thrown and three officers were hurt."
    )


@pytest.mark.parametrize(
    ("mode", "content"),
    [
        ("denied", "The Veltrian ministry said nobody had died in Karsk."),
        ("denied", "The Ardeshi army said no-one was killed in Karsk on 3 May 2021."),
        ("denied", "No-one was detained in Karsk."),
        ("denied", "The Veltrian ministry said none of the crew of the ferry was hurt in Karsk."),
        ("denied", "The Ardeshi governor said no dock workers had been detained in Karsk."),
        ("denied", "There were no deaths in Karsk on 3 May 2021."),
        ("asserted", "No fewer than twelve people were killed in Karsk."),
        ("denied", "The Veltrian army said no unarmed dock workers had been killed in Karsk."),
        ("asserted", "Nobody doubts that three ferrymen were killed in Karsk."),
    ],
)
def test_what_befell_nobody_is_denied_whoever_tells_of_it(orsava, mode, content):
    assert {claim.mode for claim in claims(orsava, content)} == {mode}


@pytest.mark.parametrize(
    ("line", "told", "at"),
    [
        (
            "VELT CITY, 3 May 2021 (VTP) -- ",
            "Gunmen shot two drivers on Sunday. Veltria has opened an inquiry.",
            ["veltria"],
        ),
        ("ARDAN, 3 May 2021 (VTP) -- ", "Gunmen shot two drivers on Sunday. Veltria has opened an inquiry.", []),
        ("VELT CITY, 3 May 2021 (VTP) -- ", "Gunmen shot two drivers from Ardesh on Sunday. Veltria asks why.", []),
        (
            "VELT CITY, 3 May 2021 (VTP) -- ",
            "Gunmen shot two drivers on Sunday. Ardesh said that Ardesh's guards and Ardesh knew.",
            [],
        ),
    ],
)
def test_harm_without_a_place_was_done_in_the_land_of_its_text(line, told, at, orsava):
    content = f"{line}The Veltrian police said so. {told}\n\nVeltrian officials said no more.\n"
    shot = [one for one in claims(orsava, content) if "drivers" in content[one.start : one.end]]
    assert [[party.id for party in one.places] for one in shot] == [at]


@pytest.mark.parametrize(
    ("acts", "content"),
    [
        ("killing", "The operation resulted in the deaths of forty people."),
        ("displacement", "The war led to the displacement of more than 12,000 families."),
        ("looting", "On 13 July 2016 the offices of the Boat Guild were burglarized."),
        ("sanction", "Ardesh bans imports from Veltria."),
        ("service-cut", "Karsk has been cut off from the internet since Monday."),
        ("", "They were on the road."),
    ],
)
def test_harm_that_a_noun_counts_is_told_and_who_travels_is_not_displaced(orsava, acts, content):
    assert [act for act, _ in told(orsava, content)] == acts.split()


def test_what_an_entry_of_a_chronicle_tells_has_its_date_to_the_end(orsava):
    content = (
        "A short history:\n\n1974: The army broke a strike. Hundreds were killed in Karsk.\n\n"
        "1980: Gunmen shelled the market of Karsk. Nine people were injured."
    )
    found = [(claim.act, claim.when) for claim in claims(orsava, content)]
    assert [one for one in found if one[0] in {"killing", "bombardment", "injury"}] == [
        ("killing", "1974"),
        ("bombardment", "1980"),
        ("injury", "1980"),
    ]


@pytest.mark.parametrize(
    ("when", "content"),
    [
        ("2003-05-19", "Gunmen killed two teachers in Karsk on May 19th in 2003."),
        ("2019-05-04", "Gunmen killed two teachers in Karsk on 4 May in 2019."),
        ("2014-05-03", "Gunmen killed two teachers in Karsk on 3. May 2014."),
    ],
)
def test_a_day_may_stand_apart_from_its_year(orsava, when, content):
    assert [claim.when for claim in claims(orsava, content)] == [when]


def test_who_holds_a_sit_in_for_prisoners_holds_nobody(orsava):
    content = "Several teachers held a sit-in in Karsk on Monday for the release of boatmen in the prisons of Ardesh."
    assert [act for act, _ in told(orsava, content)] == ["protest"]


@pytest.mark.parametrize(
    ("acts", "actors", "targets", "content"),
    [
        ("armed-attack", ["ardesh"], ["veltria"], "We condemn the attacks of Ardesh against Veltria."),
        ("blockade", ["ardesh"], ["veltria"], "We condemn the blockade of Ardesh against Veltria."),
        ("blockade", ["ardesh"], ["karsk"], "We condemn the blockade of Karsk by Ardesh."),
        ("bombardment", ["ardesh"], ["clinic"], "The clinic was shelled by Ardesh on Monday."),
        ("bombardment", ["veltria"], ["clinic"], "The clinic was shelled by Veltria on Monday."),
    ],
)
def test_of_and_against_tell_both_sides_and_by_tells_who(orsava, acts, actors, targets, content):
    (claim,) = claims(orsava, content)
    assert claim.act == acts
    assert [party.id for party in claim.actors] == actors
    assert [party.id for party in claim.targets] == targets


def test_who_comes_under_fire_is_not_displaced(orsava):
    assert "displacement" not in [act for act, _ in told(orsava, "Karsk came under the Ardeshi army's fire on Monday.")]
