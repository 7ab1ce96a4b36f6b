# SPDX-License-Identifier: Apache-2.0
"""The desk: the ledger, the vault and the catalogue that a person works with."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.packs import configured
from tocsin.ledger.connections import Opening
from tocsin.ledger.failures import NoLedger
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.postgres import open_postgres
from tocsin.ledger.postgres_connections import SCHEMES
from tocsin.ledger.sqlite import open_ledger
from tocsin.sources.vault import Vault, beside

if TYPE_CHECKING:  # the reader takes long to load, and most of what is asked at a desk needs none
    from tocsin.reading.read import Reader


def _tell(problem: str) -> None:
    sys.stderr.write(f"{problem}\n")


@dataclass(frozen=True, kw_only=True)
class Desk:
    """`ledger_path` as asked for; `packs` are folders named beside those of tocsin.toml.

    `tell` is given what is wrong with the rows of packs. `address` is that of a ledger in PostgreSQL, which may hold a
    password, so it is never shown; `ledger_path` is then where a file would be: the vault lies beside it, in the
    working folder.
    """

    ledger_path: Path
    packs: tuple[Path, ...] = ()
    address: str | None = field(default=None, repr=False)
    tell: Callable[[str], None] = field(default=_tell, repr=False, compare=False)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue with its packs; what is wrong with a row is told and passed over."""
        catalogue, problems = configured(self.packs)
        for problem in problems:
            self.tell(str(problem))
        return catalogue

    @cached_property
    def reader(self) -> Reader:
        """A reader with this catalogue; the collector need not look at what stays until the command ends."""
        from tocsin.reading.read import Reader  # noqa: PLC0415 - see above

        made = Reader(self.catalogue)
        gc.freeze()
        return made

    @property
    def vault(self) -> Vault:
        """The vault beside the ledger."""
        return beside(self.ledger_path)

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


def desk(ledger: str, packs: tuple[Path, ...]) -> Desk:
    """Make a desk of what the flags say."""
    if ledger.startswith(SCHEMES):
        return Desk(ledger_path=Path("tocsin.db"), packs=packs, address=ledger)
    return Desk(ledger_path=Path(ledger), packs=packs)
