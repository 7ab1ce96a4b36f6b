# SPDX-License-Identifier: Apache-2.0
"""`catalogue same`, `differ` and `alias`: names and identities of actors, in daily use."""

from __future__ import annotations

from pathlib import Path

import click

from tocsin import pipeline
from tocsin.catalogue import aliases
from tocsin.cli.desks import Desk, default_ledger, desk, desk_options
from tocsin.cli.knowledge import catalogue
from tocsin.cli.listings import whom
from tocsin.cli.names import names_option, withholding
from tocsin.cli.rereading import told, withheld
from tocsin.cli.talk import say, show
from tocsin.ledger.queries import Query
from tocsin.linking import identities
from tocsin.records.plurals import counted


def _record(at: Desk, first: str, second: str, *, same: bool, handle: str, why: str) -> None:
    with at.open() as held:
        one, other = whom(at, held, first), whom(at, held, second)
        identities.record(held, one, other, same=same, handle=handle, reason=why)
        ids = sorted(identities.one_with(held, None, one))
        say(f"{one} and {other} are {'one' if same else 'two'}; with {one} are listed: {', '.join(ids)}")


@catalogue.command()
@click.argument("first")
@click.argument("second")
@click.option("--by", "handle", required=True, metavar="HANDLE", help="Who says so.")
@click.option("--why", required=True, metavar="TEXT", help="Why.")
@desk_options
def same(first: str, second: str, handle: str, why: str, ledger: str, packs: tuple[Path, ...]) -> None:
    """Record that two actors are one: a listing by either finds both. `differ` says the contrary.

    Example: tocsin catalogue same orsava-council "Council of Orsava" --by lia --why "renamed in 2024"
    """
    _record(desk(ledger, packs), first, second, same=True, handle=handle, why=why)


@catalogue.command()
@click.argument("first")
@click.argument("second")
@click.option("--by", "handle", required=True, metavar="HANDLE", help="Who says so.")
@click.option("--why", required=True, metavar="TEXT", help="Why.")
@desk_options
def differ(first: str, second: str, handle: str, why: str, ledger: str, packs: tuple[Path, ...]) -> None:
    """Record that two actors are not one, after all. The last word about a pair stands.

    Example: tocsin catalogue differ orsava-council "Council of Orsava" --by lia --why "two bodies of one name"
    """
    _record(desk(ledger, packs), first, second, same=False, handle=handle, why=why)


@catalogue.command()
@click.argument("name")
@click.argument("row")
@click.option(
    "--pack", "pack", required=True, metavar="DIR", type=click.Path(path_type=Path), help="The pack that learns it."
)
@click.option("--source", metavar="TEXT", help="Where the name is from; without it, that it was added here.")
@click.option("--ledger", metavar="PATH", default=None, help="The ledger, for what changes; tocsin.db if it is there.")
@names_option
def alias(name: str, row: str, pack: Path, source: str | None, ledger: str | None) -> None:
    """Give an actor or a place one more name, in a pack; then say what a rereading would change.

    ROW is an id or a known name. The pack's files keep what they hold; a row is added after it.

    Example: tocsin catalogue alias "Council of Free Orsava" orsava-assembly --pack packs/mine
    """
    before = desk(ledger or "", (pack,) if any(pack.glob("**/*.toml")) else ())
    path = aliases.add(before.catalogue, name, row, pack, source=source)
    say(f"{path}: {name!r} added; `tocsin reread` with this pack records what changes")
    at = desk(ledger or default_ledger(), (pack,))
    if not at.ledger_path.exists():
        return
    with at.open() as held:
        changed = [item for item in pipeline.reread(held, at.reader, dry_run=True, holding=name) if item.differences]
        changed = withheld(changed, withholding(at, held, Query()))
    for line in told(changed):
        show(line)
    say(f"{at.ledger_path}: the name is in {counted(len(changed), 'document')} that would be read otherwise")


VERBS = (catalogue,)
