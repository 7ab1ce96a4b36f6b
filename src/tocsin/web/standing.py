# SPDX-License-Identifier: Apache-2.0
"""The page of standing asks: what is asked again and again, with the story of each, as `tocsin standing` gives it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from tocsin.catalogue.bodies import with_organs
from tocsin.desk.bodies import bodies
from tocsin.desk.standings import Wanted, standings, withheld
from tocsin.ledger.shelf import spoken
from tocsin.linking.standing_asks import Choice, Making, StandingAsk, chosen
from tocsin.records.ids import Digest
from tocsin.web.listings import FindingRow, row_of
from tocsin.web.pages import Page
from tocsin.web.paging import Paging, page_number, paging
from tocsin.web.rooms import Visit
from tocsin.web.seeing import Asking, asking, box, field, seen, with_

PER_PAGE, MAKINGS = 25, 200
"""Standing asks that a page shows; makings that a story shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStep:
    """One making: the ask, what it shares with those before, what it says first, whether an answer is recorded.

    `other` is an ask of the same standing ask, from which a person may part it.
    """

    row: FindingRow
    force: str
    asker: str
    why: str
    adds: str
    answered: bool
    other: Digest | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingLine:
    """One standing ask: its words, whom it asks, since when, how often, by how many voices, and how it stands."""

    id: Digest
    ask: Digest
    words: str
    of: str
    by: str
    first: str
    last: str
    made: int
    places: int
    documents: int
    voices: int
    forces: tuple[tuple[str, str], ...]
    statuses: tuple[tuple[str, int], ...]
    answered: int
    proposed: int
    unconfirmed: int
    address: str
    story: tuple[StoryStep, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingAsksPage(Page):
    """Standing asks; `back` leads from a story to the list."""

    template: ClassVar[str] = "standing-asks.html"
    section: ClassVar[str] = "asks"
    asking: Asking
    rows: tuple[StandingLine, ...]
    paging: Paging
    back: str


def _page(at: Visit, problem: str) -> StandingAsksPage:
    fields = (
        field(at, "to", "Asked of"),
        field(at, "by", "Asked by"),
        box(at, "unanswered", "no answer recorded"),
        box(at, "once", "also what was asked once"),
        box(at, "reported", "earlier asks told again"),
        box(at, "implied", "duties and needs"),
    )
    form = asking(at, problem, *fields, happened=True)
    found = () if problem else _found(at)
    pages = paging(at.request, total=len(found), per_page=PER_PAGE)
    first = (min(page_number(at.request), pages.pages or 1) - 1) * PER_PAGE
    story = "id" in at.asked
    return StandingAsksPage(
        title="Standing asks",
        asking=form,
        rows=tuple(_line(at, item, story=story) for item in found[first : first + PER_PAGE]),
        paging=pages,
        back=with_(at, id=None) if story else "",
    )


def _found(at: Visit) -> tuple[StandingAsk, ...]:
    choice = Choice(reported="reported" in at.asked, implied="implied" in at.asked)
    found = at.view(
        ("standing", choice),
        lambda view: standings(view.ledger, view.catalogue, view.clocks, Wanted(choice=choice), hidden=None),
        happened=True,
        masked=False,
    )
    if (name := at.asked.get("id", "")) != "":
        wanted = f"sha256:{name}"
        making = [item for item in found if any(one.row.row.finding == wanted for one in item.makings)]
        return tuple(item for item in found if item.id == wanted) or tuple(making)
    found = chosen(found, to=_whom(at, "to"), by=_whom(at, "by"), unanswered="unanswered" in at.asked)
    return found if "once" in at.asked else tuple(item for item in found if item.made > 1)


def _whom(at: Visit, name: str) -> frozenset[str]:
    if name not in at.asked:
        return frozenset()
    named = bodies(at.ledger, at.catalogue, at.asked[name], at.clocks)
    return frozenset().union(*(with_organs(at.catalogue, body) for body in named))


def _line(at: Visit, item: StandingAsk, *, story: bool) -> StandingLine:
    shown = item if at.withholding is None else withheld(item, at.withholding)
    unnamed = sum(not making.ask.askers for making in shown.makings)
    beside = [f"an asker not named, in {unnamed} of {len(shown.makings)}"] if unnamed else []
    return StandingLine(
        id=item.id,
        ask=item.first.row.row.finding,
        words=" ".join(shown.first.ask.quote.split()),
        of=spoken(shown.addressees) or "nobody named",
        by="; ".join([*filter(None, [spoken(shown.askers)]), *beside]),
        first=shown.first.row.shelved.issued,
        last=shown.makings[-1].row.shelved.issued,
        made=shown.made,
        places=len(shown.makings),
        documents=shown.documents,
        voices=shown.voices,
        forces=shown.forces,
        statuses=tuple(sorted(shown.statuses.items())),
        answered=shown.answered,
        proposed=shown.proposed,
        unconfirmed=shown.unconfirmed,
        address=with_(at, id=item.id.removeprefix("sha256:")),
        story=tuple(_step(at, making, shown) for making in shown.makings[:MAKINGS]) if story else (),
        left_out=max(0, len(shown.makings) - MAKINGS) if story else 0,
    )


def _step(at: Visit, making: Making, item: StandingAsk) -> StoryStep:
    name = making.row.row.finding
    return StoryStep(
        row=row_of(at, making.row),
        force=making.ask.force or "implied",
        asker=spoken(making.ask.askers) or "asker not named",
        why="; ".join(making.why),
        adds="; ".join(making.adds),
        answered=making.answered,
        other=next((one.row.row.finding for one in item.makings if one.row.row.finding != name), None),
    )


standing = seen(_page)
