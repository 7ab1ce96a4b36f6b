# SPDX-License-Identifier: Apache-2.0
"""Train the action category's table of weights, and measure it on States it was not trained on.

    python scripts/train_actions.py RECOMMENDATIONS.jsonl

Needs scikit-learn, which the package does not: run it in an environment of its own with `src` on the path. Each line of
the input is an object with `text`, `category` (1-5, by people) and `to` (the State). No text is written, only words and
word pairs that stand in at least twenty recommendations.
"""

import json
import math
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from scipy.sparse import csr_matrix
from sklearn.metrics import accuracy_score, confusion_matrix, f1_score
from sklearn.model_selection import GroupKFold
from sklearn.svm import LinearSVC

from tocsin.reading.actions import CATEGORIES, LEAD, WEIGHTS, features, parse

FEWEST = 20
STRENGTH = 0.3
HEAD = (
    "# The action category's weights: feature, inverse document frequency x 100, weight of category 1-5 x 1000.\n"
    "# Made by scripts/train_actions.py; see docs/action-category.md.\n"
)


def table(texts: Sequence[str], categories: Sequence[int], fewest: float = FEWEST) -> str:
    """Train on texts and write the table of weights, of features that stand in at least `fewest` texts."""
    groups = [features(text) for text in texts]
    seen = Counter(name for pair in groups for group in pair for name in group)
    names = sorted(name for name, count in seen.items() if count >= fewest)
    column = {name: index for index, name in enumerate(names)}
    idf = {name: round(100 * (math.log((1 + len(texts)) / (1 + seen[name])) + 1)) / 100 for name in names}
    model = LinearSVC(C=STRENGTH, random_state=0).fit(_matrix(groups, column, idf), categories)
    lines = [HEAD]
    lines.append("\t".join(["bias", "0", *(str(round(1000 * value)) for value in model.intercept_)]) + "\n")
    for name in names:
        weights = [round(1000 * model.coef_[row][column[name]]) for row in range(len(CATEGORIES))]
        if any(weights):
            lines.append("\t".join([name, str(round(100 * idf[name])), *map(str, weights)]) + "\n")
    return "".join(lines)


def _matrix(
    groups: Sequence[tuple[set[str], set[str]]], column: Mapping[str, int], idf: Mapping[str, float]
) -> csr_matrix:
    rows, columns, values = [], [], []
    for number, pair in enumerate(groups):
        for group, share in zip(pair, (1.0, LEAD), strict=True):
            held = sorted(name for name in group if name in column)
            norm = math.sqrt(sum(idf[name] ** 2 for name in held)) or 1.0
            rows += [number] * len(held)
            columns += [column[name] for name in held]
            values += [share * idf[name] / norm for name in held]
    return csr_matrix((values, (rows, columns)), shape=(len(groups), len(column)))


def main(path: str) -> None:
    """Measure by States held out, then train on all and write the package's table."""
    given = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
    texts = [row["text"] for row in given]
    categories = [row["category"] for row in given]
    states = [row["to"] for row in given]
    guessed = [0] * len(given)
    for learn, test in GroupKFold(5).split(texts, categories, states):
        share = FEWEST * len(learn) / len(given)
        model = parse(table([texts[i] for i in learn], [categories[i] for i in learn], share))
        for i in test:
            scores = model.scores(texts[i])
            guessed[i] = CATEGORIES[scores.index(max(scores))]
    print(f"accuracy {accuracy_score(categories, guessed):.4f}")
    print(f"macro-F1 {f1_score(categories, guessed, average='macro'):.4f}")
    print(f1_score(categories, guessed, average=None).round(3))
    print(confusion_matrix(categories, guessed))
    WEIGHTS.write_text(table(texts, categories), encoding="utf-8")
    print(f"{WEIGHTS.name}: {WEIGHTS.stat().st_size} bytes")


if __name__ == "__main__":
    main(sys.argv[1])
