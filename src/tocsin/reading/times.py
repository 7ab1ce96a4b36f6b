# SPDX-License-Identifier: Apache-2.0
"""Times: calendar dates, partial and relative ones, durations and sets, as EDTF."""

from __future__ import annotations

from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Time

CONSTRUCTIONS: tuple[Construction, ...] = ()


def find(draft: Draft, issued: str | None) -> list[Time]:
    """Find the times of a draft, in order; `issued` (EDTF) is the date that partial and relative ones go by."""
    del draft, issued
    return []
