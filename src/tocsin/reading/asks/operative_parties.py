# SPDX-License-Identifier: Apache-2.0
"""Whom an operative paragraph asks: by name, by the source's own words, or who was named before."""

from __future__ import annotations

import re
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.asks import addressees, bearers, counted, doers
from tocsin.reading.asks.operative_paragraphs import Paragraph
from tocsin.reading.asks.triggers import Trigger
from tocsin.reading.drafts import Draft
from tocsin.reading.naming.names import parties, slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_PREPOSITION = late(r"\s(?:in|within|inside|from|at|outside|operating|present|belonging|located|under)\s")
_ASIDE = late(
    r",\s+(?:jointly|in|with|as|together|where|when|if|by|through|upon|once)\b|\s(?:established|created|pursuant)\s"
)
_AND = late(r",?\s+(?:and|as well as)\s+")
_NAMED_ORGAN = re.compile(r"\b[Tt]he (?P<name>(?:[A-Z][a-z]+ )*[A-Z][a-z]+)\b")
_OWED = late(r"(?:the\s+)?(?:\w+ly\s+)?(?:submission|transmission|provision|presentation|communication)\b")
"""What only those of whom a paper spoke before can give: "also requests the submission of a report"."""


def asked(
    draft: Draft,
    trigger: Trigger,
    paragraph: Paragraph,
    end: int,
    askers: tuple[Party, ...],
    before: tuple[Party, ...],
) -> tuple[Party, ...]:
    """Resolve whom a directive verb addresses; "it" and "them" are those named before in the paragraph.

    `end` is where what is asked ends; `before` are those whom the paragraph before it addressed.
    """
    if trigger.whom is None:
        if _OWED.match(draft.content, trigger.action, end):
            return before
        doer = doers.find(draft.content, trigger.action, end)
        return known(draft, joined(draft, *doer), paragraph.start, askers) if doer else ()
    start, stop = trigger.whom
    if both := counted.meant(draft, start, stop):
        return both
    words = " ".join(draft.content[start:stop].split()).strip(" ,;")
    words = words.split(",")[0] if "," in words[:6] else words
    if words.lower() in ("latter", "the latter", "former", "the former"):
        of = counted.last(draft, paragraph.start, start, first=words.lower().endswith("former"))
        if of:
            return known(draft, of, paragraph.start, askers)
    if words.lower() in ("him", "her", "it", "them", "he", "she", "they"):
        named = parties(draft, paragraph.head or _past_word(draft.content, paragraph.verb), trigger.start)
        last = draft.content.rfind(";", paragraph.verb, trigger.start - 2)
        if last > 0:  # "; regrets that the Council is silent; asks it": who is named last
            named = parties(draft, last, trigger.start) or _organs_before(draft, last, trigger.start) or named
        named = known(draft, named, paragraph.start, askers)
        named = named or _organs_before(draft, paragraph.head or paragraph.verb, trigger.start) or before
        return named if words.lower() in ("them", "they") else named[-1:]
    place = _PREPOSITION.search(draft.content, start, stop)
    head = place.start() if place else stop
    found = joined(draft, start, head)
    found = tuple({party.id: party for party in reversed(found)}.values())[::-1]
    return known(draft, found, paragraph.start, askers)


def known(draft: Draft, named: tuple[Party, ...], begin: int, askers: tuple[Party, ...]) -> tuple[Party, ...]:
    """Put the state for its unnamed government: "the authorities" in a decision on one country.

    "The Government" is a parliament's own where a parliament asks.
    """
    if not any(party.id == "authorities" and _RULERS.fullmatch(party.name) for party in named):
        return named
    if any(bearers.is_own(draft, party, askers) for party in named):
        return named  # a parliament's own Government, which the finder knows
    state = addressees.state_of(draft, begin, begin)
    return tuple(dict.fromkeys(state[0] if state and party.id == "authorities" else party for party in named))


_RULERS = late(
    r"(?:the )?(?:national |federal |central |caretaker |transitional |interim )?(?:government|authorities)",
    re.IGNORECASE,
)


def _past_word(content: str, start: int) -> int:
    """Give the offset after the word at `start`: a paragraph's verb with its capital names nobody."""
    space = content.find(" ", start)
    return space + 1 if space > 0 else start


def joined(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Name each of those whom "and" joins; one whom no catalogue knows stands beside the others by its own words."""
    aside = _ASIDE.search(draft.content, start, end)
    end = aside.start() if aside is not None and aside.start() > start else end
    office = addressees.office(draft, start, end)
    if office is not None:
        return (office,)
    named = parties(draft, start, end)
    if not named:
        return _described(draft, " ".join(draft.content[start:end].split()).strip(" ,;"))
    first = _AND.search(draft.content, start, end)
    if first is None or parties(draft, start, first.start()):
        return named
    words = " ".join(draft.content[start : first.start()].split()).strip(" ,;")
    return (*_described(draft, words.removeprefix("the ")), *named)


def _organs_before(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give who stands as "the Council", with a capital, before "it"."""
    names = [match.group("name") for match in _NAMED_ORGAN.finditer(draft.content, start, end)]
    return tuple(Party(id=slug(name), name=name) for name in names)


def _described(draft: Draft, words: str) -> tuple[Party, ...]:
    """Name those whom no catalogue knows by the source's own words; things ("the discussions") are nobody."""
    name = re.split(r",| which | who | that |;|:", words)[0].strip()
    agents = _agents(draft.catalogue)
    tokens = name.split()
    somebody = any(token in agents for token in tokens) or any(token[:1].isupper() for token in tokens[1:])
    told = len(tokens) > 1 and tokens[0].lower() in agents and tokens[1].endswith("ing")  # "States hosting refugees"
    return (Party(id=slug(tokens[0] if told else name), name=name),) if somebody and len(name) < 120 else ()


@lru_cache(maxsize=4)
def _agents(catalogue: Catalogue) -> frozenset[str]:
    """Give the words for those who can be asked; made once per catalogue."""
    return frozenset({*catalogue.list("operative.bearers"), *catalogue.list("asks.agents")})
