# SPDX-License-Identifier: Apache-2.0
"""The verb `people`: killed, injured, detained, missing and displaced, by period and source, never counted twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from tocsin.cli import cards
from tocsin.cli.clocks import Clocks
from tocsin.cli.desks import desk
from tocsin.cli.listings import listing_options
from tocsin.cli.names import withholding
from tocsin.cli.talk import say, show, show_json
from tocsin.linking import named_places
from tocsin.records.plurals import counted
from tocsin.watch.reckonings import Report
from tocsin.watch.tolls import Toll, Tolls, tolls


@click.command(name="people")
@click.option("--place", metavar="PLACE", help="Only at this place and what lies within it.")
@listing_options()
def people(
    place: str | None,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """Bring together how many people sources tell were killed, injured, detained, missing or displaced.

    Numbers whose days overlap are never added up; a most is told only where a source covers all the days.

    Example: tocsin people --place Orsava --from 2025-01 --to 2025-06
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = Clocks(**clocks).query()
        row = named_places.place(held, at.catalogue, place) if place else None
        found = tolls(held, at.catalogue, row, query, veil=withholding(at, held, query))
    if as_json:
        show_json(found.to_json())
        return
    for line in lines(found):
        show(line)
    if not found.lines:
        say(f"No number of people harmed among the {counted(found.searched.documents, 'document')} of this ledger.")
    say(str(found.searched))


def lines(found: Tolls) -> Iterator[str]:
    """Give tolls as text: each kind with what the sources allow, then every number with its days and its source."""
    if not found.lines:
        return
    span = "" if found.first is None or found.last is None else f", {_day(found.first)} to {_day(found.last)}"
    yield f"{found.place.name if found.place else 'Everywhere'}{span}"
    for toll in found.lines:
        yield ""
        yield _headline(toll)
        for report in toll.count.reports:
            yield _report(report, "in the sum" if report in toll.count.basis else "not added")
        for report in toll.denied:
            yield _report(report, "denied")


def _headline(toll: Toll) -> str:
    number, held = toll.count.voices, len(toll.count.reports)
    voices = f"{number} voice{'' if number == 1 else 's'}, {held} number{'' if held == 1 else 's'}"
    disagree = "; the sources disagree" if toll.count.disagree else ""
    kind = f"{toll.kind}, children" if toll.children else toll.kind
    if not toll.count.basis and toll.count.high is None:
        told = "; ".join(dict.fromkeys(str(report.amount) for report in toll.count.reports)) or "only denied"
        return f"{kind}: of these days alone unknown; told without a first day: {told} ({voices})"
    return f"{kind}: {toll.count.told} ({voices}{disagree})"


def _report(report: Report, standing: str) -> str:
    row = report.item
    quote = " ".join(row.finding.quote.split())
    place = f"{row.shelved.name} [{row.finding.start}:{row.finding.end}]"
    told = f"{report.told_of}: {report.amount} · {standing} · {row.shelved.issuers} ({row.shelved.issued})"
    return cards.wrapped(told, "  ") + "\n" + cards.wrapped(f"“{quote}” {place}", "    ")


def _day(day: int) -> str:
    return date.fromordinal(day).isoformat()


VERBS = (people,)
