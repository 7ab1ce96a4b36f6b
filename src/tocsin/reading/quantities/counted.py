# SPDX-License-Identifier: Apache-2.0
"""What a number counts: the noun phrase after it, its head, and what was done to those it counts."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.patterns import late
from tocsin.reading.quantities.numerals import GAP, WORDS, Numeral

_ONE = late(r"[A-Za-zÀ-ɏ][\w'-]*")
_NEXT = late(rf"(?:-(?=[a-z])|{GAP})(?:\"|\()?(?=[A-Za-zÀ-ɏ])")
_PARTITIVE = late(
    rf"{GAP}of{GAP}(?:(?:the|these|those|its|their|our|his|her|them)\b(?:{GAP}(?:other|same|more|most))?)?"
)
_OF_WHAT = late(
    rf"{GAP}of{GAP}(?!the\b|a\b|an\b|its\b|their\b|his\b)(?P<what>[a-z-]+)"
    rf"(?:{GAP}(?P<aid>aid|relief|supplies|flour|fuel|oil|water|food|wheat|grain|rice|gas)\b)?"
)
_ADJECTIVES = frozenset(("displaced", "disappeared", "elderly", "homeless", "missing", "dead"))
_OF_A_PEOPLE = ("ese", "ans", "is", "ards")
_ACTING = late(rf"{GAP}(?:were|have|had|are|fled|who|remain(?:ed)?|died|in{GAP}the)\b")
_PAIR = late(rf"{GAP}[A-Za-z][\w-]*{GAP}(?:[a-z-]+{GAP}){{0,2}}?[a-z-]+s\b")
_LISTED = late(
    rf"(?:,{GAP}(?:[a-z][\w-]*{GAP}){{0,2}}[a-z][\w-]*s)*,?{GAP}and{GAP}(?:[a-z][\w-]*{GAP}){{0,2}}[a-z][\w-]*s\b"
)
_NO_ITEM = frozenset((*WORDS, "many", "some", "several", "all", "other", "most", "both", "no", "countless", "numerous"))
_BETWEEN = late(r",\s*(?:and\s+)?|\s+and\s+")
_WORDS = 7
"""How many words after a number its head may stand."""


class Counted(NamedTuple):
    """A noun phrase after a number: its end, what it stands for, and whether the word is a known one."""

    end: int
    of: str
    known: bool


class Nouns:
    """The catalogue's words about quantities, made ready for look-up."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.people = self._pairs("quantity.people")
        self.all = self.people | self._pairs("quantity.things")
        self.deeds = self._pairs("quantity.deeds")
        self.never = self._list("quantity.not-counted")
        self.stops = self._list("quantity.stops")
        self.numbered = self._list("quantity.numbered-things")
        self.holders = self._list("quantity.holders")
        self.signs = {
            phrase: sign
            for name, sign in (("above", ">"), ("below", "<"), ("about", "~"))
            for phrase in self._list(f"quantity.{name}")
        }
        self.sign_ends = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in self.signs)
        self.who = frozenset(self.people.values())
        self.fates = frozenset(self.deeds.values())
        ones = {"child", "man", "woman", "person", "family", "church", "bus", "body", "casualty", "fatality", "baby"}
        self.ones = frozenset(
            word
            for word in self.all
            if word + "s" in self.all or word in ones or (word.endswith("man") and len(word) > 4)
        )
        did = "|".join(sorted(self.deeds, key=len, reverse=True)) or "(?!)"
        self.bound = re.compile(
            rf"(?:^|[^\w])({'|'.join(map(_spaced, sorted(self.signs, key=len, reverse=True))) or '(?!)'}){GAP}$",
            re.IGNORECASE,
        )
        self.before = re.compile(
            rf"\b({did}|(?:death|deaths|murder|killing|execution){GAP}of)(?:{GAP}(?!and\b|or\b)[a-z]+)?(?:{GAP}(?:than|least))?{GAP}$",
            re.IGNORECASE,
        )
        self.after = re.compile(
            rf"(?:,?{GAP}(?:were|was|have|had|has|been|are|being|who|reportedly|also|forcibly|confirmed|people|persons|left|"
            rf"remain|still)){{0,4}}{GAP}({did})\b",
            re.IGNORECASE,
        )
        self.bare = re.compile(
            rf"(?:{GAP}(?:others?|more|people|were|was|as|are))*{GAP}(?P<did>{did}|hospitali[sz]ed)\b", re.IGNORECASE
        )

    def _pairs(self, name: str) -> dict[str, str]:
        return {word: of for word, _, of in (pair.partition("=") for pair in self._list(name))}

    def _list(self, name: str) -> frozenset[str]:
        row = self.catalogue.words.get(name)
        return frozenset(row.words) if row else frozenset()


def _spaced(phrase: str) -> str:
    return GAP.join(re.escape(word) for word in phrase.split())


@lru_cache(maxsize=4)
def nouns_of(catalogue: Catalogue) -> Nouns:
    """Make a catalogue's words ready once."""
    return Nouns(catalogue)


def counted(content: str, number: Numeral, nouns: Nouns) -> Counted | None:
    """Read the noun phrase after a number up to its head: the last known noun in a row, else the first plural."""
    partitive = _PARTITIVE.match(content, number.end)
    start = partitive.end() if partitive else number.end
    gap = _NEXT.match(content, start - 1 if content[start - 1].isspace() else start)
    head = _Head(nouns, number)
    for place in range(_WORDS):
        word = _ONE.match(content, gap.end()) if gap else None
        if (
            word is not None
            and word.group() == "and"
            and head.found is None
            and place
            and _PAIR.match(content, word.end())
        ):
            gap = _NEXT.match(content, word.end())  # "17 Syrian and Afghan nationals"
            continue
        if word is None or not head.takes(word, content, first=place == 0):
            break
        if content[word.end() : word.end() + 1] in {",", ".", ";", ":", ")"}:
            break
        gap = _NEXT.match(content, word.end())
    found = head.found
    if found is None or (number.value == 1 and not found.known):
        return None
    if head.fate is not None and found.of in nouns.who:
        found = found._replace(of=head.fate)
    return _filled(content, found, nouns)


class _Head:
    """The head of a noun phrase as its words come; an adjective that may be a noun ("displaced") holds on."""

    def __init__(self, nouns: Nouns, number: Numeral) -> None:
        self._nouns = nouns
        self._many = number.value != 1 and not number.open
        self._held = False
        self.found: Counted | None = None
        self.fate: str | None = None

    def takes(self, word: re.Match[str], content: str, *, first: bool) -> bool:
        """Take a word; say whether the phrase may go on after it."""
        nouns, found = self._nouns, self.found
        low = word.group().lower().removesuffix("'s")
        lives = low == "lives" and first and self._many  # "some 70,000 lives"; elsewhere it is a verb
        if (low in nouns.stops and not lives) or (
            low in nouns.never and (first or found is None) and (first or low != "points")
        ):
            return False
        known = nouns.all.get(low)
        if low == "prisoners" and content[word.end() : word.end() + 7].lower() == " of war":
            self.found = Counted(word.end() + 7, "prisoners of war", known=True)
            return False
        if known is not None and not (self._many and low in nouns.ones):
            if found is not None and found.known and low in nouns.deeds:
                return False
            self._held = low in nouns.deeds or low in _ADJECTIVES
            if found is None:
                self.fate = nouns.deeds.get(low, self.fate)
            self.found = Counted(word.end(), known, known=True)
            return True
        if found is not None:
            return self._held or (not found.known and known is None and content[word.start()].islower())
        if low in nouns.deeds:
            self.fate = nouns.deeds[low]
        elif self._many and _of_a_people(word, content, first=first):
            self.found = Counted(word.end(), "population", known=True)
        elif low[-1] == "s" and len(low) > 3 and low[-2] not in "sui":
            self.found = Counted(word.end(), low, known=False)
        return True


def _of_a_people(word: re.Match[str], content: str, *, first: bool) -> bool:
    """Say whether a word names a people: by its ending ("5 million Norlandese") or its deeds ("200 Sallir fled")."""
    name = word.group()
    if not name[0].isupper():
        return False
    if name.lower().removesuffix("'s").endswith(_OF_A_PEOPLE):
        return True
    return first and name.istitle() and name[-1] != "s" and _ACTING.match(content, word.end()) is not None


def _filled(content: str, found: Counted, nouns: Nouns) -> Counted:
    """Go on over "of food" where what is counted holds something."""
    what = _OF_WHAT.match(content, found.end) if found.of in nouns.holders else None
    if what is None or what.group("what") in nouns.stops:
        return found
    return Counted(what.end(), f"{found.of} of {' '.join(filter(None, what.group('what', 'aid')))}", known=True)


def listed(content: str, found: Counted, nouns: Nouns) -> int:
    """Go on over a list of people that one number counts: "60 nurses, drivers and cooks"; else give the noun's end."""
    match = _LISTED.match(content, found.end) if found.of in nouns.who else None
    items = [item.lower().split() for item in _BETWEEN.split(match.group()) if item] if match else []
    known = sum(item[-1] in nouns.all for item in items)
    if match is None or 2 * known < len(items) or any(item[0] in _NO_ITEM or item[0] in nouns.deeds for item in items):
        return found.end
    return match.end()


def fate(content: str, begin: int, found: Counted, nouns: Nouns) -> str:
    """Tell what was done to people from the verb beside them: "12 civilians were killed", "killing 12 civilians"."""
    if found.of not in nouns.who or found.of in nouns.deeds.values():
        return found.of
    after = nouns.after.match(content, found.end)
    if after:
        return nouns.deeds[after.group(1).lower()]
    return done(content, begin, nouns) or found.of


def done(content: str, begin: int, nouns: Nouns) -> str | None:
    """Tell what was done from the words right before a number: "killing", "the death of"."""
    near = content[max(0, begin - 40) : begin].rpartition("\n\n")[2]
    if not any(word in nouns.deeds or word == "of" for word in near.lower().split()[-4:]):
        return None
    before = nouns.before.search(near)
    return nouns.deeds.get(before.group(1).lower(), "killed") if before else None
