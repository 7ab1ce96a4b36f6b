# SPDX-License-Identifier: Apache-2.0
"""Parts: what rests on each document by itself, kept from one head of a ledger to the next.

1. A part is a pure function of the entries about its document, up to a moment where one is asked for, and of what
   stands `beside`. When the ledger grows, the parts of the documents that newer entries are about are made anew; all
   others stand.
2. A ledger goes on from a head that was seen where its entry at that place has that head's chain; any other ledger is
   begun anew.
3. Parts can be let go of at any time; the last few sets are kept, and none is written anywhere.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.recollections import remembered
from tocsin.ledger.verifying import destroyed
from tocsin.records.entries import Head
from tocsin.records.ids import Digest

_T = TypeVar("_T")

Make = Callable[[Collection[Digest] | None], Mapping[Digest, _T]]
"""Makes the parts of some documents, or of all (None); a document that has none is left out."""

_FEW, _MANY = 8, 0.2
"""Documents that changed up to which each is made by itself: so many, or this share of all; else all in one pass."""

_LEDGERS = 2
"""Ledgers of which parts are kept at a time: a process seldom has more open."""


@dataclass(slots=True)
class _Kept(Generic[_T]):
    """The parts as they stood at a head."""

    head: Head = field(default_factory=Head)
    parts: Mapping[Digest, _T] = field(default_factory=dict)
    lock: threading.RLock = field(default_factory=threading.RLock)


class Parts(Generic[_T]):
    """Parts of one kind; `most` sets are kept, one for each moment and what stood beside it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, list[_Kept[_T]]] = OrderedDict()
        self._lock = threading.Lock()
        remembered(self)

    def forget(self) -> None:
        """Let go of all parts."""
        with self._lock:
            self._held.clear()

    def get(
        self, ledger: Ledger, recorded_by: str | None, make: Make[_T], *, beside: Hashable = None
    ) -> Mapping[Digest, _T]:
        """Give the parts of all documents, in no order that means anything; what is given is never changed."""
        key = recorded_by, beside
        with self._lock:
            several = self._held.setdefault(key, [])
            self._held.move_to_end(key)
            while len(self._held) > self._most:
                self._held.popitem(last=False)
            kept = next((one for one in several if follows(ledger, one.head)), None)
            if kept is None:
                kept = _Kept()
                several[:] = [kept, *several[: _LEDGERS - 1]]
        with kept.lock:
            head = ledger.head()
            if kept.head.chain != head.chain:
                kept.parts = _renewed(ledger, kept, head, make) if follows(ledger, kept.head) else make(None)
                kept.head = head
            return kept.parts


def follows(ledger: Ledger, head: Head) -> bool:
    """Say whether a ledger goes on from a head that was seen; every ledger goes on from an empty one."""
    return all(entry.chain == head.chain for entry in ledger.entries(after=head.seq - 1, until=head.seq)) and (
        ledger.head().seq >= head.seq
    )


def changed(ledger: Ledger, since: Head, until: Head) -> frozenset[Digest]:
    """Give the documents that entries after a head are about, those included of which something was destroyed."""
    found: set[Digest | None] = set()
    for entry in ledger.entries(after=since.seq, until=until.seq):
        found.add(entry.document)
        found.update(ledger.entry(name).document for name in destroyed(entry))
    return frozenset(document for document in found if document is not None)


def _renewed(ledger: Ledger, kept: _Kept[_T], head: Head, make: Make[_T]) -> Mapping[Digest, _T]:
    if not kept.parts:
        return make(None)
    anew = changed(ledger, kept.head, head)
    if not anew:
        return kept.parts
    if len(anew) > max(_FEW, _MANY * len(kept.parts)):
        return make(None)
    parts = dict(kept.parts)
    for document in anew:
        parts.pop(document, None)
    parts.update(make(anew))
    return parts
