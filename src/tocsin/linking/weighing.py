# SPDX-License-Identifier: Apache-2.0
"""Weighing: what speaks for a sentence's answering an ask, piece by piece, and whether the sum is enough.

1. Most tells how much of what is asked the sentence speaks of, in the same words or in near ones (`word_senses.py`),
   the rarer the word the more; of an ask for several things each is weighed for itself.
2. To that is added how well the papers are tied, how plainly the words take an ask at all, and what both name: a
   doing, a day, a figure, the ask's number, who asked.
3. Every piece has a name that is told to the reader; pieces that tell against it take away.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.linking.correspondences import FAINT, MIDDLING, STRONG, TOLD, WEAK, Correspondence
from tocsin.linking.deeds import deeds_by
from tocsin.linking.exchanges import Asked
from tocsin.linking.grounds import names
from tocsin.linking.limits import figures_in
from tocsin.linking.reactions import Reaction
from tocsin.linking.replies import Replies
from tocsin.linking.reply_cues import DONE
from tocsin.linking.stems import stem
from tocsin.linking.word_senses import nearness, rareness
from tocsin.records.ids import Digest

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DATE = re.compile(r"\b\d{1,2}\s+[A-Z][a-z]{2,8}\b|\b[A-Z][a-z]{2,8}\s+\d{1,2}\b(?!\d)")
_NOUNS = r"(?:paragraph|point|item|request|demand|recommendation|question|proposal|appeal|call|wish)"
_NUMBER = re.compile(rf"\b{_NOUNS}s?\s+\(?(\d{{1,2}}|[a-z])\b\)?", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b(first|second|third|fourth|fifth|last)\s+(?:\w+\s+)?{_NOUNS}\b", re.IGNORECASE)
_PLACE = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_PART = re.compile(r"(?:[,;]\s+(?:and\s+)?|\s+and\s+)(?=(?:(?:also|then|further|to)\s+)*(?P<verb>[a-z]+)\s)")
"""May begin another thing that is asked, if a verb follows."""
_TELLS = re.compile(
    r"^\W*(?:to\s+)?(?:immediately\s+)?(?:disclose|reveal|say|tell|explain|clarify|state|identify|inform|indicate|confirm|account"
    r"|establish|determine|find|name|list|publish|specify|report)\b",
    re.IGNORECASE,
)
"""Begins an ask to tell something, which is answered by telling how things stand."""
_VERB = re.compile(r"\W*(?:(?:to|shall|must|should|will)\s+)?(?:\w+ly\s+)?([^\W\d_]+)")
_MINE = re.compile(r"\b(?:me|us|my|our)\b", re.IGNORECASE)
_QUESTIONS = (
    (
        re.compile(r"\bwhere(?:abouts)?\b"),
        re.compile(r"\b(?:is|are|was|were|held|kept|lies?|taken)\s+(?:in|at|on|to)\s+[^,.;]+"),
    ),
    (re.compile(r"\b(?:how\s+many|the\s+number\s+of)\b"), re.compile(r"\b\d[\d,.]*\d?\s+\w+")),
    (re.compile(r"\bwhen\b"), _DATE),
)
"""What asks begin to ask for in words of a question, and what tells it."""
_ON = re.compile(r"\s+(?:on|of|for|in)\s+")
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
_NUMBERED = 2.0
_THING = 0.1
"""How much of what a thing is done to is shared, for the doing to tell anything."""
_VERBS = 0.4
"""How much the verb tells that an ask begins with: what is opened matters, and not that something is."""
_FAINT, _FAINTEST = 0.09, 0.05
"""How much is shared at least unless what both name ties them; less where words plainly refuse or ask back."""
_ELSEWHERE = 0.2
"""What is taken away where another place or person is named than the one that this was asked of."""
_AGAIN = 0.3
"""What is left of how much a word meets that has met another word of the ask."""
_DOING, _DAY, _FIGURES, _ASKER = 0.2, 0.3, 0.2, 0.2
_TIES: Mapping[int, float] = {STRONG: 0.2, MIDDLING: 0.15, WEAK: 0.1, FAINT: 0.0, TOLD: -0.2}
_WHOSE = 0.1
"""What is taken away where the paper is of another office than the one that this was asked of."""
_MANY, _FEW = 0.04, 2
"""What is taken away for every doubling of a paper's sentences beyond a few: one of many is near by chance."""
_ONLY = 0.1
_LEANING = frozenset({"contested", "refused", "more-asked"})
NAMED = 1.5
"""What no sum reaches but by an ask's number."""
LEAST = 0.35
"""The sum from which on an answer is proposed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence that may answer: its place and words, those of the sentence before it, and how it may take an ask."""

    start: int
    quote: str
    before: str
    reactions: tuple[Reaction, ...]
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """What speaks for it: the sum, and every piece in words.

    `told` is how much of what is asked is told, `apart` how much beside names and verbs, `part` the number of the thing
    that it answers, of several that one ask is for.
    """

    score: float
    says: tuple[str, ...]
    told: float = 0.0
    apart: float = 0.0
    part: int = 0


@dataclass(frozen=True, slots=True)
class _Term:
    word: str
    weight: float
    name: bool
    verb: bool = False
    proper: bool = False


@dataclass(frozen=True, slots=True)
class _Met:
    told: float
    apart: float
    says: tuple[str, ...]
    part: int


class Weighing:
    """Weighs sentences against asks by one catalogue; `numbered` gives a document's asks by their numbers."""

    def __init__(
        self, replies: Replies, catalogue: Catalogue, numbered: Callable[[Digest], Mapping[str, tuple[Asked, ...]]]
    ) -> None:
        self._replies = replies
        self._catalogue = catalogue
        self._numbered = numbered
        self.deeds = deeds_by(catalogue)
        self._proper = _proper(catalogue)
        self._verbs = frozenset(catalogue.list("asks.verbs"))
        self._light = frozenset(catalogue.list("matters.light")) | frozenset(catalogue.list("reply.figures"))
        self._light |= frozenset(catalogue.list("reply.light"))
        self._kinds = _kinds(catalogue)
        self._asks: dict[Digest, tuple[tuple[_Term, ...], ...]] = {}
        self._terms = lru_cache(maxsize=16384)(self._of_words)

    def of(
        self, held: Correspondence, one: Said, asked: Asked, reaction: Reaction, *, tie: int, many: int = 1
    ) -> Iterator[Weighed]:
        """Weigh a sentence against each thing that an ask is for."""
        common = [*self._named(held, one, asked, tie)]
        if tie and _MINE.search(asked.ask.quote) is not None:
            common += self._by_asker(one, asked)
        named = any(told >= _ASKER for told, _ in common)
        leans = reaction.formed and reaction.reply.id in _LEANING
        if leans and tie >= WEAK and len(held.asks) == 1 and len(self._parts(asked)) == 1:
            named = True
            common.append((_ONLY, "nothing else was asked of who speaks"))
        common += [(_how(reaction, asked), ""), (_TIES[tie], ""), (-_MANY * math.log2(max(1.0, many / _FEW)), "")]
        if tie > TOLD and held.itself and asked.finding not in held.itself:
            common.append((-_WHOSE, "it was asked of another office of the same"))
        for met in self._shared(one, asked):
            if not named and met.told < (_FAINTEST if leans else _FAINT):
                continue
            pieces = [*common, *(self._doing(one, asked) if met.apart >= _THING else ())]
            says = tuple(dict.fromkeys((*met.says, *(says for _, says in pieces if says))))
            score = met.told + sum(told for told, _ in pieces)
            yield Weighed(score=score, says=says, told=met.told, apart=met.apart, part=met.part)

    def _doing(self, one: Said, asked: Asked) -> Iterator[tuple[float, str]]:
        if deeds := asked.deeds & self.deeds.told(one.quote):
            told = ", ".join(sorted(self._catalogue.deeds[name].name for name in deeds))
            yield _DOING, f"both speak of one doing ({told})"

    def _named(self, held: Correspondence, one: Said, asked: Asked, tie: int) -> Iterator[tuple[float, str]]:
        yield from self._by_number(one, asked)
        if days := _days(one.quote) & _days(asked.ask.quote):
            yield _DAY, f"both say {', '.join(sorted(days))}"
        elif figures := figures_in(one.quote) & figures_in(asked.ask.quote):
            yield _FIGURES, f"both say {', '.join(map(str, sorted(figures)))}"
        for question, answer in _QUESTIONS:
            if question.search(asked.ask.quote) and (told := answer.search(one.quote)):
                yield _ASKER, f"it tells “{' '.join(told[0].split())}”, as was asked"
        wanted = names(f"in {asked.ask.quote}")
        if tie < STRONG and wanted and wanted.isdisjoint(said := names(one.quote)) and said - held.names:
            yield -_ELSEWHERE, "it names another than what was asked of"

    def _shared(self, one: Said, asked: Asked) -> Iterator[_Met]:
        """Say how much of each thing that an ask is for a sentence speaks of, and in which words."""
        said = self._terms(one.quote)
        before = self._terms(one.before) if one.before.endswith("?") or _BACK.search(one.quote) else ()
        for number, part in enumerate(self._parts(asked)):
            found = _paired(part, said, before, self._kinds)
            heft = max(sum(term.weight for term in part), _HEFT) ** 0.5
            told = sum(much for _, much, _ in found) / heft
            apart = sum(much for term, much, _ in found if not (term.name or term.verb)) / heft
            yield _Met(told, apart, tuple(_told(found)), number)

    def _parts(self, asked: Asked) -> tuple[tuple[_Term, ...], ...]:
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
            _Term(term.word, term.weight * _VERBS, name=term.name, verb=True, proper=term.proper)
            if term.word == first
            else term
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

    def _by_number(self, one: Said, asked: Asked) -> Iterator[tuple[float, str]]:
        document = asked.shelved.document
        for match in _NUMBER.finditer(one.quote):
            if asked in self._numbered(document).get(match[1].lower(), ()):
                yield _NUMBERED, f"it names number {match[1]}, which is this ask's"
        ordinal = _ORDINAL.search(one.quote)
        if ordinal is not None:
            mine = [held for held in self._replies.asks if held.shelved.document == document]
            at = _PLACE[ordinal[1].lower()]
            if -len(mine) <= at < len(mine) and mine[at] is asked:
                yield _NUMBERED, f"it says “{' '.join(ordinal[0].split())}”, which is this ask"

    def _by_asker(self, one: Said, asked: Asked) -> Iterator[tuple[float, str]]:
        """Tell that a sentence names who asked, where the ask is for them: "extend to me an invitation"."""
        item = self._replies.passages_of(asked.shelved.document)
        issuers = self._replies.repliers.page(item.shelved, item.opening).issuers if item else ()
        for party in issuers:
            row = self._catalogue.actors.get(party.id)
            name = _ON.split(row.name if row else party.name, maxsplit=1)[0].removeprefix("UN ")
            if name in one.quote:
                yield _ASKER, f"it names {name}, who asked"
                return


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


def _how(reaction: Reaction, asked: Asked) -> float:
    """Say how plainly words take an ask at all."""
    if reaction.present:
        return _PLAINLY if _TELLS.match(asked.ask.quote) else -_PLAINLY
    if reaction.formed:
        return _PLAINLY if reaction.reply.id in _LEANING else 0.1
    return 0.05 if reaction.by_words or reaction.reply.id != DONE else -0.05


_PLAINLY = 0.15


def same_day(one: str, other: str) -> bool:
    """Say whether both words name one day: it is part of what they are about.

    >>> same_day("the deaths of 1 July", "what happened on July 1")
    True
    """
    return not _days(one).isdisjoint(_days(other))


def stems(words: str) -> frozenset[str]:
    """Give the stems of words."""
    return frozenset(stem(match[0]) for match in _WORD.finditer(words) if len(match[0]) > _SHORT)


def _days(words: str) -> set[str]:
    """Give the days that words name, each in one order."""
    return {" ".join(sorted(day.split())) for day in _DATE.findall(words)}
