# SPDX-License-Identifier: Apache-2.0
"""Blocks: a view cut into paragraphs, headings and list items, each with its role."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.reading import lines, nesting, pieces, roles
from tocsin.reading.drafts import Block
from tocsin.records.texts import Part


def find(content: str, parts: Sequence[Part] = ()) -> tuple[Block, ...]:
    """Cut a view into blocks.

    Lines that are wrapped belong together; a blank line, a marker or a heading begins a new block. `parts` is what the
    format itself says and outweighs the look of a line.
    """
    del parts
    found = pieces.gather(content, lines.split(content))
    roles.assign(content, found)
    nesting.nest(content, found)
    return tuple(
        Block(
            start=piece.start,
            end=piece.end,
            role=piece.role,
            marker=piece.marker,
            depth=piece.depth,
            parent=piece.parent,
            voice=piece.voice,
        )
        for piece in found
    )
