# SPDX-License-Identifier: Apache-2.0
"""What rests on a document by itself is made anew only where newer entries are about that document."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from tests.ledger.samples import CONTENT, ask_of, batch_of, claim_of, text_of
from tocsin.ledger import recording
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.parts import Parts
from tocsin.ledger.queries import Query
from tocsin.ledger.recollections import forget
from tocsin.ledger.recording import Judging
from tocsin.records.entries import PERSON
from tocsin.records.ids import Digest


def test_only_documents_with_newer_entries_are_made_anew() -> None:
    ledger, counted = shelved(12), Counted()
    assert len(counted.of(ledger)) == 12
    add(ledger, 12)
    first = next(iter(ledger.rows(Query(kinds=("ask",)))))
    recording.judge(ledger, first.finding, "reject", Judging(handle="lia", reason="nobody is asked"))
    assert counted.of(ledger) == plain(ledger)
    assert counted.asked == [None, frozenset({name(12), first.entry.document})]


def test_nothing_is_made_anew_where_nothing_is_new() -> None:
    ledger, counted = shelved(2), Counted()
    assert counted.of(ledger) is counted.of(ledger)
    assert counted.asked == [None]


def test_what_was_destroyed_is_let_go_of() -> None:
    ledger, counted = shelved(3), Counted()
    counted.of(ledger)
    gone = [entry.id for entry in ledger.entries(document=name(1)) if entry.kind in {"finding", "card"}]
    ledger.expunge(gone, author=PERSON + "lia", reason="at risk")
    assert counted.of(ledger) == plain(ledger)
    assert name(1) not in counted.of(ledger)


def test_another_ledger_is_begun_anew() -> None:
    counted = Counted()
    counted.of(shelved(2))
    other = shelved(3)
    assert counted.of(other) == plain(other)
    assert counted.asked == [None, None]


def test_what_was_let_go_of_is_made_again() -> None:
    ledger, counted = shelved(2), Counted()
    before = counted.of(ledger)
    forget()
    assert counted.of(ledger) == before
    assert counted.asked == [None, None]


class Counted:
    """Counts a document's findings, and remembers of which documents it was asked to."""

    def __init__(self) -> None:
        self.parts: Parts[int] = Parts(2)
        self.asked: list[Collection[Digest] | None] = []

    def of(self, ledger: Ledger) -> Mapping[Digest, int]:
        def make(documents: Collection[Digest] | None) -> Mapping[Digest, int]:
            self.asked.append(documents)
            return {
                document: count
                for document, count in plain(ledger).items()
                if documents is None or document in documents
            }

        return self.parts.get(ledger, None, make)


def plain(ledger: Ledger) -> dict[Digest, int]:
    found: dict[Digest, int] = {}
    for row in ledger.rows(Query(kinds=("ask", "claim"))):
        assert row.entry.document is not None
        found[row.entry.document] = found.get(row.entry.document, 0) + 1
    return found


def shelved(documents: int) -> MemoryLedger:
    ledger = MemoryLedger()
    for number in range(documents):
        add(ledger, number)
    return ledger


def add(ledger: Ledger, number: int) -> None:
    ledger.append(batch_of(text_of(f"{CONTENT} {number}"), (ask_of(), claim_of())))


def name(number: int) -> Digest:
    return text_of(f"{CONTENT} {number}").document
