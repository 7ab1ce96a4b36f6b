# SPDX-License-Identifier: Apache-2.0
"""Turns of the page: a sentence that goes on below a page's foot and the next one's head is one piece with its rest.

What is printed between – a number, a running head – is marked as boilerplate and lies inside the piece as a hole.
"""

from __future__ import annotations

from itertools import takewhile

from tocsin.reading.layout.lines import CLOSED, PAGE
from tocsin.reading.layout.pieces import Piece
from tocsin.reading.patterns import late

_MOST = 4
"""Lines that a foot and a head have at most."""
_HEAD = 110
"""Code points of such a line."""
_FULL = 45
"""Code points of a line that may have been cut at the margin."""
_CUT = late(r"(?:\b(?:the|an?|of|and|or|to|in|on|at|by|for|from|with|that|which|its|their|is|are|was|as)|,)$")


def bridge(content: str, pieces: list[Piece]) -> None:
    r"""Join what a turn of the page parts; the pieces between stay behind it, inside its span.

    >>> text = "The League asks the governments of the valley to open the\n\n- 4 -\n\nroad to Karsk before the snow."
    >>> row = {"marker": "", "indent": 0, "blank": True, "rows": 1, "last": 0}
    >>> rows = [Piece(start=0, end=57, **row), Piece(start=59, end=64, **row), Piece(start=66, end=len(text), **row)]
    >>> bridge(text, rows)
    >>> [(piece.start, piece.end, piece.role) for piece in rows]
    [(0, 96, ''), (59, 64, 'boilerplate')]
    """
    for number in range(len(pieces) - 3, -1, -1):
        piece = pieces[number]
        if piece.role == "boilerplate" or piece.marker[:1] == "#" or not _breaks_off(content, piece):
            continue
        below = _below(content, pieces, number)
        if below is None:
            continue
        for between in pieces[number + 1 : below]:
            between.role, between.marker = "boilerplate", ""
        rest = pieces.pop(below)
        piece.end, piece.last, piece.rows = rest.end, rest.last, piece.rows + rest.rows


def _breaks_off(content: str, piece: Piece) -> bool:
    last = piece.end - piece.last
    return last >= _FULL and CLOSED.search(content, max(piece.start, piece.end - 4), piece.end) is None


def _below(content: str, pieces: list[Piece], number: int) -> int | None:
    """Give the piece that a piece goes on in, below lines one of which is a page's number, or all a page's own."""
    between = takewhile(lambda piece: _may_turn(content, piece), pieces[number + 1 : number + 1 + _MOST])
    turned = False
    added = True
    for at, piece in enumerate(between, start=number + 1):
        turned = turned or PAGE.fullmatch(content, piece.start, piece.end) is not None
        added = added and piece.role == "boilerplate"
        if (turned or added) and at + 1 < len(pieces) and _goes_on(content, pieces[number], pieces[at + 1]):
            return at + 1
    return None


def _may_turn(content: str, piece: Piece) -> bool:
    """Say whether a piece may stand at a page's foot or head: a line or two, no sentence."""
    short = piece.end - piece.start < _HEAD and piece.rows < 3
    return short and (piece.role == "boilerplate" or content[piece.end - 1] not in ".;:!?,")


def _goes_on(content: str, piece: Piece, below: Piece) -> bool:
    if below.role == "boilerplate" or below.marker:
        return False
    first = content[below.start]
    if first.islower():
        return True
    long = below.rows > 1 or (below.end - below.start > _FULL and content[below.end - 1] in ".;!?\"'")
    if first.isdigit() and long:
        return True
    return long and _CUT.search(content, piece.last, piece.end) is not None
