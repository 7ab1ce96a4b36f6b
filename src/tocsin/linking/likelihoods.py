# SPDX-License-Identifier: Apache-2.0
"""Likelihoods: how likely two asks are one, piece by piece.

1. A piece is a fact about the two as a number: how alike they are by what they share (`likeness.py`), by their words
   and by the issues they speak of (`issues.py`), whether the thing, the groups and the means are the same, and how
   near they stand in one long list, where what is asked of one matter stands together.
2. What each piece weighs tells a table (`standing_weights.tsv`), learnt from recommendations labelled by hand
   (`scripts/train_standing.py`, docs/standing.md).
3. It depends on the two asks and fixed tables alone, so that it never changes with what else a ledger holds.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from itertools import starmap
from pathlib import Path

from tocsin.linking.issues import alike, shared
from tocsin.linking.likeness import Profile, contrary, score

WEIGHTS = Path(__file__).with_name("standing_weights.tsv")
START = "<all>"
"""The line of the table from which every sum starts."""
_STEP = 200
"""Characters from one ask of a list to the next, about."""
_MEASURE = 0.78
"""What brings likeness by rule to the measure of likelihoods, so that one level serves both."""
_LEARNT = 0.5
"""Share of what was learnt in the likelihood; the rest is likeness by rule: together they err less than either."""


@lru_cache(maxsize=1)
def table() -> Mapping[str, float]:
    """Give what each piece weighs, in log odds; `START` is what every sum starts from."""
    lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("# "))
    return dict(starmap(lambda name, weight: (name, int(weight) / 1000), rows))


def pieces(one: Profile, other: Profile, rule: float, apart: int | None = None) -> dict[str, float]:
    """Give the pieces of a pair; `rule` is their likeness, `apart` the characters between them in one long list."""
    here, there = one.matter.means, other.matter.means
    least, most = (one.total, other.total) if one.total <= other.total else (other.total, one.total)
    both = sum([min(one.weights[key], other.weights[key]) for key in one.keys & other.keys])
    found = {
        "what they share": rule,
        "words": alike(one.told, other.told),
        **shared(one.told, other.told),
        "weight: of the lesser": both / least if least else 0.0,
        "weight: of the greater": both / most if most else 0.0,
        "first thing: among the other's": float(one.topic in other.things) + float(other.topic in one.things),
        "first action: the same": float(one.doing is not None and one.doing == other.doing),
        "first action: another": float(None not in {one.doing, other.doing} and one.doing != other.doing),
        "first thing: the same": float(one.topic is not None and one.topic == other.topic),
        "first thing: another": float(None not in {one.topic, other.topic} and one.topic != other.topic),
        "first thing: one alone": float((one.topic is None) != (other.topic is None)),
        "groups: the same": float(bool(one.fields) and one.fields == other.fields),
        "groups: others": float(bool(one.fields and other.fields) and one.fields.isdisjoint(other.fields)),
        "groups: one alone": float(bool(one.fields) != bool(other.fields)),
        "means: the same": float(bool(here) and here == there),
        "means: others": float(bool(here and there) and here.isdisjoint(there)),
        "means: one alone": float(bool(here) != bool(there)),
    }
    found |= {f"means: {name} in one alone": 1.0 for name in here ^ there}
    if apart is not None:
        found["in one list"] = 1.0
        found["in one list: steps apart"] = math.log1p(apart / _STEP)
    return found


def likely(one: Profile, other: Profile, apart: int | None = None) -> float:
    """Say how likely two asks are one, 0 to 1.

    Where the pieces were not learnt from their like – one speaks of no issue that the table knows, both name places or
    bodies and none in common, both join treaties – what they share decides alone.
    """
    rule = score(one, other)
    if not learnable(one, other):
        return round(rule * _MEASURE, 4)
    if contrary(one, other):
        return 0.0
    weights = table()
    told = pieces(one, other, rule, apart)
    learnt = 1 / (1 + math.exp(-weights[START] - sum(weights.get(name, 0.0) * told[name] for name in told)))
    return round(_LEARNT * learnt + (1 - _LEARNT) * rule * _MEASURE, 4)


def learnable(one: Profile, other: Profile) -> bool:
    """Say whether a pair is of the kind that the pieces were learnt from."""
    if one.treaties and other.treaties:
        return False
    if one.names and other.names and one.names.isdisjoint(other.names):
        return False
    return one.told.known and other.told.known
