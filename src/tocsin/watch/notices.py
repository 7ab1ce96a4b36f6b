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

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Certainty, Query
from tocsin.ledger.shelf import Shelved
from tocsin.linking import identities
from tocsin.linking.printings import together
from tocsin.records.bounds import Bounds
from tocsin.records.findings import Party, Warning  # noqa: A004 - the house's word
from tocsin.records.ids import Digest, Json
from tocsin.watch.absences import Searched, Veil
from tocsin.watch.addressings import Addressings, Told
from tocsin.watch.deadlines import Due
from tocsin.watch.replies import Reply, by_ask, entered
from tocsin.watch.spans import Days, Tally, between, edtf, first, last, on, tally
from tocsin.watch.steps import Basis, Step

COLLECTIVE = frozenset({"collective"})
"""Kinds of actors that are named by a common noun: nobody answers for them, so they are listed after bodies."""


_BASES = {"entered": "answer entered by a person", "proposed": "proposed as an answer, confirmed by nobody"}


@dataclass(frozen=True, slots=True, kw_only=True)
class AskClock:
    """One ask and its clock: since when, which replies, how many days without one, by when one was due.

    `also` are further prints of it: what a reprint prints again is asked once.
    """

    row: Listed
    also: tuple[Listed, ...] = ()
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
            "also": [row.to_json() for row in self.also],
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
        room = Addressings(ledger, catalogue, query, day, veil, same)
        room.gather(frozenset({head}))
        room.of(head)
    else:
        one = identities.together(ledger, catalogue, recorded_by=query.recorded_by)
        room = Addressings(ledger, catalogue, query, day, veil, one)
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


def _notice(
    room: Addressings, who: str, told: Told, replies: Mapping[Digest, tuple[Reply, ...]], named: Party | None
) -> Notice:
    row = room.catalogue.actors.get(who)
    ids = frozenset(room.ids.get(who, {who}))
    clocks = tuple(
        _clock(room, prints, tuple(reply for row in prints for reply in replies.get(row.row.finding, ())), ids)
        for prints in together(told.asks, room.voices)
    )
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
        steps=tuple(sorted((*room.steps(told), *_acknowledged(room, replied, documents, who)), key=_when)),
        voices=_voices(room.addressing(told)),
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


def _voices(spoken: Iterable[tuple[Digest, Certainty]]) -> Tally:
    """Count voices: a voice is certain where something that it says is."""
    sure: dict[Digest, bool] = {}
    for voice, certain in spoken:
        sure[voice] = sure.get(voice, False) or certain == "certain"
    certain_ones = sum(sure.values())
    return Tally(certain=certain_ones, possible=len(sure) - certain_ones)


def _clock(room: Addressings, prints: Sequence[Listed], replies: tuple[Reply, ...], ids: frozenset[str]) -> AskClock:
    row = prints[0]
    since = row.shelved.published
    answer = next((reply for reply in replies if reply.basis == "entered"), None)
    until = answer.day if answer is not None else on(room.day)
    return AskClock(
        row=row,
        also=tuple(prints[1:]),
        since=since,
        replies=replies,
        days=between(since, until) if since is not None and until is not None else None,
        due=room.deadlines.of(row, ids),
    )


def _acknowledged(
    room: Addressings, replied: Iterable[Reply], documents: Iterable[Shelved], who: str
) -> Iterator[Step]:
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
