# SPDX-License-Identifier: Apache-2.0
"""WHOM as typed: an id, a name or an alias, of the catalogue or of the ledger; and the values that searches name."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from tocsin.catalogue import lookup
from tocsin.catalogue.bodies import with_organs as organs_of
from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.catalogue.grounds import ground
from tocsin.desk.terms import listed_term
from tocsin.dossier.searches import Values
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.linking import named_places
from tocsin.linking.former_ids import row_of
from tocsin.linking.identities import one_with
from tocsin.reading.naming.names import slug

_COMMON = frozenset({"united", "nations", "republic", "international", "national"})
"""Words that many bodies' names share."""
_ROLES = ("addressee", "asker", "issuer", "speaker")
_BODIES = frozenset({"addressee", "asker", "speaker", "actor", "target"})


def whom(ledger: Ledger, catalogue: Catalogue, given: str, *, recorded_by: str | None = None) -> str:
    """Resolve WHOM: an id, a name or an alias of the catalogue, else an id that this ledger holds.

    Raises:
        BadRequest: Nobody is called so; the five nearest are named.
    """
    if any(
        True for role in _ROLES for _ in ledger.rows(Query(keys=((role, given),), recorded_by=recorded_by, limit=1))
    ):
        return row_of(catalogue, given)
    try:
        return lookup.actor(catalogue, given).id
    except lookup.UnknownName:
        held = {value for role in _ROLES for value, _count in ledger.values(role, recorded_by=recorded_by)}
        if slug(given) in held:  # a name that only this ledger knows goes by the id that reading gave it
            return slug(given)
        return lookup.actor(catalogue, given, also=sorted(held)).id


def bodies(ledger: Ledger, catalogue: Catalogue, given: str, query: Query) -> frozenset[str]:
    """Give the ids of WHOM: its own, and those of actors that people hold for one with it."""
    body = whom(ledger, catalogue, given, recorded_by=query.recorded_by)
    return one_with(ledger, catalogue, body, recorded_by=query.recorded_by)


def with_organs(
    ledger: Ledger, catalogue: Catalogue, bodies_: Collection[str], role: str, query: Query
) -> frozenset[str]:
    """Give bodies with those of their organs and offices that this ledger's findings name in a role."""
    told = {value for value, _count in ledger.values(role, recorded_by=query.recorded_by)}
    whole = frozenset[str]().union(*(organs_of(catalogue, body) for body in bodies_))
    return frozenset(bodies_) | (whole & told)


def places(ledger: Ledger, catalogue: Catalogue, given: str, query: Query) -> frozenset[str]:
    """Give the ids of PLACE, of the land of its name and of all places within that this ledger's findings name.

    Raises:
        BadRequest: No place is called so; the five nearest are named.
    """
    row = named_places.place(ledger, catalogue, given, recorded_by=query.recorded_by)
    told = {value for value, _count in ledger.values("place", recorded_by=query.recorded_by)}
    return frozenset({row.id} | (ground(catalogue, row) & told))


def alike(ledger: Ledger, given: str, role: str, ids: Collection[str], query: Query) -> str:
    """Say which names like one that found nothing this ledger has in a role; empty where none is.

    A name is alike where it shares the beginning of a word: "Minister of Interior" with "Ministry of Interior".
    """
    told = [value for value, _count in ledger.values(role, recorded_by=query.recorded_by) if value not in ids]
    words = _beginnings(slug(given))
    shared = {value: len(words & _beginnings(value)) for value in told}
    near = lookup.nearest(given, ((value.replace("-", " "), value) for value in told if shared[value]))
    best = sorted(near, key=lambda value: -shared[value])
    if not best:
        return ""
    return f"Like it, this ledger names: {', '.join(best)}; an alias in a pack makes two names one (docs/packs.md)."


def _beginnings(value: str) -> frozenset[str]:
    return frozenset(word[:5] for word in value.split("-") if len(word) > len("the") and word not in _COMMON)


def values(ledger: Ledger, catalogue: Catalogue, query: Query) -> Values:
    """Resolve what a person wrote: bodies, places and instruments by any name, other words as they are."""

    @cache  # a search asks for the same once a passage
    def of(role: str, given: str) -> Collection[str]:
        if role in _BODIES:
            return bodies(ledger, catalogue, given, query)
        if role == "place":
            return places(ledger, catalogue, given, query)
        if role == "instrument":
            named = {
                row.id
                for row in catalogue.instruments.values()
                if folded(given) in {folded(name) for name in (row.id, row.name, *row.aliases)}
            }
            return named or (given,)
        return (listed_term(catalogue, role, given.casefold()),)

    return of
