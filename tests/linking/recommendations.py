# SPDX-License-Identifier: Apache-2.0
"""Recommendations of real reports, labelled by hand (gold/standing_upr.json), ready to be grouped and counted."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.score_sets import SETS
from tocsin.linking.groupings import Asked, asked, groups, listed
from tocsin.linking.matters import Matters, parts
from tocsin.records.ids import Digest

GOLD = Path(__file__).parent / "gold" / "standing_upr.json"
REPORTS = SETS / "corpora" / "upr"


@dataclass(frozen=True, slots=True)
class Report:
    """A report's asks, each with its labels; an ask to join treaties has several parts, whose names begin alike."""

    source: str
    half: str
    labels: Sequence[frozenset[str]]
    asks: Sequence[Asked]

    @staticmethod
    def number(ask: Digest) -> int:
        """Give which ask a part belongs to."""
        return int(ask.partition("#")[0])

    def pairs(self) -> Iterator[tuple[int, int, bool]]:
        """Give pairs of asks by number, and whether they are labelled the same; none that may be held either way."""
        for one, other in itertools.combinations(range(len(self.labels)), 2):
            if (held := same(self.labels[one], self.labels[other])) is not None:
                yield one, other, held

    def counted(self, found: Sequence[Sequence[Digest]] | None = None) -> tuple[int, int, int]:
        """Count pairs found and right, found and wrong, missed, of these groups or those that are found."""
        within: list[set[int]] = [set() for _ in self.labels]
        for number, group in enumerate(groups(self.asks) if found is None else found):
            for name in group:
                within[self.number(name)].add(number)
        right = wrong = missed = 0
        for one, other, held in self.pairs():
            said = not within[one].isdisjoint(within[other])
            right += held and said
            wrong += said and not held
            missed += held and not said
        return right, wrong, missed


def reports(matters: Matters) -> Iterator[Report]:
    """Read every report that is labelled."""
    for row in json.loads(GOLD.read_text(encoding="utf-8")):
        path = REPORTS / row["source"]
        text = path.read_text(encoding="utf-8")
        state = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["meta"]["addressees"][0]
        above, roots = {state: frozenset({state})}, frozenset({state})
        asks = [
            asked(Digest(f"{number}#{count}"), part, "report", above, roots, start=start)
            for number, (start, end, _labels) in enumerate(row["asks"])
            for count, part in enumerate(parts(matters.of_words(text[start:end], addressees=frozenset({state}))))
        ]
        yield Report(row["source"], row["half"], [frozenset(labels) for *_, labels in row["asks"]], listed(asks))


def same(one: frozenset[str], other: frozenset[str]) -> bool | None:
    """Say whether two asks are labelled the same; None where people may hold either."""
    if any(not label.startswith("?") for label in one & other):
        return True
    may = {label.removeprefix("?") for label in one} & {label.removeprefix("?") for label in other}
    return None if may else False


def f1(right: int, wrong: int, missed: int) -> float:
    """Give the pair F1."""
    return 2 * right / max(1, 2 * right + wrong + missed)
