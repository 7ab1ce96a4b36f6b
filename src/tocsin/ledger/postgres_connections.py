# SPDX-License-Identifier: Apache-2.0
"""A connection to a ledger in PostgreSQL: address, lock, dialect, and the server's failures in our words."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit, urlunsplit

from tocsin.errors import BadRequest
from tocsin.ledger import postgres_migrations as steps
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

SCHEMES = ("postgresql://", "postgres://")
"""How the address of a ledger in PostgreSQL begins."""

_DIALECT = (
    ("CROSS JOIN finding f ON", "JOIN finding f ON"),  # SQLite's way to fix the order of a join
    ("coalesce(f.until_seq > ?, 1)", "coalesce(f.until_seq > ?, true)"),
    ("LIMIT ? OFFSET", "LIMIT nullif(?, -1) OFFSET"),
    ("INSERT INTO passage (passage) VALUES ('delete-all')", "DELETE FROM passage"),
)
_FORGET = "INSERT INTO passage (passage, rowid, words) VALUES ('delete', ?, ?)"
_WORD = re.compile(r"[^\W_]+")
_INSERT = re.compile(r"INSERT INTO (\w+)(?: \((.*?)\))? VALUES \([?, ]+\)")
_BUSY = {"55P03", "40P01"}
_FULL = {"53100"}
_READ_ONLY = {"25006", "42501"}
_DAMAGED = {"XX001", "XX002"}
_UNREACHABLE = ("08", "28", "3D", "57P", "53300")


class BadAddress(BadRequest):
    """A `postgresql://` address cannot be read."""

    def __init__(self, shown: str, reason: str) -> None:
        super().__init__(f"{shown}: {reason}; write postgresql://USER@HOST:PORT/DATABASE?schema=NAME")


class NoPostgres(BadRequest):
    """The library that speaks to PostgreSQL is not installed."""

    def __init__(self) -> None:
        super().__init__("a ledger in PostgreSQL needs the extra of that name: pip install 'tocsin[postgres]'")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Address:
    """Where a ledger lies: a schema of a database. `shown` is the address without its password."""

    user: str
    password: str | None
    host: str
    port: int
    database: str
    schema: str
    encrypted: bool | None
    shown: str


def address(url: str) -> Address:
    """Read an address; what it leaves out is PGUSER, PGPASSWORD, port 5432 and schema `tocsin`.

    >>> address("postgresql://anna:secret@db.example/warnings?schema=orsava").shown
    'postgresql://anna@db.example/warnings?schema=orsava'

    `sslmode=disable` speaks in the clear, `sslmode=require` checks the server's certificate; else as the server offers.

    Raises:
        BadAddress: A part is missing or unknown. The message holds no password.
    """
    shown = "postgresql://…"
    try:
        parts = urlsplit(url)
        shown = _shown(parts)
        port = parts.port or 5432
    except ValueError:
        raise BadAddress(shown, "the address cannot be read") from None
    told = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    unknown = sorted(set(told) - {"schema", "sslmode", "host"})
    if unknown:
        raise BadAddress(shown, f"{unknown[0]} is no option")
    mode = told.get("sslmode")
    if mode not in {None, "disable", "require", "verify-full"}:
        raise BadAddress(shown, f"sslmode={mode} is unknown, say disable or require")
    user = unquote(parts.username or "") or os.environ.get("PGUSER") or os.environ.get("USER") or "postgres"
    password = os.environ.get("PGPASSWORD") if parts.password is None else unquote(parts.password)
    return Address(
        user=user,
        password=password,
        host=told.get("host") or parts.hostname or "localhost",
        port=port,
        database=unquote(parts.path.lstrip("/")) or user,
        schema=told.get("schema", "tocsin"),
        encrypted=None if mode is None else mode != "disable",
        shown=shown,
    )


def _shown(parts: SplitResult) -> str:
    user, _, _ = parts.netloc.rpartition("@")
    place = parts.netloc.removeprefix(user).lstrip("@")
    named = user.split(":")[0]
    return urlunsplit(parts._replace(netloc=f"{named}@{place}" if named else place))


class Rows:
    """A statement's answer, whole; read like a cursor."""

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        self._rows = map(tuple, rows)

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """Give the rows that were not read yet."""
        return self._rows

    def fetchone(self) -> tuple[Any, ...] | None:
        """Give the next row, None after the last."""
        return next(self._rows, None)

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Give all rows that were not read yet."""
        return list(self._rows)


class Statements:
    """Runs the statements that SQLite's ledger runs, in PostgreSQL's dialect; many rows at once go by COPY."""

    def __init__(self, session: Any) -> None:  # noqa: ANN401 - pg8000 has no types
        self._session = session

    def execute(self, sql: str, values: Sequence[Any] = ()) -> Rows:
        """Run one statement; `?` stands for a value."""
        if sql == _FORGET:
            sql, values = "DELETE FROM passage WHERE rowid = ?", values[:1]
        for theirs, ours in _DIALECT:
            sql = sql.replace(theirs, ours)
        cursor = self._session.cursor()
        cursor.execute(sql.replace("?", "%s"), tuple(map(_plain, values)))
        return Rows(cursor.fetchall() if cursor.description else ())

    def executemany(self, sql: str, rows: Iterable[Sequence[Any]]) -> None:
        """Run one statement for many rows."""
        insert = _INSERT.fullmatch(sql)
        if insert is None:
            for row in rows:
                self.execute(sql, row)
            return
        table, columns = insert.groups()
        if table == "passage":
            rows = ((number, _words(words)) for number, words in rows)
        lines = ("\t".join(map(_copied, row)) + "\n" for row in rows)
        data = "".join(lines).encode()
        if data:
            place = f"{table} ({columns})" if columns else table
            self._session.cursor().execute(f"COPY {place} FROM STDIN", stream=[data])


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    return value.replace("\0", "\ufffd") if isinstance(value, str) else value  # PostgreSQL's text knows no U+0000


_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\ufffd"})


def _copied(value: Any) -> str:  # noqa: ANN401 - whatever a column holds
    """Write a value in the text form of COPY."""
    if value is None:
        return "\\N"
    if isinstance(value, bytes):
        return "\\\\x" + value.hex()
    return value.translate(_ESCAPED) if isinstance(value, str) else str(value)


def words_of(text: str) -> set[str]:
    """Give the words of a passage as they are looked up.

    >>> sorted(words_of("S/RES/9999: Open the road!"))
    ['9999', 'open', 'res', 'road', 's', 'the']
    """
    return {word.casefold() for word in _WORD.findall(text)}


def _words(text: str) -> str:
    return "{" + ",".join(f'"{word}"' for word in sorted(words_of(text))) + "}"


class PostgresConnection:
    """One session at a server. The caller runs statements on `db` inside `told` or `writing`."""

    def __init__(self, url: str, opening: Opening) -> None:
        place = address(url)
        self.shown = place.shown
        self._schema = '"' + place.schema.replace('"', '""') + '"'
        self._named = place.schema
        self._opening = opening
        self._driver = _driver()
        with self.told():
            self._session = self._connected(place)
        self.db = Statements(self._session)
        try:
            with self.told():
                self._prepare()
        except BaseException:
            self.close()
            raise

    def _connected(self, place: Address) -> Any:  # noqa: ANN401 - pg8000 has no types
        socket = f"{place.host}/.s.PGSQL.{place.port}" if place.host.startswith("/") else None
        import ssl  # noqa: PLC0415 - slow to import, and most verbs ask a file

        encrypted = ssl.create_default_context() if place.encrypted else place.encrypted
        session = self._driver.connect(
            user=place.user,
            password=place.password,
            host=place.host,
            port=place.port,
            unix_sock=socket,
            database=place.database,
            ssl_context=encrypted,
            application_name="tocsin",
        )
        session.autocommit = True
        return session

    def _prepare(self) -> None:
        wait = int(self._opening.wait_seconds * 1000)
        for name, value in (
            ("search_path", self._schema),
            ("synchronous_commit", "on"),  # what was reported survives a crash of the server
            ("lock_timeout", str(wait)),
            ("default_transaction_read_only", "on" if self._opening.read_only else "off"),
        ):
            self.db.execute(f"SET {name} = {value}")
        step = self._step()
        if not step and (self._opening.read_only or not self._opening.create):
            raise NoLedger(self.shown)
        if self._opening.read_only:
            if (step or 0) < len(steps.MIGRATIONS):
                raise OlderLedger(self.shown, step or 0, len(steps.MIGRATIONS))
        elif step != len(steps.MIGRATIONS):
            self._migrate()

    def _step(self) -> int | None:
        """Give the schema's number, 0 where it is empty, None where there is none."""
        if not self.db.execute("SELECT 1 FROM pg_namespace WHERE nspname = ?", (self._named,)).fetchall():
            return None
        tables = "SELECT tablename FROM pg_tables WHERE schemaname = ?"
        held = {name for (name,) in self.db.execute(tables, (self._named,))}
        if not held:
            return 0
        if "tocsin_ledger" not in held:
            raise NotALedger(self.shown)
        ((step,),) = self.db.execute("SELECT schema FROM tocsin_ledger").fetchall()
        if step > len(steps.MIGRATIONS):
            raise NewerLedger(self.shown, step, len(steps.MIGRATIONS))
        return int(step)

    def _migrate(self) -> None:
        """Bring the ledger to the newest schema, step by step; a crash between two leaves a whole step."""
        done = 0
        while done < len(steps.MIGRATIONS):
            with self._transaction():
                self.db.execute("SELECT pg_advisory_xact_lock(hashtext(?))", (f"tocsin {self._named}",))
                step = self._step()  # again, under the lock: another process may have just migrated
                if step is None:
                    self.db.execute(f"CREATE SCHEMA {self._schema}")
                done = step or 0
                if done < len(steps.MIGRATIONS):
                    self._session.cursor().execute(steps.MIGRATIONS[done])
                    done += 1
                    self.db.execute("UPDATE tocsin_ledger SET schema = ?", (done,))

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the one write lock; all is kept at the end, or nothing. Readers go on."""
        with self.told(), self._transaction():
            self.db.execute("LOCK TABLE entry IN EXCLUSIVE MODE")
            yield

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self.db.execute("BEGIN")
        try:
            yield
            self.db.execute("COMMIT")
        except Exception:
            with suppress(self._driver.Error):
                self.db.execute("ROLLBACK")
            raise
        except BaseException:
            self.close()  # stopped in the middle of an answer: the session cannot go on, the server rolls back
            raise

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn the server's failures into ours."""
        try:
            yield
        except self._driver.Error as error:
            raise self._failure(error) from error
        except (OSError, EOFError) as error:
            raise LedgerUnreachable(self.shown, str(error)) from error

    def _failure(self, error: Exception) -> Exception:
        detail = error.args[0] if error.args and isinstance(error.args[0], dict) else None
        if detail is None:  # the session itself failed
            return LedgerUnreachable(self.shown, str(error))
        code, message = str(detail.get("C")), str(detail.get("M"))
        if code in _BUSY:
            return LedgerBusy(self.shown, self._opening.wait_seconds)
        if code in _FULL:
            return LedgerFull(self.shown)
        if code in _READ_ONLY:
            return LedgerReadOnly(self.shown)
        if code in _DAMAGED:
            return LedgerDamaged(self.shown, message)
        return LedgerUnreachable(self.shown, message) if code.startswith(_UNREACHABLE) else error

    def close(self) -> None:
        """End the session."""
        with suppress(self._driver.Error, OSError):
            self._session.close()


def _driver() -> Any:  # noqa: ANN401 - pg8000 has no types
    try:
        return import_module("pg8000.dbapi")
    except ModuleNotFoundError:
        raise NoPostgres from None
