# SPDX-License-Identifier: Apache-2.0
"""Measure dossiers: `python bench/dossiers.py [FINDINGS]` (50,000 unless told); seconds and memory of each form.

Each form is what goes out: a paper of as many statements as fit, with the annex that holds all where there are more.
The ledger is made of the invented documents, again and again under other dates; half of the copies are of the same
words (reprints), half have other letters in their words, so that nothing joins them. Each form is gathered and written
in a process of its own; aims are 30 s and 1,000 MB. `ratio`: a form against Markdown, which only joins strings.
"""

import random
import resource
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from importlib import resources
from pathlib import Path

from tocsin.catalogue.bodies import with_organs
from tocsin.catalogue.catalogue import load
from tocsin.desk.dossiers import FORMS, rendered
from tocsin.dossier import annexes, dossiers
from tocsin.ledger import recording
from tocsin.ledger.queries import Query
from tocsin.ledger.sqlite import open_ledger
from tocsin.reading.read import Reader, Reading
from tocsin.records.ids import digest
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Text
from tocsin.sources import intake

BODY = "northern-union"
SECONDS, MEGABYTES = 30, 1000


def originals(pack: Path, documents: Path) -> list[tuple[Text, Reading]]:
    """Read the invented documents."""
    reader = Reader(load([pack])[0])
    taken = [one for item in intake.listing([documents]) for one in intake.outcomes(item)]
    return [(one.text, reader.read(one.text)) for one in taken if isinstance(one, intake.Taken)]


def copies(read: list[tuple[Text, Reading]], wanted: int) -> Iterator[tuple[Original, Text, Run, Reading]]:
    """Give copies until there are as many findings as wanted."""
    chance = random.Random(7)  # noqa: S311 - no secret
    findings = number = 0
    while findings < wanted:
        text, reading = read[number % len(read)]
        letters = list(string.ascii_lowercase)
        if number % 2:
            chance.shuffle(letters)
        content = text.content.translate(str.maketrans(string.ascii_lowercase, "".join(letters))) + f"\nCopy {number}."
        document = digest(content.encode())
        issued = (date(2020, 1, 1) + timedelta(days=number % 2000)).isoformat()
        found = tuple(replace(one, quote=content[one.start : one.end]) for one in reading.findings)
        card = replace(reading.card, issued=issued, issued_basis="given")
        yield (
            Original(document=document, size_bytes=len(content), source=f"copy-{number}.txt"),
            replace(text, document=document, content=content),
            Run(document=document, version=text.version, reader="bench/1", catalogue=document),
            replace(reading, findings=found, card=card),
        )
        findings += len(found)
        number += 1


def one(path: str, pack: str, form: str) -> None:
    """Gather and write one form, and tell how long it took and how much memory."""
    catalogue = load([Path(pack)])[0]
    with open_ledger(path) as ledger:
        begun = time.process_time()
        made = annexes.fitted(
            dossiers.gather(
                ledger, catalogue, with_organs(catalogue, BODY), Query(), named="Northern Union", made_with="bench"
            ),
            catalogue,
        )
        gathered = time.process_time() - begun
        data = rendered(made, form)
        if made.annex is not None:
            data += rendered(made, "csv")
        took = time.process_time() - begun
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{form} {gathered:.1f} {took:.1f} {memory:.0f} {len(data)} {len(made.notes)}")


def main(wanted: int) -> None:
    """Measure every form."""
    with resources.as_file(resources.files("tocsin.examples")) as held, tempfile.TemporaryDirectory() as folder:
        path, pack = f"{folder}/bench.db", held / "pack"
        documents = 0
        with open_ledger(path) as ledger:
            for original, text, run, reading in copies(originals(pack, held / "documents"), wanted):
                ledger.append(recording.reading(original, text, run, reading.card, reading.findings, author=run.id))
                documents += 1
        print(f"{wanted:,} findings, {documents:,} documents")
        peer = 0.0
        for form in ("md", *(form for form in FORMS if form != "md")):
            made = subprocess.run(
                [sys.executable, __file__, "--one", path, str(pack), form], capture_output=True, text=True, check=True
            )
            _, gathered, took, memory, size, notes = made.stdout.split()
            writing = float(took) - float(gathered)
            peer = peer or max(writing, 0.1)
            aim = "within" if float(took) < SECONDS and float(memory) < MEGABYTES else "beyond"
            print(
                f"{form:5} {took} s ({gathered} s to gather), {memory} MB, {int(size) / 1e6:.1f} MB file, "
                f"{notes} notes; ratio to md {writing / peer:.1f}; {aim} {SECONDS} s and {MEGABYTES} MB"
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:5])
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else 50_000)
