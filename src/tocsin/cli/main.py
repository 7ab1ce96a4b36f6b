# SPDX-License-Identifier: Apache-2.0
"""The command: verbs from every module of this room, and the one place where failures become exit codes."""

from __future__ import annotations

import sys
from importlib.metadata import version

import click

from tocsin.cli import (
    access,
    adding,
    answering,
    dossiers,
    exits,
    exporting,
    expunging,
    finding,
    identities,
    judging,
    keeping,
    knowledge,
    listings,
    needs,
    notice,
    obligations,
    positions,
    reading,
    rereading,
    sending,
    serving,
    standing,
    starting,
    tolls,
    voices,
    watch,
)
from tocsin.cli.talk import say
from tocsin.errors import TocsinError

FIRST_STEPS = """\
Tocsin keeps a ledger of warnings: who warned whom, of what, when, citing which law, asking for what.

  tocsin demo                      read the example documents and see what it gives
  tocsin read FOLDER               read your own documents into tocsin.db in this folder
  tocsin asks --to WHOM            what somebody was asked
  tocsin dossier --to WHOM -o F.html   the cited record of what somebody was told, warned of and asked
  tocsin doctor                    what this machine has and lacks
  tocsin --help                    every verb
"""


class Verbs(click.Group):
    """The command's verbs; a Tocsin failure is one line on standard error and an exit code."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb."""
        try:
            return super().invoke(ctx)
        except TocsinError as error:
            say(f"tocsin: {error}")
            sys.exit(exits.code(error))
        except KeyboardInterrupt:
            say("tocsin: stopped; what was reported as read is kept, run it again to go on")
            sys.exit(130)


@click.group(cls=Verbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(version("tocsin"), prog_name="tocsin")
@click.pass_context
def main(ctx: click.Context) -> None:
    """Keep a ledger of warnings, every entry tied to the words of its source."""
    if ctx.invoked_subcommand is None:
        click.echo(FIRST_STEPS, nl=False)


for room in (
    reading,
    rereading,
    listings,
    obligations,
    dossiers,
    notice,
    watch,
    finding,
    adding,
    judging,
    answering,
    sending,
    voices,
    knowledge,
    identities,
    expunging,
    keeping,
    exporting,
    access,
    needs,
    tolls,
    serving,
    standing,
    positions,
    starting,
):
    for verb in room.VERBS:
        main.add_command(verb)
