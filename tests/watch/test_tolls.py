# SPDX-License-Identifier: Apache-2.0
"""Tolls: people harmed by period and source, children apart, denied numbers listed."""

from __future__ import annotations

from tests.watch.papers import Papers, claims
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger import recording
from tocsin.ledger.queries import Query
from tocsin.records.findings import Count
from tocsin.records.runs import Original, Run
from tocsin.sources import formats
from tocsin.sources.extracts import Extract
from tocsin.watch.tolls import Toll, tolls


def killed(value, when, words="", of="killed", act="killing", **more):
    count = Count(value=value, of=of, low=value, high=value)
    said = words or f"{value} people were killed {when}"
    return claims(said, act, when, "karsk", quantities=(count,), **more)


def toll(papers: Papers, catalogue: Catalogue, kind: str, *, children: bool = False, place: str | None = None) -> Toll:
    at = None if place is None else catalogue.places[place]
    found = tolls(papers.ledger, catalogue, at, Query())
    return next(one for one in found.lines if (one.kind, one.children) == (kind, children))


def test_two_reports_of_one_day_are_one_event_for_all_that_is_known(papers, catalogue):
    papers.put("karsk-press", "2025-03-31", killed(3, "2025-03-05"))
    papers.put("eastern-herald", "2025-03-31", killed(5, "2025-03-05"))
    held = toll(papers, catalogue, "killed").count
    assert held.contested
    assert held.told == "contested, at least 3 to at least 5"


def test_detainees_who_were_visited_may_be_those_who_were_detained(papers, catalogue):
    taken = {"of": "detained", "act": "detention"}
    papers.put("karsk-press", "2025-03-31", killed(112, "2025-03-01", "112 people were detained", **taken))
    papers.put("ardesh", "2025-03-31", killed(96, "2025-03-15", "Monitors visited 96 detainees", **taken))
    papers.put("karsk-press", "2025-04-30", killed(5, "2025-03-20", "5 people were detained", **taken))
    held = toll(papers, catalogue, "detained").count
    assert str(held.amount) == "at least 117"


def test_fewer_in_a_part_of_the_days_contest_nothing(papers, catalogue):
    papers.put("karsk-press", "2025-03-31", killed(3, "2025-03-05"))
    papers.put("eastern-herald", "2025-03-31", killed(9, "2025-03-01/2025-03-31"))
    assert not toll(papers, catalogue, "killed").count.contested


def test_a_toll_of_a_period_and_incidents_within_it_are_not_added_up(papers, catalogue):
    papers.put("karsk-press", "2025-03-31", killed(3, "2025-03-05"), killed(2, "2025-03-09"))
    papers.put("eastern-herald", "2025-03-31", killed(9, "2025-03-01/2025-03-31"))
    held = toll(papers, catalogue, "killed").count
    assert str(held.amount) == "9"
    assert held.voices == 2


def test_a_toll_up_to_a_day_is_in_no_sum_and_bounds_the_days_before_it(papers, catalogue):
    papers.put("karsk-press", "2025-03-31", killed(3, "2025-03-05"))
    papers.put("eastern-herald", "2025-03-31", killed(7, "2025-03-20", "7 people killed as of 20 March"))
    held = toll(papers, catalogue, "killed").count
    assert str(held.amount) == "3–7"


def test_children_are_counted_apart_and_within_the_whole(papers, catalogue):
    papers.put("karsk-press", "2025-03-31", killed(2, "2025-03-05", of="children"))
    assert str(toll(papers, catalogue, "killed", children=True).count.amount) == "at least 2"
    assert str(toll(papers, catalogue, "killed").count.amount) == "at least 2"


def test_a_number_that_is_denied_is_listed_and_in_no_sum(papers, catalogue):
    papers.put("ardesh", "2025-03-31", killed(4, "2025-03-05", mode="denied"))
    held = toll(papers, catalogue, "killed")
    assert (int(held.count.low), len(held.denied)) == (0, 1)


def test_a_place_holds_what_lies_within_it_and_nothing_else(papers, catalogue):
    papers.put("karsk-press", "2025-03-31", killed(3, "2025-03-05"))
    assert toll(papers, catalogue, "killed", place="orsava").count.low == 3
    assert not tolls(papers.ledger, catalogue, catalogue.places["dolen"], Query()).lines


def test_what_a_number_counts_itself_outweighs_the_claim_around_it(catalogue, reader):
    papers = Papers()
    text = "On 5 March 2025 the shelling of Karsk caused 7 deaths and 51 wounded. These two new bodies met in Karsk."
    content = f"Karsk Press\n\n31 March 2025\n\n{text}\n"
    extract = formats.read(content.encode(), "report.txt")
    assert isinstance(extract, Extract)
    reading = reader.read(extract.text)
    run = Run(document=extract.text.document, version="plain/1", reader="reader/1", catalogue=catalogue.digest)
    original = Original(document=extract.text.document, size_bytes=len(content), source="report.txt")
    batch = recording.reading(original, extract.text, run, reading.card, reading.findings, author=run.id)
    papers.ledger.append(batch)
    lines = tolls(papers.ledger, catalogue, None, Query()).lines
    told = {one.kind: {report.count.value for report in one.count.reports} for one in lines}
    assert 51 not in told.get("killed", set())
    assert 2 not in told.get("killed", set())


def test_one_toll_that_two_voices_date_a_day_apart_is_not_added_up(papers, catalogue):
    papers.put("ardesh", "2025-03-31", killed(4, "2025-03-06", "Gunmen killed four guards"))
    papers.put("veltria", "2025-03-31", killed(4, "2025-03-05", "The 4 guards were killed in combat"))
    papers.put("veltria", "2025-03-31", killed(9, "2025-03-10", "The strike killed nine patients"))
    assert str(toll(papers, catalogue, "killed").count.amount) == "at least 13"


def test_the_dead_of_other_kinds_are_added_up(papers, catalogue):
    papers.put("ardesh", "2025-03-31", killed(4, "2025-03-06", "Gunmen killed four guards"))
    papers.put("veltria", "2025-03-31", killed(4, "2025-03-05", "A shell killed four shepherds"))
    assert str(toll(papers, catalogue, "killed").count.amount) == "at least 8"


def test_the_numbers_of_one_event_that_two_voices_date_a_day_apart_are_not_added_up(papers, catalogue):
    shelled = {"act": "bombardment"}
    papers.put("ardesh", "2025-03-31", killed(17, "2025-03-05", "Shelling killed 17 people in the market", **shelled))
    papers.put("veltria", "2025-03-31", killed(38, "2025-03-06", "The guns killed 38 in the market", **shelled))
    held = toll(papers, catalogue, "killed").count
    assert held.told == "contested, at least 17 to at least 38"


def test_the_numbers_of_one_event_in_two_papers_of_one_voice_are_not_added_up(papers, catalogue):
    shelled = {"act": "bombardment"}
    papers.put("ardesh", "2025-03-31", killed(17, "2025-03-05", "Shelling killed 17 people in the market", **shelled))
    papers.put("ardesh", "2025-03-31", killed(38, "2025-03-06", "The guns killed 38 in the market", **shelled))
    assert toll(papers, catalogue, "killed").count.low == 38
