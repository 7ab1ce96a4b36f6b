# SPDX-License-Identifier: Apache-2.0
"""Replies: later words in which an addressee, or an organ of its, accepts, does, refuses or notes what it was asked.

1. A clause replies where it holds a cue of `replies.toml`, or tells that a doing of `deeds.toml` came about.
2. Who replies is its subject, else the issuer; a clause that tells what came about may be of nobody who is named.
3. A clause that says little, or points back, is read together with the sentence before it.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from nupunkt import sent_spans

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.linking.allusions import Allusions
from tocsin.linking.asked_matters import asked_matters
from tocsin.linking.deeds import deeds_by
from tocsin.linking.exchanges import About, Asked, Clause, Passages
from tocsin.linking.fits import about
from tocsin.linking.governments import Governments, followed, full
from tocsin.linking.grounds import names
from tocsin.linking.likeness import weights
from tocsin.linking.matters import ACTOR, PLACE, Matter, matters_by
from tocsin.linking.repliers import Page, Replier, Repliers, begins
from tocsin.linking.reply_cues import DONE, GRANTING, MORE_ASKED, Cues, Told
from tocsin.linking.stems import stem
from tocsin.records.findings import Ask, Card, Party
from tocsin.records.ids import Digest

_READ = frozenset({"body", "list-item", "quotation"})
"""Roles of passages in which replies are looked for."""
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 3
_BEFORE = 3
"""Passages up to an ask in which its addressee is named: the stem of a list stands before its items."""
_THIN = 2
"""Features below which a clause is read together with the sentence before it."""
_RESTING = frozenset({"resolution", "review-report", "agreement", "court-order"})
_REPORT = re.compile(
    r"\W*(?:[\w-]+\s+){0,2}?(?:report|statement|reply|replies|update|brief|comments|information)\b", re.IGNORECASE
)
_RESTS = re.compile(
    r"\W*(?:recall|not|welcom|consider|stress|reaffirm|commend|emphasi[sz]|acknowledg|recogni[sz]|underlin|underscor"
    r"|expressing\s+(?:its\s+)?(?:satisf|appreci|apprec)|having\s+(?:consider|examin|not|heard|receiv))"
    r"(?:ing|es|ed|s)\s+(?:with\s+\w+\s+|also\s+|further\s+|that\s+)?",
    re.IGNORECASE,
)
"""Begins what such a paper rests on, and does not do."""
_VERB = re.compile(r"\s*(?:will|shall|has|have|had|is|are|was|were|does|do|did|may|can|cannot|would)\b", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\b(?:articles?|art|sections?|laws?|protocol|decree|order|no|chapter|code|bill|act|resolution|route|road|highway|unit|ward)"
    r"\.?\s+(?:no\.?\s+)?(\d+)",
    re.IGNORECASE,
)
"""Numbers that are names, and no figures: "article 301"."""
_BACK = re.compile(
    r"^\W*(?:they|it|these|those|this|both|all|some|most|none|[a-z-]+)\s+(?:of\s+(?:them|these|those|it)\b|others?\b)"
    r"|^\W*(?:they|it|these|this|both|he|she|the\s+(?:latter|former|others?|rest|remaining))\b|\b(?:on|for|of|to|with)\s+(?:them|it)\b",
    re.IGNORECASE,
)
"""Points back to what the sentence before was about."""


class Replies:
    """The asks and the replying clauses of a ledger at clocks; what is proposed is computed from both."""

    def __init__(self, ledger: Ledger, catalogue: Catalogue, query: Query) -> None:
        self._ledger = ledger
        self._catalogue = catalogue
        self._query = Query(published_by=query.published_by, recorded_by=query.recorded_by)
        self._matters = matters_by(catalogue)
        self._deeds = deeds_by(catalogue)
        self.generic = frozenset(catalogue.list("reply.generic")) | frozenset(
            map(stem, catalogue.list("reply.generic"))
        )
        self._governments = Governments(catalogue)
        self._salutations = frozenset(catalogue.list("reply.salutations"))
        self._sides = frozenset(catalogue.list("reply.sides"))
        self._stateless = frozenset(catalogue.list("reply.stateless"))
        self._names: dict[Digest, frozenset[str]] = {}
        self._named_in: dict[Digest, Mapping[str, str]] = {}
        self._asked_of: dict[Digest, tuple[Party, ...]] = {}
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
                matter, deeds = matters.of(row).whole, self._deeds.asked(ask.quote)
                same = (matter.features, *deeds.items())
                if same not in alike:
                    alike[same] = about(matter, self._weights(matter), deeds)
                found.append(Asked(row=row, ask=ask, matter=matter, about=alike[same]))
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

    def addressees(self, asked: Asked) -> tuple[Party, ...]:
        """Give whom an ask is to, with the State or body that its text names after them, and those a letter is to."""
        if asked.finding not in self._asked_of:
            card, found = asked.shelved.card, [*asked.ask.addressees]
            lead = self.lead(asked)
            for party in asked.ask.addressees:
                if folded(party.name) in self._salutations:
                    found += [one for one in card.addressees if folded(one.name) not in self._salutations]
                if folded(party.name) in self._sides:
                    found += self._in_paper(asked)
                known = self.repliers.is_known(party.id)
                name = followed(party.name, lead) or (None if known else self._governments.bare(party.name))
                if name is not None:
                    held = self._by_document.get(asked.shelved.document)
                    name = full(name, held.opening if held else "")
                    whose = self._ids_in(asked).get(name, self.repliers.id_of(name))
                    if not (known and self.repliers.is_known(whose)):  # the catalogue tells whose a known office is
                        found.append(Party(id=whose, name=name))
            self._asked_of[asked.finding] = tuple(dict.fromkeys(found))
        return self._asked_of[asked.finding]

    def passages_of(self, document: Digest) -> Passages | None:
        """Give the passages of one document."""
        return self._by_document.get(document)

    @cached_property
    def _by_paper(self) -> Mapping[Digest, list[Asked]]:
        found: dict[Digest, list[Asked]] = defaultdict(list)
        for asked in self.asks:
            found[asked.shelved.document].append(asked)
        return found

    def asks_of(self, document: Digest) -> Sequence[Asked]:
        """Give the asks of one document, in order."""
        return self._by_paper.get(document, ())

    def names(self, document: Digest) -> frozenset[str]:
        """Give the names within a document."""
        if document not in self._names:
            item = self._by_document.get(document)
            held = item.held if item else ()
            quotes = [f"in {quote}" if role == "dateline" else quote for _, role, quote in held]
            self._names[document] = frozenset().union(*map(names, quotes))
        return self._names[document]

    def open_to(self, asked: Asked) -> bool:
        """Say whether an ask is to a State that its text need not name: "your Government", "the President"."""
        named = [folded(party.name) for party in asked.ask.addressees]
        if not named:  # in a letter, its reader's
            held = self._by_document.get(asked.shelved.document)
            return held is not None and any(role == "salutation" for _, role, _ in held.held)
        open_ones = self._salutations | self._stateless
        return all(name in open_ones or name.startswith("your ") for name in named)

    def _in_paper(self, asked: Asked) -> list[Party]:
        """Give whom the paper of an ask asks or names at its head."""
        document = asked.shelved.document
        held = self._by_document.get(document)
        parties = [one for item in self.asks if item.shelved.document == document for one in item.ask.addressees]
        opening = held.opening if held else ""
        hits = self.repliers.names(opening)
        parties += [Party(id=hit.tag, name=opening[hit.start : hit.end]) for hit in hits]
        mine = {party.id for party in asked.shelved.card.issuers}
        return [party for party in parties if party.id not in mine]

    def _ids_in(self, asked: Asked) -> Mapping[str, str]:
        """Give the ids of the parties that an ask's paper names, by their names there."""
        document = asked.shelved.document
        if document not in self._named_in:
            held = [item.ask for item in self.asks if item.shelved.document == document]
            self._named_in[document] = {party.name: party.id for ask in held for party in ask.addressees}
        return self._named_in[document]

    def lead(self, asked: Asked) -> str:
        """Give the words before an ask in its paper."""
        item = self._by_document.get(asked.shelved.document)
        if item is None:
            return ""
        starts = [start for start, _, _ in item.held]
        last = bisect_right(starts, asked.ask.start)
        words = [
            quote[: max(0, asked.ask.start - start)] for start, _, quote in item.held[max(0, last - _BEFORE) : last]
        ]
        return "\n".join(words)

    @cached_property
    def _by_document(self) -> dict[Digest, Passages]:
        return {item.shelved.document: item for item in self.passages}

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
        cues = Cues(self._catalogue), Cues(self._catalogue, self._deeds.pasts(asked.ask.quote for asked in self.asks))
        found: list[Clause] = []
        for item in self.passages:
            published = item.shelved.published
            if published is not None and published.latest > first:
                looked_for = cues[0] if rests(item.shelved.card) else cues[1]
                found += self._replying(item, looked_for, spans[item.shelved.document])
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
            spans = [*sent_spans(quote)]
            for number, (low, high) in enumerate(spans):
                sentence = quote[low:high]
                for told in cues.clauses(sentence) if any(low <= place < high for place in telling) else ():
                    if told.cue.reply.id != MORE_ASKED and _within(asked, start + low + told.cue.start):
                        continue
                    after = spans[number + 1] if number + 1 < len(spans) else (high, high)
                    clause = self._clause(page, item.version, (start, low), sentence, told, before, last)
                    if clause is not None and clause.deeds:
                        clause = replace(clause, still=self._deeds.still(quote[low : after[1]]))
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
        told = replace(told, start=max(told.start, begins(sentence, told.cue.start)))
        words = sentence[told.start : told.end]
        deeds = self._deeds.told(words)
        grants = told.cue.finite and told.cue.reply.id in GRANTING
        replier = self.repliers.replier(page, sentence, told, before, deed=bool(deeds) or grants)
        if not (replier.parties or (deeds and told.cue.reply.id == DONE)) or _reviews(page, replier):
            return None
        if rests(page.shelved.card) and (lead := _RESTS.match(sentence)) and told.cue.start >= lead.end():
            return None
        if told.start and _VERB.match(words):  # its subject stands before "and"
            words = sentence[begins(sentence, told.cue.start) : told.end]
        matter = self._about(words, told)
        if _BACK.search(words) or sum(feature.sort not in {ACTOR, PLACE} for feature in matter.features) < _THIN:
            matter = self._about(f"{last} {words}", told)
        shown = sentence[told.start : told.end]
        low = told.start + len(shown) - len(shown.lstrip())
        high = told.start + len(shown.rstrip().rstrip(",;"))
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
            deeds=deeds,
        )

    def _words(self, words: str, told: Told) -> frozenset[str]:
        """Give the stems of a clause's words that may tell its matter."""
        said = words if told.cue.does or told.cue.reply.id == DONE else words.replace(told.cue.words, " ")
        return (
            frozenset(stem(word) for word in _WORD.findall(said) if len(word) > _SHORT) - self.generic - self._figures
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
        said = words if told.cue.does or told.cue.reply.id == DONE else words.replace(told.cue.words, " ")
        matter = self._matters.of_words(said)
        kept = {match[1] for match in _NUMBERED.finditer(said)}
        return replace(
            matter, features=tuple(item for item in matter.features if not item.name.isdigit() or item.name in kept)
        )


def _reviews(page: Page, replier: Replier) -> bool:
    """Say whether who speaks reviews another: in a review of Lumara, what Ardesh welcomes is what Lumara did."""
    card = page.shelved.card
    reviewed = {party.id for party in card.addressees} if card.genre == "review-report" else set()
    return bool(reviewed) and not replier.own and reviewed.isdisjoint(party.id for party in replier.parties)


def rests(card: Card) -> bool:
    """Say whether a paper tells of what others did only to say what it rests on: a resolution, a review."""
    if card.genre == "review-report":
        return True
    return card.genre in _RESTING and _REPORT.match(card.title or "") is None


def _within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Say whether a place stands in one of some spans that lie apart, given in order."""
    before = bisect_right(spans, (at, sys.maxsize))
    return before > 0 and at < spans[before - 1][1]
