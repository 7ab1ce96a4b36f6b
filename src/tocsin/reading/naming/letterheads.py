# SPDX-License-Identifier: Apache-2.0
"""Letterheads: the lines at a paper's head, and the State or body whose organ's name stands below its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late

_ORGAN = late(
    r"(?:the )?(?:(?:federal|royal|national|state|union) )?(?:ministry|department|directorate|office|secretariat)"
    r" (?:of|for) [^.:;\n]{3,110}",
    re.IGNORECASE,
)
_LAND = frozenset({"state", "territory"})
_MOST = 4
"""Lines that a letterhead has at most."""
_SMALL = late(r"(?<=\w )(?:Of|And|For|The|To|In|On|With|De|Du|Des|La|Et)\b")
_WORD = late(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def lines(draft: Draft) -> Iterator[tuple[int, int]]:
    """Give the first lines above a paper's date and its text, as view spans."""
    count = 0
    for block in draft.blocks[:_MOST]:
        if block.role == "boilerplate":
            continue
        if block.role not in ("title", "heading") or block.end - block.start > 260:
            return
        for line in re.finditer(r"[^\n]+", draft.content[block.start : block.end]):
            yield block.start + line.start(), block.start + line.end()
            count += 1
            if count == _MOST:
                return


def named(draft: Draft, start: int, end: int) -> str:
    """Give the actor whose name a line is as a whole, "" where it is more or less than a name."""
    words = draft.content[start:end].rstrip(" .,")
    start, end = start + 4 * words[:4].lower().startswith("the "), start + len(words)
    hits = draft.within("actor", start, end)
    return hits[-1].tag if hits and hits[-1].start == start and hits[-1].end == end else ""


def organ(draft: Draft) -> tuple[str, str]:
    """Give the State and its organ where a ministry's name stands right below its State's, "" for both where not."""
    land = ""
    for start, end in lines(draft):
        if land and _ORGAN.fullmatch(draft.content, start, end):
            return land, plain(draft.content[start:end].strip())
        tag = named(draft, start, end)
        row = draft.catalogue.actors.get(tag)
        land = tag if row is not None and row.kind in _LAND else ""
    return "", ""


def body(draft: Draft, whole: str) -> tuple[str, str]:
    """Give the body that the lines below a body's own name say speaks within it, and its name; "" for both if none."""
    held, name = whole, ""
    for number, (start, end) in enumerate(lines(draft)):
        tag = named(draft, start, end)
        row = draft.catalogue.actors.get(tag)
        if number == 0 and tag != whole:
            return "", ""
        if number and row is not None and held in row.part_of:
            held, name = tag, row.name if draft.content[start:end].isupper() else draft.content[start:end].strip()
    return (held, name) if name else ("", "")


_GENRE = late(
    r"\b(?:appeals?|statement|declaration|letter|resolution|petition|communiqu[eé]|report|order|message|address|protocol|"
    r"comunicado|declaraci[oó]n|carta|agreement|update|call|remarks|speech|comment|news|bulletin|brief|release|minutes|memorandum|conclusions|circular|outcome|decisions?|recommendations|notice|talks|crisis)\b",
    re.IGNORECASE,
)


def names_genre(line: str) -> bool:
    """Say whether a line says what kind of paper it heads: "Joint Statement on Karsk"."""
    return _GENRE.search(line) is not None


_LETTERS = late(r"(?:[^\W_](?: |\Z)){2,}(?: +(?:[^\W_](?: |\Z))+)*")


def unspaced(line: str) -> str:
    """Close up a line whose letters stand apart.

    >>> unspaced("K A R S K   F A M I L I E S"), unspaced("Karsk Families")
    ('KARSK FAMILIES', 'Karsk Families')
    """
    if len(line) < _SHORTEST or line[1] != " " or _LETTERS.fullmatch(f"{line} ") is None:
        return line
    return " ".join(word.replace(" ", "") for word in re.split(r" {2,}", line))


_SHORTEST = 7


def plain(name: str) -> str:
    """Write a name in capitals as names are written.

    >>> plain("MINISTRY OF THE INTERIOR AND PUBLIC SECURITY")
    'Ministry of the Interior and Public Security'
    """
    if not name.isupper():
        return name
    written = _WORD.sub(lambda word: word.group().capitalize(), name)
    return _SMALL.sub(lambda word: word.group().lower(), written)
