# SPDX-License-Identifier: Apache-2.0
"""Pairings: which sentence of a paper answers which of the things that another asks, so that all are answered best.

1. A sentence answers one thing first; another only if that has no other answer and nearly as much speaks for it.
2. Sentences exchange what they answer, or move, where more speaks for all of them together then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from tocsin.linking.exchanges import Asked
from tocsin.linking.reactions import Reaction
from tocsin.linking.weighing import Said, Weighed
from tocsin.records.ids import Digest

_ROUNDS = 20
"""Times that sentences are exchanged at most."""
_ANOTHERS = 0.8
"""How much of what speaks for an ask must speak for another, for a sentence to answer that too."""

Slot = tuple[Digest, int]
"""What is answered: an ask, and the number of one of the things that it is for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A sentence and an ask that it may answer, and what speaks for that; `own`: who was asked says it."""

    one: Said
    asked: Asked
    weighed: Weighed
    reaction: Reaction
    own: bool = True

    @property
    def slot(self) -> Slot:
        """What it answers."""
        return self.asked.finding, self.weighed.part


_Taken = dict[Slot, Pair]
_Places = Mapping[tuple[int, Slot], Pair]


def assigned(pairs: Iterable[Pair]) -> list[Pair]:
    """Give each thing that is asked what answers it best."""
    pairs = sorted(pairs, key=lambda pair: (-pair.weighed.score, pair.one.start))
    by_place = {(pair.one.start, pair.slot): pair for pair in reversed(pairs)}
    best: dict[int, float] = {}
    taken: _Taken = {}
    for pair in pairs:
        if pair.one.start not in best and pair.slot not in taken:
            taken[pair.slot] = pair
        best.setdefault(pair.one.start, pair.weighed.score)
    for _ in range(_ROUNDS):
        step = next(chain(_moved(taken, by_place), _exchanged(taken, by_place)), None)
        if step is None:
            break
        taken |= step
    for pair in pairs:
        if pair.slot not in taken and pair.weighed.score >= _ANOTHERS * best[pair.one.start]:
            taken[pair.slot] = pair
    return [*taken.values()]


def _moved(taken: _Taken, by_place: _Places) -> Iterator[_Taken]:
    """Let a sentence give way to one that answers nothing yet, where it may answer something else instead."""
    used = {pair.one.start for pair in taken.values()}
    for pair in by_place.values():
        held = taken.get(pair.slot)
        if held is None or pair.one.start in used:
            continue
        for (start, slot), away in by_place.items():
            if start == held.one.start and slot not in taken:
                yield {pair.slot: pair, slot: away}


def _exchanged(taken: _Taken, by_place: _Places) -> Iterator[_Taken]:
    """Let two sentences exchange what they answer."""
    for slot, held in taken.items():
        for other, there in taken.items():
            one, two = by_place.get((there.one.start, slot)), by_place.get((held.one.start, other))
            if slot != other and one is not None and two is not None and _sum(one, two) > _sum(held, there):
                yield {slot: one, other: two}


def _sum(one: Pair, two: Pair) -> float:
    return one.weighed.score + two.weighed.score
