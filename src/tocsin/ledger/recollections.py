# SPDX-License-Identifier: Apache-2.0
"""Recollections: what a process worked out from a ledger at clocks, kept so that two views need not work it out twice.

1. The key holds the chain of the ledger's head, which seals every entry: whatever is recorded, withdrawn or expunged
   makes another key, so that nothing kept can be out of date.
2. Only a few are kept, the newest; all can be let go of at any time, and none is written anywhere.
3. Whoever asks for what another thread is working out waits for it. What fails, or what the ledger outgrew meanwhile,
   is not kept.

What rests on each document by itself outlives the head (`parts`), so that a further document costs little.
"""

from __future__ import annotations

import threading
import weakref
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.records.ids import Digest

_T = TypeVar("_T")


class Forgetting(Protocol):
    """Something that keeps what can be worked out again."""

    def forget(self) -> None:
        """Let go of all that is kept."""
        ...


_ALL: weakref.WeakSet[Forgetting] = weakref.WeakSet()


def remembered(memory: Forgetting) -> None:
    """Enter a memory among those that `forget` empties."""
    _ALL.add(memory)


def forget() -> None:
    """Let go of all that this process worked out from ledgers: it is worked out again where it is asked for."""
    for memory in tuple(_ALL):
        memory.forget()


@dataclass(slots=True)
class _Answer(Generic[_T]):
    """An answer, empty until it is made."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    made: list[_T] = field(default_factory=list)


class Recollections(Generic[_T]):
    """Answers of one kind; `most` are kept."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[tuple[Digest, Query, Hashable], _Answer[_T]] = OrderedDict()
        self._lock = threading.Lock()
        remembered(self)

    def forget(self) -> None:
        """Let go of all answers."""
        with self._lock:
            self._held.clear()

    def get(self, ledger: Ledger, query: Query, make: Callable[[], _T], *, beside: Hashable = None) -> _T:
        """Give what was made of this ledger, this query and what stands `beside` them, or make and keep it."""
        head = ledger.head().chain
        key = head, query, beside
        with self._lock:
            answer = self._held.setdefault(key, _Answer())
            self._held.move_to_end(key)
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        with answer.lock:
            if answer.made:
                return answer.made[0]
            made = make()
            if ledger.head().chain == head:
                answer.made.append(made)
            return made
