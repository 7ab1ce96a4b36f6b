# SPDX-License-Identifier: Apache-2.0
"""The desk: the ledger, the vault and the catalogue that a command works with."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import click

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.packs import configured
from tocsin.cli.talk import say
from tocsin.ledger.connections import Opening
from tocsin.ledger.failures import NoLedger
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.postgres import open_postgres
from tocsin.ledger.postgres_connections import SCHEMES
from tocsin.ledger.sqlite import open_ledger
from tocsin.pipeline import vault_beside
from tocsin.reading.read import Reader
from tocsin.sources.vault import Vault

_F = TypeVar("_F", bound=Callable[..., object])


@dataclass(frozen=True, kw_only=True)
class Desk:
    """`ledger_path` as asked for; `packs` are folders named on the command line, beside those of tocsin.toml.

    `address` is that of a ledger in PostgreSQL: then `ledger_path` is where a file would be, so that the vault beside
    it is in the working folder. It may hold a password, so it is never shown.
    """

    ledger_path: Path
    packs: tuple[Path, ...] = ()
    address: str | None = field(default=None, repr=False)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue with its packs; what is wrong with a row is told on standard error and passed over."""
        catalogue, problems = configured(self.packs)
        for problem in problems:
            say(str(problem))
        return catalogue

    @cached_property
    def reader(self) -> Reader:
        """A reader with this catalogue; the collector need not look at what stays until the command ends."""
        made = Reader(self.catalogue)
        gc.freeze()
        return made

    @property
    def vault(self) -> Vault:
        """The vault beside the ledger."""
        return vault_beside(self.ledger_path)

    def open(self, *, new: bool = False) -> Ledger:
        """Open the ledger; `new` begins one where there is none.

        Raises:
            NoLedger: There is none and none is to be begun.
        """
        if self.address is not None:
            return open_postgres(self.address, Opening(create=new))
        if not new and not self.ledger_path.exists():
            raise NoLedger(str(self.ledger_path))
        return open_ledger(self.ledger_path)


def default_ledger() -> str:
    """Say which ledger is meant when none is named: TOCSIN_LEDGER, or `tocsin.db` in the working folder."""
    return os.environ.get("TOCSIN_LEDGER") or "tocsin.db"


def desk_options(command: _F) -> _F:
    """Add `--ledger` and `--pack` to a command."""
    command = click.option(
        "--pack",
        "packs",
        multiple=True,
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="A folder of TOML rows for one crisis; may be given more than once.",
    )(command)
    return click.option(
        "--ledger",
        metavar="PATH",
        default=default_ledger,
        show_default="tocsin.db, or TOCSIN_LEDGER",
        help="The ledger: a file, or postgresql://USER@HOST/DATABASE (PGPASSWORD holds the password).",
    )(command)


def desk(ledger: str, packs: tuple[Path, ...]) -> Desk:
    """Make a desk of what the flags say."""
    if ledger.startswith(SCHEMES):
        return Desk(ledger_path=Path("tocsin.db"), packs=packs, address=ledger)
    return Desk(ledger_path=Path(ledger), packs=packs)
