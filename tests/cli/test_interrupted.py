# SPDX-License-Identifier: Apache-2.0
"""`tocsin read` as a process: killed, terminated, out of room or beside another, the ledger keeps its promises."""

from __future__ import annotations

import os
import random
import signal
import subprocess
from pathlib import Path

import pytest

from scripts import soak

resource = pytest.importorskip("resource", reason="no limits on files on this system")
FILES = 6


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    return soak.folder_of_files(tmp_path / "letters", FILES, random.Random(2))


def run(*words: str | Path, limit_bytes: int | None = None) -> subprocess.CompletedProcess[str]:
    def limit() -> None:
        if limit_bytes is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit_bytes, limit_bytes))

    return subprocess.run(
        [*soak.COMMAND, *map(str, words)], capture_output=True, text=True, check=False, preexec_fn=limit
    )


def test_killed_at_random_moments_it_loses_nothing_it_reported(tmp_path: Path) -> None:
    """A small share of `make soak`."""
    tally = soak.soak(tmp_path, kills=5, files=8, seed=3)
    assert tally.kills == 5


def test_terminated_it_keeps_what_it_reported_and_a_rerun_completes(tmp_path: Path, letters: Path) -> None:
    ledger = tmp_path / "tocsin.db"
    with soak.start(letters, ledger) as reader:
        told = soak.reports(reader)
        reported = {next(told)}
        reader.send_signal(signal.SIGTERM)
        reported |= set(told)
    assert reader.returncode in {-signal.SIGTERM, 0}
    soak.check(ledger, reported)
    assert run("read", letters, "--ledger", ledger).returncode == 0
    assert len(soak.check(ledger, reported)) == FILES


def test_two_at_once_on_one_ledger_read_everything_once(tmp_path: Path, letters: Path) -> None:
    ledger = tmp_path / "tocsin.db"
    with soak.start(letters, ledger) as first, soak.start(letters, ledger) as second:
        reported = [set(soak.reports(reader)) for reader in (first, second)]
    assert (first.returncode, second.returncode) == (0, 0)
    assert len(reported[0]) == len(reported[1]) == FILES
    assert soak.check(ledger, reported[0] | reported[1]) == reported[0]


def test_out_of_room_it_says_so_keeps_what_it_reported_and_goes_on_with_room(tmp_path: Path, letters: Path) -> None:
    """A limit on a file's size is the disk that is full: the write fails, and the program must not."""
    ledger = tmp_path / "tocsin.db"
    assert run("read", next(letters.iterdir()), "--ledger", ledger).returncode == 0
    room = ledger.stat().st_size + 8192
    done = run("read", letters, "--ledger", ledger, limit_bytes=room)
    assert done.returncode == 2, done.stderr
    assert "nothing of this batch was recorded" in done.stderr.splitlines()[-1]
    reported = {line.rpartition(": ")[0] for line in done.stderr.splitlines() if ": read," in line}
    soak.check(ledger, reported)
    assert run("read", letters, "--ledger", ledger).returncode == 0
    assert len(soak.check(ledger, reported)) == FILES


def test_out_of_room_for_an_original_it_says_so_and_records_nothing_of_it(tmp_path: Path, letters: Path) -> None:
    ledger = tmp_path / "tocsin.db"
    assert run("read", next(letters.iterdir()), "--ledger", ledger).returncode == 0
    big = tmp_path / "big.txt"
    big.write_text("We urge all sides to talk." + "\n" * 500_000, encoding="utf-8")
    done = run("read", big, "--ledger", ledger, limit_bytes=400_000)
    assert done.returncode == 2
    assert "originals cannot be kept here" in done.stderr.splitlines()[-1]
    assert len(soak.check(ledger, set())) == 1
    vault = ledger.with_suffix(".vault")
    assert len([path for path in vault.rglob("*") if path.is_file()]) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_in_a_folder_that_cannot_be_written_it_says_so(tmp_path: Path, letters: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    done = run("read", letters, "--ledger", closed / "tocsin.db")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)
