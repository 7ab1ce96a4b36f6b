# SPDX-License-Identifier: Apache-2.0
"""Holders: a name stands for an office only on days on which its holder held it; else it stands for the person."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import TypeVar

from tocsin.catalogue.tenures import Tenures
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
    if when is None or not any(tenures.is_office(party.id) for party in held):
        return held
    new = tuple(tenures.stands_for(party, when) if tenures.is_office(party.id) else party for party in held)
    return held if new == held else new
