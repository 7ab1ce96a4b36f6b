# SPDX-License-Identifier: Apache-2.0
"""Whereabouts: where a claim's act was done, with places that lie within others, and whom an actor belongs to.

1. A territory that is an actor and a place at once ("the closure of Orsava") is the place where the claim needs one.
2. Of several places of a claim those count that no other of them lies within: the bridge, not the region around it.
3. Whom or what an act struck is where it was done, where other claims name that as a place: "shelled Sake".
4. States and whole parts of the world are too wide to tell events apart: a claim that names nothing narrower may have
   been done at any place within them, or at any place that its document tells of.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.records.findings import Claim, Party

Nearness = Literal["same", "within", "context"]
"""How two claims' places lie to each other: one place is named by both, one lies within the other's, or one claim names
none and its document tells of the other's."""

_WIDE = frozenset({"continent", "sea"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where an act was done: `narrow` places that tell events apart, `wide` ones, and what its document tells of."""

    narrow: frozenset[str] = frozenset()
    wide: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()

    @property
    def named(self) -> frozenset[str]:
        """The places that the claim itself names."""
        return self.narrow or self.wide


class Whereabouts:
    """Knows the places of a catalogue and what they lie within, and the actors and what they are part of.

    `claims` tell of more places, which no catalogue has.
    """

    def __init__(self, catalogue: Catalogue, claims: Iterable[Claim] = ()) -> None:
        self._catalogue = catalogue
        self._told = frozenset(party.id for claim in claims for party in claim.places) - catalogue.actors.keys()
        self._parts = frozenset(catalogue.list("meeting.parts"))
        named = {folded(name): row.id for row in catalogue.places.values() for name in (row.name, *row.aliases)}
        self._place_of = {
            row.id: named[folded(row.name)]
            for row in catalogue.actors.values()
            if row.kind != "state" and folded(row.name) in named
        }
        self._around: dict[str, frozenset[str]] = {}
        self._outer: dict[str, frozenset[str]] = {}
        self._above: dict[str, frozenset[str]] = {}

    def of(self, claim: Claim) -> Ground:
        """Give the places of a claim that say the most; `context` is left for who knows the document."""
        named = [party.id for party in claim.places]
        named += [party.id for party in claim.targets if self._is_place(party.id)]
        found = {self._place_of.get(name, name) for name in named}
        wide = frozenset(name for name in found if self.wide(name))
        kept = found - wide
        narrow = frozenset(name for name in kept if not any(name in self.around(other) for other in kept - {name}))
        return Ground(narrow=narrow, wide=wide)

    def _is_place(self, name: str) -> bool:
        return name in self._catalogue.places or name in self._place_of or name in self._told

    def wide(self, place: str) -> bool:
        """Say whether a place is a state or a part of the world."""
        if place in self._catalogue.actors and place not in self._place_of:
            return self._catalogue.actors[place].kind == "state"
        row = self._catalogue.places.get(place)
        return row is not None and (row.kind in _WIDE or (row.kind == "region" and not row.within))

    def around(self, place: str) -> frozenset[str]:
        """Give the places that a place lies within, states and parts of the world left out."""
        if place not in self._around:
            self._around[place] = frozenset(name for name in self._all_around(place) if not self.wide(name))
        return self._around[place]

    def states(self, place: str) -> frozenset[str]:
        """Give the states and parts of the world that a place lies within."""
        return self._all_around(place) - self.around(place)

    def _all_around(self, place: str) -> frozenset[str]:
        if place not in self._outer:
            found: set[str] = set()
            open_ = [place]
            while open_:
                name = open_.pop()
                row = self._catalogue.places.get(name)
                outer_of = row.within if row else self._part_of(name)
                new = {self._place_of.get(outer, outer) for outer in outer_of} - found - {place}
                found |= new
                open_ += sorted(new)
            self._outer[place] = frozenset(found)
        return self._outer[place]

    def _part_of(self, place: str) -> tuple[str, ...]:
        """Give what a place that no catalogue has is a part of by its name: "Chaplin station" of Chaplin."""
        whole, _, last = place.rpartition("-")
        return (whole,) if last in self._parts and whole in self._told else ()

    def named_in(self, parties: Iterable[Party]) -> frozenset[str]:
        """Give the places that the names of parties say: "the mayor of Karsk"."""
        words = [f"-{party.id}-" for party in parties]
        return frozenset(
            place for place in self._told if not self.wide(place) and any(f"-{place}-" in name for name in words)
        )

    def nearness(self, one: Ground, other: Ground) -> Nearness | None:
        """Say how two claims' places lie to each other; None where they have nothing in common."""
        if one.narrow and other.narrow:
            return "same" if one.narrow & other.narrow else "within" if self._inside(one.narrow, other.narrow) else None
        if one.wide & other.wide and not one.narrow and not other.narrow:
            return "same"
        if self._reaches(one, other) or self._reaches(other, one):
            return "within"
        if not one.narrow and not other.narrow and one.wide and other.wide:
            return None
        first, second = one.narrow or one.context, other.narrow or other.context
        return "context" if first & second or self._inside(first, second) else None

    def _inside(self, one: frozenset[str], other: frozenset[str]) -> bool:
        return any(self.around(place) & other for place in one) or any(self.around(place) & one for place in other)

    def _reaches(self, one: Ground, other: Ground) -> bool:
        return bool(one.wide) and any(self._all_around(place) & one.wide for place in other.narrow)

    def belongs(self, actor: str) -> frozenset[str]:
        """Give an actor's id and those of the bodies that it is an organ or office of."""
        if actor not in self._above:
            found = {actor}
            open_ = [actor]
            while open_:
                row = self._catalogue.actors.get(open_.pop())
                new = set(row.part_of if row else ()) - found
                found |= new
                open_ += sorted(new)
            self._above[actor] = frozenset(found)
        return self._above[actor]

    def reach(self, ground: Ground) -> frozenset[str]:
        """Give every place that a ground touches: its own, what its document tells of, and what these lie within."""
        places = ground.named | ground.context
        return places.union(*(self.around(place) for place in places))

    def by_name(self, party: Party) -> bool:
        """Say whether a party is somebody: known, or called by a name and not by a common noun at a sentence's head."""
        return (
            party.id in self._catalogue.actors
            or party.id in self._catalogue.places
            or any(letter.isupper() for letter in party.name[1:])
        )

    def named(self, party: Party) -> str:
        """Name a party as the catalogue does; an unknown one as its source does."""
        row = self._catalogue.actors.get(party.id)
        return row.name if row else party.name

    def places_of(self, actors: Iterable[str]) -> frozenset[str]:
        """Give the places that actors are by name: a territory."""
        return frozenset(self._place_of[actor] for actor in actors if actor in self._place_of)

    def one_side(self, one: Iterable[Party], other: Iterable[Party]) -> bool:
        """Say whether some party of each, called by name, is one body or belongs to one; "people" are no body."""
        first = {name for party in one if self.by_name(party) for name in self.belongs(party.id)}
        return any(name in first for party in other if self.by_name(party) for name in self.belongs(party.id))

    def name(self, of: str) -> str:
        """Name a place or an actor as the catalogue does; an unknown one by its id."""
        row = self._catalogue.places.get(of) or self._catalogue.actors.get(of)
        return row.name if row else of
