# SPDX-License-Identifier: Apache-2.0
"""Measure access, people and needs over a long table: `python bench/figures.py [ROWS]`; a figure a line.

Each ratio is the time of one derived figure against the time of listing the same findings once (`listed`): what a
figure costs beside reading the ledger, whatever the machine. Linear: the ratio stays as rows grow.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import tocsin.examples
from tocsin.catalogue.catalogue import load
from tocsin.ledger.listed import listed
from tocsin.ledger.queries import Query
from tocsin.ledger.sqlite import open_ledger
from tocsin.pipeline import Intake, read
from tocsin.reading.read import Reader
from tocsin.sources.intake import listing
from tocsin.sources.vault import Vault
from tocsin.watch.access_logs import access_log
from tocsin.watch.needs import needs
from tocsin.watch.tolls import tolls

STATES = ("open", "restricted", "closed")


def table(rows: int) -> str:
    lines = ["#date,#loc+name,#access+status,#reached+trucks,#affected+killed"]
    first = date(1995, 1, 1)
    lines += [
        f"{first + timedelta(day)},Tamar corridor,{STATES[day * 7 % 3]},{day % 40},{day % 3}" for day in range(rows)
    ]
    return "\n".join(lines)


def seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    catalogue = load([Path(tocsin.examples.__file__).parent / "pack"])[0]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.csv"
        path.write_text(table(rows), encoding="utf-8")
        with open_ledger(Path(folder) / "bench.db") as ledger:
            taken = read(listing([path]), ledger, Vault(Path(folder) / "vault"), Reader(catalogue), Intake())
            print(f"findings: {sum(outcome.findings for outcome in taken)}")
            both = Query(kinds=("claim", "quantity"))
            once = seconds(lambda: sum(1 for _ in listed(ledger, both)))
            print(f"listed once: {once:.2f} s")
            place = catalogue.places["tamar-corridor"]
            days = Query(happened_from=date(2000, 1, 1).toordinal(), happened_to=date(2000, 12, 31).toordinal())
            for name, work in (
                ("access", lambda: access_log(ledger, catalogue, place, Query())),
                ("people", lambda: tolls(ledger, catalogue, None, Query())),
                ("needs", lambda: needs(ledger, catalogue, catalogue.places["orsava"], days)),
            ):
                taken_seconds = seconds(work)
                print(f"{name}: {taken_seconds:.2f} s, ratio {taken_seconds / once:.2f} of listing once")


if __name__ == "__main__":
    main()
