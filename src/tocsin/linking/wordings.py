# SPDX-License-Identifier: Apache-2.0
"""The wordings of documents, as far as a query's clocks allow: outlines of all, main words of those that matter.

What is drawn from a text is kept while the process runs, by the text's id: a stored text never changes.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property

from tocsin.ledger.failures import UnknownText
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.projections import of_document
from tocsin.ledger.queries import Query
from tocsin.linking.copies import Measured, Outline, outlined
from tocsin.linking.designations import HEAD
from tocsin.linking.shingles import Body, body, outline
from tocsin.records.ids import Digest

_MOST = 200_000
"""Outlines that a process keeps; when there are more, it begins anew."""
_MOST_MEASURED = 2_000_000
"""Pairs of outlines of which is kept what they have in common; when there are more, it begins anew with both."""

_OUTLINES: dict[tuple[Digest, str], tuple[Outline, str]] = {}
MEASURED: Measured = {}
"""What pairs of these outlines have in common."""


class Wordings:
    """The newest texts of documents that were recorded by then; a text that was expunged is left out."""

    def __init__(self, ledger: Ledger, query: Query, documents: Container[Digest]) -> None:
        self._ledger = ledger
        self._recorded_by = query.recorded_by
        self._documents = documents
        self._bodies: dict[Digest, Body] = {}

    @cached_property
    def versions(self) -> Mapping[Digest, str]:
        """Each document's newest text version."""
        found: dict[Digest, str] = {}
        for entry in self._ledger.entries(kind="text", recorded_by=self._recorded_by):
            if entry.document in self._documents and entry.document is not None and entry.payload is not None:
                found[entry.document] = str(entry.payload["version"])
        return found

    @cached_property
    def outlines(self) -> Mapping[Digest, Outline]:
        """The outline of each text, furniture and all."""
        return {document: made for document in self.versions if (made := self._outline(document)) is not None}

    def _outline(self, document: Digest) -> Outline | None:
        key = document, self.versions[document]
        if key not in _OUTLINES:
            try:
                content = self._ledger.text(*key).content
            except UnknownText:
                return None
            if len(_OUTLINES) >= _MOST or len(MEASURED) >= _MOST_MEASURED:
                _OUTLINES.clear()
                MEASURED.clear()
            _OUTLINES[key] = outlined(outline(content)), content[:HEAD]
        return _OUTLINES[key][0]

    def head(self, document: Digest) -> str:
        """Give the beginning of a text that has an outline."""
        return _OUTLINES[document, self.versions[document]][1]

    def body(self, document: Digest) -> Body:
        """Give a text's main words: all but its boilerplate."""
        if document not in self._bodies:
            version = self.versions[document]
            content = self._ledger.text(document, version).content
            self._bodies[document] = body(content, tuple(_apart(sorted(self._boilerplate(document, version)))))
        return self._bodies[document]

    def _boilerplate(self, document: Digest, version: str) -> Iterator[tuple[int, int]]:
        # A document's own entries are at hand by an index; a listing of its passages would search the whole ledger.
        told = list(self._ledger.entries(document=document, recorded_by=self._recorded_by))
        if not any((entry.payload or {}).get("role") == "boilerplate" for entry in told):
            return
        for passage in of_document(told):
            payload = passage.state.entry.payload or {}
            stands = not passage.state.superseded and passage.state.standing not in {"rejected", "corrected"}
            if stands and payload.get("role") == "boilerplate" and payload.get("version", version) == version:
                yield passage.start, passage.end


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last = 0
    for start, end in spans:
        if end > last:
            yield max(start, last), end
            last = end
