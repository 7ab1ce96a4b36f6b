# SPDX-License-Identifier: Apache-2.0
"""Victims: which kinds of people claims say an act was done to, and whether two claims tell of different people.

1. Kinds are rows (`victims.kinds`): the armed are no civilians, and of two callings nobody is taken to have both.
   "People" are of any kind, and so is whoever no row knows: these part nothing.
2. Where kinds differ, the claims do not bear each other out; where their numbers exclude each other too, they are of
   two events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.linking.accounts import Account, claim_of
from tocsin.linking.connections import Connection
from tocsin.linking.corroboration import counts
from tocsin.linking.counts import interval
from tocsin.records.findings import Claim

_ARMED, _CIVIL = "armed", "civil"

Number = tuple[str, int | None, int | None]
"""What is counted, and the least and the most that the words allow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Victims:
    """The kinds of people that a claim says an act was done to, as it names them, and how many."""

    kinds: frozenset[str]
    names: tuple[str, ...]
    numbers: frozenset[Number]

    def differ(self, other: Victims) -> bool:
        """Say whether nobody can be of both."""
        return not any(_may_be_one(one, two) for one in self.kinds for two in other.kinds)

    def parted(self, other: Victims) -> bool:
        """Say whether kinds differ and numbers of one thing exclude each other."""
        pairs = [(one, two) for one in self.numbers for two in other.numbers if one[0] == two[0]]
        return bool(pairs) and self.differ(other) and not any(_overlap(one, two) for one, two in pairs)


def _may_be_one(one: str, other: str) -> bool:
    return one == other or (_CIVIL in (one, other) and _ARMED not in (one, other))


def _overlap(one: Number, other: Number) -> bool:
    return (one[1] is None or other[2] is None or one[1] <= other[2]) and (
        other[1] is None or one[2] is None or other[1] <= one[2]
    )


class Kinds:
    """Tells of which kinds of people claims are."""

    def __init__(self, catalogue: Catalogue) -> None:
        pairs = (pair.partition("=") for pair in catalogue.list("victims.kinds"))
        self._kinds = {words: kind for words, _, kind in pairs}
        words = "|".join(map(re.escape, sorted(self._kinds, key=len, reverse=True)))
        self._words = re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
        self._known: dict[str, frozenset[str]] = {}
        self._places = catalogue.places

    def of(self, claim: Claim) -> Victims | None:
        """Give of whom a claim is; None where it names nobody, or somebody whose kind no row knows."""
        named = [party for party in claim.targets if party.id not in self._places]
        held = [self._of_name(party.name) for party in named]
        if not held or not all(held):
            return None
        return Victims(
            kinds=frozenset().union(*held),
            names=tuple(party.name for party in named),
            numbers=frozenset((count.of, *interval(count)) for count in claim.quantities),
        )

    def _of_name(self, name: str) -> frozenset[str]:
        if name not in self._known:
            self._known[name] = frozenset(self._kinds[match[0].lower()] for match in self._words.finditer(name))
        return self._known[name]

    def told(self, account: Account) -> Iterator[Victims]:
        """Give whom a voice says that what it tells as done was done to."""
        for row, connection in zip(account.claims, account.connections, strict=True):
            claim = claim_of(row)
            if _as_done(claim, connection) and (victims := self.of(claim)):
                yield victims

    def apart(self, one: Account, other: Account) -> bool:
        """Say whether two voices tell of different people, and of no act in which nothing keeps them apart."""
        if not _differing((*self.told(one), *self.told(other))):
            return False
        return not any(self._together(act, one, other) for act in _acts(one) & _acts(other))

    def _together(self, act: str, one: Account, other: Account) -> bool:
        first, second = (
            [
                self.of(claim_of(row))
                for row, connection in zip(account.claims, account.connections, strict=True)
                if claim_of(row).act == act and _as_done(claim_of(row), connection)
            ]
            for account in (one, other)
        )
        return any(mine is None or theirs is None or not mine.differ(theirs) for mine in first for theirs in second)

    def counted(self, accounts: Iterable[Account]) -> tuple[str, ...]:
        """Give the names of the voices that bear each other out: of several sets, the first that is greatest."""
        held = [account for account in accounts if account.counts]
        if not _differing(victims for account in held for victims in self.told(account)):
            return tuple(account.name for account in held)
        apart = {
            (number, place)
            for number, one in enumerate(held)
            for place, other in enumerate(held[number + 1 :], number + 1)
            if self.apart(one, other)
        }
        sets = [_set(start, len(held), apart) for start in range(len(held))]
        return tuple(held[number].name for number in max(sets, key=len))


def _differing(told: Iterable[Victims]) -> bool:
    """Say whether some tell of people of whom nobody can be of both; many claims name few kinds."""
    held = list({victims.kinds: victims for victims in told}.values())
    return any(one.differ(other) for number, one in enumerate(held) for other in held[number + 1 :])


def _set(start: int, size: int, apart: set[tuple[int, int]]) -> Sequence[int]:
    """Gather numbers around one, in order, none of which is apart from another."""
    taken = [start]
    for number in range(size):
        if number != start and not any((min(number, one), max(number, one)) in apart for one in taken):
            taken.append(number)
    return sorted(taken)


def _as_done(claim: Claim, connection: Connection) -> bool:
    return counts((claim.mode,), (connection,))


def _acts(account: Account) -> frozenset[str]:
    return frozenset(
        claim_of(row).act
        for row, connection in zip(account.claims, account.connections, strict=True)
        if _as_done(claim_of(row), connection)
    )


def of_whom(kinds: Kinds, accounts: Sequence[Account]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give, where voices tell of people who differ, whom each says that the act was done to; else nothing."""
    told = [
        (account.name, victims)
        for account in accounts
        for row in account.claims
        if claim_of(row).mode != "denied" and (victims := kinds.of(claim_of(row)))
    ]
    if not _differing(victims for _name, victims in told) or len({name for name, _victims in told}) == 1:
        return ()
    by: dict[str, dict[str, None]] = {}
    for name, victims in told:
        for whom in victims.names:
            by.setdefault(whom, {})[name] = None
    return tuple((whom, tuple(names)) for whom, names in by.items())
