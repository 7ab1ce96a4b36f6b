# SPDX-License-Identifier: Apache-2.0
"""Meetings: which claims are suggested to tell of one event, and why.

1. Two claims meet by act (one act, or acts of one family), by place (one place, or one within the other), by time (the
   days on which the act may have begun overlap) and by parties (no two that exclude each other).
2. The tolerance goes by precision: a day is taken with the day before and after, for events at night and dates of
   report; a month, a year or an approximate date is taken as its own bounds and no more.
3. What is told precisely is joined first. What is told vaguely (a year, a region, no date, no place) joins what is told
   precisely where only one such event fits; where several fit it stays alone.
4. A claim without a date joins an event of its parties; of an act that lasts, the event that was going on when it was
   published and that most documents tell of. A denial of what a party did joins any event of the family at its place;
   where several fit it stands beside each.
5. That a different party is blamed does not part two claims of one act, one day and one place: there voices differ.
   On another day it parts them, and so does one paper that tells of both days.
6. Claims of different people (`victims`) in numbers that exclude each other are of two events.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.listed import Listed
from tocsin.linking.begun import NEXT_DAY, PRECISE_DAYS, TOLERANCE_DAYS, Span, overlap, span
from tocsin.linking.victims import Kinds, Victims
from tocsin.linking.whereabouts import Ground, Nearness, Whereabouts
from tocsin.records.bounds import FIRST, LAST, Bounds
from tocsin.records.findings import Claim, Party
from tocsin.records.ids import Digest

RECENT_DAYS = 366
"""Claims without a date are put beside each other where their documents were published within so many days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """Two claims that are suggested to tell of one event, with what they share, in words.

    `beside`: the first is a denial that fits several events, and joins none of them.
    """

    first: Digest
    second: Digest
    reasons: tuple[str, ...]
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim as it is compared: its act and family, where, when the act began, who did it to whom.

    `reach` are the places that it touches (`Whereabouts.reach`); `vagueness` orders claims: days told closely come
    first, of these the narrowest place. `likes` is a number that all claims share which say the same of act, place,
    time, parties and numbers of people harmed: what was made out of one pair of them holds for every such pair.
    """

    finding: Digest
    document: Digest
    act: str
    family: str
    ground: Ground
    span: Span | None
    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    victims: Victims | None
    denied: bool
    published: Bounds | None
    reach: frozenset[str]
    vagueness: tuple[int, int]
    likes: int

    @property
    def precise(self) -> bool:
        """Whether day and place are both told closely enough to tell events apart."""
        return self.on_a_day and bool(self.ground.narrow)

    @property
    def on_a_day(self) -> bool:
        """Whether the day is told closely."""
        return self.span is not None and self.span.days <= PRECISE_DAYS

    @property
    def lasting(self) -> bool:
        """Whether it was going on when it was told."""
        return self.span is not None and self.span.ongoing


class Meetings:
    """Finds which claims meet; it sees every claim once and keeps no text."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._where = Whereabouts(catalogue)
        self._kinds = Kinds(catalogue)
        self._family = {
            act: row.id.removeprefix("family.")
            for row in catalogue.words.values()
            if row.id.startswith("family.")
            for act in row.words
        }
        self._one_doer = frozenset(catalogue.list("meeting.one-doer"))
        self._lasting = frozenset(catalogue.list("meeting.lasting"))
        self._likes: dict[object, int] = {}
        self._met: dict[tuple[int, int, bool], tuple[str, ...] | None] = {}

    def of(self, rows: Iterable[Listed]) -> tuple[Meeting, ...]:
        """Give the meetings among claims, the best founded first."""
        claims = [(row, row.finding) for row in rows if isinstance(row.finding, Claim)]
        self._where = Whereabouts(self._catalogue, (claim for _row, claim in claims))
        grounds = [self._where.of(claim) for _row, claim in claims]
        context: dict[Digest, set[str]] = defaultdict(set)
        for (row, _claim), ground in zip(claims, grounds, strict=True):
            context[row.shelved.document] |= ground.narrow
        for row, _claim in claims:
            if not context[row.shelved.document]:
                context[row.shelved.document] |= self._where.named_in(row.shelved.card.issuers)
        whole = {document: frozenset(places) for document, places in context.items()}
        families: dict[str, list[Told]] = defaultdict(list)
        for (row, claim), ground in zip(claims, grounds, strict=True):
            # Most claims name a place: only those that do not carry what their document tells of.
            known = ground if ground.narrow else replace(ground, context=whole[row.shelved.document])
            told = self._told(row, claim, known)
            families[told.family].append(told)
        found: list[Meeting] = []
        for family in sorted(families):
            found += self._among(families[family])
        return tuple(found)

    def _told(self, row: Listed, claim: Claim, ground: Ground) -> Told:
        began = span(claim.when)
        days = began.days if began and began.days > PRECISE_DAYS else 0
        victims = self._kinds.of(claim)
        denied = claim.mode == "denied"
        likes = claim.act, ground, began, claim.actors, claim.targets, victims, denied
        return Told(
            finding=row.row.finding,
            document=row.shelved.document,
            act=claim.act,
            family=self._family.get(claim.act, claim.act),
            ground=ground,
            span=began,
            actors=claim.actors,
            targets=claim.targets,
            victims=victims,
            denied=denied,
            published=row.shelved.published,
            reach=self._where.reach(ground),
            vagueness=(days, -max((len(self._where.around(place)) for place in ground.narrow), default=-1)),
            likes=self._likes.setdefault(likes, len(self._likes)),
        )

    def _among(self, told: list[Told]) -> Iterator[Meeting]:
        events = _Events(told)
        for meeting in self._alike(told):
            yield from events.joined(meeting)
        events.lay_out(self._where)
        for meeting in self._precise([one for one in told if one.precise]):
            yield from events.joined(meeting)
        dated = [one for one in told if one.span is not None]
        for one in sorted(dated, key=lambda one: (one.vagueness, one.finding)):
            yield from events.joined(self._placed(one, events))
        undated = [one for one in told if one.span is None]
        for one in undated:
            fits = self._dated(one, events)
            joined = self._only_dated(one, fits, events)
            yield from events.joined(joined)
            if one.denied and joined is None and events.alone(one):
                yield from events.beside(one, fits)
        yield from self._undated([one for one in undated if events.alone(one)])

    def _alike(self, told: list[Told]) -> Iterator[Meeting]:
        """Join claims that say the same of act, place, time and parties; each is compared with the first such."""
        first: dict[object, Told] = {}
        for one in told:
            if not one.ground.narrow or one.span is None:
                continue
            head = first.setdefault((one.act, one.ground.narrow, one.span, _ids(one.actors), _ids(one.targets)), one)
            if head is not one and (reasons := self._meet(head, one)):
                yield Meeting(first=head.finding, second=one.finding, reasons=reasons)

    def _precise(self, told: list[Told]) -> Iterator[Meeting]:
        """Join claims of one day and one place; of claims that are alike the first stands for all."""
        by_day: dict[int, dict[object, Told]] = defaultdict(dict)
        for one in told:
            assert one.span is not None
            alike = (one.act, one.ground.narrow, _ids(one.actors), _ids(one.targets), one.span, one.victims)
            by_day[one.span.first].setdefault(alike, one)
        for first_day in sorted(by_day):
            heads = list(by_day[first_day].values())
            days = range(first_day + 1, first_day + PRECISE_DAYS + TOLERANCE_DAYS)
            later = [other for day in days for other in by_day.get(day, {}).values()]
            for number, one in enumerate(heads):
                for other in (*heads[number + 1 :], *later):
                    if one.ground.narrow & other.ground.narrow and (reasons := self._meet(one, other)):
                        yield Meeting(first=one.finding, second=other.finding, reasons=reasons)

    def _placed(self, one: Told, events: _Events) -> Meeting | None:
        """Join a claim to the one event that fits it, told more precisely or as vaguely."""
        assert one.span is not None
        slack = TOLERANCE_DAYS if one.on_a_day else 0
        fits = [
            (other, reasons)
            for other in events.between(one, one.span.first - slack, one.span.last + slack)
            if other.finding != one.finding and _closer(other, one) and (reasons := self._meet(one, other))
        ]
        return _only(one, self._best(one, fits, events), events)

    def _dated(self, one: Told, events: _Events) -> list[_Fit]:
        """Give what a claim without a date may tell of: acts of its parties, or those that were going on."""
        latest = one.published.latest if one.published else LAST
        fits = [
            (other, reasons)
            for other in events.between(one, FIRST, latest)
            if (one.denied or other.act == one.act) and (reasons := self._meet(one, other))
        ]
        if one.act in self._lasting:
            going_on = [fit for fit in fits if fit[0].lasting]
            fits = events.most_told(going_on) or fits
        if one.denied:
            # What somebody is accused of comes before what nobody is named for, and one act before acts like it.
            fits = [fit for fit in fits if not fit[0].denied] or fits
            fits = [fit for fit in fits if self._where.one_side(one.actors, fit[0].actors)] or fits
            fits = [fit for fit in fits if fit[0].act == one.act] or fits
            fits = [fit for fit in fits if _ids(one.targets) & _ids(fit[0].targets)] or fits
        return fits

    def _only_dated(self, one: Told, fits: list[_Fit], events: _Events) -> Meeting | None:
        """Join a claim without a date to the one event that it may tell of, one of its own document first."""
        own = [fit for fit in fits if fit[0].document == one.document]
        return _only(one, own, events) or _only(one, fits, events)

    def _undated(self, told: list[Told]) -> Iterator[Meeting]:
        """Join claims that no date tells apart: one act, one place, and a party in common."""
        last: dict[tuple[str, str, str], Told] = {}
        for one in told:
            parties = _ids((*one.actors, *one.targets))
            for place in sorted(one.ground.named):
                for party in sorted(parties):
                    before = last.get((one.act, place, party))
                    if before is not None and self._recent(before, one) and (reasons := self._meet(before, one)):
                        yield Meeting(first=before.finding, second=one.finding, reasons=reasons)
                    last[one.act, place, party] = one

    def _recent(self, one: Told, other: Told) -> bool:
        """Say whether two claims without a date were published closely enough to mean one event."""
        if one.document == other.document:
            return True
        if one.published is None or other.published is None:
            return False
        days = RECENT_DAYS if one.act in self._lasting else RECENT_DAYS // 12
        return abs(one.published.earliest - other.published.earliest) <= days

    def _best(self, one: Told, fits: list[_Fit], events: _Events) -> list[_Fit]:
        """Of several events that fit, keep those told more precisely, then of one act, one place, that go on alike.

        What names no place is of an event of its own paper, and of one that has a place, before any other.
        """
        days = one.span.days if one.span else 0
        placed = bool(one.ground.narrow)
        tests: tuple[Callable[[Told], bool], ...] = (
            lambda other: placed or other.document == one.document,
            lambda other: placed or bool(other.ground.narrow),
            lambda other: other.span is not None and other.span.days < days,
            lambda other: other.act == one.act,
            lambda other: bool(other.ground.narrow & one.ground.narrow),
            lambda other: other.lasting == one.lasting,
        )
        for test in tests:
            if len({events.of(other) for other, _reasons in fits}) <= 1:
                break
            fits = [fit for fit in fits if test(fit[0])] or fits
        return fits

    def _meet(self, one: Told, other: Told) -> tuple[str, ...] | None:
        """Say what two claims share; None where something keeps them apart."""
        pair = one.likes, other.likes, one.document == other.document
        if pair not in self._met:
            self._met[pair] = self._compared(one, other)
        return self._met[pair]

    def _compared(self, one: Told, other: Told) -> tuple[str, ...] | None:
        when = overlap(one.span, other.span)
        near = self._where.nearness(one.ground, other.ground)
        if when is None or near is None or (one.victims and other.victims and one.victims.parted(other.victims)):
            return None
        doer = self._where.one_side(one.actors, other.actors)
        target = self._where.one_side(one.targets, other.targets)
        same = doer or (target and not (self._named(one.actors) and self._named(other.actors)))
        if one.act in self._one_doer and not (same and one.act == other.act):
            return None
        one_day = near != "context" and one.on_a_day and other.on_a_day
        if not (one_day and when != NEXT_DAY) and not doer and self._named(one.actors) and self._named(other.actors):
            return None
        if when == NEXT_DAY and one.document == other.document:
            return None
        # Somebody's denial of what it did is of any such act of its own, though it names no place.
        own = doer and (one.denied or other.denied)
        whom = (one.denied or other.denied) and bool(_ids(one.targets) & _ids(other.targets))
        if not own and not self._founded(one, other, near, party=doer or target or whom):
            return None
        act = f"act {one.act}" if one.act == other.act else f"acts of one family: {one.act}, {other.act}"
        shared = [act, self._places(one, other, near), when]
        shared += [words for words, holds in (("actor", doer), ("target", target)) if holds]
        return tuple(shared)

    def _named(self, parties: Iterable[Party]) -> bool:
        """Say whether somebody is named by a name: "the military" excludes nobody."""
        return any(self._where.by_name(party) for party in parties)

    def _founded(self, one: Told, other: Told, near: Nearness, *, party: bool) -> bool:
        """Say whether what two claims share is enough: the less closely date and place are told, the more else."""
        one_place = one.document == other.document or len(one.ground.context | other.ground.context) == 1
        if one.span is None or other.span is None:
            if one.act == other.act and (near == "same" or one_place) and (one.denied or other.denied):
                return True
            lasts = one.act == other.act and one.act in self._lasting
            return (party or lasts) and (near != "context" or one_place)
        if near == "context":
            dated = one.on_a_day and other.on_a_day
            return (dated and one_place) or (one.act == other.act and (party or dated))
        return True

    def _places(self, one: Told, other: Told, near: Nearness) -> str:
        first, second = self._names(one.ground.named), self._names(other.ground.named)
        if near == "same":
            return "place " + self._names(one.ground.named & other.ground.named)
        if near == "within":
            return f"places one within the other: {first}; {second}"
        if one.document == other.document:
            return "one document"
        told = first or second or self._names(one.ground.context & other.ground.context)
        return f"place {told}, of which both documents tell"

    def _names(self, places: Iterable[str]) -> str:
        return ", ".join(self._where.name(place) for place in sorted(places))


_Fit = tuple[Told, tuple[str, ...]]

_SPOKESMEN = 2
"""Claims that stand for all that are alike and of one event, each of another document."""


def _begun(one: Told) -> tuple[int, Digest]:
    return one.span.first if one.span else 0, one.finding


class _Days:
    """Dated claims in the order of the days on which their acts may first have begun."""

    def __init__(self, told: list[Told]) -> None:
        self._told = told
        self._first = [one.span.first for one in told if one.span is not None]

    def between(self, first: int, last: int) -> list[Told]:
        return self._told[bisect_left(self._first, first) : bisect_right(self._first, last)]


class _Events:
    """Claims by the event they were joined to so far, found by place and day.

    Of claims that are alike and of one event already, two of different documents stand for all (`_spoken`): whoever is
    compared with the event finds one of another document than its own. Its own document's are kept beside (`_own`).
    """

    def __init__(self, told: Iterable[Told]) -> None:
        self._told = sorted(told, key=_begun)
        self._event: dict[Digest, list[Told]] = {one.finding: [one] for one in self._told}
        self._spoken: dict[str, _Days] = {}
        self._own: dict[tuple[Digest, str], _Days] = {}

    def lay_out(self, where: Whereabouts) -> None:
        """Lay out the dated claims by place and day, as they are joined by now."""
        alike: dict[tuple[int, int], list[Told]] = defaultdict(list)
        spoken: dict[str, list[Told]] = defaultdict(list)
        own: dict[tuple[Digest, str], list[Told]] = defaultdict(list)
        for one in self._told:
            if one.span is None:
                continue
            before = alike[one.likes, self.of(one)]
            speaks = len(before) < _SPOKESMEN and all(one.document != other.document for other in before)
            if speaks:
                before.append(one)
            for place in one.reach.union(*(where.states(narrow) for narrow in one.ground.narrow)):
                if speaks:
                    spoken[place].append(one)
                else:
                    own[one.document, place].append(one)
        self._spoken = {place: _Days(held) for place, held in spoken.items()}
        self._own = {place: _Days(held) for place, held in own.items()}

    def of(self, told: Told) -> int:
        return id(self._event[told.finding])

    def alone(self, told: Told) -> bool:
        return len(self._event[told.finding]) == 1

    def join(self, meeting: Meeting) -> None:
        first, second = self._event[meeting.first], self._event[meeting.second]
        if first is second:
            return
        if len(first) < len(second):
            first, second = second, first
        first += second
        for told in second:
            self._event[told.finding] = first

    def joined(self, meeting: Meeting | None) -> Iterator[Meeting]:
        if meeting is not None:
            self.join(meeting)
            yield meeting

    def beside(self, one: Told, fits: Iterable[_Fit]) -> Iterator[Meeting]:
        """Lay a denial beside each event that it may be of."""
        each = {self.of(other): (other, reasons) for other, reasons in fits}
        for other, reasons in each.values():
            yield Meeting(first=one.finding, second=other.finding, reasons=reasons, beside=True)

    def between(self, one: Told, first: int, last: int) -> Iterator[Told]:
        """Give claims whose places a claim's touch and whose act may have begun between two days."""
        found: dict[Digest, Told] = {}
        for place in sorted(one.reach):
            held = [days.between(first - PRECISE_DAYS, last) for days in self._at(one.document, place)]
            for other in held[0] if len(held) == 1 else sorted(chain.from_iterable(held), key=_begun):
                found[other.finding] = other
        yield from found.values()

    def _at(self, document: Digest, place: str) -> Iterator[_Days]:
        if place in self._spoken:
            yield self._spoken[place]
        if (document, place) in self._own:
            yield self._own[document, place]

    def most_told(self, fits: list[_Fit]) -> list[_Fit]:
        """Keep the event that most documents tell of; of several, the one that began first."""
        if not fits:
            return []

        def told(fit: _Fit) -> tuple[int, int]:
            event = self._event[fit[0].finding]
            began = min(one.span.last for one in event if one.span is not None)
            return -len({one.document for one in event}), began

        best = self.of(min(fits, key=told)[0])
        return [fit for fit in fits if self.of(fit[0]) == best]


def _closer(other: Told, one: Told) -> bool:
    """Say whether another claim is told as closely: the vaguer looks for the closer, else a region joins its towns."""
    if other.vagueness[0] != one.vagueness[0]:
        return other.vagueness[0] < one.vagueness[0]
    return other.vagueness[1] <= one.vagueness[1] or not (one.on_a_day or other.ground.narrow)


def _only(one: Told, fits: list[_Fit], events: _Events) -> Meeting | None:
    """Join to the one event among those that fit; None where there is none, or more than one."""
    if len({events.of(other) for other, _reasons in fits}) != 1 or events.of(fits[0][0]) == events.of(one):
        return None
    other, reasons = fits[0]
    return Meeting(first=other.finding, second=one.finding, reasons=reasons)


def _ids(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(party.id for party in parties)
