# SPDX-License-Identifier: Apache-2.0
"""The risk matrix: factor by month by place – which voices state what speaks to it, on which sides, and who denies it.

1. A cell is lit where at least two voices that count (`RULE`), in more than one text, state something that speaks to
   its factor; possibly lit where it takes evidence whose dates reach past the clocks, or are known only about.
2. A denial stands in the cell of the event that it meets and lights none; so do what is alleged and what is passed on.
   What a voice denies itself, in whatever paper, is left out. Who denies an event that a cell rests on stands beside
   it, though the denial be of another act than what lights it.
3. Where no place is named nothing is lit: two voices may speak of two places.
4. A lit cell says that so many voices state so much, never that it is so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.recollections import Recollections
from tocsin.linking.corroboration import RULE
from tocsin.linking.whereabouts import Whereabouts
from tocsin.records.ids import Digest, Json
from tocsin.watch.absences import Veil
from tocsin.watch.indicators import Evidence, Stance, evidence, factor
from tocsin.watch.placings import NOWHERE
from tocsin.watch.sides import NOT_KNOWN

Lit = Literal["lit", "possibly", "dark"]

TWO_VOICES = f"a cell is lit where it is {RULE}; two speakers in one text light none"
"""The rule in words, shown with what it decided."""

UNVERIFIED = "from memory"
"""What the source of a row says whose number or wording nobody has held against the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What is stated about one factor, in one month, at one place; `named` is the place's name in the catalogue."""

    factor: int
    month: str
    place: str
    named: str
    evidence: tuple[Evidence, ...]

    @property
    def key(self) -> tuple[int, str, str]:
        """Factor, month and place."""
        return self.factor, self.month, self.place

    @property
    def lit(self) -> Lit:
        """Say whether the two-voice rule is met, certainly or possibly; never where no place is named."""
        telling = [item for item in self.evidence if item.counts and self.place != NOWHERE]
        if _met(item for item in telling if item.sure(self.month)):
            return "lit"
        return "possibly" if _met(telling) else "dark"

    @property
    def voices(self) -> tuple[str, ...]:
        """The names of the voices that count, in order of publication."""
        return self.by("states")

    @property
    def sides(self) -> tuple[str, ...]:
        """The ids of the sides on which the voices that count stand."""
        return tuple(sorted({item.side for item in self.evidence if item.counts and item.side != NOT_KNOWN}))

    @property
    def unplaced(self) -> bool:
        """Whether some voice that counts stands on a side that is not known."""
        return any(item.counts and item.side == NOT_KNOWN for item in self.evidence)

    @property
    def documents(self) -> frozenset[Digest]:
        """The documents that tell it, as done or to come: the raw count beside the voices."""
        return frozenset(item.row.shelved.document for item in self.evidence if item.counts)

    @property
    def indicators(self) -> tuple[str, ...]:
        """The indicators of the factor that are spoken to, in order."""
        found = {one for item in self.evidence if item.counts for one in item.indicators if factor(one) == self.factor}
        return tuple(sorted(found, key=lambda one: [int(part) for part in one.split(".")]))

    def by(self, stance: Stance) -> tuple[str, ...]:
        """Give the names of the voices of one stance, each once, in order of publication."""
        names: dict[str, str] = {}
        for item in self.evidence:
            if item.stance == stance:
                names.setdefault(item.voice, item.name)
        if stance == "denies":  # of the events that it rests on, by a denial of whatever act
            also = (name for item in self.evidence for name in item.denied_by)
            names |= {name: name for name in also if name not in names.values()}
        return tuple(names.values())

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        return {
            "factor": self.factor,
            "month": self.month,
            "place": self.place,
            "place_name": self.named,
            "lit": self.lit,
            "voices": list(self.voices),
            "sides": list(self.sides),
            "documents": len(self.documents),
            "indicators": list(self.indicators),
            "denied_by": list(self.by("denies")),
            "alleged_by": list(self.by("alleges")),
            "passed_on_by": list(self.by("passes on")),
            "evidence": [item.to_json() for item in self.evidence],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Which cells are asked for: `place` and all within it, months from `first` to `last` (`2023-06`, or a year)."""

    place: str | None = None
    first: str | None = None
    last: str | None = None

    def holds(self, month: str) -> bool:
        """Say whether a month, or a year, lies in the window.

        >>> Window(first="2023-02").holds("2023"), Window(last="2023-02").holds("2023-03")
        (True, False)
        """
        after = self.first is None or month >= self.first[: len(month)]
        return after and (self.last is None or month <= self.last[: len(month)])


def _met(telling: Iterable[Evidence]) -> bool:
    held = list(telling)
    return RULE.met({item.voice for item in held}) and RULE.met({item.text for item in held})


_CELLS: Recollections[tuple[Cell, ...]] = Recollections(8)


def matrix(
    ledger: Ledger, catalogue: Catalogue, query: Query, window: Window | None = None, *, veil: Veil | None = None
) -> tuple[Cell, ...]:
    """Give the cells that hold anything, by place, factor and month, at a query's published and recorded clocks."""
    asked = window or Window()
    if veil is not None:
        return cells(evidence(ledger, catalogue, query, veil=veil), catalogue, asked)
    clocks = Query(published_by=query.published_by, recorded_by=query.recorded_by)
    beside = asked, catalogue.digest
    return _CELLS.get(
        ledger, clocks, lambda: cells(evidence(ledger, catalogue, clocks), catalogue, asked), beside=beside
    )


def cells(
    found: Iterable[Evidence], catalogue: Catalogue, window: Window, whereabouts: Whereabouts | None = None
) -> tuple[Cell, ...]:
    """Put evidence into cells: at every place that it stands at, under every month, for every factor it speaks to.

    `whereabouts` spares who asks often the laying out of the catalogue's places.
    """
    where = whereabouts or Whereabouts(catalogue)
    held: dict[tuple[str, int, str], list[Evidence]] = {}
    for item in found:
        places = item.places
        if window.place is not None:
            inside = window.place in places or any(window.place in where.around(place) for place in places)
            if not inside and window.place not in _all_around(catalogue, places):
                continue
            places = (window.place,)
        for month in item.months:
            if window.holds(month):
                for place in places:
                    for number in item.factors:
                        held.setdefault((place, number, month), []).append(item)
    return tuple(
        Cell(factor=number, month=month, place=place, named=_named(where, place), evidence=tuple(items))
        for (place, number, month), items in sorted(held.items())
    )


def _named(where: Whereabouts, place: str) -> str:
    return "place not named" if place == NOWHERE else where.name(place)


def _all_around(catalogue: Catalogue, places: Iterable[str]) -> set[str]:
    """Give what places lie within, states too: who asks for a state asks for all of it."""
    found: set[str] = set()
    open_ = list(places)
    while open_:
        row = catalogue.places.get(open_.pop())
        new = set(row.within if row else ()) - found
        found |= new
        open_ += sorted(new)
    return found


def outermost(found: Iterable[Cell], catalogue: Catalogue) -> tuple[str, ...]:
    """Give the places of cells that lie within no other of them: what a first look shows."""
    where = Whereabouts(catalogue)
    places = {cell.place for cell in found}
    return tuple(sorted(place for place in places if not where.around(place) & places))


def verified(catalogue: Catalogue, one: str) -> bool:
    """Say whether the number and wording of a factor or an indicator were held against the Framework."""
    row = catalogue.indicators.get(one) or catalogue.factors.get(one)
    return row is not None and UNVERIFIED not in row.source
