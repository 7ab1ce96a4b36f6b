# SPDX-License-Identifier: Apache-2.0
"""The page of answers: those that people entered or confirmed beside those proposed, each beside its ask, to decide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from tocsin.catalogue.bodies import with_organs
from tocsin.desk.bodies import bodies
from tocsin.desk.responses import Response as Held
from tocsin.desk.responses import responses
from tocsin.errors import BadRequest
from tocsin.ledger.shelf import spoken
from tocsin.linking import proposed
from tocsin.records.dates import dated
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted
from tocsin.web.cards import finding_in
from tocsin.web.decisions import MANY, why_of
from tocsin.web.errors import NotAForm
from tocsin.web.links import told
from tocsin.web.pages import Page
from tocsin.web.paging import Paging, page_number, paging
from tocsin.web.rooms import Visit, visit
from tocsin.web.seeing import Asking, asking, field, seen

PER_PAGE = 25


class AnswerMoved(BadRequest):
    """What was decided on is no longer proposed."""

    def __init__(self) -> None:
        super().__init__(
            "this is no longer proposed: somebody decided on it, or its words or its ask are read otherwise now; "
            "look at the list again"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLine:
    """An answer beside its ask: whose, in which words, how it stands, why it is proposed."""

    id: Digest
    ask: Digest
    asked_in: Digest
    asked_at: tuple[int, int]
    ask_quote: str
    asked_of: str
    standing: str
    response: str
    who: str
    told_by: str
    when: str
    quote: str
    document: Digest
    start: int
    end: int
    title: str
    author: str
    reasons: tuple[str, ...]
    possible: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersPage(Page):
    """Answers, those that are to be decided first."""

    template: ClassVar[str] = "answers.html"
    section: ClassVar[str] = "asks"
    asking: Asking
    rows: tuple[AnswerLine, ...]
    entered: int
    proposed: int
    why: str
    here: str
    paging: Paging


_ONLY = (("", "entered and proposed"), ("proposed", "proposed only"), ("entered", "entered or confirmed only"))


def _page(at: Visit, problem: str) -> AnswersPage:
    terms = [row.id.removeprefix("response.") for row in at.catalogue.terms.values() if row.list == "response"]
    fields = (
        field(at, "to", "Asked of"),
        field(at, "only", "Which", _ONLY),
        field(at, "response", "Response", (("", "any response"), *((term, term) for term in terms))),
    )
    form = asking(at, problem, *fields)
    found = () if problem else _wanted(at, all_of(at))
    pages = paging(at.request, total=len(found), per_page=PER_PAGE)
    first = (min(page_number(at.request), pages.pages or 1) - 1) * PER_PAGE
    waiting_ = sum(row.standing == "proposed" for row in found)
    return AnswersPage(
        title="Answers",
        asking=form,
        rows=tuple(line(at, row) for row in found[first : first + PER_PAGE]),
        entered=len(found) - waiting_,
        proposed=waiting_,
        why=at.session.why,
        here=f"/asks/answers?{urlencode(dict(at.asked))}",
        paging=pages,
    )


def all_of(at: Visit) -> Sequence[Held]:
    """Give every answer at a visit's clocks, entered and proposed, no name withheld."""
    return at.view("responses", lambda view: responses(view.ledger, view.catalogue, view.clocks), masked=False)


def _wanted(at: Visit, found: Sequence[Held]) -> Sequence[Held]:
    only, response = at.asked.get("only", ""), at.asked.get("response")
    rows = [row for row in found if not only or (row.standing == "proposed") == (only == "proposed")]
    rows = [row for row in rows if response in {None, row.answer.response}]
    if (ask := at.asked.get("ask")) is not None:
        rows = [row for row in rows if row.answer.ask == f"sha256:{ask}"]
    if "to" in at.asked:
        named = bodies(at.ledger, at.catalogue, at.asked["to"], at.clocks)
        told = frozenset().union(*(with_organs(at.catalogue, body) for body in named))
        rows = [row for row in rows if row.asked_of & told]
    return sorted(rows, key=lambda row: row.standing != "proposed")


def line(at: Visit, row: Held) -> AnswerLine:
    """Give an answer as it may be shown."""
    shown = row if at.withholding is None else row.withheld(at.withholding)
    answer, words = shown.answer, shown.answer.words
    who = answer.answerer.name if answer.answerer else "who answered is not named"
    start, end = row.ask.get("start"), row.ask.get("end")
    return AnswerLine(
        id=row.id,
        ask=answer.ask,
        asked_in=row.asked_in,
        asked_at=(start if isinstance(start, int) else 0, end if isinstance(end, int) else 0),
        ask_quote=" ".join(str(shown.ask.get("quote")).split()),
        asked_of=shown.asked_names,
        standing=shown.standing,
        response=answer.response,
        who=who if at.withholding is None else at.withholding.masked(words.document, who),
        told_by=spoken(shown.told_by),
        when=dated(answer.when) if answer.when else shown.shelved.issued,
        quote=" ".join(words.quote.split()),
        document=words.document,
        start=words.start,
        end=words.end,
        title=shown.shelved.title,
        author=row.entry.author.removeprefix("person:") if row.entry else "",
        reasons=shown.proposed.reasons if shown.proposed else (),
        possible=shown.certainty == "possible",
    )


def decide(request: Request) -> Response:
    """Confirm or refuse what is proposed, one or many; refused where it is no longer proposed."""
    with visit(request) as at:
        verdict, _, only = (at.form.get("only") or at.form.get("verdict", "")).partition(":")
        if verdict not in {"confirm", "refuse"}:
            raise NotAForm("an answer is confirmed or refused")
        names = [finding_in(one) for one in ((only,) if only else at.all_of("id"))]
        if not names or len(names) > MANY:
            raise NotAForm(f"between 1 and {MANY} answers are decided at once")
        handle, why = at.handle, why_of(at)
        held = [row.proposed for row in all_of(at) if row.proposed]
        open_ = {one.id: one for one in proposed.Decided(at.ledger).open(held)}
        found = [open_[name] for name in dict.fromkeys(names) if name in open_]
        if not found:
            raise AnswerMoved
        put = proposed.confirm if verdict == "confirm" else proposed.refuse
        entries = [put(at.ledger, one, handle=handle, reason=why) for one in found]
        gone = len(set(names)) - len(found)
        beside = f" {counted(gone, 'other')} no longer proposed." if gone else ""
        done = {"confirm": "confirmed", "refuse": "refused"}[verdict]
        return told(at, f"{counted(len(entries), 'answer')} {done}, it is recorded.{beside}", *entries)


answers = seen(_page)
