# SPDX-License-Identifier: Apache-2.0
"""Views: what is worked out of the whole ledger for a page, kept until its next entry, never waited for too long.

1. A view is a pure function of the ledger at clocks, of the catalogue, and of whether names at risk are shown.
2. It is worked out in a thread of its own with a ledger of its own, behind whoever asks for pages; who asks for it
   waits a second, then is given what stood before the last entries, and told so, or where nothing did, to come back.
3. Whoever asks for the same meanwhile waits for the same work; what failed is told once and forgotten.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

_T = TypeVar("_T")

PATIENCE_SECONDS = 1.0
"""How long a page waits for a view before it says that it is being worked out."""
_KEPT = 32
"""How many views are kept."""
_AT_ONCE = 2
"""How many views are worked out at a time."""
_NICE = 10
"""How much a thread that works views out stands behind those that answer, where the system can tell threads apart."""


class Working(Exception):  # noqa: N818 - nothing failed
    """A view is still being worked out; `usual` is how long it took the last time, None where it never was."""

    def __init__(self, seconds: int, usual: int | None = None) -> None:
        super().__init__(f"being worked out for {seconds} seconds")
        self.seconds = seconds
        self.usual = usual


@dataclass(frozen=True, slots=True, kw_only=True)
class Given(Generic[_T]):
    """A view; `behind` says how many entries came since, 0 where it is of the ledger as it stands."""

    value: _T
    behind: int = 0


@dataclass(kw_only=True)
class _Making:
    """One view, made or being made, of the ledger as it stood at `seq`; `before` is the one that it follows."""

    seq: int
    before: _Making | None = None
    begun: float = field(default_factory=time.monotonic)
    done: threading.Event = field(default_factory=threading.Event)
    value: object = None
    failed: Exception | None = None

    @property
    def sound(self) -> bool:
        """Whether it is there to be shown."""
        return self.done.is_set() and self.failed is None


class Views:
    """The views of a room, shared by all its requests."""

    def __init__(self, *, patience_seconds: float = PATIENCE_SECONDS) -> None:
        self.patience_seconds = patience_seconds
        self._lock = threading.Lock()
        self._turns = threading.Semaphore(_AT_ONCE)
        self._held: OrderedDict[object, _Making] = OrderedDict()
        self._took: dict[object, float] = {}

    def give(self, key: object, seq: int, made: Callable[[], _T], *, fresh: bool = False) -> Given[_T]:
        """Give a view of the ledger as it stands at `seq`, working it out where nobody has.

        What stood before is given where that takes long, unless it is to be `fresh`.

        Raises:
            Working: It takes longer than a page may.
            TocsinError: The view cannot be made of what was asked for.
        """
        with self._lock:
            making = self._held.get(key)
            if making is None or (making.seq != seq and making.done.is_set()):
                making = self._begun(key, seq, made, before=making)
            self._held.move_to_end(key)
        done = making.done.wait(self.patience_seconds)
        held = making if done else making.before
        if not done and (fresh or held is None):
            usual = self._took.get(_kind(key))
            raise Working(round(time.monotonic() - making.begun), None if usual is None else max(1, round(usual)))
        assert held is not None
        if held.failed is not None:
            with self._lock:
                if self._held.get(key) is making:
                    del self._held[key]
            raise held.failed
        value: _T = held.value  # type: ignore[assignment]
        return Given(value=value, behind=max(0, seq - held.seq))

    def forget(self, key: object) -> None:
        """Let go of a view."""
        with self._lock:
            self._held.pop(key, None)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let no view be made meanwhile: those asked for wait their turn."""
        with ExitStack() as turns:
            for _ in range(_AT_ONCE):
                turns.enter_context(self._turns)
            yield

    def _begun(self, key: object, seq: int, made: Callable[[], object], *, before: _Making | None) -> _Making:
        shown = before if before is not None and before.sound else None
        if shown is not None:
            shown.before = None  # one is kept to be shown meanwhile, not a row of them
        making = self._held[key] = _Making(seq=seq, before=shown)
        while len(self._held) > _KEPT:
            self._held.popitem(last=False)
        threading.Thread(target=self._make, args=(key, making, made), daemon=True, name="view").start()
        return making

    def _make(self, key: object, making: _Making, made: Callable[[], object]) -> None:
        _stand_back()
        try:
            with self._turns:
                making.begun = time.monotonic()
                making.value = made()
                self._took[_kind(key)] = time.monotonic() - making.begun
        except Exception as error:  # noqa: BLE001 - told to whoever asked
            making.failed = error
        finally:
            making.before = None
            making.done.set()


def _kind(key: object) -> object:
    """Give what kind of view a key names: how long one takes tells of others at other clocks."""
    return key[0] if isinstance(key, tuple) else key


def _stand_back() -> None:
    """Let this thread stand behind those that answer requests: on Linux a thread has a priority of its own."""
    if hasattr(os, "setpriority"):
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
