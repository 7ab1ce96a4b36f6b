# SPDX-License-Identifier: Apache-2.0
"""The parties of a claim: a stretch of its sentence taken for somebody, by name, by shape, by the kind of people."""

from __future__ import annotations

import re
from itertools import pairwise

from tocsin.reading.asks.people import noun
from tocsin.reading.claims.scenes import NAME, NAME_WORD, NO_PARTY, Scene, of_calendar
from tocsin.reading.claims.vocabulary import vocabulary, word_set
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import Hit
from tocsin.reading.naming import names
from tocsin.reading.patterns import late
from tocsin.reading.views import lowered
from tocsin.records.findings import Party

_BESIDE = late(r"\b(?:near|at|on|in|by|along|over)\s+$", re.IGNORECASE)
_SITE = late(
    r"\s+(?:bridge|corridor|road|river|valley|district|province|region|area|border|crossing|port|airport|camp|highway|"
    r"market|hospital|school|town|city|village|island|mountains?|line|checkpoint|dam|lake|square|street|canal|sluices?|reservoir|"
    r"pass|tunnel|junction|station|heights|gorge|strait|plain|pipeline|locks?)\b",
)
_WORD = late(r"[\w'’.-]+")
_BREAKS = word_set(
    "in on at by with during after before from for against under amid but to into about over between that which "
    "who where when while because since has have had is are was were be been being will would could may might did "
    "does do said of among following despite through near than if as upon it he she they we i reportedly "
    "allegedly also then today yesterday remain remains remained stopped continue continues continued kept urged "
    "occurred happened erupted followed called warned told announced confirmed reported estimates tomorrow"
)


_NOBODY = word_set(
    "try time times responsibility end part case action actions fact way day days night week weeks month months year "
    "years attack attacks blood order orders process situation violence event events incident incidents measures means "
    "result results cause causes number amount recent use place kg without with other more one ones same such first "
    "last latest new"
)
"""Words of a text in capitals that are no party by themselves."""


_MEASURES = word_set(
    "tonnes tons litres liters kilograms kilogrammes kilos boxes bags sacks loaves euros dollars percent kilometres "
    "shells rockets missiles rounds shots bombs mortars grenades bullets"
)
"""What is only counted or fired, and suffers nothing."""
_COUPLE = late(r"\s+and\s+(?P<second>[A-Z][\w'’-]+\s+(?P<family>[A-Z][\w'’-]+))")


def kind(content: str, hits: tuple[Hit, ...], start: int, end: int) -> tuple[Party, ...]:
    """Give the first kind of people that a stretch speaks of."""
    for hit in hits:
        if start <= hit.start and hit.end <= end:
            name = content[hit.start : hit.end]
            return (Party(id=names.slug(name), name=name),)
    return ()


def _shaped(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    content = view.content
    for match in NAME.finditer(content, start, end):
        name = match.group()
        first = name.split()[0].lower()
        if first in NO_PARTY or first in _BREAKS or of_calendar(name) or view.masked(*match.span()):
            continue
        before = content[max(0, match.start() - 2) : match.start()].strip()
        if any(match.start() <= at < match.end() for at, _, _ in view.places) or _SITE.match(content, match.end()):
            continue  # where it was, not who
        if " " not in name and not name.isupper() and before in ("", ".", '"') and match.start() == start:
            continue  # the first word of a sentence has a capital whatever it is
        couple = None if " " in name else _COUPLE.match(content, match.end(), end)
        if couple:  # "Marta and Emil Koss"
            both = (f"{name} {couple['family']}", couple["second"])
            return tuple(Party(id=names.slug(one), name=one) for one in both)
        return (Party(id=names.slug(name.removesuffix("'s")), name=name.removesuffix("'s")),)
    return ()


def _is_verb(word: str) -> bool:
    """Say whether a word of a text in capitals is a verb's form by its end: no party's name."""
    if not word.isupper():
        return False
    return (word.endswith("ED") and len(word) > len("SPEED") and word != "UNITED") or (
        word.endswith("ING") and len(word) > len("BEING") and word not in ("BEIJING", "FOLLOWING")
    )


def _is_adverb(word: str) -> bool:
    """Say whether a word behind a noun is an adverb of what follows: "guards severely (wounded)"."""
    told = word.endswith("ly") and len(word) > len("family") and word not in ("assembly", "elderly")
    return word.islower() and (told or word in ("out", "away", "off"))


def _ends(word: str) -> bool:
    """Say whether a noun phrase ends before a word: a conjunction or a participle that goes on from it."""
    return word.lower() in ("and", "or", "carried") or (
        word.islower() and word.endswith("ing") and len(word) > len("being")
    )


def phrase(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give the noun phrase that a stretch opens with, () where it is long, a pronoun or a thing of no account."""
    content = view.content
    words: list[str] = []
    for match in _WORD.finditer(content, start, end):
        word = match.group()
        if word.lower() in _BREAKS or (words and _ends(word)) or view.masked(*match.span()) or of_calendar(word):
            break
        if (view.shouted and _is_verb(word)) or (words and _is_adverb(word)):
            break
        if not words and word.islower() and (held := view.acts.get(match.start())) and held[2]:
            continue  # "finances and trains the rebels"
        if words or (word.lower() not in NO_PARTY and not word[0].isdigit()):
            words.append(word)
        if content[match.end() : match.end() + 1] in ",;:)":
            break
    return _party(view, words)


def phrase_before(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give the noun phrase that a stretch ends with."""
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
        if low in NO_PARTY or word[0].isdigit():
            if words and _SITE.match(f" {words[-1]}") and _BESIDE.search(content, start, match.start()):
                return ()  # "near the bridge" is where
            break
        words.insert(0, word)
    return _party(view, words)


def _counts(view: Scene, word: str) -> bool:
    """Say whether a word makes a phrase somebody: a name that does not open the sentence, or a known noun."""
    if word.lower().strip(".'’-") in view.things:
        return True
    return word[0].isupper() and not view.content.startswith(word, view.start)


def _party(view: Scene, words: list[str]) -> tuple[Party, ...]:
    """Give a phrase as a party where it is somebody or something that acts or suffers: a name, people, a school."""
    while words and (words[0].lower().endswith("ly") or words[0].lower() in NO_PARTY):
        words = words[1:]
    name = " ".join(words).strip(" .'’-")
    if words and words[-1].lower() in _MEASURES:
        return ()
    if not 0 < len(words) <= 6 or len(name) <= 2 or (view.shouted and all(word.lower() in _NOBODY for word in words)):
        return ()
    if not view.shouted and not any(_counts(view, word) for word in words):
        return ()
    return (Party(id=names.slug(name), name=name),)


def whom(view: Scene, start: int, end: int, *, acting: bool = False) -> tuple[Party, ...]:
    """Give those a stretch speaks of as suffering, and those it names."""
    if start >= end:
        return ()
    people = kind(view.content, view.victims, start, end)
    people += _joined(view, people, start, end) if people else ()
    found = (*people, *view.named(start, end, acting=acting))
    if found and not people and (person := _titled(view, start, end)):
        found = (person, *found)
    if not found and not view.shouted:
        found = _shaped(view, start, end)
    return found[:3]


_PERSON = rf"{NAME_WORD}(?:\s+(?:de\s+|la\s+|del\s+|al-|el-)*{NAME_WORD}){{1,4}}"
_NEXT_NAME = late(
    rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?P<name>{_PERSON})(?=\s*(?:[,.;:]|$)|\s+(?:and|in|on|at|near|were|was|when|during|by)\b)"
)
"""One more of a row of people by name, and a name behind what somebody is: "a teacher, Ana Olm,"."""


def in_row(view: Scene, first: tuple[Party, ...], end: int, limit: int) -> tuple[Party, ...]:
    """Give people with those whom a row of names adds at `end`, or one of them by the name that stands there."""
    if not first or view.shouted:
        return first
    found: list[Party] = []
    at = end
    while len(found) < _ROW and (more := _NEXT_NAME.match(view.content, at, limit)):
        name = " ".join(more["name"].split())
        if view.masked(*more.span("name")) or of_calendar(name):
            break
        found.append(Party(id=names.slug(name), name=name))
        at = more.end("name")
    last = first[-1].name
    if not found:
        return first
    if " " in last and last[:1].isupper():
        return (*first, *found)
    one = last.split()[-1].lower() in vocabulary(view.draft.catalogue).persons and not last.lower().endswith("s")
    return (*first[:-1], found[0]) if one and len(found) == 1 else first


_ROW = 5
"""Names that a row has at most behind its first."""


def _joined(view: Scene, first: tuple[Party, ...], start: int, end: int) -> tuple[Party, ...]:
    """Give the people whom a stretch counts beside the first: "three soldiers and two nurses", "… and a girl"."""
    found: list[Party] = []
    held = {party.id for party in first}
    last = next(hit.end for hit in view.victims if start <= hit.start and hit.end <= end)
    for match in _BESIDES.finditer(lowered(view.content), last, end):
        word = match["who"].split()[-1]
        many = next((hit for hit in view.victims if hit.end == match.end("who")), None)
        if many is None and word not in vocabulary(view.draft.catalogue).persons:
            continue
        low = many.start if many else match.start("who")
        name = " ".join(view.content[low : match.end("who")].split())
        if names.slug(name) not in held:
            held.add(names.slug(name))
            found.append(Party(id=names.slug(name), name=name))
    return tuple(found)


_BESIDES = late(
    r"(?:,|\band|\bincluding|\bas\s+well\s+as)\s+(?:at\s+least\s+)?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|several|many|some|the|his|her|their)"
    r"\s+(?P<who>(?:[\w-]+\s+)??[\w-]+)(?=\s*[,.;]|\s+(?:and|were|was|had|have|has|in|at|on|near|when|by|who|as|during|from|from|after|dead)\b|$)"
)
"""More people, behind those whom a clause counts first; on the lowered view."""


def _titled(view: Scene, start: int, end: int) -> Party | None:
    """Give the one person whom a state's adjective only begins to tell of: "Ardeshi judge Carla Venn", "nurse"."""
    persons = vocabulary(view.draft.catalogue).persons
    known = next((high for low, high, _ in view.parties if start <= low and high <= end), None)
    title = ""
    name: list[str] = []
    for match in _WORD.finditer(view.content, known or end, end):
        word = match.group().strip(".'’-")
        if not word:
            break
        if word.lower() in persons:
            title, name = word, []
        elif word.lower() in _BREAKS or word.lower() in ("and", "or") or of_calendar(word):
            break
        elif word[:1].isupper():
            name.append(word)
        elif name or title:
            break
        if view.content[match.end() : match.end() + 1] in ",;:)(":
            break
    words = " ".join(name) if 1 < len(name) <= _LONG else "" if name else title
    return Party(id=names.slug(words), name=words) if title and words else None


_MEMBERS = late(
    r"\s*(?:(?:the|some|several|two|three|four|five|\d[\d,]*|armed|suspected|alleged|heavily|last|first|remaining|masked|uniformed|young)\s+)*"
    r"(?:fighters|members|soldiers|troops|forces|units|elements|gunmen|gunners|militants|militiamen|agents|officers|combatants|blue\s+helmets|"
    r"peacekeepers|personnel|staff|rebels|guerrillas|commandos|pilots|snipers|"
    r"men|commanders|supporters|followers|police|army|government|guards)\s+of\s+(?:the\s+)?"
)


_WEAPONS = late(
    r"\s(?:guns?|shells?|artillery|mortars?|rockets?|missiles?|bombs?|drones?|tanks?|howitzers?|snipers?|bullets?|(?:war)?planes?|"
    r"jets?|aircraft|helicopters?|gunboats?|warships?|batter(?:y|ies)|mines?|cannons?|gunners|fire|gunfire|air\s?strikes?|grenades?)\s*$"
)
"""What somebody fires, at the end of who fires it."""


_OPPONENT = late(
    r"\s(?:enem(?:y|ies)|adversar(?:y|ies)|aggressors?|occupiers?|invaders?|occupants?|side|regime|war\s+machine|"
    r"(?:air|missile|coastal)\s+defen[cs]es?|air\s+force|navy)\s*$"
)
"""What a side calls the State that it names beside it: "the Ardeshi enemy"."""
_BAND = late(
    r"(?:(?:[Tt]he|[Ss]ome|[Aa]rmed|[Ss]uspected|[Aa]lleged|[Ss]o-called|\"|[a-z]+teen|two|three|four|five|six|seven|eight|nine|ten|\d+)\s*)*"
    r"(?P<who>(?:[A-Z][A-Za-z]*[A-Z\d][A-Za-z\d-]*|(?:[A-Z][\w'’-]+\s+)+(?:Front|Army|Movement|Brigades?|Alliance|Resistance|Guard|League|Party|Command|"
    r"Battalion|Militia|Council|Union|Organi[sz]ation|Legion|Corps|Liberation))(?:-[A-Z][\w-]*)?)\"?\s+"
    r"(?:rebels?|fighters?|gunm[ae]n|militants?|insurgents?|terrorists?|guerrillas?|militia(?:m[ae]n)?|m[ae]n|boys|members?|elements|"
    r"commandos?|combatants?|soldiers?|troops|forces|partisans?|units?|bandits|thugs|gangs?|gangsters|cadres?|snipers?|raiders|drones?|"
    r"artillery|jihadists?|extremists?|separatists?|paramilitaries|recruits|supporters|loyalists)"
)
"""A body's name before what its people are called: "ADF rebels", "River Front gunmen"."""


_SLUR = late(
    r"(?:[Tt]he\s+|[Tt]hese\s+|[Tt]hose\s+)?(?:(?:[Tt]errorist|[Cc]riminal|[Ss]o-called|[Pp]uppet|[Ff]ascist|[Ii]llegal|[Ss]eparatist|[Oo]ccupying|[Ee]nemy|"
    r"[Tt]reacherous|[Bb]arbarous|[Gg]enocidal|[Ii]llegitimate|banned|outlawed|shadowy|self-styled|feared|notorious|little-known)\s+)+(?=[A-Z])"
)
"""What a text calls those whom it names: no part of their name."""


def somebody(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give the parties of a noun phrase: by name and role, else the kind of people it tells of, else by shape."""
    while end > start and view.content[end - 1] in " \n.,;:":
        end -= 1
    if start >= end:
        return ()
    slur = _SLUR.match(view.content, start, end)
    start = slur.end() if slur else start
    if view.shouted:
        named = view.named(start, end)[:3]
        return named or _people(view, start, end) or _one(view, start, end) or phrase(view, start, end)
    return _spoken_of(view, start, end)


def _spoken_of(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give the parties of a noun phrase of a text that is not all in capitals."""
    named = view.named(start, end)
    found = tuple(_own(view, party) for party in names.parties(view.draft, start, end))
    kept = tuple(party for party in found if _is_somebody(view, party))
    if kept and all(_is_known(view, party) for party in kept):
        return kept[:3]
    if of := _whose_people(view, start, end):
        return of
    people = _people(view, start, end)
    small = lowered(view.content)
    armed = not people and named and not kept and _WEAPONS.search(small, start, end) is not None
    armed = armed or (not people and bool(named) and _OPPONENT.search(small, start, end) is not None)
    if armed or (people and named and not any(_is_known(view, party) for party in kept)):
        if armed or _STATES_OWN.search(lowered(view.content), start, end):
            return named[:3]  # "Ardeshi ground forces" and "Ardeshi guns" are Ardesh's
        return kept[:3] or _nationals(view, start, end) or people  # "Ardeshi ferrymen" are not
    return kept[:3] or people or _group(view, start, end) or _one(view, start, end)


_STATES_OWN = late(
    r"\b(?:army|forces|air\s+force|navy|military|soldiers?|troops|police(?:men)?|gendarm\w+|guards?|servicemen|authorities|government|regime|junta|"
    r"commandos?|officials?|officers?|peacekeepers|coalition|patrols?|units?|warships?|administration)\b"
)
"""Those who act for a state whose adjective stands before them."""


def _nationals(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give people by the words for them, from the adjective of their state on: "Ardeshi lorry drivers"."""
    first = next((low for low, _, _ in view.parties if start <= low < end), None)
    if first is None or not view.content[first:end].replace(" ", "").replace("-", "").isalpha():
        return ()
    name = " ".join(view.content[first:end].split())
    return (Party(id=names.slug(name), name=name),) if name.count(" ") < _LONG else ()


_LONG = 4


def people_before(view: Scene, end: int) -> tuple[Party, ...]:
    """Give the people that the words right before a place are: "two men" of "two men suspected of"; () for others."""
    hits = [hit for layer in (view.agents, view.victims) for hit in layer if hit.end == end]
    return kind(view.content, tuple(hits[:1]), view.start, end)


def _whose_people(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give the body whose people a noun phrase tells of: "fighters of the Front", "Front gunmen"."""
    members = _MEMBERS.match(lowered(view.content), start, end)
    of = somebody(view, members.end(), end) if members else ()
    band = None if of else _BAND.fullmatch(view.content, start, end)
    return somebody(view, *band.span("who")) if band else of


def _people(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    found = kind(view.content, view.agents, start, end)
    return found + _and_those(view, found, start, end) if found else kind(view.content, view.victims, start, end)


def _and_those(view: Scene, first: tuple[Party, ...], start: int, end: int) -> tuple[Party, ...]:
    """Give who acts beside the first: the soldiers of "police and soldiers"."""
    inside = [hit for hit in view.agents if start <= hit.start and hit.end <= end]
    found: dict[str, Party] = {}
    for before, hit in pairwise(inside):
        if hit.start >= before.end and _AND.fullmatch(view.content, before.end, hit.start):
            name = view.content[hit.start : hit.end]
            found[names.slug(name)] = Party(id=names.slug(name), name=name)
    return tuple(party for party in found.values() if party not in first)[:2]


_AND = late(r",?\s+and\s+(?:[a-z-]+\s+)?")


def _group(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give people by the nouns for them ("uniformed men"), without determiners and numbers."""
    return tuple(bare for party in noun(view.draft, start, end) if (bare := _bare(party)).name)


def _one(view: Scene, start: int, end: int) -> tuple[Party, ...]:
    """Give one person by the noun: the "young man" of "at least one young man in a van"; () for others."""
    name = _ONE.match(view.content, start, end)
    if name is None or name["who"].split()[-1].lower() not in vocabulary(view.draft.catalogue).persons:
        return ()
    return (Party(id=names.slug(name["who"]), name=" ".join(name["who"].split())),)


_ONE = late(
    r"(?:at\s+least\s+)?(?:an?|the|one|another|this|that|some|every|each|a\s+second|the\s+other)\s+(?P<who>(?:[\w'’-]+\s+){0,2}?[\w'’-]+)"
    r"(?=$|\s+(?:in|of|from|with|at|on|who|near|riding|dressed|armed|wearing|and|by)\b|\s*[,.;])",
    re.IGNORECASE,
)
"""A noun phrase that one person may be, up to what is said of it."""
_OPENERS = frozenset({"the", "a", "an", "these", "those", "our", "their"})
_HOLDING = frozenset({"of", "and", "or", "in", "for", "on", "from", "by", "with", "to", "all", "both", "at", "near"})


def _bare(party: Party) -> Party:
    """Take determiners and numbers off a group's own words, and the verb it is the object of ("thank the nurses")."""
    words = party.name.split()
    for at in range(len(words) - 1, 0, -1):
        if words[at].lower() in _OPENERS and words[at - 1].lower() not in _HOLDING:
            words = words[at + 1 :]
            break
    while words and (words[0].lower() in NO_PARTY or words[0].lower() in ("of", "our") or words[0][0].isdigit()):
        words = words[1:]
    name = " ".join(words)
    return party if name == party.name else Party(id=names.slug(name), name=name)


def _own(view: Scene, party: Party) -> Party:
    """Call people in general by the text's own words: its "border guards" are not every text's security forces."""
    row = view.draft.catalogue.actors.get(party.id)
    if row is None or row.kind != "collective":
        return party
    tail = _WHERE_AND_WHEN.search(party.name)
    name = party.name[: tail.start()] if tail else party.name
    return Party(id=names.slug(name), name=name)


_WHERE_AND_WHEN = late(r"\s+(?:in|on|at|near|after|during)\s+(?:the\s+)?[A-Z].*\Z")
"""What people in general did somewhere and some day, behind the noun for them: "by police in Karsk on Monday"."""


def _is_known(view: Scene, party: Party) -> bool:
    """Say whether a party is a row of the catalogue, or an organ of one."""
    actors = view.draft.catalogue.actors
    return party.id in actors or party.id.rpartition("-")[0] in actors


_ARMS = frozenset({"IED", "VBIED", "UAV", "RPG", "UXO", "MLRS", "FPV", "ATGM", "TNT"})
"""Weapons by their letters, which are nobody."""


def _is_somebody(view: Scene, party: Party) -> bool:
    """Say whether a phrase is somebody: a known one, a name, people."""
    if party.name.removesuffix("s") in _ARMS:
        return False
    if _is_known(view, party) or any(word in view.things for word in party.name.lower().split()):
        return True
    return any(word[:1].isupper() for word in party.name.split()) and not _opens(view, party)


def _opens(view: Scene, party: Party) -> bool:
    """Say whether the only capital of a name is the sentence's."""
    first, *rest = party.name.split()
    own = view.content.startswith(first, view.start) and not any(word[:1].isupper() for word in rest)
    return own and not first.isupper()


_LANDS = frozenset({"region", "continent", "sea", "river", "strait", "border", "islands"})


def is_land(draft: Draft, party: Party) -> bool:
    """Say whether a party is only a stretch of land or water, which does nothing: the Sahel, a continent, a sea."""
    row = draft.catalogue.places.get(party.id)
    return row is not None and row.kind in _LANDS and party.id not in draft.catalogue.actors
