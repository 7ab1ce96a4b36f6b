# SPDX-License-Identifier: Apache-2.0
"""Who did it to whom, where: the parties of a claim by their place about the act's word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from tocsin.reading.claims.acts import Cue, vocabulary, word_set
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

_PASSIVE = late(r"\b(?:was|were|been|being|is|are|be|got)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# Verbs whose subject suffers what they tell, and those whose subject is a thing (the bomb, the dam).
_UNDERGONE = late(
    r"(?:died|dying|perished|drowned|fled|flee|fleeing|lost\s+(?:their|his|her)|disappeared|went\s+missing|gone\s+missing|"
    r"left\s+their|having\s+(?:left|fled)|have\s+left|became\s+refugees|sought\s+refuge|took\s+refuge|"
    r"(?P<thing>explod\w+|went\s+off|burst|collapsed|flooded))",
    re.IGNORECASE,
)
_ACCUSED = late(r"\b(?:accus(?:ed|es|ing)|blam(?:ed|es|ing))\s+(?P<who>[^,;]{2,60}?)\s+(?:of|for)\s")
# These run on the lowered view.
_BY = late(r"\bby\s+(?!\w+ing\b)")
_OF = late(r"\b(?:of|against|on|upon|at|targeting|with|between)\s+")
_STOP = late(
    r"\b(?:in|at|near|on|during|along|after|before|since|by|with|from|against|and\s+\w+ed|who|which|that|while|when|for|"
    r"to|into|as|following)\s|[,;:(\[\"]"
)
# A character class opens the pattern, so that the engine skips to where a preposition can begin.
_WHERE = late(
    r"[ianof](?<=\b.)(?:n(?<=in)(?:side|to)?|t(?<=at)|long(?<=along)|round(?<=around)|cross(?<=across)|ear(?<=near)|f(?<=of)|"
    r"ver(?<=over)|utside(?<=outside)|rom(?<=from))\s+"
    r"(?:the\s+)?"
    r"(?:(?:\w+\s+)?(?:town|city|village|district|province|region|port|camp|department|municipality)s?\s+of\s+)?"
)
_NAME = late(r"[A-Z][\w'’-]+(?:\s+(?:de\s+|la\s+|del\s+|al-|el-|of\s+|for\s+)*[A-Z][\w'’-]+){0,4}")
_SHOUTED = late(
    r"(?!(?:THE|AN?|THIS|THAT|WHICH|ORDER)\b)[A-Z][\w'-]+(?:\s+(?!(?:AND|ON|IN|AT|BY|WHERE|WHEN|WHICH|THAT|TO|FOR|OF|WITH|"
    r"AFTER|THE|WAS|WERE|HAS|HAVE|WHO|FROM|DEPARTMENT|PROVINCE)\b)[A-Z][\w'-]+){0,2}"
)
_MOST = 4
_AT = late(
    r"\b(?:in|into|from|inside|across|through|throughout|to|near|over|between|along|outside|at|around|on|within|and|of)\s+"
    r"(?:(?:the|northern|southern|eastern|western|central|north|south|east|west|neighbouring|neighboring)\s+)*$",
    re.IGNORECASE,
)
_BESIDE = late(r"\b(?:near|at|on|in|by|along|over)\s+$", re.IGNORECASE)
_SITE = late(
    r"\s+(?:bridge|corridor|road|river|valley|district|province|region|area|border|crossing|port|airport|camp|highway|"
    r"market|hospital|school|town|city|village|island|mountains?|line|checkpoint|dam|lake|square|street)\b",
)
_BODY = late(
    r"\b(?:Court|Council|Congress|Committee|Commission|Convention|Charter|Statement|Declaration|Agreement|Treaty|Accords?|"
    r"Protocol|Rights|Association|Group|Front|Assembly|Parliament|Ministry|Minister|Government|Party|Act|Law|Union|Army|"
    r"Forces?|Office|Organi[sz]ation|Agency|Foundation|University|Institute|Company|Movement|Genocide|War|Resolution|"
    r"Constitution|Fund|Programme|Cross|Crescent|Bank|News|Times|Order|Article|Annex|Chapter|President|General|Mr|Mrs|Ms|Dr|"
    r"Colonel|Captain|Governor|Mayor|Chief|Staff|Security|Defen[cs]e|Secretary|Envoy|Ambassador|King|Prince|Pope|Bishop|God|"
    r"Islam|Christ|Internet|Communication|Point|State|States|Nations)\b"
)
_WORD = late(r"[\w'’.-]+")
_CALENDAR = late(
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
_SHOUTED_WORDS = word_set("WHO US IT LET AID CAR MAY")
_BREAKS = word_set(
    "in on at by with during after before from for against under amid but to into about over between that which "
    "who where when while because since has have had is are was were be been being will would could may might did "
    "does do said of among following despite through near than if as upon it he she they we i reportedly "
    "allegedly also then today yesterday"
)


@lru_cache(maxsize=4096)
def _called(known: str, name: str) -> Party:
    """Give a party; the same few stand in sentence after sentence."""
    return Party(id=known, name=name)


class Scene(NamedTuple):
    """A sentence with everybody and everywhere it names, found once for all its claims."""

    content: str
    start: int
    end: int
    shouted: bool
    parties: tuple[tuple[int, int, Party], ...]
    agents: tuple[Hit, ...]
    victims: tuple[Hit, ...]
    places: tuple[tuple[int, bool, Party], ...]
    told: bool
    mask: tuple[tuple[int, int], ...]
    things: frozenset[str]

    def masked(self, start: int, end: int) -> bool:
        """Say whether a stretch touches a date or the name of an instrument, which are nobody."""
        return any(low < end and start < high for low, high in self.mask)

    def here(self, start: int, end: int) -> bool:
        """Say whether a stretch names a place of its own."""
        return any(start <= at < end for at, _, _ in self.places)

    def named(self, start: int, end: int) -> tuple[Party, ...]:
        """Give the parties of a stretch that the catalogue knows, by name or by demonym, each once."""
        found: dict[str, Party] = {}
        for low, high, party in self.parties:
            if start <= low and high <= end:
                found.setdefault(party.id, party)
        return tuple(found.values())


def scene(draft: Draft, start: int, end: int, mask: tuple[tuple[int, int], ...] = ()) -> Scene:
    """Look a sentence [start, end) of the view over; `mask` are its dates and the names of instruments."""
    content = draft.content
    shouted = content[start:end].isupper()
    hits = [hit for layer in ("actor", "demonym") for hit in draft.within(layer, start, end)]
    parties = tuple(
        (hit.start, hit.end, _called(hit.tag, _plain(content[hit.start : hit.end])))
        for hit in sorted(hits)
        if not (shouted and content[hit.start : hit.end] in _SHOUTED_WORDS)
        and not any(low < hit.end and hit.start < high for low, high in mask)
    )
    return Scene(
        content,
        start,
        end,
        shouted,
        parties,
        tuple(draft.within("agent", start, end)),
        tuple(draft.within("victim", start, end)),
        tuple(_places(draft, start, end, mask, shouted=shouted)),
        bool(draft.within("told", start, end)),
        mask,
        vocabulary(draft.catalogue).things,
    )


def _places(
    draft: Draft, start: int, end: int, mask: tuple[tuple[int, int], ...], *, shouted: bool
) -> Iterator[tuple[int, bool, Party]]:
    """Give where, whether a preposition says that it is a place, and its party."""
    bodies = [
        hit
        for hit in draft.within("actor", start, end)
        if draft.catalogue.actors[hit.tag].kind not in ("state", "territory")
    ]
    bodies += [hit for hit in draft.within("demonym", start, end) if not _seat(draft, hit)]
    taken = list(mask)
    for hit, located in _known_places(draft, start, end, bodies, shouted=shouted):
        if not any(low < hit.end and hit.start < high for low, high in taken):
            taken.append((hit.start, hit.end))
            yield hit.start, located, _called(hit.tag, _plain(draft.content[hit.start : hit.end]))
    taken += [(hit.start, hit.end) for hit in bodies]
    for match in _WHERE.finditer(lowered(draft.content), start, end):
        name = (_SHOUTED if shouted else _NAME).match(draft.content, match.end(), end)
        if name is None or _no_name(name.group()) or _BODY.search(name.group()):
            continue
        if not any(low < name.end() and name.start() < high for low, high in taken):
            yield name.start(), True, Party(id=names.slug(name.group()), name=_plain(name.group()))


def _known_places(
    draft: Draft, start: int, end: int, bodies: list[Hit], *, shouted: bool
) -> Iterator[tuple[Hit, bool]]:
    """Give the places of the catalogue, then the states that stand as places; no part of a longer body's name."""
    content = draft.content
    for layer in ("place", "actor"):
        for hit in draft.within(layer, start, end):
            state = layer == "actor" and draft.catalogue.actors[hit.tag].kind in ("state", "territory")
            if (layer == "actor" and not state) or (shouted and content[hit.start : hit.end] in _SHOUTED_WORDS):
                continue
            near = [body[:2] for body in bodies if body.start < hit.end and hit.start < body.end]
            located = _AT.search(content, max(start, hit.start - 30), hit.start) is not None
            if any(body != hit[:2] for body in near) or not (located or (shouted if state else not near)):
                continue
            yield hit, located or not state


def _plain(name: str) -> str:
    """Give a name that a line's end broke as it stands within a line."""
    return " ".join(name.split())


def _seat(draft: Draft, hit: Hit) -> bool:
    """Say whether a word of the demonyms' layer is a capital, which is a place."""
    row = draft.catalogue.actors.get(hit.tag)
    name = _plain(draft.content[hit.start : hit.end]).lower()
    return row is not None and any(name == seat.lower() for seat in row.seats)


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
    small = lowered(content)
    accused = _ACCUSED.search(small, max(view.start, cue.start - 140), cue.start)
    if accused:
        low, high = accused.span("who")
        return _who(view, low, high) or _phrase(view, low, high)
    by = _BY.search(small, cue.end, end)
    if by:
        stop = _STOP.search(small, by.end(), end)
        found = _who(view, by.end(), stop.start() if stop else end)
        found = found or _phrase(view, by.end(), stop.start() if stop else end)
        if found:
            return found
    if passive(content, start, cue) or (cue.verb and _UNDERGONE.match(content, cue.start, cue.end)):
        return ()
    found = _who(view, start, cue.start)
    if found or not cue.verb:
        return found
    return _phrase_before(view, start, cue.start) or _who(view, view.start, start)[:1]


def _who(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give those a stretch names, else the name by its shape, else the kind of people it speaks of."""
    if start >= end:
        return ()
    found = view.named(start, end)
    if found:
        return found[:3]
    if not view.shouted:
        shaped = _shaped(view, start, end)
        if shaped:
            return shaped
    return _kind(view.content, view.agents, start, end)


def _kind(content: str, hits: tuple[Hit, ...], start: int, end: int) -> tuple[Party, ...]:
    for hit in hits:
        if start <= hit.start and hit.end <= end:
            name = content[hit.start : hit.end]
            return (Party(id=names.slug(name), name=name),)
    return ()


def _shaped(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    content = view.content
    for match in _NAME.finditer(content, start, end):
        name = match.group()
        first = name.split()[0].lower()
        if first in _NO_PARTY or first in _BREAKS or _CALENDAR.match(name) or view.masked(*match.span()):
            continue
        before = content[max(0, match.start() - 2) : match.start()].strip()
        if any(match.start() <= at < match.end() for at, _, _ in view.places) or _SITE.match(content, match.end()):
            continue  # where it was, not who
        if " " not in name and not name.isupper() and before in ("", ".", '"') and match.start() == start:
            continue  # the first word of a sentence has a capital whatever it is
        return (Party(id=names.slug(name.removesuffix("'s")), name=name.removesuffix("'s")),)
    return ()


def _ends(word: str) -> bool:
    """Say whether a noun phrase ends before a word: a conjunction or a participle that goes on from it."""
    return word.lower() in ("and", "or", "carried") or (
        word.islower() and word.endswith("ing") and len(word) > len("being")
    )


def _phrase(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give the noun phrase that a stretch opens with, () where it is long, a pronoun or a thing of no account."""
    content = view.content
    words: list[str] = []
    for match in _WORD.finditer(content, start, end):
        word = match.group()
        if word.lower() in _BREAKS or (words and _ends(word)) or view.masked(*match.span()):
            break
        if words or (word.lower() not in _NO_PARTY and not word[0].isdigit()):
            words.append(word)
        if content[match.end() : match.end() + 1] in ",;:)":
            break
    return _party(view, words)


def _phrase_before(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    content = view.content
    words: list[str] = []
    for match in reversed(list(_WORD.finditer(content, max(start, end - 90), end))):
        word = match.group()
        low = word.lower()
        if view.masked(*match.span()):
            if words:
                break
            continue
        if low in _BREAKS or content[match.end() : match.end() + 1] in (",", ";", ":", '"'):
            if words and low in ("near", "at", "on", "in") and _SITE.match(f" {words[-1]}"):
                return ()  # "near the bridge" is where
            if words:
                break
            if low in ("it", "he", "she", "they", "we", "i", "who", "which", "that"):
                return ()
            continue
        if low in _NO_PARTY or word[0].isdigit():
            if words and _SITE.match(f" {words[-1]}") and _BESIDE.search(content, start, match.start()):
                return ()  # "near the bridge" is where
            break
        words.insert(0, word)
    return _party(view, words)


def _counts(view: Scene, word: str) -> bool:
    """Say whether a word makes a phrase somebody: a name that does not open the sentence, or a known noun."""
    if word.lower() in view.things:
        return True
    return word[0].isupper() and not view.content.startswith(word, view.start)


def _party(view: Scene, words: list[str]) -> tuple[Party, ...]:
    """Give a phrase as a party where it is somebody or something that acts or suffers: a name, people, a school."""
    while words and (words[0].lower().endswith("ly") or words[0].lower() in _NO_PARTY):
        words = words[1:]
    name = " ".join(words).strip(" .'’-")
    if not 0 < len(words) <= 6 or len(name) <= 2:
        return ()
    if not view.shouted and not any(_counts(view, word) for word in words):
        return ()
    return (Party(id=names.slug(name), name=name),)


def targets(view: Scene, span: tuple[int, int], cue: Cue) -> tuple[Party, ...]:
    """Give whom it was done to: the object, the subject of a passive, what follows "of" or "against" after a noun."""
    start, end = span
    content = view.content
    undergone = cue.verb and _UNDERGONE.match(content, cue.start, cue.end)
    if passive(content, start, cue) or undergone:
        if undergone and undergone.group("thing"):
            return ()
        return _whom(view, start, cue.start) or _phrase_before(view, start, cue.start)
    small = lowered(content)
    by = _BY.search(small, cue.end, end)
    low, high = cue.end, by.start() if by else end
    if not cue.verb:
        of = _OF.search(small, low, high)
        if of is None:
            return ()
        low = of.end()
    stop = _STOP.search(small, low, high)
    high = stop.start() if stop else high
    return _whom(view, low, high) or _phrase(view, low, high)


def _whom(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    if start >= end:
        return ()
    found = (*_kind(view.content, view.victims, start, end), *view.named(start, end))
    if not found and not view.shouted:
        found = _shaped(view, start, end)
    return found[:3]


def places(view: Scene, span: tuple[int, int]) -> tuple[Party, ...]:
    """Give where: places of the clause by the catalogue and by shape after "in" or "near", else the sentence's."""
    for start, end, most in ((*span, _MOST), (view.start, view.end, 4 if view.shouted else 2)):
        found: dict[str, Party] = {}
        for at, located, party in view.places:
            if start <= at < end and (located or most == _MOST) and not _known(party, found):
                found[party.id] = party
        if found:
            return tuple(found.values())[:most]
    return ()


def _known(party: Party, found: dict[str, Party]) -> bool:
    return any(
        party.id in held.id or held.id in party.id or party.name.lower() == held.name.lower() for held in found.values()
    )
