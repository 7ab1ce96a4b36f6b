# SPDX-License-Identifier: Apache-2.0
"""Who says a thing: publisher, issuer, and whoever the sentence quotes."""

from __future__ import annotations

from tocsin.reading import mails
from tocsin.reading.asks import tellings
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Card, Party


def chain(
    draft: Draft, card: Card, voice: str, start: int, end: int, about: tuple[int, int] | None = None
) -> tuple[Party, ...]:
    """Give who says what stands in a sentence [start, end), or `about` it: carriers, issuers, whoever it quotes."""
    card = mails.at(draft, card, start)
    said: list[Party] = list(card.carriers)
    if voice != "carrier" or not said:
        said += card.issuers
    kept: dict[str, Party] = {}
    for party in (*said, *tellings.told_by(draft, start, end, about)):
        kept.setdefault(party.id, party)
    return tuple(kept.values())


class Chain:
    """Who says what stands in a stretch of a sentence, found when it is asked for: most sentences tell nothing."""

    __slots__ = ("_asked", "_found")

    def __init__(self, draft: Draft, card: Card, voice: str, start: int, end: int) -> None:
        self._asked = draft, card, voice, start, end
        self._found: dict[tuple[int, int], tuple[Party, ...]] = {}

    def parties(self, about: tuple[int, int]) -> tuple[Party, ...]:
        """Give carriers, issuers, then whom the sentence quotes about what stands in `about`."""
        if about not in self._found:
            self._found[about] = chain(*self._asked, about)
        return self._found[about]
