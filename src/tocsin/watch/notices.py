# SPDX-License-Identifier: Apache-2.0
"""The notice clock: since when a body has been addressed, warned and asked, by how many voices, and what it answered.

1. Three bases, each in a row of its own: *addressed* (named in a public text), *transmitted* (a record of sending),
   *acknowledged* (the addressee's own words: a paper of its own, or words quoted as its).
2. Days run from the first ask, or the first text where nothing was asked, to the first answer, else to the day asked
   for; both are intervals where dates are. A late answer stops the clock of its ask at that many days.
3. Only an answer that a person entered stops a clock; what a machine proposes stands beside it.
4. A body's own papers do not address it. Nothing here says why there is no answer, or that none was given elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Certainty, Query, certainty
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.linking.fact_sheets import texts
from tocsin.linking.identities import one_with
from tocsin.linking.tellers import Tellers
from tocsin.linking.transmissions import transmissions
from tocsin.linking.voices import Voices, voices
from tocsin.records.bounds import Bounds, bounds
from tocsin.records.findings import Ask, Party, Warning  # noqa: A004 - the house's word
from tocsin.records.ids import Digest, Json
from tocsin.watch.absences import Searched, Veil, searched
from tocsin.watch.deadlines import Deadlines, Due
from tocsin.watch.replies import Reply, by_ask, entered
from tocsin.watch.spans import Days, Tally, between, edtf, first, last, on

Basis = Literal["addressed", "transmitted", "acknowledged"]

COLLECTIVE = frozenset({"collective"})
"""Kinds of actors that are named by a common noun: nobody answers for them, so they are listed after bodies."""


_LETTERS = frozenset({"open-letter", "letter"})
"""Genres whose addressees stand in their head or salutation."""
_BASES = {"entered": "answer entered by a person", "proposed": "proposed as an answer, confirmed by nobody"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One row of notice: on which basis, when, in which document or entry, and in which words or how."""

    basis: Basis
    day: Bounds | None
    certainty: Certainty
    document: Digest | None
    source: str
    says: str
    entry: Digest | None = None

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {
            "basis": self.basis,
            "day": edtf(self.day),
            "certainty": self.certainty,
            "document": self.document,
            "source": self.source,
            "says": self.says,
            "entry": self.entry,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class AskClock:
    """One ask and its clock: since when, which replies, how many days without one, by when one was due."""

    row: Listed
    since: Bounds | None
    replies: tuple[Reply, ...]
    days: Days | None
    due: tuple[Due, ...]

    @property
    def answer(self) -> Reply | None:
        """The first answer that a person entered; None where none is."""
        return next((reply for reply in self.replies if reply.basis == "entered"), None)

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {
            **self.row.to_json(),
            "since": edtf(self.since),
            "days": self.days.to_json() if self.days else None,
            "answered": self.answer is not None,
            "replies": [reply.to_json() for reply in self.replies],
            "due": [due.to_json() for due in self.due],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What one addressee was told by a day, and what it answered among the documents of this ledger.

    `voices` and `documents` count who addressed it, `asking` the voices that asked, `warning` those that warned.
    `first`, `last` bound the first and the last text that addressed it; `days` is the clock, `pending` of its asks have
    no entered answer, `proposed` of these have a proposed one. `implied` counts what was put as a duty or a need rather
    than asked, `retold` earlier asks told again.
    """

    whom: Party
    kind: str | None
    on: date
    steps: tuple[Step, ...]
    voices: Tally
    documents: Tally
    asking: Tally
    first: Bounds | None
    last: Bounds | None
    asks: tuple[AskClock, ...]
    implied: int
    retold: int
    warnings: tuple[Listed, ...]
    warning: Tally
    days: Days | None
    answered: int
    proposed: int
    first_answer: Days | None
    searched: Searched

    @property
    def pending(self) -> int:
        """How many asks have no answer that a person entered."""
        return len(self.asks) - self.answered

    @property
    def asked(self) -> Tally:
        """How often it was asked."""
        return tally(clock.row.row.certainty for clock in self.asks)

    @property
    def warned(self) -> Tally:
        """How often it was warned."""
        return tally(row.row.certainty for row in self.warnings)

    @property
    def harms(self) -> tuple[tuple[str, Tally], ...]:
        """What it was warned of, most often first, with how often."""
        sure: dict[str, list[Certainty]] = {}
        for row in self.warnings:
            assert isinstance(row.finding, Warning)
            sure.setdefault(row.finding.harm, []).append(row.row.certainty)
        counts = ((harm, tally(found)) for harm, found in sure.items())
        return tuple(sorted(counts, key=lambda item: (-item[1].certain, -item[1].possible, item[0])))

    @property
    def overdue(self) -> tuple[tuple[AskClock, Due], ...]:
        """Asks without an answer whose deadline was over by the day."""
        day = self.on.toordinal()
        return tuple((ask, due) for ask in self.asks if ask.answer is None for due in ask.due if due.past(day))

    def steps_of(self, basis: Basis) -> tuple[Step, ...]:
        """Give the rows of one basis, earliest first."""
        return tuple(step for step in self.steps if step.basis == basis)

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        return {
            "whom": self.whom.id,
            "name": self.whom.name,
            "kind": self.kind,
            "on": self.on.isoformat(),
            "first": edtf(self.first),
            "last": edtf(self.last),
            "voices": self.voices.to_json(),
            "documents": self.documents.to_json(),
            "warned": {
                "times": self.warned.to_json(),
                "voices": self.warning.to_json(),
                "harms": {harm: times.to_json() for harm, times in self.harms},
            },
            "asked": {
                "times": self.asked.to_json(),
                "voices": self.asking.to_json(),
                "implied": self.implied,
                "retold": self.retold,
            },
            "answered": self.answered,
            "pending": self.pending,
            "proposed": self.proposed,
            "first_answer": self.first_answer.to_json() if self.first_answer else None,
            "days": self.days.to_json() if self.days else None,
            "overdue": len(self.overdue),
            "steps": [step.to_json() for step in self.steps],
            "asks": [ask.to_json() for ask in self.asks],
            "warnings": [row.to_json() for row in self.warnings],
            "searched": self.searched.to_json(),
        }


@dataclass(slots=True)
class _Told:
    """What is gathered for one addressee while the ledger is gone over."""

    names: Counter[str] = field(default_factory=Counter)
    documents: dict[Digest, str] = field(default_factory=dict)
    asks: list[Listed] = field(default_factory=list)
    implied: int = 0
    retold: int = 0
    steps: list[Step] = field(default_factory=list)


class _Room:
    """What all notices of one query share, read once."""

    def __init__(
        self, ledger: Ledger, catalogue: Catalogue, query: Query, day: date, veil: Veil | None, same: Mapping[str, str]
    ) -> None:
        self.ledger, self.catalogue, self.query, self.day, self.same = ledger, catalogue, query, day, same
        held = shelf(ledger, query)
        self.held = {name: veil.shelved(item) for name, item in held.items()} if veil else dict(held)
        self.voices: Voices = voices(ledger, query, catalogue)
        self.deadlines = Deadlines(catalogue)
        self.tellers = Tellers(catalogue)
        self.searched = searched(ledger, query, self.held.values(), "answers")
        self.issued: dict[str, list[Shelved]] = {}
        for item in self.held.values():
            for issuer in {self.one(party) for party in item.card.issuers}:
                self.issued.setdefault(issuer, []).append(item)
        self.ids: dict[str, set[str]] = {}
        for actor, one in same.items():
            self.ids.setdefault(one, {one}).add(actor)
        self.told: dict[str, _Told] = {}
        rows: Iterable[Listed] = listed(ledger, replace(query, kinds=("ask", "warning")))
        warned: dict[Digest, list[Listed]] = {}
        asks: list[Listed] = []
        for row in veil.rows(rows) if veil else rows:
            if isinstance(row.finding, Warning):
                warned.setdefault(row.shelved.document, []).append(row)
            else:
                asks.append(row)
        self.asks: list[Listed] = asks
        self.warnings: Mapping[Digest, list[Listed]] = warned

    def one(self, party: Party) -> str:
        return self.same.get(party.id, party.id)

    def spoken(self, row: Listed) -> tuple[Digest, Certainty]:
        return self.voices.of_finding(row), row.shelved.certainty

    def of(self, whom: str) -> _Told:
        return self.told.setdefault(whom, _Told())

    def gather(self, ids: frozenset[str] | None) -> None:
        papers = texts(self.held)
        asked = {
            (row.shelved.document, party.id)
            for row in self.asks
            if isinstance(row.finding, Ask) and row.shelved.card.genre not in _LETTERS
            for party in row.finding.addressees
        }  # outside letters, a card's addressees are mostly those whom the text asks
        for item in papers.values():
            own = {self.one(party) for party in item.card.issuers}
            for party in item.card.addressees:
                how = (
                    "asked in its body" if (item.document, party.id) in asked else "addressed in its head or salutation"
                )
                self._address(party, item, own, ids, how)
        for row in self.asks:
            assert isinstance(row.finding, Ask)
            if row.shelved.document not in papers:
                continue  # a fact sheet tells of an ask: it is none
            own = {self.one(party) for party in row.shelved.card.issuers}
            for party in row.finding.addressees:
                told = self._address(party, row.shelved, own, ids, "asked in its body")
                if told is not None:
                    self._asked(told, row, row.finding)
        for sending in transmissions(self.ledger, recorded_by=self.query.recorded_by):
            sent = sending.transmission
            who = self.one(sent.to)
            sure = certainty(Query(published_by=self.query.published_by), bounds(sent.when), None)
            if sure is None or (ids is not None and who not in ids):
                continue
            told = self.of(who)
            told.names[sent.to.name] += 1
            document = self.held.get(sent.document) if sent.document else None
            told.steps.append(
                Step(
                    basis="transmitted",
                    day=bounds(sent.when),
                    certainty=sure,
                    document=sent.document,
                    source=document.title if document else "a document not among these",
                    says=sent.how + (f"; proof: {sent.proof.name}" if sent.proof else "; without proof"),
                    entry=sending.entry.id,
                )
            )

    def _address(
        self, party: Party, item: Shelved, own: set[str], ids: frozenset[str] | None, how: str
    ) -> _Told | None:
        who = self.one(party)
        if who in own or (ids is not None and who not in ids):
            return None
        told = self.of(who)
        told.names[party.name] += 1
        told.documents.setdefault(item.document, how)
        return told

    @staticmethod
    def _asked(told: _Told, row: Listed, ask: Ask) -> None:
        if ask.reported:
            told.retold += 1
        elif not ask.explicit:
            told.implied += 1
        elif not told.asks or told.asks[-1].row.finding != row.row.finding:
            told.asks.append(row)


def notices(
    ledger: Ledger,
    catalogue: Catalogue,
    query: Query,
    *,
    day: date,
    whom: frozenset[str] | None = None,
    named: Party | None = None,
    veil: Veil | None = None,
    proposed: Iterable[Reply] = (),
) -> tuple[Notice, ...]:
    """Give the notice of every addressee by a day, longest without an answer first; collectives after bodies.

    `whom` asks for one body: its ids and its organs' are told as one, under `named`. `proposed` are replies that a
    machine suggests. What was published after the day is left out where the query says so (`published_by`).
    """
    if whom is not None:
        head = named.id if named else min(whom)
        same = dict.fromkeys(whom, head)
        room = _Room(ledger, catalogue, query, day, veil, same)
        room.gather(frozenset({head}))
        room.of(head)
    else:
        room = _Room(ledger, catalogue, query, day, veil, _identities(ledger, query))
        room.gather(None)
    given: Iterable[Reply] = (*entered(ledger, query, room.held), *proposed)
    if veil is not None:
        given = [replace(reply, quote=veil.masked(reply.document, reply.quote)) for reply in given]
    replies = by_ask(given)
    found = (_notice(room, who, told, replies, named) for who, told in room.told.items())
    return tuple(sorted(found, key=_order))


def _order(notice: Notice) -> tuple[bool, bool, int, int, str]:
    days = notice.days
    return (
        notice.kind in COLLECTIVE,
        days is None,
        -(days.low if days else 0),
        -(days.high or 0 if days else 0),
        notice.whom.id,
    )


def _identities(ledger: Ledger, query: Query) -> dict[str, str]:
    """Give each actor that people hold for one with others the least of their ids."""
    same: dict[str, str] = {}
    for entry in ledger.entries(kind="identity", recorded_by=query.recorded_by):
        actor = str((entry.payload or {}).get("actor", ""))
        if actor and actor not in same:
            all_ = one_with(ledger, actor, recorded_by=query.recorded_by)
            same |= dict.fromkeys(all_, min(all_))
    return same


def _notice(
    room: _Room, who: str, told: _Told, replies: Mapping[Digest, tuple[Reply, ...]], named: Party | None
) -> Notice:
    row = room.catalogue.actors.get(who)
    ids = frozenset(room.ids.get(who, {who}))
    clocks = tuple(_clock(room, asked, replies.get(asked.row.finding, ()), ids) for asked in told.asks)
    documents = [room.held[name] for name in told.documents]
    begun = first(item.published for item in documents)
    asked_since = first(clock.since for clock in clocks)
    replied = [reply for clock in clocks for reply in clock.replies]
    answers = [reply for reply in replied if reply.basis == "entered"]
    answered = sum(clock.answer is not None for clock in clocks)
    answered_on = first(reply.day for reply in answers)
    start = asked_since or begun
    warnings = tuple(row for name in told.documents for row in room.warnings.get(name, ()))
    return Notice(
        whom=Party(id=who, name=named.name if named else row.name if row else told.names.most_common(1)[0][0]),
        kind=row.kind if row else None,
        on=room.day,
        steps=tuple(sorted((*_steps(room, told), *_acknowledged(room, replied, documents, who)), key=_when)),
        voices=_voices((room.voices.of_issuer(item.document), item.certainty) for item in documents),
        documents=tally(item.certainty for item in documents),
        asking=_voices(room.spoken(clock.row) for clock in clocks),
        first=begun,
        last=last(item.published for item in documents),
        asks=clocks,
        implied=told.implied,
        retold=told.retold,
        warnings=warnings,
        warning=_voices(map(room.spoken, warnings)),
        days=between(start, answered_on or on(room.day)) if start else None,
        answered=answered,
        proposed=sum(clock.answer is None and bool(clock.replies) for clock in clocks),
        first_answer=between(start, answered_on) if start and answered_on else None,
        searched=replace(room.searched, sought=f"answers of {who}"),
    )


def tally(sure: Iterable[Certainty]) -> Tally:
    """Count what is certain and what is possible."""
    counts = Counter(sure)
    return Tally(certain=counts["certain"], possible=counts["possible"])


def _voices(spoken: Iterable[tuple[Digest, Certainty]]) -> Tally:
    """Count voices: a voice is certain where something that it says is."""
    sure: dict[Digest, bool] = {}
    for voice, certain in spoken:
        sure[voice] = sure.get(voice, False) or certain == "certain"
    certain_ones = sum(sure.values())
    return Tally(certain=certain_ones, possible=len(sure) - certain_ones)


def _clock(room: _Room, row: Listed, replies: tuple[Reply, ...], ids: frozenset[str]) -> AskClock:
    since = row.shelved.published
    answer = next((reply for reply in replies if reply.basis == "entered"), None)
    until = answer.day if answer is not None else on(room.day)
    return AskClock(
        row=row,
        since=since,
        replies=replies,
        days=between(since, until) if since is not None and until is not None else None,
        due=room.deadlines.of(row, ids),
    )


def _steps(room: _Room, told: _Told) -> Iterator[Step]:
    yield from told.steps
    for name, how in told.documents.items():
        item = room.held[name]
        yield Step(
            basis="addressed",
            day=item.published,
            certainty=item.certainty,
            document=name,
            source=item.source,
            says=f"{item.issuers}: {item.title} ({how})",
        )


def _acknowledged(room: _Room, replied: Iterable[Reply], documents: Iterable[Shelved], who: str) -> Iterator[Step]:
    """Give the addressee's own words: answers of its own, and papers of its own that address who addressed it."""
    seen: set[Digest] = set()
    ids = room.ids.get(who, {who})
    for reply in sorted(replied, key=lambda reply: reply.basis):  # entered before proposed
        item = room.held[reply.document]
        own = any(party.id in ids for party in item.card.issuers)
        own = own or (reply.answerer in ids and not room.tellers.of(item, reply.answerer, reply.quote))
        if own and reply.document not in seen:
            seen.add(reply.document)
            yield Step(
                basis="acknowledged",
                day=reply.day,
                certainty=item.certainty,
                document=reply.document,
                source=item.source,
                says=f"“{' '.join(reply.quote.split())}” ({_BASES[reply.basis]})",
                entry=reply.entry,
            )
    begun = first(item.published for item in documents)
    senders = {party.id for item in documents for party in item.card.issuers}
    for item in room.issued.get(who, ()):
        late = begun is not None and item.published is not None and item.published.latest >= begun.earliest
        to = [party for party in item.card.addressees if party.id in senders]
        if late and to and item.document not in seen:
            yield Step(
                basis="acknowledged",
                day=item.published,
                certainty=item.certainty,
                document=item.document,
                source=item.source,
                says=f"{item.title} (a paper of its own to {to[0].name}; whether it answers, a person says)",
            )


def _when(step: Step) -> tuple[bool, int, int, str]:
    return step.day is None, step.day.earliest if step.day else 0, step.day.latest if step.day else 0, step.source
