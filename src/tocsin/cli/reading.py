# SPDX-License-Identifier: Apache-2.0
"""Verbs that read: `read`, `text`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import click

from tocsin import pipeline
from tocsin.cli import exits
from tocsin.cli.desks import Desk, desk, desk_options
from tocsin.cli.talk import say, show, show_json, write
from tocsin.desk.people import NotInLedger, document_named
from tocsin.errors import BadRequest
from tocsin.records.bounds import bounds
from tocsin.records.plurals import counted
from tocsin.records.texts import Text
from tocsin.sources import intake

_LARGE_BYTES = 2_000_000
"""Bytes from which on a file is named before it is read."""


class NothingToRead(BadRequest):
    """No path holds a file."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        super().__init__(f"{', '.join(paths)}: there is no file to read here")


class BadIssued(BadRequest):
    """`--issued` is no date."""

    def __init__(self, given: str) -> None:
        super().__init__(f"--issued {given}: this is no date; write 2023-07-21, 2023-07 or 2023-08~")


@contextmanager
def progress(total: int, verb: str) -> Iterator[click._termui_impl.ProgressBar[int]]:
    """Show a bar on a terminal's standard error, nothing elsewhere."""
    hidden = not sys.stderr.isatty()
    with click.progressbar(length=total, label=verb, file=sys.stderr, show_pos=True, hidden=hidden) as bar:
        yield bar


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--findings", metavar="OUT", help="Write findings lines to OUT (- is standard output); touch no ledger.")
@click.option("--issued", metavar="DATE", help="The date the documents were issued, if you know it.")
@click.option("--by", metavar="HANDLE", help="Who takes the documents in.")
@click.option("--max-size", type=int, default=intake.MAX_SIZE_BYTES, show_default=True, help="Largest file, in bytes.")
@click.option("--json", "as_json", is_flag=True, help="Give the outcomes as a JSON array.")
@desk_options
@click.pass_context
def read(
    ctx: click.Context,
    paths: tuple[str, ...],
    findings: str | None,
    issued: str | None,
    by: str | None,
    max_size: int,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
) -> None:
    """Read files and folders into the ledger: text, Markdown, HTML, PDF, DOCX, EML.

    Reading again is a no-op. Example: tocsin read letters/ report.pdf
    """
    if issued is not None and bounds(issued) is None:
        raise BadIssued(issued)
    how = pipeline.Intake(given=issued, by=by, max_size_bytes=max_size)
    listed = pipeline.sorted_by_source(intake.listing(paths))
    if not listed:
        raise NothingToRead(paths)
    at = desk(ledger, packs)
    outcomes = _lines(listed, at, how, findings) if findings else _into_ledger(listed, at, how)
    counts = Counter(outcome.status for outcome in outcomes)
    if as_json and findings != "-":
        show_json(
            {
                "source": outcome.source,
                "status": outcome.status,
                "document": outcome.document,
                "findings": outcome.findings,
                "problems": [{"code": problem.code, "message": str(problem)} for problem in outcome.problems],
            }
            for outcome in outcomes
        )
    say(
        f"{counted(len(outcomes), 'document')}: {counts['read']} read, {counts['known']} already there, "
        f"{counts['rejected']} rejected, {counts['skipped']} skipped"
    )
    if any(outcome.problems and outcome.status != "skipped" for outcome in outcomes):
        ctx.exit(exits.PROBLEMS)


def _into_ledger(
    listed: list[intake.Listed | intake.Refused], at: Desk, how: pipeline.Intake
) -> list[pipeline.Outcome]:
    outcomes = []
    if not any(isinstance(item, intake.Listed) for item in listed):  # no ledger is begun for what is not there
        for item in listed:
            for outcome, _lines_of in pipeline.findings([item], at.reader, how):
                outcomes.append(outcome)
                _tell(outcome)
        return outcomes
    with at.open(new=True) as held, progress(len(listed), "reading") as bar:
        for item in listed:
            _tell_size(item)
            for outcome in pipeline.read([item], held, at.vault, at.reader, how):
                outcomes.append(outcome)
                _tell(outcome)
            bar.update(1)
    return outcomes


def _lines(
    listed: list[intake.Listed | intake.Refused], at: Desk, how: pipeline.Intake, out: str
) -> list[pipeline.Outcome]:
    outcomes = []
    lines: list[tuple[str, tuple[str, ...]]] = []
    with progress(len(listed), "reading") as bar:
        for item in listed:
            for outcome, found in pipeline.findings([item], at.reader, how):
                outcomes.append(outcome)
                lines.append((outcome.source, found))
                if outcome.status == "rejected":
                    _tell(outcome)
            bar.update(1)
    write(out, "".join(f"{line}\n" for _source, found in sorted(lines) for line in found))
    return outcomes


def _tell_size(item: intake.Listed | intake.Refused) -> None:
    """Say that a large file is being read: a text of that size may take minutes."""
    if isinstance(item, intake.Listed):
        with suppress(OSError):
            size = item.path.stat().st_size
            if size >= _LARGE_BYTES:
                say(f"{item.source}: reading {size // 1_000_000} MB; a text of that size may take some minutes")


def _tell(outcome: pipeline.Outcome) -> None:
    words = {
        "read": f"read, {counted(outcome.findings, 'finding')}",
        "known": "already there",
        "rejected": "rejected",
        "skipped": "skipped",
    }
    say(f"{outcome.source}: {words[outcome.status]}")
    for problem in outcome.problems:
        say(f"  {problem}")
    for note in outcome.notes:
        say(f"  note: {note}")


@click.command()
@click.argument("path")
@click.option("--main", "main_text", is_flag=True, help="Only the main text, without what the site added.")
@desk_options
@click.pass_context
def text(ctx: click.Context, path: str, main_text: bool, ledger: str, packs: tuple[Path, ...]) -> None:
    """Print the reading text of a file: what anchors count in.

    A name that listings print, or a digest, gives the text of that document as the ledger keeps it.

    Example: tocsin text letter.pdf
    """
    rejected = False
    at = desk(ledger, packs)
    if not Path(path).exists() and (kept := _kept(at, path)) is not None:
        show(pipeline.main_text(kept, at.reader) if main_text else kept.content)
        return
    for item in intake.listing([path]):
        for taken in intake.outcomes(item):
            if isinstance(taken, intake.Refused):
                rejected = rejected or not taken.skipped
                say(str(taken.problem))
            elif taken.within is None:
                show(pipeline.main_text(taken.text, at.reader) if main_text else taken.text.content)
    if rejected:
        ctx.exit(exits.PROBLEMS)


def _kept(at: Desk, given: str) -> Text | None:
    """Give the newest text of a document of the ledger that goes by a name or a digest; None where there is none."""
    if at.address is None and not at.ledger_path.exists():
        return None
    with at.open() as held:
        try:
            name = document_named(held, given)
        except NotInLedger:
            return None
        return held.text(name, held.versions(name)[-1])


VERBS = (read, text)
