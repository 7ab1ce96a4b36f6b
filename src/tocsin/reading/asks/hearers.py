# SPDX-License-Identifier: Apache-2.0
"""Hearers: to whom a plea is said – whom it calls, whom a quotation speaks to, whom "let them" means."""

from __future__ import annotations

from tocsin.reading.asks import addressees, attributions, contexts, people, phrases, quotations, turnings
from tocsin.reading.asks.contexts import Context
from tocsin.reading.asks.grammar import grammar
from tocsin.reading.asks.pleas import Plea
from tocsin.reading.asks.scripts import Script
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import mentions, names
from tocsin.reading.patterns import late
from tocsin.records.findings import Card, Party

_SPOKEN_TO = late(
    r"\b(?:address(?:ed|es|ing)|told|tells|telling|asked|warned|begged|beg|"
    r"(?:message|words?|say|said|plea|appeal|reply|answer) to)\s+(?P<who>[^.;:\"]{3,120})(?:[^:\"]*:\s*)?\"?\Z"
)
_TOLD = late(r"\"\s*,?\s*[^.;\"]{0,80}?\b(?:told|tells|urged|asked|warned|begged|implored)\s+(?P<who>[^.;,\"]{3,80})")


class Hearers:
    """Resolves who hears a plea for one walk; `context` is the walk's own."""

    def __init__(self, draft: Draft, card: Card, context: Context, script: Script) -> None:
        self.draft = draft
        self.card = card
        self.context = context
        self.script = script
        self.grammar = grammar(draft.catalogue)

    def _addressed(self, read: Sentence) -> tuple[Party, ...]:
        held = self.card.addressees
        begin = self.draft.blocks[read.block].start
        one_of = contexts.greeted(self.draft, begin, read.end, held) if len(held) > 1 else ()
        turned = turnings.told(self.draft, read.end - 1, held) if len(held) > 1 else ()
        return self.context.heading or one_of or turned or self.context.saluted or held

    def _told(self, read: Sentence, block: Block, start: int) -> tuple[Party, ...]:
        """Give to whom quoted words are spoken: "she told X: "…"", or whom the paragraph asked last."""
        content = self.draft.content
        opening = content.rfind('"', block.start, start)
        before = _SPOKEN_TO.search(content, max(block.start, opening - 200), max(opening, block.start))
        closing = content.find('"', start, block.end)
        after = _TOLD.match(content, closing, block.end) if closing >= 0 else None
        for match in (before, after):
            if match is None:
                continue
            to = addressees.named(self.draft, *match.span("who")) or addressees.generic(read, *match.span("who"))
            if to:
                return to
        called = quotations.called(self.draft, block, start)
        if called and (to := addressees.named(self.draft, *called) or addressees.generic(read, *called)):
            return to
        if self.context.named_in != read.block:
            return ()
        speaking = attributions.speakers(self.draft, block, start, self.context.asker)
        ids = {party.id for party in (*speaking, *self.context.asker)}
        return tuple(party for party in self.context.named if party.id not in ids)

    def _called(self, read: Sentence, plea: Plea) -> tuple[Party, ...]:
        if plea.called is None:
            return ()
        span = read.tokens[plea.called[0]].start, read.tokens[plea.called[1]].end
        known = tuple(p for p in names.parties(self.draft, *span) if p.id in self.draft.catalogue.actors)
        called = self.draft.content[slice(*span)]
        if not known and (greeted := self._by_last_name(called.rsplit(" ", 1)[-1])):
            return greeted
        if known or "president" not in called.lower() or self.context.saluted:
            person = people.person(self.draft, *span)
            return known or ((person,) if person is not None and not self.context.saluted else ())
        begin = self.draft.blocks[read.block].start
        near = mentions.within(self.draft, begin, span[0])[-1:]
        return tuple(Party(id=m.tag, name=self.draft.content[m.start : m.end]) for m in near)

    def _by_last_name(self, name: str) -> tuple[Party, ...]:
        """Give whom a letter greets by the name that a plea calls: "Mr Vesk, stop …" to President Vesk."""
        held = (*self.context.saluted, *self.card.addressees)
        return tuple(party for party in held if party.name.rsplit(" ", 1)[-1] == name)[:1]

    def _let(self, read: Sentence, span: tuple[int, int]) -> tuple[Party, ...]:
        """Give who is let to act: "let the two neighbours talk"; "it" is who was named last before."""
        if read.word(span[0]) in {"it", "them", "him", "her", "they"}:
            held = names.parties(self.draft, read.start, read.tokens[span[0]].start)
            known = [party for party in held if party.id in self.draft.catalogue.actors]
            return tuple(known[-1:]) or self.context.named
        if read.word(span[0]) in {"its", "their"}:
            owners = mentions.within(self.draft, read.start, read.tokens[span[0]].start)[-1:]
            return tuple(Party(id=one.tag, name=self.draft.content[one.start : one.end]) for one in owners)
        if not phrases.names_somebody(read, *span):
            return ()
        places = read.tokens[span[0]].start, read.tokens[span[1]].end
        return addressees.named(self.draft, *places) or addressees.generic(read, *places)
