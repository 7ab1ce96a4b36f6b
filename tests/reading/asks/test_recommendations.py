# SPDX-License-Identifier: Apache-2.0
"""Listed recommendations: who makes them, what became of them, where each begins and ends."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from tocsin.catalogue.catalogue import load
from tocsin.reading.asks.states import states
from tocsin.reading.asks.statuses import revised, status
from tocsin.reading.read import Reader
from tocsin.records.findings import Ask
from tocsin.records.ids import digest
from tocsin.records.texts import Text

HERE = Path(__file__).parent


@lru_cache(maxsize=1)
def reader() -> Reader:
    return Reader(load([HERE / "pack"])[0])


def asks(text: str) -> list[Ask]:
    document = Text(document=digest(text.encode()), version="plain/1", media_type="text/plain", content=text)
    return [finding for finding in reader().read(document).findings if isinstance(finding, Ask)]


def rows(text: str) -> list[tuple[str, str, str | None]]:
    """Give each listed recommendation: its words, who makes it, its status."""
    listed = [ask for ask in asks(text) if ask.by == "ask.listed-recommendation"]
    return [(" ".join(ask.quote.split()), "+".join(party.id for party in ask.askers), ask.status) for ask in listed]


MODERN = """II. Conclusions and/or recommendations**
** Conclusions and recommendations have not been edited.
83. The recommendations formulated during the interactive dialogue and listed below enjoy the support of Veltria:
83.1. Ratify the Convention against Torture (Spain, Viet Nam and the Netherlands);
83.2. Open the crossing at Karsk (Iran (Islamic Republic of)); Keep the crossing at Karsk open on
market days (Bosnia and Herzegovina);

A/HRC/99/9
19
83.3. Train its
prison staff (United States of Americas) (Chad);
84. Veltria considers that recommendation 83.3 above has already been implemented.
85. The following recommendations will be examined by Veltria, which will provide responses in due time, but no later
than the forty-second session of the Human Rights Council:
85.1. Consider a moratorium on executions (Brazil);
85.
2. Publish the maps of its minefields (Norway).
86. The recommendations below did not enjoy the support of Veltria:
86.1. Grant Orsava a wide autonomy (Ardesh) and a parliament of its own (Sorland);
86.2. Release all those held in Velt City prison;
86.3. Close the camp at Karsk (Mexico).
87. All conclusions and/or recommendations contained in the present report reflect the position of the submitting
State(s) and/or the State under review.
"""


def test_each_recommendation_has_its_states_and_the_status_of_its_list():
    assert rows(MODERN) == [
        ("Ratify the Convention against Torture", "spain+viet-nam+netherlands", "accepted"),
        ("Open the crossing at Karsk", "iran", "accepted"),
        ("Keep the crossing at Karsk open on market days", "bosnia-and-herzegovina", "accepted"),
        ("Train its prison staff", "united-states+chad", "implemented"),
        ("Consider a moratorium on executions", "brazil", "pending"),
        ("Publish the maps of its minefields", "norway", "pending"),
        ("Grant Orsava a wide autonomy", "ardesh", "noted"),
        ("Grant Orsava a wide autonomy (Ardesh) and a parliament of its own", "sorland", "noted"),
        ("Release all those held in Velt City prison", "", "noted"),
        ("Close the camp at Karsk", "mexico", "noted"),
    ]


def test_a_recommendation_is_addressed_to_the_state_under_review_and_has_the_force_of_one():
    for ask in asks(MODERN):
        assert [party.id for party in ask.addressees] == ["veltria"]
        assert (ask.force, ask.voice, ask.explicit, ask.reported) == ("recommend", "issuer", True, False)


OLDER = """II. CONCLUSIONS AND/OR RECOMMENDATIONS

95.
In the course of the discussion, the following recommendations were made to Ardesh:

94. Recommended that Ardesh reopen the Tamar corridor (Kenya);

95. Recommended to Ardesh to let the ferry run (Peru; Chad);

96. To continue its dialogue with Veltria. (Cuba, Oman)

96. The response of Ardesh to these recommendations will be included in the outcome report.
"""


def test_an_older_list_counts_its_entries_by_itself_and_names_the_trigger_each_time():
    older = OLDER.replace("94. R", "1. R").replace("95. R", "2. R").replace("96. To", "3. To")
    assert rows(older) == [
        ("reopen the Tamar corridor", "kenya", "pending"),
        ("to let the ferry run", "peru+chad", "pending"),
        ("To continue its dialogue with Veltria", "cuba+oman", "pending"),
    ]


def test_a_list_may_count_past_the_number_of_the_next_paragraph():
    entries = "".join(f"{number}.\nRepair well {number} of Orsava (Fiji);\n\n" for number in range(1, 13))
    text = (
        "10. The recommendations listed below have been examined by Ardesh and enjoy its support:\n"
        + entries
        + "11. Ardesh considers that recommendations Nos. 2, 4-6 above are in the process of implementation.\n"
        + "12. The following recommendations did not enjoy the support of Ardesh:\n"
        + "1.\nLeave the upper dam (Mali).\n"
    )
    found = rows(text)
    assert len(found) == 13
    assert [number for number, row in enumerate(found, 1) if row[2] == "implemented"] == [2, 4, 5, 6]
    assert found[-1] == ("Leave the upper dam", "mali", "noted")


def test_a_narrative_of_recommendations_is_no_list():
    text = (
        "57. Mexico welcomed the reforms. It noted that earlier recommendations were accepted (A/HRC/1/2).\n"
        "58. Chad thanked Veltria for its report and asked about the wells.\n"
    )
    assert rows(text) == []


@pytest.mark.parametrize(
    ("inside", "ids"),
    [
        ("Spain", ["spain"]),
        ("Bosnia and Herzegovina, Trinidad and Tobago", ["bosnia-and-herzegovina", "trinidad-and-tobago"]),
        ("Venezuela (Bolivarian Republic of) and Cuba", ["venezuela", "cuba"]),
        (
            "the Netherlands; the United Kingdom of Great Britain and Northern Ireland",
            ["netherlands", "united-kingdom"],
        ),
        ("Kazakstan, Luxemburg", ["kazakhstan", "luxembourg"]),
        ("Uruguay 3", ["uruguay"]),
        ("UK", ["united-kingdom"]),
        ("Slovenia on behalf of the European Union, Chad", ["slovenia", "chad"]),
        ("ICCPR", []),
        ("Kampala Convention", []),
        ("2008-2012", []),
        ("in particular women", []),
    ],
)
def test_a_bracket_is_a_list_of_states_or_none(inside, ids):
    known = states(load()[0])
    assert [party.id for party in known.listed(inside)] == ids


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        (
            "The following recommendations enjoy the support of Veltria, which considers them already implemented:",
            "implemented",
        ),
        ("The recommendations listed below have been examined by Veltria and have been noted by Veltria:", "noted"),
        ("The following recommendations were rejected by Veltria:", "noted"),
        ("In the course of the discussion, the following recommendations were made to Veltria:", "pending"),
        ("The recommendations listed below have been examined by Veltria and enjoy its support:", "accepted"),
        ("Veltria thanked all delegations for their recommendations.", None),
    ],
)
def test_the_paragraph_over_a_list_tells_its_status(lead, told):
    assert status(lead, load()[0]) == told


def test_numbers_of_the_reports_paragraphs_are_not_numbers_of_recommendations():
    after = (
        "84. The recommendations noted in the report in paragraphs 24 (a) and 37 did not enjoy the support of Veltria."
    )
    assert revised(after, load()[0]) == {}
