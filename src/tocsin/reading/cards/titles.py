# SPDX-License-Identifier: Apache-2.0
"""Titles: which of the lines at a text's head is its title – below a medium's name, a letterhead, a label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from tocsin.reading.cards import bylines, envelopes, pages
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
    r"|(?:Open|Joint) (?:letter|appeal|statement|petition|declaration)\b(?= \w)"
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


_RESOLVED = late(
    r"^(?P<whole>(?:[A-Z][\w-]+ ){1,5}(?:resolution|recommendation|decision) (?:of \d{1,2} [A-Z]\w+ \d{4} )?on"
    r" [^\n]{8,300})$",
    re.MULTILINE,
)
"""The line in which a parliament's paper names itself, below the page's own lines."""
_NUMBERED = late(
    r"\W*(?:(?:s|h)\. ?(?:j\. ?|con\. ?|r\. ?)?(?:res\. ?)?|(?:house|senate|assembly) (?:(?:joint|concurrent) )?"
    r"(?:resolution|bill)(?: no\.?)?|res\. ?|bill (?:no\. ?)?|[shl]\. ?[cdpr]\. ?)\d{1,5}(?:-[A-Z])?\W*$",
    re.IGNORECASE,
)
"""The number of a paper laid before a house, alone on its line: its long title stands below."""
_SITE = late(
    r"(?P<own>.{12,}?)(?: ?[|»·] ?| ?::+ ?| [–—-] |-(?=[A-Z]))(?P<site>(?:[A-Z][\w.&'’-]*[ ,]?|of |the |for ){1,6})$"
)
"""A headline with the name of the site behind it, as browsers show it."""
_BELOW = late(r"(?:by\b|[|·•]|\W*\d{1,4}[-./ ])", re.IGNORECASE)
"""How a line below a headline begins that is a by-line or a date."""
_LONG = 300
_WORDS = 4


def find(draft: Draft, blocks: Sequence[Block]) -> str | None:
    """Give the title's words on one line, None where the text has none.

    A heading that names the genre outweighs a letterhead above it; a headline that a page repeats outweighs its rest.
    """
    laid = _laid(draft, blocks)
    if laid is not None:
        return laid
    address = envelopes.begins(draft, blocks)
    heads = [
        block
        for block in takewhile(lambda block: not _HONOURED.match(draft.content, block.start), blocks[:_MOST])
        if (address is None or block.start < address or _ABOUT.match(draft.content, block.start))
        and block.role in ("title", "heading")
        and not _NUMBER.fullmatch(draft.content, block.start, block.end)
        and not pages.is_furniture(" ".join(draft.content[block.start : block.end].split()))
    ]
    written = [_words(draft, block) for block in heads]
    found = _pick(draft, blocks, heads, written)
    if found is None:
        return envelopes.subject(draft, blocks)
    again = next((words for words in written if written.count(words) > 1 and words.count(" ") >= _WORDS), found)
    return _without_site(again, written)


def label(draft: Draft, blocks: Sequence[Block]) -> str | None:
    """Give the line above a title that says no more than what kind of paper it is."""
    words = _words(draft, blocks[0]) if blocks else ""
    return words if _KIND.fullmatch(words) else None


def _laid(draft: Draft, blocks: Sequence[Block]) -> str | None:
    """Give the long title of a paper laid before a house, or the line of a parliament's resolution that names it."""
    content = draft.content
    for number, block in enumerate(blocks[:8]):
        low = content.rfind("\n", 0, block.start) + 1
        if block.end - low < _SHORT and _NUMBERED.match(content, low, block.end) and number + 1 < len(blocks):
            below = blocks[number + 1]
            if below.end - below.start < _LONG and below.role in ("body", "heading", "title"):
                return " ".join(content[below.start : below.end].split())
    if "resolution" in content[:_HEAD] or "ecommendation" in content[:_HEAD]:
        named = _RESOLVED.search(content, 0, _HEAD)
        return named["whole"].strip(" |") if named else None
    return None


_ABOUT = late(r"(?:Subject|SUBJECT|Re|RE)\b ?:")
_HONOURED = late(r"(?:the )?(?:right )?hon(?:ou?rable\b|\. )|h\.? ?e\b|(?:his|her) excellency\b", re.IGNORECASE)
"""The first of the lines that say to whom a letter goes, below which no title stands."""
_KIND = late(
    r"(?:(?:joint|open|press|public|media|news|urgent|official) )*"
    r"(?:statement|release|letter|appeal|action|petition|declaration|communiqu[eé]|update)",
    re.IGNORECASE,
)
_SHORT = 40
_HEAD = 2500
_MOST = 12


def _words(draft: Draft, block: Block) -> str:
    """Give a heading's words on one line, without what stands below it of who wrote it and when."""
    lines = draft.content[block.start : block.end].split("\n")
    kept = [line for number, line in enumerate(lines) if not number or not _BELOW.match(line.strip())]
    return " ".join(" ".join(kept).replace("**", "").split()).strip("*_# ")


def _without_site(title: str, written: Sequence[str]) -> str:
    """Cut the site's name behind a headline: behind a bar, or where the page repeats the headline without it."""
    found = _SITE.fullmatch(title)
    if found is None:
        return title
    own = found["own"].strip()
    barred = title[found.end("own") :].lstrip()[:1] in "|»·:"
    return own if own in written or (barred and own.count(" ") >= _WORDS) else title


def _pick(draft: Draft, blocks: Sequence[Block], heads: Sequence[Block], written: Sequence[str]) -> str | None:
    """Choose among the headings of a text's head."""
    for block, words in zip(heads, written, strict=True):
        if block.role == "title" and _ABOUT.match(words):
            return words.partition(":")[2].strip()
    for words in written:
        if words.lower().startswith(("report of the working group", "concluding observations")):
            return words
    titles = [words for block, words in zip(heads, written, strict=True) if block.role == "title"]
    if not titles and any(block.role == "title" for block in blocks[:_MOST]):
        titles = [words for words in written if not _LABELLED.match(words)][:1]  # below what stood where titles do
    if titles and len(heads) > 1 and heads[0].role == "title" and bylines.masthead(draft, heads[0].start, heads[0].end):
        below = [words for words in written[1:] if not _MOTTO.search(words)]
        titles = below[:1]  # the medium's name, and maybe its motto, stand above the headline
    elif titles and heads[0].role == "title" and letterheads.named(draft, heads[0].start, heads[0].end):
        titles = _below(draft, heads, written) or titles
    if titles and titles[0] == written[0] and _is_rubric(blocks, heads, written):
        titles = list(written[1:2])
    if titles and not _GENRE.search(titles[0]):
        named = [words for words in written if NAMED.match(words) and " " in words and not _KIND.fullmatch(words)]
        return named[0] if named else titles[0]
    return titles[0] if titles else None


def _is_rubric(blocks: Sequence[Block], heads: Sequence[Block], written: Sequence[str]) -> bool:
    """Say whether the first heading is one word or says what kind of paper stands below its longer headline."""
    if len(written) < 2:
        return False
    if _KIND.fullmatch(written[0]):
        return written[1].count(" ") >= _WORDS
    if " " in written[0]:
        return False
    place = next((number for number, block in enumerate(blocks) if block is heads[0]), 0)
    return blocks[place + 1 : place + 2] == [heads[1]] and heads[1].end - heads[1].start > _SHORT


def _below(draft: Draft, heads: Sequence[Block], written: Sequence[str]) -> list[str]:
    """Give the first heading below a letterhead that is none of its lines and no label."""
    for block, words in zip(heads[1:], written[1:], strict=True):
        if letterheads.named(draft, block.start, block.end) or _LABELLED.match(words) or words.isupper():
            continue
        return [words]
    return []
