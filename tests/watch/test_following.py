# SPDX-License-Identifier: Apache-2.0
"""Warnings followed: what they said, and which claims came after them, with the lead time as an interval."""

from __future__ import annotations

from datetime import date

from tests.watch.papers import Papers, Says, ask, claims, warns
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.queries import Query
from tocsin.watch.following import Feature, Followed, followed
from tocsin.watch.placings import NOWHERE
from tocsin.watch.spans import Days

LOOMS = warns("famine looms", "famine", at="orsava", horizon="imminent", group="population")


def one(papers: Papers, catalogue: Catalogue, **query: object) -> Followed:
    (found,) = followed(papers.ledger, catalogue, Query(**query))  # type: ignore[arg-type]
    return found


def feature(found: Followed, name: str) -> Feature:
    return next(item for item in found.features if item.name == name)


def test_claims_of_the_harm_after_the_warning_give_the_lead_time(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", LOOMS)
    papers.put(
        "lumara",
        "2025-06-01",
        claims("no flour came", "denial-of-relief", "2025-04", at="karsk"),
        claims("no salt came", "denial-of-relief", "2025-05-01", at="orsava"),
        claims("none came before", "denial-of-relief", "2025-01", at="orsava"),
        claims("none came there", "denial-of-relief", "2025-05", at="ardan"),
        claims("a visit was made", "visit", "2025-05", at="orsava"),
    )
    later = one(papers, catalogue).later
    assert [row.finding.quote for row in later.rows] == ["no flour came", "no salt came"]
    assert (later.lead, later.sure, later.voices) == (Days(low=30, high=59), True, ("lumara",))


def test_what_may_have_begun_before_the_warning_is_only_possibly_later(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03", LOOMS)
    papers.put("lumara", "2025-06-01", claims("none came", "denial-of-relief", "2025-03-20/..", at="orsava"))
    later = one(papers, catalogue).later
    assert (later.lead, later.sure) == (Days(low=0, high=19), False)


def test_denials_and_what_comes_too_late_are_told_apart(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", LOOMS)
    papers.put(
        "ardesh",
        "2027-06-01",
        claims("no convoy was stopped", "denial-of-relief", "2025-04-02", at="orsava", mode="denied"),
        claims("none came", "denial-of-relief", "2027-04-02", at="orsava"),
    )
    later = one(papers, catalogue).later
    assert (later.rows, [row.finding.quote for row in later.denied]) == ((), ["no convoy was stopped"])
    (found,) = followed(papers.ledger, catalogue, Query(), within_days=1000)
    assert [row.finding.quote for row in found.later.rows] == ["none came"]


def test_claims_without_a_date_in_later_texts_are_told_apart(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", LOOMS)
    papers.put("lumara", "2025-03-12", claims("convoys are turned back", "denial-of-relief", at="orsava"))
    later = one(papers, catalogue).later
    assert (len(later.rows), len(later.undated), later.told) == (0, 1, Days(low=10, high=10))


def test_by_a_day_only_what_was_published_by_then_has_come(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", LOOMS)
    papers.put("lumara", "2025-06-01", claims("none came", "denial-of-relief", "2025-04-02", at="orsava"))
    by = date(2025, 5, 1).toordinal()
    assert [len(one(papers, catalogue, published_by=day).later.rows) for day in (by, by + 99)] == [0, 1]


def test_features_say_what_they_counted(papers: Papers, catalogue: Catalogue) -> None:
    said: list[Says] = [
        LOOMS,
        ask("to send flour", "northern-union", asks_for="humanitarian-access"),
        ask("to hear us", "states"),
        claims("the road was closed", "blockade", "2024-12-09", at="orsava"),
    ]
    papers.put("orsava-assembly", "2025-03-02", *said)
    papers.put("lumara", "2025-02-02", warns("hunger will come", "famine", at="karsk"))
    found = next(
        item for item in followed(papers.ledger, catalogue, Query()) if item.row.finding.quote == "famine looms"
    )
    assert feature(found, "horizon").says == "says that it is about to happen"
    assert (feature(found, "specific").count, feature(found, "specific").of) == (4, 4)
    assert feature(found, "actionable").says == "its text asks 1 named addressees for 2 things: humanitarian-access"
    assert feature(found, "credible").says.startswith("2 voices warn of it at this place by then, of 2 sides")
    assert "tells 1 act with a date" in feature(found, "credible").says


def test_a_warning_without_a_place_or_a_day_is_followed_by_nothing(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", None, LOOMS)
    papers.put("lumara", "2025-02-02", warns("hunger will come", "famine"))
    papers.put("veltria", "2025-06-01", claims("none came", "denial-of-relief", "2025-04-02", at="orsava"))
    found = followed(papers.ledger, catalogue, Query())
    assert [(item.places[0], item.later.rows) for item in found] == [(NOWHERE, ()), ("orsava", ())]


def test_a_followed_warning_is_written_with_its_receipt(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("orsava-assembly", "2025-03-02", LOOMS)
    row = one(papers, catalogue).to_json()
    assert (row["harm"], row["looked_at"], row["searched"]["documents"]) == ("famine", ["orsava"], 1)  # type: ignore[index,call-overload]


def test_every_realisation_names_a_harm_and_acts_that_are_known(catalogue: Catalogue) -> None:
    for row in catalogue.realisations.values():
        assert row.id in catalogue.harms
        assert set(row.acts) <= set(catalogue.acts), row.id
