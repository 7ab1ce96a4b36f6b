# SPDX-License-Identifier: Apache-2.0
"""The ledger in SQLite keeps the contract, and promises of its own about its file."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ledger.contract import Contract, Make, agrees
from tocsin.ledger.connections import Opening
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.sqlite import open_ledger


class TestSqlite(Contract):
    @pytest.fixture
    def make(self, tmp_path: Path) -> Make:
        number = itertools.count()

        def made(**options: object) -> Ledger:
            return open_ledger(tmp_path / f"{next(number)}.db", Opening(**options))  # type: ignore[arg-type]

        return made

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    def test_whatever_is_recorded_the_past_stays_and_the_model_agrees(self, make: Make, data: st.DataObject) -> None:
        agrees(make, data)
