# SPDX-License-Identifier: Apache-2.0
"""What is kept from one head of a ledger to the next is what would be worked out anew, whatever people say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from tests.conftest import EXAMPLES
from tocsin import pipeline
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger import recollections, recording
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import listed
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.ledger.recording import Judging
from tocsin.ledger.shelf import shelf
from tocsin.linking import identities, proposed, ties
from tocsin.linking.clusters import clusters
from tocsin.linking.obligations import obligations
from tocsin.linking.proposing import proposals
from tocsin.linking.standing_asks import standing_asks
from tocsin.linking.voices import hold, voices
from tocsin.reading.read import Reader
from tocsin.records.entries import PERSON
from tocsin.records.findings import Claim
from tocsin.sources import intake
from tocsin.sources.vault import Vault
from tocsin.watch.following import followed
from tocsin.watch.matrices import matrix
from tocsin.watch.notices import notices

BY = Judging(handle="lia", reason="a test")
KINDS = ("ask", "claim", "warning", "citation")
QUERIES = (
    Query(),
    Query(published_by=date(2025, 4, 1).toordinal()),
    Query(happened_from=date(2025, 1, 1).toordinal(), happened_to=date(2025, 12, 31).toordinal()),
)


def told(ledger: Ledger, catalogue: Catalogue, query: Query) -> list[object]:
    """Give all that is derived from a ledger."""
    found = voices(ledger, query)
    return [
        list(shelf(ledger, query).items()),
        list(listed(ledger, replace(query, kinds=KINDS))),
        found.groups,
        found.carried,
        [found.of_finding(row) for row in listed(ledger, replace(query, kinds=KINDS))],
        standing_asks(ledger, catalogue, query),
        clusters(ledger, catalogue, query, least=1),
        [one.id for one in proposals(ledger, catalogue, query)],
        [one.to_json() for one in obligations(ledger, catalogue, query)],
        [one.to_json() for one in notices(ledger, catalogue, query, day=date(2026, 1, 1))],
        matrix(ledger, catalogue, query),
        followed(ledger, catalogue, query),
    ]


def said(ledger: Ledger, catalogue: Catalogue) -> Iterator[None]:
    """Say one thing after another, as people do."""
    rows = {kind: [*listed(ledger, Query(kinds=(kind,)))] for kind in KINDS}
    asks, claims = rows["ask"], rows["claim"]
    recording.judge(ledger, asks[0].row.finding, "reject", BY)
    yield
    assert isinstance(claims[0].finding, Claim)
    recording.judge(
        ledger, claims[0].row.finding, "correct", BY, replacement=replace(claims[0].finding, when="2025-03")
    )
    yield
    of = claims[3].shelved
    recording.judge(ledger, of.card_finding, "correct", BY, replacement=replace(of.card, issued="2025-02"))
    yield
    first, second = islice(shelf(ledger, Query()), 2)
    held = hold(ledger, first, second, same=True, handle="lia", reason="one text")
    yield
    ties.record(ledger, asks[1].row.finding, asks[-1].row.finding, same=True, handle="lia", reason="the same")
    identities.record(ledger, "ardesh", "veltria", same=True, handle="lia", reason="a test")
    yield
    for item in proposals(ledger, catalogue, Query())[:1]:
        proposed.refuse(ledger, item, handle="lia", reason="no answer")
    yield
    recording.retract(ledger, held.id, handle="lia", reason="two texts")
    yield
    named = [entry.id for entry in ledger.entries(document=second) if entry.kind in {"finding", "card", "text"}]
    ledger.expunge(named, author=PERSON + "lia", reason="at risk")
    yield


def read(ledger: MemoryLedger, reader: Reader, vault: Path, documents: Iterable[Path]) -> None:
    list(pipeline.read(intake.listing([*documents]), ledger, Vault(vault), reader, pipeline.Intake()))


def test_what_is_kept_is_what_is_made_anew(reader: Reader, catalogue: Catalogue, tmp_path: Path) -> None:
    ledger = MemoryLedger()
    documents = sorted(path for path in (EXAMPLES / "documents").iterdir() if path.is_file())[:7]
    read(ledger, reader, tmp_path, documents[:-1])
    for query in QUERIES:
        told(ledger, catalogue, query)
    read(ledger, reader, tmp_path, documents[-1:])
    for number, _ in enumerate(said(ledger, catalogue)):
        query = QUERIES[number % len(QUERIES)]
        kept = told(ledger, catalogue, query)
        recollections.forget()
        assert kept == told(ledger, catalogue, query)
