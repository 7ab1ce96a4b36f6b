# SPDX-License-Identifier: Apache-2.0
"""Alarms: when each rule of a person's file rang, or would have rung, with the entries it rests on.

1. A rule is evaluated over what was published day by day: what a text published on 10 July tells of June rings on 10
   July. Where the day of publication is an interval, so is the day of the ring.
2. A ring holds from its day until what it waits for happens (`until`), else for good.
3. Undated documents ring nothing: nobody knows on which day the world could have heard them.
4. An alarm says what voices state and what is not recorded, never that something is so, or why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Query
from tocsin.linking.receipts import derived_id
from tocsin.records.bounds import LAST, Bounds
from tocsin.records.ids import Digest, Json
from tocsin.watch import ringing
from tocsin.watch.absences import Veil
from tocsin.watch.alarm_rules import AlarmRule
from tocsin.watch.benches import Bench
from tocsin.watch.spans import edtf

RingState = Literal["rings", "possibly", "ended", "not yet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """An alarm that rang: by which rule, about what, when, until when, and on which findings it rests."""

    alarm: str
    kind: str
    subject: str
    day: Bounds
    until: Bounds | None
    says: str
    rows: tuple[Listed, ...]

    @property
    def id(self) -> Digest:
        """The id, made of the rule and what it rang about."""
        return derived_id("ring", [self.alarm, self.subject])

    def state(self, day: int) -> RingState:
        """Say how it stood on a day (a day number)."""
        if self.day.earliest > day:
            return "not yet"
        if self.until is not None and self.until.latest <= day:
            return "ended"
        return "rings" if self.day.latest <= day else "possibly"

    def within(self, first: int, last: int) -> bool:
        """Say whether it may have rung between two days, both within."""
        return self.day.earliest <= last and self.day.latest >= first

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row, with the entries that it rests on."""
        return {
            "ring": self.id,
            "alarm": self.alarm,
            "kind": self.kind,
            "subject": self.subject,
            "day": edtf(self.day),
            "until": edtf(self.until),
            "says": self.says,
            "entries": [row.row.entry.id for row in self.rows],
            "findings": [row.to_json() for row in self.rows],
        }


def _earliest(day: Bounds | None) -> int | None:
    return None if day is None else day.earliest


def _latest(day: Bounds | None) -> int | None:
    return None if day is None or day.latest >= LAST else day.latest


def rings(
    ledger: Ledger, catalogue: Catalogue, query: Query, rules: Sequence[AlarmRule], *, veil: Veil | None = None
) -> tuple[Ring, ...]:
    """Give every ring of the rules, in the order in which they rang.

    Of the query, `recorded_by` and `published_by` hold: nothing that was published later is looked at.

    Raises:
        BadRequest: A rule names a place or a body that nobody knows.
    """
    asked = Query(published_by=query.published_by, recorded_by=query.recorded_by)
    bench = Bench(ledger=ledger, catalogue=catalogue, query=asked, veil=veil)
    found = [ring for rule in rules for ring in _of_rule(bench, rule)]
    return tuple(sorted(found, key=lambda ring: (ring.day.earliest, ring.day.latest, ring.alarm, ring.subject)))


def _of_rule(bench: Bench, rule: AlarmRule) -> Iterator[Ring]:
    """Let a rule ring over the earliest days and over the latest, and put the two together."""
    early = _first(ringing.of(bench, rule, _earliest))
    late = _first(ringing.of(bench, rule, _latest))
    for subject in dict.fromkeys((*early, *late)):
        first, last = early.get(subject), late.get(subject)
        heard = last or first
        assert heard is not None
        begun = first.day if first else heard.day
        ended = [one.until for one in (first, last) if one is not None and one.until is not None]
        yield Ring(
            alarm=rule.id,
            kind=rule.kind,
            subject=subject,
            day=Bounds(earliest=min(begun, heard.day), latest=max(begun, heard.day) if last else LAST),
            until=Bounds(earliest=min(ended), latest=max(ended)) if ended else None,
            says=heard.says,
            rows=heard.rows,
        )


def _first(heard: Iterable[ringing.Heard]) -> dict[str, ringing.Heard]:
    found: dict[str, ringing.Heard] = {}
    for one in heard:
        if one.subject not in found or one.day < found[one.subject].day:
            found[one.subject] = one
    return found
