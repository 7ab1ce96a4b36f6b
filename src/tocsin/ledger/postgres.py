# SPDX-License-Identifier: Apache-2.0
"""The ledger in a schema of a PostgreSQL database: the statements of `sqlite`, one writer at a time, many readers.

What `expunge` destroys is out of the tables when it returns; the server's write-ahead log, its archives and its backups
are its keeper's to clear.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, cast

from tocsin.ledger import listings, searching
from tocsin.ledger.connections import Opening
from tocsin.ledger.failures import LedgerDamaged
from tocsin.ledger.postgres_connections import PostgresConnection, words_of
from tocsin.ledger.queries import Query
from tocsin.ledger.sqlite import COLUMNS, SqliteLedger, entry_of
from tocsin.records.entries import Entry

_PAGE = 1000
"""Entries fetched at a time: an answer is held whole in memory, and a ledger may be larger than that."""


def open_postgres(url: str, opening: Opening | None = None) -> PostgresLedger:
    """Open the ledger at an address, `postgresql://USER@HOST/DATABASE?schema=NAME`.

    Raises:
        NoPostgres: The library for it is not installed.
        BadAddress: The address cannot be read.
        NoLedger, NotALedger, NewerLedger, OlderLedger: As their names say.
        LedgerReadOnly, LedgerBusy, LedgerFull, LedgerUnreachable: Likewise.
    """
    return PostgresLedger(url, opening or Opening())


class PostgresLedger(SqliteLedger):
    """See `ledger.Ledger`, whose contract this keeps. One object serves one thread."""

    def __init__(self, url: str, opening: Opening) -> None:
        connection = PostgresConnection(url, opening)
        self._path = connection.shown
        self._opening = opening
        self._connection = cast(Any, connection)
        self._db = cast(Any, connection.db)
        self._told = connection.told
        self._writing = connection.writing

    def _scrub(self) -> None:
        with self._told():
            for table in ("entry", "text", "finding", "key", "passage"):
                self._db.execute(f"VACUUM FULL {table}")

    def _check_structure(self) -> None:
        """Leave pages to the server, which checks them as it reads (`data_checksums`)."""

    def _matching(
        self,
        terms: Sequence[tuple[str, ...]],
        seq: int,
        limit: int,
        *,
        ranked: bool,  # noqa: ARG002 - nothing is ranked here
    ) -> Iterator[Entry]:
        """Give the passages that hold all terms and stood at `seq`, in order of recording."""
        words = sorted({word for term in terms for part in term for word in words_of(part)})
        found = self._db.execute(
            f"SELECT rowid FROM passage WHERE words @> ARRAY[{', '.join('?' * len(words))}]::text[] ORDER BY rowid",  # noqa: S608 - only marks
            words,
        )
        given = 0
        for (place,) in found:
            if given >= limit:
                return
            entry = self._at(place)
            if entry.payload is None or searching.marks(terms, str(entry.payload["quote"])) is None:
                continue
            stood = Query(kinds=("passage",), document=entry.document)
            if any(
                row.entry.seq == place for row in listings.rows(self._db, stood, seq, self._ats, finding=entry.subject)
            ):
                given += 1
                yield entry

    def _raws(self, where: str, values: Iterable[Any]) -> Iterator[tuple[Entry, bytes | None]]:
        last, given = 0, tuple(values)
        statement = f"SELECT {COLUMNS} FROM entry WHERE {where} AND seq > ? ORDER BY seq LIMIT {_PAGE}"  # noqa: S608
        while True:
            with self._told():
                rows = self._db.execute(statement, (*given, last)).fetchall()
            for row in rows:
                try:
                    yield entry_of(_with_author(row))
                except (ValueError, TypeError) as error:
                    raise LedgerDamaged(self._path, f"entry {row[0]} cannot be read: {error}") from error
            if len(rows) < _PAGE:
                return
            last = rows[-1][0]


def _with_author(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Make a reading's id bytes again, as SQLite keeps it; a person's handle begins otherwise."""
    author = row[5]
    return (*row[:5], bytes.fromhex(author[2:]), *row[6:]) if author.startswith("\\x") else row
