# SPDX-License-Identifier: Apache-2.0
"""Spans of other readers, entered as proposals: only if their words stand in the text, at or near the place told.

1. Words that do not stand there are a problem that says where and what; nothing of them is recorded.
2. A text that another program marked is read once more: what the last reading proposed stands, the spans join it.
3. They are proposals as the reader's own are: a person confirms, corrects or rejects them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.desk.people import BadMember, NotInLedger, document_named, made, members
from tocsin.errors import BadRequest
from tocsin.exchange.spans import Span, spans
from tocsin.ledger import recording
from tocsin.ledger.differences import OTHERS, before, place
from tocsin.ledger.ledger import Ledger
from tocsin.records.findings import Card, Finding
from tocsin.records.ids import Digest, Json
from tocsin.records.lines import KINDS, from_json
from tocsin.records.plurals import counted
from tocsin.records.problems import Problem
from tocsin.records.runs import Run
from tocsin.records.texts import Text

NEAR = 500
"""Code points that words may stand away from the place told; a program may count an older or a cleaned text."""

_DEFAULTS: Mapping[str, Mapping[str, Json]] = {"ask": {"force": None}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """What became of a file of spans: how many are new, or stood already, in how many documents; what is wrong."""

    new: int
    known: int
    documents: int
    problems: tuple[Problem, ...]


def enter(
    ledger: Ledger,
    catalogue: Catalogue,
    data: bytes,
    name: str,
    *,
    handle: str,
    kinds: Mapping[str, str] | None = None,
    document: Digest | None = None,
) -> Entered:
    """Enter the spans of a file as proposals; `kinds` says which kind of finding a label is, where it is none itself.

    `document` is the one that all spans are of; else each names its own, or brings the whole text of it.
    """
    texts = _Texts(ledger, document)
    problems: list[Problem] = []
    unknown: dict[str, int] = {}
    found: dict[tuple[Digest, str], list[Finding]] = {}
    for span in spans(data, name):
        if isinstance(span, Problem):
            problems.append(span)
            continue
        kind = (kinds or {}).get(span.label, span.label.lower())
        if kind not in KINDS:
            unknown[span.label] = unknown.get(span.label, 0) + 1
            continue
        held = _finding(span, kind, texts, catalogue)
        if isinstance(held, Problem):
            problems.append(held)
        else:
            text, finding = held
            found.setdefault((text.document, text.version), []).append(finding)
    problems += [_of_no_kind(name, label, number) for label, number in unknown.items()]
    counts = [_record(ledger, catalogue, *place, held, handle) for place, held in found.items()]
    return Entered(
        new=sum(new for new, _ in counts),
        known=sum(known for _, known in counts),
        documents=len(counts),
        problems=tuple(problems),
    )


def _of_no_kind(name: str, label: str, number: int) -> Problem:
    message = (
        f"{counted(number, 'span')} labelled {label!r}: no kind of finding; say which with --as {label or 'LABEL'}=KIND"
    )
    return Problem(where=name, code="no-kind", message=message)


class _Texts:
    """Finds the text that a span is of: by the name that its file gives it, else by the text that the file brings."""

    def __init__(self, ledger: Ledger, document: Digest | None) -> None:
        self._ledger = ledger
        self._document = document
        self._held: dict[str, Text | None] = {}
        self._by_words: dict[str, Digest] | None = None

    def of(self, span: Span) -> Text | None:
        """Give the newest text of the span's document, None where no document here is meant."""
        if self._document is not None:
            return self._newest(self._document)
        for named in filter(None, (span.document, span.text)):
            if named not in self._held:
                self._held[named] = self._named(named) if named == span.document else self._worded(named)
            if (text := self._held[named]) is not None:
                return text
        return None

    def _named(self, name: str) -> Text | None:
        try:
            return self._newest(document_named(self._ledger, name))
        except (NotInLedger, OSError, ValueError):
            return None

    def _worded(self, words: str) -> Text | None:
        if self._by_words is None:
            self._by_words = {}
            for entry in self._ledger.entries(kind="document"):
                text = self._newest(entry.subject)
                if text is not None:
                    self._by_words.setdefault(_flat(text.content), entry.subject)
        document = self._by_words.get(_flat(words))
        return None if document is None else self._newest(document)

    def _newest(self, document: Digest) -> Text | None:
        """Give the text that the last reading read: what it proposed stays beside the spans."""
        versions = self._ledger.versions(document)
        told = before(self._ledger.entries(document=document)).told
        read = str((told.payload or {}).get("version")) if told else ""
        return self._ledger.text(document, read if read in versions else versions[-1]) if versions else None


def _flat(words: str) -> str:
    return " ".join(words.split())


def _finding(span: Span, kind: str, texts: _Texts, catalogue: Catalogue) -> tuple[Text, Finding] | Problem:
    text = texts.of(span)
    if text is None:
        named = span.document or "not named"
        message = f"its document ({named}) is not in this ledger; read it first, or name it: add DOCUMENT"
        return Problem(where=span.where, code="no-document", message=message)
    place = located(text.content, span)
    if isinstance(place, str):
        return Problem(where=span.where, code="quote-not-found", message=place)
    start, end = place
    fields: dict[str, Json] = {**_DEFAULTS.get(kind, {})}
    try:
        typed = [(name, _typed(value)) for name, value in span.members.items() if not _ready(value)]
        fields |= members(catalogue, [f"{name}={value}" for name, value in typed if value is not None])
        fields |= {name: value for name, value in span.members.items() if _ready(value)}
        fields |= {"start": start, "end": end, "quote": text.content[start:end], "by": f"{OTHERS}{span.reader}"}
        finding = made(kind, fields)
    except (BadMember, BadRequest) as error:
        return Problem(where=span.where, code="bad-member", message=str(error).removeprefix("--set: "))
    assert isinstance(finding, Finding)
    return text, finding


def _ready(value: Json) -> bool:
    """Say whether a member is a record's own JSON (from an export of ours) and no words as a person would type them."""
    return isinstance(value, bool | int) or (
        isinstance(value, list | tuple) and all(isinstance(one, dict) for one in value)
    )


def _typed(value: Json) -> str | None:
    if isinstance(value, list | tuple):
        return ";".join(str(one) for one in value)
    return None if value is None else str(value)


def located(content: str, span: Span) -> tuple[int, int] | str:
    """Find where a span's words stand: at its place, else nearest to it, else where they stand once; or say why not."""
    start, end, quote = span.start, span.end, span.quote
    if quote is None:
        whole = start is not None and end is not None and 0 <= start < end <= len(content)
        return (start or 0, end or 0) if whole else "it tells neither words nor a place in the text"
    if start is not None and content[start : start + len(quote)] == quote:
        return start, start + len(quote)
    places = list(_standing(content, quote))
    around = [place for place in places if _around(content, place, span)] if span.before or span.after else []
    if len(around) == 1 or (start is None and len(places) == 1):
        return (around or places)[0]
    return _nearest(places, span, f"“{_flat(quote)[:60]}”")


def _nearest(places: list[tuple[int, int]], span: Span, told: str) -> tuple[int, int] | str:
    if span.start is None or not places:
        at = f" at [{span.start}:{span.end}]" if span.start is not None else ""
        many = f"stands in the text {len(places)} times, and no place is told"
        return f"{told} {many if places else f'does not stand in the text{at}'}"
    start = span.start
    nearest = min(places, key=lambda place: abs(place[0] - start))
    if abs(nearest[0] - start) <= NEAR:
        return nearest
    return f"{told} stands at [{nearest[0]}:{nearest[1]}], too far from [{start}:{span.end}] to be what is meant"


def _standing(content: str, quote: str) -> Iterator[tuple[int, int]]:
    """Give the places of words, whatever blanks stand between them."""
    words = quote.split()
    if words:
        for match in re.finditer(r"\s+".join(map(re.escape, words)), content):
            yield match.span()


def _around(content: str, place: tuple[int, int], span: Span) -> bool:
    before, after = _flat(span.before), _flat(span.after)
    return _flat(content[: place[0]]).endswith(before) and _flat(content[place[1] :]).startswith(after)


def _record(
    ledger: Ledger, catalogue: Catalogue, document: Digest, version: str, found: Iterable[Finding], handle: str
) -> tuple[int, int]:
    """Record a reading that proposes what the last one did, and the spans; give how many are new, how many are not."""
    last = before(ledger.entries(document=document))
    told = (last.told.payload if last.told else None) or {}
    stood = [from_json(payload) for payload in last.proposed.values()]
    card = next((one for one in stood if isinstance(one, Card)), Card(genre="other"))
    findings = [one for one in stood if isinstance(one, Finding)]
    held = {place(one) for one in findings}
    new = list({place(one): one for one in found if place(one) not in held}.values())
    known = sum(place(one) in held for one in found)
    if new:
        reader = "+".join(sorted({one.by for one in new}))
        given = told.get("given")
        run = Run(
            document=document,
            version=version,
            reader=f"{told.get('reader', '')}+{reader}@{len(findings) + len(new)}",
            catalogue=catalogue.digest,
            given=given if isinstance(given, str) else None,
        )
        order = sorted((*findings, *new), key=lambda one: (one.start, one.end, one.kind))
        ledger.append(recording.rereading(run, card, order, author=f"person:{handle}", last=last))
    return len(new), known
