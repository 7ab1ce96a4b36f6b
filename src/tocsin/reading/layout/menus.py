# SPDX-License-Identifier: Apache-2.0
"""Menus: long lists of short items, a quarter of which are known for a site's own, are its navigation as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.reading.layout.pieces import Piece

_ITEMS = 8
"""Items that a menu has at least."""
_ITEM = 48
"""Code points that an item has at most."""
_WORDS = 7
_KNOWN = 4
"""One in so many items is known for a site's own."""
_BETWEEN = 2
"""Lines without a bullet that may stand between items: the site's name, a heading."""


def mark(content: str, pieces: Sequence[Piece]) -> None:
    """Give the role boilerplate to all items of each menu.

    >>> words = ["Home", "News", "Blog", "Donate", "Cyclone", "Dirty List", "About us", "Contact"]
    >>> rows = [Piece(start=0, end=4, marker="•", indent=0, blank=False, rows=1, last=0) for _ in words]
    >>> for row in rows[:3]: row.role = "boilerplate"
    >>> mark("Home", rows)
    >>> {row.role for row in rows}
    {'boilerplate'}
    """
    run: list[int] = []
    gap = 0
    for number, piece in enumerate(pieces):
        if _is_item(content, piece):
            run.append(number)
            gap = 0
        elif run and gap < _BETWEEN and piece.role == "boilerplate":
            gap += 1
        else:
            _close(pieces, run)
            run, gap = [], 0
    _close(pieces, run)


def _close(pieces: Sequence[Piece], run: Sequence[int]) -> None:
    known = sum(pieces[number].role == "boilerplate" for number in run)
    if len(run) >= _ITEMS and known * _KNOWN >= len(run):
        for number in run:
            pieces[number].role = "boilerplate"


def _is_item(content: str, piece: Piece) -> bool:
    """Say whether a piece may be an entry of a menu: a bullet before a few words that end in no mark."""
    if not piece.marker or piece.marker[0].isalnum() or piece.marker[0] in "#>(" or piece.end - piece.start > _ITEM:
        return False
    words = content[piece.start : piece.end]
    return len(words.split()) <= _WORDS and words[-1] not in ".;:,!?" and not words[0].islower()
