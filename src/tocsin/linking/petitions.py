# SPDX-License-Identifier: Apache-2.0
"""Petitions: who asks whom – for each asker and each addressee the asks that go from one to the other, by voice.

1. An ask with two askers and three addressees stands in six places; in totals it is counted once.
2. Actors that people hold for one are one. An ask without an asker stands under `NOBODY`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.listed import Listed, listed
from tocsin.ledger.queries import Query
from tocsin.linking.identities import together
from tocsin.linking.voices import voices
from tocsin.records.findings import Ask, Party
from tocsin.records.ids import Digest

NOBODY = ""
"""Stands for the asker, or the addressee, that an ask does not name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Petitions:
    """The asks from one to the other: how many voices they are, in how many documents."""

    asks: tuple[Listed, ...]
    voices: int
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Who asks whom: `cells` by addressee and asker, `to` and `by` what each was asked, and asks, in all.

    `to` and `by` stand in the order of voices, most first; `names` are what each is called.
    """

    cells: Mapping[tuple[str, str], Petitions]
    to: Mapping[str, Petitions]
    by: Mapping[str, Petitions]
    names: Mapping[str, str]
    all: Petitions


def petitions(ledger: Ledger, catalogue: Catalogue, query: Query) -> Table:
    """Give who asks whom in so many words at a query's clocks; earlier asks told again are left out."""
    one = together(ledger, catalogue, recorded_by=query.recorded_by)
    found = voices(ledger, query, catalogue)
    called: dict[str, Counter[str]] = defaultdict(Counter)
    cells: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    to: dict[str, list[Listed]] = defaultdict(list)
    by: dict[str, list[Listed]] = defaultdict(list)
    all_: list[Listed] = []
    for row in listed(ledger, Query(kinds=("ask",), published_by=query.published_by, recorded_by=query.recorded_by)):
        ask = row.finding
        if not isinstance(ask, Ask) or ask.reported or not ask.explicit:
            continue
        all_.append(row)
        asked, askers = (_named(parties, one, called) for parties in (ask.addressees, ask.askers))
        for addressee in asked:
            to[addressee].append(row)
            for asker in askers:
                cells[addressee, asker].append(row)
        for asker in askers:
            by[asker].append(row)

    def made(rows: Iterable[Listed]) -> Petitions:
        held = tuple(rows)
        documents: set[Digest] = {row.shelved.document for row in held}
        return Petitions(asks=held, voices=found.count_findings(held), documents=len(documents))

    return Table(
        cells={place: made(rows) for place, rows in cells.items()},
        to=_ordered({actor: made(rows) for actor, rows in to.items()}),
        by=_ordered({actor: made(rows) for actor, rows in by.items()}),
        names={actor: names.most_common(1)[0][0] for actor, names in called.items()},
        all=made(all_),
    )


def _named(parties: Iterable[Party], one: Mapping[str, str], called: Mapping[str, Counter[str]]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for party in parties:
        actor = one.get(party.id, party.id)
        called[actor][party.name] += 1
        found[actor] = None
    return tuple(found) or (NOBODY,)


def _ordered(held: Mapping[str, Petitions]) -> dict[str, Petitions]:
    return dict(sorted(held.items(), key=lambda item: (-item[1].voices, -len(item[1].asks), item[0])))
