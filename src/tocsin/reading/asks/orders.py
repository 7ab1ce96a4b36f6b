# SPDX-License-Identifier: Apache-2.0
"""Orders and agreements: whom a paper binds that binds – "In the meantime the Province shall feed the camps"."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tocsin.reading.asks import addressees
from tocsin.reading.asks.grammar import grammar
from tocsin.reading.asks.sentences import sentence
from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.naming.names import parties, slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Ask, Card, Citation, Party, Time

ORDER = Construction(
    name="ask.order",
    says="what somebody shall do, or is restrained from doing, in a paper that is headed as an order or a circular",
    example=(
        "HIGH COURT OF VELTRIA\n\nORDER\n\nHaving heard counsel, it is ordered that:\n"
        "1. The first respondent ⟦is to lower food and water into the shaft⟧.\n2. Costs are reserved.\n"
    ),
)

TERM = Construction(
    name="ask.term",
    says="what a party shall do by an article of an agreement",
    example=(
        "AGREEMENT BETWEEN VELTRIA AND ARDESH ON THE MILL CANAL\n\nThe Parties have agreed as follows:\n\n"
        "Article 1\nArdesh ⟦shall open the lock of Karsk to barges of both Parties⟧.\n"
    ),
)

CONSTRUCTIONS: tuple[Construction, ...] = (ORDER, TERM)

_HEADED = late(
    r"\bO ?R ?D ?E ?R ?S?\b(?!\s+(?:PAPER|NO\b|OF BUSINESS))|\b[Ii]t is (?:hereby )?(?:further )?(?:ORDERED|ordered)\b"
    r"|\b(?:INTERIM|CONSENT|STANDING|PROTECTION|EVACUATION) ORDER\b"
    r"|\b(?:Interim|Standing|Protection|Evacuation) [Oo]rder\b"
    r"|^[^\n.]{0,60}\b(?:Circular|CIRCULAR|Directive|DIRECTIVE)\b(?! on\b)[^\n.]{0,40}$",
    re.MULTILINE,
)
"""What heads a paper that binds those whom it names."""
_NAMES = ("order", "circular", "directive")
"""What stands in a head that calls a paper one, blanks and case apart."""
_HEAD = 900
"""Code points at the head of a paper within which it says what it is."""
_BOUND = late(
    r"(?:^|(?<=[;:,]\s)|(?<=\bthat\s)|(?<=[.)]\s))"
    r"(?:(?:In the (?:meantime|meanwhile|interim)|Meanwhile|Accordingly|Until further notice|Pending [^,;.]{3,60}),?\s+"
    r"|and\s+)?"
    r"(?P<who>(?:The|the|All|all|Both|both|Each|each|[A-Z])[^.;:]{0,110}?)\s+"
    r"(?P<modal>shall(?: not)?|must(?: not)?|(?:is|are) to|(?:is|are) (?:hereby )?"
    r"(?:interdicted|restrained|prohibited|barred|enjoined) from)\s+"
    r"(?:(?:also|forthwith|immediately|further|henceforth|not)\s+)?(?P<verb>[a-z][a-z-]+)",
    re.MULTILINE,
)
_SETTLED = frozenset("be have remain bear constitute mean include apply take come expire enter".split())
"""Verbs with which an order settles a thing and binds nobody to act."""
_ACTS = frozenset(
    "ensure submit report provide file furnish refrain allow permit comply cease desist inform produce pay deliver "
    "register vacate evacuate cooperate appoint".split()
)
"""Verbs that only somebody can be bound to do."""
_UNBOUND = late(
    r"(?:[Tt]he |[Tt]his )?(?:present )?(?:[Aa]greements?|[Aa]rticles?|[Aa]nnex|[Tt]reaty|[Pp]rotocol)\b"
    r"|(?:[Nn]othing|[Nn]one|[Tt]his)\b"
)
"""What an agreement speaks of that nobody is: "This Agreement shall enter into force"."""
_PRONOUN = frozenset({"They", "they", "It", "it"})
_SHORT = 4
"""Words that the name of somebody no list knows may have."""
_RULED = late(
    r"[^.;:]{3,120}?\s(?:is|are|was|were|be)\s(?:hereby\s)?"
    r"(?:condoned|reserved|granted|dismissed|refused|upheld|discharged|adjourned|extended|confirmed|set aside|noted)\b"
)
"""What an order says of the case itself: "Costs are reserved."."""


def find(
    draft: Draft, card: Card, times: Sequence[Time], citations: Sequence[Citation], read: Sequence[tuple[int, int]]
) -> tuple[list[Ask], list[tuple[int, int]]]:
    """Find what an order binds people to do, outside the spans `read`; give it with the sentences dealt with."""
    del times, citations  # the finder gives every ask its deadline and its law
    agreed = card.genre == "agreement"
    if not agreed and not _heads(draft.content):
        return [], []
    asks: list[Ask] = []
    spans: list[tuple[int, int]] = []
    last: tuple[Party, ...] = ()
    for index, block in enumerate(draft.blocks):
        if block.role not in {"body", "list-item"} or block.voice != "issuer":
            continue
        for start, end in draft.sentences(index):
            if any(first < end and start < last for first, last in read):
                continue
            found = list(_of_sentence(draft, card, index, (start, end), last))
            last = found[-1].addressees if found else ()
            asks += found
            if found or _RULED.match(draft.content, start, end):
                spans.append((start, end))
    return asks, spans


def _heads(content: str) -> bool:
    """Say whether a paper is headed as an order, a circular or a directive."""
    head = content[:_HEAD].replace(" ", "").lower()
    return any(word in head for word in _NAMES) and _HEADED.search(content, 0, _HEAD) is not None


def _of_sentence(draft: Draft, card: Card, index: int, span: tuple[int, int], last: tuple[Party, ...]) -> Iterator[Ask]:
    """Give what a sentence binds people to do; `last` are those that the sentence before it bound, in an agreement."""
    content, agreed = draft.content, card.genre == "agreement"
    matches = [match for match in _BOUND.finditer(content, *span) if match["verb"] not in _SETTLED]
    for at, match in enumerate(matches):
        words = " ".join(match["who"].split())
        if agreed and (_UNBOUND.match(words) or match["modal"].startswith(("is", "are"))):
            continue
        pronoun = agreed and words in _PRONOUN
        to = last if pronoun else _named(draft, index, match.span("who"))
        if not to and not pronoun and (agreed or match["verb"] in _ACTS) and len(words.split()) <= _SHORT:
            to = (Party(id=slug(words), name=words),)
        if not to:
            continue
        restrained = match["modal"].endswith("from")
        end = matches[at + 1].start() if at + 1 < len(matches) else span[1]
        stop = content.find(";", match.end(), end)
        end = stop if stop > 0 else end
        start = match.start("verb") if restrained else match.start("modal")
        yield Ask(
            start=start,
            end=start + len(content[start:end].rstrip(" \n,;.")),
            quote="",
            by=TERM.name if agreed else ORDER.name,
            askers=card.issuers,
            addressees=to,
            force=None if agreed else "direct",
            explicit=not agreed,
            voice=draft.blocks[index].voice,
        )


_BRACKET = late(r"\((?P<who>[^()\n]{3,80})\)\s*\Z")


def _named(draft: Draft, index: int, span: tuple[int, int]) -> tuple[Party, ...]:
    """Give who is bound: by the name in brackets behind "the first respondent", by name, or by the noun alone."""
    bracket = _BRACKET.search(draft.content, *span)
    if bracket is not None and (told := parties(draft, *bracket.span("who"))):
        return told
    read = sentence(draft, grammar(draft.catalogue), index, *span)
    return addressees.named(draft, *span) or addressees.generic(read, *span)
