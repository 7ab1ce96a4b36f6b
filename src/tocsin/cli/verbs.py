# SPDX-License-Identifier: Apache-2.0
"""The verbs: which module of this room has each, loaded when it is asked for, so that no verb waits for the others."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module

import click

from tocsin.cli import exits
from tocsin.cli.talk import say
from tocsin.errors import TocsinError

VERBS: Mapping[str, Mapping[str, str]] = {
    "Bring in": {"read": "reading", "text": "reading", "reread": "rereading", "add": "adding", "sent": "sending"},
    "Ask": {
        "asks": "listings",
        "warnings": "listings",
        "timeline": "listings",
        "law": "listings",
        "sources": "listings",
        "search": "finding",
        "answers": "answering",
    },
    "Link": {
        "standing": "standing",
        "voices": "voices",
        "positions": "positions",
        "obligations": "obligations",
    },
    "Watch": {
        "notice": "notice",
        "watch": "watch",
        "access": "access",
        "needs": "needs",
        "people": "tolls",
    },
    "Decide": {"judge": "judging", "why": "knowledge", "explain": "knowledge", "catalogue": "identities"},
    "Take out": {"dossier": "dossiers", "export": "exporting", "serve": "serving"},
    "Keep": {
        "verify": "keeping",
        "backup": "keeping",
        "restore": "keeping",
        "import": "keeping",
        "expunge": "expunging",
        "demo": "starting",
        "doctor": "starting",
    },
}
"""Verb to module, in the groups and the order in which help lists them."""

_MODULES = {verb: module for group in VERBS.values() for verb, module in group.items()}


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

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give every verb, in the order of help."""
        return list(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Load a verb; None where there is none of the name."""
        module = _MODULES.get(cmd_name)
        if module is None:
            return None
        verbs: tuple[click.Command, ...] = import_module(f"tocsin.cli.{module}").VERBS
        return next(verb for verb in verbs if verb.name == cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs group by group."""
        width = max(map(len, _MODULES))
        for group, verbs in VERBS.items():
            with formatter.section(group):
                rows = [
                    (name.ljust(width), command.get_short_help_str(limit=160))
                    for name in verbs
                    if (command := self.get_command(ctx, name)) is not None
                ]
                formatter.write_dl(rows)
