# SPDX-License-Identifier: Apache-2.0
"""Print how long voices of many documents take: `python bench/linking.py [DOCUMENTS [LEDGER]]`.

Half of the documents are letters of the invented crisis that nobody prints again; the other half are letters in nine
versions each: wrapped anew, cut, corrected, in other order, inside an article. LEDGER is where they are recorded, if
it is not there yet (recording takes far longer than grouping); without it, the figure from a ledger is left out.

The peer is datasketch on the very same shingles: MinHash of 128 permutations, LSH at a Jaccard of 0.5, pairs joined.
Wall time is told beside CPU time (this process and its helper), since a machine is seldom idle.
"""

from __future__ import annotations

import itertools
import os
import random
import re
import sys
import time
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

try:
    datasketch: Any = import_module("datasketch")
    np: Any = import_module("numpy")
except ImportError:
    datasketch = np = None

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.linking.reprints import Planted, Score, letter, planted
from tocsin.ledger import recording
from tocsin.ledger.ledger import Batch, Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.sqlite import open_ledger
from tocsin.linking.crews import crew, elsewhere, made
from tocsin.linking.sketches import Outline, Sketches
from tocsin.linking.voices import voices
from tocsin.records.findings import Card, Party, Passage
from tocsin.records.ids import Digest, digest
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Text

PORTION = 500
SYLLABLES = [first + last for first in "bdfgklmnprstvz" for last in ("a", "e", "i", "o", "u", "an", "er", "il")]
_LONG = re.compile(r"\b[a-z]{4,}\b")
PERMUTATIONS, THRESHOLD = 128, 0.5
_T = TypeVar("_T")


def written(number: int) -> str:
    """Write a letter in which one long word in three is of a lexicon as large as a language's.

    The tests' letters have the words of one small crisis; among a hundred thousand of them every five words stand in
    many.
    """
    chance = random.Random(number)  # noqa: S311 - words, not secrets

    def other(match: re.Match[str]) -> str:
        return "".join(chance.choices(SYLLABLES, k=3)) if chance.random() < 1 / 3 else match[0]

    paragraphs = letter(number).split("\n\n")
    return "\n\n".join([*paragraphs[:2], *(_LONG.sub(other, part) for part in paragraphs[2:-4]), *paragraphs[-4:]])


def documents(count: int) -> Iterator[Planted]:
    """Give documents, nine versions of a letter and nine letters of their own by turns."""
    made = (
        item
        for first in itertools.count(step=10)
        for item in (
            *planted({str(first): written(first)}),
            *(
                Planted(name=str(n), origin=str(n), way="text", content=written(n))
                for n in range(first + 1, first + 10)
            ),
        )
    )
    return itertools.islice(made, count)


def timed(says: str, work: Callable[[], _T]) -> tuple[_T, float]:
    """Do work; print how long it took, and give that in seconds of CPU."""
    wall, before = time.perf_counter(), os.times()
    found = work()
    after = os.times()
    own, helpers = (sum(after[at : at + 2]) - sum(before[at : at + 2]) for at in (0, 2))
    print(f"{says:34} {time.perf_counter() - wall:7.1f} s wall  {own:7.1f} s CPU, helper {helpers:.1f} s")
    return found, own + helpers


def outlines(items: Sequence[Planted]) -> dict[Digest, Outline]:
    """Make the outlines of texts."""
    found: dict[Digest, Outline] = {}
    portions = [items[start : start + PORTION] for start in range(0, len(items), PORTION)]
    with crew(len(portions)) as several:
        told = several.do("outlines", ([item.content for item in portion] for portion in portions))
        for portion, rows in zip(portions, told, strict=True):
            for item, values in zip(portion, rows, strict=True):
                found[digest(item.content.encode())] = made(values)
    return found


def paired(found: Mapping[Digest, Outline]) -> list[tuple[Digest, Digest]]:
    """Give the pairs that are worth measuring."""
    held = Sketches()
    with crew(2) as several:
        held.add(found, elsewhere(several))
    return [(met.first, met.second) for met in held.meetings()]


def peer(found: Mapping[Digest, Outline]) -> list[tuple[Digest, Digest]]:
    """Give the pairs that datasketch finds, over the same shingles."""
    lsh = datasketch.MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    pairs = []
    for name, outline in found.items():
        made = datasketch.MinHash(num_perm=PERMUTATIONS, hashfunc=int)
        made.hashvalues = _least(made, outline.shingles)
        pairs += [(other, name) for other in lsh.query(made)]
        lsh.insert(name, made)
    return pairs


def _least(made: Any, shingles: array[int]) -> Any:  # noqa: ANN401 - numpy's arrays
    """Give the least values of shingles under datasketch's permutations, all at once: kinder than its `update`."""
    first, second = made.permutations
    held = np.frombuffer(shingles, dtype=np.uint64) & np.uint64(2**32 - 1)
    prime, most = np.uint64(2**61 - 1), np.uint64(2**32 - 1)
    return (((held[:, None] * first + second) % prime) & most).min(axis=0)


def quality(items: Sequence[Planted], pairs: Sequence[tuple[Digest, Digest]]) -> Score:
    """Say how many pairs are of one origin, and how many of one origin are not among them."""
    origin = {digest(item.content.encode()): item.origin for item in items}
    right = sum(origin[one] == origin[other] for one, other in pairs)
    sizes: dict[str, int] = {}
    for name in origin.values():
        sizes[name] = sizes.get(name, 0) + 1
    wanted = sum(size * (size - 1) // 2 for size in sizes.values())
    return Score(right=right, wrong=len(pairs) - right, missed=wanted - right)


def tell(pairs: Sequence[object], found: Score) -> None:
    print(f"    {len(pairs)} pairs: right {found.right}, of other letters {found.wrong}, missed {found.missed}")


def recorded(item: Planted) -> Batch:
    """Make a document a batch: a card, and all of it body."""
    data, number = item.content.encode(), int(item.origin)
    name = digest(data)
    text = Text(document=name, version="plain/1", media_type="text/plain", content=item.content)
    run = Run(document=name, version="plain/1", reader="reader/1", catalogue=digest(b"catalogue"))
    issued = f"{2010 + number % 12}-{1 + number % 12:02}-{1 + number % 28:02}"
    by = Party(id=f"body-{number % 40}", name=f"Body {number % 40}")
    card = Card(genre="open-letter", title=item.content.split("\n")[0][:80], issued=issued, issuers=(by,))
    body = Passage(start=0, end=len(item.content), quote=item.content, by="passage.body", role="body")
    original = Original(document=name, size_bytes=len(data), source=f"{item.name}.txt")
    return recording.reading(original, text, run, card, [body], author="person:bench")


def record(path: Path, items: Sequence[Planted]) -> None:
    with open_ledger(path) as ledger:
        for start in range(0, len(items), PORTION):
            batches = [recorded(item) for item in items[start : start + PORTION]]
            entries = tuple(entry for batch in batches for entry in batch.entries)
            ledger.append(Batch(entries=entries, texts=tuple(text for batch in batches for text in batch.texts)))


def grouped(ledger: Ledger) -> str:
    found = voices(ledger, Query())
    return f"    {len(found.voice_of)} documents → {len(found.groups)} voices"


def from_ledger(path: Path, items: Sequence[Planted]) -> None:
    if not path.exists():
        timed("recorded", lambda: record(path, items))
    with open_ledger(path) as ledger:
        print(timed("from a ledger, cold", lambda: grouped(ledger))[0])
        timed("again", lambda: grouped(ledger))
        more = f"{letter(len(items))}\n\nPrinted anew at {time.time()}."
        ledger.append(recorded(Planted(name="one more", origin="1", way="text", content=more)))
        print(timed("after one more document", lambda: grouped(ledger))[0])


def main(count: str = "2000", ledger: str | None = None) -> None:
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]
    items = list(documents(int(count)))
    words = sum(len(item.content.split()) for item in items) // len(items)
    print(f"{len(items)} documents of {words} words each, {os.cpu_count()} cores")
    found, shingled = timed("shingles", lambda: outlines(items))
    pairs, ours = timed("pairs worth measuring", lambda: paired(found))
    tell(pairs, quality(items, pairs))
    if datasketch is None:
        print("no peer: pip install datasketch")
    else:
        pairs, theirs = timed("datasketch, the same shingles", lambda: peer(found))
        tell(pairs, quality(items, pairs))
        print(
            f"ratio: datasketch takes {theirs / ours:.2f} times the CPU time ({shingled:.0f} s of shingles beside both)"
        )
    if ledger is not None:
        from_ledger(Path(ledger), items)


if __name__ == "__main__":
    main(*sys.argv[1:])
