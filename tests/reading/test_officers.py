# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 - a paper's paragraph stands on one line
"""Who speaks in papers that name their body in the third person, quote its people, or stand on another's page."""

from __future__ import annotations

import pytest

from tests.reading.test_cards import _text
from tocsin.records.findings import Ask

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


def askers(found):
    return [[party.id for party in one.askers] for one in found if isinstance(one, Ask)]


@pytest.mark.parametrize(
    ("words", "asker"),
    [
        ("Lena Olm, director of the Boat Guild, called on Chad to open the road.", "boat-guild"),
        ("“Chad must open the road,” said Lena Olm, deputy Asia director at Human Rights Watch.", "human-rights-watch"),
        (
            "Lena Olm, Amnesty International's deputy director for Africa, urged Chad to open the road.",
            "amnesty-international",
        ),
        ("General Anton Vell, commander of the Boat Front, urged Chad to open the road.", "boat-front"),
        ("Professor Anton Vell of the University of Lund urged Chad to open the road.", "anton-vell"),
        ("The Boat Guild joins the River League in calling on Chad to open the road.", "boat-guild"),
        ("Oxfam added its voice to those of the bishops in urging Chad to open the road.", "oxfam"),
        ("The Kenyan Council of Fisher Women called on Chad to open the road.", "kenyan-council-of-fisher-women"),
        ("The Kenyan Council of Ministers called on Chad to open the road.", "kenya"),
        ("Kenyan Bishop Anton Vell called on Chad to open the road.", "anton-vell"),
        ("The Lake Women's Association Kenya called on Chad to open the road.", "lake-womens-association-kenya"),
    ],
)
def test_who_asks_is_the_body_for_which_its_officer_speaks(reader, words, asker):
    told = f"KARSK, 4 May 2021 (Issel Press) - The road was shut on Monday. {words} The meeting ended at noon.\n"
    assert askers(reader.read(_text(told)).findings) == [[asker]]


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("Those responsible must be brought to justice.", "Those responsible must be brought to justice."),
        ("These killings must stop.", "These killings must stop."),
        ("Chad has a duty to open the road.", "open the road."),
        ("Chad bears the primary responsibility to protect the ferry.", "protect the ferry."),
        ("The time has come for Chad to open the road.", "to open the road."),
    ],
)
def test_what_is_put_as_a_duty_is_implied(reader, words, quote):
    told = f"STATEMENT OF THE LAKE COUNCIL\n\n4 May 2021\n\nThe road has been shut since Monday. {words} Forty families wait.\n"
    found = [one for one in reader.read(_text(told)).findings if isinstance(one, Ask)]
    assert [(one.quote, one.explicit) for one in found] == [(quote, False)]


def test_a_list_goes_on_with_what_was_asked_first(reader):
    found = reader.read(
        _text(
            "STATEMENT\n\nThe Lake Council calls upon the Government of Chad to voice its condemnation of such attacks and immediately"
            " take the following decisive measures:\n\n1. Demand that Kenya release all prisoners\n2. Call for an emergency meeting\n"
        )
    ).findings
    assert [[party.id for party in one.addressees] for one in found if isinstance(one, Ask)] == [["chad"]] * 3


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


def addressees(found):
    return [[party.id for party in one.addressees] for one in found if isinstance(one, Ask)]


@pytest.mark.parametrize(
    ("words", "to"),
    [
        ("Chad, Kenya and France should open the road.", ["chad", "kenya", "france"]),
        (
            "The United Nations, the European Union and Chad must let aid in.",
            ["united-nations", "european-union", "chad"],
        ),
        ("In Karsk, Chad and Kenya must open the road.", ["chad", "kenya"]),
        ("We call on all Kenyans to stay calm.", ["kenya-people"]),
        ("We saw it in Rwanda. We ask our Government to intervene.", ["authorities"]),
    ],
)
def test_a_row_of_names_is_asked_as_a_whole(reader, words, to):
    told = f"STATEMENT OF THE LAKE COUNCIL\n\n4 May 2021\n\nThe road has been shut since Monday. {words} Forty families wait.\n"
    assert addressees(reader.read(_text(told)).findings) == [to]


def test_a_letter_may_say_far_behind_i_write_what_it_urges(reader):
    found = reader.read(
        _text(
            "Dear presidents of the universities across the lake\n\nI write as head of the Boat Guild, which represents forty unions, to urge"
            " you to release the boats.\n\nLena Olm\n"
        )
    )
    assert found.card.genre == "open-letter"
    assert [one.quote for one in found.findings if isinstance(one, Ask)] == ["to release the boats."]


def test_a_number_goes_on_with_the_instrument_of_the_line_above(reader):
    found = reader.read(
        _text(
            "Dear President,\nThe Boat Guild once again urges the Government of Chad to ratify ILO Convention\n87 on Freedom of Association"
            " and Protection of the Right to Organise. We wait for it.\nWe trust you.\n"
        )
    ).findings
    assert [one.instrument for one in found if one.kind == "citation"] == ["ilo-convention-87"]


def test_a_page_may_set_its_day_before_the_names_of_its_sections(card):
    assert (
        card(
            "Boats still held on the far bank\n\nMay 10, 2031 All News, Policy on Karsk, Boats and Aid\n\nThe ferry has been shut for a week."
        ).issued
        == "2031-05-10"
    )


def test_two_by_whom_something_is_asked_for_are_asked_together(reader):
    words = "The groups are calling for an urgent intervention by the United Nations and the African Union to secure his release."
    told = f"KARSK, 4 May 2021 (Issel Press) - The road was shut on Monday. {words} The meeting ended at noon.\n"
    found = reader.read(_text(told)).findings
    assert addressees(found) == [["united-nations", "african-union"]]


@pytest.mark.parametrize(
    ("words", "to", "quote"),
    [
        ("The bishops launched an appeal to armed groups for a ceasefire.", "armed-groups", "a ceasefire."),
        ("Chad should, therefore, open the road.", "chad", "open the road."),
        ("Chad must, without delay, open the road.", "chad", "open the road."),
    ],
)
def test_whom_an_ask_turns_to_may_be_told_by_a_participle_or_stand_before_an_aside(reader, words, to, quote):
    told = f"KARSK, 4 May 2021 (Issel Press) - The road was shut on Monday. {words} The meeting ended at noon.\n"
    found = [one for one in reader.read(_text(told)).findings if isinstance(one, Ask)]
    assert [(one.addressees[0].id, one.quote) for one in found] == [(to, quote)]


def test_a_ministry_is_not_of_the_land_whose_forces_it_condemns(reader):
    told = (
        "Foreign Ministry Condemns Storming of the Old Mosque\n\nThe Ministry of Foreign Affairs has condemned the Chadian forces' storming"
        " of the Old Mosque.\n\nThe Ministry of Foreign Affairs called on the international community to stop these attacks.\n"
    )
    assert not any("chad" in tag for one in askers(reader.read(_text(told)).findings) for tag in one)


def test_who_is_invited_to_a_thing_is_asked_for_it_and_what_people_demand_in_passing_is_no_ask(reader):
    told = (
        "STATEMENT OF THE LAKE COUNCIL\n\n4 May 2021\n\nWe invite the armed groups to a ceasefire of ten days, which will allow us to"
        " talk. We stand with citizens who demand rights.\n"
    )
    found = [one.quote for one in reader.read(_text(told)).findings if isinstance(one, Ask)]
    assert found == ["a ceasefire of ten days, which will allow us to talk."]
