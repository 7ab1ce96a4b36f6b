# SPDX-License-Identifier: Apache-2.0
"""Blocks: a view cut into paragraphs, headings and list items, each with its role."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.reading.drafts import Block
from tocsin.reading.layout import boilerplate, lines, nesting, passages, pieces, turns, voices
from tocsin.reading.layout.boilerplate import Furniture
from tocsin.reading.layout.pieces import Piece
from tocsin.records.texts import Part


def find(content: str, parts: Sequence[Part] = (), *, furniture: Furniture | None = None) -> tuple[Block, ...]:
    """Cut a view into blocks.

    Lines that are wrapped belong together; a blank line, a marker or a heading begins a new block. `parts` is what the
    format itself says and outweighs the look of a line; `furniture` the cues of boilerplate, without which none is
    marked. Boilerplate at a turn of the page lies inside the block that the page's end parts and comes behind it.
    """
    edges = sorted({edge for part in parts if part.kind in _WITHIN for edge in (part.start, part.end)})
    found = pieces.gather(content, lines.split(content, edges), parts)
    if parts:
        pieces.told(content, found, parts)
    named = any(part.kind == "title" for part in parts)
    titled = [piece for piece in found if piece.role == "title"] if named else []
    if furniture is not None:
        boilerplate.mark(content, found, furniture)
        turns.bridge(content, found)
    for piece in titled:
        piece.role = "title"
    passages.assign(content, found)
    nesting.nest(content, found)
    voices.hear(content, found)
    return tuple(
        Block(
            start=_whole(content, piece) if piece.role == "boilerplate" else piece.start,
            end=piece.end,
            role=piece.role,
            marker=piece.marker,
            depth=piece.depth,
            parent=piece.parent,
            voice=piece.voice,
        )
        for piece in found
    )


_WITHIN = ("title", "furniture")
"""Kinds of parts that may begin or end inside a line."""


def _whole(content: str, piece: Piece) -> int:
    """Give where a piece starts with its marker: nothing of boilerplate is left over."""
    at = content.rfind(piece.marker[:1], 0, piece.start) if piece.marker else -1
    return at if at >= 0 and not content[at : piece.start].strip(piece.marker + " \n") else piece.start
