# SPDX-License-Identifier: Apache-2.0
"""Organs: which actors speak with a body's own voice, so that a ministry does not bear out its own State.

The catalogue says so row by row (`organ_of`); that something is part of a body alone is not enough: a court, an
ombudsman, a committee of experts speaks for itself. People's words on who is one and who is not outweigh it.
"""

from __future__ import annotations

from bisect import bisect_left
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
    told |= {
        short: body
        for short, body in _shortened(ledger, catalogue, recorded_by).items()
        if frozenset((short, body)) not in apart
    }
    found: dict[str, str] = {}
    for actor in dict.fromkeys([*people, *told]):
        held = people.get(actor, actor)
        body = told.get(held, held)
        found[actor] = people.get(body, body)
    return found


def _shortened(ledger: Ledger, catalogue: Catalogue, recorded_by: str | None) -> dict[str, str]:
    """Give, for each speaker that is named as a body is without what it is of, the one issuer that it may be.

    "The dock workers' union said" of a paper, beside a letter of the Dock Workers' Union of Karsk, is no second voice:
    where one body alone may be meant, two that may be one never bear each other out.
    """
    issuers = sorted(value for value, _count in ledger.values("issuer", recorded_by=recorded_by) if _OF in value)
    found: dict[str, str] = {}
    for speaker, _count in ledger.values("speaker", recorded_by=recorded_by):
        if speaker in catalogue.actors or "-" not in speaker or _OF in speaker:
            continue
        begins = f"{speaker}{_OF}"
        meant = [issuer for issuer in issuers[bisect_left(issuers, begins) :][:2] if issuer.startswith(begins)]
        if len(meant) == 1:
            found[speaker] = meant[0]
    return found


_OF = "-of-"
"""What parts a body's name from what it is of, in an id made of the name."""
