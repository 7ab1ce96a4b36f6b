# SPDX-License-Identifier: Apache-2.0
"""Positions: on a topic, what each party asks, accepts and rejects, each line attributed, with its words and its law.

1. A party asks what it is the asker of; it accepts or rejects what it is the addressee of, where the text that lists
   the ask says so, where an answer is recorded or proposed, or where somebody states that it agreed or refused.
2. Who says so stands in every line; what another says of a party is never put as the party's own words.
3. All parties are listed alike, in order of id; no line is weighed against another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import UNDATED, Certainty, Query
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.linking.answers import Answer, answers
from tocsin.linking.denials import denying
from tocsin.linking.identities import together
from tocsin.linking.likeness import weights
from tocsin.linking.lineages import quoted
from tocsin.linking.matters import ACTOR, INSTRUMENT, PLACE, Matter, Matters, matters_by
from tocsin.linking.proposing import proposals
from tocsin.linking.voices import voices
from tocsin.records.anchors import Anchor
from tocsin.records.findings import Ask, Citation, Claim, Finding, Party
from tocsin.records.ids import Digest, Json

Stance = Literal["asks", "accepts", "rejects", "notes", "answers"]
"""What a line says of a party.

`notes`: the list's heading says noted or not supported, which lists do not tell apart; `answers`: neither yes nor no.
"""

STANCES: tuple[Stance, ...] = ("asks", "accepts", "rejects", "notes", "answers")

_OF_STATUS: Mapping[str, tuple[Stance, str]] = {
    "accepted": ("accepts", "accepted, by the list's heading"),
    "implemented": ("accepts", "held for implemented, by the list's heading"),
    "noted": ("notes", "noted or not supported, by the list's heading"),
    "pending": ("answers", "left pending, by the list's heading"),
}
_OF_RESPONSE: Mapping[str, Stance] = {"favourable": "accepts", "pledged": "accepts", "countered": "rejects"}
_OF_ACT: Mapping[str, tuple[Stance, str]] = {
    "agreement": ("accepts", "agreed"),
    "recognition": ("accepts", "recognised"),
    "adoption": ("accepts", "adopted"),
    "refusal": ("rejects", "refused"),
    "condemnation": ("rejects", "condemned"),
}
_COVERED = 0.5
"""How much of a topic's words a finding must be about, by weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that a party asks, accepts or rejects.

    `how` says it in words; `told_by` who says so, where it is not the party itself; `quote` the words; `law` the
    instruments cited beside them; `finding` opens with `tocsin why`; `voice` is whose it is; `of` the askers of what is
    accepted or rejected.
    """

    stance: Stance
    how: str
    party: Party
    quote: str
    shelved: Shelved
    start: int
    end: int
    finding: Digest
    voice: Digest
    standing: str
    certainty: Certainty
    told_by: tuple[Party, ...] = ()
    of: tuple[Party, ...] = ()
    law: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        return {
            "stance": self.stance,
            "how": self.how,
            "quote": self.quote,
            "told_by": _named(self.told_by),
            "of": _named(self.of),
            "law": list(self.law),
            "source": self.shelved.source,
            "document": self.shelved.document,
            "issued": self.shelved.card.issued,
            "certainty": self.certainty,
            "start": self.start,
            "end": self.end,
            "finding": self.finding,
            "state": self.standing,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A party's lines on a topic, in order of publication; `counts`: by stance, how many voices, how many lines."""

    party: Party
    lines: tuple[Line, ...]
    counts: tuple[tuple[Stance, int, int], ...]

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        return {
            "party": {"id": self.party.id, "name": self.party.name},
            "counts": {stance: {"voices": voices, "lines": lines} for stance, voices, lines in self.counts},
            "lines": [line.to_json() for line in self.lines],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What positions are asked for on: any of these that is given must fit.

    `asks_for` is a row of asks_for; `instruments` and `places` are ids, of which one is enough.
    """

    words: str | None = None
    asks_for: str | None = None
    instruments: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class _Topical:
    """Holds findings against a topic."""

    topic: Topic
    matters: Matters
    _wanted: Mapping[str, float] = field(init=False)

    def __post_init__(self) -> None:
        words = self.matters.of_words(self.topic.words) if self.topic.words else Matter(features=())
        object.__setattr__(self, "_wanted", weights(words))

    def fits(self, matter: Matter, finding: Finding) -> bool:
        topic = self.topic
        if topic.asks_for is not None and matter.asks_for != topic.asks_for:
            return False
        if topic.instruments and not topic.instruments & (matter.named(INSTRUMENT) | _law(finding)):
            return False
        if topic.places and not topic.places & (matter.named(PLACE) | matter.named(ACTOR)):
            return False
        if topic.words is None:
            return True
        shared = sum(weight for key, weight in self._wanted.items() if key in weights(matter))
        return bool(self._wanted) and shared >= _COVERED * sum(self._wanted.values())


def positions(ledger: Ledger, catalogue: Catalogue, query: Query, topic: Topic) -> tuple[Position, ...]:
    """Give every party's position on a topic, as the clocks allow."""
    held = _Read(ledger=ledger, catalogue=catalogue, query=query, topic=topic)
    lines: dict[str, list[Line]] = defaultdict(list)
    one = together(ledger, catalogue, recorded_by=query.recorded_by)
    for line in (*held.from_findings(), *held.from_answers()):
        lines[one.get(line.party.id, line.party.id)].append(line)
    return tuple(_position(party, told, catalogue) for party, told in sorted(lines.items()))


class _Read:
    """One pass over the findings that a query allows; what it gives is put in order by `positions`."""

    def __init__(self, *, ledger: Ledger, catalogue: Catalogue, query: Query, topic: Topic) -> None:
        self._ledger = ledger
        self._catalogue = catalogue
        self._query = Query(published_by=query.published_by, recorded_by=query.recorded_by)
        self._matters = matters_by(catalogue)
        self._voices = voices(ledger, query, catalogue)
        self._topical = _Topical(topic=topic, matters=self._matters)
        kinds = ("ask", "claim", "citation")
        asked = Query(
            kinds=kinds,
            published_by=query.published_by,
            recorded_by=query.recorded_by,
            happened_from=query.happened_from,
            happened_to=query.happened_to,
        )
        self._rows = [*listed(ledger, asked)]
        self._cited: dict[Digest, list[Citation]] = defaultdict(list)
        for row in self._rows:
            if isinstance(row.finding, Citation):
                self._cited[row.shelved.document].append(row.finding)
        self._claims: dict[Digest, list[Listed]] = defaultdict(list)
        for row in self._rows:
            if isinstance(row.finding, Claim):
                self._claims[row.shelved.document].append(row)
        self._asks: dict[Digest, Listed] = {}

    def from_findings(self) -> Iterator[Line]:
        for row in self._rows:
            finding = row.finding
            if isinstance(finding, Ask | Claim) and self._topical.fits(self._matter(row), finding):
                if isinstance(finding, Ask):
                    self._asks[row.row.finding] = row
                    yield from self._of_ask(row, finding)
                else:
                    yield from self._of_claim(row, finding)

    def from_answers(self) -> Iterator[Line]:
        """Give what is answered to the asks on the topic; to be read after `from_findings`."""
        held = shelf(self._ledger, self._query)
        for told in answers(self._ledger, recorded_by=self._query.recorded_by):
            document = held.get(told.answer.words.document)
            if document is not None:
                yield from self._of_answer(told.answer, document, "entered by a person", ())
        for item in proposals(self._ledger, self._catalogue, self._query):
            document = held.get(item.answer.words.document)
            if document is not None and item.answer.ask in self._asks and not self._said(item.answer):
                yield from self._of_answer(item.answer, document, "proposed, confirmed by nobody", item.told_by)

    def _said(self, answer: Answer) -> bool:
        """Say whether the document that answers gives the ask its status itself: then that line stands already."""
        row = self._asks[answer.ask]
        status = row.finding.status if isinstance(row.finding, Ask) else None
        return status is not None and row.shelved.document == answer.words.document

    def _matter(self, row: Listed) -> Matter:
        return self._matters.of(row.finding, instruments=self._beside(row.shelved.document, row.finding))

    def _beside(self, document: Digest, finding: Finding) -> tuple[str, ...]:
        """Give the instruments cited within a finding's words, and those that it invokes."""
        within = [
            cited.instrument
            for cited in self._cited.get(document, ())
            if cited.instrument and cited.start < finding.end and cited.end > finding.start
        ]
        return tuple(dict.fromkeys([*sorted(_law(finding)), *within]))

    def _of_ask(self, row: Listed, ask: Ask) -> Iterator[Line]:
        how = ask.force or "puts as a duty or a need"
        for asker in ask.askers:
            yield self._line(row, "asks", f"{how}{' (told again)' if ask.reported else ''}", asker, of=ask.addressees)
        if ask.status is not None and ask.status in _OF_STATUS:
            stance, how = _OF_STATUS[ask.status]
            for addressee in ask.addressees:
                yield self._line(row, stance, how, addressee, of=ask.askers, told_by=row.shelved.card.issuers)

    def _of_claim(self, row: Listed, claim: Claim) -> Iterator[Line]:
        speaker = claim.speakers[-1:]
        if claim.mode == "denied":
            for party in speaker:
                yield self._line(row, "rejects", denying(claim.quote), party)
        elif claim.act in _OF_ACT:
            stance, how = _OF_ACT[claim.act]
            for party in claim.actors:
                told_by = () if party.id in {one.id for one in speaker} else speaker
                yield self._line(row, stance, how, party, told_by=told_by)

    def _line(
        self,
        row: Listed,
        stance: Stance,
        how: str,
        party: Party,
        *,
        of: tuple[Party, ...] = (),
        told_by: tuple[Party, ...] = (),
    ) -> Line:
        return Line(
            stance=stance,
            how=how,
            party=party,
            quote=row.finding.quote,
            shelved=row.shelved,
            start=row.finding.start,
            end=row.finding.end,
            finding=row.row.finding,
            voice=self._voices.of_finding(row),
            standing=row.row.state.standing,
            certainty=row.row.certainty,
            told_by=told_by,
            of=of,
            law=self._beside(row.shelved.document, row.finding),
        )

    def _voice(self, words: Anchor) -> Digest:
        """Give whose words these are: of somebody whom the document quotes there, that somebody's."""
        for row in self._claims.get(words.document, ()):
            finding = row.finding
            meets = finding.start < words.end and finding.end > words.start
            if meets and quoted(row, self._voices.one) is not None:
                return self._voices.of_finding(row)
        return self._voices.of_words(words)

    def _of_answer(
        self, answer: Answer, document: Shelved, standing: str, told_by: tuple[Party, ...]
    ) -> Iterator[Line]:
        row = self._asks.get(answer.ask)
        if row is None or answer.answerer is None or not isinstance(row.finding, Ask):
            return
        yield Line(
            stance=_OF_RESPONSE.get(answer.response, "answers"),
            how=answer.response,
            party=answer.answerer,
            quote=answer.words.quote,
            shelved=document,
            start=answer.words.start,
            end=answer.words.end,
            finding=answer.ask,
            voice=self._voice(answer.words),
            standing=standing,
            certainty=document.certainty,
            told_by=told_by,
            of=row.finding.askers,
        )


def _law(finding: Finding) -> frozenset[str]:
    return frozenset(finding.law) if isinstance(finding, Ask) else frozenset()


def _position(party: str, lines: Iterable[Line], catalogue: Catalogue) -> Position:
    ordered = sorted(lines, key=_when)
    row = catalogue.actors.get(party)
    return Position(
        party=Party(id=party, name=row.name if row else ordered[0].party.name),
        lines=tuple(ordered),
        counts=tuple(
            (stance, len({line.voice for line in held}), len(held))
            for stance in STANCES
            if (held := [line for line in ordered if line.stance == stance])
        ),
    )


def _when(line: Line) -> tuple[int, int, str, int]:
    published = line.shelved.published
    return STANCES.index(line.stance), UNDATED if published is None else published.earliest, line.finding, line.start


def _named(parties: Collection[Party]) -> list[Json]:
    return [{"id": party.id, "name": party.name} for party in parties]
