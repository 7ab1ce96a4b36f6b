# SPDX-License-Identifier: Apache-2.0
"""Printings: one voice's ask in one wording, however often it is printed; a reprint asks nothing a second time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Generic, TypeVar

from tocsin.ledger.listed import Listed
from tocsin.linking.voices import Voices
from tocsin.records.findings import Ask
from tocsin.records.ids import Digest

_NUMBER = re.compile(r"^[\W_]*(?:(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)]|\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])\))\s+")
_END = re.compile(r"(?:[\s;,.:]|\band$)+$")

_V = TypeVar("_V")


class Prints(Generic[_V]):
    """The asks printed so far, with what stands for each: the finding first met, or the group it began.

    Papers of one body's own with different dates ask anew, whatever their wording; a carrier's print asks nothing new.
    """

    def __init__(self, voices: Voices) -> None:
        self._voices = voices
        self._held: dict[tuple[Digest, str], list[tuple[str | None, _V]]] = {}

    def first(self, row: Listed, value: _V) -> _V:
        """Give what stands for the ask that a row prints, `value` where no row before it printed it."""
        day = row.shelved.card.issued if _is_own(row) else None
        held = self._held.setdefault((self._voices.of_finding(row), wording(row.finding.quote)), [])
        for printed, one in held:
            if day is None or printed is None or printed == day:
                return one
        held.append((day, value))
        return value


def _is_own(row: Listed) -> bool:
    """Say whether a paper is its asker's own: nobody carries it, and who asks is who issues it."""
    card = row.shelved.card
    issuers = {party.id for party in card.issuers}
    askers = row.finding.askers if isinstance(row.finding, Ask) else ()
    return not card.carriers and (not askers or any(party.id in issuers for party in askers))


def wording(quote: str) -> str:
    """Fold words as one print may have them and another not.

    >>> wording("2. to reopen the Issel bridge; and") == wording("To reopen the Issel bridge.")
    True
    """
    words = _NUMBER.sub("", " ".join(quote.casefold().split()))
    return _END.sub("", words)


def together(rows: Iterable[Listed], voices: Voices) -> list[list[Listed]]:
    """Put the prints of each ask together, those of a paper with a date first, in the order of the rows."""
    prints: Prints[list[Listed]] = Prints(voices)
    groups: list[list[Listed]] = []
    for row in rows:
        group: list[Listed] = []
        held = prints.first(row, group)
        if held is group:
            groups.append(group)
        held.append(row)
    for group in groups:
        group.sort(key=lambda row: row.shelved.published is None)
    return groups
