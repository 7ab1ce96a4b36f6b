# SPDX-License-Identifier: Apache-2.0
"""Referents: which body "it" and "they" are at the head of a sentence, and which charity "the charity" is."""
# ruff: noqa: SIM905 - a word list reads best as words

from __future__ import annotations

import re
from collections.abc import Callable

from tocsin.reading.asks import people, speaking
from tocsin.reading.asks.askings import main_subject
from tocsin.reading.asks.grammar import grammar
from tocsin.reading.asks.sentences import sentence
from tocsin.reading.drafts import Draft
from tocsin.reading.naming import names
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

BODIES = frozenset({"it", "they"})
"""Pronouns that stand for a body or for many."""
_OTHERS = frozenset("he she we i you there who this that these those".split())
_LED_IN = late(r"(?:(?:but|and|yet|still|later|also|meanwhile|however|instead),?\s+)?\Z", re.IGNORECASE)
_RELATIVE = late(r",\s+(?:who|which|whose|whom)\b[^,]{2,160},?\s*\Z")


def opens(draft: Draft, place: int) -> bool:
    """Say whether what stands at a place heads its sentence, but for a word such as "but" or "meanwhile"."""
    number = draft.block_at(place)
    spans = draft.sentences(number) if number is not None else ()
    return leads(draft, next((low for low, high in spans if low <= place < high), place), place)


def leads(draft: Draft, start: int, place: int) -> bool:
    """Say whether nothing but a word such as "but" or "meanwhile" stands between a sentence's start and a place."""
    return _LED_IN.fullmatch(draft.content, start, place) is not None


def before(
    draft: Draft, place: int, word: str, speaks: Callable[[Draft, int, int], tuple[Party, ...]]
) -> tuple[Party, ...]:
    """Give the subject of the sentence just before in its paragraph, () where it cannot be named or meant.

    The first sentence of a paragraph goes on from the last of the paragraph before. Where that sentence has the same
    pronoun for its subject, the one before it tells. `speaks` names whoever the words of a subject are.
    """
    number = draft.block_at(place)
    if number is None:
        return ()
    spans = [span for span in draft.sentences(number) if span[1] <= place]
    if not spans and number and draft.blocks[number - 1].role == "body":
        number -= 1
        spans = list(draft.sentences(number))
    for start, end in reversed(spans):
        found = _subject(draft, number, start, end, speaks)
        if found is not None:
            return _meant(draft, word.lower(), found)
    return ()


def _subject(
    draft: Draft, number: int, start: int, end: int, speaks: Callable[[Draft, int, int], tuple[Party, ...]]
) -> tuple[Party, ...] | None:
    """Give the subject of a sentence, None where the one before it has to tell."""
    content = draft.content
    quoted = content.count('"', draft.blocks[number].start, start) % 2 or '"' in content[start:end]
    if quoted:
        return speaking.last_speaker(draft, end, start) or None
    read = sentence(draft, grammar(draft.catalogue), number, start, end)
    main = main_subject(read)
    if main is None:
        return speaking.last_speaker(draft, end, start)
    last = read.word(main[1])
    if main[0] == main[1] and last in BODIES:
        return None
    if last in _OTHERS:
        return ()
    low, high = read.tokens[main[0]].start, read.tokens[main[1]].end
    aside = _RELATIVE.search(content, low, high)
    high = aside.start() if aside else high
    return speaks(draft, low, high) or _house(content, low, high)


_HOUSE = late(
    r"(?:(?:the|a|an|this|that)\s+)?(?:[\w'’-]+\s+){0,2}(?:hospital|clinic|school|university|college|church|diocese|mosque|company|"
    r"union|newspaper|museum|orphanage|shelter|cooperative|movement|association)",
    re.IGNORECASE,
)


def _house(content: str, start: int, end: int) -> tuple[Party, ...]:
    """Give a house or body that no row knows, under its own words: "the children's clinic"."""
    if _HOUSE.fullmatch(content, start, end) is None:
        return ()
    words = content[start:end].split()
    name = " ".join(words[1:] if words[0].lower() in {"the", "a", "an", "this", "that"} else words)
    return (Party(id=names.slug(name), name=name),) if name else ()


def _meant(draft: Draft, word: str, found: tuple[Party, ...]) -> tuple[Party, ...]:
    """Give those found if the pronoun can stand for them: no single person is "it" or "they"."""
    if len(found) == 1 and _is_person(draft, found[0]):
        return ()
    return found if word == "they" or len(found) == 1 else ()


def _is_person(draft: Draft, party: Party) -> bool:
    row = draft.catalogue.actors.get(party.id)
    if row is not None:
        return row.kind in {"office", "holder"}
    body = _BODY.search(party.name.lower())
    return body is None and bool(person(party.name)) and people.person_of(draft, party.name)


_PRIVATE = frozenset("charity charities ngo watchdog monitor association union organisation organization group".split())
_PUBLIC_WORDS = (
    r"\b(?:front|army|forces?|movement|ministry|government|council|parliament|police|court|party|commission|nations|"
    r"department|brigade|militia|state|republic|command|guards?|assembly|agreement|accord|resolution|protocol|office)\b"
)
_PUBLIC = late(_PUBLIC_WORDS)
"""Heads of names that no charity and no association bears."""
_BODY = late(
    _PUBLIC_WORDS
    + r"|\b(?:association|union|alliance|network|coalition|federation|league|society|watch|watchers|relief|aid|group|"
    r"committee|agency|centre|center|foundation|fund|institute|congress|rebels|fighters|workers|residents|villagers)\b"
)
"""Words that no person's name has."""
_NAME = late(
    r"[A-ZÀ-Þ][\w'’-]+(?:\s+(?:(?:of|for|the|and|without|against|in|to|de|la|du|des|del)\s+){0,2}[A-ZÀ-Þ][\w'’-]+){0,6}"
)
_NO_CHARITY = frozenset(
    {"state", "territory", "group", "holder", "collective", "office", "armed-group", "un-organ", "peace-operation"}
) | {"parliament", "court", "organ", "media"}


def is_private(noun: str) -> bool:
    """Say whether a noun such as "charity" names a body that is neither a State's nor at war."""
    return noun.lower() in _PRIVATE


def body_like(draft: Draft, place: int, noun: str) -> tuple[Party, ...]:
    """Give the charity, the association or the union named last before "the charity" in its paragraph.

    In the paragraph before only where the name itself has the noun or the catalogue knows the body: an older one, or
    one that fights or governs, is not meant.
    """
    number = draft.block_at(place)
    if number is None:
        return ()
    for back in (number, number - 1):
        if back < 0:
            break
        block = draft.blocks[back]
        found = [
            party
            for match in _NAME.finditer(draft.content, block.start, min(place, block.end))
            for party in names.parties(draft, *match.span())
            if _fits(draft, party, noun, near=back == number)
        ]
        if found:
            return (found[-1],)
    return ()


def _fits(draft: Draft, party: Party, noun: str, *, near: bool) -> bool:
    row = draft.catalogue.actors.get(party.id)
    name = party.name.lower()
    if row is not None:
        return row.kind not in _NO_CHARITY
    if noun in name.split():
        return True
    return near and " " in name and party.name[:1].isupper() and not _PUBLIC.search(name) and not _one(draft, party)


def _one(draft: Draft, party: Party) -> bool:
    return party.id in draft.catalogue.places or _is_person(draft, party)


_OFFICES = frozenset(
    "governor mayor bishop pastor priest president premier general commander minister ambassador king".split()
)
_AROUND = 60


def holds(draft: Draft, found: tuple[Party, ...], office: str, place: int) -> bool:
    """Say whether those found may hold an office such as "the governor": it stands beside their name before a place."""
    if office.lower() not in _OFFICES or any(party.id in draft.catalogue.actors for party in found):
        return True
    small = lowered(draft.content)
    for party in found:
        at = small.find(party.name.lower(), 0, place)
        if at >= 0 and office.lower() in small[max(0, at - _AROUND) : at + len(party.name) + _AROUND]:
            return True
    return False
