# SPDX-License-Identifier: Apache-2.0
"""Identities: which actors people hold for one, derived from what they recorded; undone by a further entry.

1. Two actors are one where the last word about the pair says so; what follows from two pairs holds too.
2. An id made of a name that a row of the catalogue has by now is one with the row, unless a person says otherwise.
3. Nothing of a finding is changed: a listing by one id finds the findings under all its ids.
"""

from __future__ import annotations

from tocsin.catalogue.catalogue import Catalogue
from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Batch, Ledger
from tocsin.ledger.states import standing
from tocsin.linking.former_ids import formers_by_row, row_of, rows_by_former
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


def one_with(
    ledger: Ledger, catalogue: Catalogue | None, actor: str, *, recorded_by: str | None = None
) -> frozenset[str]:
    """Give an actor's id and those of all actors that are one with it, through however many pairs.

    Without a catalogue, by what people said alone.
    """
    found = {actor}
    open_ = [actor]
    parted = apart(ledger, recorded_by=recorded_by) if catalogue is not None else frozenset()
    while open_:
        one = open_.pop()
        new = {other for other in _called(catalogue, one) if frozenset((one, other)) not in parted}
        new |= {*beside(ledger, one, recorded_by=recorded_by)}
        new -= found
        found |= new
        open_ += sorted(new)
    return frozenset(found)


def _called(catalogue: Catalogue | None, actor: str) -> tuple[str, ...]:
    """Give the ids that the catalogue's names make one with an actor's: its row's, or those made of its names."""
    if catalogue is None:
        return ()
    row = row_of(catalogue, actor)
    return formers_by_row(catalogue).get(actor, ()) if row == actor else (row,)


def together(ledger: Ledger, catalogue: Catalogue | None = None, *, recorded_by: str | None = None) -> dict[str, str]:
    """Give, for each actor that is one with others, the id that stands for all of them: one pass, all pairs.

    A row of the catalogue stands for them before an id that no row has, else the first in order of id. An actor that
    is one with no other is not in it. Without a catalogue, by what people said alone.
    """
    told = _last(ledger, recorded_by)
    parted = {pair for pair, same in told.items() if not same}
    first: dict[str, str] = {}
    for made, row in (rows_by_former(catalogue) if catalogue is not None else {}).items():
        if not {(made, row), (row, made)} & parted:
            first[made], first[row] = row, row

    def rank(actor: str) -> tuple[bool, str]:
        return catalogue is not None and actor not in catalogue.actors, actor

    for (actor, other), same in told.items():
        if same:
            one, two = sorted((_root(first, actor), _root(first, other)), key=rank)
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
