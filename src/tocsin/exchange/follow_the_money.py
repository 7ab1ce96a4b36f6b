# SPDX-License-Identifier: Apache-2.0
"""A ledger as FollowTheMoney entities, one JSON object a line: documents, who speaks in them, what they say.

A claim, a warning and an ask become an `Event` each: an event of the telling, named "asserted: blockade", with its
words as description and its document as proof; what was told stays told, nothing becomes a fact. Issuers, carriers and
addressees of a document are tied to it by a `Documentation`.

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
            yield from made.new((*_speaking(row.finding), *_others(row.finding)))
            yield _event(row, catalogue)


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


def _event(row: Listed, catalogue: Catalogue) -> Entity:
    finding = row.finding
    when = finding.when if isinstance(finding, Claim) else row.shelved.card.issued
    days = _days(when)
    places = finding.places if isinstance(finding, Claim | Warning) else ()
    return _entity(
        f"tocsin-{row.row.finding.replace(':', '-')}",
        "Event",
        name=[_told(finding, catalogue)],
        description=[finding.quote],
        startDate=days[:1],
        endDate=days[1:],
        location=[place.name for place in places],
        organizer=[_party_id(party) for party in _speaking(finding)],
        involved=[_party_id(party) for party in _others(finding)],
        proof=[_document_id(row.shelved.document)],
        recordId=[row.row.finding],
        keywords=[finding.kind, row.row.state.standing],
    )


def _told(finding: Finding, catalogue: Catalogue) -> str:
    if isinstance(finding, Claim):
        act = catalogue.acts.get(finding.act)
        return f"{finding.mode}: {act.name if act else finding.act}"
    if isinstance(finding, Warning):
        harm = catalogue.harms.get(finding.harm)
        return f"warned of: {harm.name if harm else finding.harm}"
    return f"asked ({getattr(finding, 'force', None) or 'implied'})"


def _speaking(finding: Finding) -> tuple[Party, ...]:
    if isinstance(finding, Ask):
        return finding.askers
    return finding.speakers[-1:] if isinstance(finding, Claim | Warning) else ()


def _others(finding: Finding) -> tuple[Party, ...]:
    if isinstance(finding, Ask):
        return finding.addressees
    return (*finding.actors, *finding.targets) if isinstance(finding, Claim) else ()


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
