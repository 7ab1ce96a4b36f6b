# SPDX-License-Identifier: Apache-2.0
"""Greetings: whom a salutation means – those it names, the one the letter is to, or the body that somebody chairs."""

from __future__ import annotations

from tocsin.reading.asks import contexts
from tocsin.reading.asks.resolvers import SUPPORTERS
from tocsin.reading.drafts import Block, Draft
from tocsin.records.findings import Card, Party

MAILED = frozenset({"newsletter", "petition", "open-letter", "other"})
"""Genres in which "dear friends" are those who get a body's mailings."""


def meant(
    draft: Draft, card: Card, block: Block, named: tuple[Party, ...], saluted: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Give whom a salutation greets; who presides stands for the body that the head of the text names."""
    known = tuple(party for party in named if party.id in draft.catalogue.actors)
    if contexts.HONOURED.fullmatch(draft.content, block.start, block.end):
        one = contexts.ONE_HONOURED.match(draft.content, block.start, block.end)
        return (card.addressees[:1] if one else card.addressees) or named  # the others have a copy
    one_of = contexts.greeted(draft, block.start, block.end, card.addressees)
    if one_of:
        return one_of
    if card.genre in MAILED and contexts.FRIENDS.match(draft.content, block.start, block.end):
        return SUPPORTERS
    if not contexts.PRESIDING.match(draft.content, block.start, block.end):
        # "Dear Madam President" is whoever the letter is addressed to, by name and office.
        titled = not known and contexts.TITLED.match(draft.content, block.start, block.end)
        return (card.addressees[:1] if titled else ()) or known or named
    return saluted or contexts.presided(draft, block) or known or card.addressees
