# SPDX-License-Identifier: Apache-2.0
"""The ledger in PostgreSQL keeps the contract, on a real server, each test in a schema of its own."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ledger.agreement import agrees
from tests.ledger.contract import Clock, Contract, Make, broken_by, listed, read
from tests.ledger.samples import CONTENT, ask_of, batch_of, claim_of, passage_of, text_of
from tocsin.ledger import postgres_connections, postgres_migrations, recording
from tocsin.ledger.connections import Opening
from tocsin.ledger.failures import (
    LedgerBusy,
    LedgerReadOnly,
    LedgerUnreachable,
    NewerLedger,
    NoLedger,
    NotALedger,
    OlderLedger,
)
from tocsin.ledger.ledger import Ledger, Sealed
from tocsin.ledger.memory import MemoryLedger
from tocsin.ledger.postgres import PostgresLedger, open_postgres
from tocsin.ledger.postgres_connections import BadAddress, NoPostgres, address
from tocsin.ledger.queries import Query
from tocsin.ledger.recording import Judging

NUMBER = itertools.count()


def new_schema(dsn: str) -> str:
    """Name a ledger that no other test uses."""
    return f"{dsn}?schema=test_{threading.get_native_id()}_{next(NUMBER)}"


def drop(url: str) -> None:
    with open_postgres(url) as ledger:
        ledger._db.execute(f'DROP SCHEMA "{address(url).schema}" CASCADE')


@pytest.fixture
def url(postgres: str) -> Iterator[str]:
    """The address of a ledger that is dropped after the test."""
    name = new_schema(postgres)
    yield name
    with suppress(NewerLedger, NotALedger):
        drop(name)


@pytest.mark.postgres
class TestPostgres(Contract):
    @pytest.fixture
    def make(self, postgres: str) -> Iterator[Make]:
        made: list[tuple[str, Ledger]] = []

        def opened(**options: object) -> Ledger:
            url = new_schema(postgres)
            made.append((url, open_postgres(url, Opening(**options))))  # type: ignore[arg-type]
            return made[-1][1]

        yield opened
        for url, ledger in made:
            ledger.close()
            drop(url)

    @settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(data=st.data())
    def test_whatever_is_recorded_the_past_stays_and_the_model_agrees(self, make: Make, data: st.DataObject) -> None:
        agrees(make, data)

    def test_projections_made_anew_are_those_that_were_kept(self, make: Make) -> None:
        ledger = make(clock=Clock())
        assert isinstance(ledger, PostgresLedger)
        read(ledger, ask_of(), passage_of())
        (row,) = listed(ledger)
        moment = ledger.head().recorded_at
        recording.judge(ledger, row.finding, "confirm", Judging(handle="anna", reason="yes"))
        before = [listed(ledger, recorded_by=when) for when in (None, moment)]
        found = list(ledger.search("corridor", recorded_by=moment))
        ledger.reproject()
        assert [listed(ledger, recorded_by=when) for when in (None, moment)] == before
        assert list(ledger.search("corridor", recorded_by=moment)) == found


@pytest.mark.postgres
def test_writers_at_once_take_turns_and_lose_nothing(url: str) -> None:
    failures: list[BaseException] = []

    def write(name: str) -> None:
        try:
            with open_postgres(url) as ledger:  # all of them migrate at once, too
                for number in range(15):
                    text = text_of(f"{number % 2 and name}{number}: open the Tamar corridor")
                    ledger.append(batch_of(text, (ask_of(text.content), passage_of(text.content))))
        except BaseException as error:  # noqa: BLE001 - told by the test
            failures.append(error)

    writers = [threading.Thread(target=write, args=(name,)) for name in ("first ", "second ", "third ")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    with open_postgres(url) as ledger:
        documents = [entry.subject for entry in ledger.entries(kind="document")]
        assert len(documents) == len(set(documents)) == 8 + 3 * 7  # even numbers are the same text for all
        assert len(listed(ledger)) == len(documents)
        ledger.verify()


@pytest.mark.postgres
def test_a_reader_goes_on_while_another_writes_and_a_long_wait_ends(url: str) -> None:
    with open_postgres(url) as first, open_postgres(url, Opening(wait_seconds=0.05)) as second:
        read(first, ask_of())
        with first._writing():
            assert len(listed(second)) == 1
            with pytest.raises(LedgerBusy, match=r"0\.05 s"):
                read(second, reader="reader/2")
        read(second, reader="reader/2")
        assert first.head() == second.head()


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE entry SET payload = replace(payload, 'corridor', 'Corridor') WHERE seq = 5", "entry 5: the payload"),
        ("UPDATE entry SET author = 'person:ben' WHERE seq = 1", "entry 1: kind, subject"),
        ("UPDATE entry SET payload = NULL, salt = NULL WHERE seq = 5", "entry 5: the payload is gone"),
        ("DELETE FROM entry WHERE seq = 3", "entry 4: expected entry 3"),
        ("UPDATE entry SET payload = 'no json' WHERE seq = 5", "entry 5 cannot be read"),
        ("DELETE FROM text", "the stored text of"),
        ("UPDATE text SET packed = 1, content = 'We surge'", "cannot be unpacked"),
    ],
)
def test_each_way_of_tampering_is_found_and_named(url: str, statement: str, told: str) -> None:
    with open_postgres(url) as ledger:
        read(ledger, ask_of(), claim_of())
        ledger._db.execute("DROP TRIGGER entry_is_kept ON entry")
        ledger._db.execute(statement)
        assert told in broken_by(ledger)


@pytest.mark.postgres
@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM entry WHERE seq = 1", "UPDATE entry SET author = 'person:ben' WHERE seq = 1", "TRUNCATE entry"],
)
def test_the_server_itself_refuses_changes(url: str, statement: str) -> None:
    with open_postgres(url) as ledger:
        read(ledger, ask_of())
        with pytest.raises(Exception, match="entries are never"):
            ledger._db.execute(statement)


@pytest.mark.postgres
def test_what_no_column_can_hold_is_kept_in_the_payload_and_the_text(url: str) -> None:
    content = "We urge Veltria to open the \0 Tamar corridor\t\\N. İ ﬁ 🔔"
    with open_postgres(url) as ledger:
        ledger.append(batch_of(text_of(content), (passage_of(content),)))
        assert ledger.text(text_of(content).document, "plain/1").content == content
        (hit,) = ledger.search('"Tamar corridor"')
        assert hit.anchor.quote == content
        ledger.verify()


@pytest.mark.postgres
def test_more_entries_than_one_answer_holds_are_given_in_order(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.ledger.postgres._PAGE", 2)
    with open_postgres(url) as ledger:
        read(ledger, ask_of(), claim_of())
        assert [entry.seq for entry in ledger.entries()] == [1, 2, 3, 4, 5, 6]


@pytest.mark.postgres
def test_a_ledger_may_be_opened_to_read_only(url: str) -> None:
    for opening in (Opening(read_only=True), Opening(create=False)):
        with pytest.raises(NoLedger):
            open_postgres(url, opening)
    with open_postgres(url) as ledger:
        read(ledger, ask_of())
    with open_postgres(url, Opening(read_only=True)) as ledger:
        assert len(listed(ledger)) == 1
        assert ledger.seq_at("2099-01-01T00:00:00.000000Z") == 5
        with pytest.raises(LedgerReadOnly):
            read(ledger, reader="reader/2")


@pytest.mark.postgres
def test_another_programs_tables_and_other_schemas_are_told(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    newest = len(postgres_migrations.MIGRATIONS) + 1
    with open_postgres(url) as ledger:
        monkeypatch.setattr(
            postgres_migrations, "MIGRATIONS", (*postgres_migrations.MIGRATIONS, "CREATE TABLE next (x integer)")
        )
        with pytest.raises(OlderLedger):
            open_postgres(url, Opening(read_only=True))
        with open_postgres(url) as newer:
            assert newer._db.execute("SELECT schema FROM tocsin_ledger").fetchall() == [(newest,)]
        monkeypatch.undo()
        with pytest.raises(NewerLedger, match=f"schema {newest}"):
            open_postgres(url)
        ledger._db.execute("DROP TABLE tocsin_ledger")
        with pytest.raises(NotALedger):
            open_postgres(url)
        ledger._db.execute(f'DROP SCHEMA "{address(url).schema}" CASCADE')


@pytest.mark.postgres
def test_a_migration_that_fails_leaves_nothing(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = postgres_migrations.MIGRATIONS
    monkeypatch.setattr(
        postgres_migrations, "MIGRATIONS", (*steps, "CREATE TABLE a (x integer); CREATE TABLE a (x integer);")
    )
    with pytest.raises(Exception, match="already exists"):
        open_postgres(url)
    monkeypatch.undo()
    with open_postgres(url) as ledger:
        assert ledger.verify().entries == 0


@pytest.mark.postgres
@pytest.mark.parametrize("step", range(1, len(postgres_migrations.MIGRATIONS)))
def test_an_earlier_version_is_brought_to_this_one_with_all_it_holds(
    url: str, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    newest = len(postgres_migrations.MIGRATIONS)
    timeline = Query(kinds=("claim",), order="happened")
    with monkeypatch.context() as patched:
        patched.setattr(postgres_migrations, "MIGRATIONS", postgres_migrations.MIGRATIONS[:step])
        with open_postgres(url) as ledger:
            for number, when in enumerate((None, "2025-03-02", "2025-01")):
                ledger.append(batch_of(text_of(f"{CONTENT}{number}"), (claim_of(when),)))
            before = [row.finding for row in ledger.rows(timeline)]
    with open_postgres(url) as ledger:
        assert ledger._db.execute("SELECT schema FROM tocsin_ledger").fetchall() == [(newest,)]
        assert [row.finding for row in ledger.rows(timeline)] == before
        ledger.verify()
    assert len(before) == 3


@pytest.mark.postgres
def test_a_timeline_is_read_by_an_index_of_its_own(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Query(kinds=("claim",), order="happened", limit=5)
    with open_postgres(url) as ledger:
        for number in range(5):
            ledger.append(batch_of(text_of(f"{CONTENT}{number}"), (claim_of("2025-03-02"),)))
        for way in ("seqscan", "bitmapscan", "sort"):  # of five rows the planner would rather read all
            ledger._db.execute(f"SET enable_{way} = off")
        execute = ledger._db.execute
        seen: list[tuple[str, Sequence[Any]]] = []

        def noted(_session: object, sql: str, values: Sequence[Any] = ()) -> object:
            seen.append((sql, values))
            return execute(sql, values)

        monkeypatch.setattr(type(ledger._db), "execute", noted)
        assert len(list(ledger.rows(asked))) == 5
        ((sql, values),) = [one for one in seen if "ORDER BY" in one[0] and "finding f" in one[0]]
        plan = " ".join(str(row) for row in execute(f"EXPLAIN {sql}", values))
    assert "finding_happened" in plan
    assert "Sort" not in plan


@pytest.mark.postgres
def test_a_wrong_password_is_told_and_not_shown(postgres: str) -> None:
    place = address(postgres)
    with pytest.raises(LedgerUnreachable) as told:
        open_postgres(f"postgresql://{place.user}:hush-hush@{place.host}:{place.port}/{place.database}")
    assert "hush-hush" not in str(told.value)
    assert place.password
    assert place.password not in repr(place) + place.shown


def test_no_server_is_told() -> None:
    with pytest.raises(LedgerUnreachable, match=r"postgresql://anna@127\.0\.0\.1:1/none"):
        open_postgres("postgresql://anna:secret@127.0.0.1:1/none")


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("postgresql://a:pass@h:none/d", "cannot be read"),
        ("postgresql://a:pass@h/d?color=red", "color is no option"),
        ("postgresql://a:pass@h/d?sslmode=maybe", "sslmode=maybe is unknown"),
    ],
)
def test_an_address_that_cannot_be_read_is_told_without_its_password(url: str, reason: str) -> None:
    with pytest.raises(BadAddress, match=reason) as told:
        address(url)
    assert "pass" not in str(told.value)


def test_what_an_address_leaves_out_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGUSER", "anna")
    monkeypatch.setenv("PGPASSWORD", "secret")
    place = address("postgresql:///warnings?host=/run/postgresql&sslmode=require")
    assert (place.user, place.password, place.host, place.port) == ("anna", "secret", "/run/postgresql", 5432)
    assert (place.database, place.schema, place.encrypted) == ("warnings", "tocsin", True)


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(postgres_connections, "import_module", missing)
    with pytest.raises(NoPostgres, match=r"tocsin\[postgres\]"):
        open_postgres("postgresql://h/d")


@pytest.mark.postgres
def test_entries_are_taken_over_as_they_were_sealed(url: str) -> None:
    model = MemoryLedger(clock=Clock())
    made = read(model, ask_of(), passage_of()).entries
    read(model, ask_of(force="demand"), reader="reader/2")
    text = model.text(text_of().document, "plain/1")
    with open_postgres(url) as ledger:
        ledger.adopt(Sealed(entry=entry, text=text if entry.kind == "text" else None) for entry in model.entries())
        assert list(ledger.entries()) == list(model.entries())
        for moment in (None, made[0].recorded_at):
            assert listed(ledger, recorded_by=moment) == listed(model, recorded_by=moment)
        model.expunge([entry.id for entry in made], author="person:anna", reason="a witness")
        ledger.adopt(Sealed(entry=entry) for entry in model.entries(after=ledger.head().seq))
        assert ledger.verify() == model.verify()
        assert list(ledger.search("corridor")) == []
