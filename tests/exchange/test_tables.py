# SPDX-License-Identifier: Apache-2.0
"""Listings as CSV hold what the listing says, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest

from tocsin.exchange.tables import COLUMNS, csv_lines
from tocsin.records.ids import Json


def rows(kind: str, *given: dict[str, Json]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(csv_lines(kind, given)), newline="")))


@pytest.mark.parametrize("kind", COLUMNS)
def test_an_empty_listing_is_a_header(kind: str) -> None:
    assert list(csv_lines(kind, ())) == [",".join(COLUMNS[kind]) + "\r\n"]


def test_parties_truths_numbers_and_nothing_are_written_plainly() -> None:
    party: Json = {"id": "veltria", "name": "the Republic of Veltria"}
    other: Json = {"id": "ardesh", "name": "Ardesh"}
    (row,) = rows(
        "asks", {"askers": [party, other], "explicit": True, "reported": False, "start": 12, "law": ["a", "b"]}
    )
    assert row["askers"] == "veltria (the Republic of Veltria); ardesh (Ardesh)"
    assert (row["explicit"], row["reported"], row["start"], row["law"], row["status"]) == (
        "yes",
        "no",
        "12",
        "a; b",
        "",
    )


def test_a_quantity_is_written_in_words() -> None:
    (row,) = rows("timeline", {"quantities": [{"value": 40, "comparator": ">", "of": "trucks"}]})
    assert row["quantities"] == "40 > trucks"


@pytest.mark.parametrize("text", ["=1+1", "+1 call", "-a", "@SUM(A1)", "\t=1", "\r=1", "  =1", "|x", "%x", "\n=1"])
def test_a_formula_is_never_run(text: str) -> None:
    (row,) = rows("asks", {"quote": text})
    assert row["quote"] == "'" + text


@pytest.mark.parametrize("text", ["-12", "open; the, road", 'he said "no"', "two\r\nlines", "İ ﬁ 🔔"])
def test_any_other_text_comes_back_as_it_was(text: str) -> None:
    (row,) = rows("asks", {"quote": text})
    assert row["quote"] == text
