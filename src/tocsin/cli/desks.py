# SPDX-License-Identifier: Apache-2.0
"""The desk's flags, the same on every verb: which ledger, and which packs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from tocsin.desk.desks import Desk, default_ledger, desk

__all__ = ["Desk", "default_ledger", "desk", "desk_options"]

_F = TypeVar("_F", bound=Callable[..., object])


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
