# SPDX-License-Identifier: Apache-2.0
"""Corresponding: which sentence of a paper that answers another answers which of its asks.

1. A sentence answers the ask that it meets best (`touches.py`), and an ask is answered by what meets it best.
2. One that speaks of the asking paper as a whole answers all asks of it where nothing else in the paper answers any.
3. Sentences about others, about what was done before, or for somebody else, answer nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from nupunkt import sent_spans

from tocsin.catalogue.catalogue import Catalogue
from tocsin.linking.answers import Answer
from tocsin.linking.correspondences import TOLD, WEAK, Correspondence
from tocsin.linking.exchanges import Asked
from tocsin.linking.grounds import given_to_another, of_another, restrains, turned_round
from tocsin.linking.limits import Falling, falling_short
from tocsin.linking.proposed import Proposed
from tocsin.linking.reactions import Reaction, Reactions
from tocsin.linking.replies import Replies
from tocsin.linking.reply_cues import DONE, PARTLY
from tocsin.linking.touches import Said, Touch, Touches, same_day, stems
from tocsin.records.anchors import Anchor
from tocsin.records.ids import Digest

_READ = frozenset({"body", "list-item", "quotation"})
_PAPER = re.compile(
    r"\b(?:the|your|this|that|its|their|his|her)\s+(?:[a-z]+\s+){0,2}?(?:text|resolution|letter|appeal|note|message|petition"
    r"|communication|recommendations|demands|requests|document|ultimatum|call|decision|order|statement|report|proposals"
    r"|wishes|concerns)\b",
    re.IGNORECASE,
)
_ORDERED = re.compile(
    r"\b(?:our|my|its|the)\s+(?:[\w-]+\s+){1,4}(?:has|have|had|was|were)\s+(?:been\s+)?"
    r"(?:told|ordered|instructed|directed|asked|tasked)\s+to\b",
    re.IGNORECASE,
)
"""Tells what was laid on one's own people: a promise, and no ask of another."""
_TOKEN = "token"  # noqa: S105 - a kind of reply
_WHOLE_KINDS = frozenset({_TOKEN, "refused", "accepted"})
_WHOLE = 0.3
"""How well founded an answer to a whole paper is."""
_BASE, _PER, _BEST = 0.3, 20.0, 0.9
"""How well founded an answer is by how much is met."""


class Corresponding:
    """Proposes answers within papers that are tied to asking ones."""

    def __init__(
        self, replies: Replies, catalogue: Catalogue, numbered: Callable[[Digest], Mapping[str, tuple[Asked, ...]]]
    ) -> None:
        self._replies = replies
        self._catalogue = catalogue
        self._touches = Touches(replies, catalogue, numbered)
        self._reactions = Reactions(catalogue)
        self._said: dict[Digest, tuple[Said, ...]] = {}

    def proposals(self, tied: Iterable[Correspondence]) -> Iterator[Proposed]:
        """Propose an answer for each ask that a sentence of a tied paper meets."""
        for held in tied:
            said = self._sentences(held)
            best: dict[Digest, tuple[Said, Asked, Touch, Reaction]] = {}
            for one in said:
                pairs = [*self._met(held, one)]
                most = max((touch.rank for _, touch, _ in pairs), default=(0.0, 0.0))
                for asked, touch, reaction in pairs:
                    before = best.get(asked.finding)
                    if touch.rank == most and (before is None or before[2].score < touch.score):
                        best[asked.finding] = one, asked, touch, reaction
            for one, asked, touch, reaction in best.values():
                score = min(_BEST, _BASE + touch.score / _PER)
                yield self._proposed(held, one, asked, reaction, touch.says, score if held.tie else score / 2)
            if held.tie != TOLD and not best:
                yield from self._whole(held, said)

    def _met(self, held: Correspondence, one: Said) -> Iterator[tuple[Asked, Touch, Reaction]]:
        for asked in held.asks:
            reaction = self._reactions.chosen(one.quote, one.reactions, stems(asked.ask.quote))
            touch = self._touches.of(held, one, asked, reaction) if reaction is not None else None
            if reaction is not None and touch is not None and not self._of_another(held, one, asked, reaction):
                yield asked, touch, reaction

    def _whole(self, held: Correspondence, said: Iterable[Said]) -> Iterator[Proposed]:
        """Propose the first sentence that speaks of the whole paper, or only says that it hears."""
        for one in said:
            reaction, paper = one.reactions[0], _PAPER.search(one.quote)
            kind = reaction.reply.id
            if not reaction.formed or (kind not in _WHOLE_KINDS if paper else kind != _TOKEN or held.tie == WEAK):
                continue
            of = f"of “{' '.join(paper[0].split())}”, and " if paper else ""
            for asked in held.asks:
                yield self._proposed(held, one, asked, reaction, (f"it speaks {of}of nothing that was asked",), _WHOLE)
            return

    def _sentences(self, held: Correspondence) -> tuple[Said, ...]:
        document = held.replying.shelved.document
        if document not in self._said:
            own = self._replies.starts(document)
            self._said[document] = tuple(
                one
                for one in self._all(held)
                if _ORDERED.search(one.quote)
                or not any(one.start <= start < one.start + len(one.quote) for start in own)
            )
        return self._said[document]

    def _all(self, held: Correspondence) -> Iterator[Said]:
        """Give the sentences that may answer; a question stands before what answers it, as in a briefing."""
        question = ""
        for start, role, quote in held.replying.held:
            before = question
            for low, high in sent_spans(quote) if role in _READ else ():
                sentence = quote[low:high]
                reactions = self._reactions.of(sentence)
                if reactions and not self._of_others(held, sentence):
                    at = start + low + len(sentence) - len(sentence.lstrip())
                    yield Said(start=at, quote=sentence.strip(), before=before, reactions=reactions)
                before = sentence
            question = quote if quote.rstrip(' ”"').endswith("?") else ""

    def _of_others(self, held: Correspondence, sentence: str) -> bool:
        """Say whether a sentence begins with somebody else than who speaks."""
        hits = self._replies.repliers.names(sentence)
        first = next((hit for hit in hits if not sentence[: hit.start].strip(' “"')), None)
        if first is None or held.tie == TOLD:
            return False
        return not self._replies.repliers.belongs(first.tag, {party.id for party in held.page.issuers})

    def _of_another(self, held: Correspondence, one: Said, asked: Asked, reaction: Reaction) -> bool:
        """Say whether a sentence is of what was done before, or for somebody whom the asking paper does not name."""
        place = held.replying.shelved.document, one.start, one.start + len(one.quote)
        done = reaction.reply.id in {DONE, PARTLY} and not same_day(one.quote, asked.ask.quote)
        if done and self._replies.allusions.earlier(place, asked.shelved.published, one.quote):
            return True
        said = f"{one.before} {one.quote}"
        return given_to_another(said, held.names) or of_another(one.quote, asked.ask.quote, held.names)

    def _proposed(
        self,
        held: Correspondence,
        one: Said,
        asked: Asked,
        reaction: Reaction,
        says: Iterable[str],
        score: float,
    ) -> Proposed:
        item, row = held.replying, reaction.reply
        if row.id == _TOKEN and "investigate" in asked.deeds & self._touches.deeds.told(one.quote):
            row = self._catalogue.replies["accepted"]  # to look into it is what was asked
        if reaction.turned and restrains(asked, one.quote):
            row = self._catalogue.replies[turned_round(one.quote)]
        end = one.start + len(one.quote)
        words = Anchor(document=item.shelved.document, version=item.version, start=one.start, end=end, quote=one.quote)
        falls = self._falls_short(asked, words, promised=row.id != DONE) if row.id in {"accepted", DONE} else None
        if falls is None and row.id == DONE and asked.deeds & self._touches.deeds.still(one.quote):
            falls = Falling(grants="part", reason="what stands beside it says that not all of it is done")
        if falls is not None:
            row = self._catalogue.replies[PARTLY if falls.grants == "part" else "countered"]
        who = next(iter(held.page.issuers), None) if held.tie != TOLD else None
        reasons = (
            f"{who.name} speaks itself" if who else "it tells what came about, and not who did it",
            *held.reasons,
            *says,
            *((falls.reason,) if falls else ()),
            f"it says “{' '.join(reaction.words.split())}”: {row.name}",
        )
        return Proposed(
            answer=Answer(ask=asked.finding, words=words, response=row.response, answerer=who, status=row.status),
            reply=row.id,
            reasons=reasons,
            score=round(score, 4),
            certainty=held.certainty,
            told_by=() if who else item.shelved.card.issuers or item.shelved.card.carriers,
        )

    def _falls_short(self, asked: Asked, words: Anchor, *, promised: bool) -> Falling | None:
        days, ask = self._replies.allusions.days, asked.ask
        return falling_short(
            ask.quote,
            days(asked.shelved.document, ask.start, ask.end),
            words.quote,
            days(words.document, words.start, words.end),
            promised=promised,
        )
