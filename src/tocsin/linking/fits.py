# SPDX-License-Identifier: Apache-2.0
"""Fits: how much a replying clause and an ask have in common; what several say in the same words is compared once.

An ask is looked for by what it is about, so that a clause is compared with those asks alone that share something.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import itemgetter

from tocsin.linking.deeds import SAME, WEIGHT
from tocsin.linking.exchanges import About, Asked, Clause
from tocsin.linking.likeness import proper
from tocsin.linking.matters import ACTION, OBJECT, Matter
from tocsin.linking.stems import stem
from tocsin.records.ids import Digest

_SHOWN = 5
"""Things that both say which a reason shows."""
LEAST = 0.2
"""The share of the lesser of two matters that must be shared for a clause to be held against an ask at all."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Fit:
    """How much of the lesser of two matters is shared, and the weights of what is."""

    share: float
    shared: Mapping[str, float]
    matter: Matter

    @cached_property
    def says(self) -> str:
        """What both say, in words; a name that no row knows may be a person's at risk, so it is not repeated."""
        said = {feature.key: feature for feature in self.matter.features}
        keys = sorted((key for key in self.shared if key in said), key=lambda key: (-self.shared[key], key))
        held = [said[key] for key in keys]
        unknown = any(item.sort == OBJECT and proper(item) for item in held)
        told = [f"“{item.words}”" for item in held if not (item.sort == OBJECT and proper(item))][:_SHOWN]
        return "both say: " + ", ".join([*told, *(["one name"] if unknown else [])])


def about(matter: Matter, weights: Mapping[str, float], deeds: Mapping[str, str]) -> About:
    """Make what an ask is about ready to be compared; `weights` are of the features that tell, `deeds` in its words."""
    stems = {
        feature.key: frozenset(map(stem, feature.words.split()))
        for feature in matter.features
        if feature.key in weights
    }
    return About(
        weights=weights,
        stems=stems,
        total=sum(weights.values()),
        deeds=frozenset(deeds),
        doing=frozenset(stem(word) for words in deeds.values() for word in words.split()[:1]),
    )


def fit(clause: Clause, asked: Asked) -> Fit:
    """Say how much of the lesser of two matters is shared, and what."""
    ours = asked.about
    common = clause.weights.keys() & ours.weights.keys()
    shared = {key: min(clause.weights[key], ours.weights[key]) for key in common}
    shared |= _by_words(clause, ours, common)
    least = min(sum(clause.weights.values()), ours.total)
    if shared and not clause.deeds.isdisjoint(ours.deeds):  # one doing tells as much as another
        shared[SAME] = WEIGHT
        least += WEIGHT
    return Fit(share=sum(shared.values()) / least if least else 0.0, shared=shared, matter=asked.matter)


def _by_words(clause: Clause, ours: About, common: Collection[str]) -> dict[str, float]:
    """Give what both say in part, or took for two sorts ("impose sanctions", "sanctions"): as much as is met of it."""
    met: dict[str, float] = {}
    for key, words in ours.stems.items():
        if key not in common and (said := words & clause.words):
            met[key] = ours.weights[key] * (1 if key.startswith(f"{ACTION}:") else len(said) / len(words))
    return met


class Fits:
    """Asks by who may answer them (`answering` gives their ids), and by what they are about.

    Asks that the same may answer are laid out together: for a large body these are hundreds.
    """

    def __init__(self, asks: Iterable[Asked], answering: Callable[[Asked], frozenset[str]]) -> None:
        self.names: dict[Digest, frozenset[str]] = {}
        groups: dict[frozenset[str], _Asks] = {}
        for place, asked in enumerate(asks):
            names = self.names[asked.finding] = answering(asked)
            groups.setdefault(names, _Asks()).put(place, asked)
        self._by_party: dict[str, list[_Asks]] = defaultdict(list)
        for names, group in groups.items():
            for name in names:
                self._by_party[name].append(group)

    def asks(self, name: str) -> Iterator[Asked]:
        """Give the asks that somebody may answer, in their order."""
        for _place, asked in sorted(chain.from_iterable(group.all for group in self._of(name)), key=itemgetter(0)):
            yield asked

    def of(self, clause: Clause, name: str) -> Iterator[tuple[Asked, Fit]]:
        """Give the asks that somebody may answer and that share enough with a clause, in their order."""
        for _place, asked, made in sorted(chain.from_iterable(g.of(clause) for g in self._of(name)), key=itemgetter(0)):
            yield asked, made

    def _of(self, name: str) -> Sequence[_Asks]:
        return self._by_party.get(name, ())


class _Asks:
    """Asks that the same may answer, each with its place among all."""

    def __init__(self) -> None:
        self.all: list[tuple[int, Asked]] = []
        self._alike: dict[About, list[tuple[int, Asked]]] = {}
        self._by_key: dict[str, list[About]] = defaultdict(list)
        self._by_word: dict[str, dict[About, None]] = defaultdict(dict)
        self._found: dict[object, Sequence[tuple[int, Asked, Fit]]] = {}

    def put(self, place: int, asked: Asked) -> None:
        if asked.about not in self._alike:
            self._alike[asked.about] = []
            for key, words in asked.about.stems.items():
                self._by_key[key].append(asked.about)
                for word in words:
                    self._by_word[word][asked.about] = None
        self._alike[asked.about].append((place, asked))
        self.all.append((place, asked))

    def of(self, clause: Clause) -> Sequence[tuple[int, Asked, Fit]]:
        said = (tuple(clause.weights.items()), clause.words, clause.deeds)
        if said not in self._found:
            self._found[said] = [*self._fitting(clause)]
        return self._found[said]

    def _fitting(self, clause: Clause) -> Iterator[tuple[int, Asked, Fit]]:
        met: dict[About, None] = {}
        for key in clause.weights:
            met.update(dict.fromkeys(self._by_key.get(key, ())))
        for word in clause.words:
            met.update(self._by_word.get(word, {}))
        for one in met:
            held = self._alike[one]
            made = fit(clause, held[0][1])
            if made.share >= LEAST and made.shared:
                yield from ((place, asked, made) for place, asked in held)
