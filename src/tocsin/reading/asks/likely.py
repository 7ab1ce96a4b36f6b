# SPDX-License-Identifier: Apache-2.0
"""Likely asks: sentences that no construction reads and that the encoder takes for asks; it marks them too."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.reading.asks import tellings
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.grammar import grammar
from tocsin.reading.asks.records import Record
from tocsin.reading.asks.resolvers import Resolver
from tocsin.reading.asks.sentences import Sentence, sentence
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.likely.encoder import ASKS, Told, encoder
from tocsin.reading.likely.glances import BOUND, worth
from tocsin.reading.likely.marks import runs
from tocsin.records.findings import Card, Party

RUNNING = frozenset({"body", "list-item", "quotation"})
"""Roles of blocks whose sentences are judged."""
_LEAST = 0.9
"""Likelihood from which a sentence is taken for an ask."""
_LONGEST = 400
"""Code points that such a sentence has at most."""
_FEWEST = 4
"""Words that what is asked for has at least."""
_DETERMINERS = frozenset({"the", "a", "an", "this", "these", "its", "their", "his", "her", "our", "your", "all"})
"""Words before what is asked for that belong to it."""


class Likely:
    """Judges sentences for one walk."""

    def __init__(self, draft: Draft, card: Card, who: Resolver, record: Record) -> None:
        self.draft = draft
        self.card = card
        self.who = who
        self.record = record
        self.grammar = grammar(draft.catalogue)

    def find(self, index: int, block: Block, read: Sequence[tuple[int, int]]) -> None:
        """Judge the sentences of a block in which nothing was found; `read` are spans that others have read."""
        if block.role not in RUNNING or self.card.genre in BOUND:
            return
        for start, end in self.draft.sentences(index):
            if end - start > _LONGEST or self.draft.content[end - 1] == ":":
                continue
            taken = (*read, *((ask.start, ask.end) for ask in self.record.found))
            if any(first < end and start < last for first, last in taken):
                continue
            cued = bool(self.draft.within("force", start, end) or self.draft.within("ask", start, end))
            if not worth(self.draft.content[start:end], ASKS, self.card.genre, cued=cued):
                continue
            found, spans = encoder().read(self.draft.content, start, end)
            told = encoder().told(found)
            if len(found) > _FEWEST and told.likelihoods[ASKS] >= _LEAST:
                whole = sentence(self.draft, self.grammar, index, start, end)
                self._put(whole, block, told, [*zip(found, spans, strict=True)])

    def _put(self, read: Sentence, block: Block, told: Told, held: Sequence[tuple[str, tuple[int, int]]]) -> None:
        found, spans = [word for word, _ in held], [span for _, span in held]
        actions = [
            run for run in runs(told.action) if sum(word[-1].isalpha() for word in found[slice(*run)]) >= _FEWEST
        ]
        if not actions:
            return
        first, last = max(actions, key=lambda run: run[1] - run[0])
        first -= first > 0 and found[first - 1] in _DETERMINERS
        start, end = spans[first][0], spans[last - 1][1]
        trigger = Trigger(index=read.index(start), lemma="", force="request", form="base", first=True)
        to: list[Party] = []
        for low, high in runs(told.whom):
            whom = read.index(spans[low][0]), read.index(spans[high - 1][1]) - 1
            complement = Complement(by="ask.likely", to=whom, action=trigger.index)
            to += [party for party in self.who.addressees(read, trigger, complement, block) if party not in to]
        forces = self.draft.within("force", read.start, start)
        self.record.put(
            start,
            end,
            "ask.likely",
            forces[0].tag if forces else None,
            tuple(to),
            self._askers(read, trigger, block),
            explicit=False,
            reported=False,
            voice=block.voice,
            whole=read.start,
        )

    def _askers(self, read: Sentence, trigger: Trigger, block: Block) -> tuple[Party, ...]:
        """Give who asks: who is said to have said it, else whoever speaks; nobody in news that quotes nobody."""
        teller = tellings.told_by(self.draft, read.start, read.end)
        return teller if teller or self.card.genre == "news" else self.who.askers(read, trigger, block)
