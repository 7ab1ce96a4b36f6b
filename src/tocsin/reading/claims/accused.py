# SPDX-License-Identifier: Apache-2.0
"""Accusations that the accused quote: what others say that "we" did is told by them, and done by whoever writes."""

from __future__ import annotations

import dataclasses
import re

from tocsin.reading.asks import tellings
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Card, Claim

_OURS = (
    r"(?:we|our\s+(?:own\s+)?(?:armed\s+)?"
    r"(?:forces|fighters|army|soldiers|troops|men|units|members|drones?|people|guards|police))"
)
_SAY_WE = late(
    rf"\b(?:sa(?:y|ys|id)|claim(?:s|ed)?|alleg(?:e|es|ed)|stat(?:es|ed)|asserts?|asserted|pretends?|maintains?|insists?|reports?|reported)"
    rf"\s+(?:[\w-]+\s+){{0,3}}?(?:that\s+)?{_OURS}\s"
    r"|\b(?:accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing))\s+(?:us|our\s+\w+)\s+(?:of|for)\s"
)
"""Words by which others say what "we" did; on the lowered view."""
_WE_TELL = late(r"(?:^|[\s,;])(?:we|i|our)\s")
"""A first person before them, who then tells it too."""
_SUFFERED = late(r"\b(?:was|were|been|being|am|are)\s+(?:\w+\s+){0,2}$")
_LIE = (
    r"(?:lies?|untrue|false|falsehoods?|fabricat\w+|slander\w*|libel|calumny|not\s+true|propaganda|inventions?|invented|baseless|unfounded|wrong|"
    r"nonsense|absurd)\b"
)
DENIED = late(
    r"\s*[\"'(]?(?:(?:we|i)\s+(?:[\w-]+\s+){0,3}?(?:deny|reject|refute|dismiss|did\s+(?:not|nothing|no)|have\s+(?:not|never|done\s+no)|never)\b"
    rf"|(?:it|this|that|these|they|all\s+(?:of\s+)?(?:this|it))\s+(?:is|are|was|were)\s+(?:[\w-]+\s+){{0,3}}?{_LIE}"
    rf"|nothing\s+of\s+the\s+(?:sort|kind)|not\s+so\b|an?\s+(?:\w+\s+)?{_LIE}|lies\b)"
)
"""How a sentence that denies what the one before quotes begins; on the lowered view."""
_DENIED_AT_ONCE = late(
    rf"\b(?:which|but)\s+(?:(?:we|i)\s+(?:\w+\s+)?(?:deny|reject|refute|dismiss)\b|(?:(?:this|that|it)\s+)?is\s+(?:\w+\s+){{0,2}}?{_LIE})"
)
_CLAIMS = re.compile("claim|alleg|accus|blam|pretend")


def answered(draft: Draft, card: Card, claim: Claim, voice: str, sentence: tuple[int, int], cue: int) -> Claim:
    """Give a claim as those who are accused quote it: they did it in their accusers' words, or deny it in their own."""
    small = lowered(draft.content)
    start, end = sentence
    if voice == "carrier" or not card.issuers or draft.content.count('"', start, cue) % 2:
        return claim
    said = _SAY_WE.search(small, start, cue)
    if said is None or _WE_TELL.search(small, start, said.start()) or _SUFFERED.search(small, said.end() - 1, cue):
        return claim
    if claim.mode == "denied":  # "reports that our guards shot two ferrymen are untrue"
        return dataclasses.replace(claim, actors=card.issuers, speakers=card.issuers)
    denied = DENIED.match(small, end, min(len(small), end + 120)) or _DENIED_AT_ONCE.search(small, cue, end)
    if denied and (number := draft.block_at(start)) is not None and denied.end() <= draft.blocks[number].end:
        return dataclasses.replace(claim, actors=card.issuers, mode="denied", speakers=card.issuers)
    ours = {party.id for party in card.issuers}
    tellers = tuple(party for party in tellings.told_by(draft, start, end) if party.id not in ours)
    mode = "alleged" if _CLAIMS.match(said.group()) else "reported"
    return dataclasses.replace(claim, actors=card.issuers, mode=mode, speakers=tellers)
