# SPDX-License-Identifier: Apache-2.0
"""The verb `access`: a corridor or crossing day by day – open, restricted, contested, closed, unknown – and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from tocsin.cli import cards
from tocsin.cli.clocks import Clocks
from tocsin.cli.desks import desk
from tocsin.cli.listings import listing_options
from tocsin.cli.names import withholding
from tocsin.cli.talk import say, show, show_json, write
from tocsin.dossier.pictures.access_calendars import access_calendar
from tocsin.exchange.figures import access_lines
from tocsin.linking import named_places
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted
from tocsin.watch.access_logs import AccessLog, access_log
from tocsin.watch.accesses import Told
from tocsin.watch.calendars import Stretch


@click.command()
@click.option("--place", metavar="PLACE", required=True, help="The corridor, crossing, road or bridge.")
@click.option("--svg", "picture", metavar="FILE", help="Draw the calendar as SVG into this file; - is standard output.")
@click.option("--csv", "table", metavar="FILE", help="Write one HXL-tagged row a day; - is standard output.")
@listing_options()
def access(
    place: str,
    picture: str | None,
    table: str | None,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """List the states of a corridor or crossing by day, each with who tells it and in which words.

    A day of which no document tells is unknown: no state is carried on beyond what a source says.

    Example: tocsin access --place "Tamar corridor" --from 2024-12 --to 2025-06 --svg tamar.svg
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = Clocks(**clocks).query()
        row = named_places.place(held, at.catalogue, place)
        log = access_log(held, at.catalogue, row, query, veil=withholding(at, held, query))
    if picture is not None:
        write(picture, access_calendar(log))
    if table is not None:
        write(table, "".join(access_lines(log)))
    if "-" in (picture, table):
        return
    if as_json:
        show_json(one.to_json() for one in log.stretches)
        return
    for line in lines(log):
        show(line)
    if not log.evidence:
        say(f"Nobody tells of {row.name} among the {counted(log.searched.documents, 'document')} of this ledger.")
    say(str(log.searched))


def lines(log: AccessLog) -> Iterator[str]:
    """Give a log as text: the days of each state, the stretches, what passed, the constraints, then every claim."""
    if log.first is None or log.last is None:
        return
    numbers = log.numbers()
    yield cards.wrapped(f"{log.place.name}, {_day(log.first)} to {_day(log.last)}, {counted(log.days, 'day')}", "")
    for spent in log.spent:
        if spent.days.high:
            what = "nobody tells of" if spent.state == "unknown" else spent.state
            yield f"  {what}: {spent.days}"
    yield ""
    for one in log.stretches:
        yield _stretch(numbers, one)
    if log.passed:
        yield ""
        yield "Told to have passed"
        for passed in log.passed:
            voiced = passed.count.voices
            disagree = "; the sources disagree" if passed.count.disagree else ""
            basis = ", ".join(f"{report.item.shelved.name} “{report.count.value}”" for report in passed.count.basis[:3])
            more = f" and {len(passed.count.basis) - 3} more" if len(passed.count.basis) > 3 else ""
            voices = f"{voiced} voice{'' if voiced == 1 else 's'}"
            yield cards.wrapped(f"{passed.of}: {passed.count.amount} ({voices}{disagree}) – {basis}{more}", "  ")
    if log.constraints:
        yield ""
        yield "Types of constraints told of (OCHA's access framework)"
        for constraint in log.constraints:
            days = (
                f"{constraint.days}–{constraint.possible}"
                if constraint.days != constraint.possible
                else constraint.days
            )
            cited = _cited(numbers, constraint.evidence)
            yield cards.wrapped(f"{constraint.term.code}. {constraint.term.name}: days {days} {cited}", "  ")
    yield ""
    yield from _claims(log)


def _claims(log: AccessLog) -> Iterator[str]:
    document = None
    for number, told in enumerate(log.evidence, 1):
        if told.item.shelved.document != document:
            document = told.item.shelved.document
            yield cards.headline(told.item.shelved)
        first, *rest = cards.finding(told.item)
        scope = {
            "here": "",
            "part": ", of a point of it",
            "goes-on": ", going on from the sentence before",
            "around": ", of the land around it",
        }
        tells = "denies" if told.denied else told.state or "hinders"
        yield f"  [{number}] {tells}{scope[told.scope]}"
        yield f"  {first}"
        yield from (f"  {line}" for line in rest)


def _stretch(numbers: Mapping[Digest, int], one: Stretch) -> str:
    span = _day(one.first) if one.first == one.last else f"{_day(one.first)} to {_day(one.last)}"
    days = f"{one.days} day{'' if one.days == 1 else 's'}"
    if one.state == "unknown" and not one.voices:
        return f"  {span}  unknown · {days}, of which nobody tells"
    sure = "" if one.certain else "possibly "
    told = ", ".join(f"{count} voice{'' if count == 1 else 's'}: {name}" for name, count in one.voices)
    return cards.wrapped(f"{span}  {sure}{one.state} · {days} · {told} {_cited(numbers, one.evidence)}", "  ")


_SHOWN = 8
"""Numbers of claims shown beside a stretch; of more, how many."""


def _cited(numbers: Mapping[Digest, int], evidence: tuple[Told, ...]) -> str:
    cited = [numbers[held.item.row.finding] for held in evidence]
    more = f" and {len(cited) - _SHOWN} more" if len(cited) > _SHOWN else ""
    return "".join(f"[{number}]" for number in cited[:_SHOWN]) + more


def _day(day: int) -> str:
    return date.fromordinal(day).isoformat()


VERBS = (access,)
