# SPDX-License-Identifier: Apache-2.0
"""How a finding stands: the fold of what a machine proposed and people said, in order of recording.

1. A person's word outweighs the machine's, whichever came first; among people the later word stands.
2. A judgement holds for the words that were judged: what a later reader proposes for the same place does not change a
   judged finding; it is shown as `moved`.
3. A retracted entry counts as never said; so does a retracted retraction.
4. A proposal that the document's newest reading no longer makes is superseded, unless somebody judged it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tocsin.records.entries import Entry, Payload
from tocsin.records.findings import is_likely
from tocsin.records.ids import Digest, Json

STATES = ("proposed", "confirmed", "corrected", "rejected", "added")
"""How a finding may stand. `confirmed` and `added` weigh the same; `corrected` has a finding in its place."""

VERDICTS = {"confirm": "confirmed", "correct": "corrected", "reject": "rejected"}
"""What a judgement's `verdict` makes of a finding."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """How a finding stands: `entry` is the one whose payload stands for it.

    `judged` is the entry that last changed the standing (None: nobody did), `moved` a proposal that came after the
    judged words and differs from them, `replaced_by` the finding that a correction put in its place, `last_seq` the
    newest entry about the finding: what an editor has seen.
    """

    finding: Digest
    standing: str
    entry: Entry
    judged: Entry | None = None
    moved: Entry | None = None
    replaced_by: Digest | None = None
    superseded: bool = False
    last_seq: int = 0

    @property
    def unconfirmed(self) -> bool:
        """Say whether only the machine vouches for it."""
        return self.standing == "proposed"

    @property
    def likely(self) -> bool:
        """Say whether a model of language alone vouches for it: it is shown where asked for, and counted nowhere."""
        return self.unconfirmed and is_likely(str((self.entry.payload or {}).get("by", "")))

    @property
    def word(self) -> str:
        """How it stands, in a word for people: what is only likely is not called proposed."""
        return "likely" if self.likely else self.standing


def standing(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out what was retracted, and the retractions themselves."""
    held = list(entries)
    gone: set[str] = set()
    # A retraction comes after what it names, so from the last to the first each is known to stand when it is met.
    for entry in reversed(held):
        if entry.kind == "retraction" and entry.id not in gone and entry.payload is not None:
            gone.add(str(entry.payload["entry"]))
    return [entry for entry in held if entry.kind != "retraction" and entry.id not in gone]


def state(finding: Digest, entries: Sequence[Entry], *, newest_reading: str | None = None) -> State | None:
    """Fold all entries whose subject is a finding, in order of seq; None where nothing (any more) stands.

    `newest_reading` is the id of the newest reading of the finding's document; None leaves `superseded` False.
    An expunged proposal or addition stands with its payload None.
    """
    now: State | None = None
    proposal: Entry | None = None
    by_id = {entry.id: entry for entry in entries}
    for entry in standing(entries):
        if entry.kind in {"finding", "card"}:
            if not entry.by_person:
                proposal = entry
            now = _offered(finding, now, entry)
        elif entry.kind == "judgement" and now is not None and entry.payload is not None:
            now = _judged(now, entry, by_id)
    if now is None:
        return None
    old = now.unconfirmed and newest_reading is not None and proposal is not None and proposal.author != newest_reading
    return replace(now, superseded=old, last_seq=entries[-1].seq)


def _offered(finding: Digest, now: State | None, entry: Entry) -> State:
    if entry.by_person:
        return State(finding=finding, standing="added", entry=entry, judged=entry)
    if now is None or now.unconfirmed:
        return State(finding=finding, standing="proposed", entry=entry)
    return replace(now, moved=entry if said(entry.payload) != said(now.entry.payload) else None)


def said(payload: Payload | None) -> dict[str, Json]:
    """Give what a finding says, without who found it and why."""
    return {name: value for name, value in (payload or {}).items() if name not in {"by", "reason", "ordinal"}}


def _judged(now: State, entry: Entry, by_id: dict[Digest, Entry]) -> State:
    payload = entry.payload or {}
    replacement = payload.get("replacement")
    seen = by_id.get(Digest(str(payload.get("of"))), now.entry)
    return replace(
        now,
        standing=VERDICTS[str(payload["verdict"])],
        entry=seen,
        judged=entry,
        moved=now.moved if now.moved is not None and now.moved.id != seen.id else None,
        replaced_by=Digest(replacement) if isinstance(replacement, str) else None,
    )
