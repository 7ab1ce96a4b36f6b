# SPDX-License-Identifier: Apache-2.0
"""Kill `tocsin read` at random moments, again and again, and hold the ledger against its promises after each.

`python scripts/soak.py [--kills N] [--files N] [--seed N]`; prints a tally, exits 1 with the first broken promise.
After each kill: every file reported as read is there with its original, none is there twice, the chain is whole.
Once all files are read, the ledger says what one says that was never disturbed, and the next is begun.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tocsin import pipeline
from tocsin.errors import TocsinError
from tocsin.ledger.queries import Query
from tocsin.ledger.sqlite import open_ledger
from tocsin.sources.vault import beside

COMMAND = (sys.executable, "-c", "from tocsin.cli.main import main; main(prog_name='tocsin')")
"""The command as installed, whatever the working folder."""

PLACES = ("Orsava", "Karsk", "Ardan", "Velt City")
WHOLE = {"document": 1, "text": 1, "reading": 1, "card": 1}


class Broken(Exception):  # noqa: N818 - a promise is broken
    """A promise does not hold after a kill."""


@dataclass
class Tally:
    """What happened: kills by how many files had been reported, runs that came to their end, ledgers completed."""

    kills: int = 0
    ended: int = 0
    completed: int = 0
    reported: Counter[str] = field(default_factory=Counter)


def folder_of_files(folder: Path, count: int, chance: random.Random) -> Path:
    """Write letters of various lengths about an invented crisis; no two are equal."""
    folder.mkdir()
    for number in range(count):
        place, days = PLACES[number % len(PLACES)], 1 + number % 28
        lines = [
            f"{part + 1}. We urge the Government of Ardesh to reopen the road to {place} by {days} May 2031.\n\n"
            f"On {days} April 2031 {100 + part} persons were displaced near {place}. Famine threatens {place}.\n"
            for part in range(chance.randint(1, 12))
        ]
        title = f"Letter {number} of the {place} Assembly to the United Nations\n\n{days} April 2031\n\n"
        (folder / f"{number:03}.txt").write_text(title + "\n".join(lines), encoding="utf-8")
    return folder


def start(folder: Path, ledger: Path) -> subprocess.Popen[str]:
    """Start reading a folder into a ledger."""
    command = [*COMMAND, "read", str(folder), "--ledger", str(ledger)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, cwd=ledger.parent)


def reports(reader: subprocess.Popen[str]) -> Iterator[str]:
    """Give each file as it is reported to be in the ledger; half a line is no report."""
    assert reader.stderr is not None
    for line in reader.stderr:
        name, colon, told = line.rpartition(": ")
        if colon and line.endswith("\n") and told.startswith(("read,", "already there")):
            yield name


def killed(folder: Path, ledger: Path, seconds: float, *, after_first: bool) -> tuple[set[str], bool]:
    """Start reading and kill it after some seconds; give what was reported, and whether it had come to its end."""
    with start(folder, ledger) as reader:
        told = reports(reader)
        reported = set()
        if after_first:
            reported = {name for name in (next(told, None),) if name}
        timer = threading.Timer(seconds, reader.kill)
        timer.start()
        reported |= set(told)
        ended = reader.wait() == 0
        timer.cancel()
    return reported, ended


def check(ledger: Path, reported: set[str]) -> set[str]:
    """Hold a ledger against its promises; give the files it holds.

    Raises:
        Broken: One does not hold.
    """
    if not ledger.exists():
        if reported:
            raise Broken(f"{len(reported)} files were reported as read, and there is no ledger")
        return set()
    with open_ledger(ledger) as held:
        held.verify()
        originals = pipeline.verify_originals(held, beside(ledger))
        if originals.not_held:
            raise Broken(f"{originals.not_held} documents were recorded without their originals")
        sources: Counter[str] = Counter()
        for entry in held.entries(kind="document"):
            sources[str((entry.payload or {})["source"])] += 1
            about = Counter(told.kind for told in held.entries(document=entry.subject))
            if {kind: about[kind] for kind in WHOLE} != WHOLE:
                raise Broken(f"{entry.subject} is there in part or more than once: {dict(about)}")
            if about["finding"] + 1 != sum(1 for _ in held.rows(Query(document=entry.subject))):
                raise Broken(f"{entry.subject}: listings do not show what was recorded")
        if twice := [name for name, times in sources.items() if times > 1]:
            raise Broken(f"recorded twice: {', '.join(twice)}")
        if lost := reported - set(sources):
            raise Broken(f"reported as read and not there: {', '.join(sorted(lost))}")
        return set(sources)


def findings(ledger: Path) -> list[str]:
    """Give what a ledger says, whenever it was recorded."""
    with open_ledger(ledger) as held:
        return [row.finding for row in held.rows(Query())]


def soak(home: Path, *, kills: int, files: int, seed: int) -> Tally:
    """Kill readers `kills` times.

    Raises:
        Broken, TocsinError: The first promise that does not hold.
    """
    chance, tally = random.Random(seed), Tally()  # noqa: S311 - moments, not secrets
    folder = folder_of_files(home / "letters", files, chance)
    begun = time.monotonic()
    undisturbed, ended = killed(folder, home / "undisturbed.db", 600, after_first=False)
    whole_run = time.monotonic() - begun
    if not ended or len(undisturbed) != files:
        raise Broken(f"an undisturbed run read {len(undisturbed)} of {files} files")
    expected = findings(home / "undisturbed.db")
    ledger, reported = home / "0.db", set[str]()
    while tally.kills < kills:
        after_first = chance.random() < 0.5  # the other half hit the start, the opening and the first batch too
        seconds = chance.random() * (whole_run / 4 if after_first else whole_run)
        told, ended = killed(folder, ledger, seconds, after_first=after_first)
        reported |= told
        tally.kills += not ended
        tally.ended += ended
        tally.reported["none" if not told else "some" if len(told) < files else "all"] += 1
        if check(ledger, reported) == undisturbed and ended:
            _complete(ledger, expected)
            tally.completed += 1
            ledger, reported = home / f"{tally.completed}.db", set()
    with start(folder, ledger) as reader:
        again = set(reports(reader))
    if reader.returncode or check(ledger, again) != undisturbed:
        raise Broken("running it again did not complete the ledger")
    _complete(ledger, expected)
    tally.completed += 1
    return tally


def _complete(ledger: Path, expected: list[str]) -> None:
    if findings(ledger) != expected:
        raise Broken(f"{ledger.name}: says something else than a ledger that was never disturbed")


def main() -> None:
    """Soak and print the tally."""
    parser = argparse.ArgumentParser(description="Kill `tocsin read` at random moments.")
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--files", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        try:
            tally = soak(Path(home), kills=args.kills, files=args.files, seed=args.seed)
        except (Broken, TocsinError) as error:
            sys.exit(f"broken: {error}")
    told = ", ".join(f"{tally.reported[name]} with {name}" for name in ("none", "some", "all"))
    print(f"kills               {tally.kills:12,} ({told} of the files reported)")
    print(f"runs to their end   {tally.ended:12,}")
    print(f"ledgers completed   {tally.completed:12,}, each saying what an undisturbed one says")
    print(f"seconds             {time.monotonic() - begun:12,.0f}")


if __name__ == "__main__":
    main()
