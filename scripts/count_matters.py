# SPDX-License-Identifier: Apache-2.0
"""Count in how many asks each feature of matters.py stands, and write how much it tells: linking/matter_weights.tsv.

The asks are those of UPR Info's recommendations and of Security Council resolutions, where they are on this machine;
only counts of single stems and ids are kept, no words in a row.

    python -m scripts.count_matters FOLDER_OF_SETS
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tocsin.catalogue.catalogue import load
from tocsin.linking.likeness import TABLE
from tocsin.linking.matters import Matters

LEAST = 15
"""Asks in which a feature must stand to have a line of its own; rarer ones tell as much as the rarest."""


def asks(sets: Path) -> Iterator[str]:
    """Give the words of every ask."""
    for line in (sets / "upr_info" / "recommendations.jsonl").read_text(encoding="utf-8").splitlines():
        yield str(json.loads(line)["text"])
    for path in sorted((sets / "unsc").glob("*.json")):
        for mark in json.loads(path.read_text(encoding="utf-8"))["marks"]:
            if mark["layer"] == "ask":
                yield str(mark["quote"])


def main(sets: Path) -> None:
    """Write the table."""
    matters = Matters(load()[0])
    counts: Counter[str] = Counter()
    total = 0
    for words in asks(sets):
        total += 1
        counts.update(feature.key for feature in matters.of_words(words).features)
    lines = [
        "# How much a feature of an ask tells: inverse document frequency x 100, among asks of UN documents.",
        "# Made by scripts/count_matters.py; see docs/standing.md.",
        f"*\t{round(100 * math.log(total / LEAST))}",
    ]
    lines += [
        f"{key}\t{round(100 * math.log(total / count))}" for key, count in sorted(counts.items()) if count >= LEAST
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
