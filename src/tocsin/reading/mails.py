# SPDX-License-Identifier: Apache-2.0
"""Mails within a mail: from "On 3 May 2021, Anna Vesk wrote:" on, another speaks, to whoever she greets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tocsin.reading.drafts import Draft
from tocsin.reading.layout.passages import WROTE
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.records.findings import Card, Party

_CUE = "wrote:"
_DEAR = late(r"[> \n]*Dear (?P<whom>[^\n,:]{2,80})[,:]")


def parts(draft: Draft, card: Card) -> Iterator[tuple[int, int, Card]]:
    """Give the stretches of the view between which the writer changes, each with the card of who speaks in it."""
    labels = list(_labels(draft))
    first = labels[0][0] if labels else len(draft.content)
    yield 0, first, card
    ends = [*(start for start, _end, _who in labels), len(draft.content)]
    for (_start, after, who), (_, end) in zip(labels, pairwise(ends), strict=True):
        greeted = _DEAR.match(draft.content, after)
        to = names.parties(draft, *greeted.span("whom")) or _named(greeted["whom"]) if greeted else ()
        yield after, end, replace(card, issuers=who, addressees=to)


def at(draft: Draft, card: Card, place: int) -> Card:
    """Give the card of who speaks at a place of the view: the document's own, or that of a mail quoted in it."""
    if _CUE not in draft.content:
        return card
    return next((own for start, end, own in parts(draft, card) if start <= place < end), card)


def _labels(draft: Draft) -> Iterator[tuple[int, int, tuple[Party, ...]]]:
    """Give where each line stands that names the writer of what follows, where it ends, and the writer."""
    if _CUE in draft.content:
        for match in WROTE.finditer(draft.content):
            yield match.start(), match.end(), _named(match["who"])


def _named(name: str) -> tuple[Party, ...]:
    name = " ".join(name.split())
    return (Party(id=names.slug(name), name=name),)
