# SPDX-License-Identifier: Apache-2.0
"""Weighing: how likely each sentence of a paper answers each ask of another, piece by piece.

1. A piece is a fact about the sentence, the ask or both papers, as a number: how much of what is asked the sentence
   speaks of, and how much more than any other sentence and of any other ask; how likely it answers anything
   (`takings.py`); how well the papers are tied.
2. What each piece weighs tells a table (`answer_weights.tsv`), learnt from exchanges with their answers written
   into them (`scripts/train_answers.py`, docs/answers.md). The sum is a likelihood; its heaviest pieces are told.
3. A sentence that names the number of an ask answers it, as does a plain refusal where nothing else was asked.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import starmap
from pathlib import Path

from tocsin.catalogue.catalogue import Catalogue
from tocsin.linking.correspondences import FAINT, MIDDLING, STRONG, TOLD, WEAK, Correspondence
from tocsin.linking.deeds import deeds_by
from tocsin.linking.exchanges import Asked
from tocsin.linking.grounds import names
from tocsin.linking.limits import figures_in
from tocsin.linking.replies import Replies
from tocsin.linking.sharing import Met, Sharing
from tocsin.linking.speakers import Named, Speakers
from tocsin.linking.takings import ANSWERS, KINDS, takings
from tocsin.linking.word_senses import likeness
from tocsin.records.ids import Digest

WEIGHTS = Path(__file__).with_name("answer_weights.tsv")
START = "<all>"
"""The line of the table from which every sum starts."""
LEAST = 0.6
"""Likelihood from which an answer is proposed."""
SURE = 0.95
"""How likely a sentence is held to answer an ask whose number it names."""
HEADED, QUOTED = "head: who was asked", "brings the words of who was asked"
"""Pieces that tell who speaks."""
_FEWEST = 0.02
"""Likelihood of answering anything below which a sentence is not looked at."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DATE = re.compile(r"\b\d{1,2}\s+[A-Z][a-z]{2,8}\b|\b[A-Z][a-z]{2,8}\s+\d{1,2}\b(?!\d)")
_NOUNS = r"(?:paragraph|point|item|request|demand|recommendation|question|proposal|appeal|call|wish)"
_NUMBER = re.compile(rf"\b{_NOUNS}s?\s+\(?(\d{{1,2}}|[a-z])\b\)?", re.IGNORECASE)
_ORDINAL = re.compile(rf"\b(first|second|third|fourth|fifth|last)\s+(?:\w+\s+)?{_NOUNS}\b", re.IGNORECASE)
_PLACE = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_TELL = (
    r"\b(?:disclos|reveal|say|tell|stat(?:e|es|ing)\b|explain|clarif|publish|inform|account\s+for|answer|confirm|announc|specif"
    r"|indicat|acknowledg|make\s+(?:known|public)|let\s+\w+\s+know)\w*[^,;.]{0,40}?\b"
)
"""Asks to be told: what follows is a question, and not when or where something is to be done."""
_QUESTIONS = (
    (
        re.compile(rf"{_TELL}where(?:abouts)?\b"),
        re.compile(r"\b(?:is|are|was|were|held|kept|lies?|taken)\s+(?:in|at|on|to)\s+[^,.;]+"),
    ),
    (re.compile(rf"{_TELL}(?:how\s+many|number\s+of)\b"), re.compile(r"\b\d[\d,.]*\d?\s+\w+")),
    (re.compile(rf"{_TELL}when\b"), _DATE),
)
"""What asks begin to ask for in words of a question, and what tells it."""
_TAKES = f"takes: {ANSWERS}"
_OVER_SENTENCES, _OVER_ASKS = "words, over other sentences", "words, over other asks"
_TIES = {STRONG: "tie: strong", MIDDLING: "tie: middling", WEAK: "tie: weak", FAINT: "tie: faint"}
_ENOUGH = 0.3
"""How much of what is asked is as good as all of it."""
_SHOWN = 3
"""So many of the heaviest pieces are told."""
_YEARS = (1900, 2100)
"""Figures that are years: many papers have the same."""
_FULL = 25
"""Words beyond which a longer sentence tells no more."""
_EDGE = 1e-4


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence that may answer: its place and words, those before it, whose words it says that they are.

    `asks`: something is asked in it; `place`: how far into its paper it stands, 0 to 1.
    """

    start: int
    quote: str
    before: str = ""
    speaker: str | None = None
    asks: bool = False
    place: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """How likely a sentence answers (`score`), what speaks for it in words, and the pieces that were weighed.

    `part` is the number of the thing that it answers, of several that one ask is for.
    """

    score: float
    says: tuple[str, ...]
    pieces: Mapping[str, float] = field(default_factory=dict)
    part: int = 0


class Weighing:
    """Weighs the sentences of papers against asks by one catalogue.

    `numbered` gives a document's asks by their numbers, `called` the names by which an ask's paper calls whom it asks.
    """

    def __init__(
        self,
        replies: Replies,
        catalogue: Catalogue,
        numbered: Callable[[Digest], Mapping[str, tuple[Asked, ...]]],
        called: Callable[[Asked], Iterable[Named]],
    ) -> None:
        self._replies = replies
        self._catalogue = catalogue
        self._numbered = numbered
        self._called = called
        self._speakers = Speakers(catalogue)
        self._sharing = Sharing(replies, catalogue)
        self.deeds = deeds_by(catalogue)

    def of(self, held: Correspondence, said: Sequence[Said]) -> Iterator[tuple[Said, Asked, Met, dict[str, float]]]:
        """Give the pieces for every sentence of a paper and every ask that it may answer."""
        asks = self._replies.asks_of(held.asks[0].shelved.document)
        paper = self._of_paper(held, said, asks)
        met = [[self._most(one, asked) for asked in asks] for one in said]
        senses = [self._sharing.sense(one.quote) for one in said]
        alike = [[likeness(self._sharing.sense(asked.ask.quote), one) for asked in asks] for one in senses]
        answering = [takings(one.quote)[ANSWERS] for one in said]
        wanted = frozenset(asked.finding for asked in held.asks)
        for column, asked in enumerate(asks):
            if asked.finding not in wanted:
                continue
            told = [row[column].told for row in met]
            like = [row[column] for row in alike]
            for row, one in enumerate(said):
                if answering[row] < _FEWEST:
                    continue
                own = met[row][column]
                mine = [one.told for one in met[row]]
                pieces = {
                    **paper,
                    **self._of_sentence(one, answering[row], _others(answering, row)),
                    **self._of_both(held, one, asked),
                    "words": min(own.told, _ENOUGH),
                    _OVER_SENTENCES: own.told - _others(told, row),
                    _OVER_ASKS: own.told - _others(mine, column),
                    "words: most of all sentences": float(own.told > 0 and own.told == max(told)),
                    "words: most of all asks": float(own.told > 0 and own.told == max(mine)),
                    "sense, over other sentences": like[row] - _others(like, row),
                    "sense, over other asks": like[row] - _others(alike[row], column),
                }
                if held.tie in _TIES:
                    pieces |= dict(_in_own_paper(pieces, one, held, asked))
                yield one, asked, own, pieces

    def heads(self, held: Correspondence, asked: Asked) -> bool:
        """Say whether who was asked may stand at the head of a paper; whoever the catalogue knows, its ids tell."""
        asked_of = self._replies.addressees(asked)
        if asked_of and all(self._replies.repliers.is_known(party.id) for party in asked_of):
            return held.tie != TOLD
        return any(_heads(held.head, named) for named in self._called(asked))

    def _most(self, one: Said, asked: Asked) -> Met:
        return max(self._sharing.of(one.quote, one.before, asked), key=lambda met: met.told)

    def _of_paper(self, held: Correspondence, said: Sequence[Said], asks: Sequence[Asked]) -> dict[str, float]:
        card = held.replying.shelved.card
        pieces = {
            "names that both papers have": held.shared,
            "paper of a carrier": float(bool(card.carriers)),
            "news": float(card.genre in {"news", "situation-report"}),
            "nothing else was asked": float(len(asks) == 1),
            "no day tells which came first": float(held.certainty != "certain"),
            "sentences": math.log(len(said)),
        }
        if held.tie in _TIES:
            pieces[_TIES[held.tie]] = 1.0
        else:
            pieces["of others, to who asked"] = float(held.near == STRONG)
            pieces["of others, near"] = float(held.near == MIDDLING)
        return pieces

    @staticmethod
    def _of_sentence(one: Said, answers: float, others: float) -> dict[str, float]:
        told = takings(one.quote)
        return {
            **{f"takes: {kind}": _logit(told[kind]) for kind in KINDS},
            "takes, over other sentences": _logit(answers) - _logit(others or 0.5),
            "length": math.log(min(max(1, len(_WORD.findall(one.quote))), _FULL)),
            "place in the paper": one.place,
            "asks itself": float(one.asks),
        }

    def _of_both(self, held: Correspondence, one: Said, asked: Asked) -> dict[str, float]:
        wanted, said = names(f"in {asked.ask.quote}"), names(f"in {one.quote}")
        called = [*self._called(asked)]
        quoted = one.speaker is not None and any(self._speakers.quoted(one.speaker, named) for named in called)
        return {
            HEADED: float(self.heads(held, asked)),
            "nobody knows whom it asks": float(not self._replies.addressees(asked)),
            "head: a word of who was asked": float(any(not named.all.isdisjoint(held.head.all) for named in called)),
            QUOTED: float(quoted),
            "one doing": float(bool(asked.deeds & self.deeds.told(one.quote))),
            "one day or figure": float(any(told for told in (self._days(one, asked), self._figures(one, asked)))),
            "tells what was asked": float(held.tie != TOLD and self._tells(one, asked) is not None),
            "one name": float(not wanted.isdisjoint(said)),
            "another name": float(bool(wanted) and wanted.isdisjoint(said) and bool(said - held.names)),
        }

    def weighed(self, one: Said, asked: Asked, met: Met, pieces: Mapping[str, float]) -> Weighed:
        """Weigh pieces."""
        weights = table()
        sums = {name: weights[name] * value for name, value in pieces.items() if value and name in weights}
        likely = 1 / (1 + math.exp(-math.fsum((weights[START], *sums.values()))))
        number = next(self._by_number(one, asked), None)
        score = max(likely, SURE) if number else likely
        if score < LEAST:
            return Weighed(score=score, says=(), pieces=pieces, part=met.part)
        heavy = sorted(sums.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN]
        named = ((name if pieces[name] > 0 else f"not {name}", value) for name, value in heavy if value > 0)
        told = ", ".join(f"{name} {value:+.1f}" for name, value in named)
        says = (
            *((number,) if number else ()),
            *met.says,
            *self._same(one, asked),
            f"likelihood {score:.2f}; most speaks for it: {told or 'nothing'}",
        )
        return Weighed(score=score, says=tuple(dict.fromkeys(says)), pieces=pieces, part=met.part)

    @staticmethod
    def alone(weighed: Weighed) -> Weighed:
        """Give the weight of a plain refusal, in a short paper, of all that was asked of who speaks."""
        says = (*weighed.says, "it says so plainly, and nothing else was asked of who speaks")
        return replace(weighed, score=max(weighed.score, LEAST), says=says)

    def _same(self, one: Said, asked: Asked) -> Iterator[str]:
        """Say what else both tell."""
        if deeds := asked.deeds & self.deeds.told(one.quote):
            yield f"both speak of one doing ({', '.join(sorted(self._catalogue.deeds[name].name for name in deeds))})"
        if same := sorted((*self._days(one, asked), *map(str, self._figures(one, asked)))):
            yield f"both say {', '.join(same)}"
        if (told := self._tells(one, asked)) is not None:
            yield f"it tells “{told}”, as was asked"

    @staticmethod
    def _days(one: Said, asked: Asked) -> set[str]:
        return _days(one.quote) & _days(asked.ask.quote)

    @staticmethod
    def _figures(one: Said, asked: Asked) -> frozenset[object]:
        both = figures_in(one.quote) & figures_in(asked.ask.quote)
        return frozenset(figure for figure in both if not _YEARS[0] <= figure <= _YEARS[1])

    @staticmethod
    def _tells(one: Said, asked: Asked) -> str | None:
        """Give what a sentence tells that an ask puts as a question: where, when, how many."""
        for question, answer in _QUESTIONS:
            if question.search(asked.ask.quote) and (told := answer.search(one.quote)):
                return " ".join(told[0].split())
        return None

    def _by_number(self, one: Said, asked: Asked) -> Iterator[str]:
        document = asked.shelved.document
        for match in _NUMBER.finditer(one.quote):
            if asked in self._numbered(document).get(match[1].lower(), ()):
                yield f"it names number {match[1]}, which is this ask's"
        ordinal = _ORDINAL.search(one.quote)
        if ordinal is not None:
            mine = self._replies.asks_of(document)
            at = _PLACE[ordinal[1].lower()]
            if -len(mine) <= at < len(mine) and mine[at] is asked:
                yield f"it says “{' '.join(ordinal[0].split())}”, which is this ask"


def _in_own_paper(
    pieces: Mapping[str, float], one: Said, held: Correspondence, asked: Asked
) -> Iterator[tuple[str, float]]:
    """Give what tells more, or less, in a paper of who was asked; most take asks in the order in which they stand."""
    row = sorted(held.asks, key=lambda item: item.ask.start)
    yield "in an own paper", 1.0
    yield "own paper: so much was asked", math.log(len(row))
    for name in (_TAKES, _OVER_SENTENCES, _OVER_ASKS):
        yield f"own paper: {name}", pieces[name]
    if len(row) > 1:
        yield "own paper: in the order of what was asked", 1 - abs(row.index(asked) / (len(row) - 1) - one.place)


@lru_cache(maxsize=1)
def table() -> Mapping[str, float]:
    """Give what each piece weighs, in log odds; `START` is what every sum starts from."""
    lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("# "))
    return dict(starmap(lambda name, weight: (name, int(weight) / 1000), rows))


def _heads(head: Named, asked: Named) -> bool:
    """Say whether who stands at a head may be who was asked: by a name, or by an office where one has no name."""
    if head.names and asked.names:
        return not head.names.isdisjoint(asked.names)
    return bool(asked.offices) and asked.offices <= head.offices


def _others(values: Sequence[float], own: int) -> float:
    """Give the greatest of some values but one, 0 where there is no other."""
    return max((value for place, value in enumerate(values) if place != own), default=0.0)


def _logit(share: float) -> float:
    share = min(max(share, _EDGE), 1 - _EDGE)
    return math.log(share / (1 - share))


def same_day(one: str, other: str) -> bool:
    """Say whether both words name one day: it is part of what they are about.

    >>> same_day("the deaths of 1 July", "what happened on July 1")
    True
    """
    return not _days(one).isdisjoint(_days(other))


def _days(words: str) -> set[str]:
    """Give the days that words name, each in one order."""
    return {" ".join(sorted(day.split())) for day in _DATE.findall(words)}
