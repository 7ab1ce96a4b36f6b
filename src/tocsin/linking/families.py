# SPDX-License-Identifier: Apache-2.0
"""Families: who may answer for whom – organs, offices and members for a body, a State for what belongs to it."""

from __future__ import annotations

from collections import defaultdict

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.rows import Actor
from tocsin.catalogue.tenures import HOLDER
from tocsin.linking.former_ids import formers_by_row, row_of

_NAMELESS = frozenset({"collective", "group"})
_SPEAKING = frozenset({"state", "territory", "organisation"})


class Families:
    """Who may answer for whom: organs, offices and members for a body, a body for what belongs to it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._actors = catalogue.actors
        self._parts: dict[str, set[str]] = defaultdict(set)
        for row in catalogue.actors.values():
            for whole in row.part_of if row.kind != HOLDER else ():
                self._parts[whole].add(row.id)
        self._held: dict[str, frozenset[str]] = {}

    def _speaks(self, whole: str, part: Actor) -> bool:
        """Say whether a body's words answer for a part of it: a State's always, an organ's only for its members."""
        row = self._actors.get(whole)
        if row is None or whole == "united-nations":
            return False
        return part.kind in _NAMELESS or row.kind in _SPEAKING

    def answering(self, body: str) -> frozenset[str]:
        """Give the ids of those whose words answer for a body, its own and former ones among them."""
        if body not in self._held:
            own = row_of(self._catalogue, body)
            found = {own}
            waiting = [own]
            while waiting:
                new = self._parts.get(waiting.pop(), set()) - found
                found |= new
                waiting += sorted(new)
            row = self._actors.get(own)
            if row is not None:
                found.update(row.members)
                found.update(whole for whole in row.part_of if self._speaks(whole, row))
            formers = formers_by_row(self._catalogue)
            self._held[body] = frozenset(found).union(*(formers.get(one, ()) for one in found))
        return self._held[body]
