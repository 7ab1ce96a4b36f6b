# SPDX-License-Identifier: Apache-2.0
"""Train the weights by which sentences are judged as wholes: which ask, which warn; measure them on lines held out.

    python scripts/train_sentences.py [--measure]

Needs scikit-learn, which the package does not: run it in an environment of its own with `src` on
the path. It reads training/*.tsv, whose README tells the form of a line, and writes the table; with `--measure` it only
prints, for each kind and level, how many lines that were not learnt from are taken rightly and wrongly.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from scripts.training_lines import Line, plain_words, quiet, read, train
from tocsin.reading.likely import sentences
from tocsin.reading.likely.words import words

MADE = "scripts/train_sentences.py; see docs/likely.md"
STRENGTH = 1.0
"""How little heavy weights cost (C)."""
RARE = 3
"""Lines in which a word or pair stands at least."""
LEVELS = (0.5, 0.7, 0.8, 0.9)
LEAST = 20
"""Thousandths below which a weight is left out."""


def told(lines: Sequence[Line]) -> tuple[list[frozenset[str]], frozenset[str]]:
    """Give what is looked up of each line, and what stands in enough of them."""
    known = plain_words(lines)
    found = [frozenset(sentences.names(words(one.text, 0, len(one.text), known)[0])) for one in lines]
    counts = Counter(name for names in found for name in names)
    return found, frozenset(name for name, count in counts.items() if count >= RARE)


def of_kind(lines: Sequence[Line], kind: str) -> Iterator[tuple[int, bool]]:
    """Give the lines that tell of a kind whether they are of it; a duty that nobody is asked for tells nothing."""
    for number, one in enumerate(lines):
        if kind == sentences.WARNS:
            yield number, "W" in one.labels
        elif "I" not in one.labels or "A" in one.labels:
            yield number, "A" in one.labels


def fitted(lines: Sequence[Line]) -> str:
    """Fit each kind; write the table."""
    found, kept = told(lines)
    kinds = (sentences.ASKS, sentences.WARNS)
    return table(kinds, {kind: weighed(found, kept, dict(of_kind(lines, kind))) for kind in kinds})


def weighed(found: Sequence[frozenset[str]], kept: frozenset[str], held: Mapping[int, bool]) -> dict[str, float]:
    """Weigh each word and pair for a kind, given which lines are of it."""
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([dict.fromkeys(found[number] & kept, 1.0) for number in held])
    model = LogisticRegression(C=STRENGTH, max_iter=1000).fit(matrix, list(held.values()))
    weights = dict(zip(vectors.feature_names_, map(float, model.coef_[0]), strict=True))
    return {**weights, sentences.EVERYWHERE: float(model.intercept_[0])}


def table(kinds: Sequence[str], weights: Mapping[str, Mapping[str, float]], *, by: str = MADE) -> str:
    """Write a table of weights, and by what it was made."""
    head = (
        "# How likely a sentence is of each kind: word or pair, then its weights x 1000.\n"
        f"# Made by {by}.\n{sentences.KINDS}\t" + "\t".join(kinds) + "\n"
    )
    names = sorted({name for held in weights.values() for name in held})
    rows = ((name, [round(1000 * weights[kind].get(name, 0.0)) for kind in kinds]) for name in names)
    return head + "".join(
        "\t".join([name, *map(str, row)]) + "\n"
        for name, row in rows
        if max(map(abs, row)) >= LEAST or name == sentences.EVERYWHERE
    )


def measured(lines: Sequence[Line], table: str) -> Counter[str]:
    """Judge lines by a table that was not learnt from them."""
    held = sentences.parse(table)
    tally: Counter[str] = Counter()
    for kind in held.kinds:
        for number, right in of_kind(lines, kind):
            text = lines[number].text
            score = held.likelihoods(held.read(text, 0, len(text))[0])[kind]
            tally[f"{kind} {'right' if right else 'wrong'}"] += 1
            for least in LEVELS:
                tally[f"{kind} {'right' if right else 'wrong'} at {least}"] += score >= least
    return tally


def main(*options: str) -> None:
    """Measure by fifths held out, or write the package's table."""
    train(options, [*read(), *quiet()], fitted, measured, sentences.WEIGHTS)


if __name__ == "__main__":
    main(*sys.argv[1:])
