# SPDX-License-Identifier: Apache-2.0
"""Widgets: lines that stand together with no empty line between them, most of which a site is sure to have added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tocsin.reading.layout.edges import NAMED
from tocsin.reading.layout.passages import dates
from tocsin.reading.layout.pieces import Piece
from tocsin.reading.patterns import late

_PROSE = 100
"""Code points from which what ends a sentence is a paragraph."""
_SENTENCE = 200
"""Code points up to which a sentence between two lines of a site may be the site's."""
_LINE = 110
_MOST = 40
"""Lines that a widget has at most; more together are a text without empty lines."""
_LETTER = late(
    r"(?:yours|sincerely|respectfully|in solidarity|signed|signator|undersigned|endorsed|on behalf|for (?:and|the)\b"
    r"|with (?:best|kind|warm|respect)|best |kind |regards|done at|dear |excellenc|from:|to:|issued by|prepared by)"
)
"""What stands among lines that are a letter's own, or say whose a paper is."""
_REACHES = late(r"[\d@]|www\.|http|\bends?\b|^contact\b|contact:")
"""What also stands in a letter: a telephone, an address, "ends"."""
_DATED = late(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d\d\b|^by ")
_CLOCK = late(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? [\w .,:|'’-]{4,60}")
"""What day it was when the page was opened: at its head, before its title."""
_HEAD = 6
"""Pieces below a widget in which a text has its own date, if the widget's is the clock's."""
_TITLE = 40
_QUESTION = 60


def mark(content: str, pieces: Sequence[Piece], bare: Sequence[str]) -> None:
    """Mark what is left between the lines of a site in a widget; above the text only where a title stands below it.

    >>> lines = ["bread is short", "the mill stands.", "help us report", "your gift counts", "donate", "it rains."]
    >>> row = {"marker": "", "indent": 0, "blank": True, "rows": 1, "last": 0}
    >>> rows = [Piece(start=at * 99, end=at * 99 + len(line), **row) for at, line in enumerate(lines)]
    >>> rows[1].rows = 2  # a paragraph: the text has begun
    >>> rows[3].blank = rows[4].blank = False
    >>> rows[2].role = rows[4].role = "boilerplate"
    >>> mark("".join(line.ljust(99) for line in lines), rows, lines)
    >>> [row.role for row in rows]
    ['', '', 'boilerplate', 'boilerplate', 'boilerplate', '']
    """
    first = next((n for n, piece in enumerate(pieces) if _is_prose(content, piece)), len(pieces))
    widgets = [run for run in _runs(pieces) if 1 < len(run) <= _MOST]
    for run in widgets:
        if run[0] < first and not _is_above(content, pieces, bare, run, first):
            continue
        added = [number for number in run if pieces[number].role == "boilerplate"]
        sure = [number for number in added if not _REACHES.search(bare[number])]
        if not sure or len(added) * 3 < len(run) or any(_LETTER.match(bare[number]) for number in run):
            continue
        most = len(added) * 5 >= len(run) * 3
        if all(_may_be(content, pieces, number, run, most=most) for number in run):
            below = enumerate(pieces[run[-1] + 1 : run[-1] + _HEAD])
            dated = any(dates(content[piece.start : min(piece.end, piece.start + _LINE)], n) for n, piece in below)
            for number in run:
                clock = dated and _CLOCK.fullmatch(bare[number])
                if run[0] >= first or clock or not _DATED.search(bare[number]):
                    pieces[number].role = "boilerplate"


def _runs(pieces: Sequence[Piece]) -> Iterator[range]:
    """Give the stretches of pieces between which no empty line stands."""
    start = 0
    for number in range(1, len(pieces) + 1):
        if number == len(pieces) or pieces[number].blank:
            yield range(start, number)
            start = number


def _is_prose(content: str, piece: Piece) -> bool:
    long = piece.end - piece.start > _PROSE or piece.rows > 1
    return not piece.role and long and content[piece.end - 1] in '.!?"”’'


def _is_above(content: str, pieces: Sequence[Piece], bare: Sequence[str], run: range, first: int) -> bool:
    """Say whether a widget stands above a title: half is the site's, it holds no paper's name, a line is below."""
    left = [number for number in run if not pieces[number].role and not _CLOCK.fullmatch(bare[number])]
    if len(left) * 2 > len(run) or any(NAMED.search(bare[number]) for number in left):
        return False
    for n in range(run[-1] + 1, min(first, run[-1] + 2 * _HEAD)):
        stops = content[pieces[n].end - 1] in ".,;:!?"
        if stops and pieces[n].end - pieces[n].start > _TITLE and not pieces[n].role:
            return False  # the text has begun
        long = not pieces[n].role and pieces[n].blank and bare[n].count(" ") > 1
        if long and not stops and not dates(bare[n].title(), n):
            return True
    return False


def _may_be(content: str, pieces: Sequence[Piece], number: int, run: range, *, most: bool) -> bool:
    """Say whether a line may be part of a widget: the site's already, short, or a sentence among such lines."""
    piece = pieces[number]
    if piece.role == "boilerplate":
        return True
    size = piece.end - piece.start
    if piece.marker or piece.rows > 2 or size > _SENTENCE:
        return False
    end = content[piece.end - 1]
    if size < _LINE and (end not in ".!?:;" or (end in "?!" and size < _QUESTION)):
        return True
    inside = number - 1 in run and number + 1 in run
    return inside and (most or pieces[number - 1].role == pieces[number + 1].role == "boilerplate")
