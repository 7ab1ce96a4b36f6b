# SPDX-License-Identifier: Apache-2.0
"""The dataflow on one page: bytes to text, text to findings, findings to the ledger or to lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from tocsin.ledger import recording
from tocsin.ledger.differences import Difference, before, differences
from tocsin.ledger.expunging import Expunging
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.linking.fact_sheets import SHEET
from tocsin.linking.transmissions import proofs
from tocsin.reading.read import READER, Reader, Reading
from tocsin.records.entries import Entry
from tocsin.records.findings import Card, Finding
from tocsin.records.ids import Digest
from tocsin.records.lines import line
from tocsin.records.problems import Problem
from tocsin.records.runs import Original, Run
from tocsin.records.texts import Text
from tocsin.sources import intake
from tocsin.sources.vault import Vault


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one document: `read`, `known` (read before, the same way), `rejected` or `skipped`.

    `findings` counts what was recorded; `problems` say what was wrong with it; `notes` what its own words say against
    each other, for a person to look at.
    """

    source: str
    status: str
    document: Digest | None = None
    findings: int = 0
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """How files are read: `given` is the issue date (EDTF) that a person names, `by` the person's handle."""

    given: str | None = None
    by: str | None = None
    max_size_bytes: int = intake.MAX_SIZE_BYTES


def read(
    listed: Iterable[intake.Listed | intake.Refused], ledger: Ledger, vault: Vault, reader: Reader, how: Intake
) -> Iterator[Outcome]:
    """Read files into a ledger, one batch a document; what an outcome calls read survives a crash.

    The original goes to the vault first: an entry never names bytes that were not kept.
    """
    for item in listed:
        for taken in intake.outcomes(item, max_size_bytes=how.max_size_bytes):
            if isinstance(taken, intake.Refused):
                status = "skipped" if taken.skipped else "rejected"
                yield Outcome(source=taken.source, status=status, problems=(taken.problem,))
            else:
                yield _recorded(taken, ledger, vault, reader, how)


def _read(reader: Reader, text: Text, where: str, given: str | None, told: Card | None = None) -> Reading | Problem:
    """Read a text; a fault of the reader's own costs this document, never the batch."""
    try:
        return reader.read(text, given=given, told=told)
    except Exception as error:  # noqa: BLE001 - whatever a text trips over, the others are read
        return _failed(where, error)


def _failed(where: str, error: Exception) -> Problem:
    message = f"the reader failed on it ({type(error).__name__}: {error}); report this with the file, if you may"
    return Problem(where=where, code="reader-failed", message=message)


def _recorded(taken: intake.Taken, ledger: Ledger, vault: Vault, reader: Reader, how: Intake) -> Outcome:
    text = taken.text
    gone = recording.expunged(ledger, text.document)
    if gone is not None:
        message = f"its text was expunged from this ledger (entry {gone.seq}), so it is not read again"
        problem = Problem(where=taken.source, code="expunged", message=message)
        return Outcome(source=taken.source, status="rejected", document=text.document, problems=(problem,))
    if text.version in ledger.versions(text.document):
        text = ledger.text(text.document, text.version)  # what is stored is what anchors count in
    told = _told(ledger, text.document)
    run = Run(
        document=text.document,
        version=text.version,
        reader=READER,
        catalogue=reader.catalogue.digest,
        given=how.given,
        card=told.card_finding if told else None,
    )
    if next(ledger.entries(kind="reading", subject=run.id), None) is not None:
        return Outcome(source=taken.source, status="known", document=text.document, problems=taken.problems)
    reading = _read(reader, text, taken.source, how.given, told.card if told else None)
    if isinstance(reading, Problem):
        return Outcome(source=taken.source, status="rejected", document=text.document, problems=(reading,))
    vault.put(taken.data)
    last = before(ledger.entries(document=text.document))
    run, proposed = last.beside(run, reading.findings)
    author = f"person:{how.by}" if how.by else run.id
    original = Original(
        document=text.document,
        size_bytes=len(taken.data),
        source=taken.source,
        retrieved_at=taken.retrieved_at or datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        retrieved_by=how.by,
        within=taken.within,
    )
    try:
        batch = recording.reading(original, text, run, reading.card, proposed, author=author)
    except ValueError as error:  # what was read has no form that an entry can hold
        problem = _failed(taken.source, error)
        return Outcome(source=taken.source, status="rejected", document=text.document, problems=(problem,))
    recorded = ledger.append(recording.without(batch, last.expunged))
    return Outcome(
        source=taken.source,
        status="read" if recorded.entries else "known",
        document=text.document,
        findings=len(proposed) if recorded.entries else 0,
        problems=(*taken.problems, *recorded.problems),
        notes=reading.notes,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What a new reading of a stored text makes of it: `known` (read so before), `same`, `differs` or `expunged`.

    `judged` counts the findings that people judged: they stand as judged, whatever the reading says.
    """

    source: str
    document: Digest
    status: str
    differences: tuple[Difference, ...] = ()
    judged: int = 0


def reread(
    ledger: Ledger, reader: Reader, *, by: str | None = None, dry_run: bool = False, holding: str | None = None
) -> Iterator[Reread]:
    """Read every stored text again and record the new reading; `dry_run` only tells what would change.

    `holding`: only documents whose newest text holds these words, case folded.

    The stored text is read, not the original; what other programs proposed in it stays beside.
    A text whose newest reading has this reader and catalogue is passed over.
    """
    sources: dict[Digest, str] = {}
    for entry in ledger.entries(kind="document"):
        sources.setdefault(entry.subject, str((entry.payload or {}).get("source", entry.subject)))
    for document, source in sources.items():
        held = ledger.versions(document)
        if holding is not None and not (
            held and holding.casefold() in ledger.text(document, held[-1]).content.casefold()
        ):
            continue
        yield _reread(ledger, reader, document, source, by, dry_run=dry_run)


def _told(ledger: Ledger, document: Digest) -> Shelved | None:
    """Give a document whose card a person corrected; None where its card stands as it was read."""
    held = shelf(ledger, Query(document=document)).get(document)
    return held if held is not None and held.card_state == "corrected" else None


def reread_one(ledger: Ledger, reader: Reader, document: Digest, *, by: str | None = None) -> Reread:
    """Read one stored text again, as after a person's word on its card: who asks and when is found with the card."""
    return _reread(ledger, reader, document, document, by, dry_run=False)


def _reread(ledger: Ledger, reader: Reader, document: Digest, source: str, by: str | None, *, dry_run: bool) -> Reread:
    last = before(ledger.entries(document=document))
    held = ledger.versions(document)
    if not held:
        return Reread(source=source, document=document, status="expunged")
    earlier = (last.told.payload if last.told else None) or {}
    version = str(earlier.get("version")) if earlier.get("version") in held else held[-1]
    given = earlier.get("given")
    told = _told(ledger, document)
    run = Run(
        document=document,
        version=version,
        reader=READER,
        catalogue=reader.catalogue.digest,
        given=given if isinstance(given, str) else None,
        card=told.card_finding if told else None,
    )
    if (
        last.beside(run, ())[0].id == last.reading or earlier.get("reader") == SHEET
    ):  # a fact's sheet is a pack's words, to be read by nobody
        return Reread(source=source, document=document, status="known", judged=len(last.judged))
    found = reader.read(ledger.text(document, version), given=run.given, told=told.card if told else None)
    run, proposed = last.beside(run, found.findings)
    author = f"person:{by}" if by else run.id
    batch = recording.rereading(run, found.card, proposed, author=author, last=last)
    changed = tuple(differences(last, batch.entries))
    if not dry_run:
        ledger.append(batch)
    return Reread(
        source=source,
        document=document,
        status="differs" if changed else "same",
        differences=changed,
        judged=len(last.judged),
    )


def findings(
    listed: Iterable[intake.Listed | intake.Refused], reader: Reader, how: Intake
) -> Iterator[tuple[Outcome, tuple[str, ...]]]:
    """Read files into findings lines, touching no ledger; each outcome with the lines of its document, sorted."""
    for item in listed:
        for taken in intake.outcomes(item, max_size_bytes=how.max_size_bytes):
            if isinstance(taken, intake.Refused):
                status = "skipped" if taken.skipped else "rejected"
                yield Outcome(source=taken.source, status=status, problems=(taken.problem,)), ()
                continue
            text = taken.text
            reading = _read(reader, text, taken.source, how.given)
            if isinstance(reading, Problem):
                yield Outcome(source=taken.source, status="rejected", problems=(reading,)), ()
                continue
            records: tuple[Card | Finding, ...] = (reading.card, *reading.findings)
            lines = tuple(
                json.dumps(line(taken.source, text.document, record), ensure_ascii=False) for record in records
            )
            outcome = Outcome(
                source=taken.source,
                status="read",
                document=text.document,
                findings=len(reading.findings),
                problems=taken.problems,
                notes=reading.notes,
            )
            yield outcome, lines


def sorted_by_source(listed: Iterable[intake.Listed | intake.Refused]) -> list[intake.Listed | intake.Refused]:
    """Put files in the order of their names, so that output does not depend on the order they were named in."""
    return sorted(listed, key=lambda item: item.source)


def main_text(text: Text, reader: Reader) -> str:
    """Give the main text of a document, its stretches parted by a blank line."""
    return "\n\n".join(text.content[start:end] for start, end in reader.main(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class Originals:
    """How many originals of a ledger were hashed again, and how many the vault does not hold."""

    held: int
    not_held: int


def verify_originals(ledger: Ledger, vault: Vault) -> Originals:
    """Hash every original that the vault holds again, proofs of sendings too.

    Raises:
        OriginalChanged: The bytes are not those that were read.
    """
    documents = {entry.subject for entry in ledger.entries(kind="document")}
    documents |= set(proofs(ledger))
    held = [document for document in sorted(documents) if vault.held(document)]
    for document in held:
        vault.read(document)
    return Originals(held=len(held), not_held=len(documents) - len(held))


def expunge(ledger: Ledger, vault: Vault, meant: Expunging, *, author: str, reason: str) -> Entry | None:
    """Destroy payloads under an entry, then originals; None where only originals were left to destroy.

    The entry comes first: after a crash between the two, the same again destroys the rest.
    """
    names = [entry.id for entry in meant.entries]
    made = ledger.expunge(names, author=author, reason=reason) if names else None
    for document in meant.originals:
        vault.destroy(document)
    return made
