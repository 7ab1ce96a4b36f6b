# SPDX-License-Identifier: Apache-2.0
"""Claims on a shelf, and the one event that they make, for the tests of clusters."""

from __future__ import annotations

from typing import Any

from tests.linking.shelves import claim, shelve
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.clusters import Cluster, clusters
from tocsin.records.findings import Count
from tocsin.records.ids import Digest

SHELLED = "On 21 February 2025 Dolen was shelled."
KILLED = "Three people were killed in Dolen on 21 February 2025."


def only(ledger: MemoryLedger, catalogue: Catalogue) -> Cluster:
    found = clusters(ledger, catalogue, Query())
    assert len(found) == 1, [cluster.acts for cluster in found]
    return found[0]


def killed(low: int, high: int | None = None) -> tuple[Count, ...]:
    return (Count(value=low, of="killed", low=low, high=high if high is not None else low),)


def shelled(ledger: MemoryLedger, issuer: str, more: str = "", **said: Any) -> Digest:
    text = f"{SHELLED} {more} {issuer}"
    said = {"when": "2025-02-21", "at": "dolen", "says": issuer} | said
    return shelve(ledger, text, claim(text, SHELLED, "bombardment", **said), issuer=issuer)
