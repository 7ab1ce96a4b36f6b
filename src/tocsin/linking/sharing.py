# SPDX-License-Identifier: Apache-2.0
"""Sharing: how much of what is asked a sentence speaks of, in the same words or in near ones (`word_senses.py`).

1. The rarer a word, the more it tells; names tell less, and the verb that an ask begins with least.
2. A word of a sentence meets one word of an ask in full, others less; what the sentence before says counts where this
   one points back to it.
3. Of an ask for several things each is weighed for itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.linking.exchanges import Asked
from tocsin.linking.grounds import names
from tocsin.linking.replies import Replies
from tocsin.linking.stems import stem
from tocsin.linking.word_senses import Sense, nearness, rareness, sense
from tocsin.records.ids import Digest

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_PART = re.compile(r"(?:[,;]\s+(?:and\s+)?|\s+and\s+)(?=(?:(?:also|then|further|to)\s+)*(?P<verb>[a-z]+)\s)")
"""May begin another thing that is asked, if a verb follows."""
_VERB = re.compile(r"\W*(?:(?:to|shall|must|should|will)\s+)?(?:\w+ly\s+)?([^\W\d_]+)")
_BACK = re.compile(r"\b(?:it|they|them|this|that|these|those|none|he|she|him|one|so|both)\b", re.IGNORECASE)
"""Points to what the sentence before speaks of."""
_SHORT = 3
_FROM = 0.4
"""Nearness below which two words are of different things."""
_KIN = 0.55
"""How near words for one kind of thing are at least, in the measure of the table."""
_NO_KIND: frozenset[str] = frozenset()
_POWER = 0.85
"""How the nearness of two words is weighed: below one, less near words tell somewhat more."""
_HEFT = 0.3
"""What the least telling words of an ask weigh together, so that one common word does not make all of it."""
_RARE_NAME = 0.85
"""How rare every name counts, so that the names of all sides weigh alike."""
_NAME = 0.7
"""How much a name tells beside what is asked: where or who, rather than what."""
_BESIDE = 0.45
"""What is left of a word's weight where the sentence before says it."""
_COMMON = 0.35
"""How much of a near word counts that is itself the commonest."""
_VERBS = 0.4
"""How much the verb tells that an ask begins with: what is opened matters, and not that something is."""
_AGAIN = 0.3
"""What is left of how much a word meets that has met another word of the ask."""


@dataclass(frozen=True, slots=True)
class _Term:
    word: str
    weight: float
    name: bool
    proper: bool = False


@dataclass(frozen=True, slots=True)
class Met:
    """How much of one of the things that an ask is for a sentence speaks of, and in which words.

    `told` is how much of it, `part` the number of the thing.
    """

    told: float
    says: tuple[str, ...]
    part: int


class Sharing:
    """Compares sentences with asks by one catalogue; build it once."""

    def __init__(self, replies: Replies, catalogue: Catalogue) -> None:
        self._replies = replies
        self._proper = _proper(catalogue)
        self._verbs = frozenset(catalogue.list("asks.verbs"))
        self._light = frozenset(catalogue.list("matters.light")) | frozenset(catalogue.list("reply.figures"))
        self._light |= frozenset(catalogue.list("reply.light"))
        self._kinds = _kinds(catalogue)
        self._asks: dict[Digest, tuple[tuple[_Term, ...], ...]] = {}
        self._terms = lru_cache(maxsize=16384)(self._of_words)
        self.sense = lru_cache(maxsize=16384)(self._sense)

    def of(self, quote: str, before: str, asked: Asked) -> list[Met]:
        """Say how much of each thing that an ask is for a sentence speaks of; `before` is the sentence before it."""
        said = self._terms(quote)
        lead = self._terms(before) if before.endswith("?") or _BACK.search(quote) else ()
        found = []
        for number, part in enumerate(self.parts(asked)):
            pairs = _paired(part, said, lead, self._kinds)
            heft = max(sum(term.weight for term in part), _HEFT) ** 0.5
            told = sum(much for _, much, _ in pairs) / heft
            found.append(Met(told, tuple(_told(pairs)), number))
        return found

    def _sense(self, words: str) -> Sense:
        """Give the sense of a stretch: of its words that tell something and are no names."""
        return sense((term.word, term.weight) for term in self._terms(words) if not (term.name or term.proper))

    def parts(self, asked: Asked) -> tuple[tuple[_Term, ...], ...]:
        """Give the words that tell what is asked, of each thing that an ask is for."""
        if asked.finding not in self._asks:
            quote = asked.ask.quote
            own = {word.lower() for party in self._replies.addressees(asked) for word in _WORD.findall(party.name)}
            cuts = [match for match in _PART.finditer(quote) if match["verb"] in self._verbs]
            starts, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(quote)]
            parts = [quote[low:high] for low, high in zip(starts, ends, strict=True)]
            held = (tuple(term for term in self._parted(part) if term.word not in own) for part in parts)
            self._asks[asked.finding] = tuple(part for part in held if part) or ((),)
        return self._asks[asked.finding]

    def _parted(self, part: str) -> tuple[_Term, ...]:
        """Give what a part of an ask asks for; the verb that it begins with tells less."""
        verb = _VERB.match(part)
        terms = self._terms(part)
        first = verb[1].lower() if verb else ""
        return tuple(
            _Term(term.word, term.weight * _VERBS, name=term.name, proper=term.proper) if term.word == first else term
            for term in terms
        )

    def _of_words(self, words: str) -> tuple[_Term, ...]:
        """Give the words that tell something, each once, with how much each tells."""
        named = {word.lower() for name in names(words) for word in _WORD.findall(name)}
        found: dict[str, _Term] = {}
        for match in _WORD.finditer(words):
            word = match[0].lower().removesuffix("'s").removesuffix("’s")
            if len(word) < _SHORT or word in self._light or stem(word) in self._light or word in found:
                continue
            name, proper = word in named, word in named and word in self._proper
            rare = _RARE_NAME if proper else rareness(word)
            found[word] = _Term(word, rare * (_NAME if name else 1.0), name=name, proper=proper)
        return tuple(found.values())


def _paired(
    part: Iterable[_Term], said: Iterable[_Term], before: Iterable[_Term], kinds: Mapping[str, frozenset[str]]
) -> list[tuple[_Term, float, str]]:
    """Pair the words of a part of an ask with those that meet them; a word meets one in full, others less."""
    pairs = [
        (left * near * term.weight, term, other.word)
        for words, left in ((said, 1.0), (before, _BESIDE))
        for other in words
        for term in part
        if (near := _near(term, other, kinds)) > 0
    ]
    pairs.sort(key=lambda pair: -pair[0])
    found: dict[str, tuple[_Term, float, str]] = {}
    taken: set[str] = set()
    for much, term, by in pairs:
        if term.word not in found:
            found[term.word] = term, much * (_AGAIN if by in taken else 1.0), by
            taken.add(by)
    return [*found.values()]


def _near(term: _Term, other: _Term, kinds: Mapping[str, frozenset[str]]) -> float:
    mine, theirs = stem(term.word), stem(other.word)
    if mine == theirs:
        return 1.0
    if term.proper or other.proper:
        return 0.0  # no land or place is near to another: that would be others' word about it
    near = nearness(term.word, other.word)
    if near < _KIN and not kinds.get(mine, _NO_KIND).isdisjoint(kinds.get(theirs, _NO_KIND)):
        near = _KIN
    if near <= _FROM:
        return 0.0
    return float(((near - _FROM) / (1 - _FROM)) ** _POWER * min(1.0, _COMMON + rareness(other.word)))


def _proper(catalogue: Catalogue) -> frozenset[str]:
    """Give the words of lands, their people and places, in lower case: names wherever they stand."""
    lands = [row for row in catalogue.actors.values() if row.kind in {"state", "territory"}]
    named = [name for row in lands for name in (row.name, *row.aliases, *row.demonyms)]
    named += [name for row in catalogue.places.values() for name in (row.name, *row.aliases)]
    return frozenset(word.lower() for name in named for word in _WORD.findall(name) if word[0].isupper())


def _kinds(catalogue: Catalogue) -> Mapping[str, frozenset[str]]:
    """Give the kinds of things that single words name (`kin.toml`)."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in catalogue.words.values():
        if row.id.startswith("kin."):
            for word in row.words:
                if " " not in word:
                    found[stem(word)].add(row.id)
    return {word: frozenset(rows) for word, rows in found.items()}


def _told(found: Iterable[tuple[_Term, float, str]]) -> list[str]:
    """Tell the words that are met, those that tell most first; an unknown name may be a person's at risk."""
    same: list[str] = []
    near: list[str] = []
    named = False
    for term, much, by in sorted(found, key=lambda one: -one[1]):
        if much <= 0:
            continue
        if stem(term.word) == stem(by):
            named = named or term.name
            same += [f"“{term.word}”"] if not term.name else []
        elif len(near) < _SHOWN and much > _FAINTLY:
            near.append(f"it says “{by}”, asked was of “{term.word}”")
    if same:
        return [f"both say: {', '.join(same)}", *near]
    return [*(["both say one name"] if named else []), *near]


_SHOWN = 3
_FAINTLY = 0.03
"""Near words that a reason shows, and what is too little to show."""
