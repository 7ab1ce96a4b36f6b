# SPDX-License-Identifier: Apache-2.0
"""Who did it to whom, where: the parties of a claim by their place about the act's word."""

from __future__ import annotations

import re

from tocsin.reading import names
from tocsin.reading.claims.acts import Cue, Vocabulary
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Party

_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be|got)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_BY = re.compile(r"\bby\s+(?!\w+ing\b)", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|against|on|upon|at|targeting|with)\s+", re.IGNORECASE)
_STOP = re.compile(
    r"\b(?:in|at|near|on|during|along|after|before|since|by|with|from|against|and\s+\w+ed)\s|[,;]", re.IGNORECASE
)
_WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]long|[Oo]utside|[Ii]nside|[Aa]round|[Aa]cross|[Oo]ver|[Ff]rom|[Ii]nto|of|IN|AT|NEAR|ON)\s+"
    r"(?:the\s+|THE\s+)?(?:(?:town|city|village|district|province|region|port|camp|department|municipality)s?\s+of\s+)?"
    r"(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,3})"
)
_CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|The|This|These|His|Their)\b",
    re.IGNORECASE,
)


def passive(content: str, start: int, cue: Cue) -> bool:
    """Say whether the act's verb is in the passive."""
    form = content[cue.start : cue.end].lower()
    return (
        cue.verb
        and not form.endswith("ing")
        and _PASSIVE.search(content, max(start, cue.start - 40), cue.start) is not None
    )


def named(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give the parties of a stretch, by name or by demonym ("Veltrian forces"), each once."""
    found = {party.id: party for party in names.parties(draft, start, end)}
    for hit in draft.within("demonym", start, end):
        found.setdefault(hit.tag, Party(id=hit.tag, name=draft.content[hit.start : hit.end]))
    return tuple(found.values())


def actors(draft: Draft, sentence: int, span: tuple[int, int], cue: Cue, held: Vocabulary) -> tuple[Party, ...]:
    """Give who acted: the subject, the agent after "by", the owner of the noun."""
    start, end = span
    content = draft.content
    by = _BY.search(content, cue.end, end)
    if by:
        stop = _STOP.search(content, by.end(), end)
        found = _who(draft, by.end(), stop.start() if stop else end, held)
        if found:
            return found
    if passive(content, start, cue):
        return ()
    found = _who(draft, start, cue.start, held)
    if not found and not cue.verb:
        return ()
    return found or _who(draft, sentence, start, held)[:1]


def _who(draft: Draft, start: int, end: int, held: Vocabulary) -> tuple[Party, ...]:
    if start >= end:
        return ()
    found = named(draft, start, end)
    if found:
        return found[:3]
    agent = held.agents.search(draft.content, start, end)
    return (Party(id=names.slug(agent.group()), name=agent.group()),) if agent else ()


def targets(draft: Draft, span: tuple[int, int], cue: Cue, held: Vocabulary) -> tuple[Party, ...]:
    """Give whom it was done to: the object, the subject of a passive, what follows "of" or "against" after a noun."""
    start, end = span
    content = draft.content
    if passive(content, start, cue):
        return _whom(draft, start, cue.start, held)
    by = _BY.search(content, cue.end, end)
    low, high = cue.end, by.start() if by else end
    if not cue.verb:
        of = _OF.search(content, low, high)
        if of is None:
            return ()
        low = of.end()
    stop = _STOP.search(content, low, high)
    return _whom(draft, low, stop.start() if stop else high, held)


def _whom(draft: Draft, start: int, end: int, held: Vocabulary) -> tuple[Party, ...]:
    if start >= end:
        return ()
    found = named(draft, start, end)
    victims = held.victims.search(draft.content, start, end)
    if victims:
        found = (Party(id=names.slug(victims.group()), name=victims.group()), *found)
    return found[:3]


def places(draft: Draft, sentence: tuple[int, int], span: tuple[int, int]) -> tuple[Party, ...]:
    """Give where: places of the clause by the catalogue and by shape after "in" or "near", else the sentence's."""
    for start, end in (span, sentence):
        found = {place.id: place for place in names.places(draft, start, end)}
        for match in _WHERE.finditer(draft.content, start, end):
            name = match.group("name")
            if match.group(0).startswith("of ") and found:
                continue
            if not _CALENDAR.match(name):
                party = Party(id=names.slug(name), name=name)
                if all(party.id not in held and held not in party.id for held in found):
                    found[party.id] = party
        if found:
            return tuple(found.values())[:4]
    return ()
