# SPDX-License-Identifier: Apache-2.0
"""Responses as both faces show them: answers that people entered or confirmed, beside those that a machine proposes.

The three states are never mixed: `entered` and `confirmed` are a person's word, `proposed` is nobody's yet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier.withholding import Withholding
from tocsin.ledger.failures import UnknownFinding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import UNDATED, Query
from tocsin.ledger.shelf import Shelved, shelf, spoken
from tocsin.linking.answers import Answer, answers
from tocsin.linking.proposed import Proposed
from tocsin.linking.proposing import proposals
from tocsin.linking.tellers import Tellers
from tocsin.records.entries import Entry, Payload
from tocsin.records.findings import Ask, Party
from tocsin.records.ids import Digest, Json
from tocsin.records.lines import from_json

Standing = Literal["entered", "confirmed", "proposed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """An answer to an ask: how it stands, its words and document, and who says so or why it is proposed."""

    answer: Answer
    standing: Standing
    ask: Payload
    asked_in: Digest
    shelved: Shelved
    entry: Entry | None = None
    proposed: Proposed | None = None
    tellers: tuple[Party, ...] = ()

    @property
    def id(self) -> Digest:
        """The entry's id, or the proposal's."""
        if self.entry is not None:
            return self.entry.id
        assert self.proposed is not None
        return self.proposed.id

    @property
    def certainty(self) -> str:
        """Whether the clocks are sure of it."""
        if self.proposed is not None and self.proposed.certainty == "possible":
            return "possible"
        return self.shelved.certainty

    @property
    def asked_of(self) -> frozenset[str]:
        """The ids of who was asked."""
        found = from_json(self.ask)
        return frozenset(party.id for party in found.addressees) if isinstance(found, Ask) else frozenset()

    @property
    def asked_names(self) -> str:
        """Who was asked, by the source's own names."""
        found = from_json(self.ask)
        return spoken(found.addressees) if isinstance(found, Ask) else ""

    @property
    def told_by(self) -> tuple[Party, ...]:
        """Who tells it where the answerer does not speak itself."""
        return self.proposed.told_by if self.proposed is not None else self.tellers

    def withheld(self, names: Withholding) -> Response:
        """Give it with names at risk withheld."""
        answer = self.answer
        words = replace(answer.words, quote=names.masked(answer.words.document, answer.words.quote))
        ask = {**self.ask, "quote": names.masked(self.asked_in, str(self.ask.get("quote")))}
        proposed = self.proposed
        if proposed is not None:
            reasons = tuple(names.masked(answer.words.document, reason) for reason in proposed.reasons)
            proposed = replace(proposed, reasons=reasons)
        return replace(
            self,
            answer=replace(answer, words=words),
            ask=ask,
            shelved=names.shelved(self.shelved),
            proposed=proposed,
        )

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        answer, words, entry = self.answer, self.answer.words, self.entry
        return {
            "id": self.id,
            "state": self.standing,
            "entry": entry.id if entry else None,
            "certainty": self.certainty,
            "ask": answer.ask,
            "ask_quote": self.ask.get("quote"),
            "addressees": self.ask.get("addressees"),
            "reply": self.proposed.reply if self.proposed else None,
            "response": answer.response,
            "status": answer.status,
            "impact": answer.impact,
            "when": answer.when or self.shelved.card.issued,
            "answerer": {"id": answer.answerer.id, "name": answer.answerer.name} if answer.answerer else None,
            "told_by": [{"id": party.id, "name": party.name} for party in self.told_by],
            "reasons": list(self.proposed.reasons) if self.proposed else [],
            "source": self.shelved.source,
            "document": words.document,
            "start": words.start,
            "end": words.end,
            "quote": words.quote,
            "by": entry.author if entry else None,
            "recorded_at": entry.recorded_at if entry else None,
        }


def responses(
    ledger: Ledger, catalogue: Catalogue, query: Query, *, wanted: Collection[Standing] = ()
) -> list[Response]:
    """Give the answers that the clocks allow, in order of publication; `wanted` empty means all."""
    return sorted(_responses(ledger, catalogue, query, wanted), key=_published)


def _published(row: Response) -> int:
    return row.shelved.published.earliest if row.shelved.published is not None else UNDATED


def _responses(ledger: Ledger, catalogue: Catalogue, query: Query, wanted: Collection[Standing]) -> Iterator[Response]:
    held = shelf(ledger, query)
    tellers = Tellers(catalogue)
    for item in answers(ledger, recorded_by=query.recorded_by):
        shelved = held.get(item.answer.words.document)
        standing: Standing = "confirmed" if (item.entry.payload or {}).get("proposal") else "entered"
        if shelved is None or (wanted and standing not in wanted):
            continue
        found = _asked(ledger, item.answer, query)
        if found is not None:
            ask, asked_in = found
            who = item.answer.answerer
            yield Response(
                answer=item.answer,
                standing=standing,
                ask=ask,
                asked_in=asked_in,
                shelved=shelved,
                entry=item.entry,
                tellers=tellers.of(shelved, who.id if who else None, item.answer.words.quote),
            )
    if wanted and "proposed" not in wanted:
        return
    for proposed in proposals(ledger, catalogue, query):
        found = _asked(ledger, proposed.answer, query)
        shelved = held.get(proposed.answer.words.document)
        if found is not None and shelved is not None:
            ask, asked_in = found
            yield Response(
                answer=proposed.answer,
                standing="proposed",
                ask=ask,
                asked_in=asked_in,
                shelved=shelved,
                proposed=proposed,
            )


def _asked(ledger: Ledger, answer: Answer, query: Query) -> tuple[Payload, Digest] | None:
    try:
        state = ledger.state(answer.ask, recorded_by=query.recorded_by)
    except UnknownFinding:  # its words were expunged
        return None
    return state.entry.payload or {}, state.entry.document or answer.words.document
