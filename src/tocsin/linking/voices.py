# SPDX-License-Identifier: Apache-2.0
"""Voices: which documents are copies or carriers of one text, so that each origin is counted once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.ledger.shelf import shelf
from tocsin.records.ids import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Which voice each document speaks with: a voice goes by its earliest document's digest."""

    voice_of: Mapping[Digest, Digest]

    def of(self, document: Digest) -> Digest:
        """Give the voice of a document; a document that nobody knows speaks for itself."""
        return self.voice_of.get(document, document)

    def count(self, documents: Iterable[Digest]) -> int:
        """Count the voices among documents."""
        return len({self.of(document) for document in documents})


def voices(ledger: Ledger, query: Query) -> Voices:
    """Group the documents that a query's published and recorded clocks allow."""
    return Voices(voice_of={document: document for document in shelf(ledger, query)})
