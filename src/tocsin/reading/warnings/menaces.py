# SPDX-License-Identifier: Apache-2.0
"""Menaces: whether a threat or a risk is one to people or to what they live by."""

from __future__ import annotations

from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.reading.warnings.prospects import PEOPLE

_VALUED = late(
    r"\b(?:peace|stability|security|progress|agreements?|accords?|cease-?fire|truce|process|rights|access|environment|heritage|culture|"
    r"language|livelihoods?|existence|future|response|operations?|assistance|aid|life|lives|health|safety|unity|gains|democracy|"
    r"biodiversity|forests?|rivers?|reefs?|water|food|education|lifelines?)\b"
)
_PUT = late(
    r"\b(?:put|puts|putting|place|places|placed|placing|leave|leaves|leaving|left|remain|remains|remaining|are|is|being)\s+[^.;]{0,80}$"
)
_OF_DOING = late(
    r"\s+of\s+(?!(?:sharing|taking|rating|scoring|doing|saying|having)\b)(?!missing\s+(?:out|the|a|an|his|her)\b)(?:being\s+\w+|losing|becoming|dying|falling|facing|suffering|\w{3,}ing)\b"
)
_DREAD_OF = late(r"(?<!at\s)\b(?:fears?|risks?|dangers?|threats?)\s+of$")
_OF_LOSING = late(
    r"\s+of\s+(?:being\s+\w+|losing|becoming|dying|falling|missing|facing|suffering|starving|freezing|drowning)\b"
)
_AT_RISK = late(r"(?:at\s+(?:\w+\s+){0,2}risk|in\s+(?:\w+\s+)?(?:danger|jeopardy|peril)|under\s+threat)\b")
_TO_WHOM = late(r"(?:.*\s)?(?:threats?|risks?|dangers?)\s+(?:to|facing|faced\s+by)$")
_SOMEBODY = late(
    r"\s+(?:(?:the|all|our|their|its|his|her|both|any|those|these|millions|thousands|hundreds|many|more|most|up|about|some|every|local|"
    r"ordinary|vulnerable|rural|human|civilian)\s|\d|\w+(?:s|ren|ple|men)\b)"
)
_SPOKEN = late(
    r"(?:,|\s+(?:and|or|to|with|language|letters?|messages?|calls?|phone|speech\w*|manner|remarks?|words?|gestures?)\b)"
)
_LETTER = late(r"\b(?:the|a|an|using|such|these|of)\s+$")
_MENACES = ("threaten", "endanger", "jeopard", "imperil", "menac")


def menaced(content: str, sentence: tuple[int, int], cue: Hit) -> bool:
    """Say whether a cue of threat or risk speaks of people or of what they live by: "threatens years of progress"."""
    small = lowered(content)
    word = small[cue.start : cue.end]
    if _AT_RISK.match(word):
        return _at_risk(small, sentence[0], cue, word)
    if _DREAD_OF.search(word):
        return _OF_LOSING.match(small, cue.end - 3) is not None
    if word.startswith(_MENACES):
        return _menaces(small, min(sentence[1], cue.end + 70), cue, word)
    near = min(sentence[1], cue.end + 45)
    somebody = _TO_WHOM.match(word) and _SOMEBODY.match(small, cue.end) and PEOPLE.search(small, cue.end, near)
    return bool(somebody)


def _at_risk(small: str, start: int, cue: Hit, word: str) -> bool:
    """Say whether a cue such as "at risk" has people or what they live by before it, or a loss behind it."""
    if _OF_DOING.match(small, cue.end) or (word.endswith(" of") and _OF_DOING.match(small, cue.end - 3)):
        return True
    low = max(start, cue.start - 100)
    if word.endswith(" of") or not _PUT.search(small, low, cue.start):
        return False
    return bool(PEOPLE.search(small, low, cue.start) or _VALUED.search(small, low, cue.start))


def _menaces(small: str, end: int, cue: Hit, word: str) -> bool:
    """Say whether a verb such as "threatens" has for its object what people live by."""
    threat = word.startswith("threat")
    if _SPOKEN.match(small, cue.end) or (threat and _LETTER.search(small, max(0, cue.start - 12), cue.start)):
        return False
    people = None if threat else PEOPLE.search(small, cue.end, end)
    return bool(people or _VALUED.search(small, cue.end, end))
