# SPDX-License-Identifier: Apache-2.0
"""Names that the catalogue does not know, with how often findings have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.tenures import tenures_by
from tocsin.dossier.withholding import NAME_WITHHELD, Withholding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.projections import PARTIES
from tocsin.ledger.queries import Query
from tocsin.linking.former_ids import rows_by_former
from tocsin.linking.namesakes import Namesake, Namesakes
from tocsin.reading.naming.shapes import person
from tocsin.records.entries import Payload

_NAMING = ("ask", "warning", "claim", "document")
"""Kinds of findings that name parties."""
COMPARED = 5000
"""Unknown names that are compared with each other and with the catalogue's, the most frequent."""
_LOOKED_AT = 5
"""How many findings are looked at for a name that may be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A name, the id that was made of it, and how many findings and cards have it."""

    id: str
    name: str
    count: int


def unknown(
    ledger: Ledger, catalogue: Catalogue, query: Query, *, hidden: Withholding | None, limit: int
) -> tuple[Unknown, ...]:
    """Give the names that the catalogue does not know, most frequent first, each by the first source that has it."""
    known = {*catalogue.actors, *rows_by_former(catalogue), *catalogue.places, NAME_WITHHELD}
    counts: Counter[str] = Counter()
    for role in dict.fromkeys(PARTIES.values()):
        counts.update({value: count for value, count in _values(ledger, query, role) if value not in known})
    found: list[Unknown] = []
    for id_, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if len(found) == limit:
            break
        name = _name(ledger, query, id_, hidden)
        if name is not None:
            found.append(Unknown(id=id_, name=" ".join(name.split()), count=count))
    return tuple(found)


def suggested(
    ledger: Ledger, catalogue: Catalogue, query: Query, *, hidden: Withholding | None, limit: int
) -> tuple[tuple[Unknown, tuple[Namesake, ...]], ...]:
    """Give the names that the catalogue does not know, most frequent first, each with whom it may be, and why."""
    every = unknown(ledger, catalogue, query, hidden=hidden, limit=COMPARED)
    names = Namesakes(
        [
            *((actor.id, name) for actor in catalogue.actors.values() for name in (actor.name, *actor.aliases)),
            *((place.id, name) for place in catalogue.places.values() for name in (place.name, *place.aliases)),
            *((row.id, row.name) for row in every),
        ],
        persons=[
            *((holder, name) for name, holder in tenures_by(catalogue).names()),
            *((row.id, row.name) for row in every if person(row.name)),
        ],
    )
    return tuple((row, tuple(names.of(row.id, row.name))) for row in every[:limit])


def _values(ledger: Ledger, query: Query, role: str) -> Iterable[tuple[str, int]]:
    """Count a role's values; the ledger's own count knows no clock but the third."""
    if replace(query, recorded_by=None) == Query():
        return ledger.values(role, recorded_by=query.recorded_by)
    counts: Counter[str] = Counter()
    member = {held: name for name, held in PARTIES.items()}[role]
    for row in ledger.rows(replace(query, kinds=_NAMING)):
        counts.update({id_ for id_, _ in _named(row.entry.payload or {}, member)})
    return counts.items()


def _name(ledger: Ledger, query: Query, id_: str, hidden: Withholding | None) -> str | None:
    """Give a name as the first source that may show it has it; None where those looked at may not."""
    for role in dict.fromkeys(PARTIES.values()):
        for row in ledger.rows(replace(query, kinds=_NAMING, keys=((role, id_),), limit=_LOOKED_AT)):
            payload = hidden.payload(row.entry.payload, row.entry.document) if hidden is not None else row.entry.payload
            for held, name in _parties(payload or {}):
                if held == id_:
                    return name
    return None


def _parties(payload: Payload) -> Iterator[tuple[str, str]]:
    for member in PARTIES:
        yield from _named(payload, member)


def _named(payload: Payload, member: str) -> Iterator[tuple[str, str]]:
    parties = payload.get(member)
    for party in parties if isinstance(parties, list | tuple) else ():
        if isinstance(party, dict):
            yield str(party["id"]), str(party["name"])
