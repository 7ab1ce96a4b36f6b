# SPDX-License-Identifier: Apache-2.0
"""The page of events: a line of them to zoom into, then each as its voices tell it, with those that deny it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from markupsafe import Markup

from tocsin.desk.terms import term
from tocsin.dossier.pictures.event_lines import Window, event_line, spread, window
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Query, certainty
from tocsin.linking import named_places
from tocsin.linking.accounts import Account
from tocsin.linking.clusters import Cluster, clusters, said
from tocsin.linking.counts import spelled
from tocsin.records.bounds import bounds
from tocsin.records.dates import dated, worded
from tocsin.records.ids import Digest
from tocsin.records.plurals import verb
from tocsin.web.listings import FindingRow, row_of
from tocsin.web.pages import Page, bare
from tocsin.web.paging import Paging, page_number, paging
from tocsin.web.rooms import Visit
from tocsin.web.seeing import Asking, asking, box, field, seen, with_

PER_PAGE, CLAIMS = 30, 8
"""Events that a page shows, claims of each voice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """What one voice tells: how it tells it, how it knows, where it stands, its claims.

    `modes` says of each claim how it is told, where the voice denies some.
    """

    name: str
    tells: str
    known: str
    side: str
    denies: bool
    claims: tuple[FindingRow, ...]
    modes: tuple[str, ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event as its voices tell it; `first` is a claim of it, with which another event's may be held for one."""

    id: Digest
    first: Digest | None
    when: str
    says: str
    corroborated: bool
    borne_out: str
    counted: str
    denied_by: str
    differs: tuple[str, ...]
    accounts: tuple[AccountRow, ...]
    opened: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Crumb:
    """A step out of, or into, a period: its words and its address; the one shown has none."""

    words: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventsPage(Page):
    """Events of a period; `undated` have no date and stand in no picture."""

    template: ClassVar[str] = "events.html"
    section: ClassVar[str] = "timeline"
    asking: Asking
    crumbs: tuple[Crumb, ...]
    picture: Markup
    rows: tuple[EventRow, ...]
    rule: str
    counted: str
    paging: Paging


def _page(at: Visit, problem: str) -> EventsPage:
    acts = (("", "any act"), *sorted((name, row.name) for name, row in at.catalogue.acts.items()))
    form = asking(
        at,
        problem,
        field(at, "place", "Place"),
        field(at, "act", "Act", acts),
        box(at, "once", "also told of by one claim only"),
        happened=True,
    )
    found = () if problem else _found(at)
    shown = tuple(event for event in found if _within(at, event))
    pages = paging(at.request, total=len(shown), per_page=PER_PAGE)
    first = (min(page_number(at.request), pages.pages or 1) - 1) * PER_PAGE
    listed = sorted(shown[first : first + PER_PAGE], key=lambda event: not _asked_for(at, event))
    if "event" in at.asked and "page" not in at.asked:  # a mark opens its event, on whichever page it stands
        listed = [*filter(lambda event: _asked_for(at, event), shown), *listed]
        listed = list({event.id: event for event in listed}.values())
    undated = sum(spread(event) is None for event in shown)
    beside = f", {undated} without a date" if undated else ""
    return EventsPage(
        title="Events",
        asking=form,
        crumbs=() if problem else _crumbs(at),
        picture=_picture(at, shown),
        rows=tuple(row(at, event) for event in listed),
        rule=str(found[0].rule) if found else "",
        counted=f"{len(shown)} event{'' if len(shown) == 1 else 's'}{beside}",
        paging=pages,
    )


def all_of(at: Visit) -> tuple[Cluster, ...]:
    """Give every event at a visit's clocks, those of one claim too."""

    def made(view: Visit) -> tuple[Cluster, ...]:
        told = Query(published_by=view.clocks.published_by, recorded_by=view.clocks.recorded_by)
        shown = None if view.withholding is None else view.withholding.rows
        return clusters(view.ledger, view.catalogue, told, shown=shown, least=1)

    return at.view("events", made)


def _found(at: Visit) -> tuple[Cluster, ...]:
    """Give the events of which some claim is asked for by place or act; all their claims are there."""
    asked = at.asked
    keys = [("place", named_places.place(at.ledger, at.catalogue, asked["place"]).id)] if "place" in asked else []
    keys += [("act", term(at.catalogue, "act", asked["act"]))] if "act" in asked else []
    found = all_of(at)
    if "once" not in asked:
        found = tuple(event for event in found if len(event.claims) > 1)
    if not keys:
        return found
    query = replace(at.clocks, kinds=("claim",), keys=tuple(keys), happened_from=None, happened_to=None)
    wanted = {row.finding for row in at.ledger.rows(query)}
    return tuple(event for event in found if any(row.row.finding in wanted for row in event.claims))


def _within(at: Visit, event: Cluster) -> bool:
    """Say whether some claim of an event may be of the days asked for."""
    days = Query(happened_from=at.clocks.happened_from, happened_to=at.clocks.happened_to)
    if days == Query():
        return True
    return any(certainty(days, None, row.row.happened) is not None for row in event.claims)


def _picture(at: Visit, shown: Sequence[Cluster]) -> Markup:
    held = window(shown)
    if held is None:
        return Markup()
    first, last = at.clocks.happened_from, at.clocks.happened_to
    held = Window(
        first=held.first if first is None else first, last=held.last if last is None else max(last, first or last)
    )
    listed = {event.id for event in shown}

    def link(of: str) -> str:
        if of in listed:
            return with_(at, event=bare(of)[:16]) + f"#e-{bare(of)[:12]}"
        return with_(at, happened_from=of, happened_to=of)

    return Markup(event_line([_drawn(at, event) for event in shown], held, link=link))  # noqa: S704 - drawn here, its words escaped


def _drawn(at: Visit, event: Cluster) -> Cluster:
    """Give an event with the names that a picture tells withheld."""
    if not event.denied_by or at.withholding is None:
        return event
    told = tuple(replace(account, name=_hidden(at, event, account.name)) for account in event.accounts)
    return replace(event, accounts=told)


def _crumbs(at: Visit) -> tuple[Crumb, ...]:
    """Give the way out of a period: all days, its year, its month; and the periods before and after it."""
    period = at.asked.get("happened-from", "")
    everything = Crumb(words="all days", address=with_(at, happened_from=None, happened_to=None))
    days = bounds(period) if period and period == at.asked.get("happened-to") else None
    if days is None:
        return (everything,) if period or "happened-to" in at.asked else ()
    outer = [
        Crumb(words=worded(period[:size]), address=_at(at, period[:size])) for size in (4, 7) if size < len(period)
    ]
    before = date.fromordinal(max(1, days.earliest - 1)).isoformat()[: len(period)]
    after = date.fromordinal(min(date.max.toordinal(), days.latest + 1)).isoformat()[: len(period)]
    beside = [Crumb(words=f"{mark} {worded(one)}", address=_at(at, one)) for one, mark in ((before, "←"), (after, "→"))]
    return (everything, *outer, Crumb(words=worded(period), address=""), *beside)


def _at(at: Visit, period: str) -> str:
    return with_(at, happened_from=period, happened_to=period)


def row(at: Visit, event: Cluster) -> EventRow:
    """Give an event as it may be shown."""
    differs = []
    if event.dates_differ:
        differs.append("dates differ: " + "; ".join(f"{dated(when)} ({_names(by)})" for when, by in event.dates))
    if event.blame:
        differs.append(event.blame)
    if event.whom:
        told = "; ".join(f"{whom} ({_names(by)})" for whom, by in event.whom)
        differs.append(f"whom it was done to differs: {told}")
    for number in event.numbers:
        if number.voices > 1:
            held = "all allow " + spelled(number.shared) if number.shared else "numbers differ"
            told = "; ".join(f"{spelled((one.low, one.high))} ({one.voice})" for one in number.told)
            differs.append(f"{number.of}: {held}: {told}")
    return EventRow(
        id=event.id,
        first=next((claim.row.finding for claim in event.claims), None),
        when=worded(event.when),
        says=_hidden(at, event, said(event).partition(" · ")[2]),
        corroborated=event.corroborated,
        borne_out=event.borne_out,
        counted=_hidden(at, event, ", ".join(event.counted)),
        denied_by=_hidden(
            at, event, ", ".join((*event.denied_by, *(f"{name} (in part)" for name in event.denied_in_part_by)))
        ),
        differs=tuple(_hidden(at, event, words) for words in differs),
        accounts=tuple(_account(at, event, account) for account in event.accounts),
        opened=_asked_for(at, event),
    )


def _asked_for(at: Visit, event: Cluster) -> bool:
    asked = at.asked.get("event", "")
    return bool(asked) and bare(event.id).startswith(asked)


def _names(names: Sequence[str]) -> str:
    return ", ".join(names)


def _hidden(at: Visit, event: Cluster, words: str) -> str:
    """Give words made of an event's claims as they may be shown: what any of its documents withholds is withheld."""
    if at.withholding is None:
        return words
    for document in sorted(event.documents):
        words = at.withholding.masked(document, words)
    return words


def _account(at: Visit, event: Cluster, account: Account) -> AccountRow:
    modes = " and ".join(dict.fromkeys(verb(way, [account.name]) for way in account.ways))
    carrier = f", as quoted by {_hidden(at, event, account.quoted_by)}" if account.quoted_by else ""
    known = account.connection
    how = known.kind.replace("-", " ") + (f" (“{known.words}”)" if known.words else "")
    claims: Sequence[Listed] = account.claims
    return AccountRow(
        name=_hidden(at, event, account.name) or "speaker not named",
        tells=f"{modes}{carrier}",
        known=_hidden(at, event, how),
        side="" if account.side == "neither" else account.side,
        denies=account.denies or account.denies_in_part,
        claims=tuple(row_of(at, row) for row in claims[:CLAIMS]),
        modes=account.ways if account.denies_in_part or account.taken_back else (),
        left_out=max(0, len(claims) - CLAIMS),
    )


events = seen(_page)
