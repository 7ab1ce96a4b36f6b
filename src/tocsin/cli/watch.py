# SPDX-License-Identifier: Apache-2.0
"""The verb `watch`: what voices state that speaks to the risk factors of the UN Framework, by month and place."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from tocsin.catalogue.catalogue import Catalogue
from tocsin.cli import cards
from tocsin.cli.alarms import Wanted, ring
from tocsin.cli.clocks import Clocks
from tocsin.cli.desks import desk
from tocsin.cli.listings import among, listing_options
from tocsin.cli.names import withholding
from tocsin.cli.talk import say, show, show_json, write
from tocsin.dossier.pictures.risk_matrices import risk_matrix
from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Ledger
from tocsin.linking import named_places
from tocsin.records.plurals import counted
from tocsin.watch.indicators import Evidence
from tocsin.watch.matrices import TWO_VOICES, Cell, Window, matrix, outermost, verified
from tocsin.watch.months import follows
from tocsin.watch.sides import Sides

_CELL = re.compile(r"(\d{1,2})\s+(\d{4}(?:-\d{2})?)(?:\s+(\S.*))?")
_FRAMEWORK = "Risk factors and indicators: UN Framework of Analysis for Atrocity Crimes (2014), A/70/741–S/2016/71"


class NoCell(BadRequest):
    """What `--cell` names is no cell."""

    def __init__(self, given: str) -> None:
        super().__init__(
            f"--cell {given!r}: write factor, month and place: '13 2023-06 orsava' (the place may be left out)"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One cell as asked for."""

    factor: int
    month: str
    place: str | None

    def is_(self, cell: Cell) -> bool:
        return (cell.factor, cell.month) == (self.factor, self.month) and self.place in {None, cell.place}


@click.command()
@click.option("--place", metavar="PLACE", help="Only this place and what lies within it.")
@click.option("--cell", metavar="CELL", help="Open one cell to its quotes: 'FACTOR MONTH PLACE'.")
@click.option("--open", "open_", is_flag=True, help="Open every cell shown to its quotes.")
@click.option("--all", "all_", is_flag=True, help="Also places where no cell is lit.")
@click.option("--signs", is_flag=True, help="Show the rules by which claims, warnings and words speak to indicators.")
@click.option("--alarms", metavar="FILE", type=click.Path(path_type=Path), help="Show which alarms of this file ring.")
@click.option("--on", metavar="DATE", help="With --alarms: on this day; nothing published later is known.")
@click.option("--replay", nargs=2, metavar="FROM TO", help="With --alarms: when each would have rung.")
@click.option("--json-lines", "as_lines", is_flag=True, help="With --alarms: one JSON object a line.")
@click.option("--atom", "feed", metavar="FILE", help="With --alarms: write an Atom feed; - is standard output.")
@click.option("--svg", "picture", metavar="FILE", help="Draw the first place's matrix, or with --alarms the rings.")
@listing_options()
def watch(
    place: str | None,
    cell: str | None,
    open_: bool,
    all_: bool,
    signs: bool,
    alarms: Path | None,
    on: str | None,
    replay: tuple[str, str] | None,
    as_lines: bool,
    feed: str | None,
    picture: str | None,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """Show factor by month by place how many voices state what speaks to a risk factor, and who denies it.

    A number counts voices; * marks a cell that two voices light, ? one that they possibly do, - what somebody denies.

    Example: tocsin watch --place Orsava --published-by 2025-06-30

    Example: tocsin watch --cell "13 2025-03 orsava"

    Example: tocsin watch --alarms alarms.toml --replay 2025-01 2025-06
    """
    at = desk(ledger, packs)
    catalogue = at.catalogue
    if signs:
        _signs(catalogue, as_json=as_json)
        return
    with at.open() as held:
        query = Clocks(**clocks).query()
        if alarms is not None:
            ring(
                at,
                held,
                query,
                Wanted(
                    file=alarms, on=on, replay=replay, as_json=as_json, as_lines=as_lines, feed=feed, picture=picture
                ),
            )
            return
        asked = _asked(held, catalogue, cell) if cell else None
        wanted = named_places.place(held, catalogue, place).id if place else asked.place if asked else None
        window = Window(place=wanted, first=_month(query.happened_from), last=_month(query.happened_to))
        found = matrix(held, catalogue, query, window, veil=withholding(at, held, query))
        if asked is not None:
            found = tuple(item for item in found if asked.is_(item))
        if as_json:
            show_json(item.to_json() for item in found)
            return
        if not found:
            say(f"Nothing that speaks to a risk factor is stated {among(held, query)}.")
            return
        places = _places(found, catalogue, all_=all_ or wanted is not None or asked is not None)
        if _drawn(picture, found, places, catalogue):
            return
        blocks = (
            _block([item for item in found if item.place == one], catalogue, opened=open_ or asked is not None)
            for one in places
        )
        for line in itertools.chain.from_iterable(blocks):
            show(line)
        for line in _foot(found, places, catalogue, among(held, query)):
            show(line)


def _drawn(picture: str | None, found: Sequence[Cell], places: Sequence[str], catalogue: Catalogue) -> bool:
    """Draw the first place's cells where a picture is asked for; say whether that is all that is asked for."""
    if picture is not None and places:
        names = {int(number): row.short for number, row in catalogue.factors.items()}
        write(picture, risk_matrix([item for item in found if item.place == places[0]], names))
    return picture == "-"


def _asked(held: Ledger, catalogue: Catalogue, given: str) -> _Asked:
    match = _CELL.fullmatch(given.strip())
    if match is None or match[1] not in catalogue.factors:
        raise NoCell(given)
    place = named_places.place(held, catalogue, match[3]).id if match[3] else None
    return _Asked(factor=int(match[1]), month=match[2], place=place)


def _month(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()[:7]


def _places(found: Sequence[Cell], catalogue: Catalogue, *, all_: bool) -> tuple[str, ...]:
    """Give the places to show, those with most lit cells first."""
    lit: dict[str, int] = dict.fromkeys(outermost(found, catalogue), 0)
    for item in found:
        if item.place in lit:
            lit[item.place] += item.lit != "dark"
    return tuple(sorted((place for place in lit if all_ or lit[place]), key=lambda place: (-lit[place], place)))


def _block(found: Sequence[Cell], catalogue: Catalogue, *, opened: bool) -> Iterator[str]:
    """Give the lines of one place: the table, then what each lit cell says."""
    yield f"{found[0].named} ({found[0].place})"
    yield from _table(found, catalogue)
    sides = Sides(catalogue)
    told = [item for item in found if item.lit != "dark" or opened]
    for run, said in _runs(told, sides):
        months = run[0].month if len(run) == 1 else f"{run[0].month} to {run[-1].month}"
        yield cards.wrapped(f"{months} · factor {run[0].factor} · {said}", "  ")
        for item in run if opened else ():
            for one in item.evidence:
                yield from _quoted(one, item.month)
    yield ""


def _runs(told: Sequence[Cell], sides: Sides) -> Iterator[tuple[list[Cell], str]]:
    """Put cells of one factor that say the same in months that follow each other into one."""
    for said, same in itertools.groupby(told, key=lambda item: (item.factor, _said(item, sides))):
        run: list[Cell] = []
        for item in same:
            if run and follows(item.month, run[-1].month):
                run.append(item)
                continue
            if run:
                yield run, said[1]
            run = [item]
        yield run, said[1]


def _table(found: Sequence[Cell], catalogue: Catalogue) -> Iterator[str]:
    months = sorted({item.month for item in found})
    left = 34
    room = (cards.width() - left) // 8
    shown = months[-room:]
    if len(months) > room:
        earlier = counted(len(months) - room, "earlier month")
        yield f"  ({earlier}: {months[0]} to {months[-room - 1]}; --from and --to show them)"
    yield " " * left + "".join(f"{month:>8}" for month in shown)
    by_key = {(item.factor, item.month): item for item in found}
    for number in sorted({item.factor for item in found if item.month in shown}):
        short = catalogue.factors[str(number)].short
        row = "".join(f"{_mark(by_key.get((number, month))):>8}" for month in shown)
        yield f"  {number:>2} {short:<{left - 5}}{row}"


def _mark(cell: Cell | None) -> str:
    if cell is None:
        return "·"
    lit = {"lit": "*", "possibly": "?", "dark": " "}[cell.lit]
    return f"{len(cell.voices)}{lit}{'-' if cell.by('denies') else ' '}"


def _said(cell: Cell, sides: Sides) -> str:
    """Say what a cell holds, by whom, never that it is so."""
    voices, documents = cell.voices, len(cell.documents)
    count = f"{len(voices)} {'voice states' if len(voices) == 1 else 'voices state'}" if voices else "no voice states"
    lit = {"lit": "lit", "possibly": "possibly lit", "dark": "not lit"}[cell.lit]
    who = f": {'; '.join(voices)}" if voices else ""
    of = f"{documents} {'text' if documents == 1 else 'texts'}" if voices else ""
    side = sides.told(cell.sides, unplaced=cell.unplaced)
    on = f", {'sides' if ', ' in side else 'side'}: {side}" if side else ""
    about = f" – on {', '.join(cell.indicators)}" if cell.indicators else ""
    beside = "".join(
        f"; {verb}: {'; '.join(names)}"
        for names, verb in (
            (cell.by("denies"), "denied by"),
            (cell.by("alleges"), "alleged by"),
            (cell.by("passes on"), "passed on by"),
        )
        if names
    )
    return f"{lit}: {count}{who}{of and f' ({of}{on})'}{about}{beside}"


def _quoted(one: Evidence, month: str) -> Iterator[str]:
    """Give the words of one piece of evidence, where they stand, and by which sign they speak to what."""
    row = one.row
    sure = "" if one.sure(month) else " (possible)"
    placed = "" if one.placed == "named" else ", the place being its document's"
    denied = f" (denied by {'; '.join(one.denied_by)})" if one.denied_by else ""
    yield cards.wrapped(f"{one.name} {one.stance}{sure}: “{row.finding.quote}”{denied}", "    ")
    yield cards.wrapped(
        f"{row.shelved.name} [{row.finding.start}:{row.finding.end}] · {row.standing} · "
        f"{row.row.finding.removeprefix('sha256:')[:12]} · {', '.join(one.indicators)} by {', '.join(one.signs)} · "
        f"{one.dated} {', '.join(list(one.months)[:1])}{placed}",
        "      ",
    )


def _foot(found: Sequence[Cell], places: Sequence[str], catalogue: Catalogue, among_: str) -> Iterator[str]:
    rest = [place for place in outermost(found, catalogue) if place not in places]
    known = [place for place in rest if place in catalogue.places or place in catalogue.actors]
    if rest:
        more = f"{', ' if known else ''}{counted(len(rest) - len(known), 'name')} that the catalogue does not know"
        others = more if len(rest) > len(known) else ""
        yield cards.wrapped(f"No cell is lit at: {', '.join(known)}{others} (--all shows them).", "")
    yield cards.wrapped(f"The rule: {TWO_VOICES}. Counted {among_}.", "")
    shown = [item for item in found if item.place in places and item.lit != "dark"] or found
    told = sorted({one for item in shown for one in item.indicators}, key=lambda one: [*map(int, one.split("."))])
    for one in told:
        yield cards.wrapped(f"{one}: {(catalogue.indicators.get(one) or catalogue.factors[one]).name}", "  ")
    memory = [one for one in told if not verified(catalogue, one)]
    note = f"; from memory, to be held against it: {', '.join(memory)}" if memory else ""
    yield cards.wrapped(f"{_FRAMEWORK}{note}. The signs are rules of this program: tocsin watch --signs.", "")


def _signs(catalogue: Catalogue, *, as_json: bool) -> None:
    rows = list(catalogue.signs.values())
    if as_json:
        show_json(
            {
                "sign": row.id,
                "indicators": list(row.indicators),
                "acts": list(row.acts),
                "modes": list(row.modes),
                "harms": list(row.harms),
                "words": list(row.words),
                "source": row.source,
            }
            for row in rows
        )
        return
    for row in rows:
        asked = [
            f"{name} {', '.join(values)}"
            for name, values in (("claims of", row.acts), ("told as", row.modes), ("warnings of", row.harms))
            if values
        ]
        asked += [f"with words that begin {', '.join(f'“{word}”' for word in row.words)}"] if row.words else []
        named = [f"{one} ({(catalogue.indicators.get(one) or catalogue.factors[one]).name})" for one in row.indicators]
        show(cards.wrapped(f"{row.id}: {'; '.join(asked)} → {'; '.join(named)}", ""))


VERBS = (watch,)
