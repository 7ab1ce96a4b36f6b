# SPDX-License-Identifier: Apache-2.0
"""Obligations in dossiers, and the dossier of one: who laid it, what sources say of compliance, who asked again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tocsin.dossier import parts, unknowns
from tocsin.dossier.compositions import Block, Composition, Items, Paragraph, Run, Section, Sentence, own, paragraph
from tocsin.dossier.desks import Desk
from tocsin.dossier.events import Event, Telling, differing, happened
from tocsin.dossier.listings import instrument_names
from tocsin.dossier.parts import cited, day, stated
from tocsin.dossier.party_names import eased
from tocsin.dossier.withholding import Withholding
from tocsin.ledger.listed import Listed
from tocsin.linking.adherence import LAPSED
from tocsin.linking.charges import ALLEGED, UNFOUND
from tocsin.linking.clusters import Cluster
from tocsin.linking.fulfilments import Fulfilment
from tocsin.linking.obligation_states import Obligation, uncounted
from tocsin.linking.obligations import chosen, obligations
from tocsin.linking.said import Said
from tocsin.records.dates import worded
from tocsin.records.findings import Party
from tocsin.records.plurals import counted

_SAYS = {
    "breached": "states a breach",
    "met": "states that it is complied with",
    "partly": "states that it is complied with in part",
    "denied": "denies a breach",
    UNFOUND: "finds no breach",
    ALLEGED: "alleges a breach",
    LAPSED: "states that it is in force no longer",
}


def found(desk: Desk) -> tuple[Obligation, ...]:
    """Give the obligations at a dossier's clocks, those most spoken of first; names at risk withheld."""
    made = obligations(desk.ledger, desk.catalogue, desk.clocks, names=instrument_names(desk.catalogue))
    hidden = desk.hidden
    return made if hidden is None else tuple(withheld(one, hidden) for one in made)


def withheld(one: Obligation, hidden: Withholding) -> Obligation:
    """Withhold the names at risk in an obligation: in what cites it, asks for it again and is said of it."""
    return replace(
        one,
        cited=tuple(hidden.rows(one.cited)),
        again=tuple(hidden.rows(one.again)),
        before=tuple(hidden.rows(one.before)),
        kept=tuple(_masked_answer(kept, hidden) for kept in one.kept),
        said=tuple(_masked(said, hidden) for said in one.said),
    )


def _masked_answer(one: Fulfilment, hidden: Withholding) -> Fulfilment:
    document = one.words.document
    who = one.answerer and replace(one.answerer, name=hidden.masked(document, one.answerer.name))
    return replace(
        one,
        by=hidden.masked(document, one.by),
        answerer=who,
        words=replace(one.words, quote=hidden.masked(document, one.words.quote)),
        reasons=tuple(hidden.masked(document, reason) for reason in one.reasons),
    )


def _masked(said: Said, hidden: Withholding) -> Said:
    document = said.statement.citation.shelved.document
    citation = next(hidden.rows([said.statement.citation]))
    told = replace(said.statement, citation=citation, sentence=hidden.masked(document, said.statement.sentence))
    return replace(said, name=hidden.masked(document, said.name), statement=told)


def borne(desk: Desk, ids: frozenset[str]) -> tuple[Section, ...]:
    """Write the obligations that a body bears or is said to have met or breached, as a section under the law."""
    held = chosen(found(desk), on=ids)
    if not held:
        return ()
    blocks = tuple(block for one in held for block in duty(desk, one))
    return (Section(key="obligations", title="Obligations, and what sources say of them", blocks=blocks),)


def duty(desk: Desk, one: Obligation, *, names: bool = True) -> Iterator[Block]:
    """Write an obligation: what it is, its state as voices have it, and each statement in its own words."""
    laid = one.laid
    where = f", {', '.join(laid.pinpoints)}" if laid.pinpoints else ""
    runs: list[Run] = [
        Run(one.instrument_name if names else "The duty", "name"),
        Run(f"{where}. Borne by "),
        Run(one.bearer, "who"),
        Run(": "),
        _words(desk, one),
        Run(". State: "),
        Run(eased(one.words), "who"),
        Run(f". Cited by {counted(one.citing, 'voice')} in {counted(len(one.cited), 'passage')}."),
        *((Run(f" Its instrument, no article named: {counted(one.generally, 'voice')}."),) if one.generally else ()),
    ]
    yield Paragraph(sentences=(Sentence(runs=tuple(runs), notes=(*_laying(desk, one), *cited(desk, one.cited))),))
    groups: dict[tuple[str, str, str | None, str], list[Said]] = {}
    for said in one.said:
        groups.setdefault((said.name, said.statement.says, said.of, said.statement.sentence), []).append(said)
    if groups:
        yield Items(items=tuple(_said(desk, held) for held in groups.values()))


def _words(desk: Desk, one: Obligation) -> Run:
    """Give the duty in the words of the paragraph that lays it, else in those of the catalogue."""
    read = one.laid.read
    if read is None:
        return Run(one.laid.duty, "who")
    return Run(desk.masked(read.shelved.document, " ".join(one.laid.duty.split())), "quote")


def _laying(desk: Desk, one: Obligation) -> tuple[int, ...]:
    return () if one.laid.read is None else (desk.notes.of(next(iter(desk.shown([one.laid.read])))),)


def _said(desk: Desk, held: Sequence[Said]) -> Sentence:
    said = held[0]
    of = f" by {desk.names.named(said.statement.of)}" if said.statement.of else ", naming nobody"
    counts = () if said.counts else (Run(f" ({uncounted(said)}: in no count)", "soft"),)
    rows = [one.statement.citation for one in held]
    return Sentence(
        runs=(
            Run(f"{worded(rows[0].shelved.card.issued)} · "),
            Run(desk.names.named(Party(id="", name=said.name)), "who"),
            Run(f" {_SAYS[said.statement.says]}"),
            Run(of, "who"),
            Run(": "),
            Run(" ".join(said.statement.sentence.split()), "quote"),
            *counts,
        ),
        notes=cited(desk, rows),
    )


def dossier(desk: Desk, one: Obligation, *, made_with: str) -> Composition:
    """Write the dossier of an obligation."""
    voices = {said.voice for said in one.said if said.counts}
    summary: list[Block] = [
        paragraph(
            Sentence(
                runs=(
                    Run(one.instrument_name, "name"),
                    Run(f"{', ' + ', '.join(one.laid.pinpoints) if one.laid.pinpoints else ''}, borne by "),
                    Run(one.bearer, "who"),
                    Run(": "),
                    _words(desk, one),
                    Run("."),
                ),
                notes=_laying(desk, one),
            ),
            Sentence(runs=(Run("State: "), Run(eased(one.words), "who"), Run("."))),
            *_terms(one),
        ),
        parts.counts(
            (
                ("Documents of this ledger", str(desk.documents)),
                ("Cited by", f"{counted(one.citing, 'voice')} in {counted(len(one.cited), 'passage')}"),
                (
                    "Spoken of as met or breached by",
                    f"{counted(len(voices), 'voice')} in {counted(sum(s.counts for s in one.said), 'passage')}",
                ),
                ("Asked for again by", f"{counted(one.asking, 'voice')} in {counted(len(one.again), 'passage')}"),
                ("Events told of that bear on it", str(len(one.events))),
            )
        ),
    ]
    told = [_event(desk, event) for event in one.events]
    body = (
        Section(key="laid", title="The duty", blocks=tuple(_laid(desk, one))),
        Section(key="said", title="What sources say of compliance", blocks=tuple(_statements(desk, one))),
        happened(desk, told, "What was told of that bears on it"),
        Section(key="again", title="Who asked for it again", blocks=_again(desk, one.again)),
        Section(key="cites", title="Where it is cited", blocks=_rows(desk, one.cited)),
        differing(desk, told),
        unknowns.section(desk, (*_open(desk, one), *unknowns.of_events(desk, told), *unknowns.of_documents(desk))),
    )
    return parts.composed(
        desk,
        title=f"Obligation: {one.instrument_name}",
        summary=summary,
        body=body,
        documents=(),
        made_with=made_with,
        said=("Nothing here is a finding of law: a source’s word for an act stays that source’s word.",),
    )


def _event(desk: Desk, cluster: Cluster) -> Event:
    tellings = tuple(
        Telling(
            name=desk.names.named(Party(id=account.speaker or "", name=account.name)),
            rows=tuple(desk.shown(account.claims)),
            through=account.quoted_by or "",
        )
        for account in cluster.accounts
    )
    return Event(cluster=cluster, tellings=tellings)


def _terms(one: Obligation) -> Iterator[Sentence]:
    if one.laid.since or one.laid.until:
        until = f", until {worded(one.laid.until)}" if one.laid.until else ""
        yield own(f"In force since {worded(one.laid.since)}{until}.")
    if one.laid.deadline is not None:
        passed = ", which had passed by the day of this record" if one.overdue else ""
        yield own(f"To be done by {day(one.laid.deadline.latest)}{passed}.")


def _laid(desk: Desk, one: Obligation) -> Iterator[Block]:
    laid = one.laid
    if laid.read is not None:
        yield Paragraph(sentences=(stated(desk, next(iter(desk.shown([laid.read])))),))
    elif laid.row is not None:
        yield paragraph(
            Sentence(
                runs=(
                    Run("Laid by a row of the catalogue, in words of its own: "),
                    Run(laid.duty, "who"),
                    Run(". "),
                    Run("Its source: "),
                    Run(laid.row.source, "who"),
                    Run("."),
                )
            )
        )
    else:
        yield paragraph("The instrument as a whole; what is said of it names no one provision.")
    if laid.beneficiary:
        yield paragraph(Sentence(runs=(Run("Owed to "), Run(laid.beneficiary, "who"), Run("."))))


def _statements(desk: Desk, one: Obligation) -> Iterator[Block]:
    if not one.said:
        yield paragraph(f"Nobody speaks of it as met or breached {desk.among()}.")
        return
    blocks = list(duty(desk, replace(one, cited=()), names=False))
    yield from blocks[1:]


def _again(desk: Desk, rows: Sequence[Listed]) -> tuple[Block, ...]:
    return _rows(desk, rows) if rows else (paragraph(f"No ask that it be done {desk.among()}."),)


def _rows(desk: Desk, rows: Sequence[Listed]) -> tuple[Block, ...]:
    if not rows:
        return (paragraph(f"No citation {desk.among()}."),)
    return (Items(items=tuple(stated(desk, row) for row in rows)),)


def _open(desk: Desk, one: Obligation) -> Iterator[Sentence]:
    uncounted = sum(not said.counts for said in one.said)
    if uncounted:
        yield own(
            f"Of whom {counted(uncounted, 'statement')} on this instrument speak: they name no bearer or provision."
        )
    if not any(said.bearer for said in one.said):
        yield own(f"What the bearer says of it: no words of its own are held for that {desk.among()}.")
