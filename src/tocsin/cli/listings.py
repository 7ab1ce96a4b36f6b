# SPDX-License-Identifier: Apache-2.0
"""Verbs that list: `asks`, `warnings`, `timeline`, `law`, `sources`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import click

from tocsin.cli import cards, together
from tocsin.cli.clocks import Clocks, clock_options
from tocsin.cli.desks import Desk, desk, desk_options
from tocsin.cli.following import follow
from tocsin.cli.names import listed as withheld
from tocsin.cli.names import names_option, withholding
from tocsin.cli.talk import say, show, show_json
from tocsin.cli.terms import term
from tocsin.desk import bodies as desk_bodies
from tocsin.desk.bodies import places
from tocsin.dossier.listings import card_json, instrument_names, law, timeline
from tocsin.exchange import bibliographies
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed, sure
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.linking.fact_sheets import texts_held
from tocsin.linking.responses import answered, proposed
from tocsin.records.plurals import counted

_F = TypeVar("_F", bound=Callable[..., object])


def listing_options(*, happened: bool = True, whom: bool = False) -> Callable[[_F], _F]:
    """Add what every listing takes: the clocks, `--json`, the ledger and its packs."""

    def add(command: _F) -> _F:
        command = desk_options(command)
        command = click.option("--json", "as_json", is_flag=True, help="Give a JSON array.")(command)
        return clock_options(happened=happened, whom=whom)(names_option(command))

    return add


def _clocks(given: dict[str, str | None]) -> Query:
    return Clocks(**given).query()


def whom(at: Desk, ledger: Ledger, given: str, *, recorded_by: str | None = None) -> str:
    """Resolve WHOM at a desk; see `tocsin.desk.bodies.whom`."""
    return desk_bodies.whom(ledger, at.catalogue, given, recorded_by=recorded_by)


def bodies(at: Desk, ledger: Ledger, given: str, query: Query) -> frozenset[str]:
    """Give the ids of WHOM at a desk; see `tocsin.desk.bodies.bodies`."""
    return desk_bodies.bodies(ledger, at.catalogue, given, query)


def ids_option(command: _F) -> _F:
    """Add `--ids`: only the findings' ids, whole, for `tocsin judge … -`."""
    return click.option("--ids", is_flag=True, help="Give only the findings' ids, one a line.")(command)


def give(rows: Iterable[Listed], *, as_json: bool, none: str, ids: bool = False) -> None:
    """Print a listing; where it is empty, say so and among how many documents."""
    held = list(rows)
    if ids:
        for row in held:
            show(row.row.finding)
        return
    if as_json:
        show_json(row.to_json() for row in held)
        return
    for line in cards.findings(held):
        show(line)
    if not held:
        say(none)


def among(ledger: Ledger, query: Query) -> str:
    """Say which documents an absence holds for."""
    count = texts_held(shelf(ledger, query))
    return f"among the {counted(count, 'document')} of this ledger"


@click.command()
@click.option("--to", "to", metavar="WHOM", help="Only what this body was asked.")
@click.option("--by", "by", metavar="WHOM", help="Only what this body asked.")
@click.option("--organs", is_flag=True, help="With --to and --by: the organs and offices of the body too.")
@click.option("--force", metavar="FORCE", help="Only asks of this force: demand, urge, call …")
@click.option("--reported", is_flag=True, help="Also earlier asks that are told again.")
@click.option(
    "--implied", is_flag=True, help="Also what is put as a duty or a need, or likely asked, rather than asked."
)
@click.option("--unanswered", is_flag=True, help="Only asks to which nobody entered or confirmed an answer.")
@ids_option
@listing_options(whom=True)
def asks(
    to: str | None,
    by: str | None,
    organs: bool,
    force: str | None,
    reported: bool,
    implied: bool,
    unanswered: bool,
    ids: bool,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """List what was asked, of whom, by whom, with which force.

    Example: tocsin asks --to "European Union" --published-by 2023-08-31
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = replace(
            _clocks(clocks), kinds=("ask",), keys=(("force", term(at.catalogue, "force", force)),) if force else ()
        )
        named = {role: bodies(at, held, given, query) for role, given in (("addressee", to), ("asker", by)) if given}
        whole = {role: desk_bodies.with_organs(held, at.catalogue, ids, role, query) for role, ids in named.items()}
        any_of = whole if organs else named
        gone = answered(held, query) if unanswered else frozenset()
        rows = [
            row
            for row in listed(held, query, any_of=any_of)
            if (reported or not getattr(row.finding, "reported", False))
            and (implied or getattr(row.finding, "explicit", True))
            and row.row.finding not in gone
        ]
        if unanswered and rows:
            waiting = proposed(held, at.catalogue, query)
            found = [waiting[row.row.finding] for row in rows if row.row.finding in waiting]
            if found:
                more = f"{sum(found)} proposed to {len(found)} of them (tocsin answers --proposed)"
                say(f"{counted(len(rows), 'ask')}: no confirmed answer to them {among(held, query)}; {more}")
            else:
                say(f"{counted(len(rows), 'ask')}: no answer to them is recorded {among(held, query)}")
        beside = sorted({name for role, ids in whole.items() for name in ids - any_of[role]})
        if beside:
            say(f"Only the body itself; --organs takes in {', '.join(beside)}")
        shown = withheld(at, held, query, rows)
        near = () if rows else tuple(_near(held, any_of, {"addressee": to, "asker": by}, query))
        give(shown, as_json=as_json, none=" ".join((f"No such ask {among(held, query)}.", *near)), ids=ids)


def _near(
    held: Ledger, ids: Mapping[str, frozenset[str]], given: Mapping[str, str | None], query: Query
) -> Iterator[str]:
    """Say which bodies of the ledger have names like one that nothing was found of."""
    for role, words in given.items():
        if words and (near := desk_bodies.alike(held, words, role, ids[role], query)):
            yield near


@click.command()
@click.option("--to", "to", metavar="WHOM", help="Only what this body was warned of.")
@click.option("--harm", metavar="HARM", help="Only warnings of this harm: famine, forced-displacement …")
@click.option("--implied", is_flag=True, help="Also what is likely a warning: no construction reads it, a model does.")
@click.option("--followed", is_flag=True, help="Follow each: how specific it was, and which claims came later.")
@click.option("--within-days", type=int, metavar="DAYS", help="With --followed: how long after; 365 without it.")
@ids_option
@listing_options(whom=True)
def warnings(
    to: str | None,
    harm: str | None,
    implied: bool,
    followed: bool,
    within_days: int | None,
    ids: bool,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """List what was warned of, by whom.

    Example: tocsin warnings --harm famine

    Example: tocsin warnings --followed --to "European Union"
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = replace(
            _clocks(clocks), kinds=("warning",), keys=(("harm", term(at.catalogue, "harm", harm)),) if harm else ()
        )
        rows: Iterable[Listed] = listed(held, query) if implied else sure(listed(held, query))
        if to:
            told = bodies(at, held, to, query)
            rows = [row for row in rows if any(party.id in told for party in row.shelved.card.addressees)]
        if followed:
            only = frozenset(row.shelved.document for row in rows) if to else None
            follow(at, held, query, within_days=within_days, only=only, as_json=as_json)
            return
        rows = withheld(at, held, query, rows)
        give(rows, as_json=as_json, none=f"No such warning {among(held, query)}.", ids=ids)


@click.command(name="timeline")
@click.option("--place", metavar="PLACE", help="Only claims at this place, or at one within it.")
@click.option("--act", metavar="ACT", help="Only claims of this act: blockade, detention …")
@click.option("--together", "meet", is_flag=True, help="Claims of one event together: by how many voices, who differs.")
@click.option("--same", nargs=2, metavar="CLAIM CLAIM", help="Record that two claims tell of one event.")
@click.option("--different", nargs=2, metavar="CLAIM CLAIM", help="Record that the first tells of another event.")
@click.option("--by", "--as", "handle", metavar="HANDLE", help="Who says that they are the same, or different.")
@click.option("--why", metavar="TEXT", help="Why.")
@ids_option
@listing_options()
def timeline_(
    place: str | None,
    act: str | None,
    meet: bool,
    same: tuple[str, str] | None,
    different: tuple[str, str] | None,
    handle: str | None,
    why: str | None,
    ids: bool,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """List claims in the order in which they happened, with who says so; those without a date stand last.

    --place takes in what lies within the place; --from and --to leave out what has no date.

    With --together claims on the same act, place, time and parties stand together as one event: how many voices tell of
    it, how they know, what they agree on, where numbers, dates or blame differ, who denies, and whether the rule of two
    voices calls it corroborated. What is put together is a suggestion: --same and --different outweigh it, and
    `tocsin judge undo ENTRY` withdraws them.

    Example: tocsin timeline --from 2023-04 --to 2023-06

    Example: tocsin timeline --together --act blockade

    Example: tocsin timeline --different 3fb1c2 77ab01 --by lia --why "another bridge"
    """
    at = desk(ledger, packs)
    with at.open() as held:
        if same or different:
            together.tie(held, same or different or ("", ""), same=bool(same), handle=handle, why=why)
            return
        keys = (("act", term(at.catalogue, "act", act)),) if act else ()
        query = replace(_clocks(clocks), kinds=("claim",), keys=keys)
        any_of = {"place": places(held, at.catalogue, place, query)} if place else {}
        if meet:
            events = together.events(at, held, query, any_of)
            together.give(events, as_json=as_json, ids=ids, none=f"No two claims meet {among(held, query)}.")
            return
        rows = timeline(withheld(at, held, query, listed(held, query, any_of=any_of)))
        if ids or as_json or not rows:
            give(rows, as_json=as_json, none=f"No such claim {among(held, query)}.", ids=ids)
            return
        for line in cards.timeline(rows):
            show(line)


@click.command(name="law")
@listing_options(happened=False)
def law_(as_json: bool, ledger: str, packs: tuple[Path, ...], **clocks: str | None) -> None:
    """List the instruments that are cited, where in them, and by whom.

    Example: tocsin law --published-by 2023-07-21
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = replace(_clocks(clocks), kinds=("citation",))
        names = instrument_names(at.catalogue)
        groups = law(withheld(at, held, query, listed(held, query)), names)
        if as_json:
            show_json(group.to_json() for group in groups)
            return
        for line in cards.law(groups):
            show(line)
        if not groups:
            say(f"No citation {among(held, query)}.")


@click.command()
@click.option("--style", metavar="CSL", help="Set them as references in this citation style: a CSL file or name.")
@listing_options(happened=False)
def sources(style: str | None, as_json: bool, ledger: str, packs: tuple[Path, ...], **clocks: str | None) -> None:
    """List the documents: who speaks, who carried it, when, to whom; or set them as references.

    Example: tocsin sources --style harvard-cite-them-right
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = _clocks(clocks)
        items = list(shelf(held, query).values())
        if (hidden := withholding(at, held, query)) is not None:
            items = [hidden.shelved(item) for item in items]
        if as_json:
            show_json(card_json(item) for item in items)
            return
        if style is not None:
            for reference in bibliographies.styled(items, style):
                show(reference)
            return
        for line in cards.sources(items):
            show(line)
        if not items:
            say(f"No such document {among(held, Query(recorded_by=query.recorded_by))}.")


VERBS = (asks, warnings, timeline_, law_, sources)
