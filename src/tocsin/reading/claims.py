# SPDX-License-Identifier: Apache-2.0
"""Claims: somebody says that something was done."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Card, Claim, Quantity, Time

CONSTRUCTIONS: tuple[Construction, ...] = ()


def find(draft: Draft, card: Card, times: Sequence[Time], quantities: Sequence[Quantity]) -> list[Claim]:
    """Find the claims of a draft, in order; offsets of `times` and `quantities` are the view's."""
    del draft, card, times, quantities
    return []
