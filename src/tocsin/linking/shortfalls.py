# SPDX-License-Identifier: Apache-2.0
"""Shortfalls: later words that tell that what a paper laid on somebody was not done, and whose words they are.

"Ardesh has not submitted the report which the Court ordered": the words name who bears the duty, say "not" of its doing
and of its thing, and point to the body whose paper laid it. They are shown and decide nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.failures import UnknownText
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.shelf import Shelved
from tocsin.linking.duties import Laid
from tocsin.linking.fulfilments import UNMET, Fulfilment
from tocsin.linking.receipts import derived_id
from tocsin.linking.stems import stem
from tocsin.records.anchors import Anchor
from tocsin.records.findings import Party
from tocsin.records.ids import Digest

_NOT_DONE = re.compile(
    r"\b(?:(?:has|have|had|did|does|do|is|are|was|were)\s+(?:still\s+|so\s+far\s+)?(?:not|never)\s+(?:yet\s+|so\s+far\s+|been\s+|even\s+)*"
    r"|(?:fail(?:s|ed|ing)?|neglect(?:s|ed)?|omit(?:s|ted)?)\s+to\s+|(?:has|have|had)\s+yet\s+to\s+)"
    r"(?P<verb>[a-z]{3,})|\b[Nn]o\s+(?:such\s+|further\s+)?(?P<thing>[a-z]{4,})\s+(?:(?:on|about|from|of|by)\s+[^.;]{2,60}?\s)?(?:has|have|had|was|were)\s+"
    r"(?:yet\s+|so\s+far\s+|ever\s+)*(?:been\s+)?(?:received|submitted|filed|delivered|made|given|sent|issued|published|opened|provided|transmitted|"
    r"lodged|presented|produced|appointed|established|released)\b"
)
_END = re.compile(r"[.!?][\"”’)]*(?=\s|$)|\n\s*\n")
_WORD = re.compile(r"[A-Za-z][a-z]{3,}")
_LAID = re.compile(
    r"\b(?:order(?:s|ed)?|requir(?:e|es|ed)|request(?:s|ed)?|demand(?:s|ed)?|decid(?:es|ed)|decision|judgment|resolution|measures?|agreement|"
    r"agreed|bound|direct(?:s|ed)|indicated|promised|undertook|pledged)\b",
    re.IGNORECASE,
)
_COMMON = frozenset(
    (
        *("shall", "this", "that", "with", "within", "from", "into", "their", "them", "they", "must", "should", "take"),
        *("court", "order", "state", "party"),
    )
)
"""Words of a duty that tell nothing of what is to be done."""
_FIRST = 12
"""Words of a duty among which its doing and its thing stand."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence that says "not": where it stands, its words, the stem that is negated, whether it is a thing's."""

    document: Digest
    start: int
    words: str
    negated: str
    thing: bool


class Shortfalls:
    """Finds them in the texts of a shelf, each text read once."""

    def __init__(self, ledger: Ledger, catalogue: Catalogue, shelved: Mapping[Digest, Shelved]) -> None:
        self._ledger, self._catalogue, self._shelved = ledger, catalogue, shelved
        self._held: tuple[_Told, ...] | None = None

    def of(self, laid: Laid) -> Iterator[Fulfilment]:
        """Give what later papers tell of a duty that a paper laid and that was not done."""
        if laid.read is None:
            return
        doing = [stem(word.lower()) for word in _WORD.findall(laid.duty) if word.lower() not in _COMMON][:_FIRST]
        paper = laid.read.shelved
        for told in self._sentences():
            later = self._shelved[told.document]
            if told.document == paper.document or not _later(paper, later):
                continue
            stems = {stem(word.lower()) for word in _WORD.findall(told.words)}
            shared = [one for one in dict.fromkeys(doing) if one in stems]
            known = told.negated in doing[:4] if told.thing else told.negated in doing[:2] and len(shared) > 1
            bearer = next((one for one in laid.bearers if self._names(told.words, one)), None)
            if known and self._points(told.words, paper, later) and (bearer or (told.thing and len(laid.bearers) == 1)):
                yield self._fulfilment(laid, told, bearer or laid.bearers[0], shared)

    def _fulfilment(self, laid: Laid, told: _Told, bearer: Party, shared: list[str]) -> Fulfilment:
        assert laid.read is not None
        later = self._shelved[told.document]
        words = Anchor(
            document=told.document,
            version=later.version,
            start=told.start,
            end=told.start + len(told.words),
            quote=told.words,
        )
        return Fulfilment(
            ask=laid.read.row.finding,
            says=UNMET,
            answerer=bearer,
            by=later.issuers,
            own=any(party.id == bearer.id for party in later.card.issuers),
            words=words,
            paper=later,
            entered=False,
            id=derived_id("shortfall", [laid.read.row.finding, told.document, str(told.start)]),
            reasons=(
                f"it says that it is not done, in words of the duty: {', '.join(shared)}",
                f"it points to the paper of {laid.read.shelved.issuers}",
            ),
        )

    def _names(self, words: str, party: Party) -> bool:
        row = self._catalogue.actors.get(party.id)
        names = {party.name, *((row.name, *row.aliases, *row.demonyms) if row else ())}
        return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) for name in names if name[:1].isupper())

    def _points(self, words: str, paper: Shelved, later: Shelved) -> bool:
        """Say whether words point to a paper: to who made it, by name, or by kind where it is told to have ordered."""
        if any(self._names(words, party) for party in paper.card.issuers):
            return True
        mine = {party.id for party in paper.card.issuers} & {party.id for party in later.card.issuers}
        kinds = {party.name.split()[-1].lower() for party in paper.card.issuers} | {"court", "council", "committee"}
        called = any(f"the {kind}" in words.lower() for kind in kinds if kind in paper.issuers.lower())
        return _LAID.search(words) is not None and (called or bool(mine))

    def _sentences(self) -> tuple[_Told, ...]:
        if self._held is None:
            self._held = tuple(told for item in self._shelved.values() for told in self._of_text(item))
        return self._held

    def _of_text(self, item: Shelved) -> Iterator[_Told]:
        try:
            content = self._ledger.text(item.document, item.version).content
        except UnknownText:
            return
        for match in _NOT_DONE.finditer(content):
            ends = [end.end() for end in _END.finditer(content, max(0, match.start() - 400), match.start())]
            start = ends[-1] if ends else max(0, match.start() - 400)
            stop = _END.search(content, match.end())
            words = content[start : stop.start() if stop else len(content)]
            lead = len(words) - len(words.lstrip())
            negated = stem((match["verb"] or match["thing"]).lower())
            yield _Told(item.document, start + lead, words.strip()[:600], negated, match["verb"] is None)


def _later(paper: Shelved, other: Shelved) -> bool:
    """Say whether a paper may be later than another: an undated one may."""
    if paper.published is None or other.published is None:
        return True
    return other.published.latest > paper.published.earliest
