# SPDX-License-Identifier: Apache-2.0
"""Crediting: who speaks by the lines that credit somebody – a by-line, a capacity, "For X: name", a paper's source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tocsin.reading.cards import heads, lists
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import letterheads
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

_BY = late(r"(?:by|issued by|delivered by|presented by|submitted by|pronounced by)\s*:?", re.IGNORECASE)
"""A line that only says that the next one names who speaks."""
_BY_OFFICE = late(
    r"(?:BY|By|Delivered by|Pronounced by):? (?:(?:THE|The|the|HIS|HER|His|Her|H\.? ?E\.?) )+(?P<who>(?:EXCELLENCY"
    r"|Excellency|HONOURABLE|Honourable)?.{4,90})"
)
_CAPACITY = late(
    r"\bin (?:his|her|their|my|its) capacity as (?:the |an? )?(?:[\w-]+ ){0,3}?(?:chair\w*|president|head"
    r"|secretary(?:-general)?|director|co-?ordinator|spokes\w+|speaker|leader|commander|convenor|moderator|secretary)"
    r" (?:of|for) (?:the )?(?P<who>[A-ZÀ-Þ][^,.;\n]{2,90}?)(?= and (?:on|in|at)\b|[,.;\n]|$)",
    re.IGNORECASE,
)
"""Of what body it is that somebody speaks: "in his capacity as Chair of the Joint Commission"."""
_SIGNED_FOR = late(r"(?:For|On behalf of) (?:the )?(?P<who>[A-ZÀ-Þ][^:\n]{2,90}):\s+[A-ZÀ-Þ][^\n]{2,60}")
"""A line that names for whom somebody signs, and then who: "For the League: Anna Kresk"."""
_BEING = late(
    r"\b(?:[Ww]e|WE),? (?:the )?undersigned,? (?:being|namely|who are|all) (?:all )?(?:the )?"
    r"(?P<who>[A-ZÀ-Þ][^,;:.\n]{3,90})[,;:]"
)
_STATED = late(
    r"(?:(?:oral|joint|written|national|general|public|opening|closing|video) )*(?:statement|intervention|submission"
    r"|remarks)\s*[–—:-]\s+(?P<who>(?:the )?[A-ZÀ-Þ][^\n–—:]{3,110})",
    re.IGNORECASE,
)
_SOURCE = late(
    r"(?:Source|Sources|Publisher|Published by|Author|Issued by|Organi[sz]ation|(?:Press|Media|News) [Rr]elease)\s?:\s+"
    r"(?P<who>[A-ZÀ-Þ][^\n,;|]{1,80}?)(?=\s+Country:|\s*(?:[,;|]|$))"
)
_META = late(
    r"(?:Format|Posted|Originally published|Published|Language|Theme|Country|Primary country|Origin|Document type)\b"
    r"[^:\n]{0,20}:"
)
"""Lines of the table in which a server of documents tells of one."""
_REPRINTED = late(
    r"\b(?:reprint|publish|reproduce|carry|share|print|pass on|bring)(?:es|s|d|ed|ing)?\b[^.\n]{0,60}\b(?:letter"
    r"|statement"
    r"|appeal|message|declaration|petition)s?(?: (?:that|which) (?:the )?(?P<sent>[A-ZÀ-Þ][^,.;:\n]{3,90}?) (?:has "
    r"|have )?"
    r"(?:sent|wrote|written|addressed|issued|adopted|published|made)| (?:of|by"
    r"|from) (?:the )?(?P<of>[A-ZÀ-Þ][^,.;:\n]{3,90}?)"
    r"(?= to | on | in |[,.;:\n]|$))"
)
"""Whose letter it is that a newsletter prints."""
_TOP = 6
_TAIL = 10


def find(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give who speaks by the surest credit: those signed for line by line, a capacity, a by-line, a label's dash."""
    signed = tuple(_signed(draft, blocks[-_TAIL:]))
    if signed:
        return signed
    content = draft.content
    small = lowered(content)
    shapes = [shape for shape, cue in ((_CAPACITY, " capacity as "), (_BEING, "undersigned")) if cue in small]
    for block in blocks[:_TOP] if shapes else ():
        for shape in shapes:
            found = shape.search(content, block.start, min(block.end, block.start + 500))
            if found and found["who"][0].isupper():
                return (heads.party(draft, found.start("who"), found["who"].strip()),)
    lines = list(heads.lines(draft, blocks))
    for number, (start, end) in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else None
        if below and number and _BY.fullmatch(content, start, end) and content[below[0]].isupper():
            return (heads.party(draft, below[0], content[slice(*below)].strip(" ,.")),)
        office = _BY_OFFICE.fullmatch(content, start, end) if number else None
        if office:
            return (heads.party(draft, office.start("who"), office["who"].strip(" ,.")),)
        stated = _STATED.fullmatch(content, start, end)
        if stated and heads.is_body(stated["who"]):
            return (heads.party(draft, stated.start("who"), stated["who"].strip(" ,.")),)
    return ()


def _signed(draft: Draft, blocks: Sequence[Block]) -> Iterator[Party]:
    """Give those for whom lines at the end say that somebody signs, each with a name behind it."""
    for block in blocks:
        for line in re.finditer(r"[^\n]+", draft.content[block.start : block.end]):
            found = _SIGNED_FOR.fullmatch(line.group().strip())
            if found:
                yield heads.party(draft, block.start + line.start(), found["who"].strip())


def source(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give who made a paper by the table in which a server of documents tells of it."""
    head = list(heads.lines(draft, blocks))
    table = any(_META.match(draft.content[slice(*line)]) for line in head)
    for start, end in head:
        found = _SOURCE.match(draft.content, start, end)
        name = found["who"].strip() if found else ""
        released = found and found[0].lower().startswith(_HANDED) and heads.is_named(name)
        handed = released or (found and "Country:" in draft.content[found.end() : end])
        if found and (table or handed or _is_known(draft, found.span("who"))):
            return (heads.party(draft, found.start("who"), name),)
    return ()


_HANDED = ("press release", "media release", "news release")
"""Labels behind which a page that hands on releases names whose it is."""


def _is_known(draft: Draft, span: tuple[int, int]) -> bool:
    """Say whether words are as a whole the name of a body that puts papers out."""
    row = draft.catalogue.actors.get(letterheads.named(draft, *span))
    return row is not None and row.kind in lists.PUBLISHERS


def below(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the body whose known name is a line by itself below the title, as pages name whose paper it is."""
    for start, end in list(heads.lines(draft, blocks))[1:_TOP]:
        if _is_known(draft, (start, end)):
            return (heads.party(draft, start, draft.content[start:end]),)
    return ()


_POST = late(
    r"(?:Deputy |Vice |Acting |First |Prime |Foreign |Permanent |Special )*(?:Minister|President|Secretary"
    r"|Representative"
    r"|Ambassador|Director|Chair\w*|Governor|Mayor|Commissioner|Speaker|Coordinator|Envoy|Rapporteur|Prosecutor)\b"
)


def post(draft: Draft, issuers: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give the post alone where a person is named with the post that they speak in: "Anna Kresk, Minister of Roads"."""
    if len(issuers) == 2 and person(issuers[0].name) and _POST.match(issuers[1].name):
        name = re.escape(issuers[0].name) + r",\s+(?:the\s+)?" + re.escape(issuers[1].name)
        return issuers[1:] if re.search(name, draft.content[:_LEAD]) else issuers
    return issuers


_PRESIDENT = "un-security-council-president"


def council(draft: Draft, issuers: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give the Council for its President, who makes a statement on its behalf."""
    row = draft.catalogue.actors.get("un-security-council")
    spoken = [party.id for party in issuers] == [_PRESIDENT] and "on behalf of the Council" in draft.content[:_LEAD]
    return (Party(id=row.id, name=row.name),) if row is not None and spoken else issuers


_LEAD = 2500


def reprinted(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give whose letter a newsletter says that it prints."""
    for block in blocks[:6]:
        found = _REPRINTED.search(draft.content, block.start, min(block.end, block.start + 500))
        if found and found.lastgroup:
            return (heads.party(draft, found.start(found.lastgroup), found.group(found.lastgroup).strip()),)
    return ()


def released(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the name that stands below a label at the head and again in the text: "Press release", "Karsk Doctors"."""
    lines = list(heads.lines(draft, blocks))
    for above, (start, end) in pairwise(lines):
        name = draft.content[start:end]
        if heads.is_label(draft.content[slice(*above)]) and heads.is_named(name) and draft.content.find(name, end) > 0:
            return (heads.party(draft, start, name),)
    return ()
