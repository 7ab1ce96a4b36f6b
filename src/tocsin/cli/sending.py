# SPDX-License-Identifier: Apache-2.0
"""The verb `sent`: transmissions recorded with their proof, and listed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from tocsin.cli import cards
from tocsin.cli.clocks import Clocks
from tocsin.cli.desks import Desk, desk
from tocsin.cli.listings import among, bodies, listing_options
from tocsin.cli.names import withholding
from tocsin.cli.people import NotInLedger, document_named, finding_named, party
from tocsin.cli.talk import say, show, show_json
from tocsin.dossier.withholding import Withholding
from tocsin.errors import BadRequest
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Certainty, Query, certainty
from tocsin.linking import transmissions
from tocsin.linking.acknowledgements import Acknowledged, acknowledgements
from tocsin.linking.transmissions import Proof, Transmission, Transmitted
from tocsin.records.bounds import bounds
from tocsin.records.dates import dated
from tocsin.records.ids import Digest, Json


class SendingNeeds(BadRequest):
    """A transmission without what makes it one."""

    def __init__(self) -> None:
        super().__init__("a sending needs --to WHOM, --on DATE, --how TEXT and --by HANDLE; `sent` alone lists")


class BadDay(BadRequest):
    """`--on` is no date."""

    def __init__(self, given: str) -> None:
        super().__init__(f"--on {given}: this is no date; write 2023-08-31, 2023-08 or 2023")


class NoProof(BadRequest):
    """The proof cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"--proof {path}: cannot be read ({reason})")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    on: str | None
    how: str | None
    proof: Path | None
    handle: str | None
    why: str | None


@click.command()
@click.argument("what", required=False)
@click.option("--to", "to", metavar="WHOM", help="To whom; in a listing, only what was sent to this body.")
@click.option("--on", metavar="DATE", help="When it was sent.")
@click.option("--how", metavar="TEXT", help="How: by registered letter, by e-mail to which address, by hand …")
@click.option("--proof", metavar="FILE", type=click.Path(path_type=Path), help="A file that shows it; it is kept.")
@click.option("--by", "handle", metavar="HANDLE", help="Who records it.")
@click.option("--why", metavar="TEXT", help="A note.")
@click.option("--proposed", is_flag=True, help="List words in which addressees seem to say that they received a paper.")
@listing_options(whom=True)
def sent(
    what: str | None,
    to: str | None,
    on: str | None,
    how: str | None,
    proof: Path | None,
    handle: str | None,
    why: str | None,
    proposed: bool,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """Record that a document or an ask was sent to somebody; without WHAT, list what was sent.

    WHAT is a file, a document's digest or an ask's id. A sending counts, for --published-by, from the day it was sent.
    `tocsin judge confirm ID` records a proposed acknowledgement as a sending, with the addressee's own paper as proof.

    Example: tocsin sent letter.txt --to "Northern Union" --on 2025-03-03 --how "by hand" --proof receipt.pdf --by lia
    """
    at = desk(ledger, packs)
    with at.open() as held:
        if what is not None:
            _record(at, held, what, to, _Asked(on=on, how=how, proof=proof, handle=handle, why=why))
            return
        query = Clocks(**clocks).query()
        if proposed:
            _propose(at, held, query, to, as_json=as_json)
            return
        rows = list(_rows(held, query))
        if to is not None:
            told = bodies(at, held, to, query)
            rows = [row for row in rows if row[0].transmission.to.id in told]
        if as_json:
            show_json(_json(row, sure) for row, sure in rows)
            return
        for row, sure in rows:
            for line in _lines(row, sure):
                show(line)
        if not rows:
            say("No sending is recorded in this ledger.")


def _propose(at: Desk, ledger: Ledger, query: Query, to: str | None, *, as_json: bool) -> None:
    rows = list(acknowledgements(ledger, at.catalogue, query))
    if to is not None:
        told = bodies(at, ledger, to, query)
        rows = [row for row in rows if row.to.id in told]
    hidden = withholding(at, ledger, query)
    if as_json:
        show_json(_proposed_json(row, hidden) for row in rows)
        return
    for row in rows:
        quote = row.words.quote if hidden is None else hidden.masked(row.words.document, row.words.quote)
        show(cards.wrapped(f"{row.answering.issued} {row.to.name}: “{quote}”", ""))
        show(cards.wrapped(f"of {row.sent.title}, {row.sent.issued}", "  "))
        show(cards.wrapped(f"why: {'; '.join(row.reasons)}", "  "))
        place = f"{row.answering.name} [{row.words.start}:{row.words.end}]"
        show(f"  {place} · proposed {row.id.removeprefix('sha256:')[:12]}")
    if not rows:
        say(f"No acknowledgement is proposed {among(ledger, query)}.")


def _proposed_json(row: Acknowledged, hidden: Withholding | None) -> dict[str, Json]:
    quote = row.words.quote if hidden is None else hidden.masked(row.words.document, row.words.quote)
    return {
        "id": row.id,
        "state": "proposed",
        "certainty": row.certainty,
        "sent": row.sent.document,
        "to": {"id": row.to.id, "name": row.to.name},
        "when": row.answering.card.issued,
        "source": row.answering.source,
        "document": row.words.document,
        "start": row.words.start,
        "end": row.words.end,
        "quote": quote,
        "reasons": list(row.reasons),
    }


def _record(at: Desk, ledger: Ledger, what: str, to: str | None, asked: _Asked) -> None:
    if to is None or asked.on is None or asked.how is None or asked.handle is None:
        raise SendingNeeds
    if bounds(asked.on) is None:
        raise BadDay(asked.on)
    name, document = _named(ledger, what)
    transmission = Transmission(
        what=name,
        document=document,
        to=party(at.catalogue, to),
        when=asked.on,
        how=asked.how,
        proof=_kept(at, asked.proof) if asked.proof else None,
    )
    entry = transmissions.record(ledger, transmission, handle=asked.handle, reason=asked.why)
    say(f"recorded as entry {entry.seq}: sent to {transmission.to.name} ({transmission.to.id}) on {asked.on}")


def _named(ledger: Ledger, what: str) -> tuple[Digest, Digest | None]:
    try:
        document = document_named(ledger, what)
    except NotInLedger:
        if Path(what).exists():
            raise
        name = finding_named(ledger, what)
        return name, ledger.state(name).entry.document
    return document, document


def _kept(at: Desk, proof: Path) -> Proof:
    try:
        data = proof.read_bytes()
    except OSError as error:
        raise NoProof(proof, error.strerror or str(error)) from None
    return Proof(name=proof.name, document=at.vault.put(data), size_bytes=len(data))


def _rows(ledger: Ledger, query: Query) -> Iterator[tuple[Transmitted, Certainty]]:
    for row in transmissions.transmissions(ledger, recorded_by=query.recorded_by):
        days = bounds(row.transmission.when)
        sure = certainty(query, days, days)
        if sure is not None:
            yield row, sure


def _json(row: Transmitted, sure: Certainty) -> dict[str, Json]:
    held = row.transmission
    return {
        "entry": row.entry.id,
        "certainty": sure,
        "sent": held.what,
        "document": held.document,
        "to": {"id": held.to.id, "name": held.to.name},
        "when": held.when,
        "how": held.how,
        "proof": {"name": held.proof.name, "document": held.proof.document} if held.proof else None,
        "by": row.entry.author,
        "recorded_at": row.entry.recorded_at,
    }


def _lines(row: Transmitted, sure: Certainty) -> Iterator[str]:
    held = row.transmission
    what = "document" if held.what == held.document else "ask"
    possible = "" if sure == "certain" else " (possible)"
    yield f"{dated(held.when)}{possible} · {what} {held.what.removeprefix('sha256:')[:12]} → {held.to.name}, {held.how}"
    proof = f"proof {held.proof.name} {held.proof.document}" if held.proof else "no proof held"
    yield f"    {proof} · {row.entry.author} · entry {row.entry.id.removeprefix('sha256:')[:12]}"


VERBS = (sent,)
