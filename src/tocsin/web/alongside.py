# SPDX-License-Identifier: Apache-2.0
"""What stands alongside a finding's card: of a claim the event it tells of, of an ask the answers that are proposed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from starlette.requests import Request
from starlette.responses import Response

from tocsin.records.dates import worded
from tocsin.records.ids import Digest
from tocsin.web import answers, cards, events
from tocsin.web.answers import AnswerLine
from tocsin.web.events import EventRow
from tocsin.web.pages import Page, answer
from tocsin.web.rooms import Visit, visit


@dataclass(frozen=True, slots=True, kw_only=True)
class EventBesidePage(Page):
    """The event that a claim tells of, voice by voice; None where it is told of by this claim alone."""

    template: ClassVar[str] = "event-beside.html"
    section: ClassVar[str] = "timeline"
    finding: Digest
    event: EventRow | None
    when: str
    held: int
    alone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersBesidePage(Page):
    """The answers to an ask that a machine proposes."""

    template: ClassVar[str] = "answers-beside.html"
    section: ClassVar[str] = "asks"
    finding: Digest
    rows: tuple[AnswerLine, ...]
    alone: bool


def _beside(make: Callable[[Visit, Digest], Page]) -> Callable[[Request], Response]:
    def answered(request: Request) -> Response:
        with visit(request) as at:
            name = cards.finding_in(request.path_params["finding"])
            cards.made(at, name)  # refused where these clocks do not know it
            return answer(request, make(at, name), behind=at.behind)

    return answered


def _event(at: Visit, name: Digest) -> EventBesidePage:
    held = events.all_of(at)
    found = next((one for one in held if any(row.row.finding == name for row in one.claims)), None)
    shared = found is not None and len(found.claims) > 1
    return EventBesidePage(
        title="The event it tells of",
        finding=name,
        event=events.row(at, found) if found is not None and shared else None,
        when=worded(found.when) if found else "",
        held=at.among,
        alone=not at.fragment,
    )


def _answers(at: Visit, name: Digest) -> AnswersBesidePage:
    held = [one for one in answers.all_of(at) if one.answer.ask == name and one.standing == "proposed"]
    return AnswersBesidePage(
        title="Answers that are proposed",
        finding=name,
        rows=tuple(answers.line(at, one) for one in held),
        alone=not at.fragment,
    )


event = _beside(_event)
proposed_answers = _beside(_answers)
