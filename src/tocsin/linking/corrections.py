# SPDX-License-Identifier: Apache-2.0
"""Corrections: what people put in a finding's place, so that their words on the finding hold for what stands now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.states import standing
from tocsin.records.ids import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """What stands in whose place; a correction may itself have been corrected."""

    instead: Mapping[Digest, Digest] = field(default_factory=dict)

    def of(self, name: Digest) -> Digest:
        """Give what stands for a finding now: itself, or what the last correction put there.

        >>> a, b, c = Digest("a"), Digest("b"), Digest("c")
        >>> held = Corrections(instead={a: b, b: c})
        >>> held.of(a), held.of(c)
        ('c', 'c')
        """
        passed = set[Digest]()
        while name in self.instead and name not in passed:
            passed.add(name)
            name = self.instead[name]
        return name


def corrections(ledger: Ledger, *, recorded_by: str | None = None) -> Corrections:
    """Give the corrections that stand: of several judgements of a finding the last holds."""
    told = [
        *ledger.entries(kind="judgement", recorded_by=recorded_by),
        *ledger.entries(kind="retraction", recorded_by=recorded_by),
    ]
    instead: dict[Digest, Digest] = {}
    for entry in standing(sorted(told, key=lambda entry: entry.seq)):
        replacement = (entry.payload or {}).get("replacement")
        if isinstance(replacement, str):
            instead[entry.subject] = Digest(replacement)
        else:
            instead.pop(entry.subject, None)
    return Corrections(instead=instead)
