# SPDX-License-Identifier: Apache-2.0
"""Stems: what a heading or a line before a list leaves to what stands below it – whom it asks, with which force."""

from __future__ import annotations

import re
from dataclasses import replace

from tocsin.reading.asks import addressees, contexts, readers, sections
from tocsin.reading.asks.askings import Trigger
from tocsin.reading.asks.contexts import Context, Stem
from tocsin.reading.asks.readers import SUPPORTERS
from tocsin.reading.asks.records import Record
from tocsin.reading.cards import addresses
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.patterns import late
from tocsin.records.findings import Card, Party

_WRITTEN_TO = frozenset({"open-letter", "petition"})
"""Genres whose lists ask their reader, where no heading says otherwise."""
GIFTS = late(
    r"\b(?:donat(?:e|es|ing|ions?)|gifts?|chip in|crowdfund\w*|become a (?:member|donor|patron)|support our work|"
    r"subscribe|follow us|sign up|like us|our newsletter)\b",
    re.IGNORECASE,
)
"""What a site's or a mailing's own pleas are for: nothing that the ledger keeps."""


class Stems:
    """Makes and uses stems for one walk; `context` is the walk's own and changes under it."""

    def __init__(self, draft: Draft, card: Card, context: Context, record: Record) -> None:
        self.draft = draft
        self.card = card
        self.context = context
        self.record = record

    def _announces(self, index: int, block: Block) -> bool:
        """Take a line such as "We turn to you with the following requests." for the stem of what stands below."""
        below = self.draft.blocks[index + 1] if index + 1 < len(self.draft.blocks) else None
        if below is None or (block.role == "title" and not contexts.ends_calling(self.draft, index)):
            return False
        listed = below.role == "list-item" or contexts.addresses(self.draft, below)
        if below.role == "list-item" and contexts.ends_calling(self.draft, index):
            self.context.heading, self.context.listed = SUPPORTERS, False
            self.context.stem = replace(self._headed(index, block, "request"), to=SUPPORTERS)
            return True
        told = contexts.announced(self.draft, block, listed=listed)
        if told is None:
            return False
        stem = self._headed(index, block, told[0])
        to = addressees.named(self.draft, *told[1]) if told[1] else ()
        self.context.stem = replace(stem, to=to)
        return True

    def _listed(self, start: int, end: int, stem: Stem, to: tuple[Party, ...], block: Block) -> None:
        if to == SUPPORTERS and GIFTS.search(self.draft.content, start, end):
            return
        self.record.put(
            start,
            end,
            "ask.list",
            stem.force,
            to,
            stem.askers,
            explicit=True,
            reported=stem.reported,
            voice=stem.voice,
            whole=block.start,
        )

    def _quiet(self, index: int, block: Block) -> None:
        """Take in a block that asks nothing itself: a heading that addresses or names a section, or plain text."""
        context = self.context
        stem = context.stem
        if contexts.is_short(self.draft, block):
            running = stem is not None or (bool(context.heading) and context.listed)
            force = sections.heading_force(self.draft, block)
            together = running and sections.all_together(self.draft, block)
            to = tuple(context.sections) if together else ()
            if force is None and not to:
                to = contexts.heading_addressees(self.draft, block, running=running)
            if to:
                context.sections += [party for party in to if party not in context.sections]
                context.heading, context.listed = to, False
                if stem is not None:
                    context.stem = replace(stem, to=to, used=False, depth=0)
                if context.section is not None:
                    context.section = replace(context.section, to=to)
                return
            if contexts.calls_readers(self.draft, block):
                context.heading, context.listed = SUPPORTERS, False
                context.stem = replace(self._headed(index, block, "request"), to=SUPPORTERS)
                return
            if block.role == "heading" or force:
                self._section(index, block)
            return
        context.stem = None
        if context.listed:
            context.heading, context.listed = (), False

    def _section(self, index: int, block: Block) -> None:
        """Open a section: its heading says what kind of thing is asked below and of whom, or nothing of either."""
        context = self.context
        force = sections.heading_force(self.draft, block)
        context.heading, context.listed = (), False
        context.sections.clear()
        context.section = None
        context.stem = self._headed(index, block, force[0]) if force else None
        if force and force[1] and context.stem:
            you = self.card.genre in readers.MAILED and self.draft.content[slice(*force[1])].lower().endswith(
                (" you", " you:")
            )
            to = SUPPORTERS if you else addresses.parties(self.draft, *force[1])
            context.stem = replace(context.stem, to=to)
        elif context.stem and self.card.genre in _WRITTEN_TO and block.voice == "issuer":
            context.stem = replace(context.stem, to=context.saluted or self.card.addressees)
        context.section = context.stem if force and force[0] == "recommend" else None

    def _stem(
        self, trigger: Trigger, to: tuple[Party, ...], askers: tuple[Party, ...], voice: str, depth: int, block: int
    ) -> Stem:
        """Make the stem that a trigger leaves to what stands below it."""
        told = trigger.reported
        return Stem(force=trigger.force, to=to, askers=askers, voice=voice, reported=told, depth=depth, block=block)

    def _headed(self, index: int, block: Block, force: str) -> Stem:
        """Make the stem of a section called "Recommendations" or "Our demands"."""
        return Stem(
            force=force,
            to=(),
            askers=self.card.issuers,
            voice=block.voice,
            reported=False,
            depth=0,
            block=index,
        )
