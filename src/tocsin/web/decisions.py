# SPDX-License-Identifier: Apache-2.0
"""Decisions: what people say of findings and add to them, by forms; each goes through the desk, as the command's do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from tocsin.desk import additions, judgements
from tocsin.desk.judgements import Asked
from tocsin.desk.people import BadSpan, NotInLedger
from tocsin.errors import BadRequest
from tocsin.ledger.failures import Moved
from tocsin.ledger.states import VERDICTS
from tocsin.records.ids import Digest
from tocsin.records.lines import KINDS
from tocsin.web import cards
from tocsin.web.errors import NotAForm, status
from tocsin.web.pages import Page, answer, bare
from tocsin.web.reading import named
from tocsin.web.rooms import Visit, visit

WHY = "read beside its words"
"""The reason that is kept where a person gives none of their own."""
MANY = 500
"""How many findings one decision may be about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedRow:
    """What became of one decision of many."""

    finding: Digest
    told: str
    done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedPage(Page):
    """What became of a decision about many findings, and how to take it back."""

    template: ClassVar[str] = "decided.html"
    section: ClassVar[str] = "proposals"
    verdict: str
    rows: tuple[DecidedRow, ...]
    done: int
    back: str


def judge(request: Request) -> Response:
    """Judge one finding; the part that comes back shows how it stands, or both versions where it moved."""
    with visit(request) as at:
        name = cards.finding_in(request.path_params["finding"])
        try:
            standing = _judged(at, name)
        except BadRequest as error:
            if not at.fragment or at.ledger.state(name) is None:
                raise
            page = cards.made(at, name, problem=str(error), moved=error if isinstance(error, Moved) else None)
            return cards.part(request, page, status=status(error))
        if not at.fragment:
            return RedirectResponse(f"/findings/{bare(name)}", status_code=303)
        if standing is None:  # an addition was withdrawn: nothing of it stands
            return Response(status_code=204)
        return cards.part(request, cards.made(at, standing))


def _judged(at: Visit, name: Digest) -> Digest | None:
    """Judge as the form says; give the finding that stands now, None where none does."""
    verdict = at.form.get("verdict", "")
    pairs: tuple[str, ...] = ()
    if verdict == "correct":
        state = at.ledger.state(name)
        payload = cards.hidden(at, state.entry.payload or {}, state.entry.document)
        pairs = cards.changed(at.catalogue, payload, at.form)
    asked = Asked(
        where="",
        finding=name,
        verdict=verdict,
        why=why_of(at),
        seen=_number(at.form.get("seen")),
        pairs=pairs,
        span=span_in(at.form.get("span")),
    )
    outcome = judgements.judged(at.ledger, at.room.at, asked, at.handle, again=True)
    if outcome.state is None:
        return None
    return outcome.state.replaced_by or outcome.state.finding


def judge_many(request: Request) -> Response:
    """Judge all findings that were chosen, one after the other; what fails is told and the others go on."""
    with visit(request) as at:
        verdict = at.form.get("verdict", "")
        if verdict not in {*VERDICTS, "undo"} or verdict == "correct":
            raise NotAForm("many findings are confirmed, rejected or undone together, not corrected")
        chosen = at.all_of("finding")
        if len(chosen) > MANY:
            raise NotAForm(f"{len(chosen)} findings were chosen, at most {MANY} are judged at once")
        asked = [_chosen(one, verdict, why_of(at)) for one in dict.fromkeys(chosen)]
        outcomes = list(judgements.outcomes(at.ledger, at.room.at, asked, at.handle, many=True))
        rows = tuple(
            DecidedRow(
                finding=Digest(outcome.given),
                told=outcome.problem.message if outcome.problem else outcome.told,
                done=outcome.problem is None,
            )
            for outcome in outcomes
        )
        page = DecidedPage(
            title="Decided",
            verdict=verdict,
            rows=rows,
            done=sum(row.done for row in rows),
            back=back_to(at.form.get("back", "")),
        )
    return answer(request, page)


def _chosen(given: str, verdict: str, why: str) -> Asked:
    """Read one choice, `DIGEST:SEEN`."""
    name, _, seen = given.partition(":")
    finding = cards.finding_in(bare(name))
    return Asked(
        where=finding, finding=finding, verdict=verdict, why=why, seen=None if verdict == "undo" else _number(seen)
    )


def add(request: Request) -> Response:
    """Add what the reader missed: the words that were selected, with their kind and members."""
    with visit(request) as at:
        document = named(request.path_params["document"])
        versions = at.ledger.versions(document)
        if document not in at.shelf or not versions:
            raise NotInLedger(document)
        text = at.ledger.text(document, versions[-1])
        span = span_in(at.form.get("span"))
        kind = at.form.get("kind", "")
        if span is None or kind not in KINDS:
            raise BadSpan(at.form.get("span", ""), len(text.content)) if span is None else NotAForm(f"kind {kind!r}")
        pairs = cards.changed(at.catalogue, {"kind": kind}, at.form)
        entry, _ = additions.add(at.ledger, at.catalogue, text, span, kind, pairs, handle=at.handle, why=why_of(at))
        if not at.fragment:
            return RedirectResponse(f"/findings/{bare(entry.subject)}", status_code=303)
        return cards.part(request, cards.made(at, entry.subject), status=201)


def settings(request: Request) -> Response:
    """Keep who judges, why, and whether names at risk are shown, for this session."""
    with visit(request) as at:
        session, form = at.session, at.form
        if "handle" in form:
            session.handle = form["handle"][:100]
        if "why" in form:
            session.why = form["why"][:1000]
        if "names" in form:
            session.names_shown = form["names"] == "show"
        return RedirectResponse(back_to(form.get("back", "")), status_code=303)


def back_to(given: str) -> str:
    """Give an address of this room to go back to; anything else is the list of documents."""
    local = given.startswith("/") and not given.startswith(("//", "/\\")) and given.isprintable()
    return given if local and "\\" not in given else "/documents"


def why_of(at: Visit) -> str:
    """Give the reason of a decision: the form's, else the session's, else that its words were read."""
    return at.form.get("why") or at.session.why or WHY


def _number(given: str | None) -> int | None:
    return int(given) if given and given.isascii() and given.isdigit() and len(given) < 16 else None


def span_in(given: str | None) -> tuple[int, int] | None:
    """Read `START:END` off a form; None where it is something else."""
    found = re.fullmatch(r"(\d{1,12}):(\d{1,12})", given or "", re.ASCII)
    return (int(found[1]), int(found[2])) if found else None
