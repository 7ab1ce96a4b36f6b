# SPDX-License-Identifier: Apache-2.0
"""The verb `dossier`: the cited record of a body, place, duty, ask or search, alone or as a bundle."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

import click

from tocsin.cli.clocks import Clocks, clock_options
from tocsin.cli.desks import desk, desk_options
from tocsin.cli.names import names_option, withholding
from tocsin.cli.talk import CannotWrite, say, write_all
from tocsin.desk import dossiers
from tocsin.desk.dossiers import FORMS, KINDS, Subject
from tocsin.dossier import annexes, frames
from tocsin.dossier.compositions import Composition, sentences
from tocsin.dossier.frames import FRAMES
from tocsin.dossier.withholding import Withholding
from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Ledger
from tocsin.records.plurals import counted
from tocsin.sources.vault import Vault

_SAID = 3
"""Sentences of an empty record told beside it: nobody addressed the body, whom papers address, whose names are near."""


def _named(output: str | None) -> str:
    """Tell the format from the file's name: HTML where it has no ending, or is a device or pipe."""
    ending = Path(output or "").suffix.removeprefix(".").lower()
    ending = "html" if ending == "htm" else ending
    if ending and ending not in FORMS:
        raise NoSuchForm(str(output))
    return ending or "html"


class NoSuchForm(BadRequest):
    """A dossier is asked for in a form that is none."""

    def __init__(self, output: str) -> None:
        super().__init__(
            f"{output}: no form of a dossier has this ending; name one of .{', .'.join(FORMS)}, or --format"
        )


class OneOf(BadRequest):
    """A dossier is of one thing: none or several were named."""

    def __init__(self, given: Sequence[str]) -> None:
        told = f"{' and '.join(given)} were given" if given else "none was given"
        super().__init__(f"dossier: name one of --to, --place, --obligation, --standing, --search; {told}")


@click.command()
@click.option(
    "--to", "to", metavar="WHOM", help="The body that was told, warned and asked; with --place, the last day."
)
@click.option("--place", metavar="PLACE", help="The place of the record of what was said to have happened.")
@click.option("--from", "first", metavar="DATE", help="Only what happened from then on.")
@click.option("--obligation", metavar="ID", help="The obligation, by its id or the beginning of it.")
@click.option("--standing", metavar="ID", help="The standing ask, by its id or the id of an ask that makes it.")
@click.option("--search", metavar="SEARCH", help="What answers a search, as `tocsin search` takes it.")
@click.option("--frame", type=click.Choice(FRAMES), help="The form of a mechanism to fill with the cited facts.")
@click.option(
    "--fill",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="With --frame: a TOML file with what only a person can say (submitter, consent …).",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="A file whose name ends in .html, .pdf, .docx, .md or .csv; - is standard output, as where none is named.",
)
@click.option("--format", "form", type=click.Choice(FORMS), help="What to write; else as the file's name ends.")
@click.option(
    "--bundle",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="A ZIP file of the page and all it rests on, which `tocsin verify FILE` checks anywhere.",
)
@click.option(
    "--most",
    type=click.IntRange(min=0),
    metavar="N",
    default=annexes.MOST,
    show_default=True,
    help="Statements that the paper shows; all stand in FILE.annex.csv where there are more. 0 shows all.",
)
@click.option("--alone", is_flag=True, help="Only the body itself, not its organs and members.")
@desk_options
@clock_options(happened=True, whom=True)
@names_option
def dossier(
    output: str | None,
    bundle: Path | None,
    form: str | None,
    frame: str | None,
    fill: Path | None,
    alone: bool,
    most: int,
    ledger: str,
    packs: tuple[Path, ...],
    first: str | None,
    **given: str | None,
) -> None:
    """Write the cited record of a body, of a place and its days, of an obligation, a standing ask or a search.

    Of a body: what it was told, warned of and asked, on which law, what it answered, and for how long it did not. Of a
    place: what was said to have happened, access, people, needs, warnings, asks, law. Every line has its source.

    Example: tocsin dossier --to "Security Council" -o security-council.html

    Example: tocsin dossier --place "Tamar corridor" --from 2025-03-01 --to 2025-04-30 -o record.pdf

    Example: tocsin dossier --place Orsava --frame upr-submission --fill us.toml -o submission.docx
    """
    at = desk(ledger, packs)
    subject, clocks = _subject(given, first)
    with at.open() as held:
        query = Clocks(**clocks).query()
        hidden = withholding(at, held, query)
        room = 0 if frame is not None or (form or _named(output)) == "csv" else most
        gathered = dossiers.gathered(held, at.catalogue, query, replace(subject, alone=alone), hidden, most=room)
        if frame is not None:
            said = frames.answers(fill, at.catalogue, frame) if fill else {}
            filled = frames.filled(frame, gathered, at.catalogue, said=said)
            gathered = filled.composition
            for line in filled.talk:
                say(line)
        if output is not None or bundle is None:
            write_all(output or "-", [dossiers.rendered(gathered, form or _named(output))])
            _annexed(output or "-", gathered)
        if bundle is not None:
            bundled(held, at.vault, bundle, gathered, hidden)
        if output not in {None, "-"}:
            say(f"{output}: {counted(len(gathered.sources), 'document')}, {counted(len(gathered.notes), 'cited line')}")
        if not gathered.notes:
            say("Nothing in this ledger is told of it at these clocks; `tocsin asks` lists the names that it holds.")
            for sentence in islice(sentences(gathered.sections[0]), _SAID if subject.kind == "to" else 0):
                say(sentence.text)


def _annexed(output: str, dossier: Composition) -> None:
    """Write the annex of a paper that shows a part beside it, and say so."""
    if dossier.annex is None:
        return
    shown, held = sum(line.shown for line in dossier.annex.lines), len(dossier.annex.lines)
    if output == "-" or not Path(output).is_file():
        say(f"It shows {shown:,} of {held:,} statements; name a file with -o to have the annex that holds all.")
        return
    path = str(Path(output).with_suffix(".annex.csv"))
    write_all(path, [dossiers.rendered(dossier, "csv")])
    say(f"{path}: the annex, all {held:,} statements, of which the paper shows {shown:,}")


def _subject(given: dict[str, str | None], first: str | None) -> tuple[Subject, dict[str, str | None]]:
    """Tell what a dossier is of from the clocks; with --place, --to is the last day."""
    clocks = dict(given)
    named = {name: clocks.pop(name) for name in KINDS}
    if first is not None:
        clocks["happened_from"] = first
    if named["place"] and named["to"]:
        clocks["happened_to"] = named.pop("to")
    held = [Subject(kind=name, given=value) for name, value in named.items() if value]
    if len(held) != 1:
        raise OneOf([f"--{one.kind}" for one in held])
    return held[0], clocks


def bundled(ledger: Ledger, vault: Vault, path: Path, dossier: Composition, hidden: Withholding | None) -> None:
    """Write a bundle whole, or leave what stood there, and say what is in it."""
    try:
        with tempfile.TemporaryDirectory(prefix=".tocsin-", dir=path.resolve().parent) as folder:
            made = Path(folder) / "bundle.zip"
            found = dossiers.bundle(ledger, vault, made, dossier, hidden)
            made.replace(path)
    except OSError as error:
        raise CannotWrite(str(path), error.strerror or str(error)) from error
    say(
        f"{path}: {counted(found.notes, 'cited line')}, {counted(found.sources, 'original')}, "
        f"{counted(found.not_enclosed, 'document')} by digest alone, "
        f"{found.withheld} of {counted(found.entries, 'entry', 'entries')} withheld"
    )
    say(f"{found.bundle}; head: entry {found.head.seq}, {found.head.chain}")


VERBS = (dossier,)
