# SPDX-License-Identifier: Apache-2.0
"""What an action says of itself: by when, on which condition, by which law, and what kind of thing it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tocsin.reading.asks.grammar import Grammar
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.records.findings import Citation, Time

_DEADLINE = late(
    r"\b(?:by|before|within|until|no later than|not later than|prior to)\s+(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE
)
_CONDITION = late(r"\b(?:if|unless|until|provided that|as long as|in the event (?:of|that))\b[^.;]*", re.IGNORECASE)
_BEFORE = late(r"^(?:if|unless|should|in the event (?:of|that))\b[^,;.]*", re.IGNORECASE)


def by_when(draft: Draft, start: int, end: int, times: Sequence[Time]) -> str | None:
    """Give the EDTF of the first time in an action that a preposition makes its deadline."""
    for time in times:
        if (
            start <= time.start
            and time.end <= end
            and _DEADLINE.search(draft.content, max(start, time.start - 24), time.start)
        ):
            return time.edtf
    return None


def condition(draft: Draft, sentence_start: int, start: int, end: int) -> str | None:
    """Give the words of the condition that an ask hangs on, before its trigger or inside its action."""
    match = _BEFORE.match(draft.content[sentence_start:start]) or _CONDITION.search(draft.content[start:end])
    return match.group().strip(" ,\n") if match else None


def law(start: int, end: int, citations: Sequence[Citation]) -> tuple[str, ...]:
    """Give the instruments cited inside an action, each once, in order."""
    ids = (cited.instrument for cited in citations if start <= cited.start and cited.end <= end and cited.instrument)
    return tuple(dict.fromkeys(ids))


def asks_for(draft: Draft, grammar: Grammar, start: int, end: int) -> str | None:
    """Give the kind of thing asked for: that of the cue that stands first in the action."""
    action = draft.content[start:end].lower()
    best: tuple[int, int, str] | None = None
    seen: set[int] = set()
    for number, at, stop in grammar.kind_cues.find_matches_as_indexes(action, overlapping=True):
        if number in seen:
            continue  # a cue counts where it stands first
        seen.add(number)
        if (at and action[at - 1].isalnum()) or action[stop : stop + 1].isalnum():
            continue
        if best is None or (at, at - stop) < best[:2]:
            best = (at, at - stop, grammar.kinds[number][1])
    return best[2] if best else None
