# SPDX-License-Identifier: Apache-2.0
"""The verb `needs`: people times days times minimum standards, against the supplies that sources tell of."""

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
from tocsin.cli.talk import say, show, show_json, write
from tocsin.desk.periods import whole_period
from tocsin.dossier.pictures.needs_bars import needs_bars
from tocsin.exchange.figures import needs_lines
from tocsin.ledger.listed import Listed
from tocsin.linking import named_places
from tocsin.records.plurals import counted
from tocsin.watch.amounts import Amount
from tocsin.watch.needs import Need, Needs
from tocsin.watch.needs import needs as reckon
from tocsin.watch.populations import Population
from tocsin.watch.reckonings import Report


@click.command()
@click.option("--place", metavar="PLACE", required=True, help="Where the people live.")
@click.option("--csv", "--hxl", "table", metavar="FILE", help="Write HXL-tagged CSV; - is standard output.")
@click.option("--svg", "picture", metavar="FILE", help="Draw needs and supplies as SVG; - is standard output.")
@listing_options()
def needs(
    place: str,
    table: str | None,
    picture: str | None,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """Reckon what people at a place need in some days by minimum standards, against the supplies told of.

    Every number is an interval and opens to the sentences it rests on; what nobody tells stays unknown.

    Example: tocsin needs --place Orsava --from 2025-03-01 --to 2025-03-31
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = whole_period("needs", Clocks(**clocks).query())
        row = named_places.place(held, at.catalogue, place)
        found = reckon(held, at.catalogue, row, query, veil=withholding(at, held, query))
    if table is not None:
        write(table, "".join(needs_lines(found)))
    if picture is not None:
        write(picture, needs_bars(found))
    if "-" in (table, picture):
        return
    if as_json:
        show_json(found.to_json())
        return
    for line in lines(found):
        show(line)
    say(str(found.searched))


def lines(found: Needs) -> Iterator[str]:
    """Give needs as text: the people, then each standard with need, supply and what is lacking, all with sources."""
    first, last = date.fromordinal(found.first).isoformat(), date.fromordinal(found.last).isoformat()
    yield f"{found.place.name}, {first} to {last}, {counted(found.days, 'day')}"
    yield from _people("people", found.population)
    yield from _people("of them children", found.children)
    yield ""
    for line in found.lines:
        yield from _need(line)
    yield ""
    yield cards.wrapped(
        "Supplies are those that claims among the documents tell of; stocks, harvests and wells that none tells of are "
        "in no number.",
        "",
    )


def _people(what: str, people: Population) -> Iterator[str]:
    if people.amount is None:
        yield f"  {what}: unknown, nobody among the documents tells a number"
        return
    number = people.voices
    yield f"  {what}: {people.amount} ({number} voice{'' if number == 1 else 's'})"
    for one in people.basis:
        yield _cited(one.item)
    others = [one for one in people.statements if one not in people.basis]
    if others:
        told = "; ".join(f"{one.amount} ({one.item.shelved.issued})" for one in others)
        yield cards.wrapped(f"told of other days, or less directly: {told}", "    ")


def _need(line: Need) -> Iterator[str]:
    yield cards.wrapped(f"{line.standard.need}: {line.standard.name} – {_minimum(line)}", "")
    unit = line.standard.unit
    yield f"  needed    {_or_unknown(line.need, unit)}"
    supplied = _or_unknown(line.supplied, unit)
    yield f"  supplied  {supplied if line.supplied is not None else 'unknown: nobody tells of a supply in this unit'}"
    for report in line.supplies.reports:
        yield _counted(report)
    met = "" if line.met is None else f"; {_percent(line.met)} of the need is met by what is recorded"
    yield f"  lacking   {_or_unknown(line.lacking, unit)}{met}"
    if line.rates:
        yield f"  told      {'; '.join(str(rate.amount) for rate in line.rates)} {unit} a person and day"
        for rate in line.rates:
            yield _cited(rate.item)
        yield f"            {line.short_a_day} {unit} a person and day below the minimum"
    if line.unweighed:
        yield "  told to have come, of which nobody tells how much this is:"
        for report in line.unweighed:
            yield _counted(report)


def _minimum(line: Need) -> str:
    standard = line.standard
    amount = standard.low if standard.low == standard.high else f"{standard.low}–{standard.high}"
    people = "a person" if standard.people == 1 else f"for {standard.people:,} people"
    days = {0: "", 1: " a day"}.get(standard.days, f" for {standard.days} days")
    return f"{amount} {standard.unit} {people}{days} ({standard.edition}: {standard.section})"


def _percent(met: Amount) -> str:
    low = f"{float(met.low) * 100:.1f}"
    high = "more" if met.high is None else f"{float(met.high) * 100:.1f}"
    return f"{low} %" if low == high else f"{low} to {high} %"


def _or_unknown(value: Amount | None, unit: str) -> str:
    return "unknown" if value is None else f"{value} {unit}"


def _counted(report: Report) -> str:
    worth = "" if report.worth is None else f" = {report.worth}"
    return cards.wrapped(f"{report.count.value:,} {report.count.of}{worth}", "    ") + "\n" + _cited(report.item)


def _cited(row: Listed) -> str:
    quote = " ".join(row.finding.quote.split())
    place = f"{row.shelved.name} [{row.finding.start}:{row.finding.end}]"
    return cards.wrapped(f"{row.shelved.issued} {row.shelved.issuers}: “{quote}” {place}", "      ")


VERBS = (needs,)
