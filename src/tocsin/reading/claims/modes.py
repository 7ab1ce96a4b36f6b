# SPDX-License-Identifier: Apache-2.0
"""The mode of a claim: asserted, reported, alleged, denied or threatened."""

from __future__ import annotations

import re

from tocsin.reading.asks import coverings
from tocsin.reading.claims import denials
from tocsin.reading.claims.acts import Cue
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

# All but `_THREATENED_TO` run on the view in small letters.
_UNKNOWN = late(
    r"\b(?:(?:not|never|n't|cannot|unable\s+to)\s+(?:(?:be|been|yet)\s+)*(?:establish|determine|confirm|verify|ascertain|say|know|tell|"
    r"clear|known|certain)(?:ed|d)?|unclear|unknown|disputed)\s+(?:who|whether|which|how|what)\b"
)
"""What nobody could find out: "could not establish who shelled the post"."""
_ALLEGED = late(
    r"\b(?:alleg(?:e|es|ing|ed|edly)|reportedly|purported(?:ly)?|supposed(?:ly)?|suspected|presumably|apparently|"
    r"(?:is|are|was|were)\s+(?:believed|thought|presumed|said|accused|suspected)|accus(?:ed?|es|ing|ations?(?=\s+(?:that|of|against)))|blam(?:ed?|es|ing)|"
    r"claim(?:s|ed)?\s+that|rul(?:e|es|ed|ing)\s+out\s+(?:that|the)|allegations?(?=\s+(?:that|of|against|by)\b)|"
    r"(?<!for )(?<!for a )possibl[ey]|unconfirmed)\b"
)
_MAY_HAVE = late(
    r"\b(?:(?:may|might|could|must|would)\s+(?:well\s+|also\s+)?have|(?:seems?|appears?|seemed|appeared|is\s+likely|are\s+likely|"
    r"is\s+feared|are\s+feared|is\s+believed|are\s+believed)\s+to\s+have)\s+(?:been\s+)?(?:\w+ly\s+)?$"
)
"""Before what is only thought to have been done: "may have shelled"."""
_REPORTED = late(
    r"\b(?:according\s+to|said|says?|stated|reported|reports|told|announced|confirmed|added|claimed|testified|maintain(?:s|ed)\s+that)\b"
)
_ALLEGED_AFTER = late(r"\b(?:alleg(?:e|es|ed)|claim(?:s|ed))\b")
_THREATENED_TO = late(r"threaten(?:ed|s|ing)?\s+to\s", re.IGNORECASE)
_THREATENED = late(
    r"\b(?:threaten(?:ed|s|ing)?|vow(?:ed|s)?|warned\s+(?:that\s+)?(?:it|they|he|she)\s+would)\s+(?:to\s+)?(?:\w+\s+){0,3}$"
)


def threatened(content: str, sentence: int, cue: int) -> bool:
    """Say whether the act's word stands under "threatened to"."""
    return (
        _THREATENED.search(lowered(content), max(sentence, cue - 60), cue) is not None
        or _THREATENED_TO.match(content, cue) is not None
    )


def mode(
    content: str, sentence: tuple[int, int], span: tuple[int, int], act: Cue, *, negatable: bool, told: bool
) -> str:
    """Give the mode of a claim in its sentence; `told`: the sentence holds a word of telling at all."""
    cue = act.start
    start, end = sentence
    small = lowered(content)
    if threatened(content, start, cue):
        return "threatened"
    if (told and denials.disowned(small, start, end, cue)) or (
        negatable and denials.negated(small, start, span[0], cue, verb=act.verb)
    ):
        return "denied"
    unknown = _UNKNOWN.search(small, max(start, span[0] - 60), cue)
    if _MAY_HAVE.search(small, max(start, cue - 50), cue):
        return "alleged"
    if not told or unknown:
        return "reported" if unknown else "asserted"
    if _ALLEGED.search(small, max(start, span[0] - 80), span[1]) or _covered(
        _ALLEGED_AFTER, small, sentence, span, span[1]
    ):
        return "alleged"
    return "reported" if _covered(_REPORTED, small, sentence, span, start) else "asserted"


def _covered(words: re.Pattern[str], small: str, sentence: tuple[int, int], span: tuple[int, int], start: int) -> bool:
    """Say whether one of the words of telling, from `start` on, tells of what stands in a span."""
    return any(
        coverings.covers(small, sentence, match.span(), span) for match in words.finditer(small, start, sentence[1])
    )
