# SPDX-License-Identifier: Apache-2.0
"""Measure the reading room: `python bench/web.py [FINDINGS]` (100,000 unless told); one figure a line with its aim.

The ledger is made of the invented documents, each again and again under another date. Pages are asked for over a
socket of this machine. `ratio`: the 95th percentile of all pages against the bare answer of the same server to
`/static/bell.svg`, which no ledger stands behind.
"""

from __future__ import annotations

import contextlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from importlib import resources
from pathlib import Path

import httpx

from tocsin.catalogue.catalogue import load
from tocsin.desk.desks import Desk
from tocsin.ledger import recording
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.reading.read import Reader, Reading
from tocsin.records.ids import digest
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Text
from tocsin.sources import intake
from tocsin.web.serving import link, served

FIRST_MS, P95_MS, TOLD_MS = 100, 300, 1500
ACCEPTED = 202
WORKED_OUT = ("/asks/whom", "/asks/standing", "/asks/notice", "/timeline/events", "/watch/risk", "/voices")
"""Pages on what is put together of the whole ledger: how long that takes is measured by other benchmarks."""
TIMES = 12


def originals(pack: Path, documents: Path) -> list[tuple[Text, Reading]]:
    reader = Reader(load([pack])[0])
    taken = [one for item in intake.listing([documents]) for one in intake.outcomes(item)]
    return [(one.text, reader.read(one.text)) for one in taken if isinstance(one, intake.Taken)]


def fill(ledger: Ledger, read: list[tuple[Text, Reading]], wanted: int) -> tuple[int, int]:
    """Record copies until there are as many findings as wanted; give how many documents and findings there are."""
    findings = number = 0
    while findings < wanted:
        text, reading = read[number % len(read)]
        content = f"{text.content}\nCopy {number}."
        document = digest(content.encode())
        copy = replace(text, document=document, content=content)
        issued = (date(2020, 1, 1) + timedelta(days=number % 2000)).isoformat()
        card = replace(reading.card, issued=issued, issued_basis="given")
        run = Run(document=document, version=text.version, reader="bench/1", catalogue=document)
        original = Original(document=document, size_bytes=len(content), source=f"copy-{number}.txt")
        ledger.append(recording.reading(original, copy, run, card, reading.findings, author=run.id))
        findings += len(reading.findings)
        number += 1
    return number, findings


@contextlib.contextmanager
def browsing(at: Desk) -> Iterator[httpx.Client]:
    with served(at, handle="bench") as held:
        first = link(held)
        with httpx.Client(base_url=f"http://{held.address.shown}", timeout=120) as client:
            client.get(first)
            yield client


def took(client: httpx.Client, path: str) -> float:
    """Say how long a page takes in milliseconds; what is worked out behind it is waited for before."""
    while True:
        begun = time.perf_counter()
        answer = client.get(path)
        spent = (time.perf_counter() - begun) * 1000
        if answer.status_code != ACCEPTED:
            assert answer.status_code == 200, (path, answer.text)
            return spent
        time.sleep(0.2)


def told(client: httpx.Client, path: str) -> float:
    """Say after how long a page answers at all: with what it shows, or with the word that it is worked out."""
    begun = time.perf_counter()
    assert client.get(path).status_code in {200, ACCEPTED}, path
    return (time.perf_counter() - begun) * 1000


def paths(at: Desk) -> dict[str, list[str]]:
    """Give the addresses that are asked for, by page."""
    chance = random.Random(7)  # noqa: S311 - which pages are asked for
    with at.open() as held:
        rows = list(held.rows(Query(kinds=("document",), limit=2000)))
        asks = list(held.rows(Query(kinds=("ask",), limit=2000)))
    documents = [
        f"/documents/{(row.entry.document or '').removeprefix('sha256:')}" for row in chance.sample(rows, TIMES)
    ]
    findings = [f"/findings/{row.finding.removeprefix('sha256:')}" for row in chance.sample(asks, TIMES)]
    return {
        "documents": [f"/documents?page={chance.randint(1, 60)}" for _ in range(TIMES)],
        "a document": documents,
        "a finding": findings,
        "asks": [f"/asks?page={chance.randint(1, 20)}" for _ in range(TIMES)],
        "asks to": ["/asks?to=Ardesh", "/asks?to=Northern+Union", "/asks?to=ardesh&force=call"] * (TIMES // 3),
        "asks by a day": [f"/asks?published-by={2020 + number % 5}-06-30" for number in range(TIMES)],
        "warnings": [f"/warnings?page={chance.randint(1, 20)}" for _ in range(TIMES)],
        "timeline": [f"/timeline?page={chance.randint(1, 20)}" for _ in range(TIMES)],
        "search": ["/search?q=corridor", "/search?q=checkpoint+bridge", "/search?q=kind:ask+to:ardesh+corridor"]
        * (TIMES // 3),
        "to decide": [f"/proposals?page={chance.randint(1, 5)}" for _ in range(TIMES)],
        "timeline at": ["/timeline?place=Karsk", "/timeline?place=Orsava", "/timeline?act=blockade"] * (TIMES // 3),
        "names": ["/names"] * TIMES,
        "take out": ["/take-out"] * TIMES,
    }


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder, resources.as_file(resources.files("tocsin.examples")) as examples:
        at = Desk(ledger_path=Path(folder) / "tocsin.db", packs=(examples / "pack",))
        begun = time.perf_counter()
        with at.open(new=True) as ledger:
            documents, findings = fill(ledger, originals(examples / "pack", examples / "documents"), wanted)
        print(f"made         {findings:,} findings in {documents:,} documents, {time.perf_counter() - begun:.0f} s")
        with browsing(at) as client:
            print(f"first page   {took(client, '/documents'):6.0f} ms, once opened (aim {FIRST_MS})")
            measure(client, at)


def measure(client: httpx.Client, at: Desk) -> None:
    bare = statistics.quantiles([took(client, "/static/bell.svg") for _ in range(60)], n=20)[-1]
    every = []
    for name, asked in paths(at).items():
        times = [took(client, path) for path in asked]
        every += times[1:]
        print(f"{name:<12} {statistics.median(times):6.0f} ms median, {max(times):6.0f} most, {times[0]:6.0f} first")
    p95 = statistics.quantiles(every, n=20)[-1]
    print(f"all pages    {statistics.median(every):6.0f} ms median, {p95:6.0f} ms p95 (aim {P95_MS})")
    slowest = max(told(client, path) for path in WORKED_OUT)
    print(f"worked out   {slowest:6.0f} ms most until a page says so, or is there (aim {TOLD_MS})")
    print(f"ratio        {p95 / bare:6.1f} (p95 against {bare:.1f} ms for the bell, which no ledger stands behind)")


if __name__ == "__main__":
    main()
