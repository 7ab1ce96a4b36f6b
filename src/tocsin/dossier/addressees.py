# SPDX-License-Identifier: Apache-2.0
"""The dossier of an addressee: what a body was told, warned of and asked, on which law, and what it answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier import asks, events, figures, notice, own_accounts, parties, parts, replies, unaddressed, unknowns
from tocsin.dossier.compositions import Block, Composition, Items, Run, Sentence, own, paragraph
from tocsin.dossier.desks import Desk
from tocsin.dossier.duties import borne
from tocsin.dossier.listings import documents_to
from tocsin.dossier.parts import cited, harm, more
from tocsin.dossier.party_names import articled, sheet
from tocsin.dossier.wordings import shortened
from tocsin.ledger.listed import Listed
from tocsin.records.findings import Party, Warning  # noqa: A004 - the house's word
from tocsin.records.plurals import counted

_FIRST = 5
"""Asks and harms named on the first page; the rest stands in their sections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A body with the ids of its organs and offices, and the name that the dossier gives it."""

    body: str
    ids: frozenset[str]
    named: str

    def within(self, catalogue: Catalogue) -> str:
        """Name the body within a sentence, with its article."""
        return articled(catalogue, self.named)


def dossier(desk: Desk, to: Addressee, *, made_with: str) -> Composition:
    """Write the dossier of an addressee."""
    named = to.within(desk.catalogue)
    desk = replace(desk, scope=f"in what addresses {named}")
    told = documents_to(desk.ledger, desk.catalogue, desk.query, to.ids) & desk.held.keys()
    every = desk.found(desk.query)
    rows = {kind: [row for row in held if row.shelved.document in told] for kind, held in every.items()}
    own = own_accounts.of((*every["claim"], *every["warning"]), to.ids)
    asked = asks.gathered(desk, asks.addressed(rows["ask"], to.ids))
    clock = notice.notice_of(desk, to.ids, Party(id=to.body, name=to.named))
    claims = {row.row.finding for row in rows["claim"]}
    found = events.events(desk, desk.query, lambda row: row.row.finding in claims)
    given = asked.by_print(replies.entered(desk, asked.every.keys()))
    offered = asked.by_print(replies.proposed(desk, asked.every.keys()))
    answered = {ask for reply in given if not reply.no_response for ask in reply.asks}
    lanes = figures.lanes_of(found, rows["warning"], asked.rows.values(), given)
    nobody = () if told or asked.rows else tuple(unaddressed.said(desk, named, desk.found(desk.clocks)["ask"]))
    summary = (
        *nobody,
        paragraph(*notice.clock(desk, clock, named)),
        parts.counts(
            (
                (f"Documents that address {named}", str(len(told))),
                ("Asks addressed to it", desk.voiced(asked.every.values())),
                ("Asks with an entered answer", f"{len(answered)} of {len(asked.rows)}"),
                ("Asks with a proposed answer, confirmed by nobody", str(_proposed(offered))),
                ("Warnings in these documents", desk.voiced(rows["warning"])),
                ("Events told of in them", f"{len(found)}, by {desk.voiced(rows['claim'])}"),
                ("Citations of law in them", desk.voiced(rows["citation"])),
                ("What it said itself of events, and warned of", counted(len(own), "passage")),
            )
        ),
        *_asked_first(desk, asked),
        *_warned_first(desk, rows["warning"]),
        *figures.timeline(lanes, f"{to.named}: by month"),
    )
    obligations = borne(desk, to.ids)
    body = (
        notice.noticed(desk, clock, named, (*given, *offered)),
        asks.asked(desk, asked, f"What {named} was asked", answered=answered, whom=named),
        parts.warned(desk, rows["warning"], f"What {named} was warned of"),
        events.happened(desk, found, f"What {named} was told"),
        own_accounts.told(desk, own, named),
        parties.named(desk, [row for event in found for row in event.rows]),
        parts.on_law(desk, rows["citation"], sections=obligations),
        replies.answered(desk, asked.rows, given, offered),
        events.differing(desk, found),
        unknowns.section(desk, tuple(_unknown(desk, to, found, asked, rows["claim"], len(answered)))),
    )
    return parts.composed(
        desk,
        title=f"{to.named}: told, warned, asked",
        summary=summary,
        body=body,
        documents=[desk.held[name] for name in desk.held if name in told],
        made_with=made_with,
    )


def _proposed(offered: Sequence[replies.Reply]) -> int:
    return len({ask for reply in offered for ask in reply.asks})


def _asked_first(desk: Desk, told: asks.Told) -> Iterator[Block]:
    """Give what was asked most, in the words in which it was first asked."""
    groups = [
        [told.rows[making.row.row.finding] for making in item.makings if making.row.row.finding in told.rows]
        for item in told.repeated
    ]
    groups += [[row] for row in sorted(told.once, key=lambda row: sheet(row.shelved))]
    if not groups:
        return
    yield paragraph(f"Asked{' most often' if len(groups) > _FIRST else ''}:")
    yield Items(items=tuple(_first(desk, rows) for rows in groups[:_FIRST]))


def _first(desk: Desk, rows: Sequence[Listed]) -> Sentence:
    by = f"{counted(desk.voices.count_findings(rows), 'voice')}, {counted(len(rows), 'time')}. "
    return Sentence(
        runs=(
            Run(by, "name"),
            Run(desk.speaker(rows[0]), "who"),
            Run(": "),
            Run(shortened(rows[0].finding.quote, 24), "quote"),
            *more(rows),
        ),
        notes=cited(desk, rows),
    )


def _warned_first(desk: Desk, rows: Sequence[Listed]) -> Iterator[Block]:
    """Give what was warned of by most voices, by harm."""
    groups: dict[str, list[Listed]] = {}
    for row in rows:
        assert isinstance(row.finding, Warning)
        groups.setdefault(row.finding.harm, []).append(row)
    if groups:
        ordered = sorted(
            groups.items(), key=lambda item: (-desk.voices.count_findings(item[1]), -len(item[1]), item[0])
        )
        yield paragraph("Warned of:")
        yield Items(
            items=tuple(
                Sentence(
                    runs=(Run(harm(desk.catalogue, name), "name"), Run(f": {desk.voiced(held)}."), *more(held)),
                    notes=cited(desk, held),
                )
                for name, held in ordered[:_FIRST]
            )
        )


def _unknown(
    desk: Desk, to: Addressee, found: Sequence[events.Event], told: asks.Told, claims: Sequence[Listed], answered: int
) -> Iterator[Sentence]:
    waiting, named = len(told.rows) - answered, to.within(desk.catalogue)
    if waiting:
        yield own(f"Whether {named} answered {replies.these(waiting)} elsewhere: no answer is entered {desk.among()}.")
    yield from unknowns.of_events(desk, found)
    yield from unknowns.of_claims(claims)
    yield from unknowns.of_documents(desk)
