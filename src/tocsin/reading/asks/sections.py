# SPDX-License-Identifier: Apache-2.0
"""Sections: headings that name what is asked below – "Recommendations", "Our demands of X", "From both"."""

from __future__ import annotations

import re

from tocsin.reading.drafts import Block, Draft
from tocsin.reading.patterns import late

_SECTIONS = {
    "action": "call",
    "actions": "call",
    "steps": "call",
    "conditions": "demand",
    "proposals": "propose",
    "options": "propose",
    "pleas": "implore",
    "expectations": "expect",
    "messages": "call",
    "recommendations": "recommend",
    "demands": "demand",
    "requests": "request",
    "appeals": "appeal",
    "calls": "call",
    "asks": "request",
}
_SECTION = late(
    r"(?:chapter\s+[\divx]+[.:]?\s*|part\s+[\divx]+[.:]?\s*|section\s+[\divx]+[.:]?\s*|[\divx]+[.)]\s*)?"
    r"(?:(?:our|my|the|key|main|general|specific|full|detailed|"
    r"principal|final|policy|these|following|are|urgent|list of|summary of|table of|"
    r"immediate|priority|first|minimum|joint|common|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2}|"
    r"required|requested|advocacy|next|call|to|"
    r"conclusions|and|here|what we)\s+)*"
    r"(?P<noun>recommendations|demands|requests|appeals|calls|asks|conditions|proposals|pleas|expectations"
    r"|(?<=policy )options"
    r"|(?<=advocacy )messages|(?<=call to )action|(?<=calls to )action"
    r"|(?:(?<=priority )|(?<=urgent )|(?<=immediate )|(?<=required )|(?<=requested ))actions"
    r"|actions(?= needed| required| requested)|(?<=next )steps(?= needed| required))"
    r"(?:\s+(?:needed|required|requested))?"
    r"(?:\s+(?:are|to|for)(?:\s+action)?)?"
    r"(?P<whom>\s+(?:to|for|of|on|from|towards|addressed to)\s+(?:[^.:;?!]{3,110}?|[^:?!]{3,260}?(?=\s*:)))?\s*:?",
    re.IGNORECASE,
)
_WHAT = late(
    r"(?:[\divx]+[.)]\s*)?what\s+(?:(?:we|they|(?:the|our)(?: [\w-]+){1,5}?)\s+(?:now\s+|urgently\s+|are\s+)?"
    r"(?P<verb>want|need|ask|demand|call|asking|calling|demanding|seek|expect|recommend|propose|require|"
    r"urge)(?:\s+for)?"
    r"|(?P<duty>must|should|needs? to|has to)\s+(?:now\s+)?(?:happen|be done|change|come next|follow)"
    r"|is\s+(?P<needed>needed|required|asked|demanded|requested|expected))"
    r"(?:\s+(?:now|today|next|urgently|at once))?(?P<whom>\s+(?:from|of|by|to)\s+[^.:;?!]{3,110}?)?\s*:?",
    re.IGNORECASE,
)
_NUMBERED = late(
    r"(?P<noun>recommendation|demand|request|appeal|proposal|ask|condition)\s*(?:no\.?|number|#)?\s*(?:\d{1,3}[a-z]?|[ivx]{1,4}|[a-f])"
    r"\s*[:.–—-]?",
    re.IGNORECASE,
)
"""The heading of one of several: "Recommendation 4"."""
_VERBED = late(
    r"(?:we\s+|and\s+|therefore,?\s+|hereby\s+|humbly\s+|respectfully\s+|most\s+|urgently\s+|earnestly\s+|solemnly\s+|further\s+)*"
    r"(?P<verb>prays?|requests?|demands?|asks?|urges?|begs?|implores?|recommends?|proposes?|expects?|insists?)(?:\s+that)?\s*:?",
    re.IGNORECASE,
)
_VERB_FORCE = {
    "demand": "demand",
    "urge": "urge",
    "beg": "implore",
    "implore": "implore",
    "recommend": "recommend",
    "propose": "propose",
    "expect": "expect",
    "insist": "insist",
}
_WHAT_FORCE = {
    "demand": "demand",
    "demanding": "demand",
    "call": "call",
    "calling": "call",
    "expect": "expect",
    "expected": "expect",
    "recommend": "recommend",
    "propose": "propose",
    "require": "demand",
    "required": "demand",
    "demanded": "demand",
    "urge": "urge",
    "must": "demand",
    "should": "recommend",
}


def heading_force(draft: Draft, block: Block) -> tuple[str, tuple[int, int] | None] | None:
    """Give the force of a section that is called by what it asks: "Recommendations", "What we need".

    With it the span of those whom it names.
    """
    if block.end - block.start > _LONGEST:
        return None
    match = _SECTION.fullmatch(draft.content, block.start, block.end)
    if match:
        return _SECTIONS[match.group("noun").lower()], match.span("whom") if match.group("whom") else None
    match = _NUMBERED.fullmatch(draft.content, block.start, block.end)
    if match:
        return _SECTIONS[f"{match.group('noun').lower()}s"], None
    match = _WHAT.fullmatch(draft.content, block.start, block.end)
    if match is None:
        told = _VERBED.fullmatch(draft.content, block.start, block.end)
        return (_VERB_FORCE.get(told["verb"].lower().rstrip("s"), "request"), None) if told else None
    word = (match.group("verb") or match.group("duty") or match.group("needed")).lower()
    return _WHAT_FORCE.get(word, "request"), match.span("whom") if match.group("whom") else None


_LONGEST = 320
_BOTH = late(
    r"(?:and\s+)?(?:of|from|to|for)\s+(?:both|all|all three|everyone|everybody|either)(?: of (?:them|these|"
    r"you))?\s*:?",
    re.IGNORECASE,
)


def all_together(draft: Draft, block: Block) -> bool:
    """Say whether a heading addresses all those whom the headings before it addressed in turn: "From both"."""
    return _BOTH.fullmatch(draft.content, block.start, block.end) is not None
