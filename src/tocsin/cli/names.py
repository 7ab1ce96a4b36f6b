# SPDX-License-Identifier: Apache-2.0
"""`--show-names`: names of persons at risk are withheld in what is shown unless it is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from tocsin.cli.desks import Desk
from tocsin.dossier.withholding import Withholding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Query

_F = TypeVar("_F", bound=Callable[..., object])
_SHOWN = "tocsin.names.shown"


def _keep(ctx: click.Context, _option: click.Parameter, value: bool) -> None:
    ctx.meta[_SHOWN] = value


def names_option(command: _F) -> _F:
    """Add `--show-names` to a command."""
    return click.option(
        "--show-names",
        is_flag=True,
        expose_value=False,
        callback=_keep,
        help="Show the names of persons at risk, which are withheld otherwise.",
    )(command)


def withholding(at: Desk, ledger: Ledger, query: Query) -> Withholding | None:
    """Give what withholds names, None where they are to be shown."""
    shown = click.get_current_context().meta.get(_SHOWN, False)
    return None if shown else Withholding(ledger, at.catalogue, query)


def listed(at: Desk, ledger: Ledger, query: Query, rows: Iterable[Listed]) -> Iterable[Listed]:
    """Give rows with names withheld, unless they are to be shown."""
    held = withholding(at, ledger, query)
    return rows if held is None else held.rows(rows)
