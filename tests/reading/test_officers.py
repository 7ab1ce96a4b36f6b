# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 - a paper's paragraph stands on one line
"""Who speaks in papers that name their body in the third person, quote its people, or stand on another's page."""

from __future__ import annotations

import pytest

from tests.reading.test_cards import _text

RELEASE = (
    "{title}\n\n“The ferry at Issel must sail again,” says Lena Olm, secretary general of the {body}. “Forty families wait.”\n\n"
    "Since May nobody has crossed the river, and the {body} said that its stores are empty.\n\n"
    "“We ask the Governor of Karsk to let the boats through,” said Olm. {more}"
)


@pytest.fixture(scope="module")
def card(reader):
    return lambda content: reader.read(_text(content)).card


def ids(parties):
    return [party.id for party in parties]


@pytest.mark.parametrize(
    ("content", "issuer"),
    [
        (
            RELEASE.format(title="Ferry still held", body="Norwegian Refugee Council", more=""),
            "norwegian-refugee-council",
        ),
        (
            RELEASE.format(
                title="Ferry still held", body="Lake Relief Network", more="The network has staff on both banks."
            ),
            "lake-relief-network",
        ),
        (
            "Ferry still held\nNorwegian Refugee Council\n\nThe ferry at Issel must sail again. Forty families wait for it.",
            "norwegian-refugee-council",
        ),
        (
            "Source: Norwegian Refugee Council Country: Chad\n\nThe ferry at Issel must sail again. Forty families wait for it.",
            "norwegian-refugee-council",
        ),
        (
            "1. We, the leaders of the Group of Seven (G7), convened today and condemn the closing of the ferry.\n\n2. We call on Ardesh to open it.",
            "g7",
        ),
    ],
)
def test_who_speaks_may_stand_in_the_third_person(card, content, issuer):
    assert ids(card(content).issuers) == [issuer]


def test_two_bodies_that_are_quoted_alike_leave_the_issuer_open(card):
    found = card(
        "Ferry still held\n\n“It must sail,” says Lena Olm, director of the Lake Relief Network.\n\n"
        "“It must sail,” says Anton Vell, director of the Karsk Boat Union. The Karsk Boat Union said that forty families wait."
    )
    assert not {"lake-relief-network", "karsk-boat-union"} & set(ids(found.issuers))


@pytest.mark.parametrize("teller", ["The Armed Forces of Chad (AFC)", "The National Liberation Army (ELN)"])
def test_no_news_is_laid_to_whom_it_begins_with(card, teller):
    found = card(
        f"KARSK, 4 May 2021 (Issel Press) - {teller} on Tuesday accused the rebels of shelling the ferry.\n\n"
        "“They shelled it,” a spokesman said. Residents said that nobody had been hurt."
    )
    assert (found.genre, ids(found.issuers)) == ("news", ids(found.carriers))


@pytest.mark.parametrize(
    ("content", "issuer"),
    [
        (
            "Open Letter to the Mayor\n\nPress Release: Lake Action\n\nThe letter was received by the Embassy.",
            "lake-action",
        ),
        (
            "Chad: ferry shut\n5 July 2017\nUA 60/16\nAFR 37/6674/2017\n\nThe ferry has been shut.",
            "amnesty-international",
        ),
        (
            "A/C.3/80/L.32\n\n1. Calls upon Chad to open the road;\n\n2. Urges Chad to let aid in;",
            "un-general-assembly",
        ),
        ("CEDAW/C/TCD/CO/4\n\nConcluding observations\n\n1. The road should be opened.", "un-cedaw"),
    ],
)
def test_a_label_or_the_sign_of_a_file_says_whose_paper_it_is(card, content, issuer):
    assert ids(card(content).issuers) == [issuer]


def test_a_release_may_have_a_title_before_its_label_and_its_day(card):
    assert (
        card("Lake Review  Media Briefing  23 November 2012\n\nThe ferry has been shut since May.").issued
        == "2012-11-23"
    )
