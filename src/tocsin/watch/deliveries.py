# SPDX-License-Identifier: Apache-2.0
"""Deliveries: goods that sources tell to have come to a place, as counts with the days on which they came.

1. Claims of relief that name the place, a part of it or a way into it, on days that meet those asked for.
2. Numbers of goods beside a verb of delivery (`needs.delivered`), where no claim with a date holds them, in a sentence
   that names the place, or else under a heading, or in a document, that does. Without a day of their own they are in no
   least sum.
3. Vehicles in which people came, and no goods, are none: "soldiers arrived in three trucks".
4. A number that is told for another time, to compare with, is no delivery of these days.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.listed import Listed
from tocsin.linking.comparisons import compared
from tocsin.linking.voices import Voices
from tocsin.records.bounds import LAST, bounds
from tocsin.records.findings import Claim, Count, Quantity
from tocsin.records.ids import Digest
from tocsin.watch.reckonings import Report
from tocsin.watch.sentences import Sentences
from tocsin.watch.wheres import Where

_NOT_DONE = re.compile(
    r"\b(?:will|would|shall|should|must|could|(?-i:may)|might|plans?|planned|aims?|hopes?|needs?|needed|required?|requires"
    r"|appeals?|appealed|asks?|asked|pledged|promised|to\s+(?:deliver|send|bring|provide|supply|distribute)|not|no|never"
    r"|unable|failed|cannot|without|instead|short|blocked|refused|denied|turned\s+back)\b|n['’]t\b",
    re.IGNORECASE,
)


def deliveries(
    rows: Iterable[Listed],
    catalogue: Catalogue,
    sentences: Sentences,
    at: Where,
    speaking: Voices,
    days: tuple[int, int],
) -> Iterator[Report]:
    """Give the counts of goods that came to the place, or over a way into it, in the days asked for."""
    held = tuple(rows)
    goods = _Goods(catalogue)
    claims = [row for row in held if isinstance(row.finding, Claim) and row.finding.act in goods.acts]
    # What a claim without a date holds is looked at as the numbers of a delivery without a day.
    dated: dict[Digest, list[tuple[int, int]]] = {}
    for row in claims:
        claim = row.finding
        assert isinstance(claim, Claim)
        if claim.when is not None or claim.mode == "denied":
            dated.setdefault(row.shelved.document, []).append((claim.start, claim.end))
        if claim.mode not in {"denied", "threatened"} and _at(at, claim):
            yield from _of_claim(row, claim, goods, speaking, days)
    delivered = _pattern(catalogue)
    for row in held:
        number = row.finding
        if not isinstance(number, Quantity) or not goods.known(number) or number.by.startswith("table."):
            continue
        spans = dated.get(row.shelved.document, ())
        if _issued_in(row, days) and not any(start <= number.start and number.end <= end for start, end in spans):
            words = sentences.around(row)
            came = delivered.search(words) is not None and not _NOT_DONE.search(words)
            told = came and not _carries_people(words, number.quote) and not compared(words, number.quote)
            if told and sentences.of_place(row, at.named_in):
                yield Report(item=row, count=number, voice=speaking.of_finding(row), days=None)


_AID = re.compile(
    r"\b(?:aid|relief|humanitarian|suppl(?:y|ies)|food|flour|wheat|grain|rice|bread|water|medicines?|medical|drugs|fuel|diesel|blankets?|tents?|"
    r"shelters?|rations?|parcels?|goods|cargo|loads?|loaded|laden|carrying|kits?|milk|vaccines?)\b",
    re.IGNORECASE,
)
_PEOPLE = (
    r"(?:soldiers|troops|gunmen|fighters|police(?:men)?|officers|guards|militia(?:men)?|men|rebels|agents|prisoners|detainees|"
    r"reinforcements)"
)
_VEHICLE = re.compile(
    r"\b(?:trucks?|lorr(?:y|ies)|vehicles?|convoys?|buses|boats?|cars?|vans?|planes?|helicopters?)\b", re.IGNORECASE
)


def _carries_people(words: str, quote: str) -> bool:
    """Say whether what came carried people and no goods: "soldiers arrived in three trucks"."""
    if _VEHICLE.search(quote) is None or _AID.search(words):
        return False
    number = re.escape(quote)
    return (
        re.search(rf"\b(?:in|aboard|on)\s+(?:the\s+|some\s+|about\s+)?{number}", words) is not None
        or re.search(rf"{number}\s+(?:full\s+)?(?:of|with)\s+(?:[\w-]+\s+){{0,3}}?{_PEOPLE}\b", words) is not None
        or re.search(rf"\b{_PEOPLE}\b", words) is not None
    )


def _issued_in(row: Listed, days: tuple[int, int]) -> bool:
    issued = row.shelved.published
    return issued is not None and issued.latest >= days[0] and issued.earliest <= days[1]


class _Goods:
    """Which goods are known by name, or by what holds them."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.acts = frozenset(catalogue.list("needs.arrivals"))
        self._known = {name for row in catalogue.commodities.values() for name in (row.id, *row.names)}
        self._heads = {pair.partition("=")[0] for pair in catalogue.list("needs.goods")}

    def known(self, count: Count | Quantity) -> bool:
        return count.of in self._known or count.of.partition(" of ")[0] in self._heads


def _at(at: Where, claim: Claim) -> bool:
    inside = at.ids | at.parts
    return any(party.id in inside or at.here(party) for party in (*claim.places, *claim.targets))


def _of_claim(row: Listed, claim: Claim, goods: _Goods, speaking: Voices, asked: tuple[int, int]) -> Iterator[Report]:
    when = bounds(claim.when)
    days = None if when is None or when.latest >= LAST else (when.earliest, when.latest)
    if days is None or days[0] > asked[1] or days[1] < asked[0]:
        return
    for count in claim.quantities:
        if goods.known(count) and not compared(claim.quote, f"{count.value:,}"):
            yield Report(item=row, count=count, voice=speaking.of_finding(row), days=days)


@lru_cache(maxsize=4)
def _pattern(catalogue: Catalogue) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(catalogue.list("needs.delivered"), key=len, reverse=True)))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
