# SPDX-License-Identifier: Apache-2.0
"""Serving: the application answers on a socket of this machine until it is told to stop."""

from __future__ import annotations

import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from tocsin.desk.desks import Desk
from tocsin.errors import BadRequest
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.web.app import application
from tocsin.web.guards import Address, is_loopback
from tocsin.web.rooms import Room
from tocsin.web.sessions import Sessions
from tocsin.web.takings import Takings
from tocsin.web.warming import warming

Told = Callable[[str], None]

_SWITCH_SECONDS = 0.0005
"""How long a thread that works something out may keep one that answers a page waiting at each of its steps."""


class CannotServe(BadRequest):
    """The address cannot be taken."""

    def __init__(self, host: str, port: int, reason: str) -> None:
        super().__init__(f"{host}:{port}: cannot be answered at ({reason}); name another with --port, or 0 for any")


class NotThisMachine(BadRequest):
    """The room is to answer others than this machine."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"--host {host}: the room is for one person on this machine and speaks plain HTTP; "
            "name 127.0.0.1, ::1 or localhost, and reach it from elsewhere through an SSH tunnel"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """Where to answer, who judges, and which file of alarms is shown; None is that beside the ledger."""

    host: str = "127.0.0.1"
    port: int = 8000
    handle: str = ""
    alarms: Path | None = None


def room(at: Desk, address: Address, *, handle: str = "") -> Room:
    """Make a room: the ledger is begun where there is none, so that files can be brought in."""
    with at.open(new=True):
        pass
    return Room(at=at, address=address, sessions=Sessions(handle), takings=Takings(at))


def serve(at: Desk, how: Serving, opened: Told, another: Told) -> None:
    """Answer until stopped; `opened` is given the link, `another` one for each line typed at a terminal.

    Raises:
        NotThisMachine: The host is not of this machine alone.
        CannotServe: The address is taken or is none.
    """
    if not is_loopback(how.host):
        raise NotThisMachine(how.host)
    with listening(how) as socket_:
        held = room(at, Address(host=how.host, port=socket_.getsockname()[1]), handle=how.handle)
        held.alarms_file = how.alarms
        sys.setswitchinterval(_SWITCH_SECONDS)
        _ = held.at.catalogue
        app = application(held)
        server = _server(app)
        stop = threading.Event()
        warming(app, stop)
        opened(link(held))
        if sys.stdin is not None and sys.stdin.isatty():
            threading.Thread(target=_ask, args=(held, another), daemon=True).start()
        try:
            server.run(sockets=[socket_])
        finally:
            stop.set()


@contextmanager
def served(at: Desk, *, handle: str = "", warmed: bool = False) -> Iterator[Room]:
    """Answer from a thread on a free port, for as long as the context lasts: for scripts and tests.

    `warmed`: what pages need of the whole ledger is worked out in the background, as `serve` has it.
    """
    with listening(Serving(port=0)) as socket_:
        held = room(at, Address(host="127.0.0.1", port=socket_.getsockname()[1]), handle=handle)
        warm(held)
        app = application(held)
        server, stop = _server(app), threading.Event()
        if warmed:
            warming(app, stop)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket_]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            yield held
        finally:
            stop.set()
            server.should_exit = True
            thread.join()


def link(held: Room) -> str:
    """Make a link that opens a room once."""
    return f"http://{held.address.shown}/open?key={held.sessions.key()}"


def listening(how: Serving) -> socket.socket:
    """Take the address.

    Raises:
        CannotServe: It is taken or is none.
    """
    family = socket.AF_INET6 if ":" in how.host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((how.host, how.port))
        made.listen(128)
    except OSError as error:
        made.close()
        raise CannotServe(how.host, how.port, error.strerror or str(error)) from error
    return made


def _server(app: Starlette) -> uvicorn.Server:
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        timeout_graceful_shutdown=3,
    )
    return uvicorn.Server(config)


def warm(held: Room) -> None:
    """Build what the first page needs before anybody asks for it."""
    with held.at.open(new=True) as ledger:
        shelf(ledger, Query())
    _ = held.at.catalogue


def _ask(held: Room, another: Told) -> None:
    for _line in sys.stdin:
        another(link(held))
