# SPDX-License-Identifier: Apache-2.0
"""Likely warnings: sentences of what may come in which no construction finds a harm and a model of words does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tocsin.reading.clauses import cut, runs
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.likely.sentences import BOUND, WARNS, judge
from tocsin.reading.warnings.phrases import UNNAMED
from tocsin.reading.warnings.placing import Placed, placed
from tocsin.reading.warnings.prospects import Prospect
from tocsin.records.findings import Card

LEAST = 0.8
"""Likelihood from which a sentence is taken for a warning."""
PLEADING = 0.6
"""The same in a paper that pleads, in which a sentence of what may come more often warns."""
_PLEADS = frozenset({"appeal", "open-letter", "petition", "speech", "statement", "newsletter"})
_FEWEST, _LONGEST = 5, 320
"""Words that such a sentence has at least, and code points at most."""
_SIGNS = ("ahead", "warn")


def find(draft: Draft, card: Card, found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, Placed]]:
    """Give the sentences that likely warn, each with its block's number; `found` are spans of warnings, in order."""
    if card.genre in BOUND:
        return
    signs = sorted({hit.start for layer in _SIGNS for hit in draft.hits.get(layer, ())})
    warned = [*found]
    least = PLEADING if card.genre in _PLEADS else LEAST
    done = -1
    for at in signs:
        if at < done:
            continue
        number = draft.block_at(at)
        if number is None:
            continue
        block = draft.blocks[number]
        if not runs(draft.content, block.role, block.start, block.end):
            done = block.end
            continue
        start, end = next(span for span in reversed(draft.sentences(number)) if span[0] <= at)
        done = max(end, at + 1)
        if end - start > _LONGEST or draft.content[end - 1] in ":?":
            continue
        if any(low < end and start < high for low, high in warned):
            continue
        words, _spans = judge().read(draft.content, start, end)
        if len(words) >= _FEWEST and judge().likelihoods(words)[WARNS] >= least:
            yield number, _placed(draft, start, end, max(sign for sign in signs if sign < end))


def _placed(draft: Draft, start: int, end: int, at: int) -> Placed:
    """Place a warning over its whole sentence, with the harm that is named in it and the condition."""
    harm = next((hit.tag for hit in draft.within("harm", start, end)), UNNAMED)
    seen = Prospect(at, "likely", "near", Hit(at, end, harm), end)
    held = placed(draft.content, cut(draft.content, start, end), seen, (start, end))
    return Placed(
        start=start,
        end=held.end,
        cue=at,
        by=held.by,
        horizon=held.horizon,
        harm=harm,
        condition=held.condition,
    )
