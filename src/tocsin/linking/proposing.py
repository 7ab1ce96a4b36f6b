# SPDX-License-Identifier: Apache-2.0
"""Proposing: every answer that a ledger's documents seem to hold, less what people decided on."""

from __future__ import annotations

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.recollections import Recollections
from tocsin.linking.correspondences import Correspondences
from tocsin.linking.corresponding import Corresponding
from tocsin.linking.matches import Matches
from tocsin.linking.proposed import Decided, Proposed
from tocsin.linking.replies import Replies
from tocsin.linking.response_lists import ResponseLists
from tocsin.records.anchors import Anchor
from tocsin.records.ids import Digest

_PROPOSED: Recollections[tuple[Proposed, ...]] = Recollections(4)


def proposals(ledger: Ledger, catalogue: Catalogue, query: Query) -> tuple[Proposed, ...]:
    """Propose answers, as the clocks tell, one for each ask and document; what people decided on is left out."""
    asked = Query(published_by=query.published_by, recorded_by=query.recorded_by)
    return _PROPOSED.get(ledger, asked, lambda: _proposals(ledger, catalogue, asked), beside=catalogue.digest)


def _proposals(ledger: Ledger, catalogue: Catalogue, query: Query) -> tuple[Proposed, ...]:
    replies = Replies(ledger, catalogue, query)
    lists = ResponseLists(ledger, catalogue, replies.asks, replies.passages, lambda: replies.allusions)
    best: dict[tuple[Digest, Digest], Proposed] = {}
    matches = Matches(replies, catalogue)
    tied = Correspondences(replies, catalogue, matches.may_answer).all() if replies.asks else ()
    corresponding = Corresponding(replies, catalogue, lists.numbered).proposals(tied)
    for item in (*lists.proposals(replies.clauses), *matches.proposals()):
        place = (item.answer.ask, item.answer.words.document)
        if place not in best or item.score > best[place].score:
            best[place] = item
    for item in corresponding:
        place = (item.answer.ask, item.answer.words.document)
        held = best.get(place)
        if held is None or (item.score > held.score and not _same_words(item.answer.words, held.answer.words)):
            best[place] = item
    return Decided(ledger, recorded_by=query.recorded_by).open(best.values())


def _same_words(one: Anchor, other: Anchor) -> bool:
    """Say whether two places in a document overlap: what says it in the ask's own words tells better how."""
    return one.start < other.end and other.start < one.end
