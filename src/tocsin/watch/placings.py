# SPDX-License-Identifier: Apache-2.0
"""Placings: where a finding stands – at the places that it names, else at the one that its document tells of most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.listed import Listed
from tocsin.linking.whereabouts import Whereabouts
from tocsin.records.findings import Claim, Warning  # noqa: A004 - the house's word
from tocsin.records.ids import Digest

NOWHERE = "place-not-named"
"""The place of what names none, in a document that tells of none."""


class Placings:
    """Where findings stand: the places that they name and these lie within, else what their document tells of most."""

    def __init__(self, catalogue: Catalogue, rows: Iterable[Listed]) -> None:
        self.where = Whereabouts(catalogue)
        self._told: dict[Digest, Counter[str]] = {}
        for row in rows:
            self._told.setdefault(row.shelved.document, Counter()).update(
                place for place in self._named(row) if not self.where.wide(place)
            )

    def of(self, row: Listed) -> tuple[tuple[str, ...], str]:
        """Give a finding's places, the narrowest first, and whether they are named or the document's."""
        named = self._named(row)
        if named:
            return tuple(named), "named"
        told = self._told[row.shelved.document]
        if not told:
            return (NOWHERE,), "document"
        most = max(told.values())
        # Of places told of equally often, the one around the others: a sentence without a place is of the whole.
        tied = (place for place, times in told.items() if times == most)
        return (min(tied, key=lambda place: (len(self.where.around(place)), place)),), "document"

    def _named(self, row: Listed) -> dict[str, None]:
        finding = row.finding
        if isinstance(finding, Claim):
            ground = self.where.of(finding)
            at = ground.narrow or ground.wide
        else:
            assert isinstance(finding, Warning)
            at = self.where.of(_as_claim(finding)).named
        inner = sorted(at)
        outer = sorted({place for name in inner for place in self.where.around(name)} - set(inner))
        return dict.fromkeys((*inner, *outer))


def _as_claim(warning: Warning) -> Claim:
    """Put a warning's places into the shape that places are read from."""
    place = {"start": warning.start, "end": warning.end, "quote": warning.quote, "by": warning.by}
    return Claim(**place, act="", places=warning.places)  # type: ignore[arg-type]
