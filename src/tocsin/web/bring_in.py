# SPDX-License-Identifier: Apache-2.0
"""The page on which files are brought in: dropped or chosen, and watched while they are read."""

from __future__ import annotations

import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tocsin.sources.intake import MAX_SIZE_BYTES
from tocsin.web.errors import NotAForm
from tocsin.web.guards import MAX_UPLOAD_BYTES
from tocsin.web.pages import Page, answer
from tocsin.web.rooms import Room
from tocsin.web.sessions import Session
from tocsin.web.takings import Taking

NAME = "x-tocsin-name"
"""The header that bears a dropped file's name, percent-encoded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BringInPage(Page):
    """What was brought in since the room was opened, the newest first."""

    template: ClassVar[str] = "bring-in.html"
    section: ClassVar[str] = "bring-in"
    takings: tuple[Taking, ...]
    limit_bytes: int
    ledger: str


def bring_in(request: Request) -> Response:
    """Show where files are dropped and what became of them."""
    room: Room = request.app.state.room
    page = BringInPage(
        title="Bring in",
        takings=room.takings.all(),
        limit_bytes=min(MAX_UPLOAD_BYTES, MAX_SIZE_BYTES),
        ledger=room.at.ledger_path.name,
    )
    return answer(request, page)


async def taken(request: Request) -> Response:
    """Take one file: its bytes are the body, its name a header. It is read later, by another process."""
    room: Room = request.app.state.room
    session: Session = request.scope["session"]
    name = unquote(request.headers.get(NAME, ""), errors="replace")
    if not name:
        raise NotAForm(f"the header {NAME} names the file")
    handle, path = tempfile.mkstemp(dir=room.takings.folder)
    try:
        with open(handle, "wb") as file:  # noqa: PTH123, ASYNC230 - a descriptor; one chunk at a time
            async for chunk in request.stream():
                file.write(chunk)
        taking = room.takings.take(Path(path), name, by=session.handle or None)
    except BaseException:
        Path(path).unlink(missing_ok=True)  # noqa: ASYNC240 - one small step
        raise
    return JSONResponse(asdict(taking), status_code=202)


def takings(request: Request) -> Response:
    """Say what is known of every file, for a page that watches."""
    room: Room = request.app.state.room
    return JSONResponse([asdict(one) for one in room.takings.all()])
