# SPDX-License-Identifier: Apache-2.0
"""Harms done: which acts have somebody who did harm and somebody harmed, and who of those named is people.

1. Only an act of `harms.acts` has either: an appeal, a protest, an agreement or a delivery of relief has none.
2. Harmed are people: no place, no thing of `harms.things` ("the market", "a convoy"), and no State or organ of one.
"""

from __future__ import annotations

import re

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.records.findings import Claim, Party

_PEOPLE = frozenset({"ngo", "media", "group", "collective", "holder"})
"""Kinds of actors that are people or a group of them."""
_AFTER_HEAD = re.compile(r" (?:of|for|on|in|at|to|from|near|and|along|with|carrying) |[,(]")


class HarmsDone:
    """Tells acts that do harm, and people from things, by the words of a catalogue; build it once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._acts = frozenset(catalogue.list("harms.acts"))
        self._things = frozenset(catalogue.list("harms.things"))
        self._actors = {row.id: row.kind for row in catalogue.actors.values()}
        self._places = catalogue.places.keys()

    def harms(self, claim: Claim) -> bool:
        """Say whether a claim tells of an act that does harm."""
        return claim.act in self._acts

    def people(self, party: Party) -> bool:
        """Say whether whoever is named as acted on is somebody, not something.

        >>> from tocsin.catalogue.catalogue import load
        >>> names = ("weekly market", "market traders", "bridge at Issel", "two ferrymen", "trucks carrying flour")
        >>> done = HarmsDone(load()[0])
        >>> [name for name in names if done.people(Party(id=name, name=name))]
        ['market traders', 'two ferrymen']
        """
        if party.id in self._places:
            return False
        if party.id in self._actors:
            return self._actors[party.id] in _PEOPLE
        head = _AFTER_HEAD.split(folded(party.name))[0].split()
        return not head or head[-1] not in self._things
