# SPDX-License-Identifier: Apache-2.0
"""Blames: who takes a deed upon himself or is held to have done it, told outside the deed's own clause."""

from __future__ import annotations

from tocsin.reading.claims.owners import STOP
from tocsin.reading.claims.parties import somebody
from tocsin.reading.claims.scenes import Scene
from tocsin.reading.claims.subjects import subject
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

# All of it runs on the lowered view.
_RESPONSIBLE = late(
    r"\b(?:(?:has|have|had)\s+)?(?:(?:claim(?:ed|s|ing)?|took|taken|takes|taking|admitted|accepted|assumed|bears?|bore|bearing|carries)\s+"
    r"(?:(?:the|full|sole|direct|entire|political|complete)\s+){0,3}(?:responsibility|credit|blame)"
    r"|(?:was|were|is|are|be|been)\s+(?:\w+ly\s+)?(?:behind|responsible|blamed|accused|suspected))(?:\s+(?:for|of))?\s"
)
_BLAMED = late(
    r"\b(?:(?:blamed|pinned)\s+(?:\w+\s+)?on|(?:attributed|ascribed)\s+(?:\w+\s+)?to|claimed\s+(?:\w+\s+)?by)\s+(?:the\s+)?(?:banned\s+|outlawed\s+)?"
)
_BLAMED_FOR = late(
    r"\b(?:blam(?:ed?|es|ing)|(?:held|holds?|holding)(?=[^.;]{2,80}\sresponsible\s))\s+(?P<who>[^.;,]{2,80}?)\s+(?:responsible\s+)?for\s+"
    r"(?:[\w'’-]+\s+){0,4}$"
)
"""Whom somebody blames for a deed, right before its noun."""
_NOBODY = late(r"\b(?:no|nobody|none|neither|not|never)\s+(?:[\w'’-]+\s+){0,6}$")
_NONE = late(r"(?:[^,;]{2,40},\s+)?(?:no\b|nobody\b|none\b|neither\b)")
"""Who took nothing upon themselves: "no group has"."""

_BLAMES = (
    "responsib",
    "credit",
    "behind",
    "blame",
    "accused",
    "suspected",
    "attributed",
    "ascribed",
    "claimed",
    "pinned",
)
"""What the two patterns above need one of."""


def claimed(view: Scene, cue: int) -> tuple[Party, ...]:
    """Give who took an act upon themselves or is held to have done it: "the Front claimed responsibility for"."""
    small = lowered(view.content)
    sentence = small[view.start : view.end]
    if not any(map(sentence.__contains__, _BLAMES)):
        return ()
    match = _RESPONSIBLE.search(small, max(view.start, cue - 170), cue)
    if match:
        nobody = _NOBODY.search(small, view.start, match.start() + 1) or _NONE.match(small, view.start, match.start())
        return () if nobody else subject(view, match.start())
    match = _BLAMED_FOR.search(small, max(view.start, cue - 170), cue)
    if match:
        return somebody(view, *match.span("who"))
    match = _BLAMED.search(small, cue, min(view.end, cue + 200))
    if match:
        stop = STOP.search(small, match.end(), view.end)
        return somebody(view, match.end(), stop.start() if stop else min(view.end, match.end() + 80))
    return ()
