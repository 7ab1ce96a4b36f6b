# SPDX-License-Identifier: Apache-2.0
"""Asks: which finders read a document, and how their findings are put together."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.actions import action_category
from tocsin.reading.asks import clauses, operative, recommendations
from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import cased
from tocsin.records.findings import Ask, Card, Citation, Time

CONSTRUCTIONS: tuple[Construction, ...] = (
    *clauses.CONSTRUCTIONS,
    *operative.CONSTRUCTIONS,
    *recommendations.CONSTRUCTIONS,
)


def patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give every form of every force with the force's id, for the lexicon's `force` layer."""
    for row in catalogue.forces.values():
        for form in (*row.verbs, *row.nouns):
            for case in cased(form):
                yield case, row.id


def cues(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give the cues of asks without a verb of asking, for the lexicon's `ask` layer."""
    return clauses.patterns(catalogue)


def find(draft: Draft, card: Card, times: Sequence[Time], citations: Sequence[Citation]) -> list[Ask]:
    """Find the asks of a draft, in order: listed recommendations first, operative paragraphs next, clauses elsewhere.

    Each finder is given the view spans that the ones before it have read, and leaves them alone.
    """
    found: list[Ask] = []
    read: list[tuple[int, int]] = []
    for finder in (recommendations, operative, clauses):
        asks, spans = finder.find(draft, card, times, citations, tuple(read))
        found += asks
        read += spans
    return sorted((_categorised(ask, draft) for ask in found), key=lambda ask: (ask.start, ask.end))


def _categorised(ask: Ask, draft: Draft) -> Ask:
    """Give an ask its action category, by the words of the action."""
    return dataclasses.replace(ask, category=action_category(draft.content[ask.start : ask.end]))
