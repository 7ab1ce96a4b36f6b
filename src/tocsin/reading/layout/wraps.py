# SPDX-License-Identifier: Apache-2.0
"""Wraps: a sentence that goes on in the next line, or on the next page, is laid out as if it stood on one.

One line break is left of a wrap, however far the next line begins; a word cut at the margin is whole again; blanks that
fill a line up to the margin are one; of what a page's end puts into a sentence nothing is left.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from tocsin.reading.drafts import Block
from tocsin.reading.patterns import late
from tocsin.reading.views import Cut, View, without

_WRAP = late(r" +\n *|\n +")
_PARTED = late(r"(?<=[^\W\d_])-[ ]*\n[ ]*(?=[^\W\d_])")
_FILLED = late(r"(?<=[\w.,;:!?)\"']) {2,6}(?=[\w(\"'])")
_FIRST = late(r"[^\W\d_]+$")
_SECOND = late(r"[^\W\d_]+")
_PREFIX = late(
    r"(?:all|anti|cease|co|counter|cross|de|ex|far|fact|first|follow|half|high|ill|inter|long|low|mid|multi|non|on|one"
    r"|post|pre|pro|re|self|semi|short|so|sub|third|two|three|well)",
    re.IGNORECASE,
)
"""What stands before a hyphen that is a word's own."""
_KEPT = ("boilerplate", "signature")
"""Roles whose columns tell something."""
_PROSE = ("body", "list-item", "quotation")
_SENTENCE = 60
"""Code points from which a block may be prose whose lines are filled."""


def fold(view: View, blocks: Sequence[Block]) -> tuple[View, tuple[Block, ...], tuple[Block, ...]]:
    """Unfold wrapped lines; give the view and its blocks anew, and the holes, which are the old view's."""
    whole, holes = _holes(blocks)
    content = view.content
    if not holes and not any(cue in content for cue in (" \n", "\n ", "-\n", "  ")):
        return view, tuple(blocks), ()
    cuts: list[Cut] = []
    for block in whole:
        if block.role not in _KEPT:
            inside = [hole for hole in holes if block.start < hole.start < block.end]
            cuts.extend(_cuts(content, block, inside))
    if not cuts:
        return view, tuple(whole), tuple(holes)
    folded, shift = without(view, cuts)
    moved = (dataclasses.replace(one, start=shift(one.start), end=shift(one.end)) for one in whole)
    return folded, tuple(moved), tuple(holes)


def _holes(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """Part blocks from those inside them; a parent that is named by its index is named anew."""
    holes: list[Block] = []
    whole: list[Block] = []
    places: dict[int, int] = {}
    end = 0
    for number, block in enumerate(blocks):
        if block.start < end:
            holes.append(block)
            continue
        places[number] = len(whole)
        whole.append(block)
        end = max(end, block.end)
    if holes:
        whole = [
            block if block.parent is None else dataclasses.replace(block, parent=places.get(block.parent))
            for block in whole
        ]
    return whole, holes


def _cuts(content: str, block: Block, holes: Sequence[Block]) -> Iterator[Cut]:
    """Give what is to be left out of a block, in order."""
    at = block.start
    prose = block.role in _PROSE
    for start, end in _gaps(content, holes):
        yield from _within(content, at, start, prose=prose)
        yield Cut(start, end, "\n")
        at = end
    yield from _within(content, at, block.end, prose=prose)


def _gaps(content: str, holes: Sequence[Block]) -> list[tuple[int, int]]:
    """Give holes with the blanks around them; what stands one below the other is one gap."""
    gaps: list[tuple[int, int]] = []
    for hole in holes:
        start = hole.start
        while content[start - 1].isspace():
            start -= 1
        end = hole.end
        while content[end].isspace():
            end += 1
        if gaps and start <= gaps[-1][1]:
            start = gaps.pop()[0]
        gaps.append((start, end))
    return gaps


def _within(content: str, start: int, end: int, *, prose: bool) -> Iterator[Cut]:
    found = [Cut(*wrap.span(), "\n") for wrap in _WRAP.finditer(content, start, end)]
    if prose and end - start > _SENTENCE and "  " in content[start:end]:
        found += (Cut(*gap.span(), " ") for gap in _FILLED.finditer(content, start, end))
    if "-" in content[start:end]:
        found += (_joined(content, cut) for cut in _PARTED.finditer(content, start, end))
    last = start
    for cut in sorted(found):
        if cut.start >= last:
            yield cut
            last = cut.end


def _joined(content: str, parted: re.Match[str]) -> Cut:
    """Leave the hyphen of a word that has one, by what the text or its first half says; none of another's."""
    first = _FIRST.search(content, max(0, parted.start() - 30), parted.start())
    second = _SECOND.match(content, parted.end())
    if first is None or second is None:
        return Cut(*parted.span(), "-")
    hyphened = f"{first[0]}-{second[0]}" in content or _PREFIX.fullmatch(first[0]) is not None
    own = second[0][0].isupper() or (hyphened and f"{first[0]}{second[0]}" not in content)
    return Cut(*parted.span(), "-" if own else "")
