# SPDX-License-Identifier: Apache-2.0
"""The verb `judge`: people confirm, correct or reject what was proposed, by ids or from a reviewed CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from tocsin.cli import exits
from tocsin.cli.desks import desk, desk_options
from tocsin.cli.reviews import reviewed
from tocsin.cli.talk import say, show, show_json
from tocsin.desk.judgements import SHORTEST, UNDONE, Asked, Outcome, outcomes
from tocsin.errors import BadRequest

__all__ = ["SHORTEST", "UNDONE", "VERBS"]


class NothingToJudge(BadRequest):
    """No finding was named."""

    def __init__(self) -> None:
        super().__init__("name findings by id, - for ids on standard input, or --from FILE.csv")


class OnlyCorrected(BadRequest):
    """A member is set, but nothing is corrected."""

    def __init__(self, verdict: str) -> None:
        super().__init__(
            f"{verdict} sets no member; say `tocsin judge correct …` with --set, --title, --issuer, --issued"
        )


_MEMBERS = {"title": "title", "issuer": "issuers", "issued": "issued"}
"""The member of a card that each shorthand sets."""


@click.command()
@click.argument("verdict", type=click.Choice(["confirm", "correct", "reject", "undo"]))
@click.argument("findings", nargs=-1)
@click.option(
    "--from", "file", metavar="FILE", help="A reviewed CSV: columns finding, verdict, why, seen, and members."
)
@click.option("--by", "handle", required=True, metavar="HANDLE", help="Who judges.")
@click.option("--why", default=None, metavar="TEXT", help="Why; for a CSV, where its row does not say.")
@click.option(
    "--set", "pairs", multiple=True, metavar="MEMBER=VALUE", help="For a correction: what the member should be."
)
@click.option("--title", metavar="TEXT", help="For a document's card: its title.")
@click.option("--issuer", metavar="WHOM", help="For a document's card: who speaks; several parted by semicolons.")
@click.option("--issued", metavar="DATE", help="For a document's card: its date.")
@click.option("--seen", type=int, metavar="ENTRY", help="The newest entry about it that you saw; refused if it moved.")
@click.option("--json", "as_json", is_flag=True, help="Give the findings' states as a JSON array.")
@desk_options
@click.pass_context
def judge(
    ctx: click.Context,
    /,
    verdict: str,
    findings: tuple[str, ...],
    file: str | None,
    handle: str,
    why: str | None,
    pairs: tuple[str, ...],
    seen: int | None,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **card: str | None,
) -> None:
    """Confirm, correct or reject findings by their ids; `undo` withdraws the last judgement. Nothing is lost.

    `-` reads ids from standard input, one a line. With --from each row of a CSV is a judgement, with
    VERDICT where the file has no column for it; a row with an empty verdict is passed over. Each row's outcome is told;
    a row at fault is named and the others go on.

    --set takes MEMBER=VALUE, a member of the finding's kind. Names, parted by semicolons: askers, addressees of an ask;
    actors, targets, places, speakers of a claim; places, speakers of a warning; one may be set by the singular
    (speaker=…). Terms: force, asks_for, status, voice of an ask; act, mode of a claim; harm, group, horizon of a
    warning. Dates: by_when, when, date, edtf. true or false: explicit, reported. Words: condition, pinpoint,
    instrument. Ids, parted by semicolons: law. A number from 1 to 5: category.

    Numbers, each with what it counts: quantities of a claim, "quantities=28 killed; 40-45 injured"; 21+, up to 30 and
    ~50 give bounds; a number alone counts what the claim's one number counts. Of a quantity: value=40-45 (with of=…).
    Nothing after the = leaves a member empty. `tocsin why ID --json` shows the members that a finding has.

    A document stands for its card, by its file's name or its digest: --title, --issuer, --issued correct what its
    listings say of it, and its text is read again with the card: who asks, and when. `tocsin sources` shows each
    card's id.

    `undo` takes the id of an answer, a transmission, an identity or a link as well; `confirm` and `reject` take the id
    of a proposed answer (`tocsin answers --proposed`), `confirm` that of a proposed receipt (`tocsin sent --proposed`).

    Example: tocsin judge correct 3fb1c2 --set force=call --by lia --why "calls, not urges"

    Example: tocsin judge correct 9c04d1 --set "quantities=21+ killed" --by lia --why "at least, says the letter"

    Example: tocsin judge correct letter.txt --issuer "Orsava Assembly" --issued 2025-03-02 --by lia --why "its head"

    Example: tocsin asks --to Ardesh --ids | tocsin judge confirm - --by lia --why "read each"
    """
    at = desk(ledger, packs)
    pairs += tuple(f"{_MEMBERS[name]}={value}" for name, value in card.items() if value is not None)
    if pairs and verdict != "correct":
        raise OnlyCorrected(verdict)
    default = Asked(where="", finding="", verdict=verdict, why=why, seen=seen, pairs=pairs)
    many = file is not None or "-" in findings
    with at.open() as held:
        if file is not None:
            asked: Iterable[Asked] = reviewed(file, default)
        else:
            asked = [default.about(given, where) for given, where in _named(findings)]
        if not file and not asked:
            raise NothingToJudge
        judged = list(outcomes(held, at, asked, handle, many=many))
    if as_json:
        show_json(outcome.to_json() for outcome in judged)
    for outcome in judged:
        _tell(outcome, many=many and not as_json)
    if any(outcome.problem for outcome in judged):
        wrong = sum(outcome.problem is not None for outcome in judged)
        say(f"{len(judged) - wrong} judged, {wrong} not")
        ctx.exit(exits.PROBLEMS)


def _named(findings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for given in findings:
        if given != "-":
            yield given, given
            continue
        for number, line in enumerate(sys.stdin, 1):
            if line.strip():
                yield line.strip(), f"- line {number}"


def _tell(outcome: Outcome, *, many: bool) -> None:
    short = outcome.given.removeprefix("sha256:")[:12]
    if outcome.problem is not None:
        say(str(outcome.problem))
    elif many:
        show(f"{outcome.where}: {short} {outcome.told}")
    else:
        say(f"{short}: {outcome.told}")


VERBS = (judge,)
