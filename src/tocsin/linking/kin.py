# SPDX-License-Identifier: Apache-2.0
"""Kin: words for one kind of thing (`kin.toml`) – "vessels" for trawlers, "the penal code" for charges."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.linking.stems import stem

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class Kin:
    """Finds kinds in words by one catalogue; ask `kin_by` for the one that a process shares."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for row in catalogue.words.values():
            if row.id.startswith("kin."):
                for phrase in row.words:
                    words = tuple(map(stem, _WORD.findall(phrase)))
                    self._phrases[words[0]].append((words, row.id))
        self.of = lru_cache(maxsize=65536)(self._of)

    def _of(self, words: str) -> Mapping[str, frozenset[str]]:
        """Give the kinds of things that words name, each with the stems that name it.

        >>> from tocsin.catalogue.catalogue import load
        >>> kin = kin_by(load()[0])
        >>> sorted(kin.of("the trawlers").keys() & kin.of("The vessels remain at the quay.").keys())
        ['kin.same.ship']
        """
        stems = [*map(stem, _WORD.findall(words))]
        found: dict[str, set[str]] = defaultdict(set)
        for at, word in enumerate(stems):
            for phrase, name in self._phrases.get(word, ()):
                if tuple(stems[at : at + len(phrase)]) == phrase:
                    found[name].update(phrase)
        return {name: frozenset(held) for name, held in found.items()}


@lru_cache(maxsize=4)
def kin_by(catalogue: Catalogue) -> Kin:
    """Give the one that a process shares, so that its words are stemmed once."""
    return Kin(catalogue)
