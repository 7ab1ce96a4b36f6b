# SPDX-License-Identifier: Apache-2.0
"""What was asked: each standing ask with its story, then what was asked once, document by document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tocsin.dossier.compositions import Block, Items, Paragraph, Run, Section, Sentence, paragraph
from tocsin.dossier.desks import Desk
from tocsin.dossier.parts import cited, details, label, middle, more, standing
from tocsin.dossier.party_names import sheet, titled
from tocsin.dossier.replies import Reply
from tocsin.ledger.listed import Listed
from tocsin.linking.printings import together
from tocsin.linking.standing_asks import Choice, StandingAsk, standing_asks
from tocsin.records.dates import worded
from tocsin.records.findings import Ask
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted, times


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The asks that a dossier is about: `repeated` standing asks, those asked once, all by their findings.

    What a reprint prints again is asked once: `rows` have one print of each ask, `every` all, `prints` say which
    finding of `rows` stands for which others.
    """

    repeated: tuple[StandingAsk, ...]
    once: tuple[Listed, ...]
    rows: Mapping[Digest, Listed]
    every: Mapping[Digest, Listed]
    prints: Mapping[Digest, tuple[Listed, ...]]

    def by_print(self, replies: Iterable[Reply]) -> tuple[Reply, ...]:
        """Give replies, each to the prints that stand for the asks that it answers."""
        stands = {row.row.finding: name for name, held in self.prints.items() for row in held}
        return tuple(
            replace(reply, asks=tuple(dict.fromkeys(stands.get(ask, ask) for ask in reply.asks))) for reply in replies
        )


def gathered(desk: Desk, rows: Sequence[Listed]) -> Told:
    """Group the asks that a dossier is about; `rows` are fit to be shown."""
    groups = together(rows, desk.voices)
    held = {group[0].row.finding: group[0] for group in groups}
    found = standing_asks(desk.ledger, desk.catalogue, desk.clocks, Choice(reported=True, implied=True))
    repeated, told = [], set[Digest]()
    for item in found:
        here = [making.row.row.finding for making in item.makings if making.row.row.finding in held]
        if len(here) > 1 and not told.issuperset(here):
            repeated.append(item)
            told.update(here)
    return Told(
        repeated=tuple(repeated),
        once=tuple(row for name, row in held.items() if name not in told),
        rows=held,
        every={row.row.finding: row for row in rows},
        prints={group[0].row.finding: tuple(group) for group in groups},
    )


def asked(desk: Desk, told: Told, title: str, *, answered: Collection[Digest], whom: str | None = None) -> Section:
    """Write what was asked: what was asked again and again first; `whom` where all asks are addressed to one body."""
    under = [
        story(desk, item, told.every, answered=answered, key=f"standing-{number}")
        for number, item in enumerate(told.repeated, start=1)
    ]
    groups: dict[Digest, list[Listed]] = {}
    for row in sorted(told.once, key=middle):
        groups.setdefault(row.shelved.document, []).append(row)
    under += [
        Section(
            key=f"asked-{number}",
            title=f"{worded(rows[0].shelved.card.issued)} · {titled(rows[0].shelved)}",
            blocks=(
                Items(
                    items=tuple(_line(desk, told.prints[row.row.finding], answered, to=whom is None) for row in rows),
                    ordered=True,
                ),
            ),
        )
        for number, rows in enumerate(groups.values(), start=1)
    ]
    blocks: tuple[Block, ...] = ()
    if not under:
        blocks = (paragraph(f"No ask addressed to {whom} {desk.among()}." if whom else f"No ask {desk.here()}."),)
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
    copies = together(held, desk.voices)
    dated = [group[0] for group in copies if group[0].shelved.published] or held
    first, last = worded(dated[0].shelved.card.issued), worded(dated[-1].shelved.card.issued)
    span = first if first == last else f"{first} to {last}"
    undated = sum(group[0].shelved.published is None for group in copies)
    span += f"; {undated} of them without a date" if 0 < undated < len(copies) else ""
    voices = desk.voices.count_findings(held)
    title = f"Asked {times(len(copies))} by {counted(voices, 'voice')}, {span}"
    lines = tuple(_making(desk, group, answered) for group in copies)
    return Section(key=key, title=title, blocks=(Items(items=lines, ordered=True),))


def _making(desk: Desk, rows: Sequence[Listed], answered: Collection[Digest]) -> Sentence:
    row = rows[0]
    return Sentence(
        runs=(
            Run(f"{worded(row.shelved.card.issued)} · "),
            *_asking(desk, row),
            *_copied(rows),
            *more(rows),
            *_answer(rows, answered),
        ),
        notes=cited(desk, rows),
        possible=row.row.certainty == "possible",
    )


def _line(desk: Desk, rows: Sequence[Listed], answered: Collection[Digest], *, to: bool) -> Sentence:
    row = rows[0]
    return Sentence(
        runs=(*_asking(desk, row, to=to), *_copied(rows), *more(rows), *_answer(rows, answered)),
        notes=cited(desk, rows),
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


def _copied(rows: Sequence[Listed]) -> tuple[Run, ...]:
    return (Run(f" (in {counted(len(rows), 'passage')} of one voice)", "soft"),) if len(rows) > 1 else ()


def _answer(rows: Sequence[Listed], answered: Collection[Digest]) -> tuple[Run, ...]:
    told = any(row.row.finding in answered for row in rows)
    return (Run(" (answered, see below)", "soft"),) if told else ()


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
