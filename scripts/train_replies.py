# SPDX-License-Identifier: Apache-2.0
"""Train the weights by which sentences of a reply are judged: whether one answers at all, and in which way.

    python scripts/train_replies.py [--measure]

Needs scikit-learn, which the package does not: run it in an environment of its own with `src` on the path. It reads
training/replies/*.tsv, whose README tells the form of a line, and writes the table; with `--measure` it only prints how
many lines that were not learnt from are judged rightly.
"""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from scripts.train_sentences import LEVELS, table, told, weighed
from scripts.training_lines import Line, train
from tocsin.linking import takings
from tocsin.reading.likely import sentences

LINES = Path("training/replies")


def read() -> list[Line]:
    """Read the lines."""
    found = []
    for path in sorted(LINES.glob("*.tsv")):
        for given in path.read_text(encoding="utf-8").splitlines():
            labels, _, text = given.partition("\t")
            found.append(Line(labels, text, (), (), path.stem))
    return found


def is_of(one: Line, kind: str) -> bool:
    """Say whether a line is of a kind; by its first label, where it has two."""
    label = one.labels.split("/")[0]
    return label not in {"N", takings.UNDONE} if kind == takings.ANSWERS else label == kind


def fitted(lines: Sequence[Line]) -> str:
    """Fit each kind; write the table."""
    found, kept = told(lines)
    held = {
        kind: weighed(found, kept, {number: is_of(one, kind) for number, one in enumerate(lines)})
        for kind in takings.KINDS
    }
    return table(takings.KINDS, held, by="scripts/train_replies.py; see docs/answers.md")


def measured(lines: Sequence[Line], table: str) -> Counter[str]:
    """Judge lines by a table that was not learnt from them."""
    held = sentences.parse(table)
    tally: Counter[str] = Counter()
    for one in lines:
        scores = held.likelihoods(held.read(one.text, 0, len(one.text))[0])
        side = "answers" if is_of(one, takings.ANSWERS) else "others"
        tally[side] += 1
        for least in LEVELS:
            tally[f"{side} at {least}"] += scores[takings.ANSWERS] >= least
        if side == "answers":
            tally["kind right"] += is_of(one, max(takings.WAYS, key=scores.__getitem__))
    return tally


def main(*options: str) -> None:
    """Measure by fifths held out, or write the package's table."""
    train(options, read(), fitted, measured, takings.WEIGHTS)


if __name__ == "__main__":
    main(*sys.argv[1:])
