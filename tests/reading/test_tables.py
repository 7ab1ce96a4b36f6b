# SPDX-License-Identifier: Apache-2.0
"""Tables read: columns by hashtag or heading, a row a claim, a cell a quantity, and what cannot be read a note."""

from __future__ import annotations

import json
from functools import cache

from tests.conftest import EXAMPLES
from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.findings import Ask, Claim, Quantity
from tocsin.sources import formats
from tocsin.sources.extracts import Extract

CROSSINGS = """\
Date,Crossing,Status,Trucks,Reason,Source
#date,#loc+name,#access+status,#reached+trucks,#cause,#meta+source
2025-03-01,Tamar corridor,closed,0,checkpoint,Relief Coordination Office
2025-03-02,Tamar corridor,partially open,12,,Karsk Press
04/03/2025,Tamar corridor,open,31,,Karsk Press
2025-03-05,Tamar corridor,unknown,n/a,,Karsk Press
"""


@cache
def reader():
    return Reader(load([EXAMPLES / "pack"])[0])


def read(content, *, given=None):
    extract = formats.read(content.encode(), "table.csv")
    assert isinstance(extract, Extract)
    reading = reader().read(extract.text, given=given)
    for finding in reading.findings:
        assert extract.text.content[finding.start : finding.end] == finding.quote
    return reading


def claims(content):
    return [finding for finding in read(content).findings if isinstance(finding, Claim)]


def test_a_row_is_a_claim_of_its_source_at_its_place_and_day():
    first = claims(CROSSINGS)[0]
    assert (first.act, first.when, first.by) == ("access-closed", "2025-03-01", "table.row")
    assert [place.id for place in first.places] == ["tamar-corridor"]
    assert [speaker.id for speaker in first.speakers] == ["relief-coordination-office"]
    assert [(count.value, count.of) for count in first.quantities] == [(0, "trucks")]


def test_states_are_told_by_many_words_and_an_unknown_one_is_no_claim():
    assert [claim.act for claim in claims(CROSSINGS)] == ["access-closed", "access-restricted"]


def test_a_count_that_is_no_number_is_unknown_and_never_nought():
    found = [finding for finding in read(CROSSINGS).findings if isinstance(finding, Quantity)]
    assert [(finding.value, finding.of) for finding in found] == [(0, "trucks"), (12, "trucks")]


def test_a_date_that_could_be_two_is_a_note_and_no_claim():
    notes = read(CROSSINGS).notes
    assert [note.code for note in notes] == ["row-without-date"]
    assert "04/03/2025" in notes[0].message


def test_a_column_tells_for_all_its_cells_whether_the_day_comes_first():
    content = CROSSINGS.replace("2025-03-01", "25/03/2025")
    assert [claim.when for claim in claims(content)] == ["2025-03-25", "2025-03-02", "2025-03-04"]


def test_headings_are_read_where_no_hashtags_stand():
    content = "Crossing;From;To;Access status\nIssel bridge;2025-03-01;2025-03-09;closed\n"
    assert [(claim.act, claim.when) for claim in claims(content)] == [("access-closed", "2025-03-01/2025-03-09")]


def test_people_and_goods_are_claims_of_their_own():
    content = (
        "#date,#adm2+name,#affected+killed,#affected+killed+children,#item,#item+unit,#output\n"
        "2025-03,Karsk,3,1,wheat flour,tonnes,40\n"
    )
    found = {claim.act: [(count.value, count.of) for count in claim.quantities] for claim in claims(content)}
    assert found == {"killing": [(3, "killed"), (1, "children")], "relief": [(40, "tonnes of wheat flour")]}


def test_a_table_is_dated_by_its_latest_row_unless_somebody_says():
    assert read(CROSSINGS).card.issued == "2025-03-05~"
    assert read(CROSSINGS, given="2025-04-01").card.issued == "2025-04-01"


def test_a_table_that_says_when_it_was_reported_is_of_that_day():
    content = "#date,#loc+name,#access+status,#date+reported\n2025-03-01,Karsk,closed,2025-03-09\n"
    card = read(content).card
    assert (card.issued, card.issued_basis) == ("2025-03-09", "stated")


def test_a_table_whose_columns_say_nothing_known_is_read_as_text():
    reading = read("colour,shape\nred,round\n")
    assert all(not finding.by.startswith("table.") for finding in reading.findings)


RECOMMENDED = """\
Text,Countries Concerned,Reccomending Body,Type,UPR Reccomending States,UPR Position,Document Publication Date
"40.7 ⟦Ratify the Convention against Torture⟧ (Spain, Chile);",- Norway,- UPR,- Recommendations,"- Spain
- Chile",- Supported,45731
40.8 ⟦Open the crossing at Karsk⟧ (Iran (Islamic Republic of));,- Norway,- UPR,- Recommendations,,- Noted,45731
The Committee notes with concern that the road is closed.,- Norway,- CEDAW,- Concerns/Observations,,,45700
25. ⟦Adopt a law on relief within one year.⟧,- Norway,- CEDAW,- Recommendations,,,45700
"""
"""As the Universal Human Rights Index names its columns; what is recommended is invented."""


def asked(content, name="table.csv"):
    wanted = [part.partition("⟧")[0] for part in content.split("⟦")[1:]]
    extract = formats.read(content.replace("⟦", "").replace("⟧", "").encode(), name)
    assert isinstance(extract, Extract)
    reading = reader().read(extract.text)
    asks = [finding for finding in reading.findings if isinstance(finding, Ask)]
    assert [extract.text.content[ask.start : ask.end] for ask in asks] == [ask.quote for ask in asks] == wanted
    return reading.card, asks


class TestRecommendations:
    """Tables of recommendations: an ask a row, by whom, to whom, and what became of it."""

    def test_a_row_is_an_ask_of_whom_its_columns_name(self):
        card, asks = asked(RECOMMENDED)
        told = [([one.id for one in ask.askers], [one.id for one in ask.addressees], ask.status) for ask in asks]
        assert told[0] == (["spain", "chile"], ["norway"], "accepted")
        assert told[1] == (["iran"], ["norway"], "noted")
        assert told[2][1:] == (["norway"], None)
        assert {ask.force for ask in asks} == {"recommend"}
        assert (card.genre, card.issued) == ("review-report", "2025-03-15")

    def test_other_headings_and_separators_say_the_same(self):
        content = (
            "State under Review;Recommending State;Recommendation;Response\n"
            "Norway;Viet Nam;⟦Continue its efforts to reduce poverty⟧;Accepted\n"
            "Norway;France, Bosnia and Herzegovina;⟦Release all prisoners of war⟧;No clear position\n"
        )
        _card, asks = asked(content)
        assert [[party.id for party in ask.askers] for ask in asks] == [
            ["viet-nam"],
            ["france", "bosnia-and-herzegovina"],
        ]
        assert [ask.status for ask in asks] == ["accepted", "pending"]

    def test_a_list_of_objects_is_read_as_its_table(self):
        rows = [
            {
                "Text": "Pay the teachers of Dolen",
                "Countries": ["Norway"],
                "UprPosition": "Supported",
                "AnnotationType": "Recommendations",
            },
            {
                "Text": "Open the road",
                "Countries": ["Norway"],
                "UprRecommendingStates": ["Spain"],
                "AnnotationType": "Recommendations",
            },
        ]
        extract = formats.read(json.dumps(rows).encode(), "uhri.json")
        assert isinstance(extract, Extract)
        asks = [one for one in reader().read(extract.text).findings if isinstance(one, Ask)]
        assert [(ask.quote, ask.status, [party.id for party in ask.askers]) for ask in asks] == [
            ("Pay the teachers of Dolen", "accepted", []),
            ("Open the road", None, ["spain"]),
        ]

    def test_a_row_without_words_says_nothing(self):
        assert asked("State under Review,Recommendation\nNorway,\nNorway,12.3\n")[1] == []
