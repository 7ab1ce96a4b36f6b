# SPDX-License-Identifier: Apache-2.0
"""Growth: whether a cue such as "escalation of" or "facing" tells of harm under way now, and not of what is over."""

from __future__ import annotations

from tocsin.reading.clauses import Segment
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

# All of it runs on the view in small letters.
_THEN = late(
    r"\b(?:was|were|did|occurred|began|broke|came|took|saw|went|led|became|made|grew|rose|fell|marked|killed|attacked|invaded|"
    r"followed|happened|responded|ended|during|caused|resulted|prompted|forced|attributed|linked|affected|abandoned|said\s+to|"
    r"had\s+(?:been\s+)?\w+ed)\b"
)
_NOW = late(
    r"\b(?:is|are|has|have|'s|now|today|already|currently|continu\w+|remain\w*|concern\w*|fear\w*|warn\w*|alarm\w*|worr\w+|any|further|will|would|could|"
    r"may|might|can|risks?|threat\w*|deplor\w+|every\s+day|each\s+day|rapid\w*|regrets?|danger\w*|likely|despite)\b"
)
_LONG_AGO = late(
    r"\s*(?:by|in|on|during|since|throughout|from)\s+(?:(?:early|mid|late|the)[\s-]+)?(?:\w+\s+){0,4}?(?:1[89]|20)\d\d\b(?![^.]*\b"
    r"(?:is|are|has|have|will|may|could)\b)"
)
"""How a sentence of the past begins that has no word of the present."""
_CALMED = late(r"\bde\s?-?\s?$")
_ENDED = late(
    r"[^.;]{0,60}\b(?:must|should|needs?\s+to|has\s+to|have\s+to|can)\s+(?:\w+\s+){0,2}"
    r"(?:stop\w*|end\w*|prevent\w*|avoid\w*|avert\w*|halt\w*|cease|reversed|contained)\b"
)
_REFUSED = late(
    r"\b(?:should|must|shall|need|do|does|did|to)\s+(?:not|never)\s+(?:\w+\s+){0,4}$|\b(?:not|never|won't)\s+$|"
    r"\b(?:in|of|after|with)\s+an?\s+(?:\w+\s+){0,2}$|"
    r"\b(?:grounds?|pretext|excuse|responsible|call(?:s|ed|ing)?|instead\s+of|rather\s+than|without|blamed)\s+(?:for)?\s+(?:\w+\s+){0,3}$"
)
_TO = late(r"\s+of\s+(?:the\s+|this\s+|that\s+)?(?:tariffs?|prices?|costs?|efforts|trade|aid|cooperation|sanctions)\b")
_FACED = late(
    r"(?:,[^,.;:]{3,60},)?\s+['\"]?(?:(?:an?|the|their|its|his|her|our|further|more|new|yet|another|\d[\d,.]*|up|most|such|possible|imminent|mass|"
    r"\w+(?:ing|ed|al|ic|ous|ive|ary|ent|ful|an|th|te|able|ed|ere|cute|ar|er|ly|y))\s+['\"]?){0,5}"
    r"(?:[\w-]+(?:,|\s+and|\s+or)\s+){0,2}"
    r"(?:charges?\s+(?:that\s+carr(?:y|ies)|carrying|punishable\s+(?:by|with))\s+(?:the\s+)?)?"
)
_CHARGED = late(
    r"\s+(?:\w+\s+)?(?:charges?|trials?|prosecution|lawsuits?|accusations?|allegations?|criticism|claims?|investigations?)\b"
)
_OVER = late(r"\b(?:been|the|of|in)\s+$|\bhad\s+(?:\w+\s+)?$")
_LIVES = late(r"\s+(?:during|of|in|for|life|at|between)\b")


def grows(content: str, segment: Segment, cue: Hit, harm: Hit) -> bool:
    """Say whether harm grows under a cue, in a clause that tells of the present or asks nobody to stop it."""
    small = lowered(content)
    near = max(segment.start, cue.start - 45)
    if _CALMED.search(small, max(0, cue.start - 6), cue.start) or _REFUSED.search(small, near, cue.start):
        return False
    if _ENDED.match(small, cue.end, segment.end) or _TO.match(small, cue.end - 3) or _TO.match(small, cue.end):
        return False
    word = small[cue.start : cue.end]
    if word == "every day" and _LIVES.match(small, cue.end):
        return False
    if word == "increasingly" and harm.start > cue.end + 45:
        return False
    return _is_present(small, segment)


def _is_present(small: str, segment: Segment) -> bool:
    """Say whether a clause tells of the present, or of no time in a sentence that is not of the past."""
    if _NOW.search(small, segment.start, segment.end):
        return True
    opening = small.rfind(". ", 0, segment.start) + 1
    return not (
        _THEN.search(small, segment.start, segment.end)
        or _LONG_AGO.match(small, opening, segment.start)  # "In June 2012 the war went on, with fighting spreading"
    )


def faced(content: str, cue: Hit, harm: Hit) -> bool:
    """Say whether a harm is what a cue such as "faces" has for its object, and no charge before a court."""
    small = lowered(content)
    return bool(
        _FACED.fullmatch(small, cue.end, harm.start)
        and not _CHARGED.match(small, harm.end)
        and not _OVER.search(small, max(0, cue.start - 14), cue.start)
    )
