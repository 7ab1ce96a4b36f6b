# SPDX-License-Identifier: Apache-2.0
"""Answers: what an addressee said or did about an ask, in the answer's own words, entered or confirmed by people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.ledger.ledger import Batch, Ledger
from tocsin.ledger.states import standing
from tocsin.linking.corrections import Corrections, corrections
from tocsin.records.anchors import Anchor
from tocsin.records.entries import PERSON, Entry, NewEntry, Payload
from tocsin.records.findings import Party
from tocsin.records.ids import Digest, Json
from tocsin.records.lines import to_json

NO_RESPONSE = "none"
"""The response that says nobody answered: recorded, yet no answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer to an ask: the words that carry it, what kind of response, how far it went and what it changed.

    `response`, `status` and `impact` are terms of the catalogue's lists `response`, `answer-status` and `impact`
    without the list's name; `when` EDTF, None where the document's own date holds.
    """

    ask: Digest
    words: Anchor
    response: str
    answerer: Party | None = None
    status: str | None = None
    impact: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer as it stands in a ledger, with the entry that holds it."""

    answer: Answer
    entry: Entry


def record(
    ledger: Ledger, answer: Answer, *, handle: str, reason: str | None = None, proposal: Digest | None = None
) -> Entry:
    """Record an answer; `tocsin judge undo` withdraws it by the entry's id. `proposal` is the one it confirms.

    Raises:
        UnknownFinding: The ask is none of this ledger's.
    """
    ledger.state(answer.ask)
    words = answer.words
    payload: dict[str, Json] = {
        "kind": "answer",
        "version": words.version,
        "start": words.start,
        "end": words.end,
        "quote": words.quote,
        "response": answer.response,
        "answerer": to_json(answer.answerer) if answer.answerer else None,
        "status": answer.status,
        "impact": answer.impact,
        "when": answer.when,
        "reason": reason,
    }
    if proposal is not None:
        payload["proposal"] = proposal
    new = NewEntry(
        kind="answer",
        subject=answer.ask,
        document=words.document,
        author=PERSON + handle,
        basis="stated",
        payload=payload,
    )
    return ledger.append(Batch(entries=(new,))).entries[0]


def answers(ledger: Ledger, *, recorded_by: str | None = None) -> Iterator[Answered]:
    """Give the answers that stand, in order of recording; expunged and withdrawn ones are left out.

    An answer to an ask that was corrected afterwards answers what stands in its place.
    """
    told = list(ledger.entries(kind="answer", recorded_by=recorded_by))
    asks = dict.fromkeys(entry.subject for entry in told)
    now = corrections(ledger, recorded_by=recorded_by) if told else Corrections()
    stands: set[Digest] = set()
    for ask in asks:
        about = list(ledger.entries(subject=ask, recorded_by=recorded_by))
        stands |= {entry.id for entry in standing(about) if entry.kind == "answer"}
    for entry in told:
        if entry.id in stands and entry.payload is not None and entry.document is not None:
            yield Answered(answer=_answer(now.of(entry.subject), entry.document, entry.payload), entry=entry)


def _answer(ask: Digest, document: Digest, payload: Payload) -> Answer:
    party = payload.get("answerer")
    start, end = payload["start"], payload["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    return Answer(
        ask=ask,
        words=Anchor(
            document=document,
            version=str(payload["version"]),
            start=start,
            end=end,
            quote=str(payload["quote"]),
        ),
        response=str(payload["response"]),
        answerer=Party(id=str(party["id"]), name=str(party["name"])) if isinstance(party, dict) else None,
        status=_word(payload.get("status")),
        impact=_word(payload.get("impact")),
        when=_word(payload.get("when")),
    )


def _word(value: Json) -> str | None:
    return value if isinstance(value, str) else None
