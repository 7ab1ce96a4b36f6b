# SPDX-License-Identifier: Apache-2.0
"""The ledger in memory keeps the contract."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ledger.agreement import agrees
from tests.ledger.contract import Contract, Make
from tocsin.ledger.memory import MemoryLedger


class TestMemory(Contract):
    @pytest.fixture
    def make(self) -> Make:
        return MemoryLedger

    @settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    def test_whatever_is_recorded_the_past_stays_and_the_model_agrees(self, make: Make, data: st.DataObject) -> None:
        agrees(make, data)
