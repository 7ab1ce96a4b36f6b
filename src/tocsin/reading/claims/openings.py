# SPDX-License-Identifier: Apache-2.0
"""Openings: what stands before a claim's own words, who tells it and of how many, left out or taken in."""

from __future__ import annotations

from tocsin.reading.claims.spans import Span
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

_TELLING = late(
    r"\b(?:said|says?|stated|reports|reported|estimates|estimated|confirmed|confirms|added|announced|believes?|believed|warned|warns|noted|notes|"
    r"alleged|alleges?|claims|claimed(?!\s+(?:the|responsibility|credit)\b))\s+(?:(?:on\s+\w+day|today|yesterday|late\s+\w+)\s+)?(?:that\s+)?"
    r"|\b(?:told|informed)\s+(?:\w[\w.']*\s+){1,4}?(?:that\s+|(?=\d|(?:at\s+least|more\s+than|some|about|nearly|over|the|its|his|her|their|"
    r"two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|several|many)\s))"
)
_TOLD_OF = late(r"\b(?:is|are|was|were|be|been|the|a|an|of|its|their|his|her|who)\s+(?:\w+\s+)?$")
_OF_THESE = late(r"Of\s+(?:the|its|their|our|these|those|all)\s[^,;.]{3,90},\s+")
"""Of how many it is told before what befell some: "Of the nine men held since May, one died"."""
_OF_WHOM = late(
    r"\b(?:(?:to|and|or|must|should)\s+(?:\w+ly\s+)?(?:and\s+\w+ly\s+)?(?:release|free|liberate|return|repatriate|hand\s+over|find|try|prosecute)|"
    r"(?:releas|free|return|liberat|repatriat)ing|(?:release|return|liberation|freedom|fate|whereabouts|repatriation|handover|exchange|trial|"
    r"famil(?:y|ies)|relatives|mothers|widows|parents|names?|bodies|remains|list)\s+of)\s+(?=[^,;.:]{3,90}$)"
)
"""What is asked or told of those whom something befell: "to release nine teachers held", "families of men killed"."""
_BEFALLEN = late(
    r"(?:detained|held|arrested|imprisoned|jailed|abducted|kidnapped|captured|seized|killed|murdered|slain|executed|shot|wounded|injured|"
    r"displaced|deported|expelled|tortured|disappeared|missing|taken|sentenced|convicted|beaten|raped)\b"
)
_CARRIED = late(r"\b(?:was|were|been|being|is|are|be|had|have|has|who|they)\s+(?:\w+ly\s+)?$")
_UNCLAIMED = late(
    r"(?:[^;.]{2,60},\s+)?(?:no|nobody|none|no-one|neither)\b[^,;.]{0,60}?\bclaim(?:ed|s|ing)?\s+(?:[\w-]+\s+){0,2}?(?:responsibility|credit)\s+for\s+"
)
"""Who took nothing upon themselves, before a deed that was done: "No group has claimed responsibility for the raid"."""
_QUOTED_NUMBER = late(r"[\"“](?:[a-z]+\s+){0,3}\d[\d,.]*[\"”]\s*\Z")


def without_teller(content: str, span: Span) -> Span:
    """Leave out who tells before what is told: "the union said two drivers were shot"."""
    small = lowered(content)
    if not span.cue.verb:
        unclaimed = _UNCLAIMED.match(small, span.start, span.cue.start)
        return span._replace(start=unclaimed.end(), light=None, by="claim.act-noun") if unclaimed else span
    if _BEFALLEN.match(small, span.cue.start) and not _CARRIED.search(small, span.start, span.cue.start):
        whom = _OF_WHOM.search(small, span.start, span.cue.start)
        if whom is not None and content[whom.end() : span.cue.start].strip():
            return span._replace(start=whom.end())
    last = None
    for match in _TELLING.finditer(small, span.start, span.cue.start):
        last = match
    if last is None or _TOLD_OF.search(small, max(span.start, last.start() - 20), last.start()):
        whole = _OF_THESE.match(content, span.start, span.cue.start)
        return span._replace(start=whole.end()) if whole else span
    after = content[last.end() : span.cue.start]
    return span._replace(start=last.end()) if after[:1].isalnum() and not after.startswith(("by ", "to ")) else span


def with_number(content: str, sentence: int, span: Span) -> Span:
    """Take in the number in quotation marks that stands before a span: '"nearly 300" soldiers were killed'."""
    found = _QUOTED_NUMBER.search(content, max(sentence, span.start - 40), span.start)
    return span._replace(start=found.start()) if found else span
