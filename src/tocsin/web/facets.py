# SPDX-License-Identifier: Apache-2.0
"""Facets of a search: by kind, state, act, force, issuer and year how many of the passages found are of each.

1. Counted among the first `COUNTED` that a search finds; where it finds more, that is said.
2. A passage is of a kind where a finding of that kind stands in it; of several facets asked for, one finding has all.
3. What is asked for stands in the address; a search is still the command's, narrowed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from tocsin.desk.bodies import values
from tocsin.dossier.searches import Found, search
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.records.findings import Ask, Claim
from tocsin.records.ids import Digest
from tocsin.web.pages import Page, answer
from tocsin.web.rooms import Visit, visit

COUNTED, SHOWN = 500, 12
"""Passages whose facets are counted, values of one facet that are shown."""
NAMES = ("kind", "state", "force", "act", "issuer", "year")
"""The facets, by their names in the address."""
_OF_FINDINGS = ("kind", "state", "force", "act")
_KINDS = ("ask", "warning", "claim", "citation", "time", "quantity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Something found, with what its passage holds: of each finding its kind, state, force and act."""

    found: Found
    findings: tuple[Mapping[str, str], ...]
    issuers: tuple[tuple[str, str], ...]
    year: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a facet: its words, how many have it, the address with it, or without it where it is chosen."""

    words: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A facet with its values, most first."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetsPage(Page):
    """The facets of a search."""

    template: ClassVar[str] = "facets.html"
    section: ClassVar[str] = "search"
    facets: tuple[Facet, ...]
    counted: int
    more: bool
    alone: bool


def asked(at: Visit) -> Mapping[str, str]:
    """Give the facets that an address asks for."""
    return {name: at.asked[name] for name in NAMES if name in at.asked}


def matched(at: Visit) -> Sequence[Matched]:
    """Give the first things that a search finds, with what the facets need; one more than is counted where there are.

    Raises:
        BadSearch: The search cannot be read.
        Working: It takes longer than a page may.
    """
    words = at.asked.get("q", "")
    return (
        at.view(("facets", words), lambda view: matched_here(view, words), masked=False, happened=True) if words else ()
    )


def matched_here(view: Visit, words: str) -> Sequence[Matched]:
    """Give the same at once, for whoever waits already."""
    of = values(view.ledger, view.catalogue, view.clocks)
    found = list(islice(search(view.ledger, words, view.clocks, of, limit=COUNTED + 1, held=view.shelf), COUNTED + 1))
    held: dict[Digest, list[Listed]] = {}
    for document in dict.fromkeys(one.anchor.document for one in found):
        query = Query(kinds=_KINDS, document=document, recorded_by=view.clocks.recorded_by)
        held[document] = list(listed(view.ledger, query, held=view.shelf))
    return tuple(_one(item, held[item.anchor.document]) for item in found)


def _one(item: Found, rows: Sequence[Listed]) -> Matched:
    start, end = item.passage
    if item.kind == "passage":
        inside = [row for row in rows if row.finding.start >= start and row.finding.end <= end]
    else:
        inside = [row for row in rows if row.row.finding == item.finding]
    card = item.shelved.card
    return Matched(
        found=item,
        findings=tuple(map(_facts, inside)),
        issuers=tuple((party.id, party.name) for party in card.issuers),
        year=(card.issued or "")[:4],
    )


def _facts(row: Listed) -> Mapping[str, str]:
    finding = row.finding
    facts = {"kind": finding.kind, "state": row.row.state.standing}
    if isinstance(finding, Ask):
        facts["force"] = finding.force or "implied"
    if isinstance(finding, Claim):
        facts["act"] = finding.act
    return facts


def narrowed(found: Sequence[Matched], wanted: Mapping[str, str]) -> list[Matched]:
    """Keep what has all the facets asked for."""
    return [one for one in found if _has(one, wanted)]


def _has(one: Matched, wanted: Mapping[str, str]) -> bool:
    if "issuer" in wanted and wanted["issuer"] not in {name for name, _ in one.issuers}:
        return False
    if "year" in wanted and wanted["year"] != one.year:
        return False
    of = {name: value for name, value in wanted.items() if name in _OF_FINDINGS}
    return not of or any(all(facts.get(name) == value for name, value in of.items()) for facts in one.findings)


def facets(request: Request) -> Response:
    """Show the facets of the search in the address."""
    with visit(request) as at:
        found = matched(at)
        page = FacetsPage(
            title="Narrow this search",
            facets=tuple(_facets(at, found[:COUNTED])),
            counted=min(len(found), COUNTED),
            more=len(found) > COUNTED,
            alone=not at.fragment,
        )
    return answer(request, page)


def _facets(at: Visit, found: Sequence[Matched]) -> Iterator[Facet]:
    wanted = asked(at)
    for name in NAMES:
        others = narrowed(found, {key: value for key, value in wanted.items() if key != name})
        counts: Counter[str] = Counter()
        for one in others:
            counts.update(_values(one, name, wanted))
        shown = [value for value, _ in counts.most_common(SHOWN)]
        if name in wanted and wanted[name] not in shown:
            shown.append(wanted[name])
        if len(shown) > 1 or name in wanted:
            called = _called(at, name, found)
            yield Facet(
                name=name,
                values=tuple(
                    Value(
                        words=called.get(value, value),
                        count=counts[value],
                        address=_address(at, name, None if wanted.get(name) == value else value),
                        chosen=wanted.get(name) == value,
                    )
                    for value in shown
                ),
            )


def _values(one: Matched, name: str, wanted: Mapping[str, str]) -> set[str]:
    if name == "issuer":
        return {issuer for issuer, _ in one.issuers}
    if name == "year":
        return {one.year} if one.year else set()
    of = {key: value for key, value in wanted.items() if key in _OF_FINDINGS and key != name}
    fitting = [facts for facts in one.findings if all(facts.get(key) == value for key, value in of.items())]
    return {facts[name] for facts in fitting if name in facts}


def _called(at: Visit, name: str, found: Sequence[Matched]) -> Mapping[str, str]:
    if name == "issuer":
        called: dict[str, str] = {}
        for one in found:
            shown = one.found.shelved if at.withholding is None else at.withholding.shelved(one.found.shelved)
            called |= {issuer: party.name for (issuer, _), party in zip(one.issuers, shown.card.issuers, strict=True)}
        return called
    rows = {"force": at.catalogue.forces, "act": at.catalogue.acts}.get(name, {})
    return {key: str(getattr(row, "name", key)) for key, row in rows.items()}


def _address(at: Visit, name: str, value: str | None) -> str:
    pairs = {key: held for key, held in at.asked.items() if key not in {name, "page"}}
    return f"/search?{urlencode(pairs | ({name: value} if value else {}))}"
