# SPDX-License-Identifier: Apache-2.0
"""Sides: the land or body that a speaker belongs to, so that a reader sees who says a thing and who does not.

1. A party of the catalogue stands with the state or territory that it is part of, else with the body at its head.
2. A party that the catalogue does not place so stands with the one land that its name names ("NGOs of Orsava"), or in
   which the place lies that its name names ("Mayor of Karsk").
3. Whoever takes arms in a land, or is only found there ("rebels of Orsava", "nurses at Karsk"), does not stand with it.
4. Else its side is not known. A side is told, never weighed: nobody counts for more or less by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.records.findings import Party

NOT_KNOWN = "not known"
"""The side of who belongs nowhere that the catalogue knows."""

_LANDS = frozenset({"state", "territory"})
_WORD = re.compile(r"\w[\w’'-]*")
_ARMED = "armed-group"
"""The kind of actor that no name puts on a land's side."""
_APART = re.compile(
    r"\b(?:rebel|insurgent|fighter|gunm[ae]n|guerrill?a|militi?a(?:m[ae]n)?|militant|separatist|jihadist|terrorist|bandit"
    r"|mercenar(?:y|ie)|mutineer|paramilitar(?:y|ie))s?\b|\b(?:front|movement|army|forces?)\s+for\b"
    r"|\b(?:liberation|salvation|resistance|revolutionary|freedom)\b.*\b(?:front|army|movement|forces?|committee)\b"
    r"|\barmed\s+(?:group|opposition|m[ae]n)s?\b|\b(?:at|in|near|from|inside|around)\s",
    re.IGNORECASE,
)
"""Words of a name by which somebody acts in a land and is not of its side."""
_LONGEST = 4
"""Words of a land's name that are looked for in a party's."""


class Sides:
    """Knows where the actors of a catalogue belong; each party is looked up once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._actors = catalogue.actors
        self._lands = {
            folded(name): row.id
            for row in catalogue.actors.values()
            if row.kind in _LANDS
            for name in (row.name, *row.aliases, *row.demonyms)
        }
        self._lands |= {name: land for name, land in _grounds(catalogue, self._lands) if name not in self._lands}
        self._known: dict[tuple[str, str], str] = {}

    def of(self, party: Party) -> str:
        """Give the id of the land or body that a party belongs to, `NOT_KNOWN` where nothing tells it.

        >>> from tocsin.catalogue.catalogue import load
        >>> Sides(load()[0]).of(Party(id="x", name="teachers' union of Norway"))
        'norway'
        """
        key = party.id, party.name
        if key not in self._known:
            self._known[key] = self._above(party.id) or self._named(party.name) or NOT_KNOWN
        return self._known[key]

    def told(self, cell_sides: Iterable[str], *, unplaced: bool) -> str:
        """Name the sides of several voices; that some voice's is not known is said too, where another's is."""
        named = [self.name(side) for side in cell_sides]
        return ", ".join([*named, NOT_KNOWN] if named and unplaced else named)

    def name(self, side: str) -> str:
        """Name a side as the catalogue does."""
        row = self._actors.get(side)
        return row.name if row else side

    def _above(self, actor: str) -> str | None:
        row = self._actors.get(actor)
        if row is None:
            return None
        seen = [actor]
        for name in seen:
            held = self._actors.get(name)
            if held is not None and held.kind in _LANDS:
                return name
            seen += [above for above in (held.part_of if held else ()) if above not in seen]
        named = None if row.kind == _ARMED else self._named(row.name)
        heads = [name for name in seen if name in self._actors and not self._actors[name].part_of]
        return named or (heads[0] if heads else actor)

    def _named(self, name: str) -> str | None:
        """Give the one land that a name names; none for who bears arms in it or is only found at a place."""
        if _APART.search(name):
            return None
        words = _WORD.findall(name)
        found = {
            self._lands[key]
            for start in range(len(words))
            for length in range(1, _LONGEST + 1)
            if (key := folded(" ".join(words[start : start + length]))) in self._lands
        }
        return found.pop() if len(found) == 1 else None


def _grounds(catalogue: Catalogue, lands: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Give the names of places that lie in one land, with it: a territory before the States that claim it."""
    for row in catalogue.places.values():
        inside = [row.id]
        for name in inside:
            held = catalogue.places.get(name)
            inside += [outer for outer in (held.within if held else ()) if outer not in inside]
        named = [folded(catalogue.places[name].name) if name in catalogue.places else name for name in inside]
        found = {lands[name] for name in named if name in lands}
        territories = {land for land in found if catalogue.actors[land].kind == "territory"}
        one = territories or found
        if len(one) == 1:
            for name in (row.name, *row.aliases):
                yield folded(name), min(one)
