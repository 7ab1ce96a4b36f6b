# SPDX-License-Identifier: Apache-2.0
"""Sealing: a batch made into entries after a head, with every promise checked before anything is written."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypeAlias

from tocsin.errors import BadRequest, BrokenPromise
from tocsin.ledger.ledger import Batch
from tocsin.records.anchors import QuoteNotFound
from tocsin.records.entries import BASES, KINDS, PERSON, Entry, Head, NewEntry, Payload, sealed
from tocsin.records.ids import Digest, Json, canonical, digest, finding_id
from tocsin.records.problems import Problem
from tocsin.records.runs import text_id
from tocsin.records.texts import Text

Clock: TypeAlias = Callable[[], datetime]
"""Gives the present moment, aware of its zone."""

Salts: TypeAlias = Callable[[], bytes]
"""Gives a new salt of 16 bytes that nobody can guess."""


def now() -> datetime:
    """Give the present moment in UTC."""
    return datetime.now(UTC)


def salt() -> bytes:
    """Give a new salt."""
    return secrets.token_bytes(16)


class ImproperEntry(BrokenPromise):
    """An entry was handed in that no ledger may hold: the program that made it is at fault."""

    def __init__(self, new: NewEntry, reason: str) -> None:
        super().__init__(f"{new.kind} about {new.subject}: {reason}; nothing was recorded, report this as a fault")


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """When a batch is recorded; `problem` where the clock had gone back and the last moment was kept instead."""

    recorded_at: str
    problem: Problem | None = None


def moment(clock: Clock, head: Head, where: str) -> Moment:
    """Take the moment of recording, never before the head's.

    >>> moment(lambda: datetime(2026, 1, 2, tzinfo=UTC), Head(), "tocsin.db").recorded_at
    '2026-01-02T00:00:00.000000Z'
    """
    told = stamp(clock())
    if told >= head.recorded_at:
        return Moment(recorded_at=told)
    message = f"the clock says {told}, the last entry {head.recorded_at}; the later is recorded, set the clock right"
    return Moment(recorded_at=head.recorded_at, problem=Problem(where=where, code="clock-went-back", message=message))


def stamp(when: datetime) -> str:
    """Write a moment in the one form that entries use."""
    return when.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def chain(entries: tuple[NewEntry, ...], head: Head, recorded_at: str, salts: Salts) -> Iterator[tuple[Entry, bytes]]:
    """Seal new entries one after the other; each comes with its payload in canonical form."""
    for new in entries:
        payload = canonical(new.payload)
        entry = sealed(new, head=head, recorded_at=recorded_at, salt=salts(), payload=payload)
        head = Head(seq=entry.seq, chain=entry.chain, recorded_at=recorded_at)
        yield entry, payload


class TextDiffers(BrokenPromise):
    """An extractor drew other characters than are stored under the same version."""

    def __init__(self, text: Text) -> None:
        super().__init__(
            f"{text.document}: {text.version} now draws other characters than the stored text has; "
            "use the stored text, and give the extractor a new number"
        )


class DocumentExpunged(BadRequest):
    """A document whose text was expunged is taken in again."""

    def __init__(self, expunged: Entry) -> None:
        super().__init__(
            f"{expunged.document}: its text was expunged from this ledger (entry {expunged.seq}); it is not read again"
        )


def refuse_expunged(batch: Batch, texts_of: Callable[[Digest], Iterable[Entry]]) -> None:
    """Keep out what was destroyed on purpose; `texts_of` gives the `text` entries of a document.

    Raises:
        DocumentExpunged: A text of the document was expunged, by whatever extractor it was drawn.
    """
    for document in {text.document for text in batch.texts}:
        for entry in texts_of(document):
            if entry.expunged:
                raise DocumentExpunged(entry)


def needed(batch: Batch, held: Mapping[tuple[Digest, str], Text]) -> tuple[NewEntry, ...]:
    """Give a batch's entries without those about texts that are held already.

    Raises:
        TextDiffers: A held text has other characters.
    """
    known = set()
    for text in batch.texts:
        stored = held.get((text.document, text.version))
        if stored is not None and stored.content != text.content:
            raise TextDiffers(text)
        if stored is not None:
            known.add(text_id(text.document, text.version))
    return tuple(new for new in batch.entries if new.kind != "text" or new.subject not in known)


def expunging(named: Sequence[Entry], remains: Json, author: str, reason: str) -> NewEntry:
    """Make the entry under which payloads are destroyed."""
    if not named:
        raise NothingToExpunge
    documents = {entry.document for entry in named}
    return NewEntry(
        kind="expunged",
        subject=named[0].subject,
        document=documents.pop() if len(documents) == 1 else None,
        author=author,
        basis="stated",
        payload={"entries": remains, "reason": reason},
    )


class NothingToExpunge(BadRequest):
    """No entry was named."""

    def __init__(self) -> None:
        super().__init__("nothing to expunge: name at least one entry")


def content_digest(text: Text) -> Digest:
    """Hash a text's characters as UTF-8."""
    return digest(text.content.encode())


def check(entries: tuple[NewEntry, ...], texts: Mapping[tuple[Digest, str], str]) -> None:
    """Hold new entries against what every ledger promises; `texts` are the contents findings stand in.

    Raises:
        ImproperEntry: A kind or basis is unknown, an author has no form, or an id is not what its parts give.
        QuoteNotFound: A finding's words do not stand where it says.
    """
    for new in entries:
        if new.kind not in KINDS or new.basis not in BASES:
            raise ImproperEntry(new, f"kind {new.kind!r} or basis {new.basis!r} is unknown")
        if not new.author.startswith((PERSON, "sha256:")) or len(new.author) < len(PERSON) + 1:
            raise ImproperEntry(new, f"author {new.author!r} is neither person:<handle> nor a reading's id")
        if new.kind in {"finding", "card"}:
            if new.document is None or new.subject != subject_of(new.document, new.payload):
                raise ImproperEntry(new, "the finding's id is not what its place gives")
            content = texts.get((new.document, str(new.payload["version"])))
            if content is None:
                raise ImproperEntry(new, f"no text {new.payload['version']} of {new.document} is held")
            check_quote(new.document, new.payload, content)
        elif new.kind in {"judgement", "link", "answer", "retraction"} and not new.author.startswith(PERSON):
            raise ImproperEntry(new, "only people judge")
        elif new.kind == "text" and (
            new.document is None or new.subject != text_id(new.document, str(new.payload["version"]))
        ):
            raise ImproperEntry(new, "the text's id is not what its parts give")


def subject_of(document: Digest, payload: Payload) -> Digest:
    """Name the finding that a payload describes; a card stands at 0:0."""
    return finding_id(
        document,
        str(payload["version"]),
        str(payload["kind"]),
        _offset(payload, "start"),
        _offset(payload, "end"),
        _offset(payload, "ordinal"),
    )


def check_quote(document: Digest, payload: Payload, content: str) -> None:
    """Hold a finding's words against the text; a card has none.

    Raises:
        QuoteNotFound: Other words stand there.
    """
    if payload["kind"] == "document":
        return
    start, end, quote = _offset(payload, "start"), _offset(payload, "end"), payload.get("quote")
    if not 0 <= start < end or content[start:end] != quote:
        raise QuoteNotFound(document, start, end, str(quote))


def _offset(payload: Payload, name: str) -> int:
    value = payload.get(name, 0)
    return value if isinstance(value, int) else -1
