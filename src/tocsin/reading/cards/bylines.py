# SPDX-License-Identifier: Apache-2.0
"""Bylines: the medium that a line of a page credits – its masthead, its byline, its agency, its source at the foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.reading.drafts import Block, Draft
from tocsin.reading.layout import datelines
from tocsin.reading.naming import letterheads
from tocsin.reading.patterns import late

_WORD = r"[A-ZÀ-Þ][\w&.'’-]*"
_MEDIUM = (
    r"(?:Press|News|NEWS|PRESS|Times|Post|Herald|Mirror|Tribune|Gazette|Radio|RADIO|TV|Television|Observer|Monitor"
    r"|Chronicle|Journal|Daily|DAILY|Wire|Courier|Dispatch|Telegraph|Guardian|Independent|Echo|Express|Voice|Channel"
    r"|Online|ONLINE|Review|Broadcasting(?: Corporation| Company)?|Standard|Sentinel|Examiner|Inquirer|Bulletin|Weekly"
    r"|Magazine|Today|TODAY|Prensa|Presse|Media|Newswire|Newspaper|Noticias|Diario"
    r"|(?:News|Press|Voice|Information|Media|Telegraph) (?:Agency|Service|Network)|(?:NEWS|PRESS|INFORMATION) AGENCY)"
)
_NAME = (
    rf"(?:(?:The )?(?:{_WORD} (?:of |for |the )?){{1,4}}{_MEDIUM}"
    rf"|(?:Radio|RADIO|Television|TV|Voice of|Agence|Agencia|Télé)(?: {_WORD}){{1,3}})"
)
_MASTHEAD = late(rf"\W*(?P<who>{_NAME})(?: ?\([A-Z]{{2,6}}\))?\W*")
_PAPER = late(r" (?:COURIER|TIMES|POST|HERALD|MIRROR|TRIBUNE|GAZETTE|CHRONICLE|DISPATCH|TELEGRAPH|GUARDIAN)$")
"""Names that in capitals too are a newspaper's."""
_NO_MASTHEAD = late(
    r"(?:Latest|Breaking|Top|Local|Related|More|Other|World|Our|All|Recent|Featured|For|Home|Press|National"
    r"|International"
    r"|Regional|Daily|Video|Live|Good|Bad|Share|Read|Follow|In|Sign|Free|Social|Public|Media|Human Rights"
    r"|Islamic|State)"
    r" \w+$"
)
_BYLINE = late(
    r"(?:By|BY|Text|Words|Story|Report(?:ed|ing)? by)[ :].{2,80}?(?:,| for)\s+(?P<who>(?:The |the )?"
    rf"{_WORD}(?: {_WORD}){{0,4}})\s*(?:[|•·–—]|$|\n)"
)
_PARTS = late(r"\s*[|•·/]\s*|\s+[–—-]\s+|,\s+|\s*\((?=\d)|\s{3,}")
_ACRONYM = late(r" ?\((?P<short>[A-Z]{2,6})\)")
_FOOT = late(
    r"\W*(?:(?:News )?[Ss]ources?|SOURCE|Via|Courtesy(?: of)?|Credit)\s?:\s*(?P<who>(?!https?"
    r"|www)[A-ZÀ-Þ][^:;\n]{1,58}?)\.?\s*$"
    r"|\W*ABOUT (?P<about>[A-ZÀ-Þ]{2,}(?: [A-ZÀ-Þ]{2,}){0,4})$"
)
_AT = late(
    r"\b(?:article|story|post|more|original|text)\b[^\n]{0,30}?\b(?:at|on"
    r"|from):? https?://(?:www\.)?(?P<who>[a-z0-9-]{3,})\.",
    re.IGNORECASE,
)
_REPORTED = late(rf",\s+(?:reported|reports) (?P<who>(?:the )?{_WORD}(?: {_WORD}){{0,4}})(?=[.,]|$)")
_WIRE = late(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}(?:, [A-Z][\w .]{2,20})? \([A-Z][\w ]{2,24}(?<! online)\) ?[-–—]")
"""A city in capitals and a name in brackets, as agencies open."""
_FIGURE = late(r"\d")
_HEAD = 8


def spans(draft: Draft, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Give the names of media that credit lines hold, as view spans, in the order of a page."""
    content = draft.content
    for number, block in enumerate(draft.blocks[:_HEAD]):
        if block.end - block.start < 160:
            for line in re.finditer(r"[^\n]+", content[block.start : block.end]):
                start, end = block.start + line.start(), block.start + line.end()
                yield from _credited(draft, start, end, first=number < 2)
    for block in blocks[:_HEAD]:
        yield from _lined(draft, block)
    for block in draft.blocks[-6:]:
        if block.end - block.start < 160:
            found = _FOOT.match(content, block.start, block.end) or _AT.search(content, block.start, block.end)
            if found:
                yield found.span(found.lastgroup or 0)


def _lined(draft: Draft, block: Block) -> Iterator[tuple[int, int]]:
    """Give the agency of a dateline, and the one that "…, reported X News" names."""
    content = draft.content
    dateline = datelines.find(content, block.start) if block.role == "body" and block.voice != "carrier" else None
    if dateline and dateline.agency_end > dateline.agency_start:
        agency = dateline.agency_start, dateline.agency_end
        if is_medium(draft, *agency) or (_WIRE.match(content, block.start) and not draft.within("actor", *agency)):
            yield agency
    found = _REPORTED.search(content, block.start, min(block.end, block.start + 600))
    if found and is_medium(draft, *found.span("who")):
        yield found.span("who")


def _credited(draft: Draft, start: int, end: int, *, first: bool) -> Iterator[tuple[int, int]]:
    """Give the medium that a head's line names: the whole of a masthead, after a byline, beside a date."""
    content = draft.content
    if first and masthead(draft, start, end):
        found = _MASTHEAD.fullmatch(content, start, end)
        yield found.span("who") if found else (start, end)
        return
    byline = _BYLINE.match(content, start, end)
    if byline and is_medium(draft, *byline.span("who")):
        yield byline.span("who")
        return
    if end - start > 110 or not _FIGURE.search(content, start, end):
        return
    at = start
    for match in (*_PARTS.finditer(content, start, end), None):
        stop = match.start() if match else end
        short = _ACRONYM.search(content, at, stop)
        who = at, (short.start() if short else stop)
        if who[1] > who[0] and is_medium(draft, *who) and _is_whole(draft, *who):
            yield who
            return
        at = match.end() if match else stop


def masthead(draft: Draft, start: int, end: int) -> bool:
    """Say whether a line is a medium's name and no more."""
    words = draft.content[start:end].strip()
    if words.isupper() and _PAPER.search(words):
        words = letterheads.plain(words)
    found = _MASTHEAD.fullmatch(words)
    return found is not None and len(words.split()) < 6 and not _NO_MASTHEAD.match(found["who"])


def is_medium(draft: Draft, start: int, end: int) -> bool:
    """Say whether a name is a medium's: the catalogue says so, or its last word."""
    for hit in draft.within("actor", start, end):
        row = draft.catalogue.actors.get(hit.tag)
        if row is not None and (hit.end - hit.start) * 2 > end - start:
            return row.kind == "media"
    return re.fullmatch(_NAME, draft.content[start:end].strip()) is not None


def _is_whole(draft: Draft, start: int, end: int) -> bool:
    """Say whether a part of a line is a name and no headline."""
    words = draft.content[start:end].split()
    return len(words) < 7 and not _NO_MASTHEAD.match(" ".join(words))
