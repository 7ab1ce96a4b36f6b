# SPDX-License-Identifier: Apache-2.0
"""The ledger's one protocol: append and read, never update; every store keeps the same contract.

1. `append` is all or nothing and durable when it returns: what it returned survives a crash of the machine.
2. One writer at a time; the moment of recording is taken while no other writes, and never runs backwards.
3. What was recorded by a moment is the same whenever it is asked, once the moment is past.
4. Reading sees whole batches only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, Self

from tocsin.ledger.queries import Hit, Query, Row
from tocsin.ledger.states import State
from tocsin.records.entries import Entry, Head, NewEntry
from tocsin.records.ids import Digest
from tocsin.records.problems import Problem
from tocsin.records.texts import Text

Progress = Callable[[int, int], None]
"""Told how much is done of how much; units are the caller's to name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Entries that belong together: all are recorded or none.

    `texts` are the bodies of the batch's `text` entries. `once`: where an entry with this subject and one of the kinds
    that `entries` holds for it stands already, nothing is recorded (a second reading of the same is a no-op).
    `expects` are (finding, seq) pairs: the newest entry about the finding that the author had seen; where another has
    come since, the batch is refused with `Moved`.
    """

    entries: tuple[NewEntry, ...]
    texts: tuple[Text, ...] = ()
    once: Digest | None = None
    expects: tuple[tuple[Digest, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Appended:
    """What was recorded, in order; empty where `Batch.once` stood already. `problems`: the clock went back."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """An entry as a ledger sealed it; `text` is the body of a `text` entry, None for others and where it is gone."""

    entry: Entry
    text: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What `verify` held against its seals: counts, and the head to keep elsewhere."""

    head: Head
    entries: int
    expunged: int
    texts: int
    quotes: int
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many findings stand how, as `Query` selects them; `by_state` in the order of `states.STATES`."""

    total: int
    unconfirmed: int
    by_state: tuple[tuple[str, int], ...] = field(default=())


class Ledger(Protocol):
    """Append and read. Open one with `sqlite.open_ledger(path)`; `memory.MemoryLedger()` serves tests."""

    def append(self, batch: Batch) -> Appended:
        """Record a batch.

        Raises:
            DocumentExpunged: A text of the document was destroyed on purpose; it is not taken in again.
            Moved: Something the batch expects has changed meanwhile; both versions are in the error.
            LedgerBusy: Another process kept writing for longer than the wait.
            LedgerFull: No room on the disk; nothing of the batch is recorded.
            LedgerReadOnly: The file or its folder cannot be written.
        """
        ...

    def adopt(self, sealed: Iterable[Sealed]) -> Head:
        """Take entries over as another ledger sealed them, after the last of this one; give the new head.

        All or nothing. What an adopted `expunged` entry names is destroyed here too. Quotes are not looked up: whoever
        calls this has verified the whole.

        Raises:
            BrokenChain: An entry does not follow on the one before it, or is not what was sealed.
        """
        ...

    def expunge(self, entries: Sequence[Digest], *, author: str, reason: str) -> Entry:
        """Destroy payload and salt of entries (and stored texts with them) under an `expunged` entry, which is given.

        Raises:
            UnknownEntry: One of the ids is none of this ledger's; nothing is destroyed.
        """
        ...

    def head(self) -> Head:
        """Give the last line's place, chain and moment."""
        ...

    def entry(self, name: Digest) -> Entry:
        """Give an entry by its id.

        Raises:
            UnknownEntry: There is none.
        """
        ...

    def entries(
        self,
        *,
        after: int = 0,
        until: int | None = None,
        kind: str | None = None,
        subject: Digest | None = None,
        document: Digest | None = None,
        recorded_by: str | None = None,
    ) -> Iterator[Entry]:
        """Give entries in order of `seq`: after one (exclusive), until one (inclusive), all filters together."""
        ...

    def seq_at(self, recorded_by: str | None) -> int:
        """Give the last seq recorded by a moment (ISO 8601 with microseconds and Z); None means now."""
        ...

    def text(self, document: Digest, version: str) -> Text:
        """Give a stored text.

        Raises:
            UnknownText: It was never stored, or was expunged.
        """
        ...

    def versions(self, document: Digest) -> tuple[str, ...]:
        """Give the text versions held of a document, oldest first; empty where the document is unknown."""
        ...

    def state(self, finding: Digest, *, recorded_by: str | None = None) -> State:
        """Say how a finding stood.

        Raises:
            UnknownFinding: Nothing was said of it by then.
        """
        ...

    def rows(self, query: Query) -> Iterator[Row]:
        """List findings as they stood, by published (earliest), document, start, end, id."""
        ...

    def counts(self, query: Query) -> Counts:
        """Count findings as they stood."""
        ...

    def values(self, role: str, *, recorded_by: str | None = None) -> tuple[tuple[str, int], ...]:
        """Give each value of a role (`addressee`, `instrument` …) with how many findings have it, most first."""
        ...

    def search(self, words: str, *, limit: int = 100, recorded_by: str | None = None) -> Iterator[Hit]:
        """Find passages that hold all words; words between double quotes stand together.

        Best first; where thousands match, or a past moment is asked for, in order of recording.

        Raises:
            BadQuery: There is no word in it, or a quotation mark has no second.
        """
        ...

    def verify(self, progress: Progress | None = None) -> Verified:
        """Hold every entry, text and quote against its seal.

        Raises:
            BrokenChain: The first entry that does not hold, with what is wrong.
            BrokenText: A stored text is not what was sealed.
            QuoteNotFound: The words of a finding do not stand in the stored text.
        """
        ...

    def close(self) -> None:
        """Let go of the store; a closed ledger answers nothing."""
        ...

    def __enter__(self) -> Self:
        """Give the ledger itself."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        ...
