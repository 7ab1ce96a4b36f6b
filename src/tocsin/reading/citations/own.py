# SPDX-License-Identifier: Apache-2.0
"""A document's own name: symbols in mastheads, titles and running headers cite nothing."""

from __future__ import annotations

import re

from tocsin.reading.citations.mentions import Mention
from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late

_REPORTED = late(r" *\[(?:on the report of|without reference to|on the recommendation of)\b", re.IGNORECASE)
_FOOTNOTE = late(r"[ \d¹²³⁴⁵⁶⁷⁸⁹⁰*]*(?: ?[(\[](?:[Ee]xtracts?|[Ee]xcerpts?)[)\]])?\Z")
_IN_THE_CASE = late(r"(?:[\w ]{0,50}\b)?in the case of ?|case of ?", re.IGNORECASE)
_APART = "   "
_HEAD = 3000
"""How far into a document its own title may stand."""
_TOP = 600
_PAPERS = frozenset(("communique", "statement", "declaration"))
"""Papers that bear their own kind as title."""
_TITLES = frozenset(("citation.adopted-by", "citation.body-first"))


def is_own(draft: Draft, mention: Mention) -> bool:
    """Say whether a mention is the name of the document itself, as its masthead, title and page headers have it."""
    content = draft.content
    low = content.rfind("\n", 0, mention.start) + 1
    if _REPORTED.match(content, low) or not content[mention.start].isupper() or not content[mention.end :].strip():
        return _REPORTED.match(content, low) is not None
    high = content.find("\n", mention.end)
    before, after = content[low : mention.start], content[mention.end : len(content) if high < 0 else high]
    if mention.by in {"citation.symbol", "citation.numbered-resolution"}:
        alone = mention.pointed is None and (not before.strip() or before.endswith(_APART))
        return alone and bool(_FOOTNOTE.fullmatch(after)) and _ends(content, low, high)
    if mention.by == "citation.case" and mention.start < _HEAD:
        named = not before.strip() or _IN_THE_CASE.fullmatch(before) is not None
        titled = before.endswith("(") and after.strip() == ")"  # "Passage over the Issel (Veltria v. Ardesh)"
        return (titled and mention.start < _TOP) or (not after.strip() and named and _ends(content, low, high))
    if mention.kind in _PAPERS and mention.start < _TOP and not before.strip() and mention.pointed is None:
        return _is_title(draft, mention)
    if mention.by in _TITLES and mention.date is not None and mention.start < _HEAD and not before.strip():
        return _is_title(draft, mention)
    return False


def _ends(content: str, low: int, high: int) -> bool:
    """Say whether a line stands for itself: no sentence runs into it, and none runs on in small letters."""
    previous = content[:low].rstrip("\n")[-1:]
    following = content[high : high + 200].lstrip("\n ")[:1] if high >= 0 else ""
    wrapped = content[max(0, low - 2) : low] != "\n\n" and previous.isalpha() and previous.islower()
    return not wrapped and not (following.islower() and content[high : high + 2] != "\n\n")


def _is_title(draft: Draft, mention: Mention) -> bool:
    """Say whether a dated mention opens a block that ends without a stop: "Resolution adopted by … on 4 April 2031"."""
    at = draft.block_at(mention.start)
    if at is None:
        return False
    block = draft.blocks[at]
    text = draft.content[block.start : block.end]
    return block.start == mention.start and block.role != "list-item" and text[-1:] not in ".;:,"
