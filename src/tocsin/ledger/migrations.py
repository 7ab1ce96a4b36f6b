# SPDX-License-Identifier: Apache-2.0
"""The SQLite schema, as numbered steps; each runs in one transaction that also records its number.

`entry` and `text` hold the truth. `finding`, `key` and `passage` are projections: `reproject` makes them anew.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from tocsin.ledger.failures import NewerLedger, NotALedger

APPLICATION_ID = 0x746F6373
"""`tocs`: what tells a ledger from any other SQLite file."""

_FIRST = """
CREATE TABLE entry (
    seq INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    subject BLOB NOT NULL,
    document BLOB,
    author ANY NOT NULL,            -- BLOB: a reading's id; TEXT: person:<handle>
    basis TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    payload TEXT,                   -- canonical JSON; what is kept, once expunged
    salt BLOB,                      -- NULL once expunged
    commitment BLOB NOT NULL,
    chain BLOB NOT NULL
) STRICT;
CREATE INDEX entry_subject ON entry (subject);
CREATE INDEX entry_document ON entry (document) WHERE document IS NOT NULL;

CREATE TRIGGER entry_is_kept BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER entry_is_not_changed BEFORE UPDATE ON entry
WHEN NEW.salt IS NOT NULL OR OLD.salt IS NULL
  OR (NEW.seq, NEW.id, NEW.kind, NEW.subject, NEW.author, NEW.basis, NEW.recorded_at, NEW.commitment, NEW.chain)
  IS NOT (OLD.seq, OLD.id, OLD.kind, OLD.subject, OLD.author, OLD.basis, OLD.recorded_at, OLD.commitment, OLD.chain)
  OR NEW.document IS NOT OLD.document
BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END;

CREATE TABLE text (
    document BLOB NOT NULL,
    version TEXT NOT NULL,
    packed INTEGER NOT NULL,        -- 1: content is zlib, 0: plain; both UTF-8
    content BLOB NOT NULL,
    layout BLOB NOT NULL,           -- zlib of canonical JSON
    number INTEGER NOT NULL,        -- order of arrival
    PRIMARY KEY (document, version)
) STRICT;

CREATE TABLE finding (              -- how a finding stood from one seq (inclusive) until another (exclusive)
    row INTEGER PRIMARY KEY,
    finding BLOB NOT NULL,
    document BLOB NOT NULL,
    kind TEXT NOT NULL,
    standing TEXT NOT NULL,
    superseded INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    judged INTEGER,
    moved INTEGER,
    replaced_by BLOB,
    last_seq INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    published INTEGER NOT NULL,     -- earliest day; UNDATED where there is none
    published_latest INTEGER,
    happened INTEGER,
    happened_latest INTEGER,
    from_seq INTEGER NOT NULL,
    until_seq INTEGER
) STRICT;
CREATE INDEX finding_document ON finding (document);
CREATE INDEX finding_listed ON finding (kind, published, document, start);

CREATE TABLE key (
    role TEXT NOT NULL,
    value TEXT NOT NULL,
    published INTEGER NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (role, value, published, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX key_row ON key (row);

CREATE VIRTUAL TABLE passage USING fts5 (words, content = '', tokenize = 'unicode61');  -- rowid: the entry's seq
"""

_SECOND = """
CREATE INDEX entry_kind ON entry (kind, seq);  -- what people said is little, and looked up at every view
"""

_THIRD = """
CREATE INDEX finding_happened ON finding  -- a timeline, a page at a time
  (kind, coalesce(happened, 3652060), coalesce(happened_latest, 3652060), published, document, start, "end", finding);
"""

MIGRATIONS: Sequence[str] = (_FIRST, _SECOND, _THIRD)
"""Step n (from 1) brings schema n - 1 to n. A step that was released is never edited."""


def migrate(connection: sqlite3.Connection, path: str) -> None:
    """Bring a store to the newest schema; an empty file becomes a ledger.

    A crash between two steps leaves the store at a whole step; the next opening goes on from there.

    Raises:
        NotALedger: The file is another program's database.
        NewerLedger: It was written by a newer Tocsin.
    """
    if check(connection, path) == len(MIGRATIONS):
        return
    while True:
        connection.execute("BEGIN IMMEDIATE")
        try:
            done = check(connection, path)  # again, under the lock: another process may have just migrated
            if done < len(MIGRATIONS):
                for statement in _statements(MIGRATIONS[done]):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {done + 1}")
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        if done + 1 >= len(MIGRATIONS):
            return


def check(connection: sqlite3.Connection, path: str) -> int:
    """Give a store's schema number, 0 for an empty file."""
    (schema,) = connection.execute("PRAGMA user_version").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application != APPLICATION_ID and (application or schema or tables):
        raise NotALedger(path)
    if schema > len(MIGRATIONS):
        raise NewerLedger(path, schema, len(MIGRATIONS))
    return int(schema)


def _statements(script: str) -> list[str]:
    """Cut a script into statements: `executescript` would commit the transaction that the step runs in."""
    statements: list[str] = []
    open_lines: list[str] = []
    for line in script.splitlines():
        open_lines.append(line)
        if sqlite3.complete_statement("\n".join(open_lines)):
            statements.append("\n".join(open_lines))
            open_lines = []
    return statements
