# SPDX-License-Identifier: Apache-2.0
"""Tables read: columns by hashtag or heading, a row a claim, a cell a quantity, and what cannot be read a note."""

from __future__ import annotations

from functools import cache

from tests.conftest import EXAMPLES
from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.findings import Claim, Quantity
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
