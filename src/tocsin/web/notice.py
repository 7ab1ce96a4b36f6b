# SPDX-License-Identifier: Apache-2.0
"""The page of notice: since when bodies are addressed and asked, by how many voices, and for how long no answer is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import ClassVar

from markupsafe import Markup

from tocsin.catalogue.bodies import with_organs
from tocsin.desk.bodies import whom
from tocsin.dossier.pictures.notice_clocks import ask_runs, notice_clock, runs
from tocsin.linking.identities import one_with
from tocsin.records.dates import worded
from tocsin.records.findings import Party
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted
from tocsin.watch.notices import AskClock, Notice, notices
from tocsin.watch.replies import Reply, proposed
from tocsin.watch.spans import edtf
from tocsin.watch.steps import Basis, Step
from tocsin.web.listings import FindingRow, row_of
from tocsin.web.pages import Page, bare
from tocsin.web.paging import Paging, page_number, paging
from tocsin.web.rooms import Visit
from tocsin.web.seeing import Asking, asking, box, field, seen, with_

PER_PAGE, DRAWN, STEPS, ASKS = 20, 40, 60, 60
"""Bodies that a page lists, rows that a picture draws, texts and asks that one body's page shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """One row of notice: when, in which text or how, and where it leads."""

    day: str
    possible: bool
    says: str
    document: Digest | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyRow:
    """A reply to an ask: entered by a person, or proposed by a machine."""

    day: str
    response: str
    who: str
    quote: str
    document: Digest
    start: int
    end: int
    entered: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockRow:
    """One ask with its clock."""

    ask: FindingRow
    days: str
    answered: bool
    replies: tuple[ReplyRow, ...]
    due: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """What one body was told by a day, and what it answered among the documents of this ledger."""

    name: str
    id: str
    common: bool
    address: str
    addressed: str
    warned: str
    harms: str
    asked: str
    beside: str
    answered: str
    overdue: int
    bases: tuple[tuple[str, tuple[StepRow, ...], int], ...]
    clocks: tuple[ClockRow, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticePage(Page):
    """Notice clocks with their picture; of one body with every ask."""

    template: ClassVar[str] = "notice.html"
    section: ClassVar[str] = "asks"
    asking: Asking
    day: str
    picture: Markup
    rows: tuple[NoticeRow, ...]
    whole: bool
    back: str
    searched: str
    paging: Paging


def _page(at: Visit, problem: str) -> NoticePage:
    form = asking(at, problem, field(at, "to", "Whom"), box(at, "entered", "only answers that people entered"))
    whole = "to" in at.asked
    day = _day(at) if not problem else date.min
    found = () if problem else _found(at, day)
    pages = paging(at.request, total=len(found), per_page=PER_PAGE)
    first = (min(page_number(at.request), pages.pages or 1) - 1) * PER_PAGE
    shown = found[first : first + PER_PAGE]
    return NoticePage(
        title="Notice",
        asking=form,
        day=day.isoformat(),
        picture=_picture(at, shown, day, whole=whole),
        rows=tuple(_row(at, item, whole=whole) for item in shown),
        whole=whole,
        back=with_(at, to=None) if whole else "",
        searched=str(found[0].searched) if found else "",
        paging=pages,
    )


def _day(at: Visit) -> date:
    """Give the day on which clocks are read: that of the published clock, else today."""
    by = at.clocks.published_by
    return datetime.now(tz=UTC).date() if by is None else date.fromordinal(min(by, date.max.toordinal()))


def _found(at: Visit, day: date) -> tuple[Notice, ...]:
    to, entered = at.asked.get("to"), "entered" in at.asked

    def made(view: Visit) -> tuple[Notice, ...]:
        told: frozenset[str] | None = None
        named: Party | None = None
        if to is not None:
            body = whom(view.ledger, view.catalogue, to, recorded_by=view.clocks.recorded_by)
            same = one_with(view.ledger, view.catalogue, body, recorded_by=view.clocks.recorded_by)
            told = frozenset().union(*(with_organs(view.catalogue, one) for one in same))
            row = view.catalogue.actors.get(body)
            named = Party(id=body, name=row.name if row else to)
        suggested = () if entered else proposed(view.ledger, view.catalogue, view.clocks)
        return notices(
            view.ledger,
            view.catalogue,
            view.clocks,
            day=day,
            whom=told,
            named=named,
            veil=view.withholding,
            proposed=suggested,
        )

    return at.view(("notice", to, entered, day), made)


def _picture(at: Visit, shown: tuple[Notice, ...], day: date, *, whole: bool) -> Markup:
    if not shown:
        return Markup()
    if whole:
        rows = ask_runs(shown[0], lambda finding: f"#n-{bare(finding)[:12]}")[:DRAWN]
        title = f"Asks of {shown[0].whom.name}"
    else:
        rows, title = runs(shown, lambda item: with_(at, to=item.whom.id)), "For how long bodies have been asked"
    drawn = notice_clock(rows, title=title, on=day)
    return Markup(drawn)  # noqa: S704 - drawn here, its words escaped


def _row(at: Visit, item: Notice, *, whole: bool) -> NoticeRow:
    bases: tuple[Basis, ...] = ("addressed", "transmitted", "acknowledged")
    steps = [(basis, item.steps_of(basis)) for basis in bases]
    return NoticeRow(
        name=item.whom.name,
        id=item.whom.id,
        common=item.kind == "collective",
        address=with_(at, to=item.whom.id),
        addressed=_addressed(item),
        warned=f"{item.warned.of('time')}, by {item.warning.of('voice')}" if item.warned else "no warning",
        harms="; ".join(f"{_harm(at, harm)}: {times}" for harm, times in item.harms),
        asked=f"{item.asked.of('time')}, by {item.asking.of('voice')}" if item.asks else "nothing in so many words",
        beside=_beside(item),
        answered=answered(item),
        overdue=len(item.overdue),
        bases=tuple(
            (basis, tuple(map(_step, held[:STEPS] if whole else held[:2])), len(held))
            for basis, held in steps
            if whole or basis != "addressed"
        ),
        clocks=tuple(_clock(at, clock) for clock in item.asks[:ASKS]) if whole else (),
        left_out=max(0, len(item.asks) - ASKS) if whole else 0,
    )


def _harm(at: Visit, harm: str) -> str:
    row = at.catalogue.harms.get(harm)
    return row.name if row else harm


def _addressed(item: Notice) -> str:
    if not item.documents:
        return "no text among these names it"
    until = f", last {worded(edtf(item.last), none='undated')}" if item.documents.most > 1 else ""
    since = f"since {worded(edtf(item.first), none='an undated text')}{until}"
    possible = "" if item.documents.certain else "possibly "
    return f"{possible}{since}, in {item.documents.of('text')}, by {item.voices.of('voice')}"


def _beside(item: Notice) -> str:
    told = [f"{item.implied} put as a duty or a need"] if item.implied else []
    told += [f"{counted(item.retold, 'earlier ask')} told again"] if item.retold else []
    return " and ".join(told)


def answered(item: Notice) -> str:
    """Say what was answered, and for how long nothing was, always among how many documents."""
    among = f"among the {counted(item.searched.documents, 'document')} of this ledger"
    beside = f"; an answer is proposed to {item.proposed}, and nobody has confirmed it" if item.proposed else ""
    if not item.asks:
        return f"no ask to answer; {item.days} since the first text" if item.days else "no ask to answer"
    if not item.answered:
        none = "no confirmed answer" if item.proposed else "no answer"
        how_long = f"for {item.days}" if item.days else "for a time not known, its texts being undated"
        return f"{none} {how_long}, {among}{beside}"
    after = item.first_answer or "a time not known"
    return (
        f"the first after {after}; {item.answered} of {counted(len(item.asks), 'ask')} have an answer {among}{beside}"
    )


def _step(step: Step) -> StepRow:
    return StepRow(
        day=worded(edtf(step.day), none="undated"),
        possible=step.certainty == "possible",
        says=step.says,
        document=step.document,
    )


def _clock(at: Visit, clock: AskClock) -> ClockRow:
    return ClockRow(
        ask=row_of(at, clock.row),
        days=str(clock.days or "a time not known"),
        answered=clock.answer is not None,
        replies=tuple(_reply(at, reply) for reply in clock.replies),
        due=tuple((worded(edtf(due.day), none="undated"), due.what, due.source) for due in clock.due),
    )


def _reply(at: Visit, reply: Reply) -> ReplyRow:
    row = at.catalogue.actors.get(reply.answerer or "")
    hidden = at.withholding
    who = row.name if row else reply.answerer or "answerer not named"
    return ReplyRow(
        day=worded(edtf(reply.day), none="undated"),
        response=reply.response,
        who=who if hidden is None else hidden.masked(reply.document, who),
        quote=" ".join(reply.quote.split()),
        document=reply.document,
        start=reply.start,
        end=reply.end,
        entered=reply.basis == "entered",
        reason=reply.reason if hidden is None else hidden.masked(reply.document, reply.reason),
    )


notice = seen(_page)
