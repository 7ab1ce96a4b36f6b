# SPDX-License-Identifier: Apache-2.0
"""A body's own account: what it said of events and warned of, in its own papers and as others tell it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from tocsin.dossier.compositions import Items, Section, paragraph
from tocsin.dossier.desks import Desk
from tocsin.dossier.parts import middle, stated
from tocsin.dossier.party_names import titled
from tocsin.ledger.listed import Listed
from tocsin.linking.lineages import speakers
from tocsin.records.dates import worded
from tocsin.records.ids import Digest


def of(rows: Iterable[Listed], ids: Collection[str]) -> list[Listed]:
    """Keep what a body itself says: in a paper of its own, or quoted by another."""
    return [row for row in rows if any(party.id in ids for party in speakers(row))]


def told(desk: Desk, rows: Iterable[Listed], named: str) -> Section:
    """Write what a body itself said, paper by paper, in order of publication; `rows` are its own."""
    papers: dict[Digest, list[Listed]] = {}
    for row in sorted(rows, key=middle):
        papers.setdefault(row.shelved.document, []).append(row)
    under = tuple(
        Section(
            key=f"own-{number}",
            title=f"{worded(held[0].shelved.card.issued)} · {titled(held[0].shelved)}",
            blocks=(Items(items=tuple(stated(desk, row) for row in held), ordered=True),),
        )
        for number, held in enumerate(papers.values(), start=1)
    )
    none = () if under else (paragraph(f"No words of {named} on events, and no warning of its own, {desk.among()}."),)
    return Section(key="own", title=f"What {named} itself said", blocks=none, sections=under)
