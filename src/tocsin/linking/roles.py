# SPDX-License-Identifier: Apache-2.0
"""Roles: whom a named party stood for when its paper was published – an office's holder for the office, on its days.

Both ways: an ask of "President Vell" is one of her State while she holds the office, and what she says after it is not.
"""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.tenures import Tenure, Tenures, tenures_by
from tocsin.ledger.shelf import Shelved
from tocsin.records.bounds import Bounds
from tocsin.records.findings import Party


class Roles:
    """Knows the offices of named persons by the catalogue's tenures."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.tenures: Tenures = tenures_by(catalogue)
        self._kinds = {row.id: row.kind for row in catalogue.actors.values()}

    def ids(self, party: Party, paper: Shelved) -> frozenset[str]:
        """Give the ids that a party goes by in a paper: its own, the person's and those of the offices held then."""
        when = days(paper)
        person = self.tenures.person(party.name)
        if person is None:
            return frozenset({party.id})
        held = {one.office for one in self.tenures.of(party.name, when)}
        own = party.id if party.id in held or not self.tenures.is_office(party.id) else person
        return frozenset({own, person, *held})

    def stands_for(self, party: Party, paper: Shelved) -> Party:
        """Give whom a name stands for in a paper: the office on the days that it was held, else the person."""
        return self.tenures.stands_for(party, days(paper))

    def says(self, party: Party, paper: Shelved) -> str:
        """Say in words which office whoever is named held then: " (then President of Veltria)", or nothing."""
        held = self.tenures.of(party.name, days(paper))
        return f" (then {_names(held)})" if held else ""

    def then(self, parties: Iterable[Party], paper: Shelved) -> tuple[str, ...]:
        """Say of each party what it was when a paper was published: an office's holder, or a named person's office."""
        when = days(paper)
        told: list[str] = []
        for party in parties if when is not None else ():
            if self.tenures.person(party.name) is not None:
                held = self.tenures.of(party.name, when)
                told.append(f"{party.name}: then {_names(held) if held else 'in no office that the catalogue knows'}")
            elif self._kinds.get(party.id) == "office":
                persons = dict.fromkeys(one.person for one in self.tenures.holders(party.id, when))
                told += [f"{party.name}: then {', '.join(persons)}"] if persons else []
        return tuple(told)


def days(paper: Shelved) -> Bounds | None:
    """Give the days on which a paper may have been published; None where nothing is known of them."""
    return paper.published


def _names(held: tuple[Tenure, ...]) -> str:
    return ", ".join(dict.fromkeys(one.name for one in held))
