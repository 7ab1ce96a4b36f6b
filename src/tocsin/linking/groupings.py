# SPDX-License-Identifier: Apache-2.0
"""Groupings: asks that are alike, joined by average likeness so that no chain of small steps joins what differs.

1. Only asks that share an addressee are compared: the same body, or a body and its organ (`Whom`).
2. Pairs are found by an index of what each ask says of most weight, and joined from the likeliest to be one to the
   least (`likelihoods.py`); two groups become one while their members are likely to be one on average.
3. What is found depends on the asks alone, not on their order beyond ties, which go by id.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tocsin.linking.issues import both
from tocsin.linking.likelihoods import likely
from tocsin.linking.likeness import Likeness, Profile, explained, profile
from tocsin.linking.matters import Matter
from tocsin.records.ids import Digest

LEAST = 0.32
"""Likelihood of being one that two asks have at least to be put side by side."""
JOINED = 0.35
"""Average likelihood that the members of two groups have at least to be one."""
LIST = 40
"""Asks that make a long list, in which what is asked of one matter stands together."""
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
    `start` is where it starts in its document, None where that is no long list.
    """

    finding: Digest
    profile: Profile
    document: str
    roots: frozenset[str]
    start: int | None = None
    whom: Mapping[str, frozenset[str]] = field(default_factory=dict)


def asked(
    finding: Digest,
    matter: Matter,
    document: str,
    above: Mapping[str, frozenset[str]],
    roots: frozenset[str],
    *,
    start: int | None = None,
) -> Asked:
    """Make an ask ready to be grouped; `above` gives for each addressee itself and the bodies it belongs to."""
    return Asked(finding=finding, profile=profile(matter), document=document, roots=roots, whom=above, start=start)


def listed(items: Sequence[Asked]) -> list[Asked]:
    """Forget where asks start that stand in no long list."""
    counts = Counter(item.document for item in items)
    return [item if counts[item.document] >= LIST else replace(item, start=None) for item in items]


def apart(one: Asked, other: Asked) -> int | None:
    """Give how many characters lie between the starts of two asks of one long list, None of others."""
    if one.start is None or other.start is None or one.document != other.document:
        return None
    return abs(one.start - other.start)


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
    """Compare two asks, with reasons; those of different addressees are not alike."""
    found = near(one, other)
    if not found:
        return Likeness(score=0.0)
    reasons = explained(one.profile, other.profile).reasons
    issue = both(one.profile.told, other.profile.told)
    return Likeness(score=found, reasons=(*reasons, f"both speak of the issue “{issue}”") if issue else reasons)


def near(one: Asked, other: Asked) -> float:
    """Say how much two asks are one, 0 to 1; kept, since what was compared once is compared again with every document.

    Bounded: when there are more, it is begun anew.
    """
    if not _comparable(one, other):
        return 0.0
    pair = one.profile, other.profile, apart(one, other)
    if pair not in _NEAR:
        if len(_NEAR) >= _MOST:
            _NEAR.clear()
        _NEAR[pair] = likely(*pair)
    return _NEAR[pair]


_NEAR: dict[tuple[Profile, Profile, int | None], float] = {}
_MOST = 1_000_000


def forget() -> None:
    """Forget what was compared, where other weights are to decide."""
    _NEAR.clear()


def _comparable(one: Asked, other: Asked) -> bool:
    return same_addressee(one, other) and bool(one.whom or one.document == other.document or _named(one, other))


def _named(one: Asked, other: Asked) -> bool:
    """Say whether both say a name: two papers that ask nobody by name may speak of quite different places."""
    return not one.profile.where.isdisjoint(other.profile.where)


def groups(items: Sequence[Asked]) -> tuple[tuple[Digest, ...], ...]:
    """Group asks; members keep their order, groups that of their first member."""
    alike = _alike(items)
    kinds = [min((items[number] for number in numbers), key=_first) for numbers in alike]
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


def _first(item: Asked) -> tuple[str, int, Digest]:
    return item.document, item.start or 0, item.finding


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
