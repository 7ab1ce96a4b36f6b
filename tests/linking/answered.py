# SPDX-License-Identifier: Apache-2.0
"""Invented exchanges with their answers written into them: how many links are proposed rightly, how many missed.

A file is one exchange: documents after lines `=== name`, `⟦ask id=a|…⟧` what is asked,
`⟦answer to=a,b way=refused|…⟧` what answers it.
Files with odd numbers were looked at while the rules were made, those with even numbers were not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from tests.marked import Mark, plain
from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger import recording
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.linking.proposed import Proposed
from tocsin.linking.proposing import proposals
from tocsin.reading.read import READER, Reader
from tocsin.records.ids import Digest, digest
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Text

EXCHANGES = Path(__file__).parent / "gold" / "answers"
INDIRECT = Path(__file__).parent / "gold" / "answers-indirect"
"""Exchanges whose answers share hardly a word with the asks."""


def taken_in(ledger: Ledger, reader: Reader, name: str, content: str) -> Digest:
    """Read a text into a ledger."""
    document = digest(content.encode())
    text = Text(document=document, version="plain/1", media_type="text/plain", content=content)
    run = Run(document=document, version=text.version, reader=READER, catalogue=reader.catalogue.digest, given=None)
    read = reader.read(text)
    original = Original(
        document=document, size_bytes=len(content), source=name, retrieved_at="2025-01-01T00:00:00Z", retrieved_by=None
    )
    ledger.append(recording.reading(original, text, run, read.card, read.findings, author=run.id))
    return document


@dataclass
class Exchange:
    """One exchange, read: its marks and what is proposed."""

    name: str
    ledger: MemoryLedger = field(default_factory=MemoryLedger)
    marks: dict[Digest, list[Mark]] = field(default_factory=dict)

    @classmethod
    @lru_cache(maxsize=64)  # nothing is recorded in an exchange after it was read
    def read(cls, path: Path, reader: Reader) -> Exchange:
        held = cls(name=path.stem)
        parts = re.split(r"^=== (.+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        for name, marked in zip(parts[1::2], parts[2::2], strict=True):
            content, marks = plain(marked)
            held.marks[taken_in(held.ledger, reader, name, content)] = marks
        return held

    def expected(self) -> set[tuple[str, str]]:
        """The links that should be proposed, as (ask, words of the answer)."""
        return {(ask, mark.quote) for mark in self._all("answer") for ask in mark.expected["to"].split(",")}

    def ways(self) -> dict[tuple[str, str], str]:
        """How each link answers."""
        return {
            (ask, mark.quote): mark.expected["way"]
            for mark in self._all("answer")
            for ask in mark.expected["to"].split(",")
        }

    def _all(self, layer: str) -> list[Mark]:
        return [mark for marks in self.marks.values() for mark in marks if mark.layer == layer]

    def found(self, catalogue: Catalogue) -> list[tuple[str, str, Proposed]]:
        """What is proposed, as (ask, words of the answer); what is marked nowhere goes by its own words."""
        expected = self.expected()
        asked = {
            row.finding: self.over(row.entry.document, "ask", row.entry.payload)
            for row in self.ledger.rows(Query(kinds=("ask",)))
        }
        links = []
        for item in proposals(self.ledger, catalogue, Query()):
            words = item.answer.words
            marks = self.over(words.document, "answer", {"start": words.start, "end": words.end})
            quotes = [mark.quote for mark in marks] or [words.quote]
            ids = [mark.expected["id"] for mark in asked[item.answer.ask]] or ["?"]
            pairs = [(name, quote) for name in ids for quote in quotes]
            links.append((*next((pair for pair in pairs if pair in expected), pairs[0]), item))
        return links

    def over(self, document: Digest | None, layer: str, place: Mapping[str, Any] | None) -> list[Mark]:
        """Give the marks that words lie over: two asks that were read as one are answered by what answers either."""
        assert place is not None
        assert document is not None
        return [
            mark
            for mark in self.marks.get(document, ())
            if mark.layer == layer and mark.start < place["end"] and place["start"] < mark.end
        ]


@dataclass
class Score:
    """Links proposed rightly, wrongly, missed; of the right ones, how many say rightly how."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    ways: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def score(paths: Iterable[Path], reader: Reader) -> Score:
    """Score exchanges."""
    total = Score()
    for path in paths:
        exchange = Exchange.read(path, reader)
        expected, ways = exchange.expected(), exchange.ways()
        met = set()
        for ask, words, item in exchange.found(reader.catalogue):
            if (ask, words) in expected:
                met.add((ask, words))
                same = ways[ask, words] == item.reply
                total.ways += same
                if not same:
                    total.told.append(f"{path.stem} way: {ask} {item.reply} for {ways[ask, words]}: {words}")
            else:
                total.wrong += 1
                total.told.append(f"{path.stem} wrong: {ask} {item.reply} {item.score} {words} {item.reasons}")
        total.right += len(met)
        total.missed += len(expected - met)
        total.told += [f"{path.stem} missed: {ask}: {words}" for ask, words in sorted(expected - met)]
    return total
