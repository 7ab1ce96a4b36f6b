# SPDX-License-Identifier: Apache-2.0
"""Edges: what stands at a page's head and foot, told by what stands around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from tocsin.reading.layout.pieces import Piece
from tocsin.reading.patterns import late

EDGES = " \t#.:!*»«›>→←▶|[](){}•·–—-…\"'_=~^"
"""What surrounds a line's words and is none of them."""
TEASER = late(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|read more(?: »)?|more »)$", re.IGNORECASE)
"""How a teaser ends."""
_SOURCE = late(r"sources?: ?[^.:;]{2,60}$")
"""Who a page at its end says that it was taken from."""
_REACHED = late(r"(?:tele)?(?:fax|phone|tel)\b")
_GREETING = late(
    r"(?:Dear|Your (?:Excellenc|Majest|Highness|Holiness|Eminence|Honou?r)|Excellenc|Esteemed|Distinguished|Honou?rable"
    r" [A-Z][a-z]+,$)"
)
_HONOURED = late(
    r"(?:H\.? ?E\.?|H\.? ?M\.?|His|Her|Their|(?:The )?(?:Right )?Honou?rable|Mr|Ms|Mrs|Dr|Office of|Embassy"
    r"|[\w ]{0,30}(?:Minister|"
    r"President|King|Queen|Ambassador|Secretary|Commissioner|Speaker|Governor)\b)"
)
_CAPTION = 48
"""Code points that tell one caption from another."""
LONG = 300
"""Code points from which a paragraph is no teaser."""


def stray(pieces: Sequence[Piece], bare: Sequence[str], site: Collection[str]) -> None:
    """Mark a section's name by itself at the head, above or below what the site added."""
    for number, piece in enumerate(pieces[:8]):
        if piece.end - piece.start > 24 or bare[number] not in site:
            continue
        around = (pieces[other] for other in (number - 1, number + 1) if 0 <= other < len(pieces))
        if any(other.role == "boilerplate" for other in around):
            piece.role = "boilerplate"


def leave_addresses(content: str, pieces: Sequence[Piece], bare: Sequence[str]) -> None:
    """Leave to a letter the telephone and fax that stand below the names of those it is written to."""
    greeted = next(
        (n for n, piece in enumerate(pieces[:24]) if _GREETING.match(content, piece.start, piece.end)),
        0,
    )
    if any(piece.end - piece.start > 160 for piece in pieces[:greeted]):
        return
    for number in range(1, greeted):
        above = pieces[max(0, number - 3) : number]
        honoured = any(_HONOURED.match(content, piece.start, piece.end) for piece in above)
        if honoured and pieces[number].role == "boilerplate" and _REACHED.match(bare[number]):
            pieces[number].role = ""


def _bare(content: str, piece: Piece) -> str:
    return content[piece.start : piece.end].lower().strip(EDGES)


def captions(pieces: Sequence[Piece], folded: Sequence[str]) -> None:
    """Mark a caption that stands again as part of a line that the site added: below its picture's credit."""
    added = [words for piece, words in zip(pieces, folded, strict=True) if piece.role == "boilerplate"]
    for piece, words in zip(pieces, folded, strict=True):
        if not piece.role and _CAPTION < len(words) < LONG and any(words[:_CAPTION] in other for other in added):
            piece.role = "boilerplate"


def _sources(content: str, pieces: Sequence[Piece], tail: Sequence[int]) -> None:
    """Mark the line that says where a page was taken from."""
    for number in tail:
        if pieces[number].end - pieces[number].start < 70 and number and _SOURCE.match(_bare(content, pieces[number])):
            pieces[number].role = "boilerplate"


def between(content: str, pieces: Sequence[Piece], size: int) -> None:
    """Mark short lines near the end that lie between boilerplate, and stray teasers there."""
    tail = [number for number, piece in enumerate(pieces) if piece.start > size * 0.75]
    _sources(content, pieces, tail)
    cut = [
        number
        for number in tail
        if pieces[number].end - pieces[number].start < 240
        and not pieces[number].marker
        and TEASER.search(content, pieces[number].start, pieces[number].end)
    ]
    if len(cut) > 1 and cut[-1] >= len(pieces) - 2:
        for number in cut:
            pieces[number].role = "boilerplate"
            above = pieces[number - 1]
            if above.end - above.start < 140 and content[above.end - 1] not in ".:;,":
                above.role = "boilerplate"
    for number in tail:
        if 0 < number < len(pieces) - 1 and not pieces[number].role and not pieces[number].marker:
            around = pieces[number - 1].role == pieces[number + 1].role == "boilerplate"
            if (
                around
                and pieces[number].end - pieces[number].start < 60
                and content[pieces[number].end - 1] not in '.!?:;"'
            ):
                pieces[number].role = "boilerplate"


def give_back(pieces: Sequence[Piece]) -> None:
    """Leave a text that is nothing but a short notice its own words."""
    if all(piece.role == "boilerplate" for piece in pieces):
        for piece in pieces:
            piece.role = ""
