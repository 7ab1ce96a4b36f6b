# SPDX-License-Identifier: Apache-2.0
"""Tellings: who tells of a deed behind it, and when – ", two officials said on Monday" – which dates no deed."""

from __future__ import annotations

from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Time

# All of it runs on the lowered view.
_WHO = r"(?:(?!(?:but|which|who|where|when|that|was|were|been|is|are)\s)[\w.'’/()-]+\s+){1,12}?"
_SAYS = (
    r"(?:said|says|told\s+(?:[\w.'’]+\s+){0,5}?[\w.'’]+|announced|reported|confirmed|stated|added|noted|claimed|wrote|tweeted|posted|disclosed|"
    r"revealed)"
)
_WHEN = r"(?:(?:late|early|on|in|at|to|by|here|over|for|of|a|the|statement|reporters|journalists|newsmen)\s+)*"
_TRAILS = late(
    rf"{_WHO}{_SAYS}(?:\s+(?:(?:late|early|on|in|at|to|by|here|over)\b|today|yesterday|tonight|\w+day\b)[^;]*)?[\s,.;\"”]*"
)
"""A clause that only says who tells what stands before it."""
_TOLD_THEN = late(rf"[\"”]?\s*{_WHO}{_SAYS}\s+{_WHEN}")
"""The same up to the time at which it was told."""
_ACCORDING = late(rf"\baccording\s+to\s[^,;.]{{2,80}}?\s{_WHEN}")
_SAID_AT = late(
    r"\b(?:said|says|told\s+(?:\w[\w.'’]*\s+){0,4}?\w[\w.'’]*|reported|"
    r"(?:statement|letter|communiqu[eé]|report|message|release|interview|speech|note|tweet|post)\s+(?:issued|released|published|sent|made|posted|"
    r"given|delivered|broadcast))\s+(?:(?:late|early|on)\s+)*$"
)
"""A verb of saying right before the time at which something was said."""


def trails(content: str, start: int, end: int) -> bool:
    """Say whether a stretch of the view only tells who says what stands before it: "two officials said on Monday"."""
    return _TRAILS.fullmatch(lowered(content), start, end) is not None


def dates(content: str, cue: int, time: Time) -> bool:
    """Say whether a time behind the word of an act, which ends at `cue`, is that at which the act was told of."""
    small = lowered(content)
    mark = max(
        small.rfind(", ", cue, time.start) + 1, small.rfind('" ', cue, time.start), small.rfind("” ", cue, time.start)
    )
    if mark > 0 and _TOLD_THEN.fullmatch(small, mark + 1, time.start):
        return True
    low = small.rfind("according to", cue, time.start)
    return low >= 0 and _ACCORDING.fullmatch(small, low, time.start) is not None


def dated(content: str, sentence: int, time: Time) -> bool:
    """Say whether a time stands right behind a verb of saying: "police said on Sunday gunmen had shot two men"."""
    return _SAID_AT.search(lowered(content), max(sentence, time.start - 60), time.start) is not None
