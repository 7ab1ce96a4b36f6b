# SPDX-License-Identifier: Apache-2.0
"""Responses: which asks somebody answered, as far as the clocks tell, and to which an answer is proposed only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.linking.answers import NO_RESPONSE, answers
from tocsin.linking.proposing import proposals
from tocsin.records.ids import Digest


def answered(ledger: Ledger, query: Query) -> frozenset[Digest]:
    """Give the asks to which a person's answer stands in a document that the clocks allow; "no response" is none."""
    told = [item for item in answers(ledger, recorded_by=query.recorded_by) if item.answer.response != NO_RESPONSE]
    if not told:
        return frozenset()
    held = shelf(ledger, query)
    return frozenset(item.answer.ask for item in told if item.answer.words.document in held)


def proposed(ledger: Ledger, catalogue: Catalogue, query: Query) -> Mapping[Digest, int]:
    """Count, for each ask, the answers that are proposed and that nobody decided on."""
    return Counter(item.answer.ask for item in proposals(ledger, catalogue, query))
