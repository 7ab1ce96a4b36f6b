# SPDX-License-Identifier: Apache-2.0
"""Mouthpieces: the body in whose name somebody speaks whom the text elsewhere calls its spokesperson."""

from __future__ import annotations

import re

from tocsin.reading.asks import speaking
from tocsin.reading.drafts import Draft
from tocsin.reading.naming import names
from tocsin.reading.naming.shapes import person
from tocsin.reading.patterns import late
from tocsin.records.findings import Party

_BEFORE = late(
    r"(?P<who>\b(?:[Ii]ts|[Tt]heir)|(?:\b[Tt]he |\b[Aa]n? )?[\w][\w'’ -]{2,70}?)(?:['’]s?)? (?:[a-z]+-)?(?:[a-z]+ )?"
    r"spokes(?:wo)?(?:man|person)(?:,? (?:[A-Z][\w.-]*|of|and) ?){0,3},?\s\Z"
)
_FOR = late(
    r"spokes(?:wo)?(?:man|person) (?:for|of) (?:the )?(?P<who>[\w][\w'’ -]{2,70}?)"
    r"(?:,(?: (?:[A-Z][\w.-]*) ?){0,3})?\s\Z"
)
_AFTER = late(
    r",? (?:an? |the )?(?:[\w'’-]+ ){0,3}?(?:spokes(?:wo)?(?:man|person)) (?:for|of) (?:the )?"
    r"(?P<who>[\w][\w'’ -]{2,60}?)(?=[,.;:]| (?:said|told|in|on|and|who)\b)"
)
_NEAR = 130


def body(draft: Draft, party: Party) -> Party:
    """Give the body for which a person speaks, by what the text says beside the name; itself where it says nothing.

    The person's own words are the body's: whom a ministry's spokesman asks, the ministry asks.
    """
    if party.id in draft.catalogue.actors or not person(party.name):
        return party
    held = draft.bound.get(f" voice {party.name}")
    if held is None:
        spoken = _body(draft, party)
        held = draft.bound[f" voice {party.name}"] = f"{spoken.id} {spoken.name}"
    tag, _, name = held.partition(" ")
    return party if name == party.name else Party(id=tag, name=name)


def _body(draft: Draft, party: Party) -> Party:
    content = draft.content
    at = content.find(party.name)
    while at >= 0:
        end = at + len(party.name)
        low = max(content.rfind("\n\n", 0, at), at - _NEAR, 0)
        found = None
        if content.find("spokes", low, end + 2 * _NEAR) >= 0:
            found = _FOR.search(content, low, at) or _BEFORE.search(content, low, at) or _AFTER.match(content, end)
        if found is not None:
            named = _named(draft, *found.span("who"))
            if named:
                return named[-1]
        at = content.find(party.name, end)
    return party


_OWN = re.compile(r"[Ii]ts|[Tt]heir")


def _named(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    if _OWN.fullmatch(draft.content, start, end):
        return speaking.named_before(draft, start, max(0, start - 4 * _NEAR))
    return names.parties(draft, start, end)
