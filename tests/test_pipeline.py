# SPDX-License-Identifier: Apache-2.0
"""A batch goes on where one document cannot be put into the ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocsin import pipeline
from tocsin.ledger import recording
from tocsin.ledger.memory import MemoryLedger
from tocsin.reading.read import Reader
from tocsin.sources import intake
from tocsin.sources.vault import Vault


def test_what_no_entry_can_hold_costs_its_document_and_never_the_batch(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(f"Paper {name}. We urge Ardesh to open the Tamar corridor.\n")
    kept = recording.reading

    def refusing(original, *rest, **named):
        if original.source.endswith("a.txt"):
            raise ValueError("an integer beyond what an entry holds")
        return kept(original, *rest, **named)

    monkeypatch.setattr(recording, "reading", refusing)
    listed = list(intake.listing([str(tmp_path)]))
    ledger = MemoryLedger()
    outcomes = list(pipeline.read(listed, ledger, Vault(tmp_path / "vault"), reader, pipeline.Intake()))
    assert {outcome.source[-5:]: outcome.status for outcome in outcomes} == {"a.txt": "rejected", "b.txt": "read"}
    (problem,) = next(outcome.problems for outcome in outcomes if outcome.status == "rejected")
    assert problem.code == "reader-failed"
    assert "beyond what an entry holds" in problem.message
