# SPDX-License-Identifier: Apache-2.0
"""Corresponding: which sentence of a paper that answers another answers which of its asks.

1. What speaks for a sentence's answering an ask is weighed (`weighing.py`), and each ask is given what answers it best
   (`pairings.py`).
2. One that speaks of the asking paper as a whole answers all asks of it where nothing else in the paper answers any.
3. Sentences about others, about what was done before, or for somebody else, answer nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from nupunkt import sent_spans

from tocsin.catalogue.catalogue import Catalogue
from tocsin.linking.answers import Answer
from tocsin.linking.correspondences import MIDDLING, TOLD, WEAK, Correspondence
from tocsin.linking.exchanges import Asked
from tocsin.linking.governments import party_id
from tocsin.linking.grounds import given_to_another, names, of_another, restrains, turned_round
from tocsin.linking.limits import Falling, falling_short
from tocsin.linking.pairings import Pair, assigned
from tocsin.linking.proposed import Proposed
from tocsin.linking.reactions import Reaction, Reactions
from tocsin.linking.replies import Replies
from tocsin.linking.reply_cues import DONE, MORE_ASKED, PARTLY
from tocsin.linking.speakers import Named, Speakers
from tocsin.linking.stems import stem
from tocsin.linking.weighing import LEAST, NAMED, Said, Weighed, Weighing, same_day, stems
from tocsin.linking.word_senses import nearness
from tocsin.records.anchors import Anchor
from tocsin.records.findings import Party
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
_BASE, _PER, _BEST = 0.3, 3.0, 0.9
"""How well founded an answer is by what speaks for it: one to a whole paper as little as may be."""
_TOLD = 0.45
"""How much of what was asked, beside names, words of others must tell."""
_LONG = 45
"""Words above which a sentence of others tells of too much to be held against one ask."""
_DOES = 0.47
"""How near the words for one doing are."""
_VERB = re.compile(r"\W*(?:(?:to|shall|must|should|will)\s+)?(?:\w+ly\s+)?(\w+)")
_MORE = re.compile(r"\s+to\s+([^\W\d_]{3,})\b")
_WORDS = re.compile(r"[^\W\d_]+")
_NONE = re.compile(r"\b(?:no(?!\s+longer\b)|not|never|none|nobody|without)\b|n['’]t\b", re.IGNORECASE)


class Corresponding:
    """Proposes answers within papers that are tied to asking ones."""

    def __init__(
        self,
        replies: Replies,
        catalogue: Catalogue,
        numbered: Callable[[Digest], Mapping[str, tuple[Asked, ...]]],
        called: Callable[[Asked], Iterable[Named]],
    ) -> None:
        self._replies = replies
        self._catalogue = catalogue
        self._weighing = Weighing(replies, catalogue, numbered)
        self._called = called
        self._speakers = Speakers(catalogue)
        self._reactions = Reactions(catalogue)
        self._said: dict[Digest, tuple[Said, ...]] = {}

    def proposals(self, tied: Iterable[Correspondence]) -> Iterator[Proposed]:
        """Propose an answer for each ask that a sentence of a tied paper answers."""
        for held in tied:
            said = self._sentences(held)
            chosen = assigned([pair for one in said for pair in self._met(held, one, len(said))])
            yield from (self._proposed(held, pair) for pair in chosen)
            if held.tie != TOLD and all(pair.reaction.reply.id == _TOKEN for pair in chosen):
                yield from self._whole(held, said)

    def _met(self, held: Correspondence, one: Said, many: int) -> Iterator[Pair]:
        for asked in held.asks:
            reaction = self._reactions.chosen(one.quote, one.reactions, stems(asked.ask.quote))
            if reaction is None or self._of_another(held, one, asked, reaction):
                continue
            tie = held.tie
            if (
                tie == TOLD
                and one.speaker
                and any(map(partial(self._speakers.quoted, one.speaker), self._called(asked)))
            ):
                tie = MIDDLING
            for weighed in self._weighing.of(held, one, asked, reaction, tie=tie, many=many):
                if weighed.score >= LEAST and (tie != TOLD or self._told(held, one, asked, reaction, weighed)):
                    yield Pair(one=one, asked=asked, weighed=weighed, reaction=reaction, own=tie != TOLD)

    def _told(self, held: Correspondence, one: Said, asked: Asked, reaction: Reaction, weighed: Weighed) -> bool:
        """Say whether a paper of others tells that it came about, of what was asked and of no other like it."""
        if reaction.reply.id not in {DONE, PARTLY} or reaction.turned or reaction.present or _NONE.search(one.quote):
            return False
        asked_of, said_of = names(f"in {asked.ask.quote}"), names(one.quote)
        if (asked_of and asked_of.isdisjoint(said_of) and said_of - held.names) or len(one.quote.split()) > _LONG:
            return False
        return weighed.score >= NAMED or (self._enough(weighed) and self._does(one, asked))

    @staticmethod
    def _enough(weighed: Weighed) -> bool:
        """Say whether enough of what was asked is told: of the thing itself, or somewhat of it and most of the rest."""
        return weighed.apart >= _TOLD or (weighed.apart >= _TOLD / 2 and weighed.told >= 2 * _TOLD)

    def _does(self, one: Said, asked: Asked) -> bool:
        """Say whether a sentence tells of the doing that was asked, in its own word or another."""
        if asked.deeds & self._weighing.deeds.told(one.quote):
            return True
        verbs = [
            match[1].lower() for match in (_VERB.match(asked.ask.quote), *_MORE.finditer(asked.ask.quote)) if match
        ]
        said = {match[0].lower() for match in _WORDS.finditer(one.quote)}
        return any(stem(word) == stem(verb) or nearness(word, verb) >= _DOES for verb in verbs for word in said)

    def _whole(self, held: Correspondence, said: Iterable[Said]) -> Iterator[Proposed]:
        """Propose the first sentence that speaks of the whole paper, or only says that it hears."""
        for one in said:
            reaction, paper = one.reactions[0], _PAPER.search(one.quote)
            kind = reaction.reply.id
            if not reaction.formed or (kind not in _WHOLE_KINDS if paper else kind != _TOKEN or held.tie == WEAK):
                continue
            of = f"of “{' '.join(paper[0].split())}”, and " if paper else ""
            for asked in held.asks:
                says = (f"it speaks {of}of nothing that was asked",)
                weighed = Weighed(score=0.0, says=says)
                yield self._proposed(held, Pair(one=one, asked=asked, weighed=weighed, reaction=reaction))
            return

    def _sentences(self, held: Correspondence) -> tuple[Said, ...]:
        document = held.replying.shelved.document
        if document not in self._said:
            own = self._replies.starts(document)
            self._said[document] = tuple(
                one
                for one in self._all(held)
                if _ORDERED.search(one.quote)
                or any(item.formed and item.reply.id == MORE_ASKED for item in one.reactions)
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
                    yield Said(
                        start=at,
                        quote=sentence.strip(),
                        before=before,
                        reactions=reactions,
                        speaker=self._speakers.who_said(sentence) if held.tie == TOLD else None,
                    )
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
        pair: Pair,
    ) -> Proposed:
        one, asked, reaction = pair.one, pair.asked, pair.reaction
        item, row = held.replying, reaction.reply
        if row.id == _TOKEN and "investigate" in asked.deeds & self._weighing.deeds.told(one.quote):
            row = self._catalogue.replies["accepted"]  # to look into it is what was asked
        if reaction.turned and restrains(asked, one.quote):
            row = self._catalogue.replies[turned_round(one.quote)]
        end = one.start + len(one.quote)
        words = Anchor(document=item.shelved.document, version=item.version, start=one.start, end=end, quote=one.quote)
        falls = self._falls_short(asked, words, promised=row.id != DONE) if row.id in {"accepted", DONE} else None
        if falls is None and row.id == DONE and asked.deeds & self._weighing.deeds.still(one.quote):
            falls = Falling(grants="part", reason="what stands beside it says that not all of it is done")
        if falls is not None:
            row = self._catalogue.replies[PARTLY if falls.grants == "part" else "countered"]
        who = self._who(held, pair)
        reasons = (
            f"{who.name} speaks itself" if who else "it tells what came about, and not who did it",
            *held.reasons,
            *pair.weighed.says,
            *((falls.reason,) if falls else ()),
            f"it says “{' '.join(reaction.words.split())}”: {row.name}",
        )
        return Proposed(
            answer=Answer(ask=asked.finding, words=words, response=row.response, answerer=who, status=row.status),
            reply=row.id,
            reasons=reasons,
            score=round(min(_BEST, _BASE + pair.weighed.score / _PER), 4),
            certainty=held.certainty,
            part=pair.weighed.part,
            told_by=() if who else item.shelved.card.issuers or item.shelved.card.carriers,
        )

    def _who(self, held: Correspondence, pair: Pair) -> Party | None:
        """Give who answers; None where others tell what came about."""
        if not pair.own:
            return None
        if held.tie == TOLD and pair.one.speaker:
            return Party(id=party_id(pair.one.speaker), name=pair.one.speaker)
        return next(iter(held.page.issuers), None) or Party(
            id=party_id(held.replying.shelved.title), name=held.replying.shelved.title
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
