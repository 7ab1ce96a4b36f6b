# SPDX-License-Identifier: Apache-2.0
"""Placings: where a finding stands – at the places that it names, else at the one that its document tells of most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.listed import Listed
from tocsin.linking.whereabouts import Whereabouts
from tocsin.records.findings import Claim, Finding, Party, Warning  # noqa: A004 - the house's word
from tocsin.records.ids import Digest

NOWHERE = "place-not-named"
"""The place of what names none, in a document that tells of none."""

_LANDS = frozenset({"state", "territory"})


class Placings:
    """Where findings stand: the places that they name and these lie within, else what their document tells of most."""

    def __init__(self, catalogue: Catalogue, rows: Iterable[Listed]) -> None:
        self._catalogue = catalogue
        self.where = Whereabouts(catalogue)
        self._told: dict[Digest, Counter[str]] = {}
        self._held: dict[Digest, dict[str, None]] = {}
        for row in rows:
            self._held[row.row.finding] = self._named(row)
            self._told.setdefault(row.shelved.document, Counter()).update(
                place for place in self._held[row.row.finding] if not self.where.wide(place)
            )

    def of(self, row: Listed) -> tuple[tuple[str, ...], str]:
        """Give a finding's places, the narrowest first, and whether they are named or the document's."""
        named = self._held[row.row.finding] if row.row.finding in self._held else self._named(row)
        if named:
            return tuple(named), "named"
        told = self._told[row.shelved.document]
        if not told:
            return (NOWHERE,), "document"
        most = max(told.values())
        # Of places told of equally often, the one around the others: a sentence without a place is of the whole.
        tied = (place for place, times in told.items() if times == most)
        return (min(tied, key=lambda place: (len(self.where.around(place)), place)),), "document"

    def _somewhere(self, party: Party) -> bool:
        """Say whether a party is a place: one of the catalogue's, a land, or somewhere called by a name of its own."""
        actor = self._catalogue.actors.get(party.id)
        if party.id in self._catalogue.places or actor is not None:
            return actor is None or actor.kind in _LANDS or party.id in self._catalogue.places
        return party.name[:1].isupper()

    def _named(self, row: Listed) -> dict[str, None]:
        finding = row.finding
        claim = finding if isinstance(finding, Claim) else _as_claim(finding)
        ground = self.where.of(replace(claim, places=tuple(party for party in claim.places if self._somewhere(party))))
        inner = sorted(ground.named)
        outer = sorted({place for name in inner for place in self.where.around(name)} - set(inner))
        return dict.fromkeys((*inner, *outer))


def _as_claim(warning: Finding) -> Claim:
    """Put a warning's places into the shape that places are read from."""
    assert isinstance(warning, Warning)
    place = {"start": warning.start, "end": warning.end, "quote": warning.quote, "by": warning.by}
    return Claim(**place, act="", places=warning.places)  # type: ignore[arg-type]
