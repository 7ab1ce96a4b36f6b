# SPDX-License-Identifier: Apache-2.0
# ruff: noqa: E501 - a paper's paragraph stands on one line
"""Who is asked and what: rows of names, duties, lists that go on, asides, letters that urge far behind their opening."""

from __future__ import annotations

import pytest

from tests.reading.test_cards import _text
from tocsin.records.findings import Ask


def addressees(found):
    return [[party.id for party in one.addressees] for one in found if isinstance(one, Ask)]


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


def test_who_is_invited_to_a_thing_is_asked_for_it_and_what_people_demand_in_passing_is_no_ask(reader):
    told = (
        "STATEMENT OF THE LAKE COUNCIL\n\n4 May 2021\n\nWe invite the armed groups to a ceasefire of ten days, which will allow us to"
        " talk. We stand with citizens who demand rights.\n"
    )
    found = [one.quote for one in reader.read(_text(told)).findings if isinstance(one, Ask)]
    assert found == ["a ceasefire of ten days, which will allow us to talk."]
