# SPDX-License-Identifier: Apache-2.0
"""Asks: which finders read a document, and how their findings are put together."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence

from tocsin.catalogue.catalogue import Catalogue
from tocsin.reading.actions import action_category
from tocsin.reading.asks import (
    attributes,
    bearers,
    clauses,
    dispositions,
    matrices,
    mouthpieces,
    operative,
    orders,
    readers,
    recommendations,
)
from tocsin.reading.asks.grammar import grammar
from tocsin.reading.constructions import Construction
from tocsin.reading.drafts import Draft
from tocsin.reading.lexicon import cased
from tocsin.reading.naming import whose
from tocsin.reading.naming.roles import OFFICES
from tocsin.reading.naming.shapes import slug
from tocsin.reading.patterns import late
from tocsin.records.findings import Ask, Card, Citation, Party, Time

CONSTRUCTIONS: tuple[Construction, ...] = (
    *clauses.CONSTRUCTIONS,
    *dispositions.CONSTRUCTIONS,
    *operative.CONSTRUCTIONS,
    *orders.CONSTRUCTIONS,
    *matrices.CONSTRUCTIONS,
    *recommendations.CONSTRUCTIONS,
)


def patterns(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give every form of every force with the force's id, for the lexicon's `force` layer."""
    for row in catalogue.forces.values():
        for form in (*row.verbs, *row.nouns):
            for case in cased(form):
                yield case, row.id


def cues(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give the cues of asks without a verb of asking, for the lexicon's `ask` layer."""
    return clauses.patterns(catalogue)


def find(draft: Draft, card: Card, times: Sequence[Time], citations: Sequence[Citation]) -> list[Ask]:
    """Find the asks of a draft: listed recommendations, judgments, operative paragraphs, orders, tables, clauses.

    Each finder is given the view spans that the ones before it have read, and leaves them alone.
    """
    found: list[Ask] = []
    read: list[tuple[int, int]] = []
    meant = readers.of_letter(draft, card)
    for finder in (recommendations, dispositions, operative, orders, matrices, clauses):
        asks, spans = finder.find(draft, meant, times, citations, tuple(read))
        found += asks
        read += spans
    return sorted(
        (_completed(ask, draft, card, times, citations) for ask in found), key=lambda ask: (ask.start, ask.end)
    )


def _completed(ask: Ask, draft: Draft, card: Card, times: Sequence[Time], citations: Sequence[Citation]) -> Ask:
    """Give an ask what its action's words tell of it: the category, the kind of thing, the deadline, the law."""
    start, end = ask.start, ask.end
    alone = card.addressees if card.genre == "review-report" and len(card.addressees) == 1 else ()
    reviewed = tuple(party for party in alone if _is_state(draft, party))
    own = ask.voice == "issuer" and not ask.reported and not ask.addressees
    reviewed = reviewed or (bearers.supervised(card, draft) if own else ())
    named = tuple(_whole(draft, bearers.known(party, ask.askers, card, draft)) for party in ask.addressees or reviewed)
    asking = (
        () if _asks_itself(ask, draft) else tuple(_whole(draft, mouthpieces.body(draft, party)) for party in ask.askers)
    )
    return dataclasses.replace(
        ask,
        addressees=whose.told(draft, named, start, card, asking),
        askers=whose.told(draft, asking, start, card, named),
        category=action_category(draft.content[start:end]),
        asks_for=ask.asks_for or attributes.asks_for(draft, grammar(draft.catalogue), start, end),
        by_when=ask.by_when or attributes.by_when(draft, start, end, times),
        law=ask.law or attributes.law(start, end, citations),
        voice="carrier" if _passed_on(ask, card) else ask.voice,
    )


def _whole(draft: Draft, party: Party) -> Party:
    """Give a party with its plain name; letters that no line of the text writes out, with the name in full."""
    party = _plain(party, draft.catalogue)
    row = draft.catalogue.actors.get(party.id) if party.name.isupper() and party.name.isalpha() else None
    return Party(id=party.id, name=row.name) if row is not None and row.kind not in {"state", "territory"} else party


def _plain(party: Party, catalogue: Catalogue) -> Party:
    """Give a party's name in one line, without its article and without the label of who speaks."""
    led = _LED.match(party.name)
    if led is not None and len(led["body"].split()) > 1:
        known = party.id if party.id in catalogue.actors else slug(led["body"])
        return Party(id=known, name=" ".join(led["body"].split()))  # "commanders of the Riverine Front"
    whose = _POSSESSED.match(party.name)
    if whose is not None and party.id == slug(party.name):
        name = f"{whose['whose']} {whose['what']}"
        office = whose["what"] in OFFICES  # one id for "Karsk's mayor" and "the mayor of Karsk"
        return Party(id=slug(f"{whose['what']} of {whose['whose']}" if office else name), name=name)
    people = _PEOPLE_OF.fullmatch(party.name)
    if people is not None and party.id in {"population", slug(party.name)}:
        return Party(id=slug(f"{people['of']} {people['who']}"), name=party.name)  # "the population of Karsk"
    name = _ALL.sub("", party.name) if party.id == "states" else party.name
    if "\n" in name or name[:1] == "[" or name[:4].lower() == "the ":
        name = _BEFORE.sub("", " ".join(name.split())) or name
    return party if name == party.name else Party(id=party.id, name=name)


_LED = late(
    r"(?:the )?(?:(?:high |regional )?command|commanders|leaders|"
    r"leadership|fighters|rank and file|management) of (?:the )?"
    r"(?P<body>[A-Z][\w' -]*(?: [A-Z][\w'-]+)+)\Z"
)
"""Those who lead a body, which goes by its own name."""
_ALL = late(r"\A(?:all|the) ", re.IGNORECASE)
_PEOPLE_OF = late(
    r"(?:the )?(?P<who>population|people|youth|inhabitants|citizens|elders|women|farmers|fishermen|traders|mothers) of "
    r"(?:the )?(?P<of>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)"
)
"""People by where they live, whose id begins with the place, as that of a land's people does."""
_POSSESSED = late(r"(?P<whose>[A-ZÀ-Þ][\w -]*\w)['’]s (?P<what>[a-z]+(?: [a-z]+)?)\Z")
"""An office behind whose it is: "Karsk's mayor"."""
_BEFORE = re.compile(r"\A(?:\[[^\]]*\]\s*)?(?:the\s+)?", re.IGNORECASE)


def _asks_itself(ask: Ask, draft: Draft) -> bool:
    """Say whether a land would ask itself alone: then somebody of it asks, whom the reader has not made out."""
    alike = len(ask.askers) == 1 and [party.id for party in ask.addressees] == [ask.askers[0].id]
    return alike and _is_state(draft, ask.askers[0]) and not ask.by.endswith("-recommendation")


def _passed_on(ask: Ask, card: Card) -> bool:
    """Say whether news quotes somebody who asks, and is no copy of that one's own paper."""
    issuers = {party.id for party in card.issuers}
    news = card.genre == "news" and not ask.by.endswith("-recommendation")
    return news and bool(ask.askers) and not any(party.id in issuers for party in ask.askers)


def _is_state(draft: Draft, party: Party) -> bool:
    row = draft.catalogue.actors.get(party.id)
    return row is not None and row.kind == "state"
