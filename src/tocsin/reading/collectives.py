# SPDX-License-Identifier: Apache-2.0
"""Collectives: "a broad coalition of organisations", "forty aid agencies" – senders that go by no name of their own."""

from __future__ import annotations

import re

from tocsin.reading import names
from tocsin.reading.drafts import Draft
from tocsin.records.findings import Party

_COALITION = re.compile(
    r"\b(?:coalition|alliance|spectrum|network|group|range|array|consortium|cross-section|number|collective) of (?:[\w-]+,? (?:and )?){0,6}?"
    r"(?P<noun>organi[sz]ations|NGOs|groups|associations|agencies|charities|institutions|unions|entities|bodies)\b",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"\b(?P<kind>(?:non-governmental|human rights|humanitarian|civil society|aid|relief|women's|religious|international|local|media|faith-based|medical|genocide) )?"
    r"(?P<noun>organi[sz]ations|NGOs|groups|associations|agencies|charities|scholars|academics|experts|lawyers|journalists|doctors|writers"
    r"|parliamentarians|lawmakers|MPs|MEPs|senators|mayors|clergy|activists|residents|citizens|families|signatories)\b",
    re.IGNORECASE,
)


def parties(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    """Resolve who sends: named parties, an office rather than the person who holds it, else a collective.

    "I, NAME, the Mayor of Karsk" is the office; "a broad coalition of organisations" gets an id of its own.
    """
    coalition = _COALITION.search(draft.content, start, min(end, start + 160))
    if coalition and not draft.within("actor", start, coalition.end()):
        return (Party(id="coalition-of-organisations", name=coalition.group()),)
    found = names.parties(draft, start, end)
    if len(found) > 1:
        known = tuple(party for party in found if party.id in draft.catalogue.actors)
        if known and found[0] not in known and draft.content.startswith(",", _after(draft, start, found[0])):
            return known
    if found:
        return found
    many = _MANY.search(draft.content, start, end)
    if many:
        slug = names.slug(many.group()).replace("organizations", "organisations")
        return (Party(id=slug, name=many.group()),)
    return ()


def _after(draft: Draft, start: int, party: Party) -> int:
    """Give where a party's name ends."""
    return draft.content.find(party.name, start) + len(party.name)
