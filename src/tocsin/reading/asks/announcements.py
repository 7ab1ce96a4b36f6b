# SPDX-License-Identifier: Apache-2.0
"""Announcements: a clause before a colon or a stop that says that something is asked – "We have one request: …"."""

from __future__ import annotations

import re
from typing import NamedTuple

from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import late, spaced

_ADVERBS = (
    r"(?:(?:\w+ly|once (?:more|again)|again|therefore|only|just|but|now|also|all|still|hereby|thus|simply),? ){0,3}"
)
_NUMBERS = r"(?:one|two|three|four|five|six|seven|several|a few|\d)"
_NOUNS = (
    r"(?:requests?|demands?|pleas?|appeals?|wish(?:es)?|asks?|calls?|messages?|words?|conditions?|things?|questions?|"
    r"proposals?|suggestions?)"
)
_OFFERS = r"(?:requests?|demands?|pleas?|appeals?|proposals?|recommendations?|asks?|suggestions?)"
_CLEAR = r"(?: (?:very |quite )?(?:simple|clear|plain|short|this|these|the same))?"
_SHAPES = (
    # We repeat, we insist
    (
        rf"(?:[Ww]e|I) {_ADVERBS}(?:repeat|say(?: it)?(?: again)?|insist|plead|shout|cry(?: out)?|declare)"
        r"(?: once more| again)?"
    ),
    # We have one request of the Union
    (
        rf"(?:[Ww]e|I) {_ADVERBS}have (?:but |only |just )?(?:an?|one|this|these|{_NUMBERS}) (?:[a-z]+ )?{_NOUNS}"
        rf"(?: (?:of|to|for) (?P<of>[^.:;\"]{{2,80}}?))?"
    ),
    # The crews have one demand
    (
        rf"[A-Z][\w'’ -]{{1,60}} (?:have|has) (?:but |only |just )?(?:one|a (?:single|simple|clear)|{_NUMBERS})"
        rf" (?:[a-z]+ )?{_NOUNS}(?: (?:to|for) (?P<at>[^.:;\"]{{2,80}}?))?"
    ),
    # We address this call to Ardesh
    (
        rf"(?:[Ww]e|I) {_ADVERBS}(?:address|direct|make|issue|send|launch|put|have) "
        rf"(?:this|these|our|an?|one|the following) (?:[a-z]+ )?{_NOUNS} (?:to|before) (?P<to>[^.:;\"]{{2,80}}?)"
    ),
    r"(?:[Ww]e|I) need your (?:voices?|help|action|support)",
    # Let me put it as plainly as I can
    (
        r"[Ll]et (?:me|us) (?:be (?:very |quite |absolutely |as )?(?:clear|plain|frank|blunt)|put it [\w ]{2,40}"
        r"|say (?:it|this)[\w ]{0,30}|repeat(?: it)?[\w ]{0,20})"
    ),
    # The demand that we put to Ardesh is simple
    (
        rf"[Tt]he (?:[a-z]+ )?{_NOUNS} (?:that |which )?(?:we|I) (?:now )?"
        r"(?:put|make|address|have|bring|direct|send|lay)"
        rf"(?: (?:to|before|for|of) (?P<put>[^.:;\"]{{2,80}}?))? (?:is|are|remains?){_CLEAR}"
    ),
    # Our request, the crews' demand is this
    (
        rf"(?:[Oo]ur|[Mm]y|[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[A-Z][\w'’ -]{{1,40}}['’]s?) (?:[a-z]+ )?{_NOUNS}"
        rf"(?: (?:from|of|by) [^.:;\"]{{2,60}}?)?(?: (?:is|was|remains|are|were)(?: (?:very |quite |still |as )?"
        r"(?:clear|simple|plain|blunt|short|brief|stark|unchanged|the same|this|these|known|equally \w+|urgent|"
        r"loud and clear))?)"
    ),
    # Sir, our appeal
    rf"(?:[Oo]ur|[Mm]y) (?:[a-z]+ )?(?:{_OFFERS}|hopes?)",
    # We put it to the Governor as plainly as we can
    (
        rf"(?:[Ww]e|I) {_ADVERBS}(?:(?:can|must|will|shall|would) )?{_ADVERBS}(?:put|say|repeat) (?:it|this)"
        r"(?: (?:\w+ly|again|once more))* to (?P<say>[^.:;,\"]{2,60}?)"
        r"(?:,? (?:as|once|again|in|with|for|\w+ly)\b[^.:;\"]{0,40})?"
    ),
    # We came with a single demand and leave with it
    (
        r"(?:[Ww]e|I) (?!(?:do|did|have|had) (?:not|no)\b)[^.:;,\"]{0,40}?\b"
        rf"(?:with|bring|brought|carry|leave|left|make|made|submit|lay|put forward) "
        rf"(?:an?|one|this|our|but one|only one|the same) (?:[a-z]+ )?{_NOUNS}\b"
        r"[^.:;,\"]{0,50}"
    ),
    # That is the whole of my request, this is our only wish
    (
        r"(?:[Tt]hat|[Tt]his|[Tt]hese|[Hh]ere|[Ss]uch) (?:is|are) "
        r"(?:(?:therefore|then|also|still|all|the (?:whole|sum|heart|substance|full extent)|of) ){0,3}"
        rf"(?:our|my) (?:[a-z]+ ){{0,2}}{_NOUNS}(?: (?:to|of|before) (?P<here>[^.:;\"]{{2,60}}?))?"
    ),
    # Thirty groups have signed what follows, which is short
    (
        r"[^.:;\"]{2,80}\b(?:sign(?:ed)?|say|ask|write|submit|put|bring|endorse[ds]?) (?:what follows|the following)"
        r"(?:,? which is [a-z]+)?"
    ),
    # It is for this reason that we turn to your organisation
    (
        rf"(?:It is [^.:;\"]{{2,40}}? that )?(?:[Ww]e|I) {_ADVERBS}(?:turn|come|write|speak|appeal|address ourselves) "
        r"to (?P<turned>(?:you|your|the|all|both|[A-Z])[^.:;,\"]{0,60}?)"
    ),
    # Proposal to the Ministry of Works
    (
        r"(?:(?:[Oo]ur|[Mm]y|An?|[Tt]he) )?(?:[a-z]+ )?(?:[Pp]roposal|[Rr]equest|[Aa]ppeal|[Dd]emand|[Rr]ecommendation|"
        r"[Pp]lea|[Ss]uggestion) (?:to|of|for) (?P<label>(?:the |all |both |our )?[A-Z][^.:;,\"]{2,80}?)"
    ),
    # A second proposal concerns night shifts
    (
        r"(?:[Oo]ur|[Mm]y|A|The|[Oo]ne) (?:first|second|third|fourth|fifth|further|last|final|other|next|separate) "
        rf"{_OFFERS} "
        r"(?:concerns?|regards?|relates to|is about|touches(?: on)?|is for|deals with) [^.:;\"]{2,60}?"
    ),
)
_CLAUSE = spaced(
    r"(?:\A|(?<=[.;!?,\"–—-]\s)|(?<=\"))(?:(?:[Ss]o|[Aa]nd|[Bb]ut|[Tt]oday|[Hh]ence|[Ff]inally|[Aa]gain),? )?(?:"
    rf"{'|'.join(_SHAPES)}): (?=\S)"
)
_OTHERS = spaced(
    r"(?P<by>[^:;.\"]{2,160}?) "
    r"(?:has|have|had|made|makes|make|issued|issues|sent|sends|put|puts|addressed|repeated|brought|brings|"
    r"comes with|came with|come with|offered|offers|carried|carries) "
    rf"(?:but |only |just )?(?:an?|one|this|a single|{_NUMBERS}) (?:[a-z]+ )?(?P<noun>{_NOUNS})"
    r"(?: (?:of|to|for|before) (?P<whom>[^:.;\"]{2,80}?))?: (?=\S)"
)
_OTHER_FORCES = {
    "req": "request",
    "dem": "demand",
    "ple": "implore",
    "app": "appeal",
    "pro": "propose",
    "sug": "propose",
}
_SPOKEN = spaced(
    r"\b(?:we|I|he|she|they)(?:'d|'ll)? (?:\w+ ){0,2}?(?:say|said|says|repeat|repeated|tell|told|address|"
    r"addressed|beg|begged|call|called|shouted|cried|wrote|answered|replied)\b[^:.;?!\"]{0,90}: \"?(?=\S)"
)
"""A clause of saying before a colon: "I say it here, so that they hear it: …"."""
_WHOM = ("turned", "to", "of", "at", "put", "say", "here", "label")
"""Groups of those whom an announcement names."""
_THINGS = spaced(
    rf"\b{_NUMBERS} (?:[a-z]+ )?(?:things|demands|requests|steps|conditions|asks|points|proposals)\b"
    r"[^.:;\"]{0,60}(?: (?:of|before|to|from) [A-Z][^.:;\"]{1,60}?)?[.:]\Z"
    rf"|\b[Oo]ur (?:[a-z]+ )?{_OFFERS} (?:is|are|remains?) (?:two|three|four|five)fold[.:]\Z"
)
_NOUN = late(
    r"\b(?P<noun>request|demand|appeal|plea|proposal|suggestion|recommendation|wish|ask|hope)(?:e?s)?\b", re.IGNORECASE
)
_FORCES = {
    "request": "request",
    "ask": "request",
    "wish": "request",
    "hope": "hope",
    "demand": "demand",
    "appeal": "appeal",
    "plea": "appeal",
    "proposal": "propose",
    "suggestion": "propose",
    "recommendation": "recommend",
}
_OURS = late(rf"\b(?:we|our|my|I)\b|\A\W*(?:(?:An?|The) )?(?:\w+ )?{_OFFERS}\b", re.IGNORECASE)
"""Shows that those who speak announce what they ask, not what others do."""


class Announcement(NamedTuple):
    """Where what is asked begins, and the span of whom the announcement names; None where it names nobody.

    `force` is that of the noun by which those who speak call it; None where they do not: then a bidding must follow.
    `by` is the span of who asks, None for who speaks.
    """

    action: int
    who: tuple[int, int] | None
    force: str | None = None
    by: tuple[int, int] | None = None


def find(draft: Draft, start: int, end: int) -> list[Announcement]:
    """Find the announcements that colons of a sentence end: those who speak announce, else somebody else does."""
    own = [_told(start, match) for match in _CLAUSE.finditer(draft.content[start:end])]
    others = None if own else _of_others(draft, start, end)
    return [others] if others is not None else own


def _told(start: int, match: re.Match[str]) -> Announcement:
    who = next((match.span(name) for name in _WHOM if match[name]), None)
    noun = _NOUN.search(match.group()) if _OURS.search(match.group()) else None
    force = _FORCES[noun["noun"].lower()] if noun else None
    return Announcement(start + match.end(), (start + who[0], start + who[1]) if who else None, force)


def _of_others(draft: Draft, start: int, end: int) -> Announcement | None:
    """Find the announcement of what somebody else asks: "the guard made one plea to the crews: …"."""
    match = _OTHERS.match(draft.content, start, end)
    if match is None:
        return None
    whom = match.span("whom") if match["whom"] else None
    return Announcement(match.end(), whom, _OTHER_FORCES.get(match["noun"][:3].lower()), match.span("by"))


def spoken(draft: Draft, start: int, end: int) -> int | None:
    """Give where the words begin that a clause of saying introduces by a colon: "I say it here: …"."""
    match = _SPOKEN.search(draft.content, start, end)
    return match.end() if match else None


def noun_force(draft: Draft, start: int, end: int) -> str | None:
    """Give the force of the noun that a sentence announces what is asked by: "Our request is threefold."."""
    noun = _NOUN.search(draft.content, start, end) if _OURS.search(draft.content, start, end) else None
    return _FORCES[noun["noun"].lower()] if noun else None


def counted(draft: Draft, start: int, end: int) -> bool:
    """Say whether a sentence announces a number of things asked, which the next ones count."""
    return _THINGS.search(draft.content, start, end) is not None
