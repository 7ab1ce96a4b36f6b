# SPDX-License-Identifier: Apache-2.0
"""Pages: a frozen record and its template make an answer; a template sees its page and the frame, nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from http import HTTPStatus
from typing import ClassVar

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse

from tocsin.records.dates import dated
from tocsin.records.plurals import counted
from tocsin.web.sessions import Held, Session, Told

PART = "x-tocsin-part"
"""The header by which a page's script asks for a part of a page."""


SECTIONS: tuple[tuple[str, str, str], ...] = (
    ("documents", "/documents", "Documents"),
    ("search", "/search", "Search"),
    ("asks", "/asks", "Asks"),
    ("warnings", "/warnings", "Warnings"),
    ("timeline", "/timeline", "Timeline"),
    ("watch", "/watch/risk", "Watch"),
    ("proposals", "/proposals", "To decide"),
    ("names", "/names", "Names"),
    ("bring-in", "/bring-in", "Bring in"),
    ("take-out", "/take-out", "Take out"),
)
"""Where one can go: name, address, words. A page of a later room joins by a line here and a module of its own."""

PARTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "documents": (("/documents", "Documents"), ("/voices", "Voices and copies")),
    "asks": (
        ("/asks", "Every ask"),
        ("/asks/whom", "Who asks whom"),
        ("/asks/standing", "Standing asks"),
        ("/asks/notice", "Notice"),
        ("/asks/answers", "Answers"),
        ("/asks/positions", "Positions"),
    ),
    "timeline": (("/timeline", "Every claim"), ("/timeline/events", "Events")),
    "proposals": (("/proposals", "To decide"), ("/history", "Done")),
    "watch": (
        ("/watch/risk", "Risk"),
        ("/watch/access", "Access"),
        ("/watch/needs", "Needs"),
        ("/watch/people", "People"),
        ("/watch/obligations", "Obligations"),
        ("/watch/alarms", "Alarms"),
    ),
}
"""The pages of a section that has several: address, words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a template shows. `template` is its file, `section` where in the navigation it stands."""

    template: ClassVar[str] = ""
    section: ClassVar[str] = ""
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands around every page: where one can go, who judges, the session's token."""

    sections: tuple[tuple[str, str, str], ...]
    token: str
    handle: str
    names_shown: bool
    opened: bool
    here: str
    path: str
    held: Held | None
    told: Told | None
    behind: int
    parts: Mapping[str, tuple[tuple[str, str], ...]]


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("tocsin.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["short"] = short
    made.filters["hex"] = bare
    made.filters["counted"] = counted
    made.filters["day"] = day
    return made


def day(issued: str) -> str:
    """Give a day as it is, anything less exact in words.

    >>> day("2025-03-02"), day("2025-06~"), day("undated")
    ('2025-03-02', 'about June 2025', 'undated')
    """
    return dated(issued)


def template(name: str) -> Template:
    """Give a template by its file's name."""
    return _environment().get_template(name)


def bare(digest: str) -> str:
    """Give a digest as it stands in addresses.

    >>> bare("sha256:3fb1")
    '3fb1'
    """
    return digest.removeprefix("sha256:")


def short(digest: str) -> str:
    """Give the beginning of a digest, enough to tell findings of a ledger apart."""
    return bare(digest)[:12]


def markup(page: Page, frame: Frame) -> Markup:
    """Write a page."""
    return Markup(template(page.template).render(page=page, frame=frame))  # noqa: S704 - autoescaped by the template


def frame_of(request: Request, told: Told | None = None, *, behind: int = 0) -> Frame:
    """Make the frame of a request; `told` is what was done last, `behind` how many entries came since it was made."""
    session: Session = request.scope.get("session") or Session()
    query = f"?{request.url.query}" if request.url.query else ""
    return Frame(
        sections=SECTIONS,
        token=session.token,
        handle=session.handle,
        names_shown=session.names_shown,
        opened=request.scope.get("session") is not None,
        here=request.url.path + query if request.method == "GET" else "/documents",
        path=request.url.path,
        held=session.held,
        told=told,
        behind=behind,
        parts=PARTS,
    )


def answer(request: Request, page: Page, *, status: int = 200, behind: int = 0) -> HTMLResponse:
    """Answer with a page; what was done last is told on the first whole page after it."""
    session: Session = request.scope.get("session") or Session()
    told = None
    if status != HTTPStatus.ACCEPTED and request.headers.get(PART) != "1":
        told, session.told = session.told, None
    return HTMLResponse(markup(page, frame_of(request, told, behind=behind)), status_code=status)
