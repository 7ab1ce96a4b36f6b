# SPDX-License-Identifier: Apache-2.0
"""Whom a strike struck, where the clause before it tells who was hurt: "nine were killed when shells fell"."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from tocsin.reading.claims.acts import Vocabulary
from tocsin.reading.patterns import late
from tocsin.records.findings import Claim

_STRIKES = frozenset({"armed-attack", "bombardment", "bombing"})
_LINK = late(r"\b(?:when|as|after|because|in|by|during|from)\s+$")
"""What stands between harm and the strike that did it; on the lowered view."""
_FAR = 110
"""Code points within which the strike's words begin after the harm's."""
_THEY = late(r"(?:they|he|she|it|we|i|who|which|that)\b")
"""Those who were hurt may be who struck: "were killed when they opened fire"."""


def linked(small: str, claims: Sequence[Claim], held: Vocabulary) -> list[Claim]:
    """Give a sentence's claims, in order, a strike that names nobody struck with those of the harm told before it."""
    found: list[Claim] = []
    for claim in claims:
        before = found[-1] if found else None
        if before is not None and _harmed(small, before, claim, held):
            mine = tuple(party for party in before.targets if party not in claim.actors)
            found.append(dataclasses.replace(claim, targets=mine))
        else:
            found.append(claim)
    return found


def _harmed(small: str, harm: Claim, strike: Claim, held: Vocabulary) -> bool:
    """Say whether a strike did the harm that the claim before it tells of."""
    if strike.act not in _STRIKES or strike.targets or harm.act not in held.consequence or not harm.targets:
        return False
    near = harm.start < strike.start and strike.start - max(harm.start, min(harm.end, strike.start)) < _FAR
    if not near or harm.mode != strike.mode or _THEY.match(small, strike.start):
        return False
    return _LINK.search(small, harm.start, strike.start) is not None
