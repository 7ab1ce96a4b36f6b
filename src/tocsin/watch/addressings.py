# SPDX-License-Identifier: Apache-2.0
"""Addressings: who addressed, asked and sent something to each body, gathered from a ledger once for all notices.

Whoever asks is the voice, not the paper that tells of it; a letter's head is its issuer's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from tocsin.catalogue.bodies import by_seat
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed, sure
from tocsin.ledger.queries import Certainty, Query, certainty
from tocsin.ledger.shelf import Shelved, shelf, spoken
from tocsin.linking.fact_sheets import texts
from tocsin.linking.lineages import quoted
from tocsin.linking.tellers import Tellers
from tocsin.linking.transmissions import transmissions
from tocsin.linking.voices import Voices, voices
from tocsin.records.bounds import bounds
from tocsin.records.findings import Ask, Party, Warning  # noqa: A004 - the house's word
from tocsin.records.ids import Digest
from tocsin.watch.absences import Veil, searched
from tocsin.watch.deadlines import Deadlines
from tocsin.watch.steps import Step

_LETTERS = frozenset({"open-letter", "letter"})
"""Genres whose addressees stand in their head or salutation."""
_IN_BODY, _IN_HEAD = "asked in its body", "addressed in its head or salutation"


@dataclass(slots=True)
class Told:
    """What is gathered for one addressee while the ledger is gone over.

    `documents` are those that address it, each with how; `asking` the asks of it in each, told again or not.
    """

    names: Counter[str] = field(default_factory=Counter)
    documents: dict[Digest, str] = field(default_factory=dict)
    asking: dict[Digest, list[Listed]] = field(default_factory=dict)
    asks: list[Listed] = field(default_factory=list)
    implied: int = 0
    retold: int = 0
    steps: list[Step] = field(default_factory=list)


class Addressings:
    """What all notices of one query share, read once: who addressed each body, with what, and who speaks."""

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
        self.told: dict[str, Told] = {}
        rows: Iterable[Listed] = sure(listed(ledger, replace(query, kinds=("ask", "warning"))))
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
        """Give the id that an actor goes by."""
        return self.same.get(party.id, party.id)

    def spoken(self, row: Listed) -> tuple[Digest, Certainty]:
        """Give the voice of a finding, and whether it is certain."""
        return self.voices.of_finding(row), row.shelved.certainty

    def of(self, whom: str) -> Told:
        """Give what is gathered of a body."""
        return self.told.setdefault(whom, Told())

    def gather(self, ids: frozenset[str] | None) -> None:
        """Gather who addressed and asked whom, and what was sent; of some bodies alone where ids are given."""
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
                how = _IN_BODY if (item.document, party.id) in asked else _IN_HEAD
                if how == _IN_HEAD and by_seat(self.catalogue, party):
                    continue  # the town of an address block puts no government on notice
                self._address(party, item, own, ids, how)
        for row in self.asks:
            assert isinstance(row.finding, Ask)
            if row.shelved.document not in papers:
                continue  # a fact sheet tells of an ask: it is none
            own = {self.one(party) for party in row.shelved.card.issuers}
            for party in row.finding.addressees:
                told = self._address(party, row.shelved, own, ids, _IN_BODY)
                if told is not None:
                    told.asking.setdefault(row.shelved.document, []).append(row)
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

    def _address(self, party: Party, item: Shelved, own: set[str], ids: frozenset[str] | None, how: str) -> Told | None:
        who = self.one(party)
        if who in own or (ids is not None and who not in ids):
            return None
        told = self.of(who)
        told.names[party.name] += 1
        told.documents.setdefault(item.document, how)
        return told

    @staticmethod
    def _asked(told: Told, row: Listed, ask: Ask) -> None:
        if ask.reported:
            told.retold += 1
        elif not ask.explicit:
            told.implied += 1
        elif not told.asks or told.asks[-1].row.finding != row.row.finding:
            told.asks.append(row)

    def addressing(self, told: Told) -> Iterator[tuple[Digest, Certainty]]:
        """Give each voice that addresses a body: who asks it, where a paper only tells that it was asked."""
        for name, how in told.documents.items():
            item, rows = self.held[name], told.asking.get(name, ())
            if how == _IN_BODY and rows:
                yield from map(self.spoken, rows)
            else:
                yield self.voices.of_issuer(name), item.certainty

    def steps(self, told: Told) -> Iterator[Step]:
        """Give the rows of a body that was sent or addressed something, with whoever asks, and who tells it."""
        yield from told.steps
        for name, how in told.documents.items():
            item = self.held[name]
            rows = told.asking.get(name, ()) if how == _IN_BODY else ()
            asking = [party for row in rows if (party := quoted(row, self.same)) is not None]
            alone = len(asking) == len(rows)
            who = spoken(tuple(dict.fromkeys(asking)))
            by = f"{who}, as {item.issuers} tells" if who and alone else item.issuers
            yield Step(
                basis="addressed",
                day=item.published,
                certainty=item.certainty,
                document=name,
                source=item.source,
                says=f"{by}: {item.title} ({how})",
            )
