# SPDX-License-Identifier: Apache-2.0
"""The numbers of a claim: how many, and what became of those they count."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tocsin.reading.claims.spans import Span
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Count, Quantity

# These four run on the view in small letters.
_KILLED = late(r"\b(?:kill\w*|dead|deaths?|died|murder\w*|massacr\w*|slain|lives)\b")
_WOUNDED = late(r"\b(?:wound\w*|injur\w*|hurt)\b")
_LEFT = late(r"\b(?:displac\w*|fled|flee\w*|left|homeless|expelled|uprooted)\b")
_HELD = late(r"\b(?:arrest\w*|detain\w*|abduct\w*|kidnap\w*|hostages?|imprison\w*|captured)\b")
_FATES = frozenset({"killed", "injured", "displaced", "detained"})
_AMONG = late(r"\b(?:including|among\s+them|of\s+whom|of\s+them)\s+(?:at\s+least\s+|about\s+)?\Z")
_PARTS = late(r"[,;:]|\band\b|\bwhile\b|\bas\b")
_NEAR_FATE = 60
"""Code points within which a number and what became of those it counts stand together."""


def counts(content: str, span: Span, counted: Sequence[Quantity], people: frozenset[str]) -> tuple[Count, ...]:
    """Give the numbers that stand in a claim's span, `people` being the words for those that are counted as people."""
    low = bisect_left(counted, span.start, key=lambda quantity: quantity.start)
    found: list[Count] = []
    while low < len(counted) and counted[low].start < span.end:
        held = counted[low]
        low += 1
        found.append(
            Count(
                value=held.value,
                of=_fate(content, span, held, people),
                comparator=held.comparator,
                low=held.low,
                high=held.high,
            )
        )
    return tuple(found)


def _fate(content: str, span: Span, quantity: Quantity, people: frozenset[str]) -> str:
    """Say what became of the people counted, by the nearest word; things are what they are."""
    small = lowered(content)
    if _AMONG.search(small, max(span.start, quantity.start - 30), quantity.start):
        return small[quantity.start : quantity.end].split()[-1]  # "including nine children": some of those told of
    if quantity.of not in people or quantity.of in _FATES:
        return quantity.of
    fates = [
        (match.start(), match.end(), name)
        for pattern, name in ((_KILLED, "killed"), (_WOUNDED, "injured"), (_LEFT, "displaced"), (_HELD, "detained"))
        for match in pattern.finditer(small, span.start, span.end)
    ]
    # "were killed and seven were wounded": what a number's own clause goes on with outweighs what stands before it
    ahead = min((fate for fate in fates if 0 <= fate[0] - quantity.end < _NEAR_FATE), default=None)
    if ahead is not None and not _PARTS.search(small, quantity.end, ahead[0]):
        return ahead[2]
    behind = max((fate for fate in fates if 0 <= quantity.start - fate[1] < _NEAR_FATE), default=ahead)
    return behind[2] if behind else quantity.of
