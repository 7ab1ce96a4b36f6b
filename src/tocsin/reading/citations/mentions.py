# SPDX-License-Identifier: Apache-2.0
"""A mention: a stretch that refers to an instrument, before the short forms and pinpoints are put to it."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A reference and what is known of it.

    `kind` is the singular of the word that names the instrument ("convention", "order"); `body` the id of who adopted
    it; `sides` how many parties it says it has (3 for "trilateral"); `pointed` the pinpoint. `numbered` resolutions are
    known by their number; `one` says that the word stands in the singular. `instrument` is None where the words do not
    say which one.
    """

    start: int
    end: int
    by: str
    kind: str
    instrument: str | None
    date: str | None = None
    body: str | None = None
    sides: int | None = None
    pointed: str | None = None
    numbered: bool = False
    one: bool = False


@dataclass(slots=True)
class Taken:
    """The stretches that mentions have taken, so that later constructions leave them alone."""

    _spans: list[tuple[int, int]] = field(default_factory=list)

    def add(self, start: int, end: int) -> None:
        """Take a stretch."""
        insort(self._spans, (start, end))

    def holds(self, start: int, end: int) -> bool:
        """Say whether any of a stretch is taken; spans are short, so the neighbours tell."""
        spans = self._spans
        at = bisect_left(spans, (start, end))
        if at < len(spans) and spans[at][0] < end:
            return True
        return (at > 0 and spans[at - 1][1] > start) or (at > 1 and spans[at - 2][1] > start)
