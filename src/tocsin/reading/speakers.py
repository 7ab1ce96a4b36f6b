# SPDX-License-Identifier: Apache-2.0
"""Who says a thing: publisher, issuer, and whoever the sentence quotes."""

from __future__ import annotations

from tocsin.reading.asks import tellings
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Card, Party


def chain(draft: Draft, card: Card, voice: str, start: int, end: int) -> tuple[Party, ...]:
    """Give who says what stands in a sentence [start, end): carriers, issuers, then whoever it quotes."""
    said: list[Party] = list(card.carriers)
    if voice != "carrier" or not said:
        said += card.issuers
    kept: dict[str, Party] = {}
    for party in (*said, *tellings.told_by(draft, start, end)):
        kept.setdefault(party.id, party)
    return tuple(kept.values())
