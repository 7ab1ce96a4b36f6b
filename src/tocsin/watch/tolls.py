# SPDX-License-Identifier: Apache-2.0
"""Tolls: people killed, injured, detained, missing and displaced, by period and source, brought together.

1. Each number is a report of the days its claim is of. A number of a run of days covers them whole; one of a single
   day is an incident of it; one "as of" a day is a toll up to that day, whose beginning nobody tells.
   A number that stands in no claim, or in one without a date, is of no day: it is shown.
2. Reports whose days overlap are never added up (reckonings.py): they may be of the same people.
   A number of those who are held, missing or away on a day (visited, released, still held) may be of people whom an
   earlier number counted: it is not added to that.
3. Children are counted apart, and are part of the whole: no child is added to it.
4. One number of the same people at one place that two voices date a day or two apart is one toll, of both days; so are
   the numbers of whatever `timeline --together` holds for one event.
5. A number that its source denies is in no sum; it is listed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Place
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.linking.clusters import clusters
from tocsin.linking.voices import Voices, voices
from tocsin.reading.numbers import ONES
from tocsin.records.bounds import FIRST, LAST, bounds
from tocsin.records.findings import Claim, Count, Finding, Quantity
from tocsin.records.ids import Digest, Json
from tocsin.records.times import BadTime, parse
from tocsin.watch.absences import Searched, Veil, searched
from tocsin.watch.accesses import covered
from tocsin.watch.reckonings import Reckoned, Report, reckoned
from tocsin.watch.sentences import Sentences
from tocsin.watch.wheres import Where, where

_BODIES = re.compile(
    r"\b(?:new|religious|treaty|state|public|judicial|international|rights|monitoring|governing|independent|national"
    r"|legislative|elected|regional|local|administrative|supervisory|professional|these|such|other)\s+bodies$",
    re.IGNORECASE,
)
"""Bodies that are councils and not of the dead."""

_APART = range(1, 3)
"""Days by which two voices may date one toll apart."""
_NUMBERED = re.compile(r"\b(\d+|[a-z]+)\s+(?=([a-z]{4,})\b)", re.IGNORECASE)
"""A number, or a word that may be one, and the word after it."""

KINDS = ("killed", "injured", "detained", "missing", "displaced")
"""The kinds of harm, in the order in which they are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """What sources tell of one kind of harm: all people, or children alone; `denied` are numbers that are denied."""

    kind: str
    children: bool
    count: Reckoned
    denied: tuple[Report, ...] = ()

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {
            "kind": self.kind,
            "children": self.children,
            **self.count.to_json(),
            "denied": [report.to_json() for report in self.denied],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Tolls:
    """Tolls at a place (None: anywhere) from `first` to `last` (day numbers; None: no claim has a day)."""

    place: Place | None
    first: int | None
    last: int | None
    lines: tuple[Toll, ...]
    searched: Searched

    def to_json(self) -> Iterator[dict[str, Json]]:
        """Write one JSON row a kind, children apart, each with the place and the days."""
        for line in self.lines:
            yield {
                "place": self.place.id if self.place else None,
                "from": None if self.first is None else date.fromordinal(self.first).isoformat(),
                "to": None if self.last is None else date.fromordinal(self.last).isoformat(),
                **line.to_json(),
            }


def tolls(
    ledger: Ledger, catalogue: Catalogue, place: Place | None, query: Query, *, veil: Veil | None = None
) -> Tolls:
    """Bring together what sources tell at a query's clocks; its happened clock gives the days, else all are."""
    at = None if place is None else where(catalogue, place)
    asked = Query(published_by=query.published_by, recorded_by=query.recorded_by)
    counter = _Counter(ledger, catalogue, voices(ledger, asked, catalogue))
    told = list(counter.reports(listed(ledger, replace(asked, kinds=("claim", "quantity"))), at))
    told = list(_joined(_of_one_event(told, ledger, catalogue, asked)))
    dated = [report.days for _kind, _children, _denied, report in told if report.days is not None]
    first = query.happened_from if query.happened_from is not None else min((day for day, _ in dated), default=None)
    last = query.happened_to if query.happened_to is not None else max((day for _, day in dated), default=None)
    lines = []
    for kind in KINDS:
        for children in (False, True):
            held = [one for one in told if one[0] == kind and (one[1] or not children)]
            line = _line(kind, held, first, last, veil, children=children)
            if line.count.reports or line.denied:
                lines.append(line)
    named = place.name if place else "any place"
    receipt = searched(ledger, asked, shelf(ledger, asked).values(), f"people harmed at {named}")
    return Tolls(place=place, first=first, last=last, lines=tuple(lines), searched=receipt)


_Told = tuple[str, bool, bool, Report]


_ANYBODY = frozenset(
    {"people", "persons", "civilians", "dead", "residents", "casualties", "were", "have", "more", "others"}
)
"""Nouns that tell nothing of which people a number is of."""


def _of_one_event(told: Sequence[_Told], ledger: Ledger, catalogue: Catalogue, asked: Query) -> list[_Told]:
    """Give the reports, those that `together` holds for one event with the days of all: what is one is never summed."""
    event = {
        row.row.finding: cluster.id
        for cluster in clusters(ledger, catalogue, asked)
        for account in cluster.accounts
        for row in account.claims
    }
    alike: dict[tuple[object, ...], list[Report]] = {}
    for kind, children, _denied, report in told:
        one = event.get(report.item.row.finding)
        if one is not None and report.days is not None and report.days[0] == report.days[1]:
            alike.setdefault((kind, children, one), []).append(report)
    days: dict[int, tuple[int, int]] = {}
    for held in alike.values():
        given = [report.days for report in held if report.days is not None]
        kinds = {noun for report in held if (noun := _people(report))} - _ANYBODY
        papers = {report.item.shelved.document for report in held}
        if len(papers) > 1 and len(set(given)) > 1 and len(kinds) < 2:
            whole = min(first for first, _ in given), max(last for _, last in given)
            days |= {id(report): whole for report in held}
    return [(kind, children, denied, _over(report, days.get(id(report)))) for kind, children, denied, report in told]


def _joined(told: Sequence[_Told]) -> Iterator[_Told]:
    """Give the reports, those of one toll with the days of all: two voices may date the same dead a day or two apart.

    One toll is one number of the same people, by different voices, at one place or where one of them names none.
    """
    alike: dict[tuple[object, ...], list[Report]] = {}
    for kind, children, _denied, report in told:
        if (named := _people(report)) and report.days is not None and report.days[0] == report.days[1]:
            alike.setdefault((kind, children, report.amount.low, report.amount.high, named), []).append(report)
    days: dict[int, tuple[int, int]] = {}
    for held in alike.values():
        held.sort(key=lambda report: report.days or (0, 0))
        for one, other in pairwise(held):
            assert one.days is not None
            assert other.days is not None
            if other.days[0] - one.days[0] in _APART and one.voice != other.voice and _one_place(one, other):
                both = days.get(id(one), one.days)[0], other.days[1]
                days[id(one)] = days[id(other)] = both
    for kind, children, denied, report in told:
        yield kind, children, denied, _over(report, days.get(id(report)))


def _over(report: Report, days: tuple[int, int] | None) -> Report:
    return report if days is None else replace(report, days=days, dated=report.days)


def _people(report: Report) -> str | None:
    """Give the noun that a report's number stands before in its words: "gendarmes" of "the four gendarmes"."""
    quote = report.item.finding.quote
    value = report.count.value
    words = {str(value), *ONES[value : value + 1]}
    return next((noun.lower() for number, noun in _NUMBERED.findall(quote) if number.lower() in words), None)


def _one_place(one: Report, other: Report) -> bool:
    first, second = (
        {place.id for place in report.item.finding.places} if isinstance(report.item.finding, Claim) else set()
        for report in (one, other)
    )
    return not first or not second or bool(first & second)


def _line(
    kind: str, held: Iterable[_Told], first: int | None, last: int | None, veil: Veil | None, *, children: bool
) -> Toll:
    reports: list[Report] = []
    denied: list[Report] = []
    for _kind, _children, refuted, report in held:
        (denied if refuted else reports).append(report)
    if veil is not None:
        reports, denied = list(_veiled(reports, veil)), list(_veiled(denied, veil))
    count = reckoned(reports, FIRST if first is None else first, LAST if last is None else last)
    return Toll(kind=kind, children=children, count=count, denied=tuple(denied))


def _veiled(reports: list[Report], veil: Veil) -> Iterator[Report]:
    for report, item in zip(reports, veil.rows([report.item for report in reports]), strict=True):
        yield replace(report, item=item)


class _Counter:
    """Makes reports of claims; the quantities inside a claim tell which of its numbers are of children."""

    def __init__(self, ledger: Ledger, catalogue: Catalogue, speaking: Voices) -> None:
        self._harmed = _pairs(catalogue.list("people.harmed"))
        self._acts = _pairs(catalogue.list("people.acts"))
        child = "|".join(map(re.escape, catalogue.list("people.children")))
        self._children = re.compile(rf"\b(?:{child})\b", re.IGNORECASE)
        toll = "|".join(map(re.escape, catalogue.list("people.cumulative")))
        self._cumulative = re.compile(rf"\b(?:{toll})\b", re.IGNORECASE)
        state = "|".join(map(re.escape, catalogue.list("people.in-state")))
        self._in_state = re.compile(rf"\b(?:{state})\b", re.IGNORECASE)
        self._sentences = Sentences(ledger)
        self._speaking = speaking

    def reports(self, rows: Iterable[Listed], at: Where | None) -> Iterator[_Told]:
        """Give each number of people harmed with its kind, whether it is of children, whether it is denied."""
        document: Digest | None = None
        held: list[Listed] = []
        for row in rows:
            if row.shelved.document != document:
                yield from self._document(held, at)
                document, held = row.shelved.document, []
            held.append(row)
        yield from self._document(held, at)

    def _document(self, rows: Iterable[Listed], at: Where | None) -> Iterator[_Told]:
        held = list(rows)
        numbers = [row.finding for row in held if isinstance(row.finding, Quantity) and not _tabled(row.finding)]
        for row in held:
            claim = row.finding
            if not isinstance(claim, Claim) or claim.mode == "threatened":
                continue
            if at is not None and not _there(claim, at):
                continue
            inside = [] if _tabled(claim) else _inside(claim, numbers)
            for count in claim.quantities:
                own = next((number for number in inside if number.value == count.value), None)
                if own and _BODIES.search(own.quote):
                    continue
                children = count.of == "children" or (own is not None and bool(self._children.search(own.quote)))
                # What the number itself counts ("51 wounded") outweighs what the claim around it is of.
                kind = (self._harmed.get(own.of) if own else None) or self._harmed.get(count.of)
                if kind is None and count.of == "children":
                    kind = self._acts.get(claim.act)
                if kind is not None:
                    yield kind, children, claim.mode == "denied", self._report(row, claim, count)
        claimed = {
            (number.start, number.end)
            for row in held
            if isinstance(row.finding, Claim) and not _tabled(row.finding)
            for number in _inside(row.finding, numbers)
        }
        for row in held:
            number = row.finding
            if isinstance(number, Quantity) and (number.start, number.end) not in claimed:
                yield from self._loose(row, number, at)

    def _loose(self, row: Listed, number: Quantity, at: Where | None) -> Iterator[_Told]:
        """Give a number that no claim holds: nobody says of when it is, so that it is shown and part of no sum."""
        kind = self._harmed.get(number.of)
        if kind is None or _tabled(number) or _BODIES.search(number.quote):
            return
        if at is not None and not at.named_in(self._sentences.around(row)):
            return
        report = Report(item=row, count=number, voice=self._speaking.of_finding(row), days=None)
        yield kind, self._children.search(number.quote) is not None, False, report

    def _report(self, row: Listed, claim: Claim, count: Count) -> Report:
        days, covers = _days(row, claim)
        if not _tabled(claim) and self._cumulative.search(self._sentences.around(row)):
            until = covers or days
            days, covers = None, None if until is None else (FIRST, until[1])
        within = not _tabled(claim) and self._in_state.search(claim.quote) is not None
        return Report(
            item=row, count=count, voice=self._speaking.of_finding(row), days=days, covers=covers, within=within
        )


def _pairs(words: Iterable[str]) -> Mapping[str, str]:
    return {name: kind for name, _, kind in (pair.partition("=") for pair in words)}


def _there(claim: Claim, at: Where) -> bool:
    inside = at.ids | at.parts
    return any(place.id in inside or at.here(place) for place in claim.places)


def _tabled(finding: Finding) -> bool:
    return finding.by.startswith("table.")


def _inside(claim: Claim, numbers: Sequence[Quantity]) -> Sequence[Quantity]:
    """Give the numbers that stand inside a claim; `numbers` are in order of place."""
    low = bisect_left(numbers, claim.start, key=lambda number: number.start)
    high = bisect_left(numbers, claim.end, low, key=lambda number: number.start)
    return [number for number in numbers[low:high] if number.end <= claim.end]


def _days(row: Listed, claim: Claim) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    """Give the days that a claim's number may be of, and those that it covers whole."""
    when = bounds(claim.when)
    if claim.when is None or when is None or when.earliest <= FIRST:
        return None, None
    told = covered(claim, row.shelved.published)
    if told is None:
        return None, None
    certain, possible = told
    try:
        run = parse(claim.when)
    except BadTime:
        return None, None
    whole = _tabled(claim) or "/" in run.edtf
    return possible, certain if whole else None
