# SPDX-License-Identifier: Apache-2.0
"""The card of a finding: what it was taken for and why, how it stands, what answers it, what people said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from tocsin.catalogue.catalogue import Catalogue
from tocsin.desk import numbers
from tocsin.desk.people import PARTIES, NoSuchFinding
from tocsin.desk.sayings import says
from tocsin.dossier.listings import instrument_names
from tocsin.dossier.withholding import WITHHELD
from tocsin.ledger.failures import Moved, UnknownFinding
from tocsin.ledger.states import State
from tocsin.linking.answers import answers
from tocsin.reading.read import CONSTRUCTIONS
from tocsin.records.dates import dated, due
from tocsin.records.entries import Entry, Payload
from tocsin.records.findings import Finding
from tocsin.records.ids import Digest, Json
from tocsin.records.lines import KINDS, from_json
from tocsin.web.pages import Page, answer, frame_of, markup
from tocsin.web.rooms import Visit, visit

_PLACE = frozenset({"kind", "start", "end", "quote", "by", "version", "ordinal", "reason"})
_SHOWN_ELSEWHERE = frozenset({"evidence", "low", "high"})
USUAL: Mapping[str, str] = {"explicit": "true", "reported": "false", "voice": "issuer", "mode": "asserted"}
"""Values that go without saying on a card."""

LISTS: Mapping[str, tuple[str, ...]] = {
    "explicit": ("true", "false"),
    "reported": ("true", "false"),
    "voice": ("issuer", "carrier"),
    "category": ("1", "2", "3", "4", "5"),
    "status": ("accepted", "pending", "noted", "implemented"),
    "horizon": ("imminent", "ongoing", "near", "conditional"),
    "mode": ("asserted", "reported", "alleged", "denied", "threatened"),
    "comparator": ("=", ">", "<", "~"),
    "role": (
        *("title", "dateline", "heading", "salutation", "body", "quotation", "list-item", "signature"),
        "boilerplate",
    ),
}
"""Members that take one of few words, which no table of the catalogue holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of a finding: its name, its value as typed and in words, whether it is the usual one, what it may be."""

    name: str
    value: str
    words: str
    usual: bool = False
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be added by selecting words: kinds, each with its members, empty."""

    kinds: tuple[tuple[str, tuple[Member, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One entry about a finding: who said what, when, why, and what was put in its place."""

    seq: int
    entry: Digest
    what: str
    author: str
    recorded_at: str
    reason: str
    instead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """An answer to an ask, in its own words."""

    document: Digest
    start: int
    end: int
    response: str
    who: str
    quote: str
    entry: Digest
    author: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One of the two versions that are shown where the ground moved."""

    told: str
    says: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPage(Page):
    """A finding with all that is known of it. `problem` says why what was just asked was not done."""

    template: ClassVar[str] = "card.html"
    section: ClassVar[str] = "documents"
    finding: Digest
    document: Digest
    document_title: str
    issued: str
    kind: str
    says: str
    quote: str
    start: int
    end: int
    standing: str
    seen: int
    judged_by: str
    construction: str
    construction_says: str
    members: tuple[Member, ...]
    moved: str
    answers: tuple[AnswerRow, ...]
    documents_held: int
    steps: tuple[Step, ...]
    problem: str
    versions: tuple[Version, ...]
    why: str
    alone: bool


def card(request: Request) -> Response:
    """Show a finding: as a page, or as the part that a page asks for."""
    with visit(request) as at:
        name = finding_in(request.path_params["finding"])
        page = made(at, name, alone=not at.fragment)
        if not at.fragment:
            return answer(request, page)
        return part(request, page)


def part(request: Request, page: CardPage, *, status: int = 200) -> HTMLResponse:
    """Give a card as part of a page."""
    return HTMLResponse(markup(page, frame_of(request)), status_code=status)


def finding_in(given: str) -> Digest:
    """Read a finding's id off an address.

    Raises:
        NoSuchFinding: It is none.
    """
    if len(given) != 64 or set(given) - set("0123456789abcdef"):
        raise NoSuchFinding(given[:80], 0)
    return Digest(f"sha256:{given}")


def made(at: Visit, name: Digest, *, alone: bool = False, problem: str = "", moved: Moved | None = None) -> CardPage:
    """Make a finding's card.

    Raises:
        UnknownFinding: These clocks know no such finding, or its document is none of theirs.
    """
    state = at.ledger.state(name, recorded_by=at.clocks.recorded_by)
    document = state.entry.document
    if document is None or document not in at.shelf or state.entry.payload is None:
        raise UnknownFinding(name)
    payload = hidden(at, state.entry.payload, document)
    item = at.shown(at.shelf[document])
    entries = list(at.ledger.entries(subject=name, recorded_by=at.clocks.recorded_by))
    construction = str(payload.get("by") or "person")
    found = from_json(payload)
    return CardPage(
        title=f"{kind_of(payload)}: {item.title}",
        finding=name,
        document=document,
        document_title=item.title,
        issued=item.issued,
        kind=kind_of(payload),
        says=says(found, item.card.issuers) if isinstance(found, Finding) else "the document's own facts",
        quote=" ".join(found.quote.split()) if isinstance(found, Finding) else "",
        start=found.start if isinstance(found, Finding) else 0,
        end=found.end if isinstance(found, Finding) else 0,
        standing=state.word,
        seen=state.last_seq,
        judged_by=state.judged.author.removeprefix("person:") if state.judged else "",
        construction=construction,
        construction_says=_constructions().get(construction, "a person found it"),
        members=tuple(members(at.catalogue, payload)),
        moved=_moved_to(at, state, document),
        answers=tuple(_answers(at, name)),
        documents_held=at.among,
        steps=tuple(_step(at, entry) for entry in entries),
        problem=problem,
        versions=_versions(at, moved) if moved is not None else (),
        why=at.session.why,
        alone=alone,
    )


def kind_of(payload: Payload) -> str:
    """Give the kind that a payload's card bears."""
    return str(payload.get("kind"))


def hidden(at: Visit, payload: Payload, document: Digest | None) -> Payload:
    """Give a payload as it may be shown."""
    shown = payload if at.withholding is None else at.withholding.payload(payload, document)
    return shown or {}


@lru_cache(maxsize=1)
def _constructions() -> Mapping[str, str]:
    return {construction.name: construction.says for construction in CONSTRUCTIONS}


def members(catalogue: Catalogue, payload: Payload) -> Iterator[Member]:
    """Give what a finding says of itself, member by member, with what each may be."""
    record = KINDS.get(kind_of(payload))
    names = [field.name for field in fields(record)] if record is not None else list(payload)
    for name in names:
        if name not in _PLACE and name not in _SHOWN_ELSEWHERE:
            value = payload.get(name)
            typed = as_typed(name, value)
            yield Member(
                name=name,
                value=typed,
                words=_in_words(catalogue, name, typed),
                usual=USUAL.get(name) == typed,
                options=options(catalogue, name),
            )


def as_typed(name: str, value: Json) -> str:
    """Write a member as a person would type it: parties and laws parted by semicolons.

    >>> as_typed("addressees", [{"id": "ardesh", "name": "Ardesh"}, {"id": "veltria", "name": "Veltria"}])
    'Ardesh; Veltria'
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if name == "quantities" and isinstance(value, list | tuple):
        return numbers.typed(item for item in value if isinstance(item, Mapping))
    if isinstance(value, list | tuple):
        return "; ".join(str(item["name"]) if isinstance(item, Mapping) else str(item) for item in value)
    return str(value)


def _in_words(catalogue: Catalogue, name: str, typed: str) -> str:
    if name in {"explicit", "reported"}:
        return {"true": "yes", "false": "no"}.get(typed, typed)
    if name == "by_when" and typed.startswith("P"):
        return due(typed)
    if name in {"by_when", "when", "edtf", "date", "issued"} and typed:
        return dated(typed)
    if name == "category" and typed:
        return f"{typed} of 5 (McMahon)"
    tables: Mapping[str, Mapping[str, object]] = {
        "force": catalogue.forces,
        "act": catalogue.acts,
        "harm": catalogue.harms,
    }
    row = tables.get(name, {}).get(typed)
    if name in {"instrument", "law"} and typed:
        names = _instruments(catalogue)
        return "; ".join(names.get(one, one) for one in typed.split("; "))
    return str(getattr(row, "name", typed))


@lru_cache(maxsize=4)
def _instruments(catalogue: Catalogue) -> Mapping[str, str]:
    return instrument_names(catalogue)


def options(catalogue: Catalogue, name: str) -> tuple[str, ...]:
    """Give the words that a member may be, empty where any will do."""
    if name in LISTS:
        return LISTS[name]
    tables: Mapping[str, Iterable[str]] = {
        "force": catalogue.forces,
        "act": sorted(catalogue.acts),
        "harm": sorted(catalogue.harms),
    }
    return tuple(tables.get(name, ()))


@lru_cache(maxsize=16)
def terms(catalogue: Catalogue, name: str) -> tuple[tuple[str, str], ...]:
    """Give the terms of one of the catalogue's closed lists, each with what it means."""
    return tuple((row.id.removeprefix(f"{name}."), row.name) for row in catalogue.terms.values() if row.list == name)


@lru_cache(maxsize=4)
def choices(catalogue: Catalogue) -> Choices:
    """Give what can be added by selecting words."""
    kinds = ("ask", "warning", "claim", "citation", "time", "quantity", "passage")
    return Choices(kinds=tuple((kind, tuple(members(catalogue, {"kind": kind}))) for kind in kinds))


def changed(catalogue: Catalogue, payload: Payload, form: Mapping[str, str]) -> tuple[str, ...]:
    """Give the members that a form fills otherwise than it was shown, as `member=value`.

    A member that was shown with a name withheld is left as it stands unless it was written anew.
    """
    pairs = []
    for member in members(catalogue, payload):
        given = form.get(f"set-{member.name}")
        if given is not None and given != member.value and WITHHELD not in given:
            pairs.append(f"{member.name}={given}")
    return tuple(pairs)


def _moved_to(at: Visit, state: State, document: Digest) -> str:
    if state.moved is None or state.moved.payload is None:
        return ""
    found = from_json(hidden(at, state.moved.payload, document))
    return says(found) if isinstance(found, Finding) else "another card"


def _answers(at: Visit, name: Digest) -> Iterator[AnswerRow]:
    for held in answers(at.ledger, recorded_by=at.clocks.recorded_by):
        answer_, words = held.answer, held.answer.words
        if answer_.ask == name and words.document in at.shelf:
            shown = words.quote if at.withholding is None else at.withholding.masked(words.document, words.quote)
            yield AnswerRow(
                document=words.document,
                start=words.start,
                end=words.end,
                response=answer_.response,
                who=answer_.answerer.name if answer_.answerer else "who answered is not named",
                quote=" ".join(shown.split()),
                entry=held.entry.id,
                author=held.entry.author.removeprefix("person:"),
            )


def _step(at: Visit, entry: Entry) -> Step:
    payload = hidden(at, entry.payload or {}, entry.document)
    verdict = {"confirm": "confirmed", "correct": "corrected", "reject": "rejected"}.get(str(payload.get("verdict")))
    proposed = "added" if entry.by_person else "proposed"
    what = {"finding": proposed, "card": proposed, "judgement": verdict, "retraction": "withdrew an entry"}
    return Step(
        seq=entry.seq,
        entry=entry.id,
        what=what.get(entry.kind) or entry.kind,
        author=entry.author.removeprefix("person:") if entry.by_person else "the reader",
        recorded_at=entry.recorded_at,
        reason=str(payload.get("reason") or ""),
        instead=str(payload.get("replacement") or ""),
    )


def _versions(at: Visit, moved: Moved) -> tuple[Version, ...]:
    """Give what was seen and what came since, both in words."""
    seen = next(iter(at.ledger.entries(after=moved.seen - 1, until=moved.seen)), None)
    return tuple(
        _version(at, entry, told)
        for entry, told in ((seen, "what you saw"), (moved.now, "what came since"))
        if entry is not None
    )


def _version(at: Visit, entry: Entry, told: str) -> Version:
    payload = hidden(at, entry.payload or {}, entry.document)
    step = _step(at, entry)
    said = f"{step.author} {step.what}" + (f" – {step.reason}" if step.reason else "")
    if payload.get("kind") in KINDS:
        found = from_json(payload)
        if isinstance(found, Finding):
            return Version(told=told, says=f"{said}: {says(found)}", quote=" ".join(found.quote.split()))
    return Version(told=f"{told}, entry {entry.seq}", says=said, quote="")


__all__ = ["PARTIES", "CardPage", "Choices", "Member", "card", "changed", "choices", "made", "part"]
