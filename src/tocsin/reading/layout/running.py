# SPDX-License-Identifier: Apache-2.0
"""Running heads and feet: lines that a paper prints on every page, told by their number, their page or their place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tocsin.reading.layout.pieces import Piece
from tocsin.reading.patterns import late

_DIGITS = late(r"\d+")
_NUMBERED = late(r"(?:\s{2,}|\||page|p\.|[-–—]) ?\d+(?: ?(?:of|/) ?\d+)?$|^\d+(?:\s{2,}| ?\|)")
_SECTION = late(
    r"(?:article|section|chapter|annex|part|rule|title|appendix|paragraph|item|recommendation|question|day|step|table"
    r"|figure|schedule)\b"
)
"""What repeated lines may begin with that head the document's own sections."""
_APART = late(r"\S.{2,100}?\s{4,}page \d{1,4}|page \d{1,4}\s{4,}\S.{2,100}")
"""A head or foot with its page, which the layout has put far apart."""
_PAGE = late(
    r"[-–—| ]*(?:page |p\. ?)?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?[-–—| ]*"
    r"|\d{1,4}\s{6,}\S.{2,90}|\S.{2,90}\s{6,}\d{1,4}|downloaded from\b.*"
)
"""A page's number, by itself or far from the words beside it; what a library prints on a page."""
_FOOT = late(r"(?P<name>\S.{6,80}?)\s*\|\s*(?:page )?\d{1,3}")
"""A foot with its page: "Karsk Flash Update No. 3 | 2"."""
_SHORT = 160
_LONGEST = 120
_NAME = 8
"""Code points that a paper's name has at least."""


def mark(pieces: Sequence[Piece], folded: Sequence[str]) -> None:
    """Mark heads with their page beside them, lines that stand at two page numbers, feet with their number.

    >>> lines = ["karsk yearbook", "page 2 of 3", "the road is closed.", "karsk yearbook", "page 3 of 3"]
    >>> rows = [Piece(start=0, end=len(x), marker="", indent=0, blank=True, rows=1, last=0) for x in lines]
    >>> mark(rows, lines)
    >>> [row.role for row in rows]
    ['boilerplate', 'boilerplate', '', 'boilerplate', 'boilerplate']
    """
    pages = [_is_page(words) for words in folded]
    for number, words in enumerate(folded):
        printed = pages[number] and words.startswith("downloaded from ")
        if printed or (not pieces[number].marker and len(words) < _LONGEST and _runs(folded, number)):
            pieces[number].role = "boilerplate"
    for number in _sisters(folded, pages):
        pieces[number].role = "boilerplate"
    for numbers in _beside(pieces, folded, pages) if any(pages) else ():
        for number in numbers if len(numbers) > 1 else ():
            pieces[number].role = "boilerplate"
            for near in (number - 1, number + 1):
                if 0 <= near < len(pages) and pages[near]:
                    pieces[near].role = "boilerplate"


def _sisters(folded: Sequence[str], pages: Sequence[bool]) -> Iterator[int]:
    """Give the page numbers with words far beside them that stand twice but for their figures."""
    found: dict[str, list[int]] = {}
    for number, words in enumerate(folded):
        if pages[number] and len(words) < _LONGEST and "   " in words.strip():
            found.setdefault(_DIGITS.sub("0", words.strip()), []).append(number)
    for numbers in found.values():
        if len(numbers) > 1:
            yield from numbers


def _beside(pieces: Sequence[Piece], folded: Sequence[str], pages: Sequence[bool]) -> Iterator[list[int]]:
    """Give the lines that stand beside page numbers, those together that are the same but for their figures."""
    found: dict[str, list[int]] = {}
    for number, words in enumerate(folded):
        if pages[number] or pieces[number].marker or not _NAME < len(words) < _LONGEST or words[-1] in ".:;,?!":
            continue
        if any(0 <= near < len(pages) and pages[near] for near in (number - 1, number + 1)):
            found.setdefault(_DIGITS.sub("0", words), []).append(number)
    yield from found.values()


def _is_page(words: str) -> bool:
    """Say whether all lines of a piece are page numbers, or what a library prints beside them."""
    if len(words) > _SHORT or not any(map(str.isdigit, words)):
        return False
    return all(_PAGE.fullmatch(line.strip()) for line in words.split("\n"))


def _runs(folded: Sequence[str], number: int) -> bool:
    """Say whether a line's own words show that it stands on every page."""
    words = folded[number]
    if "page " in words and "   " in words and all(_APART.fullmatch(line.strip()) for line in words.split("\n")):
        return True
    return words[-1:].isdigit() and "|" in words and _is_foot(folded, number)


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


def repeated(pieces: Sequence[Piece], folded: Sequence[str]) -> frozenset[int]:
    """Find short lines that stand three times or more, but for their numbers."""
    keys: dict[str, list[int]] = {}
    for number, piece in enumerate(pieces):
        if (
            3 < piece.end - piece.start < 80
            and not piece.marker
            and piece.rows == 1
            and folded[number][-1] not in ":,;.!?"
        ):
            keys.setdefault(_DIGITS.sub("0", folded[number]), []).append(number)
    marked: set[int] = set()
    for key, numbers in keys.items():
        if _SECTION.match(key):
            continue
        running = "0" in key and all(_NUMBERED.search(folded[number]) for number in numbers)
        same = len({folded[number] for number in numbers}) == 1  # a year is no page's number
        if len(numbers) > (2 if running else 4) or (len(numbers) > 2 and same and len(key) > 24):
            marked.update(number for number in numbers if number > 3)
    return frozenset(marked)
