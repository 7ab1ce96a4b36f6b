# SPDX-License-Identifier: Apache-2.0
"""How listings are read from SQLite: the same rows, whichever index they are read by."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ledger.samples import CONTENT, batch_of, claim_of, text_of
from tocsin.ledger import listings
from tocsin.ledger.queries import Query
from tocsin.ledger.sqlite import open_ledger


def test_a_timeline_is_the_same_by_a_value_and_by_its_own_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = Query(kinds=("claim",), keys=(("act", "blockade"),), order="happened")
    with open_ledger(tmp_path / "tocsin.db") as ledger:
        for number, when in enumerate((None, "2025-03-02", "2025-01", "2025-01-05", "2024-12-09/..")):
            ledger.append(batch_of(text_of(f"{CONTENT}{number}"), (claim_of(when),)))
        by_value = [row.finding for row in ledger.rows(query)]
        monkeypatch.setattr(listings, "_FREQUENT", 1)
        monkeypatch.setattr(listings, "_SAMPLE", 10)
        assert [row.finding for row in ledger.rows(query)] == by_value
    assert len(by_value) == 5


def test_a_timeline_is_read_by_an_index_of_its_own(tmp_path: Path) -> None:
    seen: list[str] = []
    with open_ledger(tmp_path / "tocsin.db") as ledger:
        ledger._db.set_trace_callback(seen.append)
        list(ledger.rows(Query(kinds=("claim",), order="happened", limit=5)))
        (asked,) = [one for one in seen if "ORDER BY" in one and "finding f" in one]
        plan = " ".join(str(row) for row in ledger._db.execute(f"EXPLAIN QUERY PLAN {asked}"))
    assert "finding_happened" in plan
    assert "TEMP B-TREE" not in plan
