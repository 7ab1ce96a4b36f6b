# SPDX-License-Identifier: Apache-2.0
"""Wheres: the names under which a place is spoken of, what lies within it, and what it lies within.

A place and a territory or state of the same name are one here: a siege "of Orsava" is told of its people and its land.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.catalogue.grounds import LANDS, called, names, within
from tocsin.catalogue.rows import Place
from tocsin.records.findings import Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place: `ids` are its own and those of the land of its name, `names` and `peoples` are folded.

    `parts` are ids of places within it, `around` of the places and territories that it lies within, `around_names`
    their folded names; states are not among them, since what is told of a state is not told of each of its roads.
    `way`: the place is a road, a crossing, a corridor. `elsewhere` are other ways, and what else can be shut (a canal),
    so that what is told of them is not taken for this one's.
    """

    place: Place
    ids: frozenset[str]
    names: frozenset[str]
    peoples: frozenset[str]
    parts: frozenset[str]
    around: frozenset[str]
    around_names: frozenset[str]
    way: bool
    elsewhere: frozenset[str]

    def here(self, party: Party) -> bool:
        """Say whether a party is the place itself."""
        return party.id in self.ids or folded(party.name) in self.names

    def named_in(self, words: str) -> bool:
        """Say whether words name the place, by any of its names, or its people by their adjective."""
        return _pattern(self.names | self.peoples).search(folded(words)) is not None

    def spans(self, words: str) -> Iterator[re.Match[str]]:
        """Give where folded words name the place."""
        return _pattern(self.names).finditer(words)

    def wider(self, party: Party) -> bool:
        """Say whether a party is a place or territory that the place lies within."""
        return party.id in self.around or folded(party.name) in self.around_names


@lru_cache(maxsize=64)
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    longest = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def where(catalogue: Catalogue, place: Place) -> Where:
    """Lay out a place of the catalogue."""
    kinds = frozenset(catalogue.list("access.ways"))
    shut = kinds | frozenset(catalogue.list("access.shut-too"))
    named = names(place)
    lands = {row.id: row for row in catalogue.actors.values() if row.kind in LANDS}
    ids = called(catalogue, place)
    parts = within(catalogue, ids)
    around = _around(catalogue, place)
    wider: dict[str, frozenset[str]] = {}
    for name in around:
        row = catalogue.places.get(name)
        land = lands.get(name)
        if row is not None:
            wider[name] = names(row)
        if land is not None and land.kind == "territory":
            wider[name] = wider.get(name, frozenset()) | names(land)
    return Where(
        place=place,
        ids=ids,
        names=named,
        peoples=frozenset(folded(name) for row in lands.values() if row.id in ids for name in row.demonyms),
        parts=parts,
        around=frozenset(wider),
        around_names=frozenset().union(*wider.values()) - named,
        way=place.kind in kinds,
        elsewhere=frozenset(row.id for row in catalogue.places.values() if row.kind in shut) - parts - ids,
    )


def _around(catalogue: Catalogue, place: Place) -> set[str]:
    found: set[str] = set()
    waiting = list(place.within)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            outer = catalogue.places.get(name)
            waiting += outer.within if outer else ()
    return found
