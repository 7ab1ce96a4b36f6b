# SPDX-License-Identifier: Apache-2.0
"""Proposals in the order of their use: first those that stand in the longest listings, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
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


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Use:
    """A value that findings have, sorted by how many: the most used first, by the order of roles where as many do."""

    shared: int
    rank: int
    value: str
    role: str


def uses(ledger: Ledger, *, recorded_by: str | None = None) -> tuple[Use, ...]:
    """Give every value of the roles that listings are made by, most used first."""
    found = [
        Use(shared=-count, rank=rank, value=value, role=role)
        for rank, role in enumerate(USED)
        for value, count in ledger.values(role, recorded_by=recorded_by)
    ]
    return tuple(sorted(found))


def proposals(
    ledger: Ledger,
    query: Query,
    *,
    held: Mapping[Digest, Shelved] | None = None,
    kinds: tuple[str, ...] = (),
    used: Iterable[Use] | None = None,
) -> Iterator[Proposal]:
    """Give proposals at a query's clocks, most used first, each once; those that share no value come last.

    They are looked up as they are asked for, so that the first are found fast in any ledger. `held` is the shelf at
    these clocks and `used` what `uses` gives, where the caller has them already.
    """
    given: set[Digest] = set()
    asked = replace(query, kinds=kinds or ("ask", "warning", "claim", "citation"), states=("proposed",))
    for use in uses(ledger, recorded_by=query.recorded_by) if used is None else used:
        for row in listed(ledger, replace(asked, keys=(*query.keys, (use.role, use.value))), held=held):
            if row.row.finding not in given:
                given.add(row.row.finding)
                yield Proposal(listed=row, role=use.role, value=use.value, shared=-use.shared)
    for row in listed(ledger, asked, held=held):
        if row.row.finding not in given:
            yield Proposal(listed=row, role="", value="", shared=0)
