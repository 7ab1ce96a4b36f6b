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
