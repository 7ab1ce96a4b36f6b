# SPDX-License-Identifier: Apache-2.0
"""Addressing: "To the police we say: …", "of donors, …" – a phrase that says whom the next words ask."""

from __future__ import annotations

import re
from typing import NamedTuple

from tocsin.reading.asks import addressees
from tocsin.reading.asks.sentences import Sentence
from tocsin.reading.drafts import Draft
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_TURN = late(
    r"(?:\A|(?<=[.!?;,:\"]\s)|(?<=[\"(]))(?:(?i:and|but|finally|lastly|also|then),?\s+)*"
    r"(?:[Tt]o|[Oo]f|[Ff]rom|[Ff]or|[Aa]s\s+(?:for|to))\s+(?P<who>(?:the|our|my|all|both|each|those|any|everyone|everybody|anyone|his|her|their|you|"
    r"[A-Z]|[a-z]{4,20}s(?=,\s+(?:an?|one|this|our|my)\s))[^:.!?;\"]{0,160}?)"
    r"(?P<said>,?\s+(?:finally,\s+)?(?:I|we|he|she|they)(?:['’](?:d|ll))?(?:\s+(?:also|all|would|have|has|had|only|must|simply|"
    r"to|say|says|said|"
    r"ask|put|address|repeat|make|known|let|be|it|this|just|these|words|declare|in\s+\w+|our|plea|message|request|appeal|one|thing|"
    r"following|turn(?:\s+[^:.!?;\"]{1,40})?))+|,?\s+(?:our|my|the)\s+(?:[a-z]+\s+)?(?:message|word|plea|appeal|answer|advice|"
    r"request|demand|call)(?:\s+(?:is|remains))?(?:\s+[a-z]+){0,3}"
    r"|,?\s+(?:an?|one|this)\s+(?:[a-z]+\s+){0,2}(?:message|word|plea|appeal|request|demand))?(?::|(?<=\ssay),)\s+"
)
_STEP = late(
    r"(?:and\s+)?(?:to|of|from|for|towards)\s+(?P<who>(?:the|our|my|all|both|each|those|any)?\s*[^,:;.!?]{2,110}?)"
    r"(?P<aside>,\s+(?:as|whose|who|which|in|with|being|the)\b[^:;]{2,160})?(?P<mark>[,:]|\s[–—-](?=\s))(?P<rest>\s+\S)?",
    re.IGNORECASE,
)
_ARMED = late(
    r"\A(?:the |all )?(?:men|those|people|boys|fighters|anyone|everyone|all)\b[^.:;,]{0,20}"
    r"\b(?:with|carry(?:ing)?|bear(?:ing)?|holds?|under)"
    r"[^.:;,]{0,12}\b(?:guns?|arms|weapons|rifles)\b",
    re.IGNORECASE,
)
_MEMBERS = late(
    r"(?:the|our|all|my)?\s*(?:[a-z]+\s+){0,2}(?:men|women|fighters|youths?|soldiers|commanders|leaders|leadership|"
    r"rulers|guards|members|people|sons|chiefs|heads)\s+of\s+(?:the\s+)?(?=[A-Z])"
)
_YOU = late(r",\s+(?:(?:dear|our|my|beloved|brave)\s+)?(?P<who>[^,.:;]{3,60}),")
_CUT = late(r",\s|\s(?:who|whose|which|with whom|whom)\b")
_SAYS = late(
    r",?\s+(?:I|we|he|she|they)\s+(?:also\s+)?(?:say|said|says|ask|repeat|address|appeal|turn|beg|put)\b.*\Z", re.DOTALL
)
_SHORT = 6


_CALLING = late(
    r"(?:All\s+)?(?P<who>(?:Members|Leaders|Governments|States|Donors|Partners|Colleagues|Commanders|Citizens|Employers|"
    r"Ministers|Neighbours|Guarantors|Mediators|Buyers|Banks|Parties)\b[^:.!?;\"]{0,90}):\s+"
)
"""A sentence that calls people by their noun before it bids them: "Members of this Council who know them: use it"."""


class Turn(NamedTuple):
    """Where a text turns to somebody: its first character, the span of who is addressed, what follows the colon."""

    start: int
    who: tuple[int, int]
    action: int
    said: bool = False


_MESSAGE = re.compile(
    r"\b(?:(?:[Oo]ur|[Mm]y|[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[Aa]|\w+'s?)\s+(?:[a-z]+\s+)?"
    r"(?:message|word|plea|appeal|answer|advice)(?:\s+(?:is|goes|was)(?:\s+(?:addressed|also|directed))?)?(?:,\s+\w+,)?"
    r"|(?:say|said|says)(?:\s+this)?)\s+to\s+"
    r"(?P<who>[^.:;\"]{2,100}?)(?:\s+(?:is|remains|was)(?:\s+(?:simple|clear|this|plain|the same|short|also|"
    r"very|quite))*)?:\s+"
)


def may_turn(content: str, start: int, end: int) -> bool:
    """Say whether a colon, or "say" with a comma, stands in a stretch, as it does wherever a text turns to somebody."""
    return content.find(": ", start, end) >= 0 or content.find(" say, ", start, end) >= 0


def turns(draft: Draft, start: int, end: int) -> list[Turn]:
    """Find where a sentence turns to somebody."""
    content = draft.content
    if not may_turn(content, start, end):
        return []
    found = []
    sentence = content[start:end]
    for match in _TURN.finditer(sentence):
        first = start + match.start("who")
        last = start + match.end("who")
        cut = _CUT.search(content, first, last)
        found.append(
            Turn(
                start + match.start(),
                (first, cut.start() if cut else last),
                start + match.end(),
                match.group("said") is not None,
            )
        )
    calling = _CALLING.match(sentence) if not found else None
    if calling is not None:
        first, last = start + calling.start("who"), start + calling.end("who")
        cut = _CUT.search(content, first, last)
        found.append(Turn(start, (first, cut.start() if cut else last), start + calling.end()))
    for match in _MESSAGE.finditer(sentence) if not found else ():
        who = start + match.start("who"), start + match.end("who")
        found.append(Turn(start + match.start(), who, start + match.end()))
    return found


def opening(draft: Draft, start: int, end: int) -> tuple[tuple[int, int], int] | None:
    """Read the opening of a list item, "of donors, …", "To the Union, as guarantor:": who, and where the rest is."""
    match = _STEP.match(draft.content, start, end)
    if match is None:
        return None
    rest = match.end("mark") if match.group("rest") is None else match.end() - 1
    return match.span("who"), rest


def armed(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give the armed groups for "those who carry guns", "the men with rifles"."""
    found = _ARMED.match(draft.content[start : end + 40])
    return (Party(id="armed-groups", name=draft.content[start:end].strip()),) if found else ()


def addressed(sentence: Sentence | None, draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Resolve who is addressed; those no row knows keep their own words as a slug."""
    found = addressees.named(draft, start, end)
    members = _MEMBERS.match(draft.content, start, end)
    if members and not any(party.id in draft.catalogue.actors for party in found):
        found = addressees.named(draft, members.end(), end) or found
    if not found and sentence is not None:
        found = addressees.generic(sentence, start, end)
    if found:
        return found
    words = draft.content[start:end].strip(" ,")
    if guns := armed(draft, start, end):
        return guns
    called = _YOU.match(draft.content, end) if words.lower() == "you" else None
    if called is not None:
        return addressed(sentence, draft, *called.span("who"))
    if words.lower() in {"them", "him", "her", "it", "you"}:
        return ()
    if words.lower() in {"those", "all", "all those", "anyone", "everyone"}:
        rest = re.match(r"[^,.:;]{0,60}", draft.content[end:])
        words = _SAYS.sub("", (words + rest.group()).strip()) if rest else words
    plain = re.sub(r"^(?:the|our|my|all|both|each|those|any)\s+|\s+alone$", "", words, flags=re.IGNORECASE)
    return (Party(id=names.slug(plain), name=plain),) if 0 < len(plain.split()) <= _SHORT else ()


_NOTICED = late(
    r"(?P<who>(?:The )?[A-Z][^.,;:\"]{2,80}?) (?:is|are) (?:hereby |herewith |formally |respectfully )+"
    r"(?:put on notice|notified|informed|advised|reminded|warned|given notice) (?:that|of)\b"
)
"""Whom a paper tells something formally: the next words are said to them."""


def noticed(draft: Draft, read: Sentence) -> tuple[Party, ...]:
    """Give whom a sentence tells something formally: "The Trust is hereby put on notice that …"."""
    found = _NOTICED.match(draft.content, read.start, read.end)
    return addressed(read, draft, *found.span("who")) if found else ()
