# SPDX-License-Identifier: Apache-2.0
"""Recollections: what a process worked out from a ledger at clocks, kept so that two views need not work it out twice.

1. The key holds the chain of the ledger's head, which seals every entry: whatever is recorded, withdrawn or expunged
   makes another key, so that nothing kept can be out of date.
2. Only a few are kept, the newest; all can be let go of at any time, and none is written anywhere.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.records.ids import Digest

_T = TypeVar("_T")


class Recollections(Generic[_T]):
    """Answers of one kind; `most` are kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[tuple[Digest, Query, Hashable], _T] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, ledger: Ledger, query: Query, make: Callable[[], _T], *, beside: Hashable = None) -> _T:
        """Give what was made of this ledger, this query and what stands `beside` them, or make and keep it."""
        key = ledger.head().chain, query, beside
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._lock:
            self._held[key] = made
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return made
