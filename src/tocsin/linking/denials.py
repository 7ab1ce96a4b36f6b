# SPDX-License-Identifier: Apache-2.0
"""Denials: what a voice denies of an event, and how the words of a denial are put.

A voice that denies that a party acted bears out no claim that this party did, nor one that names nobody, in whatever
paper it makes it: what it seems to state may be its words on the accusation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from tocsin.ledger.listed import Listed
from tocsin.records.findings import Claim, Party
from tocsin.records.ids import Digest

_OWN = re.compile(
    r"\b(?:no|not|never|nobody|no-one|none|neither|nor|nothing|nowhere|without|cannot|den(?:y|ies|ied|ying|ials?)"
    r"|reject(?:s|ed|ing)?|refut(?:es?|ed|ing)|false|untrue|lies?|baseless|unfounded|groundless|fabricat\w+|invent\w+)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
"""Words by which a stretch is a denial itself."""


def denying(quote: str) -> str:
    """Say what a voice does with words by which it denies: those that are the denial it states.

    >>> denying("nobody had been arrested"), denying("it had closed the Tamar corridor")
    ('states, denying', 'denies')
    """
    return "states, denying" if _OWN.search(quote) else "denies"


def taken_back(
    rows: Sequence[Listed], voice: Party | None, one_side: Callable[[Iterable[Party], Iterable[Party]], bool]
) -> frozenset[Digest]:
    """Give those claims of one voice on one event that it denies elsewhere; not those that name another as acting.

    Another is nobody of its own side: a ministry that denies a killing and says that its army returned fire bears the
    killing out no more than one that is silent of it.
    """
    own = () if voice is None else (voice,)
    claims = [(row.row.finding, row.finding) for row in rows if isinstance(row.finding, Claim)]
    denied = [claim for _name, claim in claims if claim.mode == "denied"]
    return frozenset(
        name
        for name, claim in claims
        if claim.mode != "denied"
        and any(
            not claim.actors or not (one.actors or own) or one_side((*one.actors, *own), claim.actors) for one in denied
        )
    )
