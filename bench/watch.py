# SPDX-License-Identifier: Apache-2.0
"""Measure what is derived: `python bench/watch.py [--findings 50000]`; prints one view a line, with what it aims at.

`first`: seconds that a view takes where nothing is kept; `again`: for the same ledger; `more`: after one more document.
`ratio`: `first` against a plain listing (`listed`) of the same findings from the same ledger, which every view must do
at least once. `growth`: how much longer `first` is for ten times the findings; 10 is linear.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from tocsin.catalogue.catalogue import Catalogue, load
from tocsin.ledger import recording
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import listed
from tocsin.ledger.queries import Query
from tocsin.ledger.recollections import forget
from tocsin.ledger.sqlite import open_ledger
from tocsin.linking.clusters import clusters
from tocsin.linking.obligations import obligations
from tocsin.linking.proposing import proposals
from tocsin.linking.standing_asks import standing_asks
from tocsin.linking.voices import voices
from tocsin.records.findings import Ask, Card, Claim, Finding, Party, Warning  # noqa: A004 - the house's word
from tocsin.records.ids import digest
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Text
from tocsin.watch.alarm_rules import AlarmRule
from tocsin.watch.alarms import rings
from tocsin.watch.following import followed
from tocsin.watch.matrices import matrix
from tocsin.watch.notices import notices

EACH = 50
"""Findings of a document."""

ISSUERS = ("france", "kenya", "peru", "nepal", "chad", "un-ocha", "icrc", "amnesty-international")
ADDRESSEES = ("united-nations", "european-union", "african-union", "un-security-council", "osce", "icrc")
PLACES = ("aleppo", "homs", "idlib", "raqqa", "daraa")
ACTS = ("blockade", "denial-of-relief", "displacement", "killing", "bombardment")
HARMS = ("famine", "forced-displacement", "genocide", "denial-of-relief", "armed-conflict")


def fill(folder: Path, findings: int) -> Ledger:
    """Make a ledger of so many findings: half claims, a quarter warnings, a quarter asks."""
    ledger = open_ledger(folder / f"{findings}.db")
    for number in range(findings // EACH):
        put(ledger, number)
    return ledger


def put(ledger: Ledger, number: int) -> None:
    """Record a document, which is no copy of any other."""
    lines = [_line(number, index) for index in range(EACH)]
    content = "\n".join(lines)
    found: list[Finding] = []
    at = 0
    for index, line in enumerate(lines):
        found.append(_finding(number, index, at, line))
        at += len(line) + 1
    name = digest(content.encode())
    issued = f"{2020 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"
    issuer = ISSUERS[number % len(ISSUERS)]
    card = Card(genre="statement", issued=issued, issuers=(Party(id=issuer, name=issuer),))
    run = Run(document=name, version="plain/1", reader="bench/1", catalogue=digest(b""))
    text = Text(document=name, version="plain/1", media_type="text/plain", content=content)
    original = Original(document=name, size_bytes=len(content), source=f"{number}.txt")
    ledger.append(recording.reading(original, text, run, card, tuple(found), author=run.id))


def _line(number: int, index: int) -> str:
    """Make a line that no other document has, so that the documents are no copies of each other."""
    words = " ".join(f"word{(number * 7919 + index * 104_729 + step * 31) % 900_001}" for step in range(8))
    return f"{number}.{index} The only road to the town was closed to food: {words}."


def _finding(number: int, index: int, at: int, line: str) -> Finding:
    place = {"start": at, "end": at + len(line), "quote": line, "by": "bench"}
    where = PLACES[(number + index) % len(PLACES)]
    month = f"{2020 + number % 5}-{1 + index % 12:02}"
    if index % 4 < 2:
        act = ACTS[index % len(ACTS)]
        return Claim(**place, act=act, when=month, places=(Party(id=where, name=where),))  # type: ignore[arg-type]
    if index % 4 == 2:
        harm = HARMS[index % len(HARMS)]
        return Warning(**place, harm=harm, places=(Party(id=where, name=where),))  # type: ignore[arg-type]
    whom = ADDRESSEES[(number + index) % len(ADDRESSEES)]
    return Ask(**place, force="urge", addressees=(Party(id=whom, name=whom),))  # type: ignore[arg-type]


def views(catalogue: Catalogue) -> dict[str, Callable[[Ledger], object]]:
    """Name what is measured."""
    rules = (AlarmRule(id="rise", kind="rise"), AlarmRule(id="silence", kind="silence", days=30))
    return {
        "voices": lambda ledger: voices(ledger, Query()),
        "standing": lambda ledger: standing_asks(ledger, catalogue, Query()),
        "events": lambda ledger: clusters(ledger, catalogue, Query()),
        "answers proposed": lambda ledger: proposals(ledger, catalogue, Query()),
        "obligations": lambda ledger: obligations(ledger, catalogue, Query()),
        "notice": lambda ledger: notices(ledger, catalogue, Query(), day=date(2026, 1, 1)),
        "watch": lambda ledger: matrix(ledger, catalogue, Query()),
        "warnings followed": lambda ledger: followed(ledger, catalogue, Query()),
        "alarms": lambda ledger: rings(ledger, catalogue, Query(), rules),
    }


def seconds(work: Callable[[], object]) -> float:
    """Measure processor time, which other work on the machine does not lengthen."""
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measure(small: Ledger, large: Ledger, catalogue: Catalogue, findings: int) -> None:
    """Print what each view takes."""
    kinds = Query(kinds=("claim", "warning", "ask"))
    plain = anew(lambda: list(listed(large, kinds)))
    print(f"listed: {plain:.2f} s for {findings} findings")
    for number, (name, view) in enumerate(views(catalogue).items()):
        little, much = anew(partial(view, small)), anew(partial(view, large))
        again = seconds(partial(view, large))
        put(large, findings + number)
        more = seconds(partial(view, large))
        print(
            f"{name}: first {much:.2f} s (aim: 3), again {again:.2f} s, more {more:.2f} s (aim: 0.3), "
            f"ratio {much / plain:.1f}, growth {much / max(little, 0.001):.1f}"
        )


def anew(work: Callable[[], object]) -> float:
    """Measure where nothing is kept."""
    forget()
    return seconds(work)


def main() -> None:
    """Measure every view on a small and a large ledger."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--findings", type=int, default=50_000)
    findings = parser.parse_args().findings
    catalogue = load()[0]
    with tempfile.TemporaryDirectory() as folder:
        measure(fill(Path(folder), findings // 10), fill(Path(folder), findings), catalogue, findings)


if __name__ == "__main__":
    main()
