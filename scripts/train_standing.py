# SPDX-License-Identifier: Apache-2.0
"""Train how likely two asks are one: what words weigh for issues, and what the pieces of a pair weigh; measure it.

    python -m scripts.train_standing FOLDER_OF_SETS [--pieces | --measure]

Needs scikit-learn, which the package does not: run it in an environment of its own with `src` on the path. Issues are
learnt from UPR Info's recommendations but for those to States whose reports are labelled; pieces from the labelled
reports of the halves named in LEARNT. No words in a row are written. `--pieces` learns the pieces alone. With
`--measure` it prints pairs found as labelled where reports are left out in turn, at several levels, and writes nothing.
"""

import json
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from scipy.sparse import lil_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from tests.linking.recommendations import Report, f1, reports, same
from tocsin.catalogue.catalogue import load
from tocsin.linking import groupings, issues, likelihoods
from tocsin.linking.issues import directed, stems
from tocsin.linking.likeness import contrary, score
from tocsin.linking.matters import Matters

LEARNT = ("dev", "untuned", "held", "fresh", "learnt")
"""Halves that the pieces are learnt from; the rest is for measuring alone."""
SAID, TELLING, FILED = 8, 15, 25
"""Recommendations in which a stem stands to have a line, to weigh for issues; and that an issue has at least."""
SEEN = 0.02
"""Share of the pairs of which a piece says something, at least, to be learnt."""
NO_ISSUES = {"Other", "General"}
STRENGTH, SPARSE = 0.05, 8
"""How little heavy weights cost (C): of pieces, of words."""
LEAST_WEIGHT = 0.05
LEVELS = (0.25, 0.3, 0.35, 0.4, 0.45)
FOLDS = 7


def issue_table(sets: Path, matters: Matters, without: frozenset[str]) -> str:
    """Learn which issues words speak of, and write the table."""
    lines = (sets / "corpora" / "upr_info" / "recommendations.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["to"].lower().replace(" ", "") not in without]
    said = [stems(matters.of_words(row["text"])) for row in rows]
    counts = Counter(word for held in said for word in held)
    seldom = {word: round(math.log(len(rows) / count), 2) for word, count in counts.items() if count >= SAID}
    seldom[issues.OTHERS] = round(math.log(len(rows) / SAID), 2)
    place = {word: number for number, word in enumerate(sorted(word for word in seldom if counts[word] >= TELLING))}
    told = lil_matrix((len(rows), len(place)))
    for number, held in enumerate(said):
        for word, value in directed(held, seldom).items():
            if word in place:
                told[number, place[word]] = value
    filed = [set(row["issues"].split(",")) for row in rows]
    names = sorted(name for name, count in Counter(one for held in filed for one in held).items() if count >= FILED)
    weighs: dict[str, list[str]] = {word: [] for word in seldom}
    start = []
    for name in (name for name in names if name not in NO_ISSUES):
        model = LogisticRegression(C=SPARSE, l1_ratio=1, solver="liblinear", random_state=0, max_iter=300)
        model.fit(told.tocsr(), [name in held for held in filed])
        start.append(f"{name}={round(100 * model.intercept_[0])}")
        for word, number in place.items():
            if abs(model.coef_[0][number]) >= LEAST_WEIGHT:
                weighs[word].append(f"{name}={round(100 * model.coef_[0][number])}")
    head = (
        "# Stem, how seldom it is said x 100 (ln), its weights for issues x 100. Made by scripts/train_standing.py.\n"
    )
    body = [f"{issues.START}\t0\t" + "\t".join(start)]
    body += ["\t".join([word, str(round(100 * seldom[word])), *weighs[word]]) for word in sorted(seldom)]
    return head + "\n".join(body) + "\n"


def pairs(report: Report) -> Iterator[tuple[dict[str, float], bool]]:
    """Give the pieces of every pair whose answer is learnt, both as in one list and as in two papers."""
    for one, other in combinations(report.asks, 2):
        first, second = (report.number(ask.finding) for ask in (one, other))
        both = one.profile, other.profile
        if first == second or contrary(*both) or not likelihoods.learnable(*both):
            continue
        held = same(report.labels[first], report.labels[second])
        rule = score(*both)
        if held is None or not (rule or one.profile.told.words.keys() & other.profile.told.words.keys()):
            continue
        for apart in (groupings.apart(one, other), None):
            yield likelihoods.pieces(*both, rule, apart), held


def fitted(learnt: Sequence[tuple[dict[str, float], bool]]) -> dict[str, float]:
    """Learn what pieces weigh."""
    counts = Counter(name for told, _ in learnt for name, value in told.items() if value)
    names = sorted(name for name, count in counts.items() if count >= SEEN * len(learnt))
    values = [[told.get(name, 0.0) for name in names] for told, _ in learnt]
    scaler = StandardScaler().fit(values)
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit(scaler.transform(values), [held for _, held in learnt])
    weights = dict(zip(names, model.coef_[0] / scaler.scale_, strict=True))
    start = model.intercept_[0] - sum(weights[name] * mean for name, mean in zip(names, scaler.mean_, strict=True))
    return {likelihoods.START: float(start), **weights}


def use(weights: Mapping[str, float], level: float) -> None:
    """Let what is learnt decide here."""
    likelihoods.table = lambda: weights  # type: ignore[assignment]
    groupings.LEAST = groupings.JOINED = level
    groupings.forget()


def measured(held: Sequence[Report]) -> None:
    """Print what is found as labelled where reports are left out, a fold at a time."""
    learnt = {report.source: [*pairs(report)] for report in held}
    order = [*held]
    random.Random(1).shuffle(order)  # noqa: S311 - no secret
    found: dict[tuple[float, str], list[int]] = {}
    for fold in range(FOLDS):
        left = order[fold::FOLDS]
        weights = fitted([pair for report in held if report not in left for pair in learnt[report.source]])
        for level in LEVELS:
            use(weights, level)
            for report in left:
                for half in (report.half, "all", "not dev" if report.half != "dev" else "all dev"):
                    sums = found.setdefault((level, half), [0, 0, 0])
                    sums[:] = [before + more for before, more in zip(sums, report.counted(), strict=True)]
    for (level, half), (right, wrong, missed) in sorted(found.items()):
        print(
            f"{level:.2f} {half:8} P {right / max(1, right + wrong):.3f} R {right / max(1, right + missed):.3f}"
            f" F1 {f1(right, wrong, missed):.3f}"
        )


def main(sets: Path, *options: str) -> None:
    """Learn the issues, then the pieces, and write both tables; or measure."""
    matters = Matters(load()[0])
    if "--measure" in options or "--pieces" in options:
        held = [*reports(matters)]
    else:
        without = frozenset(report.source[: -len("2000.txt")] for report in reports(matters))
        issues.TABLE.write_text(issue_table(sets, matters, without), encoding="utf-8")
        issues.table.cache_clear()
        held = [*reports(matters)]
    held = [report for report in held if report.half in LEARNT]
    if "--measure" in options:
        measured(held)
        return
    weights = fitted([pair for report in held for pair in pairs(report)])
    head = "# What the pieces of a pair of asks weigh (log odds x 1000); made by scripts/train_standing.py.\n"
    lines = [f"{name}\t{round(1000 * weight)}" for name, weight in weights.items()]
    likelihoods.WEIGHTS.write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
