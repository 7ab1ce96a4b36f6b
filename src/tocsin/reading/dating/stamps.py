# SPDX-License-Identifier: Apache-2.0
"""Stamps: short lines of a page's head that end in the day of issue, or begin with it before the names of sections."""

from __future__ import annotations

import re

from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late
from tocsin.reading.times.mentions import Mention

_SHORT = 180
"""Code points up to which a line may be a title, a source or a byline that ends in its date."""
_MARKED = late(r"[,|–—·•:/-]\s*\Z")
_HOUR = late(r"\)?\s*(?:[,|·•–—-]?\s*(?:at\s+)?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?.{0,12})?\s*", re.IGNORECASE)
_FILED = late(r"\s+(?:[A-Z][\w'’&-]*(?: [\w'’&-]+){0,6}(?:, |\s*$)){2,}")
"""The sections that a page files a text under, behind its day: "Campaign News, Policy on Karsk"."""


def heads(content: str, mention: Mention, start: int, end: int) -> bool:
    """Say whether a short line is a date and the names of sections: "May 10, 2031 All News, Policy on Karsk"."""
    bare = not content[start : mention.start].strip() and end - start < 2 * _SHORT
    return bare and _FILED.fullmatch(content, mention.end, end) is not None


def trails(draft: Draft, mention: Mention, start: int, end: int) -> bool:
    """Say whether a short line at the head ends in its date: "Karsk Herald (KH), 4 May 2031 - 23:28", "Alert (3 May)".

    A sentence's last words are no such line: nothing but a mark stands before the date, and no stop behind it.
    """
    content = draft.content
    block = draft.block_at(mention.start)
    if end - start > _SHORT or block is None or draft.blocks[block].end > end + 2:
        return False
    inside = content[mention.start - 1 : mention.start] == "("
    marked = inside or _MARKED.search(content, max(start, mention.start - 4), mention.start)
    rest = _HOUR.fullmatch(content, mention.end, end) or (inside and content[mention.end : mention.end + 1] == ")")
    return bool(marked and rest)
