# SPDX-License-Identifier: Apache-2.0
"""The application on one page: every address, what answers it, and the guard before all of them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib import resources

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tocsin.errors import TocsinError
from tocsin.web import (
    access,
    alarms,
    alongside,
    answers,
    api,
    beside,
    bring_in,
    cards,
    copies,
    decisions,
    documents,
    entering,
    events,
    facets,
    history,
    links,
    listings,
    names,
    needs,
    notice,
    obligations,
    people,
    positions,
    proposals,
    reading,
    risk,
    saved,
    searching,
    standing,
    take_out,
    whom,
)
from tocsin.web.errors import MethodRefused, NoSuchPage
from tocsin.web.guards import Guard
from tocsin.web.rooms import Room
from tocsin.web.seeing import waiting
from tocsin.web.views import Working

ROUTES = (
    Route("/", entering.first),
    Route("/open", entering.enter),
    Route("/documents", documents.documents),
    Route("/documents/{document}", reading.reading),
    Route("/documents/{document}/original", reading.original),
    Route("/documents/{document}/sheets/{number}", reading.one_sheet),
    Route("/documents/{document}/findings", decisions.add, methods=["POST"]),
    Route("/documents/{document}/prints", beside.prints),
    Route("/documents/{document}/askables", links.askables),
    Route("/documents/{document}/answers", links.answered, methods=["POST"]),
    Route("/findings/{finding}", cards.card),
    Route("/findings/{finding}/standing", beside.standing),
    Route("/findings/{finding}/event", alongside.event),
    Route("/findings/{finding}/answers", alongside.proposed_answers),
    Route("/findings/{finding}/judgements", decisions.judge, methods=["POST"]),
    Route("/judgements", decisions.judge_many, methods=["POST"]),
    Route("/held", links.hold, methods=["POST"]),
    Route("/links", links.link, methods=["POST"]),
    Route("/undo", links.undo, methods=["POST"]),
    Route("/settings", decisions.settings, methods=["POST"]),
    Route("/search", searching.searching),
    Route("/search/facets", facets.facets),
    Route("/search/saved", saved.keep, methods=["POST"]),
    Route("/asks", listings.asks),
    Route("/asks/whom", whom.whom),
    Route("/asks/standing", standing.standing),
    Route("/asks/notice", notice.notice),
    Route("/asks/positions", positions.positions),
    Route("/asks/answers", answers.answers),
    Route("/asks/answers", answers.decide, methods=["POST"]),
    Route("/warnings", listings.warnings),
    Route("/timeline", listings.timeline),
    Route("/timeline/events", events.events),
    Route("/watch/risk", risk.risk),
    Route("/watch/access", access.access),
    Route("/watch/needs", needs.needs),
    Route("/watch/people", people.people),
    Route("/watch/alarms", alarms.alarms),
    Route("/watch/obligations", obligations.obligations),
    Route("/voices", copies.voices),
    Route("/voices/diff", copies.diff),
    Route("/proposals", proposals.proposals),
    Route("/history", history.history),
    Route("/names", names.names),
    Route("/names/aliases", names.alias, methods=["POST"]),
    Route("/names/same", names.same, methods=["POST"]),
    Route("/names/reread", names.reread, methods=["POST"]),
    Route("/bring-in", bring_in.bring_in),
    Route("/bring-in/files", bring_in.taken, methods=["POST"]),
    Route("/bring-in/takings", bring_in.takings),
    Route("/take-out", take_out.take_out),
    Route("/take-out/dossier", take_out.dossier),
    Route("/exports/{name}", take_out.export),
    *api.ROUTES,
)
"""Every address of the room. A page of a later room is a module and a line here, and one in `pages.SECTIONS`."""

_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}


def application(room: Room) -> Starlette:
    """Make the application of a room."""

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        room.takings.close()

    app = Starlette(
        routes=[*ROUTES, Route("/static/{name}", _static(_files()))],
        middleware=[
            Middleware(Guard, address=room.address, sessions=room.sessions, refusing=entering.refusal),
        ],
        exception_handlers={TocsinError: _refused, Working: _working, HTTPException: _unanswered},
        lifespan=lifespan,
    )
    app.state.room = room
    return app


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, TocsinError)
    return entering.refusal(request, error)


def _working(request: Request, error: Exception) -> Response:
    assert isinstance(error, Working)
    return waiting(request, error)


def _unanswered(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 405:
        return entering.refusal(request, MethodRefused(request.method))
    return entering.refusal(request, NoSuchPage(request.url.path[:200]))


def _files() -> dict[str, bytes]:
    """Read the files of this room once: an address names one of them or nothing, never a path."""
    folder = resources.files("tocsin.web") / "static"
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


def _static(files: dict[str, bytes]) -> Callable[[Request], Response]:
    def static(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in files:
            raise NoSuchPage(request.url.path[:200])
        return Response(files[name], media_type=_TYPES.get(name.rpartition(".")[2], "application/octet-stream"))

    return static
