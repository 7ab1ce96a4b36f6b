# SPDX-License-Identifier: Apache-2.0
"""The verb `add`: people enter what the reader missed, and answers to asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import click

from tocsin.cli import answering
from tocsin.cli.desks import desk, desk_options
from tocsin.cli.people import BadSpan, document_named
from tocsin.cli.talk import say
from tocsin.desk import additions
from tocsin.errors import BadRequest
from tocsin.records.lines import KINDS


class OnlyForAnswers(BadRequest):
    """A flag of answers stands with another kind."""

    def __init__(self, given: Sequence[str], kind: str) -> None:
        super().__init__(f"{', '.join(f'--{name}' for name in given)}: only with --kind answer, not {kind}")


@click.command()
@click.argument("document")
@click.option("--at", "at_", required=True, metavar="START:END", help="Where the words stand, in code points.")
@click.option("--kind", required=True, type=click.Choice(sorted([*KINDS, "answer"])), help="What they are.")
@click.option(
    "--set", "pairs", multiple=True, metavar="MEMBER=VALUE", help="A member; parties are parted by semicolons."
)
@click.option("--ask", metavar="ID", help="For an answer: the ask that it answers.")
@click.option("--response", metavar="TERM", help="For an answer: favourable, pledged, countered, token …")
@click.option("--status", metavar="TERM", help="For an answer: significant-continuing, pending, closed …")
@click.option("--impact", metavar="TERM", help="For an answer: strong-positive, minor, unknown …")
@click.option("--when", metavar="DATE", help="For an answer: when it was given, if not on the document's date.")
@click.option("--answerer", metavar="WHOM", help="For an answer: who gave it, if not the ask's first addressee.")
@click.option("--by", "handle", required=True, metavar="HANDLE", help="Who adds it.")
@click.option("--why", default=None, metavar="TEXT", help="Why.")
@desk_options
def add(
    document: str,
    at_: str,
    kind: str,
    pairs: tuple[str, ...],
    handle: str,
    why: str | None,
    ledger: str,
    packs: tuple[Path, ...],
    **answer: str | None,
) -> None:
    """Add what the reader missed, in any language; it stands like a confirmed finding.

    Example: tocsin add letter.txt --at 120:158 --kind ask --set force=urge --set "addressees=European Union" --by lia

    An answer to an ask is added with the words that give it; `tocsin judge undo ENTRY` withdraws it.

    Example: tocsin add reply.txt --at 40:95 --kind answer --ask 3fb1c2 --response pledged --by lia
    """
    at = desk(ledger, packs)
    with at.open() as held:
        name = document_named(held, document)
        text = held.text(name, held.versions(name)[-1])
        span = re.fullmatch(r"(\d+):(\d+)", at_)
        if span is None or not 0 <= int(span[1]) < int(span[2]) <= len(text.content):
            raise BadSpan(at_, len(text.content))
        start, end = int(span[1]), int(span[2])
        if kind == "answer":
            told = answering.record(
                held, at.catalogue, text, (start, end), answering.Answering(**answer), handle=handle, why=why
            )
            say(f"added answer {told.id.removeprefix('sha256:')[:12]} (entry {told.seq})")
            return
        if given := sorted(name for name, value in answer.items() if value is not None):
            raise OnlyForAnswers(given, kind)
        entry, finding = additions.add(held, at.catalogue, text, (start, end), kind, pairs, handle=handle, why=why)
        say(f"added {entry.subject.removeprefix('sha256:')[:12]} “{' '.join(finding.quote.split())[:70]}”")


VERBS = (add,)
