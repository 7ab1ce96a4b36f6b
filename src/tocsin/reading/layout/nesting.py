# SPDX-License-Identifier: Apache-2.0
"""Nesting: how deep an item stands, and under which heading, stem or item a block stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tocsin.reading.layout.lines import style
from tocsin.reading.layout.pieces import Piece
from tocsin.reading.patterns import late

_UNFINISHED = late(r"(?::|\b(?:to|on|upon|that|for|the|of|by|and|should|shall|must|will)|[–—-])[\"')]*$", re.IGNORECASE)
_STEMS = (":", "–", "—", "-", "to", "on", "that", "for", "the", "of", "by", "and", "should", "shall", "must", "will")
"""What such a piece ends in, quotation marks and brackets apart."""
_TO = late(r"(?:[Tt]o|[Uu]pon|[Oo]f|[Ff]rom) (?:the |all |both )?[A-Z]")
"""How an addressee's own line begins: "to the Government of Veltria,"."""
_POINTS = late(
    r"\b(?:following|below|as follows|namely|(?:these|such) (?:\w+ )?(?:steps|measures|demands|actions|points"
    r"|requests))\b"
)


@dataclass(slots=True)
class _Level:
    """An open list level: its style, indent and the index of its last item."""

    style: str
    indent: int
    item: int
    parent: int | None


def nest(content: str, pieces: list[Piece]) -> None:
    """Set `depth` and `parent` of every piece.

    A list stands under the piece right above it if that stops unfinished ("we call on", "as follows:"), or under the
    heading. A heading below an unfinished stem stands under the stem, and so do its sisters; the first paragraph after
    a list closes what stood unfinished.
    """
    open_ = _Open()
    for number, piece in enumerate(pieces):
        if piece.role == "list-item":
            stemmed = open_.stem is not None and (open_.heading is None or open_.stem > open_.heading)
            _place(content, pieces, number, open_.levels, open_.stem if stemmed else open_.heading)
            open_.listed = True
        elif piece.role == "salutation":
            open_ = _Open()
        elif piece.role == "heading":
            piece.parent = _over(pieces, open_.heading, open_.stem)
            open_.heading, open_.listed, open_.levels = number, False, []
        elif piece.role in ("body", "quotation"):
            _stand(content, pieces, number, open_)
        else:
            open_.levels = []


@dataclass(slots=True)
class _Open:
    """What is open where a piece stands: a heading, a stem, list levels; `listed`: the heading has had a list."""

    heading: int | None = None
    stem: int | None = None
    listed: bool = False
    levels: list[_Level] = field(default_factory=list)


def _stand(content: str, pieces: list[Piece], number: int, open_: _Open) -> None:
    """Put a paragraph under the item it completes, or under what is open; it may open a stem itself."""
    piece = pieces[number]
    levels = open_.levels
    if levels and number and pieces[number - 1].role == "list-item" and content[pieces[number - 1].end - 1] in ",:":
        piece.parent, piece.depth = number - 1, len(levels)
        return
    if levels and piece.indent > pieces[levels[0].item].indent + 1 and not piece.blank:
        piece.parent, piece.depth = levels[-1].item, len(levels)
        return
    below = pieces[number + 1].role if number + 1 < len(pieces) else ""
    if open_.listed:
        open_.stem = None
        if open_.heading is not None and not _sectioned(pieces, open_.heading):
            open_.heading = None
    open_.levels, open_.listed = [], False
    piece.parent = open_.heading if open_.heading is not None else open_.stem
    open_.stem = number if below in ("list-item", "heading") and leads(content, piece) else None


def leads(content: str, piece: Piece) -> bool:
    """Say whether a piece stops unfinished, so that what is below goes on with it."""
    tail = content[max(piece.start, piece.end - 160) : piece.end]
    addressed = tail[-1:] == "," and not piece.marker and _TO.match(tail) is not None and len(tail) < 120
    ending = tail.rstrip("\"')").lower().endswith(_STEMS)
    if addressed or (ending and _UNFINISHED.search(tail)) or (not piece.marker and tail[-1].isalpha()):
        return True
    return tail[-1:] == "." and _POINTS.search(tail.rpartition(". ")[2]) is not None


def _over(pieces: list[Piece], heading: int | None, stem: int | None) -> int | None:
    """Give what a heading stands under: an open stem, else what its sister stood under."""
    if stem is not None:
        return stem
    return pieces[heading].parent if heading is not None else None


def _sectioned(pieces: list[Piece], heading: int) -> bool:
    """Say whether paragraphs stand right under a heading: then it heads a section, not a list."""
    return heading + 1 < len(pieces) and pieces[heading + 1].role == "body"


def _place(content: str, pieces: list[Piece], number: int, levels: list[_Level], above: int | None) -> None:
    """Put an item on its level: by indent, by the style of its marker, under an unfinished item."""
    piece = pieces[number]
    look = style(piece.marker)
    letter = piece.marker.strip("().")
    if levels and letter in ("i", "v", "x") and any(level.style == look.replace("i", "a") for level in levels):
        before = pieces[levels[-1].item].marker.strip("().")
        if before and levels[-1].style == look.replace("i", "a") and chr(ord(before[0]) + 1) == letter:
            look = look.replace("i", "a")
    elif letter in ("v", "x") and levels and levels[-1].style == look.replace("a", "i"):
        look = levels[-1].style
    depth = _sister(content, pieces, number, levels, look)
    if depth is not None:
        level = levels[depth]
        del levels[depth + 1 :]
        level.item, level.indent = number, piece.indent
        piece.depth, piece.parent = depth + 1, level.parent
        return
    while levels and piece.indent < levels[-1].indent - 1:
        levels.pop()
    parent = levels[-1].item if levels else above
    if (
        levels
        and piece.indent <= levels[-1].indent + 1
        and not _below(content, pieces[levels[-1].item], levels[-1].style, look)
    ):
        parent = levels[-1].parent
        levels.pop()
    levels.append(_Level(look, piece.indent, number, parent))
    piece.depth, piece.parent = len(levels), parent


def _sister(content: str, pieces: list[Piece], number: int, levels: list[_Level], look: str) -> int | None:
    """Give the open level that an item goes on with; numbers that count on decide between two of one style."""
    piece = pieces[number]
    counted = look[:1].isalnum() or look[:1] == "("
    alike = [
        depth
        for depth in range(len(levels) - 1, -1, -1)
        if levels[depth].style == look and (counted or abs(levels[depth].indent - piece.indent) < 2)
    ]
    if not alike:
        return None
    if "1" in look:
        ordinal = _ordinal(piece)
        for depth in alike:
            if ordinal == _ordinal(pieces[levels[depth].item]) + 1:
                return depth
        if ordinal == 1 and leads(content, pieces[levels[-1].item]):
            return None
    return alike[0]


def _ordinal(piece: Piece) -> int:
    """Give the last number of a marker."""
    digits = piece.marker.strip("().").rpartition(".")[2]
    return int(digits) if digits.isdigit() else 0


def _below(content: str, item: Piece, outer: str, inner: str) -> bool:
    """Say whether a new style at the same indent opens a list under the item before it."""
    order = ("A.", "I.", "1.", "1)", "1.1.", "a.", "(a)", "i.", "(i)")
    if outer in order and inner in order and order.index(inner) <= order.index(outer):
        return outer == inner and leads(content, item)
    return leads(content, item) or (outer[:1].isalnum() and inner[:1] in "(•◦▪‣●○-–*a")
