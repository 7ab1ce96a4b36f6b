# SPDX-License-Identifier: Apache-2.0
"""The record of a place and a period: what was said to have happened there, access, people, needs, warnings, asks, law.

1. An event is of the place where a claim names it, a part of it or its people, or bears on it as a way.
2. Warnings and asks are of the place where they name it; those of the period are those published in it.
3. Nothing is decided between voices, and what no document tells of is said to be unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tocsin.catalogue.rows import Place
from tocsin.dossier import asks, duties, events, figures, parties, parts, replies, risks, unknowns
from tocsin.dossier.compositions import Block, Composition, Items, Paragraph, Run, Section, Sentence, own, paragraph
from tocsin.dossier.desks import Desk
from tocsin.dossier.notice import on_day
from tocsin.dossier.parts import CITED, act, day, tells
from tocsin.dossier.party_names import articled
from tocsin.ledger.listed import Listed
from tocsin.linking.obligation_states import Obligation
from tocsin.records.findings import Claim, Party
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted
from tocsin.watch.access_logs import AccessLog, access_log
from tocsin.watch.matrices import Cell
from tocsin.watch.needs import Needs, needs
from tocsin.watch.reckonings import Report
from tocsin.watch.tolls import Toll, Tolls, tolls
from tocsin.watch.wheres import Where, where

_FIRST = 6
"""Acts named on the first page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What is gathered of a place before it is written."""

    found: list[events.Event]
    rows: dict[str, list[Listed]]
    asked: asks.Told
    log: AccessLog
    tolls: Tolls
    needs: Needs | None
    risk: tuple[Cell, ...]
    given: tuple[replies.Reply, ...]
    offered: tuple[replies.Reply, ...]


def dossier(desk: Desk, place: Place, *, made_with: str) -> Composition:
    """Write the record of a place for the period of the happened clock; without one, for all that is told."""
    told = _gathered(desk, place)
    named = articled(desk.catalogue, desk.places.named(Party(id=place.id, name=place.name)))
    desk = replace(desk, scope=f"in what is told of {articled(desk.catalogue, place.name)}")
    answered = {ask for reply in told.given if not reply.no_response for ask in reply.asks}
    summary = (
        paragraph(*_lead(desk, named, told)),
        parts.counts(
            (
                ("Documents of this ledger", str(desk.documents)),
                ("Events told of", f"{len(told.found)}, by {desk.voiced(told.rows['claim'])}"),
                ("Events told of by two or more voices", str(sum(len(e.tellings) > 1 for e in told.found))),
                ("Warnings", desk.voiced(told.rows["warning"])),
                ("Asks", desk.voiced(told.asked.every.values())),
                ("Asks with an entered answer", f"{len(answered)} of {len(told.asked.rows)}"),
            )
        ),
        *_acts(desk, told.found),
        *figures.timeline(
            figures.lanes_of(
                told.found, told.rows["warning"], told.asked.rows.values(), told.given, desk.query.happened_from
            ),
            f"{place.name}: by month",
        ),
    )
    body = (
        events.happened(desk, told.found, "What was said to have happened"),
        parties.named(desk, told.rows["claim"]),
        _access(desk, told.log),
        _people(desk, told.tolls),
        _needs(desk, told.needs),
        risks.section(desk, told.risk),
        parts.warned(desk, told.rows["warning"], "What was warned of"),
        asks.asked(desk, told.asked, "What was asked about it", answered=answered),
        parts.on_law(desk, told.rows["citation"], sections=_obligations(desk, told)),
        replies.answered(desk, told.asked.rows, told.given, told.offered),
        _differing(desk, told),
        unknowns.section(desk, tuple(_unknown(desk, told))),
    )
    return parts.composed(
        desk,
        title=f"{place.name}: the record{_period(desk)}",
        summary=summary,
        body=body,
        documents=(),
        made_with=made_with,
    )


def _gathered(desk: Desk, place: Place) -> _Told:
    at = where(desk.catalogue, place)
    log = access_log(desk.ledger, desk.catalogue, place, desk.query, veil=desk.hidden)
    bearing = {one.item.row.finding for one in log.evidence}
    held = desk.found(desk.query)
    claims = {row.row.finding for row in held["claim"] if row.row.finding in bearing or of_place(at, row)}
    found = events.events(desk, desk.query, lambda row: row.row.finding in claims)
    rows = {kind: [row for row in listed if of_place(at, row)] for kind, listed in held.items()}
    if at.way:  # a way is warned of by what its closing does to the land it leads to
        rows["warning"] = [row for row in held["warning"] if of_place(at, row) or _around(at, row)]
    rows["claim"] = [row for event in found for row in event.rows]
    beside = _sentences(rows)
    rows["citation"] = [row for row in held["citation"] if _beside(row, beside) or at.named_in(row.finding.quote)]
    asked = asks.gathered(desk, rows["ask"])
    whole = desk.query.happened_from is not None and desk.query.happened_to is not None
    return _Told(
        found=found,
        rows=rows,
        asked=asked,
        log=log,
        tolls=tolls(desk.ledger, desk.catalogue, place, desk.query, veil=desk.hidden),
        needs=needs(desk.ledger, desk.catalogue, place, desk.query, veil=desk.hidden) if whole else None,
        risk=risks.found(desk, place),
        given=asked.by_print(replies.entered(desk, asked.every.keys())),
        offered=asked.by_print(replies.proposed(desk, asked.every.keys())),
    )


def of_place(at: Where, row: Listed) -> bool:
    """Say whether a finding is of a place: it names it, or a part of it, as place or party or in its words."""
    finding = row.finding
    parties = [
        *getattr(finding, "places", ()),
        *(getattr(finding, "actors", ()) if isinstance(finding, Claim) else ()),
        *getattr(finding, "targets", ()),
    ]
    if any(at.here(party) or party.id in at.parts for party in parties):
        return True
    return at.named_in(finding.quote)


def _around(at: Where, row: Listed) -> bool:
    return any(at.wider(party) for party in getattr(row.finding, "places", ()))


_NEAR = 400
"""Code points within which a citation stands beside a finding of the place."""


def _sentences(rows: dict[str, list[Listed]]) -> dict[Digest, list[tuple[int, int]]]:
    spans: dict[Digest, list[tuple[int, int]]] = {}
    for kind in ("claim", "ask"):
        for row in rows[kind]:
            spans.setdefault(row.shelved.document, []).append((row.finding.start - _NEAR, row.finding.end + _NEAR))
    return spans


def _beside(row: Listed, spans: dict[Digest, list[tuple[int, int]]]) -> bool:
    near = spans.get(row.shelved.document, ())
    return any(start <= row.finding.start and row.finding.end <= end for start, end in near)


def _period(desk: Desk) -> str:
    first, last = desk.query.happened_from, desk.query.happened_to
    if first is None and last is None:
        return ""
    begun = f" {day(first)}" if first is not None else ""
    return f",{begun}{' to ' if begun else ' until '}{day(last)}" if last is not None else f", from{begun}"


def _lead(desk: Desk, named: str, told: _Told) -> Iterator[Sentence]:
    documents = {row.shelved.document for rows in told.rows.values() for row in rows}
    yield own(
        f"{counted(len(documents), 'document')} {'tells' if len(documents) == 1 else 'tell'} of {named} {desk.among()}."
    )
    spent = [one for one in told.log.spent if one.state != "unknown" and one.days.high]
    if told.log.days and spent:
        states = "; ".join(f"{one.state} {one.days}" for one in spent)
        yield own(f"Of {counted(told.log.days, 'day')}, as voices tell it: {states}.")
    for line in told.tolls.lines:
        if not line.children:
            yield own(f"People told of as {line.kind}: {_amount(line)}.")


def _amount(line: Toll) -> str:
    count = line.count
    if not count.basis and count.high is None:
        told = "; ".join(dict.fromkeys(str(report.amount) for report in count.reports))
        return f"of these days alone unknown; told without a first day: {told or 'only denied numbers'}"
    return f"{count.told}, by {counted(count.voices, 'voice')}{'; the sources disagree' if count.disagree else ''}"


def _acts(desk: Desk, found: Sequence[events.Event]) -> Iterator[Block]:
    """Give the kinds of act told of, those told by most voices first."""
    groups: dict[str, list[events.Event]] = {}
    for event in found:
        groups.setdefault(event.cluster.act, []).append(event)
    if not groups:
        return
    yield paragraph("Told of most:")
    voices = {name: {telling.name for event in held for telling in event.tellings} for name, held in groups.items()}
    ordered = sorted(groups, key=lambda name: (-len(voices[name]), -len(groups[name]), name))
    yield Items(
        items=tuple(
            Sentence(
                runs=(
                    Run(act(desk.catalogue, name), "name"),
                    Run(f": {counted(len(groups[name]), 'event')}, {counted(len(voices[name]), 'voice')}."),
                ),
                notes=desk.notes.all([event.rows[0] for event in groups[name]][:CITED]),
            )
            for name in ordered[:_FIRST]
        )
    )


def _access(desk: Desk, log: AccessLog) -> Section:
    blocks: list[Block] = []
    if log.stretches:
        states = "; ".join(f"{one.state} {one.days}" for one in log.spent)
        blocks.append(
            paragraph(
                f"Days of each state, at least and at most, of {counted(log.days, 'day')}: {states}.",
                "A day of which nobody tells is unknown; where voices differ the most shut state that is told for "
                "certain is shown, with who tells what beside it.",
            )
        )
        blocks += figures.access(log)
        rows = [one.item for one in log.evidence]
        told = Sentence(runs=(Run(f"These days rest on {counted(len(rows), 'claim')}."),), notes=desk.notes.all(rows))
        blocks.append(Paragraph(sentences=(told,)))
    for one in log.constraints:
        notes = desk.notes.all([held.item for held in one.evidence][:CITED])
        days = f"{one.days}–{one.possible} days" if one.days != one.possible else counted(one.days, "day")
        runs = (
            Run(f"{one.term.name[:1].upper()}{one.term.name[1:]}", "name"),
            Run(f": {days}, by {counted(one.voices, 'voice')}."),
        )
        blocks.append(Paragraph(sentences=(Sentence(runs=runs, notes=notes),)))
    for passed in log.passed:
        notes = desk.notes.all([report.item for report in passed.count.reports][:CITED])
        said = f"Told to have passed: {passed.count.amount} {passed.of}, by {counted(passed.count.voices, 'voice')}."
        blocks.append(Paragraph(sentences=(own(said, *notes),)))
    return Section(
        key="access",
        title="Access",
        blocks=tuple(blocks) or (paragraph(f"Nothing is said of access {desk.here()}."),),
    )


def _people(desk: Desk, found: Tolls) -> Section:
    blocks: list[Block] = []
    for line in found.lines:
        kind = f"{line.kind}, children" if line.children else line.kind
        blocks.append(paragraph(Sentence(runs=(Run(kind.capitalize(), "name"), Run(f": {_amount(line)}.")))))
        reports = [(one, "") for one in line.count.reports] + [(one, " (denied)") for one in line.denied]
        blocks.append(Items(items=tuple(_report(desk, one, sure) for one, sure in reports)))
    none = (paragraph(f"No number of people killed, injured, detained, missing or displaced {desk.here()}."),)
    return Section(key="people", title="People", blocks=tuple(blocks) or none)


def _report(desk: Desk, one: Report, sure: str) -> Sentence:
    row = one.item
    return Sentence(
        runs=(
            Run(f"{_days(one)}: {one.amount}{sure}. "),
            *tells(desk, row),
            Run(" ".join(row.finding.quote.split()), "quote"),
        ),
        notes=(desk.notes.of(row),),
    )


def _days(one: Report) -> str:
    if one.days is None:
        return f"up to {day(one.covers[1])}" if one.covers is not None else "no date"
    first, last = one.days
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def _needs(desk: Desk, found: Needs | None) -> Section:
    blocks: list[Block] = []
    if found is None:
        blocks.append(paragraph("Needs are reckoned for a first and a last day; this record has none."))
    elif found.population.amount is None:
        blocks.append(paragraph(f"Unknown: nobody tells how many people live there {desk.among()}."))
    else:
        rows = [one.item for one in found.population.basis]
        voices = counted(found.population.voices, "voice")
        told = f"{found.population.amount} people, told by {voices}; {counted(found.days, 'day')}."
        blocks.append(Paragraph(sentences=(own(told, *desk.notes.all(rows[:CITED])),)))
        blocks += figures.needs(found) or (figures.needs_table(found),)
        reports = {
            report.item.row.finding: report
            for line in found.lines
            for report in (*line.supplies.reports, *line.unweighed)
        }
        if reports:
            lines = tuple(_supply(desk, report) for report in reports.values())
            blocks += [paragraph("Supplies told of:"), Items(items=lines)]
        blocks.append(paragraph("Stocks, harvests and wells of which no document tells are in no number."))
    return Section(key="needs", title="Needs", blocks=tuple(blocks))


def _supply(desk: Desk, report: Report) -> Sentence:
    row = report.item
    runs = (
        Run(f"{_days(report)}: {report.count.value:,} {report.count.of}. "),
        *tells(desk, row),
        Run(" ".join(row.finding.quote.split()), "quote"),
    )
    return Sentence(runs=runs, notes=(desk.notes.of(row),))


def _obligations(desk: Desk, told: _Told) -> tuple[Section, ...]:
    claims = {row.row.finding for row in told.rows["claim"]}
    citations = {row.row.finding for row in told.rows["citation"]}
    held = [one for one in duties.found(desk) if _bears(one, claims, citations)]
    if not held:
        return ()
    blocks = tuple(block for one in held for block in duties.duty(desk, one))
    return (Section(key="obligations", title="Obligations, and what sources say of them", blocks=blocks),)


def _bears(one: Obligation, claims: set[Digest], citations: set[Digest]) -> bool:
    """Say whether a duty is of the place: an event told of it bears on it, or it is spoken of beside one."""
    if any(row.row.finding in claims for event in one.events for row in event.claims):
        return True
    return any(said.statement.citation.row.finding in citations for said in one.said)


def _differing(desk: Desk, told: _Told) -> Section:
    """Write where the voices of one event differ, and on how many days they tell access differently."""
    section = events.differing(desk, told.found)
    apart = [one for one in told.log.stretches if len([name for name, _ in one.voices if name != "unknown"]) > 1]
    if not apart:
        return section
    days = counted(sum(one.days for one in apart), "day")
    states = ", ".join(dict.fromkeys(name for one in apart for name, _ in one.voices))
    rows = list(dict.fromkeys(held.item.row.finding for one in apart for held in one.evidence))
    notes = desk.notes.all([held.item for held in told.log.evidence if held.item.row.finding in rows][:CITED])
    line = own(
        f"Access: on {days} voices tell more than one state ({states}); each stands in the table of days.", *notes
    )
    blocks = section.blocks if any(isinstance(block, Items) for block in section.blocks) else ()
    return Section(key=section.key, title=section.title, blocks=(Paragraph(sentences=(line,)), *blocks))


def _unknown(desk: Desk, told: _Told) -> Iterator[Sentence]:
    log = told.log
    silent = next((one.days for one in log.spent if one.state == "unknown" and one.days.high), None)
    if silent is not None:
        yield own(f"How access was on {silent} of {counted(log.days, 'day')}: nobody tells {desk.among()}.")
    if told.needs is not None:
        unknown = [line.standard.name for line in told.needs.lines if line.supplied is None]
        if unknown:
            yield own(f"Which supplies came: nobody tells a number for {', '.join(unknown)}.")
    yield from unknowns.of_events(desk, told.found)
    yield from unknowns.of_claims(told.rows["claim"])
    yield from unknowns.of_documents(desk)
    if desk.query.happened_to is None:
        yield own(f"What happened after {day(on_day(desk).toordinal())} is not in this record.")
