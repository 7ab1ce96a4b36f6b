# SPDX-License-Identifier: Apache-2.0
"""Greetings: whom address lines, salutations and turns name, and the closing formulas above a signature."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.reading.cards import addresses
from tocsin.reading.cards.senders import CLOSING, OTHER_LINE, WRITTEN_TO, paper, set_formula
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.patterns import late

_YOURS = late(
    r"(?:(?:Yours|YOURS)(?: (?:\w+ly|in [a-z]+|for [a-z]+|truly|ever))?|Sincerely|Respectfully|Faithfully|Regards)"
    r"(?: yours)?(?:,\s*|\s*\n\s*|\Z)"
)
"""A closing formula on the line of the name that it stands above."""
_GREETING = 8
"""Blocks within which a letter's first paragraph may greet its reader."""
_MAILBOX = late(r"\"?(?P<name>[^\"<>;@]*[^\"<>;@\s,])\"?\s*<[^<>\s]+@[^<>\s]+>")
"""A name before its address in a mail's header."""
_LABEL = late(r"\s*(?:(?:Cc|CC|cc|Copies|Copy|To) ?: *|(?:To|TO)(?= (?:the|The|His|Her|Their|H\.?E)\b) ?)?")
_TURNED = late(
    r"(?:and |And )?(?:(?:To|TO|to) (?P<whom>[^.:;!?\n]{3,140}?)(?:,? (?:I|we|We) (?:say|appeal|ask|call"
    r"|address|turn|want|beg|write)\b|:|,$|$)"
    r"|(?!For [^\n:]*,$)(?:Of|OF|From|FROM|For|of|from) (?P<from>[^.:;!?\n]{3,110}?)(?:,? (?:I|we) (?:ask|demand|expect"
    r"|request|want|beg)\b|:$|,$))"
)
_DEAR = late(
    r"(?:(?:my|most|dear|esteemed|distinguished|respected|honou?rable|right|your|their|fellow) )+|(?:excellenc(?:y"
    r"|ies)|ladies and gentlemen|"
    r"(?:mr|mrs|ms|madam|madame|sir|dr)\b\.?)[, ]*",
    re.IGNORECASE,
)


def past_closing(content: str, start: int, end: int) -> int:
    """Give where a signature's name begins behind "Yours,".

    >>> past_closing("Yours, Anna Kresk", 0, 17), past_closing("Anna Kresk", 0, 10)
    (7, 0)
    """
    found = _YOURS.match(content, start, end)
    return found.end() if found else start


def is_closing(content: str, block: Block) -> bool:
    """Say whether a signature's line is the closing formula or the place, which name nobody."""
    return CLOSING.match(content, block.start, block.end) is not None


def greeted(draft: Draft, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Give whom the address lines and the salutations name, as view spans."""
    content = draft.content
    for number, block in enumerate(blocks):
        if block.role == "salutation":
            start = block.start
            while (found := _DEAR.match(content, start, block.end)) and found.end() > start:
                start = found.end()
            end = block.start + len(content[block.start : block.end].rstrip(" ,:!;."))
            if start < end:
                yield start, end
        elif number < _GREETING and (opened := addresses.opening(content, block)) is not None:
            yield opened
        elif (
            number < 12
            and block.role in ("heading", "body", "title", "dateline", "quotation")
            and block.end - block.start < 400
            and not block.depth
        ):
            yield from _written(content, block)


def is_addressed(draft: Draft, blocks: Sequence[Block]) -> bool:
    """Say whether lines above its text or a set formula say whom a document is to, so that nobody needs to be found."""
    content = draft.content
    for block in blocks[:12]:
        formula = set_formula(content, block)
        if formula:
            return formula["whom"] is not None
        if block.role == "salutation" or content[block.end - 1] in ".?!:" or block.end - block.start > 400:
            break
        if not block.depth and (paper(content, block) or any(True for _ in _written(content, block))):
            return True
    return False


def _written(content: str, block: Block) -> Iterator[tuple[int, int]]:
    """Give whom an address line names, each of its lines by itself."""
    found = WRITTEN_TO.match(content, block.start, block.end)
    if found is None:
        return
    start, end = found.span(found.lastgroup or 0)
    for line in re.finditer(r"[^\n]+", content[start:end]):
        if OTHER_LINE.match(line.group()):
            continue
        label = _LABEL.match(line.group())
        boxes = tuple(_MAILBOX.finditer(line.group(), label.end() if label else 0))
        if boxes:
            yield from ((start + box.start("name"), start + box.end("name")) for box in boxes)
            continue
        yield start + line.start() + (label.end() if label else 0), start + line.end()


def turned(draft: Draft, blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """Give whom parts of a document turn to: "To the Government of Veltria:", "To Ardesh we say", "Of Veltria:"."""
    content = draft.content
    for block in blocks:
        if block.voice != "issuer" or block.role not in ("heading", "body", "list-item", "quotation"):
            continue
        if content[block.start] not in "TtOoFfAa":
            continue
        found = _TURNED.match(content, block.start, min(block.end, block.start + 190))
        if found is None:
            continue
        whole = found.end() == block.end
        if whole or content[found.end() - 1] == ":" or found.group()[-1:].isalpha():
            if whole and content[block.end - 1] not in ":," and block.role != "heading":
                continue
            yield found.span(found.lastgroup or 0)
