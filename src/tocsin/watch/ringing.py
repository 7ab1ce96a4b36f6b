# SPDX-License-Identifier: Apache-2.0
"""Ringing: for each kind of alarm, on which day it first rings about what, over what was known day by day."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby

from tocsin.ledger.listed import Listed, listed, sure
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.linking.lineages import speakers
from tocsin.linking.voices import voices
from tocsin.records.bounds import Bounds
from tocsin.records.plurals import counted
from tocsin.watch.accesses import told
from tocsin.watch.alarm_rules import AlarmRule
from tocsin.watch.benches import Bench
from tocsin.watch.calendars import Stretch, stretches
from tocsin.watch.indicators import Evidence
from tocsin.watch.matrices import Cell, Window, cells
from tocsin.watch.months import before
from tocsin.watch.notices import AskClock
from tocsin.watch.sides import NOT_KNOWN, Sides
from tocsin.watch.spans import first, in_words
from tocsin.watch.wheres import where

Known = Callable[[Bounds | None], int | None]
"""From a date's bounds to the day number on which it is taken to be: the earliest, or the latest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A ring in the making: about what, on which day (a day number), until which, what it says, on which findings."""

    subject: str
    day: int
    says: str
    rows: tuple[Listed, ...]
    until: int | None = None


def of(bench: Bench, rule: AlarmRule, known: Known) -> Iterator[Heard]:
    """Give what a rule hears; the first for a subject is its ring."""
    return _KINDS[rule.kind](bench, rule, known)


@dataclass(slots=True)
class _Count:
    """What is stated in one cell so far."""

    voices: dict[str, str] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)
    rows: list[Listed] = field(default_factory=list)
    about: bool = False


def _rise(bench: Bench, rule: AlarmRule, known: Known) -> Iterator[Heard]:
    held: dict[tuple[str, int, str], _Count] = {}
    for day, items in _by_day(bench.evidence(), known):
        found = _cells(bench, rule, (item for item in items if item.counts))
        for cell in found:
            count = held.setdefault((cell.place, cell.factor, cell.month), _Count())
            for item in cell.evidence:
                count.voices.setdefault(item.voice, item.name)
                count.texts.add(item.text)
                count.rows.append(item.row)
                count.about = count.about or not item.months[cell.month]
        for cell in found:
            count = held[cell.place, cell.factor, cell.month]
            last = before(cell.month)
            earlier = len(held.get((cell.place, cell.factor, last), _Count()).voices) if last else 0
            rises = len(count.voices) >= rule.voices and len(count.voices) - earlier >= rule.above
            if rises and len(count.texts) >= min(rule.voices, 2) and _recent(cell.month, day, rule.months):
                names = "; ".join(count.voices.values())
                more = f", {len(count.voices) - earlier} more than in {last}" if last else ""
                short = bench.catalogue.factors[str(cell.factor)].short
                state = f"{counted(len(count.voices), 'voice')} {'states' if len(count.voices) == 1 else 'state'}"
                says = f"factor {cell.factor} ({short}) at {cell.named}, {cell.month}: {state}"
                subject = f"{cell.factor} {cell.month} {cell.place}"
                about = "; a date among these is known only about" if count.about else ""
                yield Heard(subject=subject, day=day, says=f"{says} ({names}){more}{about}", rows=tuple(count.rows))


def _new_side(bench: Bench, rule: AlarmRule, known: Known) -> Iterator[Heard]:
    spoken: dict[tuple[str, int], set[str]] = {}
    sides = Sides(bench.catalogue)
    for day, items in _by_day(bench.evidence(), known):
        new: dict[tuple[str, int, str, str], list[Evidence]] = {}
        for cell in _cells(bench, rule, (item for item in items if item.counts and item.side != NOT_KNOWN)):
            for item in cell.evidence:
                new.setdefault((cell.place, cell.factor, item.side, cell.named), []).append(item)
        for (place, factor, side, named), told_ in new.items():
            before_ = spoken.get((place, factor), set())
            if before_ and side not in before_:
                others = ", ".join(sides.name(one) for one in sorted(before_))
                short = bench.catalogue.factors[str(factor)].short
                says = f"factor {factor} ({short}) at {named}: the first voice of {sides.name(side)}, after {others}"
                rows = tuple({item.row.row.finding: item.row for item in told_}.values())
                yield Heard(subject=f"{factor} {place} {side}", day=day, says=says, rows=rows)
        for place, factor, side, _named in new:
            spoken.setdefault((place, factor), set()).add(side)


def _cells(bench: Bench, rule: AlarmRule, items: Iterable[Evidence]) -> tuple[Cell, ...]:
    """Put a day's evidence into the cells that a rule asks for; without a place, into those of the outermost places."""
    window = Window(place=bench.place(rule.place).id if rule.place else None)
    if rule.place is None:
        around = bench.whereabouts.around
        items = (
            replace(item, places=tuple(place for place in item.places if not around(place) & set(item.places)))
            for item in items
        )
    found = cells(items, bench.catalogue, window, bench.whereabouts)
    return tuple(cell for cell in found if rule.factor in {None, cell.factor})


def _recent(month: str, day: int, months: int) -> bool:
    on = date.fromordinal(day)
    return (on.year - int(month[:4])) * 12 + on.month - int(month[5:] or 12) <= months


def _by_day(items: Iterable[Evidence], known: Known) -> Iterator[tuple[int, list[Evidence]]]:
    dated = [(day, item) for item in items if (day := known(item.row.shelved.published)) is not None]
    dated.sort(key=lambda pair: pair[0])
    for day, same in groupby(dated, key=lambda pair: pair[0]):
        yield day, [item for _day, item in same]


def _closed(bench: Bench, rule: AlarmRule, known: Known) -> Iterator[Heard]:
    place = bench.place(rule.place or "")
    texts = voices(bench.ledger, bench.query, bench.catalogue)
    found = told(bench.ledger, bench.query, bench.catalogue, where(bench.catalogue, place), texts)
    rows = {row.row.finding: row for row in _veiled(bench, (one.item for one in found))}
    dated = [(day, one) for one in found if (day := known(one.item.shelved.published)) is not None]
    for day in sorted({day for day, _one in dated}):
        held = tuple(one for on, one in dated if on <= day)
        certain = [one.certain for one in held if one.certain is not None]
        if not certain:
            continue
        for run in _runs(stretches(held, min(days[0] for days in certain), max(days[1] for days in certain))):
            begun, ended = run[0].first, run[-1].last
            if ended - begun + 1 >= rule.days:
                claims = {
                    told_.item.row.finding: told_ for one in run for told_ in one.evidence if told_.state == "closed"
                }
                names = len({told_.voice for told_ in claims.values()})
                says = (
                    f"{place.name}: told to be closed for {counted(ended - begun + 1, 'day')}, "
                    f"{_iso(begun)} to {_iso(ended)}, by {counted(names, 'voice')}"
                )
                subject = f"{place.id} {_iso(begun)}"
                yield Heard(subject=subject, day=day, says=says, rows=tuple(rows[name] for name in claims))


def _runs(made: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """Give the stretches in which a way is closed for certain, those that follow each other together."""
    run: list[Stretch] = []
    for one in made:
        if one.state == "closed" and one.certain:
            run.append(one)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _silence(bench: Bench, rule: AlarmRule, known: Known) -> Iterator[Heard]:
    wanted = bench.whom(rule.to) if rule.to else None
    for notice in bench.notices():
        asks = [(day, clock) for clock in notice.asks if (day := known(clock.since)) is not None]
        if not asks or (wanted is not None and notice.whom.id not in wanted):
            continue
        begun = min(day for day, _clock in asks)
        answered = min((day for _day, clock in asks if (day := _answered(clock, known)) is not None), default=None)
        rings = begun + rule.days
        if answered is not None and answered <= rings:
            continue
        within = [clock for day, clock in asks if day <= rings]
        since = in_words(first(clock.since for clock in within))
        says = (
            f"{notice.whom.name}: asked {len(within)} {'time' if len(within) == 1 else 'times'} since {since}, "
            f"no answer recorded for {counted(rule.days, 'day')} among the documents of this ledger{_proposed(within)}"
        )
        rows = tuple(clock.row for clock in within)
        yield Heard(subject=notice.whom.id, day=rings, says=says, rows=rows, until=answered)


def _overdue(bench: Bench, rule: AlarmRule, known: Known) -> Iterator[Heard]:
    wanted = bench.whom(rule.to) if rule.to else None
    for notice in bench.notices():
        if wanted is not None and notice.whom.id not in wanted:
            continue
        for clock in notice.asks:
            if clock.since is None:
                continue  # an undated paper's ask may be of any day: it rings nothing, whatever day it names
            answered = _answered(clock, known)
            for due in clock.due:
                day = known(due.day)
                if day is None or (answered is not None and answered <= day + rule.days):
                    continue
                says = (
                    f"{notice.whom.name}: {due.what} was due on {in_words(due.day)} ({due.source}); no answer recorded "
                    f"among the documents of this ledger{_proposed((clock,))}"
                )
                subject = f"{notice.whom.id} {clock.row.row.finding} {due.row}"
                day += rule.days + 1
                yield Heard(subject=subject, day=day, says=says, rows=(clock.row,), until=answered)
    yield from _lapsed(bench, rule, known, wanted)


def _lapsed(bench: Bench, rule: AlarmRule, known: Known, wanted: frozenset[str] | None) -> Iterator[Heard]:
    """Ring for obligations whose deadline passes before anybody states that they are met.

    What a paper's own paragraph lays on somebody is an ask already; here are the duties of the catalogue.
    """
    for duty in bench.obligations():
        due = known(duty.laid.deadline)
        cited = [day for row in duty.cited if (day := known(row.shelved.published)) is not None]
        theirs = wanted is None or any(party.id in wanted for party in duty.laid.bearers)
        if due is None or not cited or not theirs or duty.state == "met" or duty.laid.row is None:
            continue
        says = (
            f"{duty.bearer}: what {duty.instrument_name} lays on it was due on {in_words(duty.laid.deadline)}; "
            f"its state by what voices state: {duty.state}"
        )
        day = max(due + rule.days + 1, min(cited))
        yield Heard(subject=f"obligation {duty.id}", day=day, says=says, rows=duty.cited[:1])


def _proposed(clocks: Iterable[AskClock]) -> str:
    """Say how many passages are proposed as answers, which end no silence until a person confirms one."""
    words = {reply.quote for clock in clocks for reply in clock.replies if reply.basis == "proposed"}
    if not words:
        return ""
    return (
        f"; {counted(len(words), 'passage')} proposed as an answer, confirmed by nobody (`tocsin answers --proposed`)"
    )


def _answered(clock: AskClock, known: Known) -> int | None:
    return known(clock.answer.day) if clock.answer is not None else None


def _term(bench: Bench, rule: AlarmRule, known: Known) -> Iterator[Heard]:
    body = bench.whom(rule.by or "")
    spaced = {word: re.compile(rf"\b{_spaced(word)}", re.IGNORECASE) for word in rule.words}
    for row in _veiled(bench, _said_by(bench, body)):
        day = known(row.shelved.published)
        for word, pattern in spaced.items():
            if day is not None and pattern.search(row.finding.quote):
                who = "; ".join(dict.fromkeys(party.name for party in speakers(row))) or rule.by
                says = f"“{word}” used by {who} for the first time among the documents of this ledger"
                yield Heard(subject=word, day=day, says=says, rows=(row,))


def _spaced(word: str) -> str:
    return r"\s+".join(re.escape(part) for part in word.split())


def _said_by(bench: Bench, body: frozenset[str]) -> Iterator[Listed]:
    """Give the passages of a body's own documents, and what others quote of it."""
    for item in shelf(bench.ledger, bench.query).values():
        if any(party.id in body for party in item.card.issuers):
            asked = Query(
                kinds=("passage",),
                document=item.document,
                published_by=bench.query.published_by,
                recorded_by=bench.query.recorded_by,
            )
            yield from listed(bench.ledger, asked)
    quoted = Query(
        kinds=("claim", "warning", "ask"),
        published_by=bench.query.published_by,
        recorded_by=bench.query.recorded_by,
    )
    for row in sure(listed(bench.ledger, quoted)):
        own = any(party.id in body for party in row.shelved.card.issuers)
        if not own and any(party.id in body for party in speakers(row)):
            yield row


def _veiled(bench: Bench, rows: Iterable[Listed]) -> Iterable[Listed]:
    return bench.veil.rows(rows) if bench.veil is not None else rows


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


_KINDS: Mapping[str, Callable[[Bench, AlarmRule, Known], Iterator[Heard]]] = {
    "rise": _rise,
    "new-side": _new_side,
    "closed": _closed,
    "overdue": _overdue,
    "term": _term,
    "silence": _silence,
}
"""How each kind of `alarm_rules.KINDS` listens."""
