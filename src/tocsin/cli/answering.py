# SPDX-License-Identifier: Apache-2.0
"""The verb `answers`: what addressees said or did about asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from tocsin.cli import cards
from tocsin.cli.clocks import Clocks
from tocsin.cli.desks import desk
from tocsin.cli.listings import among, bodies, ids_option, listing_options
from tocsin.cli.names import withholding
from tocsin.cli.people import finding_named
from tocsin.cli.talk import say, show, show_json
from tocsin.desk.answering import term
from tocsin.desk.responses import Response, Standing, responses
from tocsin.ledger.shelf import spoken
from tocsin.records.dates import dated


@click.command()
@click.option("--to", "to", metavar="WHOM", help="Only answers to what this body was asked.")
@click.option("--ask", "ask", metavar="ID", help="Only answers to this ask.")
@click.option("--response", metavar="TERM", help="Only responses of this kind: favourable, pledged, countered …")
@click.option("--proposed", "only", flag_value="proposed", help="Only those that nobody has decided on yet.")
@click.option("--entered", "only", flag_value="entered", help="Only those that a person entered or confirmed.")
@ids_option
@listing_options(happened=False)
def answers(
    to: str | None,
    ask: str | None,
    response: str | None,
    only: str | None,
    ids: bool,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """List what was answered to asks, in the answers' own words: entered, confirmed, and proposed by the reader.

    `tocsin judge confirm ID` or `tocsin judge reject ID` decides a proposal; until then `tocsin asks --unanswered` goes
    on listing its ask. `tocsin add --kind answer` enters what was not proposed.

    Example: tocsin answers --to "Northern Union" --published-by 2025-06-30

    Example: tocsin answers --proposed --to Ardesh --ids | tocsin judge confirm - --by lia --why "read each"
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = Clocks(**clocks).query()
        response = term(at.catalogue, "response", "--response", response)
        rows = [
            row
            for row in responses(held, at.catalogue, query, wanted=_WANTED.get(only or "", ()))
            if response in {None, row.answer.response}
        ]
        if ask is not None:
            name = finding_named(held, ask)
            rows = [row for row in rows if row.answer.ask == name]
        if to is not None:
            told = bodies(at, held, to, query)
            rows = [row for row in rows if row.asked_of & told]
        if ids:
            for row in rows:
                show(row.id)
            return
        if (hidden := withholding(at, held, query)) is not None:
            rows = [row.withheld(hidden) for row in rows]
        if as_json:
            show_json(row.to_json() for row in rows)
            return
        for line in _told(rows):
            show(line)
        if rows:
            waiting = sum(row.standing == "proposed" for row in rows)
            say(f"{len(rows) - waiting} entered or confirmed, {waiting} proposed {among(held, query)}.")
        else:
            say(f"No answer {among(held, query)}.")


_WANTED: Mapping[str, tuple[Standing, ...]] = {"proposed": ("proposed",), "entered": ("entered", "confirmed")}


def _told(rows: list[Response]) -> Iterator[str]:
    for certainty in ("certain", "possible"):
        part = [row for row in rows if row.certainty == certainty]
        if part and certainty == "possible":
            yield cards.POSSIBLE
        for row in part:
            yield from _lines(row)


def _lines(row: Response) -> Iterator[str]:
    answer, words = row.answer, row.answer.words
    more = [part for part in (answer.status, answer.impact and f"impact {answer.impact}") if part]
    who = answer.answerer.name if answer.answerer else "who answered is not named"
    by = f", as {spoken(row.told_by)} tells" if row.told_by else ""
    yield cards.headline(row.shelved)
    of = f" of {row.asked_names}" if row.asked_names else ""
    yield cards.wrapped(f"asked{of}: “{row.ask.get('quote')}” ({answer.ask.removeprefix('sha256:')[:12]})", "  ")
    when = dated(answer.when) if answer.when else row.shelved.issued
    told = f" ({', '.join(more)})" if more else ""
    yield cards.wrapped(f"{when} · {row.standing} · {answer.response}{told}: {who}{by}", "  ")
    yield cards.wrapped(f"“{words.quote}”", "    ")
    short = row.id.removeprefix("sha256:")[:12]
    place = f"    {row.shelved.name} [{words.start}:{words.end}]"
    if row.entry is not None:
        yield f"{place} · {row.entry.author} · entry {short}"
    if row.proposed is not None:
        yield cards.wrapped(f"why: {'; '.join(row.proposed.reasons)}", "    ")
        yield f"{place} · proposed {short}"


VERBS = (answers,)
