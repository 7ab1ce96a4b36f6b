# SPDX-License-Identifier: Apache-2.0
"""Likeness: how much two matters are one, from what they share, with reasons a reader can check.

1. The score is the weight of what is shared against the weight of what each says, between 0 and 1; it depends on the
   two matters and a fixed table alone, so that it never changes with what else a ledger holds.
2. What many asks say ("protect", "children") weighs little, what few say ("corridor") much.
3. An ask and its contrary are not alike, nor are asks to join treaties that name different ones.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tocsin.linking.matters import ACTION, ACTOR, FIELD, INSTRUMENT, JOIN, OBJECT, PLACE, THING, Feature, Matter

TABLE = Path(__file__).with_name("matter_weights.tsv")
_OTHERS = "*"
_SORTS: Mapping[str, float] = {
    ACTION: 0.6,
    THING: 2.0,
    FIELD: 1.0,
    INSTRUMENT: 1.6,
    ACTOR: 0.5,
    PLACE: 0.8,
    OBJECT: 1.0,
}
"""How much a sort of features tells, beside how seldom it is met."""
_WHAT = frozenset({THING, FIELD, INSTRUMENT, OBJECT})
"""Sorts of features that say what is asked: where and of whom alone makes no two asks alike."""
_TAIL = 0.35
"""What is said of how, why or for whom tells so much less of what is asked."""
_OTHER_GROUP = 0.5
"""What is left of a score where they concern different groups: an ombudsman for children is none for soldiers."""
_OTHER_NAMES = 0.5
"""What is left of a score where they name different places: the shelling of Karsk is not that of Dolen."""
_NAME = 0.6
"""How much a name that the catalogue does not know tells: where or who, rather than what."""
_SHORTER = 0.4
"""How far the shorter of two asks sets the measure: a long ask may say all that a short one says."""
_TOPIC = 0.2
"""How far the score is raised towards 1 where both ask first about one thing, by one means."""
_OTHER_MEANS = 0.7
"""What is left of a score where the means asked for differ: to train against torture is not to forbid it."""
_SAID: Mapping[str, str] = {
    ACTION: "both ask to {0}",
    THING: "both are about {0}",
    FIELD: "both concern {0}",
    INSTRUMENT: "both name {0}",
    ACTOR: "both name {0}",
    PLACE: "both name the place {0}",
    OBJECT: "both say “{0}”",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """How much two matters are one, 0 to 1, and what they share, the weightiest first."""

    score: float
    reasons: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _table() -> Mapping[str, float]:
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {name: int(weight) / 100 for name, weight in rows}


@lru_cache(maxsize=65536)
def tells(key: str, sort: str) -> float:
    """Say how much a feature tells of what is asked, wherever it stands."""
    table = _table()
    return _SORTS[sort] * table.get(key, table[_OTHERS])


def weight(feature: Feature) -> float:
    """Say how much a feature tells at its place: less in a tail."""
    told = tells(feature.key, feature.sort) * (_TAIL if feature.tail else 1.0)
    return told * _NAME if feature.sort == OBJECT and proper(feature) else told


def weights(matter: Matter) -> dict[str, float]:
    """Give the weight of every feature by its key; a field is the thing asked about where no thing is named first."""
    held = {feature.key: weight(feature) for feature in matter.features}
    main = [feature for feature in matter.features if not feature.tail]
    if not any(feature.sort in {THING, INSTRUMENT} for feature in main):
        whole = next((feature.key for feature in main if feature.sort == FIELD), None)
        if whole is not None:
            held[whole] *= _SORTS[THING] / _SORTS[FIELD]
    return held


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Profile:
    """A matter made ready to be compared with many: the weights of its features, and what decides beside them.

    `short` and `long` are what it adds to the measure of a pair as the shorter and as the longer of the two.
    Two are one only where they are the same object, so that what was worked out about a pair can be kept.
    """

    matter: Matter
    weights: Mapping[str, float]
    total: float
    short: float
    long: float
    keys: frozenset[str]
    heads: frozenset[str]
    fields: frozenset[str]
    treaties: frozenset[str]
    names: frozenset[str]
    what: frozenset[str]
    where: frozenset[str]
    topic: str | None


def profile(matter: Matter) -> Profile:
    """Make a matter ready to be compared with many."""
    held = weights(matter)
    heads = matter.heads
    names = {item.key for item in matter.features if proper(item)}
    what = {item.key for item in matter.features if item.sort in _WHAT} - names
    where = names | {item.key for item in matter.features if item.sort == ACTOR}
    total = sum(held.values())
    side = (1 - _SHORTER) / 2
    return Profile(
        matter=matter,
        weights=held,
        total=total,
        short=math.pow(total, _SHORTER + side),
        long=math.pow(total, side),
        keys=frozenset(held),
        heads=heads,
        fields=frozenset(item.name for item in matter.features if item.sort == FIELD and not item.tail),
        treaties=matter.named(INSTRUMENT) if JOIN in heads else frozenset(),
        names=frozenset(item.key for item in matter.features if not item.tail and item.key in names),
        what=frozenset(what),
        where=frozenset(where),
        topic=next((item.name for item in matter.features if item.sort == THING and not item.tail), None),
    )


def likeness(one: Matter, other: Matter) -> Likeness:
    """Compare two matters.

    >>> from tocsin.catalogue.catalogue import load
    >>> from tocsin.linking.matters import Matters
    >>> of = Matters(load()[0]).of_words
    >>> found = likeness(of("to reopen the Tamar corridor"), of("the immediate opening of the Tamar corridor"))
    >>> found.score > 0.8, found.reasons[-1]
    (True, 'both ask to open')
    >>> likeness(of("to recognise Orsava"), of("not to recognise Orsava")).score
    0.0
    """
    return explained(profile(one), profile(other))


def explained(one: Profile, other: Profile) -> Likeness:
    """Compare two matters, with reasons."""
    found = score(one, other)
    if not found:
        return Likeness(score=0.0)
    shared = {key: min(one.weights[key], other.weights[key]) for key in one.keys & other.keys}
    return Likeness(score=found, reasons=_reasons(one.matter, shared))


def score(one: Profile, other: Profile) -> float:
    """Say how much two matters are one, 0 to 1."""
    if one.treaties and other.treaties and one.treaties.isdisjoint(other.treaties):
        return 0.0
    if not _one_what(one, other) or _contrary(one, other):
        return 0.0
    mine, theirs = one.weights, other.weights
    shared = sum([min(mine[key], theirs[key]) for key in one.keys & other.keys])
    found = shared / (one.short * other.long if one.total <= other.total else other.short * one.long)
    if one.fields and other.fields and one.fields.isdisjoint(other.fields):
        found *= _OTHER_GROUP
    if one.names and other.names and one.names.isdisjoint(other.names):
        found *= _OTHER_NAMES
    here, there = one.matter.means, other.matter.means
    if here != there and here.isdisjoint(there):
        found *= _OTHER_MEANS
    elif one.topic is not None and one.topic == other.topic:
        found += (1 - found) * _TOPIC
    return round(min(1.0, found), 4)


def proper(feature: Feature) -> bool:
    """Say whether a feature is a place, or a word not known otherwise that is written as a name in its sentence."""
    if feature.sort == OBJECT:
        return feature.place > 0 and feature.words[:1].isupper() and feature.key not in _table()
    return feature.sort == PLACE


def _one_what(one: Profile, other: Profile) -> bool:
    """Say whether what is shared makes one matter: a thing, or a doing at one place, but neither of these alone."""
    if not one.what.isdisjoint(other.what):
        return True
    return not one.heads.isdisjoint(other.heads) and not one.where.isdisjoint(other.where)


def _contrary(one: Profile, other: Profile) -> bool:
    """Say whether one asks not to do what the other asks to do, or to do the contrary."""
    here, there = one.matter, other.matter
    if here.against and not here.against.isdisjoint(other.heads) and not there.against.isdisjoint(one.heads):
        return True
    return here.undone != there.undone and not one.heads.isdisjoint(other.heads)


def _reasons(matter: Matter, shared: Mapping[str, float]) -> tuple[str, ...]:
    said = sorted(
        (feature for feature in matter.features if feature.key in shared),
        key=lambda feature: (-shared[feature.key], feature.key),
    )
    return tuple(dict.fromkeys(_said(item) for item in said))


def _said(item: Feature) -> str:
    """Say what is shared; a name that the catalogue does not know may be a person's at risk, so it is not repeated."""
    if item.sort == OBJECT and proper(item):
        return "both say one name"
    return _SAID[item.sort].format(item.name if item.sort == ACTION else item.words)
