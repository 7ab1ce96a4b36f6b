# SPDX-License-Identifier: Apache-2.0
"""Connections: how a source knows what it tells – it saw it, it took part, it collected it, it passes it on.

1. The words decide, in the sentence that holds the claim; where they say nothing, the connection is not stated.
2. Words of hearsay outweigh the others: "according to residents told by our staff" is hearsay here.
3. A party that the claim names as acting or acted on is involved, whatever its words.

Source: HURIDOCS Micro-thesauri, list 19 (source connection to information).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.parts import Parts
from tocsin.ledger.queries import Query
from tocsin.linking.sentences import Sentences
from tocsin.records.ids import Digest

KINDS = ("witness", "involved", "collected", "hearsay", "not-stated")
"""The kinds of connection; the first three are own access."""

OWN_ACCESS = frozenset({"witness", "involved", "collected"})

_LIST = "connection."
_IN_ORDER = ("hearsay", "witness", "collected", "involved")
"""The kinds that words tell, the one that outweighs the others first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """How a source knows: one of `KINDS`, and the words that say so (empty where none do).

    `superseded`: it tells what an earlier paper said, which it corrects ("an earlier version said that 23 …").
    """

    kind: str
    words: str = ""
    superseded: bool = False

    @property
    def own_access(self) -> bool:
        """Whether the source saw, took part or collected it itself."""
        return self.kind in OWN_ACCESS

    def told_by_party(self) -> Connection:
        """Give how a source knows that the claim names as acting or acted on: where no words say so, it took part."""
        return INVOLVED if self.kind == "not-stated" else self


UNSTATED, INVOLVED = Connection(kind="not-stated"), Connection(kind="involved")


class Connections:
    """Reads connections off the sentences around claims; each text is fetched once for claims in a row."""

    def __init__(self, ledger: Ledger, catalogue: Catalogue) -> None:
        self._sentences = Sentences(ledger)
        rows = {row.id: row for row in catalogue.words.values()}
        lists = {kind: rows[_LIST + kind].words for kind in _IN_ORDER if _LIST + kind in rows}
        self._words = {kind: tuple(word.lower() for word in words) for kind, words in lists.items()}
        self._cues = {
            kind: re.compile(
                rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b", re.IGNORECASE
            )
            for kind, words in lists.items()
        }
        self._earlier = tuple(word.lower() for word in catalogue.list("counts.superseded"))

    def of(self, row: Listed) -> Connection:
        """Say how a claim's source knows it, as far as its words tell."""
        sentence = self._sentences.of(row).words
        low = sentence.lower()
        superseded = self._corrected(low, row.finding.quote.lower())
        for kind, words in self._words.items():
            # Few sentences hold any of the words: to look for these as they stand is faster than any pattern.
            if any(word in low for word in words):
                cue = self._cues[kind].search(sentence)
                if cue is not None:
                    return Connection(kind=kind, words=cue[0], superseded=superseded)
        return Connection(kind=UNSTATED.kind, superseded=True) if superseded else UNSTATED

    def _corrected(self, sentence: str, quote: str) -> bool:
        """Say whether words stand behind a cue that they are an earlier paper's, which this one corrects."""
        return any(-1 < sentence.find(cue) < sentence.find(quote) for cue in self._earlier)


_READ: Parts[Mapping[Digest, Connection]] = Parts(4)


def connections(ledger: Ledger, catalogue: Catalogue, query: Query) -> Mapping[Digest, Mapping[Digest, Connection]]:
    """Give how each claim's source knows it, by document and finding, as the texts recorded by then tell."""

    def read(documents: Collection[Digest] | None) -> Mapping[Digest, Mapping[Digest, Connection]]:
        reader = Connections(ledger, catalogue)
        known: dict[Digest, dict[Digest, Connection]] = {}
        for row in listed(ledger, Query(kinds=("claim",), recorded_by=query.recorded_by)):
            document = row.shelved.document
            if documents is None or document in documents:
                known.setdefault(document, {})[row.row.finding] = reader.of(row)
        return known

    return _READ.get(ledger, query.recorded_by, read, beside=catalogue.digest)
