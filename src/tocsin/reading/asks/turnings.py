# SPDX-License-Identifier: Apache-2.0
"""Turnings: to whom a paragraph's "you" is said, where a sentence of it has turned to somebody."""

from __future__ import annotations

import re

from tocsin.reading.asks import addressing, phrases
from tocsin.reading.asks.grammar import grammar
from tocsin.reading.drafts import Draft
from tocsin.reading.naming.headwords import book
from tocsin.reading.naming.roles import OFFICES
from tocsin.reading.naming.shapes import slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_TURNED = late(
    r"(?:(?:And|But|Finally|Lastly|Then|Now|First),?\s+)?(?:to|as (?:for|to))\s+(?:you,\s+)?"
    r"(?P<who>(?:the|our|my|all|both|those|[A-ZÀ-Þ])(?:(?<=\bM[rs])\.|(?<=\bMrs)\.|(?<=\bDr)\.|[^.:;!?\"]){2,120}?)"
    r"(?:(?=,?\s+(?:too,?\s+|finally,?\s+|also,?\s+)?(?:we|I)\s+(?:\w+\s+)?(?:say|turn|speak|address|write|appeal|repeat)\b)|"
    r"(?=[.:]\s)|(?=,\s+(?:an?|one)\s+[^.:;]{2,40}[.:]\s))",
    re.IGNORECASE,
)
"""A sentence that says to whom the next ones speak: "To you, Mr. President, we turn with respect."."""
_CALLED = late(
    r"(?:(?:And|But|Finally|Lastly|Then|Now),?\s+)?(?:you,\s+)?"
    r"(?P<who>(?:Mr|Mrs|Ms|Madam|Dr|Your)\.?\s+[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,3}|"
    r"(?<=[Yy]ou, )(?:the )?[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,4})[,:]\s"
)
"""Whom a sentence calls at its head: "And you, High Representative: …", "Mr. President, …"."""
_INSIDE = late(r",\s+(?P<who>(?:Mr|Mrs|Ms|Madam|Dr)\.?\s+[A-ZÀ-Þ][\w'’-]+(?:[ -][A-ZÀ-Þ][\w'’-]+){0,3})(?=[,:;.!?])")
"""Whom a sentence calls inside: "we ask your Office, Mr. Prosecutor, to …"."""
_NEAR = 60
"""Code points behind a verb of asking within which its sentence calls somebody."""
_OFFICES = OFFICES | {"representative", "secretary-general", "prime"}
_TITLES = frozenset({"mr", "mrs", "ms", "madam", "dr", "your", "the"})
_ADDRESS = 1200
"""Code points at the head of a letter within which its address stands."""
_SHORT = 3
"""Words of an office that is called by itself."""
_WORD = late(r"[\w-]+")
_ASIDE = late(r",\s+(?:who|whom|whose|which|with|in|as|our|my|dear)\b.*\Z", re.DOTALL)


def told(draft: Draft, place: int, readers: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give whom the paragraph of a place has turned to, before it or in its sentence; () for nobody."""
    number = draft.block_at(place)
    if number is None:
        return ()
    for start, end in reversed(draft.sentences(number)):
        if start >= place:
            continue
        found = _TURNED.match(draft.content, start, end) or _CALLED.match(draft.content, start, end)
        found = found or _INSIDE.search(draft.content, start, min(end, place + _NEAR))
        if found is not None and found.start("who") < place + _NEAR:
            return _meant(draft, *found.span("who"), readers)
    return ()


_MANY = late(
    r"(?P<who>(?:Dear |Fellow )?(?:[A-Z][a-z]+(?:s|men|women|folk)|People)"
    r"(?: (?:of|in|and|from) [^.,:;!?]{3,50})?)[,.!] (?=\S)"
)
"""Many whom a sentence calls at its head: "Residents of the lower town, …", "Colleagues, …"."""


def called(draft: Draft, start: int, place: int) -> tuple[Party, ...]:
    """Give whom a sentence, or the one word before it, calls by a noun: "Colleagues, vote for this"."""
    led = max(draft.content.rfind('"', start, place), draft.content.rfind(": ", start, place) + 1)
    found = _MANY.match(draft.content, led + 1 if led > start else start, place)
    if found is None or len(found["who"].split()) > _LONGEST:
        return ()
    noun = found["who"].split(" of ")[0].split(" in ")[0].split(" from ")[0].rsplit(" ", 1)[-1].lower()
    if not (phrases.is_people(noun) or noun in grammar(draft.catalogue).agents):
        return ()
    return (Party(id=slug(noun), name=found["who"]),)


_LONGEST = 7


def _meant(draft: Draft, start: int, end: int, readers: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give the one of those a paper is to whom an office or a name means, "Mr. President"; else who is named."""
    aside = _ASIDE.search(draft.content, start, end)
    end = aside.start() if aside else end
    words = set(_WORD.findall(draft.content[start:end].lower()))
    office = words & _OFFICES
    fit = [party for party in readers if office and office <= set(_WORD.findall(party.name.lower()))]
    if not fit and words & _TITLES:
        fit = [party for party in readers if party.name.lower().rsplit(" ", 1)[-1] in words]
    fit = fit or _headed(draft, start, end, readers)
    if len(fit) == 1 and (words & _TITLES or len(words) <= _SHORT):
        return (fit[0],)
    if not words <= _TITLES | _OFFICES:
        return addressing.addressed(None, draft, start, end)
    return () if not office or any(_may_hold(draft, party) for party in readers) else _office(draft, start, end)


def _headed(draft: Draft, start: int, end: int, readers: tuple[Party, ...]) -> list[Party]:
    """Give the reader beside whom the address names a person: "Dr Amal Rashidi, Minister of Health"."""
    last = draft.content[start:end].split()[-1]
    line = re.search(rf"^[^\n]*\b{re.escape(last)},[ \n][^\n]*$", draft.content[:_ADDRESS], re.MULTILINE)
    return [party for party in readers if line is not None and party.name in line.group()]


def _may_hold(draft: Draft, party: Party) -> bool:
    """Say whether a reader may be who is called by an office: a person, not a body by its noun."""
    noun = party.name.lower().rsplit(" ", 1)[-1]
    return noun not in book(draft.catalogue).heads or noun in _OFFICES


def _office(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give an office that is called and of which the paper says no more: "Mr President"."""
    name = " ".join(word for word in draft.content[start:end].split() if word.strip(".").lower() not in _TITLES)
    return (Party(id=slug(name), name=name),)
