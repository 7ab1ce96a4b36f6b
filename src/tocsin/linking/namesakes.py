# SPDX-License-Identifier: Apache-2.0
"""Namesakes: names that may be one actor's – other order, initials, acronym, another spelling – each with its reason.

A suggestion only: `tocsin catalogue same` records that two are one, `tocsin catalogue alias` teaches a pack the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from tocsin.catalogue.folding import folded
from tocsin.records.ids import Json

_SMALL = frozenset(
    {"of", "the", "for", "and", "in", "on", "to", "de", "du", "la", "s", "al", "el", "mr", "mrs", "ms", "dr"}
)
_NEAR = 88.0
"""Letters in common, in per cent, from which another spelling is suggested."""

_SHORTEST = 6
"""Letters of a name that spellings are compared for; shorter ones are too near to each other."""

_FEWEST = 3
"""Words of which initials make an acronym."""

_INITIAL = re.compile(r"(?:[^\W\d_]\.[ -]?)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Namesake:
    """An actor that a name may stand for, and why."""

    id: str
    name: str
    reason: str

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {"id": self.id, "name": self.name, "reason": self.reason}


class Namesakes:
    """Actors by their names, each name looked at once; `names` are (id, name) pairs, `persons` those of persons."""

    def __init__(self, names: Iterable[tuple[str, str]], persons: Iterable[tuple[str, str]] = ()) -> None:
        self._families: dict[str, list[tuple[str, str]]] = {}
        for person, full in dict.fromkeys(persons):
            if len(words := folded(full).split()) > 1:
                self._families.setdefault(words[-1], []).append((person, full))
        self._names = [(actor, name, folded(name)) for actor, name in dict.fromkeys(names) if folded(name)]
        self._by_words: dict[tuple[str, ...], list[int]] = {}
        self._by_initials: dict[str, list[int]] = {}
        self._by_acronym: dict[str, list[int]] = {}
        self._by_last: dict[str, list[int]] = {}
        for number, (_actor, name, plain) in enumerate(self._names):
            self._by_words.setdefault(_words(plain), []).append(number)
            self._by_last.setdefault(plain.split()[-1], []).append(number)
            if len(initials := _initials(name)) >= _FEWEST:
                self._by_initials.setdefault(initials, []).append(number)
            if acronym := _acronym(name):
                self._by_acronym.setdefault(acronym, []).append(number)

    def of(self, actor: str, name: str, *, limit: int = 3) -> tuple[Namesake, ...]:
        """Give the other actors that a name may stand for, the best founded first, each once.

        >>> held = Namesakes([("karsk-health", "Ministry of Health of Karsk"), ("rco", "Relief Coordination Office")])
        >>> [(found.id, found.reason) for found in held.of("x", "the Karsk Health Ministry")]
        [('karsk-health', 'the same words in another order')]
        >>> [(found.id, found.reason) for found in held.of("x", "RCO")]
        [('rco', 'its initials')]
        """
        found: dict[str, Namesake] = {}
        for number, reason in self._likely(name):
            other, words, _plain = self._names[number]
            if other != actor:
                found.setdefault(other, Namesake(id=other, name=words, reason=reason))
        for other, words in self._families.get(folded(name), ()):
            if other != actor:
                found.setdefault(other, Namesake(id=other, name=words, reason="the last name of a person"))
        return tuple(found.values())[:limit]

    def _likely(self, name: str) -> Iterator[tuple[int, str]]:
        plain = folded(name)
        if not plain:
            return
        for number in self._by_words.get(_words(plain), ()) if _words(plain) else ():
            same = self._names[number][2] == plain
            yield number, "the same name, written otherwise" if same else "the same words in another order"
        if acronym := _acronym(name):
            yield from ((number, "its initials") for number in self._by_initials.get(acronym, ()))
        if len(initials := _initials(name)) >= _FEWEST:
            yield from ((number, "an acronym of its words") for number in self._by_acronym.get(initials, ()))
        for number in self._by_last.get(plain.split()[-1], ()):
            if _abbreviated(name, self._names[number][1]):
                yield number, "the same last name, and initials that agree"
        near = sorted((-likeness, number) for number, likeness in self._spelled(plain))
        yield from ((number, f"spelled alike ({-score:.0f} % of the letters)") for score, number in near)

    def _spelled(self, plain: str) -> Iterator[tuple[int, float]]:
        if len(plain) < _SHORTEST:
            return
        digits = re.findall(r"\d+", plain)
        for number, (_actor, _name, other) in enumerate(self._names):
            if len(other) < _SHORTEST or abs(len(other) - len(plain)) * 5 > len(plain):
                continue
            likeness = ratio(plain, other, score_cutoff=_NEAR)
            if likeness and digits == re.findall(r"\d+", other) and _each_alike(plain, other):
                yield number, likeness


def _words(plain: str) -> tuple[str, ...]:
    return tuple(sorted(word for word in plain.split() if word not in _SMALL))


def _each_alike(one: str, other: str) -> bool:
    """Say whether words differ by spelling only: "North Karsk" and "South Karsk" are two places."""
    first, second = one.split(), other.split()
    if len(first) != len(second):
        return "".join(first) == "".join(second)
    return all(ratio(word, beside) >= 70 and word[0] == beside[0] for word, beside in zip(first, second, strict=True))


def _initials(name: str) -> str:
    return "".join(
        word[0] for word in re.findall(r"[^\W\d_]+", name) if word[0].isupper() and word.casefold() not in _SMALL
    )


def _acronym(name: str) -> str | None:
    bare = re.sub(r"^(?:the|The)\s+", "", name.strip()).replace(".", "")
    return bare if bare.isalpha() and bare.isupper() and _FEWEST <= len(bare) <= 8 else None


def _abbreviated(one: str, other: str) -> bool:
    """Say whether two persons' names agree where one gives initials: "A. Petrov", "Arman Petrov"."""
    short, full = (one, other) if _INITIAL.match(one) else (other, one)
    if not _INITIAL.match(short) or _INITIAL.match(full):
        return False
    letters = re.findall(r"[^\W\d_](?=\.)", short)
    words = re.findall(r"[^\W\d_]+", full)
    return len(words) > len(letters) and all(word[0] == letter for word, letter in zip(words, letters, strict=False))
