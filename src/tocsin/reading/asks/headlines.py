# SPDX-License-Identifier: Apache-2.0
"""Headlines: what a headline of news asks is the story's own ask told again, not one more of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.records.findings import Ask, Card

_WORD = late(r"[^\W\d_]{4,}")
_STEM = 5
"""Letters by which a word of a headline is known again in the body: "release", "released", "releasing"."""
_FIRST = 4
"""Blocks at the head of a text among which a heading is a headline."""


def marked(draft: Draft, card: Card, found: Sequence[Ask]) -> list[Ask]:
    """Mark the asks of a news item's headline as told again where the story asks the same of the same or in like words.

    Titles of letters, appeals and petitions are their authors' words and stay as they are.
    """
    if card.genre != "news":
        return list(found)
    heads = [(block.start, block.end) for at, block in enumerate(draft.blocks) if _is_headline(at, block.role)]
    told = [ask for ask in found if any(start <= ask.start < end for start, end in heads)]
    body = [ask for ask in found if ask not in told]
    again = [ask for ask in told if any(_repeats(draft, ask, other) for other in body)]
    return [replace(ask, reported=True) if ask in again else ask for ask in found]


def _is_headline(at: int, role: str) -> bool:
    return role == "title" or (role == "heading" and at < _FIRST)


def _repeats(draft: Draft, headline: Ask, ask: Ask) -> bool:
    to = {party.id for party in headline.addressees}
    if to & {party.id for party in ask.addressees}:
        return True
    words = _stems(draft.content[headline.start : headline.end])
    return 2 * len(words & _stems(draft.content[ask.start : ask.end])) >= len(words) > 0


def _stems(words: str) -> set[str]:
    return {match.group().lower()[:_STEM] for match in _WORD.finditer(words)}
