# SPDX-License-Identifier: Apache-2.0
"""Matches: which replying clause answers which ask, how well founded, with the reasons that a reader can check.

1. A clause answers an ask of an earlier document where the replier is the addressee, belongs to it or speaks for it,
   and both are about the same matter (`matters.py`); a clause that names the asking paper needs to share less.
2. What somebody else did, of just what was asked, is proposed as done by another: where the same place is named and
   the doing itself is what was asked.
3. What anybody tells to have come about, of just the doing that was asked (`deeds.py`), is proposed as that voice's.
4. One document gives one proposal an ask: the best founded.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.ledger.queries import Certainty
from tocsin.linking import grounds
from tocsin.linking.answers import Answer
from tocsin.linking.deeds import SAME, deeds_by
from tocsin.linking.exchanges import Asked, Clause, later
from tocsin.linking.families import Families
from tocsin.linking.fits import Fit, Fits, fit
from tocsin.linking.likeness import proper
from tocsin.linking.limits import Falling, Grants, falling_short
from tocsin.linking.matters import ACTOR, PLACE, matters_by
from tocsin.linking.proposed import Proposed
from tocsin.linking.replies import Replies, rests
from tocsin.linking.reply_cues import BY_ANOTHER, DONE, PARTLY
from tocsin.linking.roles import Roles
from tocsin.records.findings import Party
from tocsin.records.ids import Digest

_NEGATIVE = frozenset({"refused", "contested", "token", "more-asked"})
_SURE = 0.35
"""How much of the lesser of two matters must be shared."""
_ANOTHER = 0.55
"""How much where another than the addressee did it."""
_CAME = 0.5
"""How much where it is told that what was asked came about, whoever did it, of one thing that both name."""
_FAINT = 0.3
"""How much where both name two things."""
_MOSTLY = 0.8
"""How much of what was asked is shared where one thing that both name is enough."""
_HEAVY = 5.0
"""What one thing weighs that few asks name."""
_ALONE = 0.35
"""How well founded it is where the doing says most of what is asked, and nothing else is shared."""
_GRANTING = frozenset({"accepted", DONE})
"""Kinds of replies that grant what was asked, unless their words fall short of it."""
_FALLEN: Mapping[Grants, str] = {"part": "partly", "else": "countered"}
_ITSELF = re.compile(
    r"\b(?:the\s+present|this|the\s+above)\s+(?:resolution|decision|order|declaration|report)\b", re.IGNORECASE
)
"""An ask about the asking paper itself, which says little else: only who names that paper answers it."""
_HEAD = 2
"""Words before the doing that an ask is for: "the immediate reopening of"."""
_NONE = re.compile(r"\b(?:no(?!\s+longer\b)|not|never|none|nobody|without)\b|n['’]t\b", re.IGNORECASE)
"""Where it stands, what a clause tells may be what did not come about."""
_OF_GUESTS = frozenset({"give-access", "open", "visit"})
"""Doings that show in what those do for whom they are asked: "visited the prison"."""
_OF_PAPERS = frozenset({"token", "refused", "accepted"})
_PAPER = 0.3
"""How well founded an answer to a whole paper is: any that names its matter comes first."""
_REVIEWED = frozenset({"state", "territory", "ministry", "office", "parliament"})
"""Kinds of actors that are reviewed, and reply in their own papers."""
_MOST = 400
"""Asks about one thing above which it tells too little to look for asks by it."""
_THIN = 2
"""Features that tell, up to which a clause says little more than that it answers."""


class Matches:
    """What the clauses and asks of a ledger make of each other."""

    def __init__(self, replies: Replies, catalogue: Catalogue) -> None:
        self._replies = replies
        self._catalogue = catalogue
        self._generic = replies.generic
        self._matters = matters_by(catalogue)
        self._roles = Roles(catalogue)
        self._families = Families(catalogue)
        self._deeds = deeds_by(catalogue)
        self._answer: dict[tuple[str, Digest], frozenset[str]] = {}
        self._named: dict[Digest, dict[tuple[str, str], Party]] = {}
        self._best: dict[tuple[Digest, Digest], Proposed] = {}

    def proposals(self) -> Iterator[Proposed]:
        """Give the best founded proposal for each ask and document."""
        fits = Fits(self._replies.asks, self.may_answer)
        placed = _by_feature(self._replies.asks)
        for clause in self._replies.clauses:
            for asked, says in self._papers(clause, fits):
                self._offer(clause, asked, _PAPER, partial(self._to_paper, clause, asked, says))
            repliers = {party.id for party in clause.replier.parties}
            for name in sorted(repliers) if not self._reviews(clause) else ():
                for asked, shares in fits.of(clause, name):
                    if asked.shelved.document != clause.document:
                        self._judge(clause, asked, shares)
            for deed in clause.deeds & self._deeds.whole:
                self._by_deed_alone(clause, fits, self._of_deed.get(deed, ()))
            if clause.told.cue.reply.id in {DONE, PARTLY}:
                for asked in {**_sharing(clause, placed), **self._telling(clause)}.values():
                    if fits.names[asked.finding].isdisjoint(repliers) and asked.shelved.document != clause.document:
                        self._by_another(clause, asked)
        yield from self._best.values()

    def _reviews(self, clause: Clause) -> bool:
        """Say whether the body that reviews a State speaks: it tells of the State, and answers nothing itself."""
        if clause.page.shelved.card.genre != "review-report" or not clause.replier.own:
            return False
        kinds = {
            self._catalogue.actors[one.id].kind for one in clause.replier.parties if one.id in self._catalogue.actors
        }
        return bool(kinds) and kinds.isdisjoint(_REVIEWED)

    def _offer(self, clause: Clause, asked: Asked, score: float, made: Callable[[], Proposed | None]) -> None:
        """Make a proposal where none so well founded stands yet; most are not, and need not be put in words."""
        place = (asked.finding, clause.document)
        held = self._best.get(place)
        if held is None or round(score, 4) > held.score:
            item = made()
            if item is not None:
                self._best[place] = item

    def _meant(self, party: Party, asked: Asked) -> Party:
        """Give the party that a short name stands for in its paper: "the Front" for "Free Coast Front"."""
        short = folded(party.name)
        if party.id in self._catalogue.actors or " " in short:
            return party
        if asked.shelved.document not in self._named:
            self._named[asked.shelved.document] = {
                (held.id, held.name): held
                for item in self._replies.asks
                if item.shelved.document == asked.shelved.document
                for held in (*item.ask.addressees, *item.ask.askers, *item.shelved.card.addressees)
            }
        full = [
            held for held in self._named[asked.shelved.document].values() if folded(held.name).endswith(f" {short}")
        ]
        return full[0] if len({held.id for held in full}) == 1 else party

    def may_answer(self, asked: Asked) -> frozenset[str]:
        """Give the ids of those whose words may answer an ask."""
        return frozenset(name for party in self._replies.addressees(asked) for name in self._answering(party, asked))

    def _answering(self, party: Party, asked: Asked) -> frozenset[str]:
        """Give the ids of those whose words answer for an addressee: for whom it stood when it was asked."""
        place = party.id, asked.shelved.document
        if place not in self._answer:
            stood = self._roles.ids(self._meant(party, asked), asked.shelved)
            self._answer[place] = frozenset().union(*(self._families.answering(name) for name in stood))
        return self._answer[place]

    def _papers(self, clause: Clause, fits: Fits) -> Iterator[tuple[Asked, str]]:
        """Give what a clause answers that says little more than that it answers a paper."""
        telling = [feature for feature in clause.matter.features if feature.sort not in {ACTOR, PLACE}]
        if len(telling) > _THIN or clause.told.cue.reply.id not in _OF_PAPERS or not clause.replier.own:
            return
        pointed = self._replies.allusions.pointed(*clause.times_key)
        for party in clause.replier.parties if pointed else ():
            for asked in fits.asks(party.id):
                if asked.shelved.document in pointed:
                    yield asked, pointed[asked.shelved.document]

    def _to_paper(self, clause: Clause, asked: Asked, says: str) -> Proposed | None:
        sure = later(asked.shelved, clause.page.shelved)
        if sure is None:
            return None
        reasons = (*self._who(clause, asked), says)
        return self._proposed(clause, asked, clause.told.cue.reply.id, reasons, _PAPER, sure)

    def _judge(self, clause: Clause, asked: Asked, fit: Fit) -> None:
        sure = later(asked.shelved, clause.page.shelved)
        if sure is None:
            return
        named = self._replies.allusions.of(*clause.times_key, asked.shelved.document)
        reply = grounds.reply(clause, asked)
        if not (self._about(asked, fit) if named else self._alike(clause, asked, fit)):
            return
        if reply in _GRANTING and grounds.other_deed(clause, asked, fit):
            return
        if self._elsewhere(clause, asked):
            return
        if not clause.replier.own and reply in _NEGATIVE and grounds.tells_of_itself(clause, asked):
            return
        score = min(1.0, fit.share + (0.2 if named else 0.0) + (0.05 if clause.replier.own else 0.0))

        def made() -> Proposed:
            reasons = (*self._who(clause, asked), fit.says, *self._same_deed(clause, asked), *named)
            return self._proposed(clause, asked, reply, reasons, score, sure)

        self._offer(clause, asked, score, made)

    def _alike(self, clause: Clause, asked: Asked, fit: Fit) -> bool:
        """Say whether a clause that points to no paper is about what is asked."""
        heavy = any(told >= _HEAVY and grounds.tells(key, self._generic) for key, told in fit.shared.items())
        most = heavy and sum(fit.shared.values()) >= _MOSTLY * asked.about.total
        if fit.share < _SURE or not (most or grounds.enough(fit.shared, asked, self._generic)):
            return False
        return _ITSELF.search(asked.ask.quote) is None and not self._before(clause, asked)

    def _about(self, asked: Asked, fit: Fit) -> bool:
        """Say whether what is shared tells of what is asked: the doing, or a word that is no name."""
        names = {item.key for item in asked.matter.features if proper(item)}
        return SAME in fit.shared or any(grounds.tells(key, self._generic) and key not in names for key in fit.shared)

    @cached_property
    def _of_deed(self) -> Mapping[str, list[Asked]]:
        """The asks for doings that say most of what is asked."""
        found: dict[str, list[Asked]] = defaultdict(list)
        for asked in self._replies.asks:
            for deed in asked.deeds & self._deeds.whole:
                found[deed].append(asked)
        return found

    def _by_deed_alone(self, clause: Clause, fits: Fits, asks: Iterable[Asked]) -> None:
        """Propose what tells of a doing that says most of what was asked, by who was asked or naming them."""
        told = clause.told.cue.reply.id == DONE and not rests(clause.page.shelved.card)
        said = {hit.tag for hit in self._replies.repliers.names(clause.quote)} if told else set()
        repliers = {party.id for party in clause.replier.parties}
        for asked in asks:
            sure = later(asked.shelved, clause.page.shelved)
            who = fits.names[asked.finding]
            if sure is None or asked.shelved.document == clause.document or self._before(clause, asked):
                continue
            met = fit(clause, asked)
            if who & repliers:
                reasons = (*self._who(clause, asked), *self._same_deed(clause, asked))
                reply = clause.told.cue.reply.id
                self._offer(clause, asked, _ALONE, partial(self._proposed, clause, asked, reply, reasons, _ALONE, sure))
            elif who & said and _NONE.search(clause.quote) is None:
                self._offer(clause, asked, _ALONE, partial(self._told, clause, asked, met, sure))

    @cached_property
    def _by_deed(self) -> Mapping[tuple[str, str], list[Asked]]:
        """The asks by the doing that they ask for and what it is done to."""
        found: dict[tuple[str, str], list[Asked]] = defaultdict(list)
        for asked in self._replies.asks:
            for deed in asked.deeds:
                for key in asked.about.weights:
                    found[deed, key].append(asked)
        return found

    def _telling(self, clause: Clause) -> Mapping[Digest, Asked]:
        """Give the asks for a doing that a clause tells of, where both share a thing that few ask it for."""
        if not clause.deeds or rests(clause.page.shelved.card):
            return {}
        keys = [key for key in clause.weights if grounds.tells(key, self._generic)]
        rows = (self._by_deed.get((deed, key), ()) for deed in clause.deeds for key in keys)
        return {asked.finding: asked for held in rows if len(held) <= _MOST for asked in held}

    def _before(self, clause: Clause, asked: Asked) -> bool:
        """Say whether all days that a clause names lie before the ask."""
        return self._replies.allusions.earlier(clause.times_key, asked.shelved.published, clause.quote)

    def _elsewhere(self, clause: Clause, asked: Asked) -> bool:
        """Say whether a clause is of the like of what was asked, for somebody or at a place not asked about."""
        known = self._replies.names(asked.shelved.document)
        return grounds.given_to_another(clause.quote, known) or grounds.of_another(clause.quote, asked.ask.quote, known)

    def _by_another(self, clause: Clause, asked: Asked) -> None:
        """Propose what another did of what was asked, or what anybody tells to have come about of it."""
        sure = later(asked.shelved, clause.page.shelved)
        if sure is None or self._elsewhere(clause, asked):
            return
        met = fit(clause, asked)
        came = self._came(clause, asked, met)
        if came:
            self._offer(clause, asked, met.share - 0.1, partial(self._told, clause, asked, met, sure))
            return
        mine = {party.id for party in clause.replier.parties}
        deed = {feature.key for feature in self._matters.of_words(clause.told.cue.words).features}
        first = {feature.key for feature in asked.matter.features if feature.place <= _HEAD}
        placed = any(key.startswith((f"{PLACE}:", f"{ACTOR}:")) for key in met.shared)
        if not mine or mine & grounds.askers(asked) or met.share < _ANOTHER or not placed:
            return
        if deed.isdisjoint(first & met.shared.keys()):
            return
        reasons = (self._not_asked(clause), met.says)
        score = met.share - 0.2
        self._offer(clause, asked, score, lambda: self._proposed(clause, asked, BY_ANOTHER, reasons, score, sure))

    def _came(self, clause: Clause, asked: Asked, met: Fit) -> bool:
        """Say whether a clause tells that just what was asked came about: the same doing, to the same thing."""
        named = bool(clause.replier.parties) and clause.replier.named
        if not (clause.told.cue.finite or named) or clause.deeds.isdisjoint(asked.deeds):
            return False
        if met.share < _FAINT or self._before(clause, asked) or _NONE.search(clause.quote):
            return False
        things = [key for key in met.shared if key != SAME]
        if met.share >= _CAME and things and self._names(clause, asked):
            return True
        if not any(grounds.tells(key, self._generic) and grounds.done_to(key, asked) for key in things):
            return False
        return met.share >= _CAME or len(things) > 1

    def _names(self, clause: Clause, asked: Asked) -> bool:
        """Say whether a clause names who was asked."""
        said = {hit.tag for hit in self._replies.repliers.names(clause.quote)}
        return not self.may_answer(asked).isdisjoint(said)

    def _told(self, clause: Clause, asked: Asked, met: Fit, sure: Certainty) -> Proposed:
        named = bool(clause.replier.parties) and clause.replier.named
        guest = clause.deeds & asked.deeds & _OF_GUESTS
        known = asked.matter.named(ACTOR) if guest else frozenset[str]()
        another = named and known.isdisjoint(party.id for party in clause.replier.parties)
        who = (self._not_asked(clause),) if another else ("it tells what came about, and not who did it",)
        reasons = (
            *who,
            *((met.says,) if len(met.shared) > (SAME in met.shared) else ()),
            *self._same_deed(clause, asked),
        )
        how = BY_ANOTHER if another else clause.told.cue.reply.id
        made = self._proposed(clause, asked, how, reasons, met.share - 0.1, sure)
        card = clause.page.shelved.card
        told_by = card.issuers or card.carriers
        return made if another else replace(made, answer=replace(made.answer, answerer=None), told_by=told_by)

    @staticmethod
    def _not_asked(clause: Clause) -> str:
        return f"{', '.join(party.name for party in clause.replier.parties)} is not who was asked"

    def _same_deed(self, clause: Clause, asked: Asked) -> Iterator[str]:
        """Give a reason for each doing that both are about."""
        for name in sorted(clause.deeds & asked.deeds):
            yield f"both speak of one doing ({self._catalogue.deeds[name].name})"

    def _who(self, clause: Clause, asked: Asked) -> Iterator[str]:
        for party in clause.replier.parties:
            for addressee in self._replies.addressees(asked):
                if party.id in self._answering(addressee, asked):
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
        found = falling_short(
            ask.quote,
            self._replies.allusions.days(asked.shelved.document, ask.start, ask.end),
            words.quote,
            self._replies.allusions.days(words.document, words.start, words.end),
            promised=clause.told.cue.reply.id != DONE,
        )
        if found is None and clause.still & asked.deeds:
            return Falling(grants="part", reason="what stands beside it says that not all of it is done")
        return found


def _by_feature(asks: Iterable[Asked]) -> Mapping[str, list[Asked]]:
    """Give the asks that name a place by what they are about."""
    found: dict[str, list[Asked]] = defaultdict(list)
    for asked in asks:
        if asked.matter.named(PLACE):
            for feature in asked.matter.features:
                found[feature.key].append(asked)
    return found


def _sharing(clause: Clause, by_feature: Mapping[str, list[Asked]]) -> Mapping[Digest, Asked]:
    """Give the asks that share two features with a clause that names a place, those in few asks first."""
    met: dict[Digest, int] = defaultdict(int)
    held: dict[Digest, Asked] = {}
    for feature in clause.matter.features if clause.matter.named(PLACE) else ():
        rows = by_feature.get(feature.key, [])
        if len(rows) <= _MOST:
            for asked in rows:
                met[asked.finding] += 1
                held[asked.finding] = asked
    return {name: asked for name, asked in held.items() if met[name] > 1}
