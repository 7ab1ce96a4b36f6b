# SPDX-License-Identifier: Apache-2.0
"""Needs: people times days times a standard, against what is told to have come; the unknown stays unknown."""

from __future__ import annotations

from datetime import date

import pytest

from tests.watch.papers import claims
from tocsin.catalogue import lookup
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.pipeline import Intake, read
from tocsin.records.findings import Count
from tocsin.sources.intake import listing
from tocsin.sources.vault import Vault
from tocsin.watch.needs import Need, Needs, needs

MARCH = Query(
    happened_from=date(2025, 3, 1).toordinal(),
    happened_to=date(2025, 3, 30).toordinal(),
)
LETTER = """\
Statement of the Relief Coordination Office

29 March 2025

Some 86,000 people live in Orsava, among them 19,000 children. The plant supplies 7 litres per person per day in Orsava.
"""


@pytest.fixture
def told(reader, tmp_path):
    """Read files, given by name and content, and reckon the needs of Orsava in thirty days of March."""

    def reckon(**files: str) -> Needs:
        for name, content in files.items():
            kind = "csv" if content.startswith(("#", "Date")) else "txt"
            (tmp_path / f"{name}.{kind}").write_text(content)
        ledger = MemoryLedger()
        paths = sorted(path for path in tmp_path.iterdir() if path.is_file())
        list(read(listing(paths), ledger, Vault(tmp_path / "vault"), reader, Intake()))
        place = lookup.place(reader.catalogue, "Orsava")
        return needs(ledger, reader.catalogue, place, MARCH)

    return reckon


def line(found: Needs, standard: str) -> Need:
    return next(one for one in found.lines if one.standard.id == standard)


def test_the_need_is_people_times_days_times_the_standard_with_their_bounds(told):
    found = told(letter=LETTER)
    assert str(found.population.amount) == "85,500–86,500"
    assert str(found.children.amount) == "19,000"
    assert str(line(found, "water-basic").need) == "38,475,000–38,925,000"
    assert str(line(found, "sanitation-toilets").need) == "4,275–4,325"


def test_where_nobody_tells_of_a_supply_it_is_unknown_and_not_nought(told):
    food = line(told(letter=LETTER), "food-energy")
    assert (food.supplied, food.lacking, food.met) == (None, None, None)


def test_where_nobody_tells_how_many_live_there_the_need_is_unknown(told):
    found = told(letter=LETTER.replace("Some 86,000 people live in Orsava, among them 19,000 children. ", ""))
    assert found.population.amount is None
    assert line(found, "water-basic").need is None


def test_what_each_person_gets_is_held_against_the_minimum(told):
    water = line(told(letter=LETTER), "water-basic")
    assert [str(rate.amount) for rate in water.rates] == ["7"]
    assert str(water.short_a_day) == "8"


def test_goods_in_a_table_are_weighed_by_what_they_are_worth(told):
    table = (
        "#date,#loc+name,#item,#item+unit,#output\n"
        "2025-03-02,Orsava,wheat flour,tonnes,40\n"
        "2025-03-09,Orsava,wheat flour,tonnes,2\n"
        "2025-04-09,Orsava,rice,tonnes,9\n"
    )
    food = line(told(letter=LETTER, table=table), "food-energy")
    assert len(food.supplies.reports) == 2
    assert str(food.supplied) == "142,800,000–152,880,000"
    assert food.need is not None
    assert food.supplied is not None
    assert food.lacking == food.need.less(food.supplied)


def test_trucks_are_named_beside_and_never_weighed(papers, catalogue):
    trucks = (Count(value=12, of="trucks", low=12, high=12),)
    papers.put(
        "karsk-press", "2025-03-31", claims("twelve trucks came", "relief", "2025-03-05", "orsava", quantities=trucks)
    )
    found = needs(papers.ledger, catalogue, catalogue.places["orsava"], MARCH)
    food = line(found, "food-energy")
    assert food.supplied is None
    assert [report.count.value for report in food.unweighed] == [12]


def test_two_papers_on_one_day_may_tell_of_the_same_goods(papers, catalogue):
    for issuer, number in (("karsk-press", 40), ("eastern-herald", 30)):
        flour = (Count(value=number, of="tonnes of sugar", low=number, high=number),)
        said = claims(f"{number} tonnes came", "relief", "2025-03-05", "orsava", quantities=flour)
        papers.put(issuer, "2025-03-31", said)
    food = line(needs(papers.ledger, catalogue, catalogue.places["orsava"], MARCH), "food-energy")
    assert str(food.supplied) == f"{40 * 3_870_000:,}–{70 * 4_000_000:,}"


def test_a_part_of_the_people_and_people_elsewhere_are_no_population(told):
    more = LETTER.replace("29 March 2025", "28 March 2025").replace(
        "Some 86,000 people live in Orsava, among them 19,000 children.",
        "There were 1,400 of them in Orsava. In Ardan 9,000 residents live.",
    )
    assert str(told(letter=LETTER, more=more).population.amount) == "85,500–86,500"


PEOPLE = "Some 86,000 people live in Orsava, among them 19,000 children."


def said(words: str) -> str:
    return LETTER.replace(PEOPLE, words)


@pytest.mark.parametrize(
    "words",
    [
        "In Orsava, Ardesh shut the road; on it some 9,000 inhabitants of Ardan depend.",
        "Two residents, a couple in their sixties, were killed in Orsava.",
        "Shelling in Orsava killed two residents.",
        "In Orsava the clinic had treated nine residents.",
        "In Orsava two hundred people marched past the town hall.",
        "We write of the detention of fourteen persons in Orsava.",
        "Twelve people met in Orsava and called for talks.",
    ],
)
def test_the_people_of_another_place_and_the_harmed_are_no_population(told, words):
    assert told(letter=said(words)).population.amount is None


def test_people_who_are_told_to_need_or_to_be_shut_in_are_the_people_of_the_place(told):
    assert str(told(letter=said("In Orsava 118,000 people need food.")).population.amount) == "118,000"
    assert str(told(letter=said("Some 86,000 people are cut off in Orsava.")).population.amount) == "85,500–86,500"


def test_the_dead_are_no_children_in_need(told):
    found = told(letter=said("Some 86,000 people live in Orsava; at least six children have died of cold."))
    assert (str(found.population.amount), found.children.amount) == ("85,500–86,500", None)


def test_so_many_of_them_children_are_told_of_the_people_of_the_place(told):
    found = told(letter=said("Some 86,000 people live in Orsava, 19,000 of them children."))
    assert str(found.children.amount) == "19,000"
    moved = said("Some 86,000 people have been displaced from Orsava, 19,000 of them children.")
    assert told(letter=moved).children.amount is None


def test_a_number_of_an_earlier_year_gives_way_to_one_of_these_days(told):
    found = told(letter=said(f"{PEOPLE} In 2019, 120,000 people lived in Orsava."))
    assert str(found.population.amount) == "85,500–86,500"


def test_goods_told_to_have_been_delivered_without_a_day_are_a_most(told):
    more = said(f"{PEOPLE} The Office has delivered 900,000 litres of water in Orsava by tank lorry.")
    water = line(told(letter=more), "water-basic")
    assert str(water.supplied) == "0–900,000"
    assert "12 trucks" not in str(water.unweighed)


@pytest.mark.parametrize(
    "words",
    [
        "plans to deliver 900,000 litres of water in Orsava",
        "delivered no aid but asks for 900,000 litres of water in Orsava",
    ],
)
def test_goods_that_are_only_planned_or_asked_for_are_none(told, words):
    assert line(told(letter=said(f"{PEOPLE} The Office {words}.")), "water-basic").supplied is None


def test_what_is_told_under_a_heading_is_of_the_place_that_it_names(told):
    report = """\
Situation report

29 March 2025

SITUATION IN ORSAVA

An average of 7 litres per person per day is available in the towns. The Office has delivered 900,000 litres of water.

SITUATION IN ARDESH

An average of 11 litres per person per day is available. The Office has delivered 300,000 litres of water.
"""
    water = line(
        told(letter=LETTER.replace("The plant supplies 7 litres per person per day in Orsava.", ""), more=report),
        "water-basic",
    )
    assert [str(rate.amount) for rate in water.rates] == ["7"]
    assert str(water.supplied) == "0–900,000"


def test_a_number_told_to_compare_with_is_no_supply(papers, catalogue):
    trucks = (Count(value=41, of="trucks", low=41, high=41), Count(value=310, of="trucks", low=310, high=310))
    words = "41 trucks came, compared with 310 trucks in the same period of 2024"
    papers.put("karsk-press", "2025-03-31", claims(words, "relief", "2025-03-05", "orsava", quantities=trucks))
    found = needs(papers.ledger, catalogue, catalogue.places["orsava"], MARCH)
    assert [report.count.value for report in line(found, "food-energy").unweighed] == [41]


@pytest.mark.parametrize(
    "words",
    [
        "Soldiers arrived in Orsava in three trucks and read out names from a list.",
        "In Orsava, three trucks of soldiers arrived at dawn.",
    ],
)
def test_trucks_in_which_soldiers_came_are_no_supply(told, words):
    found = told(letter=said(f"{PEOPLE} {words}"))
    assert not [report for need in found.lines for report in need.unweighed]


def test_trucks_of_aid_that_came_are_told_beside(told):
    found = told(letter=said(f"{PEOPLE} Three trucks of relief goods arrived in Orsava."))
    assert {report.count.value for need in found.lines for report in need.unweighed} == {3}
