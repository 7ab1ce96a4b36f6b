# SPDX-License-Identifier: Apache-2.0
"""The mode of a claim: asserted, reported, alleged, denied or threatened."""

from __future__ import annotations

import re

from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

# These, and `_THREATENED`, run on the view in small letters; the others match at one place.
_DENIED = late(
    r"\b(?:(?<!been\s)(?<!being\s)(?<!was\s)(?<!were\s)(?<!are\s)(?<!is\s)(?:deny|denies|denied|denying)(?!\s+(?:\w+\s+)?(?:access|entry|visas?|bail|permission|aid|care|food|water|"
    r"treatment|medical)\b)|refut(?:ed|es|ing)|(?:reject(?:ed|s|ing)?|dismiss(?:ed|es|ing)?)\s+(?:\w+\s+){0,3}"
    r"(?:claims?|accusations?|allegations?|reports?|charges?)|no\s+evidence\s+that)\b"
)
# Not "not an isolated incident": after an article the act's word is an adjective, and nothing is denied.
_NEGATED = late(r"\b(?:not|never|n't|no|neither|nor)\s+(?!an?\s)(?:\w+\s+){0,2}$")
_NOT_ONE = late(
    r"(?:\b(?:not|never)|n't)\s+(?:ever\s+|once\s+)?(?:(?!only\b|just\b|an?\b)\w+\s+)(?:(?:out|on|off|up)\s+)?"
    r"(?:a\s+single|any|one|even|an?)\s+(?:[\w-]+\s+){0,3}$"
)
"""What is not done even once: "did not fire a single", "have never laid a"."""
_NO_ONE_OF = late(r"\w+\s+(?:no\s+(?!longer\b|fewer\b|less\b|more\s+than\b|doubt\b)|nobody\b|no-one\b|none\b)")
"""An act done to nobody: "killed no civilians"."""
_AT_NO_TIME = late(
    r"\b(?:at\s+no\s+(?:time|point)|on\s+no\s+occasion|in\s+no\s+case|under\s+no\s+circumstances)\s+[^,;]{0,60}$"
)
"""What never happened, ahead of its clause."""
_UNKNOWN = late(
    r"\b(?:(?:not|never|n't|cannot|unable\s+to)\s+(?:(?:be|been|yet)\s+)*(?:establish|determine|confirm|verify|ascertain|say|know|tell|"
    r"clear|known|certain)(?:ed|d)?|unclear|unknown|disputed)\s+(?:who|whether|which|how|what)\b"
)
"""What nobody could find out: "could not establish who shelled the post"."""
_NONE = late(
    r"(?:no(?!\s+(?:fewer|less|more|longer|sooner|doubt|matter)\b)|not\s+(?:an?|one|any)|nobody|no\s+one|none\s+of|neither)\s",
    re.IGNORECASE,
)
_ALLEGED = late(
    r"\b(?:alleged(?:ly)?|reportedly|purported(?:ly)?|supposed(?:ly)?|suspected|presumably|apparently|"
    r"(?:is|are|was|were)\s+(?:believed|thought|presumed|said|accused|suspected)|accus(?:ed?|es|ing|ations?)|blam(?:ed?|es|ing)|"
    r"claim(?:s|ed)?\s+that|allegations?|possible|possibly|unconfirmed)\b"
)
_REPORTED = late(
    r"\b(?:according\s+to|said|says|stated|reported|reports|told|announced|confirmed|added|claimed|testified)\b"
)
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


def _is_negated(small: str, start: int, cue: int) -> bool:
    """Say whether the act's word stands under "not", or what it is done to is nobody."""
    return (
        _NEGATED.search(small, max(start, cue - 30), cue) is not None
        or _NOT_ONE.search(small, max(start, cue - 60), cue) is not None
        or _AT_NO_TIME.search(small, max(start, cue - 90), cue) is not None
        or _NO_ONE_OF.match(small, cue) is not None
    )


def mode(
    content: str, sentence: tuple[int, int], span: tuple[int, int], cue: int, *, negatable: bool, told: bool
) -> str:
    """Give the mode of a claim in its sentence; `told`: the sentence holds a word of telling at all."""
    start, end = sentence
    small = lowered(content)
    if threatened(content, start, cue):
        return "threatened"
    if (
        (told and _DENIED.search(small, start, cue))
        or (negatable and _NONE.match(content, span[0]))
        or (negatable and _is_negated(small, span[0], cue))
    ):
        return "denied"
    unknown = _UNKNOWN.search(small, max(start, span[0] - 60), cue)
    if not told or unknown:
        return "reported" if unknown else "asserted"
    if _ALLEGED.search(small, max(start, span[0] - 80), span[1]):
        return "alleged"
    if _REPORTED.search(small, start, end):
        return "reported"
    return "asserted"
