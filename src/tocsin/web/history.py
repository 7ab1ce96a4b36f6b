# SPDX-License-Identifier: Apache-2.0
"""The page of what people did: every decision, link, answer and addition, the newest first, each to be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from tocsin.desk.judgements import UNDONE
from tocsin.desk.sayings import says
from tocsin.ledger.failures import UnknownFinding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.states import State, standing
from tocsin.records.entries import Entry, Payload
from tocsin.records.findings import Finding
from tocsin.records.ids import Digest
from tocsin.records.lines import KINDS, from_json
from tocsin.web import cards
from tocsin.web.pages import Page, answer, bare
from tocsin.web.paging import Paging, page_number, paging
from tocsin.web.rooms import Visit, visit

PER_PAGE = 50
_BY_PEOPLE = ("judgement", "answer", "link", "identity", "transmission", "retraction", "expunged")
"""Kinds of entries that only people make; what they add of findings and cards is looked up beside these."""

_RELATIONS = {
    "same": "held two for one",
    "different": "held two apart",
    "no-answer": "refused words as an answer",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneRow:
    """Something that a person did: what, about which words, why; `undo` is what taking it back names, if it can be."""

    seq: int
    entry: Digest
    what: str
    author: str
    recorded_at: str
    reason: str
    about: str
    address: str
    undo: str
    withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage(Page):
    """What people did, the newest first."""

    template: ClassVar[str] = "history.html"
    section: ClassVar[str] = "proposals"
    rows: tuple[DoneRow, ...]
    authors: tuple[str, ...]
    by: str
    paging: Paging


@dataclass(frozen=True, slots=True, kw_only=True)
class _Done:
    """The entries that people made until `seq`, in order, and those that are withdrawn."""

    seq: int
    entries: tuple[Entry, ...]
    withdrawn: frozenset[Digest]


def history(request: Request) -> Response:
    """Show what people did."""
    with visit(request) as at:
        held = at.room.memory.since(at.ledger, "done", _Done(seq=0, entries=(), withdrawn=frozenset()), _done)
        by = at.asked.get("by", "")
        until = at.clocks.recorded_by
        entries = [
            entry
            for entry in reversed(held.entries)
            if (not by or entry.author == f"person:{by}") and (until is None or entry.recorded_at <= until)
        ]
        pages = paging(request, total=len(entries), per_page=PER_PAGE)
        first = (min(page_number(request), pages.pages or 1) - 1) * PER_PAGE
        page = HistoryPage(
            title="Done",
            rows=tuple(_row(at, entry, held) for entry in entries[first : first + PER_PAGE]),
            authors=tuple(sorted({entry.author.removeprefix("person:") for entry in held.entries})),
            by=by,
            paging=pages,
        )
    return answer(request, page)


def _done(ledger: Ledger, before: _Done, seq: int) -> _Done:
    """Bring what people did up to date with the entries after those that are known."""
    new: Iterable[Entry]
    if before.seq:
        new = (entry for entry in ledger.entries(after=before.seq, until=seq) if entry.by_person)
    else:
        new = _all(ledger, seq)
    found = [*before.entries, *sorted(new, key=lambda entry: entry.seq)]
    stands = {entry.id for entry in standing(found)}
    gone = frozenset(entry.id for entry in found if entry.id not in stands and entry.kind != "retraction")
    return _Done(seq=seq, entries=tuple(found), withdrawn=gone)


def _all(ledger: Ledger, seq: int) -> Iterator[Entry]:
    """Give all that people entered, without going over every finding."""
    for kind in _BY_PEOPLE:
        yield from (entry for entry in ledger.entries(kind=kind, until=seq) if entry.by_person)
    for row in ledger.rows(Query(states=("added",))):
        if row.entry.by_person:
            yield row.entry


def _row(at: Visit, entry: Entry, held: _Done) -> DoneRow:
    payload = cards.hidden(at, entry.payload or {}, entry.document)
    state = _state(at, entry)
    about, address = _about(at, entry, state)
    gone = entry.id in held.withdrawn
    return DoneRow(
        seq=entry.seq,
        entry=entry.id,
        what=_what(entry, payload),
        author=entry.author.removeprefix("person:"),
        recorded_at=entry.recorded_at,
        reason=str(payload.get("reason") or ""),
        about=about,
        address=address,
        undo="" if gone else _undo(entry, state),
        withdrawn=gone,
    )


def _state(at: Visit, entry: Entry) -> State | None:
    """Say how the finding that an entry is about stands; None where it is about something else, or nothing stands."""
    if entry.kind not in {"judgement", "finding", "card", "answer", "link"} or entry.subject in at.shelf:
        return None
    try:
        return at.ledger.state(entry.subject)
    except UnknownFinding:
        return None


def _what(entry: Entry, payload: Payload) -> str:
    if entry.kind == "judgement":
        return {"confirm": "confirmed", "correct": "corrected", "reject": "rejected"}[str(payload.get("verdict"))]
    if entry.kind == "link":
        return _RELATIONS.get(str(payload.get("relation")), "linked")
    if entry.kind == "answer":
        return f"entered an answer, {payload.get('response')}"
    if entry.kind == "identity":
        return f"held two actors {'for one' if payload.get('same') else 'apart'}"
    told = {"transmission": "recorded a sending", "retraction": "took back", "expunged": "destroyed words"}
    return told.get(entry.kind, "added")


def _undo(entry: Entry, state: State | None) -> str:
    """Give the id that taking back names: an entry's own, or the finding's where this is the last word about it."""
    if entry.kind in UNDONE:
        return entry.id
    last = state is not None and (state.judged is None or state.judged.id == entry.id)
    return entry.subject if last and entry.kind in {"judgement", "finding"} else ""


def _about(at: Visit, entry: Entry, state: State | None) -> tuple[str, str]:
    """Say what an entry is about, in words that may be shown, and where that stands."""
    if entry.kind == "identity":
        held = entry.payload or {}
        names = [str(held.get(name)) for name in ("actor", "other")]  # a slug may tell a name at risk
        return " and ".join(name if name in at.catalogue.actors else "somebody unknown" for name in names), ""
    if entry.subject in at.shelf:
        return at.shown(at.shelf[entry.subject]).title, f"/documents/{bare(entry.subject)}"
    document = state.entry.document if state else None
    payload = state.entry.payload if state else None
    if (
        document is None
        or payload is None
        or document not in at.shelf
        or payload.get("kind") not in {*KINDS, "document"}
    ):
        return "", ""
    found = from_json(cards.hidden(at, payload, document))
    words = f"{found.kind}: {says(found)}" if isinstance(found, Finding) else at.shown(at.shelf[document]).title
    return words, f"/findings/{bare(entry.subject)}"
