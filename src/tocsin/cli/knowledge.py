# SPDX-License-Identifier: Apache-2.0
"""Verbs about knowledge: `catalogue`, `explain`, `why`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from tocsin.catalogue import checks
from tocsin.catalogue.offices import held_offices
from tocsin.catalogue.packs import folders
from tocsin.cli import cards, exits, receipts
from tocsin.cli.clocks import Clocks, clock_options
from tocsin.cli.desks import desk, desk_options
from tocsin.cli.names import listed as withheld
from tocsin.cli.names import names_option, withholding
from tocsin.cli.people import finding_named
from tocsin.cli.talk import say, show, show_json
from tocsin.desk.clocks import NoDate
from tocsin.desk.names import suggested
from tocsin.desk.people import NoSuchFinding
from tocsin.errors import BadRequest
from tocsin.ledger.failures import UnknownFinding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import listed
from tocsin.ledger.queries import Query
from tocsin.linking.evidence import DERIVERS
from tocsin.linking.receipts import derived
from tocsin.reading.explaining import Explained, Judged
from tocsin.reading.read import CONSTRUCTIONS
from tocsin.records.bounds import bounds
from tocsin.records.entries import Entry
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted
from tocsin.records.problems import Problem
from tocsin.records.texts import Text
from tocsin.sources import intake


@click.group()
def catalogue() -> None:
    """See what the catalogue knows, what is wrong with it, and what it lacks."""


@catalogue.command()
@click.option("--json", "as_json", is_flag=True, help="Give the problems as a JSON array.")
@desk_options
@click.pass_context
def check(ctx: click.Context, as_json: bool, ledger: str, packs: tuple[Path, ...]) -> None:
    """Say what is wrong with the rows: file, table, row, member, and what to do.

    Example: tocsin catalogue check --pack packs/mine
    """
    del ledger
    problems = checks.check(folders(packs))
    if as_json:
        show_json({"where": problem.where, "code": problem.code, "message": problem.message} for problem in problems)
    else:
        for problem in problems:
            show(str(problem))
    say(f"{counted(len(problems), 'problem')}")
    if problems:
        ctx.exit(exits.PROBLEMS)


@catalogue.command()
@click.option("--limit", type=int, default=40, show_default=True, help="How many names to show.")
@click.option("--json", "as_json", is_flag=True, help="Give the names as a JSON array.")
@desk_options
@names_option
@clock_options()
def suggest(limit: int, as_json: bool, ledger: str, packs: tuple[Path, ...], **clocks: str | None) -> None:
    """List the names that the catalogue does not know, most frequent first, with whom each may be, and why.

    `tocsin catalogue alias` teaches a pack a name, `tocsin catalogue same` records that two actors are one.

    Example: tocsin catalogue suggest
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = Clocks(**clocks).query()
        rows = suggested(held, at.catalogue, query, hidden=withholding(at, held, query), limit=limit)
    if as_json:
        show_json(
            {"id": row.id, "name": row.name, "count": row.count, "perhaps": [one.to_json() for one in perhaps]}
            for row, perhaps in rows
        )
        return
    for row, perhaps in rows:
        show(f"{row.count:6}  {row.id}  “{row.name}”")
        for one in perhaps:
            show(cards.wrapped(f"perhaps {one.id} (“{one.name}”): {one.reason}", "          "))


@catalogue.command()
@click.argument("who", metavar="[WHO]", required=False)
@click.option("--on", metavar="DATE", help="Only who held an office on that day (EDTF).")
@click.option("--json", "as_json", is_flag=True, help="Give the offices and their holders as a JSON array.")
@desk_options
def offices(who: str | None, on: str | None, as_json: bool, ledger: str, packs: tuple[Path, ...]) -> None:
    """List who held which office from when to when: of WHO, a person or an office, a body or a State; else of all.

    A name stands for an office only on the days on which its holder held it. A pack adds rows of `[[tenure]]`.

    Example: tocsin catalogue offices "UN Secretary-General" --on 2015-06
    """
    at = desk(ledger, packs)
    when = bounds(on)
    if on is not None and when is None:
        raise NoDate("--on", on)
    rows = held_offices(at.catalogue, who, when)
    if as_json:
        show_json(row.to_json() for row in rows)
        return
    for row in rows:
        show(f"{row.name}: {row.person}, {row.days}  [{row.row}]")
    if not rows:
        say("The catalogue tells of nobody in such an office then.")


@click.command()
@click.argument("finding", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Give the entries, or the receipt, as a JSON array.")
@desk_options
@names_option
@clock_options()
def why(finding: str, as_json: bool, ledger: str, packs: tuple[Path, ...], **clocks: str | None) -> None:
    """Walk a finding down to its words, and what was derived from findings down to them.

    Of a finding: construction, reading, every entry about it. Of an event, an obligation, a standing ask or whatever
    else a listing names by an id: each step that led to it, the rule or reason, and the findings it rests on, quoted.
    What is derived is derived at the clocks given here: give those of the listing that showed the id.

    Example: tocsin why 3fb1c2
    """
    at = desk(ledger, packs)
    query = Clocks(**clocks).query()
    says = {construction.name: construction.says for construction in CONSTRUCTIONS}
    with at.open() as held:
        try:
            name = finding_named(held, finding)
            state = held.state(name)
        except (NoSuchFinding, UnknownFinding):
            item = derived(held, at.catalogue, query, finding, DERIVERS)
            if item is None:
                raise
            receipts.give(at, held, query, item, as_json=as_json)
            return
        entries = list(held.entries(subject=name))
        hidden = withholding(at, held, Query())
        if hidden is not None:
            entries = [replace(entry, payload=hidden.payload(entry.payload, entry.document)) for entry in entries]
        if as_json:
            show_json(
                {
                    "seq": entry.seq,
                    "kind": entry.kind,
                    "author": entry.author,
                    "basis": entry.basis,
                    "recorded_at": entry.recorded_at,
                    "payload": entry.payload,
                }
                for entry in entries
            )
            return
        document = state.entry.document
        rows = (row for row in listed(held, Query(document=document)) if row.row.finding == name)
        for row in withheld(at, held, Query(), rows):
            show(cards.headline(row.shelved))
            for line in cards.finding(row):
                show(line)
        by = str((state.entry.payload or {}).get("by"))
        show(f"  found by {by}: {says.get(by, 'a person')}")
        for entry in entries:
            reason = (entry.payload or {}).get("reason")
            because = f" – {reason}" if reason else ""
            replacement = str((entry.payload or {}).get("replacement") or "").removeprefix("sha256:")[:12]
            instead = f", by {replacement}" if replacement else ""
            verdict = (
                f" {(entry.payload or {})['verdict']}{instead}" if entry.kind == "judgement" and entry.payload else ""
            )
            told = f"{entry.author} · {entry.recorded_at}{because}{_card_beside(held, entry)}"
            show(f"  entry {entry.seq} · {entry.kind}{verdict} · {told}")


def _card_beside(held: Ledger, entry: Entry) -> str:
    """Say with which card that a person corrected a finding was read, and who said so; empty for a card as read."""
    readings = () if entry.by_person else held.entries(kind="reading", subject=Digest(entry.author))
    card = next(((one.payload or {}).get("card") for one in readings), None)
    if not isinstance(card, str):
        return ""
    who = next((one for one in held.entries(kind="card", subject=Digest(card)) if one.by_person), None)
    reason = (who.payload or {}).get("reason") if who else None
    name = f" by {who.author}" if who else ""
    because = f" – {reason}" if reason else ""
    return f" · read with the card {card.removeprefix('sha256:')[:12]}, corrected{name}{because}"


class NotRead(BadRequest):
    """A file to be explained cannot be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))


LIKELY = 0.5
"""Likelihood from which a sentence is shown as one that may ask."""


@click.command()
@click.argument("path")
@click.option("--at", type=int, metavar="OFFSET", help="Only the sentence that holds this code point.")
@click.option("--likely", is_flag=True, help="Only sentences that may ask and that nothing reads as an ask.")
@click.option("--issued", metavar="DATE", help="The date the document was issued, if you know it.")
@desk_options
def explain(path: str, at: int | None, likely: bool, issued: str | None, ledger: str, packs: tuple[Path, ...]) -> None:
    """Show sentences, what each word was taken for, which constructions were tried and which fired.

    With --likely, the sentences that a model of language takes for asking, the likeliest first: a second look for a
    person, no finding (docs/likely.md).

    Example: tocsin explain letter.txt --at 420
    """
    desk_ = desk(ledger, packs)
    for item in intake.listing([path]):
        for taken in intake.outcomes(item):
            if isinstance(taken, intake.Refused):
                raise NotRead(taken.problem)
            sentences = desk_.reader.explain(taken.text, at, given=issued)
            if likely:
                _show_likely(path, taken.text, sentences)
            else:
                _show(sentences)


def _show(sentences: Sequence[Explained]) -> None:
    for sentence in sentences:
        show(f"[{sentence.start}:{sentence.end}] {sentence.role}, {sentence.voice}'s voice")
        show(cards.wrapped(f"“{sentence.quote}”", "  "))
        for word in sentence.taken:
            show(f"    {word.layer:<10} {word.words!r} → {word.tag}")
        for finding in sentence.findings:
            show(cards.wrapped(f"{finding.by} fired: {cards.says(finding)}", "    "))
            show(cards.wrapped(f"“{finding.quote}” [{finding.start}:{finding.end}]", "      "))
        if sentence.judged is not None:
            show(cards.wrapped(f"read as no ask; {_why(sentence.judged)}", "    "))
        if sentence.tried:
            show(cards.wrapped(f"tried, did not fire: {', '.join(sentence.tried)}", "    "))


def _show_likely(path: str, text: Text, sentences: Sequence[Explained]) -> None:
    """Show the sentences that may ask, the likeliest first, with the spans that `tocsin add` takes."""
    told = [(one, one.judged) for one in sentences if one.judged is not None and one.judged.likelihood >= LIKELY]
    for sentence, judged in sorted(told, key=lambda pair: (-pair[1].likelihood, pair[0].start)):
        show(f"[{sentence.start}:{sentence.end}] {sentence.role}, {sentence.voice}'s voice")
        show(cards.wrapped(f"“{sentence.quote}”", "  "))
        for label, spans in (("asks for", judged.action), ("of", judged.whom)):
            for start, end in spans:
                show(cards.wrapped(f"{label} “{text.content[start:end]}” --at {start}:{end}", "    "))
        show(cards.wrapped(_why(judged), "    "))
    asking = (
        f"{counted(len(told), 'sentence')} of {path} may ask and {'is' if len(told) == 1 else 'are'} read as no ask"
    )
    say(f"{asking}; enter what does: tocsin add {path} --at START:END --kind ask --by HANDLE" if told else f"{asking}.")


def _why(judged: Judged) -> str:
    words = ", ".join(f"{one.feature!r} {one.weight:+.1f}" for one in judged.weights)
    return f"likely to ask: {judged.likelihood:.2f} ({words})" if words else f"likely to ask: {judged.likelihood:.2f}"


VERBS = (catalogue, why, explain)
