# SPDX-License-Identifier: Apache-2.0
"""Who did it to whom, where: the parties of a claim by their place about the act's word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tocsin.reading import names
from tocsin.reading.claims.acts import Cue, word_set
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.records.findings import Party

_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are|be|got)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# Verbs whose subject suffers what they tell, and those whose subject is a thing (the bomb, the dam).
_UNDERGONE = re.compile(
    r"(?:died|dying|perished|drowned|fled|flee|fleeing|lost\s+(?:their|his|her)|disappeared|went\s+missing|gone\s+missing|"
    r"left\s+their|having\s+(?:left|fled)|have\s+left|became\s+refugees|sought\s+refuge|took\s+refuge|"
    r"(?P<thing>explod\w+|went\s+off|burst|collapsed|flooded))",
    re.IGNORECASE,
)
_ACCUSED = re.compile(
    r"\b(?:accus(?:ed|es|ing)|blam(?:ed|es|ing))\s+(?P<who>[^,;]{2,60}?)\s+(?:of|for)\s", re.IGNORECASE
)
_BY = re.compile(r"\bby\s+(?!\w+ing\b)", re.IGNORECASE)
_OF = re.compile(r"\b(?:of|against|on|upon|at|targeting|with|between)\s+", re.IGNORECASE)
_STOP = re.compile(
    r"\b(?:in|at|near|on|during|along|after|before|since|by|with|from|against|and\s+\w+ed|who|which|that|while|when|for|"
    r"to|into|as|following)\s|[,;:(\[\"]",
    re.IGNORECASE,
)
# A character class that folds no case opens the pattern, so that the engine skips to where a preposition can begin.
_WHERE = re.compile(
    r"[iIaAnNoOfF](?i:(?<=\bi)n(?:side|to)?|(?<=\ba)(?:t|long|round|cross)|(?<=\bn)ear|(?<=\bo)(?:f|ver|utside)|"
    r"(?<=\bf)rom)\s+(?i:the\s+)?"
    r"(?i:(?:\w+\s+)?(?:town|city|village|district|province|region|port|camp|department|municipality)s?\s+of\s+)?"
)
_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s+(?:de\s+|la\s+|del\s+|al-|el-|of\s+|for\s+)*[A-Z][\w'’-]+){0,4}")
_SHOUTED = re.compile(
    r"(?!(?:THE|AN?|THIS|THAT|WHICH|ORDER)\b)[A-Z][\w'-]+(?:\s+(?!(?:AND|ON|IN|AT|BY|WHERE|WHEN|WHICH|THAT|TO|FOR|OF|WITH|"
    r"AFTER|THE|WAS|WERE|HAS|HAVE|WHO|FROM|DEPARTMENT|PROVINCE)\b)[A-Z][\w'-]+){0,2}"
)
_WORD = re.compile(r"[\w'’.-]+")
_CALENDAR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday)\b",
    re.IGNORECASE,
)
_NO_PARTY = word_set(
    "the a an this that these those its their his her our your some many several few all any no each every most "
    "more than about at least over nearly almost another other others it he she they we i you who which there "
    "what and or also not as including such last latest two three four five six seven eight nine ten eleven "
    "twelve dozens hundreds thousands both"
)
_SHOUTED_WORDS = word_set("WHO US IT LET AID")
_BREAKS = word_set(
    "in on at by with during after before from for against under amid but to into about over between that which "
    "who where when while because since has have had is are was were be been being will would could may might did "
    "does do said of among following despite through near than if as upon it he she they we i reportedly "
    "allegedly also then today yesterday"
)


@lru_cache(maxsize=4096)
def _slug(name: str) -> str:
    return names.slug(name)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A sentence with everybody and everywhere it names, found once for all its claims."""

    content: str
    start: int
    end: int
    shouted: bool
    parties: tuple[tuple[int, int, Party], ...]
    agents: tuple[Hit, ...]
    victims: tuple[Hit, ...]
    places: tuple[tuple[int, Party], ...]
    told: bool

    def named(self, start: int, end: int) -> tuple[Party, ...]:
        """Give the parties of a stretch that the catalogue knows, by name or by demonym, each once."""
        found: dict[str, Party] = {}
        for low, high, party in self.parties:
            if start <= low and high <= end:
                found.setdefault(party.id, party)
        return tuple(found.values())


def scene(draft: Draft, start: int, end: int) -> Scene:
    """Look a sentence [start, end) of the view over."""
    content = draft.content
    shouted = content[start:end].isupper()
    hits = [hit for layer in ("actor", "demonym") for hit in draft.within(layer, start, end)]
    parties = tuple(
        (hit.start, hit.end, Party(id=hit.tag, name=content[hit.start : hit.end]))
        for hit in sorted(hits)
        if not (shouted and content[hit.start : hit.end] in _SHOUTED_WORDS)
    )
    return Scene(
        content,
        start,
        end,
        shouted,
        parties,
        tuple(draft.within("agent", start, end)),
        tuple(draft.within("victim", start, end)),
        tuple(_places(draft, start, end, shouted=shouted)),
        bool(draft.within("told", start, end)),
    )


def _places(draft: Draft, start: int, end: int, *, shouted: bool) -> Iterator[tuple[int, Party]]:
    content = draft.content
    known = [
        hit
        for layer in ("place", "actor")
        for hit in draft.within(layer, start, end)
        if layer == "place" or draft.catalogue.actors[hit.tag].kind in ("state", "territory")
    ]
    ends: set[int] = set()
    for hit in known:
        ends.update(range(hit.start, hit.end))
        yield hit.start, Party(id=hit.tag, name=content[hit.start : hit.end])
    for match in _WHERE.finditer(content, start, end):
        name = (_SHOUTED if shouted else _NAME).match(content, match.end(), end)
        if name is None or name.start() in ends or _no_name(name.group()):
            continue
        yield name.start(), Party(id=_slug(name.group()), name=name.group())


def _no_name(name: str) -> bool:
    return name.split(maxsplit=1)[0].lower() in _NO_PARTY or _CALENDAR.match(name) is not None


def passive(content: str, start: int, cue: Cue) -> bool:
    """Say whether the act's verb is in the passive."""
    form = content[cue.start : cue.end].lower()
    if not cue.verb or form.endswith("ing"):
        return False
    return _PASSIVE.search(content, max(start, cue.start - 40), cue.start) is not None


def actors(view: Scene, span: tuple[int, int], cue: Cue) -> tuple[Party, ...]:
    """Give who acted: the subject, the agent after "by", the owner of the noun."""
    start, end = span
    content = view.content
    accused = _ACCUSED.search(content, max(view.start, cue.start - 140), cue.start)
    if accused:
        low, high = accused.span("who")
        return _who(view, low, high) or _phrase(content, low, high)
    by = _BY.search(content, cue.end, end)
    if by:
        stop = _STOP.search(content, by.end(), end)
        found = _who(view, by.end(), stop.start() if stop else end)
        found = found or _phrase(content, by.end(), stop.start() if stop else end)
        if found:
            return found
    if passive(content, start, cue) or (cue.verb and _UNDERGONE.match(content, cue.start, cue.end)):
        return ()
    found = _who(view, start, cue.start)
    if found or not cue.verb:
        return found
    return _phrase_before(content, start, cue.start) or _who(view, view.start, start)[:1]


def _who(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give those a stretch names, else the name by its shape, else the kind of people it speaks of."""
    if start >= end:
        return ()
    found = view.named(start, end)
    if found:
        return found[:3]
    if not view.shouted:
        shaped = _shaped(view.content, start, end)
        if shaped:
            return shaped
    return _kind(view.content, view.agents, start, end)


def _kind(content: str, hits: tuple[Hit, ...], start: int, end: int) -> tuple[Party, ...]:
    for hit in hits:
        if start <= hit.start and hit.end <= end:
            name = content[hit.start : hit.end]
            return (Party(id=_slug(name), name=name),)
    return ()


def _shaped(content: str, start: int, end: int) -> tuple[Party, ...]:
    for match in _NAME.finditer(content, start, end):
        name = match.group()
        first = name.split()[0].lower()
        if first in _NO_PARTY or first in _BREAKS or _CALENDAR.match(name):
            continue
        before = content[max(0, match.start() - 2) : match.start()].strip()
        if " " not in name and not name.isupper() and before in ("", ".", '"') and match.start() == start:
            continue  # the first word of a sentence has a capital whatever it is
        return (Party(id=_slug(name.removesuffix("'s")), name=name.removesuffix("'s")),)
    return ()


def _phrase(content: str, start: int, end: int) -> tuple[Party, ...]:
    """Give the noun phrase that a stretch opens with, as its own words, () where it is long or a pronoun."""
    words: list[str] = []
    for match in _WORD.finditer(content, start, end):
        word = match.group()
        if word.lower() in _BREAKS or (words and word.lower() in ("and", "or")):
            break
        if words or (word.lower() not in _NO_PARTY and not word[0].isdigit()):
            words.append(word)
        if content[match.end() : match.end() + 1] in ",;:)":
            break
    return _party(words)


def _phrase_before(content: str, start: int, end: int) -> tuple[Party, ...]:
    words: list[str] = []
    for match in reversed(list(_WORD.finditer(content, max(start, end - 90), end))):
        word = match.group()
        low = word.lower()
        if low in _BREAKS or content[match.end() : match.end() + 1] in (",", ";", ":", '"'):
            if words:
                break
            if low in ("it", "he", "she", "they", "we", "i", "who", "which", "that"):
                return ()
            continue
        if low in _NO_PARTY or word[0].isdigit():
            break
        words.insert(0, word)
    return _party(words)


def _party(words: list[str]) -> tuple[Party, ...]:
    name = " ".join(words).strip(" .'’-")
    return (Party(id=_slug(name), name=name),) if 0 < len(words) <= 5 and len(name) > 2 else ()


def targets(view: Scene, span: tuple[int, int], cue: Cue) -> tuple[Party, ...]:
    """Give whom it was done to: the object, the subject of a passive, what follows "of" or "against" after a noun."""
    start, end = span
    content = view.content
    undergone = cue.verb and _UNDERGONE.match(content, cue.start, cue.end)
    if passive(content, start, cue) or undergone:
        if undergone and undergone.group("thing"):
            return ()
        return _whom(view, start, cue.start) or _phrase_before(content, start, cue.start)
    by = _BY.search(content, cue.end, end)
    low, high = cue.end, by.start() if by else end
    if not cue.verb:
        of = _OF.search(content, low, high)
        if of is None:
            return ()
        low = of.end()
    stop = _STOP.search(content, low, high)
    high = stop.start() if stop else high
    return _whom(view, low, high) or _phrase(content, low, high)


def _whom(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    if start >= end:
        return ()
    found = (*_kind(view.content, view.victims, start, end), *view.named(start, end))
    if not found and not view.shouted:
        found = _shaped(view.content, start, end)
    return found[:3]


def places(view: Scene, span: tuple[int, int]) -> tuple[Party, ...]:
    """Give where: places of the clause by the catalogue and by shape after "in" or "near", else the sentence's."""
    for start, end in (span, (view.start, view.end)):
        found: dict[str, Party] = {}
        for at, party in view.places:
            if start <= at < end and all(party.id not in known and known not in party.id for known in found):
                found[party.id] = party
        if found:
            return tuple(found.values())[:4]
    return ()
