# SPDX-License-Identifier: Apache-2.0
"""Organs: which actors speak with a body's own voice, so that a ministry does not bear out its own State.

The catalogue says so row by row (`organ_of`); that something is part of a body alone is not enough: a court, an
ombudsman, a committee of experts speaks for itself. People's words on who is one and who is not outweigh it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.ledger.ledger import Ledger
from tocsin.linking import identities


@lru_cache(maxsize=4)
def organs(catalogue: Catalogue) -> Mapping[str, str]:
    """Give, for each actor that is an organ of a body, the topmost body with whose voice it speaks."""
    above = {row.id: row.organ_of for row in catalogue.actors.values() if row.organ_of is not None}
    found: dict[str, str] = {}
    for organ in above:
        body, passed = organ, {organ}
        while (whole := above.get(body)) is not None and whole not in passed:
            body = whole
            passed.add(body)
        found[organ] = body
    return found


def one_voice(ledger: Ledger, catalogue: Catalogue | None, *, recorded_by: str | None = None) -> Mapping[str, str]:
    """Give, for each actor that speaks with another's voice, the id that stands for both."""
    people = identities.together(ledger, catalogue, recorded_by=recorded_by)
    if catalogue is None:
        return people
    apart = identities.apart(ledger, recorded_by=recorded_by)
    told = {organ: body for organ, body in organs(catalogue).items() if frozenset((organ, body)) not in apart}
    found: dict[str, str] = {}
    for actor in dict.fromkeys([*people, *told]):
        held = people.get(actor, actor)
        body = told.get(held, held)
        found[actor] = people.get(body, body)
    return found
