# SPDX-License-Identifier: Apache-2.0
"""Heads of the past: the last line of a ledger as it was by a moment."""

from __future__ import annotations

from tocsin.ledger.ledger import Ledger
from tocsin.records.entries import Head


def head_at(ledger: Ledger, recorded_by: str | None) -> Head:
    """Give the ledger's head as it was by a moment (None: now), so that a paper of the past is the same whenever made.

    An empty `Head` where nothing was recorded by then.
    """
    if recorded_by is None:
        return ledger.head()
    seq = ledger.seq_at(recorded_by)
    for last in ledger.entries(after=seq - 1, until=seq):
        return Head(seq=last.seq, chain=last.chain, recorded_at=last.recorded_at)
    return Head()
