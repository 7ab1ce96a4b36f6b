# SPDX-License-Identifier: Apache-2.0
"""First mentions: a place whose sides name it differently is given all its names where the tool first names it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier.compositions import Run, Sentence
from tocsin.records.findings import Party


class FirstMentions:
    """Names places in the order in which a composition mentions them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._names = {row.id: row.names for row in catalogue.places.values() if row.names}
        self._ids = {row.name: row.id for row in catalogue.places.values()}
        self._said: set[str] = set()

    def named(self, place: Party) -> str:
        """Give the source's own name of a place; at the first mention with the names that the sides use beside it."""
        names = self._names.get(place.id, ())
        if not names or place.id in self._said:
            return place.name
        self._said.add(place.id)
        others = [name for name in names if name.casefold() != place.name.casefold()]
        return f"{place.name} (also {', '.join(others)})" if others else place.name

    def called(self, name: str) -> str:
        """Give a place that goes by the catalogue's name; at the first mention with the names that sides use."""
        return self.named(Party(id=self._ids.get(name, ""), name=name))

    def all(self, places: Iterable[Party]) -> str:
        """Name several places."""
        return ", ".join(self.named(place) for place in places)


class Again:
    """Names places anew where sentences stand in another order than the one they were written in."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._names = {name: row.names for row in catalogue.places.values() for name in row.names}
        self._said: set[str] = set()

    def sentence(self, one: Sentence) -> Sentence:
        """Put all names of a place where own words name it first."""
        words = "".join(run.text for run in one.runs if run.kind == "own")
        for name, names in self._names.items():
            if name in self._said or not re.search(rf"\b{re.escape(name)}\b", words):
                continue
            self._said.update(names)
            missing = [other for other in names if not re.search(rf"\b{re.escape(other)}\b", words)]
            if missing:
                one = replace(one, runs=_first(one.runs, name, f"{name} (also {', '.join(missing)})"))
        return one


def _first(runs: tuple[Run, ...], name: str, named: str) -> tuple[Run, ...]:
    held = list(runs)
    for number, run in enumerate(held):
        if run.kind == "own" and re.search(rf"\b{re.escape(name)}\b", run.text):
            held[number] = replace(run, text=re.sub(rf"\b{re.escape(name)}\b", lambda _: named, run.text, count=1))
            break
    return tuple(held)
