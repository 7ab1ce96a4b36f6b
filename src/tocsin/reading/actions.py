# SPDX-License-Identifier: Apache-2.0
"""Action category of an ask: McMahon's 1 to 5, by a linear model whose every weight can be read.

1 asks others, or for help or information · 2 continue · 3 consider · 4 act in general · 5 do a specific thing.
The model is a table of words and word pairs with a weight a category (`action_weights.tsv`); docs/action-category.md
is its card, scripts/train_actions.py makes it.

Source: UPR Info, "Database: Action category", October 2014.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from tocsin.reading.patterns import late

WEIGHTS = Path(__file__).with_name("action_weights.tsv")
CATEGORIES = (1, 2, 3, 4, 5)
LEAD = 0.7
"""How much the features of the beginning weigh against those of the whole."""

_WORD = late(r"[a-z]+")
_BEFORE = frozenset(
    {
        "to",
        "that",
        "the",
        "it",
        "should",
        "must",
        "shall",
        "recommended",
        "recommends",
        "recommend",
        "state",
        "government",
    }
    | {"and", "also", "further"}
)
_MEANS = frozenset({"by", "through", "including"})

Row = tuple[int, int, int, int, int, int]
"""A feature's square in the norm, then its share in each category: whole numbers, so no order of adding matters."""


@dataclass(frozen=True, slots=True)
class Weight:
    """A feature of a text and how much it speaks for a category; below nought it speaks against."""

    feature: str
    category: int
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class Model:
    """The rows of the features, and what every category starts from."""

    rows: Mapping[str, Row]
    bias: tuple[float, ...]

    def scores(self, text: str) -> list[float]:
        """Score every category, in order; the highest wins."""
        total = list(self.bias)
        held = self.rows.get
        for group, share in zip(features(text), (1.0, LEAD), strict=True):
            rows = [row for row in map(held, group) if row]
            if rows:
                norm, *sums = map(sum, zip(*rows, strict=True))
                scale = share / (1000 * norm**0.5)
                total = [before + scale * value for before, value in zip(total, sums, strict=True)]
        return total


def features(text: str) -> tuple[set[str], set[str]]:
    """Give the features of a text: its words and word pairs, and those of its beginning.

    At the beginning ("to", "that", "should" and adverbs passed over) `1:` is the first verb, `2:` it with the next
    word, `^` a word or pair near it, `&:` the second of two verbs, `by:` the means, `n:` the length.

    >>> whole, beginning = features("Continue and strengthen efforts")
    >>> sorted(whole)
    ['and', 'and strengthen', 'continue', 'continue and', 'efforts', 'strengthen', 'strengthen efforts']
    >>> sorted(beginning)[:4]
    ['&:strengthen', '1:continue', '2:continue and', '^and']
    """
    words = _WORD.findall(text.lower())
    pairs = list(map(" ".join, pairwise(words)))
    return {*words, *pairs}, _beginning(words, pairs)


def _beginning(words: list[str], pairs: list[str]) -> set[str]:
    size = len(words)
    first = 0
    while first < size - 1 and first < 8 and (words[first] in _BEFORE or words[first].endswith("ly")):
        first += 1
    found = {f"n:{min(8, size // 6)}"}
    if first >= size:
        return found
    verb = words[first]
    found.add("1:" + verb)
    found.update(["^" + word for word in words[first : first + 4]])
    found.update(["^" + pair for pair in pairs[first : first + 4]])
    if size > first + 1:
        found.add("2:" + pairs[first])
    if size > first + 2 and words[first + 1] == "and":
        after = first + 3 if words[first + 2] == "to" and size > first + 3 else first + 2
        found.add("&:" + words[after])
    if not _MEANS.isdisjoint(words):
        _means(words, first, found)
    return found


def _means(words: list[str], first: int, found: set[str]) -> None:
    """Add the means: "by amending the code" makes a general action specific."""
    for at in range(first + 1, len(words) - 1):
        if words[at] in _MEANS:
            found.add(f"by:{words[at]} {words[at + 1]}")
            found.add(f"by:{words[first]} {words[at]}")
            if words[at + 1].endswith("ing"):
                found.add("by:-ing")


def action_category(text: str) -> int:
    """Give the action category of what is asked for.

    >>> action_category("Ratify the Convention against Torture")
    5
    >>> action_category("Continue its efforts to reduce poverty")
    2
    """
    scores = _model().scores(text)
    return CATEGORIES[scores.index(max(scores))]


def explain_action(text: str) -> tuple[Weight, ...]:
    """Give the features that speak for and against the category of a text, the weightiest first.

    With what a category starts from (its bias) they add up to its score.
    """
    model = _model()
    category = action_category(text)
    found: list[Weight] = []
    for group, share in zip(features(text), (1.0, LEAD), strict=True):
        rows = {feature: model.rows[feature] for feature in group if feature in model.rows}
        scale = share / (1000 * (sum(row[0] for row in rows.values()) ** 0.5 or 1.0))
        found += [Weight(name, category, scale * row[category]) for name, row in rows.items()]
    return tuple(sorted(found, key=lambda weight: (-abs(weight.weight), weight.feature)))


def parse(table: str) -> Model:
    """Read a table of weights: a line a feature with its inverse document frequency and five whole-number weights."""
    rows: dict[str, Row] = {}
    bias: tuple[float, ...] = ()
    for line in table.splitlines():
        if line.startswith("#"):
            continue
        name, rare, a, b, c, d, e = line.split("\t")
        if name == "bias":
            bias = (int(a) / 1000, int(b) / 1000, int(c) / 1000, int(d) / 1000, int(e) / 1000)
            continue
        idf = int(rare)
        rows[name] = (idf * idf, int(a) * idf, int(b) * idf, int(c) * idf, int(d) * idf, int(e) * idf)
    return Model(rows, bias)


@lru_cache(maxsize=1)
def _model() -> Model:
    return parse(WEIGHTS.read_text(encoding="utf-8"))
