# SPDX-License-Identifier: Apache-2.0
"""Asks in resolutions, orders and concluding observations: operative paragraphs and their sub-lists."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Ask, Card, Citation, Time

CONSTRUCTIONS: tuple[Construction, ...] = ()


def find(
    draft: Draft, card: Card, times: Sequence[Time], citations: Sequence[Citation], read: Sequence[tuple[int, int]]
) -> tuple[list[Ask], list[tuple[int, int]]]:
    """Find asks outside the spans `read`; give them and the spans that this finder has dealt with."""
    del draft, card, times, citations, read
    return [], []
