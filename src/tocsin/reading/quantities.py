# SPDX-License-Identifier: Apache-2.0
"""Quantities: a number, its bounds and what it counts."""

from __future__ import annotations

from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Quantity

CONSTRUCTIONS: tuple[Construction, ...] = ()


def find(draft: Draft) -> list[Quantity]:
    """Find the quantities of a draft, in order."""
    del draft
    return []
