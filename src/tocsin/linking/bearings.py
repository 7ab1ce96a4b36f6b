# SPDX-License-Identifier: Apache-2.0
"""Bearings: events told of that a duty is about – acts of its row, by its bearer, at its places, not over before it.

Of an event one claim must tell all of it, and not be taken back by its voice: where one names the place and another the
act, nobody tells of the act at the place. That an event bears on a duty is a hint to look, and no statement of breach:
whoever tells of it need not call it one.
"""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.linking.begun import span
from tocsin.linking.clusters import Cluster, clusters
from tocsin.linking.duties import Laid
from tocsin.linking.whereabouts import Ground, Whereabouts
from tocsin.records.bounds import bounds
from tocsin.records.findings import Claim


class Bearings:
    """Finds the events that bear on duties; the events are put together once, when the first duty asks."""

    def __init__(self, ledger: Ledger, catalogue: Catalogue, query: Query) -> None:
        self._ledger = ledger
        self._catalogue = catalogue
        self._query = Query(published_by=query.published_by, recorded_by=query.recorded_by)
        self._where = Whereabouts(catalogue)
        self._events: tuple[Cluster, ...] | None = None

    def of(self, laid: Laid) -> tuple[Cluster, ...]:
        """Give the events in order of the day they tell of; none where the duty names no acts or no bearer."""
        since = bounds(laid.since)
        if not laid.acts or not laid.bearers or since is None:
            return ()
        return tuple(event for event in self._all() if self._bears(event, laid, since.earliest))

    def _all(self) -> Iterable[Cluster]:
        if self._events is None:
            self._events = clusters(self._ledger, self._catalogue, self._query, least=1)
        return self._events

    def _bears(self, event: Cluster, laid: Laid, since: int) -> bool:
        began = span(event.when)
        if began is None or (began.first < since and not began.ongoing) or not set(event.acts).intersection(laid.acts):
            return False
        bearers = {party.id for party in laid.bearers}
        if not any(self._where.belongs(blame.party.id) & bearers for blame in event.blamed):
            return False
        told = (claim for account in event.accounts for claim in account.told)
        return any(self._tells(claim, laid, bearers) for claim in told)

    def _tells(self, claim: Claim, laid: Laid, bearers: set[str]) -> bool:
        """Say whether a claim tells an act of a duty at its places, of a bearer or of nobody."""
        if claim.act not in laid.acts:
            return False
        if claim.actors and not any(self._where.belongs(party.id) & bearers for party in claim.actors):
            return False
        places = Ground(narrow=frozenset(laid.places))
        return not laid.places or self._where.nearness(places, self._where.of(claim)) is not None
