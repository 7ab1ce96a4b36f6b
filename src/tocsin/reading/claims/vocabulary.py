# SPDX-License-Identifier: Apache-2.0
"""The vocabulary of claims: the catalogue's lists of acts, of who does them and of whom, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.claims import frames
from tocsin.reading.lexicon import cased
from tocsin.reading.patterns import late
from tocsin.reading.quantities import counted


def word_set(words: str) -> frozenset[str]:
    """Split a line of words into a set."""
    return frozenset(words.split())


_WEAK, _OBJECT = "claims.weak.", "claims.object."
_TOKEN = late(r"[a-z]+")
GOVERNED = word_set("in to from on at by without off into as against for onto over across")
"""Prepositions before where a deed is done, which are no part of a thing's name."""
_LITTLE = word_set(
    "of the and a an clean supply movement access traffic pass cut shots communication communications front "
    "war campaign lives dead wounded injured batons clubs sticks butts leg head chest shoulder back arm face means "
    "foot home land without"
)
_TOLD_OF_NONE = (
    ".checkpoint",
    ".referendum",
    ".interference",
    ".conviction",
    ".order",
    ".agreement",
    ".emergency-rule",
    ".deportation",
    ".forced-recruitment",
    ".censorship",
)
"""Lists of objects whose words are no party: a sovereignty, a sentence, a parliament's session."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Vocabulary:
    """The catalogue's word lists for claims, compiled."""

    objects: Mapping[str, re.Pattern[str]]
    heads: Mapping[str, frozenset[str]]
    violent: frozenset[str]
    consequence: frozenset[str]
    said: frozenset[str]
    kinds: Mapping[str, re.Pattern[str]]
    things: frozenset[str]
    persons: frozenset[str]
    people: frozenset[str]


def patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give every word that names an act, for the layer `act`; the tag is `v`, `n` or `w` (weak), then the id."""
    for row in catalogue.acts.values():
        for kind, forms in (("v", row.verbs), ("n", row.nouns)):
            for form in forms:
                for pattern in cased(form):
                    yield pattern, f"{kind} {row.id}"
    for name, words in catalogue.words.items():
        if name.startswith(_WEAK):
            for form in words.words:
                for pattern in cased(form):
                    yield pattern, f"w {name.removeprefix(_WEAK)}"


def framed() -> Iterator[tuple[str, str]]:
    """Give the verbs that name an act in clauses of a certain make, for the layer `act`."""
    for form, act in frames.patterns():
        for pattern in cased(form):
            yield pattern, f"w {act}"


def layers(catalogue: Catalogue) -> dict[str, Iterator[tuple[str, str]]]:
    """Give the layers of the lexicon that claims need: acts, who acts, who suffers, and the words of telling."""
    return {
        "act": chain(patterns(catalogue), framed()),
        "agent": listed(catalogue, "claims.agents"),
        "victim": listed(catalogue, "claims.victims"),
        "told": listed(catalogue, "claims.told"),
    }


def listed(catalogue: Catalogue, name: str) -> Iterator[tuple[str, str]]:
    """Give the words of a list for a layer of the lexicon; the tag is the word."""
    row = catalogue.words.get(name)
    for word in row.words if row else ():
        for pattern in cased(word):
            yield pattern, word


@lru_cache(maxsize=8)
def vocabulary(catalogue: Catalogue) -> Vocabulary:
    """Compile a catalogue's lists, once."""
    words = catalogue.words
    return Vocabulary(
        objects={
            name.removeprefix(_OBJECT): alternation(row.words)
            for name, row in words.items()
            if name.startswith(_OBJECT)
        },
        heads={
            name.removeprefix(_OBJECT): frozenset(_TOKEN.findall(" ".join(row.words).lower()))
            for name, row in words.items()
            if name.startswith(_OBJECT)
        },
        violent=_members(catalogue, "claims.class.violent"),
        consequence=_members(catalogue, "claims.class.consequence"),
        said=_members(catalogue, "claims.class.said"),
        kinds={
            name.removeprefix("claims.kind."): alternation(row.words)
            for name, row in words.items()
            if name.startswith("claims.kind.")
        },
        people=_people(catalogue),
        persons=_persons(catalogue),
        things=frozenset(
            word
            for name, row in words.items()
            if name.startswith((_OBJECT, "claims.kind.", "claims.agents", "claims.victims", "claims.things"))
            and not name.endswith(_TOLD_OF_NONE)
            for phrase in row.words
            for word in phrase.split()
        )
        - _LITTLE
        - GOVERNED
        | _persons(catalogue),
    )


def alternation(words: Sequence[str]) -> re.Pattern[str]:
    """Compile a list of phrases for `views.lowered`, longest first, whole words; an empty list matches nothing."""
    forms = sorted((re.escape(word.lower()).replace(r"\ ", r"\s+") for word in words), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(forms)})\b" if forms else r"(?!)")


def _people(catalogue: Catalogue) -> frozenset[str]:
    """Give what numbers are said to count where they count people, and what may have become of them."""
    return frozenset(
        (*counted.Nouns(catalogue).who, "killed", "injured", "displaced", "detained", "people", "population")
    )


def _persons(catalogue: Catalogue) -> frozenset[str]:
    """Give the nouns for one person: those of the list, and each one of those who suffer: "passengers", "passenger"."""
    many = _members(catalogue, "claims.victims") - _NO_PERSONS
    one = {word[:-1] for word in many if word.endswith("s") and " " not in word and not word.endswith(("ies", "ss"))}
    return _members(catalogue, "claims.things.person") | one


_NO_PERSONS = frozenset({"schools", "houses", "homes", "households"})


def _members(catalogue: Catalogue, name: str) -> frozenset[str]:
    row = catalogue.words.get(name)
    return frozenset(row.words if row else ())
