# SPDX-License-Identifier: Apache-2.0
"""Lists of responses: "recommendations 83.1 to 83.24 enjoy the support of X" answers every ask with these numbers.

1. An ask's number is the list mark before it, or before the passage that it stands in; it is read from the text.
2. A clause names numbers after a noun of `reply.list-nouns`, after a colon, or at the head of a line ("83.4. Noted").
3. The numbers are those of an earlier document in which the replier, or a State named at the head of the reply, was
   asked: the one whose symbol the reply bears ("A/HRC/58/9/Add.1"), else one it points to, else the last before it.
4. In a report whose own headings tell what became of the entries below, the headings are the State's answers.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import accumulate

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Certainty
from tocsin.linking.allusions import Allusions
from tocsin.linking.answers import Answer
from tocsin.linking.exchanges import Asked, Clause, Passages, later
from tocsin.linking.families import Families
from tocsin.linking.proposed import Proposed
from tocsin.linking.reply_cues import Cues
from tocsin.reading.asks.recommendations import LISTED
from tocsin.reading.asks.statuses import numbers, status
from tocsin.records.anchors import Anchor
from tocsin.records.findings import Party
from tocsin.records.ids import Digest

_MARK = re.compile(r"(?:^|[\n\s(])\(?(\d{1,3}(?:\.[ ]?\d{1,3})?)[.)]?\s*$")
_SYMBOL = re.compile(
    r"\b([A-Z]{1,4}/(?:[A-Z]{1,5}/)?[\w.]+(?:/[\w.]+)*?)(?P<more>/(?:Add|Corr|Rev)\.\s?\d+)?(?=[\s,;).]|$)"
)
_OF_ANOTHER = re.compile(
    r"\d\)?,?\s+(?:above\s+)?(?:of|in|to)\s+(?:the|its|his|her|that|resolution|decision)\b", re.IGNORECASE
)
_MASTHEAD = 1500
"""Characters at the head of a document in which its symbol stands."""
_BEFORE = 12
"""Characters before an ask in which its number stands."""
_BECAME = {"accepted": "accepted", "implemented": "done", "noted": "token"}
"""What a heading's status is as a reply. What waits (`pending`) is none; what is not supported is refused."""


class ResponseLists:
    """The numbered asks of a ledger, and the lists that answer them."""

    def __init__(
        self,
        ledger: Ledger,
        catalogue: Catalogue,
        asks: Iterable[Asked],
        passages: Iterable[Passages],
        allusions: Callable[[], Allusions],
    ) -> None:
        self._ledger = ledger
        self._catalogue = catalogue
        self._families = Families(catalogue)
        self._allusions = allusions
        self._passages = {item.shelved.document: item for item in passages}
        self._asks: dict[Digest, list[Asked]] = defaultdict(list)
        for asked in asks:
            self._asks[asked.shelved.document].append(asked)
        self._numbers: dict[Digest, Mapping[str, tuple[Asked, ...]]] = {}
        self._heads: dict[Digest, str] = {}
        nouns = "|".join(sorted(map(re.escape, catalogue.list("reply.list-nouns")), key=len, reverse=True))
        self._named = re.compile(
            rf"\b(?:{nouns})\s+(?:(?:contained|listed|formulated|made|set\s+out)\s+in\s+)?(?:paragraphs?\s+)?"
            r"(?:(?:No|Nos|number|numbers)\.?\s+)?(?P<numbers>\d[^;:]*)"
            rf"|\b(?:{nouns})\b[^.:]*:\s*(?P<after>\d.*)|^(?:the\s+)?following\b[^.:]*:\s*(?P<those>\d.*)",
            re.IGNORECASE | re.DOTALL,
        )

    def proposals(self, clauses: Iterable[Clause]) -> Iterator[Proposed]:
        """Propose the answers of lists, then those of headings."""
        for clause in clauses:
            for number in dict.fromkeys(self._told(clause)):
                yield from self._answers(clause, number)
        for document in self._asks:
            yield from self._headed(document)

    def _told(self, clause: Clause) -> list[str]:
        """List the numbers that a clause names; at the head of its line, where it says little else."""
        match = self._named.search(clause.quote)
        if match is not None:
            return numbers(match["numbers"] or match["after"] or match["those"])
        if clause.start == clause.passage_start and len(clause.quote.split()) <= 12:
            mark = _MARK.search(self._head(clause.document, clause.start - _BEFORE, clause.start))
            return ["".join(mark[1].split())] if mark and "." in mark[1] else []
        return []

    def _head(self, document: Digest, start: int, end: int) -> str:
        if document not in self._heads:
            version = self._passages[document].version
            self._heads[document] = self._ledger.text(document, version).content
        return self._heads[document][max(0, start) : max(0, end)]

    def _answers(self, clause: Clause, number: str) -> Iterator[Proposed]:
        repliers = {party.id for party in clause.replier.parties} | {party.id for party in clause.page.names}
        found: list[tuple[tuple[bool, int], Asked, Certainty]] = []
        base = self._symbol(clause.document)
        for document in self._asks:
            if document == clause.document:
                continue
            for asked in self.numbered(document).get(number, ()):
                sure = later(asked.shelved, clause.page.shelved)
                mine = any(self._families.answering(party.id) & repliers for party in asked.ask.addressees)
                if sure is None or not mine:
                    continue
                same = base is not None and base == self._symbol(document)
                if not same and not self._points(clause, document, number):
                    continue
                published = asked.shelved.published
                found.append(((same, published.earliest if published else 0), asked, sure))
        best = max((rank for rank, _, _ in found), default=None)
        for rank, asked, sure in found:
            if rank == best:
                yield self._proposed(clause, asked, number, sure, same=rank[0])

    def _points(self, clause: Clause, document: Digest, number: str) -> bool:
        """Say whether a clause means this document: it names no other paper, or points to this one."""
        end = clause.start + len(clause.quote)
        if self._allusions().of(clause.document, clause.start, end, document):
            return True
        return "." in number and _OF_ANOTHER.search(clause.quote) is None

    def numbered(self, document: Digest) -> Mapping[str, tuple[Asked, ...]]:
        """Give a document's asks by their numbers."""
        if document not in self._numbers:
            held: dict[str, list[Asked]] = defaultdict(list)
            spans = [(start, start + len(quote)) for start, _, quote in self._passages[document].held]
            reached = [*accumulate((end for _, end in spans), max)]
            for asked in self._asks[document]:
                first = bisect_right(reached, asked.ask.start)  # the first passage that ends beyond it
                block = min(spans[first][0] if first < len(spans) else asked.ask.start, asked.ask.start)
                for at in dict.fromkeys((asked.ask.start, block)):
                    mark = _MARK.search(self._head(document, at - _BEFORE, at))
                    if mark is not None:
                        held["".join(mark[1].split())].append(asked)
                        break
            self._numbers[document] = {name: tuple(asks) for name, asks in held.items()}
        return self._numbers[document]

    def _symbol(self, document: Digest) -> str | None:
        match = _SYMBOL.search(self._head(document, 0, _MASTHEAD))
        return match[1] if match else None

    def _proposed(self, clause: Clause, asked: Asked, number: str, sure: Certainty, *, same: bool) -> Proposed:
        row = clause.told.cue.reply
        who = next(
            (
                party
                for party in (*clause.replier.parties, *clause.page.names)
                if any(party.id in self._families.answering(addressee.id) for addressee in asked.ask.addressees)
            ),
            None,
        )
        reasons = [f"it names number {number}, which is this ask's in “{asked.shelved.title}”"]
        if same:
            reasons.append(f"both bear the symbol {self._symbol(clause.document)}")
        reasons.append(f"it says “{' '.join(clause.told.cue.words.split())}”: {row.name}")
        return Proposed(
            answer=Answer(
                ask=asked.finding,
                words=clause.anchor,
                response=row.response,
                answerer=who,
                status=row.status,
            ),
            reply=row.id,
            reasons=tuple(reasons),
            score=1.0 if same else 0.9,
            certainty=sure,
        )

    def _headed(self, document: Digest) -> Iterator[Proposed]:
        told = [asked for asked in self._asks[document] if asked.ask.status in _BECAME and asked.ask.by == LISTED.name]
        if not told:
            return
        item = self._passages[document]
        leads = [
            (start, quote, became)
            for start, _, quote in item.held
            if "ecommendation" in quote and (became := status(quote, self._catalogue)) is not None
        ]
        cues = Cues(self._catalogue)
        for asked in told:
            before = [lead for lead in leads if lead[0] < asked.ask.start and lead[2] == asked.ask.status]
            after = [lead for lead in leads if lead[0] > asked.ask.start and lead[2] == asked.ask.status]
            if not before and not after:
                continue
            yield self._heading(item, asked, before[-1] if before else after[0], cues.refuses)

    def _heading(
        self, item: Passages, asked: Asked, lead: tuple[int, str, str], refuses: Callable[[str], bool]
    ) -> Proposed:
        start, quote, became = lead
        reply = _BECAME[became]
        if became == "noted" and refuses(quote):
            reply = "refused"
        row = self._catalogue.replies[reply]
        who: Party | None = next(iter(asked.ask.addressees), None)
        words = Anchor(
            document=item.shelved.document, version=item.version, start=start, end=start + len(quote), quote=quote
        )
        return Proposed(
            answer=Answer(ask=asked.finding, words=words, response=row.response, answerer=who, status=row.status),
            reply=reply,
            reasons=("the report's own heading tells the State's answer to the entries of its list",),
            score=0.95,
            certainty=asked.shelved.certainty,
        )
