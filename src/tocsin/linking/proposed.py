# SPDX-License-Identifier: Apache-2.0
"""Proposed answers: what a machine takes for an answer to an ask, with its words and reasons, for a person to decide.

1. A proposal is computed anew each time and is no entry; confirming one makes an answer, refusing one a link entry.
2. A person's word outweighs: where somebody entered an answer from the same document, or refused these words as one,
   nothing is proposed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.ledger.ledger import Batch, Ledger
from tocsin.ledger.queries import Certainty
from tocsin.ledger.states import standing
from tocsin.linking import answers
from tocsin.linking.answers import Answer
from tocsin.linking.receipts import Step, derived_id
from tocsin.records.entries import PERSON, Entry, NewEntry
from tocsin.records.findings import Party
from tocsin.records.ids import Digest

REFUSED = "no-answer"
"""The relation that a link entry names where somebody said that words are no answer to an ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """An answer that nobody has decided on: `reply` is the row of the catalogue whose words tell it.

    `told_by` is who tells it where the answerer does not speak itself; `score` 0 to 1 orders proposals; `possible`
    where the two dates do not make sure which came first; `part` which of the things that one ask is for.
    """

    answer: Answer
    reply: str
    reasons: tuple[str, ...]
    score: float
    certainty: Certainty
    told_by: tuple[Party, ...] = ()
    part: int = 0

    @property
    def id(self) -> Digest:
        """The id, made of the ask and the words."""
        words = self.answer.words
        return derived_id("answer", [self.answer.ask, words.document, words.version, f"{words.start}:{words.end}"])

    def receipt(self) -> Step:
        """Say why it is proposed."""
        words = self.answer.words
        place = f"{words.document} [{words.start}:{words.end}]"
        steps = tuple(Step(says=reason) for reason in self.reasons)
        return Step(
            says=f"proposed as an answer ({self.reply}), confirmed by nobody: “{words.quote}” {place}",
            findings=(self.answer.ask,),
            steps=steps,
            id=self.id,
            rows=(self.reply,),
        )


def confirm(ledger: Ledger, proposed: Proposed, *, handle: str, reason: str) -> Entry:
    """Record a proposal as an answer, in a person's name."""
    return answers.record(ledger, proposed.answer, handle=handle, reason=reason, proposal=proposed.id)


def refuse(ledger: Ledger, proposed: Proposed, *, handle: str, reason: str) -> Entry:
    """Record that words are no answer to an ask; `tocsin judge undo ENTRY` withdraws it."""
    words = proposed.answer.words
    new = NewEntry(
        kind="link",
        subject=proposed.answer.ask,
        document=words.document,
        author=PERSON + handle,
        basis="stated",
        payload={
            "relation": REFUSED,
            "proposal": proposed.id,
            "version": words.version,
            "start": words.start,
            "end": words.end,
            "quote": words.quote,
            "reason": reason,
        },
    )
    return ledger.append(Batch(entries=(new,))).entries[0]


class Decided:
    """What people decided about answers, as it stood: asks and documents that have an answer, words that are none."""

    def __init__(self, ledger: Ledger, *, recorded_by: str | None = None) -> None:
        held = answers.answers(ledger, recorded_by=recorded_by)
        self._entered = {(item.answer.ask, item.answer.words.document) for item in held}
        self._refused: dict[tuple[Digest, Digest], list[tuple[int, int]]] = {}
        told = list(ledger.entries(kind="link", recorded_by=recorded_by))
        if told:
            told += ledger.entries(kind="retraction", recorded_by=recorded_by)
        for entry in standing(sorted(told, key=lambda entry: entry.seq)):
            payload = entry.payload or {}
            start, end = payload.get("start"), payload.get("end")
            if payload.get("relation") == REFUSED and entry.document is not None:
                assert isinstance(start, int)
                assert isinstance(end, int)
                self._refused.setdefault((entry.subject, entry.document), []).append((start, end))

    def open(self, proposed: Iterable[Proposed]) -> tuple[Proposed, ...]:
        """Leave out what people decided on."""
        return tuple(item for item in proposed if self._open(item))

    def _open(self, item: Proposed) -> bool:
        words = item.answer.words
        place = (item.answer.ask, words.document)
        spans = self._refused.get(place, ())
        return place not in self._entered and not any(low < words.end and words.start < high for low, high in spans)
