# SPDX-License-Identifier: Apache-2.0
"""The warnings of a draft: clauses in which a harm stands together with words that make it future or growing."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from tocsin.reading import speakers
from tocsin.reading.claims.scenes import places, scene
from tocsin.reading.clauses import cut, runs
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.reading.warnings import alternatives, likely, outlooks, prospects, sites, tipping
from tocsin.reading.warnings.cued import ALONE, AVERTED, OF_PEOPLE, SPEAKING, cued
from tocsin.reading.warnings.cues import groups
from tocsin.reading.warnings.outlooks import OUTLOOKS, Outlook
from tocsin.reading.warnings.phrases import UNNAMED
from tocsin.reading.warnings.placing import Placed, placed, whole
from tocsin.reading.warnings.prospects import Prospect
from tocsin.records.findings import Card, Warning  # noqa: A004 - the house's word

_FINITE = OUTLOOKS | {"condition", "otherwise"}
"""Constructions with a subject and a verb of their own, which no verb before them averts."""
_MOST = 2
"""So many warnings a sentence tells at most."""


def find(draft: Draft, card: Card) -> list[Warning]:
    """Find the warnings of a draft, in order, at most one of a harm in a sentence."""
    warnings: list[Warning] = []
    ahead = outlooks.find(draft)
    starts = [outlook.start for outlook in ahead]
    for number, start, end in _sentences(draft, ahead):
        voice = draft.blocks[number].voice
        here = ahead[bisect_left(starts, start) : bisect_left(starts, end)]
        warnings += [
            _warning(draft, card, voice, (start, end), found) for found in _in_sentence(draft, start, end, here)
        ]
    for number, found in likely.find(draft, card, [(one.start, one.end) for one in warnings]):
        warnings.append(_warning(draft, card, draft.blocks[number].voice, (found.start, found.end), found))
    return sorted(warnings, key=lambda one: one.start)


def _sentences(draft: Draft, ahead: Sequence[Outlook]) -> Iterator[tuple[int, int, int]]:
    """Give each sentence of running text that holds an outlook, or a harm or a need and a cue."""
    cues = draft.hits.get("warn", [])
    told = [(hit.start, hit) for layer in ("harm", "need") for hit in draft.hits.get(layer, ())]
    told += [(hit.start, hit) for hit in cues if hit.tag.startswith((*ALONE, *OF_PEOPLE, *SPEAKING))]
    small = lowered(draft.content)
    told += [(hit.start, hit) for hit in cues if hit.tag == "looming.imminent" or tipping.opens(small, hit)]
    told += [(hit.start, hit) for hit in cues if hit.tag.startswith("unless.") and alternatives.opens(small, hit)]
    told += [(hit.start, hit) for hit in draft.hits.get("ahead", ()) if alternatives.follows(small, hit)]
    told += [(outlook.start, Hit(outlook.start, outlook.end, outlook.harm)) for outlook in ahead]
    signs = sorted({hit.start for layer in ("warn", "ahead", "tend") for hit in draft.hits.get(layer, ())})
    done = -1
    for at, hit in sorted(told):
        if at < done:
            continue
        number = draft.block_at(at)
        if number is None:
            continue
        block = draft.blocks[number]
        if not runs(draft.content, block.role, block.start, block.end) and not _is_forecast(draft.content, block):
            continue
        near = bisect_left(signs, block.start)
        if (near >= len(signs) or signs[near] >= block.end) and not prospects.spent(draft.content, hit):
            continue
        sentences = draft.sentences(number)
        place = bisect_right(sentences, at, key=lambda span: span[0]) - 1
        start, end = sentences[max(place, 0)]
        done = max(end, hit.end)
        yield number, start, done


_FORECAST = late(
    r"[^.?!]*\b(?:likely|projected|expected|forecast|feared|imminent|looms?|looming)\s*(?:$|(?:in|by|to|if|unless|within|before|across|for|this|next|as|over|"
    r"among|without)\b)"
)


def _is_forecast(content: str, block: Block) -> bool:
    """Say whether a headline forecasts: "Famine likely in Karsk by April"."""
    return block.role in {"title", "heading"} and _FORECAST.match(lowered(content), block.start, block.end) is not None


_QUOTED = late(r"(?<=[a-z] )\"[\w'’-]+(?:\s[\w'’-]+){0,3}[.,]?\"")
"""A few words that a report quotes inside its own sentence: will be "acutely malnourished"."""


def _in_sentence(draft: Draft, start: int, end: int, ahead: Sequence[Outlook]) -> list[Placed]:
    content = draft.content
    cues = draft.within("warn", start, end)
    harms = draft.within("harm", start, end)
    needs = draft.within("need", start, end)
    modal = bool(draft.within("ahead", start, end))
    if not (cues or modal or needs or ahead):
        return []
    seen = [
        Prospect(one.start, one.by, "near", Hit(one.start, one.end, one.harm), one.end)
        for one in ahead
        if one.end <= end and content[end - 1] != "?"
    ]
    seen += prospects.shortages(content, (start, end), needs)
    seen += tipping.over(content, (start, end), cues, draft.catalogue)
    if not cues and not seen and not modal:
        return []
    segments = cut(
        content, start, end, [(held.start() - 1, held.end() + 1) for held in _QUOTED.finditer(content, start, end)]
    )
    found = [whole(content, (start, end), one) for one in cued(draft, segments, (start, end), cues, harms)]
    if modal:
        told = sorted((*harms, *needs, *(one.harm for one in seen)))
        seen += prospects.conditions(content, (start, end), segments, told)
        seen += alternatives.otherwise(draft, (start, end))
        if any(cue.tag.startswith("unless.") for cue in cues):
            seen += alternatives.undone(draft, (start, end), segments)
    for place in seen:
        low = max(start, place.cue - 60)
        over = next((n for n, held in enumerate(found) if held.start <= place.cue < held.end), None)
        if over is not None and found[over].harm == UNNAMED:
            found[over] = dataclasses.replace(found[over], harm=place.harm.tag)
        if over is not None or (place.by not in _FINITE and AVERTED.search(content, low, place.cue)):
            continue
        found.append(whole(content, (start, end), placed(content, segments, place, (start, end))))
    return _kept(found)


def _kept(found: list[Placed]) -> list[Placed]:
    """Give one warning of each harm, none of which begins within another."""
    kept: dict[str, Placed] = {}
    for item in sorted(found, key=lambda item: item.start):
        if item.harm not in kept and not any(item.start < held.end for held in kept.values()):
            kept[item.harm] = item
    return list(kept.values())[:_MOST]


_FEARING = late(
    r"(?!we\b|i\b)[^,;:.\"]{2,80}?\b(?:fears?|feared|warns?|warned|dreads?|dreaded|predicts?|predicted|expects?|worry|worries|sa(?:y|ys|id))\s+(?:that\s+|of\s+)?"
)
"""Who fears or warns of what follows; on the lowered view."""


def _warning(draft: Draft, card: Card, voice: str, sentence: tuple[int, int], found: Placed) -> Warning:
    small = lowered(draft.content)
    fearing = _FEARING.match(small, found.start, found.end)  # "aid workers fear that": they are not in danger
    start = fearing.end() if fearing else found.start
    group = next((name for name, words in groups(draft.catalogue) if words.search(small, start, found.end)), None)
    return Warning(
        start=found.start,
        end=found.end,
        quote="",
        by=found.by,
        harm=found.harm,
        group=group,
        places=places(scene(draft, found.start, found.end), (found.start, found.end))
        or sites.meant(draft, found.start, found.end),
        horizon=found.horizon,
        condition=found.condition,
        speakers=speakers.chain(draft, card, voice, *sentence),
    )
