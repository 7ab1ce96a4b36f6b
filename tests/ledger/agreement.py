# SPDX-License-Identifier: Apache-2.0
"""Agreement: a ledger and the model acted on alike show the same, and no past moment changes."""

from __future__ import annotations

from hypothesis import strategies as st

from tests import strategies
from tests.ledger.contract import Clock, Make
from tests.ledger.samples import batch_of
from tocsin.ledger import recording
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.projections import ROLES
from tocsin.ledger.queries import Query
from tocsin.ledger.recording import Judging


def agrees(make: Make, data: st.DataObject) -> None:
    """Act on a ledger and on the model alike: both show the same, and the past stays what it was."""
    with make(clock=Clock()) as ledger, MemoryLedger(clock=Clock()) as model:
        past: list[tuple[str, list[object]]] = []
        for number in range(data.draw(st.integers(1, 5))):
            _act(data, ledger, model, number)
            assert _shown(ledger, None) == _shown(model, None)
            past.append((ledger.head().recorded_at, _shown(ledger, None)))
            for moment, shown in past:
                assert _shown(ledger, moment) == shown
        assert ledger.verify().entries == model.verify().entries
        for role in ROLES:
            assert ledger.values(role) == model.values(role)


def _act(data: st.DataObject, ledger: Ledger, model: MemoryLedger, number: int) -> None:
    rows = [row.finding for row in ledger.rows(Query(states=("proposed", "confirmed", "rejected", "added")))]
    act = data.draw(st.sampled_from(("read", "judge", "retract", "again") if rows else ("read",)))
    if act == "read":
        text, card, findings = data.draw(strategies.readings())
        if ledger.versions(text.document):
            return
        for book in (ledger, model):
            book.append(batch_of(text, findings, card))
    elif act == "again":
        documents = [entry for entry in ledger.entries(kind="document")]  # noqa: C416
        document = data.draw(st.sampled_from(documents)).subject
        text = ledger.text(document, "plain/1")
        findings = tuple(data.draw(st.lists(strategies.findings(text.content), max_size=3)))
        for book in (ledger, model):
            book.append(batch_of(text, findings, reader=f"reader/again-{number}"))
    elif act == "judge":
        finding = data.draw(st.sampled_from(rows))
        verdict = data.draw(st.sampled_from(("confirm", "reject")))
        for book in (ledger, model):
            recording.judge(book, finding, verdict, Judging(handle="anna", reason="so"))
    else:
        seq = data.draw(st.integers(3, ledger.head().seq))
        for book in (ledger, model):
            (entry,) = book.entries(after=seq - 1, until=seq)
            recording.retract(book, entry.id, handle="ben", reason="so")


def _shown(ledger: Ledger, moment: str | None) -> list[object]:
    """Show a ledger's listings without what is random: ids of entries and salts."""
    return [
        (
            row.finding,
            row.entry.seq,
            row.state.standing,
            row.state.superseded,
            row.state.judged and row.state.judged.seq,
            row.state.moved and row.state.moved.seq,
            row.state.last_seq,
            row.published,
            row.happened,
        )
        for row in ledger.rows(
            Query(superseded=True, recorded_by=moment, states=("proposed", "confirmed", "rejected", "added"))
        )
    ]
