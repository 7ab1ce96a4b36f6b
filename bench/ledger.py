# SPDX-License-Identifier: Apache-2.0
"""Measure the ledger: `python bench/ledger.py [--documents N] [--each N]`; prints one figure a line.

`ratio`: findings recorded per second end to end, against the very same rows inserted bare by `executemany` into the
same tables and indexes, one transaction a document, on the same disk.
"""

from __future__ import annotations

import argparse
import hashlib
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tocsin.ledger import recording
from tocsin.ledger.connections import Opening
from tocsin.ledger.ledger import Batch
from tocsin.ledger.migrations import migrate
from tocsin.ledger.queries import Query
from tocsin.ledger.sqlite import SqliteLedger, open_ledger
from tocsin.records.findings import Ask, Card, Citation, Claim, Finding, Party, Passage, Time
from tocsin.records.ids import digest
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Text

BODIES = ("veltria", "ardesh", "orsava-assembly", "northern-contact-group", "un-security-council")
TABLES = ("entry", "text", "finding", "key")


def document(number: int, each: int) -> Batch:
    """Make one document of `each` findings, dated by its number."""
    line = "The Orsava Assembly urges Veltria to open the Tamar corridor by 3 March 2031 under the Charter."
    content = "\n".join(f"{number}.{index} {line}" for index in range(each // 5))
    findings: list[Finding] = []
    at = 0
    for piece in content.split("\n"):
        start, end = at, at + len(piece)
        place: dict[str, Any] = {"start": start, "end": end, "quote": piece}
        party = (Party(id=BODIES[(number + at) % 5], name="the body as named"),)
        when = f"{2020 + number % 12}-{1 + at % 12:02}-{1 + at % 28:02}"
        findings += [
            Passage(**place, by="passage.body", role="body"),
            Ask(**place, by="ask.finite", askers=party, addressees=party, force="urge", law=("un-charter",)),
            Claim(**place, by="claim.finite", act="blockade", when=when, actors=party, targets=party),
            Citation(**place, by="citation.name", instrument="un-charter"),
            Time(**place, by="time.day", edtf=when),
        ]
        at = end + 1
    data = content.encode()
    text = Text(document=digest(data), version="plain/1", media_type="text/plain", content=content)
    run = Run(document=text.document, version="plain/1", reader="reader/1", catalogue=digest(b"catalogue"))
    original = Original(document=text.document, size_bytes=len(data), source=f"{number}.txt")
    card = Card(genre="appeal", issued=f"{2020 + number % 12}-{1 + number % 12:02}-{1 + number % 28:02}")
    return recording.reading(original, text, run, card, findings, author="person:bench")


def bare(folder: Path, ledger: SqliteLedger) -> float:
    """Insert the ledger's own rows again, one transaction a document; give the seconds."""
    target = sqlite3.connect(folder / "bare.db", isolation_level=None)
    target.execute("PRAGMA journal_mode = WAL")
    target.execute("PRAGMA synchronous = FULL")
    target.execute("PRAGMA cache_size = -64000")
    migrate(target, "bare.db")
    rows = list(documents_rows(ledger._db))  # noqa: SLF001 - the bench looks beneath
    begun = time.perf_counter()
    for tables, passages in rows:
        target.execute("BEGIN IMMEDIATE")
        for table, given in tables:
            target.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(given[0]))})", given)  # noqa: S608
        target.executemany("INSERT INTO passage (rowid, words) VALUES (?, ?)", passages)
        target.execute("COMMIT")
    seconds = time.perf_counter() - begun
    target.close()
    return seconds


def documents_rows(db: sqlite3.Connection) -> Iterator[tuple[list[tuple[str, list[tuple[Any, ...]]]], list[Any]]]:
    """Give each document's rows by table, and its passages."""
    for (name,) in db.execute("SELECT document FROM text ORDER BY rowid").fetchall():
        tables = [(t, db.execute(f"SELECT * FROM {t} WHERE document = ?", (name,)).fetchall()) for t in TABLES[:3]]  # noqa: S608
        keys = "SELECT * FROM key WHERE row IN (SELECT row FROM finding WHERE document = ?)"
        tables.append(("key", db.execute(keys, (name,)).fetchall()))
        passages = "SELECT seq, payload ->> 'quote' FROM entry WHERE document = ? AND payload ->> 'kind' = 'passage'"
        yield tables, db.execute(passages, (name,)).fetchall()


def p95(times: list[float]) -> float:
    """Give the 95th percentile in milliseconds."""
    return statistics.quantiles(times, n=20)[-1] * 1000 if len(times) > 1 else times[0] * 1000


def timed(ledger: SqliteLedger, query: Query) -> float:
    """Time one listing."""
    begun = time.perf_counter()
    list(ledger.rows(query))
    return time.perf_counter() - begun


def main() -> None:
    """Run all measurements."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--each", type=int, default=200)
    parser.add_argument("--no-bare", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, open_ledger(Path(name) / "a.db", Opening()) as ledger:
        batches = (document(number, args.each) for number in range(args.documents))
        spent = 0.0
        for batch in batches:
            begun = time.perf_counter()
            ledger.append(batch)
            spent += time.perf_counter() - begun
        findings = args.documents * (args.each // 5) * 5
        print(f"recorded            {findings / spent:12,.0f} findings/s ({findings:,})")
        if not args.no_bare:
            seconds = bare(Path(name), ledger)
            print(f"bare executemany    {findings / seconds:12,.0f} findings/s")
            print(f"ratio               {seconds / spent:12.2f}")
        days = [737_425 + number * 180 for number in range(20)]  # from 2020 on
        clocks = [timed(ledger, Query(kinds=("ask",), published_by=day, limit=100)) for day in days]
        print(f"listing by clock    {p95(clocks):12.1f} ms p95")
        keyed = [
            timed(ledger, Query(kinds=("ask",), keys=(("addressee", body),), published_by=day, limit=100))
            for body in BODIES
            for day in days[::4]
        ]
        print(f"listing by party    {p95(keyed):12.1f} ms p95")
        begun = time.perf_counter()
        for words in ("tamar corridor", '"17.3 The Orsava"', "charter veltria"):
            list(ledger.search(words, limit=20))
        print(f"search              {(time.perf_counter() - begun) / 3 * 1000:12.1f} ms mean")
        begun = time.perf_counter()
        verified = ledger.verify()
        seconds = time.perf_counter() - begun
        data = bytes(verified.size_bytes)
        begun = time.perf_counter()
        hashlib.sha256(data)
        plain = verified.size_bytes / (time.perf_counter() - begun)
        print(f"verify              {verified.size_bytes / seconds / 1e6:12.1f} MB/s (sha256 {plain / 1e6:,.0f} MB/s)")


if __name__ == "__main__":
    main()
