# SPDX-License-Identifier: Apache-2.0
"""Connections: how a source knows what it tells – it saw it, it took part, it collected it, it passes it on.

1. The words decide, in the sentence that holds the claim; where they say nothing, the connection is not stated.
2. Words of hearsay outweigh the others: "according to residents told by our staff" is hearsay here.
3. A party that the claim names as acting or acted on is involved, whatever its words.

Source: HURIDOCS Micro-thesauri, list 19 (source connection to information).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed
from tocsin.linking.sentences import Sentences

KINDS = ("witness", "involved", "collected", "hearsay", "not-stated")
"""The kinds of connection; the first three are own access."""

OWN_ACCESS = frozenset({"witness", "involved", "collected"})

_LIST = "connection."


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """How a source knows: one of `KINDS`, and the words that say so (empty where none do)."""

    kind: str
    words: str = ""

    @property
    def own_access(self) -> bool:
        """Whether the source saw, took part or collected it itself."""
        return self.kind in OWN_ACCESS


class Connections:
    """Reads connections off the sentences around claims; each text is fetched once for claims in a row."""

    def __init__(self, ledger: Ledger, catalogue: Catalogue) -> None:
        self._sentences = Sentences(ledger)
        lists = {
            row.id.removeprefix(_LIST): sorted(row.words, key=len, reverse=True)
            for row in catalogue.words.values()
            if row.id.startswith(_LIST)
        }
        self._cues = {
            kind: re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
            for kind, words in lists.items()
        }

    def of(self, row: Listed, *, party: bool) -> Connection:
        """Say how a claim's source knows it; `party`: the claim names the source as acting or acted on."""
        sentence = self._sentences.of(row).words
        for kind in ("hearsay", "witness", "collected", "involved"):
            cue = self._cues[kind].search(sentence) if kind in self._cues else None
            if cue is not None:
                return Connection(kind=kind, words=cue[0])
        return Connection(kind="involved" if party else "not-stated")
