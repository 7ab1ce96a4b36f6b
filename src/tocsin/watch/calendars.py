# SPDX-License-Identifier: Apache-2.0
"""The calendar of a way: its state on every day, of what is told; stretches of days on which the same is told.

1. Certain evidence of a day outweighs possible; where there is none of either, the day is unknown. A state is never
   carried on beyond the days that a claim's own words cover.
2. Of one teller, what eases (relief passes, the road is reopened, a table's own state) stands in place of what it told
   began before; what shuts adds to it. So a checkpoint does not open a road that is blockaded, and patients who pass
   do not shut one that is open. A report that quotes two sides has as many tellers.
3. Voices that tell closed and restricted by measures that go together (a siege, a checkpoint) make the day closed. A
   voice that tells open or eased against another's closed, or a denial against what it denies, makes it contested.
4. What is told of the way itself and began later outweighs what is told of the land around it.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tocsin.records.ids import Digest, Json
from tocsin.watch.accesses import STATES, Told
from tocsin.watch.spans import Days

KINDS = ("open", "restricted", "contested", "closed", "unknown")
"""What a day may be; unknown is what nobody among the documents tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Days from `first` to `last` (day numbers, both within) of one state on the same evidence.

    `certain`: it rests on days that are certain. `voices` counts those who tell each state (or `denied`), in the order
    of `KINDS`; `evidence` are the claims.
    """

    first: int
    last: int
    state: str
    certain: bool
    voices: tuple[tuple[str, int], ...] = ()
    evidence: tuple[Told, ...] = ()

    @property
    def days(self) -> int:
        """How many days it is."""
        return self.last - self.first + 1

    def says(self, state: str) -> bool:
        """Say whether some voice tells a state."""
        return any(name == state for name, _count in self.voices)

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON, with the evidence in full."""
        return {
            "from": date.fromordinal(self.first).isoformat(),
            "to": date.fromordinal(self.last).isoformat(),
            "days": self.days,
            "state": self.state,
            "certainty": None if self.state == "unknown" else "certain" if self.certain else "possible",
            "voices": dict(self.voices),
            "documents": len({held.item.shelved.document for held in self.evidence}),
            "evidence": [held.to_json() for held in self.evidence],
        }


def stretches(evidence: Sequence[Told], first: int, last: int) -> tuple[Stretch, ...]:
    """Cut the days from `first` to `last` into stretches, in order, without gaps."""
    made: list[Stretch] = []
    for begin, end, active in _sweep(evidence, first, last):
        certain = [held for held in active if _on(held.certain, begin)]
        telling = [held for held in certain if held.state or held.denied]
        state, voices = judged(telling or [held for held in active if held.state or held.denied])
        held = Stretch(first=begin, last=end, state=state, certain=bool(telling), voices=voices, evidence=tuple(active))
        before = made[-1] if made else None
        if before and _same(before, held):
            made[-1] = replace(before, last=end)
        else:
            made.append(held)
    return tuple(made)


def _same(one: Stretch, other: Stretch) -> bool:
    """Say whether two stretches rest on the very same claims and say the same; claims are told apart by identity."""
    return (
        (one.state, one.certain, one.voices) == (other.state, other.certain, other.voices)
        and len(one.evidence) == len(other.evidence)
        and all(held is told for held, told in zip(one.evidence, other.evidence, strict=True))
    )


def _on(days: tuple[int, int] | None, day: int) -> bool:
    return days is not None and days[0] <= day <= days[1]


def _sweep(evidence: Sequence[Told], first: int, last: int) -> Iterator[tuple[int, int, list[Told]]]:
    """Give each run of days with the claims that cover it, between the days on which one begins or ends to cover."""
    waiting = sorted((held.possible[0], number) for number, held in enumerate(evidence) if held.possible[1] >= first)
    cuts = {first}
    for held in evidence:
        for days in (held.certain, held.possible):
            if days is not None:
                cuts.update(day for day in (days[0], days[1] + 1) if first < day <= last)
    starts = sorted(cuts)
    running: list[tuple[int, int]] = []
    at = 0
    for number, begin in enumerate(starts):
        end = starts[number + 1] - 1 if number + 1 < len(starts) else last
        while at < len(waiting) and waiting[at][0] <= begin:
            heapq.heappush(running, (evidence[waiting[at][1]].possible[1], waiting[at][1]))
            at += 1
        while running and running[0][0] < begin:
            heapq.heappop(running)
        yield begin, end, [evidence[index] for index in sorted(index for _last, index in running)]


def judged(telling: Iterable[Told]) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Say what a day is by what covers it, and how many voices tell each state."""
    by: dict[tuple[Digest, str], list[Told]] = {}
    for held in telling:
        by.setdefault((held.voice, held.teller), []).append(held)
    said = {teller: _said(held) for teller, held in by.items()}
    counts: dict[str, set[Digest]] = {}
    for (voice, _teller), view in said.items():
        for name in view.names:
            counts.setdefault(name, set()).add(voice)
    voices = tuple((name, len(counts[name])) for name in (*STATES, "denied") if name in counts)
    return _state(tuple(said.values())), voices


@dataclass(frozen=True, slots=True, kw_only=True)
class _View:
    """What one voice tells of a day: the state, whether it came by easing, since when, and of the way itself or not."""

    state: str | None
    eased: bool
    since: int
    direct: bool
    denies: bool

    @property
    def names(self) -> tuple[str, ...]:
        return (*((self.state,) if self.state else ()), *(("denied",) if self.denies else ()))


def _said(held: Sequence[Told]) -> _View:
    state: str | None = None
    eased = direct = False
    since = 0
    for one in sorted(held, key=lambda one: (one.began, one.eases)):
        if one.state is None:
            continue
        if state is None or _moves(one, state):
            state, eased, direct, since = one.state, one.eases, one.direct, one.began
        elif one.state == state:
            direct = direct or one.direct
    return _View(state=state, eased=eased, since=since, direct=direct, denies=any(one.denied for one in held))


def _moves(one: Told, state: str) -> bool:
    """Say whether a claim changes a state told before: by easing it, by shutting more, or as a table states it."""
    shut = STATES.index(str(one.state)) - STATES.index(state)
    if one.claim.act.startswith("access-"):
        return shut != 0
    return shut < 0 if one.eases else shut > 0


def _state(said: Sequence[_View]) -> str:
    views = [view for view in said if view.state]
    denied = any(view.denies for view in said)
    if not views:
        return "unknown"
    eased = [view.since for view in views if view.eased and view.direct]
    if eased:
        kept = [view for view in views if view.direct or view.since > max(eased)]
        views = kept or views
    states = {view.state for view in views}
    shut = [view for view in views if not view.eased and view.state in {"closed", "restricted"}]
    if denied and shut:
        return "contested"
    if "open" in states and len(states) > 1:
        return "contested"
    if "closed" in states and any(view.eased and view.state == "restricted" for view in views):
        return "contested"
    return max((state for state in states if state), key=STATES.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """How many of the days were of a state.

    At least those that are certainly so; at most all that may be: those that are so possibly, those that are contested
    and some voice tells it of, and those that are told less shut while some voice tells it.
    """

    state: str
    days: Days

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {"state": self.state, **self.days.to_json()}


def spent(made: Iterable[Stretch]) -> tuple[Spent, ...]:
    """Count the days of each state, as intervals; the days of which nobody tells are counted apart."""
    held = list(made)
    found = [
        Spent(
            state=state,
            days=Days(
                low=sum(one.days for one in held if one.state == state and one.certain),
                high=sum(one.days for one in held if _told_so(one, state)),
            ),
        )
        for state in STATES
    ]
    for state in ("contested", "unknown"):
        number = sum(one.days for one in held if one.state == state)
        found.append(Spent(state=state, days=Days(low=number, high=number)))
    return tuple(found)


def _told_so(one: Stretch, state: str) -> bool:
    if one.state == state:
        return True
    told = any(held.state == state for held in one.evidence)
    return told and (one.state not in STATES or STATES.index(state) > STATES.index(one.state))
