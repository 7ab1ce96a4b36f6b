# SPDX-License-Identifier: Apache-2.0
"""Listings: what was asked, warned of, said to have happened, cited; by the clocks; as text and as JSON."""

from __future__ import annotations

import json

import pytest


def test_asks_are_listed_by_whom_they_are_put_to(reader_of_a_letter):
    rows = json.loads(reader_of_a_letter.run("asks", "--to", "the united nations", "--json"))
    assert [row["quote"] for row in rows] == ["to send an assessment mission to Orsava."]
    assert rows[0]["force"] == "urge"
    assert rows[0]["state"] == "proposed"


def test_an_unknown_body_is_a_bad_request_with_the_nearest_names(reader_of_a_letter):
    reader_of_a_letter.run("asks", "--to", "Arrdesh")
    assert reader_of_a_letter.code == 2
    assert "ardesh" in reader_of_a_letter.err


@pytest.mark.parametrize("verb", ["asks", "warnings", "timeline", "law", "sources"])
def test_what_was_not_published_yet_is_not_listed(reader_of_a_letter, verb):
    assert json.loads(reader_of_a_letter.run(verb, "--json"))
    assert json.loads(reader_of_a_letter.run(verb, "--published-by", "2025-03-01", "--json")) == []
    assert json.loads(reader_of_a_letter.run(verb, "--published-by", "2025-03-02", "--json"))
    assert json.loads(reader_of_a_letter.run(verb, "--recorded-by", "2020-01-01", "--json")) == []


def test_an_absence_names_the_documents_it_holds_for(reader_of_a_letter):
    reader_of_a_letter.run("asks", "--force", "implore")
    assert reader_of_a_letter.code == 0
    assert "No such ask among the 1 document of this ledger." in reader_of_a_letter.err


def test_the_timeline_is_in_order_and_names_who_says_so(reader_of_a_letter):
    out = reader_of_a_letter.run("timeline")
    assert "2024-12-09" in out
    assert "states" in out


def test_a_claim_outside_the_days_asked_for_is_not_listed(reader_of_a_letter):
    assert json.loads(reader_of_a_letter.run("timeline", "--from", "2026-01", "--json")) == []


def test_a_date_that_is_none_is_a_bad_request(reader_of_a_letter):
    reader_of_a_letter.run("timeline", "--from", "soon")
    assert reader_of_a_letter.code == 2
    assert "--happened-from soon: this is no date" in reader_of_a_letter.err


def test_law_names_the_instrument_and_who_cites_it(reader_of_a_letter):
    rows = json.loads(reader_of_a_letter.run("law", "--json"))
    assert [row["instrument"] for row in rows] == ["un-charter"]


def test_search_finds_passages(reader_of_a_letter):
    rows = json.loads(reader_of_a_letter.run("search", "assessment", "mission", "--json"))
    assert len(rows) == 1
    assert "assessment mission" in rows[0]["quote"]


def test_no_ledger_is_a_bad_request(person):
    person.run("asks")
    assert person.code == 2
    assert "there is no ledger here" in person.err


def test_a_dossier_cites_every_line(reader_of_a_letter):
    reader_of_a_letter.run("dossier", "--to", "United Nations", "-o", "un.html")
    assert reader_of_a_letter.code == 0, reader_of_a_letter.err
    page = (reader_of_a_letter.folder / "un.html").read_text(encoding="utf-8")
    assert "to send an assessment mission to Orsava." in page
    assert "No answer to this ask" in page
    assert page.count('<sup id="c') == page.count('<li id="n')
