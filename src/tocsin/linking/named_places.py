# SPDX-License-Identifier: Apache-2.0
"""Places as people name them: a row of the catalogue, else a place that findings of this ledger name so.

A place without a row is its own name and no more: nothing lies within it, and it has no other names. A name that stands
in documents but that no finding has as a place is told to stand there, with what makes it one.
"""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.catalogue import lookup
from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.catalogue.lookup import UnknownName
from tocsin.catalogue.rows import Place
from tocsin.ledger.ledger import Ledger
from tocsin.reading.naming.names import slug
from tocsin.records.plurals import counted

_MOST = 500
"""Passages that are looked through for a name that is no place."""


class UnknownPlace(UnknownName):
    """No row and no finding has a place that is called so; `documents` hold the words."""

    def __init__(self, given: str, nearest: Sequence[str], documents: int) -> None:
        super().__init__("PLACE", given, nearest)
        if documents:
            held = (
                f"{counted(documents, 'document')} of this ledger {'holds' if documents == 1 else 'hold'} these words"
            )
            row = "give it a [[place]] row (id, kind, name, source) in a pack and `tocsin reread` (docs/packs.md)"
            near = f"; the nearest names are {', '.join(nearest)}" if nearest else ""
            self.args = (f"PLACE {given!r}: {held}, but no row and no finding has a place of this name; {row}{near}",)


def place(ledger: Ledger, catalogue: Catalogue, given: str, *, recorded_by: str | None = None) -> Place:
    """Find which place is meant, of the catalogue or by the name that documents give it.

    Raises:
        UnknownName: Nothing is called so; the five nearest are named.
        AmbiguousName: Two rows are called so.
    """
    try:
        return lookup.place(catalogue, given)
    except lookup.UnknownName:
        held = sorted(value for value, _count in ledger.values("place", recorded_by=recorded_by))
        if slug(given) in held:
            return _unrowed(catalogue, slug(given), given)
        try:
            return lookup.place(catalogue, given, also=held)
        except lookup.UnknownName as unknown:
            hits = ledger.search(f'"{given}"', limit=_MOST, recorded_by=recorded_by) if _searchable(given) else ()
            raise UnknownPlace(given, unknown.nearest, len({hit.anchor.document for hit in hits})) from None


def _unrowed(catalogue: Catalogue, id_: str, given: str) -> Place:
    """Make a place of a name; the last word of a road's says that it is one."""
    last = folded(given).split()[-1:]
    kind = last[0] if last and last[0] in catalogue.list("access.ways") else "place"
    name = given if given != id_ else given.replace("-", " ").title()
    return Place(id=id_, kind=kind, name=name, source="named so by documents of this ledger; no row of a pack")


def _searchable(given: str) -> bool:
    return any(character.isalnum() for character in given) and '"' not in given
