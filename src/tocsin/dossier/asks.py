# SPDX-License-Identifier: Apache-2.0
"""What was asked: each standing ask with its story, then what was asked once, document by document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.dossier.compositions import Block, Items, Paragraph, Run, Section, Sentence, paragraph
from tocsin.dossier.desks import Desk
from tocsin.dossier.parts import cited, details, label, middle, more, standing
from tocsin.dossier.party_names import sheet, titled
from tocsin.ledger.listed import Listed
from tocsin.linking.standing_asks import Choice, StandingAsk, standing_asks
from tocsin.records.dates import worded
from tocsin.records.findings import Ask
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The asks that a dossier is about: `repeated` standing asks, those asked once, all by their findings."""

    repeated: tuple[StandingAsk, ...]
    once: tuple[Listed, ...]
    rows: Mapping[Digest, Listed]


def gathered(desk: Desk, rows: Sequence[Listed]) -> Told:
    """Group the asks that a dossier is about; `rows` are fit to be shown."""
    held = {row.row.finding: row for row in rows}
    found = standing_asks(desk.ledger, desk.catalogue, desk.clocks, Choice(reported=True, implied=True))
    repeated, told = [], set[Digest]()
    for item in found:
        here = [making.row.row.finding for making in item.makings if making.row.row.finding in held]
        if len(here) > 1 and not told.issuperset(here):
            repeated.append(item)
            told.update(here)
    return Told(repeated=tuple(repeated), once=tuple(row for row in rows if row.row.finding not in told), rows=held)


def asked(desk: Desk, told: Told, title: str, *, answered: Collection[Digest], whom: str | None = None) -> Section:
    """Write what was asked: what was asked again and again first; `whom` where all asks are addressed to one body."""
    under = [
        story(desk, item, told.rows, answered=answered, key=f"standing-{number}")
        for number, item in enumerate(told.repeated, start=1)
    ]
    groups: dict[Digest, list[Listed]] = {}
    for row in sorted(told.once, key=middle):
        groups.setdefault(row.shelved.document, []).append(row)
    under += [
        Section(
            key=f"asked-{number}",
            title=f"{worded(rows[0].shelved.card.issued)} · {titled(rows[0].shelved)}",
            blocks=(Items(items=tuple(_line(desk, row, answered, to=whom is None) for row in rows), ordered=True),),
        )
        for number, rows in enumerate(groups.values(), start=1)
    ]
    blocks: tuple[Block, ...] = ()
    if not under:
        blocks = (paragraph(f"No ask addressed to {whom} {desk.among()}." if whom else f"No ask {desk.among()}."),)
    elif told.repeated:
        blocks = (
            paragraph(
                f"{counted(len(told.repeated), 'thing was', 'things were')} asked more than once, "
                f"{counted(len(told.once), 'thing', 'things')} once."
            ),
        )
    return Section(key="asked", title=title, blocks=blocks, sections=tuple(under))


def story(
    desk: Desk, item: StandingAsk, rows: Mapping[Digest, Listed], *, answered: Collection[Digest], key: str
) -> Section:
    """Write how often, since when, by whom and with which force one thing was asked; copies of one text in one line."""
    held = [rows[making.row.row.finding] for making in item.makings if making.row.row.finding in rows]
    held.sort(key=middle)
    copies: dict[tuple[Digest, str], list[Listed]] = {}
    for row in held:
        copies.setdefault((desk.voices.of_finding(row), _folded(row)), []).append(row)
    first, last = worded(held[0].shelved.card.issued), worded(held[-1].shelved.card.issued)
    span = first if first == last else f"{first} to {last}"
    voices = desk.voices.count_findings(held)
    title = f"Asked {counted(len(held), 'time')} by {counted(voices, 'voice')}, {span}"
    lines = tuple(_making(desk, group, answered) for group in copies.values())
    return Section(key=key, title=title, blocks=(Items(items=lines, ordered=True),))


def _folded(row: Listed) -> str:
    return " ".join(row.finding.quote.casefold().split())


def _making(desk: Desk, rows: Sequence[Listed], answered: Collection[Digest]) -> Sentence:
    row = rows[0]
    copied = f" (in {counted(len(rows), 'passage')} of one voice)" if len(rows) > 1 else ""
    return Sentence(
        runs=(
            Run(f"{worded(row.shelved.card.issued)} · "),
            *_asking(desk, row),
            Run(copied, "soft"),
            *more(rows),
            *_answer(row, answered),
        ),
        notes=cited(desk, rows),
        possible=row.row.certainty == "possible",
    )


def _line(desk: Desk, row: Listed, answered: Collection[Digest], *, to: bool) -> Sentence:
    return Sentence(
        runs=(*_asking(desk, row, to=to), *_answer(row, answered)),
        notes=(desk.notes.of(row),),
        possible=row.row.certainty == "possible",
    )


def _asking(desk: Desk, row: Listed, *, to: bool = True) -> Iterator[Run]:
    ask = row.finding
    assert isinstance(ask, Ask)
    whom = desk.names.all(ask.addressees) if to else ""
    yield Run(desk.speaker(row), "who")
    yield Run(", as a fact sheet tells it · " if sheet(row.shelved) else " · ")
    yield Run("ask" if sheet(row.shelved) else label(desk.catalogue, ask), "name")
    yield Run(", to " if whom else "")
    yield Run(whom, "who")
    yield Run(f"{details(desk, ask)}: ")
    yield Run(" ".join(ask.quote.split()), "quote")
    yield from standing(row)


def _answer(row: Listed, answered: Collection[Digest]) -> tuple[Run, ...]:
    return (Run(" (answered, see below)", "soft"),) if row.row.finding in answered else ()


def addressed(rows: Iterable[Listed], whom: Collection[str]) -> list[Listed]:
    """Keep the asks that are addressed to one of some bodies."""
    return [
        row
        for row in rows
        if isinstance(row.finding, Ask) and any(party.id in whom for party in row.finding.addressees)
    ]


def quoted(desk: Desk, rows: Sequence[Listed], lead: str) -> Paragraph:
    """Write one thing that was asked in the words in which it was first asked, after a lead."""
    runs = (
        Run(lead),
        Run(desk.speaker(rows[0]), "who"),
        Run(": "),
        Run(" ".join(rows[0].finding.quote.split()), "quote"),
    )
    return Paragraph(sentences=(Sentence(runs=runs, notes=cited(desk, rows)),))
