# SPDX-License-Identifier: Apache-2.0
"""The ledger in one SQLite file: every batch a transaction, on the disk when it returns.

`PRAGMA synchronous = FULL` with a write-ahead log: a batch that was reported survives a kill and a power cut.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tocsin.ledger import layouts, listings, sealing, searching
from tocsin.ledger.connections import Connection, Opening
from tocsin.ledger.failures import LedgerDamaged, Moved, UnknownEntry, UnknownFinding, UnknownText
from tocsin.ledger.ledger import Appended, Batch, Counts, Progress, Sealed, Verified
from tocsin.ledger.projections import ABOUT
from tocsin.ledger.queries import Hit, Query, Row
from tocsin.ledger.states import State, standing
from tocsin.ledger.verifying import Verifier, destroyed, following, remainder, stored
from tocsin.records.anchors import anchor
from tocsin.records.entries import Entry, Head, NewEntry, kept
from tocsin.records.ids import Digest, canonical
from tocsin.records.runs import text_id
from tocsin.records.texts import Text

COLUMNS = "seq, id, kind, subject, document, author, basis, recorded_at, payload, salt, commitment, chain"
"""Of the table `entry`, in the order of `entry_of`."""
_SMALL = 200
"""Bytes below which packing costs more than it saves."""


def open_ledger(path: Path | str, opening: Opening | None = None) -> SqliteLedger:
    """Open the ledger in a file.

    Raises:
        NoLedger: There is none and `create` is off.
        NotALedger: The file is something else.
        NewerLedger: It was written by a newer Tocsin.
        LedgerReadOnly, LedgerBusy, LedgerFull, LedgerUnreachable, LedgerDamaged: As their names say.
    """
    return SqliteLedger(Path(path), opening or Opening())


class SqliteLedger:
    """See `ledger.Ledger`, whose contract this keeps. One object serves one thread."""

    def __init__(self, path: Path, opening: Opening) -> None:
        self._path = str(path)
        self._opening = opening
        self._connection = Connection(path, opening)
        self._db = self._connection.db
        self._told = self._connection.told
        self._writing = self._connection.writing

    # ---- writing

    def append(self, batch: Batch) -> Appended:
        """Record a batch."""
        with self._writing():
            if batch.once is not None and standing(self.entries(subject=batch.once)):
                return Appended(entries=())
            for finding, seen in batch.expects:
                self._expect(finding, seen)
            sealing.refuse_expunged(batch, lambda document: self.entries(document=document, kind="text"))
            new = sealing.needed(batch, self._held(batch))
            sealing.check(new, self._contents(new, batch.texts))
            return self._record(new, batch.texts)

    def _record(self, new: tuple[NewEntry, ...], texts: Sequence[Text]) -> Appended:
        head = self.head()
        moment = sealing.moment(self._opening.clock, head, self._path)
        made: list[Entry] = []
        rows: list[tuple[Any, ...]] = []
        for entry, payload in sealing.chain(new, head, moment.recorded_at, self._opening.salts):
            made.append(entry)
            rows.append(_bound(entry, payload))
        self._insert(rows)
        self._keep(texts, {entry.subject for entry in new if entry.kind == "text"})
        listings.project(self._db, made, self._of)
        return Appended(entries=tuple(made), problems=(moment.problem,) if moment.problem else ())

    def _keep(self, texts: Sequence[Text], needed: set[Digest]) -> None:
        for text in texts:
            if text_id(text.document, text.version) in needed:
                content = text.content.encode()
                packed = zlib.compress(content, 6) if len(content) > _SMALL else content
                small = len(packed) < len(content)
                number = len(self.versions(text.document)) + 1
                self._db.execute(
                    "INSERT INTO text VALUES (?, ?, ?, ?, ?, ?)",
                    (
                        _raw(text.document),
                        text.version,
                        int(small),
                        packed if small else content,
                        zlib.compress(layouts.layout(text), 6),
                        number,
                    ),
                )

    def _expect(self, finding: Digest, seen: int) -> None:
        about = f"kind IN ({', '.join(repr(kind) for kind in ABOUT)})"
        sql = (
            f"SELECT max(seq) FROM entry WHERE subject = ? AND {about} "  # noqa: S608 - constants
            "AND document = (SELECT document FROM entry WHERE subject = ? ORDER BY seq LIMIT 1)"
        )
        (last,) = self._db.execute(sql, (_raw(finding), _raw(finding))).fetchone()
        if last is None:
            raise UnknownFinding(finding)
        if last != seen:
            raise Moved(seen, self._at(last))

    def _held(self, batch: Batch) -> dict[tuple[Digest, str], Text]:
        held: dict[tuple[Digest, str], Text] = {}
        for text in batch.texts:
            if text.version in self.versions(text.document):
                held[text.document, text.version] = self.text(text.document, text.version)
        return held

    def _contents(self, new: Sequence[NewEntry], texts: Sequence[Text]) -> dict[tuple[Digest, str], str]:
        contents = {(text.document, text.version): text.content for text in texts}
        for entry in new:
            if entry.kind in {"finding", "card"} and entry.document is not None:
                place = (entry.document, str(entry.payload.get("version")))
                if place not in contents and place[1] in self.versions(place[0]):
                    contents[place] = self.text(*place).content
        return contents

    def adopt(self, sealed: Iterable[Sealed]) -> Head:
        """Take entries over as another ledger sealed them, a moment at a time, so that the past can be asked for."""
        gone: list[Entry] = []
        with self._writing():
            head = self.head()
            for _, group in groupby(sealed, key=lambda one: one.entry.recorded_at):
                taken = list(group)
                for one in taken:
                    head = following(one, head, self._path)
                gone += self._adopted(taken)
            listings.reproject(self._db, {entry.document for entry in gone if entry.document}, head.seq, self._of)
        if gone:
            self._scrub()
        return head

    def _adopted(self, taken: Sequence[Sealed]) -> list[Entry]:
        """Record one moment's entries; give those of before that its `expunged` entries destroy."""
        rows = []
        for one in taken:
            entry, payload = stored(one.entry)
            rows.append(_bound(entry, payload))
        self._insert(rows)
        self._keep([one.text for one in taken if one.text], {one.entry.subject for one in taken if one.text})
        listings.project(self._db, [one.entry for one in taken], self._of)
        named = [self.entry(name) for one in taken for name in destroyed(one.entry)]
        held = [entry for entry in named if not entry.expunged]
        for entry in held:
            self._destroy(entry)
        return held

    def _insert(self, rows: Iterable[tuple[Any, ...]]) -> None:
        marks = ", ".join("?" * 12)
        self._db.executemany(f"INSERT INTO entry ({COLUMNS}) VALUES ({marks})", rows)  # noqa: S608 - constants

    def expunge(self, entries: Sequence[Digest], *, author: str, reason: str) -> Entry:
        """Destroy payloads under an `expunged` entry."""
        with self._writing():
            named = [self.entry(name) for name in entries]
            new = sealing.expunging(named, remainder(named), author, reason)
            made = self._record((new,), ()).entries[0]
            for entry in named:
                self._destroy(entry)
            listings.reproject(self._db, {entry.document for entry in named if entry.document}, made.seq, self._of)
        self._scrub()
        return made

    def _scrub(self) -> None:
        """Leave nothing of what was destroyed in the log or in free pages."""
        with self._told():
            self._db.execute("INSERT INTO passage (passage) VALUES ('optimize')")
            self._db.execute("VACUUM")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _destroy(self, entry: Entry) -> None:
        if entry.expunged:
            return
        listings.forget(self._db, entry)
        if entry.kind == "text" and entry.payload is not None and entry.document is not None:
            version = str(entry.payload["version"])
            self._db.execute("DELETE FROM text WHERE document = ? AND version = ?", (_raw(entry.document), version))
        remains = kept(entry)
        left = None if remains is None else canonical(remains).decode()
        self._db.execute("UPDATE entry SET payload = ?, salt = NULL WHERE seq = ?", (left, entry.seq))

    # ---- reading

    def head(self) -> Head:
        """Give the last line's place, chain and moment."""
        with self._told():
            row = self._db.execute("SELECT seq, chain, recorded_at FROM entry ORDER BY seq DESC LIMIT 1").fetchone()
        return Head() if row is None else Head(seq=row[0], chain=_digest(row[1]), recorded_at=row[2])

    def entry(self, name: Digest) -> Entry:
        """Give an entry by its id."""
        found = next(self._select("id = ?", (_raw(name),)), None) if name.startswith("sha256:") else None
        if found is None:
            raise UnknownEntry(name)
        return found

    def entries(
        self,
        *,
        after: int = 0,
        until: int | None = None,
        kind: str | None = None,
        subject: Digest | None = None,
        document: Digest | None = None,
        recorded_by: str | None = None,
    ) -> Iterator[Entry]:
        """Give entries in order of seq."""
        wheres, values = ["seq > ?"], [after]
        last = until if recorded_by is None else min(self.seq_at(recorded_by), until or 2**62)
        # Of one document or subject, their indexes are wanted: that by kind would be read from end to end.
        of_kind = "kind = ?" if subject is None and document is None else "kind || '' = ?"
        bounds: list[tuple[str, Any]] = [("seq <= ?", last), (of_kind, kind)]
        bounds += [("subject = ?", subject and _raw(subject)), ("document = ?", document and _raw(document))]
        for where, value in bounds:
            if value is not None:
                wheres.append(where)
                values.append(value)
        return self._select(" AND ".join(wheres), tuple(values))

    def seq_at(self, recorded_by: str | None) -> int:
        """Give the last seq recorded by a moment, found by halving: moments never run backwards along seq."""
        head = self.head()
        if recorded_by is None:
            return head.seq
        if recorded_by >= head.recorded_at and not self._opening.read_only:
            # Another process may have taken its moment and not yet committed; once the lock is free, none has.
            with self._writing():
                head = self.head()
        low, high = 0, head.seq
        while low < high:
            middle = (low + high + 1) // 2
            (at,) = self._db.execute("SELECT recorded_at FROM entry WHERE seq = ?", (middle,)).fetchone()
            low, high = (middle, high) if at <= recorded_by else (low, middle - 1)
        return low

    def text(self, document: Digest, version: str) -> Text:
        """Give a stored text."""
        with self._told():
            row = self._db.execute(
                "SELECT packed, content, layout FROM text WHERE document = ? AND version = ?", (_raw(document), version)
            ).fetchone()
        if row is None:
            raise UnknownText(document, version)
        try:
            content = zlib.decompress(row[1]) if row[0] else row[1]
            return layouts.text(document, version, content.decode(), zlib.decompress(row[2]))
        except (zlib.error, ValueError) as error:
            raise LedgerDamaged(self._path, f"the text of {document} cannot be unpacked: {error}") from error

    def versions(self, document: Digest) -> tuple[str, ...]:
        """Give the text versions held of a document."""
        with self._told():
            rows = self._db.execute("SELECT version FROM text WHERE document = ? ORDER BY number", (_raw(document),))
            return tuple(version for (version,) in rows)

    def state(self, finding: Digest, *, recorded_by: str | None = None) -> State:
        """Say how a finding stood."""
        first = next(self.entries(subject=finding, recorded_by=recorded_by), None)
        if first is not None and first.document is not None:
            query = Query(document=first.document, recorded_by=recorded_by)
            for row in listings.rows(self._db, query, self.seq_at(recorded_by), self._ats, finding=finding):
                return row.state
        raise UnknownFinding(finding, recorded_by)

    def rows(self, query: Query) -> Iterator[Row]:
        """List findings as they stood."""
        with self._told():
            yield from listings.rows(self._db, query, self.seq_at(query.recorded_by), self._ats)

    def counts(self, query: Query) -> Counts:
        """Count findings as they stood."""
        with self._told():
            return listings.counts(self._db, query, self.seq_at(query.recorded_by))

    def values(self, role: str, *, recorded_by: str | None = None) -> tuple[tuple[str, int], ...]:
        """Give each value of a role with how many findings have it."""
        with self._told():
            return listings.values(self._db, role, self.seq_at(recorded_by))

    def search(self, words: str, *, limit: int = 100, recorded_by: str | None = None) -> Iterator[Hit]:
        """Find passages that hold all words."""
        terms = searching.terms(words)
        with self._told():
            for entry in self._matching(terms, self.seq_at(recorded_by), limit, ranked=recorded_by is None):
                payload = entry.payload or {}
                start, end = searching.span(payload)
                assert entry.document is not None
                try:
                    text = self.text(entry.document, str(payload["version"]))
                except UnknownText:  # it was expunged, and the passage was left
                    continue
                marks = searching.marks(terms, text.content[start:end]) or ()
                yield Hit(
                    finding=entry.subject,
                    anchor=anchor(text, start, end),
                    marks=tuple((start + a, start + b) for a, b in marks),
                )

    def _matching(self, terms: Sequence[tuple[str, ...]], seq: int, limit: int, *, ranked: bool) -> Iterator[Entry]:
        return listings.matching(self._db, terms, seq, self._at, listings.Cut(limit=limit, ranked=ranked))

    def verify(self, progress: Progress | None = None) -> Verified:
        """Hold every entry, text and quote against its seal; the file's own structure is checked first."""
        with self._told():
            self._check_structure()
            entries = self._raws("seq > 0", ())
            return Verifier(self._path, self.text).verify(entries, self.head().seq, progress)

    def _check_structure(self) -> None:
        (sound,) = self._db.execute("PRAGMA quick_check(1)").fetchone()
        if sound != "ok":
            raise LedgerDamaged(self._path, sound)

    def reproject(self) -> None:
        """Make all projections anew from the entries, as after every batch that was ever recorded."""
        with self._writing():
            listings.rebuild(self._db, self._select("seq > 0", ()), self._of)

    # ---- below

    def _at(self, seq: int) -> Entry:
        return next(self._select("seq = ?", (seq,)))

    def _ats(self, places: Sequence[int]) -> Mapping[int, Entry]:
        return {entry.seq: entry for entry in self._select(f"seq IN ({', '.join('?' * len(places))})", places)}

    def _of(self, document: Digest, until: int) -> Iterator[Entry]:
        return self._select("document = ? AND seq <= ?", (_raw(document), until))

    def _select(self, where: str, values: Iterable[Any]) -> Iterator[Entry]:
        return (entry for entry, _ in self._raws(where, values))

    def _raws(self, where: str, values: Iterable[Any]) -> Iterator[tuple[Entry, bytes | None]]:
        with self._told():
            found = self._db.execute(f"SELECT {COLUMNS} FROM entry WHERE {where} ORDER BY seq", tuple(values))  # noqa: S608
            for row in found:
                try:
                    yield entry_of(row)
                except (ValueError, TypeError) as error:
                    raise LedgerDamaged(self._path, f"entry {row[0]} cannot be read: {error}") from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        """Give the ledger itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


def _raw(name: Digest | str) -> bytes:
    return bytes.fromhex(name[7:])


def _digest(raw: bytes) -> Digest:
    return Digest("sha256:" + raw.hex())


def _bound(entry: Entry, payload: bytes | None) -> tuple[Any, ...]:
    return (
        entry.seq,
        _raw(entry.id),
        entry.kind,
        _raw(entry.subject),
        None if entry.document is None else _raw(entry.document),
        entry.author if entry.by_person else _raw(entry.author),
        entry.basis,
        entry.recorded_at,
        None if payload is None else payload.decode(),
        entry.salt,
        _raw(entry.commitment),
        _raw(entry.chain),
    )


def entry_of(row: tuple[Any, ...]) -> tuple[Entry, bytes | None]:
    """Make an entry of a row of `COLUMNS`, with its payload as stored."""
    seq, name, kind, subject, document, author, basis, recorded_at, payload, salt, commitment, chain = row
    entry = Entry(
        seq=seq,
        id=_digest(name),
        kind=kind,
        subject=_digest(subject),
        document=None if document is None else _digest(document),
        author=author if isinstance(author, str) else _digest(author),
        basis=basis,
        recorded_at=recorded_at,
        payload=None if payload is None else json.loads(payload),
        salt=salt,
        commitment=_digest(commitment),
        chain=_digest(chain),
    )
    return entry, None if payload is None else payload.encode()
