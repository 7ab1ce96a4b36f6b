# SPDX-License-Identifier: Apache-2.0
"""Warnings followed, at the command line (`tocsin warnings --followed`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tocsin.cli import cards
from tocsin.cli.names import withholding
from tocsin.cli.talk import say, show, show_json
from tocsin.desk.desks import Desk
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.records.ids import Digest
from tocsin.records.plurals import counted
from tocsin.watch.following import WITHIN_DAYS, Followed, followed
from tocsin.watch.placings import NOWHERE

_SHOWN = 3
"""Claims shown of each warning."""


def follow(
    at: Desk, ledger: Ledger, query: Query, *, within_days: int | None, only: frozenset[Digest] | None, as_json: bool
) -> None:
    """Print the warnings of a query with their features and what came later; `only` are the documents asked for."""
    length = WITHIN_DAYS if within_days is None else within_days
    hidden = withholding(at, ledger, query)
    found = followed(ledger, at.catalogue, query, within_days=length, veil=hidden)
    found = tuple(item for item in found if only is None or item.row.shelved.document in only)
    if as_json:
        show_json(item.to_json() for item in found)
        return
    for line in _lines(found, length):
        show(line)
    if found:
        show(cards.wrapped(str(found[0].searched), ""))
    else:
        say("No such warning among the documents of this ledger.")


def _lines(found: Iterable[Followed], within_days: int) -> Iterator[str]:
    document = None
    for item in found:
        if item.row.shelved.document != document:
            document = item.row.shelved.document
            yield cards.headline(item.row.shelved)
        yield from cards.finding(item.row)
        for feature in item.features:
            of = f" {feature.count} of {feature.of}" if feature.of not in {None, 1} else ""
            yield cards.wrapped(f"{feature.name}{of}: {feature.says}", "    ")
        yield from _later(item, within_days)
        yield ""


def _later(item: Followed, within_days: int) -> Iterator[str]:
    at = item.places[0]
    place = f"at {at}" if item.placed == "named" else f"at {at}, which its document tells of most"
    if at == NOWHERE:
        yield "    later: its document names no place, so nothing is looked for"
        return
    if not item.acts:
        yield "    later: no act is held for a form of this harm (realisations.toml)"
        return
    later = item.later
    looked = f"{', '.join(item.acts)} {place}, within {counted(within_days, 'day')}"
    among = f"among the {counted(item.searched.documents, 'document')} of this ledger"
    if not later.rows and not later.undated:
        yield cards.wrapped(f"later: no claim is recorded {among} of {looked}", "    ")
    else:
        count = f"{len(later.rows)} dated {'claim' if len(later.rows) == 1 else 'claims'}"
        voices = f"{len(later.voices)} {'voice' if len(later.voices) == 1 else 'voices'} ({'; '.join(later.voices)})"
        sure = "" if later.sure else " (possibly before it)"
        lead = f"; the first after {later.lead}{sure}" if later.rows else ""
        undated = f", and {len(later.undated)} without a date, told first after {later.told}" if later.undated else ""
        yield cards.wrapped(f"later: {count} by {voices} of {looked}{lead}{undated}", "    ")
        for row in (*later.rows, *later.undated)[:_SHOWN]:
            yield cards.wrapped(cards.says(row.finding), "      ")
            yield cards.wrapped(
                f"“{row.finding.quote}” {row.shelved.name} [{row.finding.start}:{row.finding.end}]", "        "
            )
        more = len(later.rows) + len(later.undated) - _SHOWN
        if more > 0:
            yield f"      and {more} more (--json gives all)"
    if later.denied:
        yield f"    denied: {len(later.denied)} {'claim' if len(later.denied) == 1 else 'claims'}"
