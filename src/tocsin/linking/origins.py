# SPDX-License-Identifier: Apache-2.0
"""Origins: who it is that tells a claim, so that one speaker in many papers, or one paper in many copies, is one voice.

1. A claim in the issuer's own words is the issuer's; all that one issuer says, in however many documents, is one voice.
2. Copies of a document are one voice (`voices`), whoever their cards name.
3. A claim in somebody else's words ("according to …") is that person's, not the paper's that carries it.
4. Of two actors that people hold for one, what they say is one voice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.ledger.queries import Query
from tocsin.linking.identities import together
from tocsin.linking.voices import Voices, voices
from tocsin.records.findings import Claim, Party
from tocsin.records.ids import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One voice: `key` is the same for all that it says, `name` what its sources call it."""

    key: str
    name: str


def origins(ledger: Ledger, query: Query, claims: Iterable[Listed]) -> Mapping[Digest, Origin]:
    """Give the origin of each claim, by the claim's finding id."""
    return _origins(voices(ledger, query), together(ledger, recorded_by=query.recorded_by), list(claims))


def _origins(grouped: Voices, one: Mapping[str, str], claims: list[Listed]) -> Mapping[Digest, Origin]:
    tree = _Tree()
    spoken: dict[Digest, tuple[str, str]] = {}
    for row in claims:
        said = speaker(row)
        voice = f"voice:{grouped.of(row.shelved.document)}"
        if said is None:
            spoken[row.row.finding] = (voice, row.shelved.issuers)
            continue
        key = f"speaker:{one.get(said.id, said.id)}"
        spoken[row.row.finding] = (key, said.name)
        if any(party.id == said.id for party in row.shelved.card.issuers):
            tree.join(key, voice)
    names: dict[str, str] = {}
    for key, name in spoken.values():
        names.setdefault(tree.root(key), name)
    return {finding: Origin(key=tree.root(key), name=names[tree.root(key)]) for finding, (key, _name) in spoken.items()}


def speaker(row: Listed) -> Party | None:
    """Give who says a claim: the last of its speakers, else the document's issuer; None where nobody is named."""
    finding = row.finding
    said = finding.speakers if isinstance(finding, Claim) else ()
    return said[-1] if said else row.shelved.card.issuers[0] if row.shelved.card.issuers else None


def quoted(row: Listed) -> bool:
    """Say whether a claim is in the words of somebody whom the document quotes."""
    said = speaker(row)
    own = (*row.shelved.card.issuers, *row.shelved.card.carriers)
    return said is not None and bool(own) and all(party.id != said.id for party in own)


class _Tree:
    """Union-find whose root is the smallest key."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}

    def root(self, key: str) -> str:
        path = []
        while (above := self._up.get(key, key)) != key:
            path.append(key)
            key = above
        for passed in path:
            self._up[passed] = key
        return key

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        if first != second:
            self._up[second] = first
