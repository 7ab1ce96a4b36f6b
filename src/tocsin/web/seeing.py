# SPDX-License-Identifier: Apache-2.0
"""What the pages on derived views share: their form with its clocks, the slider, the wait, and what is at fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from tocsin.errors import BadRequest
from tocsin.web.errors import status
from tocsin.web.listings import CLOCK_LABELS, Field, take_out
from tocsin.web.pages import Page, answer
from tocsin.web.rooms import CLOCKS, HAPPENED, Visit, visit
from tocsin.web.sliders import Slider, moved, slider
from tocsin.web.views import Working


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The form of a page: its fields, the slider over the clock, what was filled in wrongly, how many documents."""

    fields: tuple[Field, ...]
    slider: Slider | None
    problem: str
    held: int
    take_out: str

    @property
    def among(self) -> str:
        """Among how many documents."""
        return f"among the {self.held} document{'' if self.held == 1 else 's'} of this ledger"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingPage(Page):
    """What is shown while a view is worked out."""

    template: ClassVar[str] = "working.html"
    section: ClassVar[str] = ""
    seconds: int
    usual: int | None
    address: str
    file: bool


def seen(make: Callable[[Visit, str], Page]) -> Callable[[Request], Response]:
    """Make what answers a request with a page on derived views, with the wait for it, or with what is at fault.

    `make` gives the page; where `problem` says what is at fault in the form, a page with the form and nothing found.
    """

    def answered(request: Request) -> Response:
        if (elsewhere := moved(request)) is not None:
            return elsewhere
        with visit(request) as at:
            try:
                page = make(at, "")
                return answer(request, page, behind=at.behind)
            except BadRequest as error:
                if status(error) not in {400, 422}:
                    raise
                return answer(request, make(at, str(error)), status=422)

    return answered


def waiting(request: Request, wait: Working, *, file: bool = False) -> Response:
    """Say that a view, or a file, is being worked out; the page looks again by itself, a program when it is told to."""
    if request.url.path.startswith("/api"):
        told = {"error": "Working", "message": "this is worked out of the whole ledger; ask again"}
        return JSONResponse(told, status_code=503, headers={"Retry-After": "1"})
    query = f"?{request.url.query}" if request.url.query and request.method == "GET" else ""
    title = "Being written" if file else "Being worked out"
    page = WorkingPage(title=title, seconds=wait.seconds, usual=wait.usual, address=request.url.path + query, file=file)
    return answer(request, page, status=202)


def asking(at: Visit, problem: str, *fields: Field, happened: bool = False) -> Asking:
    """Make a page's form: its own fields, then the clocks."""
    named = (*CLOCKS, *(HAPPENED if happened else ()))
    clocks = tuple(
        Field(name=name, label=CLOCK_LABELS[name], value=at.asked.get(name, ""), date=True) for name in named
    )
    sound = not problem
    return Asking(
        fields=(*fields, *clocks),
        slider=slider(at) if sound else None,
        problem=problem,
        held=at.among if sound else 0,
        take_out=take_out(at) if sound else "",
    )


def field(at: Visit, name: str, label: str, options: tuple[tuple[str, str], ...] = ()) -> Field:
    """Give a field for words, or for one of some options."""
    return Field(name=name, label=label, value=at.asked.get(name, ""), options=options)


def box(at: Visit, name: str, label: str) -> Field:
    """Give a field that is ticked or not."""
    return Field(name=name, label=label, value="yes" if name in at.asked else "", box=True)


def with_(at: Visit, **changes: str | None) -> str:
    """Give this address with some fields changed, or left out where they are None; `_` in a name is a hyphen."""
    pairs = {name: value for name, value in at.asked.items() if name != "page"}
    for name, value in changes.items():
        pairs.pop(name.replace("_", "-"), None)
        if value:
            pairs[name.replace("_", "-")] = value
    return f"{at.request.url.path}?{urlencode(pairs)}" if pairs else at.request.url.path
