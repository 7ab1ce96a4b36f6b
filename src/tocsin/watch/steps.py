# SPDX-License-Identifier: Apache-2.0
"""Steps: the rows of notice – on which basis, when, in which document or entry, and in which words or how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tocsin.ledger.queries import Certainty
from tocsin.records.bounds import Bounds
from tocsin.records.ids import Digest, Json
from tocsin.watch.spans import edtf

Basis = Literal["addressed", "transmitted", "acknowledged"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One row of notice: on which basis, when, in which document or entry, and in which words or how."""

    basis: Basis
    day: Bounds | None
    certainty: Certainty
    document: Digest | None
    source: str
    says: str
    entry: Digest | None = None

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        return {
            "basis": self.basis,
            "day": edtf(self.day),
            "certainty": self.certainty,
            "document": self.document,
            "source": self.source,
            "says": self.says,
            "entry": self.entry,
        }
