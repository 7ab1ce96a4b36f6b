# SPDX-License-Identifier: Apache-2.0
"""Print pair F1 on planted reprints, against rensa's LSH: `python bench/voices.py [FOLDER]`.

FOLDER holds texts (*.txt) that reprints are made of; without it, letters of the invented crisis. The peer compares
whole texts by estimated Jaccard (128 permutations, threshold 0.5) and joins what it finds, over the same shingles.
How fast it is, `bench/linking.py` tells.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping
from pathlib import Path

try:
    import rensa
except ImportError:
    rensa = None

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.linking.reprints import Planted, letter, planted, score
from tests.linking.shelves import shelf_read
from tocsin.catalogue.catalogue import load
from tocsin.ledger.queries import Query
from tocsin.linking.shingles import outline
from tocsin.linking.voices import voices
from tocsin.reading.read import Reader
from tocsin.records.ids import Digest, digest

PERMUTATIONS, BANDS = 128, 32


_UNSIGNED = 2**64 - 1


def peer(outlines: Mapping[Digest, list[int]]) -> dict[Digest, Digest]:
    """Group texts as rensa's MinHash with bands of four groups them."""
    hashed = [[shingle & _UNSIGNED for shingle in made] for made in outlines.values()]
    rows = rensa.RMinHash.digest_matrix_from_token_hash_sets(hashed, PERMUTATIONS, 42).to_rows()
    group = {name: name for name in outlines}
    seen: dict[tuple[int, ...], Digest] = {}

    def root(name: Digest) -> Digest:
        while group[name] != name:
            name = group[name]
        return name

    size = PERMUTATIONS // BANDS
    for name, row in zip(outlines, rows, strict=True):
        for band in range(BANDS):
            key = band, *row[band * size : (band + 1) * size]
            group[root(name)] = root(seen.setdefault(key, name))
    return {name: root(name) for name in group}


def quality(texts: Mapping[str, str]) -> None:
    """Print the pair F1 of voices, and of the peer, on reprints planted of texts."""
    items = planted(texts)
    ledger = shelf_read(Reader(load()[0]), *(item.content for item in items))
    began = time.perf_counter()
    found = voices(ledger, Query())
    took = time.perf_counter() - began
    tell("voices", items, {name: found.of(name) for name in found.voice_of})
    if rensa is None:
        print("no peer: pip install --require-hashes -r requirements/bench.txt")
    else:
        tell("rensa LSH", items, peer({name_of(item): outline(item.content) for item in items}))
    print(f"{len(items)} documents into {len(found.groups)} voices in {took:.2f} s")


def name_of(item: Planted) -> Digest:
    return digest(item.content.encode())


def tell(who: str, items: list[Planted], voice_of: Mapping[Digest, Digest]) -> None:
    result = score((item.origin, voice_of[name_of(item)]) for item in items)
    print(f"{who:10} pair F1 {result.f1:.3f} (right {result.right}, wrong {result.wrong}, missed {result.missed})")


def main(folder: str | None = None) -> None:
    if folder is not None and Path(folder).is_dir():
        quality({path.name: path.read_text(encoding="utf-8") for path in sorted(Path(folder).glob("*.txt"))[:40]})
    else:
        quality({f"letter {number}": letter(number) for number in range(20)})


if __name__ == "__main__":
    main(*sys.argv[1:])
