# SPDX-License-Identifier: Apache-2.0
"""Searches over passages and findings: what was found, where the words stand, and why it matched."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from tocsin.dossier.grammar import Alternative, alternatives
from tocsin.dossier.withholding import Withholding
from tocsin.ledger import searching
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import rows_of
from tocsin.ledger.queries import Certainty, Query, Row, certainty
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.records.anchors import Anchor
from tocsin.records.ids import Digest, Json

Values = Callable[[str, str], Collection[str]]
"""Gives the values that are meant by a role and the word a person wrote for it ("addressee", "Security Council")."""

_ALL = 2**31


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What answers a search: a finding where the search names fields, else a passage.

    `passage` is the span of the passage it stands in, `marks` where in the text the words stand, `why` what matched.
    """

    finding: Digest
    kind: str
    shelved: Shelved
    anchor: Anchor
    passage: tuple[int, int]
    marks: tuple[tuple[int, int], ...]
    why: tuple[str, ...]
    certainty: Certainty

    def withheld(self, names: Withholding) -> Found:
        """Give it with the names of persons at risk withheld."""
        document = self.anchor.document
        quote = names.masked(document, self.anchor.quote)
        return replace(self, anchor=replace(self.anchor, quote=quote), shelved=names.shelved(self.shelved))

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row."""
        return {
            "finding": self.finding,
            "kind": self.kind,
            "certainty": self.certainty,
            "source": self.shelved.source,
            "document": self.anchor.document,
            "start": self.anchor.start,
            "end": self.anchor.end,
            "quote": self.anchor.quote,
            "passage": list(self.passage),
            "marks": [list(mark) for mark in self.marks],
            "why": list(self.why),
        }


def search(
    ledger: Ledger,
    words: str,
    query: Query,
    values: Values,
    *,
    limit: int,
    held: Mapping[Digest, Shelved] | None = None,
) -> Iterator[Found]:
    """Find what answers a search, alternative by alternative, each finding once.

    `held` is the shelf at the query's clocks where the caller has it already.

    Raises:
        BadSearch: The search cannot be read.
    """
    asked = alternatives(words)
    given: set[Digest] = set()
    search_ = _Search(ledger, query, values, held)
    for one in asked:
        for found in search_.found(one):
            if len(given) >= limit:
                return
            if found.finding not in given:
                given.add(found.finding)
                yield found


class _Search:
    """One search over one ledger; what a document holds is looked up once."""

    def __init__(self, ledger: Ledger, query: Query, values: Values, held: Mapping[Digest, Shelved] | None) -> None:
        self._ledger = ledger
        self._query = query
        self._values = values
        self._shelf = shelf(ledger, query) if held is None else held
        self._passages: dict[Digest, list[Row]] = {}
        self._having: dict[tuple[Digest, tuple[tuple[str, str], ...]], list[Row]] = {}

    def found(self, one: Alternative) -> Iterator[Found]:
        for passage, finding, row in self._candidates(one):
            if passage.document not in self._shelf or not self._allowed(one, passage):
                continue
            found = self._made(one, passage, finding, row)
            if found is not None:
                yield found

    def _candidates(self, one: Alternative) -> Iterator[tuple[Anchor, Digest, Row | None]]:
        """Give passages that hold all phrases, each with a finding in it that has all pairs, if pairs are asked for."""
        if not one.phrases:
            for row in self._rows(one.pairs, None):
                passage = self._around(row)
                if passage is not None:
                    yield passage, row.finding, row
            return
        wanted = " ".join(f'"{" ".join(phrase)}"' for phrase in one.phrases)
        for hit in self._ledger.search(wanted, limit=_ALL, recorded_by=self._query.recorded_by):
            if not one.pairs:
                yield hit.anchor, hit.finding, None
                continue
            for row in self._within(hit.anchor, one.pairs):
                yield hit.anchor, row.finding, row

    def _rows(self, pairs: tuple[tuple[str, str], ...], document: Digest | None) -> Iterator[Row]:
        named = (self._values(role, value) for role, value in pairs if role == "kind")
        kinds = tuple(dict.fromkeys(kind for found in named for kind in found))
        any_of: Mapping[str, Collection[str]] = {
            role: self._values(role, value) for role, value in pairs if role != "kind"
        }
        if len(kinds) > 1:
            return
        query = replace(self._query, kinds=kinds, document=document)
        for row in rows_of(self._ledger, query, any_of):
            if (row.entry.payload or {}).get("kind") != "document":
                yield row

    def _within(self, passage: Anchor, pairs: tuple[tuple[str, str], ...]) -> list[Row]:
        key = (passage.document, pairs)
        if key not in self._having:
            self._having[key] = list(self._rows(pairs, passage.document))
        return [row for row in self._having[key] if _inside(row, passage)]

    def _around(self, row: Row) -> Anchor | None:
        """Give the passage that a finding begins in."""
        document = row.entry.document
        if document is None:
            return None
        if document not in self._passages:
            asked = Query(kinds=("passage",), document=document, recorded_by=self._query.recorded_by)
            self._passages[document] = list(self._ledger.rows(asked))
        for held in self._passages[document]:
            passage = _anchor(held, document)
            if _inside(row, passage):
                return passage
        return _anchor(row, document)

    def _allowed(self, one: Alternative, passage: Anchor) -> bool:
        if any(searching.marks((phrase,), passage.quote) is not None for phrase in one.without):
            return False
        return not any(self._within(passage, (pair,)) for pair in one.lacking)

    def _made(self, one: Alternative, passage: Anchor, finding: Digest, row: Row | None) -> Found | None:
        shelved = self._shelf[passage.document]
        happened = row.happened if row is not None else shelved.published
        sure = certainty(self._query, shelved.published, happened)
        if sure is None:
            return None
        marks = searching.marks(one.phrases, passage.quote) or ()
        payload = (row.entry.payload or {}) if row is not None else {}
        return Found(
            finding=finding,
            kind=str(payload.get("kind", "passage")),
            shelved=shelved,
            anchor=_anchor(row, passage.document) if row is not None else passage,
            passage=(passage.start, passage.end),
            marks=tuple((passage.start + start, passage.start + end) for start, end in marks),
            why=(
                *(f"“{' '.join(phrase)}” stands in the passage" for phrase in one.phrases),
                *(f"{role} is {value}" for role, value in one.pairs),
                *(f"“{' '.join(phrase)}” does not" for phrase in one.without),
                *(f"{role} is nowhere {value}" for role, value in one.lacking),
            ),
            certainty=sure,
        )


def _span(row: Row) -> tuple[int, int]:
    return searching.span(row.entry.payload or {})


def _anchor(row: Row, document: Digest) -> Anchor:
    payload = row.entry.payload or {}
    start, end = _span(row)
    return Anchor(
        document=document, version=str(payload.get("version")), start=start, end=end, quote=str(payload.get("quote"))
    )


def _inside(row: Row, passage: Anchor) -> bool:
    return passage.start <= _span(row)[0] < passage.end
