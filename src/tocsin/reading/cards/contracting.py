# SPDX-License-Identifier: Apache-2.0
"""Contracting: the parties to an agreement – those it is between, those who agree in it, those it is signed for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.reading.cards import collectives
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import letterheads, names
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_FOR = late(r"For (?:and on behalf of )?(?:the )?(?P<who>[A-Z][^.:;\n]{2,80})")
_BETWEEN = late(
    r"(?:[^\n.]{0,80}\b)?(?:between|BETWEEN|Between|among|AMONG|Among)\b:?\s+(?P<who>[A-ZÀ-Þt][^.;:]{4,400}?)"
    r"(?=,? (?:have|hereby|agree|agreed|in the presence|facilitated|under|mediated|witnessed|signed|on (?:the )?\d)\b"
    r"|[.;:]|\n\n|\Z)"
)
"""Whom an agreement is between, by its title or the line below it."""
_AGREE = late(
    r"(?:We, )?(?P<who>(?:[Tt]he )?[A-ZÀ-Þ][^.;:]{4,300}?\band (?:the )?[A-ZÀ-Þ][^.;:]{2,160}?)"
    r",? (?:meeting|having|desiring|hereby|represented|have (?:today )?agreed|agree\b|recogni[sz]ing|acting|assembled"
    r"|gathered|wishing|seeking|determined|guided|convinced|committed|mindful|sitting|hereinafter|referred to)"
)
"""Who agree, as the subject of the paper's first sentence."""
_ASIDE = late(
    r",?\s*\(?\b(?:here(?:in)?after|referred to as|represented by|acting through|on the one (?:hand|part|side)"
    r"|(?:and )?on the other(?: hand| part| side)?|of the (?:first|second|third) part)\b[^,;)\n]*\)?|\s*\([^)]{1,60}\)"
)
"""What stands beside a party and names no other: "hereinafter the First Party", its short name."""
_JOINED = late(r"(?:,?\s+and\s+|,\s+|;\s+|\n\s*)(?:and\s+)?(?=(?:the |The |THE )?[A-ZÀ-Þ])")
_GENERIC = late(
    r"(?:the )?(?:(?:first|second|third|two|contracting|high contracting|both) )?(?:part(?:y|ies)|sides?)",
    re.IGNORECASE,
)
_STATE = late(
    r"(?:[Tt]he )?Governments? of (?:the )?(?:(?:\w+ ){0,2}(?:Republic|Kingdom|State|Union) of (?:the )?)?"
    r"(?P<of>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3})"
)
_HEAD = 6
_LONG = 500
_SIGNED = 12


def parties(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the parties to an agreement: those it says it is between or who agree, those it is signed for, else any."""
    content = draft.content
    for block in blocks[:_HEAD]:
        end = min(block.end, block.start + _LONG)
        for shape in (_BETWEEN, _AGREE):
            found = shape.match(content, block.start, end)
            named = tuple(_named(draft, *found.span("who"))) if found else ()
            if len(named) > 1:
                return named
    told: dict[str, Party] = {}
    for block in blocks[-_SIGNED:]:
        signed = _FOR.match(content, block.start, block.end)
        for party in names.parties(draft, *signed.span("who")) if signed else ():
            told.setdefault(party.id, party)
    for block in blocks[:_HEAD] if not told else ():
        if block.role in ("body", "heading"):
            for party in names.parties(draft, block.start, min(block.end, block.start + 300)):
                told.setdefault(party.id, party)
    return tuple(party for party in told.values() if not _GENERIC.fullmatch(party.name)) or tuple(told.values())


def _named(draft: Draft, start: int, end: int) -> Iterator[Party]:
    """Give the parties of a stretch, each without what stands beside it."""
    content = draft.content
    seen: set[str] = set()
    low = start
    cuts = [*_JOINED.finditer(content, start, end), None]
    for cut in cuts:
        high = cut.start() if cut else end
        aside = _ASIDE.search(content, low, high)
        stop = aside.start() if aside else high
        words = content[low:stop].strip(" ,\n")
        if (words and not words[:1].islower()) or words.startswith("the "):
            at = content.find(words, low)
            for party in _party(draft, at, at + len(words)):
                if party.id not in seen and not _GENERIC.fullmatch(party.name):
                    seen.add(party.id)
                    yield party
        low = cut.end() if cut else end


def _party(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give the party that a part names: a State for its government, what the catalogue knows, else the name."""
    state = _STATE.fullmatch(draft.content, start, end)
    if state:
        known = letterheads.named(draft, *state.span("of"))
        return (Party(id=known or names.slug(state["of"]), name=state["of"]),)
    told = names.parties(draft, start, end)
    start += 4 * draft.content.startswith(("the ", "The ", "THE "), start)
    return told if len(told) == 1 else collectives.named(draft, start, end)
