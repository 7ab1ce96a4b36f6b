# SPDX-License-Identifier: Apache-2.0
"""The command: what `tocsin` alone says, and the group that every verb belongs to."""

from __future__ import annotations

import gc

import click

from tocsin.cli.verbs import Verbs

MADE_BEFORE_SWEEPING = 100_000
"""Objects made before Python looks for rings of them: a listing holds many and makes few rings, so looking at its usual
seven hundred took a third of a verb's time."""

FIRST_STEPS = """\
Tocsin keeps a ledger of warnings: who warned whom, of what, when, citing which law, asking for what.

  tocsin demo                      read the example documents and see what it gives
  tocsin read FOLDER               read your own documents into tocsin.db in this folder
  tocsin asks --to WHOM            what somebody was asked
  tocsin standing --to WHOM        what is asked again and again, answered or not
  tocsin notice --to WHOM          since when somebody has been told, for how many days without an answer
  tocsin timeline --place PLACE    what is said to have happened there, in order
  tocsin watch                     what speaks to the risk factors, by month and place
  tocsin dossier --to WHOM -o F.html   the cited record of what somebody was told, warned of and asked
  tocsin serve                     all of it in a browser, on this machine
  tocsin doctor                    what this machine has and lacks
  tocsin --help                    every verb
"""


@click.group(cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tocsin", prog_name="tocsin")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Keep a ledger of warnings, every entry tied to the words of its source."""
    gc.set_threshold(MADE_BEFORE_SWEEPING)
    if ctx.invoked_subcommand is None:
        click.echo(FIRST_STEPS, nl=False)
