# SPDX-License-Identifier: Apache-2.0
"""The lexicon: every name and cue of the catalogue in one multi-pattern matcher, so that a text is scanned once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from operator import itemgetter
from typing import NamedTuple, cast

import ahocorasick_rs


class Hit(NamedTuple):
    """A word or phrase of a layer found in the view; `tag` is what the layer said it stands for (an id)."""

    start: int
    end: int
    tag: str


_HIT_OF = cast("Callable[[tuple[int, int, str]], Hit]", partial(tuple.__new__, Hit))
"""Makes a hit of its members without a step through the interpreter: a text holds thousands."""


class Lexicon:
    """Patterns by layer, compiled once per catalogue.

    `layers` maps a layer's name ("actor", "ask") to (pattern, tag) pairs. Patterns are matched as written, whole words
    only; a layer that wants "Urges" and "URGES" gives them too (see `cased`).
    """

    def __init__(self, layers: Mapping[str, Iterable[tuple[str, str]]]) -> None:
        tags: dict[str, dict[tuple[str, str], None]] = {}
        for layer, pairs in layers.items():
            for pattern, tag in pairs:
                tags.setdefault(pattern, {})[layer, tag] = None
        self._layers = tuple(layers)
        self._patterns = tuple(tags)
        self._tags = tuple(tuple(tags[pattern]) for pattern in self._patterns)
        self._matcher = ahocorasick_rs.AhoCorasick(self._patterns, store_patterns=False) if tags else None

    def scan(self, content: str) -> dict[str, list[Hit]]:
        """Find every pattern; per layer the longest at each place, in order, none inside another.

        Two tags of one layer on the same words both stand.
        """
        found: dict[str, list[Hit]] = {layer: [] for layer in self._layers}
        if self._matcher is None:
            return found
        folded = content.replace("\n", " ")  # a name may be wrapped over two lines; a blank line still parts names
        edged = f"{folded} "  # so that every match, the first one too, has a character on either side
        tags = self._tags
        for pattern, start, end in self._matcher.find_matches_as_indexes(folded, overlapping=True):
            if (edged[end].isalnum() and edged[end - 1].isalnum()) or (
                edged[start - 1].isalnum() and edged[start].isalnum()
            ):
                continue
            for layer, tag in tags[pattern]:
                found[layer].append(_HIT_OF((start, end, tag)))
        return {layer: _longest(hits) if len(hits) > 1 else hits for layer, hits in found.items()}


def _longest(hits: list[Hit]) -> list[Hit]:
    kept: list[Hit] = []
    first = last = 0
    hits.sort(key=_END, reverse=True)  # the longer first where two begin together; both sorts keep what is equal
    hits.sort(key=_START)
    for hit in hits:
        start, end, _ = hit
        if start >= last or (start == first and end == last):
            kept.append(hit)
            first, last = start, end
    return kept


_START, _END = itemgetter(0), itemgetter(1)


def cased(phrase: str) -> tuple[str, ...]:
    """Give a lower-case phrase as it also stands at the start of a sentence and in a headline.

    >>> cased("calls on")
    ('calls on', 'Calls on', 'Calls On', 'CALLS ON')
    """
    forms = (phrase, phrase[:1].upper() + phrase[1:], " ".join(w[:1].upper() + w[1:] for w in phrase.split(" ")))
    return tuple(dict.fromkeys((*forms, phrase.upper())))
