# SPDX-License-Identifier: Apache-2.0
"""Bodies: whoever a listing is about, with the organs and offices that belong to them."""

from __future__ import annotations

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.catalogue.tenures import HOLDER
from tocsin.records.findings import Party


def by_seat(catalogue: Catalogue, party: Party) -> bool:
    """Say whether a party is named by the seat of a government alone, as a letter's head names a town to write to.

    >>> from tocsin.catalogue.catalogue import load
    >>> from tocsin.records.findings import Party
    >>> [by_seat(load()[0], Party(id="gambia", name=name)) for name in ("Banjul", "the Gambia")]
    [True, False]
    """
    row = catalogue.actors.get(party.id)
    return row is not None and folded(party.name) in {folded(seat) for seat in row.seats}


def with_organs(catalogue: Catalogue, body: str) -> frozenset[str]:
    """Give a body's id and those of its organs and offices, and of theirs; a person is none of them (`tenures.py`).

    >>> from tocsin.catalogue.catalogue import load
    >>> "un-security-council-members" in with_organs(load()[0], "un-security-council")
    True
    """
    found = {body}
    grown = True
    while grown:
        more = {
            row.id for row in catalogue.actors.values() if row.kind != HOLDER and found.intersection(row.part_of)
        } - found
        found |= more
        grown = bool(more)
    return frozenset(found)
