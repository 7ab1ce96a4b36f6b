# SPDX-License-Identifier: Apache-2.0
"""Officers: whose release it is that names its body and quotes its people – "X said", "Y, director of X"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.cards import lists, standpoints
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import letterheads, names
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_WORD = r"[A-ZÀ-Þ][\w'’&-]*"
_NAME = rf"{_WORD}(?: (?:(?:of|for|and|the|in|on|to|against|without|de|la|des|du|&) )*{_WORD}){{0,8}}"
_TELLS = late(
    rf"(?:\A|(?<=[.!?\"”] )|(?<=\n)|, |\b(?:and|but|while) )(?:(?:The|the|Today,?) )?(?P<who>{_NAME})"
    r"(?: \([A-Z][\w&/-]{1,14}\))?"
    r"(?: today| yesterday| has| have| also| further| strongly| again| on [A-Z]\w+day)* "
    r"(?:said|says|called|calls|urged|urges|condemned|condemns|warned|warns|welcomed|welcomes|announced|demanded"
    r"|demands|reported|found|documented|believes|recalled|reiterated|expressed|expresses|is calling|is urging"
    r"|appealed|appeals|denounced|denounces|deplores|deplored|stressed|added|noted|notes|maintains|considers|recommends"
    r"|regrets|hopes|visited|interviewed|monitors|supports|opposes|continues|remains"
    r"|(?:is|are) (?:deeply |gravely |extremely |also |seriously )*(?:concerned|appalled|outraged|alarmed|shocked)"
    r"|would like)\b"
)
"""Who is the subject of what bodies say of themselves."""
_SAID = late(r"\b(?:said|says|told|added|stated|stressed|explained|warned|noted|concluded|commented|urged|adds)\b")
_NEAR = 90
"""Code points within which words of saying make an officer one who is quoted."""
_READ = 5_000
"""Code points of the text by which is judged whose it is."""
_HEAD = 700
_LEAST = 3
"""What speaks for a body at least, and how much more than for the next, before it is taken for the issuer."""


class Shapes(NamedTuple):
    """Patterns of the catalogue's offices: an officer at all, of which body, whose stands before a name."""

    role: re.Pattern[str]
    of: re.Pattern[str]
    theirs: re.Pattern[str]


@lru_cache(maxsize=8)
def _shapes(catalogue: Catalogue) -> Shapes:
    """Compile the catalogue's words for who speaks for a body: "spokesman for the League", "the League's director"."""
    words = sorted((*catalogue.list("names.officers"), *catalogue.list("names.staff")), key=len, reverse=True)
    offices = "|".join(map(re.escape, words))
    role = rf"(?i:spokes\w+|(?:{offices})s?)"
    return Shapes(
        role=re.compile(rf"\b{role}\b"),
        of=re.compile(
            rf"\b{role}(?: (?:of|for) [a-z][\w ,&-]{{2,60}}?)? (?:of|for|at|with|from) (?:the )?(?P<who>{_NAME})"
        ),
        theirs=re.compile(
            rf"(?P<who>{_NAME}?)(?:['’]s?)? (?:(?:[a-z][\w-]*|[A-Z]\w+) ){{0,3}}?{role},? (?={_WORD} {_WORD})"
        ),
    )


def find(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the body that a release names as saying things and whose officers it quotes, if one stands out."""
    votes: dict[str, int] = {}
    parties: dict[str, Party] = {}
    first: dict[str, int] = {}
    for party, at, weight in _told(draft, blocks):
        votes[party.id] = votes.get(party.id, 0) + weight
        parties.setdefault(party.id, party)
        first[party.id] = min(at, first.get(party.id, at))
    ranked = sorted(votes, key=lambda tag: (-votes[tag], first[tag]))
    if not ranked or votes[ranked[0]] < _LEAST:
        return ()
    best = ranked[0]
    if len(ranked) > 1 and votes[ranked[1]] * 2 >= votes[best]:
        return ()
    start = blocks[0].start
    return (parties[best],) if first[best] - start < _HEAD or votes[best] > 2 * _LEAST else ()


def stands_out(draft: Draft, blocks: Sequence[Block]) -> bool:
    """Say whether one body alone says what a text tells and its officers are quoted, with no reporter's weekday."""
    lead = draft.content[blocks[0].start : blocks[0].start + _HEAD]
    return (
        not standpoints.WEEKDAY.search(lead)
        and _shapes(draft.catalogue).role.search(lead) is not None
        and bool(find(draft, blocks))
    )


def _told(draft: Draft, blocks: Sequence[Block]) -> Iterator[tuple[Party, int, int]]:
    """Give each body that says something, or whose officer does, where, and what that weighs."""
    content = draft.content
    low = blocks[0].start
    held = _shapes(draft.catalogue)
    for number, block in enumerate(blocks):
        if block.start > low + _READ:
            return
        if not number and (named := _first_named(draft, block)) is not None:
            yield named, block.start, 2
        for shape, weight in ((held.of, 2), (held.theirs, 2), (_TELLS, 1)):
            for found in shape.finditer(content, block.start, block.end):
                if shape is not _TELLS and not _is_quoted(content, found.start(), found.end(), block):
                    continue
                party = _body(draft, *found.span("who"))
                if party is not None:
                    yield (
                        party,
                        found.start("who"),
                        weight + (shape is _TELLS and (block.role == "title" or number < 3)),
                    )


def _first_named(draft: Draft, block: Block) -> Party | None:
    """Give the body with whose name a paper begins: "Amnesty International Review of the Camps"."""
    hits = draft.within("actor", block.start, block.end)
    row = draft.catalogue.actors.get(hits[0].tag) if hits and hits[0].start == block.start else None
    return Party(id=row.id, name=row.name) if row is not None and row.kind in lists.PUBLISHERS else None


def _is_quoted(content: str, start: int, end: int, block: Block) -> bool:
    """Say whether words of saying stand beside an officer."""
    return _SAID.search(content, max(block.start, start - _NEAR), min(block.end, end + _NEAR)) is not None


def _body(draft: Draft, start: int, end: int) -> Party | None:
    """Give the body that words name: one that the catalogue knows, else by a word that names of bodies hold."""
    tag = letterheads.named(draft, start, end)
    words = " ".join(draft.content[start:end].split()).removesuffix("'s").removesuffix("’s")
    if tag:
        row = draft.catalogue.actors.get(tag)
        return Party(id=tag, name=words) if row is None or row.kind in lists.PUBLISHERS else None
    known = names.parties(draft, start, end)
    if len(known) == 1 and known[0].id in draft.catalogue.actors:
        whole = known[0].name == words and draft.catalogue.actors[known[0].id].kind in lists.PUBLISHERS
        return known[0] if whole else None
    if len(known) == 1 and known[0].id != names.slug(words):
        return known[0]  # by its letters, which the text binds to its name
    if lists.BODY.search(words) is None or len(words) < 3 or (person(words) and " " not in words):
        return None
    return Party(id=names.slug(words), name=words)
