# SPDX-License-Identifier: Apache-2.0
"""The record of a walk: the asks found so far, each with what its own words tell."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.reading.asks import attributes
from tocsin.reading.asks.grammar import grammar
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.records.findings import Ask, Citation, Party, Time

_LEAD_IN = late(r"[\s,:;\"'(-]*")


class Record:
    """What a walk has found; `put` adds an ask."""

    def __init__(self, draft: Draft, times: Sequence[Time], citations: Sequence[Citation]) -> None:
        self.draft = draft
        self.times = times
        self.citations = citations
        self.grammar = grammar(draft.catalogue)
        self.found: list[Ask] = []

    def put(
        self,
        start: int,
        end: int,
        by: str,
        force: str | None,
        to: tuple[Party, ...],
        askers: tuple[Party, ...],
        *,
        explicit: bool,
        reported: bool,
        voice: str,
        whole: int,
    ) -> None:
        """Add the ask whose action is a view span; `whole` is where its sentence begins."""
        start += len(_LEAD_IN.match(self.draft.content, start, end).group())  # type: ignore[union-attr]  # matches always
        if end - start < 3:
            return
        self.found.append(
            Ask(
                start=start,
                end=end,
                quote="",
                by=by,
                askers=askers,
                addressees=to,
                force=force,
                explicit=explicit,
                reported=reported,
                voice=voice,
                asks_for=attributes.asks_for(self.draft, self.grammar, start, end),
                by_when=attributes.by_when(self.draft, start, end, self.times),
                condition=attributes.condition(self.draft, whole, start, end),
                law=attributes.law(start, end, self.citations),
            )
        )

    def adds(self, block: int, start: int, to: tuple[Party, ...], *, turned: bool) -> bool:
        """Say whether a plea at a view offset goes on with the one before it: same words to the same people.

        `turned` says that the text has turned to somebody.
        """
        begin = self.draft.blocks[block].start
        last = self.found[-1] if self.found else None
        if last is None or last.by != "ask.plea" or last.start < begin:
            return False
        content = self.draft.content
        if content[last.end : start].strip() or (to and to != last.addressees):
            return False
        return turned or content.count('"', begin, start) % 2 == 1
