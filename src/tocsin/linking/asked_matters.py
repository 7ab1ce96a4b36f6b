# SPDX-License-Identifier: Apache-2.0
"""What each ask is about, whole and in its parts, read once a document and kept while the document's entries stay.

What an ask is about rests on its words and the catalogue alone, so what is kept spares work and decides nothing: an ask
that was listed before or after what is kept (an entry came between) is read there and then.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.parts import Parts
from tocsin.ledger.queries import Query
from tocsin.linking.likeness import Profile, profile
from tocsin.linking.matters import INSTRUMENT, JOIN, Matter, matters_by, parts
from tocsin.records.findings import Finding
from tocsin.records.ids import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """An ask, or a part of one: `name` is that of the treaty to join where it is not the first part."""

    name: str
    matter: Matter
    profile: Profile = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMatter:
    """What an ask is about, as a whole and in the parts that are asks of their own."""

    whole: Matter
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMatters:
    """What asks are about: `kept` by document and finding, anything else read anew."""

    catalogue: Catalogue = field(repr=False)
    kept: Mapping[Digest, Mapping[Digest, AskMatter]] = field(repr=False)

    def of(self, row: Listed) -> AskMatter:
        """Give what a listed ask is about."""
        held = self.kept.get(row.shelved.document, {}).get(row.row.finding)
        return _read(self.catalogue, row.finding) if held is None else held


_READ: Parts[Mapping[Digest, AskMatter]] = Parts(4)


def asked_matters(ledger: Ledger, catalogue: Catalogue, query: Query) -> AskMatters:
    """Give what each ask that was recorded by then is about."""

    def read(documents: Collection[Digest] | None) -> Mapping[Digest, Mapping[Digest, AskMatter]]:
        found: dict[Digest, dict[Digest, AskMatter]] = {}
        for row in listed(ledger, Query(kinds=("ask",), recorded_by=query.recorded_by)):
            document = row.shelved.document
            if documents is None or document in documents:
                found.setdefault(document, {})[row.row.finding] = _read(catalogue, row.finding)
        return found

    kept = _READ.get(ledger, query.recorded_by, read, beside=catalogue.digest)
    return AskMatters(catalogue=catalogue, kept=kept)


def _read(catalogue: Catalogue, finding: Finding) -> AskMatter:
    whole = matters_by(catalogue).of(finding)
    return AskMatter(
        whole=whole,
        parts=tuple(
            Part(
                name=next(iter(matter.named(INSTRUMENT)), "") if matter.means == {JOIN} and number else "",
                matter=matter,
                profile=profile(matter),
            )
            for number, matter in enumerate(parts(whole))
        ),
    )
