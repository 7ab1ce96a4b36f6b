# SPDX-License-Identifier: Apache-2.0
"""The SQLite projections: how each finding stood from which seq until which, and the listings read from them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any, TypeAlias

from tocsin.ledger.failures import NotALedger, OlderLedger
from tocsin.ledger.ledger import Counts
from tocsin.ledger.migrations import MIGRATIONS, check
from tocsin.ledger.projections import ABOUT, Projected, of_document
from tocsin.ledger.queries import UNDATED, Query, Row, certainty
from tocsin.ledger.states import STATES, State
from tocsin.records.bounds import Bounds
from tocsin.records.entries import Entry
from tocsin.records.ids import Digest

Of: TypeAlias = Callable[[Digest, int], Iterable[Entry]]
"""Gives all entries of a document until a seq, inclusive."""

At: TypeAlias = Callable[[int], Entry]
"""Gives the entry at a seq."""

Ats: TypeAlias = Callable[[Sequence[int]], Mapping[int, Entry]]
"""Gives the entries at some seqs."""

_PAGE = 500
"""Findings whose entries are fetched together: one by one, fetching them was most of what a listing cost."""

_FREQUENT, _SAMPLE = 5000, 1000
"""Findings with a value from which a timeline is read in its own order, and the value looked up, not put in order; how
many of them are looked at to tell of which kind they are."""

_FIRST = 64
"""Findings that are fetched first: whoever shows a page of a listing may want no more."""

_STOOD = (
    'finding, document, kind, standing, superseded, entry, judged, moved, replaced_by, last_seq, start, "end", '
    "published, published_latest, happened, happened_latest"
)

_RANKED = 5000
"""Matches beyond which ranking them would take longer than anybody waits, for words that stand everywhere."""


def checked(db: sqlite3.Connection, path: str) -> None:
    """Hold a store that may not be written against the schema this program reads.

    Raises:
        NotALedger: It is empty or another program's.
        NewerLedger, OlderLedger: Its schema is another.
    """
    schema = check(db, path)
    if schema < len(MIGRATIONS):
        raise NotALedger(path) if schema == 0 else OlderLedger(path, schema, len(MIGRATIONS))


def project(db: sqlite3.Connection, made: Sequence[Entry], of: Of) -> None:
    """Bring the projections after a batch that was just recorded."""
    if not made:
        return
    passages = [
        (entry.seq, str(entry.payload["quote"]))
        for entry in made
        if entry.kind == "finding" and entry.payload is not None and entry.payload["kind"] == "passage"
    ]
    db.executemany("INSERT INTO passage (rowid, words) VALUES (?, ?)", passages)
    documents = dict.fromkeys(e.document for e in made if e.document is not None and e.kind in ABOUT)
    for document in documents:
        before = db.execute("SELECT 1 FROM entry WHERE document = ? AND seq < ?", (_raw(document), made[0].seq))
        told = of(document, made[-1].seq) if before.fetchone() else (e for e in made if e.document == document)
        _turn(db, document, made[-1].seq, of_document(told))


def reproject(db: sqlite3.Connection, documents: Iterable[Digest], seq: int, of: Of) -> None:
    """Bring the projections of documents to what their entries say at `seq`."""
    for document in documents:
        _turn(db, document, seq, of_document(of(document, seq)))


def rebuild(db: sqlite3.Connection, entries: Iterable[Entry], of: Of) -> None:
    """Make all projections anew, moment by moment: whatever is asked of the past is asked by moment."""
    db.execute("DELETE FROM finding")
    db.execute("DELETE FROM key")
    db.execute("INSERT INTO passage (passage) VALUES ('delete-all')")
    for _, group in groupby(entries, key=lambda entry: entry.recorded_at):
        project(db, list(group), of)


def forget(db: sqlite3.Connection, entry: Entry) -> None:
    """Remove an entry from all projections, past rows included: it is about to be expunged."""
    db.execute("DELETE FROM key WHERE row IN (SELECT row FROM finding WHERE document = ? AND entry = ?)", _place(entry))
    db.execute("DELETE FROM finding WHERE document = ? AND entry = ?", _place(entry))
    if entry.kind == "finding" and entry.payload is not None and entry.payload["kind"] == "passage":
        words = entry.payload["quote"]
        db.execute("INSERT INTO passage (passage, rowid, words) VALUES ('delete', ?, ?)", (entry.seq, words))


def _turn(db: sqlite3.Connection, document: Digest, seq: int, projected: Sequence[Projected]) -> None:
    """Close what no longer stands of a document at `seq` and open what stands anew."""
    want = {_stored(p): p for p in projected}
    found = db.execute(f"SELECT row, {_STOOD} FROM finding WHERE document = ? AND until_seq IS NULL", (_raw(document),))  # noqa: S608
    have = {row[1:]: row[0] for row in found}
    db.executemany("UPDATE finding SET until_seq = ? WHERE row = ?", [(seq, have[old]) for old in have.keys() - want])
    (last,) = db.execute("SELECT coalesce(max(row), 0) FROM finding").fetchone()
    rows: list[tuple[Any, ...]] = []
    keys: list[tuple[Any, ...]] = []
    for stored, p in want.items():
        if stored in have:
            continue
        last += 1
        rows.append((last, *stored, seq))
        keys += [(role, value, stored[12], last) for role, value in p.keys]
    marks = ", ".join("?" * 18)
    db.executemany(f"INSERT INTO finding (row, {_STOOD}, from_seq) VALUES ({marks})", rows)  # noqa: S608 - constants
    db.executemany("INSERT INTO key VALUES (?, ?, ?, ?)", keys)


def _stored(p: Projected) -> tuple[Any, ...]:
    state = p.state
    return (
        _raw(state.finding),
        _raw(state.entry.document or ""),
        p.kind,
        state.standing,
        int(state.superseded),
        state.entry.seq,
        state.judged and state.judged.seq,
        state.moved and state.moved.seq,
        state.replaced_by and _raw(state.replaced_by),
        state.last_seq,
        p.start,
        p.end,
        UNDATED if p.published is None else p.published.earliest,
        p.published and p.published.latest,
        p.happened and p.happened.earliest,
        p.happened and p.happened.latest,
    )


def rows(db: sqlite3.Connection, query: Query, seq: int, ats: Ats, *, finding: Digest | None = None) -> Iterator[Row]:
    """List findings as they stood at `seq`; with `finding`, that one alone, however it stands."""
    by_index = query.order == "happened" and query.document is None and _frequent(db, query)
    source, where, values = _asked(query, seq, finding, driven=not by_index)
    limit = -1 if query.limit is None else query.limit
    listed = ", ".join(f"f.{name.strip()}" for name in _STOOD.split(","))
    first = "k.published" if source.startswith("key") else "f.published"
    if query.order == "happened":
        first = f"coalesce(f.happened, {UNDATED}), coalesce(f.happened_latest, {UNDATED}), f.published"
    sql = (
        f"SELECT {listed} FROM {source} WHERE {where} "  # noqa: S608 - constants
        f'ORDER BY {first}, f.document, f.start, f."end", f.finding LIMIT ? OFFSET ?'
    )
    found = iter(db.execute(sql, (*values, limit, query.offset)))
    size = _FIRST
    while page := list(islice(found, size)):
        size = min(_PAGE, 4 * size)
        entries = ats(list({place for row in page for place in row[5:8] if place is not None}))
        for row in page:
            yield _row(query, row, entries)


def counts(db: sqlite3.Connection, query: Query, seq: int) -> Counts:
    """Count findings as they stood at `seq`."""
    source, where, values = _asked(query, seq, None)
    sql = f"SELECT f.standing, count(*) FROM {source} WHERE {where} GROUP BY f.standing"  # noqa: S608 - constants
    tally = dict(db.execute(sql, values).fetchall())
    by_state = tuple((name, tally[name]) for name in STATES if name in tally)
    return Counts(total=sum(tally.values()), unconfirmed=tally.get("proposed", 0), by_state=by_state)


def values(db: sqlite3.Connection, role: str, seq: int) -> tuple[tuple[str, int], ...]:
    """Count the values of a role among the findings that stood at `seq`."""
    _, where, given = _asked(Query(), seq, None)
    sql = (
        f"SELECT k.value, count(*) FROM key k JOIN finding f ON f.row = k.row WHERE k.role = ? AND {where} "  # noqa: S608
        "GROUP BY k.value ORDER BY count(*) DESC, k.value"
    )
    return tuple(db.execute(sql, (role, *given)).fetchall())


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """How many matches to give, and whether best first.

    What is best depends on all that is held, later entries too: a moment of the past is answered in order of recording.
    """

    limit: int
    ranked: bool


def matching(db: sqlite3.Connection, terms: Sequence[tuple[str, ...]], seq: int, at: At, cut: Cut) -> Iterator[Entry]:
    """Give the passages that hold all terms and stood at `seq`.

    Of more than `_RANKED` none is told to be better than another: they come in order of recording.
    """
    wanted = " ".join(f'"{" ".join(term)}"' for term in terms)
    _, where, given = _asked(Query(kinds=("passage",)), seq, None)
    stood = f"SELECT 1 FROM finding f WHERE {where} AND f.document = ? AND f.entry = ?"  # noqa: S608 - constants
    found = 0
    matched = "SELECT rowid FROM passage WHERE passage MATCH ?"
    order = "rowid"
    if cut.ranked:
        (many,) = db.execute(f"SELECT count(*) FROM ({matched} LIMIT ?)", (wanted, _RANKED + 1)).fetchone()  # noqa: S608
        order = order if many > _RANKED else "rank, rowid"
    for (place,) in db.execute(f"{matched} ORDER BY {order}", (wanted,)):
        if found >= cut.limit:
            return
        entry = at(place)
        if db.execute(stood, (*given, *_place(entry))).fetchone():
            found += 1
            yield entry


def _frequent(db: sqlite3.Connection, query: Query) -> bool:
    """Say whether so many findings of the kinds asked for have the first value that they are soon met in order."""
    if not query.keys or not query.kinds:
        return False
    held = "SELECT row FROM key WHERE role = ? AND value = ? LIMIT ?"
    (many,) = db.execute(f"SELECT count(*) FROM ({held}) AS some", (*query.keys[0], _FREQUENT + 1)).fetchone()  # noqa: S608
    if many <= _FREQUENT:
        return False
    kinds = f"f.kind IN ({_marks(query.kinds)})"
    fitting = f"SELECT count(*) FROM ({held}) AS some JOIN finding f ON f.row = some.row WHERE {kinds}"  # noqa: S608
    (fit,) = db.execute(fitting, (*query.keys[0], _SAMPLE, *query.kinds)).fetchone()
    return bool(fit >= _SAMPLE // 10)


def _asked(query: Query, seq: int, finding: Digest | None, *, driven: bool = True) -> tuple[str, str, tuple[Any, ...]]:
    """Write a query's FROM and WHERE; the first key drives, the others are looked up beside it.

    Of one document its index drives, and all keys are looked up: a key's own findings may be in the ten thousands. So
    it is where nothing is to be `driven` by keys.
    """
    source = "finding f"
    asked: list[tuple[str, tuple[Any, ...]]] = []
    keys = query.keys
    if keys and query.document is None and driven:
        source = "key k CROSS JOIN finding f ON f.row = k.row"
        asked.append(("k.role = ? AND k.value = ?", keys[0]))
        keys = keys[1:]
    asked += [
        ("EXISTS (SELECT 1 FROM key o WHERE (o.role, o.value, o.published, o.row) = (?, ?, f.published, f.row))", key)
        for key in keys
    ]
    asked.append(("f.from_seq <= ? AND coalesce(f.until_seq > ?, 1)", (seq, seq)))
    if finding is not None:
        asked.append(("f.finding = ?", (_raw(finding),)))
    else:
        states = query.states or ("proposed", "confirmed", "added")
        asked.append((f"f.standing IN ({_marks(states)})", states))
        if not query.superseded:
            asked.append(("f.superseded = 0", ()))
    if query.kinds:
        # Of one document, the index by document is wanted: that by kind would be read from end to end.
        kind = "f.kind" if query.document is None else "f.kind || ''"
        asked.append((f"{kind} IN ({_marks(query.kinds)})", query.kinds))
    if query.document is not None:
        asked.append(("f.document = ?", (_raw(query.document),)))
    if query.within is not None:
        asked.append(('f.start < ? AND f."end" > ?', (query.within[1], query.within[0])))
    clocks = (
        ("f.published <= ?", query.published_by),
        ("f.happened_latest >= ?", query.happened_from),
        ("f.happened <= ?", query.happened_to),
    )
    asked += [(where, (day,)) for where, day in clocks if day is not None]
    return source, " AND ".join(where for where, _ in asked), tuple(v for _, given in asked for v in given)


def _row(query: Query, row: tuple[Any, ...], entries: Mapping[int, Entry]) -> Row:
    published = None if row[13] is None else Bounds(earliest=row[12], latest=row[13])
    happened = None if row[14] is None else Bounds(earliest=row[14], latest=row[15])
    entry = entries[row[5]]
    state = State(
        finding=_digest(row[0]),
        standing=row[3],
        entry=entry,
        judged=None if row[6] is None else entries[row[6]],
        moved=None if row[7] is None else entries[row[7]],
        replaced_by=None if row[8] is None else _digest(row[8]),
        superseded=bool(row[4]),
        last_seq=row[9],
    )
    sure = certainty(query, published, happened) or "possible"
    return Row(finding=state.finding, entry=entry, state=state, published=published, happened=happened, certainty=sure)


def _marks(values: Sequence[str]) -> str:
    return ", ".join("?" * len(values))


def _place(entry: Entry) -> tuple[bytes, int]:
    return _raw(entry.document or ""), entry.seq


def _raw(name: str) -> bytes:
    return bytes.fromhex(name[7:])


def _digest(raw: bytes) -> Digest:
    return Digest("sha256:" + raw.hex())
