# SPDX-License-Identifier: Apache-2.0
"""Lines: a view cut at its line breaks, each line's marker, indent and distance to the line before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from tocsin.reading.patterns import late

BULLETS = "•◦▪‣●○∙·⁃■□▸►➢➤❖✓✔➔→\uf0b7\uf0a7\uf0d8"
_FIRST = frozenset(BULLETS + '"*-=~–—(0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ#>§+')
_MARKER = late(
    rf"(?:[{BULLETS}]\s*|[*+\-–—§o](?:\s+|$)"  # bullets; the plain ones need white space behind them
    r"|\(?(?:\d{1,3}(?:\.\d{1,3})*\.?|[a-z]{1,2}|[A-Z]|[ivx]{2,5}|[IVX]{2,5}) ?\)(?:\s+|$)"  # 1) (a) (iv)
    r"|(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[A-Z]|[ivx]{2,5}|[IVX]{2,5})\.(?:\s+|$)"  # 1. 83.14. b. IV.
    r"|\d{1,3}\.\d{1,3}(?:\.\d{1,3})?\.?\s+(?=[A-Z])"  # 2.1 Access
    r"|\d{1,3}(?:\.\d{1,3})+\.(?=[A-Z])"  # 83.14.Ratify
    r"|\d{1,2} ?[-–]\s+(?=[A-Za-z])"  # 1- 2 –
    r"|#{1,6}\s+|(?:[-=]+>|~)\s+|\d{1,2}/\s+(?=[A-Z])|>\s?"
    r"|\"\s+(?=[^\"]+$))"  # the view writes » as a quotation mark
)
_BILL = late(r"[A-Z]\. ?(?:[JR]\. ?|[Cc]on\. ?|CON\. ?)?(?:[Rr]es|RES)\. ?\d")
"""A bill's number, which opens as a lettered item does."""
_INITIAL = late(r"[B-HJ-UW-Z]\. (?:[A-Z]\. )*[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,3}(?:,|$)")
"""A person's name, whose first letter opens no list where the letter before it opened none."""
_ORDINALS = "ivxIVX"
CLOSED = late(r"[.!?:;…][\"'”’)\]*_]*$|[\"]$")
"""A line that ends a thought."""


PAGE = late(r"[-–—| ]*(?:(?:[Pp]age|PAGE|[Pp]\.) ?)?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?[-–—| ]*|[-–—] ?[ivxl]{1,6} ?[-–—]")
"""A page's number by itself."""
_DATED = late(r"\s*(?:date|published|posted)[ :]+\d{4}-\d\d-\d\d(?=\s+[A-ZÀ-Þ\"'])", re.IGNORECASE)
"""What a page's own date looks like where whoever copied the page ran it together with the title."""


class Line(NamedTuple):
    """A line that holds words: `start`/`end` are trimmed and leave the marker out, `indent` counts the columns before.

    `blank` is true where an empty line (or the text's start) stands before it.
    """

    start: int
    end: int
    indent: int
    blank: bool
    marker: str


def split(content: str, edges: Sequence[int] = ()) -> list[Line]:
    r"""Cut a view into lines, and lines at `edges`; a marker that stands alone belongs to the line after it.

    >>> [(line.marker, line.indent) for line in split("We ask:\n  (a) aid;\n6.\nThe Minister spoke.")]
    [('', 0), ('(a)', 2), ('6.', 0)]
    """
    lines: list[Line] = []
    doubled = "\n>> " in content and "\n> " not in content  # no mail that is quoted twice: a list's own mark
    blank = True
    waiting: tuple[str, int, bool] | None = None
    lettered = ""
    for offset, raw in _cut(_rows(content), edges):
        words = raw.strip()
        if not words:
            blank = True
            continue
        indent = raw.find(words[0])
        start = offset + indent
        end = start + len(words)
        marker = ""
        if words[0] in _FIRST:
            found = _MARKER.match(words)
            if found and not _opens_none(words, lettered):
                marker = found.group().strip()
                lettered = marker[0] if marker[1:] == "." and marker[0].isupper() else lettered
                start += found.end()
                if doubled and marker == ">" and words[1:3] == "> ":
                    marker, start = "»", start + len(words[1:]) - len(words[1:].lstrip("> "))
        if waiting:
            marker = _joined(waiting[0], marker)
            indent, blank = waiting[1:]
            waiting = None
        if start >= end:
            waiting = marker, indent, blank
            continue
        lines.append(Line(start, end, indent, blank, marker))
        blank = False
    return lines


def _opens_none(words: str, lettered: str) -> bool:
    """Say whether what looks like a marker is a page's number, a bill's, or a name's first letter."""
    if words[0] in "-–—":
        return PAGE.fullmatch(words) is not None
    if words[1:2] != "." or not words[0].isupper():
        return False
    counted = lettered != "" and ord(words[0]) == ord(lettered) + 1
    return _BILL.match(words) is not None or (not counted and _INITIAL.match(words) is not None)


def _rows(content: str) -> Iterator[tuple[int, str]]:
    """Give each row and where it starts; a page's date run together with its title is a row of its own."""
    offset = 0
    dated = _DATED.match(content)
    if dated:
        yield 0, dated.group()
        yield dated.end(), ""
        offset = dated.end()
    for raw in content[offset:].split("\n"):
        yield offset, raw
        offset += len(raw) + 1


def _cut(rows: Iterator[tuple[int, str]], edges: Sequence[int]) -> Iterator[tuple[int, str]]:
    """Cut rows at edges that lie inside them."""
    for offset, raw in rows:
        at = 0
        for edge in edges[bisect_right(edges, offset) : bisect_left(edges, offset + len(raw))]:
            yield offset + at, raw[at : edge - offset]
            at = edge - offset
        yield offset + at, raw[at:]


def _joined(first: str, second: str) -> str:
    """Put a marker that a line break cut ("83." / "14.") together again."""
    if first[-1:] == "." and first[0].isdigit() and second[:1].isdigit():
        return first + second
    return second or first


def width(content: str, lines: Sequence[Line]) -> int:
    """Give the column at which lines are wrapped, 0 where a paragraph stands on one line.

    Wrapped are texts in which most lines that have a line right below them stop in mid-sentence, about as far from
    the margin as the longest lines do.
    """
    lengths: list[int] = []
    unfinished = 0
    for line, below in pairwise(lines):
        if not below.blank and not below.marker:
            lengths.append(line.end - line.start + line.indent)
            unfinished += not CLOSED.search(content, max(line.start, line.end - 4), line.end)
    if len(lengths) < 2 or unfinished * 2 < len(lengths):
        return 0
    lengths.sort()
    column = lengths[len(lengths) * 9 // 10 if len(lengths) > 9 else -1]
    full = sum(length > column * 0.7 for length in lengths)
    if not 34 <= column <= 160 or (
        not 8 <= len(lengths) < 16 and full * (2 if len(lengths) < 8 else 3) <= len(lengths)
    ):
        return 0  # a page's short lines and its paragraphs, a line each
    longer = [size for line in lines if (size := line.end - line.start) > column * 1.4]
    return 0 if len(longer) * 12 > len(lines) or sum(longer) * 2 > lines[-1].end else column


def style(marker: str) -> str:
    """Name the kind of a marker, so that items of one list agree.

    >>> style("83.14."), style("(b)"), style("iv."), style("•")
    ('1.1.', '(a)', 'i.', '•')
    """
    if not marker or (not marker[0].isalnum() and marker[0] != "("):
        return marker[:1]
    core = marker.strip("().")
    if core[:1].isdigit():
        core = ".".join("1" for _ in core.split("."))
    elif (len(core) > 1 and all(letter in _ORDINALS for letter in core)) or core in ("i", "I"):
        core = "i" if core[0].islower() else "I"
    elif core:
        core = "a" if core[0].islower() else "A"
    return ("(" if marker[0] == "(" else "") + core + marker[-1] * (marker[-1] in ").")
