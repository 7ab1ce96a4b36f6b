# SPDX-License-Identifier: Apache-2.0
"""What a new reading changes: findings that are new, gone or say something else, against the last reading's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from tocsin.ledger.projections import newest_reading
from tocsin.ledger.states import said, standing
from tocsin.records.entries import Entry, NewEntry, Payload
from tocsin.records.ids import Digest

Change = Literal["new", "gone", "changed"]
"""`new`: only the new reading proposes it; `gone`: only the last did; `changed`: both do, in other members."""

_PROPOSED = ("finding", "card")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One finding that two readings do not agree on; `before` and `after` are what each says, None where it is silent.

    `judged`: a person's judgement of it stands, so it stays as it was judged whatever the new reading says.
    """

    finding: Digest
    change: Change
    before: Payload | None
    after: Payload | None
    judged: bool = False

    @property
    def shown(self) -> Payload:
        """The words to show it by: the new reading's where it has any."""
        return self.after or self.before or {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What a document's last reading proposed, by finding, and what people judged since.

    `reading` is the id of the last reading that stands, empty where none does; `told` its entry. `expunged` are the
    findings whose words were destroyed: no reading proposes them again.
    """

    reading: str
    told: Entry | None
    proposed: Mapping[Digest, Payload]
    judged: frozenset[Digest]
    expunged: frozenset[Digest]


def before(entries: Iterable[Entry]) -> Before:
    """Gather what the last reading of a document said, from all entries of the document in order of seq."""
    held = list(entries)
    newest = newest_reading(held) or ""
    told = [entry for entry in held if entry.kind == "reading" and entry.subject == newest]
    return Before(
        reading=newest,
        told=told[-1] if told else None,
        proposed={
            entry.subject: entry.payload
            for entry in held
            if entry.kind in _PROPOSED and entry.author == newest and entry.payload is not None
        },
        judged=frozenset(entry.subject for entry in standing(held) if entry.kind == "judgement"),
        expunged=frozenset(entry.subject for entry in held if entry.kind in _PROPOSED and entry.expunged),
    )


def differences(last: Before, new: Iterable[NewEntry]) -> Iterator[Difference]:
    """Compare the last reading with the entries of a new one, in the order of the text."""
    proposed = {entry.subject: entry.payload for entry in new if entry.kind in _PROPOSED}
    found = []
    for finding in dict.fromkeys([*last.proposed, *proposed]):
        old, now = last.proposed.get(finding), proposed.get(finding)
        if old is not None and now is not None and said(old) == said(now):
            continue
        change: Change = "new" if old is None else "gone" if now is None else "changed"
        found.append(Difference(finding=finding, change=change, before=old, after=now, judged=finding in last.judged))
    yield from sorted(found, key=_place)


def _place(difference: Difference) -> tuple[int, int, str, str]:
    start, end = difference.shown.get("start", 0), difference.shown.get("end", 0)
    assert isinstance(start, int)
    assert isinstance(end, int)
    return start, end, str(difference.shown["kind"]), difference.finding
