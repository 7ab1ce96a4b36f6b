# SPDX-License-Identifier: Apache-2.0
"""The pages of asks, warnings and the timeline: the command's listings, their settings in the address."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from tocsin.desk import bodies
from tocsin.desk.sayings import says
from tocsin.desk.terms import term
from tocsin.errors import BadRequest
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Row
from tocsin.ledger.shelf import Shelved
from tocsin.linking.responses import answered
from tocsin.records.dates import dated
from tocsin.records.findings import Claim
from tocsin.records.ids import Digest
from tocsin.web.pages import Page, answer
from tocsin.web.paging import Paging, page_number, paging
from tocsin.web.rooms import CLOCKS, HAPPENED, Visit, visit
from tocsin.web.windows import Listing, window

PER_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """A finding in a listing: what it was taken for, its words, its document and its place there."""

    finding: Digest
    kind: str
    says: str
    when: str
    quote: str
    standing: str
    seen: int
    possible: bool
    document: Digest
    title: str
    issued: str
    issuers: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field of a listing's form: its name in the address, what it is called, its value, and what it may be."""

    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...] = ()
    box: bool = False
    date: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingPage(Page):
    """A listing: its form, its rows, and where the same rows can be had as a table."""

    template: ClassVar[str] = "listing.html"
    words: ClassVar[str] = ""
    kind: str
    fields: tuple[Field, ...]
    rows: tuple[FindingRow, ...]
    held: int
    problem: str
    table: str
    take_out: str
    paging: Paging


class _Asks(ListingPage):
    section: ClassVar[str] = "asks"
    words: ClassVar[str] = "Asks"


class _Warnings(ListingPage):
    section: ClassVar[str] = "warnings"
    words: ClassVar[str] = "Warnings"


class _Timeline(ListingPage):
    section: ClassVar[str] = "timeline"
    words: ClassVar[str] = "Timeline"


def asks(request: Request) -> Response:
    """List what was asked of whom."""
    with visit(request) as at:
        forces = (("", "any force"), *((name, row.name) for name, row in at.catalogue.forces.items()))
        fields = (
            _text(at, "to", "Asked of"),
            _text(at, "by", "Asked by"),
            _choice(at, "force", "Force", forces),
            *clock_fields(at),
            _box(at, "reported", "earlier asks told again"),
            _box(at, "implied", "duties and needs"),
            _box(at, "unanswered", "no answer recorded"),
        )
        return _listing(at, _Asks, "asks", fields, _asks)


def _asks(at: Visit) -> Listing:
    asked = at.asked
    force = term(at.catalogue, "force", asked["force"]) if "force" in asked else ""
    query = replace(at.clocks, kinds=("ask",), keys=(("force", force),) if force else ())
    any_of = {
        role: bodies.bodies(at.ledger, at.catalogue, asked[name], query)
        for name, role in (("to", "addressee"), ("by", "asker"))
        if name in asked
    }
    gone = answered(at.ledger, query) if "unanswered" in asked else frozenset()

    def wanted(row: Row, _shelved: Shelved) -> bool:
        ask = row.entry.payload or {}
        told = ("reported" in asked or not ask.get("reported")) and (
            "implied" in asked or ask.get("explicit") is not False
        )
        return told and row.finding not in gone

    name = tuple(box for box in ("reported", "implied", "unanswered") if box in asked)
    return Listing(query=query, any_of=any_of, wanted=wanted, name=name)


def warnings(request: Request) -> Response:
    """List what was warned of."""
    with visit(request) as at:
        harms = (("", "any harm"), *sorted((name, row.name) for name, row in at.catalogue.harms.items()))
        fields = (_text(at, "to", "Told to"), _choice(at, "harm", "Harm", harms), *clock_fields(at))
        fields = (*fields, _box(at, "implied", "likely ones"))
        return _listing(at, _Warnings, "warnings", fields, _warnings)


def _warnings(at: Visit) -> Listing:
    harm = term(at.catalogue, "harm", at.asked["harm"]) if "harm" in at.asked else ""
    query = replace(at.clocks, kinds=("warning",), keys=(("harm", harm),) if harm else ())
    told = bodies.bodies(at.ledger, at.catalogue, at.asked["to"], query) if "to" in at.asked else None
    if told is None and "implied" in at.asked:
        return Listing(query=query, any_of={})

    def wanted(row: Row, shelved: Shelved) -> bool:
        meant = told is None or any(party.id in told for party in shelved.card.addressees)
        return meant and ("implied" in at.asked or not row.state.likely)

    name = (*sorted(told or ()), *(box for box in ("implied",) if box in at.asked))
    return Listing(query=query, any_of={}, wanted=wanted, name=name)


def timeline(request: Request) -> Response:
    """List claims in the order in which they happened."""
    with visit(request) as at:
        acts = (("", "any act"), *sorted((name, row.name) for name, row in at.catalogue.acts.items()))
        fields = (_text(at, "place", "Place"), _choice(at, "act", "Act", acts), *clock_fields(at))
        return _listing(at, _Timeline, "timeline", fields, _timeline)


def _timeline(at: Visit) -> Listing:
    asked = at.asked
    keys = (("act", term(at.catalogue, "act", asked["act"])),) if "act" in asked else ()
    query = replace(at.clocks, kinds=("claim",), keys=keys, order="happened")
    any_of = {"place": bodies.places(at.ledger, at.catalogue, asked["place"], query)} if "place" in asked else {}
    return Listing(query=query, any_of=any_of)


def _listing(
    at: Visit, page: type[ListingPage], kind: str, fields: tuple[Field, ...], listing: Callable[[Visit], Listing]
) -> Response:
    """Make a listing's page; what its form is filled in wrongly with is told in it."""
    found: Sequence[Listed] = ()
    problem, held = "", 0
    try:
        held = at.among
        found = window(at, listing(at), page_number(at.request), PER_PAGE)
        shown = tuple(row_of(at, row) for row in found[:PER_PAGE])
        if kind == "timeline":  # its date stands beside each row
            shown = tuple(replace(row, says=row.says.removeprefix(f"{row.when} · ")) for row in shown)
    except BadRequest as error:
        problem, shown = str(error), ()
    made = page(
        title=page.words,
        kind=kind,
        fields=fields,
        rows=shown,
        held=held,
        problem=problem,
        table=f"/exports/{kind}.csv?{urlencode(dict(at.asked))}",
        take_out=take_out(at),
        paging=paging(at.request, total=None, per_page=PER_PAGE, more=len(found) > PER_PAGE),
    )
    return answer(at.request, made, status=422 if problem else 200)


def take_out(at: Visit) -> str:
    """Give the address at which a dossier of what a listing is about is taken out; empty where it names nothing."""
    clocks = {name: at.asked[name] for name in (*CLOCKS, *HAPPENED) if name in at.asked}
    of = next((name for name in ("to", "place") if name in at.asked), "")
    return f"/take-out?{urlencode({'of': of, 'named': at.asked[of]} | clocks)}" if of else ""


def row_of(at: Visit, row: Listed) -> FindingRow:
    """Make a finding's row as it may be shown."""
    shown = row if at.withholding is None else next(at.withholding.rows([row]))
    finding, item, state = shown.finding, shown.shelved, shown.row.state
    return FindingRow(
        finding=shown.row.finding,
        kind=finding.kind,
        says=says(finding, item.card.issuers),
        when=dated(finding.when) if isinstance(finding, Claim) else item.issued,
        quote=" ".join(finding.quote.split()),
        standing=state.word,
        seen=state.last_seq,
        possible=shown.row.certainty == "possible",
        document=item.document,
        title=item.title,
        issued=item.issued,
        issuers=item.issuers,
        start=finding.start,
        end=finding.end,
    )


def _text(at: Visit, name: str, label: str) -> Field:
    return Field(name=name, label=label, value=at.asked.get(name, ""))


def _choice(at: Visit, name: str, label: str, options: tuple[tuple[str, str], ...]) -> Field:
    return Field(name=name, label=label, value=at.asked.get(name, ""), options=options)


def _box(at: Visit, name: str, label: str) -> Field:
    return Field(name=name, label=label, value="yes" if name in at.asked else "", box=True)


CLOCK_LABELS: Mapping[str, str] = {
    "published-by": "Published by",
    "recorded-by": "Recorded by",
    "happened-from": "Happened from",
    "happened-to": "Happened until",
}
"""What the clocks are called beside their fields."""


def clock_fields(at: Visit) -> tuple[Field, ...]:
    """Give the fields of the three clocks."""
    return tuple(
        Field(name=name, label=CLOCK_LABELS[name], value=at.asked.get(name, ""), date=True)
        for name in (*CLOCKS, *HAPPENED)
    )
