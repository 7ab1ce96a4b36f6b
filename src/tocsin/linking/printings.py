# SPDX-License-Identifier: Apache-2.0
"""Printings: one voice's ask in one wording, however often it is printed; a reprint asks nothing a second time."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tocsin.ledger.listed import Listed
from tocsin.linking.voices import Voices
from tocsin.records.ids import Digest

_NUMBER = re.compile(r"^[\W_]*(?:(?:\d{1,3}|[ivx]{1,5}|[a-z])[.)]|\(?(?:\d{1,3}|[ivx]{1,5}|[a-z])\))\s+")
_END = re.compile(r"(?:[\s;,.:]|\band$)+$")

Printing = tuple[Digest, str]
"""The voice that asks, and its words without case, numbering and the stop at their end."""


def printing(row: Listed, voices: Voices) -> Printing:
    """Tell which ask of which voice a row prints."""
    return voices.of_finding(row), wording(row.finding.quote)


def wording(quote: str) -> str:
    """Fold words as one print may have them and another not.

    >>> wording("2. to reopen the Issel bridge; and") == wording("To reopen the Issel bridge.")
    True
    """
    words = _NUMBER.sub("", " ".join(quote.casefold().split()))
    return _END.sub("", words)


def together(rows: Iterable[Listed], voices: Voices) -> list[list[Listed]]:
    """Put the prints of each ask together, those of a paper with a date first, in the order of the rows."""
    groups: dict[Printing, list[Listed]] = {}
    for row in rows:
        groups.setdefault(printing(row, voices), []).append(row)
    for group in groups.values():
        group.sort(key=lambda row: row.shelved.published is None)
    return list(groups.values())
