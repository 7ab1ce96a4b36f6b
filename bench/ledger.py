# SPDX-License-Identifier: Apache-2.0
"""Measure the ledger: `python bench/ledger.py [--large]`; prints one figure a line, with what it aims at.

`ratio`: findings recorded per second end to end, against the very same rows inserted bare by `executemany` into the
same tables and indexes, one transaction a document, on the same disk. `--large` lists among 1,000,000 findings and
searches among 1,000,000 passages, which takes some minutes and 3 GB; without it both are small.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
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
WORDS = ("the", "corridor", "road", "council", "urges", "of", "to", *(f"word{number}" for number in range(20_000)))
"""The first stand in most passages, the last in hardly any."""
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
    return recorded(content, number, findings)


def recorded(content: str, number: int, findings: list[Finding]) -> Batch:
    """Make a reading of a text a batch."""
    data = content.encode()
    text = Text(document=digest(data), version="plain/1", media_type="text/plain", content=content)
    run = Run(document=text.document, version="plain/1", reader="reader/1", catalogue=digest(b"catalogue"))
    original = Original(document=text.document, size_bytes=len(data), source=f"{number}.txt")
    card = Card(genre="appeal", issued=f"{2020 + number % 12}-{1 + number % 12:02}-{1 + number % 28:02}")
    return recording.reading(original, text, run, card, findings, author="person:bench")


def passages(number: int, each: int) -> Batch:
    """Make one document of `each` passages, of words that are as rare as in a language, and nothing else."""
    chance = random.Random(number)  # noqa: S311 - words, not secrets
    lines = []
    for index in range(each):
        words = [WORDS[min(int(chance.paretovariate(0.7)), len(WORDS) - 1)] for _ in range(12)]
        lines.append(f"{number}.{index} {' '.join(words)} A/RES/{number}/{index}")
    content = "\n".join(lines)
    findings: list[Finding] = []
    at = 0
    for line in lines:
        findings.append(Passage(start=at, end=at + len(line), quote=line, by="passage.body", role="body"))
        at += len(line) + 1
    return recorded(content, number, findings)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How many documents of how many findings each."""

    documents: int
    each: int

    @property
    def total(self) -> int:
        """All findings."""
        return self.documents * self.each


def p95(times: list[float]) -> float:
    """Give the 95th percentile in milliseconds."""
    return statistics.quantiles(times, n=20)[-1] * 1000


def timed(act: Callable[[], Iterable[object]]) -> float:
    """Time an answer read to its end."""
    begun = time.perf_counter()
    for _ in act():
        pass
    return time.perf_counter() - begun


def figure(name: str, value: float, unit: str, told: str = "") -> None:
    """Print a figure."""
    print(f"{name:<20}{value:12,.{2 if value < 10 else 0}f} {unit}{f'  ({told})' if told else ''}", flush=True)


def fill(ledger: SqliteLedger, size: Size, make: Callable[[int, int], Batch]) -> list[float]:
    """Record documents; give the seconds each took."""
    spent = []
    for number in range(size.documents):
        batch = make(number, size.each)
        begun = time.perf_counter()
        ledger.append(batch)
        spent.append(time.perf_counter() - begun)
    return spent


def recording_rate(folder: Path, ledger: SqliteLedger, size: Size) -> None:
    """Measure recording: the rate, whether it holds as the ledger grows, and against bare inserts."""
    spent = fill(ledger, size, document)
    figure("recorded", size.total / sum(spent), "findings/s", f"{size.total:,} in {size.documents:,} documents")
    tenth = max(1, len(spent) // 10)
    first, last = statistics.median(spent[:tenth]), statistics.median(spent[-tenth:])
    figure("growth", last / first, "times", "median document of the last tenth against the first")
    seconds = bare(folder, ledger)
    figure("bare executemany", size.total / seconds, "findings/s")
    figure("ratio", seconds / sum(spent), "", "aim 0.4")


def listing_times(ledger: SqliteLedger, size: Size) -> None:
    """Measure listing 100 findings by the clocks, alone and with a party."""
    days = [737_425 + number * 180 for number in range(20)]  # from 2020 on
    moments = [entry.recorded_at for entry in ledger.entries(kind="reading")][:: max(1, size.documents // 10)]
    clocks = [
        Query(kinds=("ask",), published_by=day, recorded_by=moment, limit=100)
        for day in days
        for moment in (None, *moments)
    ]
    happened = [
        Query(kinds=("claim",), happened_from=day, happened_to=day + 365, published_by=day + 400, limit=100)
        for day in days
    ]
    keyed = [
        Query(kinds=("ask",), keys=(("addressee", body),), published_by=day, limit=100)
        for body in BODIES
        for day in days
    ]
    for name, queries in (("listing by clock", clocks), ("listing by happened", happened), ("listing by party", keyed)):
        times = [timed(lambda query=query: ledger.rows(query)) for query in queries]  # type: ignore[misc]
        figure(name, p95(times), "ms p95", f"100 of {size.total:,}; aim 50")


def search_times(folder: Path, size: Size) -> None:
    """Measure search among passages: common words, rare words, phrases and document symbols."""
    with open_ledger(folder / "passages.db", Opening()) as ledger:
        fill(ledger, size, passages)
        words = ["corridor", "corridor road", '"the corridor"', "council urges road", '"urges the council"']
        words += [f"word{number}" for number in range(0, 2000, 100)]
        words += [
            f"A/RES/{number}/{number % size.each}" for number in range(0, size.documents, max(1, size.documents // 20))
        ]
        times = [timed(lambda asked=asked: ledger.search(asked, limit=20)) for asked in words]  # type: ignore[misc]
        figure("search", p95(times), "ms p95", f"{size.total:,} passages; aim 100")


def verify_rate(path: Path, ledger: SqliteLedger) -> None:
    """Measure verifying against hashing the ledger's file, whose every page both read."""
    ledger._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # noqa: SLF001 - the bench looks beneath
    size = path.stat().st_size / 1e6
    begun = time.perf_counter()
    verified = ledger.verify()
    seconds = time.perf_counter() - begun
    program = shutil.which("sha256sum") or "shasum"
    begun = time.perf_counter()
    subprocess.run([program, path], check=True, capture_output=True)
    plain = time.perf_counter() - begun
    figure("verify", size / seconds, "MB/s", f"of {size:,.0f} MB; {program} {size / plain:,.0f} MB/s")
    figure("verify payloads", verified.size_bytes / seconds / 1e6, "MB/s", "payloads and texts alone")
    figure(
        "verify entries",
        verified.entries / seconds,
        "entries/s",
        "each parsed, hashed five times and its quote compared",
    )


def main() -> None:
    """Run all measurements."""
    parser = argparse.ArgumentParser(description="Measure the ledger.")
    parser.add_argument("--large", action="store_true", help="1,000,000 findings, 1,000,000 passages")
    large = parser.parse_args().large
    found = Size(documents=5000 if large else 100, each=200)
    searched = Size(documents=5000 if large else 50, each=200)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with open_ledger(folder / "a.db", Opening()) as ledger:
            recording_rate(folder, ledger, found)
            listing_times(ledger, found)
            verify_rate(folder / "a.db", ledger)
        search_times(folder, searched)


if __name__ == "__main__":
    main()
