# SPDX-License-Identifier: Apache-2.0
"""Benches: what the rules of one file of alarms look at, made once for all of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tocsin.catalogue import lookup
from tocsin.catalogue.bodies import with_organs
from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Place
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.linking import named_places
from tocsin.linking.obligation_states import Obligation
from tocsin.linking.obligations import obligations
from tocsin.linking.whereabouts import Whereabouts
from tocsin.watch.absences import Veil
from tocsin.watch.indicators import Evidence, evidence
from tocsin.watch.notices import Notice, notices
from tocsin.watch.replies import proposed


@dataclass(slots=True, kw_only=True)
class Bench:
    """What the rules of one file look at; each part is made when a rule first asks for it."""

    ledger: Ledger
    catalogue: Catalogue
    query: Query
    veil: Veil | None = None
    _evidence: tuple[Evidence, ...] | None = field(default=None, repr=False)
    _notices: tuple[Notice, ...] | None = field(default=None, repr=False)
    _obligations: tuple[Obligation, ...] | None = field(default=None, repr=False)
    _whereabouts: Whereabouts | None = field(default=None, repr=False)

    @property
    def whereabouts(self) -> Whereabouts:
        """Give the places of the catalogue and what they lie within."""
        if self._whereabouts is None:
            self._whereabouts = Whereabouts(self.catalogue)
        return self._whereabouts

    def evidence(self) -> tuple[Evidence, ...]:
        """Give all that speaks to risk factors."""
        if self._evidence is None:
            self._evidence = evidence(self.ledger, self.catalogue, self.query, veil=self.veil)
        return self._evidence

    def notices(self) -> tuple[Notice, ...]:
        """Give every addressee with its asks and their clocks; the day does not matter here."""
        if self._notices is None:
            suggested = proposed(self.ledger, self.catalogue, self.query)
            self._notices = notices(
                self.ledger, self.catalogue, self.query, day=date.max, veil=self.veil, proposed=suggested
            )
        return self._notices

    def obligations(self) -> tuple[Obligation, ...]:
        """Give the obligations that the documents cite or lay."""
        if self._obligations is None:
            self._obligations = obligations(self.ledger, self.catalogue, self.query)
        return self._obligations

    def place(self, given: str) -> Place:
        """Give a place as a person wrote it."""
        return named_places.place(self.ledger, self.catalogue, given)

    def whom(self, given: str) -> frozenset[str]:
        """Give the ids of a body as a person wrote it, with its organs and offices; an id of the ledger's stays one."""
        known = {item.whom.id for item in self.notices()}
        one = given if given in known else lookup.actor(self.catalogue, given, also=sorted(known)).id
        return with_organs(self.catalogue, one)
