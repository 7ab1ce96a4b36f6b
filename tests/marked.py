# SPDX-License-Identifier: Apache-2.0
"""Texts with the expected findings written into them: `The Council ⟦ask force=urge to=veltria|to act⟧.`"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An expected finding: its layer, its span in the plain text, its words and what else is expected of it."""

    layer: str
    start: int
    end: int
    quote: str
    expected: dict[str, str]


def plain(marked: str) -> tuple[str, list[Mark]]:
    """Take the marks out of a text; marks nest. Values run to the next blank; write `_` for a blank in a value.

    >>> plain("We ⟦ask to=all|go ⟦time|now⟧⟧.")[0]
    'We go now.'
    """
    out: list[str] = []
    size = 0
    marks: list[Mark] = []
    open_marks: list[tuple[str, dict[str, str], int]] = []
    place = 0
    while place < len(marked):
        if marked[place] == "⟦":
            bar = marked.index("|", place)
            layer, *pairs = marked[place + 1 : bar].split()
            expected = {key: value.replace("_", " ") for key, _, value in (pair.partition("=") for pair in pairs)}
            open_marks.append((layer, expected, size))
            place = bar + 1
        elif marked[place] == "⟧":
            layer, expected, start = open_marks.pop()
            quote = "".join(out)[start:]
            marks.append(Mark(layer=layer, start=start, end=size, quote=quote, expected=expected))
            place += 1
        else:
            out.append(marked[place])
            size += 1
            place += 1
    return "".join(out), sorted(marks, key=lambda mark: (mark.start, -mark.end))
