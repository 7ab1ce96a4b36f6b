# SPDX-License-Identifier: Apache-2.0
"""Dossiers of every kind, gathered from a ledger of the invented crisis for tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tocsin.catalogue.catalogue import Catalogue
from tocsin.dossier import dossiers
from tocsin.dossier.compositions import Composition
from tocsin.dossier.withholding import Withholding
from tocsin.ledger.ledger import Ledger
from tocsin.ledger.queries import Query
from tocsin.linking.obligations import obligations
from tocsin.linking.standing_asks import standing_asks

SPRING = Query(happened_from=date(2024, 12, 1).toordinal(), happened_to=date(2025, 6, 30).toordinal())
"""The days of the invented crisis."""

Kind = Callable[[Ledger, Catalogue, Withholding | None], Composition]


def corridor(ledger: Ledger, catalogue: Catalogue, hidden: Withholding | None = None) -> Composition:
    """Gather the record of the corridor for the days of the crisis."""
    place = catalogue.places["tamar-corridor"]
    return dossiers.of_place(ledger, catalogue, place, SPRING, made_with="0", withholding=hidden)


def region(ledger: Ledger, catalogue: Catalogue, hidden: Withholding | None = None) -> Composition:
    """Gather the record of the region for all days."""
    place = catalogue.places["orsava"]
    return dossiers.of_place(ledger, catalogue, place, Query(), made_with="0", withholding=hidden)


def duty(ledger: Ledger, catalogue: Catalogue, hidden: Withholding | None = None) -> Composition:
    """Gather the dossier of the obligation most spoken of."""
    first = obligations(ledger, catalogue, Query())[0]
    return dossiers.of_obligation(ledger, catalogue, first.id, Query(), made_with="0", withholding=hidden)


def standing(ledger: Ledger, catalogue: Catalogue, hidden: Withholding | None = None) -> Composition:
    """Gather the dossier of what was asked most often."""
    first = standing_asks(ledger, catalogue, Query())[0]
    return dossiers.of_standing(ledger, catalogue, first.id, Query(), made_with="0", withholding=hidden)


KINDS: dict[str, Kind] = {"corridor": corridor, "region": region, "duty": duty, "standing": standing}
