# SPDX-License-Identifier: Apache-2.0
"""Deeds in the first person: what "we" or "units of our army" did was done by whoever writes."""

from __future__ import annotations

from tocsin.reading.claims.acts import Cue
from tocsin.reading.claims.doers import undergone
from tocsin.reading.claims.scenes import Scene
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Card, Party

# It runs on the lowered view.
_WE = late(
    r"(?:(?:on|in|at|since|yesterday|today|this|last|early|late|during|after|before|overnight|then|and|that)\b[^.;:\"]{0,40}?,?\s+)?"
    r"(?:we|(?:(?:the\s+)?(?:[\w-]+\s+){0,3}?(?:of|from|in)\s+)?our\s+(?:own\s+)?(?:[\w'-]+\s+){0,3}?"
    r"(?:army|armies|forces|fighters|soldiers|troops|men|units?|guards?|gunners|artillery|batter(?:y|ies)|defen[cs]es?|defenders|navy|air\s+force|"
    r"pilots|drones?|aircraft|police|militia|brigades?|battalions?|companies|commandos|partisans|patrols?|snipers|members|teams?|people|side|"
    r"authorities|government|mission))\s+(?:(?:also|then|have|has|had|again|today|yesterday|later|now|\w+ly)\s+|(?:on|in)\s+\w+(?:\s+\w+)?\s+)*"
    r"(?:(?:deny|denied|denying)\s+(?:(?:ever\s+)?having\s+(?:ever\s+)?|(?:that\s+)?(?:we|our\s+\w+)\s+(?:(?:have|had|ever)\s+)*)?)?"
    r"(?:(?:did|do|does|have|had)\s+(?:not|never)\s+(?:ever\s+)?)?"
)


def acted(seen: Scene, card: Card, start: int, cue: Cue, voice: str) -> tuple[Party, ...]:
    """Give whoever writes where the clause from `start` has them for the subject of its verb, else ()."""
    if not cue.verb or voice == "carrier" or len(card.issuers) != 1:
        return ()
    if _WE.fullmatch(lowered(seen.content), start, cue.start) is None or undergone(seen, cue):
        return ()
    return () if seen.content.count('"', max(0, cue.start - _BACK), cue.start) % 2 else card.issuers


_BACK = 400
"""Code points before a deed in which a quotation would have begun."""
