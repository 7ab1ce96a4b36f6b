# SPDX-License-Identifier: Apache-2.0
"""Shortened names: the body that a bare noun stands for where the text names it in full – "the Coalition"."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

import re

from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late

SHORT_FORMS = frozenset(
    "forum union federation alliance association network league council committee coalition front movement party "
    "chamber board agency foundation institute centre center group society congress platform syndicate guild tribunal "
    "court ministry bank company corporation commission confederation conference".split()
)
"""Nouns that bodies go by for short."""
_PAPER = late(r"(?:Newsletter|Bulletin|Statement|Letter|Report|Appeal|Communiqué|Message|Resolution|Decision)\b")
"""How a paper of a body is named: "Newsletter of the Association of …" is no body."""
_BACK = 6000
_ONE = r"[A-ZÀ-Þ][\w'’-]+"
_LEADS = late(r"(?:The|On|In|A|An|But|And)\s+")


def whole(draft: Draft, word: str, place: int) -> str | None:
    """Give the name that a bare noun stands for before a view offset, None where the text has none."""
    noun = word.capitalize()
    low = max(0, place - _BACK)
    if word.lower() not in SHORT_FORMS or noun not in draft.content[low:place]:
        return None
    bracket = rf"(?=\s*\(\W*(?:the )?{noun}\W*\))"
    owning = rf"\b{noun} (?:of|for|to|against) (?:the )?{_ONE}(?: (?:(?:and|of|the|in|for|on) ){{0,2}}{_ONE}){{0,8}}"
    for shape in (
        rf"{owning}{bracket}",
        rf"(?:{_ONE}[ ]+(?:(?:of|for|and|the)[ ]+)*){{1,6}}{noun}\b",
        owning,
    ):
        found = [words for words in re.findall(shape, draft.content[low:place]) if not _PAPER.match(words)]
        named = [_LEADS.sub("", " ".join(words.split()), count=1) for words in found]
        longer = [name for name in named if " " in name]
        if longer:
            return longer[-1]
    return None
