# SPDX-License-Identifier: Apache-2.0
"""Receipts: how a link, a count or a state came about, step by step, down to the findings whose words carry it.

Whatever is derived (a cluster of claims, an obligation, a standing ask, a voice) has an id made of its members, so that
the same members have the same id in every run, and gives its receipt; `tocsin why ID` prints it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from tocsin.catalogue.catalogue import Catalogue
from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.records.ids import Digest, Json, canonical, digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of a receipt: what is said, on which findings it rests, and the steps that lead to it.

    `id` names a derived thing that the line is about, which has a receipt of its own; `rows` name the rows of the
    catalogue, `entries` the entries of the ledger and `documents` the whole texts that it rests on beside findings.
    """

    says: str
    findings: tuple[Digest, ...] = ()
    steps: tuple[Step, ...] = ()
    id: Digest | None = None
    rows: tuple[str, ...] = ()
    entries: tuple[Digest, ...] = ()
    documents: tuple[Digest, ...] = ()

    def all_findings(self) -> Iterator[Digest]:
        """Give every finding that the step rests on, its own first; one that serves twice is given twice."""
        yield from self.findings
        for step in self.steps:
            yield from step.all_findings()

    def all_documents(self) -> Iterator[Digest]:
        """Give every document that the step rests on as a whole, its own first."""
        yield from self.documents
        for step in self.steps:
            yield from step.all_documents()

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON, steps within steps."""
        return {
            "says": self.says,
            "id": self.id,
            "findings": list(self.findings),
            "rows": list(self.rows),
            "entries": list(self.entries),
            "documents": list(self.documents),
            "steps": [step.to_json() for step in self.steps],
        }


class Derived(Protocol):
    """What is derived from findings: it has an id and can say why."""

    @property
    def id(self) -> Digest:
        """The id, made of what it was derived from."""
        ...

    def receipt(self) -> Step:
        """Say how it came about."""
        ...


Deriver: TypeAlias = Callable[[Ledger, Catalogue, Query], Iterable[Derived]]
"""A pure function of the ledger at clocks; `evidence.DERIVERS` lists those whose results `why` can explain."""


def derived_id(noun: str, members: Iterable[str]) -> Digest:
    """Name a derived thing by what it is and what it is made of, in whatever order that is given.

    >>> derived_id("cluster", ["b", "a"]) == derived_id("cluster", ["a", "b"]) != derived_id("voice", ["a", "b"])
    True
    """
    return digest(canonical([noun, sorted(set(members))]))


class ManyBeginSo(BadRequest):
    """The beginning of an id fits several derived things."""

    def __init__(self, given: str, found: int) -> None:
        super().__init__(f"{given}: {found} ids begin so; give more of the id (--json shows ids whole)")


def derived(
    ledger: Ledger, catalogue: Catalogue, query: Query, given: str, derivers: Iterable[Deriver]
) -> Derived | None:
    """Find the derived thing that an id, or the beginning of one, names; None where there is none.

    Raises:
        ManyBeginSo: Several begin so.
    """
    wanted = given if given.startswith("sha256:") else f"sha256:{given}"
    found = {
        item.id: item for derive in derivers for item in derive(ledger, catalogue, query) if item.id.startswith(wanted)
    }
    if len(found) > 1:
        raise ManyBeginSo(given, len(found))
    return next(iter(found.values()), None)
