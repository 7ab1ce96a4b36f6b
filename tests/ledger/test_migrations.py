# SPDX-License-Identifier: Apache-2.0
"""A migration is whole or not there: stopped at any moment, the next opening goes on from a whole step."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.ledger.contract import listed, read
from tests.ledger.samples import ask_of
from tocsin.ledger import migrations
from tocsin.ledger.sqlite import open_ledger

STEPS = 60
FUTURE = (
    *migrations.MIGRATIONS,
    *(f"CREATE TABLE a{n} (x TEXT);\nCREATE TABLE b{n} (x TEXT);" for n in range(STEPS)),
)
"""Steps of an invented future: each makes two tables, so that half a step would be seen."""

ROOT = Path(__file__).parents[2]
CHILD = """
import sys
from pathlib import Path
from tests.ledger import test_migrations
from tocsin.ledger import migrations
from tocsin.ledger.sqlite import open_ledger
migrations.MIGRATIONS = test_migrations.FUTURE
print("ready", flush=True)
open_ledger(Path(sys.argv[1]))
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGKILL"])
def test_stopped_in_a_migration_the_ledger_is_at_a_whole_step_and_the_next_opening_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    if not hasattr(signal, name):
        pytest.skip(f"no {name} on this system")
    path = tmp_path / "tocsin.db"
    with open_ledger(path) as ledger:
        read(ledger, ask_of())
    chance = random.Random(4)
    for _ in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        ) as migrating:
            assert migrating.stdout is not None
            migrating.stdout.readline()
            time.sleep(chance.random() * 0.1)
            migrating.send_signal(getattr(signal, name))
        with closing(sqlite3.connect(path)) as db:
            (step,) = db.execute("PRAGMA user_version").fetchone()
            tables = {table for (table,) in db.execute("SELECT name FROM sqlite_master WHERE name GLOB '[ab][0-9]*'")}
        done = range(step - len(migrations.MIGRATIONS))
        assert tables == {f"{letter}{number}" for letter in "ab" for number in done}
    monkeypatch.setattr(migrations, "MIGRATIONS", FUTURE)
    with open_ledger(path) as ledger:
        assert ledger.verify().entries == 5
        assert len(listed(ledger)) == 1
        assert migrations.check(ledger._db, "tocsin.db") == len(FUTURE)


@pytest.mark.parametrize("step", range(len(migrations.MIGRATIONS)))
def test_every_earlier_version_is_brought_to_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    path = tmp_path / "tocsin.db"
    with monkeypatch.context() as patched:
        patched.setattr(migrations, "MIGRATIONS", migrations.MIGRATIONS[:step])
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            if step:
                migrations.migrate(db, "tocsin.db")
    with open_ledger(path) as ledger:
        assert migrations.check(ledger._db, "tocsin.db") == len(migrations.MIGRATIONS)
        read(ledger, ask_of())
        ledger.verify()
