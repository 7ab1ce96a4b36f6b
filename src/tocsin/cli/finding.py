# SPDX-License-Identifier: Apache-2.0
"""The verb `search`: words, phrases and fields, as docs/search.md says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from tocsin.cli import cards
from tocsin.cli.clocks import Clocks
from tocsin.cli.desks import desk
from tocsin.cli.listings import among, listing_options
from tocsin.cli.names import withholding
from tocsin.cli.talk import say, show, show_json
from tocsin.desk.bodies import values
from tocsin.dossier import searches
from tocsin.dossier.searches import Found


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=int, default=20, show_default=True, help="How many to show.")
@listing_options()
def search(
    words: tuple[str, ...], limit: int, as_json: bool, ledger: str, packs: tuple[Path, ...], **clocks: str | None
) -> None:
    """Find passages by words, or findings by fields, with where the words stand and why each matched.

    Words must all stand in one passage; "double quotes" keep words together; AND, OR, NOT and parentheses join. Fields
    look at one finding in the passage: kind: to: by: actor: target: place: force: act: harm: group: law: mode: status:

    Example: tocsin search 'kind:ask to:"Northern Union" (sanctions OR "fact-finding mission") NOT visit'

    Example: tocsin search 'law:un-charter OR art. 33'
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = Clocks(**clocks).query()
        found = list(searches.search(held, " ".join(words), query, values(held, at.catalogue, query), limit=limit))
        if (hidden := withholding(at, held, query)) is not None:
            found = [item.withheld(hidden) for item in found]
        if as_json:
            show_json(item.to_json() for item in found)
            return
        for line in _lines(found):
            show(line)
        if not found:
            say(f"Nothing {among(held, query)} answers this search.")


def _lines(found: list[Found]) -> Iterator[str]:
    for certainty in ("certain", "possible"):
        part = [item for item in found if item.certainty == certainty]
        if part and certainty == "possible":
            yield cards.POSSIBLE
        for item in part:
            yield cards.headline(item.shelved)
            yield cards.wrapped(f"“{marked(item)}”", "    ")
            short = item.finding.removeprefix("sha256:")[:12]
            yield f"    {item.shelved.name} [{item.anchor.start}:{item.anchor.end}] · {item.kind} {short}"
            yield cards.wrapped(f"matched: {'; '.join(item.why)}", "    ")


def marked(item: Found) -> str:
    """Write the words of what was found, with those searched for between ⟦ and ⟧."""
    start, quote = item.anchor.start, item.anchor.quote
    if len(quote) != item.anchor.end - start:  # names are withheld, so that the places are others
        return quote
    parts, last = [], 0
    for begin, end in item.marks:
        if begin - start >= last and end - start <= len(quote):
            parts += [quote[last : begin - start], f"⟦{quote[begin - start : end - start]}⟧"]
            last = end - start
    return "".join([*parts, quote[last:]])


VERBS = (search,)
