# SPDX-License-Identifier: Apache-2.0
"""Train what the pieces weigh by which answers are proposed, and measure it on exchanges held out.

    python scripts/train_answers.py [--measure] [FOLDER…]

Needs scikit-learn, which the package does not: run it in an environment of its own with `src` on the path. It reads the
exchanges of training/exchanges and of the tests, whose README tells their form, and writes the table. With
`--measure` it only prints how many answers are found and how many proposals are right: of exchanges held out, or of
those in the folders given by the table as it is.
"""

import math
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from tests.linking.answered import EXCHANGES, INDIRECT, Exchange
from tocsin.catalogue.catalogue import load
from tocsin.ledger.queries import Query
from tocsin.linking import weighing
from tocsin.linking.pairings import Pair, assigned
from tocsin.linking.proposing import weighed
from tocsin.reading.read import Reader

PACK = Path("src/tocsin/examples/pack")
FOLDERS = (Path("training/exchanges"), EXCHANGES, INDIRECT)
STRENGTH = 0.05
"""How little heavy weights cost (C)."""
LEVELS = (0.4, 0.5, 0.55, 0.6, 0.7)
FOLDS = 6


@dataclass(frozen=True, slots=True)
class Held:
    """A pair of a sentence and an ask, with the marked links that it makes; none where it is wrong."""

    pair: Pair
    links: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Case:
    """An exchange: every pair of a sentence and an ask by paper, and the links that are right."""

    papers: Sequence[Sequence[Held]]
    expected: frozenset[tuple[str, str]]

    @property
    def pairs(self) -> Iterator[Held]:
        """Every pair."""
        for paper in self.papers:
            yield from paper


def case(path: Path, reader: Reader) -> Case:
    """Read an exchange."""
    return case_of(Exchange.read(path, reader), reader)


def case_of(held: Exchange, reader: Reader) -> Case:
    """Weigh every pair of an exchange."""
    expected = frozenset(held.expected())
    by_paper: dict[Any, list[Held]] = {}
    for paper, pair in weighed(held.ledger, reader.catalogue, Query()):
        document, quote, asked = paper.replying.shelved.document, pair.one, pair.asked
        ids = held.over(asked.shelved.document, "ask", {"start": asked.ask.start, "end": asked.ask.end})
        marks = held.over(document, "answer", {"start": quote.start, "end": quote.start + len(quote.quote)})
        links = frozenset((mark.expected["id"], answer.quote) for mark in ids for answer in marks) & expected
        by_paper.setdefault(document, []).append(Held(pair, links))
    return Case([*by_paper.values()], expected)


def fitted(cases: Sequence[Case]) -> dict[str, float]:
    """Fit the weights."""
    told = [(held.pair.weighed.pieces, bool(held.links)) for one in cases for held in one.pairs]
    names = sorted({name for pieces, _ in told for name in pieces})
    rows = [[pieces.get(name, 0.0) for name in names] for pieces, _ in told]
    scaler = StandardScaler().fit(rows)
    model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(scaler.transform(rows), [right for _, right in told])
    weights = model.coef_[0] / scaler.scale_
    start = float(model.intercept_[0] - (weights * scaler.mean_).sum())
    return {weighing.START: start, **dict(zip(names, map(float, weights), strict=True))}


def measured(cases: Sequence[Case], weights: Mapping[str, float], least: float) -> tuple[int, int, int]:
    """Count the answers found, the proposals that are wrong, and the answers that there are."""
    right = wrong = 0
    for one in cases:
        met: set[tuple[str, str]] = set()
        for paper in one.papers:
            links = {(held.pair.one.start, held.pair.slot): held.links for held in paper}
            scored = (_with(held.pair, _likely(held.pair, weights)) for held in paper)
            for pair in assigned(pair for pair in scored if pair.weighed.score >= least):
                made = links[pair.one.start, pair.slot]
                met |= made
                wrong += not made
        right += len(met)
    return right, wrong, sum(len(one.expected) for one in cases)


def _likely(pair: Pair, weights: Mapping[str, float]) -> float:
    total = weights[weighing.START] + sum(weights.get(name, 0.0) * value for name, value in pair.weighed.pieces.items())
    return 1 / (1 + math.exp(-total))


def _with(pair: Pair, score: float) -> Pair:
    return replace(pair, weighed=replace(pair.weighed, score=score))


def main(*options: str) -> None:
    """Measure, or write the package's table."""
    folders = [Path(option) for option in options if option != "--measure"]
    reader = Reader(load([PACK])[0])
    cases = [case(path, reader) for folder in folders or FOLDERS for path in sorted(folder.rglob("[0-9]*.txt"))]
    print(len(cases), "exchanges", sum(len(one.expected) for one in cases), "answers")
    if folders:
        for least in LEVELS:
            print(least, _said(*measured(cases, weighing.table(), least)))
        return
    if "--measure" in options:
        folds = [number % FOLDS for number in range(len(cases))]
        random.Random(0).shuffle(folds)  # noqa: S311 - no secret rests on it
        for least in LEVELS:
            counts = [0, 0, 0]
            for fold in range(FOLDS):
                weights = fitted([one for one, place in zip(cases, folds, strict=True) if place != fold])
                held = [one for one, place in zip(cases, folds, strict=True) if place == fold]
                counts = [*map(sum, zip(counts, measured(held, weights, least), strict=True))]
            print(least, _said(*counts))
        return
    weights = fitted(cases)
    head = (
        "# What each piece weighs that speaks for an answer or against it: log odds x 1000.\n"
        "# Made by scripts/train_answers.py; see docs/answers.md.\n"
    )
    rows = (f"{name}\t{round(1000 * weight)}\n" for name, weight in sorted(weights.items()))
    weighing.WEIGHTS.write_text(head + "".join(rows), encoding="utf-8")


def _said(right: int, wrong: int, all_: int) -> str:
    share = right / max(1, right + wrong)
    return f"right {right}, wrong {wrong}, of {all_}: precision {share:.2f}, recall {right / max(1, all_):.2f}"


if __name__ == "__main__":
    main(*sys.argv[1:])
