# SPDX-License-Identifier: Apache-2.0
"""The verb `answers`, and answers that `add` enters: what addressees said or did about asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click

from tocsin.catalogue.catalogue import Catalogue
from tocsin.cli import cards
from tocsin.cli.clocks import Clocks
from tocsin.cli.desks import desk
from tocsin.cli.listings import among, bodies, listing_options
from tocsin.cli.names import withholding
from tocsin.cli.people import finding_named, party
from tocsin.cli.talk import say, show, show_json
from tocsin.dossier.withholding import Withholding
from tocsin.errors import BadRequest
from tocsin.ledger.failures import UnknownFinding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.linking import answers as answering
from tocsin.linking.answers import Answer, Answered
from tocsin.records.anchors import anchor
from tocsin.records.bounds import bounds
from tocsin.records.entries import Entry, Payload
from tocsin.records.findings import Ask
from tocsin.records.ids import Digest, Json
from tocsin.records.lines import from_json
from tocsin.records.texts import Text


class NoSuchTerm(BadRequest):
    """A word is none of a closed list."""

    def __init__(self, flag: str, given: str, known: Iterable[str]) -> None:
        super().__init__(f"{flag} {given}: none of {', '.join(known)}")


class AnswerNeeds(BadRequest):
    """An answer without its ask or its response."""

    def __init__(self) -> None:
        super().__init__("an answer needs --ask ID (`tocsin asks` shows ids) and --response TERM")


class NotAnAsk(BadRequest):
    """What was answered is another kind of finding."""

    def __init__(self, name: Digest, kind: str) -> None:
        super().__init__(f"{name}: this is a {kind}, and only asks are answered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """What the flags of `add --kind answer` say, as typed."""

    ask: str | None = None
    response: str | None = None
    status: str | None = None
    impact: str | None = None
    when: str | None = None
    answerer: str | None = None


def term(catalogue: Catalogue, name: str, flag: str, given: str | None) -> str | None:
    """Hold a word against a closed list of the catalogue.

    Raises:
        NoSuchTerm: It is none of the list's.
    """
    known = [row.id.removeprefix(f"{name}.") for row in catalogue.terms.values() if row.list == name]
    if given is not None and given not in known:
        raise NoSuchTerm(flag, given, known)
    return given


def record(
    ledger: Ledger,
    catalogue: Catalogue,
    text: Text,
    span: tuple[int, int],
    given: Answering,
    *,
    handle: str,
    why: str | None,
) -> Entry:
    """Record that words of a text answer an ask.

    Raises:
        AnswerNeeds: The ask or the response is not named.
        NoSuchTerm: A term is none of its list's, or the day is none.
        NotAnAsk: What the id names is no ask.
    """
    response = term(catalogue, "response", "--response", given.response)
    if given.ask is None or response is None:
        raise AnswerNeeds
    if given.when is not None and bounds(given.when) is None:
        raise NoSuchTerm("--when", given.when, ("2023-08-31", "2023-08", "2023"))
    ask = finding_named(ledger, given.ask)
    found = from_json(ledger.state(ask).entry.payload or {})
    if not isinstance(found, Ask):
        raise NotAnAsk(ask, getattr(found, "kind", "document's card"))
    answer = Answer(
        ask=ask,
        words=anchor(text, *span),
        response=response,
        answerer=party(catalogue, given.answerer) if given.answerer else next(iter(found.addressees), None),
        status=term(catalogue, "answer-status", "--status", given.status),
        impact=term(catalogue, "impact", "--impact", given.impact),
        when=given.when,
    )
    return answering.record(ledger, answer, handle=handle, reason=why)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    held: Answered
    ask: Payload
    shelved: Shelved
    asked_in: Digest

    def withheld(self, names: Withholding) -> _Row:
        answer = self.held.answer
        words = replace(answer.words, quote=names.masked(answer.words.document, answer.words.quote))
        ask = {**self.ask, "quote": names.masked(self.asked_in, str(self.ask.get("quote")))}
        return replace(
            self,
            held=replace(self.held, answer=replace(answer, words=words)),
            ask=ask,
            shelved=names.shelved(self.shelved),
        )

    def to_json(self) -> dict[str, Json]:
        answer, words = self.held.answer, self.held.answer.words
        return {
            "entry": self.held.entry.id,
            "certainty": self.shelved.certainty,
            "ask": answer.ask,
            "ask_quote": self.ask.get("quote"),
            "addressees": self.ask.get("addressees"),
            "response": answer.response,
            "status": answer.status,
            "impact": answer.impact,
            "when": answer.when or self.shelved.card.issued,
            "answerer": {"id": answer.answerer.id, "name": answer.answerer.name} if answer.answerer else None,
            "source": self.shelved.source,
            "document": words.document,
            "start": words.start,
            "end": words.end,
            "quote": words.quote,
            "by": self.held.entry.author,
            "recorded_at": self.held.entry.recorded_at,
        }


@click.command()
@click.option("--to", "to", metavar="WHOM", help="Only answers to what this body was asked.")
@click.option("--ask", "ask", metavar="ID", help="Only answers to this ask.")
@click.option("--response", metavar="TERM", help="Only responses of this kind: favourable, pledged, countered …")
@listing_options(happened=False)
def answers(
    to: str | None,
    ask: str | None,
    response: str | None,
    as_json: bool,
    ledger: str,
    packs: tuple[Path, ...],
    **clocks: str | None,
) -> None:
    """List what was answered to asks, in the answers' own words. `tocsin add --kind answer` enters one.

    Example: tocsin answers --to "Northern Union" --published-by 2025-06-30
    """
    at = desk(ledger, packs)
    with at.open() as held:
        query = Clocks(**clocks).query()
        term(at.catalogue, "response", "--response", response)
        rows = [row for row in _rows(held, query) if response in {None, row.held.answer.response}]
        if ask is not None:
            name = finding_named(held, ask)
            rows = [row for row in rows if row.held.answer.ask == name]
        if to is not None:
            rows = [row for row in rows if _asked_of(row.ask) & bodies(at, held, to, query)]
        if (hidden := withholding(at, held, query)) is not None:
            rows = [row.withheld(hidden) for row in rows]
        if as_json:
            show_json(row.to_json() for row in rows)
            return
        for line in _told(rows):
            show(line)
        if not rows:
            say(f"No answer {among(held, query)}.")


def _asked_of(ask: Payload) -> frozenset[str]:
    parties = ask.get("addressees")
    return frozenset(
        str(held["id"]) for held in (parties if isinstance(parties, list | tuple) else ()) if isinstance(held, dict)
    )


def _rows(ledger: Ledger, query: Query) -> Iterator[_Row]:
    held = shelf(ledger, query)
    for item in answering.answers(ledger, recorded_by=query.recorded_by):
        if item.answer.words.document not in held:
            continue
        try:
            state = ledger.state(item.answer.ask, recorded_by=query.recorded_by)
        except UnknownFinding:  # its words were expunged
            continue
        document = state.entry.document or item.answer.words.document
        shelved = held[item.answer.words.document]
        yield _Row(held=item, ask=state.entry.payload or {}, shelved=shelved, asked_in=document)


def _told(rows: list[_Row]) -> Iterator[str]:
    for certainty in ("certain", "possible"):
        part = [row for row in rows if row.shelved.certainty == certainty]
        if part and certainty == "possible":
            yield cards.POSSIBLE
        for row in part:
            yield from _lines(row)


def _lines(row: _Row) -> Iterator[str]:
    answer, words = row.held.answer, row.held.answer.words
    more = [part for part in (answer.status, answer.impact and f"impact {answer.impact}") if part]
    who = answer.answerer.name if answer.answerer else "who answered is not named"
    yield cards.headline(row.shelved)
    yield cards.wrapped(f"asked: “{row.ask.get('quote')}” ({answer.ask.removeprefix('sha256:')[:12]})", "  ")
    when = answer.when or row.shelved.issued
    told = f" ({', '.join(more)})" if more else ""
    yield cards.wrapped(f"{when} · {answer.response}{told}: {who}", "  ")
    yield cards.wrapped(f"“{words.quote}”", "    ")
    entry = row.held.entry
    short = entry.id.removeprefix("sha256:")[:12]
    yield f"    {row.shelved.source} [{words.start}:{words.end}] · {entry.author} · entry {short}"


VERBS = (answers,)
