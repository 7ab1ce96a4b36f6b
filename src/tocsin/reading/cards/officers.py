# SPDX-License-Identifier: Apache-2.0
"""Officers: whose release it is that names its body and quotes its people – "X said", "Y, director of X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tocsin.reading.cards import lists, standpoints
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import letterheads, names
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_ROLE = (
    r"(?:spokes\w+|directors?|presidents?|vice[- ]presidents?|chair\w*|secretary[- ]general|general[- ]secretary"
    r"|secretary|head|co-?ordinator|representative|researcher|analyst|adviser|advisor|manager|officer|campaigner"
    r"|co-?founder|founder|leader|chief(?: executive(?: officer)?)?|commissioner|counsel|lawyer|fellow|ceo"
    r"|editor|member|convenor|official)"
)
_WORD = r"[A-ZÀ-Þ][\w'’&-]*"
_NAME = rf"{_WORD}(?: (?:(?:of|for|and|the|in|on|to|against|without|de|la|des|du|&) )*{_WORD}){{0,8}}"
_ROLES = late(rf"\b(?i:{_ROLE})\b")
_OF = late(rf"\b(?i:{_ROLE})(?: (?:of|for) [a-z][\w ,&-]{{2,60}}?)? (?:of|for|at|with|from) (?:the )?(?P<who>{_NAME})")
"""Of which body somebody is an officer: "spokesman for the League", "head of research at the League"."""
_THEIRS = late(
    rf"(?P<who>{_NAME}?)(?:['’]s?)? (?:(?:[a-z][\w-]*|[A-Z]\w+) ){{0,3}}?(?i:{_ROLE})s?,? (?={_WORD} {_WORD})"
)
"""Whose officer stands before a name: "League spokesman Anton Vell", "the League's Karsk director, Anton Vell"."""
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
_KINDS = frozenset({"organisation", "un-organ", "ngo", "peace-operation", "court", "parliament", "organ", "ministry"})
_LEAST = 3
"""What speaks for a body at least, and how much more than for the next, before it is taken for the issuer."""


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
    return not standpoints.WEEKDAY.search(lead) and _ROLES.search(lead) is not None and bool(find(draft, blocks))


def _told(draft: Draft, blocks: Sequence[Block]) -> Iterator[tuple[Party, int, int]]:
    """Give each body that says something, or whose officer does, where, and what that weighs."""
    content = draft.content
    low = blocks[0].start
    for number, block in enumerate(blocks):
        if block.start > low + _READ:
            return
        if not number and (named := _first_named(draft, block)) is not None:
            yield named, block.start, 2
        for shape, weight in ((_OF, 2), (_THEIRS, 2), (_TELLS, 1)):
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
    return Party(id=row.id, name=row.name) if row is not None and row.kind in _KINDS else None


def _is_quoted(content: str, start: int, end: int, block: Block) -> bool:
    """Say whether words of saying stand beside an officer."""
    return _SAID.search(content, max(block.start, start - _NEAR), min(block.end, end + _NEAR)) is not None


def _body(draft: Draft, start: int, end: int) -> Party | None:
    """Give the body that words name: one that the catalogue knows, else by a word that names of bodies hold."""
    tag = letterheads.named(draft, start, end)
    words = " ".join(draft.content[start:end].split()).removesuffix("'s").removesuffix("’s")
    if tag:
        row = draft.catalogue.actors.get(tag)
        return Party(id=tag, name=words) if row is None or row.kind in _KINDS else None
    known = names.parties(draft, start, end)
    if len(known) == 1 and known[0].id in draft.catalogue.actors:
        whole = known[0].name == words and draft.catalogue.actors[known[0].id].kind in _KINDS
        return known[0] if whole else None
    if len(known) == 1 and known[0].id != names.slug(words):
        return known[0]  # by its letters, which the text binds to its name
    if lists.BODY.search(words) is None or len(words) < 3 or (person(words) and " " not in words):
        return None
    return Party(id=names.slug(words), name=words)
