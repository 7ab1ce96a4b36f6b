# SPDX-License-Identifier: Apache-2.0
"""Bearers: names that an organ's paper leaves to be known – "the State party", "the Commission", "its President"."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Card, Party

_SINGULAR = re.compile(
    r"(?:the )?(?:(?:respondent |reporting )?state(?: party| concerned| under review)?|respondent)", re.IGNORECASE
)
_MEMBERS = re.compile(r"\bmember states?\b", re.IGNORECASE)
_HEAD = 1500
"""How far into a paper the State that it is about is named."""


def known(party: Party, askers: tuple[Party, ...], card: Card, draft: Draft) -> Party:
    """Give who a party is in the mouth of those who ask: the Union's Commission, the State under review."""
    if _SINGULAR.fullmatch(party.name) and party.id in {
        "authorities",
        "state",
        "state-party",
        "respondent-state",
        "respondent",
    }:
        state = _reviewed(card, draft)
        return Party(id=state, name=party.name) if state else party
    if party.id in draft.catalogue.actors and party.id != "states":
        return party
    if party.id == "states" and not _MEMBERS.search(party.name):
        return party
    for asker in askers or card.issuers:
        inside = _inside(draft.catalogue, asker.id).get(party.id)
        if inside:
            return Party(id=inside, name=party.name)
    return party


def _reviewed(card: Card, draft: Draft) -> str | None:
    """Give the State that a paper is addressed to, or else about: named in its head, or most of all."""
    states = [party.id for party in card.addressees if _is_state(draft.catalogue, party.id)]
    if len(states) == 1:
        return states[0]
    hits = [hit for hit in draft.hits.get("actor", []) if _is_state(draft.catalogue, hit.tag)]
    head = [hit.tag for hit in hits if hit.start < _HEAD] or [hit.tag for hit in hits]
    return Counter(head).most_common(1)[0][0] if head else None


def _is_state(catalogue: Catalogue, identifier: str) -> bool:
    row = catalogue.actors.get(identifier)
    return row is not None and row.kind in {"state", "territory"}


@lru_cache(maxsize=256)
def _inside(catalogue: Catalogue, asker: str) -> dict[str, str]:
    """Give what short names mean inside the organisation that an organ belongs to."""
    row = catalogue.actors.get(asker)
    for family in (asker, *(row.part_of if row else ())):
        words = catalogue.words.get(f"operative.inside.{family}")
        if words is not None:
            return dict(pair.split() for pair in words.words)
    return {}
