# SPDX-License-Identifier: Apache-2.0
"""Sentences by their words: how likely one is of each of some kinds, by the words and pairs that stand in it.

A kind is weighed for itself (logistic regression): each word and each pair that stands in a sentence speaks for it or
against it, once. The tables hold the weights; docs/likely.md is the card of `sentence_weights.tsv` (a sentence that
asks, one that warns), `scripts/train_sentences.py` makes them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from tocsin.reading.likely.words import words
from tocsin.reading.weights import Weight

WEIGHTS = Path(__file__).with_name("sentence_weights.tsv")
ASKS, WARNS = "asks", "warns"
"""The kinds of `sentence_weights.tsv`."""
KINDS = "<kinds>"
"""The line of a table that names its kinds."""
EVERYWHERE = "<all>"
"""The line of a table from which every sentence starts."""


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """What each word and pair weighs for each of the kinds, in log odds."""

    kinds: tuple[str, ...]
    rows: Mapping[str, tuple[float, ...]]

    def read(self, content: str, start: int, end: int) -> tuple[list[str], list[tuple[int, int]]]:
        """Give the words of a stretch as this judge sees them, and the span of each."""
        return words(content, start, end, self.rows)

    def likelihoods(self, found: Sequence[str]) -> Mapping[str, float]:
        """Give how likely words (of `read`) are of each kind, between 0 and 1."""
        rows = [row for name in {*names(found), EVERYWHERE} if (row := self.rows.get(name))]
        sums = map(math.fsum, zip(*rows, strict=True))
        return {kind: 1 / (1 + math.exp(-total)) for kind, total in zip(self.kinds, sums, strict=True)}

    def likelihood(self, content: str, kind: str) -> float:
        """Give how likely a sentence is of a kind, between 0 and 1.

        >>> judge().likelihood("The very least that the Council can do is send a boat.", ASKS) > 0.5
        True
        >>> judge().likelihood("The boat was built in Karsk.", ASKS) > 0.5
        False
        """
        return _seen(self, content)[kind]

    def weights(self, found: Sequence[str], kind: str) -> tuple[Weight, ...]:
        """Give the words and pairs that speak most for and against a kind, the heaviest first."""
        at = self.kinds.index(kind)
        told = {name: self.rows[name][at] for name in names(found) if name in self.rows}
        return tuple(Weight(name, told[name]) for name in sorted(told, key=lambda name: (-abs(told[name]), name)))


def names(found: Sequence[str]) -> set[str]:
    """Give what is looked up of some words: each and each pair; "^" and "$" stand for the edges.

    >>> sorted(names(["let", "us"]))
    ['^ let', 'let', 'let us', 'us', 'us $']
    """
    return {*found, *map(" ".join, pairwise(["^", *found, "$"]))}


def parse(table: str) -> Judge:
    """Read a table: a line a word or pair with a weight in thousandths of log odds for each kind, tab between.

    A line of another form raises ValueError.
    """
    kinds: tuple[str, ...] = ()
    rows: dict[str, tuple[float, ...]] = {}
    for line in table.splitlines():
        name, *weights = line.split("\t")
        if name == KINDS:
            kinds = tuple(weights)
        elif name[:2] != "# ":
            rows[name] = tuple([int(weight) / 1000 for weight in weights])
    return Judge(kinds=kinds, rows=rows)


@lru_cache(maxsize=64)
def _seen(held: Judge, content: str) -> Mapping[str, float]:
    """Judge a sentence once: whoever asks for asks and whoever asks for warnings look at the same ones."""
    return held.likelihoods(held.read(content, 0, len(content))[0])


@lru_cache(maxsize=1)
def judge() -> Judge:
    """Give the package's judge of sentences that ask or warn, read once."""
    return parse(WEIGHTS.read_text(encoding="utf-8"))
