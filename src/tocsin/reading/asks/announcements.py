# SPDX-License-Identifier: Apache-2.0
"""Announcements: a clause before a colon or a stop that says that something is asked – "We have one request: …"."""

from __future__ import annotations

from typing import NamedTuple

from tocsin.reading.drafts import Draft
from tocsin.reading.patterns import spaced

_ADVERBS = (
    r"(?:(?:\w+ly|once (?:more|again)|again|therefore|only|just|but|now|also|all|still|hereby|thus|simply),? ){0,3}"
)
_NUMBERS = r"(?:one|two|three|four|five|six|seven|several|a few|\d)"
_NOUNS = (
    r"(?:requests?|demands?|pleas?|appeals?|wish(?:es)?|asks?|calls?|messages?|words?|conditions?|things?|questions?)"
)
_CLAUSE = spaced(
    r"(?:\A|(?<=[.;!?,\"–—-]\s)|(?<=\"))(?:(?:[Ss]o|[Aa]nd|[Bb]ut|[Tt]oday|[Hh]ence|[Ff]inally|[Aa]gain),? )?(?:"
    rf"(?:[Ww]e|I) {_ADVERBS}(?:repeat|say(?: it)?(?: again)?|insist|plead|shout|cry(?: out)?|declare)"
    r"(?: once more| again)?"
    rf"|(?:[Ww]e|I) {_ADVERBS}have (?:but |only |just )?(?:an?|one|this|these|{_NUMBERS}) (?:[a-z]+ )?{_NOUNS}"
    rf"(?: (?:of|to|for) (?P<of>[^:.;\"]{{2,80}}?))?"
    rf"|[A-Z][\w'’ -]{{1,60}} (?:have|has) (?:but |only |just )?(?:one|a (?:single|simple|clear)|{_NUMBERS})"
    rf" (?:[a-z]+ )?{_NOUNS}(?: (?:to|for) (?P<at>[^:.;\"]{{2,80}}?))?"
    rf"|(?:[Ww]e|I) {_ADVERBS}(?:address|direct|make|issue|send|launch|put|have) "
    rf"(?:this|these|our|an?|one|the following) (?:[a-z]+ )?{_NOUNS} (?:to|before) (?P<to>[^:.;\"]{{2,80}}?)"
    rf"|(?:[Ww]e|I) need your (?:voices?|help|action|support)"
    rf"|[Tt]he (?:[a-z]+ )?{_NOUNS} (?:that |which )?(?:we|I) (?:now )?(?:put|make|address|have|bring|direct|send|lay)"
    rf"(?: (?:to|before|for|of) (?P<put>[^:.;\"]{{2,80}}?))? (?:is|are|remains?)(?: (?:very |quite )?"
    rf"(?:simple|clear|plain|short|this|these|the same))?"
    rf"|(?:[Oo]ur|[Mm]y|[Tt]he|[Tt]heir|[Hh]is|[Hh]er|[A-Z][\w'’ -]{{1,40}}['’]s?) (?:[a-z]+ )?{_NOUNS}"
    rf"(?: (?:from|of|by) [^:.;\"]{{2,60}}?)?(?: (?:is|was|remains|are|were)(?: (?:very |quite |still |as )?"
    r"(?:clear|simple|plain|blunt|short|brief|stark|unchanged|the same|this|these|known|equally \w+|urgent|"
    r"loud and clear)"
    r")?)"
    r"): (?=\S)"
)
_SPOKEN = spaced(
    r"\b(?:we|I|he|she|they)(?:'d|'ll)? (?:\w+ ){0,2}?(?:say|said|says|repeat|repeated|tell|told|address|"
    r"addressed|beg|begged|call|called|shouted|cried|wrote|answered|replied)\b[^:.;?!\"]{0,90}: \"?(?=\S)"
)
"""A clause of saying before a colon: "I say it here, so that they hear it: …"."""
_THINGS = spaced(
    rf"\b{_NUMBERS} (?:[a-z]+ )?(?:things|demands|requests|steps|conditions|asks|points|proposals)\b"
    r"[^.:;\"]{0,60}(?: (?:of|before|to|from) [A-Z][^.:;\"]{1,60}?)?[.:]\Z"
)


class Announcement(NamedTuple):
    """Where what is asked begins, and the span of whom the announcement names; None where it names nobody."""

    action: int
    who: tuple[int, int] | None


def find(draft: Draft, start: int, end: int) -> Announcement | None:
    """Find the announcement that a colon of a sentence ends."""
    match = _CLAUSE.search(draft.content[start:end])
    if match is None:
        return None
    who = next((match.span(name) for name in ("to", "of", "at", "put") if match[name]), None)
    return Announcement(start + match.end(), (start + who[0], start + who[1]) if who else None)


def spoken(draft: Draft, start: int, end: int) -> int | None:
    """Give where the words begin that a clause of saying introduces by a colon: "I say it here: …"."""
    match = _SPOKEN.search(draft.content, start, end)
    return match.end() if match else None


def counted(draft: Draft, start: int, end: int) -> bool:
    """Say whether a sentence announces a number of things asked, which the next ones count."""
    return _THINGS.search(draft.content, start, end) is not None
