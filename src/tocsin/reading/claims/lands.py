# SPDX-License-Identifier: Apache-2.0
"""Lands: where harm was done of which a text on one land says no more: in that land, as nobody else is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tocsin.reading.claims.vocabulary import Vocabulary
from tocsin.reading.drafts import Draft
from tocsin.reading.naming import whose
from tocsin.records.findings import Claim, Party

_HELD = frozenset({"arrest", "detention", "abduction", "enforced-disappearance", "torture", "arson", "looting", "riot"})
"""What is done to people and things in a land beside violence."""


def placed(draft: Draft, claims: Sequence[Claim], held: Vocabulary) -> list[Claim]:
    """Give each claim of harm that says nowhere where the land that the text is about."""
    harms = held.violent | held.consequence | _HELD
    found = list(claims)
    for index, claim in enumerate(found):
        if claim.places or claim.act not in harms:
            continue
        land = whose.about(draft)
        if not land:
            return found
        number = draft.block_at(claim.start)
        if number is not None and _is_only(draft, number, claim, land):
            name = draft.catalogue.actors[land].name
            found[index] = replace(claim, places=(Party(id=land, name=name),))
    return found


def _is_only(draft: Draft, number: int, claim: Claim, land: str) -> bool:
    """Say whether a claim's sentence names no place and no other land, and the heading above it none either."""
    start, end = next(
        (span for span in draft.sentences(number) if span[0] <= claim.start < span[1]), (claim.start, claim.end)
    )
    if draft.within("place", start, end):
        return False
    named = {
        *whose.states(draft, start, end),
        *(party.id for party in (*claim.actors, *claim.targets) if _is_land(draft, party)),
    }
    return named <= {land} and whose.above(draft, number) in ("", land)


def _is_land(draft: Draft, party: Party) -> bool:
    row = draft.catalogue.actors.get(party.id)
    return row is not None and row.kind in ("state", "territory")
