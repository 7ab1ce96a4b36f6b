# SPDX-License-Identifier: Apache-2.0
"""Events in dossiers: what was said to have happened, voice by voice; where sources differ; what has no date.

Claims that tell of one event stand together (linking/clusters.py); nothing is decided between their voices.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from tocsin.dossier.compositions import Block, Items, Paragraph, Run, Section, Sentence, paragraph
from tocsin.dossier.desks import Desk
from tocsin.dossier.harms_done import HarmsDone
from tocsin.dossier.parts import act, cited, details, more, standing, stated
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Query
from tocsin.linking.accounts import claim_of
from tocsin.linking.clusters import Cluster, clusters
from tocsin.linking.counts import spelled
from tocsin.linking.denials import denying
from tocsin.records.bounds import Bounds, bounds
from tocsin.records.dates import worded
from tocsin.records.findings import Claim, Party
from tocsin.records.plurals import counted, verb

_BY_MONTH = 12
"""Events from which on they stand under the months in which they began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What one voice tells of an event: its name, its claims, and through whom it is told."""

    name: str
    rows: tuple[Listed, ...]
    through: str = ""

    @property
    def denies(self) -> bool:
        """Whether it denies the event, or something of it."""
        return any(claim_of(row).mode == "denied" for row in self.rows)

    @property
    def parted(self) -> tuple[Telling, ...]:
        """What it states and what it denies, and what it says of each that acted, each for itself."""
        held: dict[object, list[Listed]] = {}
        for row in self.rows:
            claim = claim_of(row)
            held.setdefault((claim.mode == "denied", frozenset(party.id for party in claim.actors)), []).append(row)
        return tuple(replace(self, rows=tuple(rows)) for rows in held.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event as the documents of a dossier tell it; `cluster` is what the whole ledger tells of it."""

    cluster: Cluster
    tellings: tuple[Telling, ...]

    @property
    def rows(self) -> tuple[Listed, ...]:
        """The claims that tell of it here."""
        return tuple(row for telling in self.tellings for row in telling.rows)

    @property
    def when(self) -> str | None:
        """When it was, as told most closely: the cluster's date, or where one claim alone is told, its own."""
        return claim_of(self.rows[0]).when if len(self.rows) == 1 else self.cluster.when

    @property
    def began(self) -> Bounds | None:
        """The bounds of when it began."""
        return bounds(self.when)


def events(desk: Desk, query: Query, keep: Callable[[Listed], bool]) -> list[Event]:
    """Give what the claims to be kept tell, in order of the day; what has no date comes last."""
    found = []
    whole = replace(query, happened_from=None, happened_to=None)
    for cluster in clusters(desk.ledger, desk.catalogue, whole, shown=desk.shown, least=1):
        if not any(keep(row) for row in cluster.claims):
            continue
        # Whoever denies an event is told beside it, with or without a date and a place of its own.
        tellings = tuple(
            Telling(
                name=desk.names.named(Party(id=account.speaker or "", name=account.name)),
                rows=rows,
                through=account.quoted_by or "",
            )
            for account in cluster.accounts
            if (rows := tuple(row for row in account.claims if keep(row) or claim_of(row).mode == "denied"))
        )
        found.append(Event(cluster=cluster, tellings=tellings))
    return sorted(found, key=lambda event: (event.began.earliest, event.began.latest) if event.began else (10**7, 0))


def happened(desk: Desk, found: Sequence[Event], title: str, *, before: Sequence[Block] = ()) -> Section:
    """Write what was said to have happened, in the order in which it happened; what has no date comes last."""
    done = HarmsDone(desk.catalogue)

    def blocks_of(event: Event) -> tuple[Block, ...]:
        incident = any(done.harms(claim_of(row)) for row in event.rows)
        return tuple(replace(block, incident=incident) for block in told(desk, event))

    dated = [event for event in found if event.when]
    undated = [event for event in found if not event.when]
    blocks: list[Block] = [*before] if dated else [paragraph(f"No claim with a date {desk.here()}.")]
    under: list[Section] = []
    if len(dated) < _BY_MONTH:
        blocks += [block for event in dated for block in blocks_of(event)]
    else:
        months: dict[str, list[Event]] = {}
        for event in dated:
            months.setdefault(_month(event), []).append(event)
        under += [
            Section(key=f"told-{number}", title=month, blocks=tuple(b for one in held for b in blocks_of(one)))
            for number, (month, held) in enumerate(months.items(), start=1)
        ]
    if undated:
        rows = [row for event in undated for row in event.rows]
        late = tuple(block for event in undated for block in blocks_of(event))
        under.append(Section(key="told-undated", title=f"Told without a date: {desk.voiced(rows)}", blocks=late))
    return Section(key="told", title=title, blocks=tuple(blocks), sections=tuple(under))


def _month(event: Event) -> str:
    began = (event.when or "").partition("/")[0].rstrip("~?%") or (event.when or "").partition("/")[2]
    return worded(began[:7] if began[:4].isdigit() else began)


def told(desk: Desk, event: Event) -> tuple[Paragraph | Items, ...]:
    """Write an event: one claim in a sentence; several under a head, voice by voice."""
    rows = event.rows
    if len(rows) == 1:
        return (Paragraph(sentences=(stated(desk, rows[0]),)),)
    claims = [claim_of(row) for row in rows]
    acts = list(dict.fromkeys(claim.act for claim in claims))
    best = max(claims, key=lambda claim: bool(claim.actors) + bool(claim.targets) + bool(claim.places))
    head = Sentence(
        runs=(
            Run(f"{worded(event.when)} · " if event.when else ""),
            Run("; ".join(act(desk.catalogue, one) for one in acts[:3]), "name"),
            Run(f"{details(desk, _untold(event, best))}{_told_by(event)}."),
        ),
        notes=() if len(event.tellings) == 1 else cited(desk, [telling.rows[0] for telling in event.tellings]),
        possible=all(row.row.certainty == "possible" for row in rows),
    )
    said = tuple(_said(desk, one) for telling in event.tellings for one in telling.parted)
    if len(event.tellings) == 1:
        return (Paragraph(sentences=(head, *said)),)
    return (Paragraph(sentences=(head,)), Items(items=said))


def _untold(event: Event, claim: Claim) -> Claim:
    """Give a claim for the head of an event; whoever acted is named there only where its voices agree on it."""
    agreed = len(event.tellings) == 1 or event.cluster.acting
    return claim if agreed else replace(claim, actors=())


def _told_by(event: Event) -> str:
    if len(event.tellings) == 1:
        return ""
    documents = len({row.shelved.document for row in event.rows})
    denying = sum(telling.denies for telling in event.tellings)
    told_by = f", told of by {counted(len(event.tellings), 'voice')} in {counted(documents, 'document')}"
    return f"{told_by}, denied by {denying} of them" if denying else told_by


def _said(desk: Desk, telling: Telling) -> Sentence:
    """Write what a voice says in its fullest words; its other passages are called as notes."""
    rows = sorted(telling.rows, key=lambda row: -len(row.finding.quote))
    through = f", as told by {telling.through}," if telling.through and telling.through != telling.name else ""
    beside = f" and in {counted(len(rows) - 1, 'other passage')}" if len(rows) > 1 else ""
    alleged = all(claim_of(row).mode == "alleged" for row in rows)
    tells = denying(rows[0].finding.quote) if telling.denies else "alleges" if alleged else "states"
    return Sentence(
        runs=(
            Run(telling.name, "who"),
            Run(through, "who"),
            Run(f" {verb(tells, [telling.name])}: "),
            Run(" ".join(rows[0].finding.quote.split()), "quote"),
            Run(beside, "soft"),
            *standing(rows[0]),
            *more(rows),
        ),
        notes=cited(desk, rows),
    )


def differing(desk: Desk, found: Iterable[Event]) -> Section:
    """Write where the voices of one event differ: in its date, in who acted, in numbers, or that one denies it."""
    blocks: list[Block] = []
    number = 0
    for event in found:
        lines = tuple(_differences(desk, event))
        if lines:
            number += 1
            head = Sentence(
                runs=(
                    Run(f"{worded(event.when)} · "),
                    Run(act(desk.catalogue, event.cluster.act), "name"),
                    Run(f"{_at(desk, event)}:"),
                ),
                notes=cited(desk, event.rows),
            )
            blocks += [Paragraph(sentences=(head,)), Items(items=lines)]
    none = f"No two voices that tell of one event here differ in its date, in who acted or in a number {desk.here()}."
    return Section(key="differ", title="Where sources differ", blocks=tuple(blocks) or (paragraph(none),))


def _at(desk: Desk, event: Event) -> str:
    places = ", ".join(desk.places.called(name) for name in event.cluster.places)
    return f" at {places}" if places else ""


def _differences(desk: Desk, event: Event) -> Iterable[Sentence]:
    cluster = event.cluster
    here = {telling.name for telling in event.tellings}
    if len(cluster.accounts) < 2 and not any(number.differ for number in cluster.numbers):
        return
    if cluster.dates_differ:
        yield _apart("when", [(worded(when), by) for when, by in cluster.dates])
    if cluster.blame:
        yield _blame(desk, cluster)
    if cluster.whom:
        yield _apart("whom it was done to", cluster.whom)
    for one in cluster.numbers:
        if one.differ:
            numbers = [(spelled((told.low, told.high)), (told.voice,)) for told in one.told]
            yield _apart(f"the number of {one.of}", list(dict.fromkeys(numbers)))
    denying = [telling for telling in event.tellings if telling.denies]
    if denying and len(here) > len(denying):
        yield from (_said(desk, one) for telling in denying for one in telling.parted if one.denies)


def _blame(desk: Desk, cluster: Cluster) -> Sentence:
    """Write whom each voice names as acting, and which of them name nobody."""
    sides = [(desk.names.named(one.party), one.by) for one in cluster.blamed]
    naming = {name for one in cluster.blamed for name in one.by}
    silent = tuple(account.name for account in cluster.accounts if account.told and account.name not in naming)
    return _apart("who acted", [*sides, *([("nobody named", silent)] if silent else [])], differ=cluster.blame_differs)


def _apart(what: str, sides: Iterable[tuple[str, Iterable[str]]], *, differ: bool = True) -> Sentence:
    runs: list[Run] = [Run(f"They differ on {what}: " if differ else f"They do not all name {what}: ")]
    for number, (value, by) in enumerate(sides):
        runs += [Run("; " if number else ""), Run(value, "who"), Run(f" ({', '.join(by)})", "who")]
    return Sentence(runs=(*runs, Run(".")))
