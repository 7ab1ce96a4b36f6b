# SPDX-License-Identifier: Apache-2.0
"""Bearers: names that an organ's paper leaves to be known – "the State party", "the Commission", "its President"."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.drafts import Draft
from tocsin.reading.naming import acronyms, mentions
from tocsin.reading.naming.headwords import owned
from tocsin.records.findings import Card, Party

_SINGULAR = re.compile(
    r"(?:the )?(?:(?:respondent |reporting )?state(?: party| concerned| under review)?|respondent)", re.IGNORECASE
)
_MEMBERS = re.compile(r"\bmember states?\b", re.IGNORECASE)
_HEAD = 1500
"""How far into a paper the State that it is about is named."""


def known(  # noqa: PLR0911 - one return a kind of name
    party: Party, askers: tuple[Party, ...], card: Card, draft: Draft
) -> Party:
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
    if is_own(draft, party, askers or card.issuers):
        return Party(id=_own(draft, askers or card.issuers) or party.id, name=party.name)
    if party.id in draft.catalogue.actors and party.id != "states":
        return party
    if party.id == "states" and not _MEMBERS.search(party.name):
        return party
    if (body := _MEMBERS_OF.fullmatch(party.name)) is not None and party.id == "members":
        meant = acronyms.standing_for(draft, body["body"], len(draft.content))
        return Party(id=f"{meant}-members", name=party.name) if meant else party
    for asker in askers or card.issuers:
        if party.id == "states" and (whole := _organisation(draft.catalogue, asker.id)):
            return Party(id=owned(whole, "member-states"), name=party.name)
        inside = _inside(draft.catalogue, asker.id).get(party.id)
        if inside:
            return Party(id=inside, name=party.name)
    return party


_MEMBERS_OF = re.compile(r"[Mm]embers of (?:the|this) (?P<body>[A-Z]\w+(?: [A-Z]\w+)*)")


def _organisation(catalogue: Catalogue, asker: str) -> str:
    """Give the organisation of States whose organ asks, of whose own members it speaks; "" for the world's."""
    row = catalogue.actors.get(asker)
    for held in (asker, *(row.part_of if row else ())):
        found = catalogue.actors.get(held)
        if found is not None and found.kind == "organisation" and held != "united-nations":
            return held if _inside(catalogue, held).get("states") is None else ""
    return ""


_GOVERNMENT = re.compile(r"(?:the |its )?(?:federal |national )?government", re.IGNORECASE)
"""What a parliament calls those who govern its land."""


def is_own(draft: Draft, party: Party, askers: tuple[Party, ...]) -> bool:
    """Say whether a party is the Government of the land whose parliament asks."""
    called = party.id == "authorities" and _GOVERNMENT.fullmatch(party.name) is not None
    return called and _own(draft, askers) is not None


def _own(draft: Draft, askers: tuple[Party, ...]) -> str | None:
    """Give the land whose parliament asks, or heads the paper: its Government is meant where it says so."""
    actors = draft.catalogue.actors
    rows = [actors.get(asker.id) for asker in askers]
    if not any(row is not None for row in rows):
        rows = [actors.get(hit.tag) for hit in draft.hits.get("actor", []) if hit.start < _TOP]
    lands = {row.organ_of for row in rows if row is not None and row.kind == "parliament" and row.organ_of is not None}
    first = draft.content.split("\n", 1)[0][:_TOP]
    if not lands and _HOUSE.search(first):  # "VELTRIA – SENATE JOURNALS"
        lands = {
            hit.tag
            for hit in draft.hits.get("actor", [])
            if hit.end <= len(first) and _is_state(draft.catalogue, hit.tag)
        }
    return lands.pop() if len(lands) == 1 else None


_TOP = 300
"""Code points at the head of a paper within which a parliament names itself."""
_HOUSE = re.compile(r"\b(?:senate|house of|parliament|national assembly|legislative|congress|chamber)\b", re.IGNORECASE)


def _reviewed(card: Card, draft: Draft) -> str | None:
    """Give the State that a paper is addressed to, or else about: named in its head, or most of all."""
    states = [party.id for party in card.addressees if _is_state(draft.catalogue, party.id)]
    if len(states) == 1:
        return states[0]
    hits = [hit for hit in draft.hits.get("actor", []) if _is_state(draft.catalogue, hit.tag)]
    head = [hit.tag for hit in hits if hit.start < _HEAD] or [hit.tag for hit in hits]
    return Counter(head).most_common(1)[0][0] if head else None


def supervised(card: Card, draft: Draft) -> tuple[Party, ...]:
    """Give the State that a supervising body's paper is about, of which it asks all; () for other papers."""
    held = draft.bound.get(" supervised")
    if held is None:
        top = draft.content[:_OVER]
        over = card.genre in _OVERSEEING and _SUPERVISES.search(top) is not None
        states = [one.tag for one in mentions.within(draft, 0, len(top)) if _is_state(draft.catalogue, one.tag)]
        best = Counter(states).most_common(2) if over else []
        sole = bool(best) and (len(best) == 1 or best[0][1] > best[1][1])
        held = draft.bound[" supervised"] = best[0][0] if sole else ""
    if not held or any(party.id == held for party in card.issuers):
        return ()
    return (Party(id=held, name=draft.catalogue.actors[held].name),)


_OVERSEEING = frozenset({"review-report", "statement", "open-letter", "other", "situation-report"})
_OVER = 1200
"""Code points at a paper's head that say what kind of body writes it and about whom."""
_SUPERVISES = re.compile(
    r"\b(?:[Cc]oncluding observations|CONCLUDING OBSERVATIONS|[Ff]ollow-up to|FOLLOW-UP TO|"
    r"(?:[Pp]eriodic|[Ii]nitial|second|third|fourth|fifth|sixth) reports? of|[Yy]our Excellency['’]s Government|"
    r"Direct Request|(?:Urgent |Joint )?Opinion[,:]|[Rr]eport to the [A-Z]\w+ [Gg]overnment|"
    r"[Uu]niversal [Pp]eriodic [Rr]eview of|[Vv]isit to [A-Z]\w+ (?:of|by) the)"
)
"""What the papers of those who watch how a State keeps its treaties call themselves."""


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
