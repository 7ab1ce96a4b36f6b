# SPDX-License-Identifier: Apache-2.0
"""Acknowledgements: an addressee's own words that it received a paper – "we received your letter of 3 March".

1. Proposed where a later paper of an addressee has words of receipt and points to the paper, or is to who sent it.
2. Confirming one records that the paper was sent, with the addressee's own paper as proof; nothing else makes notice
   of this basis.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Certainty, Query
from tocsin.ledger.shelf import Shelved
from tocsin.linking import transmissions
from tocsin.linking.exchanges import Asked, Passages, later
from tocsin.linking.families import Families
from tocsin.linking.receipts import Step, derived_id
from tocsin.linking.replies import Replies
from tocsin.linking.transmissions import Proof, Transmission
from tocsin.records.anchors import Anchor
from tocsin.records.entries import Entry
from tocsin.records.findings import Party
from tocsin.records.ids import Digest

_SENTENCE = re.compile(r"[^.!?]*(?:\.(?=\w)[^.!?]*)*[.!?]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """Words in which `to` says that it received the paper `sent`."""

    sent: Shelved
    to: Party
    words: Anchor
    answering: Shelved
    reasons: tuple[str, ...]
    certainty: Certainty

    @property
    def id(self) -> Digest:
        """The id, made of the paper and the words."""
        words = self.words
        return derived_id("acknowledgement", [self.sent.document, words.document, f"{words.start}:{words.end}"])

    def receipt(self) -> Step:
        """Say why it is proposed."""
        return Step(
            says=f"proposed as an acknowledgement, confirmed by nobody: “{self.words.quote}”",
            steps=tuple(Step(says=reason) for reason in self.reasons),
            id=self.id,
        )


def acknowledgements(ledger: Ledger, catalogue: Catalogue, query: Query) -> tuple[Acknowledged, ...]:
    """Propose acknowledgements, less those of which a sending to the same body is recorded already."""
    replies = Replies(ledger, catalogue, query)
    if not replies.asks:
        return ()
    told = {
        (item.transmission.what, item.transmission.to.id)
        for item in transmissions.transmissions(ledger, recorded_by=query.recorded_by)
    }
    found = _Receipts(catalogue, replies).all()
    return tuple(item for item in found if (item.sent.document, item.to.id) not in told)


def confirm(ledger: Ledger, item: Acknowledged, *, handle: str, reason: str) -> Entry:
    """Record that the paper was sent and received, in a person's name, with the addressee's paper as proof."""
    words = item.words
    content = ledger.text(words.document, words.version).content
    sent = Transmission(
        what=item.sent.document,
        document=item.sent.document,
        to=item.to,
        when=item.answering.card.issued or "",
        how=f"acknowledged by the addressee: “{' '.join(words.quote.split())}” [{words.start}:{words.end}]",
        proof=Proof(name=item.answering.source, document=words.document, size_bytes=len(content.encode())),
    )
    return transmissions.record(ledger, sent, handle=handle, reason=reason)


class _Receipts:
    """Looks for words of receipt in the papers of those who were asked."""

    def __init__(self, catalogue: Catalogue, replies: Replies) -> None:
        phrases = sorted(map(re.escape, catalogue.list("reply.receipts")), key=len, reverse=True)
        self._phrases = re.compile(rf"\b(?:{'|'.join(phrases)})\b", re.IGNORECASE)
        self._replies = replies
        self._families = Families(catalogue)
        self._allusions = replies.allusions
        self._asked: dict[str, dict[Digest, Asked]] = defaultdict(dict)
        for asked in replies.asks:
            for party in (*asked.ask.addressees, *asked.shelved.card.addressees):
                for name in self._families.answering(party.id):
                    self._asked[name].setdefault(asked.shelved.document, asked)

    def all(self) -> Iterator[Acknowledged]:
        for item in self._replies.passages:
            words = [
                (start + match.start(), match.group())
                for start, _role, quote in item.held
                for match in _SENTENCE.finditer(quote)
                if self._phrases.search(match.group())
            ]
            if words:
                yield from self._of(item, words)

    def _of(self, item: Passages, words: list[tuple[int, str]]) -> Iterator[Acknowledged]:
        page = self._replies.repliers.page(item.shelved, item.opening)
        papers = {
            name: (asked, party) for party in page.issuers for name, asked in self._asked.get(party.id, {}).items()
        }
        for start, said in words:
            quote = said.strip()
            low = start + len(said) - len(said.lstrip())
            for asked, party in papers.values():
                sure = later(asked.shelved, item.shelved)
                why = self._why(item, asked, low, low + len(quote))
                if sure is not None and asked.shelved.document != item.shelved.document and why:
                    yield Acknowledged(
                        sent=asked.shelved,
                        to=party,
                        words=Anchor(
                            document=item.shelved.document,
                            version=item.version,
                            start=low,
                            end=low + len(quote),
                            quote=quote,
                        ),
                        answering=item.shelved,
                        reasons=why,
                        certainty=sure,
                    )

    def _why(self, item: Passages, asked: Asked, start: int, end: int) -> tuple[str, ...]:
        pointed = self._allusions.of(item.shelved.document, start, end, asked.shelved.document)
        if pointed:
            return pointed
        senders = {party.id for party in asked.shelved.card.issuers}
        to = [party for party in item.shelved.card.addressees if party.id in senders]
        return tuple(f"it is to {party.name}, who sent the paper" for party in to[:1])
