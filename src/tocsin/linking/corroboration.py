# SPDX-License-Identifier: Apache-2.0
"""Corroboration: the rule that decides what may be called corroborated, always shown with what it decided.

A voice counts where it tells the act as done. What it alleges, denies, or passes on as hearsay does not count, nor what
it tells of its own side where it denies. Copies,
carriers and several papers of one speaker are one voice. On which side a voice stands is told, never weighed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.linking.connections import Connection
from tocsin.records.plurals import counted

TOLD_AS_DONE = frozenset({"asserted", "reported"})
"""Modes of a claim that tell an act as done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """How many voices it takes."""

    voices: int = 2

    def __str__(self) -> str:
        """Say the rule, as it is shown beside what it decided."""
        return (
            f"told as done by at least {counted(self.voices, 'voice')}; copies, carriers and all papers of one speaker "
            f"are one voice here; what a voice alleges, denies or passes on as hearsay does not count, nor what it "
            f"tells of its own side while it denies"
        )

    def met(self, names: Iterable[str]) -> bool:
        """Say whether the voices that count are enough."""
        return len(list(names)) >= self.voices


RULE = Rule()


def counts(modes: Iterable[str], connections: Iterable[Connection]) -> bool:
    """Say whether a voice counts: some claim of it tells the act as done and is no hearsay.

    >>> counts(["denied", "asserted"], [Connection(kind="not-stated"), Connection(kind="hearsay")])
    False
    """
    told = zip(modes, connections, strict=True)
    return any(mode in TOLD_AS_DONE and connection.kind != "hearsay" for mode, connection in told)
