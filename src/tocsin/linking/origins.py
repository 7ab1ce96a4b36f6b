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
    """One voice: `key` is the same for all that it says, `name` what its sources call it."""

    key: Digest
    name: str


def origins(ledger: Ledger, query: Query, rows: Iterable[Listed], catalogue: Catalogue) -> Mapping[Digest, Origin]:
    """Give the origin of each finding, by its id; a voice goes by the first name that it is called by."""
    found = voices(ledger, query, catalogue)
    names: dict[Digest, str] = {}
    keys: dict[Digest, Digest] = {}
    for row in rows:
        key = keys[row.row.finding] = found.of_finding(row)
        if key not in names:
            said = found.speaker(row)
            names[key] = said.name if said is not None else row.shelved.issuers
    return {finding: Origin(key=key, name=names[key]) for finding, key in keys.items()}


def speaker(row: Listed) -> Party | None:
    """Give who says a thing as its document has it: the last of its speakers, else the issuer; None where nobody is."""
    said = speakers(row)
    return said[0] if said else None


def quoted(row: Listed) -> bool:
    """Say whether a claim is in the words of somebody whom the document quotes."""
    said = speaker(row)
    own = (*row.shelved.card.issuers, *row.shelved.card.carriers)
    return said is not None and bool(own) and all(party.id != said.id for party in own)
