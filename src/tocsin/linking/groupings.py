# SPDX-License-Identifier: Apache-2.0
"""Groupings: asks that are alike, joined by average likeness so that no chain of small steps joins what differs.

1. Only asks that share an addressee are compared: the same body, or a body and its organ (`Whom`).
2. Pairs are found by an index of what each ask says of most weight, and joined from the most alike to the least; two
   groups become one while their members are alike on average.
3. What is found depends on the asks alone, not on their order beyond ties, which go by id.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tocsin.linking.likeness import Likeness, Profile, explained, profile, score
from tocsin.linking.matters import Matter
from tocsin.records.ids import Digest

LEAST = 0.42
"""Likeness that two asks have at least to be put side by side."""
JOINED = 0.45
"""Average likeness that the members of two groups have at least to be one."""
_KEYS = 6
"""Features of most weight by which an ask is looked for."""
_WIDE = 24
"""Asks of one feature that are compared each with each; of more, each is compared with its nearest neighbours."""
_SAMPLE = 12
"""Members of a group that speak for it when two are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An ask to be grouped: its finding, what it is about, and the bodies it is addressed to, with those above them.

    `roots` are the topmost bodies, by which asks are looked for; `whom` maps each addressee to itself and all above.
    """

    finding: Digest
    profile: Profile
    document: str
    roots: frozenset[str]
    whom: Mapping[str, frozenset[str]] = field(default_factory=dict)


def asked(
    finding: Digest, matter: Matter, document: str, above: Mapping[str, frozenset[str]], roots: frozenset[str]
) -> Asked:
    """Make an ask ready to be grouped; `above` gives for each addressee itself and the bodies it belongs to."""
    return Asked(finding=finding, profile=profile(matter), document=document, roots=roots, whom=above)


def same_addressee(one: Asked, other: Asked) -> bool:
    """Say whether two asks go to one body, or to a body and an organ of it; two asks of nobody named do."""
    if not one.whom or not other.whom:
        return not one.whom and not other.whom
    if one.whom is other.whom or not one.whom.keys().isdisjoint(other.whom.keys()):
        return True
    return any(
        here in above_there or there in above_here
        for here, above_here in one.whom.items()
        for there, above_there in other.whom.items()
    )


def compared(one: Asked, other: Asked) -> Likeness:
    """Compare two asks; those of different addressees are not alike."""
    return explained(one.profile, other.profile) if _comparable(one, other) else Likeness(score=0.0)


def near(one: Asked, other: Asked) -> float:
    """Say how much two asks are one, 0 to 1; kept, since what was compared once is compared again with every document.

    Bounded: when there are more, it is begun anew.
    """
    if not _comparable(one, other):
        return 0.0
    pair = one.profile, other.profile
    if pair not in _NEAR:
        if len(_NEAR) >= _MOST:
            _NEAR.clear()
        _NEAR[pair] = score(*pair)
    return _NEAR[pair]


_NEAR: dict[tuple[Profile, Profile], float] = {}
_MOST = 1_000_000


def _comparable(one: Asked, other: Asked) -> bool:
    return same_addressee(one, other) and bool(one.whom or one.document == other.document or _named(one, other))


def _named(one: Asked, other: Asked) -> bool:
    """Say whether both say a name: two papers that ask nobody by name may speak of quite different places."""
    return not one.profile.where.isdisjoint(other.profile.where)


def groups(items: Sequence[Asked]) -> tuple[tuple[Digest, ...], ...]:
    """Group asks; members keep their order, groups that of their first member."""
    alike = _alike(items)
    kinds = [items[numbers[0]] for numbers in alike]
    scores = _Scores(kinds)
    edges = sorted((-near, one, other) for one, other in _pairs(kinds) if (near := scores.of(one, other)) >= LEAST)
    group = {number: [number] for number in range(len(kinds))}
    for _far, one, other in edges:
        first, second = group[one], group[other]
        if first is not second and scores.average(first, second) >= JOINED:
            if len(first) < len(second):
                first, second = second, first
            first += second
            for member in second:
                group[member] = first
    found = {id(kin): sorted(number for kind in kin for number in alike[kind]) for kin in group.values()}
    return tuple(tuple(items[number].finding for number in members) for members in sorted(found.values()))


def _alike(items: Sequence[Asked]) -> list[list[int]]:
    """Put together what says the same of the same bodies to the letter of its features: compared once for all."""
    held: dict[object, list[int]] = {}
    for number, item in enumerate(items):
        said = frozenset(item.profile.weights.items())
        what = (said, item.profile.topic, item.profile.matter.undone, item.profile.matter.means)
        where = item.document if not item.whom and not item.profile.where else ""
        held.setdefault((what, frozenset(item.whom), where), []).append(number)
    return list(held.values())


class _Scores:
    """Likeness of pairs, each computed once."""

    def __init__(self, items: Sequence[Asked]) -> None:
        self._items = items
        self._known: dict[tuple[int, int], float] = {}

    def of(self, one: int, other: int) -> float:
        pair = (one, other) if one < other else (other, one)
        if pair not in self._known:
            here, there = self._items[one], self._items[other]
            self._known[pair] = near(here, there)
        return self._known[pair]

    def average(self, first: list[int], second: list[int]) -> float:
        some, others = first[:_SAMPLE], second[:_SAMPLE]
        return sum(self.of(one, other) for one in some for other in others) / (len(some) * len(others))


def _pairs(items: Sequence[Asked]) -> Iterator[tuple[int, int]]:
    """Give the pairs worth comparing, each once."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        held = item.profile.weights
        weightiest = sorted(((weighs, key) for key, weighs in held.items()), reverse=True)[:_KEYS]
        for _weighs, key in weightiest:
            for root in item.roots or frozenset({""}):
                index[root, key].append(number)
    seen: set[tuple[int, int]] = set()
    for numbers in index.values():
        for pair in _near(numbers):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _near(numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    for at, one in enumerate(numbers):
        for other in numbers[at + 1 : at + 1 + _WIDE]:
            yield one, other
