# SPDX-License-Identifier: Apache-2.0
"""Ledgers of a few documents whose findings are said by the test, or read by the reader."""

from __future__ import annotations

from tests.ledger.contract import Clock
from tocsin.ledger import recording
from tocsin.ledger.memory import MemoryLedger
from tocsin.reading.read import Reader
from tocsin.records.findings import Card, Claim, Finding, Party, Passage
from tocsin.records.ids import Digest, digest
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Text


def party(given: str) -> Party:
    """Make a party of an id; its name is the id."""
    return Party(id=given, name=given)


def parties(given: str) -> tuple[Party, ...]:
    """Make parties of ids with blanks between them."""
    return tuple(party(one) for one in given.split())


def claim(text: str, words: str, act: str, when: str | None = None, **more: object) -> Claim:
    """Make a claim whose words stand in a text; `by`, `of`, `at`, `says` are ids with blanks between them."""
    start = text.index(words)
    members = {"by": "actors", "of": "targets", "at": "places", "says": "speakers"}
    held = {members[name]: parties(str(value)) for name, value in more.items() if name in members}
    rest = {name: value for name, value in more.items() if name not in members}
    place = {"start": start, "end": start + len(words), "quote": words, "by": "claim.test", "act": act, "when": when}
    return Claim(**(place | held | rest))  # type: ignore[arg-type]


def passage(text: str) -> Passage:
    """Make one passage of a whole text."""
    return Passage(start=0, end=len(text), quote=text, by="passage.body", role="body")


def shelve(
    ledger: MemoryLedger, content: str, *findings: Finding, issuer: str, issued: str | None = None, reviewed: str = ""
) -> Digest:
    """Record a document with a card and these findings; each is published a day after the one before it.

    It is a statement, or a report on the review of a State.
    """
    number = len(list(ledger.entries(kind="document"))) + 1
    issued = issued or f"2025-06-{number:02}"
    name = digest(content.encode())
    text = Text(document=name, version="plain/1", media_type="text/plain", content=content)
    run = Run(document=name, version="plain/1", reader="reader/1", catalogue=digest(b"catalogue"))
    genre = "review-report" if reviewed else "statement"
    by, of = (party(issuer),), parties(reviewed)
    card = Card(genre=genre, title=f"{issuer} states", issued=issued, issuers=by, addressees=of)
    original = Original(document=name, size_bytes=len(content), source=f"{issuer}.txt")
    ledger.append(recording.reading(original, text, run, card, (passage(content), *findings), author=run.id))
    return name


def shelf_read(reader: Reader, *contents: str) -> MemoryLedger:
    """Read documents into a ledger."""
    ledger = MemoryLedger(clock=Clock())
    for number, content in enumerate(contents):
        name = digest(content.encode())
        text = Text(document=name, version="plain/1", media_type="text/plain", content=content)
        run = Run(document=name, version="plain/1", reader="reader/1", catalogue=reader.catalogue.digest)
        reading = reader.read(text)
        original = Original(document=name, size_bytes=len(content), source=f"{number}.txt")
        ledger.append(recording.reading(original, text, run, reading.card, reading.findings, author=run.id))
    return ledger
