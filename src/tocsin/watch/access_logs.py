# SPDX-License-Identifier: Apache-2.0
"""The access log of a way: its calendar, days of each state, what passed, and the types of constraints, all cited."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Place, Term
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.linking.comparisons import compared
from tocsin.linking.voices import voices
from tocsin.records.findings import Claim
from tocsin.records.ids import Digest, Json
from tocsin.watch.absences import Searched, Veil, searched
from tocsin.watch.accesses import Told, told
from tocsin.watch.calendars import Spent, Stretch, spent, stretches
from tocsin.watch.reckonings import Reckoned, Report, reckoned
from tocsin.watch.wheres import Where, where


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """What passed the way in the days asked for, of one thing (trucks, convoys, patients)."""

    of: str
    count: Reckoned

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {"of": self.of, **self.count.to_json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """A type of constraint that voices tell of: on how many days certainly and possibly, and the claims."""

    term: Term
    days: int
    possible: int
    voices: int
    evidence: tuple[Told, ...]

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {
            "type": self.term.id,
            "code": self.term.code,
            "name": self.term.name,
            "days": {"low": self.days, "high": self.possible},
            "voices": self.voices,
            "evidence": [held.item.row.finding for held in self.evidence],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLog:
    """A way from `first` to `last` (day numbers, both within); `evidence` is in order of publication.

    Without evidence there are no stretches and the days are those asked for, or none.
    """

    place: Place
    at: Where
    first: int | None
    last: int | None
    stretches: tuple[Stretch, ...]
    spent: tuple[Spent, ...]
    passed: tuple[Passed, ...]
    constraints: tuple[Constraint, ...]
    evidence: tuple[Told, ...]
    searched: Searched

    @property
    def days(self) -> int:
        """How many days it holds."""
        return 0 if self.first is None or self.last is None else self.last - self.first + 1

    def numbers(self) -> Mapping[Digest, int]:
        """Number the claims by their findings, from 1, in order of publication."""
        return {held.item.row.finding: number for number, held in enumerate(self.evidence, 1)}

    def on(self, day: int) -> Stretch | None:
        """Give the stretch that holds a day; None outside the log."""
        return next((one for one in self.stretches if one.first <= day <= one.last), None)


def access_log(
    ledger: Ledger, catalogue: Catalogue, place: Place, query: Query, *, veil: Veil | None = None
) -> AccessLog:
    """Gather the log of a way at a query's clocks.

    Without a first day asked for, it begins with the first day that is certain (else possible); without a last, it ends
    with the last day that any claim tells of.
    """
    at = where(catalogue, place)
    asked = Query(published_by=query.published_by, recorded_by=query.recorded_by)
    held = told(ledger, asked, catalogue, at, voices(ledger, asked, catalogue))
    first, last = _days(held, query)
    within = held
    if first is not None and last is not None:
        within = tuple(one for one in held if one.possible[0] <= last and one.possible[1] >= first)
    within = tuple(_veiled(within, veil))
    made = stretches(within, first, last) if first is not None and last is not None else ()
    receipt = searched(ledger, asked, shelf(ledger, asked).values(), f"what is told of {place.name}")
    return AccessLog(
        place=place,
        at=at,
        first=first,
        last=last,
        stretches=made,
        spent=spent(made),
        passed=_passed(within, catalogue, first, last),
        constraints=_constraints(within, catalogue, first, last),
        evidence=within,
        searched=receipt,
    )


def _days(held: Sequence[Told], query: Query) -> tuple[int | None, int | None]:
    first, last = query.happened_from, query.happened_to
    telling = [one for one in held if one.state is not None or one.denied]
    if first is None:
        certain = [one.certain[0] for one in telling if one.certain is not None]
        first = min(certain or [one.possible[0] for one in telling], default=None)
    if last is None:
        last = max((one.possible[1] for one in telling), default=None)
    if first is None or last is None or first > last:
        return None, None
    return first, last


def _veiled(held: Iterable[Told], veil: Veil | None) -> Iterable[Told]:
    if veil is None:
        yield from held
        return
    told_of = list(held)
    for one, item in zip(told_of, veil.rows([one.item for one in told_of]), strict=True):
        assert isinstance(item.finding, Claim)
        yield replace(one, item=item, claim=item.finding)


def reported(one: Told, of: Iterable[str]) -> Iterable[tuple[str, Report]]:
    """Give the counts of a claim that are of some things, each as a report of the days that the claim tells of.

    A row of a table and a run of days count whatever passed in them; a single day in a text counts one event of it.
    """
    wanted = frozenset(of)
    whole = one.claim.by.startswith("table.") or "/" in (one.claim.when or "")
    for count in one.claim.quantities:
        head = count.of.partition(" of ")[0]
        if head in wanted and not compared(one.claim.quote, f"{count.value:,}"):
            report = Report(
                item=one.item,
                count=count,
                voice=one.voice,
                days=one.possible if one.claim.when else None,
                covers=one.certain if whole else None,
            )
            yield count.of, report


def _passed(held: Iterable[Told], catalogue: Catalogue, first: int | None, last: int | None) -> tuple[Passed, ...]:
    if first is None or last is None:
        return ()
    found: dict[str, list[Report]] = {}
    for one in held:
        if not one.direct or one.denied or not (one.eases or one.claim.act.startswith("access-")):
            continue
        for of, report in reported(one, catalogue.list("access.passed")):
            found.setdefault(of, []).append(report)
    return tuple(Passed(of=of, count=reckoned(reports, first, last)) for of, reports in sorted(found.items()))


def _constraints(
    held: Iterable[Told], catalogue: Catalogue, first: int | None, last: int | None
) -> tuple[Constraint, ...]:
    found: dict[str, list[Told]] = {}
    for one in held:
        for name in one.constraints:
            found.setdefault(name, []).append(one)
    terms = sorted(
        (catalogue.terms[name] for name in found if name in catalogue.terms), key=lambda term: term.code or term.id
    )
    return tuple(
        Constraint(
            term=term,
            days=_covered((one.certain for one in found[term.id]), first, last),
            possible=_covered((one.possible for one in found[term.id]), first, last),
            voices=len({one.voice for one in found[term.id]}),
            evidence=tuple(found[term.id]),
        )
        for term in terms
    )


def _covered(spans: Iterable[tuple[int, int] | None], first: int | None, last: int | None) -> int:
    """Count the days of the log that at least one span covers."""
    if first is None or last is None:
        return 0
    total, at = 0, first - 1
    for begin, end in sorted(span for span in spans if span is not None):
        begins, ends = max(begin, at + 1), min(end, last)
        if begins <= ends:
            total += ends - begins + 1
            at = ends
    return total


def day_rows(log: AccessLog) -> Iterable[dict[str, Json]]:
    """Give one row a day: what a table beside the picture holds."""
    for one in log.stretches:
        constraints = sorted({name for held in one.evidence for name in held.constraints})
        for day in range(one.first, one.last + 1):
            yield {
                "date": date.fromordinal(day).isoformat(),
                "place": log.place.name,
                "place_id": log.place.id,
                "state": one.state,
                "certainty": "" if one.state == "unknown" else "certain" if one.certain else "possible",
                "voices": "; ".join(f"{name} {count}" for name, count in one.voices),
                "constraints": "; ".join(constraints),
                "evidence": "; ".join(held.item.row.finding for held in one.evidence),
            }
