# SPDX-License-Identifier: Apache-2.0
"""Watched: who was seen to do a deed, by somebody who did not: "observers saw guards charging, beating women"."""

from __future__ import annotations

import re

from tocsin.reading.claims.acts import Cue
from tocsin.reading.claims.scenes import Scene
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered

# It runs on the lowered view.
_SEEN = late(
    r"\b(?:saw|seen|see|witness(?:ed|es|ing)|watch(?:ed|ing)|film(?:ed|ing)|photographed|observ(?:ed|ing)|heard|hearing|spotted|noticed|"
    r"show(?:s|ed|ing)?|depict(?:s|ed|ing)?|recorded|documented|caught)\s+(?P<who>[^,;.:]{2,70}?)\s+(?=[a-z]{3,}ing\b)(?!\w*(?:thing|morning|evening|building)\b)"
    r"[^;.:]{0,150}\Z"
)
_PASSIVE = late(
    r"\b(?:was|were|been)\s+(?:\w+ly\s+)?(?:seen|filmed|photographed|observed|heard|spotted|recorded|caught|shown)\s+(?=[a-z]{3,}ing\b)[^;.:]{0,150}\Z"
)


def found(view: Scene, cue: Cue) -> re.Match[str] | None:
    """Find who was seen doing what a participle tells (`who`), or in the passive the verb whose subject they are."""
    small = lowered(view.content)
    first = small[cue.start : cue.end].split(maxsplit=1)[0]
    if not cue.verb or not first.endswith("ing"):
        return None
    low = max(view.start, cue.start - 230)
    at = cue.start + len(first)
    return _PASSIVE.search(small, low, at) or _SEEN.search(small, low, at)
