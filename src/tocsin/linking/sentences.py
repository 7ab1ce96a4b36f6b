# SPDX-License-Identifier: Apache-2.0
"""Sentences: the words around a finding, from the stored text; where it was expunged, the finding's own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tocsin.ledger.failures import UnknownText
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.records.ids import Digest

_BEFORE, _AFTER = 600, 500
"""How far a sentence is looked for around a finding, in code points."""
# One class of characters begins every end, so that all others are passed over at once.
_END = re.compile(
    r"[.!?…;\n](?:(?<=[.!?…])(?<!\b[A-Z].)(?<!\b[Aa]rt.)(?<!\bNo.)(?<!\bpara.)[\"”’)]*\s+(?=[\"“‘(]?[^\W\d_a-z])|"
    r"(?<=\n)(?:\s*\n|\s*[•*–-]\s|\s*\(?\d{1,2}[.)]\s)|(?<=;)\s*\n)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a document's text, half-open in code points."""

    start: int
    end: int
    words: str


class Sentences:
    """Fetches sentences; each text is fetched once for findings in a row."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._held: tuple[Digest | None, str] = (None, "")

    def of(self, row: Listed) -> Sentence:
        """Give the sentence that holds a finding."""
        content = self._content(row)
        start, end = row.finding.start, row.finding.end
        if not content:
            return Sentence(start=start, end=end, words=row.finding.quote)
        low = max(0, start - _BEFORE)
        ends = [match.end() for match in _END.finditer(content, low, min(len(content), start + 1))]
        begin = ends[-1] if ends else low
        stop = _END.search(content, end, min(len(content), end + _AFTER))
        close = stop.start() + 1 if stop else min(len(content), end + _AFTER)
        return Sentence(start=begin, end=close, words=content[begin:close].strip())

    def _content(self, row: Listed) -> str:
        document = row.shelved.document
        if self._held[0] != document:
            version = str((row.row.entry.payload or {}).get("version", ""))
            try:
                content = self._ledger.text(document, version).content
            except UnknownText:
                content = ""
            self._held = (document, content)
        return self._held[1]
