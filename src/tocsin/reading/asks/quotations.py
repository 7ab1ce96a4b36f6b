# SPDX-License-Identifier: Apache-2.0
"""Quotations: what opens quoted words – a base form, a name they call – and whose words are read out."""

from __future__ import annotations

import re

from tocsin.reading.asks.grammar import Grammar
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late

_OPENS = late(r"\"(?:(?:[Pp]lease|[Aa]nd|[Bb]ut|[Ss]o|[Tt]hen),?\s+)*(?P<verb>[A-Z][a-z]+|(?<=\s)[a-z]+)\b(?!['’])")
_LIKE_NAMES = frozenset(
    {"mark", "bill", "grant", "drew", "will", "may", "pat", "rob", "sue", "chase", "pierce", "frank"}
)
_CALLS = late(
    r"\"(?:(?:[Mm]y|[Oo]ur|[Dd]ear|[Yy]ou)\s+)?(?P<who>[A-ZÀ-Þ][\w'’-]+(?: (?:of|and|the|[\w'’-]+)){0,4}?|"
    r"(?<=\s)[a-z]+s),\s+"
)
_READ_OUT = late(
    r"\b(?:message|letter|statement|appeal|words|plea|will|testament|recording|speech|sermon)\s+(?:of|from|by)\s+"
    r"(?P<who>[^,.;:\"]{3,80})(?:,[^,.;:\"]{2,80},)?\s+(?:was|were|is|has been|being)\s+"
    r"(?:read|played|broadcast|heard|shown)\b[^.;:\"]{0,120}[:,.]\s*\Z",
    re.IGNORECASE,
)


def opened(draft: Draft, grammar: Grammar, start: int, end: int) -> list[Hit]:
    """Give the base forms with which quoted words of a stretch open, as cues of imperatives."""
    found = []
    at = draft.content.find('"', start, end)
    while at >= 0:
        match = _OPENS.match(draft.content, at, end)
        word = match["verb"].lower() if match else ""
        if match and word in grammar.verbs and word not in _LIKE_NAMES:
            found.append(Hit(match.start("verb"), match.end("verb"), "imperative"))
        at = draft.content.find('"', at + 1, end)
    return found


def called(draft: Draft, block: Block, place: int) -> tuple[int, int] | None:
    """Give the span of whom the quotation that holds a view offset calls at its head: "Soldiers, …"."""
    opening = draft.content.rfind('"', block.start, place)
    match = _CALLS.match(draft.content, opening, place) if opening >= 0 else None
    return match.span("who") if match else None


def read_out(draft: Draft, block: Block, opening: int) -> tuple[int, int] | None:
    """Give the span of whose words are read out in the quotation that opens at a view offset."""
    match = _READ_OUT.search(draft.content, max(block.start, opening - 320), opening)
    return match.span("who") if match else None
