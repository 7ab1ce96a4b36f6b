# SPDX-License-Identifier: Apache-2.0
"""The verb `standing`: what is asked again and again, of whom, since when, by whom, answered or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import click

from tocsin.cli.cards import wrapped
from tocsin.cli.clocks import Clocks
from tocsin.cli.desks import Desk, desk
from tocsin.cli.listings import among, listing_options
from tocsin.cli.names import withholding
from tocsin.cli.people import finding_named
from tocsin.cli.talk import say, show, show_json
from tocsin.desk.standings import Wanted, standings
from tocsin.errors import BadRequest
from tocsin.ledger.shelf import spoken
from tocsin.linking import ties
from tocsin.linking.standing_asks import Choice, Making, StandingAsk
from tocsin.records.plurals import counted, times


class LinkNeeds(BadRequest):
    """A person's word on two asks without who says so, or why."""

    def __init__(self) -> None:
        super().__init__("say --as HANDLE and --why TEXT: a word on two asks is kept with who says so and why")


@click.command()
@click.argument("name", metavar="[ID]", required=False)
@click.option("--to", "to", metavar="WHOM", help="Only what this body, or an organ of it, was asked.")
@click.option("--by", "by", metavar="WHOM", help="Only what this body asked, among others.")
@click.option("--unanswered", is_flag=True, help="Only those to which no answer is recorded.")
@click.option("--once", is_flag=True, help="Also what was asked only once.")
@click.option("--story", is_flag=True, help="Show every making in order; with an ID this is done anyway.")
@click.option("--reported", is_flag=True, help="Count earlier asks that are told again.")
@click.option("--implied", is_flag=True, help="Count what is put as a duty or a need rather than asked.")
@click.option("--same", nargs=2, metavar="ASK ASK", help="Record that two asks ask the same.")
@click.option("--different", nargs=2, metavar="ASK ASK", help="Record that the first asks something else.")
@click.option("--as", "handle", metavar="HANDLE", help="Who says that they are the same, or different.")
@click.option("--why", metavar="TEXT", help="Why.")
@listing_options(whom=True)
def standing(
    name: str | None,
    to: str | None,
    by: str | None,
    unanswered: bool,
    once: bool,
    story: bool,
    reported: bool,
    implied: bool,
    same: tuple[str, str] | None,
    different: tuple[str, str] | None,
    handle: str | None,
    why: str | None,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """List what is asked more than once of the same addressee: since when, how often, by whom, answered or not.

    ID names a standing ask, or an ask that makes it: its story is shown, each making with its words.

    Example: tocsin standing --to "Northern Union" --unanswered

    Example: tocsin standing --different 3fb1c2 77ab01 --as lia --why "another bridge"
    """
    at = desk(ledger, packs)
    if same or different:
        _link(at, same, different, handle, why)
        return
    with at.open() as held:
        query = Clocks(**clocks).query()
        wanted = Wanted(
            to=to, by=by, unanswered=unanswered, name=name, choice=Choice(reported=reported, implied=implied)
        )
        found = standings(held, at.catalogue, query, wanted, hidden=withholding(at, held, query))
        if not (once or name):
            found = tuple(item for item in found if item.made > 1)
        if as_json:
            show_json(item.to_json() for item in found)
            return
        for item in found:
            for line in lines(item, story=story or name is not None):
                show(line)
        if not found:
            say(f"Nothing is asked more than once {among(held, query)}; --once shows what was asked once.")


def _link(
    at: Desk, same: tuple[str, str] | None, different: tuple[str, str] | None, handle: str | None, why: str | None
) -> None:
    if not handle or not why:
        raise LinkNeeds
    with at.open() as held:
        for pair, one in ((same, True), (different, False)):
            if pair:
                first, second = (finding_named(held, given) for given in pair)
                entry = ties.record(held, first, second, same=one, handle=handle, reason=why)
                said = "ask the same" if one else "do not ask the same"
                say(f"{first[7:19]} and {second[7:19]} {said}; `tocsin judge undo {entry.id[7:19]}` withdraws it")


def lines(item: StandingAsk, *, story: bool) -> Iterator[str]:
    """Give the lines of one standing ask."""
    first, last = item.first.row.shelved, item.makings[-1].row.shelved
    yield wrapped(f"“{item.first.ask.quote}”", "")
    yield wrapped(f"of {spoken(item.addressees) or 'nobody named'}", "    ")
    until = f", last {last.issued}" if item.made > 1 else ""
    yield wrapped(f"first {first.issued}{until} · {made(item)}", "    ")
    yield wrapped(f"by {_askers(item)}", "    ")
    yield wrapped(f"force: {_changes(item.forces)}", "    ")
    if item.statuses:
        told = ", ".join(f"{status} {times(count)}" for status, count in sorted(item.statuses.items()))
        yield wrapped(f"in the texts themselves: {told}", "    ")
    yield wrapped(status(item), "    ")
    yield f"    {item.unconfirmed} of {len(item.makings)} unconfirmed · standing {item.id.removeprefix('sha256:')[:12]}"
    if story:
        for making, also in item.told():
            yield from _making(making)
            for one in also:
                same = one.row.shelved.document == making.row.shelved.document
                where = "again in the same document" if same else "printed again"
                yield wrapped(f"{where}: “{one.ask.quote}”", "        ")
                yield f"        {_place(one)}"
    yield ""


def _askers(item: StandingAsk) -> str:
    unnamed = sum(not making.ask.askers for making in item.makings)
    beside = [f"an asker not named, in {unnamed} of {len(item.makings)}"] if unnamed else []
    return "; ".join([*filter(None, [spoken(item.askers)]), *beside])


def made(item: StandingAsk) -> str:
    """Say how often, in how many documents and by how many voices.

    The raw count stands beside that of voices.
    """
    often = times(item.made)
    if item.made < len(item.makings):
        often += f", at {len(item.makings)} places"
    among_others = sum(making.among for making, _also in item.told())
    beside = f" ({among_others} of them among other things)" if among_others else ""
    return f"asked {often}{beside}, in {counted(item.documents, 'document')}, {counted(item.voices, 'voice')}"


def status(item: StandingAsk) -> str:
    """Say whether an answer is recorded, and among how many documents."""
    beside = (
        f"; to {item.proposed} of {len(item.makings)} one is proposed, confirmed by nobody" if item.proposed else ""
    )
    if item.answered:
        return f"an answer is recorded to {item.answered} of {len(item.makings)}{beside}"
    return f"no answer is recorded among the {counted(item.among, 'document')} of this ledger{beside}"


def _changes(forces: Iterable[tuple[str, str]]) -> str:
    """Tell forces day by day: what stands side by side in one paper is no change."""
    days = groupby(forces, key=itemgetter(0))
    held = [(since, ", ".join(dict.fromkeys(force for _, force in some))) for since, some in days]
    if len(held) == 1:
        return held[0][1]
    return " → ".join(f"{force} ({since})" for since, force in held)


def _making(making: Making) -> Iterator[str]:
    shelved, ask = making.row.shelved, making.ask
    sure = "" if making.row.row.certainty == "certain" else " (possible)"
    who = spoken(ask.askers) or f"asker not named, in {shelved.title}"
    yield wrapped(f"{shelved.issued}{sure} · {ask.force or 'implied'} · {who} → {spoken(ask.addressees)}", "      ")
    yield wrapped(f"“{ask.quote}”", "        ")
    if making.then:
        yield wrapped("; ".join(making.then), "        ")
    if making.why:
        yield wrapped(f"with the others because {'; '.join(making.why)}", "        ")
    if making.adds:
        yield wrapped(f"said here first: {'; '.join(making.adds)}", "        ")
    yield f"        {_place(making)}"


def _place(making: Making) -> str:
    place = f"{making.row.shelved.name} [{making.ask.start}:{making.ask.end}]"
    answer = " · answered" if making.answered else ""
    return f"{place} · {making.row.standing}{answer} · {making.row.row.finding[7:19]}"


VERBS = (standing,)
