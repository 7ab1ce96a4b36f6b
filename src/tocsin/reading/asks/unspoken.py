# SPDX-License-Identifier: Apache-2.0
"""What is asked without a verb of asking: duties ("Ardesh must …") and imperatives."""

from __future__ import annotations

import re

from tocsin.reading.asks import (
    addressees,
    attributions,
    duties,
    extents,
    imperatives,
    obligations,
    people,
    phrases,
    tellings,
)
from tocsin.reading.asks.contexts import Context
from tocsin.reading.asks.grammar import grammar
from tocsin.reading.asks.records import Record
from tocsin.reading.asks.resolvers import Resolver
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.lexicon import Hit
from tocsin.records.findings import Card, Party

_PLEADING = frozenset({"appeal", "open-letter", "statement", "petition", "speech", "review-report"})


class Unspoken:
    """Finds duties and imperatives for one walk; `context` is the walk's own."""

    def __init__(self, draft: Draft, card: Card, context: Context, who: Resolver, record: Record) -> None:
        self.draft = draft
        self.card = card
        self.context = context
        self.who = who
        self.record = record
        self.grammar = grammar(draft.catalogue)

    def find(self, read: Sentence, cues: list[Hit], block: Block) -> None:
        """Find the first duty or imperative of a sentence that has cues of them."""
        for hit in cues:
            if hit.tag.startswith("also.") or hit.tag == "hint":
                continue
            if hit.tag == "imperative":
                if read.index(hit.start) <= 1 and self._imperative(read, block):
                    return
                continue
            duty = hit.tag == "duty"
            found = duties.find(read, hit.start) if duty else obligations.find(read, hit.start, hit.end)
            pleads = block.voice == "issuer" and self.card.genre in _PLEADING
            if found is not None and found.to is None and read.word(found.action - 1) == "that":
                found = duties.parted(read, found.action)
            if found is None or (found.to is None and not pleads and not self._quoted(read, block)):
                continue
            to: tuple[Party, ...] = ()
            if found.to:
                to = self._bound(read, found.to, pleads=pleads or self._quoted(read, block))
                if not to:
                    continue
                self.context.named, self.context.named_in = to, read.block
            start = read.tokens[found.action].start
            askers = attributions.speakers(self.draft, block, hit.start, self.context.asker)
            askers = askers or tellings.told_by(self.draft, read.start, read.end)
            self.record.put(
                start,
                extents.said_until(read, start, block),
                "ask.obligation",
                None,
                to,
                askers or self.card.issuers,
                explicit=False,
                reported=False,
                voice=block.voice,
                whole=read.start,
            )
            return

    def _quoted(self, read: Sentence, block: Block) -> bool:
        """Say whether a sentence stands in words that somebody speaks."""
        opened = self.draft.content.count('"', block.start, read.start + 1) % 2 == 1
        return opened and bool(attributions.speakers(self.draft, block, read.start, self.context.asker))

    def _bound(self, read: Sentence, span: tuple[int, int], *, pleads: bool) -> tuple[Party, ...]:
        """Give who has the duty: known actors anywhere, groups known by their noun in appeals and speeches."""
        start, end = read.tokens[span[0]].start, read.tokens[span[1]].end
        if span[0] == span[1] and read.word(span[0]) in {"it", "they"}:
            return self._meant(read) if span[0] == 0 else addressees.named(self.draft, read.start, start)
        to = addressees.named(self.draft, start, end)
        if any(party.id in self.draft.catalogue.actors for party in to):
            return to
        person = people.titled(self.draft, start, end)
        if person is not None:
            return (person,)  # "President Vell should …": by office and name
        return self._asked_before(read, *span) or (self._pleaded(read, span, to) if pleads else ())

    def _pleaded(self, read: Sentence, span: tuple[int, int], to: tuple[Party, ...]) -> tuple[Party, ...]:
        """Give who has the duty in words that plead: the reader, a name of the text's own, a group by its noun."""
        if read.word(span[1]) == "you":
            return self.who.reader(read.start)
        if len(to) == 1 and self._proper(read, *span):
            return to
        if read.word(phrases.head(read, *span)) not in self.grammar.agents:
            return ()
        return to or addressees.generic(read, read.tokens[span[0]].start, read.tokens[span[1]].end)

    def _proper(self, read: Sentence, first: int, last: int) -> bool:
        """Say whether a phrase is a name that the text uses elsewhere too: "Ardesh", of which no catalogue knows."""
        name = read.draft.content[read.tokens[first].start : read.tokens[last].end]
        if not all(read.tokens[at].capital for at in range(first, last + 1)):
            return False
        return re.search(rf"[a-z,] {re.escape(name)}\b", self.draft.content) is not None

    def _asked_before(self, read: Sentence, first: int, last: int) -> tuple[Party, ...]:
        """Give whom a short name stands for that was asked before in full: "the Movement" of the Orsava Movement."""
        if last != first + 1 or read.word(first) not in {"the", "this"} or not read.tokens[last].capital:
            return ()
        noun = f" {read.draft.content[read.tokens[last].start : read.tokens[last].end]}"
        named = {party.id: party for ask in self.record.found for party in (*ask.addressees, *ask.askers)}
        meant = tuple(party for party in named.values() if party.name.endswith(noun))
        return meant if len(meant) == 1 else ()

    def _meant(self, read: Sentence) -> tuple[Party, ...]:
        """Give who "it" is in "It must …": whom the sentence before binds or asks, else its known subject."""
        last = self.record.found[-1] if self.record.found else None
        spans = [span for span in self.draft.sentences(read.block) if span[1] <= read.start]
        if last is not None and spans and spans[-1][0] <= last.start < read.start:
            return last.addressees
        before = self.who.subject_before(read)
        return before if all(party.id in self.draft.catalogue.actors for party in before) else ()

    def _imperative(self, read: Sentence, block: Block) -> bool:
        addressed = bool(self.context.heading or self.context.letters) and block.voice == "issuer"
        found = imperatives.find(read, addressed=addressed)
        if found is None or block.role == "title":
            return False
        start = read.tokens[found[0]].start
        self.record.put(
            start,
            read.end,
            "ask.imperative",
            found[1],
            self.who.reader(read.start),
            self.card.issuers,
            explicit=True,
            reported=False,
            voice=block.voice,
            whole=read.start,
        )
        return True
