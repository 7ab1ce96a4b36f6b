# SPDX-License-Identifier: Apache-2.0
"""Recommendations of real reports in standing asks: pairs held for the same against labels, a floor for each half."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import pytest

from scripts.score_sets import SETS
from tocsin.linking.groupings import asked, groups
from tocsin.linking.matters import Matters, parts
from tocsin.records.ids import Digest

GOLD = Path(__file__).parent / "gold" / "standing_upr.json"
REPORTS = SETS / "corpora" / "upr"
FLOORS = {"dev": 0.795, "untuned": 0.69, "held": 0.73, "fresh": 0.83, "learnt": 0.61, "final": 0.755}
"""Pair F1 below which a half may not fall; docs/standing.md says what was reached."""


def grouped(text, places, matters, state):
    """Give for each ask the groups it is in."""
    items = []
    for number, (start, end, _labels) in enumerate(places):
        whole = matters.of_words(text[start:end], addressees=frozenset({state}))
        items += [
            asked(Digest(f"{number}#{count}"), part, "report", {state: frozenset({state})}, frozenset({state}))
            for count, part in enumerate(parts(whole))
        ]
    found: list[set[int]] = [set() for _ in places]
    for number, group in enumerate(groups(items)):
        for name in group:
            found[int(name.partition("#")[0])].add(number)
    return found


def _same(one, other):
    """Say whether two asks are labelled the same; None where people may hold either."""
    if any(not label.startswith("?") for label in one & other):
        return True
    may = {label.removeprefix("?") for label in one} & {label.removeprefix("?") for label in other}
    return None if may else False


def pairs(half, matters):
    """Count pairs found and right, found and wrong, missed."""
    counts = [0, 0, 0]
    for report in json.loads(GOLD.read_text(encoding="utf-8")):
        if report["half"] != half:
            continue
        path = REPORTS / report["source"]
        meta = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["meta"]
        found = grouped(path.read_text(encoding="utf-8"), report["asks"], matters, meta["addressees"][0])
        labels = [set(labels) for _start, _end, labels in report["asks"]]
        for one, other in itertools.combinations(range(len(found)), 2):
            same, said = _same(labels[one], labels[other]), bool(found[one] & found[other])
            if same is None:
                continue
            counts[0] += same and said
            counts[1] += said and not same
            counts[2] += same and not said
    return counts


@pytest.mark.parametrize("half", FLOORS)
def test_pairs_of_recommendations_are_found_as_labelled(half, catalogue):
    if not REPORTS.is_dir():
        pytest.skip("the reports are not on this machine; TOCSIN_SETS names the folder that holds them")
    right, wrong, missed = pairs(half, Matters(catalogue))
    reached = 2 * right / (2 * right + wrong + missed)
    assert reached >= FLOORS[half], f"{half}: pair F1 {reached:.3f} ({right} right, {wrong} wrong, {missed} missed)"


def test_the_labels_are_of_at_least_two_thousand_recommendations_of_twenty_two_reports():
    reports = json.loads(GOLD.read_text(encoding="utf-8"))
    assert len(reports) >= 22
    assert sum(len(report["asks"]) for report in reports) >= 2000
    assert {report["half"] for report in reports} == set(FLOORS)
