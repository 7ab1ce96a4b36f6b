# SPDX-License-Identifier: Apache-2.0
"""Pairs of claims that tell of one event, against labels: of the examples, and of the seeds where they are present."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES
from tests.ledger.contract import Clock
from tocsin.catalogue.catalogue import Catalogue, load
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.clusters import clusters
from tocsin.pipeline import Intake, read
from tocsin.reading.read import Reader
from tocsin.sources import intake
from tocsin.sources.vault import Vault

ROOT = Path(__file__).parents[2]
GOLD = Path(__file__).parent / "gold"
SEEDS = ROOT.parent / "shared" / "seeds"
FLOOR = 0.85

Place = tuple[str, int, int]


def read_all(files: Iterable[Path], catalogue: Catalogue, vault: Path) -> Ledger:
    ledger = MemoryLedger(clock=Clock())
    for _outcome in read(
        intake.listing([str(file) for file in files]), ledger, Vault(vault), Reader(catalogue), Intake()
    ):
        pass
    return ledger


def pairs(groups: Iterable[Iterable[Place]]) -> set[frozenset[Place]]:
    return {frozenset(pair) for group in groups for pair in itertools.combinations(sorted(set(group)), 2)}


def labelled(name: str) -> dict[str, list[Place]]:
    files: Mapping[str, Mapping[str, str]] = json.loads((GOLD / name).read_text())["files"]
    groups: dict[str, list[Place]] = {}
    for file, spans in files.items():
        for span, label in spans.items():
            start, _, end = span.partition(":")
            groups.setdefault(label, []).append((file, int(start), int(end)))
    return groups


def scored(ledger: Ledger, catalogue: Catalogue, gold: Mapping[str, list[Place]]) -> tuple[float, float, float]:
    """Give precision, recall and F1 of pairs; a claim is a labelled one where the two spans overlap."""
    known = [place for group in gold.values() for place in group]

    def place(file: str, start: int, end: int) -> Place:
        near = [one for one in known if one[0] == file and one[1] < end and start < one[2]]
        return max(near, key=lambda one: min(end, one[2]) - max(start, one[1]), default=(file, start, end))

    found = pairs(
        [place(Path(row.shelved.source).name, row.finding.start, row.finding.end) for row in event.claims]
        for event in clusters(ledger, catalogue, Query())
    )
    wanted = pairs(gold.values())
    precision, recall = len(found & wanted) / len(found), len(found & wanted) / len(wanted)
    return precision, recall, 2 * precision * recall / (precision + recall)


def test_claims_of_the_examples_meet_as_they_were_labelled(catalogue: Catalogue, tmp_path: Path) -> None:
    ledger = read_all(sorted((EXAMPLES / "documents").iterdir()), catalogue, tmp_path)
    *_, f1 = scored(ledger, catalogue, labelled("clusters_examples.json"))
    assert f1 >= FLOOR


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not here (../shared/seeds)")
def test_claims_of_the_seeds_meet_as_they_were_labelled(tmp_path: Path) -> None:
    catalogue = load([ROOT / "packs" / "south-caucasus"])[0]
    ledger = read_all(sorted(SEEDS.glob("*.txt")), catalogue, tmp_path)
    scores = scored(ledger, catalogue, labelled("clusters_seeds.json"))
    assert scores[2] >= FLOOR, scores
