# SPDX-License-Identifier: Apache-2.0
"""Signatures: for whom each group of lines below a letter speaks – its body, else the person who signs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from tocsin.reading.cards import collectives, greetings, lists, signing
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import names
from tocsin.reading.naming.shapes import person, untitled
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

Span: TypeAlias = tuple[int, int]
_BEHALF = late(r"(?:signed )?(?:for and )?(?:on behalf of|for) (?:the )?(?=[A-ZÀ-Þ])", re.IGNORECASE)
_OF_WHAT = late(r" (?:of|for|at|with) (?:the )?(?=[A-ZÀ-Þ])")
_ORGAN = late(
    r"(?:(?:Global|Executive|National|Steering|Central|Regional|Country|Head|Main|Governing|General|Coordinating"
    r"|Advisory) )*(?:Council|Board|Committee|Office|Secretariat|Department|Division|Unit|Section|Programme|Desk|Team"
    r"|Bureau|Chapter|Headquarters|Directorate)(?: of (?:Directors|Trustees|Governors))?"
)
"""A part of a body that the next name is of."""
_TAUGHT = late(r"\b(?:Universit\w+|College|School|Faculty|Institute of|Academy|Law School)\b")
_DEGREE = late(
    r"(?:Ph\.?D|M\.?D|M\.?A|LL\.?[MBD]|J\.?D|Esq|M\.?P|K\.?C|Q\.?C|Jr|S\.?J|O\.?P|OFM|O\.?B\.?E|C\.?B\.?E)\.?"
)
_NOT_HELD = frozenset({"holder", "office", "state", "territory", "group"})
_LONGEST = 10


def parties(draft: Draft, blocks: Iterable[Block]) -> tuple[Party, ...]:
    """Give for whom the groups of lines of a letter's end speak, each once."""
    groups: list[list[Span]] = []
    last, signed = -1, False
    for block in blocks:
        for line in _lines(draft, block):
            apart = draft.content.count("\n", last, line[0][0]) > 1
            one = _is_person(draft, *line[0])
            if last < 0 or apart or (one and signed):
                groups.append([])
                signed = False
            groups[-1] += line
            last, signed = line[-1][1], signed or one
    return tuple({party.id: party for group in groups for party in _group(draft, group)}.values())


def _lines(draft: Draft, block: Block) -> Iterator[list[Span]]:
    """Give the names, posts and places of each line of a block, between commas."""
    content = draft.content
    for line in re.finditer(r"[^\n]+", content[block.start : block.end]):
        start, end = block.start + line.start(), block.start + line.end()
        parts: list[Span] = []
        for low, high in lists.named(content, greetings.past_closing(content, start, end), end):
            at = low
            for part in content[low:high].split(", "):
                if part.strip(" ,"):
                    parts.append((at, at + len(part.rstrip(" ,"))))
                at += len(part) + 2
        if parts:
            yield parts


def _is_person(draft: Draft, start: int, end: int) -> bool:
    """Say whether a part is a person's name, their title left out."""
    words = draft.content[start:end]
    return person(untitled(words)) and not lists.is_body(draft, start, end) and not signing.is_post(untitled(words))


def _group(draft: Draft, parts: Sequence[Span]) -> tuple[Party, ...]:
    """Give for whom one group speaks: "Anna Vell", "Director", "Lake Watch" for Lake Watch."""
    content = draft.content
    persons: list[Party] = []
    bodies: list[Party] = []
    organs: list[Party] = []
    posted = False
    for start, end in parts:
        words = content[start:end]
        behalf = _BEHALF.match(content, start, end)
        if behalf is not None:
            bodies += collectives.named(draft, behalf.end(), end)[:1]
        elif _DEGREE.fullmatch(words) or _is_place(draft, start, end):
            continue
        elif signing.is_post(words) and not _is_known(draft, start, end):
            posted = True
            of = _OF_WHAT.search(content, start, end)
            if of is not None and lists.is_body(draft, of.end(), end):
                bodies += collectives.named(draft, of.end(), end)[:1]
        elif _is_person(draft, start, end):
            plain = untitled(words)
            persons.append(Party(id=names.slug(plain), name=plain))
        elif _ORGAN.fullmatch(words):
            organs += collectives.named(draft, start, end)[:1]
        elif words[:1].isupper() and (lists.is_body(draft, start, end) or posted or not persons):
            bodies += collectives.named(draft, start, end)[:1] if len(words.split()) <= _LONGEST else ()
    taught = posted and persons and bodies and all(_TAUGHT.search(party.name) for party in bodies)
    if persons and not taught:
        return tuple(bodies[:1] or persons)
    return tuple(persons if taught else bodies or organs)


def _is_known(draft: Draft, start: int, end: int) -> bool:
    """Say whether a line is the name of a body that the catalogue knows, and no office of one."""
    hits = draft.within("actor", start, end)
    rows = (draft.catalogue.actors.get(hit.tag) for hit in hits if hit.end - hit.start == end - start)
    return any(row is not None and row.kind not in _NOT_HELD for row in rows)


def _is_place(draft: Draft, start: int, end: int) -> bool:
    """Say whether a part is where somebody signs: a known place or a State by itself."""
    if any(hit.end - hit.start == end - start for hit in draft.within("place", start, end)):
        return True
    rows = draft.catalogue.actors
    hits = [hit for hit in draft.within("actor", start, end) if hit.end - hit.start == end - start]
    return any(rows[hit.tag].kind in {"state", "territory"} for hit in hits if hit.tag in rows)
