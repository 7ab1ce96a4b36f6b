# SPDX-License-Identifier: Apache-2.0
"""Weaving: a reading text put together piece by piece, each piece with its place in the original."""

from __future__ import annotations

import re

from tocsin.records.texts import Origin, Part

_SURROGATE = re.compile("[\ud800-\udfff]")


class Weaver:
    """Gathers pieces; `at` is where the next one will stand. Pieces without an offset (bullets, breaks) map nowhere."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._origins: list[Origin] = []
        self._parts: list[Part] = []
        self.at = 0
        self.last = "\n"

    def add(self, piece: str, *, offset: int | None = None, page: int | None = None, part: str | None = None) -> None:
        """Put a piece at the end; a piece that goes on where the last stopped in the original joins its origin."""
        if not piece:
            return
        piece = _SURROGATE.sub("\ufffd", piece)  # halves of a character have no form in UTF-8
        start, self.at = self.at, self.at + len(piece)
        self._pieces.append(piece)
        self.last = piece[-1]
        if offset is None and page is None and part is None:
            return
        made = Origin(start=start, end=self.at, offset=offset, page=page, part=part)
        before = self._origins[-1] if self._origins else None
        if before is not None and _goes_on(before, made):
            self._origins[-1] = Origin(
                start=before.start, end=made.end, offset=before.offset, page=before.page, part=before.part
            )
        else:
            self._origins.append(made)

    def gap(self, lines: int) -> None:
        """Make sure that the next piece stands after so many line ends; nothing at the very start."""
        if self.at == 0:
            return
        held = 0
        for piece in reversed(self._pieces):
            bare = piece.rstrip("\n")
            held += len(piece) - len(bare)
            if bare or held >= lines:
                break
        if held < lines:
            self.add("\n" * (lines - held))

    def mark(self, start: int, kind: str, depth: int = 0) -> None:
        """Note that the stretch from `start` to here is a part; an empty one is no part."""
        content_end = self.at
        for piece in reversed(self._pieces):
            bare = piece.rstrip()
            content_end -= len(piece) - len(bare)
            if bare:
                break
        if start < content_end:
            self._parts.append(Part(start=start, end=content_end, kind=kind, depth=depth))

    @property
    def content(self) -> str:
        """All pieces together."""
        return "".join(self._pieces)

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Where the pieces stand in the original, in order."""
        return tuple(self._origins)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts, by start, the longer first."""
        return tuple(sorted(self._parts, key=lambda part: (part.start, -part.end)))


def _goes_on(before: Origin, made: Origin) -> bool:
    if before.end != made.start or (before.page, before.part) != (made.page, made.part):
        return False
    if before.offset is None or made.offset is None:
        return before.offset is made.offset
    return before.offset + (before.end - before.start) == made.offset
