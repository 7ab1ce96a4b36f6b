# SPDX-License-Identifier: Apache-2.0
"""Proposing: every answer that a ledger's documents seem to hold, less what people decided on.

A document answers an ask once; one that is for several things once for each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.recollections import Recollections
from tocsin.linking.correspondences import Correspondence, Correspondences
from tocsin.linking.corresponding import Corresponding
from tocsin.linking.matches import Matches
from tocsin.linking.pairings import Pair
from tocsin.linking.proposed import Decided, Proposed
from tocsin.linking.replies import Replies
from tocsin.linking.response_lists import ResponseLists
from tocsin.records.anchors import Anchor
from tocsin.records.findings import Card
from tocsin.records.ids import Digest

_PROPOSED: Recollections[tuple[Proposed, ...]] = Recollections(4)


def proposals(ledger: Ledger, catalogue: Catalogue, query: Query) -> tuple[Proposed, ...]:
    """Propose answers, as the clocks tell; what people decided on is left out."""
    asked = Query(published_by=query.published_by, recorded_by=query.recorded_by)
    return _PROPOSED.get(ledger, asked, lambda: _proposals(ledger, catalogue, asked), beside=catalogue.digest)


class Ways:
    """The ways in which answers are found in one ledger: in lists, in the ask's own words, in papers that answer it."""

    def __init__(self, ledger: Ledger, catalogue: Catalogue, query: Query) -> None:
        self.replies = replies = Replies(ledger, catalogue, query)
        self.lists = ResponseLists(ledger, catalogue, replies.asks, replies.passages, lambda: replies.allusions)
        self.matches = Matches(replies, catalogue)
        self._papers = Correspondences(replies, catalogue, self.matches.may_answer)
        self.corresponding = Corresponding(replies, catalogue, self.lists.numbered, self._papers.called)

    def tied(self) -> Iterable[Correspondence]:
        """Give every paper with the asking ones that it may answer."""
        return self._papers.all() if self.replies.asks else ()


def _proposals(ledger: Ledger, catalogue: Catalogue, query: Query) -> tuple[Proposed, ...]:
    ways = Ways(ledger, catalogue, query)
    replies = ways.replies
    best: dict[tuple[Digest, Digest], Proposed] = {}
    for item in (*ways.lists.proposals(replies.clauses), *ways.matches.proposals()):
        place = (item.answer.ask, item.answer.words.document)
        if place not in best or item.score > best[place].score:
            best[place] = item
    more: dict[tuple[Digest, Digest], dict[int, Proposed]] = defaultdict(dict)
    for item in ways.corresponding.proposals(ways.tied()):
        more[item.answer.ask, item.answer.words.document].setdefault(item.part, item)
    found = [
        item
        for place in dict.fromkeys((*best, *more))
        for item in _joined(best.get(place), [*more.get(place, {}).values()])
    ]
    cards = {item.shelved.document: item.shelved.card for item in replies.passages}
    asking = {asked.finding: asked.shelved.document for asked in replies.asks}
    found = [item for item in found if not _asks_on(cards, asking[item.answer.ask], item.answer.words.document)]
    return Decided(ledger, recorded_by=query.recorded_by).open(found)


def weighed(ledger: Ledger, catalogue: Catalogue, query: Query) -> Iterator[tuple[Correspondence, Pair]]:
    """Give every sentence with every ask that it may answer, weighed: what `scripts/train_answers.py` learns from."""
    ways = Ways(ledger, catalogue, query)
    for held in ways.tied():
        for pair in ways.corresponding.pairs(held):
            yield held, pair


def _asks_on(cards: Mapping[Digest, Card], asking: Digest, replying: Digest) -> bool:
    """Say whether who asked goes on asking, in a resolution of its own, which rests on what others did."""
    if asking == replying or asking not in cards or replying not in cards:
        return False
    mine, other = cards[asking], cards[replying]
    ids = {party.id for party in mine.issuers}
    return other.genre == "resolution" and any(party.id in ids for party in other.issuers)


def _joined(held: Proposed | None, parts: list[Proposed]) -> list[Proposed]:
    """Join what answers an ask in its own words, which tells better of one sentence, with what answers its parts."""
    if held is None:
        return parts
    same = next((item for item in parts if _same_words(item.answer.words, held.answer.words)), None)
    if same is not None:
        return [held, *(item for item in parts if item is not same)]
    if len(parts) == 1 and parts[0].score <= held.score:
        return [held]
    return parts or [held]


def _same_words(one: Anchor, other: Anchor) -> bool:
    """Say whether two places in a document overlap: what says it in the ask's own words tells better how."""
    return one.start < other.end and other.start < one.end
