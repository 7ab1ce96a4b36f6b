# SPDX-License-Identifier: Apache-2.0
"""Deeds: which doing an ask asks for and a clause tells of, so that both may be one in other words (`deeds.toml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.linking.cue_words import WORD, compiled

SAME = "deed:"
"""Names, among what two matters share, that both are about one doing."""
WEIGHT = 2.5
"""How much it tells of a matter that the same is done: somewhat less than the thing that it is done to."""
_HEAD = 6
"""Words of an ask among which the doing that it asks for begins."""
_VERB = re.compile(r"\W*to\s+([a-z]{4,})\b")
_LONG = 10
"""Words between the parts of a cue in asks, which name at length whom they are for."""

_ABOUT = frozenset({"on", "about", "regarding", "concerning", "over"})
_Phrases = Mapping[str, list[tuple[re.Pattern[str], str]]]


class Deeds:
    """Finds deeds by one catalogue; ask `deeds_by` for the one that a process shares."""

    def __init__(self, catalogue: Catalogue) -> None:
        rows = catalogue.deeds.values()
        self._asked = _phrases(((cue, row.id) for row in rows for cue in row.asked), most=_LONG)
        self._common = frozenset(catalogue.list("reply.generic")) | frozenset(catalogue.list("deeds.common"))
        self._talk = frozenset(catalogue.list("deeds.talk"))
        self.whole = frozenset(row.id for row in rows if row.whole)
        self._told = _phrases(((cue, row.id) for row in rows for cue in (*row.told, *row.came)), most=_LONG)
        self._still = _phrases((cue, row.id) for row in rows for cue in row.still)
        self.asked = lru_cache(maxsize=65536)(self._of_ask)

    def _of_ask(self, quote: str) -> Mapping[str, str]:
        """Give the deeds that an ask begins with, each with the words that name it."""
        found: dict[str, str] = {}
        before = ""
        for place, match in enumerate(WORD.finditer(quote)):
            if place >= _HEAD or (match[0].lower() in _ABOUT and before in self._talk):
                break  # "to meet on the closure of the road" asks for no closure
            before = match[0].lower()
            held = [*_at(self._asked, quote, match)]
            longest = max((len(words) for words, _ in held), default=0)
            for words, name in held:
                if len(words) == longest or " " in words:  # "release water" is no release of people
                    found.setdefault(name, words)
        return found

    def told(self, words: str) -> frozenset[str]:
        """Give the deeds that words tell of, done or to be done."""
        return frozenset(name for match in WORD.finditer(words) for _, name in _at(self._told, words, match))

    def pasts(self, quotes: Iterable[str]) -> frozenset[str]:
        """Give the regular pasts of the verbs that asks begin with, those of the trade left out.

        >>> from tocsin.catalogue.catalogue import load
        >>> sorted(deeds_by(load()[0]).pasts(["to register the families", "to carry water", "the release of all"]))
        ['carried', 'registered']
        """
        found = (_VERB.match(quote) for quote in quotes)
        return frozenset(_past(match[1].lower()) for match in found if match and match[1].lower() not in self._common)

    def still(self, words: str) -> frozenset[str]:
        """Give the deeds of which words tell that they are not done, or not all."""
        return frozenset(name for match in WORD.finditer(words) for _, name in _at(self._still, words, match))


def _past(verb: str) -> str:
    """Give the regular past of a verb."""
    if verb.endswith("e"):
        return f"{verb}d"
    return f"{verb[:-1]}ied" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else f"{verb}ed"


@lru_cache(maxsize=4)
def deeds_by(catalogue: Catalogue) -> Deeds:
    """Give the one that a process shares, so that its cues are compiled once."""
    return Deeds(catalogue)


def _phrases(cues: Iterable[tuple[str, str]], *, most: int = 5) -> _Phrases:
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for cue, name in cues:
        firsts, pattern = compiled(cue, most=most)
        for first in firsts:
            found.setdefault(first, []).append((pattern, name))
    return found


def _at(phrases: _Phrases, words: str, match: re.Match[str]) -> Iterator[tuple[str, str]]:
    for pattern, name in phrases.get(match[0].lower(), ()):
        held = pattern.match(words, match.start())
        if held is not None:
            yield held[0], name
