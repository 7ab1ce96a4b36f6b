# SPDX-License-Identifier: Apache-2.0
"""Citations of law: the whole reference, resolved to an instrument with its pinpoint."""

from __future__ import annotations

from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Citation

CONSTRUCTIONS: tuple[Construction, ...] = ()


def find(draft: Draft) -> list[Citation]:
    """Find the citations of a draft, in order."""
    del draft
    return []
