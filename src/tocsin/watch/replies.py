# SPDX-License-Identifier: Apache-2.0
"""Replies: what is held for an answer to an ask – entered by a person, or proposed by a machine; never mixed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query, certainty
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.linking.answers import NO_RESPONSE, answers
from tocsin.linking.proposing import proposals
from tocsin.records.bounds import Bounds, bounds
from tocsin.records.ids import Digest, Json
from tocsin.watch.spans import edtf

Basis = Literal["entered", "proposed"]
"""`entered`: a person recorded the answer; `proposed`: a machine suggests it and nobody has confirmed it yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A reply to an ask: the words that carry it, its kind, its day, who gave it and on what that rests."""

    ask: Digest
    basis: Basis
    response: str
    day: Bounds | None
    answerer: str | None
    document: Digest
    start: int
    end: int
    quote: str
    entry: Digest | None = None
    reason: str = ""

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {
            "ask": self.ask,
            "basis": self.basis,
            "response": self.response,
            "day": edtf(self.day),
            "answerer": self.answerer,
            "document": self.document,
            "start": self.start,
            "end": self.end,
            "quote": self.quote,
            "entry": self.entry,
            "reason": self.reason,
        }


def entered(ledger: Ledger, query: Query, held: Mapping[Digest, Shelved]) -> Iterator[Reply]:
    """Give the answers that people recorded, in documents that the clocks allow; "no response" is none."""
    for item in answers(ledger, recorded_by=query.recorded_by):
        answer = item.answer
        document = held.get(answer.words.document)
        if answer.response == NO_RESPONSE or document is None:
            continue
        day = bounds(answer.when) or document.published
        if certainty(Query(published_by=query.published_by), day, None) is None:
            continue
        yield Reply(
            ask=answer.ask,
            basis="entered",
            response=answer.response,
            day=day,
            answerer=answer.answerer.id if answer.answerer else None,
            document=answer.words.document,
            start=answer.words.start,
            end=answer.words.end,
            quote=answer.words.quote,
            entry=item.entry.id,
        )


def proposed(ledger: Ledger, catalogue: Catalogue, query: Query) -> Iterator[Reply]:
    """Give the answers that a machine proposes and nobody has decided on, with the reasons, at a query's clocks."""
    held = shelf(ledger, query)
    for item in proposals(ledger, catalogue, query):
        words = item.answer.words
        yield Reply(
            ask=item.answer.ask,
            basis="proposed",
            response=item.answer.response,
            day=bounds(item.answer.when) or held[words.document].published,
            answerer=item.answer.answerer.id if item.answer.answerer else None,
            document=words.document,
            start=words.start,
            end=words.end,
            quote=words.quote,
            reason="; ".join(item.reasons),
        )


def by_ask(replies: Iterable[Reply]) -> dict[Digest, tuple[Reply, ...]]:
    """Put replies to their asks, the earliest first; what has no day comes last."""
    found: dict[Digest, list[Reply]] = {}
    for reply in replies:
        found.setdefault(reply.ask, []).append(reply)
    return {
        ask: tuple(sorted(given, key=lambda reply: (reply.day is None, reply.day.latest if reply.day else 0)))
        for ask, given in found.items()
    }
