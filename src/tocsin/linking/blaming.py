# SPDX-License-Identifier: Apache-2.0
"""Blaming: whom each voice of an event names as acting, on whom they agree, and whether they differ.

1. A voice names whoever its claims have as acting, unless it elsewhere says that this party was acted on.
2. Voices agree on who acted only where each of them names one party, or bodies of one, by name. Whoever is named as
   acting is no voice for that, whatever it says of itself: on what others accuse it of, it is the accused.
3. They differ where two name parties that cannot be one, or where one names another that names somebody else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tocsin.linking.accounts import Account, Blame
from tocsin.linking.corroboration import RULE
from tocsin.linking.whereabouts import Whereabouts
from tocsin.records.findings import Party


class Blaming:
    """Tells who names whom, by what a catalogue knows of bodies."""

    def __init__(self, whereabouts: Whereabouts) -> None:
        self._whereabouts = whereabouts

    def blamed(self, accounts: Iterable[Account]) -> tuple[Blame, ...]:
        """Give whom the voices name as acting, with who names each: whoever is named by name first."""
        told: dict[str, list[Account]] = defaultdict(list)
        parties: dict[str, Party] = {}
        for account in accounts:
            for party in self._doers(account):
                told[party.id].append(account)
                parties.setdefault(party.id, party)
        found = [
            Blame(
                party=Party(id=name, name=self._whereabouts.named(parties[name])),
                by=tuple(dict.fromkeys(account.name for account in by)),
                somebody=self._whereabouts.by_name(parties[name]),
                others=tuple(
                    dict.fromkeys(account.name for account in by if not self._names((parties[name],), account))
                ),
            )
            for name, by in told.items()
        ]
        return tuple(sorted(found, key=lambda blame: (not blame.somebody, -len(blame.by), blame.party.id)))

    def acting(self, accounts: list[Account]) -> tuple[Party, ...]:
        """Give whom all of several voices name as acting, by name; nobody where one names nobody, or another.

        Whoever is named so is left out: it takes two others.
        """
        named = [(account, self._named_doers(account)) for account in accounts]
        told = [
            doers
            for one, doers in named
            if not any(self._names(held, one) for other, held in named if other is not one)
        ]
        if len(told) < RULE.voices or not all(told):
            return ()
        bodies = [self._bodies(named) for named in told]
        shared = frozenset.intersection(*bodies)
        return tuple(party for party in told[0] if self._whereabouts.belongs(party.id) & shared)

    def _named_doers(self, account: Account) -> tuple[Party, ...]:
        return self._somebody(self._doers(account))

    def _doers(self, account: Account) -> tuple[Party, ...]:
        """Give whom a voice names as acting; not who it elsewhere says was acted on."""
        if account.denies:
            return ()
        claims = account.told
        acted_on = {body for claim in claims for party in claim.targets for body in self._whereabouts.belongs(party.id)}
        named = {party.id: party for claim in claims for party in claim.actors if party.id not in acted_on}
        return tuple(named.values())

    def differ(self, accounts: Sequence[Account]) -> bool:
        """Say whether two voices name parties that cannot be one, or one names another that names somebody else."""
        told = [(account, self._doers(account)) for account in accounts]
        held = [self._bodies(named) for _account, doers in told if (named := self._somebody(doers))]
        held = [*dict.fromkeys(held)]
        if any(not one & other for number, one in enumerate(held) for other in held[number + 1 :]):
            return True
        return any(
            theirs and mine != theirs and self._names(mine, other) and not self._names(theirs, other)
            for mine in dict.fromkeys(doers for _account, doers in told if doers)
            for other, theirs in told
        )

    def _names(self, parties: Iterable[Party], account: Account) -> bool:
        """Say whether parties are a voice: as the catalogue knows, or in short: "the Front" for the Orsava Front."""
        bodies = self._whereabouts.belongs(account.speaker) if account.speaker else frozenset()
        full = account.name.casefold().split()
        return any(
            self._whereabouts.belongs(party.id) & bodies or full[-len(short) :] == short
            for party in parties
            if (short := party.name.casefold().removeprefix("the ").split())
        )

    def _bodies(self, parties: Iterable[Party]) -> frozenset[str]:
        return frozenset().union(*(self._whereabouts.belongs(party.id) for party in parties))

    def _somebody(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        return tuple(party for party in parties if self._whereabouts.by_name(party))
