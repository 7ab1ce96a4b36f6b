# SPDX-License-Identifier: Apache-2.0
"""Originals and readings: where bytes came from, and who went over their text with which knowledge."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.records.ids import Digest, canonical, digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """Bytes as they came in, and from where.

    `source` is the path or URL as given (`mail.eml!annex.pdf` for an attachment); `retrieved_at` UTC ISO 8601 or None
    where nobody knows; `retrieved_by` an author; `within` the document that contained it.
    """

    document: Digest
    size_bytes: int
    source: str
    retrieved_at: str | None = None
    retrieved_by: str | None = None
    within: Digest | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One reading: a text, the reader's name and number, the catalogue's digest, the issue date given (EDTF).

    `card` is the card that a person put in the place of the one that was read, where the text was read with it.
    """

    document: Digest
    version: str
    reader: str
    catalogue: Digest
    given: str | None = None
    card: Digest | None = None

    @property
    def id(self) -> Digest:
        """Name the reading: equal for equal inputs, so that a second reading of the same is known to be one."""
        beside = [self.card] if self.card else []
        return digest(
            canonical(["reading", self.document, self.version, self.reader, self.catalogue, self.given, *beside])
        )


def text_id(document: Digest, version: str) -> Digest:
    """Name the text that an extractor drew from a document."""
    return digest(canonical(["text", document, version]))
