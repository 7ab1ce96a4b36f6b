# SPDX-License-Identifier: Apache-2.0
"""Duties: what an instrument lays on whom – by a row of the catalogue, or by an operative paragraph that was read.

1. A row of `duties.toml` counts once a document cites its instrument; of a treaty, once one cites the provision.
2. Of what is read, what binds counts: a court's measures, what a resolution decides or demands, what a body requests of
   its own officers and organs, what parties to an agreement shall do; not what is called for, urged or invited.
3. Where a row and one paragraph say what one instrument lays on one bearer, they are one duty.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Duty
from tocsin.ledger.listed import Listed
from tocsin.ledger.shelf import Shelved
from tocsin.linking.adherence import pinpoints, within
from tocsin.linking.held_instruments import HeldInstruments
from tocsin.linking.lengths import after
from tocsin.linking.paragraphs import Paragraphs
from tocsin.linking.receipts import derived_id
from tocsin.records.bounds import LAST, Bounds, bounds
from tocsin.records.findings import Ask, Citation, Party
from tocsin.records.ids import Digest

_BINDING: Mapping[str, frozenset[str]] = {
    "court-order": frozenset({"decide", "demand", "direct", "insist"}),
    "resolution": frozenset({"decide", "demand", "direct", "insist"}),
    "agreement": frozenset(),
}
"""Genres whose paragraphs can bind, and the forces that bind there; "shall" binds in all but resolutions."""

_PARTIES = frozenset(
    {"parties", "both-parties", "the-parties", "sides", "both-sides", "contracting-parties", "signatories"}
)
_SHALL = re.compile(r"\bshall\b", re.IGNORECASE)
_EACH = re.compile(r"each (?:State|High Contracting|Member)\b")
_DATED = re.compile(r"(?P<body>[a-z-]+?)-(?P<kind>[a-z]+)-(?P<day>\d{4}(?:-\d\d){0,2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """A duty as it was laid: by which instrument, on whom, in which words, since when, until which deadline.

    `row` is the catalogue's, `read` the operative paragraph; at least one is there, but for an instrument as a whole.
    `who` says who bears it where no actor is named.
    """

    id: Digest
    instrument: str
    duty: str
    bearers: tuple[Party, ...] = ()
    who: str | None = None
    pinpoints: tuple[str, ...] = ()
    beneficiary: str | None = None
    since: str | None = None
    until: str | None = None
    deadline: Bounds | None = None
    acts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    row: Duty | None = None
    read: Listed | None = None

    @property
    def of_each_party(self) -> bool:
        """Whether every State that is a party bears it; who "the Occupying Power" is, is nothing that a row says."""
        return not self.bearers and _EACH.match(self.who or "") is not None

    @property
    def whole(self) -> bool:
        """Whether it stands for an instrument as a whole, of which no one provision was named."""
        return self.row is None and self.read is None


class Duties:
    """Finds the duties that the documents of a ledger cite or lay."""

    def __init__(self, catalogue: Catalogue, held: HeldInstruments, paragraphs: Paragraphs) -> None:
        self._catalogue = catalogue
        self._held = held
        self._paragraphs = paragraphs
        self._rows: dict[str, list[Duty]] = defaultdict(list)
        for row in catalogue.duties.values():
            self._rows[row.instrument].append(row)

    def of(self, citations: Iterable[Listed], asks: Iterable[Listed]) -> tuple[Laid, ...]:
        """Give the duties, by instrument; what was read joins the row that says the same."""
        cited: dict[str, set[str]] = defaultdict(set)
        for row in citations:
            if isinstance(row.finding, Citation) and row.finding.instrument:
                cited[self._held.of(row.finding.instrument)].add(row.finding.pinpoint or "")
        read = list(self._read(asks))
        for laid in read:
            cited.setdefault(laid.instrument, set())
        rows = [laid for instrument, points in cited.items() for laid in self._cited(instrument, points)]
        return tuple(_merged(rows, read))

    def _cited(self, instrument: str, points: set[str]) -> Iterator[Laid]:
        named = frozenset().union(*map(pinpoints, points))
        for row in self._rows.get(instrument, ()):
            if row.bearers or within(named, row.pinpoints):
                yield self._from_row(row)

    def _from_row(self, row: Duty) -> Laid:
        instrument = self._catalogue.instruments.get(row.instrument)
        begun = bounds(instrument.date) if instrument else None
        due = bounds(row.deadline) if row.deadline else after(begun, row.lasts) if row.lasts else None
        actors = self._catalogue.actors
        return Laid(
            id=derived_id("obligation", ["duty", row.id]),
            instrument=row.instrument,
            duty=row.duty,
            bearers=tuple(Party(id=name, name=actors[name].name if name in actors else name) for name in row.bearers),
            who=row.who,
            pinpoints=row.pinpoints,
            beneficiary=row.beneficiary,
            since=row.since or (instrument.date if instrument and row.bearers else None),
            until=row.until,
            deadline=due,
            acts=row.acts,
            places=row.places,
            row=row,
        )

    def _read(self, asks: Iterable[Listed]) -> Iterator[Laid]:
        for row in asks:
            ask = row.finding
            if isinstance(ask, Ask) and ask.addressees and not ask.reported and self._binds(row, ask):
                issued = row.shelved.published
                until, point = self._paragraphs.until(row), self._paragraphs.pinpoint(row)
                due = None if ask.by_when == until else _due(ask.by_when, issued)
                yield Laid(
                    id=derived_id("obligation", [row.row.finding]),
                    instrument=self._held.of_paper(row.shelved),
                    duty=" ".join(ask.quote.split()),
                    bearers=_bearers(row.shelved, ask),
                    pinpoints=(point,) if point else (),
                    since=(row.shelved.card.issued or "").removesuffix("/..") or None,
                    until=until,
                    deadline=due,
                    read=row,
                )

    def _binds(self, row: Listed, ask: Ask) -> bool:
        genre = row.shelved.card.genre
        if genre not in _BINDING:
            return False
        if ask.force in _BINDING[genre]:
            return True
        if genre != "resolution" and _SHALL.search(ask.quote):
            return True
        return genre == "resolution" and ask.force == "request" and self._own(row.shelved, ask)

    def _own(self, shelved: Shelved, ask: Ask) -> bool:
        """Say whether a body asks its own officer or organ, or one of the organisation that it is an organ of."""
        actors = self._catalogue.actors
        bodies = {party.id for party in shelved.card.issuers}
        bodies |= {above for name in bodies if name in actors for above in actors[name].part_of}
        return any(bodies.intersection(actors[p.id].part_of) for p in ask.addressees if p.id in actors)


def _bearers(shelved: Shelved, ask: Ask) -> tuple[Party, ...]:
    """Give who bears a duty; "the Parties" to an agreement are those that made it."""
    if shelved.card.genre == "agreement" and all(party.id in _PARTIES for party in ask.addressees):
        return shelved.card.issuers or ask.addressees
    return ask.addressees


def named_by_id(catalogue: Catalogue, instrument: str) -> str | None:
    """Name an instrument that no row names by its id: a symbol, or body, kind and day; None where the id is a slug.

    >>> from tocsin.catalogue.catalogue import load
    >>> named_by_id(load()[0], "S/RES/687(1991)"), named_by_id(load()[0], "ep-resolution-2023-01-19")
    ('S/RES/687(1991)', 'European Parliament, resolution of 2023-01-19')
    """
    if "/" in instrument:
        return instrument
    match = _DATED.fullmatch(instrument)
    bodies = [body for body in catalogue.bodies.values() if match is not None and body.prefix == match["body"]]
    return f"{bodies[0].name}, {match['kind']} of {match['day']}" if match is not None and bodies else None


def whole(instrument: str) -> Laid:
    """Make the duty to observe an instrument as a whole, for what sources say of it without naming a provision."""
    return Laid(
        id=derived_id("obligation", ["whole", instrument]),
        instrument=instrument,
        duty="observe it; what is said of it names no one provision",
        who="whoever it binds",
    )


def _merged(rows: list[Laid], read: list[Laid]) -> Iterator[Laid]:
    def key(laid: Laid) -> list[tuple[str, str]]:
        return [(laid.instrument, party.id) for party in laid.bearers]

    by_bearer: dict[tuple[str, str], list[Laid]] = defaultdict(list)
    for laid in read:
        for one in key(laid):
            by_bearer[one].append(laid)
    rows_of: dict[tuple[str, str], int] = defaultdict(int)
    for laid in rows:
        for one in key(laid):
            rows_of[one] += 1
    joined: set[Digest] = set()
    for laid in rows:
        same = {found.id: found for one in key(laid) if rows_of[one] == 1 for found in by_bearer[one]}
        if len(same) == 1:
            (found,) = same.values()
            joined.add(found.id)
            yield replace(
                laid, read=found.read, deadline=laid.deadline or found.deadline, until=laid.until or found.until
            )
        else:
            yield laid
    yield from (laid for laid in read if laid.id not in joined)


def _due(by_when: str | None, issued: Bounds | None) -> Bounds | None:
    if not by_when:
        return None
    due = after(issued, by_when) if by_when.startswith("P") else bounds(by_when)
    return due if due is not None and due.latest < LAST else None
