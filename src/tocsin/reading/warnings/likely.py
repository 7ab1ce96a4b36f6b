# SPDX-License-Identifier: Apache-2.0
"""Likely warnings: sentences in which no construction finds a harm that may come and that the encoder takes for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tocsin.reading.clauses import cut, runs
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.likely.encoder import WARNS, encoder
from tocsin.reading.likely.glances import BOUND, PLEADING, worth
from tocsin.reading.warnings.phrases import UNNAMED
from tocsin.reading.warnings.placing import Placed, placed
from tocsin.reading.warnings.prospects import Prospect
from tocsin.records.findings import Card

LEAST = 0.93
"""Likelihood from which a sentence is taken for a warning."""
PLEADED = 0.6
"""The same in a paper that pleads, in which a sentence of what may come more often warns."""
_FEWEST, _LONGEST = 5, 320
"""Words that such a sentence has at least, and code points at most."""
_SIGNS = ("ahead", "warn")


def find(draft: Draft, card: Card, found: Iterable[tuple[int, int]]) -> Iterator[tuple[int, Placed]]:
    """Give the sentences that likely warn, each with its block's number; `found` are spans of warnings, in order."""
    if card.genre in BOUND:
        return
    warned = [*found]
    least = PLEADED if card.genre in PLEADING else LEAST
    for number, block in enumerate(draft.blocks):
        if not runs(draft.content, block.role, block.start, block.end):
            continue
        for start, end in draft.sentences(number):
            if end - start > _LONGEST or draft.content[end - 1] in ":?":
                continue
            if any(low < end and start < high for low, high in warned):
                continue
            signs = [hit.start for layer in _SIGNS for hit in draft.within(layer, start, end)]
            if not worth(draft.content[start:end], WARNS, card.genre, cued=bool(signs)):
                continue
            words, _spans = encoder().read(draft.content, start, end)
            if len(words) >= _FEWEST and encoder().told(words).likelihoods[WARNS] >= least:
                yield number, _placed(draft, start, end, max(signs, default=start))


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
