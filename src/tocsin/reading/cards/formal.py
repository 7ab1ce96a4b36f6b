# SPDX-License-Identifier: Apache-2.0
"""Formal papers: the body of a resolution, a review or an order, and the State it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tocsin.reading.cards import fullnames, heads, mastheads
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_SUBJECT = late(r"(?P<who>(?:The|THE) [A-Z][^.:;\n]{2,90}?)(?:,\n|,?$|\.$)")
_BODY = late(
    r"[Aa]dopted by the (?P<who>[A-Z][\w ]+?) (?:at|on|in)\b|(?P<court>(?:International|European|Inter-American"
    r"|African) [A-Z]\w+(?: [A-Z]\w+| of| on| for| and)* (?:Justice|Rights|Court|Tribunal))"
)
_REVIEWED = late(
    r"\b(?:[Tt]he )?review of (?:the )?(?P<who>[A-Z][^.;:\n]{2,60}?) (?:was|took|were)\b|\b(?:[Pp]eriodic"
    r" )?reports? of (?:the )?(?P<second>[A-Z][^.;:\n]{2,60}?)(?= \(|,| at its|$)"
    r"|[Cc]oncluding observations on (?:the )?(?:[\w-]+ (?:to [\w-]+ )?(?:and [\w-]+ )?)?(?:combined )?(?:[\w-]+"
    r" )?(?:periodic )?reports? (?:of|submitted by) (?:the )?(?P<third>[A-Z][^.;:\n]{2,60})"
)
_REPLIED = late(
    r"\b(?:replies|views|comments|responses)\b[^.\n]{0,80}\b(?:presented|submitted|provided|received)"
    r" (?:by|from) the State (?:under review|party|concerned)\b",
    re.IGNORECASE,
)

_CAPTION = 1500
"""Code points in which the caption of a judgment stands."""
_FORMS = (
    ("ecthr", late(r"\(Applications? nos?\.? \d+/\d\d\b(?=.{0,400}\bSTRASBOURG\b)", re.DOTALL)),
    ("icc", late(r"\bICC-\d\d/\d\d(?:-\d\d/\d\d)?\b")),
)
"""Courts by how their papers are numbered."""


_CHAMBER = late(
    r"^[ \t]*(?:IN THE )?(?P<house>SENATE|HOUSE OF [A-Z]+|NATIONAL ASSEMBLY|HOUSE|ASSEMBLY)"
    r"(?: OF (?:THE )?[A-Z][A-Z ]+)?[ \t]*$",
    re.MULTILINE,
)
"""The line of a bill or a resolution that says before which house it was laid."""
_NAMED = late(
    r"^(?P<who>(?:[A-Z][\w-]+ ){1,5})(?:resolution|recommendation|decision) (?:of \d{1,2} [A-Z]\w+ \d{4}|on) ",
    re.MULTILINE,
)
"""How a parliament's resolution names itself in its title."""


def chamber(draft: Draft) -> Party | None:
    """Give the house before which a paper was laid: the one of that name of the only State that stands at its head."""
    found = _CHAMBER.search(draft.content, 0, _CAPTION)
    if found is None:
        return None
    rows = draft.catalogue.actors
    hits = draft.within("actor", *found.span()) or draft.within("actor", 0, found.end())
    lands = {hit.tag for hit in hits if (row := rows.get(hit.tag)) and row.kind == "state"}
    if len(lands) != 1:
        return None
    house = " ".join(found["house"].lower().split())
    for row in rows.values():
        if row.kind == "parliament" and row.organ_of in lands and row.name.lower().endswith(house):
            return Party(id=row.id, name=row.name)
    return None


def parties(draft: Draft, blocks: Sequence[Block], genre: str) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Read what body a formal paper is of, by its subject line or its masthead, and against whom a case is brought."""
    issuers, addressed = _formal(draft, blocks, genre)
    if mastheads.is_bare(issuers):
        assembly = fullnames.assembly(draft) if genre == "resolution" else None
        issuers = (assembly,) if assembly else mastheads.body(draft, blocks) or issuers
    if mastheads.is_bare(issuers):
        named = heads.court(draft, blocks) if genre == "court-order" else ()
        issuers = named or (heads.issuer(draft, blocks) if genre == "resolution" else ()) or issuers
    if genre == "court-order":
        issuers = issuers if not mastheads.is_bare(issuers) else _by_form(draft) or issuers
        addressed = addressed or mastheads.respondents(draft, blocks)
    return issuers, addressed


def _by_form(draft: Draft) -> tuple[Party, ...]:
    """Give the court whose papers alone are numbered in the way that a paper is, though it does not name itself."""
    head = draft.content[:_CAPTION]
    for court, form in _FORMS:
        row = draft.catalogue.actors.get(court)
        if row is not None and form.search(head):
            return (Party(id=court, name=row.name),)
    return ()


def _formal(draft: Draft, blocks: Sequence[Block], genre: str) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Read a resolution's subject line, a court's name, a report's State under review."""
    content = draft.content
    if genre == "review-report":
        return _reviewing(draft, blocks)
    for shape in (_SUBJECT, _BODY):
        for block in blocks[:24]:
            found = (
                shape.match(content, block.start, block.end)
                if shape is _SUBJECT
                else shape.search(content, block.start, min(block.end, block.start + 400))
            )
            if found:
                if content[block.end - 1] != "," and block.end - block.start > 50 and shape is _SUBJECT:
                    continue
                parties = _body(draft, *found.span(found.lastgroup or 0))
                if parties:
                    return parties, ()
    laid = chamber(draft) if genre == "resolution" else None
    if laid is not None:
        return (laid,), ()
    named = _NAMED.search(content, 0, 2 * _CAPTION) if genre == "resolution" and "esolution" in content else None
    return (_body(draft, *named.span("who")), ()) if named else ((), ())


def _body(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give the body that a subject line names."""
    hits = draft.within("actor", start, end)
    if hits and (hits[-1].end - hits[-1].start) * 3 > (end - start) * 2:
        return (Party(id=hits[-1].tag, name=draft.content[hits[-1].start : hits[-1].end]),)
    return names.parties(draft, start, end)[:1]


def _reviewing(draft: Draft, blocks: Sequence[Block]) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Give the reviewing body and the State under review: below the report's title, or "the review of X was"."""
    content = draft.content
    experts = mastheads.panel(draft, blocks)
    if experts:
        return experts, ()
    named = draft.within("actor", 0, blocks[min(14, len(blocks) - 1)].end)
    replying = any(
        _REPLIED.search(content, block.start, block.end) for block in blocks[:14] if block.end - block.start < 300
    )
    body = tuple(
        Party(id=hit.tag, name=content[hit.start : hit.end])
        for hit in named
        if re.search("council|committee|commission|HRC", content[hit.start : hit.end], re.IGNORECASE)
    )
    for block in blocks[:90]:
        found = _REVIEWED.search(content, block.start, block.end)
        state = _state(draft, *found.span(found.lastgroup or 0)) if found else ()
        if state:
            return body[:1], state[:1]
    below = False
    for block in blocks[:24]:
        words = content[block.start : block.end]
        if below and block.end - block.start < 80:
            state = _state(draft, block.start, block.end)
            if state:
                return (state[:1], body[:1]) if replying else (body[:1], state[:1])
        below = below or "eport of the Working Group" in words or "REPORT OF THE WORKING GROUP" in words
    return body[:1], ()


def _state(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give the states that a span names."""
    return tuple(
        party
        for party in names.parties(draft, start, end)
        if (row := draft.catalogue.actors.get(party.id)) is None or row.kind in ("state", "territory")
    )
