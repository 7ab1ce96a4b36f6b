# SPDX-License-Identifier: Apache-2.0
"""Titles: which of the lines at a text's head is its title – below a medium's name, a letterhead, a label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tocsin.reading.cards import bylines
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import letterheads
from tocsin.reading.patterns import late

_GENRE = late(
    r"\b(?:appeals?|statement|declaration|letter|resolution|petition|communiqu[eé]|report|order|message|address"
    r"|protocol|agreement|update|call|remarks|speech|comment)\b",
    re.IGNORECASE,
)
NAMED = late(
    r"(?:(?:AN?|THE|URGENT|OPEN|JOINT|PRESS|PUBLIC|An?|The|Urgent|Open|Joint|Press|Public|EMERGENCY|Emergency) )*"
    r"(?:APPEAL|STATEMENT|DECLARATION|LETTER|RESOLUTION|PETITION|COMMUNIQU[EÉ]|MESSAGE|Appeal|Statement|Declaration"
    r"|Letter|Resolution|Petition|Communiqu[eé]|Message)\b"
    r"|(?:An?|The|Joint|Open|Urgent) (?:(?:urgent|open|joint|public|final) )*(?:appeal|statement|declaration|letter"
    r"|petition|message) (?:of|from|by) the\b"
)
_NUMBER = late(
    r"\W*(?:(?:our |your )?ref(?:erence)?\W{1,3}|(?:(?:note|document|letter|protocol) )?n[or°º]\W{1,3})"
    r"[\w/.()-]*\d[\w/.()-]*(?: ?/ ?[\w.()-]+)*\W*",
    re.IGNORECASE,
)
"""A paper's number by itself, which is no title: "No. 114/26"."""
_MOTTO = late(
    r"^(?:(?:independent|local|daily|weekly|national|your|the|all|free|fair) )+(?:news|voice|paper"
    r"|newspaper|journalism)"
    r"\b(?! (?:agency|conference|workers?|staff))|\b(?:since|founded in|established in|est\.) 1[6-9]\d\d"
    r"|\bevery (?:day|week)$",
    re.IGNORECASE,
)
"""What a medium says of itself below its name."""
_LABELLED = late(
    r"\W*(?:press release|news release|media release|for immediate release|office|spokes\w+|contact|to|cc|attn|from"
    r"|date|ref|political bureau|directorate|department|secretariat|division|section|mission|h\.? ?e)\b",
    re.IGNORECASE,
)


def find(draft: Draft, blocks: Sequence[Block]) -> str | None:
    """Give the title's words on one line, None where the text has none.

    A heading that names the genre outweighs a letterhead above it.
    """
    heads = [
        block
        for block in blocks[:12]
        if block.role in ("title", "heading") and not _NUMBER.fullmatch(draft.content, block.start, block.end)
    ]
    written = [" ".join(draft.content[block.start : block.end].split()).strip("*_# ") for block in heads]
    for block, words in zip(heads, written, strict=True):
        if block.role == "title" and words.startswith(("Subject", "SUBJECT", "Re:", "RE:")):
            return words.partition(":")[2].strip()
    for words in written:
        if words.lower().startswith(("report of the working group", "concluding observations")):
            return words
    titles = [words for block, words in zip(heads, written, strict=True) if block.role == "title"]
    if not titles and any(block.role == "title" for block in blocks[:12]):
        titles = written[:1]  # below a number that stood where titles do
    if titles and len(heads) > 1 and heads[0].role == "title" and bylines.masthead(draft, heads[0].start, heads[0].end):
        below = [words for words in written[1:] if not _MOTTO.search(words)]
        titles = below[:1]  # the medium's name, and maybe its motto, stand above the headline
    elif titles and heads[0].role == "title" and letterheads.named(draft, heads[0].start, heads[0].end):
        titles = _below(draft, heads, written) or titles
    if titles and not _GENRE.search(titles[0]):
        named = [words for words in written if NAMED.match(words) and len(words.split()) > 1]
        return named[0] if named else titles[0]
    return titles[0] if titles else None


def _below(draft: Draft, heads: Sequence[Block], written: Sequence[str]) -> list[str]:
    """Give the first heading below a letterhead that is none of its lines and no label."""
    for block, words in zip(heads[1:], written[1:], strict=True):
        if letterheads.named(draft, block.start, block.end) or _LABELLED.match(words) or words.isupper():
            continue
        return [words]
    return []
