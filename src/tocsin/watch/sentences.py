# SPDX-License-Identifier: Apache-2.0
"""Sentences around findings, from the stored texts; each text is fetched once."""

from __future__ import annotations

import re

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.records.ids import Digest

_ENDS = re.compile(r"[.!?;]['\"”’)]*\s+(?=[^\Wa-z\d_]|[\"“(•])|\n\s*\n|\n\s*[•*-]\s")
_REACH = 600
"""Code points before and after a finding beyond which no sentence is followed."""


class Sentences:
    """Gives the words around findings; what stands in a table is its row."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._texts: dict[tuple[Digest, str], str] = {}

    def text(self, row: Listed) -> str:
        """Give the text that a finding stands in."""
        key = row.shelved.document, str((row.row.entry.payload or {})["version"])
        if key not in self._texts:
            self._texts[key] = self._ledger.text(*key).content
        return self._texts[key]

    def around(self, row: Listed) -> str:
        """Give the sentence that a finding stands in, as far as stops and blank lines tell."""
        content, start, end = self.text(row), row.finding.start, row.finding.end
        before = content[max(0, start - _REACH) : start]
        begins = max((match.end() for match in _ENDS.finditer(before)), default=0)
        after = content[end - 1 : end + _REACH]
        stop = _ENDS.search(after)
        return before[begins:] + content[start:end] + (after[1 : stop.start() + 1] if stop else after[1:])

    def after(self, row: Listed, reach: int) -> str:
        """Give the words that follow a finding."""
        return self.text(row)[row.finding.end : row.finding.end + reach]
