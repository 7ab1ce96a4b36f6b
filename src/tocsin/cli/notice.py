# SPDX-License-Identifier: Apache-2.0
"""The verb `notice`: since when a body has been addressed, warned and asked, for how many days without an answer."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

import click

from tocsin.catalogue.bodies import with_organs
from tocsin.cli import cards
from tocsin.cli.clocks import Clocks
from tocsin.cli.desks import desk
from tocsin.cli.listings import listing_options, whom
from tocsin.cli.names import withholding
from tocsin.cli.talk import say, show, show_json, write
from tocsin.desk.days import on_day
from tocsin.dossier.pictures.notice_clocks import ask_runs, notice_clock, runs
from tocsin.linking.identities import one_with
from tocsin.records.findings import Party
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted
from tocsin.watch.notices import AskClock, Notice, notices
from tocsin.watch.replies import Reply, proposed
from tocsin.watch.spans import in_words
from tocsin.watch.steps import Basis

_NONE = {
    "transmitted": "no sending is recorded",
    "acknowledged": "no words of its own are recorded",
}


_DRAWN = 40
"""Bodies that one picture holds: the first, which are longest without an answer."""

_SHOWN = 2
"""Rows of one kind shown of each addressee where all are listed."""


@click.command()
@click.option("--to", "to", metavar="WHOM", help="One body, every ask with its clock; without it, every addressee.")
@click.option("--alone", is_flag=True, help="Only the body itself, not its organs and offices.")
@click.option("--on", metavar="DATE", help="Read the clock on this day; nothing published later is counted.")
@click.option("--entered", is_flag=True, help="Only answers that people entered; none is looked for, which is faster.")
@click.option("--svg", "picture", metavar="FILE", help="Draw the clocks as SVG into this file; - is standard output.")
@listing_options(happened=False)
def notice(
    to: str | None,
    alone: bool,
    on: str | None,
    entered: bool,
    picture: str | None,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """List whom the documents address, since when, by how many voices, and for how long no answer is recorded.

    Bodies come first, longest without an answer before the others; then those named by a common noun.

    Example: tocsin notice --to "Northern Union" --on 2025-06-30
    """
    at = desk(ledger, packs)
    with at.open() as held:
        day, query = on_day(on, Clocks(**clocks).query(), today=datetime.now(tz=UTC).date())
        told: frozenset[str] | None = None
        named: Party | None = None
        if to is not None:
            body = whom(at, held, to, recorded_by=query.recorded_by)
            same = one_with(held, at.catalogue, body, recorded_by=query.recorded_by)
            told = same if alone else frozenset().union(*(with_organs(at.catalogue, one) for one in same))
            row = at.catalogue.actors.get(body)
            named = Party(id=body, name=row.name if row else to)
        hidden = withholding(at, held, query)
        suggested = () if entered else proposed(held, at.catalogue, query)
        found = notices(held, at.catalogue, query, day=day, whom=told, named=named, veil=hidden, proposed=suggested)
        if picture is not None:
            write(picture, _drawn(found, day, whole=to is not None))
        if picture == "-":
            return
        if as_json:
            show_json(item.to_json() for item in found)
            return
        for item in found:
            for line in _lines(item, whole=to is not None):
                show(line)
        if found:
            show(cards.wrapped(str(found[0].searched), ""))
        else:
            say("Nobody is addressed in the documents of this ledger.")


def _drawn(found: Sequence[Notice], day: date, *, whole: bool) -> str:
    """Draw every body's clock, or of one body every ask's."""
    if whole and len(found) == 1:
        return notice_clock(ask_runs(found[0]), title=f"Asked of {found[0].whom.name}", on=day)
    return notice_clock(runs(found[:_DRAWN]), title="Since when bodies are addressed without an answer", on=day)


def _lines(item: Notice, *, whole: bool) -> Iterator[str]:
    kind = ", named by a common noun" if item.kind == "collective" else ""
    yield f"{item.whom.name} ({item.whom.id}{kind})"
    for basis in ("addressed", "transmitted", "acknowledged"):
        yield from _basis(item, basis, whole=whole)
    harms = "; ".join(f"{harm}: {times}" for harm, times in item.harms)
    warned = f"{item.warned.of('time')}, by {item.warning.of('voice')} – {harms}" if item.warned else "no warning"
    yield _row("warned", warned)
    yield _row("asked", _asked(item))
    yield _row("answered", _answered(item))
    overdue = item.overdue if whole else item.overdue[:_SHOWN]
    for clock, due in overdue:
        ask = _short(clock.row.row.finding)
        yield _row("past its day", f"{in_words(due.day)}: {due.what} (ask {ask}; {due.source})")
    if len(item.overdue) > len(overdue):
        yield _row("", f"and {len(item.overdue) - len(overdue)} more (--to {item.whom.id} shows all)")
    if whole:
        for clock in item.asks:
            yield from _clock(clock)
    yield ""


def _row(label: str, text: str) -> str:
    """Lay a labelled row out, its further lines under the first word."""
    return textwrap.fill(
        " ".join(text.split()),
        cards.width(),
        initial_indent=f"  {label:<14}",
        subsequent_indent=" " * 16,
        break_on_hyphens=False,
    )


def _basis(item: Notice, basis: Basis, *, whole: bool) -> Iterator[str]:
    steps = item.steps_of(basis)
    if not steps:
        yield _row(basis, _NONE.get(basis, "no text among these names it"))
        return
    if basis == "addressed":
        last = f", last {in_words(item.last)}" if item.documents.most > 1 else ""
        possible = "" if item.documents.certain else "possibly "
        since = f"{possible}since {in_words(item.first, none='an undated text')}{last}"
        yield _row(basis, f"{since}, in {item.documents.of('text')}, by {item.voices.of('voice')}")
    if basis != "addressed" or whole:
        shown = steps if whole else steps[:_SHOWN]
        for step in shown:
            sure = "" if step.certainty == "certain" else " (possible)"
            entry = f" · entry {_short(step.entry)}" if step.entry else ""
            source = f" · {step.source}" if step.source not in step.says else ""
            label = basis if basis != "addressed" else ""
            yield _row(label, f"{in_words(step.day)}{sure} · {step.says}{source}{entry}")
        if len(steps) > len(shown):
            yield _row("", f"and {len(steps) - len(shown)} more (--to {item.whom.id} shows all)")


def _asked(item: Notice) -> str:
    beside = [f"{item.implied} put as a duty or a need"] if item.implied else []
    beside += [f"{counted(item.retold, 'earlier ask')} told again"] if item.retold else []
    more = f" (beside {' and '.join(beside)})" if beside else ""
    if not item.asks:
        return f"nothing in so many words{more}"
    return f"{item.asked.of('time')}, by {item.asking.of('voice')}{more}"


def _answered(item: Notice) -> str:
    among = f"among the {counted(item.searched.documents, 'document')} of this ledger"
    proposed = (
        f"; an answer is proposed to {item.proposed} of them, and nobody has confirmed it" if item.proposed else ""
    )
    if not item.asks:
        return f"no ask to answer; {item.days} since the first text, by {item.on}" if item.days else "no ask to answer"
    if not item.answered:
        how_long = f"for {item.days}, by {item.on}" if item.days else "for a time not known, its texts being undated"
        none = "no confirmed answer" if item.proposed else "no answer"
        return f"{none} {how_long}, {among}{proposed}"
    return (
        f"the first after {item.first_answer or 'a time not known'}; of {counted(len(item.asks), 'ask')} "
        f"{item.answered} answered {among}, {item.pending} have none by {item.on}{proposed}"
    )


def _clock(clock: AskClock) -> Iterator[str]:
    sure = "" if clock.row.row.certainty == "certain" else " (possible)"
    yield cards.wrapped(f"{in_words(clock.since)}{sure} · {cards.says(clock.row.finding)}", "    ")
    yield cards.wrapped(f"“{clock.row.finding.quote}”", "      ")
    place = f"{clock.row.shelved.name} [{clock.row.finding.start}:{clock.row.finding.end}]"
    yield f"      {place} · {clock.row.standing} · {_short(clock.row.row.finding)}"
    days = clock.days or "a time not known"
    none = "no confirmed answer" if clock.replies else "no answer recorded"
    yield f"      {f'answered after {days}' if clock.answer else f'{none}, {days}'}"
    for reply in clock.replies:
        yield cards.wrapped(_reply(reply), "      ")
    for due in clock.due:
        yield cards.wrapped(f"due {in_words(due.day)}: {due.what} ({due.source})", "      ")


def _reply(reply: Reply) -> str:
    who = reply.answerer or "answerer not named"
    basis = "entered by a person" if reply.basis == "entered" else f"proposed, nobody has confirmed it: {reply.reason}"
    words = " ".join(reply.quote.split())
    return f"{in_words(reply.day)} · {reply.response}: {who}: “{words}” ({basis})"


def _short(name: Digest) -> str:
    return name.removeprefix("sha256:")[:12]


VERBS = (notice,)
