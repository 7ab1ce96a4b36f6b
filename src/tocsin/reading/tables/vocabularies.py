# SPDX-License-Identifier: Apache-2.0
"""Vocabularies: names and words of the catalogue that cells of a table are held against."""

from __future__ import annotations

import re

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.catalogue.lookup import AmbiguousName, UnknownName, actor, place
from tocsin.records.findings import Party

_STATES = ("open", "restricted", "closed")


class Vocabulary:
    """Names and words of the catalogue that cells are held against; a name is looked up once."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        pairs = (pair.partition("=") for pair in catalogue.list("access.status"))
        self._states = {folded(name): state for name, _, state in pairs}
        self._places: dict[str, Party] = {}
        self._actors: dict[str, Party] = {}

    def state(self, words: str) -> str | None:
        """Give the state that a cell names: open, restricted, closed; None where it is unknown or another word."""
        state = self._states.get(folded(words))
        return state if state in _STATES else None

    def place(self, name: str) -> Party:
        """Give a place by its name as written."""
        if name not in self._places:
            try:
                found = place(self._catalogue, name).id
            except (UnknownName, AmbiguousName):
                found = _slug(name)
            self._places[name] = Party(id=found, name=name)
        return self._places[name]

    def actor(self, name: str) -> Party:
        """Give who says it by the name as written."""
        if name not in self._actors:
            try:
                found = actor(self._catalogue, name).id
            except (UnknownName, AmbiguousName):
                found = _slug(name)
            self._actors[name] = Party(id=found, name=name)
        return self._actors[name]


def _slug(name: str) -> str:
    return "-".join(re.findall(r"[^\W_]+", folded(name))) or "unnamed"
