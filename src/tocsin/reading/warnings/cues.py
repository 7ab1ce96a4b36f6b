# SPDX-License-Identifier: Apache-2.0
"""Cues of warnings: the lexicon's layers `harm` and `warn`, and the groups that would suffer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.claims.vocabulary import alternation
from tocsin.reading.lexicon import cased
from tocsin.reading.warnings import tendencies

_CUE, _GROUP = "warning.cue.", "warning.group."


def harm_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give every word that names a harm with the harm's id, for the lexicon's `harm` layer."""
    for row in catalogue.harms.values():
        for noun in row.nouns:
            for pattern in cased(noun):
                yield pattern, row.id


def cue_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give every word that turns harm into a warning, for the layer `warn`; the tag is `construction.horizon`."""
    for name, row in catalogue.words.items():
        if name.startswith(_CUE):
            for word in (*row.words, *tendencies.parted(row.words)):
                for pattern in cased(word):
                    yield pattern, name.removeprefix(_CUE)


def layers(catalogue: Catalogue) -> dict[str, Iterator[tuple[str, str]]]:
    """Give the layers of the lexicon that warnings need: harms, their verbs, needs, and what makes them warnings."""
    return {
        "harm": harm_patterns(catalogue),
        "need": need_patterns(catalogue),
        "warn": cue_patterns(catalogue),
        "ahead": modal_patterns(catalogue),
        "tend": tendencies.patterns(catalogue),
    }


def need_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give what people live on, for the layer `need`; the tag is the harm of its loss."""
    row = catalogue.words.get("warning.need")
    for word in row.words if row else ():
        for pattern in cased(word):
            yield pattern, "denial-of-relief"


def modal_patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give the modals and what stands for them, for the layer `ahead`."""
    row = catalogue.words.get("warning.modal")
    for word in row.words if row else ():
        for pattern in cased(word):
            yield pattern, "ahead"


@lru_cache(maxsize=8)
def groups(catalogue: Catalogue) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the groups with their words, the special ones before the whole population."""
    named = [
        (name.removeprefix(_GROUP), alternation(row.words))
        for name, row in catalogue.words.items()
        if name.startswith(_GROUP)
    ]
    return tuple(sorted(named, key=lambda pair: pair[0] == "population"))
