# SPDX-License-Identifier: Apache-2.0
"""The verb `obligations`: duties that instruments lay on bearers, with what sources say of compliance and breach."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from tocsin.catalogue.bodies import with_organs
from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.cli.cards import wrapped
from tocsin.cli.clocks import Clocks
from tocsin.cli.desks import desk
from tocsin.cli.listings import among, bodies, listing_options
from tocsin.cli.names import withholding
from tocsin.cli.talk import say, show, show_json
from tocsin.dossier.duties import withheld
from tocsin.dossier.listings import instrument_names
from tocsin.errors import BadRequest
from tocsin.linking.clusters import said
from tocsin.linking.fulfilments import UNMET, Fulfilment
from tocsin.linking.obligation_states import Obligation
from tocsin.linking.obligations import chosen
from tocsin.linking.obligations import obligations as found
from tocsin.linking.said import Said
from tocsin.records.dates import dated
from tocsin.records.findings import Ask
from tocsin.records.plurals import counted
from tocsin.records.times import spell


class NoInstrument(BadRequest):
    """`--instrument` names none that the catalogue or the obligations know."""

    def __init__(self, given: str, known: list[str]) -> None:
        super().__init__(
            f"--instrument {given}: no obligation of it is here; there are those of {', '.join(known) or 'none'}"
        )


SHOWN = 6
"""Asks for a duty that are shown; of a mandate that is renewed there may be dozens."""


@click.command()
@click.option("--on", "on", metavar="WHOM", help="Only what this body bears, or is said to have breached or met.")
@click.option("--instrument", metavar="ID", help="Only what this instrument lays: its id, name or an alias.")
@listing_options(happened=False)
def obligations(
    on: str | None, instrument: str | None, as_json: bool, ledger: str, packs: tuple[Path, ...], **clocks: str | None
) -> None:
    """List the duties that instruments lay on bearers, and what sources say of compliance or breach.

    A duty comes from the catalogue, where a document cites its instrument, or from an operative paragraph as read.
    Its state is in force, met, partly met, breached, contested or lapsed, always "according to" the voices named; a
    statement counts where it names the provision and the bearer, and all else that is said is shown beside it.

    Example: tocsin obligations --on Ardesh --published-by 2025-06-30
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = Clocks(**clocks).query()
        names = instrument_names(at.catalogue)
        rows = found(held, at.catalogue, query, names=names)
        if on:
            borne = bodies(at, held, on, query)
            rows = chosen(rows, on=frozenset().union(*(with_organs(at.catalogue, one) for one in borne)))
        if instrument:
            rows = chosen(rows, instrument=_instrument(at.catalogue, names, instrument, rows))
        hidden = withholding(at, held, query)
        if hidden is not None:
            rows = tuple(withheld(row, hidden) for row in rows)
        if as_json:
            show_json(row.to_json() for row in rows)
            return
        for row in rows:
            for line in _lines(row):
                show(line)
            show("")
        if not rows:
            say(f"No obligation {among(held, query)}.")


def _instrument(catalogue: Catalogue, names: dict[str, str], given: str, rows: tuple[Obligation, ...]) -> str:
    wanted = folded(given)
    held = {row.laid.instrument: row.instrument_name for row in rows}
    for name, words in {**names, **held}.items():
        aliases = catalogue.instruments[name].aliases if name in catalogue.instruments else ()
        if wanted in map(folded, (name, words, *aliases)):
            return name
    raise NoInstrument(given, sorted(held))


def _lines(row: Obligation) -> Iterator[str]:
    laid = row.laid
    points = f", {', '.join(laid.pinpoints)}" if laid.pinpoints else ""
    yield wrapped(f"{row.instrument_name}{points} · borne by {row.bearer}", "")
    yield wrapped(f"duty: {laid.duty}", "    ")
    facts = [f"owed to {laid.beneficiary}"] if laid.beneficiary else []
    facts += [f"since {dated(laid.since)}"] if laid.since else []
    facts += [f"until {dated(laid.until)}"] if laid.until else []
    facts += [f"deadline {_deadline(row)}"] if laid.deadline else []
    if facts:
        yield wrapped(" · ".join(facts), "    ")
    yield wrapped(row.words, "    ")
    if laid.row is not None:
        yield wrapped(f"source of the duty: {laid.row.source}", "    ")
    if laid.read is not None:
        place = f"{laid.read.shelved.name} [{laid.read.finding.start}:{laid.read.finding.end}]"
        yield wrapped(f"laid by {laid.read.shelved.title}: “{laid.read.finding.quote}” {place}", "    ")
    documents = len({item.shelved.document for item in row.cited})
    if row.cited:
        raw = f"{counted(documents, 'document')}, {counted(len(row.cited), 'citation')}"
        general = f"; {row.citations.partition('; ')[2]}" if row.generally else ""
        yield wrapped(f"cited by {counted(row.citing, 'voice')} ({raw}){general}", "    ")
    elif row.generally:
        yield wrapped(row.citations, "    ")
    for one in row.said:
        yield from _statement(one)
    for answer in row.kept:
        yield from _answer(answer)
    for event in row.events:
        name = event.id.removeprefix("sha256:")[:12]
        yield wrapped(f"told of, whether or not anybody calls it a breach: {said(event)} · tocsin why {name}", "    ")
    yield from _asked(row)
    yield f"    tocsin why {row.id.removeprefix('sha256:')[:12]}"


def _answer(answer: Fulfilment) -> Iterator[str]:
    state = "entered" if answer.entered else "proposed, confirmed by nobody"
    place = f"{answer.paper.name} [{answer.words.start}:{answer.words.end}]"
    kind = f"told as not met by {answer.by}" if answer.says == UNMET else "an answer"
    yield wrapped(f"{answer.paper.issued} {kind}, {state}: “{answer.words.quote}” {place}", "        ")
    if answer.reasons:
        yield wrapped(f"because {'; '.join(answer.reasons)}", "            ")


def _asked(row: Obligation) -> Iterator[str]:
    if row.before:
        first = row.before[0].shelved
        yield wrapped(
            f"asked for before it was laid, in {counted(len(row.before), 'ask')}, first {first.issued}", "    "
        )
    if row.again:
        asked = len({item.shelved.document for item in row.again})
        raw = f"{counted(asked, 'document')}, {counted(len(row.again), 'ask')}"
        yield f"    asked for by {counted(row.asking, 'voice')} ({raw})"
        for item in row.again[:SHOWN]:
            to = ", ".join(p.name for p in item.finding.addressees) if isinstance(item.finding, Ask) else ""
            place = f"{item.shelved.name} [{item.finding.start}:{item.finding.end}]"
            yield wrapped(
                f"{item.shelved.issued} {item.shelved.issuers} → {to}: “{item.finding.quote}” {place}", "        "
            )
    if len(row.again) > SHOWN:
        yield f"        and {counted(len(row.again) - SHOWN, 'ask')} more, by `tocsin why` or --json"


def _statement(one: Said) -> Iterator[str]:
    told = one.statement
    row = told.citation
    of = f" of {told.of.name}" if told.of else " and names nobody"
    who = f"{one.name}{', the bearer,' if one.bearer else ''}"
    weighed = "" if one.counts else " (not counted)"
    yield wrapped(f"{row.shelved.issued} {who} {one.verb} “{told.words}”{of}{weighed}", "        ")
    yield wrapped(f"“{told.sentence}” {row.shelved.name} [{row.finding.start}:{row.finding.end}]", "            ")


def _deadline(row: Obligation) -> str:
    deadline = row.laid.deadline
    assert deadline is not None
    return dated(spell(date.fromordinal(deadline.earliest), date.fromordinal(deadline.latest)))


VERBS = (obligations,)
