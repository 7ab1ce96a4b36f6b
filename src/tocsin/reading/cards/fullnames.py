# SPDX-License-Identifier: Apache-2.0
"""Full names: how a card calls who speaks, who carries and who is addressed, whatever short form the text used."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from tocsin.reading.drafts import Draft
from tocsin.reading.naming import letterheads, names, whose
from tocsin.reading.naming.headwords import book
from tocsin.reading.patterns import late
from tocsin.records.findings import Card, Party

_WHOLE = frozenset({"un-organ", "organisation", "court", "office", "peace-operation", "parliament"})
"""Kinds of actors that have one full name, which the catalogue holds and nobody contests."""
_STATES = frozenset({"state", "territory"})
_MINISTRY = late(
    r"\b(?P<of>(?:Ministry|Department|Office|Secretariat|Directorate) (?:of|for) (?:the )?[A-ZÀ-Þ][\w'’-]*"
    r"(?:,? (?:and |of |the |for )*[A-ZÀ-Þ][\w'’-]*){0,6})"
    r"|\b(?P<kind>(?!The\b|This\b|Our\b|Your\b)[A-Z][a-z]+) Ministry\b"
    r"|\b(?P<short>MFA|MoFA|MOFA|Mofa)\b|\b(?P<embassy>(?:Permanent Mission|Embassy)"
    r"(?: (?:in|to) (?:the )?[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,3})?)"
)
_GOVERNMENT = late(r"The Government(?: of the Republic)?,? (?:\w+ly )?[a-z]{3,}s\b")
_OF_STATE = late(r",? (?:of|for)(?: the)?$")
_BODY = late(
    r"(?:The )?(?:Senate|Parliament|National Assembly|House of [A-Z]\w+|Chamber of Deputies|Federal Assembly|Congress"
    r"|Supreme Court|Constitutional Court|Parliamentary Assembly)$",
    re.IGNORECASE,
)
_EXPERTS = late(r"(?:Panel|Group|Team) of Experts\b|Monitoring (?:Group|Team)\b|Special Rapporteur\b")
_SYMBOL = late(r"\b[AS]/(?:HRC/|C\.\d/|RES/)?\d")
_HEAD = 700
"""Code points at a text's head in which a State is looked for that a bare name belongs to."""
_TOP = 160
"""Code points of a letterhead."""
_OPEN = ("statement", "appeal", "open-letter", "other")
"""Genres that a ministry speaks in by its bare name."""
_LEAD = 240
"""Code points of a body's own opening in which its ministry is looked for."""


def told(card: Card, draft: Draft) -> Card:
    """Give the card with full names: "ICRC" by the name that the catalogue holds, a State's ministry with the State."""
    posted = tuple(_of_land(draft, party) for party in _organ(draft, card))
    issuers = tuple(_whole(draft, party) for party in whose.told(draft, posted, 0, card, ()))
    return dataclasses.replace(
        card,
        issuers=issuers,
        carriers=tuple(_whole(draft, party) for party in card.carriers),
        addressees=tuple(_whole(draft, party) for party in card.addressees),
    )


_BARE_POST = late(
    r"(?:the )?(?:(?:deputy |acting )?permanent representative|ambassador|delegation|"
    r"head of (?:the )?delegation|charg[eé])",
    re.IGNORECASE,
)
"""Who speaks for a State, named without it."""


def _of_land(draft: Draft, party: Party) -> Party:
    """Give the State for its bare envoy, and an organ whose whole name ends with its land the id made of the land's."""
    if party.id in draft.catalogue.actors:
        return party
    if _BARE_POST.fullmatch(party.name):
        sent = _of_mission(draft) or state(draft)
        return Party(id=sent, name=called(draft, sent)) if sent else party
    words = _OF_STATE_NAME.fullmatch(party.name)
    organ = book(draft.catalogue).roles.get(words["organ"].lower()) if words else None
    land = _lands(draft).get(words["land"].lower()) if words and organ else None
    return Party(id=f"{land}-{organ}", name=party.name) if land else party


def _of_mission(draft: Draft) -> str | None:
    """Give the State whose mission a line of the letterhead names."""
    for start, end in letterheads.lines(draft):
        named = {hit.tag for hit in draft.within("actor", start, end) if _is_state(draft, hit.tag)}
        if len(named) == 1:
            return named.pop()
    return None


_OF_STATE_NAME = late(r"(?:The )?(?P<organ>[\w -]{4,30}?) of (?:the )?(?P<land>[^,;:()]{3,60})", re.IGNORECASE)


def _lands(draft: Draft) -> dict[str, str]:
    """Give the names by which the text's head calls States, with their ids."""
    head = draft.within("actor", 0, min(_HEAD, len(draft.content)))
    named = ((" ".join(draft.content[hit.start : hit.end].lower().split()), hit.tag) for hit in head)
    return {name.removeprefix("the "): tag for name, tag in named if _is_state(draft, tag)}


def _whole(draft: Draft, party: Party) -> Party:
    """Give a party with the full name that the catalogue holds, or with the State or body that it is an organ of."""
    row = draft.catalogue.actors.get(party.id)
    if row is not None:
        if row.kind not in _WHOLE or " " not in party.name:
            return party  # "OCHA" is a name by itself
        return dataclasses.replace(party, name=row.name)
    if party.id == "assembly" and (whole := assembly(draft)):
        return whole
    if _EXPERTS.match(party.name) and _SYMBOL.search(draft.content, 0, min(_HEAD, len(draft.content))):
        return dataclasses.replace(party, name=f"UN {party.name}")
    if _BODY.match(party.name) and (land := state(draft)):
        demonyms = draft.catalogue.actors[land].demonyms
        plain = party.name.removeprefix("The ").removeprefix("the ")
        if demonyms:
            return dataclasses.replace(party, name=f"{demonyms[0]} {plain.title() if plain.isupper() else plain}")
    return party


def assembly(draft: Draft) -> Party | None:
    """Give the parliamentary assembly that a text's head names shortly, by its organisation or a sister body."""
    if "arliamentary assembly" not in draft.content[:_HEAD].lower().replace("\n", " "):
        return None
    rows = draft.catalogue.actors
    beside = {owner for hit in draft.hits.get("actor", ()) for owner in rows[hit.tag].part_of if hit.tag in rows}
    for row in rows.values():
        _, parted, of = row.name.partition("Parliamentary Assembly of ")
        if parted and row.kind == "parliament":
            named = of.removeprefix("the ") in draft.content or not beside.isdisjoint(row.part_of)
            if named:
                return Party(id=row.id, name=row.name)
    return None


def state(draft: Draft) -> str | None:
    """Give the one State that a text's head names, None where it names none or several."""
    for size in (_TOP, _HEAD):
        named = {
            hit.tag
            for layer in ("actor", "demonym")
            for hit in draft.within(layer, 0, min(size, len(draft.content)))
            if _is_state(draft, hit.tag)
        }
        if named:
            return named.pop() if len(named) == 1 else None
    return None


def _is_state(draft: Draft, tag: str) -> bool:
    row = draft.catalogue.actors.get(tag)
    return row is not None and row.kind in _STATES


def called(draft: Draft, state: str) -> str:
    """Give the name by which a State is commonly called, which its id is made of."""
    row = draft.catalogue.actors[state]
    return next((name for name in (row.name, *row.aliases) if names.slug(name) == state), row.name)


def _organ(draft: Draft, card: Card) -> Sequence[Party]:
    """Name a State's organ where it is the organ that speaks: its ministry, its mission, the body below its name."""
    issuers = card.issuers
    headed, ministry = letterheads.organ(draft)
    if headed and {party.id for party in issuers} <= {headed}:
        return (_with(draft, Party(id=headed, name=""), headed, ministry),)
    if not issuers and card.genre in _OPEN:
        return _unnamed(draft)
    if len(issuers) == 1 and issuers[0].id not in draft.catalogue.actors and _MINISTRY.match(issuers[0].name):
        at = draft.content.find(issuers[0].name)
        held = [hit for hit in draft.within("actor", at, at + len(issuers[0].name)) if _is_state(draft, hit.tag)]
        if at >= 0 and held:
            issuers = (Party(id=held[-1].tag, name=issuers[0].name),)
    if len(issuers) == 1 and issuers[0].id not in draft.catalogue.actors:
        land = state(draft)
        if land and _is_below(draft, land, issuers[0].name):
            return (_with(draft, issuers[0], land, issuers[0].name),)
    states = [party for party in issuers if _is_state(draft, party.id)]
    if len(states) != 1 or len(issuers) > 2:
        return issuers
    speaking = states[0].id
    others = [party for party in issuers if party.id != speaking]
    if others:
        below = others[0].id not in draft.catalogue.actors and _is_below(draft, speaking, others[0].name)
        return (_with(draft, others[0], speaking, others[0].name),) if below else issuers
    organ = _ministry(draft, speaking)
    return (_with(draft, issuers[0], speaking, organ),) if organ else issuers


def _with(draft: Draft, party: Party, state: str, organ: str) -> Party:
    return dataclasses.replace(party, name=f"{called(draft, state)}: {organ}")


def _unnamed(draft: Draft) -> tuple[Party, ...]:
    """Give the ministry whose paper opens with its bare name, below the name of its State."""
    land = state(draft)
    first = next((block for block in draft.blocks if block.role in ("body", "list-item")), None)
    if land is None or first is None:
        return ()
    if _GOVERNMENT.match(draft.content, first.start, first.end):
        return (Party(id=land, name=called(draft, land)),)
    at = first.start + 4 * draft.content.startswith("The ", first.start)
    found = _MINISTRY.match(draft.content, at, min(first.end, at + _LEAD))
    if found is None or not _is_own(draft, land, found):
        return ()
    return (_with(draft, Party(id=land, name=""), land, _organ_name(draft, found)),)


def _is_below(draft: Draft, land: str, organ: str) -> bool:
    """Say whether an organ's name stands right below its State's at the head."""
    row = draft.catalogue.actors[land]
    called = {name.lower() for name in (row.name, *row.aliases)}
    lines = [line.strip().lower() for line in draft.content[:200].split("\n") if line.strip()][:3]
    first = next((number for number, line in enumerate(lines) if line.removeprefix("the ") in called), None)
    return first is not None and organ.lower() in lines[first + 1 :]


def _ministry(draft: Draft, state: str) -> str | None:
    """Find the ministry or mission that speaks for a State: in the title, or as the subject of the opening."""
    content = draft.content
    for block in [block for block in draft.blocks if block.role != "boilerplate"][:5]:
        end = min(block.end, block.start + _LEAD)
        found = _MINISTRY.search(content, block.start, end)
        if found is None or (block.role == "body" and found.start() > block.start + 60):
            continue
        if found.lastgroup != "short" and not _is_own(draft, state, found):
            continue
        return _organ_name(draft, found)
    return None


def _organ_name(draft: Draft, found: re.Match[str]) -> str:
    """Give a ministry's own name for what a text calls it."""
    if found["short"] or found["kind"] == "Foreign":
        return "Ministry of Foreign Affairs"
    return f"Ministry of {found['kind']}" if found["kind"] else _plain(draft, found)


def _is_own(draft: Draft, state: str, found: re.Match[str]) -> bool:
    """Say whether a ministry is that State's: no other State's name stands beside it."""
    around = draft.within("actor", max(0, found.start() - 40), min(len(draft.content), found.end() + 60))
    beside = [*around, *draft.within("demonym", max(0, found.start() - 30), found.start())]
    return all(
        hit.tag == state for hit in beside if (row := draft.catalogue.actors.get(hit.tag)) and row.kind in _STATES
    )


def _plain(draft: Draft, found: re.Match[str]) -> str:
    """Give a ministry's name without the State that it ends with."""
    words = found["of"] or found["embassy"]
    for hit in draft.within("actor", found.start(), found.end()):
        if _is_state(draft, hit.tag) and hit.end >= found.end() - 1:
            words = draft.content[found.start() : hit.start]
    return _OF_STATE.sub("", " ".join(words.split()))
