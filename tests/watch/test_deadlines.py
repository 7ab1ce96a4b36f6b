# SPDX-License-Identifier: Apache-2.0
"""By when a reply is awaited: the ask's own words, and the rules of mechanisms."""

from __future__ import annotations

import pytest

from tests.watch.papers import Papers, Says, ask
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.listed import listed
from tocsin.ledger.queries import Query
from tocsin.watch.deadlines import Deadlines
from tocsin.watch.spans import edtf

RELEASE = "to release the teachers"


def due(papers: Papers, catalogue: Catalogue, whom: str) -> list[tuple[str, str | None]]:
    (row,) = listed(papers.ledger, Query(kinds=("ask",)))
    return [(item.row, edtf(item.day)) for item in Deadlines(catalogue).of(row, frozenset({whom}))]


def test_a_length_in_the_ask_is_counted_from_the_day_of_issue(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("northern-union-assembly", "2025-04-04", ask(RELEASE, "ardesh", by_when="P60D"))
    assert due(papers, catalogue, "ardesh") == [("text", "2025-06-03")]


def test_a_mandate_holder_awaits_a_reply_of_a_state_within_sixty_days(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("un-special-rapporteur-torture", "2025-01-01", ask(RELEASE, "ardesh"))
    assert due(papers, catalogue, "ardesh") == [("special-procedures", "2025-03-02")]


def test_a_body_that_is_no_state_owes_no_reply_to_a_mandate_holder(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("un-special-rapporteur-torture", "2025-01-01", ask(RELEASE, "northern-union"))
    assert due(papers, catalogue, "northern-union") == []


@pytest.mark.parametrize(("genre", "expected"), [("court-order", [("ecthr-action-plan", "2025-07-31")]), ("news", [])])
def test_a_rule_for_a_genre_holds_for_that_genre_only(
    papers: Papers, catalogue: Catalogue, genre: str, expected: list[tuple[str, str]]
) -> None:
    papers.put("ecthr", "2025-01-31", ask(RELEASE, "ardesh"), genre=genre)
    assert due(papers, catalogue, "ardesh") == expected


@pytest.mark.parametrize("said", [ask(RELEASE, "ardesh"), ask(RELEASE, "ardesh", by_when="2025-03/..")])
def test_where_nothing_sets_a_day_there_is_none(papers: Papers, catalogue: Catalogue, said: Says) -> None:
    papers.put("orsava-ngos", "2025-01-31", said)
    assert due(papers, catalogue, "ardesh") == []


def test_without_a_day_of_issue_a_length_has_no_end(papers: Papers, catalogue: Catalogue) -> None:
    papers.put("un-special-rapporteur-torture", None, ask(RELEASE, "ardesh", by_when="P60D"))
    assert due(papers, catalogue, "ardesh") == []


def test_every_rule_names_actors_that_are_known(catalogue: Catalogue) -> None:
    for row in catalogue.deadlines.values():
        assert {*row.askers, *row.addressees} <= set(catalogue.actors), row.id
