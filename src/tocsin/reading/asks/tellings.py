# SPDX-License-Identifier: Apache-2.0
"""Tellings: whom a sentence quotes or follows, whatever the order of its words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from tocsin.reading.asks import attributions, coverings, people, referents, speaking
from tocsin.reading.drafts import Draft
from tocsin.reading.layout import datelines
from tocsin.reading.naming import mentions, names
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

# These run on the lowered view.
_SAY = late(
    r"\b(?:said|says?|saying|stated|states|stating|announced|reported|reports|warned|warns|warning|told|claimed|claims|added|adds|adding|"
    r"alleged|alleges?|confirmed|confirms|noted|notes|noting|declared|explained|explains|believes?|believed|acknowledged|admitted|denied|"
    r"denies|testified|wrote|writes|estimated|estimates|accused|accuses|accusing|insisted|insists|argued|argues|asserted|asserts|"
    r"maintained|maintains|contended|contends|stressed|stresses|stressing|"
    r"cautioned|cautions|accuse|blames?|blamed|fears?|feared|predicted|predicts|underlined|underscored|emphasi[sz]ed|highlighted|expressed|"
    r"described|recalled|reiterated|tweeted|posted|lamented|deplored|condemned|complained|concluded|found|revealed|read|"
    r"(?:reject|dismiss|refut|disput|contest)(?:s|ed|es)(?=\s+(?:that|(?:as\s+)?(?:[\w'’-]+\s+){0,5}(?:claims?|assertions?|"
    r"accusations?|allegations?|reports?|charges?|suggestions?|statements?)\s+(?:[\w'’-]+\s+){0,5}that)\b))\b"
)
_ACCORDING = late(
    r"\b(?:according\s+to|in\s+the\s+words\s+of|as\s+told\s+by|citing|quoting|accused\s+(?:on\s+\w+\s+)?by)\s+(?P<who>(?:[^,.;\"]|\.(?=\w|\s[a-z])){2,110})"
)
_NOUN = late(
    r"\b(?:the|an?|of|his|her|its|their|these|those|such|no|any|without|despite|many|several|new|recent|conflicting)\s+$"
)
_OF = late(r"(?:reports|claims|warning|fears|notes|estimates|states)\s+(?:of|on|by|from)\b")
_PASSIVE = late(
    r"\b(?:is|are|was|were|be|been|being|to|not|can|could|would|may|might|will|must|cannot|as\s+they|if\s+you)\s+"
    r"(?:(?:\w+ly|also|later|since|then|again|still|soon|often|once)\s+)*$"
    r"|\b(?:falsely|wrongly)\s+$"
)
_PRONOUN = late(r"\b(?:he|she|they|it)(?:\s+(?:has|have|had|also|then|later|further|again))*\s+$")
_AFTER = late(r"['\"],?\s*$|,\s*$")
_SUBJECT = late(r"\s+(?P<who>(?!that\b|on\b|in\b|to\b|it\b|he\b|she\b|they\b)(?:[^,.;:\"'\n]|\.(?=\w|\s[a-z])){2,110})")
_ASIDE = late(
    r"(?<![\"'\d]),\s+(?!said\b)[^,\"]{3,140},\s*(?:(?:has|have|had|also|then)\s+)*\Z|\s[-–—]{1,2}\s[^\"–—]{3,140}\s[-–—]{1,2}\s*\Z"
)
_NAMED = late(
    r"\s+(?:(?:the|an?)\s+(?:[a-z-]+\s+){0,4})?[A-ZÀ-Þ][\w.'’-]*(?:\s+(?:of|the|for|and|de|al|van|von|bin|[A-ZÀ-Þ][\w.'’-]*)){0,6}"
    r"(?=,|;|\.?\s*\Z|\.\s)"
)
"""A name and no more after a verb of saying: the subject stands behind it."""
_HE = late(r"\s+(?:he|she|they|it)\b")
_PAPER = late(
    r"(?:(?:the|this|that|a|an|its|their|his|her)\s+)?(?:[\w-]+\s+){0,3}(?:statement|report|letter|communiqu[eé]|document|release|note|"
    r"bulletin|update|message|declaration|appeal|study|survey|investigation|analysis|paper|article|post|tweet|alert|brief|briefing|"
    r"assessment|review|findings|memo\w*|text|resolution|warning)\b"
)
_PAPER_BY = late(r"\b(?:by|from|of\s+the)\s+(?P<who>(?:[^,.;:\"]|\.(?=\w|\s[a-z])){3,100})")
_MOST = 2


def told_by(draft: Draft, start: int, end: int, about: tuple[int, int] | None = None) -> tuple[Party, ...]:
    """Give whom a sentence quotes or follows, () where nobody; `about`: only who tells of what stands there.

    A sentence inside quotation marks is whoever's the quotation is; outside them the subjects of its verbs of saying
    speak, and those "according to" whom it tells. A pronoun is who spoke last.
    """
    number = draft.block_at(start)
    if number is None:
        return ()
    block = draft.blocks[number]
    content = draft.content
    if content.count('"', block.start, start) % 2 or content.count('"', start, end) % 2 or content[start] == '"':
        inside = start + 1 if content[start] == '"' else start
        place = inside if content.count('"', block.start, inside) % 2 else content.find('"', start, end) + 1
        found = attributions.speakers(draft, block, place, ())
        if found:
            return found[:_MOST]
    kept: dict[str, Party] = {}
    if draft.within("told", start, end):
        for party in _spoken(draft, block.start, start, end, about):
            kept.setdefault(party.id, party)
    quote = -1 if kept else content.find('"', start, end)
    if quote >= 0:
        return attributions.speakers(draft, block, quote + 1, ())[:_MOST]
    return tuple(kept.values())[:_MOST]


def _spoken(draft: Draft, floor: int, start: int, end: int, about: tuple[int, int] | None) -> Iterator[Party]:
    content = draft.content
    small = lowered(content)
    for match in _ACCORDING.finditer(small, start, end):
        if about and not coverings.beside(small, match.span(), about):
            continue
        low, high = match.span("who")
        of = small.find(" of ", low, high) if small.startswith("accused", match.start()) else -1
        yield from speaks(draft, low, high if of < 0 else of)
    for verb in _SAY.finditer(small, start, end):
        low, high = verb.span()
        if content.count('"', floor, low) % 2 or _PASSIVE.search(small, max(start, low - 24), low):
            continue
        if _NOUN.search(small, max(start, low - 14), low) or _OF.match(small, low):
            continue
        if about and not coverings.covers(small, (start, end), (low, high), about):
            continue
        yield from _subject(draft, floor, (start, low), (high, end))


def _subject(draft: Draft, floor: int, before: tuple[int, int], after: tuple[int, int]) -> tuple[Party, ...]:
    """Give the subject of a verb of saying: after it where quoted or told words end at it, else before it."""
    content, small = draft.content, lowered(draft.content)
    start, low = before
    line = datelines.find(content, start)
    begin = line.end if line is not None and line.end < low and "," in content[start : line.end] else start
    named = _NAMED.match(content, *after) is not None  # "…, killing nine, said Lena Vesk, a nurse"
    aside = None if named else _ASIDE.search(content, max(begin, low - 200), low)
    inverted = None if aside else _AFTER.search(small, max(start, low - 3), low)
    if inverted and (he := _HE.match(small, *after)):
        return _last(draft, start, he.group().strip(), leads=True)
    match = _SUBJECT.match(content, *after) if inverted else None
    if match and (found := speaks(draft, *match.span("who"))):
        return found
    if he := _PRONOUN.search(small, max(start, low - 40), low):
        return _last(draft, start, he.group().split()[0], leads=referents.leads(draft, start, he.start()))
    if aside:
        low = aside.start()
    return speaks(draft, *speaking.subject_span(draft, low, max(start, floor)))


def speaks(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give who is meant by the words of a subject; a statement or a report speaks for those who made it."""
    content = draft.content
    if _PAPER.match(lowered(content), start, end):
        return authors(draft, start, end) or _last(draft, start)
    if people.is_pronoun(draft, start, end):
        return _last(draft, start, content[start:end].split()[-1], leads=referents.opens(draft, start))
    again = _AGAIN.match(lowered(content), start, end)
    if again:
        body = again["body"] is not None
        if body and referents.is_private(noun := content[again.start() : again.end()].split()[-1]):
            return referents.body_like(draft, start, noun.lower())
        meant = _body_before(draft, start) if body else speaking.last_speaker(draft, start, _far(draft, start))
        if meant and (body or referents.holds(draft, meant, content[start:end].split()[-1], start)):
            return meant
    owned = _OWN.search(lowered(content), start, end)
    before = partial(speaking.named_before, draft, start, _far(draft, start)) if owned else speaking.nobody
    found = speaking.resolve(draft, start, end, before)
    return tuple(party for party in found if not party.name.lower().startswith(_OWNED))


def authors(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give who made a paper that the words tell of: "Security Council resolution 9", "a report by X"."""
    paper = _PAPER.match(lowered(draft.content), start, end)
    if paper is None:
        return ()
    by = _PAPER_BY.search(draft.content, paper.end(), end)
    found = speaking.resolve(draft, *by.span("who")) if by else ()
    named = found or names.parties(draft, start, paper.end())
    if named:
        return named
    held = [one for one in mentions.within(draft, start, paper.end()) if one.layer == "actor"]
    return tuple(Party(id=one.tag, name=draft.content[one.start : one.end]) for one in held[:1])


def _last(draft: Draft, place: int, word: str = "", *, leads: bool = False) -> tuple[Party, ...]:
    """Give who is meant by a pronoun: who spoke last, else the body that was named last.

    "It" and "they" at the head of a sentence (`leads`) are the subject of the one before, or nobody.
    """
    if leads and word.lower() in referents.BODIES:
        return referents.before(draft, place, word, speaks)
    spoke = speaking.last_speaker(draft, place, _far(draft, place), word)
    return spoke or (() if word.lower() in {"he", "she"} else _body_before(draft, place))


def _body_before(draft: Draft, start: int) -> tuple[Party, ...]:
    """Give the body that was named last, for "the organisation"."""
    for mention in reversed(mentions.within(draft, _far(draft, start), start)):
        row = draft.catalogue.actors.get(mention.tag)
        if mention.layer == "actor" and row is not None and row.kind not in _NO_BODIES:
            return (Party(id=mention.tag, name=draft.content[mention.start : mention.end]),)
    return ()


_NO_BODIES = frozenset({"state", "territory", "group", "holder", "collective", "office"})
_OWN = late(r"\b(?:its|their|spokes\w+|'s)\b")
"""What may point back to a body named before: "its director", "a spokesman"."""
_OWNED = ("his ", "her ", "their ", "its ", "my ", "our ")
_AGAIN = late(
    r"(?:the|this|that)\s+(?:(?:rights|aid|advocacy|campaign|human\s+rights|humanitarian|international|non-governmental|world|global|UN|"
    r"u\.n\.|london-based|new\s+york-based|geneva-based)\s+)*(?:(?P<body>organi[sz]ation|group|agency|ngo|body|watchdog|charity|monitor|"
    r"alliance|network|coalition|association|union|office|mission)|(?:top\s+|senior\s+|army\s+|military\s+)*(?:official|spokes\w+|"
    r"diplomat|minister|envoy|expert|activist|lawyer|researcher|analyst|doctor|president|premier|governor|mayor|bishop|pastor|priest|"
    r"general|commander|ambassador|director|coordinator|commissioner|rapporteur|chief|leader))\s*$"
)


def _far(draft: Draft, place: int) -> int:
    number = draft.block_at(place)
    return draft.blocks[max(0, (number or 0) - _BLOCKS_BACK)].start


_BLOCKS_BACK = 5
"""How many paragraphs back the last speaker may stand: agencies write a paragraph a sentence."""
