# SPDX-License-Identifier: Apache-2.0
"""Notices: what a page prints around its text that only its neighbours or its place tell from it."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.reading.layout.pieces import Piece
from tocsin.reading.patterns import late

_FOOT = late(r"(?P<name>\S.{6,80}?)\s*\|\s*(?:page )?\d{1,3}")
"""A foot with its page: "Karsk Flash Update No. 3 | 2"."""
_STANDS_FOR = ("[image", "[photo", "[picture", "[cid:", "[inline", "[logo", "[video")
"""How a mail's plain text begins what it puts in place of a picture."""
_DESK = late(r"(?:\(?[a-z]{2,6}\)? )?[a-z]{2,4}(?:/[a-z]{2,4}){1,4}")
"""The initials of those who wrote and edited an agency's report: "vna jk/mp"."""
_MISSION = late(r"(?:the |our )(?:mission|mandate) (?:of [^.]{4,120} )?is to .{10,240}(?:www\.|https?://)\S+")
"""What an office prints of itself below each page."""
_FORWARDED = late(r"[-–—_=> ]*(?:begin )?(?:forwarded|original) (?:message|mail|e-mail)[-–—_=: ]*")
_HEADER = late(r"(?:from|to|cc|bcc|date|sent|subject|reply-to):.*")
"""A line of a mail's head, as mailers copy it below the line that says that a mail was passed on."""
_SHELF = late(r"(?:press|news|media) releases(?: {3,}\S.{2,40})?")
"""Where a site keeps what it releases, with the shelf beside it."""
_LIKED = late(r"\d[\d,.]* (?:people|persons|readers|users|others) (?:like|liked|love|found|recommend)s? this\b.{0,30}")
_RIGHTS = late(r"copyright (?:\(c\) |© )?\d{4}\b.{0,90}|.{8,200}[^\d\s] ?© ?[a-z][\w./ &-]{1,60}")
"""Whose the page is, and whose the picture that a line describes."""
_RENDERED = late(r"translated (?:from [\w ]{3,30} )?by [^.]{3,60}")
_ABOUT = late(r"about [^:.]{2,60}: .{10,260}(?:www\.|https?://)\S+")
"""What a body says of itself below what it says."""
_SHORT = 160
_TAIL = 0.75
"""The part of a text behind which an agency's desk signs."""


def mark(pieces: Sequence[Piece], folded: Sequence[str]) -> None:
    """Mark a forwarded mail's head, feet with their page, what stands for a picture, a desk's initials.

    >>> from tocsin.reading.layout.pieces import Piece
    >>> lines = ["karsk flash update no. 3", "the road is closed.", "karsk flash update no. 3 | 1"]
    >>> row = {"marker": "", "indent": 0, "blank": True, "rows": 1, "last": 0}
    >>> rows = [Piece(start=0, end=len(line), **row) for line in lines]
    >>> mark(rows, lines)
    >>> [row.role for row in rows]
    ['', '', 'boilerplate']
    """
    _forwarded(pieces, folded)
    size = pieces[-1].end
    for number, (piece, words) in enumerate(zip(pieces, folded, strict=True)):
        if piece.role or piece.marker:
            continue
        if (
            (words[-1:] == "]" and words.startswith(_STANDS_FOR))
            or (words[-1:].isdigit() and "|" in words and _is_foot(folded, number))
            or _is_credit(words)
            or (piece.start > size * _TAIL and words.startswith("about ") and _ABOUT.fullmatch(words))
            or (" releases" in words[:14] and _SHELF.fullmatch(words))
            or (piece.start > size * _TAIL and "/" in words and _DESK.fullmatch(words))
            or ((" mission " in words[:14] or " mandate " in words[:14]) and _MISSION.fullmatch(words))
        ):
            piece.role = "boilerplate"


def _is_credit(words: str) -> bool:
    """Say whether a line tells whose the page, a picture or the translation is, or how many readers like it."""
    if "©" in words or words.startswith("copyright "):
        return _RIGHTS.fullmatch(words) is not None
    if words.startswith("translated "):
        return _RENDERED.fullmatch(words) is not None
    return words[0].isdigit() and _LIKED.fullmatch(words) is not None


def _forwarded(pieces: Sequence[Piece], folded: Sequence[str]) -> None:
    """Mark the line that says that a mail was passed on, with that mail's own head below it."""
    for number, words in enumerate(folded[:6]):
        lines = words.split("\n")
        if _FORWARDED.fullmatch(lines[0]) and all(_HEADER.fullmatch(line) for line in lines[1:]):
            last = number
            while last + 1 < len(folded) and all(map(_HEADER.fullmatch, folded[last + 1].split("\n"))):
                last += 1
            if last > number or len(lines) > 1:
                for piece in pieces[number : last + 1]:
                    piece.role = "boilerplate"
            return


def _is_foot(folded: Sequence[str], number: int) -> bool:
    """Say whether a line is a page's foot: the name before its number ends another line or stands in one."""
    found = _FOOT.fullmatch(folded[number])
    if found is None:
        return False
    name = found["name"].strip()
    return any(
        len(other) < _SHORT and (name in other or (len(other) > _NAME and name.endswith(other)))
        for at, other in enumerate(folded)
        if at != number
    )


_NAME = 8
"""Code points that a paper's name has at least."""
