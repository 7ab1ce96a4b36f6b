# SPDX-License-Identifier: Apache-2.0
"""Notes: what a dossier cites, numbered in the order in which it is first said."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from tocsin.dossier.compositions import Note
from tocsin.dossier.party_names import PartyNames, titled
from tocsin.ledger.failures import UnknownText
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.ledger.shelf import Shelved
from tocsin.records.anchors import Anchor
from tocsin.records.dates import worded
from tocsin.records.ids import Digest


class Notes:
    """Numbers notes; asked again for the same words, it gives the same number."""

    def __init__(self, ledger: Ledger, names: PartyNames) -> None:
        self._ledger = ledger
        self._names = names
        self._held: dict[tuple[Digest, int, int], int] = {}
        self._pages: dict[tuple[Digest, str], tuple[tuple[int, ...], tuple[int, ...]]] = {}
        self.notes: list[Note] = []

    def of(self, row: Listed) -> int:
        """Give the number of the note that stands for a finding."""
        payload = row.row.entry.payload or {}
        finding = row.finding
        return self._numbered(
            row.row.finding,
            row.shelved,
            Anchor(
                document=row.shelved.document,
                version=str(payload.get("version", "")),
                start=finding.start,
                end=finding.end,
                quote=finding.quote,
            ),
            by=finding.by,
            state=row.standing,
        )

    def of_words(self, entry: Digest, shelved: Shelved, words: Anchor, *, by: str, state: str) -> int:
        """Give the number of the note that stands for words which an entry names, such as an answer's."""
        return self._numbered(entry, shelved, words, by=by, state=state)

    def all(self, rows: Iterable[Listed]) -> tuple[int, ...]:
        """Give the numbers of several notes, in order."""
        return tuple(dict.fromkeys(self.of(row) for row in rows))

    @property
    def documents(self) -> frozenset[Digest]:
        """The documents that notes point to."""
        return frozenset(note.document for note in self.notes)

    @property
    def unconfirmed(self) -> int:
        """How many notes rest on what nobody has confirmed."""
        return sum(note.state == "proposed" for note in self.notes)

    def _numbered(self, finding: Digest, shelved: Shelved, words: Anchor, *, by: str, state: str) -> int:
        key = (finding, words.start, words.end)
        if key not in self._held:
            self._held[key] = len(self.notes) + 1
            self.notes.append(
                Note(
                    number=self._held[key],
                    finding=finding,
                    document=words.document,
                    title=titled(shelved),
                    issuer=self._names.issuers(shelved),
                    issued=worded(shelved.card.issued),
                    quote=" ".join(words.quote.split()),
                    version=words.version,
                    start=words.start,
                    end=words.end,
                    by=by,
                    state=state,
                    place=self._place(words),
                )
            )
        return self._held[key]

    def _place(self, words: Anchor) -> str:
        """Say on which page words begin, where the original has pages."""
        key = (words.document, words.version)
        if key not in self._pages:
            self._pages[key] = self._paged(*key)
        starts, pages = self._pages[key]
        at = bisect_right(starts, words.start) - 1
        return f"p. {pages[at]}" if at >= 0 and pages[at] else ""

    def _paged(self, document: Digest, version: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
        try:
            origins = self._ledger.text(document, version).origins
        except UnknownText:
            return (), ()
        paged = [origin for origin in origins if origin.page is not None]
        return tuple(origin.start for origin in paged), tuple(origin.page or 0 for origin in paged)
