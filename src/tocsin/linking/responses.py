# SPDX-License-Identifier: Apache-2.0
"""Responses: which asks somebody answered, as far as the clocks tell."""

from __future__ import annotations

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.linking.answers import NO_RESPONSE, answers
from tocsin.records.ids import Digest


def answered(ledger: Ledger, query: Query) -> frozenset[Digest]:
    """Give the asks to which an answer stands in a document that the clocks allow; "no response" is no answer."""
    told = [item for item in answers(ledger, recorded_by=query.recorded_by) if item.answer.response != NO_RESPONSE]
    if not told:
        return frozenset()
    held = shelf(ledger, query)
    return frozenset(item.answer.ask for item in told if item.answer.words.document in held)
