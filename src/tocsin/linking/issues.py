# SPDX-License-Identifier: Apache-2.0
"""Issues: which issues of human rights an ask speaks of, and how much its words tell, by a fixed table.

1. The table (`issue_weights.tsv`) is learnt from recommendations that people filed by issue
   (`scripts/train_standing.py`): a line a stem, with how seldom it is said and what it weighs for each issue.
2. What stands where an ask says how, why or for whom tells less.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import mul
from pathlib import Path

from tocsin.linking.matters import Matter

TABLE = Path(__file__).with_name("issue_weights.tsv")
START = "<all>"
"""The line of the table from which the sum of every issue starts."""
OTHERS = "*"
"""The line that tells how seldom every stem is said that has no line of its own."""
TAIL = 0.35
"""What is said of how, why or for whom tells so much less of what is asked."""
KNOWN = 0.3
"""Likelihood from which words speak of an issue."""


@dataclass(frozen=True, slots=True)
class Told:
    """What words tell: how much each stem does, as a direction of length one, and how likely each issue is.

    `known`: some issue is likely, so that the table knows of what they speak.
    """

    words: Mapping[str, float]
    issues: tuple[float, ...]
    known: bool


@dataclass(frozen=True, slots=True)
class Table:
    """How seldom each stem is said, and what it weighs for each issue, by the issue's place among the names."""

    names: tuple[str, ...]
    seldom: Mapping[str, float]
    weights: Mapping[str, tuple[tuple[int, float], ...]]


@lru_cache(maxsize=1)
def table() -> Table:
    """Give the table, read once."""
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")]
    weights = {
        row[0]: [(item.rpartition("=")[0], int(item.rpartition("=")[2]) / 100) for item in row[2:]] for row in rows
    }
    names = tuple(name for name, _ in weights[START])
    place = {name: number for number, name in enumerate(names)}
    return Table(
        names=names,
        seldom={row[0]: int(row[1]) / 100 for row in rows},
        weights={word: tuple((place[name], weighs) for name, weighs in held) for word, held in weights.items()},
    )


def stems(matter: Matter) -> dict[str, float]:
    """Give the stems that a matter is said in, 1 for each, less for those that stand in a tail alone."""
    found = dict.fromkeys(matter.stems, TAIL)
    found.update(dict.fromkeys(matter.stems[: matter.told], 1.0))
    return found


def directed(said: Mapping[str, float], seldom: Mapping[str, float]) -> dict[str, float]:
    """Give how much each stem tells, as a direction of length one; `seldom` tells how seldom each is said."""
    held = {word: told * (1.0 + seldom.get(word, seldom[OTHERS])) for word, told in said.items()}
    length = math.sqrt(math.fsum(value * value for value in held.values()))
    return {word: value / length for word, value in held.items()} if length else {}


def told(matter: Matter) -> Told:
    """Say what the words of a matter tell.

    >>> from tocsin.catalogue.catalogue import load
    >>> from tocsin.linking.matters import Matters
    >>> found = told(Matters(load()[0]).of_words("send nobody back to where torture awaits them")).issues
    >>> table().names[found.index(max(found))]
    'Torture and other CID treatment'
    """
    known = table()
    words = directed(stems(matter), known.seldom)
    sums = dict(known.weights[START])
    for word, value in words.items():
        for place, weighs in known.weights.get(word, ()):
            sums[place] += value * weighs
    likely = tuple(1 / (1 + math.exp(-sums[place])) for place in range(len(known.names)))
    return Told(words, likely, max(likely) >= KNOWN)


def alike(one: Told, other: Told) -> float:
    """Say how much two tell the same words, 0 to 1."""
    mine, theirs = (one.words, other.words) if len(one.words) <= len(other.words) else (other.words, one.words)
    return math.fsum(value * theirs[word] for word, value in mine.items() if word in theirs)


def shared(one: Told, other: Told) -> dict[str, float]:
    """Say how far two speak of the same issues, as pieces: numbers by what they tell."""
    both = [*map(math.sqrt, map(mul, one.issues, other.issues))]
    least, most = sum(map(min, one.issues, other.issues)), sum(map(max, one.issues, other.issues))
    summed = sum(both)
    return {
        "issues: summed": summed,
        "issues: the likeliest": max(both),
        "issues: of all told": least / most,
        "issues: told by one alone": most - least,
        "issues: one direction": summed / math.sqrt(sum(one.issues) * sum(other.issues)),
    }


def both(one: Told, other: Told) -> str | None:
    """Name the issue that two speak of likeliest, if both do."""
    likely, place = max((min(pair), -place) for place, pair in enumerate(zip(one.issues, other.issues, strict=True)))
    return table().names[-place] if likely >= KNOWN else None
