# SPDX-License-Identifier: Apache-2.0
"""Print how well the main text of pages is found, against trafilatura: `python bench/main_text.py [FOLDER]`.

FOLDER holds the article extraction benchmark of Zyte (`ground-truth.json` with the articles by hand, `html/*.html.gz`);
by default it is looked for in the folder that TOCSIN_SETS names. The measure is the benchmark's: precision, recall and
F1 over runs of four words, each page counting alike. The second line of each is the half of the pages from which the
model of clutter was not learnt (docs/clutter.md). What `tocsin text --main` prints is measured as it is printed.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import fmean

import trafilatura

from tocsin import pipeline
from tocsin.catalogue.catalogue import load
from tocsin.reading.read import Reader
from tocsin.records.problems import Problem
from tocsin.sources import html

SETS = Path(os.environ.get("TOCSIN_SETS", Path(__file__).parents[2] / "shared"))
RUN = 4
Share = tuple[float, float, float]
"""What both have, what is too much, what is missing, as shares of all three."""


def runs(content: str) -> Counter[tuple[str, ...]]:
    """Count the runs of four words; a shorter text is one run."""
    words = re.findall(r"\w+", content)
    return Counter(tuple(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))) if words else Counter()


def share(gold: str, found: str) -> Share:
    """Hold one page's article against what was found of it."""
    wanted, given = runs(gold), runs(found)
    both = (wanted & given).total()
    whole = wanted.total() + given.total() - both
    return (both / whole, (given.total() - both) / whole, (wanted.total() - both) / whole) if whole else (1.0, 0.0, 0.0)


def told(shares: Sequence[Share]) -> str:
    """Give precision, recall and F1."""
    right, wrong, missed = (fmean(column) for column in zip(*shares, strict=True))
    precision, recall = right / (right + wrong), right / (right + missed)
    return f"{precision:.3f} {recall:.3f} {2 * precision * recall / (precision + recall):.3f}  {len(shares)} pages"


def learnt(name: str) -> bool:
    """Say whether the model of clutter was learnt from a page, by the hash that scripts/paste_pages.py takes."""
    return int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 0


def main(folder: str = str(SETS / "corpora" / "main_text")) -> None:
    """Measure both on every page."""
    if not Path(folder).is_dir():
        print(f"no pages: {folder} is not on this machine; TOCSIN_SETS names the folder that holds corpora")
        return
    truth = json.loads((Path(folder) / "ground-truth.json").read_text(encoding="utf-8"))
    reader = Reader(load()[0])

    def ours(page: bytes) -> str:
        read = html.read(page)
        return "" if isinstance(read, Problem) else pipeline.main_text(read.text, reader)

    def peer(page: bytes) -> str:
        return trafilatura.extract(page.decode("utf-8", "replace"), include_comments=False) or ""

    pages = {name: gzip.decompress((Path(folder) / "html" / f"{name}.html.gz").read_bytes()) for name in truth}
    ways: dict[str, Callable[[bytes], str]] = {"trafilatura": peer, "tocsin text --main": ours}
    for says, way in ways.items():
        shares = {name: share(truth[name]["articleBody"], way(page)) for name, page in pages.items()}
        print(f"{says:20} {told([*shares.values()])}")
        print(f"{'':20} {told([one for name, one in shares.items() if not learnt(name)])}")


if __name__ == "__main__":
    main(*sys.argv[1:])
