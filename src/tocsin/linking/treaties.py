# SPDX-License-Identifier: Apache-2.0
"""Treaties as sources name them: by the telling words of a name, "the Optional Protocol thereto", a number alone.

Sources exchange prepositions and endings ("on the Protection … from Enforced Disappearances"); the telling words stay.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from tocsin.catalogue.catalogue import Catalogue
from tocsin.linking.stems import stem

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_REFERENCE = re.compile(r"\{([\w.-]+)\}")
_PROTOCOL = re.compile(r"Optional Protocol to \{([\w.-]+)\}")
_FEWEST = 3
"""Telling words that a name has at least, to be known by their stems."""
_NUMBERED = 3
"""Digits up to which a number after "Convention" is one of the International Labour Organization's."""


class Treaties:
    """Knows instruments by one catalogue's names; build it once."""

    def __init__(self, catalogue: Catalogue) -> None:
        written = {row.id: (row.name, *row.aliases) for row in catalogue.instruments.values()}
        self._passed = frozenset(catalogue.list("matters.passed"))
        self._protocols = dict(_protocols(written))
        self.names = tuple((row, name) for row, names in written.items() for name in _written_out(names, written))
        by_first: dict[str, set[tuple[tuple[str, ...], str]]] = defaultdict(set)
        for row, name in self.names:
            telling = [stem(word) for word in _WORD.findall(name) if word.casefold() not in self._passed]
            if len(telling) >= _FEWEST:
                by_first[telling[0]].add((tuple(telling), row))
        self._by_first = {first: sorted(held, key=lambda it: (-len(it[0]), it)) for first, held in by_first.items()}

    def begins(self, word: str) -> bool:
        """Say whether a name may begin with the word of a stem."""
        return word in self._by_first

    def at(self, low: Sequence[str], stems: Sequence[str], start: int) -> tuple[int, str] | None:
        """Say how many words name an instrument from a place on, and which; None where none is named there.

        >>> from tocsin.catalogue.catalogue import load
        >>> words = "convention on the protection of all persons from enforced disappearances".split()
        >>> Treaties(load()[0]).at(words, [stem(word) for word in words], 0)
        (10, 'convention-on-enforced-disappearance')
        """
        for name, row in self._by_first.get(stems[start], ()):
            place, number = start, 0
            while number < len(name) and place < len(low):
                if stems[place] == name[number]:
                    number += 1
                elif low[place] not in self._passed:
                    break
                place += 1
            if number == len(name):
                return place - start, row
        if low[start] in {"convention", "conventions"}:
            after = next((place for place in range(start + 1, len(low)) if low[place] not in self._passed), start)
            if low[after].isdigit() and len(low[after]) <= _NUMBERED:
                return after - start + 1, f"ilo-convention-{low[after]}"
        return None

    def protocol(self, low: Sequence[str], start: int, last: str | None) -> str | None:
        """Give the protocol to the instrument named last: "the Optional Protocol thereto", "its Optional Protocol"."""
        if last is None or low[start + 1 : start + 2] not in (["protocol"], ["protocols"]):
            return None
        near = low[start - 1 : start] == ["its"] or low[start + 2 : start + 3] == ["thereto"]
        return self._protocols.get(last) if near else None


def _protocols(written: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    for row, names in written.items():
        for name in names:
            if (match := _PROTOCOL.fullmatch(name)) is not None:
                yield match[1], row


def _written_out(names: Iterable[str], written: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """Give names; one that is built on another instrument's (`{id}`) with each of that one's names.

    >>> list(_written_out(["Protocol to {crc}"], {"crc": ("CRC", "Child Convention")}))
    ['Protocol to CRC', 'Protocol to Child Convention', 'Protocol to the Child Convention']
    """
    for name in names:
        reference = _REFERENCE.search(name)
        if reference is None:
            yield name
            continue
        for inner in written.get(reference[1], ()):
            if "{" not in inner:
                yield name.replace(reference[0], inner)
                if not inner.isupper():
                    yield name.replace(reference[0], f"the {inner}")
