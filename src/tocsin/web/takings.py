# SPDX-License-Identifier: Apache-2.0
"""Takings: files that were dropped, read one after the other in a process of its own, with limits of time and memory.

1. A file's bytes are opened only in that process; what it does not survive costs the file, never the room.
2. A file keeps the name it was dropped by as its source, never as a path: on the disk it has a name of ours.
3. What is called read is in the ledger; the copy that was taken for reading is removed in any case.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tocsin.desk.desks import Desk

SECONDS = 300.0
"""How long one file may be read."""
MEMORY_BYTES = 4_000_000_000
"""How much address space the reading process may have."""
LISTED = 500
"""How many takings are shown; older ones are in the ledger anyway."""

TOLD = 20
"""How many problems of one file are shown."""

OPEN = ("waiting", "reading")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """One file, or the reading again of all texts: what is known of it so far.

    `status`: waiting, reading, read, known, rejected, skipped; `document` its digest where it was read.
    """

    id: int
    name: str
    size_bytes: int = 0
    status: str = "waiting"
    document: str | None = None
    findings: int = 0
    problems: tuple[str, ...] = ()
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What the reading process may use."""

    seconds: float = SECONDS
    memory_bytes: int = MEMORY_BYTES


def named(given: str) -> str:
    r"""Give a dropped file's name as a source: the last part of it, no controls, of bounded length.

    >>> named("..\\..\\etc/pass\x00wd.txt")
    'passwd.txt'
    """
    last = given.replace("\\", "/").rpartition("/")[2]
    kept = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C").strip()
    stem, dot, ending = kept.rpartition(".")
    kept = f"{stem[:180]}{dot}{ending[:20]}"
    return kept if kept.strip(".") else "unnamed"


class Takings:
    """The files of this process, and the one thread that has them read."""

    def __init__(self, at: Desk, limits: Limits | None = None) -> None:
        self._at = at
        self._limits = limits or Limits()
        self._folder = Path(tempfile.mkdtemp(prefix="tocsin-taking-"))
        self._numbers = itertools.count(1)
        self._held: dict[int, Taking] = {}
        self._waiting: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._reader: _Reader | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def folder(self) -> Path:
        """Where an upload is written before it is taken."""
        return self._folder

    def all(self) -> tuple[Taking, ...]:
        """Give what is known of every file, the newest first."""
        with self._lock:
            return tuple(reversed(self._held.values()))

    def take(self, path: Path, name: str, *, by: str | None) -> Taking:
        """Have a file read; `path` is removed when it was."""
        return self._queued(
            Taking(id=next(self._numbers), name=named(name), size_bytes=path.stat().st_size),
            {"path": str(path), "source": named(name), "by": by},
            path,
        )

    def reread(self, *, by: str | None) -> Taking:
        """Have all stored texts read again with the catalogue as it is on the disk now."""
        return self._queued(Taking(id=next(self._numbers), name="all stored texts, again"), {"reread": True, "by": by})

    def _queued(self, taking: Taking, request: Mapping[str, Any], path: Path | None = None) -> Taking:
        with self._lock:
            self._held[taking.id] = taking
            for old in [one.id for one in self._held.values() if one.status not in OPEN][: -LISTED or None]:
                if len(self._held) > LISTED:
                    del self._held[old]
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="takings", daemon=True)
                self._thread.start()
        self._waiting.put(lambda: self._read(taking, request, path))
        return taking

    def _run(self) -> None:
        while (work := self._waiting.get()) is not None:
            work()

    def _read(self, taking: Taking, request: Mapping[str, Any], path: Path | None) -> None:
        self._now(replace(taking, status="reading"))
        try:
            if request.get("reread"):
                self._stop_reader()  # it holds the catalogue that it began with
            answer = self._told(request)
        except _Stopped as error:
            self._stop_reader()
            self._now(replace(taking, status="rejected", problems=(str(error),)))
        else:
            self._now(_outcome(taking, answer))
        finally:
            if path is not None:
                path.unlink(missing_ok=True)

    def _told(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        if self._closed:
            raise _Stopped("the room was closed before this was read")
        if self._reader is None:
            self._reader = _Reader(self._at, self._limits)
        return self._reader.ask(request)

    def _now(self, taking: Taking) -> None:
        with self._lock:
            self._held[taking.id] = taking

    def _stop_reader(self) -> None:
        if self._reader is not None:
            self._reader.stop()
            self._reader = None

    def close(self) -> None:
        """Stop reading; files that wait are not read, and all copies are removed."""
        self._closed = True
        self._waiting.put(None)
        reader = self._reader
        if reader is not None:
            reader.stop()
        if self._thread is not None:
            self._thread.join(timeout=10)
        shutil.rmtree(self._folder, ignore_errors=True)


def _outcome(taking: Taking, answer: Mapping[str, Any]) -> Taking:
    outcomes = answer["outcomes"]
    own = outcomes[0] if outcomes else {"status": "skipped", "document": None, "findings": 0, "problems": []}
    return replace(
        taking,
        status=own["status"],
        document=own["document"],
        findings=sum(one["findings"] for one in outcomes),
        problems=_few([str(problem) for one in outcomes for problem in one["problems"]]),
        within=tuple(str(one["source"]) for one in outcomes[1:]),
    )


def _few(problems: list[str]) -> tuple[str, ...]:
    """Give the first problems and how many more there are: a long report may have thousands."""
    more = len(problems) - TOLD
    return (*problems[:TOLD], f"and {more} more") if more > 1 else tuple(problems)


class _Stopped(Exception):  # noqa: N818 - told as the taking's problem
    """The reading process did not answer."""


class _Reader:
    """The reading process: one line of JSON in, one line out."""

    def __init__(self, at: Desk, limits: Limits) -> None:
        self._limits = limits
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tocsin.web.taking_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._lines: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, name="taking-reader", daemon=True)
        self._listener.start()
        self._say(
            {
                "ledger": str(at.ledger_path),
                "address": at.address,
                "packs": [str(pack) for pack in at.packs],
                "memory_bytes": limits.memory_bytes,
            }
        )

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def _say(self, line: Mapping[str, Any]) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(line) + "\n")
            self._process.stdin.flush()
        except OSError as error:
            raise _Stopped(f"the reading process stopped ({error}); drop the file again") from error

    def ask(self, request: Mapping[str, Any]) -> Mapping[str, Any]:
        self._say(request)
        try:
            line = self._lines.get(timeout=self._limits.seconds)
        except queue.Empty:
            message = f"reading it took longer than {self._limits.seconds:g} s and was stopped; split the file"
            raise _Stopped(message) from None
        if not line:
            raise _Stopped("the reading process did not survive this file; try `tocsin read`, or report it")
        answer: Mapping[str, Any] = json.loads(line)
        return answer

    def stop(self) -> None:
        self._process.kill()
        self._process.wait()
        self._listener.join(timeout=5)
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was not yet said to a process that is gone
                    pipe.close()
