# SPDX-License-Identifier: Apache-2.0
"""People in a text: full names by their last part, spokespeople by the body they speak for, groups by their noun."""
# ruff: noqa: PLR0911, SIM905 - one return a case; a word list reads best as words

from __future__ import annotations

import re
from collections.abc import Callable

from tocsin.reading.asks import phrases
from tocsin.reading.asks.grammar import Grammar, grammar
from tocsin.reading.drafts import Draft
from tocsin.reading.naming import mentions, names, roles, shortened
from tocsin.reading.naming.shapes import unshouted
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_PART = r"(?:(?:al|el|as|ash|an)-)?[A-ZÀ-Þ][\w'’-]*[\w]"
_LINK = r"(?:de|da|del|dos|van|von|der|bin|ibn|ag|ould|al|el|la|le|du|of)\s+"
_NAME = late(rf"{_PART}(?:\s+[A-Z]\.)?(?:\s+(?:(?!of){_LINK})?{_PART}){{1,3}}")
_GIVEN = rf"{_PART}\s+(?:[A-Z]\.\s+)?(?:{_LINK})?(?:{_PART}\s+)?"
_FIRST_NAME = late(rf"{_GIVEN}\Z")
_EDGE = late(r"\b")
_BEFORE = 120
"""Code points within which a first name stands before a last one."""
_TITLE = late(
    r"(?:(?:the|a|an|its|his|her|their|our|rebel|army|paramilitary|militia|opposition|former|acting|interim|"
    r"deputy|vice|"
    r"senior|veteran|local|retired|first|lieutenant|major|brigadier|rear|chief|prime|foreign|defence|defense|"
    r"interior|"
    r"finance|justice|health|party|union|student|village|community|tribal|religious|human|rights|aid|faction)[ -])*"
    r"(?:president|minister|premier|chancellor|king|queen|prince|princess|emir|sultan|sheikh|general|colonel|"
    r"captain|major|"
    r"lieutenant|commander|chief|leader|warlord|spokes(?:man|woman|person)|secretary|secretary-general|"
    r"ambassador|envoy|"
    r"governor|mayor|senator|deputy|congress(?:man|woman)|bishop|archbishop|cardinal|father|sister|brother|pastor|"
    r"reverend|imam|rabbi|patriarch|metropolitan|ayatollah|mufti|pope|mr|mrs|ms|dr|prof|professor|sir|dame|lord|"
    r"lady|judge|"
    r"justice|prosecutor|lawyer|activist|director|cllr|councillor|shri|smt|hon|baroness|mk|mp|mep|datuk|dato|tun|haji|ustaz|mzee|padre|don|herr|frau|mme|mullah|maulana|lonko|sheriff|cadi|chair(?:man|woman|person)?|coordinator|speaker|commissioner|"
    r"ombudsman|adviser|advisor|negotiator|mediator|journalist|doctor|nurse|teacher|farmer|trader|officer|"
    r"official|analyst|expert|writer|author|poet)\b\.?"
    r"(?:\s+(?:of|for|to)\s+(?:the\s+)?(?:(?:[\w&-]+\s+){0,4}?(?:Affairs|Defen[cs]e|Justice|Interior|Health|Education|"
    r"Finance|Information|Cooperation|Co-operation|Development|Security|Trade|Labour|Energy|Rights)(?=\s+[A-Z])"
    r"|[\w' -]{2,40}?(?=\s+[A-Z])))?\s+",
    re.IGNORECASE,
)
_SPEAKS_FOR = late(
    r"(?:(?:the|a|an|one)\s+)?(?P<before>[^,;:\"]{0,70}?)\s*\b"
    r"(?:spokes(?:man|woman|person|people|men)|secretary[- ]general|general secretary|directors?|"
    r"director-general|heads?|"
    r"chair(?:man|woman|person)?|president|vice-president|leader|leaders|coordinator|co-ordinator|commander|"
    r"commanders|"
    r"representatives?|officials?|lawyers?|envoys?|negotiators?|statement|chief|members?|manager|editor|convener|"
    r"delegates?|mediators?|ambassador|secretary|treasurer|legal adviser|press service|press office|field officer)\b"
    r"(?:\s+(?P<link>of|for|from|at|with)\s+(?P<after>[^,;:\"]{2,90}))?",
    re.IGNORECASE,
)
_ITS = late(
    r"(?:its|their|the (?:union|group|association|organi[sz]ation|party|movement|charity|agency)'s?)\b", re.IGNORECASE
)
_LEAD = late(
    r"(?:(?:the|a|an|some|many|several|most|all|both|two|three|four|five|six|seven|eight|nine|ten|dozens of|"
    r"hundreds of|"
    r"thousands of|a group of|members of|more than|about|over|nearly|almost|other|meanwhile|however|yesterday|today|"
    r"later|then|and|but|earlier|now|(?:earlier\s+)?(?:last|this)\s+(?:week|month|year|spring|summer|autumn|winter|morning)|"
    r"(?:our|my)(?=\s+(?:own\s+)?[A-Z])|\d[\d,.]*|on [A-Z]\w+day)\s*,?\s+)+",
    re.IGNORECASE,
)
_MODIFIES = late(
    r"(?:,|\s(?:of|from|in|at|on|near|along|across|for|with|who|whose|which|that|under|representing|around|outside|"
    r"between|against|to|via|through|by|about|after|before|over|living|working|gathered|meeting)\s)"
)
_PRONOUN = late(r"(?:and\s+|but\s+)?(?:he|she|they|it|who|both|him|her|them)\b", re.IGNORECASE)
_LONGEST = 5
_OWN_HEADS = frozenset(
    "people residents civilians villagers families citizens population ministry minister army police government "
    "authorities military".split()
)


def is_pronoun(draft: Draft, start: int, end: int) -> bool:
    """Say whether a subject is a pronoun, so that who was named last is meant; "WHO" is a body."""
    return _PRONOUN.fullmatch(draft.content, start, end) is not None and draft.content[start:end] != "WHO"


def full_name(draft: Draft, short: str) -> str:
    """Give the full name that ends in a short one, as the text has it before: "Vesk" is "Anton Vesk"."""
    held = draft.bound.get(f" person {short}")
    if held is None:
        found = _with_first_name(draft.content, short)
        held = short
        if found:
            name = _NAME.search(_TITLE.sub("", found) or found)
            whole = name is not None and name.group().endswith(short)
            named = name is not None and whole and "\n\n" not in name.group()
            held = name.group() if name and named and name.group().split(" ")[0].lower() not in _NO_FIRST else short
        draft.bound[f" person {short}"] = held
    return held


_NO_FIRST = frozenset(
    {
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "the",
    }
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "but", "and", "when", "after"}
    | {"meanwhile", "while", "as", "then", "later", "though", "however", "because", "since", "if", "for", "with", "by"}
)
"""Words with a capital that are taken for nobody's first name."""


def _with_first_name(content: str, short: str) -> str | None:
    """Give a short name with the name or the link to one that stands before it, where one first does."""
    at = content.find(short)
    while at >= 0:
        end = at + len(short)
        lead = _FIRST_NAME.search(content, max(0, at - _BEFORE), at)
        if lead is not None and _EDGE.match(content, end):
            again = content.find(short, end, end + _BEFORE) >= 0  # which may end the same name: "Ana Vesk Vesk"
            found = re.search(rf"{_GIVEN}{re.escape(short)}\b", content) if again else None
            return found.group() if found else content[lead.start() : end]
        at = content.find(short, at + 1)
    return None


def person(draft: Draft, start: int, end: int) -> Party | None:
    """Give the person whom a phrase names, title and office left out; None where it names none."""
    words = unshouted(draft.content[start:end].strip(" ,\"'"))
    land = next((hit for hit in draft.within("demonym", start, end) if hit.start == start), None)
    if land is not None and _TITLE.match(draft.content, land.end + 1, end):
        words = words[land.end + 1 - start :]  # "Veltrian Bishop Anton Vell"
    title = _TITLE.match(words)
    bare = words[title.end() :] if title else words.removeprefix("The ")
    name = _NAME.match(bare)
    if name is not None and (len(bare) == name.end() or bare[name.end() : name.end() + 1] in ", "):
        if title is None and len(bare) > name.end() and bare[name.end()] != ",":
            return None
        if title is None and not _is_people_name(draft, name.group()):
            return None
        return Party(id=names.slug(name.group()), name=name.group())
    single = re.fullmatch(_PART, bare)
    if single is None or bare in draft.bound:
        return None
    full = full_name(draft, bare)
    if full == bare and title is None:
        return None
    if full == bare and title is not None and (called := _BY_FIRST_NAME.search(title.group())):
        full = f"{called.group().strip().title()} {bare}"
    held = _CALLED_BY.search(words) if full == bare and title is not None else None
    return Party(id=names.slug(full), name=held.group() if held else full)


_CALLED_BY = late(r"(?:[A-ZÀ-Þ][\w'’-]+ ){1,3}[A-ZÀ-Þ][\w'’-]+\Z")
"""An office before a family name that alone names nobody: "Prime Minister Stell"."""
_BY_FIRST_NAME = late(
    r"\b(?:pastor|father|sister|brother|reverend|pope|king|queen|prince|princess|emir|sultan|sheikh|imam|rabbi)\s+\Z",
    re.IGNORECASE,
)
"""Titles that go with a first name, which alone names nobody: "Pastor Orel"."""


def titled(draft: Draft, start: int, end: int) -> Party | None:
    """Give the person whom a phrase names by office and name, with a capital each: "President Vell"."""
    words = draft.content[start:end]
    title = _TITLE.match(words)
    if title is None or not words[0].isupper() or words.isupper():
        return None
    return person(draft, start, end)


_PAIR = late(rf"(?P<first>(?:[\w-]+\s+){{0,4}}{_NAME.pattern})\s+and\s+(?P<second>(?:[\w-]+\s+){{0,4}}{_NAME.pattern})")


def pair(draft: Draft) -> tuple[Party, ...]:
    """Give the two persons whom a text names together by office and name: "army chief A B and commander C D"."""
    for found in _PAIR.finditer(draft.content, 0, 4000):
        both = person(draft, *found.span("first")), person(draft, *found.span("second"))
        if both[0] is not None and both[1] is not None:
            return both[0], both[1]
    return ()


def person_of(draft: Draft, name: str) -> bool:
    """Say whether a name of two words and more looks like a person's in this text."""
    return " " in name and _is_people_name(draft, name)


def _is_people_name(draft: Draft, name: str) -> bool:
    """Say whether two or three capitalised words look like a person: no word that heads a body's name."""
    words = name.lower().split()
    rules = grammar(draft.catalogue)
    return not any(word in rules.agents or word in rules.things or word in rules.courts for word in words)


def body_of(draft: Draft, start: int, end: int, before: Callable[[], tuple[Party, ...]]) -> tuple[Party, ...]:
    """Give for whom a spokesman or an officer speaks: "a spokesman for the army", "its director"; () for none.

    `before` looks for those who were named last, for "its" and for a bare "a spokesman": few subjects need it.
    """
    content = draft.content
    found = _SPEAKS_FOR.match(content, start, end)
    if found is None:
        return ()
    if _ITS.match(content, start, end):
        return before()[-1:]
    mandated = found["link"] and roles.mandated(content, start, found.start("link") - 1, end)
    if found["after"] and not mandated:
        low = found.start("after")
        high = found.end("after")
        of = names.parties(draft, low, _modified(content, low, high))
        of = of or noun(draft, low, high)
        if of and found["link"] == "of":
            of = (_in_office(draft, of[0], found), *of[1:])
        if of:
            return of if _MANY.search(found.group()) else of[:1]
        if found["link"] == "of" and found["before"].lower() in _LOOSE:
            name = content[found.end("before") : _modified(content, low, high)].strip()
            return (Party(id=names.slug(name), name=name),)
    owner = found["before"].strip(" '’").removesuffix("'s").removesuffix("’s").strip()
    if "lawyer" in content[found.end("before") : found.end("before") + 8] and mentions.within(
        draft, *found.span("before")
    ):
        return ()  # "Veltrian lawyers" speak for no State
    if owner and owner.lower() not in _LOOSE:
        return _sender(draft, *found.span("before")) if mandated else _owner(draft, owner, *found.span("before"))
    spoken = "spokes" in found.group().lower()
    return before()[-1:] if spoken and not found["after"] else ()


_HEADS_OF_STATE = frozenset({"president", "vice-president"})


def _in_office(draft: Draft, land: Party, found: re.Match[str]) -> Party:
    """Give a land that its head speaks for under the words that the text has: "President of Veltria"."""
    words = draft.content[found.end("before") : found.end()].strip()
    row = draft.catalogue.actors.get(land.id)
    head = words.split(" ", 1)[0].lower() in _HEADS_OF_STATE and not found["before"].strip()
    if row is None or row.kind != "state" or not head or not found["after"].endswith(land.name):
        return land
    return Party(id=land.id, name=" ".join(words.split()))


_OF_A_NAME = late(r" of (?:the )?[A-ZÀ-Þ]")


def _modified(content: str, low: int, high: int) -> int:
    """Give where what tells more of a body's name begins, past an "of" in it: "the Council of Ardesh's chamber"."""
    for cut in _MODIFIES.finditer(content, low + 4, high):
        last = content[low : cut.start()].rsplit(" ", 1)[-1]
        if not (last[:1].isupper() and _OF_A_NAME.match(content, cut.start(), high)):
            return cut.start()
    return high


def may_be_one(draft: Draft, party: Party) -> bool:
    """Say whether "he" or "she" can stand for a party: one person or office, or the spokesman of a body."""
    row = draft.catalogue.actors.get(party.id)
    words = party.name.lower().split(" of ")[0].split()
    if row is not None:
        return row.kind in {"office", "holder"} or any(word in roles.OFFICES | _SPEAKERS for word in words)
    last = words[-1] if words else ""
    if party.name[:1].islower() and (phrases.is_people(last) or words[0] in {"of", "its", "their", "his", "her"}):
        return False
    return last not in _BODIES and not (last.endswith("s") and party.name[:1].islower())


def names_one(words: str) -> bool:
    """Say whether the words of a subject have one person in them: "a spokesman for the army", "the union's leader"."""
    return any(word in roles.OFFICES | _SPEAKERS for word in words.lower().replace("'s", "").split())


_SPEAKERS = frozenset(
    {"spokesman", "spokeswoman", "spokesperson", "official", "leader", "chief", "representative", "head"}
)


def _sender(draft: Draft, low: int, high: int) -> tuple[Party, ...]:
    """Give the State or body whose envoy to a land speaks; the United Nations' have names of their own."""
    held = [one for one in mentions.within(draft, low, high) if one.layer != "group"][:1]
    return tuple(
        Party(id=one.tag, name=draft.content[one.start : one.end]) for one in held if one.tag != "united-nations"
    )


def _owner(draft: Draft, owner: str, low: int, high: int) -> tuple[Party, ...]:
    """Give the body before an office: "the army's spokesman", "Kestrel Aid director"; no kind of people ("rebel")."""
    before = draft.content[low:high]
    of = names.parties(draft, low, low + len(before.rstrip(" '’")))
    of = tuple(party for party in of if party.name.lower() not in _LOOSE)
    if draft.content.startswith(_ONE_OF_THEM, high) and phrases.is_people(owner.rsplit(" ", 1)[-1].rstrip("'’")):
        words = f"{owner} {draft.content[high:].split(None, 1)[0]}"  # "the villagers' leader": one of them
        return (Party(id=names.slug(words), name=words),)
    if draft.content.startswith("lawyers", high + 1) and mentions.within(draft, low, high):
        return ()  # "Veltrian lawyers" speak for no State
    if of and (of[0].id in draft.catalogue.actors or (owner[:1].isupper() and " " in owner)):
        return of[:1]
    if "'" in before or "’" in before:
        named = re.sub(r"^(?:the|a|an)\s+", "", owner, flags=re.IGNORECASE)
        return (Party(id=names.slug(named), name=named),)
    return ()


_ONE_OF_THEM = ("leader", "chief", "head", "envoy")
_MANY = late(
    r"\b(?:envoys|officials|leaders|delegates|representatives|negotiators|members|mediators|lawyers|heads|directors)\b"
)
_LOOSE = frozenset(
    {"", "the", "a", "an", "one", "senior", "the senior", "former", "deputy", "acting", "the new", "new"}
)


def noun(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Give a group or role by its own words: "village chiefs from the marsh" is village-chiefs."""
    content = draft.content
    lead = _LEAD.match(content, start, end)
    low = lead.end() if lead else start
    cut = _MODIFIES.search(content, low, end)
    high = cut.start() if cut else end
    words = content[low:high].strip(" ,\"'")
    rules: Grammar = grammar(draft.catalogue)
    last = words.split(" ")[-1].lower() if words else ""
    acts = last in rules.agents or last in rules.courts or phrases.is_people(last) or _ROLE.search(words)
    if not words or len(words.split()) > _LONGEST or not acts:
        return ()
    through = roles.placed(draft, low, high)
    if through > high:
        name = " ".join(draft.content[low:through].split())
        return (Party(id=names.slug(name), name=name),)
    if len(words.split()) == 1 and last in _OWN_HEADS:
        return names.parties(draft, low, low + len(words)) or (Party(id=names.slug(words), name=words),)
    parts = words.split(" and ")
    if len(parts) > 1 and all(len(part) > 3 and part.split()[-1].lower() not in {"men", "women"} for part in parts):
        return tuple(Party(id=names.slug(part), name=part) for part in parts)
    return (Party(id=names.slug(_OWNED.sub("", words)), name=words),)


_OWNED = late(r"(?:its|their|his|her|our|your|my)\s+(?:own\s+)?(?=\w)", re.IGNORECASE)
"""Whose people somebody's are, which makes no part of their id: "their families" are families."""


def in_full(draft: Draft, party: Party, place: int) -> Party:
    """Give the body that a bare noun stands for: "the forum" is the Karsk Forum that the text has named before."""
    word = party.name.removeprefix("the ").removeprefix("The ")
    office = roles.in_full(draft, word, place) if party.id not in draft.catalogue.actors else None
    if office is not None:
        return office
    if " " in word or party.id in draft.catalogue.actors:
        return party
    name = shortened.whole(draft, word, place)
    return Party(id=names.slug(name), name=name) if name else party


_BODIES = shortened.SHORT_FORMS | frozenset(
    {"parliament", "government", "assembly", "army", "police", "party", "office"}
)
_ROLE = late(
    r"\b(?:bishop|archbishop|cardinal|imam|mufti|patriarch|ombuds(?:wo)?man|mayor|governor|envoy|ambassador|"
    r"commissioner|"
    r"rapporteur|minister|ministry|negotiator|coalition|council|"
    r"mediator|spokes\w+|director|officer|commander|witness|survivor|mother|father|widow|resident|villager|"
    r"trader|shopkeeper|farmer|driver|student|herder|fisherman|ferryman|baker|guard|soldier|miner|vendor|pilgrim|refugee|"
    r"lawyer|"
    r"doctor|nurse|teacher|priest|nun|monk|elder|chief|captain|ombudsman|prosecutor|diplomat|official|association|"
    r"federation|league|network|charity|ngo|chamber|congregation|diocese|parish|synod|guild|newspaper|daily|"
    r"editorial|groups?|families|relatives|parents|mothers|survivors|witnesses|victims|clergy|bishops)$",
    re.IGNORECASE,
)
