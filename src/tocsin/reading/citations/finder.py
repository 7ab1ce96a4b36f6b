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
    pinpoints,
    resolutions,
    shortforms,
    treaties,
)
from tocsin.reading.citations.mentions import Mention
from tocsin.reading.citations.pages import Page
from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Citation, Time

CONSTRUCTIONS: tuple[Construction, ...] = (
    *treaties.CONSTRUCTIONS,
    *resolutions.CONSTRUCTIONS,
    *decisions.CONSTRUCTIONS,
    *cases.CONSTRUCTIONS,
    *agreements.CONSTRUCTIONS,
    *laws.CONSTRUCTIONS,
    *files.CONSTRUCTIONS,
    *shortforms.CONSTRUCTIONS,
    *pinpoints.CONSTRUCTIONS,
)


def find(draft: Draft, times: Sequence[Time] = ()) -> list[Citation]:
    """Find the citations of a draft, in order; `times` resolve dates that are written without a year."""
    if not draft.hits.get("law"):
        return []
    page = Page(draft, times)
    mentions: list[Mention] = []
    for layer in (treaties, resolutions, decisions, cases, agreements, laws, files):
        mentions += layer.find(page)
    mentions.sort(key=lambda mention: mention.start)
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


def _resolved(mentions: Sequence[Mention]) -> list[Mention]:
    """Tell "the ICJ order" by the order of the same body that was cited with its date before."""
    last: dict[tuple[str | None, str], str] = {}
    made = []
    for mention in mentions:
        key = mention.body, mention.kind
        if mention.instrument is None and mention.one and mention.by == "citation.body-first" and key in last:
            made.append(dataclasses.replace(mention, instrument=last[key]))
            continue
        if mention.instrument is not None and mention.date is not None and mention.body:
            last[key] = mention.instrument
        made.append(mention)
    return made


def _in_boilerplate(draft: Draft, offset: int) -> bool:
    block = draft.block_at(offset)
    return block is not None and draft.blocks[block].role == "boilerplate"
