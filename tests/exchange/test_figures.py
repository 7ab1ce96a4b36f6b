# SPDX-License-Identifier: Apache-2.0
"""Figures as HXL: what the standard's own library reads of them."""

from __future__ import annotations

import io
from datetime import date

import hxl

from tests.watch.papers import Papers, claims
from tocsin.exchange.figures import access_lines, needs_lines
from tocsin.ledger.queries import Query
from tocsin.sources import formats
from tocsin.sources.extracts import Extract
from tocsin.watch.access_logs import access_log
from tocsin.watch.needs import needs


def read(lines):
    content = "".join(lines).encode()
    with hxl.make_input(io.BytesIO(content), hxl.InputOptions(allow_local=True)) as source:
        data = hxl.data(source)
        return data, list(data)


def days(first: str, last: str) -> Query:
    return Query(happened_from=date.fromisoformat(first).toordinal(), happened_to=date.fromisoformat(last).toordinal())


def shut(when):
    return claims("the road was shut", "blockade", when, "tamar-corridor")


def test_an_access_log_is_one_valid_row_a_day(catalogue):
    papers = Papers()
    papers.put("karsk-press", "2025-01-10", shut("2025-01-02/2025-01-04"))
    log = access_log(papers.ledger, catalogue, catalogue.places["tamar-corridor"], Query())
    data, rows = read(access_lines(log))
    assert [column.tag for column in data.columns][:2] == ["#date", "#loc"]
    assert [row.get("#access+status") for row in rows] == ["closed"] * 3
    assert all(row.get("#meta+id+finding").startswith("sha256:") for row in rows)


def test_needs_are_one_valid_row_a_standard_and_the_unknown_is_an_empty_cell(catalogue):
    papers = Papers()
    papers.put("karsk-press", "2025-01-10")
    found = needs(papers.ledger, catalogue, catalogue.places["orsava"], days("2025-01-01", "2025-01-31"))
    _data, rows = read(needs_lines(found))
    assert {row.get("#sector+name") for row in rows} == {"water", "food", "medicine", "shelter", "sanitation"}
    assert {row.get("#population+min") for row in rows} <= {None, ""}


def test_the_package_s_own_table_is_read_back_as_it_was_told(catalogue, reader):
    papers = Papers()
    papers.put("karsk-press", "2025-01-10", shut("2025-01-02/2025-01-04"))
    log = access_log(papers.ledger, catalogue, catalogue.places["tamar-corridor"], Query())
    extract = formats.read("".join(access_lines(log)).encode(), "log.csv")
    assert isinstance(extract, Extract)
    found = reader.read(extract.text).findings
    assert [finding.act for finding in found if finding.kind == "claim"] == ["access-closed"] * 3
