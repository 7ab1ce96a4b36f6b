# SPDX-License-Identifier: Apache-2.0
"""Entering: the one-time link, the first page, and what is said where a request is turned away."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from tocsin.errors import BrokenPromise, TocsinError
from tocsin.web.errors import NotOpened, status
from tocsin.web.pages import Page, answer
from tocsin.web.rooms import Room


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusalPage(Page):
    """Why something was not done, and what can be done instead."""

    template: ClassVar[str] = "refusal.html"
    section: ClassVar[str] = ""
    status: int
    message: str
    broken: bool


def enter(request: Request) -> Response:
    """Exchange the key of a one-time link for a session."""
    room: Room = request.app.state.room
    cookie = room.sessions.open(request.query_params.get("key", ""))
    if cookie is None:
        return refusal(request, NotOpened())
    answered = RedirectResponse("/documents", status_code=303)
    answered.set_cookie(room.address.cookie, cookie, httponly=True, samesite="strict", path="/")
    return answered


def first(_request: Request) -> Response:
    """Lead to the documents."""
    return RedirectResponse("/documents", status_code=303)


def refusal(request: Request, error: TocsinError) -> Response:
    """Say why something was not done: as JSON to a program, as a page to a person."""
    code = status(error)
    if request.url.path.startswith("/api"):
        return JSONResponse({"error": type(error).__name__, "message": str(error)}, status_code=code)
    page = RefusalPage(
        title=HTTPStatus(code).phrase,
        status=code,
        message=str(error),
        broken=isinstance(error, BrokenPromise),
    )
    return answer(request, page, status=code)
