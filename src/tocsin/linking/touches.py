# SPDX-License-Identifier: Apache-2.0
"""Touches: what a sentence of one paper and an ask of another share, in whatever words, and whether that is enough.

1. They meet in words, in kinds of things (`kin.toml`), in doings, figures and days, or by the ask's number.
2. What the sentence before says counts for half: "There has been talk of a blockade. There is none."
3. What grants must say a thing that was asked, and more where its tense alone tells; what refuses may say less.
4. In a paper of others, just the doing that was asked must be told, done to the thing that it was asked of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.linking.correspondences import MIDDLING, STRONG, TOLD, WEAK, Correspondence
from tocsin.linking.deeds import deeds_by
from tocsin.linking.exchanges import Asked
from tocsin.linking.grounds import names
from tocsin.linking.kin import kin_by
from tocsin.linking.reactions import Reaction
from tocsin.linking.replies import Replies
from tocsin.linking.reply_cues import DONE, PARTLY
from tocsin.linking.stems import stem
from tocsin.records.ids import Digest

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FIGURE = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
_DATE = re.compile(r"\b\d{1,2}\s+[A-Z][a-z]{2,8}\b|\b[A-Z][a-z]{2,8}\s+\d{1,2}\b(?!\d)")
_NOUNS = r"(?:paragraph|point|item|request|demand|recommendation|question|proposal|appeal|call|wish)"
_NUMBER = re.compile(rf"\b{_NOUNS}s?\s+\(?(\d{{1,2}}|[a-z])\b\)?", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b(first|second|third|fourth|fifth|last)\s+(?:\w+\s+)?{_NOUNS}\b", re.IGNORECASE)
_PLACE = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_VERB = re.compile(r"\W*(?:(?:to|shall|must|should|will)\s+)?(?:\w+ly\s+)?(\w+)")
_TELLS = re.compile(
    r"^\W*(?:to\s+)?(?:immediately\s+)?(?:disclose|reveal|say|tell|explain|clarify|state|identify|inform|indicate|confirm|account"
    r"|establish|determine|find|name|list|publish|specify|report)\b",
    re.IGNORECASE,
)
"""Begins an ask to tell something, which is answered by telling how things stand."""
_MINE = re.compile(r"\b(?:me|us|my|our|its|his|her)\b", re.IGNORECASE)
_ON = re.compile(r"\s+(?:on|of|for|in)\s+")
_NONE = re.compile(r"\b(?:no(?!\s+longer\b)|not|never|none|nobody|without)\b|n['’]t\b", re.IGNORECASE)
_DOING = "kin.doing."
_LEANING = frozenset({"contested", "refused", "more-asked", "token"})
"""Reactions that may lean on the sentence before for all that they are about."""
_KIND, _DEED, _FIGURES, _NUMBERED = 1.5, 2.0, 2.0, 9.0
"""How much a shared kind of thing, a doing, a figure and an ask's number tell; a shared word tells what it weighs."""
_MORE = 0.5
"""How much more for each further word of one kind."""
_BESIDE = 0.5
"""What is left of that where the sentence before says it."""
_KINDS = 3
_SHORT = 3
"""Letters of words that tell no matter by themselves."""
_LONG = 45
"""Words above which a sentence of others tells of too much to be held against one ask."""
_COVERED = 0.3
"""How much of all that is asked words of others must tell."""
_LEAST: Mapping[int, float] = {STRONG: 1.4, MIDDLING: 2.0, WEAK: 2.0, TOLD: 4.0}
"""How much must be met, by how well the papers are tied."""
_PLAIN, _BACK = 1.0, 0.5
"""How much more where the tense alone tells how it answers, how much less where it refuses or asks back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence that may answer: its place and words, those of the sentence before it, and how it may take an ask."""

    start: int
    quote: str
    before: str
    reactions: tuple[Reaction, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """How much a sentence meets an ask, `own` by what it says itself, with what a reader is told of it."""

    score: float = 0.0
    own: float = 0.0
    says: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[float, float]:
        """Order what one sentence meets: by what it says itself, then by all."""
        return self.own, self.score


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    """What both share: `own`: the sentence itself says it, `thing`: it is no mere doing, `plain`: in one word."""

    score: float
    says: str
    own: bool = True
    thing: bool = True
    plain: bool = True
    name: bool = False
    figure: bool = False


class Touches:
    """Compares sentences with asks by one catalogue; `numbered` gives a document's asks by their numbers."""

    def __init__(
        self, replies: Replies, catalogue: Catalogue, numbered: Callable[[Digest], Mapping[str, tuple[Asked, ...]]]
    ) -> None:
        self._replies = replies
        self._catalogue = catalogue
        self._numbered = numbered
        self._kin = kin_by(catalogue)
        self.deeds = deeds_by(catalogue)

    def of(self, held: Correspondence, one: Said, asked: Asked, reaction: Reaction) -> Touch | None:
        """Say how much a sentence meets an ask, where that is enough for how it takes it."""
        if reaction.present and _TELLS.match(asked.ask.quote) is None:
            return None
        found = [*self._shared(held, one, asked)]
        score = sum(item.score for item in found)
        enough = self._told(held, one, asked, reaction, found) if held.tie == TOLD else _answers(held, reaction, found)
        if not enough or score < _LEAST[held.tie] + _more(reaction):
            return None
        own = sum(item.score for item in found if item.own)
        return Touch(score=score, own=own, says=tuple(dict.fromkeys(item.says for item in found if item.says)))

    def _shared(self, held: Correspondence, one: Said, asked: Asked) -> Iterator[_Shared]:
        taken: set[str] = set()
        yield from self._by_number(one, asked)
        yield from self._by_word(one, asked, taken)
        yield from self._by_kind(one, asked, taken)
        if deeds := asked.deeds & self.deeds.told(one.quote):
            told = ", ".join(sorted(self._catalogue.deeds[name].name for name in deeds))
            whole = not deeds.isdisjoint(self.deeds.whole)
            yield _Shared(score=_DEED, says=f"both speak of one doing ({told})", thing=whole, plain=False)
        if days := _days(one.quote) & _days(asked.ask.quote):
            yield _Shared(score=_FIGURES, says=f"both say {', '.join(sorted(days))}")
        elif figures := set(_FIGURE.findall(one.quote)) & set(_FIGURE.findall(asked.ask.quote)):
            yield _Shared(score=_FIGURES, says=f"both say {', '.join(sorted(figures))}", thing=False, figure=True)
        if held.tie and _MINE.search(asked.ask.quote) is not None:
            yield from self._by_asker(one, asked)

    def _told(
        self, held: Correspondence, one: Said, asked: Asked, reaction: Reaction, found: Iterable[_Shared]
    ) -> bool:
        """Say whether a paper of others tells that it came about, of what was asked and of no other like it."""
        if reaction.reply.id not in {DONE, PARTLY} or reaction.turned or reaction.present or _NONE.search(one.quote):
            return False
        asked_of, said_of = names(f"in {asked.ask.quote}"), names(one.quote)
        if (asked_of and asked_of.isdisjoint(said_of) and said_of - held.names) or len(one.quote.split()) > _LONG:
            return False
        own = [item for item in found if item.own]
        things = [item for item in own if item.thing]
        doing = any(not item.thing and not item.figure for item in own)
        covered = sum(item.score for item in own) >= _COVERED * (asked.about.total + _DEED)
        return doing and covered and len(things) > 1 and any(not item.name for item in things)

    def _by_word(self, one: Said, asked: Asked, taken: set[str]) -> Iterator[_Shared]:
        """Give the words of an ask that a sentence, or the one before it, says too."""
        mine, theirs = stems(one.quote), stems(one.before)
        verb = _VERB.match(asked.ask.quote)
        doing = asked.about.doing | ({stem(verb[1])} if verb else set())
        for key, words in asked.about.stems.items():
            weight = asked.about.weights[key]
            for said, own in ((mine, True), (theirs, False)):
                if hits := (words & said) - self._replies.generic - taken:
                    taken |= hits
                    told = ", ".join(f"“{word}”" for word in _shown(asked.ask.quote, hits))
                    yield _Shared(
                        score=weight * len(hits) / len(words) * (1 if own else _BESIDE),
                        says=f"both say: {told}" if told else "both say one name",
                        own=own,
                        thing=not hits <= doing,
                        name=not told,
                    )
                    break

    def _by_kind(self, one: Said, asked: Asked, taken: set[str]) -> Iterator[_Shared]:
        """Give the kinds of things that both name in other words, at most a few, things before doings."""
        wanted = self._kin.of(asked.ask.quote)
        counted = 0
        for said, own in ((one.quote, True), (one.before, False)):
            for name, words in sorted(self._kin.of(said).items(), key=lambda kind: kind[0].startswith(_DOING)):
                apart = words - wanted.get(name, words) - self._replies.generic
                if not apart or apart <= taken or wanted[name] <= taken or counted >= _KINDS:
                    continue
                taken |= words | wanted[name]
                counted += 1
                told = ", ".join(f"“{word}”" for word in _shown(said, apart))
                asks = ", ".join(f"“{word}”" for word in _shown(asked.ask.quote, wanted[name]))
                yield _Shared(
                    score=(_KIND + _MORE * (len(apart) - 1)) * (1 if own else _BESIDE),
                    says=f"it says {told}, asked was of {asks}",
                    own=own,
                    thing=not name.startswith(_DOING),
                    plain=False,
                )

    def _by_number(self, one: Said, asked: Asked) -> Iterator[_Shared]:
        document = asked.shelved.document
        for match in _NUMBER.finditer(one.quote):
            if asked in self._numbered(document).get(match[1].lower(), ()):
                yield _Shared(score=_NUMBERED, says=f"it names number {match[1]}, which is this ask's")
        ordinal = _ORDINAL.search(one.quote)
        if ordinal is not None:
            mine = [held for held in self._replies.asks if held.shelved.document == document]
            at = _PLACE[ordinal[1].lower()]
            if -len(mine) <= at < len(mine) and mine[at] is asked:
                yield _Shared(score=_NUMBERED, says=f"it says “{' '.join(ordinal[0].split())}”, which is this ask")

    def _by_asker(self, one: Said, asked: Asked) -> Iterator[_Shared]:
        """Tell that a sentence names who asked, where the ask is for them: "extend to me an invitation"."""
        item = self._replies.passages_of(asked.shelved.document)
        issuers = self._replies.repliers.page(item.shelved, item.opening).issuers if item else ()
        for party in issuers:
            row = self._catalogue.actors.get(party.id)
            name = _ON.split(row.name if row else party.name, maxsplit=1)[0].removeprefix("UN ")
            if name in one.quote:
                yield _Shared(score=_KIND, says=f"it names {name}, who asked", plain=False)
                return


def _answers(held: Correspondence, reaction: Reaction, found: Sequence[_Shared]) -> bool:
    """Say whether what is shared is enough for words of who was asked."""
    own = [item for item in found if item.own]
    things = [item for item in own if item.thing]
    if reaction.formed and reaction.reply.id in _LEANING:
        return any(item.thing for item in found) or (held.tie == STRONG and bool(own))
    if things and len(things) < len(own):
        return True
    return any(item.plain for item in things) and (reaction.formed or len(things) > 1)


def _more(reaction: Reaction) -> float:
    """Say how much more must be met: words that refuse or ask back mean what was asked, whatever they speak of."""
    if not reaction.formed:
        return _PLAIN
    return -_BACK if reaction.reply.id in _LEANING else 0.0


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


def _shown(words: str, wanted: Iterable[str]) -> list[str]:
    """Give the words that have some stems, but no names: a name that no row knows may be a person's at risk."""
    held = set(wanted)
    return [
        word
        for number, word in enumerate(_WORD.findall(words))
        if stem(word) in held and (number == 0 or not word[:1].isupper())
    ]
