# SPDX-License-Identifier: Apache-2.0
"""Views: what is worked out of the whole ledger for a page, kept until its next entry, never waited for too long.

1. A view is a pure function of the ledger at clocks, of the catalogue, and of whether names at risk are shown.
2. It is worked out in a thread of its own with a ledger of its own; who asks waits a second, then is told to come back.
3. Whoever asks for the same meanwhile waits for the same work; what failed is told once and forgotten.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

_T = TypeVar("_T")

PATIENCE_SECONDS = 1.0
"""How long a page waits for a view before it says that it is being worked out."""
_KEPT = 32
"""How many views are kept."""
_AT_ONCE = 2
"""How many views are worked out at a time."""


class Working(Exception):  # noqa: N818 - nothing failed
    """A view is still being worked out."""

    def __init__(self, seconds: int) -> None:
        super().__init__(f"being worked out for {seconds} seconds")
        self.seconds = seconds


@dataclass(kw_only=True)
class _Making:
    """One view, made or being made, of the ledger as it stood at `seq`."""

    seq: int
    begun: float = field(default_factory=time.monotonic)
    done: threading.Event = field(default_factory=threading.Event)
    value: object = None
    failed: Exception | None = None


class Views:
    """The views of a room, shared by all its requests."""

    def __init__(self, *, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self.patience_seconds = patience_seconds
        self._lock = threading.Lock()
        self._turns = threading.Semaphore(_AT_ONCE)
        self._held: OrderedDict[object, _Making] = OrderedDict()

    def give(self, key: object, seq: int, made: Callable[[], _T]) -> _T:
        """Give a view of the ledger as it stands at `seq`, working it out where nobody has.

        Raises:
            Working: It takes longer than a page may.
            TocsinError: The view cannot be made of what was asked for.
        """
        with self._lock:
            making = self._held.get(key)
            if making is None or (making.seq != seq and making.done.is_set()):
                making = self._begun(key, seq, made)
            self._held.move_to_end(key)
        if not making.done.wait(self.patience_seconds):
            raise Working(round(time.monotonic() - making.begun))
        if making.failed is not None:
            with self._lock:
                if self._held.get(key) is making:
                    del self._held[key]
            raise making.failed
        value: _T = making.value  # type: ignore[assignment]
        return value

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let no view be made meanwhile: those asked for wait their turn."""
        with ExitStack() as turns:
            for _ in range(_AT_ONCE):
                turns.enter_context(self._turns)
            yield

    def _begun(self, key: object, seq: int, made: Callable[[], object]) -> _Making:
        making = self._held[key] = _Making(seq=seq)
        while len(self._held) > _KEPT:
            self._held.popitem(last=False)
        threading.Thread(target=self._make, args=(making, made), daemon=True, name="view").start()
        return making

    def _make(self, making: _Making, made: Callable[[], object]) -> None:
        try:
            with self._turns:
                making.value = made()
        except Exception as error:  # noqa: BLE001 - told to whoever asked
            making.failed = error
        finally:
            making.done.set()
