# SPDX-License-Identifier: Apache-2.0
"""Listed findings: each as it stood by the clocks asked for, beside its document; what every later room counts."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice

from tocsin.ledger.ledger import Ledger
from tocsin.ledger.parts import Parts
from tocsin.ledger.queries import UNDATED, Query, Row, certainty
from tocsin.ledger.recollections import Recollections
from tocsin.ledger.shelf import Shelved, shelf
from tocsin.records.findings import Finding, Passage
from tocsin.records.ids import Digest, Json
from tocsin.records.lines import KINDS, from_json, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A finding, how it stood, and the document it stands in; `corrects` is that in whose place a person put it."""

    row: Row
    finding: Finding
    shelved: Shelved
    corrects: Digest | None = None

    @property
    def standing(self) -> str:
        """How it stands, in a word.

        What a person put in another's place is `corrected`, and not only `added`; what a model of language alone
        vouches for is `likely`, and not only `proposed`.
        """
        return "corrected" if self.corrects is not None else self.row.state.word

    def to_json(self) -> dict[str, Json]:
        """Write it as one JSON row: the listing's own members first, then the finding's."""
        return {
            "finding": self.row.finding,
            "state": self.row.state.standing,
            "corrects": self.corrects,
            "certainty": self.row.certainty,
            "source": self.shelved.source,
            "document": self.shelved.document,
            "title": self.shelved.title,
            "issued": self.shelved.card.issued,
            **to_json(self.finding),
        }


def sure(rows: Iterable[Listed]) -> Iterator[Listed]:
    """Leave out what is only likely and nobody confirmed: whatever counts findings counts these."""
    return (row for row in rows if not row.row.state.likely)


_FOUND: Parts[tuple[Listed, ...]] = Parts(24)
"""The findings of each document, for each kind by itself: a view is put together of the few kinds that it asks for."""
_LISTED: Recollections[tuple[Listed, ...]] = Recollections(8)
"""Whole listings: the rooms above ask for the same few, one after another."""
_KEPT = frozenset(KINDS) - {Passage.kind}
"""Kinds that are kept: passages are half of what is found, and their words stand in the texts."""


def listed(
    ledger: Ledger,
    query: Query,
    *,
    any_of: Mapping[str, Collection[str]] | None = None,
    held: Mapping[Digest, Shelved] | None = None,
) -> Iterator[Listed]:
    """List findings in order of publication, document and place.

    `any_of` gives, by role, values of which a finding must have one each: the ids of actors that are one. `held` is the
    shelf at the query's clocks where the caller has it already.
    """
    if any_of or held is not None or not _whole(query):
        return _asked(ledger, query, any_of or {}, shelf(ledger, query) if held is None else held)
    return iter(_LISTED.get(ledger, query, lambda: (*_put_together(ledger, query),)))


def _whole(query: Query) -> bool:
    """Say whether a query asks for all findings of kinds that are kept, as far as its clocks allow."""
    clocks = Query(
        kinds=query.kinds,
        happened_from=query.happened_from,
        happened_to=query.happened_to,
        published_by=query.published_by,
        recorded_by=query.recorded_by,
    )
    return query == clocks and bool(query.kinds) and _KEPT.issuperset(query.kinds)


def _put_together(ledger: Ledger, query: Query) -> Iterator[Listed]:
    moment = query.recorded_by
    found = [
        _FOUND.get(ledger, moment, partial(_found, ledger, kind, moment), beside=kind)
        for kind in dict.fromkeys(query.kinds)
    ]
    happened = query.happened_from is not None or query.happened_to is not None
    for document, item in shelf(ledger, query).items():
        several = [one[document] for one in found if document in one]
        rows = several[0] if len(several) == 1 else sorted(chain.from_iterable(several), key=_place)
        if not happened and item.certainty == "certain":
            yield from rows
            continue
        for row in rows:
            sure = certainty(query, row.row.published, row.row.happened)
            if sure == row.row.certainty and item.certainty == row.shelved.certainty:
                yield row
            elif sure is not None:
                yield replace(row, row=replace(row.row, certainty=sure), shelved=item)


def _place(row: Listed) -> tuple[int, int, str]:
    return row.finding.start, row.finding.end, row.row.finding


def _found(
    ledger: Ledger, kind: str, recorded_by: str | None, documents: Collection[Digest] | None
) -> Mapping[Digest, tuple[Listed, ...]]:
    """Make the rows of a kind of some documents, or of all (None)."""
    found: dict[Digest, list[Listed]] = {}
    for document in (None,) if documents is None else documents:
        clocks = Query(document=document, recorded_by=recorded_by)
        for row in _asked(ledger, replace(clocks, kinds=(kind,)), {}, shelf(ledger, clocks)):
            found.setdefault(row.shelved.document, []).append(row)
    return {document: tuple(rows) for document, rows in found.items()}


def _asked(
    ledger: Ledger, query: Query, any_of: Mapping[str, Collection[str]], shelved: Mapping[Digest, Shelved]
) -> Iterator[Listed]:
    corrected: dict[str, Digest] | None = None
    for row in rows_of(ledger, query, any_of):
        document = row.entry.document
        if document is None or row.entry.payload is None or document not in shelved:
            continue
        finding = from_json(row.entry.payload)
        if isinstance(finding, Finding):
            if corrected is None and row.state.standing == "added":
                corrected = replacements(ledger, query)
            corrects = corrected.get(row.finding) if corrected else None
            yield Listed(row=row, finding=finding, shelved=shelved[document], corrects=corrects)


def replacements(ledger: Ledger, query: Query) -> dict[str, Digest]:
    """Give what each replacement that a person entered stands in the place of."""
    told = ledger.entries(kind="judgement", document=query.document, recorded_by=query.recorded_by)
    return {
        replacement: entry.subject
        for entry in told
        if isinstance(replacement := (entry.payload or {}).get("replacement"), str)
    }


def rows_of(ledger: Ledger, query: Query, any_of: Mapping[str, Collection[str]]) -> Iterable[Row]:
    """Ask once for each combination of values; a finding found twice is given once, all in the one order."""
    asked = [
        tuple(zip(any_of, values, strict=True)) for values in itertools.product(*(sorted(v) for v in any_of.values()))
    ]
    if len(asked) == 1:
        return ledger.rows(replace(query, keys=(*query.keys, *asked[0])))
    whole = replace(query, limit=None, offset=0)
    each = (ledger.rows(replace(whole, keys=(*query.keys, *keys))) for keys in asked)
    happened = query.order == "happened"
    merged = heapq.merge(*each, key=lambda row: (_happened(row) if happened else (), _order(row)))
    return islice(_once(merged), query.offset, None if query.limit is None else query.offset + query.limit)


def _once(rows: Iterable[Row]) -> Iterator[Row]:
    given: set[Digest] = set()
    for row in rows:
        if row.finding not in given:
            given.add(row.finding)
            yield row


def _happened(row: Row) -> tuple[int, ...]:
    return (UNDATED, UNDATED) if row.happened is None else (row.happened.earliest, row.happened.latest)


def _order(row: Row) -> tuple[int, str, int, int, str]:
    payload = row.entry.payload or {}
    start, end = payload.get("start", 0), payload.get("end", 0)
    assert isinstance(start, int)
    assert isinstance(end, int)
    published = UNDATED if row.published is None else row.published.earliest
    return published, row.entry.document or "", start, end, row.finding
