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
from dataclasses import replace
from itertools import groupby

from nupunkt import sent_spans

from tocsin.catalogue.catalogue import Catalogue
from tocsin.linking.answers import Answer
from tocsin.linking.correspondences import STRONG, TOLD, WEAK, Correspondence
from tocsin.linking.exchanges import Asked, Passages
from tocsin.linking.governments import party_id
from tocsin.linking.grounds import given_to_another, of_another, restrains, turned_round
from tocsin.linking.limits import Falling, falling_short
from tocsin.linking.pairings import Pair, assigned
from tocsin.linking.proposed import Proposed
from tocsin.linking.reactions import Reaction, Reactions
from tocsin.linking.replies import Replies
from tocsin.linking.reply_cues import CONTESTED, DONE, MORE_ASKED, PARTLY, REFUSED
from tocsin.linking.speakers import Named, Speakers
from tocsin.linking.takings import undone
from tocsin.linking.weighing import HEADED, LEAST, QUOTED, Said, Weighed, Weighing, same_day
from tocsin.records.anchors import Anchor
from tocsin.records.findings import Party, is_likely
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
_WHOLE = 0.3
"""How well founded an answer to a whole paper is."""
_CAME = frozenset({DONE, PARTLY})
_LEANING = frozenset({CONTESTED, REFUSED, MORE_ASKED})
_FEW = 3
"""Sentences that a short reply has at most: what it plainly refuses is what was asked."""
_PLEADING = frozenset({"appeal", "open-letter", "speech", "petition", "resolution", "agreement", "court-order"})
"""Genres of papers that tell of others to plead, or to say what they rest on."""
_NEWS = frozenset({"news", "situation-report"})
"""Genres of papers that tell what others say too."""
_LONG = 45
"""Words above which a sentence of others tells of too much to be held against one ask."""
_WHOLE_KINDS = frozenset({_TOKEN, "refused", "accepted"})


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
        self._weighing = Weighing(replies, catalogue, numbered, called)
        self._speakers = Speakers(catalogue)
        self._reactions = Reactions(catalogue)
        self._said: dict[Digest, tuple[Said, ...]] = {}

    def proposals(self, tied: Iterable[Correspondence]) -> Iterator[Proposed]:
        """Propose what the sentences of papers answer; all that one paper is tied to comes in a row."""
        for _document, row in groupby(tied, key=lambda held: held.replying.shelved.document):
            yield from self._of_paper([*row])

    def _of_paper(self, row: list[Correspondence]) -> Iterator[Proposed]:
        """Propose what one paper answers: each sentence what it answers best, of whomever asked it."""
        held_in = {asked.finding: held for held in row for asked in held.asks}
        chosen = assigned([pair for held in row for pair in self.pairs(held) if pair.weighed.score >= LEAST])
        yield from (self._proposed(held_in[pair.asked.finding], pair) for pair in chosen)
        for held in row:
            mine = [pair for pair in chosen if held_in[pair.asked.finding] is held]
            if held.tie != TOLD and all(pair.reaction.reply.id == _TOKEN for pair in mine):
                yield from self._whole(held, self.sentences(held))

    def pairs(self, held: Correspondence) -> Iterator[Pair]:
        """Give every sentence of a paper with every ask that it may answer, and how likely it does."""
        said = self.sentences(held)
        pleads = held.tie == TOLD and held.replying.shelved.card.genre in _PLEADING
        for one, asked, met, pieces in self._weighing.of(held, said) if said else ():
            reaction, own = self._reactions.taken(one.quote, asked.ask.quote), self._is_own(held, pieces)
            if undone(one.quote) or self._of_another(held, one, asked, reaction):
                continue
            if one.asks and reaction.reply.id != MORE_ASKED and _ORDERED.search(one.quote) is None:
                continue  # what one asks for oneself answers nothing
            pieces |= {
                "pleads, and was not asked": float(pleads and not pieces[HEADED]),
                "others tell what is not their own": float(not own and not self._may_tell(held, one, reaction)),
            }
            weighed = self._weighing.weighed(one, asked, met, pieces)
            if len(said) <= _FEW and self._is_alone(held, asked, reaction):
                weighed = self._weighing.alone(weighed)
            yield Pair(one=one, asked=asked, weighed=weighed, reaction=reaction, own=own)

    @staticmethod
    def _is_alone(held: Correspondence, asked: Asked, reaction: Reaction) -> bool:
        """Say whether words plainly refuse, contest or ask back where who speaks was asked for nothing else."""
        leans = reaction.formed and reaction.reply.id in _LEANING
        return leans and held.tie >= WEAK and [one.finding for one in held.asks] == [asked.finding]

    @staticmethod
    def _may_tell(held: Correspondence, one: Said, reaction: Reaction) -> bool:
        """Say whether a paper of others may tell what came about: not where it pleads, nor what it does itself."""
        card = held.replying.shelved.card
        if card.genre in _PLEADING or len(one.quote.split()) > _LONG:
            return False
        return reaction.reply.id in _CAME or card.genre in _NEWS or bool(card.carriers)

    def _whole(self, held: Correspondence, said: Iterable[Said]) -> Iterator[Proposed]:
        """Propose the first sentence that speaks of the whole paper, or only says that it hears."""
        for one in said:
            reaction, paper = self._reactions.taken(one.quote), _PAPER.search(one.quote)
            kind = reaction.reply.id
            if not reaction.formed or one.asks or one.quote.endswith("?"):
                continue
            if held.tie != STRONG and not (paper and kind == _TOKEN):
                continue
            if kind not in (_WHOLE_KINDS if paper else {_TOKEN}):
                continue
            of = f"of “{' '.join(paper[0].split())}”, and " if paper else ""
            for asked in held.asks:
                weighed = Weighed(score=0.0, says=(f"it speaks {of}of nothing that was asked",), pieces={})
                yield self._proposed(held, Pair(one=one, asked=asked, weighed=weighed, reaction=reaction))
            return

    def sentences(self, held: Correspondence) -> tuple[Said, ...]:
        """Give the sentences of a paper that may answer; one of somebody else answers nothing."""
        return tuple(one for one in self.all_of(held.replying) if not self._of_others(held, one.quote))

    def all_of(self, item: Passages) -> tuple[Said, ...]:
        """Give the sentences of a paper."""
        document = item.shelved.document
        if document not in self._said:
            said = [*self._all(item)]
            self._said[document] = tuple(replace(one, place=at / len(said)) for at, one in enumerate(said))
        return self._said[document]

    def _all(self, item: Passages) -> Iterator[Said]:
        """Give the sentences of a paper; a question stands before what answers it, as in a briefing."""
        # Of what only likely asks, much answers: "all options stay on the table".
        asks = (asked.ask for asked in self._replies.asks_of(item.shelved.document))
        starts = [ask.start for ask in asks if not is_likely(ask.by)]
        question = ""
        for start, role, quote in item.held:
            before = question
            for low, high in sent_spans(quote) if role in _READ else ():
                sentence = quote[low:high].strip()
                if not sentence:
                    continue
                at = quote.index(sentence, low) + start
                yield Said(
                    start=at,
                    quote=sentence,
                    before=before,
                    speaker=self._speakers.who_said(sentence),
                    asks=any(at <= place < at + len(sentence) for place in starts),
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
        done = reaction.reply.id != CONTESTED and not same_day(one.quote, asked.ask.quote)
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
            score=round(max(pair.weighed.score, _WHOLE), 4),
            certainty=held.certainty,
            part=pair.weighed.part,
            told_by=() if who else item.shelved.card.issuers or item.shelved.card.carriers,
        )

    @staticmethod
    def _is_own(held: Correspondence, pieces: Mapping[str, float]) -> bool:
        """Say whether who was asked speaks: it is the paper's own, or the paper brings its words."""
        heads = bool(pieces[HEADED]) and not held.replying.shelved.card.carriers
        return held.tie != TOLD or heads or bool(pieces[QUOTED])

    def _who(self, held: Correspondence, pair: Pair) -> Party | None:
        """Give who answers; None where others tell what came about."""
        if not pair.own:
            return None
        if held.tie == TOLD and pair.weighed.pieces[QUOTED] and pair.one.speaker:
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
