# SPDX-License-Identifier: Apache-2.0
"""Towns taken: "the rebels took Karsk", a deed by the place behind a verb that is said of much else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

_TAKES = frozenset({"took", "takes", "taken", "taking", "retook", "retaken", "retaking"})
_SETTLED = frozenset(
    {"city", "town", "village", "capital", "island", "islands", "district", "port", "settlement", "province"}
)
# They run on the lowered view.
_BEHIND = late(
    r"\s*(?:[.;,)]|$)|\s+(?!by\s+(?:surprise|the\s+hand)\b)(?:on|in|from|after|by|without|within|last|early|late|before|during|this|yesterday|today|at|with|"
    r"again|back|when|as|while)\b|\s+and\s+[A-Z]",
)
_BEFORE = late(
    r"\b(?:troops|soldiers|fighters|forces|army|rebels|militia\w*|insurgents|militants|units?|guerrillas|separatists|paratroopers|brigades?|battalions?|"
    r"column|tanks|coalition|allies|front|movement|they|we|it|which|who)\b[^.;]{0,40}$"
)
_NEAR = 70
"""Code points before the verb in which who took a town is named."""


def taken(draft: Draft, hits: Sequence[Hit], start: int) -> list[Hit]:
    """Give the hits of a sentence from `start`, with the capture of a town where a verb of taking tells of one."""
    found: list[Hit] = []
    for hit in hits:
        if _is_taking(draft, hit, start) and (not found or found[-1][:2] != hit[:2]):
            found.append(Hit(hit.start, hit.end, "v seizure"))
        found.append(hit)
    return found


def _is_taking(draft: Draft, hit: Hit, start: int) -> bool:
    small = lowered(draft.content)
    if small[hit.start : hit.end] not in _TAKES:
        return False
    near = draft.within("place", hit.end + 1, min(hit.end + 40, len(draft.content)))
    place = near[bisect_left(near, hit.end + 1, key=lambda one: one.start)] if near else None
    if place is None or place.start != hit.end + 1 or draft.catalogue.places[place.tag].kind not in _SETTLED:
        return False
    if _BEHIND.match(draft.content, place.end) is None:
        return False
    low = max(start, hit.start - _NEAR)
    named = any(draft.within(layer, low, hit.start) for layer in ("agent", "actor", "demonym"))
    return bool(named) or _BEFORE.search(small, low, hit.start) is not None
