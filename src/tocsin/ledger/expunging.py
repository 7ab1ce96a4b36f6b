# SPDX-License-Identifier: Apache-2.0
"""Which entries go when a document, a finding or an entry is expunged (docs/safety.md)."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.ledger.ledger import Ledger
from tocsin.records.entries import Entry
from tocsin.records.ids import Digest

STAYS = ("expunged", "reading")
"""Kinds that hold no words of a document: they stay, so that it can be told what was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expunging:
    """What an expunging destroys: payloads of entries, and originals by digest. `stays` is told to whoever asks."""

    entries: tuple[Entry, ...]
    originals: tuple[Digest, ...] = ()
    stays: tuple[str, ...] = ()


def of_document(ledger: Ledger, document: Digest) -> Expunging:
    """Take all entries about a document: its origin, its text, findings, what people said of them, its original.

    What came in within it (attachments of a mail) are documents of their own.
    """
    told = list(ledger.entries(document=document))
    inner = {
        entry.subject
        for entry in ledger.entries(kind="document")
        if entry.payload is not None and entry.payload.get("within") == document
    }
    return Expunging(
        entries=tuple(entry for entry in told if entry.kind not in STAYS and not entry.expunged),
        originals=(document, *(proof for entry in told for proof in _proofs(entry))),
        stays=tuple(f"{name} came in within it and stays; expunge it too if it must go" for name in sorted(inner)),
    )


def of_finding(ledger: Ledger, finding: Digest) -> Expunging:
    """Take all entries about a finding. Its words still stand in the text of its document, and in the original."""
    told = list(ledger.entries(subject=finding))
    documents = sorted({entry.document for entry in told if entry.document is not None})
    return Expunging(
        entries=tuple(entry for entry in told if entry.kind not in STAYS and not entry.expunged),
        originals=tuple(proof for entry in told for proof in _proofs(entry)),
        stays=tuple(f"the words still stand in the text of {name}; expunge it if they must go" for name in documents),
    )


def of_entry(entry: Entry) -> Expunging:
    """Take one entry alone."""
    return Expunging(entries=() if entry.expunged else (entry,), originals=_proofs(entry))


def _proofs(entry: Entry) -> tuple[Digest, ...]:
    proof = (entry.payload or {}).get("proof") if entry.kind == "transmission" else None
    return (Digest(str(proof["document"])),) if isinstance(proof, dict) else ()
