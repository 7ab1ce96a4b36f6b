# SPDX-License-Identifier: Apache-2.0
"""Mouthpieces: the body in whose name somebody speaks whom the text elsewhere calls its spokesperson or officer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.asks import speaking
from tocsin.reading.drafts import Draft
from tocsin.reading.naming import names
from tocsin.reading.naming.shapes import person
from tocsin.records.findings import Party

_WHO = r"[\w][\w'’ -]{2,70}?"
_SPOKES = r"spokes(?:wo)?(?:man|person)"
_NEAR = 130


@dataclass(frozen=True, slots=True)
class _Shapes:
    """How a body stands beside the name of one who speaks for it: before it, behind it, and a word of all of these."""

    cue: re.Pattern[str]
    before: tuple[re.Pattern[str], ...]
    after: tuple[re.Pattern[str], ...]


def _shapes(role: str) -> _Shapes:
    return _Shapes(
        re.compile(rf"\b(?:{role})"),
        (
            re.compile(rf"(?:{role}) (?:for|of) (?:the )?(?P<who>{_WHO})(?:,(?: (?:[A-Z][\w.-]*) ?){{0,3}})?\s\Z"),
            re.compile(
                rf"(?P<who>\b(?:[Ii]ts|[Tt]heir)|(?:\b[Tt]he |\b[Aa]n? )?{_WHO})(?:['’]s?)? (?:[a-z]+-)?"
                rf"(?:[a-z]+ )?(?:{role})(?:,? (?:[A-Z][\w.-]*|of|and) ?){{0,3}},?\s\Z"
            ),
        ),
        (
            re.compile(rf", (?:the )?(?P<who>{_WHO})['’]s? (?:[\w'’-]+ ){{0,3}}?(?:{role})\b"),
            re.compile(
                rf",? (?:an? |the )?(?:[\w'’-]+ ){{0,3}}?(?:{role})(?: (?:of|for) [\w ]{{2,40}}?)? (?:for|of|at|with)"
                rf" (?:the )?(?P<who>{_WHO})(?=[,.;:\"]| (?:said|told|in|on|and|who|called|urged)\b)"
            ),
        ),
    )


@lru_cache(maxsize=8)
def _officers(catalogue: Catalogue) -> _Shapes:
    """Make the shapes of those who speak for a society by their office: "director of the Boat Guild"."""
    row = catalogue.words.get("names.officers")
    words = sorted(row.words if row else (), key=len, reverse=True)
    return _shapes("|".join(re.escape(word) for word in words))


_SPOKEN = _shapes(_SPOKES)


def body(draft: Draft, party: Party) -> Party:
    """Give the body for which a person speaks, by what the text says beside the name; itself where it says nothing.

    The person's own words are the body's: whom a ministry's spokesman or a guild's director asks, the body asks.
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
    officers = _officers(draft.catalogue)
    at = content.find(party.name)
    while at >= 0:
        end = at + len(party.name)
        low = max(content.rfind("\n\n", 0, at), at - _NEAR, 0)
        for shapes in (_SPOKEN, officers):
            if shapes.cue.search(content, low, end + 2 * _NEAR) is None:
                continue
            named = _beside(draft, shapes, low, at, end)
            if named and (shapes is _SPOKEN or _is_society(draft, named[-1])):
                return named[-1]
        at = content.find(party.name, end)
    return party


def _beside(draft: Draft, shapes: _Shapes, low: int, at: int, end: int) -> tuple[Party, ...]:
    """Give whom the words beside a name say that its bearer speaks for."""
    content = draft.content
    found = next((hit for shape in shapes.before if (hit := shape.search(content, low, at))), None)
    found = found or next((hit for shape in shapes.after if (hit := shape.match(content, end))), None)
    return _named(draft, *found.span("who")) if found else ()


def _is_society(draft: Draft, party: Party) -> bool:
    """Say whether a body is one for which its officers speak: a State's and a world body's have ids of their own."""
    row = draft.catalogue.actors.get(party.id)
    if row is not None:
        return row.kind in _SOCIETIES
    words = draft.catalogue.words.get("names.societies")
    return words is not None and not set(words.words).isdisjoint(party.name.lower().split())


_SOCIETIES = frozenset({"ngo", "armed-group", "party", "un-organ"})
_OWN = re.compile(r"[Ii]ts|[Tt]heir")


def _named(draft: Draft, start: int, end: int) -> tuple[Party, ...]:
    if _OWN.fullmatch(draft.content, start, end):
        return speaking.named_before(draft, start, max(0, start - 4 * _NEAR))
    return names.parties(draft, start, end)
