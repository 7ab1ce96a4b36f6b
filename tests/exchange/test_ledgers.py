# SPDX-License-Identifier: Apache-2.0
"""A ledger goes out as JSON Lines and comes back the same, byte for byte, or not at all."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests import strategies
from tests.ledger.contract import Clock, listed, read
from tests.ledger.samples import CONTENT, ask_of, batch_of, claim_of, passage_of, text_of
from tocsin.errors import BrokenPromise
from tocsin.exchange import ledgers
from tocsin.exchange.ledgers import NotAnExport, OtherLedger
from tocsin.ledger import recording
from tocsin.ledger.connections import Opening
from tocsin.ledger.failures import UnknownText
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.queries import Query
from tocsin.ledger.recording import Judging
from tocsin.ledger.sqlite import SqliteLedger, open_ledger


def exported(ledger: Ledger) -> bytes:
    return b"".join(ledgers.lines(ledger))


def taken(ledger: Ledger, data: bytes) -> int:
    return ledgers.take(ledger, io.BytesIO(data), "theirs.jsonl").added


def full() -> MemoryLedger:
    """A ledger with two readings, a judgement, its retraction, an addition and a second document."""
    ledger = MemoryLedger(clock=Clock())
    read(ledger, ask_of(), passage_of())
    (row,) = listed(ledger)
    verdict = recording.judge(ledger, row.finding, "reject", Judging(handle="anna", reason="no")).entries[0]
    recording.retract(ledger, verdict.id, handle="ben", reason="it is one")
    recording.add(ledger, text_of(), claim_of(), handle="anna", reason="missed")
    read(ledger, ask_of(), reader="reader/2")
    other = text_of("Another text: open the Tamar corridor. İ ﬁ 🔔 \0\u2028")
    ledger.append(batch_of(other, (ask_of(other.content), passage_of(other.content))))
    return ledger


@pytest.fixture(params=["memory", "sqlite"])
def new(request: pytest.FixtureRequest, tmp_path: Path) -> Ledger:
    if request.param == "memory":
        return MemoryLedger(clock=Clock())
    return open_ledger(tmp_path / "new.db", Opening(clock=Clock()))


def test_what_is_exported_and_imported_is_exported_the_same(new: Ledger) -> None:
    ledger = full()
    data = exported(ledger)
    assert taken(new, data) == ledger.head().seq
    assert exported(new) == data
    assert new.verify().head == ledger.head()
    assert list(new.entries()) == list(ledger.entries())


def test_listings_of_any_moment_come_back(new: Ledger) -> None:
    ledger = full()
    taken(new, exported(ledger))
    for entry in ledger.entries():
        for superseded in (False, True):
            query = Query(recorded_by=entry.recorded_at, superseded=superseded)
            assert list(new.rows(query)) == list(ledger.rows(query))
    assert {hit.finding for hit in new.search("corridor")} == {hit.finding for hit in ledger.search("corridor")}


def test_a_ledger_grows_on_after_an_import(new: Ledger) -> None:
    taken(new, exported(full()))
    text = text_of("A third text: open the Tamar corridor")
    new.append(batch_of(text, (ask_of(text.content),)))
    new.verify()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reading=strategies.readings())
def test_export_then_import_is_identity_for_whatever_is_read(reading: tuple) -> None:  # type: ignore[type-arg]
    text, card, findings = reading
    ledger, other = MemoryLedger(), MemoryLedger()
    ledger.append(batch_of(text, findings, card))
    taken(other, exported(ledger))
    assert exported(other) == exported(ledger)


# ---- expunged


def test_what_was_expunged_stays_withheld(new: Ledger) -> None:
    ledger = full()
    gone = [entry.id for entry in ledger.entries(document=text_of().document)]
    ledger.expunge(gone, author="person:anna", reason="asked by a witness")
    data = exported(ledger)
    assert CONTENT.encode() not in data
    taken(new, data)
    assert exported(new) == data
    assert new.verify().expunged == len(gone)
    with pytest.raises(UnknownText):
        new.text(text_of().document, "plain/1")


def test_what_is_expunged_there_is_destroyed_here_too(new: Ledger) -> None:
    ledger = full()
    taken(new, exported(ledger))
    gone = [entry.id for entry in ledger.entries(document=text_of().document)]
    ledger.expunge(gone, author="person:anna", reason="asked by a witness")
    data = exported(ledger)
    assert taken(new, data) == 1
    assert exported(new) == data
    assert new.verify().expunged == len(gone)
    assert {row.entry.document for row in new.rows(Query())} == {row.entry.document for row in ledger.rows(Query())}


# ---- continued, or not


def test_the_same_chain_continued_is_taken_and_nothing_twice(new: Ledger) -> None:
    ledger = full()
    taken(new, exported(ledger))
    assert taken(new, exported(ledger)) == 0
    recording.add(ledger, text_of(), ask_of(), handle="anna")
    assert taken(new, exported(ledger)) == 1
    assert exported(new) == exported(ledger)


def test_another_ledger_and_one_that_is_behind_are_refused(new: Ledger) -> None:
    ledger = full()
    before = exported(ledger)
    read(new, ask_of())
    held = exported(new)
    with pytest.raises(OtherLedger, match="entry 5 of the ledger is not entry 5"):
        taken(new, before)
    assert exported(new) == held
    recording.add(ledger, text_of(), ask_of(), handle="anna")
    with pytest.raises(OtherLedger):
        taken(ledger, before)


# ---- broken


def change(data: bytes, number: int, edit: Callable[[dict], object]) -> bytes:  # type: ignore[type-arg]
    lines = data.splitlines(keepends=True)
    line = json.loads(lines[number])
    edit(line)
    lines[number] = json.dumps(line, ensure_ascii=False).encode() + b"\n"
    return b"".join(lines)


@pytest.mark.parametrize(
    ("number", "edit"),
    [
        (1, lambda line: line.update(author="person:ben")),
        (2, lambda line: line["text"].update(content=CONTENT.replace("open", "shut"))),
        (2, lambda line: line["text"]["layout"].update(main=[])),
        (2, lambda line: line.pop("text")),
        (2, lambda line: line["payload"].update(version="plain/9")),
        (3, lambda line: line.update(recorded_at="2030-01-01T00:00:00.000000Z")),
        (4, lambda line: line.update(chain="sha256:" + "0" * 64)),
        (4, lambda line: line.update(chain="sha256:0")),
        (4, lambda line: line.update(id=7)),
        (4, lambda line: line.update(seq="4")),
        (5, lambda line: line["payload"].update(quote="shut the Tamar corridor")),
        (5, lambda line: line.update(payload=None)),
        (5, lambda line: line.update(payload=None, salt=None)),
        (5, lambda line: line.update(document=None)),
        (5, lambda line: line["payload"].pop("version")),
        (5, lambda line: line.update(author="anna")),
        (6, lambda line: line.update(colour="red")),
        (8, lambda line: line["payload"].update(entry="none")),
    ],
)
def test_a_broken_file_is_refused_and_nothing_is_written(
    new: Ledger,
    number: int,
    edit: Callable[[dict], object],  # type: ignore[type-arg]
) -> None:
    with pytest.raises(BrokenPromise, match=r"theirs\.jsonl"):
        taken(new, change(exported(full()), number, edit))
    assert new.head().seq == 0


def test_a_missing_line_a_cut_file_and_half_a_line_are_refused(new: Ledger) -> None:
    lines = exported(full()).splitlines(keepends=True)
    with pytest.raises(BrokenPromise, match="expected entry 3 here"):
        taken(new, b"".join(lines[:3] + lines[4:]))
    with pytest.raises(BrokenPromise, match="the file ends here"):
        taken(new, b"".join(lines[:-1]))
    with pytest.raises(BrokenPromise, match="is no entry"):
        taken(new, b"".join(lines)[:-30])
    assert new.head().seq == 0


@pytest.mark.parametrize("data", [b"", b"We urge all sides to talk.\n", b'{"kind":"ask"}\n', b"[]\n", b"\xff\xfe"])
def test_another_file_is_no_export(new: Ledger, data: bytes) -> None:
    with pytest.raises(NotAnExport, match="tocsin export"):
        taken(new, data)


def test_a_newer_programs_file_is_told(new: Ledger) -> None:
    data = exported(full())
    for number, edit in (
        (0, lambda line: line.update(format="tocsin-ledger/9")),
        (1, lambda line: line.update(kind="opinion")),
        (7, lambda line: line["payload"].update(verdict="perhaps")),
    ):
        with pytest.raises(NotAnExport):
            taken(new, change(data, number, edit))


def test_a_store_holds_adopted_entries_against_its_own_head(new: Ledger) -> None:
    data = io.BytesIO(exported(full()))
    sealed = list(ledgers._File(data, "theirs.jsonl").entries())
    with pytest.raises(BrokenPromise, match="expected entry 1 here"):
        new.adopt(sealed[1:])
    assert new.head().seq == 0


def test_projections_of_an_import_are_those_made_anew(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "a.db") as ledger:
        assert isinstance(ledger, SqliteLedger)
        taken(ledger, exported(full()))
        moments = [entry.recorded_at for entry in ledger.entries()]
        before = [list(ledger.rows(Query(recorded_by=moment, superseded=True))) for moment in moments]
        ledger.reproject()
        assert [list(ledger.rows(Query(recorded_by=moment, superseded=True))) for moment in moments] == before
