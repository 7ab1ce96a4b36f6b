# SPDX-License-Identifier: Apache-2.0
"""Whom a strike struck, where the clause before it tells who was hurt: "nine were killed when shells fell"."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from tocsin.reading.claims import stories
from tocsin.reading.claims.vocabulary import Vocabulary
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


def followed(small: str, claims: list[Claim], first: int, held: Vocabulary) -> list[Claim]:
    """Give a strike those whom the harm that followed it befell, told at once or as of "the attack".

    "A bomb exploded in Karsk. Four men were killed." The harm's claims are those from `first` on.
    """
    found = claims
    for index in range(max(first, 1), len(claims)):
        harm = claims[index]
        if harm.act not in held.consequence or harm.by != "claim.act-verb" or harm.actors or not harm.targets:
            continue
        for back in range(index - 1, max(-1, index - _BACK), -1):
            strike = found[back]
            if strike.act not in _STRIKES:
                continue
            if _led_to(small, strike, harm):
                more = tuple(party for party in harm.targets if party not in (*strike.targets, *strike.actors))
                found = [*found]
                found[back] = dataclasses.replace(strike, targets=(*strike.targets, *more)[:_MOST])
            break
    return found


def _led_to(small: str, strike: Claim, harm: Claim) -> bool:
    """Say whether harm was done in the strike told before it."""
    between = small[strike.end : harm.start]
    if "\n\n" in between or strike.mode == "denied" or harm.mode == "denied" or harm.when not in (strike.when, None):
        return False
    if stories.is_another(small, strike.end, harm.end):
        return False
    if len(between) < _LEAD and _IN_IT.search(small, harm.start, harm.end + _TAIL):
        return True
    return len(between) < _FAR and between.count(". ") <= 1 and strike.act in _BLASTS


_BACK = 5
"""Claims back to which the strike is looked for."""
_MOST = 4
_LEAD, _TAIL = 400, 40
_BLASTS = frozenset({"bombing", "bombardment"})
_IN_IT = late(
    r"\b(?:in|by|during|from|as\s+a\s+result\s+of)\s+(?:the|this|that)\s+(?:[\w-]+\s+){0,2}?(?:blasts?|explosions?|attacks?|bombings?|raids?|strikes?|air\s?strikes?|"
    r"shelling|assault|ambush|massacre|incident|shooting|action)\b"
)
"""What harm was done in, where the text has told of it; on the lowered view."""


def _harmed(small: str, harm: Claim, strike: Claim, held: Vocabulary) -> bool:
    """Say whether a strike did the harm that the claim before it tells of."""
    if strike.act not in _STRIKES or strike.targets or harm.act not in held.consequence or not harm.targets:
        return False
    near = harm.start < strike.start and strike.start - max(harm.start, min(harm.end, strike.start)) < _FAR
    if not near or harm.mode != strike.mode or _THEY.match(small, strike.start):
        return False
    return _LINK.search(small, harm.start, strike.start) is not None
