# SPDX-License-Identifier: Apache-2.0
"""Which constructions read citations, in what order, and how what they found is put together."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from tocsin.reading.citations import (
    agreements,
    cases,
    decisions,
    files,
    laws,
    own,
    owned,
    pinpoints,
    resolutions,
    shortforms,
    statutes,
    symbols,
    treaties,
)
from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import GAP, Page
from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.records.findings import Citation, Time

CONSTRUCTIONS: tuple[Construction, ...] = (
    *treaties.CONSTRUCTIONS,
    *resolutions.CONSTRUCTIONS,
    *symbols.CONSTRUCTIONS,
    *decisions.CONSTRUCTIONS,
    *owned.CONSTRUCTIONS,
    *cases.CONSTRUCTIONS,
    *agreements.CONSTRUCTIONS,
    *laws.CONSTRUCTIONS,
    *files.CONSTRUCTIONS,
    *statutes.CONSTRUCTIONS,
    *shortforms.CONSTRUCTIONS,
    *pinpoints.CONSTRUCTIONS,
)

_IN_CASE = late(rf",?{GAP}(?:in{GAP}(?:the{GAP}case{GAP}(?:of{GAP})?)?)?")
_SHORTENED = frozenset(("citation.body-first", "citation.adopted-by"))
"""Constructions whose undated mention may be short for a dated one."""


def find(draft: Draft, times: Sequence[Time] = ()) -> list[Citation]:
    """Find the citations of a draft, in order; `times` resolve dates that are written without a year."""
    if not draft.hits.get("law"):
        return []
    page = Page(draft, times)
    mentions = list(shortforms.by_context(page))
    for layer in (treaties, resolutions, decisions, cases, agreements, laws, files, statutes):
        mentions += layer.find(page)
    mentions = _with_cases(page, sorted(mentions, key=lambda mention: mention.start))
    mentions += list(shortforms.find(page, tuple(mentions)))
    mentions.sort(key=lambda mention: mention.start)
    mentions = pinpoints.put(page, _resolved(mentions))
    return [
        Citation(
            start=mention.start,
            end=mention.end,
            quote="",
            by=mention.by,
            instrument=mention.instrument,
            pinpoint=mention.pointed,
            date=mention.date,
        )
        for mention in sorted(mentions, key=lambda mention: (mention.start, mention.end))
        if not _in_boilerplate(draft, mention.start) and not own.is_own(draft, mention)
    ]


def _with_cases(page: Page, mentions: Sequence[Mention]) -> list[Mention]:
    """Take "in Ilmar v. Ardesh" into the court's judgment right before it: both name one paper."""
    made: list[Mention] = []
    for mention in mentions:
        held = made[-1] if made and mention.by == "citation.case" and not mention.date else None
        held = (
            None if held and held.by == "citation.own" else held
        )  # "its decision of 3 May 2031 on Karsk in Ilmar v. Ardesh"
        ruled = held is not None and held.kind in shortforms.COURT and (held.date or held.body)
        if held and ruled and _IN_CASE.fullmatch(page.content, held.end, max(held.end, mention.start)):
            made[-1] = dataclasses.replace(
                held, end=mention.end, pointed=mention.pointed, instrument=held.instrument or mention.instrument
            )
        else:
            made.append(mention)
    return made


def _resolved(mentions: Sequence[Mention]) -> list[Mention]:
    """Tell "the ICJ order", "the decision of the ICJ" by what the same body was cited with its date before."""
    last: dict[tuple[str | None, str], str] = {}
    dated: dict[str, set[str]] = {}
    made = []
    for mention in mentions:
        key = mention.body, mention.kind
        if mention.instrument is None and mention.one and mention.by in _SHORTENED:
            only = dated.get(mention.body or "", set()) if mention.kind in shortforms.COURT else set()
            said = last.get(key) or (next(iter(only)) if len(only) == 1 else None)
            if said is not None:
                made.append(dataclasses.replace(mention, instrument=said))
                continue
        if mention.instrument is not None and mention.date is not None and mention.body:
            last[key] = mention.instrument
            if mention.kind in shortforms.COURT:
                dated.setdefault(mention.body, set()).add(mention.instrument)
        made.append(mention)
    return made


def _in_boilerplate(draft: Draft, offset: int) -> bool:
    block = draft.block_at(offset)
    return block is not None and draft.blocks[block].role == "boilerplate"
