# SPDX-License-Identifier: Apache-2.0
"""Proposals in the order of their use: first those that stand in the longest listings, each with the reason."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved
from tocsin.records.ids import Digest

USED = ("addressee", "harm", "instrument", "act")
"""Roles that dossiers and listings are made by: a proposal with a frequent value is read by many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A finding that nobody judged, the role and value by which it is used most, and how many findings share it."""

    listed: Listed
    role: str
    value: str
    shared: int


def proposals(
    ledger: Ledger, query: Query, *, held: Mapping[Digest, Shelved] | None = None, kinds: tuple[str, ...] = ()
) -> Iterator[Proposal]:
    """Give proposals at a query's clocks, most used first, each once; those that share no value come last.

    They are looked up as they are asked for, so that the first are found fast in any ledger.
    """
    given: set[Digest] = set()
    values = [
        (-count, number, value, role)
        for number, role in enumerate(USED)
        for value, count in ledger.values(role, recorded_by=query.recorded_by)
    ]
    heapq.heapify(values)
    asked = replace(query, kinds=kinds or ("ask", "warning", "claim", "citation"), states=("proposed",))
    while values:
        count, _, value, role = heapq.heappop(values)
        for row in listed(ledger, replace(asked, keys=(*query.keys, (role, value))), held=held):
            if row.row.finding not in given:
                given.add(row.row.finding)
                yield Proposal(listed=row, role=role, value=value, shared=-count)
    for row in listed(ledger, asked, held=held):
        if row.row.finding not in given:
            yield Proposal(listed=row, role="", value="", shared=0)
