# SPDX-License-Identifier: Apache-2.0
"""Stated: what people entered beside findings – answers, sendings, links, identities – each with its receipt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.linking.answers import answers
from tocsin.linking.receipts import Step
from tocsin.linking.ties import ties
from tocsin.linking.transmissions import transmissions
from tocsin.records.dates import dated
from tocsin.records.entries import PERSON, Entry
from tocsin.records.ids import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """An entry of a person's, which says of what it is, on which findings and documents it rests."""

    entry: Entry
    says: str
    findings: tuple[Digest, ...] = ()
    documents: tuple[Digest, ...] = ()
    rests: tuple[str, ...] = ()

    @property
    def id(self) -> Digest:
        """The entry's own id, by which `tocsin judge undo` withdraws it too."""
        return self.entry.id

    def receipt(self) -> Step:
        """Say who entered it, when, why, and what it is about."""
        entry, reason = self.entry, (self.entry.payload or {}).get("reason")
        who = f"stated by {entry.author.removeprefix(PERSON)} (entry {entry.seq}, {entry.recorded_at})"
        steps = [Step(says=f"{who}{f': {reason}' if reason else ''}", entries=(entry.id,))]
        steps += [Step(says=says) for says in self.rests]
        return Step(says=self.says, findings=self.findings, documents=self.documents, steps=tuple(steps), id=self.id)


def derived(ledger: Ledger, catalogue: Catalogue, query: Query) -> Iterator[Stated]:
    """Give every answer, sending and link that stands, for whoever asks why."""
    del catalogue
    yield from _answers(ledger, query.recorded_by)
    yield from _sendings(ledger, query.recorded_by)
    yield from _links(ledger, query.recorded_by)


def _answers(ledger: Ledger, recorded_by: str | None) -> Iterator[Stated]:
    for told in answers(ledger, recorded_by=recorded_by):
        words, proposal = told.answer.words, (told.entry.payload or {}).get("proposal")
        of = f" of {told.answer.answerer.name}" if told.answer.answerer else ""
        rests = (f"it confirms the proposed answer {str(proposal)[7:19]}",) if proposal else ()
        yield Stated(
            entry=told.entry,
            says=f"an answer{of} ({told.answer.response}): “{words.quote}” [{words.start}:{words.end}]",
            findings=(told.answer.ask,),
            documents=(words.document,),
            rests=rests,
        )


def _sendings(ledger: Ledger, recorded_by: str | None) -> Iterator[Stated]:
    for told in transmissions(ledger, recorded_by=recorded_by):
        sent, proof = told.transmission, told.transmission.proof
        whole = sent.what == sent.document
        proved = f"proved by {proof.name} ({proof.document[7:19]})" if proof else "no proof was given"
        yield Stated(
            entry=told.entry,
            says=f"{'a document' if whole else 'an ask'} sent to {sent.to.name} on {dated(sent.when)}, by {sent.how}",
            findings=() if whole else (sent.what,),
            documents=(sent.document,) if sent.document else (),
            rests=(proved,),
        )


def _links(ledger: Ledger, recorded_by: str | None) -> Iterator[Stated]:
    for tie in ties(ledger, recorded_by=recorded_by).by_pair.values():
        pair = (tie.first, tie.second)
        texts = all(ledger.versions(name) for name in pair)
        what = "two documents" if texts else "two findings"
        yield Stated(
            entry=tie.entry,
            says=f"{what} held for {'one' if tie.relation == 'same' else 'different'}",
            findings=() if texts else pair,
            documents=pair if texts else (),
        )
