# SPDX-License-Identifier: Apache-2.0
"""Train the weights by which clutter above and below a pasted page's text is told, and measure them.

    python scripts/train_clutter.py pages.jsonl [PLAIN.txt …]

Needs scikit-learn, which the package does not: run it in an environment of its own with `src` on the path. The input is
what scripts/paste_pages.py writes; its train half, the documents of tests/reading/marked and the plain texts (whose
lines are all the text's own) are learnt from, its test half is measured. No text is written, only names of features.
"""

import json
import math
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from tests.marked import plain
from tocsin.catalogue.catalogue import load
from tocsin.reading import views
from tocsin.reading.layout import boilerplate, clutter, lines, pieces, traits

FEWEST = 12
STRENGTH = 0.3
LONGEST = 9_000
HEAD = (
    "# Clutter's weights: feature, weight of a piece by itself x 1000, weight of a piece in its place x 1000.\n"
    "# Made by scripts/train_clutter.py; see docs/clutter.md.\n"
)
MARKED = Path("tests/reading/marked")


@dataclass(slots=True)
class Example:
    """A page: its pieces' features, sizes and labels (1 clutter, 0 text, -1 not judged); `heavy` counts it twice."""

    own: list[list[str]]
    prose: list[bool]
    cued: list[bool]
    sizes: list[int]
    labels: list[int]
    heavy: bool


def example(text: str, spans: Sequence[tuple[int, int, str]], cues: boilerplate.Furniture, *, heavy: bool) -> Example:
    """Cut a text as the reader does and label its pieces by the lines that they hold."""
    view = views.view(text)
    found = pieces.gather(view.content, lines.split(view.content))
    boilerplate.cue(view.content, found, cues)
    cued = [piece.role == "boilerplate" for piece in found]
    own, prose = clutter.alone(view.content, found, cued, cues.site)
    labels = []
    for piece in found:
        start, end = view.place(piece.start), view.place(piece.end)
        held: Counter[str] = Counter()
        for low, high, label in spans:
            if low < end and start < high:
                held[label] += min(high, end) - max(low, start)
        whole = sum(held.values()) * 0.8
        labels.append(1 if held["j"] > whole else 0 if held["a"] > whole else -1)
    return Example(own, prose, cued, [piece.end - piece.start for piece in found], labels, heavy)


def rows(text: str, added: Sequence[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """Label the lines of a text of which the stretches that were added are known."""
    found = []
    for line in re.finditer(r"[^\n]+", text):
        held = sum(max(0, min(line.end(), high) - max(line.start(), low)) for low, high in added)
        label = "j" if held > 0.7 * (line.end() - line.start()) else "?" if held else "a"
        found.append((line.start(), line.end(), label))
    return found


def learn(groups: Sequence[Sequence[str]], labels: Sequence[int], shares: Sequence[float]) -> dict[str, int]:
    """Fit a logistic regression; give its weights in thousandths, of features that stand in at least `FEWEST`."""
    seen = Counter(name for group in groups for name in set(group))
    names = sorted(name for name, count in seen.items() if count >= FEWEST)
    column = {name: index for index, name in enumerate(names)}
    places = [(row, column[name]) for row, group in enumerate(groups) for name in set(group) if name in column]
    matrix = csr_matrix(([1.0] * len(places), tuple(zip(*places, strict=True))), shape=(len(groups), len(names)))
    fitted = LogisticRegression(C=STRENGTH, max_iter=400, solver="liblinear").fit(matrix, labels, sample_weight=shares)
    weights = {name: round(1000 * fitted.coef_[0][index]) for name, index in column.items()}
    return {"bias": round(1000 * fitted.intercept_[0]), **weights}


def judged(examples: Sequence[Example]) -> Iterator[tuple[Example, int, float]]:
    """Give the pieces that are judged and how much each counts: by the root of its length."""
    for given in examples:
        for number, label in enumerate(given.labels):
            if label >= 0:
                yield given, number, math.sqrt(given.sizes[number]) / 8 * (2 if given.heavy else 1)


def table(examples: Sequence[Example]) -> str:
    """Learn both stages and write them as a table."""
    chosen = list(judged(examples))
    labels = [given.labels[number] for given, number, _ in chosen]
    shares = [share for _, _, share in chosen]
    alone = learn([given.own[number] for given, number, _ in chosen], labels, shares)
    there = {}
    for given in examples:
        scores = [(alone["bias"] + sum(alone.get(name, 0) for name in own)) / 1000 for own in given.own]
        there[id(given)] = traits.placed(given.sizes, given.prose, scores, given.cued)
    groups = [[*given.own[number], *there[id(given)][number]] for given, number, _ in chosen]
    placed = learn(groups, labels, shares)
    names = sorted({*alone, *placed})
    return HEAD + "".join(f"{name}\t{alone.get(name, '-')}\t{placed.get(name, '-')}\n" for name in names)


def measure(pages: Sequence[dict[str, Any]], cues: boilerplate.Furniture) -> None:
    """Print by kind of cutting how much of the clutter is found and how much of the article is kept, by character."""
    tallies: dict[tuple[str, str], Counter[str]] = {}
    for given in pages:
        view = views.view(given["text"])
        found = pieces.gather(view.content, lines.split(view.content))
        boilerplate.mark(view.content, found, cues)
        added = bytearray(len(given["text"]) + 1)
        for piece in found:
            if piece.role == "boilerplate":
                start, end = view.place(piece.start), view.place(piece.end)
                added[start:end] = b"\1" * (end - start)
        tally = tallies.setdefault((given["half"], given["kind"]), Counter())
        for start, end, label in given["spans"]:
            told = sum(added[start:end])
            tally[label] += end - start
            tally["+" + label] += told
    for (half, kind), tally in sorted(tallies.items()):
        precision = tally["+j"] / max(1, tally["+j"] + tally["+a"])
        kept = 1 - tally["+a"] / max(1, tally["a"])
        found_share = tally["+j"] / max(1, tally["j"])
        print(f"{half:6}{kind:6} precision {precision:.3f}  recall {found_share:.3f}  article kept {kept:.4f}")


def main(pages: str, *plains: str) -> None:
    """Train on the train half, write the package's table, measure both halves."""
    cues = boilerplate.furniture(load()[0])
    given = [json.loads(line) for line in Path(pages).read_text(encoding="utf-8").splitlines()]
    examples = [example(page["text"], page["spans"], cues, heavy=False) for page in given if page["half"] == "train"]
    for path in sorted(MARKED.glob("*.txt")):
        text, marks = plain(path.read_text(encoding="utf-8").partition("\n----\n")[2])
        added = [(mark.start, mark.end) for mark in marks if mark.layer == "boilerplate"]
        examples.append(example(text, rows(text, added), cues, heavy=True))
    for name in plains:
        text = Path(name).read_text(encoding="utf-8", errors="replace")[:LONGEST]
        examples.append(example(text, rows(text, ()), cues, heavy=True))
    clutter.WEIGHTS.write_text(table(examples), encoding="utf-8")
    clutter.model.cache_clear()
    print(f"{clutter.WEIGHTS.name}: {clutter.WEIGHTS.stat().st_size} bytes")
    measure(given, cues)


if __name__ == "__main__":
    main(*sys.argv[1:])
