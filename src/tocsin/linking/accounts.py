# SPDX-License-Identifier: Apache-2.0
"""Accounts: what one voice tells of an event – how it knows, where it stands to it, whom it names as acting."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.ledger.listed import Listed
from tocsin.linking.connections import Connection
from tocsin.linking.corroboration import TOLD_AS_DONE, counts
from tocsin.linking.denials import denying
from tocsin.records.findings import Claim, Party
from tocsin.records.ids import Digest, Json

SIDES = ("acting", "acted on", "of the place", "neither")
"""Where a voice stands to what it tells: named as acting, named as acted on, a body of the place, or none of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one voice tells of an event: its claims with how it knows each, and where it stands to it.

    `taken_back` are the claims of it that it denies elsewhere in the event (`denials.taken_back`).
    """

    name: str
    speaker: str | None
    side: str
    claims: tuple[Listed, ...]
    connections: tuple[Connection, ...]
    quoted_by: str | None = None
    taken_back: frozenset[Digest] = frozenset()

    @property
    def modes(self) -> tuple[str, ...]:
        """The modes of its claims, in their order."""
        return tuple(claim_of(row).mode for row in self.claims)

    @property
    def ways(self) -> tuple[str, ...]:
        """How it tells each of its claims: what it passes on as hearsay is in no count, what it states is.

        "states, denying" where the words of a denial deny themselves.
        """
        return tuple(_way(claim_of(row), known) for row, known in zip(self.claims, self.connections, strict=True))

    @property
    def counts(self) -> bool:
        """Whether the rule of corroboration counts this voice."""
        held = [pair for pair in zip(self.claims, self.connections, strict=True) if self._stands(pair[0])]
        return counts((claim_of(row).mode for row, _known in held), (known for _row, known in held))

    @property
    def told(self) -> tuple[Claim, ...]:
        """What it tells and denies nowhere."""
        return tuple(claim_of(row) for row in self.rows_told)

    @property
    def rows_told(self) -> tuple[Listed, ...]:
        """The rows of what it tells and denies nowhere."""
        return tuple(row for row in self.claims if self._stands(row) and claim_of(row).mode != "denied")

    @property
    def denies(self) -> bool:
        """Whether it denies the act, and tells nothing as done that it does not deny elsewhere."""
        return "denied" in self.modes and not any(claim.mode in TOLD_AS_DONE for claim in self.told)

    @property
    def denies_in_part(self) -> bool:
        """Whether it denies something of it – that a party acted – and tells something else of it as done."""
        return "denied" in self.modes and not self.denies

    def _stands(self, row: Listed) -> bool:
        return row.row.finding not in self.taken_back

    @property
    def connection(self) -> Connection:
        """The closest connection to what it tells."""
        order = {"witness": 0, "involved": 1, "collected": 2, "hearsay": 3, "not-stated": 4}
        return min(self.connections, key=lambda connection: order[connection.kind])

    @property
    def documents(self) -> frozenset[Digest]:
        """The documents it speaks in."""
        return frozenset(row.shelved.document for row in self.claims)

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {
            "name": self.name,
            "speaker": self.speaker,
            "side": self.side,
            "connection": self.connection.kind,
            "words": self.connection.words or None,
            "own_access": self.connection.own_access,
            "modes": sorted(set(self.modes)),
            "counts": self.counts,
            "denies": self.denies,
            "denies_in_part": self.denies_in_part,
            "taken_back": sorted(self.taken_back),
            "quoted_by": self.quoted_by,
            "documents": sorted(self.documents),
            "claims": [row.to_json() for row in self.claims],
        }


def _way(claim: Claim, known: Connection) -> str:
    if claim.mode == "denied":
        return denying(claim.quote)
    if claim.mode == "alleged":
        return "alleges"
    return "passes on" if known.kind == "hearsay" else "states"


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """A party that voices name as acting, and which of them do; `somebody` unless it is a common noun: "the army".

    `others` are those of them that are not the party itself: on who acted only they can agree.
    """

    party: Party
    by: tuple[str, ...]
    somebody: bool = True
    others: tuple[str, ...] = ()


def claim_of(row: Listed) -> Claim:
    """Give the claim that a row of a cluster holds."""
    assert isinstance(row.finding, Claim)
    return row.finding
