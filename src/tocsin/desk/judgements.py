# SPDX-License-Identifier: Apache-2.0
"""Judgements as asked for: people confirm, correct, reject and undo, one finding or many."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.desk.desks import Desk
from tocsin.desk.people import BadSpan, NoSuchFinding, NotInLedger, document_named, finding_named, made, members
from tocsin.errors import BadRequest
from tocsin.ledger import recording
from tocsin.ledger.failures import UnknownFinding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.ledger.states import VERDICTS, State
from tocsin.linking import acknowledgements, proposed
from tocsin.linking.evidence import DERIVERS
from tocsin.linking.proposing import proposals
from tocsin.linking.receipts import derived
from tocsin.pipeline import reread_one
from tocsin.records.entries import PERSON
from tocsin.records.findings import Card, Finding
from tocsin.records.ids import Digest, Json
from tocsin.records.plurals import counted
from tocsin.records.problems import Problem

UNDONE = ("answer", "transmission", "identity", "link")
"""Kinds of entries beside judgements that `undo` withdraws by the entry's own id."""

_BEGINNING = re.compile(r"(?:sha256:)?[0-9a-f]{0,63}")
"""The beginning of an id, which names a finding rather than a file."""

_SHOWN = 6
"""Findings that a message names."""

SHORTEST = 4
"""Characters of an entry's id that `undo` needs at least."""


class NothingToUndo(BadRequest):
    """Nobody judged the finding."""

    def __init__(self, name: Digest) -> None:
        super().__init__(f"{name}: nobody has judged this finding, so there is nothing to undo")


class MadeOfFindings(BadRequest):
    """The id is of an event, a standing ask or the like, which is put together anew each time."""

    def __init__(self, given: str, findings: Iterable[Digest]) -> None:
        ids = [name.removeprefix("sha256:")[:12] for name in dict.fromkeys(findings)]
        shown = ", ".join(ids[:_SHOWN]) + (f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else "")
        super().__init__(
            f"{given}: this is put together out of findings each time and is not judged itself; judge these: {shown}. "
            f"`tocsin timeline --different CLAIM CLAIM` takes a claim out of an event, "
            f"`tocsin standing --different ASK ASK` an ask out of a standing ask"
        )


class NoReason(BadRequest):
    """A judgement without a reason."""

    def __init__(self) -> None:
        super().__init__("say --why: a judgement is kept with its reason (in a CSV, a column `why`)")


class NothingCorrected(BadRequest):
    """A correction leaves everything as it is."""

    def __init__(self) -> None:
        super().__init__("the correction changes no member; fill in the columns that should read otherwise")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one judgement: the finding's state, or what was wrong with the request."""

    where: str
    given: str
    state: State | None = None
    told: str = ""
    problem: Problem | None = None

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        return {
            "where": self.where,
            "finding": self.state.finding if self.state else self.given,
            "state": self.told or None,
            "seen": self.state.last_seq if self.state else None,
            "problem": self.problem.message if self.problem else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One judgement as asked for: `where` it was asked, the finding's id, the verdict, why, members to correct.

    `seen` is the newest entry about the finding that was seen; `span` corrects where its words stand.
    """

    where: str
    finding: str
    verdict: str
    why: str | None = None
    seen: int | None = None
    pairs: tuple[str, ...] = ()
    span: tuple[int, int] | None = None

    def about(self, finding: str, where: str) -> Asked:
        """Ask the same of another finding."""
        return replace(self, finding=finding, where=where)


def outcomes(ledger: Ledger, at: Desk, asked: Iterable[Asked], handle: str, *, many: bool) -> Iterator[Outcome]:
    """Judge one after the other; where they are `many`, a request at fault is a problem and the others go on."""
    for one in asked:
        try:
            yield judged(ledger, at, one, handle, again=not many)
        except BadRequest as error:
            if not many:
                raise
            problem = Problem(where=one.where, code="bad-judgement", message=str(error))
            yield Outcome(where=one.where, given=one.finding, problem=problem)


def judged(ledger: Ledger, at: Desk, one: Asked, handle: str, *, again: bool) -> Outcome:
    """Judge, or undo what was judged; without `again`, what this person said already is not said twice.

    What is said of a document's card reaches what was found with it: the text is read again with the card that stands.

    Raises:
        BadRequest: As the failures of this module, of `people` and of `recording` say.
        Moved: Something was said of the finding since `one.seen`.
    """
    reason = one.why
    if not reason:
        raise NoReason
    outcome = _judged(ledger, at.catalogue, one, handle, again=again)
    document = _whose_card(outcome)
    if document is None:
        return outcome
    done = reread_one(ledger, at.reader, document, by=handle)
    found = [one for one in done.differences if one.shown["kind"] not in {"document", "passage"}]
    stand = sum(one.judged for one in found)
    told = f"; its text is read again with the card: {counted(len(found) - stand, 'finding')} changed" if found else ""
    told += f", {counted(stand, 'judged finding')} {'stands' if stand == 1 else 'stand'} as judged" if stand else ""
    return replace(outcome, told=outcome.told + told)


def _whose_card(outcome: Outcome) -> Digest | None:
    """Give the document whose card was judged; None where a finding was, or what goes by an entry's own id."""
    if outcome.state is None:
        return None
    entry = outcome.state.entry
    return entry.document if entry.kind == "card" else None


def _judged(ledger: Ledger, catalogue: Catalogue, one: Asked, handle: str, *, again: bool) -> Outcome:
    reason = one.why or ""
    one = replace(one, finding=_card_of(ledger, one.finding) or one.finding)
    by = recording.Judging(handle=handle, reason=reason, seen=one.seen)
    if one.verdict not in {*VERDICTS, "undo"}:
        raise recording.NoSuchVerdict(one.verdict)
    if one.verdict == "undo":
        return _undone(ledger, one, by)
    if (proposal := _proposal(ledger, catalogue, one)) is not None:
        decide = proposed.confirm if one.verdict == "confirm" else proposed.refuse
        entry = decide(ledger, proposal, handle=handle, reason=reason)
        told = "confirmed as an answer" if one.verdict == "confirm" else "refused as an answer"
        return Outcome(where=one.where, given=entry.id, told=f"{told} (entry {entry.seq})")
    if (received := _acknowledgement(ledger, catalogue, one)) is not None:
        entry = acknowledgements.confirm(ledger, received, handle=handle, reason=reason)
        return Outcome(where=one.where, given=entry.id, told=f"recorded as sent and acknowledged (entry {entry.seq})")
    if not _found(ledger, one.finding):
        _say_what_it_is(ledger, catalogue, one.finding)
    name = finding_named(ledger, one.finding)
    now = ledger.state(name)
    if not again and _stands(now, one.verdict, handle):
        return Outcome(where=one.where, given=name, state=now, told=f"{now.standing} already")
    replacement = _replacement(ledger, catalogue, one, now) if one.verdict == "correct" else None
    recording.judge(ledger, name, one.verdict, by, replacement=replacement)
    state = ledger.state(name)
    return Outcome(where=one.where, given=name, state=state, told=state.standing)


def _say_what_it_is(ledger: Ledger, catalogue: Catalogue, given: str) -> None:
    """Say of an id that no finding has what it is made of, where it names an event, a standing ask and the like.

    Raises:
        MadeOfFindings: It does.
    """
    made = derived(ledger, catalogue, Query(), given, DERIVERS)
    if made is not None:
        raise MadeOfFindings(given, made.receipt().all_findings())


def _replacement(ledger: Ledger, catalogue: Catalogue, one: Asked, now: State) -> Finding | Card:
    """Make what shall stand in a finding's place."""
    payload = dict(now.entry.payload or {})
    kind = str(payload.pop("kind", ""))
    wanted = members(catalogue, one.pairs, payload)
    if one.span is not None:
        wanted |= _moved(ledger, now, one.span)
    if not any(payload.get(member) != value for member, value in wanted.items()):
        raise NothingCorrected
    if "issued" in wanted:  # the day is a person's word now, wherever the reader had it from
        wanted.setdefault("issued_basis", "given")
    return made(kind, {**payload, **wanted})


def _proposal(ledger: Ledger, catalogue: Catalogue, one: Asked) -> proposed.Proposed | None:
    """Give the proposed answer that an id names; None where a finding has it, or nothing of it is to be decided."""
    if one.verdict == "correct" or _found(ledger, one.finding):
        return None
    found = [item for item in proposals(ledger, catalogue, Query()) if item.id.startswith(_whole(one.finding))]
    return found[0] if len(found) == 1 else None


def _acknowledgement(ledger: Ledger, catalogue: Catalogue, one: Asked) -> acknowledgements.Acknowledged | None:
    """Give the proposed acknowledgement that an id names; None where a finding has it, or it is not to be confirmed."""
    if one.verdict != "confirm" or _found(ledger, one.finding):
        return None
    told = acknowledgements.acknowledgements(ledger, catalogue, Query())
    found = [item for item in told if item.id.startswith(_whole(one.finding))]
    return found[0] if len(found) == 1 else None


def _card_of(ledger: Ledger, given: str) -> Digest | None:
    """Give the card of a document that goes by its file's name or its whole digest; None where none does."""
    if _BEGINNING.fullmatch(given):
        return None
    with contextlib.suppress(NotInLedger):
        document = document_named(ledger, given)
        held = shelf(ledger, Query(document=document)).get(document)
        return held.card_finding if held else None
    return None


def _whole(given: str) -> str:
    return given if given.startswith("sha256:") else f"sha256:{given}"


def _found(ledger: Ledger, given: str) -> bool:
    """Say whether a finding has this id, or so little of one is given that nothing can be told."""
    if len(given) < SHORTEST:
        return True
    try:
        ledger.state(finding_named(ledger, given))
    except (UnknownFinding, NoSuchFinding):
        return False
    return True


def _moved(ledger: Ledger, now: State, span: tuple[int, int]) -> dict[str, Json]:
    """Give the members that say where words stand, for another stretch of the same text."""
    document, payload = now.entry.document, now.entry.payload or {}
    assert document is not None
    content = ledger.text(document, str(payload.get("version"))).content
    start, end = span
    if not 0 <= start < end <= len(content):
        raise BadSpan(f"{start}:{end}", len(content))
    return {"start": start, "end": end, "quote": content[start:end]}


def _stands(now: State, verdict: str, handle: str) -> bool:
    same = now.judged is not None and now.judged.author == PERSON + handle
    return same and verdict != "correct" and now.standing == VERDICTS[verdict] and now.moved is None


def _undone(ledger: Ledger, one: Asked, by: recording.Judging) -> Outcome:
    entry = _entry_named(ledger, one.finding)
    if entry is not None:
        recording.retract(ledger, entry, handle=by.handle, reason=by.reason)
        return Outcome(where=one.where, given=entry, told="withdrawn")
    name = finding_named(ledger, one.finding)
    name = _corrected_by(ledger, name) or name
    now = ledger.state(name)
    if now.judged is None:
        raise NothingToUndo(name)
    if now.replaced_by is not None:  # what a correction put in its place goes with it
        recording.retract(ledger, ledger.state(now.replaced_by).entry.id, handle=by.handle, reason=by.reason)
    recording.retract(ledger, now.judged.id, handle=by.handle, reason=by.reason)
    try:
        state = ledger.state(name)
    except UnknownFinding:  # an addition was all that stood of it
        return Outcome(where=one.where, given=name, told="withdrawn")
    return Outcome(where=one.where, given=name, state=state, told=state.standing)


def _corrected_by(ledger: Ledger, replacement: Digest) -> Digest | None:
    """Give the finding in whose place a correction put this one; a listing shows only the one that stands."""
    for entry in ledger.entries(kind="judgement", document=ledger.state(replacement).entry.document):
        if (entry.payload or {}).get("replacement") == replacement and ledger.state(entry.subject).judged == entry:
            return entry.subject
    return None


def _entry_named(ledger: Ledger, given: str) -> Digest | None:
    if len(given) < SHORTEST:
        return None
    wanted = given if given.startswith("sha256:") else f"sha256:{given}"
    found = [entry.id for kind in UNDONE for entry in ledger.entries(kind=kind) if entry.id.startswith(wanted)]
    return found[0] if len(found) == 1 else None
