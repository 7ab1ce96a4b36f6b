# SPDX-License-Identifier: Apache-2.0
"""Names that the catalogue does not know, with how often findings have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier.withholding import NAME_WITHHELD, Withholding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.projections import PARTIES
from tocsin.ledger.queries import Query
from tocsin.records.entries import Payload


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """A name, the id that was made of it, and how many findings and cards have it."""

    id: str
    name: str
    count: int


def unknown(
    ledger: Ledger, catalogue: Catalogue, query: Query, *, hidden: Withholding | None, limit: int
) -> tuple[Unknown, ...]:
    """Give the names that the catalogue does not know, most frequent first."""
    known = {*catalogue.actors, *catalogue.places, NAME_WITHHELD}
    counts: Counter[tuple[str, str]] = Counter()
    for row in ledger.rows(replace(query, kinds=("ask", "warning", "claim", "document"))):
        payload = hidden.payload(row.entry.payload, row.entry.document) if hidden is not None else row.entry.payload
        counts.update(party for party in _parties(payload or {}) if party[0] not in known)
    found = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return tuple(Unknown(id=id_, name=" ".join(name.split()), count=count) for (id_, name), count in found)


def _parties(payload: Payload) -> Iterator[tuple[str, str]]:
    for member in PARTIES:
        parties = payload.get(member)
        for party in parties if isinstance(parties, list | tuple) else ():
            if isinstance(party, dict):
                yield str(party["id"]), str(party["name"])
