# SPDX-License-Identifier: Apache-2.0
"""Wraps: where a sentence goes on in the next line, however far in that line begins, one line break is left of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from tocsin.reading.drafts import Block
from tocsin.reading.patterns import late
from tocsin.reading.views import Cut, View, without

_WRAP = late(r" +\n *|\n +")
_CUES = (" \n", "\n ")


def fold(view: View, blocks: Sequence[Block]) -> tuple[View, tuple[Block, ...]]:
    """Leave one line break of each wrap inside a block, without the blanks before and behind it.

    Names and phrases are then found over a wrap wherever they are found over a line's end.
    """
    if not any(cue in view.content for cue in _CUES):
        return view, tuple(blocks)
    cuts = [
        Cut(*wrap.span(), "\n")
        for block in blocks
        if block.role not in _KEPT
        for wrap in _WRAP.finditer(view.content, block.start, block.end)
    ]
    if not cuts:
        return view, tuple(blocks)
    folded, shift = without(view, cuts)
    return folded, tuple(dataclasses.replace(block, start=shift(block.start), end=shift(block.end)) for block in blocks)


_KEPT = ("boilerplate", "signature")
"""Roles whose columns tell something."""
