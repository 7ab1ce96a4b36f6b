# SPDX-License-Identifier: Apache-2.0
"""Verbs that keep the ledger: `verify`, `import`, `backup`, `restore`."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import IO

import click

from tocsin import pipeline
from tocsin.cli.desks import Desk, desk, desk_options
from tocsin.cli.reading import progress
from tocsin.cli.talk import CannotWrite, say, show_json
from tocsin.errors import BadRequest
from tocsin.exchange import backups, bundles, ledgers
from tocsin.ledger.sqlite import open_ledger
from tocsin.records.plurals import counted
from tocsin.sources.vault import Vault


class InTheWay(BadRequest):
    """Where a ledger is to be restored, something stands."""

    def __init__(self, path: Path | str) -> None:
        super().__init__(f"{path}: this is there already and is not overwritten; name another place with --ledger")


@click.command()
@click.argument("bundle", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Give the counts as a JSON array of one row.")
@desk_options
def verify(bundle: Path | None, as_json: bool, ledger: str, packs: tuple[Path, ...]) -> None:
    """Hash every entry, text, quote and original again; name the first broken promise and exit 3.

    With a BUNDLE (`dossier --bundle`) that file is checked, and no ledger is needed. An original that is not in the
    vault is "not held", which is no broken promise. Example: tocsin verify
    """
    if bundle is not None:
        _verify_bundle(bundle, as_json=as_json)
        return
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
        f"{counted(found.entries, 'entry', 'entries')}, {counted(found.texts, 'text')}, "
        f"{counted(found.quotes, 'quote')}: every promise holds"
        f"{f'; {found.expunged} expunged' if found.expunged else ''}"
    )
    say(f"{counted(originals.held, 'original')} hashed again, {originals.not_held} not held")
    say(f"head: entry {found.head.seq}, {found.head.chain}")


def _verify_bundle(path: Path, *, as_json: bool) -> None:
    found = bundles.verify(path)
    if as_json:
        show_json(
            [
                {
                    "entries": found.entries,
                    "withheld": found.withheld,
                    "notes": found.notes,
                    "annotations": found.annotations,
                    "originals": found.sources,
                    "not_enclosed": found.not_enclosed,
                    "head": found.head.seq,
                    "chain": found.head.chain,
                    "bundle": found.bundle,
                }
            ]
        )
        return
    say(
        f"{path}: {counted(found.entries, 'entry', 'entries')}, {counted(found.notes, 'cited line')}, "
        f"{counted(found.annotations, 'annotation')}: every promise holds"
    )
    say(
        f"{counted(found.sources, 'original')} hashed again, "
        f"{counted(found.not_enclosed, 'document')} by digest alone, "
        f"{counted(found.withheld, 'entry', 'entries')} withheld"
    )
    say(f"{found.bundle}")
    say(f"head: entry {found.head.seq}, {found.head.chain}; compare it with the head that the ledger's keeper names")


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
    say(
        f"{counted(imported.added, 'entry', 'entries')} imported; "
        f"head: entry {imported.head.seq}, {imported.head.chain}"
    )


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
    say(
        f"{file}: {counted(kept.head.seq, 'entry', 'entries')}, {counted(kept.originals, 'original')}, "
        f"{kept.not_held} not held"
    )


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
    say(
        f"{counted(kept.head.seq, 'entry', 'entries')}, {counted(kept.originals, 'original')} restored and verified, "
        f"{kept.not_held} not held"
    )
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


VERBS = (verify, import_, backup, restore)
