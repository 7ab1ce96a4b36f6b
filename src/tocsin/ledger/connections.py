# SPDX-License-Identifier: Apache-2.0
"""A connection to a ledger's SQLite file: how it is opened and locked, and SQLite's failures in our words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tocsin.ledger import listings, sealing
from tocsin.ledger.failures import (
    LedgerBusy,
    LedgerDamaged,
    LedgerFull,
    LedgerReadOnly,
    LedgerUnreachable,
    NoLedger,
    NotALedger,
)
from tocsin.ledger.migrations import migrate

WAIT_SECONDS = 30.0
"""How long a writer waits for another."""

_FAILURES = {
    sqlite3.SQLITE_FULL: LedgerFull,
    sqlite3.SQLITE_READONLY: LedgerReadOnly,
    sqlite3.SQLITE_NOTADB: NotALedger,
}
_NO_ROOM = {sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}
"""What SQLite says where a quota or a limit on a file's size stops a write; of a full disk it says SQLITE_FULL."""
_UNREACHABLE = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How a ledger is opened: `create` makes one where there is none; clock and salts are arguments for tests."""

    create: bool = True
    read_only: bool = False
    wait_seconds: float = WAIT_SECONDS
    clock: sealing.Clock = sealing.now
    salts: sealing.Salts = sealing.salt


class Connection:
    """One open file. The caller runs statements on `db` inside `told` or `writing`."""

    def __init__(self, path: Path, opening: Opening) -> None:
        self._path = str(path)
        self._wait_seconds = opening.wait_seconds
        if (opening.read_only or not opening.create) and not path.exists():
            raise NoLedger(self._path)
        with self.told():
            mode = "rwc"
            if opening.read_only:
                # SQLite cannot lock in a folder that nobody may write: there nothing changes, so none is needed.
                mode = "ro" if os.access(path.absolute().parent, os.W_OK) else "ro&immutable=1"
            uri = f"{path.absolute().as_uri()}?mode={mode}"
            self.db = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=opening.wait_seconds)
        try:
            with self.told():
                self._prepare(read_only=opening.read_only)
        except BaseException:
            self.db.close()
            raise

    def _prepare(self, *, read_only: bool) -> None:
        if not read_only:
            self.db.execute("PRAGMA journal_mode = WAL")
        self.db.execute("PRAGMA synchronous = FULL")
        self.db.execute("PRAGMA secure_delete = ON")
        self.db.execute("PRAGMA cache_size = -64000")  # kibibytes
        if read_only:
            listings.checked(self.db, self._path)
        else:
            migrate(self.db, self._path)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the one write lock; all is kept at the end, or nothing."""
        with self.told():
            self.db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.db.execute("COMMIT")
            except BaseException:
                if self.db.in_transaction:
                    self.db.execute("ROLLBACK")
                raise

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn SQLite's failures into ours."""
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise self._failure(error) from error

    def _failure(self, error: sqlite3.DatabaseError) -> Exception:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the primary code; the rest is detail
        if getattr(error, "sqlite_errorcode", 0) in _NO_ROOM:
            return LedgerFull(self._path)
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return LedgerBusy(self._path, self._wait_seconds)
        if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_IOERR}:
            return LedgerDamaged(self._path, str(error))
        if code in _UNREACHABLE:
            return LedgerUnreachable(self._path, str(error))
        return _FAILURES[code](self._path) if code in _FAILURES else error

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()
