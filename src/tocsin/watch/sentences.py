# SPDX-License-Identifier: Apache-2.0
"""Sentences around findings, from the stored texts; each text is fetched once."""

from __future__ import annotations

import re
from collections.abc import Callable

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.records.ids import Digest

_ENDS = re.compile(r"[.!?;]['\"”’)]*\s+(?=[^\Wa-z\d_]|[\"“(•])|\n\s*\n|\n\s*[•*-]\s")
_PARTS = re.compile(rf"{_ENDS.pattern}|;")
"""Where clauses end that each tell of something for themselves."""
_HEADING = re.compile(r"(?:^|\n)[#*\d. )]*([^\n]*[^\W\d_][^\n]*?)[ \t:]*(?=\n)")
"""A line of a text; whether it is a heading is told by its letters and its end."""
_PAGE = 3000
"""Code points before a finding within which the heading that it stands under is looked for."""
_LONG = 80
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

    def clause(self, row: Listed) -> tuple[str, str]:
        """Give the words before and after a finding in its clause: up to a semicolon or the sentence's ends."""
        content, start, end = self.text(row), row.finding.start, row.finding.end
        before, after = content[max(0, start - _REACH) : start], content[end : end + _REACH]
        begins = max((match.end() for match in _PARTS.finditer(before)), default=0)
        stop = _PARTS.search(content[end - 1 : end + _REACH])
        return before[begins:], after[: stop.start()] if stop else after

    def heading(self, row: Listed) -> str:
        """Give the heading that a finding stands under: a line in capitals; nothing where there is none."""
        content, start = self.text(row), row.finding.start
        lines = [match[1] for match in _HEADING.finditer(content[max(0, start - _PAGE) : start])]
        return next((line for line in reversed(lines) if len(line) <= _LONG and line.isupper()), "")

    def of_place(self, row: Listed, named: Callable[[str], bool]) -> bool:
        """Say whether a finding is of a place: by its sentence, else by the heading above, else by the title."""
        if named(self.around(row)):
            return True
        heading = self.heading(row)
        return named(heading) if heading else named(row.shelved.card.title or "")

    def after(self, row: Listed, reach: int) -> str:
        """Give the words that follow a finding."""
        return self.text(row)[row.finding.end : row.finding.end + reach]
