# SPDX-License-Identifier: Apache-2.0
"""The room: the desk, the door and what is kept in mind; and one visit to it, which a page is made in."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from starlette.requests import Request

from tocsin.catalogue.catalogue import Catalogue
from tocsin.desk.clocks import Clocks
from tocsin.desk.desks import Desk
from tocsin.dossier.withholding import Mask, Withholding
from tocsin.ledger.failures import UnknownFinding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.linking.fact_sheets import texts_held
from tocsin.records.ids import Digest
from tocsin.web import guards
from tocsin.web.errors import NoHandle
from tocsin.web.guards import Address
from tocsin.web.memories import Memory
from tocsin.web.pages import PART
from tocsin.web.sessions import Session, Sessions
from tocsin.web.takings import Takings
from tocsin.web.views import Views, Working

_T = TypeVar("_T")

FRESH = "x-tocsin-fresh"
"""The header by which a page asks whether a view of the ledger as it stands is ready."""

CLOCKS = ("published-by", "recorded-by")
HAPPENED = ("happened-from", "happened-to")
"""Form fields of the clocks: the flags' names, so that an address says what a command would."""


class Beginning:
    """The time in which a room that is open already puts up its first shelf; pages say so until it stands."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._over = threading.Event()

    def end(self) -> None:
        """Say that the shelf stands, or that it cannot: then each page tells by itself what is wrong."""
        self._over.set()

    def wait(self, seconds: float) -> None:
        """Wait for the shelf, for no longer than a page may.

        Raises:
            Working: It does not stand yet.
        """
        if not self._over.wait(seconds):
            raise Working(round(time.monotonic() - self._begun), None)


@dataclass(kw_only=True)
class Room:
    """What every page works with. A ledger serves one thread, so each visit opens its own."""

    at: Desk
    address: Address
    sessions: Sessions
    takings: Takings
    memory: Memory = field(default_factory=Memory)
    views: Views = field(default_factory=Views)
    lock: threading.Lock = field(default_factory=threading.Lock)
    alarms_file: Path | None = None
    beginning: Beginning | None = None

    @property
    def alarms(self) -> Path:
        """The file of alarms: the one that the room was opened with, else `alarms.toml` beside the ledger."""
        return self.alarms_file or self.at.ledger_path.with_name("alarms.toml")


class Visit:
    """One request: its session, its clocks, its ledger, and what it may show.

    `behind` says how many entries came after what of it was worked out of the whole ledger. `patient` is a visit that
    waits for whatever it needs, as one does that nobody looks at.
    """

    def __init__(self, request: Request, ledger: Ledger, *, patient: bool = False) -> None:
        self._patient = patient or request.method != "GET"
        self.request = request
        self.ledger = ledger
        self.room: Room = request.app.state.room
        self.session: Session = request.scope["session"]
        self.behind = 0

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue that the room has now."""
        return self.room.at.catalogue

    @cached_property
    def asked(self) -> Mapping[str, str]:
        """The address's fields that say something."""
        return {name: value.strip() for name, value in self.request.query_params.items() if value.strip()}

    @cached_property
    def form(self) -> Mapping[str, str]:
        """The form's fields; of a name that comes twice, the last."""
        return {name: value.strip() for name, value in guards.form(self.request.scope)}

    def all_of(self, name: str) -> tuple[str, ...]:
        """Give all values of a form's field."""
        return tuple(value for held, value in guards.form(self.request.scope) if held == name)

    @cached_property
    def clocks(self) -> Query:
        """The clocks that stand in the address, and nothing else.

        Raises:
            NoDate: One of them is no date.
        """
        given = {name.replace("-", "_"): self.asked.get(name) for name in (*CLOCKS, *HAPPENED)}
        return Clocks(**given).query()

    @cached_property
    def shelf(self) -> Mapping[Digest, Shelved]:
        """The documents at these clocks.

        Raises:
            Working: The room has just opened on a large ledger.
        """
        return self.shelf_at(self.clocks)

    @cached_property
    def among(self) -> int:
        """The number of documents at these clocks that somebody spoke: a fact sheet is no text of a voice.

        Raises:
            Working: The room has just opened on a large ledger.
        """
        return texts_held(self.shelf)

    def shelf_at(self, clocks: Query) -> Mapping[Digest, Shelved]:
        """Give the documents at other clocks.

        Raises:
            Working: The room has just opened on a large ledger.
        """
        if self.room.beginning is not None and not self._patient:
            self.room.beginning.wait(self.room.views.patience_seconds)
        return shelf(self.ledger, clocks)

    @cached_property
    def veil(self) -> Withholding:
        """What withholds names at risk, whatever this session shows."""
        masks: MutableMapping[Digest, Mask] = self.room.memory.masks(self.ledger, self.clocks.recorded_by)
        return Withholding(self.ledger, self.catalogue, self.clocks, masks=masks)

    @property
    def withholding(self) -> Withholding | None:
        """What withholds names; None where this session shows them."""
        return None if self.session.names_shown else self.veil

    def view(
        self,
        name: object,
        made: Callable[[Visit], _T],
        *,
        masked: bool = True,
        happened: bool = False,
        lately: bool = False,
        seq: int | None = None,
    ) -> _T:
        """Give what is worked out of the whole ledger at these clocks; `made` gets a visit with a ledger of its own.

        `masked`: names at risk are withheld in it where the session asks for that; else whoever shows it does so.
        `happened`: it depends on the happened clock too. `lately`: what stood before the last entries will do, and
        nobody need be told. `seq`: the newest entry that it depends on, where that is not the ledger's last.

        Raises:
            Working: It takes longer than a page may.
        """

        def work() -> _T:
            """Work it out; where the ledger grew under it, so that its parts do not fit each other, once more."""
            with self.room.at.open(new=True) as ledger:
                while True:
                    head = ledger.head()
                    try:
                        return made(Visit(self.request, ledger, patient=True))
                    except (KeyError, IndexError, UnknownFinding):
                        if ledger.head() == head:
                            raise

        key = self._key(name, masked=masked, happened=happened)
        fresh = not lately and self.request.headers.get(FRESH) == "1"
        given = self.room.views.give(key, self.ledger.head().seq if seq is None else seq, work, fresh=fresh)
        if not lately:
            self.behind = max(self.behind, given.behind)
        return given.value

    def forget(self, name: object, *, masked: bool = True, happened: bool = False) -> None:
        """Let go of a view, as one does of a file that was given away."""
        self.room.views.forget(self._key(name, masked=masked, happened=happened))

    def _key(self, name: object, *, masked: bool, happened: bool) -> object:
        clocks = self.clocks if happened else replace(self.clocks, happened_from=None, happened_to=None)
        return (name, clocks, self.catalogue.digest, self.session.names_shown if masked else None)

    def shown(self, item: Shelved) -> Shelved:
        """Give a document's row as it may be shown."""
        return item if self.withholding is None else self.withholding.shelved(item)

    @property
    def handle(self) -> str:
        """Who judges.

        Raises:
            NoHandle: Nobody said.
        """
        given = self.form.get("by") or self.session.handle
        if not given:
            raise NoHandle
        return given

    @property
    def fragment(self) -> bool:
        """Say whether a part of a page is asked for, by the page itself."""
        return self.request.headers.get(PART) == "1"


@contextmanager
def visit(request: Request) -> Iterator[Visit]:
    """Open the ledger for one request."""
    room: Room = request.app.state.room
    with room.at.open(new=True) as ledger:
        yield Visit(request, ledger)
