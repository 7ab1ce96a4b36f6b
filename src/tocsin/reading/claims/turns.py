# SPDX-License-Identifier: Apache-2.0
"""Turns: in an interview, what a question tells is the questioner's, alleged; what the answer rejects is denied.

"Question: The union asserts that … / Answer: We reject these fabrications." is the union's word, and a denial by
whoever answers – never the word of those whose paper prints both.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tocsin.reading.asks import speaking
from tocsin.reading.asks.scripts import Script, Turn
from tocsin.reading.claims.accused import DENIED
from tocsin.reading.claims.vocabulary import Vocabulary
from tocsin.reading.drafts import Draft
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Card, Claim, Party

_QUESTION = re.compile(r"(?:the\s+)?(?:questions?|q|interviewer|journalist|moderator|correspondent)\b", re.IGNORECASE)
"""Labels of who asks and goes by no name."""
_ASKED_BY = late(r"\b[Qq]uestions?\s+(?:put\s+)?(?:from|by|of)\s+(?:the\s+)?(?P<who>[A-ZÀ-Þ][^,.;:\n]{2,60})")
_NO = late(r"\s*(?:no|never|not\s+at\s+all|absolutely\s+not|certainly\s+not|of\s+course\s+not)\s*[.,;!–—-]")
_IS_IT = late(
    r"(?:is\s+(?:it|this|that)\s+(?:true|so|correct|right)|is\s+that\s+the\s+case|did\s+(?:it|they|you|your)\b[^?.]*|"
    r"do\s+you\s+(?:admit|confirm|accept)\b[^?.]*|(?:true|correct|right))\s*\?\s*$"
)
"""A question that asks whether what was told before it is so."""
_REJECTS = late(
    r"[^.;]{0,60}\b(?:reject|deny|refute|dismiss|denies|rejects)\s+(?:[\w'’-]+\s+){0,4}(?:fabrications?|allegations?|accusations?|claims?|"
    r"charges?|lies?|inventions?|insinuations?|assertions?|slander\w*|reports?|it|this|that|them|these)\b"
    r"|(?:(?:these|those|such|the|all)\s+)?(?:[\w-]+\s+){0,2}(?:allegations?|accusations?|claims?|charges?|reports?|assertions?)\s+"
    r"(?:is|are)\s+(?:[\w-]+\s+){0,3}(?:lies?|untrue|false|fabricat\w+|baseless|unfounded|invent\w+|nonsense|absurd|not\s+true)\b"
)
_FIRST = 3
"""Sentences of an answer among which it says whether the question's words are true."""


class Talk:
    """The turns of a text in which somebody asks and somebody answers; empty where nobody does."""

    def __init__(self, draft: Draft, card: Card) -> None:
        self._draft, self._card = draft, card
        self._turns = Script(draft).turns
        self._askers = {self._label(turn) for turn in self._turns if self._questions(turn)}
        if not any(self._label(turn) not in self._askers for turn in self._turns):
            self._turns = []

    def _label(self, turn: Turn) -> str:
        return self._draft.content[turn.label : turn.start]

    def _questions(self, turn: Turn) -> bool:
        """Say whether a turn puts a question: by its label, or its mark at the end, of who leads or opens the talk."""
        if _QUESTION.match(self._label(turn)) is not None:
            return True
        opens = turn.leads or self._label(turn) == self._label(self._turns[0])
        return opens and self._draft.content[turn.start : turn.end].rstrip().endswith("?")

    def _asks(self, turn: Turn) -> bool:
        return self._label(turn) in self._askers

    def at(self, place: int) -> Turn | None:
        """Give the turn in which somebody speaks at a place of the view."""
        return next((turn for turn in self._turns if turn.label <= place < turn.end), None)

    def card(self, turn: Turn | None) -> Card:
        """Give the card of a turn: what is said in it is said by who asks, or by who answers."""
        if turn is None:
            return self._card
        who = self._questioner(turn) if self._asks(turn) else turn.who
        return dataclasses.replace(self._card, issuers=who) if who else self._card

    def told(self, claim: Claim, turn: Turn | None) -> Claim:
        """Give a claim as its turn has it: nobody vouches for what a question tells."""
        if turn is None:
            return claim
        people = {party.id for party in turn.who} - self._draft.catalogue.actors.keys()
        if people:  # the minister who says "our soldiers" is none of them
            claim = dataclasses.replace(claim, actors=tuple(one for one in claim.actors if one.id not in people))
        asked = self._asks(turn) and claim.mode in {"asserted", "reported"}
        return dataclasses.replace(claim, mode="alleged") if asked else claim

    def denials(self, claims: Sequence[Claim], held: Vocabulary) -> Iterator[Claim]:
        """Give the denials of what questions told, each by whoever answers."""
        for asked, answered in pairwise(self._turns):
            if not self._asks(asked) or self._asks(answered):
                continue
            told = [
                claim
                for claim in claims
                if asked.start <= claim.start < asked.end and claim.act not in held.said and claim.mode == "alleged"
            ]
            place = self._rejecting(asked, answered) if told else None
            if place is None:
                continue
            card = self.card(answered)
            said = tuple({party.id: party for party in (*card.carriers, *card.issuers)}.values())
            for deed in {(claim.act, claim.actors, claim.targets): claim for claim in told}.values():
                yield dataclasses.replace(
                    deed, start=place[0], end=place[1], by="claim.answered", speakers=said, mode="denied", quantities=()
                )

    def _rejecting(self, asked: Turn, answered: Turn) -> tuple[int, int] | None:
        """Give the sentence of an answer that says that what was asked about is not so."""
        draft = self._draft
        small = lowered(draft.content)
        number = draft.block_at(answered.start)
        if number is None:
            return None
        floor = min(draft.blocks[number].end, answered.end)
        sentences = [(max(one, answered.start), end) for one, end in draft.sentences(number) if end > answered.start]
        for start, end in sentences[:_FIRST]:
            if DENIED.match(small, start, floor) or _REJECTS.match(small, start, min(end, floor)):
                return start, _without_stop(draft.content, start, min(end, floor))
        asking = small[asked.start : asked.end].rstrip()
        if _NO.match(small, answered.start, floor) and _IS_IT.search(asking):
            start, end = sentences[0]
            return start, _without_stop(draft.content, start, min(end, floor))
        return None

    def _questioner(self, turn: Turn) -> tuple[Party, ...]:
        """Give who asks: by the label, by who is said to have put the questions, else a questioner without a name."""
        draft, card = self._draft, self._card
        colon = draft.content.find(":", turn.label, turn.start)
        if _QUESTION.match(draft.content, turn.label) is None:
            return turn.who or speaking.resolve(draft, turn.label, colon)
        by = _ASKED_BY.search(draft.content, 0, turn.label)
        if by is not None:
            name = by["who"].strip()
            return names.parties(draft, *by.span("who")) or (Party(id=names.slug(name), name=name),)
        if card.carriers or not card.issuers:
            return ()
        name = f"Questioner of {card.issuers[0].name}"
        return (Party(id=names.slug(name), name=name),)


def _without_stop(content: str, start: int, end: int) -> int:
    return start + len(content[start:end].rstrip(" .!\n"))
