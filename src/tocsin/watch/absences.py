# SPDX-License-Identifier: Apache-2.0
"""Absences: what was searched before it is said that something is not there, so that anybody can search it again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from tocsin.ledger.heads import head_at
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved
from tocsin.linking.fact_sheets import SHEET
from tocsin.records.bounds import FIRST, LAST, Bounds
from tocsin.records.ids import Digest, Json
from tocsin.records.plurals import counted
from tocsin.watch.spans import first, last


class Veil(Protocol):
    """Withholds the names of persons at risk from what is counted and shown (docs/safety.md)."""

    def rows(self, rows: Iterable[Listed]) -> Iterable[Listed]:
        """Give rows with the names withheld."""
        ...

    def shelved(self, item: Shelved) -> Shelved:
        """Give a document's row with the names withheld."""
        ...

    def masked(self, document: Digest, text: str) -> str:
        """Give words of a document with the names withheld."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """The receipt of a search: among how many documents, of which period, at which clocks, under which head.

    `undated` documents are searched only where no `published_by` is asked for. `first` and `last`
    are days.
    """

    documents: int
    undated: int
    first: str | None
    last: str | None
    sought: str
    published_by: str | None
    recorded_by: str | None
    head_seq: int
    head_chain: Digest

    def __str__(self) -> str:
        """Say it in one line."""
        period = f" of {self.first} to {self.last}" if self.first else ""
        undated = f", {self.undated} of them undated" if self.undated else ""
        clocks = f", published by {self.published_by}" if self.published_by else ""
        clocks += f", recorded by {self.recorded_by}" if self.recorded_by else ""
        return (
            f"searched: {counted(self.documents, 'document')}{period}{undated}{clocks}, for {self.sought}; "
            f"head of the ledger: entry {self.head_seq}, chain {self.head_chain.removeprefix('sha256:')[:16]}"
        )

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {
            "documents": self.documents,
            "undated": self.undated,
            "first": self.first,
            "last": self.last,
            "sought": self.sought,
            "published_by": self.published_by,
            "recorded_by": self.recorded_by,
            "head": {"seq": self.head_seq, "chain": self.head_chain},
        }


def searched(ledger: Ledger, query: Query, documents: Iterable[Shelved], sought: str) -> Searched:
    """Give the receipt of a search among documents at a query's clocks; fact sheets are none."""
    days = [item.published for item in documents if item.version != SHEET]
    head = head_at(ledger, query.recorded_by)
    return Searched(
        documents=len(days),
        undated=sum(day is None for day in days),
        first=_first(days),
        last=_last(days, query.published_by),
        sought=sought,
        published_by=None if query.published_by is None else date.fromordinal(query.published_by).isoformat(),
        recorded_by=query.recorded_by,
        head_seq=head.seq,
        head_chain=head.chain,
    )


def _first(days: Iterable[Bounds | None]) -> str | None:
    begun = first(days)
    return None if begun is None or begun.earliest <= FIRST else date.fromordinal(begun.earliest).isoformat()


def _last(days: Iterable[Bounds | None], published_by: int | None) -> str | None:
    """Give the last day possible: none is after the day by which all was published."""
    ended = last(day for day in days if day is not None and day.latest < LAST)
    if ended is None:
        return None
    return date.fromordinal(ended.latest if published_by is None else min(ended.latest, published_by)).isoformat()
