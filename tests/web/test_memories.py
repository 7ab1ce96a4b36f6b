# SPDX-License-Identifier: Apache-2.0
"""What a room keeps in mind is what the ledger would say, after every entry."""

from __future__ import annotations

import pytest

from tests.web.conftest import LETTER
from tocsin.desk.clocks import Clocks
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.web.memories import Memory

CLOCKS = [Clocks(), Clocks(published_by="2025-02"), Clocks(published_by="2025-03"), Clocks(recorded_by="2001")]


def same(memory, person):
    with person.room.at.open() as held:
        for clocks in CLOCKS:
            query = clocks.query()
            assert list(memory.shelf(held, query).items()) == list(shelf(held, query).items())


def test_a_shelf_is_the_ledgers_own_after_each_entry(person):
    memory = Memory()
    person.read(LETTER)
    same(memory, person)
    person.read(LETTER.replace("2 March 2025", "12 January 2025"), "earlier.txt")
    same(memory, person)
    undated = person.read("We urge the United Nations to act in Orsava.", "undated.txt")
    same(memory, person)
    with person.room.at.open() as held:
        card = next(row for row in held.rows(Query(kinds=("document",))) if row.entry.document == f"sha256:{undated}")
    fields = {"verdict": "correct", "set-issued": "2025-02-01", "why": "so it was sent"}
    assert (
        person.post(f"/findings/{card.finding.removeprefix('sha256:')}/judgements", fields, part=True).status_code
        == 200
    )
    same(memory, person)


@pytest.mark.parametrize("path", ["/timeline", "/asks", "/documents", "/proposals"])
def test_a_page_shows_what_was_decided_since(person, path):
    person.read(LETTER)
    before = person.get(path).text
    person.read(LETTER.replace("famine", "collapse").replace("2 March", "4 March"), "second.txt")
    after = person.get(path).text
    assert before != after
    name, seen, _ = person.findings("claim" if path == "/timeline" else "ask")[0]
    person.post(f"/findings/{name}/judgements", {"verdict": "reject", "seen": str(seen)}, part=True)
    assert person.get(path).text != after
