# SPDX-License-Identifier: Apache-2.0
"""The walk over a document's blocks: headings and stems are remembered, sentences with a cue are read."""
# ruff: noqa: C901, PLR0911 - one return a kind of item; a word list reads best as words

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tocsin.reading.asks import (
    addressing,
    advised,
    clefts,
    complements,
    contexts,
    counsels,
    counting,
    extents,
    hints,
    items,
    nominals,
    openings,
    partings,
    questions,
    readers,
    replies,
    sections,
    sought,
    verbs,
    wishes,
)
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.contexts import Stem
from tocsin.reading.asks.frames import Complement
from tocsin.reading.asks.grammar import grammar
from tocsin.reading.asks.likely import Likely
from tocsin.reading.asks.pleaders import ANYWHERE, CALLED, CONDITION, JOINED, LABEL, Pleader, Pleading
from tocsin.reading.asks.readers import SUPPORTERS
from tocsin.reading.asks.records import Record
from tocsin.reading.asks.resolvers import Resolver
from tocsin.reading.asks.scripts import Script
from tocsin.reading.asks.sentences import Sentence, sentence
from tocsin.reading.asks.stems import GIFTS, Stems
from tocsin.reading.asks.unspoken import Unspoken
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.lexicon import Hit
from tocsin.records.findings import Ask, Card, Citation, Party, Time

_SILENT = frozenset({"boilerplate", "signature", "dateline"})


_HEAD = 5
"""Tokens before which the subject of an item's own verb begins."""


class Walk(Stems):
    """One pass over a draft; `asks` gives what it found."""

    def __init__(
        self,
        draft: Draft,
        card: Card,
        times: Sequence[Time],
        citations: Sequence[Citation],
        read: Sequence[tuple[int, int]],
    ) -> None:
        super().__init__(draft, card, contexts.begun(draft, news=card.genre == "news"), Record(draft, times, citations))
        self.read = read
        self.grammar = grammar(draft.catalogue)
        self.script = Script(draft)
        self.who = Resolver(draft, card, self.context, self.script)
        self.pleader = Pleader(draft, card, self.context, self.script)
        self.unspoken = Unspoken(draft, card, self.context, self.who, self.record)
        self.likely = Likely(draft, card, self.who, self.record)
        self.past = 0

    def asks(self, start: int, end: int) -> list[Ask]:
        """Walk the blocks that begin in a stretch of the view, in order, and give the asks."""
        for index, block in enumerate(self.draft.blocks):
            if block.start < self.past or not start <= block.start < end:
                continue
            if block.role in _SILENT or block.voice == "other":
                if block.role == "boilerplate" and not items.turns_page(self.draft, index):
                    self.context.stem = None
                continue
            self._block(index, block)
            if self.context.stem is None or self.context.stem.block != index:
                self.likely.find(index, block, self.read)
        return self.record.found

    # blocks

    def _block(self, index: int, block: Block) -> None:
        context = self.context
        if contexts.is_salutation(self.draft, block):
            context.saluted = readers.saluted(self.draft, self.card, block, context.saluted) or context.saluted
            context.letters = True
            context.clear()
            return
        opened = None if context.letters else readers.opened(self.draft, self.card, index)
        if opened is not None:
            context.saluted, context.letters = opened, True
        if context.stem is not None and items.closes(self.draft, block):
            context.clear()
            return
        if block.role == "list-item":
            self._item(index, block)
            return
        before, stem, going = len(self.record.found), context.stem, context.going
        if going is not None and going.block == index - 1 and self._goes_on(index, block, going):
            context.going = replace(going, block=index)
            return
        context.turned.clear()
        if (told := advised.find(self.draft, self.grammar, index, block)) is not None:
            under = stem or self._headed(index, block, "recommend")
            self._listed(told.start, told.end, under, told.to or under.to or context.heading, block)
            return
        if stem is not None and stem.block == index - 1 and not stem.used and self._goes_on(index, block, stem):
            context.stem = replace(stem, used=True)
            return
        counselled = self._counselled(index, block) if stem is None or stem.used else block.start
        if counselled == block.end:
            return
        part = items.below(self.draft, self.grammar, index, block) if stem is not None else None
        if stem is not None and part is not None:
            self._listed(part[0], block.end, stem, part[1] or stem.to or context.heading, block)
            return
        if self._has_cue(index, block) or self.draft.content.find(": ", block.start, block.end) >= 0:
            self._sentences(index, block, counselled)
        announced = context.stem is stem and self._announces(index, block)
        if announced or len(self.record.found) > before or context.stem is not stem:
            if context.stem is stem and not announced:
                context.stem = None
            return
        self._quiet(index, block)

    def _counselled(self, index: int, block: Block) -> int:
        """Read the imperatives of a section on recommendations; give where what they say ends."""
        section = self.context.section
        if section is None or self._is_read(block.start, block.end):
            return block.start
        spans = counsels.find(self.draft, self.grammar, index)
        for start, end in spans:
            self._listed(start, end, section, section.to, block)
        return spans[-1][1] if spans else block.start

    def _goes_on(self, index: int, block: Block, stem: Stem) -> bool:
        """Read a paragraph that goes on with its heading's verb: "WE REQUEST", "the mission to …; the agency to …"."""
        parts = items.continued(self.draft, self.grammar, index, block)
        for start, end, to in parts:
            self._listed(start, end, stem, to, block)
        return bool(parts)

    def _has_cue(self, index: int, block: Block) -> bool:
        return bool(
            self.draft.within("force", block.start, block.end)
            or self.draft.within("ask", block.start, block.end)
            or any(self.pleader.hanging(start, end) for start, end in self.pleader.sentences(index))
        )

    def _item(self, index: int, block: Block) -> None:
        context = self.context
        context.listed = True
        stem = context.stem
        if stem is not None and stem.used and 0 < block.depth <= stem.depth:
            stem = context.stem = None
        read = self._is_read(block.start, block.end)
        if not read and sections.heading_force(self.draft, block) is not None:
            self._section(index, block)  # "5. Our requests": a numbered heading
            return
        if self.draft.content[block.end - 1] == ":" and not read and self._announces(index, block):
            return
        if stem is None and not read:
            stem = context.stem = self._opening(index)
        before = len(self.record.found)
        own = openings.begun(self.draft, self.grammar, index) if stem is None and not read else None
        if own is not None:
            self._ask(*own, None, block)
            self._sentences(index, block, own[0].end)
            return
        self.context.turned.clear()
        if stem is None and not read and self._counselled(index, block) > block.start:
            return
        turning = stem is None and self.draft.content.find(": ", block.start, block.end) >= 0
        if (turning or self._has_cue(index, block)) and (stem is None or self._speaks(index)):
            self._sentences(index, block)
            if len(self.record.found) > before or context.stem is not stem:
                return
        if read or (stem is None and self.draft.content[block.end - 1] != ":"):
            return
        item = items.find(self.draft, self.grammar, index, block)
        item = replace(item, to=self.who.domestic(index, block.start, item.start, item.to))
        if item.led and not item.header and stem is not None and self._reads_led(index, item.to, item.start, block):
            return
        if item.header:
            context.stem = stem and replace(stem, to=item.to, depth=0)
            context.heading = context.heading if stem else item.to
            return
        if stem is None:
            return
        context.stem = replace(stem, used=True)
        end = self._closed(index, block)
        to = item.to if item.start > block.start else stem.to or context.heading or item.to
        self._listed(item.start, end, stem, to or stem.to or context.heading, block)

    def _reads_led(self, index: int, to: tuple[Party, ...], start: int, block: Block) -> bool:
        """Read the sentences after an item's body, if they ask by verbs of their own: "Ministry of X. We urge …"."""
        if not self.draft.within("force", start, block.end):
            return False
        before, stem = len(self.record.found), self.context.stem
        heading, self.context.heading = self.context.heading, to
        self._sentences(index, block)
        self.context.heading, self.context.stem = heading, stem and replace(stem, to=to, used=True)
        return len(self.record.found) > before

    def _opening(self, index: int) -> Stem | None:
        """Make a stem of a line that breaks off before the list: "We beg you", "… requests that your Office"."""
        joined = openings.find(self.draft, self.grammar, index)
        if joined is None:
            return None
        read, trigger, found = joined
        above = self.draft.blocks[read.block]
        # What was read of the line by itself broke off where the line does.
        begun = read.tokens[trigger.index].start
        self.record.found = [ask for ask in self.record.found if not begun < ask.start < above.end]
        return self._stem(
            trigger,
            self.who.addressees(read, trigger, found, above),
            self.who.askers(read, trigger, above),
            above.voice,
            above.depth,
            read.block,
        )

    def _closed(self, index: int, block: Block) -> int:
        """Give where an item ends: with the items below it, if it breaks off before them."""
        end = items.end_of(self.draft, index, block)
        self.past = max(self.past, end if end > block.end else 0)
        return end

    def _speaks(self, index: int) -> bool:
        """Say whether an item under a stem has a trigger of its own: "I urge …", "… we call on …"."""
        for start, end in self.draft.sentences(index):
            hits = [(hit.start, hit.tag) for hit in self.draft.within("force", start, end)]
            if not hits:
                continue
            read = sentence(self.draft, self.grammar, index, start, end)
            if any(found.first or self._organ_asks(read, found) for found in verbs.find(read, hits)):
                return True
        return False

    def _organ_asks(self, read: Sentence, trigger: Trigger) -> bool:
        """Say whether a body asks in the third person at the head of an item: "Lastly the Committee appeals to …"."""
        if trigger.form != "s" or trigger.subject is None or trigger.subject[0] > _HEAD:
            return False
        noun = read.word(trigger.subject[1])
        return noun in self.grammar.agents and read.tokens[trigger.subject[1]].capital

    def _is_read(self, start: int, end: int) -> bool:
        return any(first < end and start < last for first, last in self.read)

    # sentences

    def _sentences(self, index: int, block: Block, floor: int = 0) -> None:
        """Read the sentences of a block that begin at `floor` or after it."""
        for begin, end in self.draft.sentences(index):
            start = self.script.begun(begin, end)
            if start < floor or self._is_read(start, end):
                continue
            if self._counts(index, block, start, end):
                continue
            forces = self.draft.within("force", start, end)
            cues = self.draft.within("ask", start, end) + self.pleader.hanging(start, end)
            turning = addressing.may_turn(self.draft.content, start, end)
            if (
                turning
                and not (forces or cues or self.context.turned or self.pleader.may_turn(start, end))
                and block.role != "title"
            ):
                continue
            speaking = forces or turning or self.context.turned
            if not (speaking or any(self._is_near_start(start, hit) for hit in cues)):
                continue
            also = [hit for hit in cues if hit.tag.startswith("also.")]
            read = sentence(self.draft, self.grammar, index, start, end)
            if not read.tokens:
                continue
            before = len(self.record.found), self.record.found[-1:]
            self.pleader.greet(read)
            pleaded = self.pleader.turn(read) if turning else []
            pleaded += self.pleader.find(read, block, [hit for hit in cues if hit.tag == "imperative"])
            polite = [questions.find(read, read.index(hit.start)) for hit in cues if hit.tag == "imperative"]
            asked = [pair for pair in polite if pair is not None]
            asked += [
                pair for hit in cues if hints.is_cue(read, hit) and (pair := hints.find(read, hit.start)) is not None
            ]
            if forces or also or pleaded or asked:
                hits = [(hit.start, hit.tag) for hit in forces] + wishes.places(read, also)
                self._explicit(read, hits, block, pleaded, asked)
            unchanged = (len(self.record.found), self.record.found[-1:]) == before
            if unchanged and len(cues) > len(also):
                self.unspoken.find(read, cues, block)

    def _counts(self, index: int, block: Block, start: int, end: int) -> bool:
        """Read a sentence that counts out what the one before it announced: "First, that …; second, that …"."""
        stem = self.context.stem
        if stem is None or stem.block != index:
            return False
        spans = counting.counted(self.draft, start, end)
        for span in spans:
            self._listed(*span, stem, stem.to, block)
        return bool(spans)

    def _is_near_start(self, start: int, hit: Hit) -> bool:
        """Say whether a cue stands where it can ask: an imperative in mid-sentence opens quoted words (Pleader)."""
        before = self.draft.content[start : hit.start]
        if hit.tag != "imperative" or before.endswith('"') or len(before.split(None, 2)) < 2:
            return True
        if any(shape.fullmatch(before) for shape in (CONDITION, LABEL, CALLED, JOINED)):
            return True
        return self.draft.content[hit.start : hit.end].lower() in ANYWHERE

    def _explicit(
        self,
        read: Sentence,
        hits: list[tuple[int, str]],
        block: Block,
        pleaded: Sequence[Pleading] = (),
        asked_politely: Sequence[tuple[Trigger, Complement]] = (),
    ) -> None:
        hits = sorted(set(hits))
        cleft = clefts.find(read) if hits else None
        if cleft is not None:
            self._ask(read, *cleft, None, block)
            return
        pairs: list[tuple[Trigger, Complement]] = list(asked_politely)
        taken: set[int] = set()
        for trigger in verbs.find(read, hits):
            found = complements.find(read, trigger)
            if found is not None and not (pairs and extents.nested(read, pairs[-1], trigger)):
                pairs.append((trigger, found))
                taken.add(trigger.index)
        for offset, force in hits:
            at = read.index(offset)
            noun = None if at in taken else nominals.find(read, at, force) or sought.find(read, at, force)
            held = noun and any(extents.within(read, found, noun[0]) for _, found in pairs)
            beside = noun and noun[0].subject is not None and read.word(noun[0].subject[1]) == "and"
            if noun and (beside or not held):
                pairs.append(noun)
        asked = {trigger.index for trigger, _ in pairs}
        actions = {found.action for _, found in pairs}
        told = {
            id(plea.trigger): plea.to
            for plea in pleaded
            if plea.complement.action not in actions and plea.trigger.index not in asked
        }
        pairs += [(plea.trigger, plea.complement) for plea in pleaded if id(plea.trigger) in told]
        pairs.sort(key=lambda pair: pair[0].index)
        for at, (trigger, found) in enumerate(pairs):
            following = pairs[at + 1][0] if at + 1 < len(pairs) else None
            self._ask(read, trigger, found, following, block, told.get(id(trigger)))

    def _ask(
        self,
        read: Sentence,
        trigger: Trigger,
        found: Complement,
        following: Trigger | None,
        block: Block,
        told: tuple[Party, ...] | None = None,
    ) -> None:
        askers = self.who.askers(read, trigger, block)
        to = self.who.addressees(read, trigger, found, block) if told is None else told
        if block.voice == "issuer" and self.card.genre != "news":
            askers, to, trigger = self._replied(read, trigger, found, askers, to)
        if found.action is None:
            self.context.stem = self._stem(trigger, to, askers, block.voice, block.depth, read.block)
            return
        if found.action >= len(read.tokens):
            return
        start = read.tokens[found.action].start
        end = extents.end_of(read, trigger, start, following, block)
        if found.through is not None:
            end = min(end, read.tokens[found.through].end)
        voice = block.voice
        if told_one_by_one := counting.inline(self.draft, start, end):
            stem = self._stem(trigger, to, askers, voice, block.depth, read.block)
            for span in told_one_by_one:
                self._listed(*span, stem, to, block)
            return
        if counting.announces(self.draft, start, end):
            self.context.stem = self._stem(trigger, to, askers, voice, block.depth, read.block)
            return
        if to == SUPPORTERS and GIFTS.search(self.draft.content, start, end):
            return
        if found.by == "ask.plea" and self.record.adds(read.block, start, to, turned=bool(self.context.turned)):
            self.record.found[-1] = replace(self.record.found[-1], end=end)
            return
        to = to or self.who.implied(read, trigger, found, (start, end), self.record.found[-1:])
        if read.end == block.end and self.draft.content[end - 1] in ";," and found.to is not None:
            self.context.going = self._stem(trigger, (), askers, voice, 0, read.block)
        if found.lists:
            self.context.stem = self._stem(trigger, to, askers, voice, block.depth, read.block)
        for span, also in partings.parted(read, found, start, end, to):
            self.record.put(
                *span,
                found.by,
                trigger.force if found.explicit else None,
                also,
                askers,
                explicit=found.explicit,
                reported=trigger.reported,
                voice=voice,
                whole=read.start,
            )

    def _replied(
        self, read: Sentence, trigger: Trigger, found: Complement, askers: tuple[Party, ...], to: tuple[Party, ...]
    ) -> tuple[tuple[Party, ...], tuple[Party, ...], Trigger]:
        """Give who asks whom where a letter speaks of what its reader asked, or asks beside its reader."""
        if replies.is_told_back(read, trigger):
            reader = self.who.reader(read.start)
            to = to or replies.ourselves(read, trigger, found, self.card.issuers, reader)
            return reader, tuple(party for party in to if party not in reader), replace(trigger, reported=True)
        if replies.is_joined(read, trigger, found):
            return askers, (), trigger
        before = self.record.found[-1] if self.record.found else None
        to = to or replies.ourselves(read, trigger, found, self.card.issuers, askers)
        return askers, to or replies.answered(read, trigger, found, before), trigger
