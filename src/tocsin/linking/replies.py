# SPDX-License-Identifier: Apache-2.0
"""Replies: later words in which an addressee, or an organ of its, accepts, does, refuses or notes what it was asked.

1. A clause replies where it holds a cue of `replies.toml`; who replies is its subject, else the issuer.
2. It answers an ask of an earlier document where the replier is the addressee, belongs to it or speaks for it, and both
   are about the same matter (`matters.py`); a clause that names the asking paper needs to share less.
3. What somebody else did, of just what was asked, is proposed as done by another.
4. What another did counts only where the same place is named and the doing itself is what was asked.
5. One document gives one proposal an ask: the best founded.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial

from nupunkt import sent_spans

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import listed
from tocsin.ledger.queries import Certainty, Query
from tocsin.ledger.shelf import shelf
from tocsin.linking.allusions import Allusions
from tocsin.linking.answers import Answer
from tocsin.linking.asked_matters import asked_matters
from tocsin.linking.exchanges import About, Asked, Clause, Passages, later
from tocsin.linking.families import Families
from tocsin.linking.fits import Fit, Fits, about, fit
from tocsin.linking.likeness import weights
from tocsin.linking.limits import Falling, Grants, falling_short
from tocsin.linking.matters import ACTOR, PLACE, Matter, matters_by
from tocsin.linking.proposed import Proposed
from tocsin.linking.repliers import Page, Replier, Repliers
from tocsin.linking.reply_cues import BY_ANOTHER, DONE, MORE_ASKED, Cues, Told
from tocsin.linking.roles import Roles
from tocsin.linking.stems import stem
from tocsin.records.findings import Ask, Party
from tocsin.records.ids import Digest

_READ = frozenset({"body", "list-item", "quotation"})
"""Roles of passages in which replies are looked for."""
_NEGATIVE = frozenset({"refused", "contested", "token", "more-asked"})
_SURE = 0.35
"""How much of the lesser of two matters must be shared."""
_ANOTHER = 0.55
"""How much where another than the addressee did it."""
_GRANTING = frozenset({"accepted", DONE})
"""Kinds of replies that grant what was asked, unless their words fall short of it."""
_FALLEN: Mapping[Grants, str] = {"part": "partly", "else": "countered"}
_ITSELF = re.compile(
    r"\b(?:the\s+present|this|the\s+above)\s+(?:resolution|decision|order|declaration|report)\b", re.IGNORECASE
)
"""An ask about the asking paper itself, which says little else: only who names that paper answers it."""
_HEAD = 2
"""Words before the doing that an ask is for: "the immediate reopening of"."""
_OF_PAPERS = frozenset({"token", "refused", "accepted"})
_PAPER = 0.3
"""How well founded an answer to a whole paper is: any that names its matter comes first."""
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 3
_THIN = 2
"""Features below which a clause is read together with the sentence before it."""


class Replies:
    """The asks and the replying clauses of a ledger at clocks; what is proposed is computed from both."""

    def __init__(self, ledger: Ledger, catalogue: Catalogue, query: Query) -> None:
        self._ledger = ledger
        self._catalogue = catalogue
        self._query = Query(published_by=query.published_by, recorded_by=query.recorded_by)
        self._matters = matters_by(catalogue)
        self._roles = Roles(catalogue)
        self._answer: dict[tuple[str, Digest], frozenset[str]] = {}
        self._generic = frozenset(catalogue.list("reply.generic")) | frozenset(
            map(stem, catalogue.list("reply.generic"))
        )
        figures = catalogue.list("reply.figures")
        self._figures = frozenset(figures) | frozenset(map(stem, figures))
        self._territories = frozenset(row.id for row in catalogue.actors.values() if row.kind == "territory")

    @cached_property
    def asks(self) -> tuple[Asked, ...]:
        """The asks, earlier asks told again left out."""
        found = []
        matters = asked_matters(self._ledger, self._catalogue, self._query)
        alike: dict[object, About] = {}
        for row in listed(self._ledger, replace(self._query, kinds=("ask",))):
            ask = row.finding
            if isinstance(ask, Ask) and not ask.reported:
                matter = matters.of(row).whole
                if matter.features not in alike:
                    alike[matter.features] = about(matter, self._weights(matter))
                found.append(Asked(row=row, ask=ask, matter=matter, about=alike[matter.features]))
        return tuple(found)

    @cached_property
    def passages(self) -> tuple[Passages, ...]:
        """The passages of every document, in order of publication."""
        held: dict[Digest, list[tuple[int, str, str]]] = {}
        versions: dict[Digest, str] = {}
        for row in self._ledger.rows(replace(self._query, kinds=("passage",))):
            payload, document = row.entry.payload, row.entry.document
            if payload is not None and document is not None:
                start = payload["start"]
                assert isinstance(start, int)
                held.setdefault(document, []).append((start, str(payload.get("role")), str(payload.get("quote"))))
                versions[document] = str(payload["version"])
        shelved = shelf(self._ledger, self._query)
        return tuple(
            Passages(shelved=item, version=versions[name], held=tuple(held[name]))
            for name, item in shelved.items()
            if name in held
        )

    @cached_property
    def repliers(self) -> Repliers:
        """Who is named in this ledger."""
        parties = {party for asked in self.asks for party in asked.ask.addressees}
        for item in self.passages:
            parties.update(item.shelved.card.issuers)
        return Repliers(self._catalogue, parties)

    @cached_property
    def allusions(self) -> Allusions:
        """Which documents point to which."""
        return Allusions(self._ledger, self._catalogue, self._query, self.repliers, self.passages, self.asks)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause that replies, unless it stands in what its own document asks."""
        if not self.asks:
            return ()
        first = min((asked.shelved.published.earliest for asked in self.asks if asked.shelved.published), default=0)
        spans: dict[Digest, list[tuple[int, int]]] = defaultdict(list)
        for asked in self.asks:
            held = spans[asked.shelved.document]
            if held and asked.ask.start <= held[-1][1]:
                held[-1] = held[-1][0], max(held[-1][1], asked.ask.end)
            else:
                held.append((asked.ask.start, asked.ask.end))
        cues = Cues(self._catalogue)
        found: list[Clause] = []
        for item in self.passages:
            published = item.shelved.published
            if published is not None and published.latest > first:
                found += self._replying(item, cues, spans[item.shelved.document])
        return tuple(found)

    def _replying(self, item: Passages, cues: Cues, asked: list[tuple[int, int]]) -> Iterator[Clause]:
        page: Page | None = None
        for start, role, quote in item.held:
            if role not in _READ:
                continue
            # Most passages hold no cue but within what they ask: parting those into sentences would cost the most.
            telling = [
                place
                for place, replies in cues.places(quote)
                if MORE_ASKED in replies or not _within(asked, start + place)
            ]
            if not telling:
                continue
            if page is None:
                page = self.repliers.page(item.shelved, item.opening)
            before: tuple[Party, ...] = ()
            last = ""
            for low, high in sent_spans(quote):
                sentence = quote[low:high]
                for told in cues.clauses(sentence) if any(low <= place < high for place in telling) else ():
                    if told.cue.reply.id != MORE_ASKED and _within(asked, start + low + told.cue.start):
                        continue
                    clause = self._clause(page, item.version, (start, low), sentence, told, before, last)
                    if clause is not None:
                        before = clause.replier.parties
                        yield clause
                last = sentence

    def _clause(
        self,
        page: Page,
        version: str,
        at: tuple[int, int],
        sentence: str,
        told: Told,
        before: tuple[Party, ...],
        last: str,
    ) -> Clause | None:
        replier = self.repliers.replier(page, sentence, told.start, told.cue, before)
        if not replier.parties or _reviews(page, replier):
            return None
        words = sentence[told.start : told.end]
        matter = self._about(words, told)
        if sum(feature.sort not in {ACTOR, PLACE} for feature in matter.features) < _THIN:
            matter = self._about(f"{last} {words}", told)
        low = told.start + len(words) - len(words.lstrip())
        high = told.start + len(words.rstrip().rstrip(",;"))
        return Clause(
            page=page,
            version=version,
            passage_start=at[0],
            start=sum(at) + low,
            quote=sentence[low:high],
            told=told,
            replier=replier,
            matter=matter,
            weights=self._weights(matter),
            words=self._words(words, told),
        )

    def _words(self, words: str, told: Told) -> frozenset[str]:
        """Give the stems of a clause's words that may tell its matter."""
        said = words if told.cue.reply.id == DONE else words.replace(told.cue.words, " ")
        return (
            frozenset(stem(word) for word in _WORD.findall(said) if len(word) > _SHORT) - self._generic - self._figures
        )

    def _weights(self, matter: Matter) -> dict[str, float]:
        """Weigh what a matter is about, its actors left out unless they are places too."""
        held = weights(matter)
        return {
            feature.key: held[feature.key]
            for feature in matter.features
            if (feature.sort != ACTOR or feature.name in self._territories) and feature.name not in self._figures
        }

    def _about(self, words: str, told: Told) -> Matter:
        """Say what a clause is about; how it replies, and figures, are not what it is about."""
        said = words if told.cue.reply.id == DONE else words.replace(told.cue.words, " ")
        matter = self._matters.of_words(said)
        return replace(matter, features=tuple(item for item in matter.features if not item.name.isdigit()))

    def proposals(self) -> Iterator[Proposed]:
        """Give the best founded proposal for each ask and document."""
        best: dict[tuple[Digest, Digest], Proposed] = {}
        families = Families(self._catalogue)
        fits = Fits(self.asks, partial(self._may_answer, families=families))
        by_feature = _by_feature(self.asks)
        allusions = self.allusions
        for clause in self.clauses:
            for asked, says in self._papers(clause, allusions, fits):
                _offer(best, clause, asked, _PAPER, partial(self._to_paper, clause, asked, says, families))
            repliers = {party.id for party in clause.replier.parties}
            for name in sorted(repliers):
                for asked, shares in fits.of(clause, name):
                    if asked.shelved.document != clause.document:
                        self._judge(best, clause, asked, shares, allusions, families)
            if clause.told.cue.reply.id == DONE and repliers and clause.matter.named(PLACE):
                for asked in _sharing(clause, by_feature):
                    if fits.names[asked.finding].isdisjoint(repliers):
                        self._by_another(best, clause, asked)
        yield from best.values()

    def _may_answer(self, asked: Asked, *, families: Families) -> frozenset[str]:
        return frozenset(name for party in asked.ask.addressees for name in self._answering(party, asked, families))

    def _answering(self, party: Party, asked: Asked, families: Families) -> frozenset[str]:
        """Give the ids of those whose words answer for an addressee: for whom it stood when it was asked."""
        place = party.id, asked.shelved.document
        if place not in self._answer:
            stood = self._roles.ids(party, asked.shelved)
            self._answer[place] = frozenset().union(*(families.answering(name) for name in stood))
        return self._answer[place]

    @staticmethod
    def _papers(clause: Clause, allusions: Allusions, fits: Fits) -> Iterator[tuple[Asked, str]]:
        """Give what a clause answers that says little more than that it answers a paper."""
        telling = [feature for feature in clause.matter.features if feature.sort not in {ACTOR, PLACE}]
        if len(telling) > _THIN or clause.told.cue.reply.id not in _OF_PAPERS or not clause.replier.own:
            return
        pointed = allusions.pointed(clause.document, clause.start, clause.start + len(clause.quote))
        for party in clause.replier.parties if pointed else ():
            for asked in fits.asks(party.id):
                if asked.shelved.document in pointed:
                    yield asked, pointed[asked.shelved.document]

    def _to_paper(self, clause: Clause, asked: Asked, says: str, families: Families) -> Proposed | None:
        sure = later(asked.shelved, clause.page.shelved)
        if sure is None:
            return None
        reasons = (*self._who(clause, asked, families), says)
        return self._proposed(clause, asked, clause.told.cue.reply.id, reasons, _PAPER, sure)

    def _judge(
        self,
        best: dict[tuple[Digest, Digest], Proposed],
        clause: Clause,
        asked: Asked,
        fit: Fit,
        allusions: Allusions,
        families: Families,
    ) -> None:
        sure = later(asked.shelved, clause.page.shelved)
        if sure is None:
            return
        named = allusions.of(clause.document, clause.start, clause.start + len(clause.quote), asked.shelved.document)
        if not named and _ITSELF.search(asked.ask.quote):
            return
        if named and not any(_tells(key, self._generic) for key in fit.shared):
            return
        if not named and (fit.share < _SURE or not _enough(fit.shared, self._generic)):
            return
        if not clause.replier.own and clause.told.cue.reply.id in _NEGATIVE and _tells_of_itself(clause, asked):
            return
        if allusions.earlier(clause.times_key, asked.shelved.published) and not named:
            return
        score = min(1.0, fit.share + (0.2 if named else 0.0) + (0.05 if clause.replier.own else 0.0))

        def made() -> Proposed:
            reasons = (*self._who(clause, asked, families), fit.says, *named)
            return self._proposed(clause, asked, clause.told.cue.reply.id, reasons, score, sure)

        _offer(best, clause, asked, score, made)

    def _by_another(self, best: dict[tuple[Digest, Digest], Proposed], clause: Clause, asked: Asked) -> None:
        sure = later(asked.shelved, clause.page.shelved)
        if sure is None or asked.shelved.document == clause.document:
            return
        mine = {party.id for party in clause.replier.parties}
        askers = {party.id for party in (*asked.ask.askers, *asked.shelved.card.issuers)}
        met = fit(clause, asked)
        deed = {feature.key for feature in self._matters.of_words(clause.told.cue.words).features}
        first = {feature.key for feature in asked.matter.features if feature.place <= _HEAD}
        placed = any(key.startswith((f"{PLACE}:", f"{ACTOR}:")) for key in met.shared)
        if mine & askers or met.share < _ANOTHER or not placed or deed.isdisjoint(first & met.shared.keys()):
            return
        who = ", ".join(party.name for party in clause.replier.parties)
        reasons = (f"{who} is not who was asked", met.says)
        score = met.share - 0.2
        _offer(best, clause, asked, score, lambda: self._proposed(clause, asked, BY_ANOTHER, reasons, score, sure))

    def _who(self, clause: Clause, asked: Asked, families: Families) -> Iterator[str]:
        for party in clause.replier.parties:
            for addressee in asked.ask.addressees:
                if party.id in self._answering(addressee, asked, families):
                    asked_as = f"{addressee.name}{self._roles.says(addressee, asked.shelved)}"
                    how = "" if party.id == addressee.id else f", asked as {asked_as}"
                    speaks = "speaks itself" if clause.replier.own else f"is spoken of by {clause.page.shelved.issuers}"
                    yield f"{party.name}{self._roles.says(party, clause.page.shelved)} {speaks}{how}"
                    return

    def _proposed(
        self, clause: Clause, asked: Asked, reply: str, reasons: Iterable[str], score: float, sure: Certainty
    ) -> Proposed:
        falls = self._falls_short(clause, asked) if reply in _GRANTING else None
        if falls is not None:
            reply, reasons = _FALLEN[falls.grants], (*reasons, falls.reason)
        row = self._catalogue.replies[reply]
        said = f"it says “{' '.join(clause.told.cue.words.split())}”: {row.name}"
        answer = Answer(
            ask=asked.finding,
            words=clause.anchor,
            response=row.response,
            answerer=next(iter(clause.replier.parties), None),
            status=row.status,
        )
        return Proposed(
            answer=answer,
            reply=reply,
            reasons=(*reasons, said),
            score=round(score, 4),
            certainty=sure,
            told_by=() if clause.replier.own else clause.page.shelved.card.issuers,
        )

    def _falls_short(self, clause: Clause, asked: Asked) -> Falling | None:
        """Say how words that accept, or tell what was done, fall short of what was asked."""
        ask, words = asked.ask, clause.anchor
        return falling_short(
            ask.quote,
            self.allusions.days(asked.shelved.document, ask.start, ask.end),
            words.quote,
            self.allusions.days(words.document, words.start, words.end),
            promised=clause.told.cue.reply.id != DONE,
        )


def _reviews(page: Page, replier: Replier) -> bool:
    """Say whether who speaks reviews another: in a review of Lumara, what Ardesh welcomes is what Lumara did."""
    card = page.shelved.card
    reviewed = {party.id for party in card.addressees} if card.genre == "review-report" else set()
    return bool(reviewed) and not replier.own and reviewed.isdisjoint(party.id for party in replier.parties)


def _within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Say whether a place stands in one of some spans that lie apart, given in order."""
    before = bisect_right(spans, (at, sys.maxsize))
    return before > 0 and at < spans[before - 1][1]


def _offer(
    best: dict[tuple[Digest, Digest], Proposed],
    clause: Clause,
    asked: Asked,
    score: float,
    made: Callable[[], Proposed | None],
) -> None:
    """Make a proposal where none so well founded stands yet; most are not, and need not be put in words."""
    place = (asked.finding, clause.document)
    held = best.get(place)
    if held is None or round(score, 4) > held.score:
        item = made()
        if item is not None:
            best[place] = item


def _by_feature(asks: Iterable[Asked]) -> Mapping[str, list[Asked]]:
    """Give the asks that name a place by what they are about."""
    found: dict[str, list[Asked]] = defaultdict(list)
    for asked in asks:
        if asked.matter.named(PLACE):
            for feature in asked.matter.features:
                found[feature.key].append(asked)
    return found


def _sharing(clause: Clause, by_feature: Mapping[str, list[Asked]]) -> list[Asked]:
    """Give the asks that share two features with a clause, those in few asks first."""
    met: dict[Digest, int] = defaultdict(int)
    held: dict[Digest, Asked] = {}
    for feature in clause.matter.features:
        rows = by_feature.get(feature.key, [])
        if len(rows) <= 400:
            for asked in rows:
                met[asked.finding] += 1
                held[asked.finding] = asked
    return [asked for name, asked in held.items() if met[name] > 1]


def _enough(shared: Mapping[str, float], generic: Collection[str]) -> bool:
    """Say whether two things are shared, one of them a thing that tells matters apart and is no place."""
    return len(shared) > 1 and any(_tells(key, generic) for key in shared)


def _tells(key: str, generic: Collection[str]) -> bool:
    sort, _, name = key.partition(":")
    return sort not in {PLACE, ACTOR} and name not in generic


def _tells_of_itself(clause: Clause, asked: Asked) -> bool:
    """Say whether who asked tells, in its own paper, that the addressee refused: a claim, and no answer."""
    askers = {party.id for party in (*asked.ask.askers, *asked.shelved.card.issuers)}
    return bool(askers & {party.id for party in clause.page.issuers})
