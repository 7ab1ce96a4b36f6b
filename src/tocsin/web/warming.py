# SPDX-License-Identifier: Apache-2.0
"""Warming: what most pages need of the whole ledger, worked out after the room opened, before anybody asks for it.

1. The shelf comes first: until it stands, pages say that it is being put up.
2. It goes on behind whoever asks for pages, one thing after the other, and stops with the room.
3. In a large ledger only what is counted is warmed: what is put together of all findings would fill the memory of a
   machine whose person may never ask for it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tocsin.errors import TocsinError
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.web.rooms import Beginning, Room
from tocsin.web.sessions import Session
from tocsin.web.views import Working

COUNTED = ("/proposals", "/names", "/take-out", "/history")
"""Pages on counts."""

PUT_TOGETHER = (
    *("/asks/whom", "/asks/standing", "/asks/answers", "/timeline/events", "/watch/risk", "/watch/access"),
    *("/asks/notice", "/voices", "/watch/people", "/watch/obligations"),
)
"""Pages on what is put together of all findings, those first that most is asked of."""

MOST_ENTRIES = 300_000
"""Entries of a ledger of which everything is warmed."""

_WAIT_SECONDS = 0.3

Answering = Callable[[Request], Response]


def warming(app: Starlette, stop: threading.Event) -> threading.Thread:
    """Begin to warm a room; the thread ends when all is done, or soon after `stop` is set."""
    room: Room = app.state.room
    answering: Mapping[str, Answering] = {
        route.path: route.endpoint
        for route in app.routes
        if isinstance(route, Route) and "GET" in (route.methods or ())
    }

    beginning = room.beginning = Beginning()

    def warm() -> None:
        try:
            with room.at.open(new=True) as ledger:
                entries = ledger.head().seq
                shelf(ledger, Query())
        finally:
            beginning.end()
        paths: Sequence[str] = COUNTED if entries > MOST_ENTRIES else (*COUNTED, *PUT_TOGETHER)
        for path in paths if entries else ():
            _asked(answering[path], _request(app, path), stop)

    thread = threading.Thread(target=warm, name="warming", daemon=True)
    thread.start()
    return thread


def _asked(answer: Answering, request: Request, stop: threading.Event) -> None:
    """Ask for a page until it is ready."""
    while not stop.is_set():
        try:
            answer(request)
        except Working:
            stop.wait(_WAIT_SECONDS)
        except TocsinError:  # whoever asks for it is told
            return
        else:
            return


def _request(app: Starlette, path: str) -> Request:
    """Make a request as nobody's browser would: of a session that shows no name at risk."""
    return Request(
        {
            "type": "http",
            "method": "GET",
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "headers": [],
            "server": ("127.0.0.1", 0),
            "app": app,
            "session": Session(),
        }
    )
