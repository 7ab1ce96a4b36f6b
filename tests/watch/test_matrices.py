# SPDX-License-Identifier: Apache-2.0
"""The matrix: cells lit by two voices only, with denials in the same cell, all sides alike."""

from __future__ import annotations

from tests.watch.papers import Papers, claims, parties, warns
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.queries import Query
from tocsin.records.bounds import bounds
from tocsin.watch.matrices import Cell, Window, matrix, outermost, verified

CLOSED = "the only road was closed"


def cells(papers: Papers, catalogue: Catalogue, window: Window | None = None, by: str | None = None) -> list[Cell]:
    days = bounds(by)
    return list(matrix(papers.ledger, catalogue, Query(published_by=days.latest if days else None), window))


def cell(papers: Papers, catalogue: Catalogue, factor: int, month: str, place: str, by: str | None = None) -> Cell:
    return next(item for item in cells(papers, catalogue, by=by) if item.key == (factor, month, place))


def test_one_voice_lights_nothing_however_often_it_speaks(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2025-03", at="orsava"))
    papers.put("orsava-assembly", "2025-03-09", claims(CLOSED, "blockade", "2025-03", at="orsava"))
    item = cell(papers, catalogue, 13, "2025-03", "orsava")
    assert (item.lit, len(item.voices), len(item.documents)) == ("dark", 1, 2)


def test_two_voices_light_a_cell_and_their_sides_stand_beside(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2025-03", at="orsava"))
    papers.put("lumara", "2025-03-09", claims(CLOSED, "blockade", "2025-03", at="tamar-corridor"))
    item = cell(papers, catalogue, 13, "2025-03", "orsava")
    assert (item.lit, item.sides, item.indicators) == ("lit", ("lumara", "orsava"), ("13.8",))
    assert cell(papers, catalogue, 13, "2025-03", "tamar-corridor").lit == "dark"


def test_two_speakers_in_one_text_light_nothing(papers: Papers, catalogue: Catalogue) -> None:
    papers.put(
        "eastern-herald",
        "2025-03-02",
        claims(CLOSED, "blockade", "2025-03", at="orsava", speakers=parties("Lumara")),
        claims(CLOSED, "blockade", "2025-03", at="orsava", speakers=parties("Northern-Union")),
    )
    item = cell(papers, catalogue, 13, "2025-03", "orsava")
    assert (item.lit, len(item.voices)) == ("dark", 2)


def test_a_denial_stands_in_the_same_cell_and_lights_nothing(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2025-03", at="orsava"))
    papers.put("ardesh", "2025-03-09", claims(CLOSED, "blockade", "2025-03", at="orsava", mode="denied"))
    item = cell(papers, catalogue, 13, "2025-03", "orsava")
    assert (item.lit, item.by("denies")) == ("dark", ("ardesh",))
    assert item.to_json()["denied_by"] == ["ardesh"]


def test_what_is_known_only_about_lights_possibly(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2025-03", at="orsava"))
    papers.put("lumara", "2025-03-09", claims(CLOSED, "blockade", "2025-03~", at="orsava"))
    assert cell(papers, catalogue, 13, "2025-03", "orsava").lit == "possibly"


def test_what_may_be_published_later_lights_possibly_until_it_is_certain(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2025-03-01", at="orsava"))
    papers.put("lumara", "2025-03", claims(CLOSED, "blockade", "2025-03-01", at="orsava"))
    assert cell(papers, catalogue, 13, "2025-03", "orsava", by="2025-03-10").lit == "possibly"
    assert cell(papers, catalogue, 13, "2025-03", "orsava", by="2025-03-31").lit == "lit"


def test_a_window_keeps_to_its_months_and_its_place(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2024-12/..", at="tamar-corridor"))
    inside = cells(papers, catalogue, Window(place="orsava", first="2025-01", last="2025-02"))
    assert {(item.place, item.month) for item in inside} == {("orsava", "2025-01"), ("orsava", "2025-02")}
    assert {item.place for item in cells(papers, catalogue, Window(place="veltria"))} == {"veltria"}
    assert cells(papers, catalogue, Window(place="ardan")) == []


def test_the_first_look_shows_the_outermost_places(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2025-03", at="tamar-corridor"))
    papers.put("ardesh", "2025-03-02", warns("famine looms", "famine", at="ardan"))
    assert outermost(cells(papers, catalogue), catalogue) == ("ardan", "orsava")


def test_what_is_from_memory_is_told_from_what_was_held_against_the_document(catalogue: Catalogue) -> None:
    assert (verified(catalogue, "13.8"), verified(catalogue, "2.1"), verified(catalogue, "99")) == (True, False, False)


def test_where_no_place_is_named_nothing_is_lit(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2025-03"))
    papers.put("lumara", "2025-03-09", claims(CLOSED, "blockade", "2025-03"))
    assert {item.lit for item in cells(papers, catalogue)} == {"dark"}


def test_who_is_no_place_is_none(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2025-03", at="villagers women Karsk-Ford"))
    assert {item.place for item in cells(papers, catalogue)} == {"Karsk-Ford"}


def test_what_may_be_published_later_stands_under_no_month_after_the_day(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-04~", warns("famine looms", "famine", at="orsava"))
    assert {(item.month, item.lit) for item in cells(papers, catalogue, by="2025-03-10")} == {("2025-03", "dark")}


def test_a_denial_without_a_date_stands_under_the_month_of_the_event_that_it_meets(
    papers: Papers, catalogue: Catalogue
) -> None:
    papers.put(
        "orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2025-03-01", at="tamar-corridor", by="ardesh")
    )
    papers.put("ardesh", "2025-05-09", claims(CLOSED, "blockade", at="tamar-corridor", by="ardesh", mode="denied"))
    assert cell(papers, catalogue, 13, "2025-03", "tamar-corridor").by("denies") == ("ardesh",)


def test_what_a_voice_denies_elsewhere_lights_no_cell(papers: Papers, catalogue: Catalogue) -> None:
    papers.put(
        "orsava-assembly", "2025-03-02", claims(CLOSED, "blockade", "2025-03-01", at="tamar-corridor", by="ardesh")
    )
    papers.put(
        "ardesh",
        "2025-03-09",
        claims(CLOSED, "blockade", "2025-03-01", at="tamar-corridor", by="ardesh", mode="denied"),
    )
    papers.put("ardesh", "2025-03-10", claims(CLOSED, "blockade", "2025-03-01", at="tamar-corridor", by="ardesh"))
    item = cell(papers, catalogue, 13, "2025-03", "tamar-corridor")
    assert (item.lit, item.voices, item.by("denies")) == ("dark", ("orsava-assembly",), ("ardesh",))


def test_who_denies_an_event_stands_beside_whatever_rests_on_it(papers: Papers, catalogue: Catalogue) -> None:
    killed = claims("nine were killed", "killing", "2025-03-10", at="karsk", by="ardesh")
    shelled = claims("soldiers shelled Karsk", "bombardment", "2025-03-10", at="karsk", by="ardesh")
    papers.put("orsava-assembly", "2025-03-12", shelled, killed)
    papers.put("lumara", "2025-03-13", killed)
    denied = claims(
        "its soldiers had shelled Karsk", "armed-attack", "2025-03-10", at="karsk", by="ardesh", mode="denied"
    )
    papers.put("ardesh", "2025-03-14", denied)
    item = cell(papers, catalogue, 2, "2025-03", "karsk")
    assert (item.lit, item.by("denies")) == ("lit", ("ardesh",))
    assert {one.denied_by for one in item.evidence} == {("ardesh",)}


def test_a_denial_that_names_nobody_takes_back_nothing_of_what_another_did(
    papers: Papers, catalogue: Catalogue
) -> None:
    shelled = claims("soldiers shelled Karsk", "bombardment", "2025-03-10", at="karsk", by="ardesh")
    none = claims("no shell was fired from the port", "bombardment", "2025-03-10", at="karsk", mode="denied")
    papers.put("orsava-assembly", "2025-03-12", shelled, none)
    papers.put("lumara", "2025-03-13", shelled)
    item = cell(papers, catalogue, 1, "2025-03", "karsk")
    assert (item.lit, item.voices) == ("lit", ("orsava-assembly", "lumara"))
