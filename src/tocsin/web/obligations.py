# SPDX-License-Identifier: Apache-2.0
"""The page of obligations: duties that instruments lay on bearers, with what sources say of compliance and breach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from tocsin.catalogue.bodies import with_organs
from tocsin.desk.bodies import bodies
from tocsin.dossier.listings import instrument_names
from tocsin.ledger.listed import Listed
from tocsin.linking.clusters import said as event_said
from tocsin.linking.obligation_states import STATES, Obligation
from tocsin.linking.obligations import chosen
from tocsin.linking.obligations import obligations as found_obligations
from tocsin.linking.said import Said
from tocsin.records.dates import dated
from tocsin.records.ids import Digest
from tocsin.watch.spans import in_words
from tocsin.web.listings import FindingRow, row_of
from tocsin.web.pages import Page
from tocsin.web.paging import Paging, page_number, paging
from tocsin.web.rooms import Visit
from tocsin.web.seeing import Asking, asking, field, seen

PER_PAGE, QUOTES = 20, 20
"""Obligations that a page shows, and words of each kind behind one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What a voice says of compliance or breach: its words, of whom, whether it counts for the duty."""

    name: str
    bearer: bool
    verb: str
    words: str
    of: str
    counts: bool
    sentence: str
    row: FindingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow:
    """A duty with its state and what it rests on."""

    id: Digest
    name: str
    points: str
    bearer: str
    duty: str
    facts: tuple[str, ...]
    words: str
    source: str
    laid: FindingRow | None
    citing: int
    generally: int
    cited: tuple[FindingRow, ...]
    citations: int
    said: tuple[Statement, ...]
    events: tuple[tuple[str, str], ...]
    asking: int
    again: tuple[FindingRow, ...]
    asks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ObligationsPage(Page):
    """Obligations as they stand by the clocks."""

    template: ClassVar[str] = "obligations.html"
    section: ClassVar[str] = "watch"
    asking: Asking
    rows: tuple[DutyRow, ...]
    counts: tuple[tuple[str, int], ...]
    paging: Paging


def _page(at: Visit, problem: str) -> ObligationsPage:
    found = () if problem else _found(at)
    instruments = sorted({(row.laid.instrument, row.instrument_name) for row in found}, key=lambda pair: pair[1])
    fields = (
        field(at, "on", "Borne by"),
        field(at, "instrument", "Instrument", (("", "any instrument"), *instruments)),
        field(at, "state", "State", (("", "any state"), *((state, state) for state in STATES))),
    )
    form = asking(at, problem, *fields)
    shown = () if problem else _chosen(at, found)
    pages = paging(at.request, total=len(shown), per_page=PER_PAGE)
    first = (min(page_number(at.request), pages.pages or 1) - 1) * PER_PAGE
    counted = [(state, sum(row.state == state for row in shown)) for state in STATES]
    return ObligationsPage(
        title="Obligations",
        asking=form,
        rows=tuple(_row(at, row) for row in shown[first : first + PER_PAGE]),
        counts=tuple((state, count) for state, count in counted if count),
        paging=pages,
    )


def _found(at: Visit) -> tuple[Obligation, ...]:
    names = instrument_names(at.catalogue)
    return at.view(
        "obligations",
        lambda view: found_obligations(view.ledger, view.catalogue, view.clocks, names=names),
        masked=False,
    )


def _chosen(at: Visit, found: tuple[Obligation, ...]) -> tuple[Obligation, ...]:
    if "on" in at.asked:
        borne = bodies(at.ledger, at.catalogue, at.asked["on"], at.clocks)
        found = chosen(found, on=frozenset().union(*(with_organs(at.catalogue, one) for one in borne)))
    if "instrument" in at.asked:
        found = chosen(found, instrument=at.asked["instrument"])
    return tuple(row for row in found if at.asked.get("state", row.state) == row.state)


def _row(at: Visit, row: Obligation) -> DutyRow:
    laid = row.laid
    facts = [f"owed to {laid.beneficiary}"] if laid.beneficiary else []
    facts += [f"since {dated(laid.since)}"] if laid.since else []
    facts += [f"until {dated(laid.until)}"] if laid.until else []
    facts += [f"deadline {in_words(laid.deadline)}"] if laid.deadline else []
    return DutyRow(
        id=row.id,
        name=row.instrument_name,
        points=", ".join(laid.pinpoints),
        bearer=row.bearer,
        duty=laid.duty if laid.read is None else _hidden(at, laid.read, laid.duty),
        facts=tuple(facts),
        words=_words(at, row),
        source=laid.row.source if laid.row else "",
        laid=row_of(at, laid.read) if laid.read else None,
        citing=row.citing,
        generally=row.generally,
        cited=_rows(at, row.cited),
        citations=len(row.cited),
        said=tuple(_statement(at, one) for one in row.said[:QUOTES]),
        events=tuple((event_said(event), _event(event.id)) for event in row.events[:QUOTES]),
        asking=row.asking,
        again=_rows(at, row.again),
        asks=len(row.again),
    )


def _event(name: Digest) -> str:
    short = name.removeprefix("sha256:")
    return f"/timeline/events?once=yes&event={short[:16]}#e-{short[:12]}"


def _rows(at: Visit, rows: Iterable[Listed]) -> tuple[FindingRow, ...]:
    return tuple(row_of(at, row) for row in list(rows)[:QUOTES])


def _hidden(at: Visit, row: Listed, words: str) -> str:
    return words if at.withholding is None else at.withholding.masked(row.shelved.document, words)


def _words(at: Visit, row: Obligation) -> str:
    words = row.words
    if at.withholding is not None:
        papers = [one.statement.citation.shelved.document for one in row.said] + [it.words.document for it in row.kept]
        for document in dict.fromkeys(papers):
            words = at.withholding.masked(document, words)
    return words


def _statement(at: Visit, one: Said) -> Statement:
    told = one.statement
    return Statement(
        name=_hidden(at, told.citation, one.name),
        bearer=one.bearer,
        words=told.words,
        of=_hidden(at, told.citation, told.of.name) if told.of else "",
        verb=one.verb,
        counts=one.counts,
        sentence=" ".join(_hidden(at, told.citation, told.sentence).split()),
        row=row_of(at, told.citation),
    )


obligations = seen(_page)
