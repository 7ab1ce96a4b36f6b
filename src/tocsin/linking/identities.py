# SPDX-License-Identifier: Apache-2.0
"""Identities: which actors people hold for one, derived from what they recorded; undone by a further entry.

1. Two actors are one where the last word about the pair says so; what follows from two pairs holds too.
2. Nothing of a finding is changed: a listing by one id finds the findings under all its ids.
"""

from __future__ import annotations

from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Batch, Ledger
from tocsin.ledger.states import standing
from tocsin.records.entries import PERSON, Entry, NewEntry, actor_id


class OneActor(BadRequest):
    """An actor is put beside itself."""

    def __init__(self, actor: str) -> None:
        super().__init__(f"{actor}: both names are this one actor's; name two")


def record(ledger: Ledger, first: str, second: str, *, same: bool, handle: str, reason: str) -> tuple[Entry, ...]:
    """Record that two actors are one, or are not: one entry about each, so that either is found from the other.

    Raises:
        OneActor: The ids are equal.
    """
    if first == second:
        raise OneActor(first)
    entries = tuple(
        NewEntry(
            kind="identity",
            subject=actor_id(one),
            author=PERSON + handle,
            basis="stated",
            payload={"actor": one, "other": other, "same": same, "reason": reason},
        )
        for one, other in ((first, second), (second, first))
    )
    return ledger.append(Batch(entries=entries)).entries


def beside(ledger: Ledger, actor: str, *, recorded_by: str | None = None) -> tuple[str, ...]:
    """Give the actors that are one with an actor by the last word about each pair, in the order they were named."""
    told = [*ledger.entries(subject=actor_id(actor), recorded_by=recorded_by)]
    last: dict[str, bool] = {}
    for entry in standing(told):
        if entry.kind == "identity" and entry.payload is not None:
            last[str(entry.payload["other"])] = bool(entry.payload["same"])
    return tuple(other for other, same in last.items() if same)


def one_with(ledger: Ledger, actor: str, *, recorded_by: str | None = None) -> frozenset[str]:
    """Give an actor's id and those of all actors that are one with it, through however many pairs."""
    found = {actor}
    open_ = [actor]
    while open_:
        new = set(beside(ledger, open_.pop(), recorded_by=recorded_by)) - found
        found |= new
        open_ += sorted(new)
    return frozenset(found)


def together(ledger: Ledger, *, recorded_by: str | None = None) -> dict[str, str]:
    """Give, for each actor that people hold for one with others, the first of them in order of id: one pass, all pairs.

    An actor of whom nobody said such a thing is not in it.
    """
    first: dict[str, str] = {}
    for (actor, other), same in _last(ledger, recorded_by).items():
        if same:
            one, two = sorted((_root(first, actor), _root(first, other)))
            first[two] = first.setdefault(one, one)
    return {actor: _root(first, actor) for actor in first}


def apart(ledger: Ledger, *, recorded_by: str | None = None) -> frozenset[frozenset[str]]:
    """Give the pairs of actors of which people say that they are not one."""
    return frozenset(frozenset(pair) for pair, same in _last(ledger, recorded_by).items() if not same)


def _last(ledger: Ledger, recorded_by: str | None) -> dict[tuple[str, str], bool]:
    """Give the last word about each pair."""
    told = [*ledger.entries(kind="identity", recorded_by=recorded_by)]
    if not told:
        return {}
    told += ledger.entries(kind="retraction", recorded_by=recorded_by)
    return {
        (str(entry.payload["actor"]), str(entry.payload["other"])): bool(entry.payload["same"])
        for entry in standing(sorted(told, key=lambda entry: entry.seq))
        if entry.payload is not None
    }


def _root(first: dict[str, str], actor: str) -> str:
    while first.get(actor, actor) != actor:
        actor = first[actor]
    return actor
