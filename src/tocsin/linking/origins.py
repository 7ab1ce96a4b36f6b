# SPDX-License-Identifier: Apache-2.0
"""Origins: the voice of each finding with its name, for listings that tell who says a thing (`voices` decides)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Query
from tocsin.linking.lineages import speakers
from tocsin.linking.voices import voices
from tocsin.records.findings import Party
from tocsin.records.ids import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One voice: `key` is the same for all that it says, `name` what its sources call whoever speaks."""

    key: Digest
    name: str


def origins(ledger: Ledger, query: Query, rows: Iterable[Listed], catalogue: Catalogue) -> Mapping[Digest, Origin]:
    """Give the origin of each finding, by its id; each speaker goes by the first name that it is called by."""
    found = voices(ledger, query, catalogue)
    names: dict[tuple[Digest, str], str] = {}
    told: dict[Digest, Origin] = {}
    for row in rows:
        key, said = found.of_finding(row), found.speaker(row)
        who = key, "" if said is None else said.id
        name = names.setdefault(who, row.shelved.issuers if said is None else said.name)
        told[row.row.finding] = Origin(key=key, name=name)
    return told


def speaker(row: Listed) -> Party | None:
    """Give who says a thing as its document has it: the last of its speakers, else the issuer; None where nobody is."""
    said = speakers(row)
    return said[0] if said else None


def quoted(row: Listed) -> bool:
    """Say whether a claim is in the words of somebody whom the document quotes."""
    said = speaker(row)
    own = (*row.shelved.card.issuers, *row.shelved.card.carriers)
    return said is not None and bool(own) and all(party.id != said.id for party in own)
