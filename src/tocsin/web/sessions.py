# SPDX-License-Identifier: Apache-2.0
"""Sessions: a one-time link is exchanged for a cookie; every change carries the session's token.

1. A key opens the room once and is then used up; another is made only by whoever sits at the command.
2. A session lives as long as the process. Nothing of it is written to the disk.
3. Keys, cookies and tokens are compared in constant time.
"""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, field

from tocsin.records.ids import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What is held to be linked with something else: an ask, a claim or a document, in words with names withheld."""

    kind: str
    id: Digest
    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was done last, to be told on the next page: in words, and the entries that `Undo` withdraws."""

    words: str
    entries: tuple[Digest, ...] = ()


@dataclass(slots=True, kw_only=True)
class Session:
    """One browser at the desk: its token, who judges in it, why, what it holds, and whether it shows names at risk."""

    token: str = field(default_factory=secrets.token_urlsafe)
    handle: str = ""
    why: str = ""
    names_shown: bool = False
    held: Held | None = None
    told: Told | None = None


class Sessions:
    """Keys that are not used up yet, and the sessions that they opened."""

    def __init__(self, handle: str = "") -> None:
        self._handle = handle
        self._keys: set[str] = set()
        self._sessions: dict[str, Session] = {}
        self._lock = threading.Lock()

    def key(self) -> str:
        """Make a key that opens the room once."""
        made = secrets.token_urlsafe(32)
        with self._lock:
            self._keys.add(made)
        return made

    def open(self, key: str) -> str | None:
        """Use a key up; give the cookie of a new session, None where the key opens nothing (any more)."""
        with self._lock:
            found = _same(key, self._keys)
            if found is None:
                return None
            self._keys.remove(found)
            cookie = secrets.token_urlsafe(32)
            self._sessions[cookie] = Session(handle=self._handle)
            return cookie

    def session(self, cookie: str) -> Session | None:
        """Give the session of a cookie; None where it is none of this process's."""
        with self._lock:
            found = _same(cookie, self._sessions)
            return None if found is None else self._sessions[found]


def _same(given: str, held: set[str] | dict[str, Session]) -> str | None:
    return next((one for one in held if secrets.compare_digest(one.encode(), given.encode())), None)
