# SPDX-License-Identifier: Apache-2.0
"""Standing asks: the same thing asked of the same addressee, however often and by whomever, with its story.

1. A pure function of the ledger at clocks: asks are grouped by what they are about (groupings.py), then people's words
   on what is the same (ties.py) are laid over; a person's word outweighs.
2. An ask to join several treaties belongs to the standing ask of each, and says so.
3. The id is made of the first making, so that it stays while more are added after it.
4. What one asker asks twice in one document – in a dialogue and again in its conclusions – is one making at two places,
   and so is what a reprint prints again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.tenures import HOLDER
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import UNDATED, Query
from tocsin.ledger.recollections import Recollections
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.linking import groupings, identities
from tocsin.linking.asked_matters import AskMatters, Part, asked_matters
from tocsin.linking.fact_sheets import texts
from tocsin.linking.groupings import Asked
from tocsin.linking.likeness import proper
from tocsin.linking.matters import OBJECT, Matter
from tocsin.linking.printings import Prints
from tocsin.linking.receipts import Step, derived_id
from tocsin.linking.responses import answered
from tocsin.linking.roles import Roles
from tocsin.linking.ties import Tie, Ties, ties
from tocsin.linking.voices import Voices, voices
from tocsin.records.findings import Ask, Party
from tocsin.records.ids import Digest, Json

UNANSWERED, ANSWERED = "no answer recorded", "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """One time that it was asked.

    `why`: what it shares with the asks before it; `adds`: what none before it said; `then`: which office an addressee
    named held then, or who held an office named; `among`: it asks this among other things; `told`: a person's word that
    put it here; `answered`: an answer to it is recorded. `repeats`: the finding that the same asker made it by before
    in the same document, or that a reprint prints again: it is one making, which stands in two places.
    """

    row: Listed
    ask: Ask
    why: tuple[str, ...] = ()
    adds: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    among: bool = False
    told: Tie | None = None
    answered: bool = False
    repeats: Digest | None = None

    def to_json(self, also: Iterable[Making] = ()) -> dict[str, Json]:
        """Write it as one JSON row: what is said of it here, where else it stands, then the listing's own members."""
        return {
            "why": list(self.why),
            "adds": list(self.adds),
            "then": list(self.then),
            "among_others": self.among,
            "answered": self.answered,
            "also": [one.row.to_json() for one in also],
            **self.row.to_json(),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingAsk:
    """The same thing asked of the same addressee: each making in order of publication.

    `voices` counts independent origins; `among` how many documents the ledger has at these clocks; `proposed` to how
    many makings an answer is proposed that nobody has confirmed.
    """

    part: str
    makings: tuple[Making, ...]
    voices: int
    among: int
    proposed: int = 0

    @property
    def id(self) -> Digest:
        """The id, made of the first making."""
        return derived_id("standing", [self.makings[0].row.row.finding, self.part])

    @property
    def first(self) -> Making:
        """The first making."""
        return self.makings[0]

    @property
    def made(self) -> int:
        """How often it was asked: what one asker repeats in one document, or a reprint prints again, counts once."""
        return sum(making.repeats is None for making in self.makings)

    def told(self) -> tuple[tuple[Making, tuple[Making, ...]], ...]:
        """Give each time that it was asked, with where else the same asker repeats it or a reprint prints it."""
        again: dict[Digest, list[Making]] = defaultdict(list)
        for making in self.makings:
            if making.repeats is not None:
                again[making.repeats].append(making)
        return tuple(
            (making, tuple(again[making.row.row.finding])) for making in self.makings if making.repeats is None
        )

    @property
    def addressees(self) -> tuple[Party, ...]:
        """All addressees, each once by the first name used, in order."""
        return _distinct(making.ask.addressees for making in self.makings)

    @property
    def askers(self) -> tuple[Party, ...]:
        """All askers, each once by the first name used, in order."""
        return _distinct(making.ask.askers for making in self.makings)

    @property
    def documents(self) -> int:
        """How many documents ask it."""
        return len({making.row.shelved.document for making in self.makings})

    @property
    def forces(self) -> tuple[tuple[str, str], ...]:
        """Since when with which force: the date and force of each making whose force is not that of the one before."""
        found: list[tuple[str, str]] = []
        for making in self.makings:
            force = making.ask.force or "implied"
            if not found or found[-1][1] != force:
                found.append((making.row.shelved.card.issued or "undated", force))
        return tuple(found)

    @property
    def statuses(self) -> Mapping[str, int]:
        """What the texts themselves say of it: accepted, noted, pending, implemented, and how often."""
        return Counter(making.ask.status for making in self.makings if making.ask.status)

    @property
    def answered(self) -> int:
        """To how many makings an answer is recorded."""
        return sum(making.answered for making in self.makings)

    @property
    def unconfirmed(self) -> int:
        """How many makings only the machine vouches for."""
        return sum(making.row.row.state.unconfirmed for making in self.makings)

    def receipt(self) -> Step:
        """Say how it came about: each making, and why it stands with the others."""
        steps = tuple(
            Step(
                says=f"{making.row.shelved.issued} {making.row.shelved.issuers}, {making.ask.force or 'implied'}"
                + (f" – {'; '.join(making.why)}" if making.why else ""),
                findings=(making.row.row.finding,),
                entries=(making.told.entry.id,) if making.told else (),
            )
            for making in self.makings
        )
        return Step(
            says=f"asked (number of times: {self.made}; documents: {self.documents}; voices: {self.voices})",
            steps=steps,
            id=self.id,
        )

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        first, last = self.first.row.shelved, self.makings[-1].row.shelved
        return {
            "standing": self.id,
            "addressees": [{"id": party.id, "name": party.name} for party in self.addressees],
            "words": self.first.ask.quote,
            "first": first.card.issued,
            "last": last.card.issued,
            "made": self.made,
            "documents": self.documents,
            "voices": self.voices,
            "askers": [{"id": party.id, "name": party.name} for party in self.askers],
            "forces": [{"since": since, "force": force} for since, force in self.forces],
            "statuses": dict(self.statuses),
            "answered": self.answered,
            "proposed": self.proposed,
            "among_documents": self.among,
            "unconfirmed": self.unconfirmed,
            "makings": [making.to_json(also) for making, also in self.told()],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which asks are grouped beside those put in so many words: earlier ones told again, those put as a duty."""

    reported: bool = False
    implied: bool = False


_STANDING: Recollections[tuple[StandingAsk, ...]] = Recollections(4)


def standing_asks(
    ledger: Ledger, catalogue: Catalogue, query: Query, choice: Choice | None = None
) -> tuple[StandingAsk, ...]:
    """Group the asks that a query's clocks allow; those asked most often first, then in order of first making."""
    wanted, asked = choice or Choice(), _asks(query)
    beside = wanted, catalogue.digest
    return _STANDING.get(ledger, asked, lambda: _standing_asks(ledger, catalogue, asked, wanted), beside=beside)


def _standing_asks(ledger: Ledger, catalogue: Catalogue, query: Query, wanted: Choice) -> tuple[StandingAsk, ...]:
    rows = [
        row
        for row in listed(ledger, query)
        if isinstance(row.finding, Ask)
        and (wanted.reported or not row.finding.reported)
        and (wanted.implied or row.finding.explicit)
    ]
    gathered = _Gathered(
        rows=rows,
        addressed=Addressed(ledger, catalogue, query),
        matters=asked_matters(ledger, catalogue, query),
        ties=ties(ledger, recorded_by=query.recorded_by),
        voices=voices(ledger, query, catalogue),
        answered=answered(ledger, query),
        among=len(texts(shelf(ledger, query))),
    )
    return gathered.standing()


def derived(ledger: Ledger, catalogue: Catalogue, query: Query) -> Iterable[StandingAsk]:
    """Give every standing ask, for `why`."""
    yield from standing_asks(ledger, catalogue, query)


def chosen(
    found: Iterable[StandingAsk], *, to: Collection[str] = (), by: Collection[str] = (), unanswered: bool = False
) -> tuple[StandingAsk, ...]:
    """Keep what goes to one of these bodies, is made by one of these, has no answer recorded."""
    return tuple(
        item
        for item in found
        if (not to or any(party.id in to for party in item.addressees))
        and (not by or any(party.id in by for party in item.askers))
        and not (unanswered and item.answered)
    )


def _asks(query: Query) -> Query:
    return Query(
        kinds=("ask",),
        keys=query.keys,
        published_by=query.published_by,
        recorded_by=query.recorded_by,
        happened_from=query.happened_from,
        happened_to=query.happened_to,
    )


def _distinct(groups: Iterable[tuple[Party, ...]]) -> tuple[Party, ...]:
    held: dict[str, Party] = {}
    for group in groups:
        for party in group:
            held.setdefault(party.id, party)
    return tuple(held.values())


class Addressed:
    """Knows to which body an addressee belongs: itself, the office it held then, those one with it, and those above."""

    def __init__(self, ledger: Ledger, catalogue: Catalogue, query: Query) -> None:
        self._one = identities.together(ledger, catalogue, recorded_by=query.recorded_by)
        self._actors = catalogue.actors
        self.roles = Roles(catalogue)
        self._above: dict[str, frozenset[str]] = {}

    def ids(self, parties: Iterable[Party], paper: Shelved) -> frozenset[str]:
        """Give the ids that parties go by in a paper."""
        return frozenset().union(*(self.roles.ids(party, paper) for party in parties))

    def above(self, actor: str) -> frozenset[str]:
        """Give an actor and all bodies that it belongs to, each by the one id that stands for it."""
        if actor not in self._above:
            found, open_ = {self._one.get(actor, actor)}, [actor, self._one.get(actor, actor)]
            while open_:
                row = self._actors.get(open_.pop())
                parts = row.part_of if row and row.kind != HOLDER else ()
                more = {self._one.get(body, body) for body in parts} - found
                found |= more
                open_ += sorted(more)
            self._above[actor] = frozenset(found)
        return self._above[actor]

    def roots(self, actors: Iterable[str]) -> frozenset[str]:
        """Give the topmost bodies of actors."""
        return frozenset(
            one
            for actor in actors
            for one in self.above(actor)
            if not (one in self._actors and self._actors[one].part_of)
        )


@dataclass(frozen=True, kw_only=True)
class _Gathered:
    rows: Sequence[Listed]
    addressed: Addressed
    matters: AskMatters
    ties: Ties
    voices: Voices
    answered: frozenset[Digest]
    among: int

    @cached_property
    def _units(self) -> dict[Digest, tuple[Listed, Part, bool]]:
        """Give each ask, or each part of one, by a name of its own: the finding's id for the first part."""
        units: dict[Digest, tuple[Listed, Part, bool]] = {}
        for row in self.rows:
            finding = row.row.finding
            held = self.matters.of(row).parts
            for number, part in enumerate(held):
                units[Digest(f"{finding}#{part.name}") if number else finding] = row, part, len(held) > 1
        return units

    def standing(self) -> tuple[StandingAsk, ...]:
        order = list(self._units)
        suggested = []
        for group in groupings.groups([*self._asked.values()]):
            for first in group[:2]:
                suggested += [(first, other) for other in group if other != first]
        found = [self._made(group) for group in self.ties.groups(order, suggested)]
        place = {id(item): number for number, item in enumerate(found)}
        return tuple(sorted(found, key=lambda item: (-item.made, place[id(item)])))

    @cached_property
    def _asked(self) -> dict[Digest, Asked]:
        found: dict[Digest, Asked] = {}
        told: dict[frozenset[str], tuple[Mapping[str, frozenset[str]], frozenset[str]]] = {}
        for name, (row, part, _among) in self._units.items():
            ids = self.addressed.ids(addressees(row), row.shelved)
            if ids not in told:
                told[ids] = {actor: self.addressed.above(actor) for actor in ids}, self.addressed.roots(ids)
            document, (whom, roots) = row.shelved.document, told[ids]
            found[name] = Asked(finding=name, profile=part.profile, document=document, roots=roots, whom=whom)
        return found

    def _made(self, group: Sequence[Digest]) -> StandingAsk:
        told: dict[Digest, Tie] = {}
        for tie in self.ties.about(group) if self.ties.by_pair else ():
            if tie.relation == "same":
                told.setdefault(tie.first, tie)
                told.setdefault(tie.second, tie)
        makings: dict[Digest, Making] = {}
        said: dict[str, str] = {}
        before: list[Asked] = []
        by: dict[tuple[Digest, frozenset[str]], Digest] = {}
        prints: Prints[Digest] = Prints(self.voices)
        for name in sorted(group, key=lambda name: _when(self._units[name][0])):
            row, part, among = self._units[name]
            ask = row.finding
            assert isinstance(ask, Ask)
            asked = self._asked[name]
            best = max(before[:8], key=partial(groupings.near, asked), default=None)
            reasons = groupings.compared(asked, best).reasons if best is not None else ()
            words = _words(part.matter) if len(group) > 1 else {}
            askers = frozenset(party.id for party in ask.askers)
            earlier = by.setdefault((row.shelved.document, askers), row.row.finding) if askers else row.row.finding
            earlier = prints.first(row, earlier)
            makings.setdefault(
                row.row.finding,
                Making(
                    row=row,
                    ask=ask,
                    why=_why(reasons, told.get(row.row.finding), first=not before),
                    adds=tuple(words[key] for key in words if key not in said) if before else (),
                    then=self.addressed.roles.then(ask.addressees, row.shelved),
                    among=among,
                    told=told.get(row.row.finding),
                    answered=row.row.finding in self.answered,
                    repeats=None if earlier == row.row.finding else earlier,
                ),
            )
            said |= words
            before.append(asked)
        held = tuple(makings.values())
        return StandingAsk(
            part=self._units[group[0]][1].name,
            makings=held,
            voices=self.voices.count_findings(making.row for making in held),
            among=self.among,
        )


def _words(matter: Matter) -> dict[str, str]:
    """Give the words of what a matter is about, but for names that the catalogue does not know."""
    return {item.key: item.words for item in matter.features if item.sort != OBJECT or not proper(item)}


def _why(reasons: tuple[str, ...], told: Tie | None, *, first: bool) -> tuple[str, ...]:
    said = reasons if not first else ()
    if told is not None:
        because = str((told.entry.payload or {}).get("reason") or "")
        said = (f"{told.entry.author.removeprefix('person:')} says that it is the same: {because}", *said)
    return said


def _when(row: Listed) -> tuple[int, str, int]:
    published = row.row.published
    return UNDATED if published is None else published.earliest, row.shelved.document, row.finding.start


def addressees(row: Listed) -> tuple[Party, ...]:
    """Give whom a row's ask is addressed to."""
    return row.finding.addressees if isinstance(row.finding, Ask) else ()


def by_finding(found: Iterable[StandingAsk]) -> Mapping[Digest, tuple[StandingAsk, ...]]:
    """Give for each ask the standing asks that it makes."""
    held: dict[Digest, list[StandingAsk]] = defaultdict(list)
    for item in found:
        for making in item.makings:
            held[making.row.row.finding].append(item)
    return {finding: tuple(items) for finding, items in held.items()}
