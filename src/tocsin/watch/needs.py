# SPDX-License-Identifier: Apache-2.0
"""Needs: people times days times a minimum standard, against the supplies that sources tell of, all as intervals.

1. A need is population × days × the standard, over as many people and days as the standard is for; a standard without
   days is needed once.
2. Supplies are what claims tell to have come to the place, or over a way into it, in the days asked for. At least what
   counts of days apart from each other add up to; at most all counts, as if each were of other goods. Goods whose worth
   in the standard's unit nobody tells (trucks) are named beside, never guessed.
3. What is lacking against the record is the need less those supplies. Where nobody tells of any supply, both are
   unknown: that no document tells of water is not that there was none.
4. Stocks, harvests and wells that no source tells of are in no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Commodity, Place, Standard
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.linking.voices import Voices, voices
from tocsin.records.findings import Count, Quantity
from tocsin.records.ids import Digest, Json
from tocsin.watch.absences import Searched, Veil, searched
from tocsin.watch.amounts import Amount, stated
from tocsin.watch.deliveries import deliveries
from tocsin.watch.populations import Population, population
from tocsin.watch.reckonings import Reckoned, Report, reckoned
from tocsin.watch.sentences import Sentences
from tocsin.watch.wheres import Where, where

_RATE = re.compile(
    r"\s*(?:of\s+[\w -]{3,30}?\s+)?(?:per|a|for\s+each|for\s+every)\s+(?:person|head|capita|inhabitant|individual)"
    r"(?:\s*(?:,|/|and|per|a|each|every)\s*)+(?:day|daily)\b|\s*(?:/|per)\s*(?:p|pers)\.?\s*(?:/|per)\s*d\b",
    re.IGNORECASE,
)
_REACH = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """What a source tells each person gets a day: `amount` in the standard's unit, told on some day of `days`."""

    item: Listed
    amount: Amount
    voice: Digest
    days: tuple[int, int] | None

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {**self.amount.to_json(), "voice": self.voice, **self.item.to_json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One standard's need; None is unknown.

    `need` is unknown without a population, `supplied` where nobody tells of a supply, `lacking` where either is.
    `unweighed` are goods told to have come whose worth in the unit nobody tells. `rates` are what each person is told
    to get a day, `short_a_day` what that leaves short for each.
    """

    standard: Standard
    days: int
    need: Amount | None
    supplies: Reckoned
    supplied: Amount | None
    lacking: Amount | None
    unweighed: tuple[Report, ...]
    rates: tuple[Rate, ...]
    short_a_day: Amount | None

    @property
    def met(self) -> Amount | None:
        """What part of the need the recorded supplies meet, at least and at most (1 is all of it)."""
        if self.need is None or self.supplied is None or not self.need.low or self.need.high is None:
            return None
        most = None if self.supplied.high is None else self.supplied.high / self.need.low
        return Amount(low=self.supplied.low / self.need.high, high=most)

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON: the standard, then each number with what it rests on."""

        def held(value: Amount | None) -> Json:
            return None if value is None else value.to_json()

        return {
            "need": self.standard.need,
            "of": self.standard.name,
            "unit": self.standard.unit,
            "standard": self.standard.id,
            "edition": self.standard.edition,
            "section": self.standard.section,
            "days": self.days,
            "needed": held(self.need),
            "supplied": held(self.supplied),
            "lacking": held(self.lacking),
            "met": held(self.met),
            "supplies": [report.to_json() for report in self.supplies.reports],
            "unweighed": [report.to_json() for report in self.unweighed],
            "told_a_person_and_day": [rate.to_json() for rate in self.rates],
            "short_a_person_and_day": held(self.short_a_day),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """The needs of a place from `first` to `last` (day numbers, both within)."""

    place: Place
    first: int
    last: int
    population: Population
    children: Population
    lines: tuple[Need, ...]
    searched: Searched

    @property
    def days(self) -> int:
        """How many days they are reckoned for."""
        return self.last - self.first + 1

    def to_json(self) -> Iterator[dict[str, Json]]:
        """Write one JSON row a standard, each with the place, the days and the people."""
        for line in self.lines:
            yield {
                "place": self.place.id,
                "from": date.fromordinal(self.first).isoformat(),
                "to": date.fromordinal(self.last).isoformat(),
                "population": {
                    **self.population.to_json(),
                    "statements": [one.to_json() for one in self.population.statements],
                },
                **line.to_json(),
            }


def needs(  # the clocks, the place and the days are one question
    ledger: Ledger, catalogue: Catalogue, place: Place, query: Query, *, veil: Veil | None = None
) -> Needs:
    """Reckon the needs of a place for the days of a query's happened clock, which must be asked for.

    Raises:
        ValueError: The query has no first or no last day.
    """
    first, last = query.happened_from, query.happened_to
    if first is None or last is None or first > last:
        raise ValueError(f"no days from {first} to {last}")
    at = where(catalogue, place)
    asked = Query(published_by=query.published_by, recorded_by=query.recorded_by)
    speaking = voices(ledger, asked, catalogue)
    rows = tuple(listed(ledger, replace(asked, kinds=("claim", "quantity"))))
    sentences = Sentences(ledger)
    people = _shown(population(rows, sentences, at, speaking, (first, last)), veil)
    children = _shown(population(rows, sentences, at, speaking, (first, last), of="children"), veil)
    goods = _Goods(catalogue)
    arrived = tuple(_veiled(deliveries(rows, catalogue, sentences, at, speaking, (first, last)), veil))
    told = tuple(_rates(rows, sentences, at, speaking, first, last))
    lines = tuple(
        _need(standard, people.amount, goods, arrived, told, first, last)
        for standard in sorted(catalogue.standards.values(), key=lambda row: (_ORDER.index(row.need), row.ranking))
    )
    receipt = searched(ledger, asked, shelf(ledger, asked).values(), f"people and supplies at {place.name}")
    return Needs(
        place=place,
        first=first,
        last=last,
        population=people,
        children=children,
        lines=lines,
        searched=receipt,
    )


_ORDER = ("water", "food", "medicine", "shelter", "sanitation")
"""The needs in the order in which they are listed."""


class _Goods:
    """What goods are worth in the units of standards, and which needs goods of unknown worth may serve."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._worth: Mapping[str, Commodity] = {
            name: row for row in catalogue.commodities.values() for name in (row.id, *row.names)
        }
        pairs = (pair.partition("=") for pair in catalogue.list("needs.goods"))
        self._serves = {name: frozenset(needs.split()) for name, _, needs in pairs}

    def worth(self, count: Count | Quantity, unit: str, need: str) -> Amount | None:
        """Give what a count is worth in a unit; None where nobody tells."""
        row = self._worth.get(count.of)
        if row is None or row.unit != unit or row.need != need:
            return None
        return stated(count) * Amount(low=Fraction(row.low), high=Fraction(row.high))

    def may_serve(self, count: Count | Quantity, need: str) -> bool:
        """Say whether goods may be of a need without anybody telling how much of it they are."""
        if count.of in self._worth:
            return False
        head = count.of.partition(" of ")[0]
        return need in self._serves.get(count.of, self._serves.get(head, frozenset()))


def _need(
    standard: Standard,
    people: Amount | None,
    goods: _Goods,
    arrived: Sequence[Report],
    told: Sequence[tuple[str, Rate]],
    first: int,
    last: int,
) -> Need:
    days = last - first + 1
    each = Amount(low=Fraction(standard.low), high=Fraction(standard.high))
    times = Fraction(days, standard.days) if standard.days else Fraction(1)
    share = Amount(low=times / standard.people, high=times / standard.people)
    need = None if people is None else people * each * share
    weighed: list[Report] = []
    for report in arrived:
        worth = goods.worth(report.count, standard.unit, standard.need)
        if worth is not None:
            weighed.append(replace(report, worth=worth))
    supplies = reckoned(weighed, first, last)
    supplied = _supplied(supplies)
    rates = tuple(rate for unit, rate in told if unit == standard.unit and standard.people == standard.days == 1)
    return Need(
        standard=standard,
        days=days,
        need=need,
        supplies=supplies,
        supplied=supplied,
        lacking=None if need is None or supplied is None else need.less(supplied),
        unweighed=tuple(report for report in arrived if goods.may_serve(report.count, standard.need)),
        rates=rates,
        short_a_day=_short(each, rates),
    )


def _supplied(supplies: Reckoned) -> Amount | None:
    """Give the supplies that the record allows: the best sum of counts apart to the sum of all counts."""
    if not supplies.reports:
        return None
    high: Fraction | None = Fraction(0)
    for report in supplies.reports:
        most = report.amount.high
        high = None if high is None or most is None else high + most
    return Amount(low=supplies.low, high=high)


def _short(each: Amount, rates: Sequence[Rate]) -> Amount | None:
    if not rates:
        return None
    told = rates[0].amount
    for rate in rates[1:]:
        told = told.hull(rate.amount)
    return each.less(told)


def _rates(
    rows: Iterable[Listed], sentences: Sentences, at: Where, speaking: Voices, first: int, last: int
) -> Iterator[tuple[str, Rate]]:
    """Give what each person is told to get a day, by its unit, in documents issued in the days asked for."""
    for row in rows:
        finding = row.finding
        if not isinstance(finding, Quantity) or finding.of.partition(" of ")[0] not in {"litres", "kcal"}:
            continue
        issued = row.shelved.published
        if issued is None or issued.earliest > last or issued.latest < first:
            continue
        if not _RATE.match(sentences.after(row, _REACH)):
            continue
        if not sentences.of_place(row, at.named_in):
            continue
        days = issued.earliest, issued.latest
        rate = Rate(item=row, amount=stated(finding), voice=speaking.of_finding(row), days=days)
        yield finding.of.partition(" of ")[0], rate


def _shown(people: Population, veil: Veil | None) -> Population:
    if veil is None:
        return people
    items = veil.rows([one.item for one in people.statements])
    held = {one.item.row.finding: replace(one, item=item) for one, item in zip(people.statements, items, strict=True)}
    basis = tuple(held[one.item.row.finding] for one in people.basis)
    return replace(people, statements=tuple(held.values()), basis=basis)


def _veiled(reports: Iterable[Report], veil: Veil | None) -> Iterator[Report]:
    held = list(reports)
    if veil is None:
        yield from held
        return
    for report, item in zip(held, veil.rows([report.item for report in held]), strict=True):
        yield replace(report, item=item)
