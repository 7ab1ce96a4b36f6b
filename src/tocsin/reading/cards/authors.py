# SPDX-License-Identifier: Apache-2.0
"""Authors: who speaks where no letterhead and no formula says so – beside a bar, in a lead, in a contact, by name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tocsin.reading.cards import lists, mastheads
from tocsin.reading.drafts import Block, Draft
from tocsin.reading.naming import letterheads, names
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_BODIES = lists.PUBLISHERS | {"holder"}
"""Kinds of actors that put papers out in their own name, persons in office among them."""
_BAR = late(r"(?P<who>[A-ZÀ-Þ][^|\n]{2,80}?) ?\| ?[A-ZÀ-Þ\d][^|\n]{4,80}")
"""Whose paper it is, before the bar of a line at the head: "UNICEF | Situation of children, May"."""
_SAID = late(
    r"(?:, |\n)(?:the )?(?P<who>[A-ZÀ-Þ][^.,;:\"\n]{2,90}?) (?:has )?(?:said|says|warned|warns|announced|revealed"
    r"|found|concluded|reported|stated|cautioned) (?:today|yesterday|on [A-Z]\w+day|in an? (?:\w+ ){0,3}(?:report"
    r"|briefing|statement|study|update|survey|analysis|assessment)|after)\b"
)
"""Who is said at a sentence's end to say it: "…, Karsk Relief said today"."""
_CONTACT = late(
    r"(?:for (?:more|further|additional) information|(?:media|press) (?:contacts?|enquiries|inquiries)|contacts?)"
    r"[^\n]{0,120}(?:\n[^\n]{0,160})?",
)
_EXPERTS = late(
    r"\b(?:UN|U\.N\.|United Nations)(?:-appointed)? (?:(?:independent|human rights|rights|top|torture) )*experts\b"
)
_FOR = late(
    r"(?:For|On behalf of) (?:the )?(?P<who>[A-ZÀ-Þ][^.,:;\n]{1,80}?), (?:the |its )?"
    r"(?:(?:official|chief|acting|military|deputy) )?(?:spokes\w+|chair\w*|president|secretar\w+|coordinator|director"
    r"|commander|representative)\b"
)
"""For whom a signature's line says that its bearer signs: "For the Front, the spokesman"."""
_DATED = late(
    r"(?P<who>[A-ZÀ-Þ][^|·\n\d]{6,80}?) ?[|·]"
    r" ?(?:(?:\w+ )?\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8} (?:\d{1,2}, )?\d{4}$"
)
_BYLINE = late(
    r"(?:By|BY) (?P<who>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){1,3})"
    r"(?:,? (?:in|at|from) [A-ZÀ-Þ][\w'’ -]{1,40}|[,|·–—] ?(?:for )?(?P<medium>[A-ZÀ-Þ][\w'’&. -]{2,60}))?"
)
"""Who wrote a report: "By Lena Vesk in Karsk", "By Lena Vesk, The Karsk Herald"."""
_LEAD = 600
_SHORT = 160
_PANEL = "un-special-procedures"


def find(draft: Draft, blocks: Sequence[Block], genre: str) -> tuple[Party, ...]:
    """Give who speaks by the surest of the lesser signs; nobody in news, where many speak."""
    if genre in ("news", "newsletter", "speech", "petition"):
        return ()
    return _beside(draft, blocks) or _telling(draft, blocks) or _reached(draft, genre)


def imprint(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the body that stands before the date of a newsletter: "League of Ferries | 3 May", below its own name."""
    for block in blocks[1:4]:
        found = _DATED.match(draft.content, block.start, block.end) if block.end - block.start < _SHORT else None
        if found and mastheads.HEADS.search(found["who"]) and not letterheads.names_genre(found["who"]):
            name = " ".join(found["who"].split())
            whole = letterheads.named(draft, *found.span("who"))
            return (Party(id=whole or names.slug(name), name=name),)
    return ()


def signing(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the body for which a line at the end says that a spokesman signs."""
    for block in blocks[-4:]:
        found = _FOR.match(draft.content, block.start, block.end)
        if found:
            whole = letterheads.named(draft, *found.span("who"))
            return (Party(id=whole or names.slug(found["who"]), name=found["who"]),)
    return ()


def byline(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give who is named alone in a line above a report as having written it: its medium, else the person."""
    for block in blocks[:6] if blocks else ():
        for line in draft.content[block.start : block.end].split("\n")[:3] if block.end - block.start < _SHORT else ():
            found = _BYLINE.fullmatch(" ".join(line.split()))
            if found and person(found["who"]):
                name = found["medium"] or found["who"]
                return (Party(id=names.slug(name), name=name.removeprefix("The ")),)
    return ()


def _beside(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the body that stands alone before a bar."""
    for block in blocks[:4]:
        found = _BAR.match(draft.content, block.start, block.end) if block.end - block.start < _SHORT else None
        party = _body(draft, *found.span("who")) if found else None
        if party:
            return (party,)
    return ()


def _telling(draft: Draft, blocks: Sequence[Block]) -> tuple[Party, ...]:
    """Give the body that the lead says tells it, and the experts whom a council has charged."""
    lead = [block for block in blocks[:6] if block.role in ("body", "title")]
    for block in lead:
        found = _SAID.search(draft.content, block.start, min(block.end, block.start + _LEAD))
        party = _body(draft, *found.span("who")) if found else None
        party = party or (_unknown(draft, *found.span("who")) if found else None)
        if party:
            return (party,)
    for block in lead:
        named = _EXPERTS.search(draft.content, block.start, min(block.end, block.start + _SHORT))
        if named and _PANEL in draft.catalogue.actors:
            return (Party(id=_PANEL, name=named.group()),)
    return ()


def _reached(draft: Draft, genre: str) -> tuple[Party, ...]:
    """Give the body whose office a report at its end says answers questions."""
    if genre != "situation-report":
        return ()
    end = draft.blocks[-1].end
    low = next((block.start for block in draft.blocks[-6:]), 0)
    words = draft.content[low:end].lower()
    for found in _CONTACT.finditer(words):
        for party in _bodies(draft, low + found.start(), low + found.end()):
            return (party,)
    return ()


def _unknown(draft: Draft, start: int, end: int) -> Party | None:
    """Give a body that the catalogue does not know, by its name in capitals, where the text names it again."""
    name = draft.content[start:end]
    words = name.split()
    named = 1 < len(words) < _WORDS and all(word[0].isupper() or word in _SMALL for word in words)
    again = draft.content.count(name) > 1
    body = not person(name) or lists.BODY.search(name) is not None or f" at {name}" in draft.content
    return Party(id=names.slug(name), name=name) if named and again and body else None


_WORDS = 7
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "without", "de", "&"})


def _body(draft: Draft, start: int, end: int) -> Party | None:
    """Give the body that a stretch names as a whole."""
    return next((party for party in _bodies(draft, start, end) if len(party.name) * 5 >= (end - start) * 3), None)


def _bodies(draft: Draft, start: int, end: int) -> Iterator[Party]:
    """Give the bodies that a stretch names."""
    for hit in draft.within("actor", start, end):
        row = draft.catalogue.actors.get(hit.tag)
        if row is not None and row.kind in _BODIES:
            yield Party(id=hit.tag, name=draft.content[hit.start : hit.end])
