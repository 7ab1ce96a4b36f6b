# SPDX-License-Identifier: Apache-2.0
"""Batches that the pipeline and people hand in: a reading with its findings, an addition, a judgement, a retraction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from tocsin.errors import BadRequest
from tocsin.ledger.differences import Before
from tocsin.ledger.layouts import layout
from tocsin.ledger.ledger import Appended, Batch, Ledger
from tocsin.ledger.sealing import content_digest
from tocsin.ledger.states import VERDICTS
from tocsin.records.entries import PERSON, Entry, NewEntry, Payload
from tocsin.records.findings import Card, Finding
from tocsin.records.ids import Digest, Json, digest, finding_id
from tocsin.records.lines import to_json
from tocsin.records.runs import Original, Run, text_id
from tocsin.records.texts import Text


class NoSuchVerdict(BadRequest):
    """A judgement says something else than the three words."""

    def __init__(self, verdict: str) -> None:
        super().__init__(f"{verdict!r} is no verdict; say confirm, correct or reject")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """Who judges, why, and what of the finding they had seen (`State.last_seq`); None to judge whatever stands."""

    handle: str
    reason: str
    seen: int | None = None


def reading(original: Original, text: Text, run: Run, card: Card, findings: Iterable[Finding], *, author: str) -> Batch:
    """Make one document's reading a batch; recording it twice is a no-op (`Batch.once`).

    `author` is who took the document in (`person:<handle>`); of the findings it is the reading itself.
    """
    document = original.document
    entries = [
        NewEntry(
            kind="document", subject=document, document=document, author=author, basis="given", payload=_taken(original)
        ),
        NewEntry(
            kind="text",
            subject=text_id(document, text.version),
            document=document,
            author=author,
            basis="derived",
            payload={
                "version": text.version,
                "media_type": text.media_type,
                "length": len(text.content),
                "content": content_digest(text),
                "layout": digest(layout(text)),
            },
        ),
        *_read(run, card, findings, author),
    ]
    return Batch(entries=tuple(entries), texts=(text,), once=run.id)


def rereading(run: Run, card: Card, findings: Iterable[Finding], *, author: str, last: Before) -> Batch:
    """Make another reading of a stored text a batch, without what was expunged of earlier ones.

    Where the same reading was made before and another since, it is recorded again, so that it is the newest.
    """
    return without(Batch(entries=tuple(_read(run, card, findings, author))), last.expunged)


def without(batch: Batch, expunged: Collection[Digest]) -> Batch:
    """Leave findings out of a reading whose words were destroyed on purpose: no reading brings them back."""
    return replace(batch, entries=tuple(entry for entry in batch.entries if entry.subject not in expunged))


def _read(run: Run, card: Card, findings: Iterable[Finding], author: str) -> list[NewEntry]:
    document = run.document
    entries = [
        NewEntry(
            kind="reading",
            subject=run.id,
            document=document,
            author=author,
            basis="derived",
            payload={
                "version": run.version,
                "reader": run.reader,
                "catalogue": run.catalogue,
                "given": run.given,
            }
            | ({"card": run.card} if run.card else {}),
        ),
        _finding(document, run.id, "read", "card", _card_payload(card, run.version)),
    ]
    entries += [_finding(document, run.id, "read", "finding", payload) for payload in numbered(findings, run.version)]
    return entries


def numbered(findings: Iterable[Finding], version: str) -> Iterable[Payload]:
    """Give each finding's payload, with the ordinal that tells findings of one kind on one span apart."""
    seen: Counter[tuple[str, int, int]] = Counter()
    for found in findings:
        place = (found.kind, found.start, found.end)
        payload = to_json(found)
        payload["version"] = version
        payload["ordinal"] = seen[place]
        seen[place] += 1
        yield payload


def add(ledger: Ledger, text: Text, finding: Finding, *, handle: str, reason: str | None = None) -> Entry:
    """Record what a person found in a stored text. Its ordinal is the first that no finding on the span has."""
    new = _added(ledger, text.document, text.version, finding, handle, reason)
    return _only(ledger.append(Batch(entries=(new,))))


def judge(
    ledger: Ledger, finding: Digest, verdict: str, by: Judging, *, replacement: Finding | Card | None = None
) -> Appended:
    """Confirm, correct or reject a finding; a correction brings the finding that shall stand in its place.

    Raises:
        NoSuchVerdict: The verdict is none of confirm, correct, reject, or a correction has no replacement.
        UnknownFinding: Nothing stands under this id.
        Moved: Something was said of the finding since `by.seen`.
    """
    if verdict not in VERDICTS or (verdict == "correct") != (replacement is not None):
        raise NoSuchVerdict(verdict)
    now = ledger.state(finding)
    document = now.entry.document
    assert document is not None
    # What stands is what is judged, unless a newer proposal came after the judged words: then that was seen too.
    of = now.moved or now.entry
    payload: dict[str, Json] = {"verdict": verdict, "of": of.id, "reason": by.reason}
    entries: list[NewEntry] = []
    if replacement is not None:
        version = str((of.payload or {})["version"])
        new = _added(ledger, document, version, replacement, by.handle, by.reason)
        payload["replacement"] = new.subject
        entries.append(new)
    entries.append(
        NewEntry(
            kind="judgement",
            subject=finding,
            document=document,
            author=PERSON + by.handle,
            basis="stated",
            payload=payload,
        )
    )
    seen = now.last_seq if by.seen is None else by.seen
    return ledger.append(Batch(entries=tuple(entries), expects=((finding, seen),)))


def expunged(ledger: Ledger, document: Digest) -> Entry | None:
    """Give the entry of a document's text that was expunged, None where none was: ask before keeping an original."""
    return next((entry for entry in ledger.entries(kind="text", document=document) if entry.expunged), None)


def retract(ledger: Ledger, name: Digest, *, handle: str, reason: str) -> Entry:
    """Withdraw an entry; the entry stays, and a retraction may be retracted.

    Raises:
        UnknownEntry: There is none of this id.
    """
    named = ledger.entry(name)
    new = NewEntry(
        kind="retraction",
        subject=named.subject,
        document=named.document,
        author=PERSON + handle,
        basis="stated",
        payload={"entry": name, "reason": reason},
    )
    return _only(ledger.append(Batch(entries=(new,))))


def _added(
    ledger: Ledger, document: Digest, version: str, finding: Finding | Card, handle: str, reason: str | None
) -> NewEntry:
    payload = _card_payload(finding, version) if isinstance(finding, Card) else _person_payload(finding, version)
    place = (str(payload["kind"]), getattr(finding, "start", 0), getattr(finding, "end", 0))
    ordinal = 0
    while any(True for _ in ledger.entries(subject=finding_id(document, version, *place, ordinal))):
        ordinal += 1
    payload |= {"ordinal": ordinal, "reason": reason}
    kind = "card" if isinstance(finding, Card) else "finding"
    return _finding(document, PERSON + handle, "stated", kind, payload)


def _person_payload(finding: Finding, version: str) -> dict[str, Json]:
    return to_json(finding) | {"version": version, "by": "person"}


def _card_payload(card: Card, version: str) -> dict[str, Json]:
    return to_json(card) | {"version": version, "ordinal": 0}


def _finding(document: Digest, author: str, basis: str, kind: str, payload: Payload) -> NewEntry:
    start, end, ordinal = payload.get("start", 0), payload.get("end", 0), payload["ordinal"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert isinstance(ordinal, int)
    name = finding_id(document, str(payload["version"]), str(payload["kind"]), start, end, ordinal)
    return NewEntry(kind=kind, subject=name, document=document, author=author, basis=basis, payload=payload)


def _taken(original: Original) -> dict[str, Json]:
    return {
        "source": original.source,
        "size_bytes": original.size_bytes,
        "retrieved_at": original.retrieved_at,
        "retrieved_by": original.retrieved_by,
        "within": original.within,
    }


def _only(appended: Appended) -> Entry:
    return appended.entries[0]
