# SPDX-License-Identifier: Apache-2.0
"""Corresponding: which sentence of a paper that answers another answers which of its asks, in whatever words.

1. A sentence and an ask meet in words, in kinds of things (`kin.toml`), in doings, in figures, or by the ask's number.
2. What the sentence before says counts for half: "There has been talk of a blockade. There is none."
3. A sentence answers the ask that it meets best, and an ask is answered by the sentence that meets it best.
4. One that speaks of the asking paper as a whole answers all asks of it that nothing else in the paper answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from nupunkt import sent_spans

from tocsin.catalogue.catalogue import Catalogue
from tocsin.linking.answers import Answer
from tocsin.linking.correspondences import MIDDLING, STRONG, WEAK, Correspondence
from tocsin.linking.deeds import deeds_by
from tocsin.linking.exchanges import Asked
from tocsin.linking.grounds import given_to_another, of_another, restrains, turned_round
from tocsin.linking.kin import kin_by
from tocsin.linking.limits import falling_short
from tocsin.linking.proposed import Proposed
from tocsin.linking.reactions import Reaction, Reactions
from tocsin.linking.replies import Replies
from tocsin.linking.reply_cues import DONE, PARTLY
from tocsin.linking.stems import stem
from tocsin.records.anchors import Anchor
from tocsin.records.ids import Digest

_READ = frozenset({"body", "list-item", "quotation"})
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FIGURE = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b")
_NUMBER = re.compile(
    r"\b(?:paragraphs?|points?|items?|requests?|demands?|recommendations?|questions?|proposals?|appeals?|calls?)\s+\(?(\d{1,2}|[a-z])\b\)?",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(first|second|third|fourth|fifth|last)\s+(?:\w+\s+)?(?:paragraph|point|item|request|demand|recommendation|question|proposal|appeal|call|wish|ask)\b",
    re.IGNORECASE,
)
_VERB = re.compile(r"\W*(?:to\s+)?(?:\w+ly\s+)?(\w+)")
_PLACE = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_PAPER = re.compile(
    r"\b(?:the|your|this|that|its|their|his|her)\s+(?:[a-z]+\s+){0,2}?(?:text|resolution|letter|appeal|note|message|petition|communication"
    r"|recommendations|demands|requests|document|ultimatum|call|decision|order|statement|report|proposals|wishes|concerns)\b",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"\b(?:our|my|its|the)\s+(?:[\w-]+\s+){1,4}(?:has|have|had|was|were)\s+(?:been\s+)?(?:told|ordered|instructed|directed|asked|tasked)\s+to\b",
    re.IGNORECASE,
)
"""Tells what was laid on one's own people: a promise, and no ask of another."""
_TELLS = re.compile(
    r"^\W*(?:to\s+)?(?:immediately\s+)?(?:disclose|reveal|say|tell|explain|clarify|state|identify|inform|indicate|confirm|account|establish|determine"
    r"|find|name|list|publish|specify|report)\b",
    re.IGNORECASE,
)
_TOKENS = frozenset({"token", "refused", "accepted"})
_LEANING = frozenset({"contested", "refused", "more-asked", "token"})
"""Reactions that may lean on the sentence before for all that they are about."""
_KIND, _DEED, _FIGURES, _NUMBERED = 1.5, 2.0, 2.0, 9.0
_MORE = 0.5
"""How much more for each further word of one kind."""
"""How much a shared kind of thing, a doing, a figure and an ask's number tell; a shared word tells what it weighs."""
_BESIDE = 0.5
"""What is left of that where the sentence before says it."""
_LEAST: Mapping[int, float] = {STRONG: 1.4, MIDDLING: 2.0, WEAK: 2.0}
"""How much must be met, by how well the papers are tied."""
_PLAIN = 1.0
"""How much more where the tense alone tells the reaction."""
_BACK = 0.5
_WHOLE = 0.3
_KINDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A sentence that reacts: its place, words, reaction, and what it and the one before it are about."""

    start: int
    quote: str
    before: str
    reaction: Reaction


@dataclass(frozen=True, slots=True, kw_only=True)
class _Met:
    """How much a sentence meets an ask, with what a reader is told of it."""

    score: float = 0.0
    says: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What both share: `own`: the sentence itself says it, `thing`: it is no mere doing, `plain`: in one word."""

    score: float
    says: str
    own: bool = True
    thing: bool = True
    plain: bool = True


class Corresponding:
    """Proposes answers within papers that are tied to asking ones."""

    def __init__(
        self, replies: Replies, catalogue: Catalogue, numbered: Callable[[Digest], Mapping[str, tuple[Asked, ...]]]
    ) -> None:
        self._replies = replies
        self._catalogue = catalogue
        self._numbered = numbered
        self._kin = kin_by(catalogue)
        self._deeds = deeds_by(catalogue)
        self._reactions = Reactions(catalogue)
        self._said: dict[Digest, tuple[_Said, ...]] = {}

    def proposals(self, tied: Iterable[Correspondence]) -> Iterator[Proposed]:
        """Propose an answer for each ask that a sentence of a tied paper meets."""
        for held in tied:
            said = self._sentences(held)
            best: dict[Digest, tuple[float, _Said, Asked, _Met]] = {}
            for one in said:
                pairs = [(asked, self._meets(one, asked)) for asked in held.asks]
                most = max((met.score for _, met in pairs), default=0.0)
                for asked, met in pairs:
                    least = _LEAST[held.tie] + self._more(one)
                    if met.score < max(least, most) or self._of_another(held, one, asked):
                        continue
                    if asked.finding not in best or met.score > best[asked.finding][0]:
                        best[asked.finding] = (met.score, one, asked, met)
            for score, one, asked, met in best.values():
                yield self._proposed(held, one, asked, met.says, min(0.9, 0.3 + score / 20))
            yield from self._whole(held, said, best.keys())

    @staticmethod
    def _more(one: _Said) -> float:
        """Say how much more must be met: words that refuse or ask back mean what was asked, whatever they speak of."""
        if not one.reaction.formed:
            return _PLAIN
        return -_BACK if one.reaction.reply.id in _LEANING else 0.0

    def _whole(self, held: Correspondence, said: Iterable[_Said], answered: Iterable[Digest]) -> Iterator[Proposed]:
        done = set(answered)
        for one in said:
            paper = _PAPER.search(one.quote)
            kind = one.reaction.reply.id
            if done or not one.reaction.formed or not (kind == "token" if paper is None else kind in _TOKENS):
                continue
            if paper is None and held.tie == WEAK:
                continue
            said_of = f"of “{' '.join(paper[0].split())}”, and " if paper else ""
            for asked in held.asks:
                says = f"it speaks {said_of}of nothing that was asked"
                yield self._proposed(held, one, asked, (says,), _WHOLE)
            return

    def _sentences(self, held: Correspondence) -> tuple[_Said, ...]:
        item = held.replying
        document = item.shelved.document
        if document not in self._said:
            own = [asked.ask for asked in self._replies.asks if asked.shelved.document == document]
            self._said[document] = tuple(
                one
                for one in self._all(held)
                if _ORDERED.search(one.quote)
                or not any(one.start <= ask.start < one.start + len(one.quote) for ask in own)
            )
        return self._said[document]

    def _all(self, held: Correspondence) -> Iterator[_Said]:
        for start, role, quote in held.replying.held:
            before = asked_before if (asked_before := self._question(held, start)) else ""
            for low, high in sent_spans(quote) if role in _READ else ():
                sentence = quote[low:high]
                reaction = self._reactions.of(sentence)
                if reaction is not None and not self._of_others(held, sentence):
                    words = sentence.strip()
                    lead = len(sentence) - len(sentence.lstrip())
                    yield _Said(start=start + low + lead, quote=words, before=before, reaction=reaction)
                before = sentence

    @staticmethod
    def _question(held: Correspondence, start: int) -> str:
        """Give the question that stands before a passage, in an interview or a briefing."""
        last = ""
        for at, _, quote in held.replying.held:
            if at >= start:
                break
            last = quote
        return last if last.rstrip(' ”"').endswith("?") else ""

    def _of_others(self, held: Correspondence, sentence: str) -> bool:
        """Say whether a sentence begins with somebody else than who speaks."""
        first = next(
            (hit for hit in self._replies.repliers.names(sentence) if not sentence[: hit.start].strip(' “"')), None
        )
        if first is None:
            return False
        ids = {party.id for party in held.page.issuers}
        return not self._replies.repliers.belongs(first.tag, ids)

    def _meets(self, one: _Said, asked: Asked) -> _Met:
        """Say how much a sentence meets an ask: some thing must be met, and something in the sentence itself."""
        if one.reaction.present and not _TELLS.match(asked.ask.quote):
            return _Met()
        taken: set[str] = set()
        found = [*self._by_number(one, asked), *self._by_word(one, asked, taken), *self._by_kind(one, asked, taken)]
        if deeds := asked.deeds & self._deeds.told(one.quote):
            names = sorted(self._catalogue.deeds[name].name for name in deeds)
            whole = not deeds.isdisjoint(self._deeds.whole)
            found.append(_Told(score=_DEED, says=f"both speak of one doing ({', '.join(names)})", thing=whole))
        if figures := set(_FIGURE.findall(one.quote)) & set(_FIGURE.findall(asked.ask.quote)):
            found.append(_Told(score=_FIGURES, says=f"both say {', '.join(sorted(figures))}", thing=False))
        leans = one.reaction.formed and one.reaction.reply.id in _LEANING
        if not any(item.thing for item in found) or not (leans or _sure(found, formed=one.reaction.formed)):
            return _Met()
        return _Met(
            score=sum(item.score for item in found),
            says=tuple(dict.fromkeys(item.says for item in found if item.says)),
        )

    def _by_word(self, one: _Said, asked: Asked, taken: set[str]) -> Iterator[_Told]:
        """Give the words of an ask that a sentence, or the one before it, says too."""
        mine, theirs = _stems(one.quote), _stems(one.before)
        verb = _VERB.match(asked.ask.quote)
        doing = asked.about.doing | ({stem(verb[1])} if verb else set())
        for key, words in asked.about.stems.items():
            weight = asked.about.weights[key]
            for said, own in ((mine, True), (theirs, False)):
                if hits := (words & said) - self._replies.generic - taken:
                    taken |= hits
                    told = ", ".join(f"“{word}”" for word in _shown(asked.ask.quote, hits))
                    yield _Told(
                        score=weight * len(hits) / len(words) * (1 if own else _BESIDE),
                        says=f"both say: {told}" if told else "both say one name",
                        own=own,
                        thing=not hits <= doing,
                    )
                    break

    def _by_kind(self, one: _Said, asked: Asked, taken: set[str]) -> Iterator[_Told]:
        """Give the kinds of things that both name in other words, at most a few."""
        wanted = self._kin.of(asked.ask.quote)
        counted = 0
        for said, own in ((one.quote, True), (one.before, False)):
            for name, stems in self._kin.of(said).items():
                if name in wanted and counted < _KINDS and not stems <= taken and not wanted[name] <= taken:
                    taken |= stems | wanted[name]
                    counted += 1
                    told = ", ".join(f"“{word}”" for word in _shown(said, stems))
                    asks = ", ".join(f"“{word}”" for word in _shown(asked.ask.quote, wanted[name]))
                    yield _Told(
                        score=(_KIND + _MORE * (len(stems - wanted[name]) - 1)) * (1 if own else _BESIDE),
                        says=f"it says {told}, asked was of {asks}",
                        own=own,
                        thing=not name.startswith("kin.doing."),
                        plain=False,
                    )

    def _by_number(self, one: _Said, asked: Asked) -> Iterator[_Told]:
        document = asked.shelved.document
        for match in _NUMBER.finditer(one.quote):
            if asked in self._numbered(document).get(match[1].lower(), ()):
                yield _Told(score=_NUMBERED, says=f"it names number {match[1]}, which is this ask's")
        ordinal = _ORDINAL.search(one.quote)
        if ordinal is not None:
            mine = [held for held in self._replies.asks if held.shelved.document == document]
            at = _PLACE[ordinal[1].lower()]
            if -len(mine) <= at < len(mine) and mine[at] is asked:
                yield _Told(score=_NUMBERED, says=f"it says “{' '.join(ordinal[0].split())}”, which is this ask")

    def _of_another(self, held: Correspondence, one: _Said, asked: Asked) -> bool:
        """Say whether a sentence is of what was done before, or for somebody whom the asking paper does not name."""
        place = held.replying.shelved.document, one.start, one.start + len(one.quote)
        if self._replies.allusions.earlier(place, asked.shelved.published, one.quote):
            return True
        said = f"{one.before} {one.quote}"
        return given_to_another(said, held.names) or of_another(one.quote, asked.ask.quote, held.names)

    def _proposed(
        self, held: Correspondence, one: _Said, asked: Asked, says: tuple[str, ...], score: float
    ) -> Proposed:
        item = held.replying
        row = one.reaction.reply
        if row.id == "token" and "investigate" in asked.deeds & self._deeds.told(one.quote):
            row = self._catalogue.replies["accepted"]  # to look into it is what was asked
        if one.reaction.turned and restrains(asked, one.quote):
            row = self._catalogue.replies[turned_round(one.quote)]
        document = item.shelved.document
        words = Anchor(
            document=document, version=item.version, start=one.start, end=one.start + len(one.quote), quote=one.quote
        )
        falls = None
        if row.id in {"accepted", DONE}:
            days = self._replies.allusions.days
            ask = asked.ask
            falls = falling_short(
                ask.quote,
                days(asked.shelved.document, ask.start, ask.end),
                one.quote,
                days(document, words.start, words.end),
                promised=row.id != DONE,
            )
            if falls is not None:
                row = self._catalogue.replies[PARTLY if falls.grants == "part" else "countered"]
        who = held.page.issuers[0]
        reasons = (
            f"{who.name} speaks itself",
            *held.reasons,
            *says,
            *((falls.reason,) if falls else ()),
            f"it says “{' '.join(one.reaction.words.split())}”: {row.name}",
        )
        answer = Answer(ask=asked.finding, words=words, response=row.response, answerer=who, status=row.status)
        return Proposed(answer=answer, reply=row.id, reasons=reasons, score=round(score, 4), certainty=held.certainty)


def _sure(found: Iterable[_Told], *, formed: bool) -> bool:
    """Say whether a sentence itself says enough for something that is granted: a word of it, or doing and thing.

    Where the tense alone tells that it is granted, one word is not enough.
    """
    own = [item for item in found if item.own]
    things = [item for item in own if item.thing]
    if things and len(things) < len(own):
        return True
    plain = [item for item in things if item.plain]
    return bool(plain) and (formed or len(things) > 1)


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(match[0]) for match in _WORD.finditer(words))


def _shown(words: str, stems: Iterable[str]) -> list[str]:
    """Give the words that have some stems, but no names: a name that no row knows may be a person's at risk."""
    held = set(stems)
    return [
        word
        for number, word in enumerate(_WORD.findall(words))
        if stem(word) in held and (number == 0 or not word[:1].isupper())
    ]
