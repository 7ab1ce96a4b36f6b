# SPDX-License-Identifier: Apache-2.0
"""What a new reading changes: findings that are new, gone or say something else, against the last reading's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from tocsin.ledger.projections import newest_reading
from tocsin.ledger.states import said, standing
from tocsin.records.entries import Entry, NewEntry, Payload
from tocsin.records.findings import Finding
from tocsin.records.ids import Digest
from tocsin.records.lines import from_json
from tocsin.records.runs import Run

Change = Literal["new", "gone", "changed"]
"""`new`: only the new reading proposes it; `gone`: only the last did; `changed`: both do, in other members."""

_PROPOSED = ("finding", "card")

OTHERS = "other."
"""What `by` of a finding begins with that another program proposed."""


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

    @property
    def others(self) -> tuple[Finding, ...]:
        """What programs other than the reader proposed in the text that the last reading is of."""
        found = (from_json(one) for one in self.proposed.values() if str(one.get("by", "")).startswith(OTHERS))
        return tuple(one for one in found if isinstance(one, Finding))

    def beside(self, run: Run, findings: Iterable[Finding]) -> tuple[Run, tuple[Finding, ...]]:
        """Give a new reading of the same text with what others proposed, which it has no say in, and name it so.

        What stands is left alone, its id too: where both mark the same words as the same kind, the other's stays.
        """
        told = (self.told.payload if self.told else None) or {}
        others = self.others if told.get("version") == run.version else ()
        if not others:
            return run, tuple(findings)
        marks = str(told.get("reader", "")).partition("+")[2]
        taken = {place(one) for one in others}
        held = (*others, *(one for one in findings if place(one) not in taken))
        return replace(run, reader=f"{run.reader}+{marks}"), tuple(sorted(held, key=_order))


def place(finding: Finding) -> tuple[str, int, int]:
    """Give what tells findings of one reading apart, but for those of one kind on one span."""
    return finding.kind, finding.start, finding.end


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.kind


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
