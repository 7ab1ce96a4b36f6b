# SPDX-License-Identifier: Apache-2.0
"""Which texts are one text: what must be shared, what forbids it, and who carries whom.

1. Two texts are one where nearly half of the words of one stand in the other, and at least `FEWEST_WORDS` do.
2. They are two, whatever they share, where they bear different numbers of one series, or are acts of one body (a
   resolution, an order, an agreed text) of different days. Two dated papers of one issuer are one only where the
   shorter stands nearly whole in the longer: who writes two letters on one matter repeats itself.
3. A long text with a short one in it is not the short one's voice: it *carries* it. So does one with two or more
   texts in it that have nothing in common. What stands inside the carried stretch is the carried text's.
4. Texts that differ by a few words only are one print, and are looked at as one from there on.
5. The best founded pair is joined first. A pair is passed over that would put two numbers of one series in one group,
   or would join two groups of which most members of the smaller share nothing with the larger: what two carriers put
   around two letters does not make them one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tocsin.ledger.shelf import Shelved
from tocsin.linking.copies import Shared
from tocsin.linking.designations import contradict
from tocsin.linking.sketches import FEW, Meeting
from tocsin.records.ids import Digest

LEAST = 0.45
"""The share of the words of one text that must stand in the other."""

FEWEST_WORDS = 20
"""Words that must be shared, however short the texts."""

PART_OF = 0.3
"""The share of the longer text that the shorter must be, for the longer to be its carrier and nothing else."""

WHOLE = 0.8
"""From this share on a text stands whole in another."""

ACTS = frozenset({"resolution", "court-order", "agreement", "review-report", "situation-report"})
"""Genres of which two of different days are two texts, however alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A document as copies are told by: its row, how many words it has, the numbers it bears."""

    shelved: Shelved
    words: int
    bears: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two documents of which one holds words of the other."""

    first: Digest
    second: Digest
    shared: Shared

    @property
    def strength(self) -> tuple[float, float]:
        """How well founded it is that they are one text."""
        shares = self.shared.of_first, self.shared.of_second
        return max(shares), min(shares)

    def turned(self) -> Pair:
        """Give the same with first and second changed about."""
        return Pair(first=self.second, second=self.first, shared=self.shared.turned())


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the machine suggests: pairs to be joined, the best founded first; pairs whose first carries the second."""

    joined: tuple[Pair, ...]
    carried: tuple[Pair, ...]


def prints(known: Mapping[Digest, Known], met: Iterable[Meeting]) -> Mapping[Digest, Digest]:
    """Give, for each text, the longest of those that are it but for a few words: there is nothing to measure there."""
    stands: dict[Digest, Digest] = {}

    def root(name: Digest) -> Digest:
        passed = []
        while (above := stands.get(name, name)) != name:
            passed.append(name)
            name = above
        stands.update(dict.fromkeys(passed, name))
        return name

    near = [meeting for meeting in met if meeting.differ <= FEW]
    for meeting in sorted(near, key=lambda meeting: (meeting.differ, meeting.first, meeting.second)):
        one, other = sorted((root(meeting.first), root(meeting.second)), key=lambda name: (-known[name].words, name))
        if one != other and known[other].words >= FEWEST_WORDS and not forbidden(known[one], known[other], 1.0):
            stands[other] = one
    return {name: root(name) for name in known}


def suggest(known: Mapping[Digest, Known], pairs: Iterable[Pair]) -> Told:
    """Say which pairs are one text, and which only carry one."""
    alike = [
        pair
        for pair in pairs
        if _enough(pair.shared) and forbidden(known[pair.first], known[pair.second], pair.strength[0]) is None
    ]
    carried: list[Pair] = []
    joined: list[Pair] = []
    for pair in alike:
        longer = pair if known[pair.first].words >= known[pair.second].words else pair.turned()
        if longer.shared.of_first < PART_OF and _later(known, longer):
            carried.append(longer)
        else:
            joined.append(longer)
    compiled = set(_compiled(known, joined))
    carried += [pair for pair in joined if pair in compiled]
    joined = [pair for pair in joined if pair not in compiled]
    joined.sort(key=lambda pair: (-pair.strength[0], -pair.strength[1], pair.first, pair.second))
    return Told(joined=tuple(_grown(known, joined)), carried=tuple(carried))


def _enough(shared: Shared) -> bool:
    return max(shared.of_first, shared.of_second) >= LEAST and shared.words >= FEWEST_WORDS


def forbidden(one: Known, other: Known, share: float) -> str | None:
    """Give the words for why two texts are two though they share so much; None where nothing says so."""
    return contradict(one.bears, other.bears) or _of_two_days(one, other, share)


def _of_two_days(one: Known, other: Known, share: float) -> str | None:
    """Say that one issuer wrote two papers; where a carrier stands between, dates are no sign: they may be its own."""
    cards = one.shelved.card, other.shelved.card
    issuers = [{party.id for party in card.issuers} for card in cards]
    numbered = set(one.bears.items()) & set(other.bears.items())
    if numbered or cards[0].carriers or cards[1].carriers or not issuers[0] & issuers[1]:
        return None
    if not _apart(one.shelved, other.shelved):
        return None
    days = f"one is of {cards[0].issued}, the other of {cards[1].issued}"
    if cards[0].genre == cards[1].genre and cards[0].genre in ACTS:
        return f"both are a {cards[0].genre} of one body; {days}"
    return f"both are papers of one issuer, neither whole in the other; {days}" if share < WHOLE else None


def _apart(one: Shelved, other: Shelved) -> bool:
    """Say whether two documents' dates exclude each other."""
    if one.published is None or other.published is None:
        return False
    return one.published.latest < other.published.earliest or other.published.latest < one.published.earliest


def _later(known: Mapping[Digest, Known], pair: Pair) -> bool:
    """Say whether a pair's first, the longer, took the second in, rather than the second being an excerpt of it."""
    longer, shorter = known[pair.first].shelved, known[pair.second].shelved
    if _apart(longer, shorter) and longer.published is not None and shorter.published is not None:
        return shorter.published.latest < longer.published.earliest
    ours, theirs = ({party.id for party in item.card.issuers} for item in (longer, shorter))
    if longer.card.carriers and not shorter.card.carriers:
        return True
    return bool(ours and theirs and not ours & theirs) and not shorter.card.carriers


def _compiled(known: Mapping[Digest, Known], joined: Sequence[Pair]) -> Iterable[Pair]:
    """Give the pairs whose first holds several texts that have nothing in common."""
    inside: dict[Digest, list[Pair]] = {}
    for pair in joined:
        if pair.shared.of_first < WHOLE and pair.shared.of_second >= LEAST:
            inside.setdefault(pair.first, []).append(pair)
    for held in inside.values():
        taken = [pair for pair in held if _later(known, pair)]
        if any(_disjoint(one.shared.in_first, other.shared.in_first) for one in taken for other in taken):
            yield from taken


def _disjoint(one: Sequence[tuple[int, int]], other: Sequence[tuple[int, int]]) -> bool:
    """Say whether two sets of stretches have less than a tenth of the shorter in common."""
    common = sum(max(0, min(end, last) - max(start, first)) for start, end in one for first, last in other)
    least = min(sum(end - start for start, end in spans) for spans in (one, other))
    return common * 10 < least


def _grown(known: Mapping[Digest, Known], joined: Sequence[Pair]) -> Iterable[Pair]:
    """Let groups grow pair by pair; give the pairs that hold."""
    beside: dict[Digest, set[Digest]] = {}
    for pair in joined:
        beside.setdefault(pair.first, set()).add(pair.second)
        beside.setdefault(pair.second, set()).add(pair.first)
    group = {name: [name] for name in beside}
    bears = {name: {series: {number} for series, number in known[name].bears.items()} for name in beside}
    for pair in joined:
        one, other = sorted((group[pair.first], group[pair.second]), key=len, reverse=True)
        if one is other:
            yield pair
            continue
        ours, theirs = bears[one[0]], bears[other[0]]
        held = set(one)
        if any(series in ours and not ours[series] & numbers for series, numbers in theirs.items()):
            continue
        if sum(not beside[name].isdisjoint(held) for name in other) * 2 < len(other):
            continue
        one += other
        for series, numbers in theirs.items():
            ours.setdefault(series, set()).update(numbers)
        group.update((name, one) for name in other)
        yield pair
