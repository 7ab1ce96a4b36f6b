# SPDX-License-Identifier: Apache-2.0
"""Answers of the JSON interface and the bodies it takes: one frozen record each, of which its description is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from tocsin.desk.names import Unknown
from tocsin.records.ids import Digest
from tocsin.web.takings import Taking


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionAnswer:
    """The session: the token that every change carries in the header X-Tocsin-Token, and who judges in it."""

    token: str
    handle: str
    names_shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentAnswer:
    """A document with its card, as `tocsin sources --json` gives it."""

    document: Digest
    source: str
    title: str
    certainty: Literal["certain", "possible"]
    card: Mapping[str, object]
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentsAnswer:
    """Some documents, in order of publication, of how many."""

    total: int
    documents: tuple[DocumentAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingAnswer:
    """A finding as it stands: `line` is its findings line, `seen` its newest entry, handed back with a judgement."""

    finding: Digest
    document: Digest
    standing: str
    seen: int
    certainty: Literal["certain", "possible"]
    says: str
    line: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsAnswer:
    """Some findings, in order of publication, document and place; `more` where others follow."""

    findings: tuple[FindingAnswer, ...]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryAnswer:
    """An entry about a finding."""

    seq: int
    entry: Digest
    kind: str
    author: str
    basis: str
    recorded_at: str
    payload: Mapping[str, object] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryAnswer:
    """Every entry about a finding, in order of recording."""

    finding: Digest
    entries: tuple[EntryAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAnswer:
    """What answers a search; `marks` are places in the text where the words stand."""

    finding: Digest
    document: Digest
    kind: str
    start: int
    end: int
    quote: str
    marks: tuple[tuple[int, ...], ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchAnswer:
    """What answers a search, best first; `more` where others follow."""

    found: tuple[FoundAnswer, ...]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TakingsAnswer:
    """What was brought in since the room was opened, the newest first."""

    takings: tuple[Taking, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamesAnswer:
    """Names that the catalogue does not know, most frequent first."""

    names: tuple[Unknown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judge:
    """A judgement: `seen` as the finding's answer had it; `set` what members of a correction should be, as typed."""

    verdict: Literal["confirm", "correct", "reject", "undo"]
    by: str
    why: str
    seen: int | None = None
    set: Mapping[str, str] | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A finding that is judged with others."""

    finding: str
    seen: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeMany:
    """One judgement of many findings."""

    verdict: Literal["confirm", "reject", "undo"]
    by: str
    why: str
    findings: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedAnswer:
    """How a finding stands after a judgement; None where nothing of it stands, `problem` where it was not judged."""

    finding: str
    standing: str | None
    seen: int | None
    replaced_by: Digest | None
    problem: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedManyAnswer:
    """What became of each judgement."""

    judged: tuple[JudgedAnswer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Words of a document that answer an ask: code points of its newest text, terms of closed lists, by whom and why.

    `document` is a digest; `answerer` None is the ask's first addressee; `when` EDTF, None the document's own date.
    """

    document: str
    start: int
    end: int
    response: str
    by: str
    why: str | None = None
    answerer: str | None = None
    status: str | None = None
    impact: str | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """That two asks ask the same, two claims tell of one event, two documents are one text; or that they do not."""

    relation: Literal["same", "different"]
    first: str
    second: str
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdraw:
    """Answers and links to be withdrawn, by the ids of their entries."""

    entries: tuple[str, ...]
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedAnswer:
    """The entry that was made."""

    entry: Digest
    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """Words that the reader missed: code points of the newest text, half-open, their kind and members, as typed."""

    kind: Literal["passage", "ask", "warning", "claim", "citation", "time", "quantity"]
    start: int
    end: int
    by: str
    why: str | None = None
    set: Mapping[str, str] | None = None
