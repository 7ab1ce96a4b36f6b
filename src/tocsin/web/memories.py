# SPDX-License-Identifier: Apache-2.0
"""Memories: what a room that stays open need not work out again, let go of as soon as an entry changes it.

1. What is kept is a pure function of the ledger at clocks; whatever is kept can be thrown away.
2. What is kept about a document is right until the ledger has a newer entry about that document.
3. What the rooms below keep themselves – shelves, listings – is not kept here again.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass
from typing import TypeVar

from tocsin.ledger.ledger import Ledger
from tocsin.records.ids import Digest

_T = TypeVar("_T")
_WHOLE = 256
"""How many things about the whole ledger are kept."""
_DOCUMENTS = 20_000
"""How many things about documents are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    seq: int
    value: object


class Memory:
    """What was worked out, shared by all requests; every method takes the ledger that the request has open."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._whole: OrderedDict[object, _Kept] = OrderedDict()
        self._about: OrderedDict[tuple[Digest, object], _Kept] = OrderedDict()
        self._newest: dict[Digest, int] = {}
        self._seen = 0

    def forget(self) -> None:
        """Forget all: the catalogue changed."""
        with self._lock:
            self._whole.clear()
            self._about.clear()

    def whole(self, ledger: Ledger, name: object, made: Callable[[], _T]) -> _T:
        """Give what rests on the whole ledger, made anew after every entry."""
        head = ledger.head().seq
        with self._lock:
            kept = self._whole.get(name)
        if kept is None or kept.seq != head:
            kept = _Kept(seq=head, value=made())
            with self._lock:
                self._whole[name] = kept
                while len(self._whole) > _WHOLE:
                    self._whole.popitem(last=False)
        value: _T = kept.value  # type: ignore[assignment]
        return value

    def since(self, ledger: Ledger, name: object, begun: _T, renewed: Callable[[Ledger, _T, int], _T]) -> _T:
        """Give what is brought up to date by the entries after those that it knows; `renewed` gets it and the head."""
        head = ledger.head().seq
        with self._lock:
            kept = self._whole.get(name)
        value: _T = begun if kept is None else kept.value  # type: ignore[assignment]
        if kept is None or kept.seq != head:
            value = renewed(ledger, value, head)
            with self._lock:
                self._whole[name] = _Kept(seq=head, value=value)
        return value

    def about(self, ledger: Ledger, document: Digest, name: object, made: Callable[[], _T]) -> _T:
        """Give what rests on one document's entries, made anew after every entry about it."""
        newest = self.newest(ledger, document)
        key = (document, name)
        with self._lock:
            kept = self._about.get(key)
        if kept is None or kept.seq != newest:
            kept = _Kept(seq=newest, value=made())
            with self._lock:
                self._about[key] = kept
                while len(self._about) > _DOCUMENTS:
                    self._about.popitem(last=False)
        value: _T = kept.value  # type: ignore[assignment]
        return value

    def newest(self, ledger: Ledger, document: Digest) -> int:
        """Give the newest entry about a document that this room has seen come in; 0 for what stood when it opened."""
        with self._lock:
            head = ledger.head().seq
            if not self._seen:
                self._seen = head
            if self._seen < head:
                for entry in ledger.entries(after=self._seen):
                    if entry.document is not None:
                        self._newest[entry.document] = entry.seq
                self._seen = head
            return self._newest.get(document, 0)

    def masks(self, ledger: Ledger, recorded_by: str | None) -> MutableMapping[Digest, _T]:
        """Give what keeps the masks of documents' names; it belongs to one request's ledger."""
        return _Masks(self, ledger, recorded_by)


class _Masks(MutableMapping[Digest, _T]):
    def __init__(self, memory: Memory, ledger: Ledger, recorded_by: str | None) -> None:
        self._memory, self._ledger, self._name = memory, ledger, ("mask", recorded_by)
        self._here: dict[Digest, _Kept] = {}  # one request looks a document up once

    def _kept(self, document: Digest) -> _Kept | None:
        if document not in self._here:
            kept = self._looked_up(document)
            if kept is None:
                return None
            self._here[document] = kept
        return self._here[document]

    def _looked_up(self, document: Digest) -> _Kept | None:
        kept = self._memory._about.get((document, self._name))  # noqa: SLF001 - one module, one thing
        return kept if kept is not None and kept.seq == self._memory.newest(self._ledger, document) else None

    def __contains__(self, document: object) -> bool:
        return isinstance(document, str) and self._kept(Digest(document)) is not None

    def __getitem__(self, document: Digest) -> _T:
        kept = self._kept(document)
        if kept is None:
            raise KeyError(document)
        value: _T = kept.value  # type: ignore[assignment]
        return value

    def __setitem__(self, document: Digest, value: _T) -> None:
        self._memory.about(self._ledger, document, self._name, lambda: value)

    def __delitem__(self, document: Digest) -> None:
        raise TypeError("masks are let go of by themselves")

    def __iter__(self) -> Iterator[Digest]:
        return iter(())

    def __len__(self) -> int:
        return 0
