# SPDX-License-Identifier: Apache-2.0
"""Killed at any moment, the ledger is whole: all that was reported is there, nothing twice, a rerun completes."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.ledger.contract import read
from tocsin.ledger.queries import Query
from tocsin.ledger.sqlite import open_ledger
from tocsin.records.ids import Digest

ROOT = Path(__file__).parents[2]
TEXTS = 60


def start(path: Path, prefix: str = "text") -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.ledger.writer", str(path), str(TEXTS), prefix]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=os.environ)


def whole(path: Path, reported: set[str]) -> None:
    """Hold a ledger against its promises after a kill."""
    with open_ledger(path) as ledger:
        ledger.verify()
        documents = [entry.subject for entry in ledger.entries(kind="document")]
        assert reported <= set(documents)
        assert len(documents) == len(set(documents))
        for document in documents:
            assert [row.kind for row in (e for e in ledger.entries(document=document))] == [
                *("document", "text", "reading", "card", "finding", "finding")
            ]
            assert len(list(ledger.rows(Query(document=document)))) == 3


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no SIGKILL on this system")
def test_a_writer_killed_at_random_moments_loses_nothing_it_reported(tmp_path: Path) -> None:
    rounds = int(os.environ.get("TOCSIN_SOAK", "8"))
    chance = random.Random(rounds)  # the moments differ anyway: the machine's load decides where a kill hits
    path, reported = tmp_path / "tocsin.db", set[str]()
    for number in range(rounds):
        with start(path, f"round {number}") as writer:
            assert writer.stdout is not None
            reported.add(writer.stdout.readline().strip())
            time.sleep(chance.random() * 0.15)
            writer.kill()
            reported |= {line.strip() for line in writer.stdout if line.endswith("\n")}
        whole(path, reported - {""})
    with start(path, "round 0") as writer:
        assert writer.stdout is not None
        again = {Digest(line.strip()) for line in writer.stdout}
    assert len(again) == TEXTS
    whole(path, reported | again)


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "tocsin.db"
    with start(path, "same") as first, start(path, "same") as second:
        assert first.stdout is not None
        assert second.stdout is not None
        reported = {line.strip() for stream in (first.stdout, second.stdout) for line in stream}
    assert len(reported) == TEXTS
    assert (first.returncode, second.returncode) == (0, 0)
    whole(path, reported)


def test_what_was_recorded_by_a_moment_stays_while_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "tocsin.db"
    with open_ledger(path) as ledger:
        read(ledger)
        with start(path) as writer:
            assert writer.stdout is not None
            moments: list[tuple[str, int]] = []
            for _ in writer.stdout:
                moment = ledger.head().recorded_at
                moments.append((moment, ledger.seq_at(moment)))
        assert [(moment, ledger.seq_at(moment)) for moment, _ in moments] == moments
