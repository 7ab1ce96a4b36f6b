# SPDX-License-Identifier: Apache-2.0
"""The ledger in SQLite keeps the contract, and promises of its own about its file."""

from __future__ import annotations

import dataclasses
import itertools
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ledger.agreement import agrees
from tests.ledger.contract import Clock, Contract, Make, broken_by, listed, read
from tests.ledger.samples import ask_of, batch_of, claim_of, passage_of, text_of
from tocsin.errors import BrokenPromise
from tocsin.ledger import listings, migrations, recording, sealing
from tocsin.ledger.connections import Opening
from tocsin.ledger.failures import (
    LedgerBusy,
    LedgerDamaged,
    LedgerFull,
    LedgerReadOnly,
    LedgerUnreachable,
    NewerLedger,
    NoLedger,
    NotALedger,
    OlderLedger,
)
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.recording import Judging
from tocsin.ledger.sqlite import SqliteLedger, open_ledger
from tocsin.ledger.verifying import Verifier


class TestSqlite(Contract):
    @pytest.fixture
    def make(self, tmp_path: Path) -> Make:
        number = itertools.count()

        def made(**options: object) -> Ledger:
            return open_ledger(tmp_path / f"{next(number)}.db", Opening(**options))  # type: ignore[arg-type]

        return made

    @settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    def test_whatever_is_recorded_the_past_stays_and_the_model_agrees(self, make: Make, data: st.DataObject) -> None:
        agrees(make, data)

    def test_projections_made_anew_are_those_that_were_kept(self, make: Make) -> None:
        ledger = make(clock=Clock())
        assert isinstance(ledger, SqliteLedger)
        read(ledger, ask_of(), passage_of())
        (row,) = listed(ledger)
        moment = ledger.head().recorded_at
        recording.judge(ledger, row.finding, "confirm", Judging(handle="anna", reason="yes"))
        read(ledger, ask_of(), reader="reader/2")
        before = [listed(ledger, recorded_by=when) for when in (None, moment)]
        found = list(ledger.search("corridor", recorded_by=moment))
        ledger.reproject()
        assert [listed(ledger, recorded_by=when) for when in (None, moment)] == before
        assert list(ledger.search("corridor", recorded_by=moment)) == found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with one reading, closed."""
    place = tmp_path / "tocsin.db"
    with open_ledger(place, Opening(clock=Clock())) as ledger:
        read(ledger, ask_of(), passage_of())
        recording.add(ledger, text_of(), claim_of(), handle="anna")
    return place


def tamper(path: Path, statement: str, *values: object) -> None:
    """Change a ledger behind its back, its guards taken off first."""
    with closing(sqlite3.connect(path)) as db:
        for name in ("entry_is_kept", "entry_is_not_changed"):
            db.execute(f"DROP TRIGGER {name}")
        db.execute(statement, values)
        db.commit()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE entry SET payload = replace(payload, 'corridor', 'Corridor') WHERE seq = 5", "entry 5: the payload"),
        ("UPDATE entry SET salt = zeroblob(16) WHERE seq = 2", "entry 2: the payload"),
        ("UPDATE entry SET author = 'person:ben' WHERE seq = 1", "entry 1: kind, subject"),
        ("UPDATE entry SET basis = 'stated' WHERE seq = 5", "entry 5: kind, subject"),
        ("UPDATE entry SET document = NULL WHERE seq = 5", "entry 5: kind, subject"),
        ("UPDATE entry SET recorded_at = '2031-04-01T12:00:00.500000Z' WHERE seq = 5", "before the entry that"),
        ("UPDATE entry SET commitment = zeroblob(32) WHERE seq = 4", "entry 4: the payload"),
        ("UPDATE entry SET chain = zeroblob(32) WHERE seq = 3", "entry 3: the chain"),
        ("UPDATE entry SET payload = NULL, salt = NULL WHERE seq = 5", "entry 5: the payload is gone"),
        ("DELETE FROM entry WHERE seq = 3", "entry 4: expected entry 3"),
        ("UPDATE entry SET payload = 'no json' WHERE seq = 5", "entry 5 cannot be read"),
        ("DELETE FROM text", "the stored text of"),
        ("UPDATE text SET packed = 0, content = CAST('We surge' AS BLOB)", "the stored text of"),
        ("UPDATE text SET packed = 1, content = CAST('We surge' AS BLOB)", "cannot be unpacked"),
        ("UPDATE text SET layout = zeroblob(9)", "cannot be unpacked"),
    ],
)
def test_each_way_of_tampering_is_found_and_named(path: Path, statement: str, told: str) -> None:
    tamper(path, statement)
    with open_ledger(path) as ledger:
        assert told in broken_by(ledger)


def test_a_chain_made_anew_over_a_false_quote_is_found(tmp_path: Path) -> None:
    """Whoever can compute all hashes still cannot make the words stand in the text."""
    forged = dataclasses.replace(ask_of(), quote="close the Tamar corridor")
    batch = batch_of(text_of(), (forged,))
    with open_ledger(tmp_path / "a.db") as ledger:
        head, moment = ledger.head(), "2031-04-01T12:00:00.000000Z"
        made = [(e, p) for e, p in sealing.chain(batch.entries, head, moment, sealing.salt)]
        verifier = Verifier("forged", lambda _document, _version: text_of())
        with pytest.raises(BrokenPromise, match=r"entry 5: .*quote not found: 'close the Tamar corridor'"):
            verifier.verify(iter(made), len(made))


def test_the_file_itself_refuses_changes(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        for statement in ("DELETE FROM entry WHERE seq = 1", "UPDATE entry SET author = 'person:ben' WHERE seq = 1"):
            with pytest.raises(sqlite3.IntegrityError, match="entries are never"):
                db.execute(statement)


def test_what_was_expunged_is_nowhere_in_the_files(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.expunge([e.id for e in ledger.entries()], author="person:anna", reason="asked by a witness")
        files = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert b"corridor" not in files
    assert b"asked by a witness" in files


def test_a_changed_remainder_of_an_expunged_judgement_is_found(path: Path) -> None:
    with open_ledger(path) as ledger:
        (row,) = listed(ledger)
        made = recording.judge(ledger, row.finding, "reject", Judging(handle="anna", reason="a name")).entries[0]
        ledger.expunge([made.id], author="person:anna", reason="names a person")
    tamper(path, "UPDATE entry SET payload = replace(payload, 'reject', 'confirm') WHERE seq = ?", made.seq)
    with open_ledger(path) as ledger:
        assert "what is kept of the expunged payload was changed" in broken_by(ledger)


def test_words_that_stand_everywhere_are_found_in_order_of_recording(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listings, "_RANKED", 1)
    with open_ledger(path) as ledger:
        for number in (1, 2):
            text = text_of(f"{number}: open the corridor, corridor, corridor")
            ledger.append(batch_of(text, (passage_of(text.content),)))
        assert [hit.anchor.quote[:2] for hit in ledger.search("corridor")] == ["We", "1:", "2:"]
        assert [hit.anchor.quote[:2] for hit in ledger.search("Veltria")] == ["We"]


# ---- the file


def test_a_missing_ledger_is_told_where_none_is_to_be_made(tmp_path: Path) -> None:
    with pytest.raises(NoLedger, match="tocsin read"):
        open_ledger(tmp_path / "none.db", Opening(create=False))
    with pytest.raises(NoLedger):
        open_ledger(tmp_path / "none.db", Opening(read_only=True))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("read_only", [False, True])
def test_another_file_is_no_ledger(tmp_path: Path, read_only: bool) -> None:
    (tmp_path / "a.db").write_text("We urge all sides to talk. " * 100)
    with pytest.raises(NotALedger):
        open_ledger(tmp_path / "a.db", Opening(read_only=read_only))
    with closing(sqlite3.connect(tmp_path / "b.db")) as db:
        db.execute("CREATE TABLE recipe (name)")
    with pytest.raises(NotALedger):
        open_ledger(tmp_path / "b.db", Opening(read_only=read_only))


def test_an_empty_file_is_no_ledger_to_read(tmp_path: Path) -> None:
    (tmp_path / "a.db").touch()
    with pytest.raises(NotALedger):
        open_ledger(tmp_path / "a.db", Opening(read_only=True))


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_ledger_is_told(path: Path, read_only: bool) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerLedger, match="schema 99"):
        open_ledger(path, Opening(read_only=read_only))


def test_a_folder_is_no_ledger_and_a_missing_folder_is_told(tmp_path: Path) -> None:
    for place in (tmp_path, tmp_path / "none" / "a.db"):
        with pytest.raises(LedgerUnreachable):
            open_ledger(place)


def test_a_ledger_may_be_opened_to_read_only(path: Path) -> None:
    with open_ledger(path, Opening(read_only=True)) as ledger:
        assert len(listed(ledger)) == 1
        assert ledger.verify().entries == 7
        assert ledger.seq_at("2099-01-01T00:00:00.000000Z") == 7
        with pytest.raises(LedgerReadOnly):
            read(ledger, reader="reader/2")


def test_a_ledger_in_a_folder_that_nobody_may_write_is_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    with open_ledger(path, Opening(read_only=True)) as ledger:
        assert len(listed(ledger)) == 1


def test_two_writers_take_turns_and_a_long_wait_ends(path: Path) -> None:
    with open_ledger(path) as first, open_ledger(path, Opening(wait_seconds=0.05)) as second:
        assert isinstance(first, SqliteLedger)
        with first._writing(), pytest.raises(LedgerBusy, match=r"0\.05 s"):
            read(second, reader="reader/2")
        read(second, reader="reader/2")
        assert first.head() == second.head()


def test_a_full_disk_is_told_and_nothing_recorded(path: Path) -> None:
    with open_ledger(path) as ledger:
        assert isinstance(ledger, SqliteLedger)
        head = ledger.head()
        (pages,) = ledger._db.execute("PRAGMA page_count").fetchone()
        ledger._db.execute(f"PRAGMA max_page_count = {pages}")
        long = text_of("".join(f"{number} open the Tamar corridor " for number in range(50_000)))
        with pytest.raises(LedgerFull, match="nothing of this batch"):
            ledger.append(batch_of(long, ()))
        assert ledger.head() == head
        ledger.verify()


def test_a_corrupted_page_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'entry'").fetchone()
        (size,) = db.execute("PRAGMA page_size").fetchone()
    data = bytearray(path.read_bytes())
    data[(root - 1) * size : root * size] = b"\xa5" * size
    path.write_bytes(data)
    with pytest.raises(LedgerDamaged, match="restore a backup"), open_ledger(path) as ledger:
        ledger.verify()


def test_a_failure_of_the_program_itself_is_not_dressed_up(path: Path) -> None:
    with open_ledger(path) as ledger:
        assert isinstance(ledger, SqliteLedger)
        with pytest.raises(sqlite3.OperationalError, match="no such table"), ledger._told():
            ledger._db.execute("SELECT * FROM nowhere")


# ---- migrations


def test_a_migration_that_fails_leaves_the_ledger_at_a_whole_step(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = (*migrations.MIGRATIONS, "CREATE TABLE next (x);\nCREATE TABLE next (x);")
    monkeypatch.setattr(migrations, "MIGRATIONS", steps)
    with pytest.raises(sqlite3.OperationalError):
        open_ledger(path)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*steps[:-1], "CREATE TABLE next (x);"))
    with open_ledger(path) as ledger:
        assert ledger.verify().entries == 7
        assert isinstance(ledger, SqliteLedger)
        assert migrations.check(ledger._db, "a") == len(steps)


def test_an_older_ledger_is_not_read_without_being_brought_up(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listings, "MIGRATIONS", (*migrations.MIGRATIONS, "CREATE TABLE next (x);"))
    with pytest.raises(OlderLedger, match="open it once"):
        open_ledger(path, Opening(read_only=True))
