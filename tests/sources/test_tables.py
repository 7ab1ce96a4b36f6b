# SPDX-License-Identifier: Apache-2.0
"""Tables: the file's own text to the character, each cell an origin that goes by its spreadsheet name."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.sources import formats
from tocsin.sources.extracts import Extract


def cells(data: bytes, name: str = "table.csv") -> dict[str, str]:
    extract = formats.read(data, name)
    assert isinstance(extract, Extract)
    return {cell.part or "": extract.text.content[cell.start : cell.end] for cell in extract.text.origins}


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_delimiter_is_told_from_the_lines(sign):
    data = sign.join(["date", "status"]) + "\n" + sign.join(["2025-03-01", "closed"]) + "\n"
    assert cells(data.encode()) == {"A1": "date", "B1": "status", "A2": "2025-03-01", "B2": "closed"}


def test_a_quoted_cell_may_hold_the_delimiter_and_line_ends():
    assert cells(b'a,b\n"one, two\nthree",4\n') == {"A1": "a", "B1": "b", "A2": "one, two\nthree", "B2": "4"}


def test_a_byte_order_mark_belongs_to_no_cell_and_moves_no_offset():
    extract = formats.read("\ufeffdate,status\n2025-03-01,closed\n".encode(), "t.csv")
    assert isinstance(extract, Extract)
    assert extract.text.content.startswith("\ufeff")
    assert extract.text.origins[0].start == 1


def test_empty_cells_have_no_origin_and_rows_keep_their_numbers():
    assert cells(b"a,b\n\n,2\r\n3,\n") == {"A1": "a", "B1": "b", "B3": "2", "A4": "3"}


WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs")), min_size=1, max_size=6)


@given(st.lists(st.lists(WORDS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_cells_are_those_of_the_csv_library(rows):
    width = max(len(row) for row in rows)
    rows = [["head"] * width, *([*row, *["x"] * (width - len(row))] for row in rows)]
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(rows)
    found = cells(written.getvalue().encode())
    assert [cell.replace('""', '"') for cell in found.values()] == [cell for row in rows for cell in row]
