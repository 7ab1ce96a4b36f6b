# SPDX-License-Identifier: Apache-2.0
"""Fulfilments: what answers say of whether a duty was carried out – those that people entered, and those proposed.

1. An answer to the ask that lays a duty, or to one that asks for it again, concerns the duty: "done" tells that it was
   met, "partly" that a part was. A refusal is shown and changes no state: who refuses need not be in breach.
2. Only what a person entered or confirmed decides a state; what is proposed is shown beside it.
3. Whose word it is stands with it: the bearer's own, or that of who tells of the bearer.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, shelf, spoken
from tocsin.linking.answers import answers
from tocsin.linking.proposing import proposals
from tocsin.linking.receipts import Step
from tocsin.records.anchors import Anchor
from tocsin.records.findings import Party
from tocsin.records.ids import Digest, Json

MET, PARTLY, REFUSED = "met", "partly", "refused"
UNMET = "not met"
"""What later words tell of a duty that was not done (`shortfalls`)."""
_BY_REPLY = {"done": MET, "by-another": MET, "partly": PARTLY, "refused": REFUSED, "countered": REFUSED}
_BY_STATUS = {
    "significant-continuing": MET,
    "some-continuing": PARTLY,
    "not-continuing": PARTLY,
    "no-action": REFUSED,
}
_BY_RESPONSE = {"favourable": MET, "countered": REFUSED}
"""What an entered answer tells by its status, else by its response; a pledge, a token, what waits tell nothing yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fulfilment:
    """What an answer says of a duty: met, partly or refused; `entered` by a person, else only proposed.

    `id` is the entry's, or the proposal's; `by` who says it, `own` that it is the answerer itself.
    """

    ask: Digest
    says: str
    answerer: Party | None
    by: str
    own: bool
    words: Anchor
    paper: Shelved
    entered: bool
    id: Digest
    reasons: tuple[str, ...] = ()

    @property
    def of(self) -> str | None:
        """The name of who answers."""
        return self.answerer.name if self.answerer else None

    @property
    def told(self) -> str:
        """What it says of the duty, and whose word it is."""
        if self.says == UNMET:
            return f"told as not met by {self.by}"
        how = {MET: "met", PARTLY: "partly met"}.get(self.says, self.says)
        return f"{how} according to an answer by {self.by} of {'itself' if self.own else self.of or 'nobody named'}"

    def step(self) -> Step:
        """Say why it is held for an answer, for a receipt."""
        state = "entered" if self.entered else "proposed, confirmed by nobody, and not counted"
        place = f"{self.words.document} [{self.words.start}:{self.words.end}]"
        return Step(
            says=f"{self.told}: “{self.words.quote}” {place}; {state}",
            findings=(self.ask,),
            entries=(self.id,) if self.entered else (),
            steps=tuple(Step(says=reason) for reason in self.reasons),
        )

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {
            "ask": self.ask,
            "says": self.says,
            "answerer": {"id": self.answerer.id, "name": self.answerer.name} if self.answerer else None,
            "by": self.by,
            "by_the_answerer": self.own,
            "quote": self.words.quote,
            "document": self.words.document,
            "start": self.words.start,
            "end": self.words.end,
            "source": self.paper.source,
            "issued": self.paper.card.issued,
            "state": "entered" if self.entered else "proposed",
            "id": self.id,
            "reasons": list(self.reasons),
        }


def fulfilments(ledger: Ledger, catalogue: Catalogue, query: Query) -> Mapping[Digest, tuple[Fulfilment, ...]]:
    """Give what answers say, by the ask that they answer; what a person entered first."""
    held = shelf(ledger, query)
    found: dict[Digest, list[Fulfilment]] = defaultdict(list)
    for told in answers(ledger, recorded_by=query.recorded_by):
        answer = told.answer
        says = _BY_STATUS.get(answer.status) if answer.status else _BY_RESPONSE.get(answer.response)
        paper = held.get(answer.words.document)
        if says is not None and paper is not None:
            found[answer.ask].append(
                Fulfilment(
                    ask=answer.ask,
                    says=says,
                    answerer=answer.answerer,
                    by=paper.issuers,
                    own=_own(answer.answerer, paper),
                    words=answer.words,
                    paper=paper,
                    entered=True,
                    id=told.entry.id,
                )
            )
    for item in proposals(ledger, catalogue, query):
        says = _BY_REPLY.get(item.reply)
        paper = held.get(item.answer.words.document)
        if says is not None and paper is not None:
            found[item.answer.ask].append(
                Fulfilment(
                    ask=item.answer.ask,
                    says=says,
                    answerer=item.answer.answerer,
                    by=spoken(item.told_by) or paper.issuers,
                    own=not item.told_by,
                    words=item.answer.words,
                    paper=paper,
                    entered=False,
                    id=item.id,
                    reasons=item.reasons,
                )
            )
    return {ask: tuple(told) for ask, told in found.items()}


def _own(answerer: Party | None, paper: Shelved) -> bool:
    return answerer is not None and any(party.id == answerer.id for party in paper.card.issuers)
