# SPDX-License-Identifier: Apache-2.0
"""Train the weights by which the words of a sentence that asks are marked, and measure them on lines held out.

    python scripts/train_chain.py [--measure]

Needs python-crfsuite, which the package does not: run it in an environment of its own with `src` on
the path. It reads training/*.tsv, whose README tells the form of a line, and writes the table; with `--measure` it only
prints in how many lines that were not learnt from what is asked for (half of it and no more than twice) and of whom
(word by word) are marked rightly.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Container, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite

from scripts.training_lines import Line, plain_words, read, train
from tocsin.reading.likely import chains
from tocsin.reading.likely.words import words

PARAMETERS = {"c1": 0.1, "c2": 0.5, "max_iterations": 200, "feature.minfreq": 3, "feature.possible_transitions": True}
NEVER = -5.0
"""The weight of a step between states that no line takes."""
LEAST = 20
"""Thousandths below which a weight is left out."""


def states(one: Line, known: Container[str]) -> tuple[list[str], list[str]]:
    """Give the words of a line and the state of each."""
    found, spans = words(one.text, 0, len(one.text), known)
    held = []
    for start, end in spans:
        inside = any(low <= start and end <= high for low, high in one.action)
        asked = any(low <= start and end <= high for low, high in one.whom)
        held.append(chains.STATES[inside + 2 * asked])
    return found, held


def fitted(lines: Sequence[Line]) -> str:
    """Fit the chain on the lines that ask; write its table."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    known = plain_words(lines)
    for one in lines:
        if "A" in one.labels:
            found, held = states(one, known)
            trainer.append([dict.fromkeys(names, 1.0) for names in features(found)], held)
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "model")
        trainer.train(target)
        tagger = pycrfsuite.Tagger()
        tagger.open(target)
        return table(tagger.info())


def features(found: Sequence[str]) -> list[list[str]]:
    """Give for each word what weighs on it: a name of the table and how many places away the name's word stands."""
    padded = ["^", "^", *found, "$", "$"]
    told = []
    for place, word in enumerate(found):
        at = place + 2
        singles = [f"{offset}:{padded[at - offset]}" for offset in (0, 1, -1, 2)]
        pairs = [f"{offset}:{padded[at - offset - 1]} {padded[at - offset]}" for offset in (0, -1, 1, -2)]
        ends = [f"0:-{word[-3:]}", f"0:{chains.EVERYWHERE}", *([f"0:<{place}>"] if place < chains.PLACES else [])]
        told.append([*singles, *pairs, *ends])
    return told


def table(info: Any) -> str:  # noqa: ANN401 - the trainer's own, without types
    """Write the table of weights: by how much each name speaks for each state more than for none."""
    rows: dict[str, dict[int, dict[str, float]]] = {}
    for (name, state), weight in info.state_features.items():
        offset, _, held = name.partition(":")
        rows.setdefault(held, {}).setdefault(int(offset), {})[state] = weight
    head = (
        f"# What words say of an ask: name, then places away and weights x 1000 for {', '.join(chains.STATES[1:])}.\n"
        "# Made by scripts/train_chain.py; see docs/likely.md.\n"
    )
    written = [head]
    for new, step in zip(chains.STATES, chains.STEPS, strict=True):
        steps = [round(1000 * info.transitions.get((old, new), NEVER)) for old in chains.STATES]
        written.append("\t".join([step, *map(str, steps)]) + "\n")
    for name in sorted(rows):
        cells = []
        for offset, held in sorted(rows[name].items()):
            weights = [round(1000 * (held.get(state, 0.0) - held.get("none", 0.0))) for state in chains.STATES[1:]]
            if max(map(abs, weights)) >= LEAST:
                cells.append(f"{offset} {' '.join(map(str, weights))}")
        if cells:
            written.append("\t".join([name, *cells]) + "\n")
    return "".join(written)


def measured(lines: Sequence[Line], table: str) -> Counter[str]:
    """Mark lines that ask for one thing by a table that was not learnt from them; count what is marked rightly."""
    held = chains.parse(table)
    tally: Counter[str] = Counter()
    for one in lines:
        if "A" not in one.labels or len(one.action) != 1:
            continue
        found, spans = words(one.text, 0, len(one.text), held.rows)
        told = held.states(found)
        acts = [(spans[a][0], spans[b - 1][1]) for a, b in chains.runs(told, "action", "both")]
        whom = [(spans[a][0], spans[b - 1][1]) for a, b in chains.runs(told, "whom", "both")]
        low, high = one.action[0]
        shares = [(min(high, end) - max(low, start)) / (max(high, end) - min(low, start)) for start, end in acts]
        tally["asks"] += 1
        tally["action"] += max(shares, default=0) >= 0.5
        tally["whom"] += whom == list(one.whom)
    return tally


def main(*options: str) -> None:
    """Measure by fifths held out, or write the package's table."""
    train(options, read(), fitted, measured, chains.WEIGHTS)


if __name__ == "__main__":
    main(*sys.argv[1:])
