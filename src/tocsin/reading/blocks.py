# SPDX-License-Identifier: Apache-2.0
"""Blocks: a view cut into paragraphs, headings and list items, each with its role."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tocsin.reading.drafts import Block
from tocsin.records.texts import Part

_LINE = re.compile(r"[^\n]+")
_MARKER = re.compile(
    r"(?P<bullet>[•◦▪‣●○·*\-–—])\s+|(?P<label>\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivxlc]+|[A-Z])[.)](?:\d{1,3}\.)?)\s+"
)
_ENDS = re.compile(r"[.!?:;…][\"')\]]*$")


def find(content: str, parts: Sequence[Part] = ()) -> tuple[Block, ...]:
    """Cut a view into blocks.

    Lines that are wrapped belong together; a blank line, a marker or a heading begins a new block. `parts` is what the
    format itself says and outweighs the look of a line.
    """
    del parts
    blocks: list[Block] = []
    heading: int | None = None
    gap_from = 0
    for match in _LINE.finditer(content):
        line = match.group()
        stripped = line.strip()
        if not stripped:
            continue
        start = match.start() + len(line) - len(line.lstrip())
        end = start + len(stripped)
        blank = content.count("\n", gap_from, match.start()) > 1 or "\n \n" in content[gap_from : match.start()]
        gap_from = match.end()
        marker = _MARKER.match(stripped)
        if blocks and not blank and marker is None and _runs_on(content, blocks[-1], stripped):
            last = blocks[-1]
            blocks[-1] = Block(
                start=last.start, end=end, role=last.role, marker=last.marker, depth=last.depth, parent=last.parent
            )
            continue
        if marker:
            indent = len(line) - len(line.lstrip())
            blocks.append(
                Block(
                    start=start + marker.end(),
                    end=end,
                    role="list-item",
                    marker=marker.group().strip(),
                    depth=1 + indent // 3,
                    parent=heading,
                )
            )
            continue
        is_heading = len(stripped) < 160 and not re.search(r"[.!?;,]$", stripped)
        blocks.append(Block(start=start, end=end, role="heading" if is_heading else "body", parent=heading))
        if is_heading or stripped.endswith(":"):
            heading = len(blocks) - 1
    return tuple(blocks)


def _runs_on(content: str, last: Block, line: str) -> bool:
    """Say whether a line goes on where the last block stopped: wrapped, not ended, not a new thought."""
    before = content[last.start : last.end]
    if _ENDS.search(before):
        return False
    return len(before.rsplit("\n", 1)[-1]) > 30 or line[:1].islower()
