# SPDX-License-Identifier: Apache-2.0
"""The reach of evidence: every kind of derived thing whose id `tocsin why` walks down to quotes."""

from __future__ import annotations

from tocsin.linking import clusters, copy_kinds, obligations, proposing, standing_asks, stated
from tocsin.linking.receipts import Deriver

DERIVERS: tuple[Deriver, ...] = (
    clusters.derived,
    obligations.derived,
    standing_asks.derived,
    proposing.proposals,
    copy_kinds.derived,
    stated.derived,
)
"""One function a kind; a new kind of derived thing joins here, and `why` explains it."""
