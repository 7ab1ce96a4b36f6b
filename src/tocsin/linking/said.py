# SPDX-License-Identifier: Apache-2.0
"""What is said of a duty: a statement, whose voice it is, and whether it counts for the duty."""

from __future__ import annotations

from dataclasses import dataclass

from tocsin.linking.adherence import Statement
from tocsin.linking.charges import ALLEGED, UNFOUND
from tocsin.records.ids import Json

_VERBS = {ALLEGED: "alleges", UNFOUND: "does not find", "denied": "denies"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement and whose it is; `counts`: it names provision and bearer; `bearer`: the bearer itself says it."""

    statement: Statement
    voice: str
    name: str
    counts: bool
    bearer: bool

    @property
    def of(self) -> str | None:
        """The name of the party that it is said of."""
        return self.statement.of.name if self.statement.of else None

    @property
    def verb(self) -> str:
        """What it does with its words: says, denies, alleges or does not find them."""
        return _VERBS.get(self.statement.says, "says")

    def to_json(self) -> dict[str, Json]:
        """Write it as JSON."""
        row = self.statement.citation
        return {
            "says": self.statement.says,
            "words": self.statement.words,
            "by": self.name,
            "of": self.of,
            "counts": self.counts,
            "by_the_bearer": self.bearer,
            "acts": list(self.statement.acts),
            "sentence": self.statement.sentence,
            "finding": row.row.finding,
            "document": row.shelved.document,
            "source": row.shelved.source,
            "issued": row.shelved.card.issued,
        }
