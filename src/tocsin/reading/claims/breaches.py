# SPDX-License-Identifier: Apache-2.0
"""Breaches: a law or a word given that somebody is said to have broken, which needs no date to be told of."""

from __future__ import annotations

from collections.abc import Container, Sequence

from tocsin.reading.claims.spans import Span
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

_LAW = (
    r"(?:(?:the|its|their|all|every|each|this|that|these|those|our|both|any|norms?|rules?|principles?|provisions?|terms|letter|spirit|purposes?|"
    r"international|own|most|basic|fundamental|peremptory|many|several|of|and|under|article|articles|\d+[a-z]?|paragraph|[\w’'-]+)\s+){0,6}?"
    r"(?:charter|law|conventions?|covenants?|treat(?:y|ies)|agreements?|accords?|protocols?|memorandum|statute|constitution|resolutions?|obligations?|"
    r"commitments?|undertakings|sovereignty|territorial\s+integrity|airspace|territorial\s+waters|independence|borders?|cease-?fire|truce|armistice)\b"
)
# They run on the lowered view.
_BROKE = late(rf"\s+(?:by\s+[^,;.]{{2,40}}?\s+)?(?:of\s+|on\s+|with\s+|by\s+)?{_LAW}")
_GENERAL = late(
    r"\b(?:any|every|each|no|such|a|possible|future|potential|alleged|other|whether|if)\s+(?:[\w-]+\s+){0,3}$|\b(?:to|of|on|against|for|about|from|into)\s+$"
)
"""Before a breach that nobody is said to have done: "any violation of the Charter", "accountability for violations"."""

_IS = late(r"\b(?:is|are|was|were|been|be|remains?|acts?|acted|acting|stands?)\s+(?:\w+\s+)?$")
_ITS_OWN = late(r"\s+(?:its|their|his|her)\s")


def told(content: str, span: Span) -> bool:
    """Say whether a breach's word stands beside what was broken."""
    return span.act == "violation" and stands(content, span.cue.start, span.cue.end, span.end, verb=span.cue.verb)


def stands(content: str, start: int, end: int, last: int, *, verb: bool) -> bool:
    """Say whether a word of a breach [start, end) goes on with a law or a word given, up to `last`."""
    small = lowered(content)
    if not _BROKE.match(small, end, last):
        return False
    return verb or _GENERAL.search(small, max(0, start - 40), start) is None or " by " in small[end : end + 30]


def laid_to(content: str, span: Span, acted: Sequence[Party], actors: Container[str]) -> bool:
    """Say whether somebody whom the catalogue knows is said to have done it."""
    small = lowered(content)
    if small.startswith("in ", span.cue.start):  # "people held in Ardesh in breach of the treaty": they broke none
        told = _IS.search(small, max(span.start, span.cue.start - 30), span.cue.start)
        if told is None and not _ITS_OWN.match(small, span.cue.end):
            return False
    return any(party.id in actors for party in acted)
