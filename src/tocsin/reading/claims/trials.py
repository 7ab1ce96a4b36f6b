# SPDX-License-Identifier: Apache-2.0
"""Trials: the deed that somebody is charged with, wanted or convicted for, which the words of the charge tell of."""

from __future__ import annotations

import re

from tocsin.reading.claims import parties
from tocsin.reading.claims.acts import Cue
from tocsin.reading.claims.scenes import Scene
from tocsin.reading.claims.subjects import PASSIVE, subject
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

# They run on the lowered view.
_BEING = (
    r"(?:(?:being|having(?:\s+been)?|charges\s+of|involvement|involved|implicated|participat\w+|complicity|complicit|tak(?:en|ing)\s+part|masterminding|"
    r"planning|ordering|organi[sz]ing|committing|directing|a\s+(?:part|role)|playing\s+a\s+part)\s+(?:in\s+)?)*"
)
_CHARGE = late(
    r"\b(?P<word>charged|indicted|prosecuted|tried|convicted|acquitted|sentenced|jailed|wanted|suspected|accused|arrested|detained)\s+"
    r"(?:(?P<who>(?!by\b|in\b|on\b|to\b|at\b|with\b|for\b|of\b|over\b)[^,;]{2,60}?)\s+)?(?:(?:by|on|in)\s+[^,;]{2,30}?\s+)?(?:to\s+[^,;]{2,40}?\s+)?"
    rf"(?:with|of|for|over|in\s+connection\s+with)\s+(?:\w+ly\s+)?{_BEING}(?:the\s+)?(?:[\w-]+\s+)??$"
)
"""From what is done to the accused up to the word of their deed: "charged two officers with the murder of"."""
_WORDS = re.compile(
    "charged|indicted|prosecuted|tried|convicted|acquitted|sentenced|jailed|wanted|suspected|accused|arrested|detained"
)
_FOUND = frozenset({"convicted", "sentenced", "jailed"})
_FAR = 130


def charge(content: str, start: int, cue: int) -> re.Match[str] | None:
    """Find the charge, from `start` on, that tells of the deed whose word stands at `cue`."""
    small = lowered(content)
    low = max(start, cue - _FAR)
    return _CHARGE.search(small, low, cue) if _WORDS.search(small, low, cue) else None


def is_proven(found: re.Match[str]) -> bool:
    """Say whether a court found that it was done."""
    return found["word"] in _FOUND


def charged(view: Scene, cue: Cue) -> tuple[Party, ...] | None:
    """Give who is charged with a deed; None where nobody is."""
    found = charge(view.content, view.start, cue.start)
    if found is None:
        return None
    if found["who"]:
        return parties.somebody(view, *found.span("who"))
    before = max(view.start, found.start() - 40)
    if PASSIVE.search(lowered(view.content), before, found.start()):
        return subject(view, found.start())
    return parties.people_before(view, found.start() - 1)
