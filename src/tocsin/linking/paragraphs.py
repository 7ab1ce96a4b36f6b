# SPDX-License-Identifier: Apache-2.0
"""Paragraphs: under which number of a paper that binds its words stand, and until when they hold.

1. The number is that which opens the words' line or the lines above: "Article 3", "2.", "(2)"; with an article above
   it, "2." is its paragraph, art. 3(2).
2. A term is a day or a length behind "in force until", "for a period of", "expires on". It is of the sentence in which
   it stands, and of the whole paper where that sentence speaks of the paper itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from tocsin.ledger.failures import UnknownText
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.linking.lengths import after
from tocsin.records.bounds import LAST, Bounds, bounds
from tocsin.records.ids import Digest

_ABOVE = 1500
"""Code points above words within which the number of their article stands."""
_ARTICLE = re.compile(r"^[ \t]*(?:Article|ARTICLE|Art\.)[ \t]+(\d+[a-z]?)\b", re.MULTILINE)
_NUMBER = re.compile(r"^[ \t]*\(?(\d{1,3})[.)][ \t]+(?=\S)", re.MULTILINE)
_BREAK = re.compile(r"\n\s*\n")
_UNTIL = re.compile(
    r"\b(?:(?:remain|be|stay|continue)s?[ ]in[ ](?:force|effect|operation)[^.;]{0,40}?[ ](?:until|till|through|for)"
    r"(?:[ ](?:a|the))?"
    r"(?:[ ](?:further[ ])?(?:period|term)[ ]of)?|(?:shall[ ])?(?:expires?|lapses?|ends?|terminates?)[ ](?:on|at|by)|"
    r"for[ ]a[ ](?:period|term)[ ]of|until|till)(?:[ ](?:midnight|noon)(?:[ ](?:on|of))?)?[ ]?$",
    re.IGNORECASE,
)
_ITSELF = re.compile(
    r"\b(?:[Tt]his|[Tt]he)\s+(?:[Pp]resent\s+)?(?:[Aa]greement|[Tt]reaty|[Pp]rotocol|[Tt]ruce|[Cc]easefire|[Aa]rrangement|[Aa]rmistice|"
    r"[Mm]andate|[Oo]rder|[Mm]easures)\s+(?:shall|will|is|are|expires?|remains?|ends?|lapses?|terminates?|enters?)\b"
)
_NEAR = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    start: int
    end: int
    until: str
    whole: bool


class Paragraphs:
    """Reads numbers and terms off the texts of papers that bind, each text once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._texts: dict[Digest, str] = {}
        self._terms: dict[Digest, tuple[_Term, ...]] = {}

    def pinpoint(self, row: Listed) -> str | None:
        """Give where words stand in their paper: "art. 3(2)", "para. 4"; None where no number tells."""
        text = self._text(row)[: row.finding.start]
        low = max(0, len(text) - _ABOVE)
        articles = list(_ARTICLE.finditer(text, low))
        since = articles[-1].end() if articles else low
        paragraph = text[max(since, _broken(text, since)) :]
        number = next(iter(reversed(list(_NUMBER.finditer(paragraph)))), None)
        if articles:
            return f"art. {articles[-1][1]}" + (f"({number[1]})" if number else "")
        return f"para. {number[1]}" if number else None

    def until(self, row: Listed) -> str | None:
        """Give the last day on which words hold, as EDTF; None where no term is told."""
        held = self._of(row)
        own = [term.until for term in held if term.start >= row.finding.start and term.end <= row.finding.end]
        return next(iter(own), next((term.until for term in held if term.whole), None))

    def _of(self, row: Listed) -> tuple[_Term, ...]:
        document = row.shelved.document
        if document not in self._terms:
            self._terms[document] = tuple(self._read(row))
        return self._terms[document]

    def _read(self, row: Listed) -> list[_Term]:
        text = self._text(row)
        found: list[_Term] = []
        begun = bounds((row.shelved.card.issued or "")[:10])
        entries = self._ledger.entries(kind="finding", document=row.shelved.document)
        times = sorted(
            (int(str(held["start"])), int(str(held["end"])), str(held["edtf"]))
            for entry in entries
            if (held := entry.payload or {}).get("kind") == "time"
        )
        for start, end, edtf in times:
            opening = max(text.rfind(". ", 0, start), text.rfind("\n\n", 0, start), 0)
            before = " ".join(text[opening:start].split()) + " "
            if _UNTIL.search(before[-_NEAR:]) is None:
                continue
            base = [told for first, _last, told in times if opening <= first < start and not told.startswith("P")]
            until = _last(edtf, bounds(base[-1]) if base else begun)
            if until is not None:
                whole = _ITSELF.search(text, opening, min(len(text), end + _NEAR)) is not None
                found.append(_Term(start=start, end=end, until=until, whole=whole))
        return found

    def _text(self, row: Listed) -> str:
        document = row.shelved.document
        if document not in self._texts:
            version = str((row.row.entry.payload or {}).get("version", ""))
            try:
                self._texts[document] = self._ledger.text(document, version).content
            except UnknownText:
                self._texts[document] = ""
        return self._texts[document]


def _broken(text: str, since: int) -> int:
    """Give where the paragraph begins in which a text breaks off."""
    return max((match.end() for match in _BREAK.finditer(text, since)), default=since)


def _last(edtf: str, begun: Bounds | None) -> str | None:
    due = after(begun, edtf) if edtf.startswith("P") else bounds(edtf)
    return None if due is None or due.latest >= LAST else date.fromordinal(due.latest).isoformat()
