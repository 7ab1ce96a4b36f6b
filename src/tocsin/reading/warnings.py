# SPDX-License-Identifier: Apache-2.0
"""Warnings: harm that has not happened yet, or is under way and growing."""

from __future__ import annotations

from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Card, Warning  # noqa: A004 - the house's word

CONSTRUCTIONS: tuple[Construction, ...] = ()


def find(draft: Draft, card: Card) -> list[Warning]:
    """Find the warnings of a draft, in order."""
    del draft, card
    return []
