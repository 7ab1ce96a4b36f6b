# SPDX-License-Identifier: Apache-2.0
"""Holders: a name stands for an office only on days on which its holder held it; else it stands for the person."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import TypeVar

from tocsin.catalogue.tenures import Tenures
from tocsin.reading.naming.headwords import owned
from tocsin.reading.naming.shapes import slug
from tocsin.reading.patterns import late
from tocsin.records.bounds import LAST, Bounds, bounds
from tocsin.records.findings import Ask, Card, Claim, Finding, Party, Warning  # noqa: A004 - the house's word

_PARTIES: Mapping[type[Finding], tuple[str, ...]] = {
    Ask: ("askers", "addressees"),
    Claim: ("actors", "targets", "speakers"),
    Warning: ("speakers",),
}
_F = TypeVar("_F", bound=Finding)


def bound(found: Iterable[_F], tenures: Tenures, issued: str | None) -> list[_F]:
    """Give findings with each name bound to the office that it stood for when the paper was issued.

    What a claim tells of a day of its own is bound to that day, but for who speaks.
    """
    published = bounds(issued)
    return [_bound(finding, tenures, published) for finding in found]


def card(read: Card, tenures: Tenures) -> Card:
    """Give a card with its issuers and addressees bound to the day that it was issued."""
    when = bounds(read.issued)
    issuers, addressees = _parties(read.issuers, tenures, when), _parties(read.addressees, tenures, when)
    if issuers is read.issuers and addressees is read.addressees:
        return read
    return dataclasses.replace(read, issuers=issuers, addressees=addressees)


def _bound(finding: _F, tenures: Tenures, published: Bounds | None) -> _F:
    changed: dict[str, tuple[Party, ...]] = {}
    for member in _PARTIES.get(type(finding), ()):
        held: tuple[Party, ...] = getattr(finding, member)
        when = published
        if isinstance(finding, Claim) and member != "speakers":
            told = bounds(finding.when)
            when = told if told is not None and told.latest < LAST else published
        new = _parties(held, tenures, when)
        if new is not held:
            changed[member] = new
    return dataclasses.replace(finding, **changed) if changed else finding  # type: ignore[arg-type]  # members are its own


def _parties(held: tuple[Party, ...], tenures: Tenures, when: Bounds | None) -> tuple[Party, ...]:
    new = tuple(_stood(party, tenures, when) for party in held)
    return held if new == held else tuple({party.id: party for party in reversed(new)}.values())[::-1]


_GOVERNMENT = late(
    r"(?:[Tt]he )?(?:[A-Z][\w'’-]+ )?(?P<family>[A-ZÀ-Þ][\w'’-]+)(?:['’]s)? (?:administration|[Gg]overnment|regime)"
)
"""A government that goes by the name of who leads it: "the Vell administration"."""


def _stood(party: Party, tenures: Tenures, when: Bounds | None) -> Party:
    """Give whom a party stood for: an office's holder of that day for the office, her government for the land."""
    if tenures.is_office(party.id):
        return tenures.stands_for(party, when) if when is not None else party
    if tenures.is_known(party.id):
        return party
    governed = _GOVERNMENT.fullmatch(party.name)
    land = tenures.governs(governed["family"], when) if governed else None
    if land is not None:
        return Party(id=land, name=party.name)
    held = tenures.held_then(party.name, when)
    if held is not None:
        return Party(id=owned(held.office, slug(held.title)) if held.title else held.office, name=party.name)
    person = tenures.person(party.name)
    return Party(id=person, name=party.name) if person is not None else party
