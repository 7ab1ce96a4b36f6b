# SPDX-License-Identifier: Apache-2.0
"""Notices: what a page prints around its text that only its neighbours or its place tell from it."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.reading.layout.pieces import Piece
from tocsin.reading.patterns import late

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
_FUNDED = late(
    r"(?:this|the) (?:present )?(?:document|publication|report|project|programme|study|website|brochure|newsletter"
    r"|article|material|translation|magazine|paper) (?:has been |was |is |were )(?:\w+ly )?(?:also )?(?:co-?)?"
    r"(?:produced|funded|financed|supported|made possible|printed|developed|created|prepared|published)\b"
    r".{0,60}?\b(?:assistance|support|funding|funds?|grants?|contributions?|generosity|aid|money|(?:by|from) the)\b"
)
"""Who paid for a paper, and whose views it holds."""
_CHARITY = late(r".{3,80}? is a registered charity\b.{0,120}")
_WEATHER = late(r"(?:[^.;!?]{0,60}\W)?[-−]?\d{1,2} ?° ?[cf]?\b[^.;!?]{0,30}")
"""The weather beside a medium's name."""
_DIRECT = late(
    r"(?:dear|hello|hi|good (?:morning|day|evening)|greetings|friends|colleagues|excellenc\w+)\b[^.?!]{0,60}[,:!]?"
)
_ROUTED = late(
    r"(?:newsgroups|path|message-id|followup-to|originator|sender|approved|lines|xref|references|in-reply-to|keywords"
    r"|distribution|mime-version|content-[a-z-]+|return-path|received|delivered-to|list-[a-z]+|precedence|status"
    r"|nntp-[a-z-]+|x-[a-z-]+|user-agent|reply-to|errors-to) ?: ?\S.*"
)
"""A line of a mail's head that tells how it went, not what it says."""
_BOARD = late(r"/\*.*\*/|\*\* .*\S \*\*")
"""What a bulletin board prints above what was written to it."""
_BRACKETED = late(r"(?:\[[^\[\]\n]{2,90}\][ .|]*)+")
"""Links, or a library's labels, each in brackets."""
_QUOTING = late(
    r"(?:while |when )(?:citing|quoting|using|reprinting|copying)\b.{0,160}\b(?:links?|hyperlinks?|reference|mandatory"
    r"|obligatory|required)\b"
)
"""What an agency asks of whoever copies from it."""
_CITED_TAIL = 0.4
_TOP = 6
_SHORT = 90
_FUNDED_TAIL = 0.6
_TAIL = 0.75
"""The part of a text behind which an agency's desk signs."""


def mark(pieces: Sequence[Piece], folded: Sequence[str]) -> None:
    """Mark a forwarded mail's head, what stands for a picture, a desk's initials, who paid for a paper.

    >>> lines = ["the road is closed.", "[image: a ferry]", "this report was made possible by the support of ardesh."]
    >>> row = {"marker": "", "indent": 0, "blank": True, "rows": 1, "last": 0}
    >>> rows = [Piece(start=100 * at, end=100 * at + len(line), **row) for at, line in enumerate(lines)]
    >>> mark(rows, lines)
    >>> [row.role for row in rows]
    ['', 'boilerplate', 'boilerplate']
    """
    _forwarded(pieces, folded)
    size = pieces[-1].end
    for number, (piece, words) in enumerate(zip(pieces, folded, strict=True)):
        if piece.role or piece.marker:
            continue
        if (
            (words[-1:] == "]" and words.startswith(_STANDS_FOR))
            or _is_credit(words)
            or (piece.start > size * _TAIL and words.startswith("about ") and _ABOUT.fullmatch(words))
            or (" releases" in words[:14] and _SHELF.fullmatch(words))
            or (piece.start > size * _TAIL and "/" in words and _DESK.fullmatch(words))
            or (piece.start > size * _FUNDED_TAIL and words.startswith(("this ", "the ")) and _FUNDED.match(words))
            or (piece.start > size * _TAIL and " registered charity" in words and _CHARITY.fullmatch(words))
            or ("°" in words and len(words) < _SHORT and _WEATHER.fullmatch(words))
            or (len(words) < _SHORT and ("▲" in words or "▼" in words) and any(map(str.isdigit, words)))
            or (number < 4 * _TOP and ":" in words and _ROUTED.fullmatch(words))
            or (words[0] in "/*" and all(map(_BOARD.fullmatch, words.split("\n"))))
            or (words[0] == "[" and _is_labelled(words, number, pieces))
            or (piece.start > size * _CITED_TAIL and words.startswith("wh") and _QUOTING.match(words))
            or ((" mission " in words[:14] or " mandate " in words[:14]) and _MISSION.fullmatch(words))
        ):
            piece.role = "boilerplate"


def _is_labelled(words: str, number: int, pieces: Sequence[Piece]) -> bool:
    """Say whether nothing but brackets, two and more, stand in a line, or in a few lines at the head."""
    if _BRACKETED.fullmatch(words.replace("\n", "")) is None and not all(
        _BRACKETED.fullmatch(line.strip()) for line in words.split("\n")
    ):
        return False
    return words.count("[") > (1 if number < _TOP else 2) and pieces[number].end - pieces[number].start < 3 * _SHORT


def _is_credit(words: str) -> bool:
    """Say whether a line tells whose the page, a picture or the translation is, or how many readers like it."""
    if "©" in words or words.startswith("copyright "):
        return _RIGHTS.fullmatch(words) is not None
    if words.startswith("translated "):
        return _RENDERED.fullmatch(words) is not None
    return words[0].isdigit() and _LIKED.fullmatch(words) is not None


def _forwarded(pieces: Sequence[Piece], folded: Sequence[str]) -> None:
    """Mark the line that says that a mail was passed on, with that mail's own head below it.

    Where a greeting stands right below it and nothing above, the head is the letter's own.
    """
    for number, words in enumerate(folded[:6]):
        lines = words.split("\n")
        if _FORWARDED.fullmatch(lines[0]) and all(_HEADER.fullmatch(line) for line in lines[1:]):
            last = number
            while last + 1 < len(folded) and all(map(_HEADER.fullmatch, folded[last + 1].split("\n"))):
                last += 1
            own = last + 1 < len(folded) and _DIRECT.fullmatch(folded[last + 1]) is not None
            own = own and all(piece.role == "boilerplate" for piece in pieces[:number])
            if last > number or len(lines) > 1:
                for piece in pieces[number : last + 1] if not own else ():
                    piece.role = "boilerplate"
            return
