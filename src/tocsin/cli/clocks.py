# SPDX-License-Identifier: Apache-2.0
"""The clocks' flags, the same on every listing, made into a query."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from tocsin.desk.clocks import Clocks, NoDate, moment

__all__ = ["Clocks", "NoDate", "clock_options", "moment"]

_F = TypeVar("_F", bound=Callable[..., object])


def clock_options(*, happened: bool = False, whom: bool = False) -> Callable[[_F], _F]:
    """Add the clocks' flags to a command; `happened` where it lists what happened.

    `whom`: the command's `--to` names a body, so only the long forms `--happened-from` and `--happened-to` are added.
    """
    short = ([], []) if whom else (["--from"], ["--to"])
    options = [
        click.option("--published-by", metavar="DATE", help="Only what the world could know by then."),
        click.option("--recorded-by", metavar="DATE", help="Only what this ledger knew by then."),
    ]
    if happened:
        options += [
            click.option(
                *short[0], "--happened-from", "happened_from", metavar="DATE", help="Only what happened from then on."
            ),
            click.option(
                *short[1], "--happened-to", "happened_to", metavar="DATE", help="Only what happened until then."
            ),
        ]

    def add(command: _F) -> _F:
        for option in reversed(options):
            command = option(command)
        return command

    return add
