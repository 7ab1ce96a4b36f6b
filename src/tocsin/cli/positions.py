# SPDX-License-Identifier: Apache-2.0
"""The verb `positions`: on a topic, what each party asks, accepts and rejects, with the law that is cited beside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from tocsin.cli.cards import wrapped
from tocsin.cli.clocks import Clocks
from tocsin.cli.desks import desk
from tocsin.cli.listings import among, listing_options
from tocsin.cli.names import withholding
from tocsin.cli.talk import say, show, show_json
from tocsin.desk import topics
from tocsin.dossier.listings import instrument_names
from tocsin.ledger.shelf import spoken
from tocsin.linking.positions import Line, Position, positions


@click.command(name="positions")
@click.option(
    "--topic", "words", metavar="WORDS", help="Words, a kind of ask (sanctions, mediation …) or an instrument."
)
@click.option("--place", metavar="PLACE", help="Only what names this place, or one within it.")
@listing_options()
def positions_(
    words: str | None, place: str | None, as_json: bool, ledger: str, packs: tuple[Path, ...], **clocks: str | None
) -> None:
    """List, party by party, what each asks, accepts and rejects on a topic; the law cited beside stands with it.

    Every line says whose words it rests on. Parties stand in the order of their ids.

    Example: tocsin positions --topic "reopening of the corridor"
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = Clocks(**clocks).query()
        found = positions(held, at.catalogue, query, topics.topic(held, at.catalogue, words, place))
        if (hidden := withholding(at, held, query)) is not None:
            found = topics.withheld(found, hidden)
        if as_json:
            show_json(item.to_json() for item in found)
            return
        names = instrument_names(at.catalogue)
        for item in found:
            for line in _position(item, names):
                show(line)
        if not found:
            say(f"Nothing is asked, accepted or rejected on it {among(held, query)}.")


def _position(item: Position, names: dict[str, str]) -> Iterator[str]:
    yield f"{item.party.name} ({item.party.id})"
    for stance, voices, count in item.counts:
        times = f"{count} line{'s' if count != 1 else ''}, {voices} voice{'s' if voices != 1 else ''}"
        yield f"  {stance} · {times}"
        for line in item.lines:
            if line.stance == stance:
                yield from _line(line, names)
    yield ""


def _line(line: Line, names: dict[str, str]) -> Iterator[str]:
    sure = "" if line.certainty == "certain" else " (possible)"
    whose = f" of {spoken(line.of)}" if line.stance == "asks" else f", to what {spoken(line.of)} asked"
    whose = whose if line.of else ""
    told = f"; {spoken(line.told_by)} states" if line.told_by else ""
    yield wrapped(f"{line.shelved.issued}{sure} · {line.how}{whose}{told}", "    ")
    yield wrapped(f"“{line.quote}”", "      ")
    if line.law:
        yield wrapped(f"law cited: {', '.join(names.get(one, one) for one in line.law)}", "      ")
    place = f"{line.shelved.name} [{line.start}:{line.end}]"
    yield f"      {place} · {line.standing} · {line.finding[7:19]}"


VERBS = (positions_,)
