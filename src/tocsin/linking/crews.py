# SPDX-License-Identifier: Apache-2.0
"""Crews: work on many texts shared with a second process, so that a large ledger does not wait for one core alone.

1. Only what is the same wherever it is worked out is shared: the outlines of texts, what pairs of texts share. What
   comes back does not depend on who did it.
2. A helper is this program started anew, told what to do over its own pipes. Where none can be started, or one fails,
   everything is worked out here.
"""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import IO, Any

from tocsin.linking.copies import shared
from tocsin.linking.shingles import Shingled, outline
from tocsin.linking.sketches import Elsewhere, Estimate, Outline, meeting_last, outlined

_HELPERS = 1
"""Helpers of a crew: with whoever calls them, two cores are at work."""

_WAITING = 2
"""Portions that a helper is given at a time."""


def outlines(contents: Sequence[str]) -> list[tuple[bytes, int, bytes]]:
    """Give the outlines of texts as plain values, in the order of their members."""
    return [row(outlined(outline(content))) for content in contents]


def row(given: Outline) -> tuple[bytes, int, bytes]:
    """Give an outline as plain values, in the order of its members."""
    return given.shingles.tobytes(), given.distinct, given.smallest.tobytes()


def made(given: tuple[bytes, int, bytes]) -> Outline:
    """Make an outline again of its plain values."""
    shingles, distinct, smallest = given
    return Outline(shingles=array("q", shingles), distinct=distinct, smallest=array("q", smallest))


def sharings(given: tuple[Sequence[tuple[bytes, int]], Sequence[tuple[int, int]]]) -> list[tuple[Any, ...]]:
    """Give what pairs of texts share, by the texts' shingles and numbers of words, and the pairs' places among them."""
    texts, pairs = given
    held = [Shingled(array("q", shingles), words) for shingles, words in texts]
    return [shared(held[first], held[second]).row() for first, second in pairs]


def pairs(given: tuple[Sequence[bytes], Sequence[tuple[bytes, int, bytes]]]) -> list[Any]:
    """Give which of the last texts meet any, by the sketches of those before and their outlines; and measure them."""
    sketches, last = given
    return [*meeting_last([array("q", held) for held in sketches], [*map(made, last)])]


TASKS: Mapping[str, Callable[[Any], list[Any]]] = {task.__name__: task for task in (outlines, pairs, sharings)}
"""What a helper can do; it is asked by name."""


@dataclass(slots=True)
class _Helper:
    """A process that does what it is asked; `doing` is what it was asked and has not given yet."""

    process: subprocess.Popen[bytes]
    doing: list[Future[list[Any]]] = field(default_factory=list)

    def free(self) -> bool:
        """Say whether it may be asked more: one portion waits while it does another, so that it never stands idle."""
        self.doing = [one for one in self.doing if not one.done()]
        return len(self.doing) < _WAITING

    def ask(self, task: str, given: object) -> list[Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        _put(self.process.stdin, (task, given))
        found: list[Any] = _take(self.process.stdout)
        return found


class Crew:
    """Whoever calls it, and its helpers."""

    def __init__(self, helpers: Sequence[_Helper], threads: ThreadPoolExecutor) -> None:
        self._helpers = helpers
        self._threads = threads

    def do(self, task: str, portions: Iterable[object]) -> Iterator[list[Any]]:
        """Give what comes of each portion, in order: a portion is given to a helper that is free, else done here."""
        waiting = [self._begun(task, portion) or TASKS[task](portion) for portion in portions]
        for found in waiting:
            yield found() if callable(found) else found

    def begin(self, task: str, portion: object) -> Callable[[], list[Any]]:
        """Have a portion done by a helper, or here once it is asked for; give what waits for it."""
        return self._begun(task, portion) or partial(TASKS[task], portion)

    def _begun(self, task: str, portion: object) -> Callable[[], list[Any]] | None:
        free = next((one for one in self._helpers if one.free()), None)
        if free is None:
            return None
        asked = self._threads.submit(free.ask, task, portion)
        free.doing.append(asked)
        return partial(self._taken, task, portion, asked)

    def _taken(self, task: str, portion: object, found: Future[list[Any]]) -> list[Any]:
        try:
            return found.result()
        except (OSError, EOFError, ValueError, TypeError):
            self._helpers = ()
            return TASKS[task](portion)


def elsewhere(several: Crew) -> Elsewhere:
    """Give what has a crew find what the last texts meet."""

    def begin(
        sketches: Sequence[array[int]], last: Sequence[Outline]
    ) -> Callable[[], tuple[Iterable[tuple[int, int]], Iterable[Estimate]]]:
        waiting = several.begin("pairs", ([held.tobytes() for held in sketches], [*map(row, last)]))

        def found() -> tuple[Iterable[tuple[int, int]], Iterable[Estimate]]:
            there, told = waiting()
            return there, told

        return found

    return begin


@contextmanager
def crew(portions: int) -> Iterator[Crew]:
    """Give a crew for so many portions; for one there are no helpers."""
    helpers = [helper for _ in range(_HELPERS) if portions > 1 and (helper := _started()) is not None]
    with ThreadPoolExecutor(max_workers=max(1, len(helpers))) as threads:
        try:
            yield Crew(helpers, threads)
        finally:
            for helper in helpers:
                helper.process.kill()
                helper.process.communicate()


def _started() -> _Helper | None:
    if not sys.executable or (os.cpu_count() or 1) == 1:
        return None
    paths = {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        process = subprocess.Popen(  # noqa: S603 - this very program, nothing given by anybody
            [sys.executable, "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **paths},
        )
    except OSError:
        return None
    return _Helper(process)


def _put(pipe: IO[bytes], value: Any) -> None:  # noqa: ANN401 - plain values
    marshal.dump(value, pipe)
    pipe.flush()


def _take(pipe: IO[bytes]) -> Any:  # noqa: ANN401 - whatever the other end puts in
    return marshal.load(pipe)  # noqa: S302 - both ends are this program


def serve(asked: IO[bytes], told: IO[bytes]) -> None:
    """Do what is asked until nobody asks any more."""
    while True:
        try:
            task, given = _take(asked)
        except EOFError:
            return
        _put(told, TASKS[task](given))


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
