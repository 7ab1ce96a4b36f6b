# SPDX-License-Identifier: Apache-2.0
"""What a listing asks for and gives back: the three clocks, the same everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tocsin.ledger.states import State
from tocsin.records.anchors import Anchor
from tocsin.records.bounds import LAST, Bounds
from tocsin.records.entries import Entry
from tocsin.records.ids import Digest

Certainty = Literal["certain", "possible"]
"""Whether an interval lies wholly within what was asked for, or only may."""

Order = Literal["published", "happened"]
"""What a listing is in order of; what has no such date stands last, ties by publication, document, start, end, id."""

UNDATED = LAST + 1
"""Where a finding without a date stands in a listing: after all others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which findings, as known when.

    `keys` are (role, value) pairs, all of which a finding must have (`("addressee", "un-security-council")`); roles are
    in `projections.ROLES`. `happened_from`/`happened_to` and `published_by` are day numbers
    (`bounds`): a finding without the date is left out where the clock is asked for. `recorded_by` is a moment, None
    for now. `states` empty means all but rejected and corrected ones. `superseded` adds what an older reading proposed,
    the newest did not find and nobody judged. `limit` None means all; they are counted off in the order of `order`.
    `within` are code points of a document's text, half-open: findings that share some of them.
    """

    kinds: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    document: Digest | None = None
    states: tuple[str, ...] = ()
    superseded: bool = False
    happened_from: int | None = None
    happened_to: int | None = None
    published_by: int | None = None
    recorded_by: str | None = None
    limit: int | None = None
    offset: int = 0
    within: tuple[int, int] | None = None
    order: Order = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A finding as it stood: the entry whose words stand, its state, its document's date and how sure the clocks are.

    `published` comes from the document's card, `happened` from the finding; None where there is no date. `certainty` is
    `possible` as soon as one of the clocks asked for is.
    """

    finding: Digest
    entry: Entry
    state: State
    published: Bounds | None
    happened: Bounds | None
    certainty: Certainty = "certain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A passage that answers a search: its finding, its anchor, and where in the text the words stand."""

    finding: Digest
    anchor: Anchor
    marks: tuple[tuple[int, int], ...] = ()


def certainty(query: Query, published: Bounds | None, happened: Bounds | None) -> Certainty | None:
    """Say whether dates answer a query's clocks certainly, possibly or not at all (None).

    >>> certainty(Query(published_by=10), Bounds(earliest=8, latest=12), None)
    'possible'
    """
    sure = True
    if query.published_by is not None:
        if published is None or published.earliest > query.published_by:
            return None
        sure = published.latest <= query.published_by
    if query.happened_from is not None or query.happened_to is not None:
        if happened is None:
            return None
        if query.happened_from is not None:
            if happened.latest < query.happened_from:
                return None
            sure = sure and happened.earliest >= query.happened_from
        if query.happened_to is not None:
            if happened.earliest > query.happened_to:
                return None
            sure = sure and happened.latest <= query.happened_to
    return "certain" if sure else "possible"
