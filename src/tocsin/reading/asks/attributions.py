# SPDX-License-Identifier: Apache-2.0
"""Attributions: who speaks the words inside quotation marks, or before "said that"."""

from __future__ import annotations

import re
from functools import partial

from tocsin.reading.asks import people, quotations, speaking
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import names
from tocsin.reading.naming.shapes import untitled
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_SAYING = (
    r"(?:said|says|added|adds|told|tells|stated|states|stressed|stresses|noted|notes|wrote|writes|warned|warns|declared|tweeted|posted|"
    r"concluded|insisted|insists|explained|explains|continued|argued|argues|replied|answered|recalled|announced|complained|"
    r"commented|remarked|pleaded|fumed|shouted|cautioned|emphasi[sz]ed|underlined|underscored|reiterated|asserted|lamented)"
)
_TITLE = r"\b(?:Dr|Prof|Mr|Mrs|Ms|Gen|Col|Lt|Capt|Maj|Sgt|Rev|Fr|St|Sr|Hon|Msgr|Amb|Sen|Rep|Gov)\."
_AFTER = late(
    rf"[,.?!]?\"[,.]?\s*(?:(?P<late>{_SAYING})\s+(?P<who>(?:{_TITLE}|[^,.\"]){{2,120}})|(?P<name>(?:{_TITLE}|[^.\"]){{2,120}}?)\s+{_SAYING}\b)"
)
_BEFORE = late(rf"(?P<name>[^\"\n]{{2,160}}?)\s+{_SAYING}\b[^\"\n]{{0,60}}\Z")
_SAID = late(rf"\b{_SAYING}\b")
_SAYS = 80
"""Code points before a quotation within which `_BEFORE` has its verb."""
_COLON = late(r"(?:\A|(?<=[.!?\"]\s)|(?<=\n))(?P<name>[A-Z][^\".!?\n:]{2,90}):\s*\Z")
"""Who is named before a colon: "The director, Dr Orel: "…""."""
_BETWEEN = late(
    rf"[,.?!]\"\s*(?:{_SAYING}\s+(?P<who>(?:{_TITLE}|[^,.\"\n]){{2,90}})(?:,[^\"\n.]{{2,120}})?"
    rf"|(?P<name>(?:{_TITLE}|[^,.\"\n]){{2,90}}?)\s+{_SAYING}\b[^\".\n]{{0,60}})\.\s*\Z"
)
"""Who is named between two quotations: "…," said Anna Kresk, the coordinator. "…"."""
_LONGEST = 8
"""Words that an unknown speaker's name and office may have."""

_NEAR = 120
_BLOCKS_BACK = 4
"""How many paragraphs back "he said" may point: agencies write a paragraph a sentence."""

_IN_WORDS = late(r"(?:In\s+the\s+(?:\w+\s+)?words\s+of|According\s+to|To\s+quote|Quoting|Citing)\s+(?=[\w\"])")
_PRONOUN = late(r"(?:he|she|it|they|the \w+)\b", re.IGNORECASE)


def _subject(draft: Draft, start: int, end: int) -> tuple[int, int]:
    """Give the subject alone of words that end in it: the last clause, where a pronoun or another sentence stands."""
    low, high = speaking.subject_span(draft, end, start)
    return (
        (low, high)
        if _PRONOUN.fullmatch(draft.content, low, high) or _STOP.search(draft.content, start, low)
        else (start, end)
    )


_STOP = late(r"[.!?]\s")


def speakers(draft: Draft, block: Block, offset: int, before: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give who speaks at a view offset inside quotation marks; () where it stands outside or nobody is named.

    `before` are the parties that a pronoun ("he said") stands for.
    """
    content = draft.content
    if content.count('"', block.start, offset) % 2 == 0:
        return ()
    for low, end in _spans(draft, block, offset):
        found = _meant(draft, block, (low, end), before)
        if found is not None:
            return found
    return ()


_HE_SAID = late(rf"[,.?!]?\"[,.]?\s*(?:(?P<he>he|she|they)\s+{_SAYING}\b|{_SAYING}\s+(?P<later>he|she|they)\b)")


def said_by_pronoun(draft: Draft, block: Block, offset: int) -> tuple[int, str] | None:
    """Give where the quotation opens that holds a view offset, and the pronoun of who says it; None for other words."""
    content = draft.content
    if content.count('"', block.start, offset) % 2 == 0:
        return None
    opening, closing = content.rfind('"', block.start, offset), content.find('"', offset, block.end)
    match = _HE_SAID.match(content, max(closing - 1, offset), block.end) if closing >= 0 else None
    match = match or (_HE_SAID.match(content, closing, block.end) if closing >= 0 else None)
    return (opening, match["he"] or match["later"]) if match else None


def _spans(draft: Draft, block: Block, offset: int) -> list[tuple[int, int]]:
    """Give the words around a quotation that say who speaks it, the surest first."""
    content = draft.content
    opening = content.rfind('"', block.start, offset)
    closing = content.find('"', offset, block.end)
    spans: list[tuple[int, int]] = []
    if closing >= 0 and (
        match := _AFTER.match(content, max(closing - 1, offset), block.end) or _AFTER.match(content, closing, block.end)
    ):
        group = "who" if match.group("late") else "name"
        if group == "who" or content[closing - 1] != ".":  # behind a full stop another sentence begins
            spans.append(match.span(group))
    if read := quotations.read_out(draft, block, opening):
        spans.append(read)
    low = max(block.start, opening - 240)
    said = _SAID.search(content, max(low, opening - _SAYS), opening) is not None
    if said and (match := _BEFORE.search(content, low, opening)):
        spans.append(_subject(draft, *match.span("name")))
    elif match := _COLON.search(content, max(block.start, opening - _NEAR), opening):
        spans += [match.span("name")] if match["name"] not in _ON and not _READS.search(match["name"]) else []
    if not spans and _THEN.search(content, max(block.start, opening - 12), opening):
        spans += _acted(draft, block, opening)
    if not spans and (match := _BETWEEN.search(content, block.start, opening)):
        spans.append(match.span("who" if match.group("who") else "name"))
    return spans


_READS = late(r"\s(?:reads?|follows|states|continues|ran|runs)\Z")
"""What a paper does before words of its own: "The statement reads: "…"."""
_ON = frozenset({"Then", "Next", "And then", "Finally", "Later", "Now", "Again", "And", "But"})
_THEN = late(r"(?:\A|[.!?]\s+)(?:Then|Next|And then|Finally|And)[:,]\s*\Z")
_FIRST_VERB = late(r"\s(?:[a-z]+ed|was|is|had|has|spoke|rose|stood|came|took|sang|wept|read|held|sat|went)\b")


def _acted(draft: Draft, block: Block, place: int) -> list[tuple[int, int]]:
    """Give the subject of the sentence before "Then: "…"", whose words they are."""
    spans = [span for span in draft.sentences(draft.block_at(block.start) or 0) if span[1] <= place - 4]
    verb = _FIRST_VERB.search(draft.content, *spans[-1]) if spans else None
    return [(spans[-1][0], verb.start())] if verb else []


def _meant(draft: Draft, block: Block, span: tuple[int, int], before: tuple[Party, ...]) -> tuple[Party, ...] | None:
    """Give who is meant by the words for who speaks; None where they name nobody."""
    content = draft.content
    low, end = span
    worded = _IN_WORDS.match(content, low, end)
    start = worded.end() if worded else low
    start += len(content[start:end]) - len(content[start:end].lstrip())
    if _PRONOUN.fullmatch(content, start, end):
        floor = draft.blocks[max(0, (draft.block_at(block.start) or 0) - _BLOCKS_BACK)].start
        return speaking.last_speaker(draft, start, floor, content[start:end]) or before
    comma = content.rfind(", ", start, end)
    someone = people.person(draft, comma + 2, end) if comma > 0 and content[end : end + 1] == ":" else None
    if someone is not None:
        return (someone,)
    found = speaking.resolve(draft, start, end, partial(speaking.named_before, draft, start, block.start))
    if found:
        return found
    name = content[start:end].strip()
    if name[:1].isupper() and len(name.split()) <= _LONGEST:
        plain = untitled(name)
        return (Party(id=names.slug(plain), name=plain),)
    return None
