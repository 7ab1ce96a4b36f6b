# SPDX-License-Identifier: Apache-2.0
"""Search words: what a person types, cut into terms, and where the terms stand in a passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.ledger.failures import BadQuery
from tocsin.records.entries import Payload

_TERM = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")


def terms(words: str) -> tuple[tuple[str, ...], ...]:
    """Cut a search into terms, each a run of words that stand together.

    >>> terms('corridor "urgent appeal" S/RES/9999')
    (('corridor',), ('urgent', 'appeal'), ('S', 'RES', '9999'))

    Raises:
        BadQuery: There is no word in it, or a quotation mark has no second.
    """
    if words.count('"') % 2:
        raise BadQuery(words, "a quotation mark has no second; close the phrase")
    cut = (tuple(_WORD.findall(quoted or bare)) for quoted, bare in _TERM.findall(words))
    found = tuple(term for term in cut if term)
    if not found:
        raise BadQuery(words, "there is no word to search for")
    return found


def marks(wanted: Sequence[tuple[str, ...]], quote: str) -> tuple[tuple[int, int], ...] | None:
    """Say where the terms stand in a passage's words, in order; None where one of them does not."""
    found: list[tuple[int, int]] = []
    for term in wanted:
        places = list(_places(term, quote))
        if not places:
            return None
        found += places
    return tuple(sorted(set(found)))


def _places(term: tuple[str, ...], quote: str) -> Iterator[tuple[int, int]]:
    between = r"[\W_]+"
    pattern = rf"(?<![^\W_]){between.join(re.escape(word) for word in term)}(?![^\W_])"
    for match in re.finditer(pattern, quote, re.IGNORECASE):
        yield match.span()


def span(payload: Payload) -> tuple[int, int]:
    """Give the span of a finding's payload."""
    start, end = payload["start"], payload["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    return start, end
