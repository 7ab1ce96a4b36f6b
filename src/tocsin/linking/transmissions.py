# SPDX-License-Identifier: Apache-2.0
"""Transmissions: a document or an ask was sent to somebody – to whom, when, how, and what proves it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.ledger.ledger import Batch, Ledger
from tocsin.ledger.states import standing
from tocsin.linking.corrections import Corrections, corrections
from tocsin.records.entries import PERSON, Entry, NewEntry, Payload
from tocsin.records.findings import Party
from tocsin.records.ids import Digest, Json
from tocsin.records.lines import to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A file that shows the sending (a receipt, a fax report, a mail with its headers), kept in the vault."""

    name: str
    document: Digest
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Transmission:
    """What was sent (`what`: a document's digest or an ask's finding id) to whom, when (EDTF) and how."""

    what: Digest
    document: Digest | None
    to: Party
    when: str
    how: str
    proof: Proof | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Transmitted:
    """A transmission as it stands in a ledger, with the entry that holds it."""

    transmission: Transmission
    entry: Entry


def record(ledger: Ledger, sent: Transmission, *, handle: str, reason: str | None = None) -> Entry:
    """Record a transmission; `tocsin judge undo` withdraws it by the entry's id."""
    proof: Json = None
    if sent.proof is not None:
        proof = {"name": sent.proof.name, "document": sent.proof.document, "size_bytes": sent.proof.size_bytes}
    new = NewEntry(
        kind="transmission",
        subject=sent.what,
        document=sent.document,
        author=PERSON + handle,
        basis="stated",
        payload={"to": to_json(sent.to), "when": sent.when, "how": sent.how, "proof": proof, "reason": reason},
    )
    return ledger.append(Batch(entries=(new,))).entries[0]


def transmissions(ledger: Ledger, *, recorded_by: str | None = None) -> Iterator[Transmitted]:
    """Give the transmissions that stand, in order of recording; expunged and withdrawn ones are left out."""
    told = list(ledger.entries(kind="transmission", recorded_by=recorded_by))
    now = corrections(ledger, recorded_by=recorded_by) if told else Corrections()
    for entry in told:
        about = list(ledger.entries(subject=entry.subject, recorded_by=recorded_by))
        if entry.payload is not None and entry.id in {held.id for held in standing(about)}:
            yield Transmitted(transmission=_transmission(entry, entry.payload, now), entry=entry)


def proofs(ledger: Ledger) -> Iterator[Digest]:
    """Give the digests of all files that transmissions name as proof."""
    for entry in ledger.entries(kind="transmission"):
        proof = _proof(entry.payload or {})
        if proof is not None:
            yield proof.document


def _transmission(entry: Entry, payload: Payload, now: Corrections) -> Transmission:
    to = payload["to"]
    assert isinstance(to, dict)
    return Transmission(
        what=now.of(entry.subject),
        document=entry.document,
        to=Party(id=str(to["id"]), name=str(to["name"])),
        when=str(payload["when"]),
        how=str(payload["how"]),
        proof=_proof(payload),
    )


def _proof(payload: Payload) -> Proof | None:
    proof = payload.get("proof")
    if not isinstance(proof, dict):
        return None
    size = proof["size_bytes"]
    assert isinstance(size, int)
    return Proof(name=str(proof["name"]), document=Digest(str(proof["document"])), size_bytes=size)
