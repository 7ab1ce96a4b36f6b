# SPDX-License-Identifier: Apache-2.0
"""Warnings followed: what each warning said of when, where, whom and what to do, and which claims came after it.

1. Features follow the literature on warning (Meyer and Otto; De Franco, Meyer and Otto): how near, how specific, how
   actionable, how credible its source could seem. Each says what it counted off the text; none is a grade.
2. A claim came later where it tells an act that is a form of the harm (realisations.toml), at the warning's place or
   within it, and its own date begins after the warning was published. The lead time, an interval, is the days between.
3. A claim without a date, in a text published after the warning, is told apart: when it happened, nobody says.
4. That a claim came later says nothing of why; that none did says nothing of what happened.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed, sure
from tocsin.ledger.queries import Query
from tocsin.ledger.recollections import Recollections
from tocsin.ledger.shelf import Shelved
from tocsin.linking.corroboration import TOLD_AS_DONE
from tocsin.linking.origins import Origin, origins
from tocsin.records.bounds import Bounds, bounds
from tocsin.records.findings import Ask, Claim, Warning  # noqa: A004 - the house's word
from tocsin.records.ids import Digest, Json
from tocsin.watch.absences import Searched, Veil, searched
from tocsin.watch.placings import NOWHERE, Placings
from tocsin.watch.sides import NOT_KNOWN, Sides
from tocsin.watch.spans import Days, between, first

WITHIN_DAYS = 365
"""How long after a warning claims are looked for, unless somebody asks for another length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One feature of a warning: how many of the things it counts are there, of how many, and which."""

    name: str
    count: int
    of: int | None
    says: str

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {"name": self.name, "count": self.count, "of": self.of, "says": self.says}


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """Claims that came after a warning, by the day they tell of: `rows` told as done, `denied` told as not done.

    `voices` are the names of the independent voices behind `rows` and `undated`; `lead` the days from the warning to
    the first of `rows`, None where there is none. `sure`: it began for certain after the warning was published.
    `undated` are claims without a date in later texts, `told` the days to the first of these texts.
    """

    rows: tuple[Listed, ...]
    undated: tuple[Listed, ...]
    told: Days | None
    denied: tuple[Listed, ...]
    voices: tuple[str, ...]
    lead: Days | None
    sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A warning with its features, where it was looked for what came later, and what came."""

    row: Listed
    places: tuple[str, ...]
    placed: str
    acts: tuple[str, ...]
    features: tuple[Feature, ...]
    later: Later
    searched: Searched

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row: the warning, then what was made of it."""
        return {
            **self.row.to_json(),
            "looked_at": list(self.places),
            "placed": self.placed,
            "acts": list(self.acts),
            "features": [feature.to_json() for feature in self.features],
            "later": {
                "claims": [row.row.finding for row in self.later.rows],
                "voices": list(self.later.voices),
                "undated": [row.row.finding for row in self.later.undated],
                "told": self.later.told.to_json() if self.later.told else None,
                "denied": [row.row.finding for row in self.later.denied],
                "lead": self.later.lead.to_json() if self.later.lead else None,
                "certainty": "certain" if self.later.sure else "possible",
            },
            "searched": self.searched.to_json(),
        }


_FOLLOWED: Recollections[tuple[Followed, ...]] = Recollections(4)


def followed(
    ledger: Ledger,
    catalogue: Catalogue,
    query: Query,
    *,
    within_days: int = WITHIN_DAYS,
    veil: Veil | None = None,
) -> tuple[Followed, ...]:
    """Follow the warnings of a query (its keys and clocks hold for warnings), in order of publication."""
    if veil is not None:
        return _followed(ledger, catalogue, query, within_days, veil)
    beside = within_days, catalogue.digest
    return _FOLLOWED.get(ledger, query, lambda: _followed(ledger, catalogue, query, within_days, None), beside=beside)


def _followed(
    ledger: Ledger, catalogue: Catalogue, query: Query, within_days: int, veil: Veil | None
) -> tuple[Followed, ...]:
    asked = Query(published_by=query.published_by, recorded_by=query.recorded_by)
    others = [*listed(ledger, replace(asked, kinds=("claim", "ask")))]
    every = [*sure(listed(ledger, replace(asked, kinds=("warning",))))]
    wanted = {row.row.finding for row in listed(ledger, replace(query, kinds=("warning",)))}
    shown = {row.row.finding: row for row in veil.rows([*every, *others])} if veil else {}
    room = _Room(ledger, catalogue, asked, [row for row in others if isinstance(row.finding, Claim)], every)
    asks: dict[Digest, list[Ask]] = {}
    for row in others:
        if isinstance(row.finding, Ask) and row.finding.explicit and not row.finding.reported:
            asks.setdefault(row.shelved.document, []).append(row.finding)
    documents: Iterable[Shelved] = {row.shelved.document: row.shelved for row in (*every, *others)}.values()
    receipt = searched(ledger, asked, documents, "claims that came after warnings")
    made = []
    for row in every:
        if row.row.finding in wanted and isinstance(row.finding, Warning):
            places, placed = room.places.of(row)
            later = room.later(row, row.finding, places, within_days)
            made.append(
                Followed(
                    row=shown.get(row.row.finding, row),
                    places=places,
                    placed=placed,
                    acts=room.acts(row.finding),
                    features=room.features(row, row.finding, places, asks.get(row.shelved.document, ())),
                    later=later
                    if veil is None
                    else replace(
                        later,
                        rows=tuple(shown.get(one.row.finding, one) for one in later.rows),
                        undated=tuple(shown.get(one.row.finding, one) for one in later.undated),
                        denied=tuple(shown.get(one.row.finding, one) for one in later.denied),
                    ),
                    searched=receipt,
                )
            )
    return tuple(made)


class _Room:
    """What all warnings of one query share, laid out once: claims by act and place, in the order they happened."""

    def __init__(
        self, ledger: Ledger, catalogue: Catalogue, query: Query, claims: list[Listed], warnings: list[Listed]
    ) -> None:
        self.catalogue = catalogue
        self.places = Placings(catalogue, [*claims, *warnings])
        self.sides = Sides(catalogue)
        self._origins: Mapping[Digest, Origin] = origins(ledger, query, [*claims, *warnings], catalogue)
        self._claims: dict[tuple[str, str], list[tuple[int, int, Listed]]] = {}
        self._undated: dict[tuple[str, str], list[tuple[int, int, Listed]]] = {}
        self._told: Counter[Digest] = Counter()
        for number, row in enumerate(claims):
            happened, issued = bounds(_claim(row).when), row.shelved.published
            day, table = (happened, self._claims) if happened else (issued, self._undated)
            self._told[row.shelved.document] += happened is not None
            if day is not None:
                for place in self.places.of(row)[0]:
                    table.setdefault((_claim(row).act, place), []).append((day.earliest, number, row))
        for held in (*self._claims.values(), *self._undated.values()):
            held.sort(key=lambda item: item[:2])
        self._warned: dict[tuple[str, str], list[Listed]] = {}
        for row in warnings:
            assert isinstance(row.finding, Warning)
            for place in self.places.of(row)[0]:
                self._warned.setdefault((row.finding.harm, place), []).append(row)
        self._known: dict[tuple[str, str], tuple[list[int], list[tuple[int, int]]]] = {}
        self._laters: dict[tuple[str, tuple[str, ...], Bounds, int], Later] = {}

    def acts(self, warning: Warning) -> tuple[str, ...]:
        row = self.catalogue.realisations.get(warning.harm)
        return row.acts if row else ()

    def later(self, row: Listed, warning: Warning, places: tuple[str, ...], within_days: int) -> Later:
        issued = row.shelved.published
        if issued is None or places == (NOWHERE,):
            return Later(rows=(), undated=(), told=None, denied=(), voices=(), lead=None, sure=False)
        key = (warning.harm, places, issued, within_days)
        if key not in self._laters:
            self._laters[key] = self._later(self.acts(warning), places, issued, within_days)
        return self._laters[key]

    def _later(self, acts: Iterable[str], places: tuple[str, ...], issued: Bounds, within_days: int) -> Later:
        # The narrowest place holds what lies within it too; what its surroundings hold is not of this place.
        span = issued.earliest + 1, issued.latest + within_days + 1
        ordered = _between(self._claims, acts, places[0], *span)
        later = [
            row
            for row in _between(self._undated, acts, places[0], issued.latest + 1, span[1])
            if _claim(row).mode in TOLD_AS_DONE
        ]
        told = [row for row in ordered if _claim(row).mode in TOLD_AS_DONE]
        first_told = first(row.shelved.published for row in later)
        days = [happened for row in told if (happened := bounds(_claim(row).when)) is not None]
        begun = first(Bounds(earliest=day.earliest, latest=min(day.latest, _start(day))) for day in days)
        voices = {self._origins[row.row.finding].key: self._origins[row.row.finding].name for row in (*told, *later)}
        return Later(
            rows=tuple(told),
            undated=tuple(later),
            told=between(issued, first_told) if first_told else None,
            denied=tuple(row for row in ordered if _claim(row).mode == "denied"),
            voices=tuple(voices.values()),
            lead=between(issued, begun) if begun else None,
            sure=bool(begun) and begun.earliest > issued.latest if begun else False,
        )

    def features(
        self, row: Listed, warning: Warning, places: tuple[str, ...], asks: Iterable[Ask]
    ) -> tuple[Feature, ...]:
        return (
            _near(warning),
            self._specific(warning, row),
            self._actionable(tuple(asks)),
            self._credible(row, warning, places),
        )

    def _specific(self, warning: Warning, row: Listed) -> Feature:
        placed = self.places.of(row)[1] == "named"
        there = {
            "what": warning.harm != "harm-unnamed",
            "where": placed,
            "to whom": warning.group is not None,
            "when or on which condition": bool(warning.condition) or warning.horizon in {"imminent", "ongoing"},
        }
        said = [name for name, is_there in there.items() if is_there]
        return Feature(
            name="specific", count=len(said), of=len(there), says=f"says {', '.join(said) or 'none of these'}"
        )

    def _actionable(self, asks: tuple[Ask, ...]) -> Feature:
        named = {
            party.name
            for ask in asks
            for party in ask.addressees
            if (row := self.catalogue.actors.get(party.id)) is None or row.kind != "collective"
        }
        things = sorted({ask.asks_for for ask in asks if ask.asks_for})
        kinds = f": {', '.join(things)}" if things else ""
        return Feature(
            name="actionable",
            count=len(asks),
            of=None,
            says=f"its text asks {len(named)} named addressees for {len(asks)} things{kinds}",
        )

    def _credible(self, row: Listed, warning: Warning, places: tuple[str, ...]) -> Feature:
        """Count what a reader could hold on to: who else warns, from which sides, and what is told with a date."""
        voices, sides = self._known_by(warning.harm, places[0], row.shelved.published)
        told = self._told[row.shelved.document]
        signed = row.shelved.card.signatories
        named = "named" if row.shelved.card.issuers else "not named"
        signatures = "" if signed is None else f", {_many(signed, 'signature', 'signatures')}"
        return Feature(
            name="credible",
            count=voices,
            of=None,
            says=(
                f"{_many(voices, 'voice warns', 'voices warn')} of it at this place by then, of "
                f"{_many(sides, 'side', 'sides')}; its text tells {_many(told, 'act', 'acts')} with a date; "
                f"its issuer is {named}{signatures}"
            ),
        )

    def _known_by(self, harm: str, place: str, by: Bounds | None) -> tuple[int, int]:
        """Count the voices that had warned of a harm at a place by a day, and their sides."""
        key = harm, place
        if key not in self._known:
            self._known[key] = self._counted(self._warned.get(key, ()))
        days, counts = self._known[key]
        return counts[-1] if by is None else counts[bisect_right(days, by.latest)]

    def _counted(self, rows: Iterable[Listed]) -> tuple[list[int], list[tuple[int, int]]]:
        """Count voices and sides along the days of publication; texts without a date may be of any day."""
        published = [(row.shelved.published, row) for row in rows]
        dated = sorted(((day.earliest, row) for day, row in published if day is not None), key=lambda pair: pair[0])
        voices: set[Digest] = set()
        sides: set[str] = set()

        def add(row: Listed) -> None:
            voices.add(self._origins[row.row.finding].key)
            sides.update(self.sides.of(party) for party in row.shelved.card.issuers)

        for day, row in published:
            if day is None:
                add(row)
        counts = [(len(voices), len(sides - {NOT_KNOWN}))]
        for _day, row in dated:
            add(row)
            counts.append((len(voices), len(sides - {NOT_KNOWN})))
        return [day for day, _row in dated], counts


def _between(
    table: Mapping[tuple[str, str], list[tuple[int, int, Listed]]],
    acts: Iterable[str],
    place: str,
    start: int,
    stop: int,
) -> list[Listed]:
    """Give the claims of acts at a place from one day to before another, in order."""
    found: dict[Digest, tuple[int, int, Listed]] = {}
    for act in acts:
        held = table.get((act, place), [])
        low = bisect_left(held, start, key=lambda item: item[0])
        high = bisect_left(held, stop, key=lambda item: item[0])
        found |= {item[2].row.finding: item for item in held[low:high]}
    return [item[2] for item in sorted(found.values(), key=lambda item: item[:2])]


def _near(warning: Warning) -> Feature:
    said = {
        "imminent": "says that it is about to happen",
        "ongoing": "says that it is under way",
        "near": "says that it will happen",
        "conditional": "says on which condition it will happen",
    }
    told = said.get(warning.horizon or "", "does not say when")
    condition = f": “{' '.join(warning.condition.split())}”" if warning.condition else ""
    return Feature(name="horizon", count=int(warning.horizon is not None), of=1, says=f"{told}{condition}")


def _claim(row: Listed) -> Claim:
    assert isinstance(row.finding, Claim)
    return row.finding


def _start(day: Bounds) -> int:
    """Give the last day on which what goes on may have begun: an open end says nothing of the beginning."""
    return day.earliest if day.latest >= date.max.toordinal() else day.latest


def _many(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
