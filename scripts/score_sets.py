# SPDX-License-Identifier: Apache-2.0
"""Score the reader on every gold set that is present: `make score`.

Usage: score_sets.py [SET …] [--misses LAYER] [--raise].

The examples travel with the package. Sets of real documents are looked for in the folder that TOCSIN_SETS names (by
default `shared` beside this checkout) and left out, with the reason, where they are not. `--raise` lifts the floors in
tests/floors.json to what was reached; it never lowers one.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from scripts.score import score, table  # noqa: E402 - the script stands beside this one
from tocsin import pipeline  # noqa: E402 - as above
from tocsin.catalogue.catalogue import load  # noqa: E402 - as above
from tocsin.reading.read import Reader  # noqa: E402 - as above
from tocsin.sources import formats, intake  # noqa: E402 - as above
from tocsin.sources.extracts import Extract  # noqa: E402 - as above

SETS = Path(os.environ.get("TOCSIN_SETS", ROOT.parent / "shared"))
FLOORS = ROOT / "tests" / "floors.json"
EXAMPLES = ROOT / "src" / "tocsin" / "examples"
SLACK = 0.0005
"""Floors are kept to three decimals."""

Rows = dict[str, dict[str, float | int | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldSet:
    """A folder of documents and their gold, read with a pack."""

    documents: Path
    gold: Path
    packs: tuple[Path, ...] = ()

    @property
    def present(self) -> bool:
        """Say whether the set is on this machine."""
        return self.gold.is_dir() and self.documents.is_dir()


GOLD_SETS: Mapping[str, GoldSet] = {
    "examples": GoldSet(documents=EXAMPLES / "documents", gold=EXAMPLES / "gold", packs=(EXAMPLES / "pack",)),
    "seeds": GoldSet(
        documents=SETS / "seeds", gold=SETS / "gold" / "seeds", packs=(ROOT / "packs" / "south-caucasus",)
    ),
    "upr": GoldSet(documents=SETS / "corpora" / "upr", gold=SETS / "corpora" / "upr"),
    "unsc": GoldSet(documents=SETS / "corpora" / "unsc", gold=SETS / "corpora" / "unsc"),
}


def scored(held: GoldSet, texts: Path) -> tuple[Rows, int, dict[str, list[tuple[str, str]]]]:
    """Read and score a set; reading texts of every format are written to `texts`, where the gold's offsets count."""
    gold = {json.loads(path.read_text(encoding="utf-8"))["document"] for path in held.gold.glob("*.json")}
    paths = sorted(path for path in held.documents.iterdir() if path.name in gold)
    for path in paths:
        extract = formats.read(path.read_bytes(), path.name)
        assert isinstance(extract, Extract), extract
        (texts / path.name).write_text(extract.text.content, encoding="utf-8", newline="")
    reader = Reader(load(held.packs)[0])
    lines: list[dict[str, Any]] = []
    for _outcome, found in pipeline.findings(intake.listing(paths), reader, pipeline.Intake()):
        lines += map(json.loads, found)
    return score(held.gold, lines, texts)


def flat(rows: Rows, broken: int) -> dict[str, float]:
    """Give the figures by `layer.figure`; `broken` must stay 0 and is kept as -broken, so that higher is better."""
    figures = {
        f"{layer}.{name}": round(float(value), 3)
        for layer, row in rows.items()
        for name, value in row.items()
        if value is not None and name != "gold" and not (layer == "document" and name in {"precision", "recall", "f1"})
    }
    return figures | {"anchors": -float(broken)}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", choices=[*GOLD_SETS, []], help="which; all by default")
    parser.add_argument("--misses", metavar="LAYER")
    parser.add_argument("--raise", dest="lift", action="store_true")
    args = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    for name in args.sets or GOLD_SETS:
        held = GOLD_SETS[name]
        if not held.present:
            print(f"== {name}: not on this machine ({held.gold.name} is looked for by TOCSIN_SETS)")
            continue

        with tempfile.TemporaryDirectory() as texts:
            rows, broken, misses = scored(held, Path(texts))
        print(f"== {name}")
        if args.misses:
            print("\n".join(f"{document}: {quote[:200]!r}" for document, quote in misses[args.misses]))
        else:
            print(table(rows, broken))
        if args.lift:
            old = floors.get(name, {})
            floors[name] = {key: max(value, old.get(key, value)) for key, value in flat(rows, broken).items()}
    if args.lift:
        FLOORS.write_text(json.dumps(floors, indent=1, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
