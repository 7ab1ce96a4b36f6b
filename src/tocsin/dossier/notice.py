# SPDX-License-Identifier: Apache-2.0
"""The notice of a body in its dossier: addressed, transmitted, acknowledged, and the days without an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tocsin.dossier import figures
from tocsin.dossier.compositions import Block, Paragraph, Run, Section, Sentence, Table, cells, own, paragraph
from tocsin.dossier.desks import Desk
from tocsin.dossier.parts import day
from tocsin.dossier.party_names import sheet, titled
from tocsin.dossier.replies import Reply, noted
from tocsin.records.bounds import LAST
from tocsin.records.dates import worded
from tocsin.records.findings import Party
from tocsin.records.plurals import counted
from tocsin.watch.notices import Notice, notices
from tocsin.watch.spans import edtf
from tocsin.watch.steps import Step

_SHOWN = 60
"""Rows of one basis; how many more there are is said."""
BASES = {
    "addressed": "named in a public text",
    "transmitted": "a record of sending",
    "acknowledged": "its own words",
}
"""The bases of notice, and what each rests on."""


def notice_of(desk: Desk, whom: frozenset[str], body: Party) -> Notice:
    """Give the notice of a body and its organs by the day that the dossier is of."""
    found = notices(
        desk.ledger,
        desk.catalogue,
        desk.clocks,
        day=on_day(desk),
        whom=whom | {body.id},
        named=body,
        veil=desk.hidden,
    )
    return found[0]


def on_day(desk: Desk) -> date:
    """Give the day that a dossier counts to: the one asked for, else the last on which a document here was issued."""
    if desk.query.published_by is not None:
        return date.fromordinal(desk.query.published_by)
    days = [item.published.latest for item in desk.held.values() if item.published and item.published.latest < LAST]
    return date.fromordinal(max(days, default=date(1970, 1, 1).toordinal()))


def noticed(desk: Desk, notice: Notice, named: str, given: Sequence[Reply]) -> Section:
    """Write on which bases a body had notice, each row with its day; then the days without an answer."""
    rows: list[tuple[Sentence, ...]] = []
    left = 0
    for basis in BASES:
        steps = notice.steps_of(basis)  # type: ignore[arg-type]
        left += max(0, len(steps) - _SHOWN)
        rows += [_row(desk, step, given) for step in steps[:_SHOWN]]
        if not steps:
            rows.append(cells(basis, "—", _none(basis, named, desk)))
    table = Table(columns=("Basis", "Day", "How"), rows=tuple(rows))
    blocks: list[Block] = [
        paragraph(
            "Addressed means named in a public text, transmitted that a sending is recorded, acknowledged that words "
            f"of {named} take it up. Its own papers do not address it.",
            receipt(notice),
        ),
        table,
    ]
    if left:
        blocks.append(paragraph(f"… and {counted(left, 'further text')}, named among the sources."))
    return Section(
        key="notice",
        title=f"Notice of {named}",
        blocks=(*blocks, *figures.notice(desk, notice, named), *_overdue(notice)),
    )


def clock(desk: Desk, notice: Notice, named: str) -> Iterable[Sentence]:
    """Say since when a body is addressed, to how many asks an answer is entered, and how many days there was none."""
    first, last = worded(edtf(notice.first)), worded(edtf(notice.last))
    span = f"the first is of {first}, the last of {last}" if first != last else f"it is of {first}"
    if notice.documents:
        yield own(f"Texts that address {named}: {notice.documents.of('text')}, by {notice.voices.of('voice')}; {span}.")
    asks = counted(len(notice.asks), "ask")
    if notice.answered:
        yield own(f"An answer is entered to {notice.answered} of {asks} put in so many words, {desk.among()}.")
    elif notice.asks:
        yield own(f"No answer is entered to the {asks} put in so many words, {desk.among()}.")
    beside = [(notice.retold, "told again from before"), (notice.implied, "put as a need")]
    if any(number for number, _ in beside):
        said = " and ".join(f"{counted(number, 'ask')} {how}" for number, how in beside if number)
        yield own(f"Beside these: {said}, which this clock leaves out; what was answered to them is counted below.")
    if notice.days is not None and notice.asks:
        until = "the first answer" if notice.answered else day(notice.on.toordinal())
        yield own(f"From the first ask to {until}: {notice.days}.")


def receipt(notice: Notice) -> Sentence:
    """Say what was searched for answers, so that anybody can search it again."""
    held = notice.searched
    period = f" of {worded(held.first)} to {worded(held.last)}" if held.first and held.last else ""
    documents = counted(held.documents, "document")
    said = f"Searched for answers: {documents}{period}; head of the ledger: entry {held.head_seq}."
    return Sentence(runs=(Run(said, "soft"),))


def _none(basis: str, named: str, desk: Desk) -> str:
    if basis == "transmitted":
        return f"No sending to {named} is recorded in this ledger."
    return f"None {desk.among()} ({BASES[basis]})."


def _row(desk: Desk, step: Step, given: Sequence[Reply]) -> tuple[Sentence, ...]:
    item = desk.held.get(step.document) if step.document else None
    when = Sentence(runs=(Run(worded(edtf(step.day))),), possible=step.certainty == "possible")
    if step.basis == "acknowledged":
        told = _own_words(desk, step, given)
    elif step.basis == "transmitted":
        told = Sentence(runs=(Run(f"sent by {step.says}: "), Run(step.source.rpartition("/")[2], "name")))
    elif item is not None:
        by = desk.names.issuers(item) or ("" if sheet(item) else "an issuer not named")
        told = Sentence(runs=(Run(by, "who"), Run(": " if by else ""), Run(titled(item), "name")))
    else:
        told = Sentence(runs=(Run(step.says, "who"),))
    return own(step.basis), when, told


def _own_words(desk: Desk, step: Step, given: Sequence[Reply]) -> Sentence:
    """Write an acknowledgement: the words of the answer that it is, with their note, else which paper it is."""
    item = desk.held.get(step.document) if step.document else None
    reply = next((one for one in given if item is not None and one.answer.words.document == item.document), None)
    if reply is None or item is None:
        return Sentence(runs=(Run(step.says, "who"),))
    tells = "as a fact sheet tells it: " if sheet(item) else "in its own words: "
    runs = (Run(tells), Run(" ".join(desk.masked(item.document, reply.answer.words.quote).split()), "quote"))
    return Sentence(runs=runs, notes=(noted(desk, reply),))


def _overdue(notice: Notice) -> Iterable[Paragraph]:
    if notice.overdue:
        yield paragraph(
            f"Of the asks without an answer {counted(len(notice.overdue), 'had', 'had')} a day by which an answer was "
            f"due that had passed by {day(notice.on.toordinal())}."
        )
