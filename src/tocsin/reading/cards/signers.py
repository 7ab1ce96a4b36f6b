# SPDX-License-Identifier: Apache-2.0
"""Signers: the names below a letter's closing, on lines of their own or in columns, counted without their posts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.reading.cards import lists, mastheads
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.layout.passages import WISHES
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late

_CLOSING = late(
    r"\W*(?:(?:yours |most |very )*(?:sincerely|faithfully|respectfully|truly|cordially|ever)\b|respectfully submitted"
    r"|(?:with |kind |best |warm |our )*(?:regards|respect|solidarity)\b|in solidarity|(?:please|kindly) accept\b"
    r"|(?:done|given) (?:at|in) "
    rf"|we remain,? (?:yours|sincerely|respectfully|in )|(?:signed|undersigned)(?: by)?\W*$|{WISHES})[^\n]{{0,140}}",
    re.IGNORECASE,
)
_APART = late(r"\t+|\s{3,}")
_TITLES = late(
    r"(?:(?:the|most|right|hon|honourable|rev|reverend|mr|mrs|ms|miss|dr|prof|professor|sir|dame|fr|father|sr|sister"
    r"|judge"
    r"|justice|bishop|archbishop|imam|rabbi|sheikh|pastor|col|gen|lt|capt|ing|arch|adv|h\.? ?e)\b\.? ?(?:\((?:ret"
    r"|em)\.?\) )?)+",
    re.IGNORECASE,
)
_END = late(r"[,(–—]| - ")
_NOBODY = late(
    r"\d|@|www\.|https?:|\b(?:street|road|avenue|city|town|tel|phone|p\.? ?o\.? box|contact|annex|list)\b",
    re.IGNORECASE,
)
_POST = late(
    r"\W*(?:the )?(?:[\w-]+ ){0,2}(?:chair\w*|director|president|secretary|head|co-?ordinator|spokes\w+|editor|mayor"
    r"|founder"
    r"|member|representative|officer|manager|treasurer)\b",
    re.IGNORECASE,
)
_COPIES = late(r"\W*(?:cc|copy|copies|copied|encl?|annex\w*|notes?|contacts?|attachments?)\b", re.IGNORECASE)
"""What stands below those who sign and names others."""
_WORDS = 14
_MOST = 60
_PROSE = 170


def count(draft: Draft, blocks: Sequence[Block]) -> int | None:
    """Count the names in columns at the end, or those below a closing; None where neither stands there."""
    content = draft.content
    closing = None
    for number in range(len(blocks) - 1, max(0, len(blocks) - _MOST), -1):
        if _CLOSING.match(content, blocks[number].start, min(blocks[number].end, blocks[number].start + _PROSE)):
            closing = number
            break
    below = blocks[closing + 1 :] if closing is not None else blocks[-_MOST:]
    rows = [row for block in below for row in _rows(content, block)]
    if closing is not None:
        first = blocks[closing]
        cut = content.find("\n", first.start, first.end)
        rows = [*(_lined(content, cut + 1, first.end) if cut >= 0 else ()), *rows]
    marked = sum(_MARKED.search(content, start, end) is not None for start, end in rows)
    if marked > 1:
        return marked
    return _table(content, rows) or _columns(content, rows) or (_lines(draft, rows) if closing is not None else None)


def _rows(content: str, block: Block) -> Iterator[tuple[int, int]]:
    """Give the lines of a block that is no prose."""
    prose = block.end - block.start > _PROSE and "   " not in content[block.start : block.end]
    if block.role != "salutation" and not prose and not _COPIES.match(content, block.start, block.end):
        yield from _lined(content, block.start, block.end)


def _lined(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in re.finditer(r"[^\n]+", content[start:end]):
        if line.group().strip():
            yield start + line.start(), start + line.end()


_MARKED = late(r"\s[(\[](?:signature|signed|sgd\.?|l\.s\.)[)\]]\W*$|\s_{6,}\s*$", re.IGNORECASE)
"""The mark of a signature behind a name."""
_RULE = late(r"[|\s:+-]+")


def _table(content: str, rows: Sequence[tuple[int, int]]) -> int | None:
    """Count the names of a table's first column, below its head."""
    lines = [content[start:end].strip() for start, end in rows]
    cells = [line.strip("|").split("|")[0].strip() for line in lines if line[:1] == "|" and not _RULE.fullmatch(line)]
    named = sum(_is_name(cell) for cell in cells[1:])
    return len(cells) - 1 if len(cells) > _FEWEST - 2 and named * 5 >= (len(cells) - 1) * 4 else None


def _columns(content: str, rows: Sequence[tuple[int, int]]) -> int | None:
    """Count the names of rows that each hold several, far apart."""
    cells = [
        cell
        for start, end in rows
        if len(found := [part for part in _APART.split(content[start:end].strip()) if part]) > 1
        for cell in found
    ]
    alone = [content[start:end] for start, end in rows if not _APART.search(content[start:end].strip())]
    cells = [cell for cell in cells if not _POST.match(cell)]
    bodies = sum(_is_body(cell) for cell in cells)
    if bodies == len(cells) > 1:
        return bodies
    named = sum(_is_name(cell) for cell in cells)
    if len(cells) < _FEWEST or named * 5 < len(cells) * 4:
        return None
    return len(cells) + sum(_is_name(line.strip()) for line in alone[-1:])


_FEWEST = 4


def _lines(draft: Draft, rows: Sequence[tuple[int, int]]) -> int | None:
    """Count the persons on lines below a closing: one in each group of lines, or each line's own."""
    content = draft.content
    groups: list[list[bool]] = []
    last = -1
    for start, end in rows:
        words = content[start:end].strip()
        place = any(hit.end - hit.start >= len(words) for hit in draft.within("place", start, end))
        if last < 0 or "\n\n" in content[last:start] or content[last:start].count("\n") > 1:
            groups.append([])
        groups[-1].append(_is_name(words) and not place)
        last = end
    bodies = [_is_body(content[start:end].strip()) for start, end in rows]
    if len(rows) > 2 and sum(bodies) * 2 > len(rows) and all(_is_title(content[start:end]) for start, end in rows):
        return len(rows)
    if not groups or not groups[0] or not groups[0][0]:
        return None
    if all(all(group) for group in groups):
        return sum(map(len, groups))
    if all(sum(group) == 1 for group in groups):
        return len(groups)
    return 1 if len(groups) == 1 and groups[0][0] and sum(groups[0]) == 1 else None


def _is_body(words: str) -> bool:
    """Say whether a line names a body."""
    return bool(lists.BODY.search(words) or mastheads.HEADS.search(words)) and _NOBODY.search(words) is None


def _is_title(line: str) -> bool:
    """Say whether a line is a name and no post: most of its words are capitalised, it holds no figure."""
    words = line.split()
    small = sum(word[0].islower() for word in words)
    return 0 < len(words) < _WORDS and small * 2 < len(words) and not _POST.match(line) and not _NOBODY.search(line)


def _is_name(words: str) -> bool:
    """Say whether a line or a cell names a person, with what they are behind a comma."""
    plain = _TITLES.sub("", words.strip(" .*•-–+†✠"), count=1)
    end = _END.search(plain)
    name = (plain[: end.start()] if end else plain).strip()
    if not person(name) or lists.BODY.search(name) or mastheads.HEADS.search(name):
        return False
    return _NOBODY.search(name) is None
