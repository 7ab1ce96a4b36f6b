# SPDX-License-Identifier: Apache-2.0
"""Unaddressed: what a dossier says of a body that no paper of the ledger addresses – and whom the papers address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from tocsin.catalogue.folding import folded
from tocsin.catalogue.lookup import nearest
from tocsin.dossier.compositions import Block, paragraph
from tocsin.dossier.desks import Desk
from tocsin.ledger.listed import Listed
from tocsin.records.findings import Ask
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted

_MOST = 5
"""Bodies named: those that most papers address, and those whose names come nearest."""


def addressed(desk: Desk, asks: Iterable[Listed]) -> Mapping[str, int]:
    """Count by body of the catalogue how many documents address it or ask it something; persons are not named."""
    papers: dict[str, set[Digest]] = {}
    for document, paper in desk.held.items():
        for party in paper.card.addressees:
            papers.setdefault(party.id, set()).add(document)
    for row in asks:
        for party in row.finding.addressees if isinstance(row.finding, Ask) else ():
            papers.setdefault(party.id, set()).add(row.shelved.document)
    return Counter({name: len(held) for name, held in papers.items() if name in desk.catalogue.actors})


def said(desk: Desk, named: str, asks: Iterable[Listed]) -> Iterator[Block]:
    """Say that nobody addressed a body, whom the papers address most, and who is called nearly so."""
    found = addressed(desk, asks)
    actors = desk.catalogue.actors
    yield paragraph(f"No document addresses {named} and no ask goes to it, {desk.among()}.")
    if not found:
        yield paragraph("Nobody whom the catalogue knows is addressed in it.")
        return
    most = sorted(found, key=lambda name: (-found[name], name))[:_MOST]
    told = ", ".join(f"{actors[name].name} ({counted(found[name], 'document')})" for name in most)
    yield paragraph(f"Addressed most: {told}.")
    names = [(folded(name), row) for row in found for name in (actors[row].name, *actors[row].aliases)]
    near = [actors[row].name for row in nearest(named, names)]
    if near:
        yield paragraph(f"Nearest by name among those addressed: {', '.join(near)}.")
