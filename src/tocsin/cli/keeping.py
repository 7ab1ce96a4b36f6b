# SPDX-License-Identifier: Apache-2.0
"""Verbs that keep the ledger: `verify`, `export`, `import`, `backup`, `restore`."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import IO

import click

from tocsin import pipeline
from tocsin.cli.clocks import Clocks, clock_options
from tocsin.cli.desks import Desk, desk, desk_options
from tocsin.cli.names import names_option, withholding
from tocsin.cli.reading import progress
from tocsin.cli.talk import CannotWrite, say, show_json, write_all
from tocsin.dossier.listings import card_json, timeline
from tocsin.dossier.withholding import Withholding
from tocsin.errors import BadRequest
from tocsin.exchange import backups, ledgers, tables, web_annotations
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.ledger.sqlite import open_ledger
from tocsin.records.ids import Json
from tocsin.sources.vault import Vault

_KINDS: Mapping[str, str] = {"asks": "ask", "warnings": "warning", "timeline": "claim", "law": "citation"}
"""Listings that are rows of findings, and the kind of finding they list."""


class NoKind(BadRequest):
    """A table is asked for without saying which."""

    def __init__(self) -> None:
        super().__init__(f"--format csv: say which listing with --kind {'|'.join(tables.COLUMNS)}")


class WholeLedger(BadRequest):
    """Part of a ledger is asked for in the format that holds a whole one."""

    def __init__(self) -> None:
        super().__init__("--format jsonl holds the whole ledger with its chain; leave out --kind and the clocks")


class InTheWay(BadRequest):
    """Where a ledger is to be restored, something stands."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(f"{path}: this is there already and is not overwritten; name another place with --ledger")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Give the counts as a JSON array of one row.")
@desk_options
def verify(as_json: bool, ledger: str, packs: tuple[Path, ...]) -> None:
    """Hash every entry, text, quote and original again; name the first broken promise and exit 3.

    An original that is not in the vault is "not held", which is no broken promise. Example: tocsin verify
    """
    at = desk(ledger, packs)
    with at.open() as held, progress(100, "verifying") as bar:

        def told(done: int, of: int) -> None:
            bar.update(int(100 * done / max(1, of)) - bar.pos)

        found = held.verify(told)
        originals = pipeline.verify_originals(held, at.vault)
    if as_json:
        show_json(
            [
                {
                    "entries": found.entries,
                    "expunged": found.expunged,
                    "texts": found.texts,
                    "quotes": found.quotes,
                    "originals": originals.held,
                    "not_held": originals.not_held,
                    "head": found.head.seq,
                    "chain": found.head.chain,
                }
            ]
        )
        return
    say(
        f"{found.entries} entries, {found.texts} texts, {found.quotes} quotes: every promise holds"
        f"{f'; {found.expunged} payloads expunged' if found.expunged else ''}"
    )
    say(f"{originals.held} originals hashed again, {originals.not_held} not held")
    say(f"head: entry {found.head.seq}, {found.head.chain}")


@click.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "jsonld"]),
    required=True,
    help="jsonl: the whole ledger; csv: one listing; jsonld: findings as W3C Web Annotations.",
)
@click.option("--kind", type=click.Choice(list(tables.COLUMNS)), help="Which listing (csv, jsonld).")
@click.option("-o", "--output", default="-", show_default=True, metavar="FILE", help="A file; - is standard output.")
@desk_options
@names_option
@clock_options(happened=True)
def export(
    form: str, kind: str | None, output: str, ledger: str, packs: tuple[Path, ...], **clocks: str | None
) -> None:
    """Write the ledger as JSON Lines, byte for byte importable, a listing as CSV, or findings as Web Annotations.

    Example: tocsin export --format csv --kind asks -o asks.csv
    """
    query = Clocks(**clocks).query()
    if form == "csv" and kind is None:
        raise NoKind
    if form == "jsonl" and (kind is not None or query != Query()):
        raise WholeLedger
    at = desk(ledger, packs)
    with at.open() as held:
        hidden = withholding(at, held, query) if form != "jsonl" else None
        if form == "jsonl":
            write_all(output, ledgers.lines(held))
        elif form == "jsonld":
            write_all(output, _annotated(held, query, kind, hidden))
        elif kind is not None:
            write_all(output, (line.encode() for line in tables.csv_lines(kind, _rows(held, query, kind, hidden))))


def _rows(ledger: Ledger, query: Query, kind: str, hidden: Withholding | None) -> Iterable[Mapping[str, Json]]:
    if kind == "sources":
        items = shelf(ledger, query).values()
        return (card_json(item if hidden is None else hidden.shelved(item)) for item in items)
    rows: Iterable[Listed] = listed(ledger, replace(query, kinds=(_KINDS[kind],)))
    if hidden is not None:
        rows = hidden.rows(rows)
    return (row.to_json() for row in (timeline(rows) if kind == "timeline" else rows))


def _annotated(ledger: Ledger, query: Query, kind: str | None, hidden: Withholding | None) -> Iterator[bytes]:
    kinds = (_KINDS[kind],) if kind is not None and kind in _KINDS else tuple(_KINDS.values())
    before = b"[\n"
    for row in web_annotations.annotated(
        ledger, ledger.rows(replace(query, kinds=kinds)), hidden.value if hidden else None
    ):
        yield before + json.dumps(row, ensure_ascii=False).encode()
        before = b",\n"
    yield b"\n]\n" if before == b",\n" else b"[]\n"


@click.command(name="import")
@click.argument("file")
@desk_options
def import_(file: str, ledger: str, packs: tuple[Path, ...]) -> None:
    """Take a ledger in JSON Lines into an empty ledger, or into one that it continues; - is standard input.

    The whole file is verified first: a broken chain exits 3 and nothing is written.
    Example: tocsin import theirs.jsonl --ledger theirs.db
    """
    at = desk(ledger, packs)
    with tempfile.TemporaryFile() as spool:
        _spool(file, spool)
        ledgers.verified(spool, file)  # before a new ledger is begun
        with at.open(new=True) as held:
            imported = ledgers.take(held, spool, file)
    say(f"{imported.added} entries imported; head: entry {imported.head.seq}, {imported.head.chain}")


def _spool(file: str, spool: IO[bytes]) -> None:
    try:
        if file == "-":
            shutil.copyfileobj(sys.stdin.buffer, spool)
            return
        with Path(file).open("rb") as source:
            shutil.copyfileobj(source, spool)
    except OSError as error:
        raise ledgers.NotAnExport(file, f"it cannot be read ({error.strerror or error})") from error


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@desk_options
def backup(file: Path, ledger: str, packs: tuple[Path, ...]) -> None:
    """Write the ledger and the originals that are held into one ZIP file; a file that stands there is replaced.

    Example: tocsin backup 2023-09-01.zip
    """
    at = desk(ledger, packs)
    with at.open() as held:
        try:
            made = Path(tempfile.mkdtemp(prefix=".tocsin-", dir=file.resolve().parent))
        except OSError as error:
            raise CannotWrite(str(file), error.strerror or str(error)) from error
        try:
            kept = backups.write(held, at.vault, made / "backup")
            (made / "backup").replace(file)
        except OSError as error:
            raise CannotWrite(str(file), error.strerror or str(error)) from error
        finally:
            shutil.rmtree(made)
    say(f"{file}: {kept.head.seq} entries, {kept.originals} originals, {kept.not_held} not held")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@desk_options
def restore(file: Path, ledger: str, packs: tuple[Path, ...]) -> None:
    """Make a ledger and its vault of a backup, verified before they stand; nothing is overwritten.

    Example: tocsin restore 2023-09-01.zip --ledger restored.db
    """
    at = desk(ledger, packs)
    if at.vault.folder.exists():
        raise InTheWay(at.vault.folder)
    kept = _restored_in_a_server(file, at) if at.address is not None else _restored(file, at)
    say(f"{kept.head.seq} entries, {kept.originals} originals restored and verified, {kept.not_held} not held")
    say(f"head: entry {kept.head.seq}, {kept.head.chain}")


def _restored(file: Path, at: Desk) -> backups.Kept:
    if at.ledger_path.exists():
        raise InTheWay(at.ledger_path)
    try:
        made = Path(tempfile.mkdtemp(prefix=".tocsin-", dir=at.ledger_path.resolve().parent))
    except OSError as error:
        raise CannotWrite(str(at.ledger_path), error.strerror or str(error)) from error
    try:
        vault = Vault(made / "vault")
        with open_ledger(made / "ledger.db") as new:
            kept = backups.read(file, new, vault)
        if vault.folder.exists():
            vault.folder.replace(at.vault.folder)
        (made / "ledger.db").replace(at.ledger_path)  # the ledger last: where it stands, its originals do
    except OSError as error:
        raise CannotWrite(str(at.ledger_path), error.strerror or str(error)) from error
    finally:
        shutil.rmtree(made)
    return kept


def _restored_in_a_server(file: Path, at: Desk) -> backups.Kept:
    with at.open(new=True) as held:
        if held.head().seq:
            raise InTheWay("the ledger at this address")
        return backups.read(file, held, at.vault)


VERBS = (verify, export, import_, backup, restore)
