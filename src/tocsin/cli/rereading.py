# SPDX-License-Identifier: Apache-2.0
"""The verb `reread`: the stored texts read again with the present reader and catalogue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from tocsin import pipeline
from tocsin.cli import cards
from tocsin.cli.desks import desk, desk_options
from tocsin.cli.names import names_option, withholding
from tocsin.cli.talk import say, show, show_json
from tocsin.dossier.withholding import Withholding
from tocsin.ledger.differences import Difference
from tocsin.ledger.queries import Query
from tocsin.pipeline import Reread
from tocsin.records.entries import Payload
from tocsin.records.findings import Finding
from tocsin.records.ids import Json
from tocsin.records.lines import from_json
from tocsin.records.plurals import counted

_SIGNS = {"new": "+", "gone": "-", "changed": "~"}


@click.command()
@click.option("--dry-run", is_flag=True, help="Only show the difference; record nothing.")
@click.option("--by", metavar="HANDLE", help="Who has the texts read again.")
@click.option("--json", "as_json", is_flag=True, help="Give the differences as a JSON array.")
@desk_options
@names_option
def reread(dry_run: bool, by: str | None, as_json: bool, ledger: str, packs: tuple[Path, ...]) -> None:
    """Read every stored text again with the present reader and catalogue, and show what differs.

    Old findings and all judgements are kept; a judged finding stands as it was judged. Where nothing changed since the
    last reading, nothing is recorded. Example: tocsin reread --dry-run
    """
    at = desk(ledger, packs)
    with at.open() as held:
        done = list(pipeline.reread(held, at.reader, by=by, dry_run=dry_run))
        done = withheld(done, withholding(at, held, Query()))
    if as_json:
        show_json(row for item in done for row in rows(item))
    else:
        for line in told(done):
            show(line)
    say(summary(done, dry_run=dry_run))


def withheld(done: Iterable[Reread], names: Withholding | None) -> list[Reread]:
    """Give differences with the names of persons at risk withheld; None shows all."""
    if names is None:
        return list(done)
    return [
        replace(
            item,
            differences=tuple(
                replace(
                    difference,
                    before=names.payload(difference.before, item.document),
                    after=names.payload(difference.after, item.document),
                )
                for difference in item.differences
            ),
        )
        for item in done
    ]


def rows(item: Reread) -> Iterator[dict[str, Json]]:
    """Give a document's differences as JSON rows."""
    for difference in item.differences:
        yield {
            "source": item.source,
            "document": item.document,
            "finding": difference.finding,
            "change": difference.change,
            "judged": difference.judged,
            "before": _plain(difference.before),
            "after": _plain(difference.after),
        }


def _plain(payload: Payload | None) -> Json:
    return None if payload is None else dict(payload)


def told(done: Iterable[Reread]) -> Iterator[str]:
    """Give the lines of all differences, document by document; passages are only counted."""
    for item in done:
        if item.status == "expunged":
            yield f"{item.source}: its text was expunged, so it is not read again"
        if not item.differences:
            continue
        yield f"{item.source}: {_counts(item.differences)}"
        for difference in item.differences:
            if difference.shown["kind"] != "passage":
                yield from _lines(difference)


def _lines(difference: Difference) -> Iterator[str]:
    shown = difference.shown
    judged = " · judged, stands as judged" if difference.judged else ""
    if shown["kind"] == "document":
        yield f"  {_SIGNS[difference.change]} the document's card: {_members(difference)}{judged}"
        return
    found = from_json(shown)
    assert isinstance(found, Finding)
    short = difference.finding.removeprefix("sha256:")[:12]
    yield f"  {_SIGNS[difference.change]} {found.kind} [{found.start}:{found.end}] {short}{judged}"
    yield cards.wrapped(f"“{found.quote}”", "      ")
    if difference.change == "changed":
        yield cards.wrapped(_members(difference), "      ")
    else:
        yield cards.wrapped(cards.says(found), "      ")


def _members(difference: Difference) -> str:
    old, new = difference.before or {}, difference.after or {}
    changed = [
        f"{name}: {_word(old.get(name))} → {_word(new.get(name))}"
        for name in dict.fromkeys([*old, *new])
        if old.get(name) != new.get(name) and name != "ordinal"
    ]
    return "; ".join(changed)


def _word(value: Json) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_word(item) for item in value) or "none"
    if isinstance(value, dict):
        return str(value.get("id", value))
    return "none" if value is None else str(value)


def _counts(found: Iterable[Difference]) -> str:
    counts = Counter(difference.change for difference in found)
    return f"{counts['new']} new, {counts['gone']} gone, {counts['changed']} changed"


def summary(done: list[Reread], *, dry_run: bool) -> str:
    """Say in one line what a rereading did, or would do."""
    read = [item for item in done if item.status in {"same", "differs"}]
    if not read:
        return f"{counted(len(done), 'document')}, read with this reader and catalogue already: nothing to record"
    verb = "would be read again" if dry_run else "read again"
    counts = _counts(difference for item in read for difference in item.differences)
    judged = sum(item.judged for item in done)
    stand = f"{counted(judged, 'judged finding')} {'stands' if judged == 1 else 'stand'} as judged"
    return f"{len(read)} of {counted(len(done), 'document')} {verb}: {counts} findings; {stand}"


VERBS = (reread,)
