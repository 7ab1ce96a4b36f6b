# SPDX-License-Identifier: Apache-2.0
"""The verbs: which module of this room has each, loaded when it is asked for, so that no verb waits for the others."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from importlib import import_module

import click

from tocsin.cli import exits
from tocsin.cli.talk import say
from tocsin.errors import BadRequest, TocsinError

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

LINES: Mapping[str, str] = {
    "read": "Read files and folders into the ledger: text, Markdown, HTML, PDF, DOCX, EML.",
    "text": "Print the reading text of a file: what anchors count in.",
    "reread": "Read every stored text again with the present reader and catalogue, and show what differs.",
    "add": "Add what the reader missed, in any language; it stands like a confirmed finding.",
    "sent": "Record that a document or an ask was sent to somebody; without WHAT, list what was sent.",
    "asks": "List what was asked, of whom, by whom, with which force.",
    "warnings": "List what was warned of, by whom.",
    "timeline": "List claims in the order in which they happened, with who says so; those without a date stand last.",
    "law": "List the instruments that are cited, where in them, and by whom.",
    "sources": "List the documents: who speaks, who carried it, when, to whom; or set them as references.",
    "search": "Find passages by words, or findings by fields, with where the words stand and why each matched.",
    "answers": (
        "List what was answered to asks, in the answers' own words: entered, confirmed, and proposed by the reader."
    ),
    "standing": (
        "List what is asked more than once of the same addressee: since when, how often, by whom, answered or not."
    ),
    "voices": (
        "Count the independent texts behind the documents; show the earliest text of each and its copies, with reasons."
    ),
    "positions": (
        "List, party by party, what each asks, accepts and rejects on a topic; the law cited beside stands with it."
    ),
    "obligations": "List the duties that instruments lay on bearers, and what sources say of compliance or breach.",
    "notice": (
        "List whom the documents address, since when, by how many voices, and for how long no answer is recorded."
    ),
    "watch": "Show factor by month by place how many voices state what speaks to a risk factor, and who denies it.",
    "access": "List the states of a corridor or crossing by day, each with who tells it and in which words.",
    "needs": "Reckon what people at a place need in some days by minimum standards, against the supplies told of.",
    "people": "Bring together how many people sources tell were killed, injured, detained, missing or displaced.",
    "judge": "Confirm, correct or reject findings by their ids; `undo` withdraws the last judgement.",
    "why": "Walk a finding down to its words, and what was derived from findings down to them.",
    "explain": "Show sentences, what each word was taken for, which constructions were tried and which fired.",
    "catalogue": "See what the catalogue knows, what is wrong with it, and what it lacks.",
    "dossier": (
        "Write the cited record of a body, of a place and its days, of an obligation, a standing ask or a search."
    ),
    "export": "Write the ledger as JSON Lines, byte for byte importable, or findings in the formats that others read.",
    "serve": "Open the reading room on a ledger in a browser.",
    "verify": "Hash every entry, text, quote and original again; name the first broken promise and exit 3.",
    "backup": (
        "Write the ledger and the originals that are held into one ZIP file; a file that stands there is replaced."
    ),
    "restore": "Make a ledger and its vault of a backup, verified before they stand; nothing is overwritten.",
    "import": "Take a ledger in JSON Lines into an empty ledger, or into one that it continues; - is standard input.",
    "expunge": (
        "Destroy the words of a document, a finding or an entry for good; that it was done stays, and the chain holds."
    ),
    "demo": "Read the example documents – an invented crisis in which every side speaks – and show what Tocsin gives.",
    "doctor": "Say what this machine has and lacks, and where the ledger would be.",
}
"""What help says of each verb: the first sentence of its own help, here again so that help need not load every verb."""

_MODULES = {verb: module for group in VERBS.values() for verb, module in group.items()}


_TYPED = "tocsin.typed"
_SHORT = {"--happened-from": "--from", "--happened-to": "--to"}
"""Flags that have a short form, with it."""


def as_typed(message: str, flags: Sequence[str], typed: Sequence[str]) -> str:
    """Name flags in a message by the form in which they were typed.

    >>> as_typed("--happened-from soon: no date", ("--happened-from",), ("timeline", "--from=soon"))
    '--from soon: no date'
    >>> as_typed("--happened-from soon: no date", ("--happened-from",), ("timeline", "--happened-from", "soon"))
    '--happened-from soon: no date'
    """
    given = {word.partition("=")[0] for word in typed}
    for flag in flags:
        short = _SHORT.get(flag)
        if short in given and flag not in given:
            message = message.replace(flag, short or flag)
    return message


class Verbs(click.Group):
    """The command's verbs; a Tocsin failure is one line on standard error and an exit code."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Keep what was typed, so that a failure names the flag as it was typed."""
        ctx.meta[_TYPED] = tuple(args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a verb."""
        try:
            return super().invoke(ctx)
        except TocsinError as error:
            flags = error.flags if isinstance(error, BadRequest) else ()
            say(f"tocsin: {as_typed(str(error), flags, ctx.meta[_TYPED])}")
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

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's
        """Write the verbs group by group."""
        width = max(map(len, _MODULES))
        for group, verbs in VERBS.items():
            with formatter.section(group):
                formatter.write_dl([(name.ljust(width), LINES[name]) for name in verbs])
