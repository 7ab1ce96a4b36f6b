# SPDX-License-Identifier: Apache-2.0
"""What is worked out from a ledger is kept while its head stays, and no longer."""

from __future__ import annotations

from tocsin.ledger.ledger import Batch
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.ledger.recollections import Recollections
from tocsin.records.entries import PERSON, NewEntry, actor_id

SAID = NewEntry(
    kind="alias",
    subject=actor_id("lumara"),
    author=PERSON + "lia",
    basis="stated",
    payload={"name": "the Republic of Lumara"},
)


def test_what_was_made_is_not_made_again_until_an_entry_comes() -> None:
    ledger, made = MemoryLedger(), Recollections[int](2)
    calls: list[int] = []

    def make() -> int:
        calls.append(len(calls))
        return calls[-1]

    assert [made.get(ledger, Query(), make) for _ in range(2)] == [0, 0]
    ledger.append(Batch(entries=(SAID,)))
    assert made.get(ledger, Query(), make) == 1


def test_another_clock_and_what_stands_beside_make_another_answer() -> None:
    ledger, made = MemoryLedger(), Recollections[str](8)
    assert made.get(ledger, Query(), lambda: "now") == "now"
    assert made.get(ledger, Query(published_by=1), lambda: "then") == "then"
    assert made.get(ledger, Query(), lambda: "other", beside="pack") == "other"


def test_the_oldest_are_let_go_of() -> None:
    ledger, made = MemoryLedger(), Recollections[int](1)
    made.get(ledger, Query(), lambda: 1)
    made.get(ledger, Query(published_by=1), lambda: 2)
    assert made.get(ledger, Query(), lambda: 3) == 3
