# SPDX-License-Identifier: Apache-2.0
"""Deadlines: by when a reply is awaited – as the asking text says, or as its mechanism has it (deadlines.toml)."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.catalogue.bodies import with_organs
from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Deadline
from tocsin.ledger.listed import Listed
from tocsin.linking.lengths import later
from tocsin.records.bounds import LAST, Bounds, bounds
from tocsin.records.dates import due
from tocsin.records.findings import Ask
from tocsin.records.ids import Json
from tocsin.watch.spans import edtf


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A deadline of one ask: the day it falls on, what is due, and on which ground.

    `row` is the id of a row of deadlines.toml, or `text` where the asking text itself says by when; `source` says where
    the rule is from.
    """

    day: Bounds
    what: str
    row: str
    source: str

    def past(self, day: int) -> bool:
        """Say whether the deadline was over for certain by a day (a day number)."""
        return self.day.latest < day

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {"day": edtf(self.day), "what": self.what, "row": self.row, "source": self.source}


class Deadlines:
    """The deadlines of a catalogue, their askers' organs looked up once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._actors = catalogue.actors
        self._rows: tuple[tuple[Deadline, frozenset[str]], ...] = tuple(
            (row, frozenset().union(*(with_organs(catalogue, asker) for asker in row.askers)))
            for row in catalogue.deadlines.values()
        )

    def of(self, row: Listed, whom: frozenset[str]) -> tuple[Due, ...]:
        """Give the deadlines of an ask to somebody, earliest first; none where its document has no date."""
        ask, issued = row.finding, row.shelved.published
        if not isinstance(ask, Ask):
            return ()
        found = list(_told(ask, issued))
        if issued is not None:
            askers = {party.id for party in (*ask.askers, *row.shelved.card.issuers)}
            found += [
                Due(day=after(issued, rule.lasts), what=rule.name, row=rule.id, source=rule.source)
                for rule, organs in self._rows
                if organs & askers and self._fits(rule, row, whom)
            ]
        return tuple(sorted(found, key=lambda due: (due.day.latest, due.row)))

    def _fits(self, rule: Deadline, row: Listed, whom: frozenset[str]) -> bool:
        if rule.genres and row.shelved.card.genre not in rule.genres:
            return False
        kinds = {self._actors[one].kind for one in whom if one in self._actors}
        return bool(whom.intersection(rule.addressees) or kinds.intersection(rule.addressee_kinds))


def _told(ask: Ask, issued: Bounds | None) -> tuple[Due, ...]:
    if not ask.by_when:
        return ()
    day = after(issued, ask.by_when) if issued and ask.by_when.startswith("P") else bounds(ask.by_when)
    if day is None or day.latest >= LAST:
        return ()
    return (
        Due(
            day=day,
            what="what the ask itself sets",
            row="text",
            source=f"the ask's own words: {due(ask.by_when, plain=True)}",
        ),
    )


def after(issued: Bounds, length: str) -> Bounds:
    """Go an ISO 8601 length on from a day; months end with the month.

    >>> edtf(after(bounds("2023-08-31"), "P6M")), edtf(after(bounds("2023-02-22"), "P60D"))
    ('2024-02-29', '2023-04-23')
    """
    return Bounds(earliest=later(issued.earliest, length), latest=later(issued.latest, length))
