# SPDX-License-Identifier: Apache-2.0
"""A ledger as FollowTheMoney entities, one JSON object a line: documents, who speaks in them, what they say.

A claim, a warning and an ask become an `Event` each: an event of the telling, named "asserted: blockade", with its
words as description and its document as proof; what was told stays told, nothing becomes a fact. Whoever is named in it
is tied to it by an `UnknownLink` whose role says as what: named as acting, named as acted on, says so, asks, is asked.
The schema's own `organizer` would make whoever speaks, or is accused, the event's. Issuers, carriers and addressees of
a document are tied to it by a `Documentation`.

Source: the FollowTheMoney schema, followthemoney.tech/explorer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TypeAlias

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.listed import Listed
from tocsin.ledger.shelf import Shelved
from tocsin.linking.lineages import speakers
from tocsin.records.bounds import FIRST, LAST, bounds
from tocsin.records.findings import Ask, Claim, Finding, Party, Warning  # noqa: A004 - the house's word
from tocsin.records.ids import Digest, Json, canonical, digest

Entity: TypeAlias = dict[str, Json]

_PLAIN = re.compile(r"(\d{4}(?:-\d\d){0,2})[~?%]?")

SCHEMATA: Mapping[str, str] = {
    "state": "PublicBody",
    "territory": "PublicBody",
    "un-organ": "PublicBody",
    "peace-operation": "PublicBody",
    "court": "PublicBody",
    "parliament": "PublicBody",
    "ministry": "PublicBody",
    "office": "PublicBody",
    "holder": "Person",
    "organisation": "Organization",
    "armed-group": "Organization",
    "ngo": "Organization",
    "media": "Organization",
}
"""The schema of each kind of actor; any other is a `LegalEntity`."""


SAYS, DENIES, ASKS, ASKED = "says so", "denies it", "asks", "is asked"
ACTING, ACTED_ON = "named as acting", "named as acted on"
"""As what a party is tied to an event; of what is denied, "denied: named as acting"."""

_OWN_CODE = re.compile(r"Q[M-Z]|X[A-JL-Z]|AA|ZZ")
"""Country codes that ISO 3166-1 leaves to whoever uses them; XK is taken for Kosovo by most."""


def _languages(catalogue: Catalogue) -> Mapping[str, str]:
    return dict(pair.split("=") for pair in catalogue.list("languages.iso-639-3"))


def entities(shelved: Iterable[Shelved], rows: Iterable[Listed], catalogue: Catalogue) -> Iterator[Entity]:
    """Give the entities of documents and of the findings in them; each party once, before what names it."""
    made = _Parties(catalogue)
    languages = _languages(catalogue)
    for item in shelved:
        yield _document(item, languages.get(item.card.language or ""))
        for role, parties in (
            ("issuer", item.card.issuers),
            ("carrier", item.card.carriers),
            ("addressee", item.card.addressees),
        ):
            for party in parties:
                yield from made.new((party,))
                yield _documentation(item, role, party)
    for row in rows:
        if isinstance(row.finding, Ask | Claim | Warning):
            yield from made.new(party for _role, party in _roles(row))
            yield _event(row, catalogue)
            for role, party in _roles(row):
                yield _link(row, role, party)


class _Parties:
    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._held: set[str] = set()

    def new(self, parties: Iterable[Party]) -> Iterator[Entity]:
        for party in parties:
            if party.id not in self._held:
                self._held.add(party.id)
                yield self._entity(party)

    def _entity(self, party: Party) -> Entity:
        row = self._catalogue.actors.get(party.id)
        if row is None:
            return _entity(_party_id(party), "LegalEntity", name=[party.name])
        country = [row.iso.lower()] if row.iso and not _OWN_CODE.fullmatch(row.iso) else []
        schema = SCHEMATA.get(row.kind, "LegalEntity")
        return _entity(_party_id(party), schema, name=[row.name], alias=list(row.aliases), country=country)


def _entity(key: str, schema: str, /, **properties: list[str]) -> Entity:
    held: dict[str, Json] = {name: list(dict.fromkeys(values)) for name, values in properties.items() if values}
    return {"id": key, "schema": schema, "properties": held}


def _party_id(party: Party) -> str:
    return f"tocsin-actor-{party.id}"


def _document_id(document: Digest) -> str:
    return f"tocsin-{document.replace(':', '-')}"


def _document(item: Shelved, language: str | None) -> Entity:
    return _entity(
        _document_id(item.document),
        "Document",
        fileName=[item.source],
        title=[item.title],
        name=[item.title],
        author=[party.name for party in item.card.issuers],
        publisher=[party.name for party in item.card.carriers],
        authoredAt=_days(item.card.issued)[:1],
        language=[language] if language else [],
        keywords=[item.card.genre, item.document],
    )


def _documentation(item: Shelved, role: str, party: Party) -> Entity:
    key = digest(canonical(["documentation", item.document, role, party.id]))
    return _entity(
        f"tocsin-{key.replace(':', '-')}",
        "Documentation",
        document=[_document_id(item.document)],
        entity=[_party_id(party)],
        role=[role],
        date=_days(item.card.issued)[:1],
    )


def _event_id(row: Listed) -> str:
    return f"tocsin-{row.row.finding.replace(':', '-')}"


def _event(row: Listed, catalogue: Catalogue) -> Entity:
    finding = row.finding
    days = _days(_when(row))
    places = finding.places if isinstance(finding, Claim | Warning) else ()
    roles = list(_roles(row))
    return _entity(
        _event_id(row),
        "Event",
        name=[_told(finding, catalogue)],
        summary=["; ".join(f"{role}: {party.name}" for role, party in roles)] if roles else [],
        description=[finding.quote],
        startDate=days[:1],
        endDate=days[1:],
        location=[place.name for place in places],
        involved=[_party_id(party) for role, party in roles if role not in {SAYS, DENIES}],
        proof=[_document_id(row.shelved.document)],
        recordId=[row.row.finding],
        keywords=[finding.kind, row.row.state.standing],
    )


def _link(row: Listed, role: str, party: Party) -> Entity:
    key = digest(canonical(["link", row.row.finding, role, party.id]))
    days = _days(_when(row))
    return _entity(
        f"tocsin-{key.replace(':', '-')}",
        "UnknownLink",
        subject=[_party_id(party)],
        object=[_event_id(row)],
        role=[role],
        startDate=days[:1],
        endDate=days[1:],
        proof=[_document_id(row.shelved.document)],
        recordId=[row.row.finding],
    )


def _when(row: Listed) -> str | None:
    return row.finding.when if isinstance(row.finding, Claim) else row.shelved.card.issued


def _roles(row: Listed) -> Iterator[tuple[str, Party]]:
    """Give whoever a finding names, and as what; who speaks is the last of the chain, else the document's issuers."""
    finding = row.finding
    if isinstance(finding, Ask):
        yield from ((ASKS, party) for party in finding.askers)
        yield from ((ASKED, party) for party in finding.addressees)
        return
    denied = isinstance(finding, Claim) and finding.mode == "denied"
    yield from ((DENIES if denied else SAYS, party) for party in speakers(row))
    if isinstance(finding, Claim):
        yield from ((f"denied: {ACTING}" if denied else ACTING, party) for party in finding.actors)
        yield from ((f"denied: {ACTED_ON}" if denied else ACTED_ON, party) for party in finding.targets)


def _told(finding: Finding, catalogue: Catalogue) -> str:
    if isinstance(finding, Claim):
        act = catalogue.acts.get(finding.act)
        return f"{finding.mode}: {act.name if act else finding.act}"
    if isinstance(finding, Warning):
        harm = catalogue.harms.get(finding.harm)
        return f"warned of: {harm.name if harm else finding.harm}"
    return f"asked ({getattr(finding, 'force', None) or 'implied'})"


def _days(edtf: str | None) -> list[str]:
    """Give when an EDTF time begins and ends, to the day, the month or the year that it names.

    >>> _days("2023-08~"), _days("2023-06-15/2023-06-XX"), _days("2022-12-12/..")
    (['2023-08'], ['2023-06-15', '2023-06-30'], ['2022-12-12'])
    """
    if edtf and (plain := _PLAIN.fullmatch(edtf)):
        return [plain[1]]
    held = bounds(edtf)
    if held is None or held.earliest == FIRST:
        return []
    ends = (held.earliest,) if held.latest == LAST else (held.earliest, held.latest)
    return [date.fromordinal(day).isoformat() for day in ends]
