# SPDX-License-Identifier: Apache-2.0
"""Envelopes: the lines between a letter's head and its salutation – to whom it goes, where they sit, its subject."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tocsin.reading.cards import addresses
from tocsin.reading.cards.senders import OTHER_LINE
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.layout import passages
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late

_HONOURED = late(
    r"(?:(?:To|TO):?\s+)?(?:H\.? ?E\.?\b|H\.? ?M\.?\b|(?:His|Her|Their) (?:Royal )?(?:Excellency|Majesty"
    r"|Highness|Holiness|Eminence|Honou?r)"
    r"|(?:The )?(?:Right |Rt\.? )?Hon(?:ou?rable|\.|(?= (?:[A-Z][\w.]+ ){1,4}))"
    r"|(?:The )?(?:President|Prime Minister|King|Queen|Emir|Sultan"
    r"|(?:General |Permanent |Executive |Managing |Regional )?"
    r"(?:Director|Manager|Chairman|Chairperson|Registrar|Clerk|Commissioner|Secretary)(?: General)?(?=\s*$)"
    r"|Minister|Ambassador|Secretary[- ]General|Speaker|Governor|Chancellor|Office of)\b"
    r"|(?:Mr|Ms|Mrs|Dr|Sheikh|Prof)\b\.? [A-Z])"
)
_TO_LINE = late(r"(?:To|TO)(?:\s?:|\s+(?=[A-Z])|$)")
_PERSON = late(
    r"(?:(?:His|Her|Their) .{0,24}|(?:The )?(?:Right |Rt\.? )?Hon\S*|H\.? ?E\.?|Mr|Ms|Mrs|Dr|Sheikh|Prof|Sir"
    r"|Dame)\b\.? ?"
    r"(?:(?:Mr|Ms|Mrs|Dr|Sheikh|Prof)\b\.? )?[A-ZÀ-Þ]"
)
_POST = late(
    r"(?:The )?(?:[A-Z][\w-]+ ){0,3}(?:Minister|President|Secretary|Ambassador|Commissioner|Chair\w*|Speaker"
    r"|Governor|Director"
    r"|King|Queen|Representative|Adviser|Envoy|Coordinator|Chancellor|Premier|Mayor)\b"
)
_PLACE_LINE = late(
    r".*\d{3}|.*\b(?:[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d)\b"
    r"|.*\b(?:palace|street|avenue|road|square|buildings?|boulevard|plaza|tower|lane|drive|cedex)$"
    r"|\W*(?:rue|avenue|place|calle|via|palais) |\W*(?:p\.? ?o\.?|fax|tel|phone|e-?mail|www|http|re|subject|cc|by )\b"
    r"|\W*(?:the )?(?:white|state|government|parliament|union) (?:house|buildings)\W*$",
    re.IGNORECASE,
)
"""A line that says where somebody sits or how they are reached."""
_MOST = 24
_LONG = 300
_LINE = 100


class Line(NamedTuple):
    """A line above a salutation, as a view span, and the number of its block."""

    start: int
    end: int
    block: int


def _is_where(draft: Draft, start: int, end: int) -> bool:
    """Say whether a line is a place and no more: the town or the country that an address ends with."""
    actors = draft.catalogue.actors
    for layer in ("place", "actor", "demonym"):
        for hit in draft.within(layer, start, end):
            row = actors.get(hit.tag)
            locates = layer != "actor" or (row is not None and row.kind in ("state", "territory"))
            if locates and hit.start == start and not draft.content[hit.end : end].strip(" ,.;0123456789"):
                return True
    return False


def _lines(draft: Draft, blocks: Sequence[Block]) -> list[Line]:
    """Give the lines from the first that names who is written to, down to the salutation."""
    content = draft.content
    greeted = next((number for number, block in enumerate(blocks[:_MOST]) if block.role == "salutation"), 0)
    lines = [
        Line(block.start + line.start(), block.start + line.end(), number)
        for number, block in enumerate(blocks[:greeted])
        if block.end - block.start < _LONG
        for line in re.finditer(r"[^\n]+", content[block.start : block.end])
    ]
    above = next((n for n, line in enumerate(lines) if _TO_LINE.match(content, line.start, line.end)), 0)
    for number, line in enumerate(lines):
        if number < above:
            continue  # the sender's own lines
        if _HONOURED.match(content, line.start, line.end) or _holds(content, lines[number : number + 2]):
            return lines[number:]
    return []


def _holds(content: str, lines: Sequence[Line]) -> bool:
    """Say whether a line is a person's name and the next one's office: "Anna Vell", "Minister for Lakes"."""
    if len(lines) < 2 or not _adjoin(content, *lines):
        return False
    first, below = lines
    return person(content[first.start : first.end].strip()) and _POST.match(content, below.start, below.end) is not None


def _adjoin(content: str, line: Line, below: Line) -> bool:
    """Say whether a line stands right below another."""
    return content.count("\n", line.end, below.start) == 1


def _subject_from(draft: Draft, lines: Sequence[Line]) -> int:
    """Give the number of the first line below the last address that names nobody: what the letter is about."""
    opening = [
        number for number in range(1, len(lines)) if not _adjoin(draft.content, lines[number - 1], lines[number])
    ]
    for number in opening:
        if not any(_sits(draft, line) for line in lines[:number]):
            continue
        if not any(_names(draft, lines[below]) or _sits(draft, lines[below]) for below in opening if below >= number):
            return number
    return len(lines)


def _sits(draft: Draft, line: Line) -> bool:
    """Say whether a line tells where somebody sits."""
    return _PLACE_LINE.match(draft.content, line.start, line.end) is not None or _is_where(draft, line.start, line.end)


def _names(draft: Draft, line: Line) -> bool:
    """Say whether a line names who is written to, or is none that could be a subject: a date, a reference."""
    words = draft.content[line.start : line.end]
    if _HONOURED.match(words) or _POST.match(words) or OTHER_LINE.match(words) or passages.dates(words.strip(), 0):
        return True
    known = any(hit.start == line.start and hit.end == line.end for hit in draft.within("actor", line.start, line.end))
    return known or addresses.is_bare_office(draft.content, line.start, line.end)


def begins(draft: Draft, blocks: Sequence[Block]) -> int | None:
    """Give where the lines begin that say to whom a letter goes; None where none do."""
    lines = _lines(draft, blocks)
    return lines[0].start if lines else None


def subject(draft: Draft, blocks: Sequence[Block]) -> str | None:
    """Give the line between address and salutation that says what a letter is about, on one line; None without one."""
    lines = _lines(draft, blocks)
    below = lines[_subject_from(draft, lines) :]
    held = [
        line
        for number, line in enumerate(below)
        if not number or _adjoin(draft.content, *below[number - 1 : number + 1])
    ]
    words = " ".join(" ".join(draft.content[line.start : line.end] for line in held).split())
    return words if words[:1].isupper() and words.count(" ") >= _WORDS and len(words) < _LONG else None


_WORDS = 2


def holders(draft: Draft, blocks: Sequence[Block]) -> Iterator[str]:
    """Give the last names of those who stand without a title of honour above the office that they hold."""
    lines = _lines(draft, blocks)
    for number, line in enumerate(lines):
        if _holds(draft.content, lines[number : number + 2]):
            yield draft.content[line.start : line.end].split()[-1]


def addressed(draft: Draft, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Give the lines between the first title of honour and the salutation, which say to whom a letter goes."""
    content = draft.content
    told = _lines(draft, blocks)
    told = told[: _subject_from(draft, told)]
    for number, (start, end, _) in enumerate(told):
        below = told[number + 1][:2] if number + 1 < len(told) else (0, 0)
        if (_PERSON.match(content, start, end) or person(content[start:end].strip())) and _POST.match(content, *below):
            continue  # who holds the office that the next line names
        if below != (0, 0) and addresses.is_bare_office(content, start, end) and not _is_where(draft, *below):
            continue  # the office whose body the next line names
        if (number and _is_where(draft, start, end)) or OTHER_LINE.match(content, start, end):
            continue
        if end - start < _LINE and not _PLACE_LINE.match(content, start, end) and content[end - 1] not in ".:;?!":
            yield start, end
