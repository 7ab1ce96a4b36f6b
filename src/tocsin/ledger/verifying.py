# SPDX-License-Identifier: Apache-2.0
"""Verifying: every entry, text and quote held against its seal, in the order of recording.

An entry whose payload is gone holds where a later `expunged` entry names it and keeps of it what is kept, or where
whoever passed the entries on says that it was withheld. A text that is gone holds where its entry was expunged. The
tail of a ledger can be cut off without a broken seal: whoever keeps a head from before finds that out with `contains`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping

from tocsin.errors import BrokenPromise
from tocsin.ledger.failures import BrokenChain, BrokenText, UnknownText
from tocsin.ledger.layouts import layout
from tocsin.ledger.ledger import Ledger, Progress, Sealed, Verified
from tocsin.ledger.sealing import check_quote, content_digest, subject_of
from tocsin.records.entries import Entry, Head, Payload, broken, kept
from tocsin.records.ids import Digest, Json, canonical, digest
from tocsin.records.texts import Text


class Verifier:
    """Goes over a ledger's entries once; `where` names the ledger in messages."""

    def __init__(
        self, where: str, text: Callable[[Digest, str], Text], *, withheld: Collection[Digest] = frozenset()
    ) -> None:
        self._where = where
        self._withheld = withheld
        self._text = text
        self._head = Head()
        self._gone: dict[Digest, tuple[int, Json]] = {}
        self._expunged: dict[Digest, Json] = {}
        self._last: tuple[tuple[Digest, str], Text | None] | None = None
        self._counts = {"texts": 0, "quotes": 0, "bytes": 0}

    def verify(
        self, entries: Iterator[tuple[Entry, bytes | None]], total: int, progress: Progress | None = None
    ) -> Verified:
        """Hold all entries, each given with its payload as stored."""
        for entry, payload in entries:
            self._entry(entry, payload)
            if progress is not None and (entry.seq % 500 == 0 or entry.seq == total):
                progress(entry.seq, total)
        for name, (seq, remains) in self._gone.items():
            if name in self._withheld and name not in self._expunged:
                continue
            if name not in self._expunged:
                raise BrokenChain(self._where, seq, "the payload is gone, and no entry says that it was expunged")
            if self._expunged[name] != remains:
                raise BrokenChain(self._where, seq, "what is kept of the expunged payload was changed")
        return Verified(
            head=self._head,
            entries=self._head.seq,
            expunged=len(self._gone),
            texts=self._counts["texts"],
            quotes=self._counts["quotes"],
            size_bytes=self._counts["bytes"],
        )

    def _entry(self, entry: Entry, payload: bytes | None) -> None:
        reason = broken(entry, payload, self._head)
        if reason is not None:
            raise BrokenChain(self._where, entry.seq, reason)
        self._head = Head(seq=entry.seq, chain=entry.chain, recorded_at=entry.recorded_at)
        self._counts["bytes"] += len(payload or b"")
        if entry.kind == "expunged" and entry.payload is not None:
            self._note(entry)
        if entry.expunged:
            self._gone[entry.id] = (entry.seq, _plain(entry.payload))
        elif entry.kind in {"finding", "card"}:
            self._finding(entry)
        elif entry.kind == "answer" and entry.document is not None and "quote" in (entry.payload or {}):
            self._quoted(entry, entry.document, entry.payload or {})
        elif entry.kind == "text":
            self._stored(entry)

    def _note(self, entry: Entry) -> None:
        named = (entry.payload or {}).get("entries")
        for one in named if isinstance(named, list) else []:
            self._expunged[Digest(str(one["id"]))] = one["kept"]

    def _stored(self, entry: Entry) -> None:
        payload, document = entry.payload or {}, entry.document
        assert document is not None
        version = str(payload["version"])
        text = self._held(document, version)
        if text is None:
            raise BrokenText(self._where, document, version)
        if content_digest(text) != payload["content"] or digest(layout(text)) != payload["layout"]:
            raise BrokenText(self._where, document, version)
        self._counts["texts"] += 1
        self._counts["bytes"] += len(text.content)

    def _finding(self, entry: Entry) -> None:
        payload, document = entry.payload or {}, entry.document
        assert document is not None
        if subject_of(document, payload) != entry.subject:
            raise BrokenChain(self._where, entry.seq, "the finding's id is not what its place gives")
        self._quoted(entry, document, payload)

    def _quoted(self, entry: Entry, document: Digest, payload: Payload) -> None:
        text = self._held(document, str(payload["version"]))
        if text is None:  # its text was expunged; the words are still sealed
            return
        try:
            check_quote(document, payload, text.content)
        except BrokenPromise as error:
            raise BrokenChain(self._where, entry.seq, str(error)) from error
        self._counts["quotes"] += 1

    def _held(self, document: Digest, version: str) -> Text | None:
        if self._last is None or self._last[0] != (document, version):
            try:
                held: Text | None = self._text(document, version)
            except UnknownText:
                held = None
            self._last = ((document, version), held)
        return self._last[1]


def contains(ledger: Ledger, kept_head: Head) -> None:
    """Hold a ledger against a head that was kept from before: nothing up to it was cut off or made anew.

    Raises:
        BrokenChain: The ledger has no such line.
    """
    if kept_head.seq == 0:
        return
    last = next(ledger.entries(after=kept_head.seq - 1, until=kept_head.seq), None)
    if last is None or last.chain != kept_head.chain:
        found = "the ledger ends before it" if last is None else "another entry stands there"
        raise BrokenChain("ledger", kept_head.seq, f"the head that was kept is not in this ledger: {found}")


def _plain(value: object) -> Json:
    return value  # type: ignore[return-value]


def raw(entry: Entry) -> tuple[Entry, bytes | None]:
    """Give an entry with its payload in canonical form."""
    return entry, None if entry.expunged or entry.payload is None else canonical(entry.payload)


def stored(entry: Entry) -> tuple[Entry, bytes | None]:
    """Give an entry with what a store keeps as its payload: its canonical form, or what outlives it."""
    return entry, None if entry.payload is None else canonical(entry.payload)


def following(sealed: Sealed, head: Head, where: str) -> Head:
    """Hold an entry that comes from elsewhere against the head it shall stand after; give the head it makes.

    Raises:
        BrokenChain: It does not follow, or is not what was sealed.
    """
    entry, payload = raw(sealed.entry)
    reason = broken(entry, payload, head)
    if reason is not None:
        raise BrokenChain(where, entry.seq, reason)
    return Head(seq=entry.seq, chain=entry.chain, recorded_at=entry.recorded_at)


def destroyed(entry: Entry) -> list[Digest]:
    """Give the ids of the entries whose payloads an `expunged` entry destroyed."""
    named = (entry.payload or {}).get("entries") if entry.kind == "expunged" else None
    return [Digest(str(one["id"])) for one in named if isinstance(one, Mapping)] if isinstance(named, list) else []


def remainder(entries: list[Entry]) -> Json:
    """Say which entries an `expunged` entry destroys, and what is kept of each."""
    return [{"id": entry.id, "kept": _plain(kept(entry))} for entry in entries]
