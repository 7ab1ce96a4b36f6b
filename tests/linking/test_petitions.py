# SPDX-License-Identifier: Apache-2.0
"""Who asks whom: by voice with the raw count beside it, each ask once in a total, actors that are one as one."""

from __future__ import annotations

import pytest

from tests.linking.shelves import shelf_read
from tocsin.ledger.queries import Query
from tocsin.linking import identities
from tocsin.linking.petitions import petitions
from tocsin.records.bounds import bounds

FIRST = """\
Appeal of the Orsava Assembly

2 March 2025

We urge the Northern Union to send monitors to the Tamar corridor.
We urge the Northern Union and Veltria to reopen the Issel bridge.
"""
SECOND = """\
Statement of Veltria

20 March 2025

Veltria urges the Northern Union to send monitors to the Tamar corridor.
"""


@pytest.fixture
def ledger(reader):
    return shelf_read(reader, FIRST, SECOND)


def test_cells_hold_the_asks_from_one_to_the_other(ledger, catalogue):
    table = petitions(ledger, catalogue, Query())
    cell = table.cells["northern-union", "orsava-assembly"]
    assert (cell.voices, len(cell.asks), cell.documents) == (1, 2, 1)
    assert ("veltria", "orsava-assembly") in table.cells
    assert ("orsava-assembly", "veltria") not in table.cells


def test_totals_count_an_ask_once_and_voices_once(ledger, catalogue):
    table = petitions(ledger, catalogue, Query())
    assert table.to["northern-union"].voices == 2
    assert len(table.to["northern-union"].asks) == 3
    assert len(table.all.asks) == 3
    assert next(iter(table.to)) == "northern-union"


def test_what_was_published_later_is_left_out(ledger, catalogue):
    by = bounds("2025-03-10")
    assert by is not None
    table = petitions(ledger, catalogue, Query(published_by=by.latest))
    assert set(table.by) == {"orsava-assembly"}


def test_actors_that_a_person_holds_for_one_are_one(ledger, catalogue):
    identities.record(ledger, "orsava-assembly", "veltria", same=True, handle="lia", reason="one delegation")
    table = petitions(ledger, catalogue, Query())
    assert set(table.by) == {"orsava-assembly"}
    assert len(table.by["orsava-assembly"].asks) == 3
