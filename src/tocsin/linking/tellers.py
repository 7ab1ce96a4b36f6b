# SPDX-License-Identifier: Apache-2.0
"""Tellers: whose words an answer stands in, where the paper is not the answerer's own.

1. A paper that the answerer, its organ or its office issued is its own.
2. Words between quotation marks are held for its own in another's paper.
3. All else in another's paper, as a news piece, is what that paper tells of it.
"""

from __future__ import annotations

import re

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.shelf import Shelved
from tocsin.linking.families import Families
from tocsin.records.findings import Party

_QUOTED = re.compile(r"[“\"«„]\s*[^“”\"«»„]{12,}[”\"»]")
"""Words between quotation marks that are more than a term or a name."""


class Tellers:
    """Knows who speaks for whom by a catalogue; build it once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._families = Families(catalogue)
        self._known = catalogue.actors
        offices = "|".join(sorted(map(re.escape, catalogue.list("reply.offices")), key=len, reverse=True))
        self._office = re.compile(rf"^\W*(?:the\s+)?(?:[\w-]+\s+){{0,2}}?(?:{offices})\b", re.IGNORECASE)

    def of(self, paper: Shelved, answerer: str | None, quote: str) -> tuple[Party, ...]:
        """Give who tells in a paper what somebody answered; nobody where the words are the answerer's own."""
        card = paper.card
        tellers = card.issuers or card.carriers
        if answerer is None or _QUOTED.search(quote):
            return ()
        speaking = self._families.answering(answerer)
        own = any(party.id in speaking or self._unknown_office(party) for party in card.issuers)
        return () if own else tellers

    def _unknown_office(self, party: Party) -> bool:
        """Say whether a name that no row knows is an office's: "Ministry of the Interior" under a letterhead."""
        return party.id not in self._known and self._office.search(party.name) is not None
