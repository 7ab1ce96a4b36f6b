# SPDX-License-Identifier: Apache-2.0
"""Lists of those who sign: below "Signatories:", in one paragraph, in columns, or as the names that close a letter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.reading.drafts import Block, Draft
from tocsin.reading.layout.passages import WISHES
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late

_HEAD = late(
    r"\W*(?:(?:full |complete )?list of )?(?:the )?(?:(?:initial|first|original|current|founding|co-) ?)?"
    r"(?:signator(?:y|ies)|signatures|signers|(?:co-?)?signed(?: by)?|endorse(?:d by|rs|ments)|supported by"
    r"|(?:signing|signatory|endorsing|undersigned|supporting|sponsoring|co-?signing)"
    r" (?:(?:civil society|human rights|local|international|national|partner|member) )?"
    r"(?:organi[sz]ations|groups|parties|institutions|associations|agencies|networks|members|ngos|unions|churches)"
    r"|undersigned(?: (?:organi[sz]ations|groups|by))?)"
    r"(?: (?:organi[sz]ations|groups|institutions|individuals|parties|so far|include|to date|are|as of [\w ,]{4,20}"
    r"|in alphabetical order|\([\w ]{2,40}\)))*\s*(?:[:.–—-]\s*|$)",
    re.IGNORECASE,
)
"""What stands above or before those who sign."""
_CLOSING = late(
    r"\W*(?:(?:yours |most |very )*(?:sincerely|faithfully|respectfully|truly|cordially)(?: yours)?"
    r"|respectfully submitted"
    rf"|(?:with |kind |best |warm |our )*(?:regards|respect|solidarity)|in solidarity(?: and [a-z]+)?|signed"
    rf"|{WISHES})\W*$",
    re.IGNORECASE,
)
_COLUMNS = late(r"\t+|\s{3,}|\s+[|•·]\s+")
_INLINE = late(r"\s*;\s*|\s+[|•·]\s+")
_COMMAS = late(r",\s+(?:and\s+)?|\s+and\s+(?=[A-Z])")
_BULLET = late(r"(?:\(?\d{1,3}[.)]|[-–—*•▪●])\s*")
_NO_NAME = late(
    r"\W*$|.*(?:@|https?:|www\.)|(?:contact|tel|phone|fax|e-?mail|date|place|done (?:at|in)|notes?|cc|for more)\b"
    r"|.*[a-z][.!?]\s+[A-Z][a-z]+ .*[.!?]$",
    re.IGNORECASE,
)
"""What stands among those who sign and names nobody; prose is none of them."""
_LONG = 400
_WORDS = 14
"""Words that the name of an organisation, with its country, has at most."""
BODY = late(
    r"\b(?:associations?|unions?|federation|confederation|networks?|groups?|organi[sz]ations?|ngos?|forum"
    r"|coalition|alliance"
    r"|league|movement|church(?:es)?|conference|foundation|society|institute|cent(?:re|er)|campaign|collective|platform"
    r"|watch|initiative|observatory|charity|agency|council|committee|trust|fund|house|club|chamber|syndicate|guild"
    r"|commission|international|rights|justice|lawyers|doctors|reporters|journalists|women|mothers|youth"
    r"|students|teachers|"
    r"workers|peace|relief|aid|action|project|archive|media|press|radio|front|party|assembly|parliament|university"
    r"|college|school|library|museum|diocese|synod|caritas|pen|solidarity|development|democracy|human|programme"
    r"|program)\b",
    re.IGNORECASE,
)
"""Words that names of bodies hold."""
PUBLISHERS = frozenset(
    {"organisation", "un-organ", "ngo", "peace-operation", "court", "parliament", "organ", "ministry"}
)
"""Kinds of actors that put papers out in their own name."""
_COUNTRY = late(r"(?:\([A-ZÀ-Þ][\w .'’-]{2,30}\)|,\s+[A-ZÀ-Þ][\w .'’-]{2,25})\s*$")


def signing(draft: Draft, blocks: Sequence[Block]) -> tuple[tuple[int, int], ...]:
    """Give the span of each name in the list of those who sign; none where no head or closing opens a list."""
    content = draft.content
    for number, block in enumerate(blocks):
        if number == 0 or block.role in ("title", "salutation", "dateline"):
            continue
        head = _HEAD.match(content, block.start, min(block.end, block.start + 160))
        if head and _opens(content, block, head.end()):
            names = [*_inline(content, head.end(), block.end), *_below(content, blocks[number + 1 :])]
            if len(names) > 1:
                return tuple(names)
    for number in range(len(blocks) - 1, max(0, len(blocks) - 80), -1):
        block = blocks[number]
        line = _CLOSING.fullmatch(content, block.start, _line_end(content, block))
        if line:
            names = [*_lines(content, line.end(), block.end), *_below(content, blocks[number + 1 :])]
            return tuple(names) if len(names) > 2 and _are_bodies(draft, names) else ()
    return ()


def _opens(content: str, block: Block, end: int) -> bool:
    """Say whether a list opens here: the head is a whole block or line, or ends in a colon."""
    return end >= block.end or ":" in content[max(block.start, end - 3) : end] or content[end - 1] == "\n"


def _line_end(content: str, block: Block) -> int:
    end = content.find("\n", block.start, block.end)
    return block.end if end < 0 else end


def _inline(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the names that follow a head in its own paragraph: between semicolons, on lines, or between commas."""
    words = content[start:end]
    if not words.strip():
        return
    if "\n" in words.strip() and ";" not in words:
        yield from _lines(content, start, end)
        return
    joint = _INLINE if _INLINE.search(words) else _COMMAS
    at = start
    for match in (*joint.finditer(content, start, end), None):
        stop = match.start() if match else end
        yield from named(content, at, stop)
        at = match.end() if match else end


def _below(content: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Give the names on the lines below a head, up to the first block that is prose or the site's."""
    for block in blocks:
        words = content[block.start : block.end]
        prose = len(words) > _LONG and "\n" not in words and "; " not in words
        if block.role == "boilerplate" or prose or _NO_NAME.match(words.replace("\n", " ")):
            return
        if "; " in words:
            yield from _inline(content, block.start, block.end)
        else:
            yield from _lines(content, block.start, block.end)


def _lines(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give the names on the lines of a stretch, a line's columns each by itself."""
    for line in re.finditer(r"[^\n]+", content[start:end]):
        at = start + line.start()
        stop = start + line.end()
        for match in (*_COLUMNS.finditer(content, at, stop), None):
            yield from named(content, at, match.start() if match else stop)
            at = match.end() if match else stop


def named(content: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Give a name without its bullet and its stop, if it may be one."""
    while start < end and content[start].isspace():
        start += 1
    bullet = _BULLET.match(content, start, end)
    start = bullet.end() if bullet else start
    words = content[start:end].rstrip(" .,;\n\t")
    if words and len(words.split()) <= _WORDS and not words[0].islower() and not _NO_NAME.match(words):
        yield start, start + len(words)


def _are_bodies(draft: Draft, names: Sequence[tuple[int, int]]) -> bool:
    """Say whether most names that close a letter are of bodies, not of persons and their offices."""
    return sum(is_body(draft, *span) for span in names) * 5 >= len(names) * 3


def is_body(draft: Draft, start: int, end: int) -> bool:
    """Say whether a name is of a body: the catalogue knows it, a word of it says so, or a country stands behind it."""
    rows = (draft.catalogue.actors.get(hit.tag) for hit in draft.within("actor", start, end))
    if any(row is not None and row.kind in {"ngo", "organisation", "un-organ", "media"} for row in rows):
        return True
    words = draft.content[start:end]
    first = words.split(",")[0].strip()
    if BODY.search(first) or (words.isupper() and len(words) < _WORDS):
        return True
    return _COUNTRY.search(words) is not None and not person(first)
