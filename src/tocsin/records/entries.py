# SPDX-License-Identifier: Apache-2.0
"""Entries: the lines of the ledger, each with author, basis and moment, each sealed into the chain before the next.

Rules that hold for every ledger, whatever store keeps it:

1. `seq` counts from 1 without gaps; `recorded_at` never runs backwards along it.
2. `commitment` seals the payload under a salt of its own: who does not hold the salt learns nothing from it, and a
   payload may be withheld or destroyed while everything else still verifies.
3. `id` seals the entry's own head and its commitment; it does not depend on where in a ledger the entry stands.
4. `chain` seals `id` and place onto the chain before it; the first stands on `GENESIS`.
5. Nothing is changed or deleted but payload and salt of an expunged entry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from tocsin.records.ids import Digest, Json, canonical, digest

Payload: TypeAlias = Mapping[str, Json]

KINDS: Mapping[str, str] = {
    "document": "an original was taken in: where from, when, by whom; subject: the document",
    "text": "what an extractor drew from a document; subject: the text's id",
    "reading": "a reader went over a text with a catalogue; subject: the reading's id",
    "card": "a document's own facts; subject: the card's finding id",
    "finding": "what a reading proposes or a person adds; subject: the finding's id",
    "judgement": "a person confirms, corrects or rejects a finding; subject: the finding's id",
    "link": "one finding is put beside another, such as an answer to an ask; subject: the finding linked from",
    "answer": "what an addressee said or did about an ask; subject: the ask's finding id",
    "transmission": "a document or an ask was sent to somebody; subject: what was sent",
    "identity": "two actors are one, or are not; subject: `actor_id` of the first",
    "alias": "a name is given to an actor; subject: `actor_id`",
    "person": "who stands behind an author's handle; subject: `person_id` of the handle",
    "retraction": "an entry is withdrawn; subject: the withdrawn entry's subject",
    "expunged": "payloads were destroyed; subject: the first of them",
}
"""Every kind of entry and what it says; new kinds may join, none may change its meaning."""

BASES: Mapping[str, str] = {
    "read": "a reader found it in the text",
    "stated": "a person says so",
    "given": "it was told with the material (a path, a flag, a header)",
    "derived": "it follows from other entries, which the payload names",
    "imported": "it came out of another ledger or program, which the payload names",
}
"""On what an entry rests. A closed list: words about people belong in the payload, which can be destroyed."""

REMAINDER: Mapping[str, tuple[str, ...]] = {
    "judgement": ("verdict", "of", "replacement"),
    "retraction": ("entry",),
    "expunged": ("entries",),
}
"""Members that outlive an expunged payload, by kind: ids and closed words on which the standing of others rests."""

GENESIS = digest(canonical(["genesis", "tocsin-ledger/1"]))
"""What the first entry is chained to."""

PERSON = "person:"
"""How an author's handle begins when the author is a person; else the author is the id of a reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """What an author hands in; the ledger adds the moment, the salt, the seals and the place.

    `author` is `person:<handle>` or a reading's id (`sha256:…`); a handle is no place for a name at risk, a `person`
    entry holds the name. `document` is the document that the entry is about, None where there is none.
    """

    kind: str
    subject: Digest
    author: str
    basis: str
    payload: Payload
    document: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the ledger.

    Of an expunged entry `salt` is None and `payload` what `REMAINDER` keeps of its kind, None where that is nothing.

    `recorded_at` is UTC, ISO 8601 with microseconds and `Z`: its strings sort like its moments.
    """

    seq: int
    id: Digest
    kind: str
    subject: Digest
    document: Digest | None
    author: str
    basis: str
    recorded_at: str
    payload: Payload | None
    salt: bytes | None
    commitment: Digest
    chain: Digest

    @property
    def expunged(self) -> bool:
        """Say whether payload and salt were destroyed."""
        return self.salt is None

    @property
    def by_person(self) -> bool:
        """Say whether a person stands behind the entry."""
        return self.author.startswith(PERSON)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The last line of a ledger: whoever keeps it can tell later whether lines before it were changed or cut off."""

    seq: int = 0
    chain: Digest = GENESIS
    recorded_at: str = ""


def commitment(salt: bytes, payload: bytes) -> Digest:
    """Seal a payload (canonical JSON) under its salt.

    >>> commitment(b"0" * 16, b"{}") == commitment(b"1" * 16, b"{}")
    False
    """
    return digest(b"tocsin payload/1\0" + len(salt).to_bytes(2, "big") + salt + payload)


def entry_id(new: NewEntry, recorded_at: str, sealed: Digest) -> Digest:
    """Name an entry by everything in it but its place."""
    return _name(new, recorded_at, sealed)


def _name(of: NewEntry | Entry, recorded_at: str, sealed: Digest) -> Digest:
    head: list[Json] = ["entry", of.kind, of.subject, of.document, of.author, of.basis, recorded_at, sealed]
    return digest(canonical(head))


def chained(previous: Digest, seq: int, entry: Digest) -> Digest:
    """Seal an entry onto the chain."""
    return digest(canonical(["chain", previous, seq, entry]))


def sealed(new: NewEntry, *, head: Head, recorded_at: str, salt: bytes, payload: bytes) -> Entry:
    """Make an entry stand after `head`; `payload` is the canonical form of the new entry's payload."""
    seal = commitment(salt, payload)
    name = entry_id(new, recorded_at, seal)
    return Entry(
        seq=head.seq + 1,
        id=name,
        kind=new.kind,
        subject=new.subject,
        document=new.document,
        author=new.author,
        basis=new.basis,
        recorded_at=recorded_at,
        payload=new.payload,
        salt=salt,
        commitment=seal,
        chain=chained(head.chain, head.seq + 1, name),
    )


def broken(entry: Entry, payload: bytes | None, head: Head) -> str | None:
    """Name the first rule that an entry breaks after `head`; None where it holds. Quotes are checked elsewhere.

    `payload` is the payload as stored, None where it was expunged.
    """
    if entry.seq != head.seq + 1:
        return f"expected entry {head.seq + 1} here: entries are missing or out of order"
    if entry.recorded_at < head.recorded_at:
        return f"recorded at {entry.recorded_at}, before the entry that precedes it"
    if entry.salt is not None and commitment(entry.salt, payload or b"") != entry.commitment:
        return "the payload is not what was sealed"
    if _name(entry, entry.recorded_at, entry.commitment) != entry.id:
        return "kind, subject, document, author, basis or moment is not what was sealed"
    if chained(head.chain, entry.seq, entry.id) != entry.chain:
        return "the chain does not hold: an entry before this one was changed"
    return None


def kept(entry: Entry) -> Payload | None:
    """Give what outlives the payload of an entry that is expunged.

    Source: `REMAINDER`.
    """
    names = REMAINDER.get(entry.kind, ())
    return {name: entry.payload[name] for name in names if name in entry.payload} if entry.payload and names else None


def actor_id(actor: str) -> Digest:
    """Name an actor as the subject of an entry."""
    return digest(canonical(["actor", actor]))


def person_id(handle: str) -> Digest:
    """Name an author's handle as the subject of an entry."""
    return digest(canonical(["person", handle]))
