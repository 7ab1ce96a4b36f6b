# SPDX-License-Identifier: Apache-2.0
"""What listings need of a document's entries: a pure function of them, so that every index can be rebuilt.

Stores keep these as tables; `memory` computes them each time. Where the two differ, the table is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tocsin.ledger.states import State, standing, state
from tocsin.records.bounds import Bounds, bounds
from tocsin.records.entries import Entry, Payload
from tocsin.records.ids import Digest, Json

PARTIES: Mapping[str, str] = {
    "askers": "asker",
    "addressees": "addressee",
    "speakers": "speaker",
    "actors": "actor",
    "targets": "target",
    "places": "place",
    "issuers": "issuer",
    "carriers": "carrier",
}
"""Members of a finding that hold parties, and the role each party is listed under."""

TERMS: tuple[str, ...] = ("instrument", "act", "harm", "group", "force", "asks_for", "status", "mode", "genre", "voice")
"""Members of a finding that hold one word of the catalogue; the role has the member's name."""

ROLES: tuple[str, ...] = (*dict.fromkeys(PARTIES.values()), *TERMS)
"""What a listing may be asked for by value. `instrument` covers a citation's and those an ask invokes."""

ABOUT = ("finding", "card", "judgement", "retraction", "reading")
"""Kinds of entries that change how a document's findings stand."""

_OWN_TIME = {"claim": "when", "time": "edtf"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Projected:
    """A finding of a document as a listing sees it.

    `published` is when the document was issued, by its card as it stands. `happened` is a claim's or a time's own; for
    all else, which happens by being said, it is `published`.
    """

    state: State
    kind: str
    start: int
    end: int
    keys: tuple[tuple[str, str], ...]
    published: Bounds | None
    happened: Bounds | None


def of_document(entries: Iterable[Entry]) -> tuple[Projected, ...]:
    """Project all entries of one document, in order of seq: how each of its findings stands after the last of them.

    Findings of which nothing stands, or whose words were expunged, are left out. Order: by start, end, id.
    """
    relevant = [entry for entry in entries if entry.kind in ABOUT]
    newest = newest_reading(relevant)
    states = [found for found in _states(relevant, newest) if found.entry.payload is not None]
    published = _published(states)
    projected = (_projected(found, published) for found in states)
    return tuple(sorted(projected, key=lambda p: (p.start, p.end, p.state.finding)))


def keys(payload: Payload) -> tuple[tuple[str, str], ...]:
    """Name the roles and values that a finding can be listed by, each once.

    >>> keys({"addressees": [{"id": "ardesh", "name": "the Republic of Ardesh"}], "force": "urge"})
    (('addressee', 'ardesh'), ('force', 'urge'))
    """
    found: dict[tuple[str, str], None] = {}
    for member, role in PARTIES.items():
        for party in _list(payload.get(member)):
            if isinstance(party, dict) and isinstance(party.get("id"), str):
                found[role, str(party["id"])] = None
    for term in TERMS:
        value = payload.get(term)
        if isinstance(value, str):
            found[term, value] = None
    for law in _list(payload.get("law")):
        found["instrument", str(law)] = None
    return tuple(found)


def _list(value: Json) -> Sequence[Json]:
    return value if isinstance(value, list | tuple) else ()


def newest_reading(entries: Sequence[Entry]) -> str | None:
    """Give the id of a document's newest reading that stands; empty where all were retracted, None without any."""
    readings = [e for e in entries if e.kind == "reading"]
    if not readings:
        return None
    subjects = {reading.subject for reading in readings}
    stand = [e for e in standing(e for e in entries if e.subject in subjects) if e.kind == "reading"]
    return stand[-1].subject if stand else ""


def _states(entries: Sequence[Entry], newest: str | None) -> Iterator[State]:
    about: dict[Digest, list[Entry]] = {}
    for entry in entries:
        if entry.kind != "reading":
            about.setdefault(entry.subject, []).append(entry)
    for finding, told in about.items():
        found = state(finding, told, newest_reading=newest)
        if found is not None:
            yield found


def _published(states: Iterable[State]) -> Bounds | None:
    """Give the date of the card that stands: a person's before the machine's, then the newest."""
    cards = [s for s in states if _kind(s) == "document" and not s.superseded and s.standing not in _OUT]
    if not cards:
        return None
    best = max(cards, key=lambda s: (not s.unconfirmed, s.last_seq))
    issued = (best.entry.payload or {}).get("issued")
    return bounds(issued) if isinstance(issued, str) else None


_OUT = ("corrected", "rejected")


def _kind(found: State) -> str:
    return str((found.entry.payload or {}).get("kind"))


def _projected(found: State, published: Bounds | None) -> Projected:
    payload = found.entry.payload or {}
    kind = _kind(found)
    happened = published
    if kind in _OWN_TIME:
        value = payload.get(_OWN_TIME[kind])
        happened = bounds(value) if isinstance(value, str) else None
    return Projected(
        state=found,
        kind=kind,
        start=_int(payload.get("start")),
        end=_int(payload.get("end")),
        keys=keys(payload),
        published=published,
        happened=happened,
    )


def _int(value: Json) -> int:
    return value if isinstance(value, int) else 0
