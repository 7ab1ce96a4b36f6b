# SPDX-License-Identifier: Apache-2.0
"""Topics and positions as people ask for them: words, a kind of ask, an instrument, a place; names at risk withheld."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.catalogue.folding import folded
from tocsin.catalogue.grounds import ground
from tocsin.dossier.withholding import NAME_WITHHELD, Withholding
from tocsin.ledger.ledger import Ledger
from tocsin.linking import named_places
from tocsin.linking.positions import Line, Position, Topic
from tocsin.records.findings import Party
from tocsin.records.ids import Digest

_KIND = "asks_for."


def topic(ledger: Ledger, catalogue: Catalogue, words: str | None, place: str | None) -> Topic:
    """Make a topic of what a person typed: a kind of ask or an instrument where the words name one.

    >>> from tocsin.catalogue.catalogue import load
    >>> from tocsin.ledger.memory import MemoryLedger
    >>> held = load()[0]
    >>> ledger = MemoryLedger()
    >>> topic(ledger, held, "sanctions", None).asks_for, sorted(topic(ledger, held, "UN Charter", None).instruments)
    ('sanctions', ['un-charter'])

    Raises:
        BadRequest: No place is called so; the five nearest are named.
    """
    places = frozenset[str]() if place is None else ground(catalogue, named_places.place(ledger, catalogue, place))
    if words is None:
        return Topic(places=places)
    if f"{_KIND}{words}" in catalogue.words:
        return Topic(asks_for=words, places=places)
    instruments = frozenset(
        row.id
        for row in catalogue.instruments.values()
        if folded(words) in {folded(name) for name in (row.id, row.name, *row.aliases)}
    )
    return Topic(words=None if instruments else words, instruments=instruments, places=places)


def withheld(found: Iterable[Position], hidden: Withholding) -> tuple[Position, ...]:
    """Give positions with the names at risk withheld."""
    return tuple(
        replace(
            item,
            party=_party(item.party, item.lines[0].shelved.document, hidden),
            lines=tuple(_line(line, hidden) for line in item.lines),
        )
        for item in found
    )


def _line(line: Line, hidden: Withholding) -> Line:
    document = line.shelved.document
    return replace(
        line,
        party=_party(line.party, document, hidden),
        quote=hidden.masked(document, line.quote),
        shelved=hidden.shelved(line.shelved),
        told_by=tuple(_party(party, document, hidden) for party in line.told_by),
        of=tuple(_party(party, document, hidden) for party in line.of),
    )


def _party(party: Party, document: Digest, hidden: Withholding) -> Party:
    name = hidden.masked(document, party.name)
    return party if name == party.name else Party(id=NAME_WITHHELD, name=name)
