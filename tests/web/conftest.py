# SPDX-License-Identifier: Apache-2.0
"""A reading room on a ledger of its own, and a browser's side of it without a browser."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.conftest import EXAMPLES
from tocsin import pipeline
from tocsin.catalogue.catalogue import Catalogue
from tocsin.desk.desks import Desk
from tocsin.ledger.queries import Query
from tocsin.ledger.states import State
from tocsin.reading.read import Reader
from tocsin.records.entries import Payload
from tocsin.records.ids import Digest
from tocsin.sources import intake
from tocsin.web.app import application
from tocsin.web.guards import Address
from tocsin.web.rooms import Room
from tocsin.web.serving import room as made_room

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it asks for another version of httpx than schemathesis takes
    from starlette.testclient import TestClient

LETTER = """\
Open letter of the Orsava Assembly to the United Nations

2 March 2025

On 9 December 2024 the authorities of Ardesh closed the Tamar corridor.
Orsava is on the brink of famine.

We urge the United Nations to send an assessment mission to Orsava.
We call on the Government of Ardesh to reopen the Tamar corridor, as the Charter of the United Nations requires.
"""

Fields = Mapping[str, str] | Sequence[tuple[str, str]]

ADDRESS = Address(host="127.0.0.1", port=8000)


@dataclass
class Person:
    """A person at the room: `get` and `post` as their browser would, with cookie and token."""

    client: TestClient | None
    room: Room
    folder: Path

    @property
    def _client(self) -> TestClient:
        assert self.client is not None  # in a browser's tests the browser asks
        return self.client

    @property
    def token(self) -> str:
        return next(iter(self.room.sessions._sessions.values())).token

    def get(self, path: str, **headers: str) -> httpx.Response:
        answer: httpx.Response = self._client.get(
            path, headers={name.replace("_", "-"): value for name, value in headers.items()}
        )
        return answer

    def post(self, path: str, fields: Fields = (), *, part: bool = False, **headers: str) -> httpx.Response:
        sent = {name.replace("_", "-"): value for name, value in headers.items()} | (
            {"X-Tocsin-Part": "1"} if part else {}
        )
        pairs = [*fields.items()] if isinstance(fields, Mapping) else [*fields]
        data: dict[str, list[str]] = {"token": [self.token]}
        for name, value in pairs:
            data.setdefault(name, []).append(value)
        answer: httpx.Response = self._client.post(path, data=data, headers=sent)
        return answer

    def read(self, text: str, name: str = "letter.txt") -> str:
        """Read a text into the room's ledger; give the document's digest, bare."""
        path = self.folder / "letters" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        at = self.room.at
        with at.open(new=True) as held:
            item = intake.Listed(source=name, path=path)
            (outcome,) = pipeline.read([item], held, at.vault, at.reader, pipeline.Intake())
        assert outcome.document is not None, outcome
        return outcome.document.removeprefix("sha256:")

    def findings(self, kind: str) -> list[tuple[str, int, Payload]]:
        with self.room.at.open() as held:
            return [
                (row.finding.removeprefix("sha256:"), row.state.last_seq, row.entry.payload or {})
                for row in held.rows(Query(kinds=(kind,)))
            ]

    def state(self, finding: str) -> State:
        with self.room.at.open() as held:
            return held.state(Digest(f"sha256:{finding}"))


def told(answer: httpx.Response) -> str:
    """Give the words of a page, without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.text).split())


@pytest.fixture
def room(tmp_path: Path, catalogue: Catalogue, reader: Reader) -> Iterator[Room]:
    at = Desk(ledger_path=tmp_path / "tocsin.db", packs=(EXAMPLES / "pack",))
    at.__dict__["catalogue"], at.__dict__["reader"] = catalogue, reader  # built once for all tests
    made = made_room(at, ADDRESS, handle="lia")
    made.views.patience_seconds = 60  # a machine that is busy must not make another answer of a page
    yield made
    made.takings.close()


@pytest.fixture
def outsider(room: Room, tmp_path: Path) -> Person:
    """Somebody who knows the address but has no link."""
    client = TestClient(application(room), base_url=f"http://{ADDRESS.shown}", follow_redirects=False)
    return Person(client=client, room=room, folder=tmp_path)


@pytest.fixture
def person(outsider: Person) -> Person:
    answer = outsider._client.get(f"/open?key={outsider.room.sessions.key()}")
    assert answer.status_code == 303
    return outsider


@pytest.fixture
def letter(person: Person) -> str:
    """The digest of a letter that is in the ledger."""
    return person.read(LETTER)
