# SPDX-License-Identifier: Apache-2.0
"""Denials beside events: under which months and at which places a denial stands, and what its own voice denies.

A denial without a date or a place of its own stands where the events stand that it meets (`linking/clusters.py`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Query
from tocsin.linking.accounts import claim_of
from tocsin.linking.clusters import Cluster, clusters
from tocsin.records.findings import Claim
from tocsin.records.ids import Digest
from tocsin.watch.months import months
from tocsin.watch.placings import Placings


@dataclass(frozen=True, slots=True, kw_only=True)
class Denials:
    """What events tell of denials, by finding; `taken_back` is told by voices that deny it.

    `denied_by` gives, for what is told of an event, the names of the voices that deny it or something of it.
    """

    months: Mapping[Digest, Mapping[str, bool]] = field(default_factory=dict)
    places: Mapping[Digest, tuple[str, ...]] = field(default_factory=dict)
    taken_back: frozenset[Digest] = frozenset()
    denied_by: Mapping[Digest, tuple[str, ...]] = field(default_factory=dict)


def denials(ledger: Ledger, catalogue: Catalogue, query: Query, rows: Iterable[Listed], places: Placings) -> Denials:
    """Give what the events at a query's clocks tell of the denials among some rows."""
    if not any(isinstance(row.finding, Claim) and row.finding.mode == "denied" for row in rows):
        return Denials()
    when: dict[Digest, dict[str, bool]] = {}
    where: dict[Digest, dict[str, None]] = {}
    taken_back: set[Digest] = set()
    denied_by: dict[Digest, tuple[str, ...]] = {}
    for event in clusters(ledger, catalogue, Query(published_by=query.published_by, recorded_by=query.recorded_by)):
        disputed = event.disputed_by
        for account in event.accounts:
            taken_back |= account.taken_back
            others = tuple(name for name in disputed if name != account.name)
            told = account.claims if others else ()
            denied_by |= {row.row.finding: others for row in told if claim_of(row).mode != "denied"}
            for row in account.claims:
                if claim_of(row).mode != "denied":
                    continue
                name = row.row.finding
                if not claim_of(row).when and event.when:
                    when.setdefault(name, {}).update(months(event.when, row.shelved.card.issued))
                if places.of(row)[1] != "named":
                    where.setdefault(name, {}).update(dict.fromkeys(_places(event, places)))
    return Denials(
        months=when,
        places={name: tuple(held) for name, held in where.items() if held},
        taken_back=frozenset(taken_back),
        denied_by=denied_by,
    )


def _places(event: Cluster, places: Placings) -> Iterable[str]:
    for row in event.claims:
        at, placed = places.of(row)
        if placed == "named":
            yield from at
