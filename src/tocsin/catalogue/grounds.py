# SPDX-License-Identifier: Apache-2.0
"""Grounds: a place with the land of its name and all that lies within it; what every `--place` asks for."""

from __future__ import annotations

from collections.abc import Collection

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.catalogue.rows import Actor, Place

LANDS = frozenset({"territory", "state"})
"""Kinds of actors that are places as well: a siege "of Orsava" is told of its people and its land."""


def names(row: Place | Actor) -> frozenset[str]:
    """Give the names of a row, folded."""
    return frozenset(folded(name) for name in (row.name, *row.aliases))


def called(catalogue: Catalogue, place: Place) -> frozenset[str]:
    """Give the ids of a place: its own, and those of the states and territories that go by one of its names."""
    own = names(place)
    return frozenset(
        {place.id} | {row.id for row in catalogue.actors.values() if row.kind in LANDS and own & names(row)}
    )


def within(catalogue: Catalogue, ids: Collection[str]) -> frozenset[str]:
    """Give the places that lie within any of these, and within those; these themselves are not among them."""
    around = set(ids)
    found: set[str] = set()
    grown = True
    while grown:
        more = {row.id for row in catalogue.places.values() if around.intersection(row.within)} - around
        found |= more
        around |= more
        grown = bool(more)
    return frozenset(found)


def ground(catalogue: Catalogue, place: Place) -> frozenset[str]:
    """Give the ids of a place, of the land of its name, and of every place within.

    >>> from tocsin.catalogue.catalogue import load
    >>> from tocsin.catalogue.rows import Place
    >>> held = load()[0]
    >>> inner = next(row for row in held.places.values() if row.within and row.within[0] in held.places)
    >>> inner.id in ground(held, held.places[inner.within[0]])
    True
    """
    ids = called(catalogue, place)
    return ids | within(catalogue, ids)
