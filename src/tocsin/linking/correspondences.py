# SPDX-License-Identifier: Apache-2.0
"""Correspondences: papers in which who was asked speaks after it was asked, and what ties them to the asking paper.

1. A paper is tied where it points to the asking one, is to who asked, or comes soon after and names what that names;
   any other that shares names with it may tell what came about.
2. The stronger the tie, the less its sentences need to share with what was asked (`corresponding.py`).
3. A paper without a date is tied where it points to the other; what else it tells is possibly later.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.queries import Certainty
from tocsin.ledger.shelf import Shelved
from tocsin.linking.exchanges import Asked, Passages, later
from tocsin.linking.repliers import Page
from tocsin.linking.replies import Replies, rests
from tocsin.linking.speakers import GOVERNING, Named, Speakers
from tocsin.records.findings import Party
from tocsin.records.ids import Digest

_ANSWERS = re.compile(
    r"^\W*(?:follow-up|reply|response|answer|comments?|observations|note)\b", re.IGNORECASE | re.MULTILINE
)
"""Begins a line at the head of a paper that answers another, of whatever genre it was taken for."""
_INTERVIEW = re.compile(
    r"^\W*(?:an?\s+|the\s+)?(?:interview|conversation|q\s?&\s?a|questions?|speech|remarks|statement|address)\b",
    re.IGNORECASE,
)
"""Begins what a paper of somebody else brings in the speaker's own words."""
_SYMBOL = re.compile(r"\b[A-Z]{2,}(?:[ /.-][A-Z0-9]{1,6}){0,4}[ /.-]\d{1,5}(?:/\d{2,4})?\b")
"""What a paper is filed under: "AL XYZ 3/2025"."""
_SOON, _NEAR, _FAR = 14, 60, 200
"""Days after an ask within which a paper may be tied by that alone, by who asked, by names that both have."""
_MOST = 12
"""Papers before it to which one may be tied, the latest first."""
_OPEN = "?"
"""Stands for those who are asked without the name of their State."""
_ALL = frozenset({"parties", "states", "both-parties", "all-parties", "sides", "both-sides"})
"""Those who are asked all together, whom not everybody who writes is one of."""
_SIDES = frozenset({"state", "territory", "armed-group", "parliament", "office", "holder"})
"""Kinds of actors that may be one of the parties to a conflict, or speak for one."""

STRONG, MIDDLING, WEAK, FAINT, TOLD = 4, 3, 2, 1, 0
"""How well a paper is tied to an asking one; `FAINT`: only who speaks and the time tie it; `TOLD`: it is of others."""
_RULING = frozenset({"court-order", "resolution", "agreement"})
"""Genres of papers that tell of others only to say what they rest on, and in which who was asked decides."""
_COMMON = 40
"""Asking papers that name somebody, above which a name tells too little to look for them by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """A paper, the asks of an earlier one that its speaker may answer, how well both are tied, and why."""

    page: Page
    replying: Passages
    asks: tuple[Asked, ...]
    tie: int
    near: int
    """How well both papers are tied, whoever speaks."""
    reasons: tuple[str, ...]
    certainty: Certainty
    names: frozenset[str]
    """Names within the asking paper."""
    head: Named
    """Whose paper it is, by the words at its head."""
    shared: float
    """How many names both papers have, those that many papers have counted less."""


class Correspondences:
    """Ties the papers of a ledger; `answering` gives the ids of those who may answer an ask."""

    def __init__(self, replies: Replies, catalogue: Catalogue, answering: Callable[[Asked], frozenset[str]]) -> None:
        self._replies = replies
        self._catalogue = catalogue
        self._by_party: dict[str, dict[Digest, list[Asked]]] = defaultdict(lambda: defaultdict(list))
        for asked in replies.asks:
            for name in (*answering(asked), *((_OPEN,) if replies.open_to(asked) else ())):
                self._by_party[name][asked.shelved.document].append(asked)
        self._full: dict[Digest, frozenset[str]] = {}
        self._by_name: dict[str, list[Digest]] = defaultdict(list)
        for document in dict.fromkeys(asked.shelved.document for asked in replies.asks):
            for word in replies.names(document):
                self._by_name[word].append(document)
        self._by_asker: dict[str, list[Digest]] = defaultdict(list)
        self._passages = {item.shelved.document: item for item in replies.passages}
        self._papers_with = Counter(word for document in self._passages for word in replies.names(document))
        self._asking = dict.fromkeys(asked.shelved.document for asked in replies.asks)
        for document in self._asking:
            for name in sorted(self._askers(document)) if document in self._passages else ():
                self._by_asker[name].append(document)
        self._heads: dict[Digest, Named] = {}
        self._speakers = Speakers(catalogue)
        self._by_word: dict[str, dict[Digest, None]] = defaultdict(dict)
        self._called: dict[str, dict[Digest, list[tuple[Named, Asked]]]] = defaultdict(lambda: defaultdict(list))
        for asked in replies.asks:
            for named in self.called(asked) if asked.shelved.document in self._passages else ():
                self._called[min(named.all)][asked.shelved.document].append((named, asked))
                for word in named.all:
                    self._by_word[word].setdefault(asked.shelved.document)

    def called(self, asked: Asked) -> frozenset[Named]:
        """Give the names by which an ask's paper calls whom it asks: as it says, and in full at another place."""
        lead = self._replies.lead(asked)
        names = [party.name for party in self._replies.addressees(asked)]
        found = {self._speakers.named(name) for name in names}
        for name in names:
            if (before := re.search(rf"((?:[A-Z][\w-]+ ){{1,3}}){re.escape(name)}", lead)) is not None:
                found.add(self._speakers.named(before[1]))
        if not names:  # whoever its paper turns to may be meant
            found |= {self._speakers.named(name) for name in self._speakers.before(lead)}
            found |= {self._speakers.named(name) for name in self._turned_to(asked.shelved.document)}
        full = [self._speakers.named(name) for name in self._names_in(asked.shelved.document)]
        for short in [one for one in found if not one.names and one.all]:
            found |= {one for one in full if short.all < one.all}
        return frozenset(one for one in found if one.all)

    def _turned_to(self, document: Digest) -> frozenset[str]:
        """Give the names of those to whom a paper is, and of those whom it asks."""
        card = self._passages[document].shelved.card if document in self._passages else None
        asked = {party.name for one in self._replies.asks_of(document) for party in one.ask.addressees}
        return frozenset({*asked, *(party.name for party in card.addressees)}) if card else frozenset()

    def _names_in(self, document: Digest) -> frozenset[str]:
        """Give the names of those whom a paper asks, and of those at its head."""
        if document not in self._full:
            heads = self._speakers.in_lines(_head(self._passages[document]), whole=True)
            self._full[document] = frozenset({*self._turned_to(document), *heads})
        return self._full[document]

    def all(self) -> Iterator[Correspondence]:
        """Give every paper with each asking paper that it is tied to."""
        for item in self._replies.passages:
            card = item.shelved.card
            rests_only = rests(card) and _ANSWERS.search(item.opening) is None
            speaks = not card.carriers or _INTERVIEW.search(item.opening) is not None or self._official(item)
            if rests_only and card.genre not in _RULING:
                continue
            page = self._replies.repliers.page(item.shelved, item.opening)
            tied = [*self._of(item, page)] if speaks else []
            yield from tied
            of = {one.asks[0].shelved.document: frozenset(ask.finding for ask in one.asks) for one in tied}
            if not rests_only:
                yield from self._telling(item, page, of)

    def _official(self, item: Passages) -> bool:
        """Say whether an office that publishes its own words was taken for one that carries those of others."""
        carriers = {party.name for party in item.shelved.card.carriers}
        head = _head(item)
        return bool(head) and any(head[0].startswith(name) and self._speakers.named(name).offices for name in carriers)

    def _telling(
        self, item: Passages, page: Page, tied: Mapping[Digest, frozenset[Digest]]
    ) -> Iterator[Correspondence]:
        """Give what else was asked, the latest first, in papers that share names with one or call its speaker alike."""
        issuers = {party.id for party in page.issuers}
        pointed = self._replies.allusions.papers(item.shelved.document)
        papers = [
            (days, document, sure)
            for document in dict.fromkeys((*self._answered(item, pointed), *self._near(item)))
            if document != item.shelved.document
            and (sure := _after(self._passages[document].shelved, item.shelved, points=True)) is not None
            and (days := _days_before(self._passages[document].shelved, item.shelved, unknown=_FAR)) <= _FAR
            and not issuers & self._askers(document)
        ]
        for _days, document, sure in sorted(papers)[:_MOST]:
            asks = [asked for asked in self._replies.asks_of(document) if asked.finding not in tied.get(document, ())]
            if asks:
                shelved = self._passages[document].shelved
                near, reasons = self._tie(item, page, shelved, pointed.get(document))
                reasons = reasons if near == STRONG else ("both papers are of one matter",)
                yield self._held(item, page, asks, (TOLD, near), reasons, sure)

    def _answered(self, item: Passages, pointed: Iterable[Digest]) -> Iterator[Digest]:
        """Give the asking papers that a paper points to, and those of whom it is to."""
        yield from (document for document in pointed if document in self._asking)
        for party in item.shelved.card.addressees:
            for name in sorted(self._ids(party)):
                yield from self._by_asker.get(name, ())

    def _near(self, item: Passages) -> Iterable[Digest]:
        """Give the asking papers that share names with a paper, and late ones that call somebody as its head does."""
        held: dict[Digest, None] = {}
        for name in sorted(self._replies.names(item.shelved.document)):
            found = self._by_name.get(name, ())
            held.update(dict.fromkeys(found if len(found) <= _COMMON else ()))
        for word in sorted(self.head(item).all):
            held.update(
                dict.fromkeys(
                    document
                    for document in self._by_word.get(word, ())
                    if _days_before(self._passages[document].shelved, item.shelved, unknown=_NEAR) <= _NEAR
                )
            )
        return held

    def head(self, item: Passages) -> Named:
        """Give whose a paper is, by the words at its head."""
        document = item.shelved.document
        if document not in self._heads:
            issuers = (party.name for party in item.shelved.card.issuers)
            self._heads[document] = self._speakers.head(_head(item), issuers)
        return self._heads[document]

    def _held(
        self,
        item: Passages,
        page: Page,
        asks: Iterable[Asked],
        tie: tuple[int, int],
        reasons: tuple[str, ...],
        sure: Certainty,
    ) -> Correspondence:
        asks = tuple(asks)
        theirs = self._replies.names(asks[0].shelved.document)
        both = theirs & self._replies.names(item.shelved.document)
        return Correspondence(
            page=page,
            replying=item,
            asks=asks,
            tie=tie[0],
            near=tie[1],
            reasons=reasons,
            certainty=sure,
            names=theirs,
            head=self.head(item),
            shared=math.log1p(sum(2 / self._papers_with[name] for name in sorted(both))),
        )

    def _of(self, item: Passages, page: Page) -> Iterator[Correspondence]:
        ids = {party.id for party in page.issuers}
        papers: dict[Digest, dict[Digest, Asked]] = defaultdict(dict)
        for name in sorted(ids):
            for document, mine in self._by_party.get(name, {}).items():
                papers[document].update((asked.finding, asked) for asked in mine)
        pointed = self._replies.allusions.papers(item.shelved.document) if papers or self._by_party[_OPEN] else {}
        for document, mine in self._by_party[_OPEN].items() if page.offices else ():
            symbol = self._symbol(document, item)
            if symbol is not None:
                pointed = {document: f"it names {symbol}, under which the asking paper is filed", **pointed}
            if document in pointed or self._names_state(document, page):
                papers[document].update((asked.finding, asked) for asked in mine)
        for document, asked in self._spoken_for(item):
            papers[document][asked.finding] = asked
        self._leave_out(papers, page)
        held = [
            (asks, sure)
            for document, asks in papers.items()
            if asks
            and document != item.shelved.document
            and document in self._passages
            and (sure := _after(self._passages[document].shelved, item.shelved, points=True)) is not None
            and not ids & {party.id for party in self._passages[document].shelved.card.issuers}
        ]
        held.sort(key=lambda one: -_days_before(next(iter(one[0].values())).shelved, item.shelved, unknown=-_FAR))
        for asks, sure in held[-_MOST:]:
            first = next(iter(asks.values()))
            document = first.shelved.document
            tie, reasons = self._tie(item, page, first.shelved, pointed.get(document))
            if tie:
                yield self._held(item, page, asks.values(), (tie, tie), reasons, sure)

    def _leave_out(self, papers: dict[Digest, dict[Digest, Asked]], page: Page) -> None:
        """Leave out what all parties are asked, where who speaks is none of them."""
        if not any(self._may_fight(party) for party in page.issuers):
            for asks in papers.values():
                for finding in [one for one, asked in asks.items() if self._to_all(asked)]:
                    del asks[finding]

    @staticmethod
    def _to_all(asked: Asked) -> bool:
        """Say whether an ask is of the parties to a conflict or of States, whoever they are."""
        return bool(asked.ask.addressees) and all(party.id in _ALL for party in asked.ask.addressees)

    def _may_fight(self, party: Party) -> bool:
        """Say whether somebody may be a party to a conflict: a State, a territory, an armed group, an office of one."""
        row = self._catalogue.actors.get(party.id)
        return row is not None and row.kind in _SIDES

    def _spoken_for(self, item: Passages) -> Iterator[tuple[Digest, Asked]]:
        """Give the asks of those whom the head of a paper says, in whatever words, that it speaks for."""
        head = self.head(item)
        mine = self._replies.names(item.shelved.document)
        for word in sorted(head.all | {GOVERNING}):
            for document, held in self._called.get(word, {}).items():
                names = self._replies.names(document)
                known, near = frozenset(map(self._speakers.key, names)), not names.isdisjoint(mine)
                asker = self._passages[document]
                own = self.head(asker).names
                for named, asked in held:
                    if self._speakers.speaks(head, named, known, own, near=near):
                        yield document, asked

    def _symbol(self, document: Digest, item: Passages) -> str | None:
        """Give what an asking paper is filed under, where another names it."""
        text = " ".join(quote for _, _, quote in item.held)
        found = (match[0] for match in _SYMBOL.finditer(self._passages[document].opening))
        return next((symbol for symbol in found if symbol in text), None)

    def _names_state(self, document: Digest, page: Page) -> bool:
        """Say whether an asking paper names the State that an office speaks for."""
        return not self._replies.names(document).isdisjoint(page.offices)

    def _askers(self, document: Digest) -> frozenset[str]:
        held = self._passages[document]
        return frozenset(party.id for party in self._replies.repliers.page(held.shelved, held.opening).issuers)

    def _tie(self, item: Passages, page: Page, asking: Shelved, pointed: str | None) -> tuple[int, tuple[str, ...]]:
        if pointed is not None:
            return STRONG, (pointed,)
        senders = self._askers(asking.document)
        to = [party for party in item.shelved.card.addressees if senders & self._ids(party)]
        if to:
            return STRONG, (f"it is to {to[0].name}, who asked",)
        days = _days_before(asking, item.shelved, unknown=_FAR + 1)
        mine = {word for party in page.issuers for word in party.name.split()}
        shared = sorted((self._replies.names(asking.document) & self._replies.names(item.shelved.document)) - mine)
        text = "\n".join(quote for _, _, quote in item.held)
        asker = next((hit for hit in self._replies.repliers.names(text) if hit.tag in senders), None)
        if asker is not None and days <= _NEAR:
            return MIDDLING, (f"it names {text[asker.start : asker.end]}, who asked",)
        if shared and days <= (_FAR if len(shared) > 1 else _NEAR):
            return MIDDLING if days <= _NEAR else WEAK, ("both papers name the same",)
        if days <= _FAR:
            return WEAK if days <= _SOON else FAINT, (f"it came {days} days after what asks",)
        return 0, ()

    def _ids(self, party: Party) -> set[str]:
        return {one.id for one in self._replies.repliers.alike(party)}


def _head(item: Passages) -> list[str]:
    """Give the lines at the head of a paper, before it begins to speak."""
    found: list[str] = []
    for _, role, quote in item.held:
        if role not in {"title", "heading", "dateline", "salutation"}:
            break
        found += quote.splitlines() if role in {"title", "heading"} else ()
    return found


def _after(asking: Shelved, replying: Shelved, *, points: bool) -> Certainty | None:
    sure = later(asking, replying)
    undated = asking.published is None or replying.published is None
    return "possible" if sure is None and undated and points else sure


def _days_before(asking: Shelved, replying: Shelved, *, unknown: int) -> int:
    """Count the days from an asking paper to another, as few as they may be."""
    if asking.published is None or replying.published is None:
        return unknown
    return max(0, replying.published.earliest - asking.published.latest)
