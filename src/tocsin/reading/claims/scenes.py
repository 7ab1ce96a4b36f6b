# SPDX-License-Identifier: Apache-2.0
"""The scene of a claim: a sentence with everybody and everywhere it names, found once for all its claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache, partial
from operator import itemgetter
from typing import NamedTuple, cast

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.claims.vocabulary import vocabulary, word_set
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

_WORDS = late(r"\w+(?:['’.-][\w'’.-]*\w|)(?:['’](?=\s)|)|[^\w\s]")
# It runs on the lowered view.
# A character class opens the pattern, so that the engine skips to where a preposition can begin.
_WHERE = late(
    r"[ianof](?<=\b.)(?:n(?<=in)(?:side|to)?|t(?<=at)|long(?<=along)|round(?<=around)|cross(?<=across)|ear(?<=near)|f(?<=of)|"
    r"ver(?<=over)|utside(?<=outside)|rom(?<=from))\s+"
    r"(?:the\s+)?"
    r"(?:(?:\w+\s+)?(?:town|city|village|district|province|region|port|camp|department|municipality)s?\s+of\s+)?"
)
_OF_PLACE = late(
    r"\b(?:cit(?:y|ies)|towns?|villages?|districts?|provinces?|regions?|ports?|camps?|departments?|municipalit(?:y|ies)|capital|north|south|"
    r"east|west|outskirts|suburbs?|streets?|people|residents|inhabitants|cent(?:re|er)|parts?|area|areas|siege|battle|shelling|bombing|"
    r"bombardment|capture|seizure|fall|blockade|invasion|occupation|liberation|port|island|coast|hills|valley|neighbou?rhoods?|state|"
    r"county|territory|territories|kilomet(?:re|er)s|km|miles|outside|edge|banks)\s+of\s+(?:the\s+)?$"
)
_CAPITAL = "[A-ZÀ-ÖØ-ÞĀĆČĎĐĒĘĚĞĪĮİĻŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŹŻŽȘȚ]"
NAME_WORD = rf"{_CAPITAL}[\w'’-]+"
NAME = late(rf"{NAME_WORD}(?:\s+(?:de\s+|la\s+|del\s+|al-|el-|of\s+|for\s+)*{_CAPITAL}[\w'’-]+){{0,4}}")
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
_LANDFORM = late(
    r"\s+(?:Valley|River|Basin|Desert|Mountains|Hills|Street|Road|Avenue|Square|Boulevard|Gate|Plain|Delta|Bridge)\b"
)
_ON_WHOM = late(
    r"\b(?:blam\w+|impos\w+|pressed|pressure|sanctions|embargo|tariffs|war|relies|rely|depends?|dependent|responsibility)\s+(?:\w+\s+)?(?:up)?on\s+(?:the\s+)?$"
)
"""What is laid, set or made on a land, which says nothing of where: "the raid was blamed on Ardesh"."""
_INSIDE = late(
    r"\b(?:in|inside|into|near|at|across|throughout|through|outside|around|over|along|towards?|within)\s+"
    r"(?:(?:the|northern|southern|eastern|western|central|north|south|east|west|all|parts|most|much|of|both|rural|"
    r"neighbou?ring|occupied)\s+)*$",
    re.IGNORECASE,
)
_BODY = late(
    r"\b(?:Court|Council|Congress|Committee|Commission|Convention|Charter|Statement|Declaration|Agreement|Treaty|Accords?|"
    r"Protocol|Rights|Association|Group|Front|Assembly|Parliament|Ministry|Minister|Government|Party|Act|Law|Union|Army|"
    r"Forces?|Office|Organi[sz]ation|Agency|Foundation|University|Institute|Company|Movement|Genocide|War|Resolution|"
    r"Constitution|Fund|Programme|Cross|Crescent|Bank|News|Times|Order|Article|Annex|Chapter|President|General|Mr|Mrs|Ms|Dr|"
    r"Colonel|Captain|Governor|Mayor|Chief|Staff|Security|Defen[cs]e|Secretary|Envoy|Ambassador|King|Prince|Pope|Bishop|God|"
    r"Islam|Christ|Internet|Communication|Point|State|States|Nations|NGO|Health|Education|Justice|Interior|Affairs|"
    r"Typhoon|Hurricane|Cyclone|Storm|Operation)\b"
)
_CALENDAR = word_set(
    "january february march april may june july august september october november december monday tuesday wednesday "
    "thursday friday saturday sunday"
)
NO_PARTY = word_set(
    "the a an this that these those its their his her our your some many several few all any no each every most "
    "more than about at least over nearly almost another other others it he she they we i you who which there "
    "what and or also not as including such last latest two three four five six seven eight nine ten eleven "
    "twelve dozens hundreds thousands both one"
)
_WATER = late(r"\s+(?:canal|sluices?|reservoir|dam|pass|tunnel|bridge|pipeline|airport|station|gorge|gate)\b")
"""What a town's name is put before, which is then no government's: "the Ardan canal"."""
_THERE = late(
    r"(?<!\bis\s)\bthere\b(?!\s+(?:is|was|were|are|has|have|had|will|would|can|could|may|might|be|being|been|must|remains?)\b)"
)
_SOCIETY = late(r"\s+Red\s+(?:Cross|Crescent)(?:\s+Society)?\b")
_SITES = (
    r"\s+(?:[Cc]anal|[Pp]ass|[Bb]ridge|[Dd]am|[Cc]rossing|[Cc]orridor|[Tt]unnel|[Rr]eservoir|[Ss]tation|[Cc]heckpoint|[Jj]unction|[Hh]eights|"
    r"[Pp]ipeline)"
)
_SITE = late(rf"{_SITES}\b")
_NAMED_SITE = late(rf"\bthe\s+(?P<name>[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){{0,2}}{_SITES})\b")
_SHOUTED_WORDS = word_set("WHO US IT LET AID CAR MAY")


@lru_cache(maxsize=4096)
def _called(known: str, name: str) -> Party:
    """Give a party; the same few stand in sentence after sentence."""
    return Party(id=known, name=name)


class Word(NamedTuple):
    """A word or mark of a sentence, `low` in small letters."""

    start: int
    end: int
    low: str


_WORD_OF = cast("Callable[[tuple[int, int, str]], Word]", partial(tuple.__new__, Word))
"""Makes a word of its three members without a step through the interpreter."""


class Scene(NamedTuple):
    """A sentence with everybody and everywhere it names, found once for all its claims.

    `acts` are the words that may name an act, by where they start: where they end, the act, whether as a verb.
    """

    content: str
    start: int
    end: int
    shouted: bool
    parties: tuple[tuple[int, int, Party], ...]
    located: frozenset[int]
    agents: tuple[Hit, ...]
    victims: tuple[Hit, ...]
    places: tuple[tuple[int, bool, Party], ...]
    told: bool
    mask: tuple[tuple[int, int], ...]
    things: frozenset[str]
    draft: Draft
    words: tuple[Word, ...]
    acts: Mapping[int, tuple[int, str, bool]]

    def at(self, place: int) -> int:
        """Give the index of the first word that starts at or after a place in the view."""
        return bisect_left(self.words, place, key=lambda word: word.start)

    def masked(self, start: int, end: int) -> bool:
        """Say whether a stretch touches a date or the name of an instrument, which are nobody."""
        return any(low < end and start < high for low, high in self.mask)

    def here(self, start: int, end: int) -> bool:
        """Say whether a stretch names a place of its own."""
        return any(start <= at < end for at, _, _ in self.places)

    def named(self, start: int, end: int, *, acting: bool = False) -> tuple[Party, ...]:
        """Give the parties of a stretch that the catalogue knows, by name or by demonym, each once.

        `acting` leaves out the states that say only where: "in Ardesh", "near Karsk".
        """
        found: dict[str, Party] = {}
        for low, high, party in self.parties:
            if start <= low and high <= end and not (acting and low in self.located):
                found.setdefault(party.id, party)
        return tuple(found.values())


def scene(draft: Draft, start: int, end: int, mask: tuple[tuple[int, int], ...] = ()) -> Scene:
    """Look a sentence [start, end) of the view over; `mask` are its dates and the names of instruments."""
    content = draft.content
    shouted = content[start:end].isupper()
    hits = [hit for layer in ("actor", "demonym") for hit in draft.within(layer, start, end)]
    hits = hits and _whole(draft, hits, start, end)
    bodies = tuple(_societies(draft, hits, end))
    parties = tuple(
        (hit.start, hit.end, _called(hit.tag, _plain(content[hit.start : hit.end])))
        for hit in sorted(hits)
        if not (shouted and content[hit.start : hit.end] in _SHOUTED_WORDS)
        and not any(low < hit.end and hit.start < high for low, high in mask)
        and not any(low <= hit.start < high for low, high, _ in bodies)
    )
    if bodies:
        parties = tuple(sorted((*parties, *bodies)))
    return Scene(
        content,
        start,
        end,
        shouted,
        parties,
        frozenset(low for low, _, _ in parties if _INSIDE.search(content, max(start, low - 40), low)),
        tuple(draft.within("agent", start, end)),
        tuple(draft.within("victim", start, end)),
        tuple(_places(draft, start, end, (*mask, *(body[:2] for body in bodies)), shouted=shouted)),
        bool(draft.within("told", start, end)),
        mask,
        vocabulary(draft.catalogue).things,
        draft,
        _words(lowered(content), start, end),
        {hit.start: (hit.end, hit.tag[2:], hit.tag[0] != "n") for hit in draft.within("act", start, end)},
    )


def _whole(draft: Draft, hits: list[Hit], start: int, end: int) -> list[Hit]:
    """Leave out names that are part of a longer one: a capital in a canal's, a State in that of its Red Cross."""
    content = draft.content
    wide = [(hit.start, hit.end) for hit in draft.within("place", start, end)]
    kept: list[Hit] = []
    for hit in hits:
        if any(low <= hit.start and hit.end <= high and high - low > hit.end - hit.start for low, high in wide):
            continue
        if _seat(draft, hit) and _WATER.match(content, hit.end):
            continue
        kept.append(hit)
    return kept


def _societies(draft: Draft, hits: list[Hit], end: int) -> Iterator[tuple[int, int, Party]]:
    """Give the bodies that a State's name or adjective only begins to name: "the Ardesh Red Cross"."""
    for hit in hits:
        row = draft.catalogue.actors.get(hit.tag)
        named = _SOCIETY.match(draft.content, hit.end, end) if row is not None and row.kind == "state" else None
        if named:
            name = _plain(draft.content[hit.start : named.end()])
            yield hit.start, named.end(), _called(names.slug(name), name)


def _words(small: str, start: int, end: int) -> tuple[Word, ...]:
    found = []
    high = start
    for word in _WORDS.findall(small, start, end):
        low = small.index(word, high)  # between two of them there is only white space
        high = low + len(word)
        found.append(_WORD_OF((low, high, word)))
    return tuple(found)


def _places(
    draft: Draft, start: int, end: int, mask: tuple[tuple[int, int], ...], *, shouted: bool
) -> Iterator[tuple[int, bool, Party]]:
    """Give where, whether a preposition says that it is a place, and its party."""
    bodies = [
        hit
        for hit in draft.within("actor", start, end)
        if draft.catalogue.actors[hit.tag].kind not in ("state", "territory")
    ]
    named = [hit[:2] for hit in draft.within("actor", start, end)]  # no people's adjective: "the Syrian Arab Republic"
    bodies += [
        hit
        for hit in draft.within("demonym", start, end)
        if not _seat(draft, hit) and not any(low <= hit.start and hit.end < high for low, high in named)
    ]
    taken = list(mask)
    for hit, located in _known_places(draft, start, end, bodies, shouted=shouted):
        if not any(low < hit.end and hit.start < high for low, high in taken):
            taken.append((hit.start, hit.end))
            yield hit.start, located, _called(hit.tag, _plain(draft.content[hit.start : hit.end]))
    taken += [(hit.start, hit.end) for hit in bodies]
    small = lowered(draft.content)
    for match in () if shouted else _NAMED_SITE.finditer(draft.content, start, end):
        low, high = match.span("name")
        if not any(first < high and low < last for first, last in taken):
            taken.append((low, high))
            yield low, True, Party(id=names.slug(match["name"]), name=_plain(match["name"]))
    for match in _WHERE.finditer(small, start, end):
        name = (_SHOUTED if shouted else NAME).match(draft.content, match.end(), end)
        if name is not None and shouted:
            name = _no_word(draft, name)
        if name is None or _no_name(name.group()) or _BODY.search(name.group()):
            continue
        if _is_whose(draft, start, match, name.start()):
            continue
        site = None if shouted else _SITE.match(draft.content, name.end(), end)
        called = draft.content[name.start() : site.end()] if site else name.group()  # "at Sul station"
        if not any(low < name.end() and name.start() < high for low, high in taken):
            yield name.start(), True, Party(id=names.slug(called), name=_plain(called))


_PART = late(r"[A-Z][\w'-]+")


def _no_word(draft: Draft, name: re.Match[str]) -> re.Match[str] | None:
    """Give the part of a name in capitals that is no plain word; None where all of it is: "IN THE ATTACK"."""
    known = plain_words(draft.catalogue)
    parts = [(part.start(), part.end()) for part in _PART.finditer(draft.content, name.start(), name.end())]
    plain = [lowered(draft.content)[low:high].removesuffix("'s") in known for low, high in parts]
    if not parts or all(plain):
        return None
    last = max(index for index, word in enumerate(plain) if not word)
    kind = last + 1 < len(parts) and _SHOUTED_SITE.fullmatch(draft.content, *parts[last + 1])
    return _SHOUTED.match(draft.content, parts[plain.index(False)][0], parts[last + 1 if kind else last][1])


_SHOUTED_SITE = late(
    r"(?:CITY|TOWN|VILLAGE|MUNICIPALITY|DEPARTMENT|PROVINCE|DISTRICT|CANTON|HAMLET|NEIGHBOU?RHOOD|REGION|COUNTY|AVENUE|STREET|SQUARE|"
    r"RIVER|LAKE|ISLAND|HILL|BRIDGE|AIRPORT|PORT|FARM|TOWER|BUILDING|HOTEL|BAR|STORE|JURISDICTION|AREA|ZONE|BORDER)"
)


@lru_cache(maxsize=8)
def plain_words(catalogue: Catalogue) -> frozenset[str]:
    """Give the plain words that the catalogue's tables of words hold: what is one of them is not a name by its look."""
    held = [word for row in catalogue.words.values() for word in row.words if word == word.lower()]
    held += [form.lower() for row in catalogue.acts.values() for form in (*row.verbs, *row.nouns)]
    return frozenset(_PLAIN.findall(" ".join(held))) - _ARTICLES


_PLAIN = late(r"[a-z]+(?:-[a-z]+)*")
_ARTICLES = word_set("la el los las le les lo al san santa santo de del rio")
"""Words of other tongues' names that the tables hold too."""


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
            if state and _LANDFORM.match(content, hit.end):
                continue  # the Jordan Valley, which "in" tells of by its own name
            located = _AT.search(content, max(start, hit.start - 30), hit.start) is not None
            if located and _of_people(draft, start, hit.start):
                continue
            if located and _ON_WHOM.search(lowered(content), max(start, hit.start - 40), hit.start):
                continue
            if any(body != hit[:2] for body in near) or not (located or (shouted if state else not near)):
                continue
            yield hit, located or not state


def _is_whose(draft: Draft, start: int, match: re.Match[str], place: int) -> bool:
    """Say whether "of" or "from" before a name tells whose or from where somebody is: "the Ministry of Health"."""
    small = lowered(draft.content)
    if small.startswith("of", match.start()):  # "the widow of Toma Rell"
        return _OF_PLACE.search(small, max(start, match.start() - 30), match.end()) is None
    return small.startswith("from", match.start()) and _of_people(draft, start, place)


def _of_people(draft: Draft, start: int, place: int) -> bool:
    """Say whether people right before "from" a place come from it, nothing of where: "drivers from Ardesh"."""
    small = lowered(draft.content)
    if not small.endswith(("from ", "from the "), start, place):
        return False
    end = small.rfind("from", start, place) - 1
    word = small[max(start, end - 30) : end].rpartition(" ")[2]
    if not {word, word.removesuffix("s")}.isdisjoint(vocabulary(draft.catalogue).persons):
        return True
    return any(
        hit.end == end for layer in ("victim", "agent") for hit in draft.within(layer, max(start, end - 30), end)
    )


def _plain(name: str) -> str:
    """Give a name that a line's end broke as it stands within a line."""
    return " ".join(name.split())


def _seat(draft: Draft, hit: Hit) -> bool:
    """Say whether a word of the demonyms' layer is a capital, which is a place."""
    row = draft.catalogue.actors.get(hit.tag)
    name = _plain(draft.content[hit.start : hit.end]).lower()
    return row is not None and any(name == seat.lower() for seat in row.seats)


_SCALE = late(r"(?:IPC|CH|Phase|Stage|Level|Category|Class|Grade|Tier)\b")


def _no_name(name: str) -> bool:
    """Say whether words are no name of a place: a pronoun, a month, a step of a scale ("into IPC Phase 5")."""
    return name.split(maxsplit=1)[0].lower() in NO_PARTY or of_calendar(name) or _SCALE.match(name) is not None


def of_calendar(name: str) -> bool:
    """Say whether a name begins with a month's or a day's.

    >>> of_calendar("May"), of_calendar("Monday's"), of_calendar("Maya")
    (True, True, False)
    """
    first = name.split(maxsplit=1)[0].lower()
    return first in _CALENDAR or first.removesuffix("'s").removesuffix("’s").rstrip(".") in _CALENDAR


def places(view: Scene, span: tuple[int, int]) -> tuple[Party, ...]:
    """Give where: places of the clause by the catalogue and by shape after "in" or "near", else the sentence's."""
    for start, end, most in ((*span, _MOST), (*_part(view, span), 4 if view.shouted else 2)):
        found: dict[str, Party] = {}
        for at, located, party in view.places:
            if start <= at < end and (located or most == _MOST) and not _known(party, found):
                found[party.id] = party
        if found:
            return tuple(found.values())[:most]
    return ()


def there(view: Scene, block: int, span: tuple[int, int]) -> tuple[Party, ...]:
    """Give the place that was named last before a clause that says "there" and names none itself; () for others."""
    small = lowered(view.content)
    if "there" not in small[span[0] : span[1]] or view.here(*span) or not _THERE.search(small, *span):
        return ()
    before = [(at, party) for at, _, party in view.places if at < span[0]]
    before = before or [(at, party) for at, _, party in _places(view.draft, block, view.start, (), shouted=False)]
    return (max(before, key=itemgetter(0))[1],) if before else ()


def _part(view: Scene, span: tuple[int, int]) -> tuple[int, int]:
    """Give the part of a sentence between semicolons in which a clause stands: what another tells is elsewhere."""
    low, high = view.content.rfind(";", view.start, span[0]), view.content.find(";", span[1], view.end)
    return max(view.start, low), view.end if high < 0 else high


def _known(party: Party, found: dict[str, Party]) -> bool:
    return any(
        party.id in held.id or held.id in party.id or party.name.lower() == held.name.lower() for held in found.values()
    )
