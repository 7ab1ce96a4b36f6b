# SPDX-License-Identifier: Apache-2.0
"""The verb `judge`: people confirm, correct or reject what was proposed, by ids or from a reviewed CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from tocsin.catalogue.catalogue import Catalogue
from tocsin.cli import exits
from tocsin.cli.desks import desk, desk_options
from tocsin.cli.people import finding_named, made, members
from tocsin.cli.reviews import Reviewed, reviewed
from tocsin.cli.talk import say, show, show_json
from tocsin.errors import BadRequest
from tocsin.ledger import recording
from tocsin.ledger.failures import UnknownFinding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.states import VERDICTS, State
from tocsin.records.entries import PERSON
from tocsin.records.ids import Digest, Json
from tocsin.records.problems import Problem

UNDONE = ("answer", "transmission", "identity")
"""Kinds of entries beside judgements that `undo` withdraws by the entry's own id."""

SHORTEST = 4
"""Characters of an entry's id that `undo` needs at least."""


class NothingToUndo(BadRequest):
    """Nobody judged the finding."""

    def __init__(self, name: Digest) -> None:
        super().__init__(f"{name}: nobody has judged this finding, so there is nothing to undo")


class NoReason(BadRequest):
    """A judgement without a reason."""

    def __init__(self) -> None:
        super().__init__("say --why: a judgement is kept with its reason (in a CSV, a column `why`)")


class NothingToJudge(BadRequest):
    """No finding was named."""

    def __init__(self) -> None:
        super().__init__("name findings by id, - for ids on standard input, or --from FILE.csv")


class NothingCorrected(BadRequest):
    """A correction leaves everything as it is."""

    def __init__(self) -> None:
        super().__init__("the correction changes no member; fill in the columns that should read otherwise")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one judgement: the finding's state, or what was wrong with the request."""

    where: str
    given: str
    state: State | None = None
    told: str = ""
    problem: Problem | None = None

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        return {
            "where": self.where,
            "finding": self.state.finding if self.state else self.given,
            "state": self.told or None,
            "seen": self.state.last_seq if self.state else None,
            "problem": self.problem.message if self.problem else None,
        }


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
@click.option("--seen", type=int, metavar="ENTRY", help="The newest entry about it that you saw; refused if it moved.")
@click.option("--json", "as_json", is_flag=True, help="Give the findings' states as a JSON array.")
@desk_options
@click.pass_context
def judge(
    ctx: click.Context,
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
) -> None:
    """Confirm, correct or reject findings by their ids; `undo` withdraws the last judgement. Nothing is lost.

    `-` reads ids from standard input, one a line. With --from each row of a CSV is a judgement, with
    VERDICT where the file has no column for it; a row with an empty verdict is passed over. Each row's outcome is told;
    a row at fault is named and the others go on.

    `undo` takes the id of an answer, a transmission or an identity as well.

    Example: tocsin judge correct 3fb1c2 --set force=call --by lia --why "calls, not urges"

    Example: tocsin asks --to Ardesh --ids | tocsin judge confirm - --by lia --why "read each"
    """
    at = desk(ledger, packs)
    default = Reviewed(where="", finding="", verdict=verdict, why=why, seen=seen, pairs=pairs)
    many = file is not None or "-" in findings
    with at.open() as held:
        if file is not None:
            asked: Iterable[Reviewed] = reviewed(file, default)
        else:
            asked = [default.about(given, where) for given, where in _named(findings)]
        if not file and not asked:
            raise NothingToJudge
        outcomes = list(_outcomes(held, at.catalogue, asked, handle, many=many))
    if as_json:
        show_json(outcome.to_json() for outcome in outcomes)
    for outcome in outcomes:
        _tell(outcome, many=many and not as_json)
    if any(outcome.problem for outcome in outcomes):
        wrong = sum(outcome.problem is not None for outcome in outcomes)
        say(f"{len(outcomes) - wrong} judged, {wrong} not")
        ctx.exit(exits.PROBLEMS)


def _named(findings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for given in findings:
        if given != "-":
            yield given, given
            continue
        for number, line in enumerate(sys.stdin, 1):
            if line.strip():
                yield line.strip(), f"- line {number}"


def _outcomes(
    ledger: Ledger, catalogue: Catalogue, asked: Iterable[Reviewed], handle: str, *, many: bool
) -> Iterator[Outcome]:
    """Judge one after the other; where they are `many`, a request at fault is a problem and the others go on."""
    for one in asked:
        try:
            yield _judged(ledger, catalogue, one, handle, again=not many)
        except BadRequest as error:
            if not many:
                raise
            problem = Problem(where=one.where, code="bad-judgement", message=str(error))
            yield Outcome(where=one.where, given=one.finding, problem=problem)


def _tell(outcome: Outcome, *, many: bool) -> None:
    short = outcome.given.removeprefix("sha256:")[:12]
    if outcome.problem is not None:
        say(str(outcome.problem))
    elif many:
        show(f"{outcome.where}: {short} {outcome.told}")
    else:
        say(f"{short}: {outcome.told}")


def _judged(ledger: Ledger, catalogue: Catalogue, one: Reviewed, handle: str, *, again: bool) -> Outcome:
    if not one.why:
        raise NoReason
    by = recording.Judging(handle=handle, reason=one.why, seen=one.seen)
    if one.verdict not in {*VERDICTS, "undo"}:
        raise recording.NoSuchVerdict(one.verdict)
    if one.verdict == "undo":
        return _undone(ledger, one, by)
    name = finding_named(ledger, one.finding)
    now = ledger.state(name)
    if not again and _stands(now, one.verdict, handle):
        return Outcome(where=one.where, given=name, state=now, told=f"{now.standing} already")
    replacement = None
    if one.verdict == "correct":
        payload = dict(now.entry.payload or {})
        kind = str(payload.pop("kind", ""))
        wanted = members(catalogue, one.pairs)
        if not any(payload.get(member) != value for member, value in wanted.items()):
            raise NothingCorrected
        replacement = made(kind, {**payload, **wanted})
    recording.judge(ledger, name, one.verdict, by, replacement=replacement)
    state = ledger.state(name)
    return Outcome(where=one.where, given=name, state=state, told=state.standing)


def _stands(now: State, verdict: str, handle: str) -> bool:
    same = now.judged is not None and now.judged.author == PERSON + handle
    return same and verdict != "correct" and now.standing == VERDICTS[verdict] and now.moved is None


def _undone(ledger: Ledger, one: Reviewed, by: recording.Judging) -> Outcome:
    entry = _entry_named(ledger, one.finding)
    if entry is not None:
        recording.retract(ledger, entry, handle=by.handle, reason=by.reason)
        return Outcome(where=one.where, given=entry, told="withdrawn")
    name = finding_named(ledger, one.finding)
    name = _corrected_by(ledger, name) or name
    now = ledger.state(name)
    if now.judged is None:
        raise NothingToUndo(name)
    if now.replaced_by is not None:  # what a correction put in its place goes with it
        recording.retract(ledger, ledger.state(now.replaced_by).entry.id, handle=by.handle, reason=by.reason)
    recording.retract(ledger, now.judged.id, handle=by.handle, reason=by.reason)
    try:
        state = ledger.state(name)
    except UnknownFinding:  # an addition was all that stood of it
        return Outcome(where=one.where, given=name, told="withdrawn")
    return Outcome(where=one.where, given=name, state=state, told=state.standing)


def _corrected_by(ledger: Ledger, replacement: Digest) -> Digest | None:
    """Give the finding in whose place a correction put this one; a listing shows only the one that stands."""
    for entry in ledger.entries(kind="judgement", document=ledger.state(replacement).entry.document):
        if (entry.payload or {}).get("replacement") == replacement and ledger.state(entry.subject).judged == entry:
            return entry.subject
    return None


def _entry_named(ledger: Ledger, given: str) -> Digest | None:
    if len(given) < SHORTEST:
        return None
    wanted = given if given.startswith("sha256:") else f"sha256:{given}"
    found = [entry.id for kind in UNDONE for entry in ledger.entries(kind=kind) if entry.id.startswith(wanted)]
    return found[0] if len(found) == 1 else None


VERBS = (judge,)
