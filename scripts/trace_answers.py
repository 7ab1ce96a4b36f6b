# SPDX-License-Identifier: Apache-2.0
"""Say at which stage the marked answers of exchanges are lost, and why: counts by class, and each with `--all`.

    python scripts/trace_answers.py [--all] FOLDER…

An answer is found by all of this, in this order: its ask is read; its paper is later; both papers are tied; the words
are a sentence that may answer; it is likely enough; no other sentence answers the ask better.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.linking.answered import Exchange
from tests.marked import Mark
from tocsin.catalogue.catalogue import load
from tocsin.ledger.listed import listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved
from tocsin.linking.correspondences import TOLD, Correspondence
from tocsin.linking.exchanges import Asked, later
from tocsin.linking.proposing import Ways
from tocsin.linking.replies import rests
from tocsin.linking.weighing import LEAST, Said
from tocsin.reading.read import Reader
from tocsin.records.findings import Ask
from tocsin.records.ids import Digest

PACK = Path("src/tocsin/examples/pack")


class Traced:
    """An exchange with all that stands between its marks and its proposals."""

    def __init__(self, path: Path, reader: Reader) -> None:
        self.held = Exchange.read(path, reader)
        self.proposed = {(ask, words) for ask, words, _ in self.held.found(reader.catalogue)}
        self.ways = Ways(self.held.ledger, reader.catalogue, Query())
        self.tied = [*self.ways.tied()] if self.ways.replies.asks else []
        self.shelved = {item.shelved.document: item.shelved for item in self.ways.replies.passages}

    def answers(self) -> Iterator[tuple[str, Mark, Digest, str]]:
        """Give each marked link: the ask, the words, their paper, and where it is lost, or "found"."""
        for document, marks in self.held.marks.items():
            for mark in marks:
                if mark.layer == "answer":
                    for ask in mark.expected["to"].split(","):
                        yield ask, mark, document, self._lost(ask, mark, document)

    def _lost(self, ask: str, mark: Mark, document: Digest) -> str:
        if (ask, mark.quote) in self.proposed:
            return "found"
        asking, asks = self._asks(ask)
        if not asks:
            return self._unread(ask)
        findings = {asked.finding for asked in asks}
        tied = [
            one
            for one in self.tied
            if one.replying.shelved.document == document and findings & {asked.finding for asked in one.asks}
        ]
        if not tied and later(self.shelved[asking], self.shelved[document]) is None:
            return self._not_later(self.shelved[asking], self.shelved[document])
        if not tied:
            return self._untied(asking, document)
        return self._unsaid(tied, findings, mark)

    def _asks(self, ask: str) -> tuple[Digest, list[Asked]]:
        for document, marks in self.held.marks.items():
            mine = [one for one in marks if one.layer == "ask" and one.expected["id"] == ask]
            if mine:
                found = [
                    asked
                    for asked in self.ways.replies.asks_of(document)
                    if any(one.start < asked.ask.end and asked.ask.start < one.end for one in mine)
                ]
                return document, found
        raise KeyError(ask)

    def _unread(self, ask: str) -> str:
        for document, marks in self.held.marks.items():
            for one in marks:
                if one.layer == "ask" and one.expected["id"] == ask:
                    rows = listed(self.held.ledger, Query(kinds=("ask",)))
                    over = [
                        row
                        for row in rows
                        if row.row.entry.document == document
                        and isinstance(row.finding, Ask)
                        and row.finding.start < one.end
                        and one.start < row.finding.end
                    ]
                    return "1 ask: " + ("only told again" if over else "unread")
        raise KeyError(ask)

    def _not_later(self, asking: Shelved, replying: Shelved) -> str:
        one, other = asking.published, replying.published
        if one is None or other is None:
            missing = "both" if one is None and other is None else "asking" if one is None else "answering"
            return f"2 day: none of {missing}"
        return "2 day: the same" if other.latest == one.earliest else "2 day: earlier"

    def _untied(self, asking: Digest, document: Digest) -> str:
        card = self.shelved[document].card
        passages = self.ways.replies.passages_of(document)
        if rests(card):
            return f"3 tie: {card.genre}"
        if passages is None:
            return "3 tie: no passages"
        page = self.ways.replies.repliers.page(passages.shelved, passages.opening)
        askers = {party.id for party in self.shelved[asking].card.issuers}
        if askers & {party.id for party in page.issuers}:
            return "3 tie: taken for who asked"
        shared = self.ways.replies.names(document) & self.ways.replies.names(asking)
        return "3 tie: " + ("names shared" if shared else "no name shared")

    def _unsaid(self, tied: list[Correspondence], findings: set[Digest], mark: Mark) -> str:
        told = "" if any(one.tie != TOLD for one in tied) else " (told)"
        whole = [one for held in tied for one in self.ways.corresponding.all_of(held.replying)]
        if not any(_over(one, mark) for one in whole):
            return "4 sentence: of a passage that is not looked at"
        pairs = [pair for held in tied for pair in self.ways.corresponding.pairs(held)]
        mine = [pair for pair in pairs if pair.asked.finding in findings and _over(pair.one, mark)]
        if not mine:
            return self._barred(tied, mark) + told
        best = max(mine, key=lambda pair: pair.weighed.score)
        if best.weighed.score < LEAST:
            return (
                f"6 likelihood: below {0.2 if best.weighed.score < 0.2 else 0.4 if best.weighed.score < 0.4 else 0.6}"
                + told
            )
        return "7 chosen: another" + told

    def _barred(self, tied: list[Correspondence], mark: Mark) -> str:
        if not any(_over(one, mark) for held in tied for one in self.ways.corresponding.sentences(held)):
            return "5 bar: it begins with somebody else"
        return "5 bar: it asks itself, tells what is not done, is of another or before, or takes nothing"


def _over(one: Said, mark: Mark) -> bool:
    return one.start < mark.end and mark.start < one.start + len(one.quote)


def main(*options: str) -> None:
    """Print where answers are lost."""
    reader = Reader(load([PACK])[0])
    folders = [Path(option) for option in options if not option.startswith("--")]
    paths = [path for folder in folders for path in sorted(folder.rglob("[0-9]*.txt"))]
    if "--odd" in options or "--even" in options:
        paths = [path for path in paths if int(path.name.split("-")[0]) % 2 == ("--odd" in options)]
    counts: Counter[str] = Counter()
    for path in paths:
        traced = Traced(path, reader)
        for ask, mark, document, where in traced.answers():
            counts[where] += 1
            if "--all" in options:
                print(f"{where} | {path.stem} {traced.shelved[document].source} {ask}: {' '.join(mark.quote.split())}")
    total = sum(counts.values())
    print(total, "links")
    for where, number in sorted(counts.items()):
        print(f"{number:5} {number / total:5.0%}  {where}")


if __name__ == "__main__":
    main(*sys.argv[1:])
