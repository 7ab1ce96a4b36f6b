# SPDX-License-Identifier: Apache-2.0
"""Bombs: who laid what explodes, and at what."""

from __future__ import annotations

from tocsin.reading.claims import parties
from tocsin.reading.claims.acts import Cue
from tocsin.reading.claims.owners import STOP, agent
from tocsin.reading.claims.scenes import Scene
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

# All of it runs on the lowered view.
AT = late(
    r"\b(?:of|against|on|upon|at|targeting|under|underneath|beneath|inside|outside|near|next\s+to|beside|in\s+front\s+of|across\s+from|"
    r"opposite|into)\s+"
)
"""Before what a bomb is laid at."""
_LAID = late(
    r"\b(?:bombs?|devices?|charges?|dynamite|explosives|grenades?)(?:\s+(?:had|has|have))?\s+(?:\w+\s+){0,3}?$"
)
_BY = late(
    r"\b(?:planted|placed|laid|left|hidden|thrown|hurled|set|set\s+off|detonated|concealed|attached|put|triggered)\s+by\s+(?!\w+ing\b)"
)


def laid_by(view: Scene, span: tuple[int, int], cue: Cue) -> tuple[Party, ...] | None:
    """Give who laid what went off: "a bomb planted by guerrillas exploded"; None where it is not told so."""
    small = lowered(view.content)
    laid = _BY.search(small, *span)
    if laid is None:
        return None
    last = cue.start if laid.end() < cue.start else span[1]
    stop = STOP.search(small, laid.end(), last)
    return agent(view, laid.end(), stop.start() if stop else last)


def was_laid(view: Scene, low: int, cue: Cue) -> bool:
    """Say whether the subject of a verb in the passive is a bomb: "a charge was placed"."""
    return _LAID.search(lowered(view.content), low, cue.start) is not None


def laid_at(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give what a bomb was laid at, by the words behind its verb."""
    small = lowered(view.content)
    at = AT.search(small, start, end)
    if at is None:
        return ()
    stop = STOP.search(small, at.end(), end)
    high = stop.start() if stop else end
    return parties.whom(view, at.end(), high) or parties.phrase(view, at.end(), high)
