# SPDX-License-Identifier: Apache-2.0
"""Glances: whether a sentence is worth the encoder's look, by its words alone, which cost a hundredth of it."""

from __future__ import annotations

from tocsin.reading.likely.encoder import ASKS, WARNS
from tocsin.reading.likely.sentences import judge

BOUND = frozenset({"resolution", "court-order", "review-report", "agreement"})
"""Genres whose sentences are not judged: they ask and warn in forms of their own, all of which are known."""
PLEADING = frozenset({"appeal", "open-letter", "petition", "speech", "statement", "newsletter"})
"""Genres of papers that plead: their sentences more often ask and warn, in whatever words."""
_LEAST = {
    (ASKS, "pleads", "cued"): 0.2,
    (ASKS, "pleads", "uncued"): 0.7,
    (ASKS, "tells", "cued"): 0.4,
    (WARNS, "pleads", "cued"): 0.1,
    (WARNS, "pleads", "uncued"): 0.3,
    (WARNS, "tells", "cued"): 0.15,
}
"""Likelihood by the words alone from which a sentence is looked at, in papers that plead and in those that tell, where
a word of the kind stands and where none does; what is not here is not looked at."""


def worth(sentence: str, kind: str, genre: str | None, *, cued: bool) -> bool:
    """Say whether to look at a sentence for a kind (`ASKS`, `WARNS`); `cued`: a word of the kind stands in it.

    >>> worth("Surely somebody can send a boat.", ASKS, "open-letter", cued=True)
    True
    >>> worth("Surely somebody can send a boat.", ASKS, "news", cued=False)
    False
    """
    if genre in BOUND:
        return False
    least = _LEAST.get((kind, "pleads" if genre in PLEADING else "tells", "cued" if cued else "uncued"))
    return least is not None and judge().likelihood(sentence, kind) >= least
