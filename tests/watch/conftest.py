# SPDX-License-Identifier: Apache-2.0
"""A ledger that papers are put into."""

from __future__ import annotations

import pytest

from tests.watch.papers import Papers


@pytest.fixture
def papers() -> Papers:
    return Papers()
