# SPDX-License-Identifier: Apache-2.0
"""Ties: what people hold for the same and for different, laid over what a machine groups.

1. Of two findings the last word that stands about the pair holds; `tocsin judge undo ENTRY` withdraws a word.
2. A person's word outweighs every suggestion: same joins, different parts, whatever the machine proposes.
3. A word about a finding that somebody corrected afterwards holds for what stands in its place.
4. Nothing of a finding is changed: groups are computed anew from suggestions and ties each time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Batch, Ledger
from tocsin.ledger.states import standing
from tocsin.linking.corrections import corrections
from tocsin.records.entries import PERSON, Entry, NewEntry
from tocsin.records.ids import Digest

Relation = Literal["same", "different"]
"""What a link says of two findings: they tell or ask the same, or they do not. The words are in the payload."""

Suggestion = tuple[Digest, Digest]
"""Two that a machine would join; a sequence of them runs from the best founded to the least."""


class OneThing(BadRequest):
    """A finding is put beside itself."""

    def __init__(self, name: Digest) -> None:
        super().__init__(f"{name}: this is one finding; name two, whose sameness is in question")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A person's word on two findings, with the entry that holds it. Where they differ, `first` is the one to part."""

    first: Digest
    second: Digest
    relation: Relation
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Ties:
    """The words that stand, the latest first, by the pair they are about."""

    by_pair: Mapping[frozenset[Digest], Tie] = field(default_factory=dict)

    def groups(self, members: Iterable[Digest], suggested: Iterable[Suggestion]) -> tuple[tuple[Digest, ...], ...]:
        """Join members by people's words, then by suggestions that no word forbids; every member is in one group.

        Members keep their order, groups that of their first member.

        >>> a, b, c = Digest("a"), Digest("b"), Digest("c")
        >>> Ties().groups([a, b, c], [(a, c)])
        (('a', 'c'), ('b',))
        """
        order = list(dict.fromkeys(members))
        joined = _Groups(order)
        told = [tie for tie in self.by_pair.values() if joined.knows(tie.first) and joined.knows(tie.second)]
        for tie in told:
            if tie.relation == "same":
                joined.join(tie.first, tie.second)
            else:
                joined.part(tie.first, tie.second)
        # Whoever is to be parted finds its place last, so that the others stay together and it alone leaves.
        leaving = {tie.first for tie in told if tie.relation == "different"}
        later: list[Suggestion] = []
        for one, other in suggested:
            if one in leaving or other in leaving:
                later.append((one, other))
            else:
                joined.join(one, other)
        for one, other in later:
            joined.join(one, other)
        return joined.groups()

    def about(self, members: Iterable[Digest]) -> tuple[Tie, ...]:
        """Give the words that concern any of these, the latest first."""
        held = frozenset(members)
        return tuple(tie for tie in self.by_pair.values() if tie.first in held or tie.second in held)


class _Groups:
    """Groups that grow by joining, unless somebody said that two of them are different."""

    def __init__(self, members: list[Digest]) -> None:
        self._group = {member: [member] for member in members}
        self._apart: dict[Digest, set[Digest]] = {}

    def knows(self, member: Digest) -> bool:
        return member in self._group

    def join(self, one: Digest, other: Digest) -> None:
        first, second = self._group.get(one), self._group.get(other)
        if first is None or second is None or first is second:
            return
        if self._apart:
            held = set(second)
            if any(self._apart.get(member, set()) & held for member in first):
                return
        if len(first) < len(second):
            first, second = second, first
        first += second
        for member in second:
            self._group[member] = first

    def part(self, one: Digest, other: Digest) -> None:
        if self._group[one] is not self._group[other]:  # else a later word, or several, hold them for the same
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def groups(self) -> tuple[tuple[Digest, ...], ...]:
        place = {member: number for number, member in enumerate(self._group)}
        groups = {id(group): group for group in self._group.values()}
        ordered = (tuple(sorted(group, key=place.__getitem__)) for group in groups.values())
        return tuple(sorted(ordered, key=lambda group: place[group[0]]))


def record(ledger: Ledger, first: Digest, second: Digest, *, same: bool, handle: str, reason: str) -> Entry:
    """Record that two findings tell or ask the same, or that they do not.

    Raises:
        OneThing: The ids are equal.
        UnknownFinding: One of them is none of this ledger's.
    """
    if first == second:
        raise OneThing(first)
    now = ledger.state(first)
    ledger.state(second)
    relation: Relation = "same" if same else "different"
    new = NewEntry(
        kind="link",
        subject=first,
        document=now.entry.document,
        author=PERSON + handle,
        basis="stated",
        payload={"relation": relation, "to": second, "reason": reason},
    )
    return ledger.append(Batch(entries=(new,))).entries[0]


def ties(ledger: Ledger, *, recorded_by: str | None = None) -> Ties:
    """Give people's words on what is the same, as they stood."""
    told = [*ledger.entries(kind="link", recorded_by=recorded_by)]
    if not told:
        return Ties()
    told += ledger.entries(kind="retraction", recorded_by=recorded_by)
    now = corrections(ledger, recorded_by=recorded_by)
    by_pair: dict[frozenset[Digest], Tie] = {}
    for entry in reversed(standing(sorted(told, key=lambda entry: entry.seq))):
        payload = entry.payload or {}
        relation, second = payload.get("relation"), payload.get("to")
        if relation in {"same", "different"} and isinstance(second, str):
            known: Relation = "same" if relation == "same" else "different"
            tie = Tie(first=now.of(entry.subject), second=now.of(Digest(second)), relation=known, entry=entry)
            by_pair.setdefault(frozenset((tie.first, tie.second)), tie)
    return Ties(by_pair=by_pair)
