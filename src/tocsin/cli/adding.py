# SPDX-License-Identifier: Apache-2.0
"""The verb `add`: people enter what the reader missed, and answers to asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import click

from tocsin.cli import exits
from tocsin.cli.desks import desk, desk_options
from tocsin.cli.people import BadSpan, document_named
from tocsin.cli.talk import say
from tocsin.desk import additions, answering, facts, spans
from tocsin.desk.desks import Desk
from tocsin.errors import BadRequest
from tocsin.records.lines import KINDS
from tocsin.records.plurals import counted


class OnlyForAnswers(BadRequest):
    """A flag of answers stands with another kind."""

    def __init__(self, given: Sequence[str], kind: str) -> None:
        super().__init__(f"{', '.join(f'--{name}' for name in given)}: only with --kind answer, not {kind}")


class AddingNeeds(BadRequest):
    """An addition without what makes it one."""

    def __init__(self) -> None:
        super().__init__(
            "no addition: name DOCUMENT with --at START:END and --kind KIND, or name a pack with --from-pack DIR, "
            "or a file with --spans FILE"
        )


class BadLabel(BadRequest):
    """`--as` says no kind of finding."""

    def __init__(self, given: str) -> None:
        super().__init__(f"--as {given}: write LABEL=KIND, with one of {', '.join(sorted(KINDS))}")


@click.command()
@click.argument("document", required=False)
@click.option("--at", "at_", metavar="START:END", help="Where the words stand, in code points.")
@click.option("--kind", type=click.Choice(sorted([*KINDS, "answer"])), help="What they are.")
@click.option(
    "--from-pack",
    "pack",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="A pack whose facts are entered, each with the answer that it tells.",
)
@click.option(
    "--spans",
    "file",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Spans of another program (Web Annotations, langextract, spaCy), entered as proposals.",
)
@click.option("--as", "labels", multiple=True, metavar="LABEL=KIND", help="With --spans: which kind a label is.")
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
@click.pass_context
def add(
    ctx: click.Context,
    /,
    document: str | None,
    at_: str | None,
    kind: str | None,
    pack: Path | None,
    file: Path | None,
    labels: tuple[str, ...],
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

    Answers that are known as facts come from a pack: each becomes a sheet in the pack's own words, with its source.

    Example: tocsin add --from-pack packs/south-caucasus --by lia

    What another program marked in a text enters as a proposal, if its words stand there.

    Example: tocsin add --spans found.jsonl --as DEMAND=ask --by lia
    """
    if pack is not None:
        _facts(ctx, desk(ledger, (*packs, pack)), pack, handle)
        return
    if file is not None:
        _spans(ctx, desk(ledger, packs), file, labels, document, handle)
        return
    if document is None or at_ is None or kind is None:
        raise AddingNeeds
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


def _facts(ctx: click.Context, at: Desk, pack: Path, handle: str) -> None:
    with at.open(new=True) as held:
        told = list(facts.enter(held, at.vault, at.catalogue, pack, handle=handle))
    for one in told:
        if one.problem is not None:
            say(str(one.problem))
        elif not one.known:
            to = (
                f"answers {counted(one.asks, 'ask')} of documents here"
                if one.asks
                else "with its own ask: no document here asks it"
            )
            say(f"{one.fact}: {to}")
    wrong = sum(one.problem is not None for one in told)
    known = sum(one.known for one in told)
    say(
        f"{counted(len(told), 'fact')}: {len(told) - wrong - known} entered, {known} already there, {wrong} passed over"
    )
    if wrong:
        ctx.exit(exits.PROBLEMS)


def _spans(ctx: click.Context, at: Desk, file: Path, labels: Sequence[str], document: str | None, handle: str) -> None:
    kinds = dict(_label(one) for one in labels)
    with at.open() as held:
        name = document_named(held, document) if document is not None else None
        told = spans.enter(held, at.catalogue, file.read_bytes(), file.name, handle=handle, kinds=kinds, document=name)
    for problem in told.problems:
        say(str(problem))
    say(
        f"{counted(told.new, 'proposal')} entered in {counted(told.documents, 'document')}, "
        f"{told.known} already there, {counted(len(told.problems), 'problem')}"
    )
    if told.problems:
        ctx.exit(exits.PROBLEMS)


def _label(given: str) -> tuple[str, str]:
    label, equals, kind = given.rpartition("=")
    if not equals or kind not in KINDS:
        raise BadLabel(given)
    return label, kind


VERBS = (add,)
